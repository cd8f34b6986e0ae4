/*
 * A catalogue and a table for gk import, both small: the table is written as text, and what
 * became of it is told as text.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_UNIT_IMPORT_DESK_H
#define GK_TESTS_UNIT_IMPORT_DESK_H

#include "unit/repo.h"

#include "base/utf8.h"
#include "work/import.h"

/* A catalogue that is open, and what an import made of a table. */
struct desk {
	struct arena arena;
	struct catalogue *catalogue;
	struct index *index;
	struct work work;
	struct import_options options;
	struct grid_book book;
	struct import import;
	struct findings findings;
	struct work_done done;
	struct error err;
};

/* ---- the catalogue ---- */

/** A setup for cmocka: the catalogue of tests/fixtures/mini in a repository. */
static inline int desk_setup(void **state)
{
	if (repo_setup_plain(state) < 0)
		return -1;
	repo_run(*state,
		 "git init -q && cp -R '" GK_SOURCE_DIR
		 "/tests/fixtures/mini/.' . && git add -A && git commit -qm base "
		 "&& git config user.name 张某 && git config user.email z@example.com");
	return 0;
}

/** Open it as it stands, for items of the unit dz. */
static inline void desk_open(const struct repo *repo, struct desk *desk)
{
	const struct source_options source = { .dir = repo->dir.s };
	const struct index_options memory = { .memory = true };

	*desk = (struct desk){ .arena = ARENA_INIT };
	if (catalogue_open(&source, &desk->catalogue, &desk->err) < 0 ||
	    catalogue_open_legal(desk->catalogue, GK_SOURCE_DIR "/schemas", &desk->err) <
		    0 ||
	    index_open(desk->catalogue->source,
		       check_examiner(&desk->arena, desk->catalogue), &memory,
		       &desk->index, &desk->err) < 0)
		fail_msg("%s", desk->err.text);
	desk->findings = FINDINGS(&desk->arena);
	desk->options = (struct import_options){
		.kind = kind_set_find(&desk->catalogue->kinds, "item"), .unit = "dz"
	};
	desk->work = (struct work){ .arena = &desk->arena,
				    .catalogue = desk->catalogue,
				    .index = desk->index,
				    .today = { 2026, 11, 20 },
				    .typist = "张某",
				    .time = 1795132800,
				    .zone = 480,
				    .tx_flags = TX_FAST | TX_NO_HOOKS };
}

static inline void desk_close(struct desk *desk)
{
	index_free(desk->index);
	catalogue_free(desk->catalogue);
	arena_clear(&desk->arena);
}

/* ---- tables ---- */

/*
 * A cell of the text: "<" and "^" merge it with the one to the left or above.  Before the text
 * may stand = (of a formula) and & (in a hidden column), then # for a number, @ for a date, ? for
 * a boolean, ! for an error.
 */
static inline struct grid_cell desk_cell(struct desk *desk, uint32_t row, uint32_t column,
					 const char *text, size_t len)
{
	static const struct {
		char sign;
		enum grid_type type;
	} types[] = { { '#', GRID_NUMBER },
		      { '@', GRID_DATE },
		      { '?', GRID_BOOLEAN },
		      { '!', GRID_ERROR } };
	struct grid_cell cell = { .row = row, .column = column, .type = GRID_TEXT };

	for (; len > 0 && strchr("=&", *text); text++, len--) {
		cell.computed = cell.computed || *text == '=';
		cell.column_hidden = cell.column_hidden || *text == '&';
	}
	for (size_t i = 0; len > 0 && i < ARRAY_LEN(types); i++) {
		if (*text != types[i].sign)
			continue;
		cell.type = types[i].type;
		text++;
		len--;
		break;
	}
	cell.text = arena_strndup(&desk->arena, text, len);
	return cell;
}

/* The range that ends at a place grows to it, or begins beside or above it. */
static inline void desk_merge(struct desk *desk, struct grid *sheet, uint32_t row,
			      uint32_t column, bool left)
{
	uint32_t at_row = left ? row : row - 1;
	uint32_t at_column = left ? column - 1 : column;
	struct grid_range *range;

	for (size_t i = 0; i < sheet->merged.count; i++) {
		range = list_at(&sheet->merged, struct grid_range, i);
		if (at_row < range->row || at_row > range->last_row ||
		    at_column < range->column || at_column > range->last_column)
			continue;
		range->last_row = row > range->last_row ? row : range->last_row;
		range->last_column =
			column > range->last_column ? column : range->last_column;
		return;
	}
	range = list_add(&desk->arena, &sheet->merged, sizeof(*range));
	*range = (struct grid_range){ at_row, at_column, row, column };
}

static inline void desk_line(struct desk *desk, struct grid *sheet, uint32_t row,
			     const char *line, size_t len)
{
	uint32_t column = 0;
	bool hidden = len > 0 && *line == '~'; /* ~ before a line hides its row */

	for (const char *p = line + hidden; p <= line + len;) {
		const char *stop = memchr(p, '|', (size_t)(line + len - p));
		size_t n = (size_t)((stop ? stop : line + len) - p);

		column++;
		if (n == 1 && (*p == '<' || *p == '^')) {
			desk_merge(desk, sheet, row, column, *p == '<');
		} else if (n > 0) {
			struct grid_cell *cell =
				list_add(&desk->arena, &sheet->cells, sizeof(*cell));

			*cell = desk_cell(desk, row, column, p, n);
			cell->row_hidden = hidden;
		}
		p += n + 1;
	}
}

/** One more sheet: a line a row, with | between its cells; \v in it is an end of line of a cell. */
static inline struct grid *desk_sheet(struct desk *desk, const char *name,
				      const char *text)
{
	struct grid *sheet = list_add(&desk->arena, &desk->book.sheets, sizeof(*sheet));
	char *copy = arena_strdup(&desk->arena, text);
	uint32_t row = 0;

	sheet->name = name;
	sheet->number = desk->book.sheets.count;
	for (char *p = copy; *p;) {
		size_t len = strcspn(p, "\n");
		char *end = p + len;

		for (char *c = p; c < end; c++)
			if (*c == '\v')
				*c = '\n';
		desk_line(desk, sheet, ++row, p, len);
		p = end + (*end == '\n');
		if (!*end)
			break;
	}
	if (grid_arrange(&desk->arena, sheet, &desk->err) < 0)
		fail_msg("%s", desk->err.text);
	return sheet;
}

/* ---- what became of them ---- */

static inline void desk_tell_table(const struct import_table *table, struct buf *out)
{
	buf_addf(out, "%shead %u-%u:", table->edited ? "edited " : "", table->first_row,
		 table->last_row);
	for (size_t i = 0; i < table->columns.count; i++) {
		const struct import_column *column =
			list_at(&table->columns, struct import_column, i);

		buf_addf(out, " %s%s", column->key ? column->key : "-",
			 column->known ? "" : "?");
	}
	buf_addc(out, '\n');
}

static inline void desk_tell_line(const struct import_line *line, struct buf *out)
{
	static const char *const kinds[] = {
		[IMPORT_ABOVE] = "above",
		[IMPORT_SECTION] = "heading",
		[IMPORT_BELOW] = "below",
		[IMPORT_REPEATED] = "again",
	};

	buf_addf(out, "line %u %s %s\n", line->row, kinds[line->kind], line->text);
}

static inline void desk_tell_remarks(const struct import_row *row, struct buf *out)
{
	static const char *const kinds[] = {
		[IMPORT_GUESS] = "guess", [IMPORT_KEPT] = "kept", [IMPORT_FAULT] = "FAULT"
	};

	for (size_t i = 0; i < row->remarks.count; i++) {
		const struct import_remark *remark =
			list_at(&row->remarks, struct import_remark, i);

		buf_addf(out, "  %s %s %s: %s\n", kinds[remark->kind], remark->cell,
			 remark->label, remark->text);
	}
}

static inline void desk_tell_row(const struct import_row *row, struct buf *out)
{
	static const char *const actions[] = {
		[IMPORT_ADD] = "add",       [IMPORT_CHANGE] = "change",
		[IMPORT_SAME] = "same",     [IMPORT_LEAVE] = "leave",
		[IMPORT_FAULTY] = "faulty",
	};

	buf_addf(out, "row %u", row->row);
	if (row->last_row > row->row)
		buf_addf(out, "-%u", row->last_row);
	buf_addf(out, " %s%s%s%s\n", actions[row->action], row->hidden ? " hidden" : "",
		 row->id ? " " : "", row->id ? row->id : "");
	for (size_t i = 0; i < row->differences.count; i++) {
		const struct difference *difference =
			list_at(&row->differences, struct difference, i);

		buf_addf(out, "  %s: %s -> %s\n", difference->field,
			 difference->was ? difference->was : "",
			 difference->is ? difference->is : "");
	}
	desk_tell_remarks(row, out);
}

/** What the rows say, as their records would be written; heads and lines before them. */
static inline void desk_tell(const struct desk *desk, bool records, struct buf *out)
{
	const struct import *import = &desk->import;

	for (size_t i = 0; i < import->tables.count; i++)
		desk_tell_table(list_at(&import->tables, struct import_table, i), out);
	for (size_t i = 0; i < import->lines.count; i++)
		desk_tell_line(list_at(&import->lines, struct import_line, i), out);
	for (size_t i = 0; i < import->rows.count; i++) {
		const struct import_row *row =
			list_at(&import->rows, struct import_row, i);

		desk_tell_row(row, out);
		if (records)
			record_write(row->record, out);
	}
}

/** Read the sheets; the test fails where they cannot be. */
static inline void desk_read(struct desk *desk)
{
	if (import_read(&desk->work, &desk->options, &desk->book, &desk->import,
			&desk->err) < 0)
		fail_msg("%s", desk->err.text);
}

/** Read and commit; WORK_DONE or WORK_REFUSED. */
static inline int desk_commit(struct desk *desk)
{
	int outcome;

	desk_read(desk);
	outcome = import_commit(&desk->work, &desk->options, &desk->import,
				&desk->findings, &desk->done, &desk->err);
	if (outcome == WORK_FAILED)
		fail_msg("%s", desk->err.text);
	return outcome;
}

#endif
