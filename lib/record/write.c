#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "record/record.h"
#include "record/write_private.h"

/* What is longer than a line of this many columns stands as a block. */
enum { LINE_COLUMNS = 90, NEST = 2 };

static void write_members(const struct fields *fields, const void *owner,
			  unsigned int indent, bool dashed, struct buf *out);

/* ---- on one line ---- */

static void flow_value(const struct field *field, const void *owner, struct buf *out);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void flow_members(const struct fields *fields, const void *owner, struct buf *out)
{
	const char *between = "";

	buf_addc(out, '{');
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (!field_is_set(field, owner))
			continue;
		buf_addf(out, "%s%s: ", between, field->key);
		flow_value(field, owner, out);
		between = ", ";
	}
	buf_addc(out, '}');
}

/*
 * Whether a struct can be said in short, by its first field: when no other is set.
 * A text says by itself what it is; a lone code or number would not.
 */
static bool is_short(const struct field *field, const void *entry)
{
	const struct fields *sub = field->sub;

	if (!(field->flags & FIELD_SHORTHAND) || !field_is_text(&sub->items[0]) ||
	    !field_is_set(&sub->items[0], entry))
		return false;
	for (size_t i = 1; i < sub->count; i++)
		if (field_is_set(&sub->items[i], entry))
			return false;
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void flow_struct(const struct field *field, const void *entry, struct buf *out)
{
	if (is_short(field, entry))
		flow_value(&field->sub->items[0], entry, out);
	else
		flow_members(fields_of_entry(field->sub, entry), entry, out);
}

static void flow_strings(const struct strings *list, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < list->count; i++) {
		buf_adds(out, i > 0 ? ", " : "");
		yaml_write_scalar(out, list->items[i], /* flow */ true);
	}
	buf_addc(out, ']');
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void flow_list(const struct field *field, const struct list *list, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < list->count; i++) {
		buf_adds(out, i > 0 ? ", " : "");
		flow_struct(field, field_entry(field, list, i), out);
	}
	buf_addc(out, ']');
}

static void write_scalar(const struct field *field, const void *owner, bool flow,
			 struct buf *out)
{
	char iso[DATE_ISO_SIZE];

	if (field_is_text(field))
		yaml_write_scalar(out, field_text(field, owner), flow);
	else if (field->type == FIELD_DATE)
		buf_adds(out, date_iso(field_date(field, owner), iso));
	else if (field->type == FIELD_INT)
		buf_addf(out, "%" PRId64, field_number(field, owner).n);
	else
		yaml_write_scalar(out,
				  choice_code(field->choices, field_choice(field, owner)),
				  flow);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void flow_value(const struct field *field, const void *owner, struct buf *out)
{
	if (field->type == FIELD_GROUP)
		flow_struct(field, field_at(field, owner), out);
	else if (field->type == FIELD_LIST)
		flow_list(field, field_list(field, owner), out);
	else if (field_is_strings(field))
		flow_strings(field_strings(field, owner), out);
	else
		write_scalar(field, owner, /* flow */ true, out);
}

void entry_write(const struct field *field, const void *entry, struct buf *out)
{
	flow_members(fields_of_entry(field->sub, entry), entry, out);
}

void event_write(const struct event *event, struct buf *out)
{
	flow_members(fields_of_entry(&event_fields, event), event, out);
}

void field_write_flow(const struct field *field, const void *owner, struct buf *out)
{
	flow_value(field, owner, out);
}

/* ---- as blocks ---- */

static void write_indent(unsigned int indent, struct buf *out)
{
	for (unsigned int i = 0; i < indent; i++)
		buf_addc(out, ' ');
}

/* Whether a struct is no more than scalars and lists of texts, each on one line. */
static bool is_flat(const struct fields *fields, const void *owner)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (!field_is_set(field, owner))
			continue;
		if (field->type == FIELD_GROUP || field->type == FIELD_LIST)
			return false;
		if (field->type == FIELD_TEXT && strchr(field_text(field, owner), '\n'))
			return false;
	}
	return true;
}

/* Whether what was written from `start` on fits a line that has `used` columns before it. */
static bool fits_line(const struct buf *out, size_t start, size_t used)
{
	return used + utf8_width_n(out->s + start, out->len - start) <= LINE_COLUMNS;
}

/* A struct behind "key:" or "- ": in short, as a flow mapping when it is flat and fits. */
static bool write_short_struct(const struct field *field, const void *entry, size_t used,
			       struct buf *out)
{
	size_t start = out->len;

	if (is_short(field, entry)) {
		write_scalar(&field->sub->items[0], entry, /* flow */ false, out);
		return true;
	}
	/* Events stand one on a line, so that two branches that append merge line by line. */
	if (!field->sub->variants && !is_flat(field->sub, entry))
		return false;
	flow_members(fields_of_entry(field->sub, entry), entry, out);
	if (field->sub->variants || fits_line(out, start, used))
		return true;
	buf_truncate(out, start);
	return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_group(const struct field *field, const void *entry, unsigned int indent,
			struct buf *out)
{
	size_t start = out->len;

	buf_addc(out, ' ');
	if (write_short_struct(field, entry, indent + strlen(field->key) + NEST, out)) {
		buf_addc(out, '\n');
		return;
	}
	buf_truncate(out, start);
	buf_addc(out, '\n');
	write_members(field->sub, entry, indent + NEST, /* dashed */ false, out);
}

static void write_strings(const struct field *field, const struct strings *list,
			  unsigned int indent, struct buf *out)
{
	size_t start = out->len;

	buf_addc(out, ' ');
	flow_strings(list, out);
	if (fits_line(out, start, indent + strlen(field->key) + 1)) {
		buf_addc(out, '\n');
		return;
	}
	buf_truncate(out, start);
	buf_addc(out, '\n');
	for (size_t i = 0; i < list->count; i++) {
		write_indent(indent, out);
		buf_adds(out, "- ");
		yaml_write_scalar(out, list->items[i], /* flow */ false);
		buf_addc(out, '\n');
	}
}

/* Whether all entries are said in short, so that the list reads as one of texts. */
static bool is_short_list(const struct field *field, const struct list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (!is_short(field, field_entry(field, list, i)))
			return false;
	return true;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_list(const struct field *field, const struct list *list,
		       unsigned int indent, struct buf *out)
{
	size_t start = out->len;

	if (is_short_list(field, list)) {
		buf_addc(out, ' ');
		flow_list(field, list, out);
		if (fits_line(out, start, indent + strlen(field->key) + 1)) {
			buf_addc(out, '\n');
			return;
		}
		buf_truncate(out, start);
	}
	buf_addc(out, '\n');
	for (size_t i = 0; i < list->count; i++) {
		const void *entry = field_entry(field, list, i);
		size_t line = out->len;

		write_indent(indent, out);
		buf_adds(out, "- ");
		if (write_short_struct(field, entry, indent + NEST, out)) {
			buf_addc(out, '\n');
			continue;
		}
		buf_truncate(out, line);
		write_members(field->sub, entry, indent + NEST, /* dashed */ true, out);
	}
}

/* A text of more lines as a literal block; on one line what none can hold. */
static void write_text(const char *text, unsigned int indent, struct buf *out)
{
	buf_addc(out, ' ');
	if (strchr(text, '\n'))
		yaml_write_literal(out, text, indent + NEST);
	else
		yaml_write_scalar(out, text, /* flow */ false);
	if (out->s[out->len - 1] != '\n')
		buf_addc(out, '\n');
}

/* Key and value, from the key on to the end of the line. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
void member_write(const struct field *field, const void *owner, unsigned int indent,
		  struct buf *out)
{
	buf_adds(out, field->key);
	buf_addc(out, ':');
	if (field->type == FIELD_GROUP) {
		write_group(field, field_at(field, owner), indent, out);
	} else if (field->type == FIELD_LIST) {
		write_list(field, field_list(field, owner), indent, out);
	} else if (field_is_strings(field)) {
		write_strings(field, field_strings(field, owner), indent, out);
	} else if (field->type == FIELD_TEXT) {
		write_text(field_text(field, owner), indent, out);
	} else {
		buf_addc(out, ' ');
		write_scalar(field, owner, /* flow */ false, out);
		buf_addc(out, '\n');
	}
}

/* All members that are set; `dashed`: the first stands behind the dash of a list. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void write_members(const struct fields *fields, const void *owner,
			  unsigned int indent, bool dashed, struct buf *out)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (!field_is_set(field, owner))
			continue;
		write_indent(dashed ? indent - NEST : indent, out);
		buf_adds(out, dashed ? "- " : "");
		dashed = false;
		member_write(field, owner, indent, out);
	}
}

void record_write(const struct record *record, struct buf *out)
{
	const struct common *common = record->common;
	const struct field *id = &common_fields.items[0];

	/* Of the one record of its kind nothing but the file name says what it is. */
	if (common->id && record->kind->id_form != ID_SINGLE)
		member_write(id, common, 0, out);
	write_members(&record->kind->fields, common, 0, /* dashed */ false, out);
	for (size_t i = 1; i < common_fields.count; i++) {
		const struct field *field = &common_fields.items[i];

		for (size_t x = 0; field->offset == offsetof(struct common, voided) &&
				   x < common->extra.count;
		     x++) {
			const struct extra *extra =
				list_at(&common->extra, struct extra, x);

			yaml_write_scalar(out, extra->key, /* flow */ false);
			buf_addf(out, ": %s\n", extra->yaml);
		}
		if (field_is_set(field, common))
			member_write(field, common, 0, out);
	}
}
