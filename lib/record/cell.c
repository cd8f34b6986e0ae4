#include "record/cell.h"

#include <inttypes.h>
#include <string.h>

#include "record/record.h"

/* ---- columns ---- */

struct collecting {
	struct arena *arena;
	struct cell_columns *out;
	unsigned int flags;
	struct field_path way; /* of the groups that we are in */
};

/* What only gk writes, and what is kept beside the record. */
static bool is_kept(const struct collecting *c, const struct field *field)
{
	static const char *const own[] = { "waive", "voided", "moved-to" };

	if (field->sub && field->sub->variants)
		return true;
	if (!(c->flags & CELL_TYPED))
		return false;
	if (field->need == NEED_DERIVED)
		return true;
	for (size_t i = 0; c->way.count == 0 && i < ARRAY_LEN(own); i++)
		if (strcmp(field->key, own[i]) == 0)
			return true;
	/* Files come and go with gk attach. */
	return field->type == FIELD_LIST && field->sub &&
	       fields_find(field->sub, "sha256", false);
}

/* NOLINTNEXTLINE(misc-no-recursion): at most FIELD_DEPTH_MAX deep */
static void collect(struct collecting *c, const struct field *field)
{
	if (((c->flags & CELL_PUBLIC) && field->vis != VIS_PUBLIC) || is_kept(c, field) ||
	    c->way.count == FIELD_DEPTH_MAX)
		return;
	c->way.steps[c->way.count++] = field;
	if (field->type == FIELD_GROUP) {
		for (size_t i = 0; i < field->sub->count; i++)
			collect(c, &field->sub->items[i]);
	} else {
		c->out->items = array_grow(c->arena, c->out->items, c->out->count,
					   &c->out->room, sizeof(*c->out->items));
		c->out->items[c->out->count++] = (struct cell_column){ .way = c->way };
	}
	c->way.count--;
}

const struct field *cell_field(const struct cell_column *column)
{
	return column->way.steps[column->way.count - 1];
}

static bool same_way(const struct field_path *a, const struct field_path *b)
{
	for (size_t i = 0; i < a->count && a->count == b->count; i++)
		if (a->steps[i] != b->steps[i])
			return false;
	return a->count == b->count;
}

/* Whether a typed label means this column and no other. */
static bool is_meant(const struct kind *kind, const char *label,
		     const struct cell_columns *all, const struct cell_column *column)
{
	struct field_path way;

	if (!field_path_find(kind, label, /* labels */ true, &way) ||
	    !same_way(&way, &column->way))
		return false;
	for (size_t i = 0; !strchr(label, '.') && i < all->count; i++)
		if (&all->items[i] != column &&
		    strcmp(cell_field(&all->items[i])->zh, label) == 0)
			return false;
	return true;
}

static const char *label_of(struct arena *arena, const struct kind *kind,
			    const struct cell_columns *all,
			    const struct cell_column *column)
{
	auto_buf text = BUF_INIT;

	if (is_meant(kind, cell_field(column)->zh, all, column))
		return cell_field(column)->zh;
	for (size_t i = 0; i < column->way.count; i++)
		buf_addf(&text, "%s%s", i > 0 ? "." : "", column->way.steps[i]->zh);
	if (is_meant(kind, text.s, all, column))
		return buf_dup(&text, arena);
	buf_reset(&text);
	field_path_text(&column->way, &text);
	return buf_dup(&text, arena);
}

void cell_columns(struct arena *arena, const struct kind *kind, unsigned int flags,
		  struct cell_columns *out)
{
	struct collecting c = { .arena = arena, .out = out, .flags = flags };

	*out = (struct cell_columns){ .items = NULL };
	collect(&c, &common_fields.items[0]);
	for (size_t i = 0; i < kind->fields.count; i++)
		collect(&c, &kind->fields.items[i]);
	for (size_t i = 1; i < common_fields.count; i++)
		collect(&c, &common_fields.items[i]);
	for (size_t i = 0; i < out->count; i++)
		out->items[i].label = label_of(arena, kind, out, &out->items[i]);
}

/* ---- values ---- */

const char *cell_choice(const struct field *field, int value)
{
	const struct choice *choice = choice_of(field->choices, value);

	if (!choice)
		return "";
	return choice_find(field->choices, choice->zh, /* labels */ true) == value
		       ? choice->zh
		       : choice->code;
}

static const char *ref_text(const struct field *field, const char *id,
			    const struct cell_names *names)
{
	const char *name = NULL;

	if (names && field->ref && (field->flags & FIELD_ALIAS))
		name = names->name(names->payload, field->ref, id);
	return name ? name : id;
}

static const char *item_text(const struct field *field, const char *item,
			     const struct cell_names *names)
{
	if (field->type == FIELD_REFS)
		return ref_text(field, item, names);
	if (field->type == FIELD_CHOICES)
		return cell_choice(field, choice_find(field->choices, item, false));
	return item;
}

/* Whether a text stays one and the same when it stands on a line of a list of texts. */
static bool is_line(const char *text)
{
	size_t len = strlen(text);

	return len > 0 && !strpbrk(text, ";\n") && !strstr(text, "；") &&
	       text[0] != '[' && text[0] != '{' && text[0] != ' ' && text[len - 1] != ' ';
}

static void strings_text(const struct field *field, const void *owner,
			 const struct cell_names *names, struct buf *out)
{
	const struct strings *list = field_strings(field, owner);

	for (size_t i = 0; i < list->count; i++)
		if (!is_line(item_text(field, list->items[i], names))) {
			field_write_flow(field, owner, out);
			return;
		}
	for (size_t i = 0; i < list->count; i++) {
		buf_adds(out, i > 0 ? "\n" : "");
		buf_adds(out, item_text(field, list->items[i], names));
	}
}

/* The text that says an entry by itself; NULL when it takes more than that. */
static const char *short_entry(const struct field *field, const void *entry)
{
	const struct fields *sub = field->sub;

	if (!(field->flags & FIELD_SHORTHAND) || !field_is_text(&sub->items[0]) ||
	    !field_is_set(&sub->items[0], entry))
		return NULL;
	for (size_t i = 1; i < sub->count; i++)
		if (field_is_set(&sub->items[i], entry))
			return NULL;
	return field_text(&sub->items[0], entry);
}

static void list_text(const struct field *field, const void *owner, struct buf *out)
{
	const struct list *list = field_list(field, owner);

	for (size_t i = 0; i < list->count; i++) {
		const char *text = short_entry(field, field_entry(field, list, i));

		if (!text || !is_line(text)) {
			field_write_flow(field, owner, out);
			return;
		}
	}
	for (size_t i = 0; i < list->count; i++) {
		buf_adds(out, i > 0 ? "\n" : "");
		buf_adds(out, short_entry(field, field_entry(field, list, i)));
	}
}

/* The end of the last line of a block is none in a cell. */
static void add_text(const char *text, struct buf *out)
{
	size_t len = strlen(text);

	while (len > 0 && text[len - 1] == '\n')
		len--;
	buf_add(out, text, len);
}

void cell_text(const struct cell_column *column, const struct common *record,
	       const struct cell_names *names, struct buf *out)
{
	const struct field *field = cell_field(column);
	const void *owner = field_path_owner(&column->way, record);
	char iso[DATE_ISO_SIZE];

	if (!owner || !field_is_set(field, owner))
		return;
	if (field->type == FIELD_LIST)
		list_text(field, owner, out);
	else if (field_is_strings(field))
		strings_text(field, owner, names, out);
	else if (field->type == FIELD_DATE)
		buf_adds(out, date_iso(field_date(field, owner), iso));
	else if (field->type == FIELD_INT)
		buf_addf(out, "%" PRId64, field_number(field, owner).n);
	else if (field->type == FIELD_CHOICE)
		buf_adds(out, cell_choice(field, field_choice(field, owner)));
	else if (field->type == FIELD_REF)
		buf_adds(out, ref_text(field, field_text(field, owner), names));
	else
		add_text(field_text(field, owner), out);
}
