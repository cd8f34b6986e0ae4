#include <string.h>

#include "base/i18n.h"
#include "record/item.h"
#include "work/import_private.h"

/* What is done with a row of the sheet. */
enum role { ROLE_ROW, ROLE_MORE, ROLE_LINE };

/* ---- looking at a row ---- */

static const struct import_column *column_of(const struct import_table *table,
					     const char *key)
{
	for (size_t i = 0; i < table->columns.count; i++) {
		const struct import_column *column =
			list_at(&table->columns, struct import_column, i);

		if (column->key && strcmp(column->key, key) == 0)
			return column;
	}
	return NULL;
}

static bool is_filled(const struct grid_cell *cell)
{
	return cell && (cell->computed || cell->text[strspn(cell->text, " \t\r\n")]);
}

/* Whether the row says something itself in the column of a key. */
static bool says(const struct import_reading *reading, const struct grid_row *row,
		 const char *key)
{
	const struct import_column *column = column_of(reading->table, key);

	return column && grid_is_own(row, column->column) &&
	       is_filled(grid_at(row, column->column));
}

static size_t own_cells(const struct import_reading *reading, const struct grid_row *row,
			const struct grid_cell **first)
{
	size_t count = 0;

	*first = NULL;
	for (uint32_t c = 1; c <= reading->sheet->columns; c++) {
		if (!grid_is_own(row, c) || !is_filled(grid_at(row, c)))
			continue;
		if (!*first)
			*first = grid_at(row, c);
		count++;
	}
	return count;
}

/* 注：…, 填报人：…: what stands below a table and signs it. */
static bool is_note(const char *text)
{
	static const char *const words[] = {
		"注:",      "备注:",    "说明:",      "填表说明", "填报说明", "填报人",
		"填报单位", "填表人",   "审核人",     "审核:",    "制表",     "联系人",
		"联系电话", "分管领导", "单位负责人", "填报日期", "填表日期", "填报时间",
		"合计",     "小计",     "总计",       "共计",     "注1",      "注、",
	};
	auto_buf word = BUF_INIT;

	import_fold_name(&word, text);
	if (strcmp(word.s, "注") == 0)
		return true;
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strncmp(word.s, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

static bool is_line(const struct import_reading *reading, const struct grid_row *row)
{
	const struct grid_cell *first;
	size_t count = own_cells(reading, row, &first);

	if (reading->table->edited)
		return count == 0;
	if (count == 0 || is_note(first->text))
		return true;
	if (count > 1)
		return false;
	return !says(reading, row, "title") && !says(reading, row, "subgroup") &&
	       !says(reading, row, "content") && first->type == GRID_TEXT &&
	       !says(reading, row, "elements.basis") && !says(reading, row, "channels");
}

static enum role role_of(const struct import_reading *reading, const struct grid_row *row)
{
	static const char *const opening[] = { "title", "group", "subgroup", "id",
					       IMPORT_SERIAL };

	if (is_line(reading, row))
		return ROLE_LINE;
	if (reading->table->edited || !reading->last)
		return ROLE_ROW;
	for (size_t i = 0; i < ARRAY_LEN(opening); i++)
		if (says(reading, row, opening[i]))
			return ROLE_ROW;
	return column_of(reading->table, "title") ? ROLE_MORE : ROLE_ROW;
}

/* ---- lines that are no records ---- */

static void add_line(struct import_reading *reading, const struct grid_row *row,
		     enum import_line_kind kind)
{
	struct importing *in = reading->in;
	struct import_line *line = list_add(in->arena, &in->out->lines, sizeof(*line));
	auto_buf text = BUF_INIT;

	for (uint32_t c = 1; c <= reading->sheet->columns; c++)
		if (grid_is_own(row, c) && is_filled(grid_at(row, c)))
			buf_addf(&text, "%s%s", text.len ? " " : "",
				 import_one_line(in->arena, grid_at(row, c)->text));
	*line = (struct import_line){ .sheet = reading->sheet,
				      .row = row->number,
				      .kind = kind,
				      .text = buf_dup(&text, in->arena) };
}

/* （一）社会救助领域: the rows below belong to it. */
static void take_section(struct import_reading *reading, const char *text)
{
	const char *category = import_category_in(reading->in, text);
	const char *line = import_one_line(reading->in->arena, text);

	if (category) {
		reading->category = category;
		reading->category_why = line;
	} else if (!column_of(reading->table, "group")) {
		reading->group = line;
	} else {
		reading->section = line;
	}
}

static void take_line(struct import_reading *reading, const struct grid_row *row)
{
	const struct grid_cell *first;

	if (own_cells(reading, row, &first) == 0)
		return;
	if (is_note(first->text)) {
		add_line(reading, row, IMPORT_BELOW);
		return;
	}
	add_line(reading, row, IMPORT_SECTION);
	take_section(reading, first->text);
}

/* ---- what is filled from around ---- */

static void fill_group(struct import_reading *reading, struct import_row *out)
{
	struct item *item = RECORD(out->record, struct item);

	if (!item->group && reading->group) {
		(void)import_assign(reading->in, out, "group", reading->group);
		import_remark(
			reading->in, out, IMPORT_GUESS, "", tr("first-level matter"),
			arena_printf(reading->in->arena, tr("'%s', as in the row above"),
				     reading->group));
	}
	if (!item->title && item->subgroup && reading->title) {
		(void)import_assign(reading->in, out, "title", reading->title);
		import_remark(
			reading->in, out, IMPORT_GUESS, "", tr("name of the matter"),
			arena_printf(reading->in->arena, tr("'%s', as in the row above"),
				     reading->title));
	}
	if (!item->title && item->group) {
		(void)import_assign(reading->in, out, "title", item->group);
		import_remark(reading->in, out, IMPORT_GUESS, "",
			      tr("name of the matter"),
			      tr("there is none: that of the first-level matter"));
	}
	reading->group = item->group ? item->group : reading->group;
	reading->title = item->title;
}

static void fill_around(struct import_reading *reading, struct import_row *out)
{
	struct item *item = RECORD(out->record, struct item);

	fill_group(reading, out);
	if (item->categories.count == 0 && reading->category) {
		import_refer(reading->in, out, "categories", reading->category);
		out->category_above = true;
		import_remark(reading->in, out, IMPORT_GUESS, "", tr("categories"),
			      arena_printf(reading->in->arena, tr("%s, by '%s'"),
					   reading->category, reading->category_why));
	}
	if (reading->section)
		import_keep(reading->in, out, "x-栏目", reading->section);
}

/* ---- rows ---- */

static void begin_row(struct import_reading *reading, const struct grid_row *row)
{
	struct importing *in = reading->in;
	struct import_row *out = list_add(in->arena, &in->out->rows, sizeof(*out));

	*out = (struct import_row){
		.sheet = reading->sheet,
		.row = row->number,
		.last_row = row->number,
		.record = record_new(in->arena, in->options->kind),
	};
	import_fill(reading, row, out);
	if (in->options->kind == &item_kind && !reading->table->edited)
		fill_around(reading, out);
	reading->last = in->out->rows.count;
	reading->more = 0;
}

static void continue_row(struct import_reading *reading, const struct grid_row *row)
{
	struct importing *in = reading->in;
	struct import_row *out =
		list_at(&in->out->rows, struct import_row, reading->last - 1);

	if (out->last_row == out->row)
		import_remark(in, out, IMPORT_GUESS, "", "",
			      arena_printf(in->arena,
					   tr("row %u has no name of its own: it goes on "
					      "with row %u"),
					   row->number, out->row));
	if (++reading->more == IMPORT_MAX_PARTS)
		import_remark(
			in, out, IMPORT_FAULT, "", "",
			tr("it goes on for a thousand rows: a column with the names "
			   "of matters is empty"));
	out->last_row = row->number;
	if (reading->more < IMPORT_MAX_PARTS)
		import_fill(reading, row, out);
}

void import_rows(struct import_reading *reading, size_t from, size_t *stop)
{
	size_t i;

	for (i = from; i < reading->sheet->row_count; i++) {
		const struct grid_row *row = &reading->sheet->rows[i];
		bool edited = reading->table->edited;

		if (!edited && import_is_head_again(reading->table, row)) {
			add_line(reading, row, IMPORT_REPEATED);
			continue;
		}
		if (!edited && import_begins_head(reading->in, reading->sheet, i))
			break;
		switch (role_of(reading, row)) {
		case ROLE_LINE:
			take_line(reading, row);
			break;
		case ROLE_MORE:
			continue_row(reading, row);
			break;
		case ROLE_ROW:
			begin_row(reading, row);
			break;
		}
	}
	*stop = i;
}
