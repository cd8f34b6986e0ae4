#include "record/read_private.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "record/id.h"

/* What a clerk puts between the values of a list. */
static const char *const separators[] = { ";", "；", "\n" };

static bool by_labels(const struct reader *r)
{
	return (r->flags & READ_LABELS) != 0;
}

/* An empty value is an absent one; typed and JSON input may say null as well. */
static bool is_absent(const struct reader *r, const struct yaml_node *node)
{
	if (node->type != YAML_SCALAR)
		return false;
	return node->len == 0 || (by_labels(r) && yaml_core_type(node) == YAML_CORE_NULL);
}

/* Typed values come with blanks around them, those of files are meant as they stand. */
static const char *text_of(const struct reader *r, const struct yaml_node *node)
{
	size_t len;
	const char *start;

	if (!by_labels(r))
		return node->value;
	start = utf8_trim(node->value, node->len, &len);
	return len == node->len ? node->value : arena_strndup(r->arena, start, len);
}

static void check_length(struct reader *r, const struct field *field,
			 const struct yaml_node *node)
{
	size_t limit = field_limit(field);
	size_t count;
	auto_buf length = BUF_INIT;
	auto_buf allowed = BUF_INIT;

	if (node->len <= limit)
		return;
	count = utf8_count(node->value, node->len);
	if (count <= limit)
		return;
	buf_addf(&length, "%zu", count);
	buf_addf(&allowed, "%zu", limit);
	read_fault(r, RECORD_FAULT_TOO_LONG, node, buf_dup(&length, r->arena),
		   buf_dup(&allowed, r->arena));
}

/* Text that YAML takes for a number, a boolean or null is kept, but must be quoted. */
static void check_core(struct reader *r, const struct yaml_node *node)
{
	if (!by_labels(r) && node->style == YAML_PLAIN &&
	    yaml_core_type(node) != YAML_CORE_TEXT)
		read_fault(r, RECORD_FAULT_NOT_TEXT, node, node->value, "");
}

static bool is_scalar(struct reader *r, const struct yaml_node *node,
		      const char *expected)
{
	if (node->type == YAML_SCALAR)
		return true;
	read_fault(r, RECORD_FAULT_TYPE, node, expected, "");
	return false;
}

/* -?[0-9]+(\.[0-9]+)? */
static bool is_decimal(const char *s)
{
	size_t digits;

	s += *s == '-';
	digits = strspn(s, "0123456789");
	s += digits;
	if (digits == 0 || *s == '\0')
		return digits > 0;
	if (*s++ != '.')
		return false;
	digits = strspn(s, "0123456789");
	return digits > 0 && s[digits] == '\0';
}

/* Whether the text can be the id of a record of the kind that the field refers to. */
static bool can_be_ref(const struct reader *r, const struct field *field,
		       const char *text)
{
	const struct kind *kind = kind_of_ref(r->record->kind, field->ref);

	if ((field->flags & FIELD_OPEN_REF) ||
	    (by_labels(r) && (field->flags & FIELD_ALIAS)))
		return true;
	return !kind || id_fits(kind, text);
}

static void check_ref(struct reader *r, const struct field *field,
		      const struct yaml_node *node, const char *text)
{
	if (!can_be_ref(r, field, text))
		read_fault(r, RECORD_FAULT_REF, node, text,
			   field->ref ? field->ref : r->record->kind->name);
}

static void read_text(struct reader *r, const struct field *field, void *member,
		      const struct yaml_node *node)
{
	const char *text;

	if (!is_scalar(r, node, N_("text")))
		return;
	check_core(r, node);
	check_length(r, field, node);
	text = text_of(r, node);
	if (field->type != FIELD_TEXT && strchr(text, '\n'))
		read_fault(r, RECORD_FAULT_LINES, node, "", "");
	if (field->type == FIELD_REF)
		check_ref(r, field, node, text);
	if (field->type == FIELD_DECIMAL && !is_decimal(text))
		read_fault(r, RECORD_FAULT_NUMBER, node, text, "");
	*(const char **)member = text[0] ? text : NULL;
}

static void read_date(struct reader *r, const struct field *field, void *member,
		      const struct yaml_node *node)
{
	struct date date;
	const char *text;
	bool good;

	(void)field;
	if (!is_scalar(r, node, N_("a date")))
		return;
	text = text_of(r, node);
	good = by_labels(r) ? date_parse_any(text, r->today, &date)
			    : date_parse_iso(text, &date);
	if (good)
		*(struct date *)member = date;
	else
		read_fault(r, RECORD_FAULT_DATE, node, text, "");
}

/* 0, or digits without a leading zero (which YAML 1.1 takes for octal), perhaps negative. */
static bool parse_int(const char *s, int64_t *out)
{
	bool negative = *s == '-';
	int64_t n = 0;

	s += negative;
	if (*s == '\0' || (s[0] == '0' && s[1] != '\0') || strlen(s) > 18)
		return false;
	for (; *s; s++) {
		if (*s < '0' || *s > '9')
			return false;
		n = n * 10 + (*s - '0');
	}
	*out = negative ? -n : n;
	return true;
}

static void read_int(struct reader *r, const struct field *field, void *member,
		     const struct yaml_node *node)
{
	auto_buf folded = BUF_INIT;
	const char *text;
	int64_t n;

	(void)field;
	if (!is_scalar(r, node, N_("a whole number")))
		return;
	text = text_of(r, node);
	if (by_labels(r))
		utf8_fold_width(&folded, text, strlen(text));
	else
		buf_adds(&folded, text);
	if (!parse_int(folded.s, &n)) {
		read_fault(r, RECORD_FAULT_NUMBER, node, text, "");
		return;
	}
	if (node->style != YAML_PLAIN && !by_labels(r))
		read_fault(r, RECORD_FAULT_NUMBER, node, text, "");
	*(struct number *)member = (struct number){ .set = true, .n = n };
}

static const char *allowed_codes(struct reader *r, const struct choices *choices)
{
	auto_buf codes = BUF_INIT;

	for (size_t i = 0; i < choices->count; i++) {
		if (i > 0)
			buf_adds(&codes, ", ");
		buf_adds(&codes, choices->items[i].code);
	}
	return buf_dup(&codes, r->arena);
}

/* The row of a choice; a fault and 0 when there is none. */
static int find_choice(struct reader *r, const struct field *field,
		       const struct yaml_node *node)
{
	const char *text = text_of(r, node);
	int value = choice_find(field->choices, text, by_labels(r));

	if (value == 0)
		read_fault(r, RECORD_FAULT_CHOICE, node, text,
			   allowed_codes(r, field->choices));
	else
		check_core(r, node);
	return value;
}

static void read_choice(struct reader *r, const struct field *field, void *member,
			const struct yaml_node *node)
{
	if (is_scalar(r, node, N_("one value")))
		*(int *)member = find_choice(r, field, node);
}

/* One text of a list; what it is depends on the type of the list. */
static const char *read_item(struct reader *r, const struct field *field,
			     const struct yaml_node *node)
{
	const char *text = text_of(r, node);

	if (field->type == FIELD_CHOICES) {
		int value = find_choice(r, field, node);

		return value ? choice_code(field->choices, value) : text;
	}
	check_core(r, node);
	check_length(r, field, node);
	if (field->type == FIELD_REFS)
		check_ref(r, field, node, text);
	return text;
}

static void read_items(struct reader *r, const struct field *field, struct strings *list,
		       struct yaml_node *const *nodes, size_t count)
{
	const char **items = arena_array(r->arena, const char *, count);
	size_t used = 0;

	for (size_t i = 0; i < count; i++) {
		read_step_in(r, NULL, i);
		if (!is_absent(r, nodes[i]) && is_scalar(r, nodes[i], N_("text"))) {
			items[used] = read_item(r, field, nodes[i]);
			read_place(r, &items[used], field, nodes[i]);
			used += items[used][0] != '\0';
		}
		read_step_out(r);
	}
	*list = (struct strings){ .items = used ? items : NULL,
				  .count = used,
				  .room = count };
}

/* Bytes of the separator at `s`, or 0. */
static size_t separator_at(const char *s)
{
	for (size_t i = 0; i < ARRAY_LEN(separators); i++)
		if (strncmp(s, separators[i], strlen(separators[i])) == 0)
			return strlen(separators[i]);
	return 0;
}

/* The parts of typed text between separators, as the nodes of a list. */
static struct yaml_node *split(const struct reader *r, const struct yaml_node *node)
{
	struct yaml_node *list = arena_new(r->arena, struct yaml_node);
	struct yaml_node *parts;
	size_t most = 1;

	for (const char *s = node->value; *s; s++)
		most += separator_at(s) > 0;
	parts = arena_array(r->arena, struct yaml_node, most);
	*list = (struct yaml_node){ .type = YAML_SEQUENCE,
				    .style = YAML_FLOW,
				    .place = node->place,
				    .items = arena_array(r->arena, struct yaml_node *,
							 most) };
	for (const char *start = node->value;; list->count++) {
		size_t len = 0;

		while (start[len] && separator_at(start + len) == 0)
			len++;
		parts[list->count] = *node;
		parts[list->count].value = arena_strndup(r->arena, start, len);
		parts[list->count].len = len;
		list->items[list->count] = &parts[list->count];
		start += len;
		if (!*start)
			break;
		start += separator_at(start);
	}
	list->count++;
	return list;
}

/* The one node of a list that was written without brackets; places point to it later. */
static struct yaml_node *copy_of(struct reader *r, const struct yaml_node *node)
{
	struct yaml_node *copy = arena_new(r->arena, struct yaml_node);

	*copy = *node;
	return copy;
}

static void read_texts(struct reader *r, const struct field *field, void *member,
		       const struct yaml_node *node)
{
	if (node->type == YAML_SCALAR && by_labels(r))
		node = split(r, node);
	if (node->type == YAML_SEQUENCE) {
		if (node->count > 0)
			read_items(r, field, member, node->items, node->count);
		return;
	}
	if (node->type != YAML_SCALAR || !(field->flags & FIELD_ONE_AS_LIST))
		read_fault(r, RECORD_FAULT_TYPE, node, N_("a list"), "");
	if (node->type == YAML_SCALAR) {
		struct yaml_node *alone = copy_of(r, node);

		read_items(r, field, member, &alone, 1);
	}
}

static void read_group(struct reader *r, const struct field *field, void *member,
		       const struct yaml_node *node)
{
	read_struct(r, field, member, node);
}

/* Whether a node can be an entry of the list. */
static bool fits_entry(struct reader *r, const struct field *field,
		       const struct yaml_node *node)
{
	if (node->type == YAML_MAPPING ||
	    (node->type == YAML_SCALAR && (field->flags & FIELD_SHORTHAND)))
		return true;
	read_fault(r, RECORD_FAULT_TYPE, node, N_("keys and values"), "");
	return false;
}

static void read_entries(struct reader *r, const struct field *field, struct list *list,
			 struct yaml_node *const *nodes, size_t count)
{
	char *items = arena_alloc(r->arena, count, field->sub->size);
	size_t used = 0;

	for (size_t i = 0; i < count; i++) {
		read_step_in(r, NULL, i);
		if (!is_absent(r, nodes[i]) && fits_entry(r, field, nodes[i])) {
			void *entry = items + used++ * field->sub->size;

			read_place(r, entry, field, nodes[i]);
			read_struct(r, field, entry, nodes[i]);
		}
		read_step_out(r);
	}
	*list = (struct list){ .items = used ? items : NULL,
			       .count = used,
			       .room = count };
}

static void read_list(struct reader *r, const struct field *field, void *member,
		      const struct yaml_node *node)
{
	struct yaml_node *alone;
	bool shorthand = (field->flags & FIELD_SHORTHAND) != 0;

	if (node->type == YAML_SCALAR && by_labels(r) && shorthand)
		node = split(r, node);
	if (node->type == YAML_SEQUENCE) {
		if (node->count > 0)
			read_entries(r, field, member, node->items, node->count);
		return;
	}
	if (!(field->flags & FIELD_ONE_AS_LIST) && !by_labels(r)) {
		read_fault(r, RECORD_FAULT_TYPE, node, N_("a list"), "");
		return;
	}
	alone = copy_of(r, node);
	read_entries(r, field, member, &alone, 1);
}

static void (*const readers[FIELD_TYPE_COUNT])(struct reader *, const struct field *,
					       void *, const struct yaml_node *) = {
	[FIELD_STRING] = read_text,   [FIELD_TEXT] = read_text,
	[FIELD_DATE] = read_date,     [FIELD_INT] = read_int,
	[FIELD_DECIMAL] = read_text,  [FIELD_CHOICE] = read_choice,
	[FIELD_REF] = read_text,      [FIELD_URL] = read_text,
	[FIELD_STRINGS] = read_texts, [FIELD_REFS] = read_texts,
	[FIELD_CHOICES] = read_texts, [FIELD_GROUP] = read_group,
	[FIELD_LIST] = read_list,
};

void read_value(struct reader *r, const struct field *field, void *member,
		const struct yaml_node *node)
{
	if (!is_absent(r, node))
		readers[field->type](r, field, member, node);
}
