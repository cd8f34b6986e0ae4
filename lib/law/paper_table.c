#include <string.h>

#include "law/paper_private.h"

enum {
	COLUMNS_MAX = 200,
	CELLS_MAX = 200000,
	LAYOUT_LINES = 24, /* a table with more is one */
	HEAD_LINES = 8,    /* a table below them is no part of the head */
};

struct range {
	size_t start;
	size_t end;
	uint32_t rows;
	uint32_t columns;
	uint32_t heads; /* rows repeated on each page */
	size_t cells;   /* with text */
};

static struct range range_of(const struct sheet *sheet, size_t i)
{
	struct range range = { .start = i, .end = i };
	size_t table = sheet->lines[i].table;

	for (; range.end < sheet->count && sheet->lines[range.end].table == table;
	     range.end++) {
		const struct paper_line *line = sheet->lines[range.end].from;
		const struct paper_line *before =
			range.end > i ? sheet->lines[range.end - 1].from : NULL;
		uint32_t last = line->column + (line->span > 1 ? line->span - 1 : 0);

		range.rows = line->row > range.rows ? line->row : range.rows;
		range.columns = last > range.columns ? last : range.columns;
		if (line->head && line->row > range.heads)
			range.heads = line->row;
		range.cells += !before || before->row != line->row ||
			       before->column != line->column;
	}
	return range;
}

/* ---- tables ---- */

/* The texts of the cells, by row and column; NULL where there is none. */
static const char **gather(struct sheet *sheet, const struct range *range)
{
	const char **cells = arena_array(sheet->arena, const char *,
					 (size_t)range->rows * range->columns);

	for (size_t i = range->start; i < range->end; i++) {
		const struct line *line = &sheet->lines[i];
		size_t at = (size_t)(line->from->row - 1) * range->columns +
			    line->from->column - 1;

		cells[at] = cells[at] ? arena_printf(sheet->arena, "%s\n%s", cells[at],
						     line->text)
				      : line->text;
	}
	return cells;
}

/* Lines of one cell are one line in Markdown. */
static void put_cell(struct blocks *body, struct row *row, const char *text)
{
	struct cell *cell = blocks_cell(body, row, "");
	auto_buf one = BUF_INIT;

	if (!text)
		return;
	buf_adds(&one, text);
	for (size_t i = 0; i < one.len; i++)
		if (one.s[i] == '\n')
			one.s[i] = ' ';
	cell->runs = arena_new(body->arena, struct run);
	cell->runs->text = buf_dup(&one, body->arena);
}

static void put_paragraphs(struct sheet *sheet, const struct range *range)
{
	sheet->paper->doubts[PAPER_TABLE_TOO_LARGE] = true;
	for (size_t i = range->start; i < range->end; i++)
		blocks_paragraph(&sheet->paper->body, sheet->lines[i].text);
}

size_t paper_read_table(struct sheet *sheet, size_t i)
{
	const struct range range = range_of(sheet, i);
	struct blocks *body = &sheet->paper->body;
	struct block *table;
	const char **cells;

	if (range.columns > COLUMNS_MAX ||
	    (size_t)range.rows * range.columns > CELLS_MAX) {
		put_paragraphs(sheet, &range);
		return range.end;
	}
	cells = gather(sheet, &range);
	table = blocks_table(body, range.columns,
			     range.heads && range.heads < range.rows ? range.heads : 1,
			     NULL);
	for (uint32_t r = 0; r < range.rows; r++) {
		struct row *row = blocks_row(body, table);

		for (uint32_t c = 0; c < range.columns; c++)
			put_cell(body, row, cells[(size_t)r * range.columns + c]);
	}
	return range.end;
}

/* ---- tables for layout ---- */

/* What a page places with a table: who issues it, numbers, dates, what is printed below. */
static bool is_placed(struct sheet *sheet, const char *text, bool above)
{
	const char *closed = line_close_up(sheet->arena, text);
	const char *after;
	struct date date;
	bool mended, whole;

	return (above && line_is_of_head(sheet->arena, text)) || line_is_organ(closed) ||
	       line_is_of_print(sheet->arena, text) || line_ends(closed, "文件") ||
	       line_is_date(sheet->arena, closed, &date) ||
	       line_number(sheet->arena, closed, &mended, &after) ||
	       line_mark(sheet->arena, text, &whole);
}

/* 签发人：张某 and, below it in the cell, the others. */
static void join_signers(struct sheet *sheet, const struct range *range)
{
	for (size_t i = range->start; i + 1 < range->end; i++) {
		struct line *line = &sheet->lines[i];
		struct line *next = line + 1;

		if (!line_after(sheet->arena, line_close_up(sheet->arena, line->text),
				"签发人") ||
		    next->from->row != line->from->row ||
		    next->from->column != line->from->column)
			continue;
		next->text = arena_printf(sheet->arena, "%s　%s", line->text, next->text);
		line->taken = line->merged = true;
	}
}

static bool is_layout(struct sheet *sheet, const struct range *range, size_t *labels)
{
	bool placed = true;
	bool print = false;

	*labels = 0;
	for (size_t i = range->start; i < range->end; i++) {
		const char *text = sheet->lines[i].text;

		placed = placed && (sheet->lines[i].merged ||
				    is_placed(sheet, text, range->start < HEAD_LINES));
		print = print || line_is_of_print(sheet->arena, text);
		*labels += line_is_label(sheet->arena, text);
	}
	return range->cells == 1 || placed || print;
}

/* 索引号 and what stands in the cell beside it become one line. */
static void join_labels(struct sheet *sheet, const struct range *range)
{
	for (size_t i = range->start; i + 1 < range->end; i++) {
		struct line *label = &sheet->lines[i];
		const struct line *value = label + 1;
		const char *word = line_close_up(sheet->arena, label->text);

		if (!line_is_label(sheet->arena, word) ||
		    value->from->row != label->from->row)
			continue;
		if (!line_ends(word, "：") && !line_ends(word, ":"))
			word = arena_printf(sheet->arena, "%s：", word);
		sheet->lines[i + 1].text =
			arena_printf(sheet->arena, "%s%s", word, value->text);
		label->taken = true;
		i++;
	}
}

void paper_flatten_tables(struct sheet *sheet)
{
	size_t i = 0;

	while (i < sheet->count) {
		struct range range;
		size_t labels;

		if (!sheet->lines[i].table) {
			i++;
			continue;
		}
		range = range_of(sheet, i);
		i = range.end;
		if (range.end - range.start > LAYOUT_LINES)
			continue;
		if (range.start < HEAD_LINES)
			join_signers(sheet, &range);
		if (!is_layout(sheet, &range, &labels)) {
			/* Labels in the first table of all are the head of a web page. */
			if (range.start > 2 || labels < 2)
				continue;
			join_labels(sheet, &range);
		}
		for (size_t k = range.start; k < range.end; k++)
			sheet->lines[k].table = 0;
	}
}
