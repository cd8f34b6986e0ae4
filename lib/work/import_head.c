#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "record/item.h"
#include "work/import_private.h"

enum { HEAD_WITHIN = 60, HEAD_LINES = 4, HEAD_WORDS = 2, KEY_CHARACTERS = 40 };

/* A head while it is looked at: some rows of a sheet. */
struct head {
	struct importing *in;
	const struct grid *sheet;
	size_t first; /* rows of the sheet */
	size_t count;
};

static const struct grid_row *head_row(const struct head *head, size_t line)
{
	return &head->sheet->rows[head->first + line];
}

/* ---- words of the map come before our own ---- */

static bool same_head(const char *a, const char *b)
{
	auto_buf left = BUF_INIT;
	auto_buf right = BUF_INIT;

	import_fold(&left, a);
	import_fold(&right, b);
	return strcmp(left.s, right.s) == 0;
}

static const struct yaml_node *mapped(const struct head *head, const char *text)
{
	const struct yaml_node *map = head->in->options->map;

	for (size_t i = 0; map && i < map->count; i++)
		if (same_head(map->keys[i]->value, text))
			return map->items[i];
	return NULL;
}

static bool meaning_of(const struct head *head, const char *text,
		       struct import_meaning *out)
{
	const struct kind *kind = head->in->options->kind;
	const struct yaml_node *to = mapped(head, text);

	if (!to)
		return import_meaning(head->in->arena, kind, text, out);
	*out = (struct import_meaning){ .use = USE_IGNORE };
	if (strcmp(to->value, "ignore") == 0)
		return true;
	if (strncmp(to->value, "x-", 2) == 0) {
		*out = (struct import_meaning){ .use = USE_EXTRA, .path = to->value };
		return true;
	}
	return import_meaning(head->in->arena, kind, to->value, out);
}

/* ---- where a head begins and ends ---- */

/* How many words of a row stand in heads only. */
static size_t head_words(const struct head *head)
{
	const struct grid_row *row = head_row(head, 0);
	size_t words = 0;

	for (uint32_t c = 1; c <= head->sheet->columns; c++) {
		struct import_meaning meaning;

		if (grid_is_own(row, c) && grid_at(row, c)->type == GRID_TEXT &&
		    meaning_of(head, grid_at(row, c)->text, &meaning) && !meaning.inner)
			words++;
	}
	return words;
}

bool import_begins_head(struct importing *in, const struct grid *sheet, size_t row)
{
	const struct head head = { .in = in, .sheet = sheet, .first = row, .count = 1 };
	const struct grid_row *cells = head_row(&head, 0);
	struct import_meaning meaning;
	uint32_t first = 1;

	/* Of most rows the first cell says that they are none: there are many. */
	while (first < sheet->columns && !grid_is_own(cells, first))
		first++;
	return grid_is_own(cells, first) && grid_at(cells, first)->type == GRID_TEXT &&
	       meaning_of(&head, grid_at(cells, first)->text, &meaning) &&
	       head_words(&head) > HEAD_WORDS;
}

/* Whether the head above goes on to the right, so that heads below divide it. */
static bool is_divided(const struct head *head, size_t line, uint32_t column)
{
	const struct grid_row *row = head_row(head, line);
	const struct grid_cell *cell = grid_at(row, column);

	if (!cell)
		return true;
	if (cell->column != column)
		return true;
	if (column == head->sheet->columns)
		return false;
	return !grid_at(row, column + 1) || grid_at(row, column + 1) == cell;
}

/* Whether a cell of the head is merged down into a row: then the row belongs to the head. */
static bool reaches(const struct head *head, const struct grid_row *row)
{
	for (uint32_t c = 1; c <= head->sheet->columns; c++) {
		const struct grid_cell *cell = grid_at(row, c);

		if (cell && cell->text[0] && cell->row < row->number &&
		    cell->row >= head_row(head, 0)->number)
			return true;
	}
	return false;
}

/* Whether a head means a part of what the one above it means: 乡级 below 公开层级. */
static bool is_part(const struct head *head, uint32_t column,
		    const struct import_meaning *meaning)
{
	const struct grid_cell *above = grid_at(head_row(head, head->count - 1), column);
	struct import_meaning whole;

	return above && meaning->path && meaning_of(head, above->text, &whole) &&
	       whole.path && strcmp(whole.path, meaning->path) == 0;
}

/* 1 2 3 … or (1) (2) (3) below the head, as printed forms have it. */
static bool numbers_columns(const struct grid *sheet, const struct grid_row *row)
{
	unsigned long last = 0;
	size_t count = 0;

	for (uint32_t c = 1; c <= sheet->columns; c++) {
		const char *text;
		char *end;
		unsigned long n;

		if (!grid_is_own(row, c))
			continue;
		text = grid_at(row, c)->text;
		text += strspn(text, "( ");
		n = strtoul(text, &end, 10);
		if (end == text || end[strspn(end, ") ")] || n != last + 1)
			return false;
		last = n;
		count++;
	}
	return count > HEAD_WORDS;
}

/* A row below the head that belongs to it: all its words are known or divide a head above. */
static bool continues_head(const struct head *head, const struct grid_row *row)
{
	size_t own = 0;
	size_t known = 0;

	if (numbers_columns(head->sheet, row) || reaches(head, row))
		return true;
	for (uint32_t c = 1; c <= head->sheet->columns; c++) {
		struct import_meaning meaning;

		if (!grid_is_own(row, c))
			continue;
		own++;
		if (grid_at(row, c)->type == GRID_TEXT &&
		    meaning_of(head, grid_at(row, c)->text, &meaning) &&
		    (!meaning.inner || is_part(head, c, &meaning) ||
		     is_divided(head, head->count - 1, c)))
			known++;
		else if (!is_divided(head, head->count - 1, c))
			return false;
	}
	/* Names of channels below 公开渠道和载体 are nobody's words. */
	return known > 0 && (known >= HEAD_WORDS || known * 2 >= own);
}

/* ---- columns ---- */

/* The texts above a column, from the top, each once. */
static size_t texts_of(const struct head *head, uint32_t column,
		       const char *texts[HEAD_LINES])
{
	const struct grid_cell *last = NULL;
	size_t count = 0;

	for (size_t line = 0; line < head->count; line++) {
		const struct grid_row *row = head_row(head, line);
		const struct grid_cell *cell = grid_at(row, column);
		bool below = false;

		if (numbers_columns(head->sheet, row))
			continue;
		for (size_t i = line + 1; i < head->count; i++)
			below = below ||
				(grid_is_own(head_row(head, i), column) &&
				 !numbers_columns(head->sheet, head_row(head, i)));
		/* Without merged cells a head stands over its first column only. */
		for (uint32_t c = column; !cell && below && c > 1; c--)
			cell = grid_at(row, c - 1);
		if (cell && cell != last && cell->text[0])
			texts[count++] = cell->text;
		last = cell ? cell : last;
	}
	return count;
}

static const char *joined(struct arena *arena, const char *const *texts, size_t count)
{
	auto_buf out = BUF_INIT;

	for (size_t i = 0; i < count; i++)
		buf_addf(&out, "%s%s", i ? "/" : "", import_one_line(arena, texts[i]));
	return buf_dup(&out, arena);
}

/* A key of the record's own for what no field takes: x-办理地点. */
static const char *own_key(struct importing *in, const struct import_table *table,
			   const char *text, uint32_t column)
{
	auto_buf key = BUF_INIT;
	auto_buf word = BUF_INIT;
	char ref[GRID_REF_SIZE];
	size_t characters = 0;
	size_t same = 1;

	import_fold(&word, text);
	buf_adds(&key, "x-");
	for (size_t at = 0, used; at < word.len && characters < KEY_CHARACTERS;
	     at += used) {
		uint32_t code = utf8_decode(word.s + at, word.len - at, &used);

		if (!utf8_is_word(code))
			continue;
		buf_add(&key, word.s + at, used);
		characters++;
	}
	if (characters == 0)
		buf_addf(&key, "列%s", grid_ref(0, column, ref));
	for (size_t i = 0; i < table->columns.count; i++) {
		const struct import_column *other =
			list_at(&table->columns, struct import_column, i);

		same += other->key && strncmp(other->key, key.s, key.len) == 0 &&
			(!other->key[key.len] || other->key[key.len] == '-');
	}
	if (same > 1)
		buf_addf(&key, "-%zu", same);
	return buf_dup(&key, in->arena);
}

static const char *label_of(struct importing *in, const char *path)
{
	struct field_path way;
	const struct field *field;

	if (!path || !field_path_find(in->options->kind, path, false, &way))
		return path ? path : "";
	field = way.steps[way.count - 1];
	return i18n_language() == LANGUAGE_ZH ? field->zh : field->en;
}

/* The field that a head may mean, told beside an unknown one. */
static const char *nearest_label(struct importing *in, const char *text)
{
	const struct field *field =
		fields_nearest(&in->options->kind->fields, text, false);

	if (!field)
		return NULL;
	return i18n_language() == LANGUAGE_ZH ? field->zh : field->en;
}

/* The column whose key a path is, among those before; NULL: none. */
static const struct import_column *column_of(const struct import_table *table,
					     const char *path)
{
	for (size_t i = 0; i < table->columns.count; i++) {
		const struct import_column *column =
			list_at(&table->columns, struct import_column, i);

		if (column->key && strcmp(column->key, path) == 0)
			return column;
	}
	return NULL;
}

/*
 * A word that nobody knows below one that is known: the first such column is what the head
 * above says (公开依据/文件名称), the next ones are kept apart.  Below 公开事项 the first is the
 * first level, the second one the second, as on the form.
 */
static bool is_what_stands_above(const struct head *head,
				 const struct import_table *table,
				 const struct import_meaning *outer, uint32_t column,
				 struct import_meaning *out)
{
	static const char *const matters[] = { "group", "title", "subgroup" };
	bool matter = outer->path && strcmp(outer->path, "title") == 0;
	bool wide = head->count > 1 && is_divided(head, head->count - 2, column);

	if (outer->use != USE_FIELD && outer->use != USE_SUBJECT &&
	    outer->use != USE_UNIT)
		return false;
	*out = *outer;
	for (size_t i = wide ? 0 : 1; matter && i < ARRAY_LEN(matters); i++) {
		out->path = matters[i];
		if (!column_of(table, matters[i]) &&
		    !(i == 0 && column_of(table, "categories")))
			return true;
	}
	return !matter && !column_of(table, out->path);
}

/* What all lines of a head say together (公开 above 时限), else the lowest alone. */
static bool own_meaning(const struct head *head, const char *all, const char *last,
			struct import_meaning *out)
{
	struct importing *in = head->in;

	if (mapped(head, all))
		return meaning_of(head, all, out);
	return *last && (import_meaning_of_all(in->arena, in->options->kind, all, out) ||
			 meaning_of(head, last, out));
}

/* What the column is: by its lowest word, by that of the head above it, else nobody knows. */
static void give_meaning(const struct head *head, struct import_table *table,
			 const char *const *texts, size_t count,
			 struct import_column *out)
{
	struct import_meaning inner = { .use = USE_EXTRA };
	struct import_meaning outer = { .use = USE_EXTRA };
	const char *last = count ? texts[count - 1] : "";
	const char *codes[IMPORT_MAX_LEVELS];
	bool knows_inner = own_meaning(head, out->head, last, &inner);

	if (count > 1)
		(void)meaning_of(head, texts[count - 2], &outer);
	out->known = true;
	if (outer.use == USE_CHANNELS && (!knows_inner || inner.use == USE_CHANNELS))
		inner = (struct import_meaning){ .use = USE_BOX,
						 .path = outer.path,
						 .code = last };
	else if (outer.use == USE_LEVELS && !knows_inner &&
		 import_bare_levels(last, codes) > 0)
		inner = (struct import_meaning){ .use = USE_LEVEL_TICK,
						 .path = outer.path };
	else
		out->known = knows_inner || is_what_stands_above(head, table, &outer,
								 out->column, &inner);
	out->use = (int)inner.use;
	out->key = inner.path;
	out->code = inner.code ? inner.code : last;
	if (inner.use == USE_SERIAL)
		out->key = IMPORT_SERIAL;
	if (inner.use == USE_ID)
		out->key = "id";
	if (!out->known)
		out->nearest = nearest_label(head->in, last);
	if (inner.use == USE_EXTRA && !out->key)
		out->key = own_key(head->in, table, last, out->column);
	out->label = label_of(head->in, inner.path);
}

/* A field in two columns: the second one is kept apart, so that neither is lost. */
static void keep_apart(const struct head *head, struct import_table *table,
		       struct import_column *column)
{
	if (column->use != USE_FIELD && column->use != USE_UNIT &&
	    column->use != USE_ID && column->use != USE_SERIAL)
		return;
	for (size_t i = 0; i < table->columns.count; i++) {
		const struct import_column *other =
			list_at(&table->columns, struct import_column, i);

		if (other->use != column->use || strcmp(other->key, column->key) != 0)
			continue;
		column->use = USE_EXTRA;
		column->key = own_key(head->in, table, column->head, column->column);
		return;
	}
}

static void read_columns(const struct head *head, struct import_table *table)
{
	for (uint32_t c = 1; c <= head->sheet->columns; c++) {
		const char *texts[HEAD_LINES] = { NULL };
		size_t count = texts_of(head, c, texts);
		struct import_column column = {
			.column = c,
			.head = joined(head->in->arena, texts, count),
		};

		give_meaning(head, table, texts, count, &column);
		keep_apart(head, table, &column);
		*(struct import_column *)list_add(head->in->arena, &table->columns,
						  sizeof(column)) = column;
	}
}

/* Whether all words of a row are fields or keys of the record's own. */
static bool names_fields(const struct head *head, const struct grid_row *row)
{
	for (uint32_t c = 1; c <= head->sheet->columns; c++) {
		const char *text = grid_at(row, c) ? grid_at(row, c)->text : "";
		struct field_path way;

		if (*text && strncmp(text, "x-", 2) != 0 &&
		    !field_path_find(head->in->options->kind, text, true, &way))
			return false;
	}
	return true;
}

/* As gk export --edit writes it: ids first, in a sheet that is called as the kind is, or in a CSV. */
static bool is_edited(const struct head *head)
{
	const struct kind *kind = head->in->options->kind;
	const struct grid_row *row = head_row(head, 0);
	const char *name = head->sheet->name;
	struct import_meaning meaning;

	if (row->number != 1 || !grid_is_own(row, 1) ||
	    !meaning_of(head, grid_at(row, 1)->text, &meaning) || meaning.use != USE_ID)
		return false;
	if (!*name)
		return names_fields(head, row);
	return strcmp(name, kind->zh) == 0 || strcmp(name, kind->en) == 0;
}

static void read_edited_columns(const struct head *head, struct import_table *table)
{
	const struct grid_row *row = head_row(head, 0);

	for (uint32_t c = 1; c <= head->sheet->columns; c++) {
		const struct grid_cell *cell = grid_at(row, c);
		const char *text = cell ? cell->text : "";
		struct import_column column = {
			.column = c, .head = text, .use = USE_EXTRA, .known = true
		};
		struct field_path way;
		auto_buf path = BUF_INIT;

		if (c == 1) {
			column.use = USE_ID;
			column.key = "id";
		} else if (strncmp(text, "x-", 2) == 0) {
			column.key = text;
		} else if (field_path_find(head->in->options->kind, text, true, &way)) {
			field_path_text(&way, &path);
			column.use = USE_FIELD;
			column.key = buf_dup(&path, head->in->arena);
		} else {
			column.known = false;
			column.nearest = nearest_label(head->in, text);
			column.key = own_key(head->in, table, text, c);
		}
		column.label = label_of(head->in, column.key);
		*(struct import_column *)list_add(head->in->arena, &table->columns,
						  sizeof(column)) = column;
	}
}

/* Whether rows below can name a matter: an index of fields and pages has a head, and no records. */
static bool names_records(const struct import_table *table, const struct kind *kind)
{
	if (kind != &item_kind || table->edited)
		return true;
	for (size_t i = 0; i < table->columns.count; i++) {
		const struct import_column *column =
			list_at(&table->columns, struct import_column, i);

		if (column->use == USE_ID || column->use == USE_CLASS ||
		    (column->use == USE_FIELD && (strcmp(column->key, "title") == 0 ||
						  strcmp(column->key, "group") == 0 ||
						  strcmp(column->key, "subgroup") == 0 ||
						  strcmp(column->key, "content") == 0)))
			return true;
	}
	return false;
}

static void read_head(struct head *head, struct import_table *out)
{
	*out = (struct import_table){ .sheet = head->sheet,
				      .first_row = head_row(head, 0)->number,
				      .edited = is_edited(head) };
	head->count = 1;
	if (out->edited) {
		read_edited_columns(head, out);
	} else {
		while (head->count < HEAD_LINES &&
		       head->first + head->count < head->sheet->row_count &&
		       continues_head(head, head_row(head, head->count)))
			head->count++;
		read_columns(head, out);
	}
	out->last_row = head_row(head, head->count - 1)->number;
}

bool import_head(struct importing *in, const struct grid *sheet, size_t from,
		 struct import_table *out, size_t *next)
{
	struct head head = { .in = in, .sheet = sheet, .first = from, .count = 1 };
	size_t end = from + HEAD_WITHIN;

	if (end > sheet->row_count)
		end = sheet->row_count;
	for (; head.first < end; head.first++) {
		head.count = 1;
		if (head_words(&head) < HEAD_WORDS && !is_edited(&head))
			continue;
		read_head(&head, out);
		if (!names_records(out, in->options->kind))
			continue;
		*next = head.first + head.count;
		return true;
	}
	return false;
}

/* Whether a text is one of those that make up a head. */
static bool is_in_head(const char *head, const char *text)
{
	auto_buf whole = BUF_INIT;
	auto_buf part = BUF_INIT;

	import_fold(&whole, head);
	import_fold(&part, text);
	return part.len > 0 && strstr(whole.s, part.s) != NULL;
}

bool import_is_head_again(const struct import_table *table, const struct grid_row *row)
{
	size_t own = 0;

	if (numbers_columns(table->sheet, row))
		return true;
	for (size_t i = 0; i < table->columns.count; i++) {
		const struct import_column *column =
			list_at(&table->columns, struct import_column, i);

		if (!grid_is_own(row, column->column))
			continue;
		if (!is_in_head(column->head, grid_at(row, column->column)->text))
			return false;
		own++;
	}
	return own > HEAD_WORDS;
}
