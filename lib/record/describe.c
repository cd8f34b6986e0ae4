#include "record/describe.h"

#include <string.h>

#include "base/utf8.h"
#include "record/write_private.h"

enum { INDENT = 2 };

struct describe {
	struct buf *out;
	enum language language;
	size_t label_columns;
};

static void describe_fields(const struct describe *d, const struct fields *fields,
			    const void *owner, size_t depth);

const char *field_label(const struct field *field, enum language language)
{
	return language == LANGUAGE_ZH ? field->zh : field->en;
}

const char *kind_label(const struct kind *kind, enum language language)
{
	return language == LANGUAGE_ZH ? kind->zh : kind->en;
}

const char *choice_label(const struct choice *choice, enum language language)
{
	return language == LANGUAGE_ZH ? choice->zh : choice->en;
}

static void add_indent(struct buf *out, size_t columns)
{
	for (size_t i = 0; i < columns; i++)
		buf_addc(out, ' ');
}

/* Further lines of a text stand below its first. */
static void add_lines(const struct describe *d, const char *text, size_t indent)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		buf_add(d->out, text, len);
		text += len;
		if (!*text)
			break;
		text++;
		buf_addc(d->out, '\n');
		if (*text && *text != '\n')
			add_indent(d->out, indent);
	}
	while (d->out->len > 0 && d->out->s[d->out->len - 1] == '\n')
		buf_truncate(d->out, d->out->len - 1);
}

static void add_strings(const struct describe *d, const struct field *field,
			const void *owner, size_t indent)
{
	const struct strings *list = field_strings(field, owner);

	for (size_t i = 0; i < list->count; i++) {
		const struct choice *choice =
			field->type == FIELD_CHOICES
				? choice_of(field->choices,
					    choice_find(field->choices, list->items[i],
							false))
				: NULL;

		if (i > 0) {
			buf_addc(d->out, '\n');
			add_indent(d->out, indent);
		}
		add_lines(d, choice ? choice_label(choice, d->language) : list->items[i],
			  indent);
	}
}

static void add_choice(const struct describe *d, const struct field *field,
		       const void *owner)
{
	const struct choice *choice =
		choice_of(field->choices, field_choice(field, owner));

	if (choice)
		buf_adds(d->out, choice_label(choice, d->language));
}

static void add_date(const struct describe *d, struct date date)
{
	char iso[DATE_ISO_SIZE];
	char cn[DATE_CN_SIZE];

	buf_adds(d->out,
		 d->language == LANGUAGE_ZH ? date_cn(date, cn) : date_iso(date, iso));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void add_list(const struct describe *d, const struct field *field,
		     const void *owner, size_t depth)
{
	const struct list *list = field_list(field, owner);

	for (size_t i = 0; i < list->count; i++) {
		const void *entry = field_entry(field, list, i);

		add_indent(d->out, depth * INDENT);
		buf_addf(d->out, "%zu.\n", i + 1);
		describe_fields(d, fields_of_entry(field->sub, entry), entry, depth + 1);
	}
}

static void add_label(const struct describe *d, const struct field *field, size_t depth)
{
	add_indent(d->out, depth * INDENT);
	utf8_add_fitted(
		d->out, field_label(field, d->language),
		d->label_columns > depth * INDENT ? d->label_columns - depth * INDENT : 1,
		true);
	buf_adds(d->out, "  ");
}

static void add_scalar(const struct describe *d, const struct field *field,
		       const void *owner)
{
	switch (field->type) {
	case FIELD_DATE:
		add_date(d, field_date(field, owner));
		break;
	case FIELD_INT:
		buf_addf(d->out, "%lld", (long long)field_number(field, owner).n);
		break;
	case FIELD_CHOICE:
		add_choice(d, field, owner);
		break;
	case FIELD_STRINGS:
	case FIELD_REFS:
	case FIELD_CHOICES:
		add_strings(d, field, owner, d->label_columns + 2);
		break;
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_REF:
	case FIELD_URL:
		add_lines(d, field_text(field, owner), d->label_columns + 2);
		break;
	case FIELD_GROUP:
	case FIELD_LIST:
	case FIELD_TYPE_COUNT:
		break;
	}
	buf_addc(d->out, '\n');
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void describe_fields(const struct describe *d, const struct fields *fields,
			    const void *owner, size_t depth)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (!field_is_set(field, owner))
			continue;
		if (field->type == FIELD_GROUP || field->type == FIELD_LIST) {
			add_indent(d->out, depth * INDENT);
			buf_addf(d->out, "%s\n", field_label(field, d->language));
		}
		if (field->type == FIELD_GROUP) {
			describe_fields(d, field->sub, field_at(field, owner), depth + 1);
		} else if (field->type == FIELD_LIST) {
			add_list(d, field, owner, depth + 1);
		} else {
			add_label(d, field, depth);
			add_scalar(d, field, owner);
		}
	}
}

void record_describe(const struct record *record, enum language language, struct buf *out)
{
	const struct describe d = { .out = out,
				    .language = language,
				    .label_columns = language == LANGUAGE_ZH ? 20 : 28 };
	const struct fields id = { .items = common_fields.items,
				   .count = 1,
				   .size = common_fields.size };
	const struct fields rest = { .items = common_fields.items + 1,
				     .count = common_fields.count - 1,
				     .size = common_fields.size };

	describe_fields(&d, &id, record->common, 0);
	describe_fields(&d, &record->kind->fields, record->common, 0);
	for (size_t i = 0; i < record->common->extra.count; i++) {
		const struct extra *extra =
			list_at(&record->common->extra, struct extra, i);

		utf8_add_fitted(out, extra->key, d.label_columns, true);
		buf_adds(out, "  ");
		add_lines(&d, extra->yaml, d.label_columns + 2);
		buf_addc(out, '\n');
	}
	describe_fields(&d, &rest, record->common, 0);
}
