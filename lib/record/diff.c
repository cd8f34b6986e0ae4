#include "record/diff.h"

#include <inttypes.h>
#include <string.h>

#include "record/describe.h"
#include "record/path.h"
#include "record/write_private.h"

struct diff {
	struct arena *arena;
	enum language language;
	difference_fn fn;
	void *payload;
	const struct field *steps[FIELD_DEPTH_MAX]; /* groups around the field */
	size_t depth;
};

/* ---- names ---- */

static const char *path_of(const struct diff *d, const struct field *field)
{
	auto_buf path = BUF_INIT;

	for (size_t i = 0; i < d->depth; i++)
		buf_addf(&path, "%s.", d->steps[i]->key);
	buf_adds(&path, field->key);
	return buf_dup(&path, d->arena);
}

static const char *label_of(const struct diff *d, const struct field *field)
{
	auto_buf label = BUF_INIT;

	for (size_t i = 0; i < d->depth; i++)
		buf_addf(&label, "%s · ", field_label(d->steps[i], d->language));
	buf_adds(&label, field_label(field, d->language));
	return buf_dup(&label, d->arena);
}

static void tell(const struct diff *d, const struct field *field, const char *was,
		 const char *is)
{
	const struct difference difference = { .field = path_of(d, field),
					       .label = label_of(d, field),
					       .was = was,
					       .is = is };

	d->fn(d->payload, &difference);
}

/* ---- values in words ---- */

static void add_entry(const struct diff *d, const struct fields *fields,
		      const void *entry, struct buf *out);

static const char *word_of(const struct diff *d, const struct field *field,
			   const char *code)
{
	const struct choice *choice =
		field->type == FIELD_CHOICES
			? choice_of(field->choices,
				    choice_find(field->choices, code, false))
			: NULL;

	return choice ? choice_label(choice, d->language) : code;
}

static const char *between_values(const struct diff *d)
{
	return d->language == LANGUAGE_ZH ? "；" : "; ";
}

static void add_scalar(const struct diff *d, const struct field *field, const void *owner,
		       struct buf *out)
{
	const struct choice *choice;
	char iso[DATE_ISO_SIZE];

	if (field_is_text(field)) {
		buf_adds(out, field_text(field, owner));
	} else if (field->type == FIELD_DATE) {
		buf_adds(out, date_iso(field_date(field, owner), iso));
	} else if (field->type == FIELD_INT) {
		buf_addf(out, "%" PRId64, field_number(field, owner).n);
	} else {
		choice = choice_of(field->choices, field_choice(field, owner));
		buf_adds(out, choice ? choice_label(choice, d->language) : "");
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void add_value(const struct diff *d, const struct field *field, const void *owner,
		      struct buf *out)
{
	if (field_is_strings(field)) {
		const struct strings *list = field_strings(field, owner);

		for (size_t i = 0; i < list->count; i++)
			buf_addf(out, "%s%s", i ? between_values(d) : "",
				 word_of(d, field, list->items[i]));
	} else if (field->type == FIELD_GROUP) {
		add_entry(d, field->sub, field_at(field, owner), out);
	} else if (field->type == FIELD_LIST) {
		const struct list *list = field_list(field, owner);

		for (size_t i = 0; i < list->count; i++) {
			const void *entry = field_entry(field, list, i);

			buf_adds(out, i ? between_values(d) : "");
			add_entry(d, fields_of_entry(field->sub, entry), entry, out);
		}
	} else {
		add_scalar(d, field, owner, out);
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void add_entry(const struct diff *d, const struct fields *fields,
		      const void *entry, struct buf *out)
{
	const char *between = "";

	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (!field_is_set(field, entry))
			continue;
		buf_addf(out, "%s%s%s", between, field_label(field, d->language),
			 d->language == LANGUAGE_ZH ? "：" : ": ");
		add_value(d, field, entry, out);
		between = d->language == LANGUAGE_ZH ? "，" : ", ";
	}
}

void field_tell(const struct field *field, const void *owner, enum language language,
		struct buf *out)
{
	const struct diff d = { .language = language };

	add_value(&d, field, owner, out);
}

static const char *value_of(const struct diff *d, const struct field *field,
			    const void *owner)
{
	auto_buf text = BUF_INIT;

	if (!field_is_set(field, owner))
		return NULL;
	add_value(d, field, owner, &text);
	return buf_dup(&text, d->arena);
}

/* ---- texts of several lines ---- */

static const char *line_end(const char *p)
{
	p += strcspn(p, "\n");
	return *p ? p + 1 : p;
}

/* Where the last line of [start, end) begins. */
static const char *last_line(const char *start, const char *end)
{
	const char *p = end - 1;

	while (p > start && p[-1] != '\n')
		p--;
	return p;
}

/* Cut both to what lies between the first and the last line that differ. */
static void cut_lines(struct arena *arena, const char **was, const char **is)
{
	const char *a = *was;
	const char *b = *is;
	const char *a_end = a + strlen(a);
	const char *b_end = b + strlen(b);

	while (*a && line_end(a) - a == line_end(b) - b &&
	       memcmp(a, b, (size_t)(line_end(a) - a)) == 0) {
		b = line_end(b);
		a = line_end(a);
	}
	while (a_end > a && b_end > b) {
		const char *x = last_line(a, a_end);
		const char *y = last_line(b, b_end);

		if (a_end - x != b_end - y || memcmp(x, y, (size_t)(a_end - x)) != 0)
			break;
		a_end = x;
		b_end = y;
	}
	a_end -= a_end > a && a_end[-1] == '\n';
	b_end -= b_end > b && b_end[-1] == '\n';
	*was = a_end > a ? arena_strndup(arena, a, (size_t)(a_end - a)) : NULL;
	*is = b_end > b ? arena_strndup(arena, b, (size_t)(b_end - b)) : NULL;
}

/* ---- lists ---- */

/* The texts by which entries are compared and told. */
static struct strings entries_of(const struct diff *d, const struct field *field,
				 const void *owner)
{
	struct strings out = { 0 };

	if (field_is_strings(field)) {
		const struct strings *list = field_strings(field, owner);

		for (size_t i = 0; i < list->count; i++)
			strings_add(d->arena, &out, word_of(d, field, list->items[i]));
		return out;
	}
	for (size_t i = 0; i < field_list(field, owner)->count; i++) {
		const void *entry = field_entry(field, field_list(field, owner), i);
		auto_buf text = BUF_INIT;

		add_entry(d, fields_of_entry(field->sub, entry), entry, &text);
		strings_add(d->arena, &out, buf_dup(&text, d->arena));
	}
	return out;
}

/* Entries are told where one came or went; else their order or number is what differs. */
static void diff_list(const struct diff *d, const struct field *field, const void *was,
		      const void *is)
{
	const struct strings before = entries_of(d, field, was);
	const struct strings after = entries_of(d, field, is);
	bool told = false;

	for (size_t i = 0; i < before.count; i++) {
		if (!strings_has(&after, before.items[i])) {
			tell(d, field, before.items[i], NULL);
			told = true;
		}
	}
	for (size_t i = 0; i < after.count; i++) {
		if (!strings_has(&before, after.items[i])) {
			tell(d, field, NULL, after.items[i]);
			told = true;
		}
	}
	if (!told)
		tell(d, field, value_of(d, field, was), value_of(d, field, is));
}

/* ---- fields ---- */

static void diff_fields(struct diff *d, const struct fields *fields, const void *was,
			const void *is);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void diff_field(struct diff *d, const struct field *field, const void *was,
		       const void *is)
{
	const struct fields one = { .items = field, .count = 1 };
	const char *before, *after;

	if (fields_equal(&one, was, is))
		return;
	if (field->type == FIELD_GROUP && d->depth < FIELD_DEPTH_MAX) {
		d->steps[d->depth++] = field;
		diff_fields(d, field->sub, field_at(field, was), field_at(field, is));
		d->depth--;
		return;
	}
	if (field->type == FIELD_LIST || field_is_strings(field)) {
		diff_list(d, field, was, is);
		return;
	}
	before = value_of(d, field, was);
	after = value_of(d, field, is);
	if (field->type == FIELD_TEXT && before && after)
		cut_lines(d->arena, &before, &after);
	tell(d, field, before, after);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void diff_fields(struct diff *d, const struct fields *fields, const void *was,
			const void *is)
{
	for (size_t i = 0; i < fields->count; i++)
		diff_field(d, &fields->items[i], was, is);
}

static const char *find_extra(const struct record *record, const char *key)
{
	const struct list *list = &record->common->extra;

	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list_at(list, struct extra, i)->key, key) == 0)
			return list_at(list, struct extra, i)->yaml;
	return NULL;
}

static void diff_extra(const struct diff *d, const struct record *was,
		       const struct record *is, bool gone)
{
	const struct list *list = &was->common->extra;

	for (size_t i = 0; i < list->count; i++) {
		const struct extra *extra = list_at(list, struct extra, i);
		const char *other = find_extra(is, extra->key);
		const struct difference difference = {
			.field = extra->key,
			.label = extra->key,
			.was = gone ? extra->yaml : other,
			.is = gone ? other : extra->yaml,
		};

		/* One that stands on both sides is told once. */
		if (gone ? !other || strcmp(other, extra->yaml) != 0 : !other)
			d->fn(d->payload, &difference);
	}
}

void record_diff(struct arena *arena, const struct record *was, const struct record *is,
		 enum language language, difference_fn fn, void *payload)
{
	struct diff d = {
		.arena = arena, .language = language, .fn = fn, .payload = payload
	};

	diff_fields(&d, &is->kind->fields, was->common, is->common);
	diff_extra(&d, was, is, /* gone */ true);
	diff_extra(&d, is, was, /* gone */ false);
	diff_fields(&d, &common_fields, was->common, is->common);
}
