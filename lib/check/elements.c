#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "check/check_private.h"
#include "law/period.h"
#include "record/document.h"
#include "record/item.h"
#include "record/placeholder.h"

/* One of the six, as texts, whatever form it has in the file. */
struct said {
	const struct field *field;
	const void *member;
	struct strings texts;
	const void **members; /* of the texts */
	size_t member_room;
	bool by_unit; /* {default: unit} */
};

/* One sign less at either end; false when there is none. */
static bool peel(const char **start, size_t *len)
{
	for (const char *const *sign = placeholder_signs; *sign; sign++) {
		size_t n = strlen(*sign);

		if (*len <= n)
			continue;
		if ((*start)[*len - 1] == (*sign)[n - 1] &&
		    memcmp(*start + *len - n, *sign, n) == 0) {
			*len -= n;
			return true;
		}
		if (**start == **sign && memcmp(*start, *sign, n) == 0) {
			*start += n;
			*len -= n;
			return true;
		}
	}
	return false;
}

/* Folded, in capitals, without the blanks and signs around it. */
static void bare_text(struct buf *out, const char *text)
{
	auto_buf folded = BUF_INIT;
	size_t len;
	const char *start;

	utf8_fold_width(&folded, text, strlen(text));
	start = utf8_trim(folded.s, folded.len, &len);
	while (peel(&start, &len))
		;
	start = utf8_trim(start, len, &len);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)start[i];

		buf_addc(out, (char)(c < 0x80 ? toupper(c) : c));
	}
}

static bool is_among(const char *text, const char *const *list)
{
	for (; *list; list++)
		if (text[0] == (*list)[0] && strcmp(text, *list) == 0)
			return true;
	return false;
}

static bool is_vague(const char *text)
{
	if (utf8_count(text, strlen(text)) > PLACEHOLDER_VAGUE_MAX ||
	    strstr(text, "《") || strstr(text, "〔"))
		return false;
	for (const char *const *start = placeholder_starts; *start; start++)
		if (strncmp(text, *start, strlen(*start)) == 0)
			return true;
	return false;
}

static bool is_placeholder(const char *text, bool has_chart)
{
	enum { LONGEST = 60 };
	auto_buf bare = BUF_INIT;

	if (strlen(text) > LONGEST)
		return false;
	bare_text(&bare, text);
	if (has_chart && is_among(bare.s, placeholder_to_chart))
		return false;
	return is_among(bare.s, placeholder_words) ||
	       is_among(bare.s, placeholder_signs) || is_vague(bare.s);
}

static bool is_blank(const char *text)
{
	size_t len;

	(void)utf8_trim(text, strlen(text), &len);
	return len == 0;
}

static void add_text(struct arena *arena, struct said *said, const char *text,
		     const void *member)
{
	if (!text || is_blank(text))
		return;
	said->members = array_grow(arena, said->members, said->texts.count,
				   &said->member_room, sizeof(*said->members));
	said->members[said->texts.count] = member;
	strings_add(arena, &said->texts, text);
}

/* The texts of an element: a list, the steps of a procedure, a text or that of the unit. */
static void gather(struct arena *arena, const struct field *field, const void *owner,
		   struct said *said)
{
	const void *at = field_at(field, owner);

	*said = (struct said){ .field = field, .member = at };
	if (field_is_strings(field)) {
		const struct strings *list = at;

		for (size_t i = 0; i < list->count; i++)
			add_text(arena, said, list->items[i], &list->items[i]);
	} else if (field->type == FIELD_LIST) {
		const struct list *steps = at;

		for (size_t i = 0; i < steps->count; i++) {
			const struct procedure_step *step =
				list_at(steps, struct procedure_step, i);

			add_text(arena, said, step->step, &step->step);
		}
	} else if (field->type == FIELD_GROUP) {
		const struct element *element = at;

		add_text(arena, said, element->text, &element->text);
		said->by_unit = element->default_ == DEFAULT_UNIT;
	} else {
		add_text(arena, said, field_text(field, owner), at);
	}
}

/* A text of one that stands in the other too: both whole, or a sentence that is no common step. */
static const void *same_text(const struct said *a, const struct said *b)
{
	enum { SENTENCE = 8 };

	for (size_t i = 0; i < a->texts.count; i++) {
		const char *text = a->texts.items[i];

		if ((a->texts.count == 1 && b->texts.count == 1) ||
		    utf8_count(text, strlen(text)) >= SENTENCE)
			for (size_t n = 0; n < b->texts.count; n++)
				if (strcmp(text, b->texts.items[n]) == 0)
					return a->members[i];
	}
	return NULL;
}

static const char *label(const struct within *w, const struct said *said)
{
	return arg_label(w->out->arena, said->field->zh, said->field->en);
}

/* What this element is about in items of this nature. */
static const char *hint(const struct within *w, const struct said *said)
{
	int nature = RECORD(w->record, struct item)->nature;
	const struct element_hint *hint =
		element_hint(said->field->key, (enum item_nature)nature);

	return hint ? arg_label(w->out->arena, hint->zh, hint->en) : "";
}

static void add_finding(const struct within *w, enum rule_id rule,
			const struct said *said, const void *member,
			const char *const *args)
{
	struct arena *arena = w->out->arena;
	const struct finding_at at = {
		.place = record_place(w->record, member),
		.path = arena_printf(arena, "elements.%s", said->field->key),
		.field = said->field,
	};

	finding_add_at(w->out, rule, w->record, &at, args);
}

static void check_absent(const struct within *w, const struct said *said)
{
	bool written = is_written(w->record, said->field, said->member);
	const char *const args[] = { label(w, said), hint(w, said), NULL };

	if (is_misread(w->record,
		       arena_printf(w->out->arena, "elements.%s", said->field->key)))
		return;
	add_finding(w, written ? RULE_ELEMENT_EMPTY : RULE_ELEMENT_MISSING, said,
		    said->member, args);
}

static bool check_placeholders(const struct within *w, const struct said *said)
{
	bool chart = RECORD(w->record, struct item)->flowchart != NULL;

	for (size_t i = 0; i < said->texts.count; i++) {
		if (!is_placeholder(said->texts.items[i], chart))
			continue;
		const char *const args[] = { label(w, said), said->texts.items[i],
					     hint(w, said), NULL };

		add_finding(w, RULE_ELEMENT_PLACEHOLDER, said, said->members[i], args);
		return true;
	}
	return false;
}

static void check_repeated(const struct within *w, const struct said *all, size_t i)
{
	for (size_t n = 0; n < i; n++) {
		const void *member = same_text(&all[i], &all[n]);

		if (!member)
			continue;
		const char *const args[] = { label(w, &all[i]), label(w, &all[n]), NULL };

		add_finding(w, RULE_ELEMENT_REPEATED, &all[i], member, args);
		return;
	}
}

/* {default: unit}: holds when the unit has no such text. */
static void claim_default(const struct within *w, const struct said *said)
{
	const struct item *item = RECORD(w->record, struct item);

	if (item->unit)
		FIND(w->claims, RULE_ELEMENT_DEFAULT, w->record, said->member,
		     label(w, said), item->unit, said->field->key);
}

/* 本期无此类信息 of a period that nobody can read silences nothing. */
static void check_periods(const struct within *w, const struct item *item)
{
	for (size_t i = 0; i < item->none_this_period.count; i++) {
		const struct none_this_period *none =
			list_at(&item->none_this_period, struct none_this_period, i);
		struct date last;

		if (none->period && !period_last_day(none->period, &last))
			FIND(w->out, RULE_PERIOD_INVALID, w->record, &none->period,
			     none->period);
	}
}

void check_elements(const struct within *w)
{
	const struct elements *elements;
	const struct field *table;
	struct said said[6];
	size_t count;

	if (w->record->kind != &item_kind)
		return;
	check_periods(w, RECORD(w->record, struct item));
	elements = &RECORD(w->record, struct item)->elements;
	table = kind_field(&item_kind, "elements", false);
	count = table->sub->count < ARRAY_LEN(said) ? table->sub->count : ARRAY_LEN(said);
	for (size_t i = 0; i < count; i++) {
		const struct field *field = &table->sub->items[i];

		gather(w->out->arena, field, elements, &said[i]);
		if (said[i].texts.count == 0 && said[i].by_unit)
			claim_default(w, &said[i]);
		else if (said[i].texts.count == 0)
			check_absent(w, &said[i]);
		else if (!check_placeholders(w, &said[i]))
			check_repeated(w, said, i);
	}
}
