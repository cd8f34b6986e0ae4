#include "format/xlsx_write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/file.h"

/* What the letters of a table are set in: names that every office's computer knows. */
#define SONG "宋体"
#define HEI  "黑体"

enum {
	GB2312_CHARSET = 134, /* a computer without the font takes another Chinese one */
	DAY_SECONDS = 86400,
	HUNDRED = 100,
};

struct xlsx_writer {
	struct arena arena; /* of what the library borrows until it closes */
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *styles[SHEET_STYLE_COUNT];
	struct buf text; /* of the order at hand, ended by NUL */
};

static int library_says(lxw_error code, struct error *err)
{
	/* It leaves errno as the call that failed left it. */
	if ((code == LXW_ERROR_CREATING_XLSX_FILE || code == LXW_ERROR_CREATING_TMPFILE ||
	     code == LXW_ERROR_READING_TMPFILE || code == LXW_ERROR_ZIP_FILE_OPERATION) &&
	    errno != 0)
		return error_errno(err, "%s", lxw_strerror(code));
	return error_set(err, ERR_EXTERNAL, "%s", lxw_strerror(code));
}

/* ---- styles ---- */

struct style {
	const char *font;
	double size;
	bool bold;
	bool lines;
	bool wrap;
	bool open;      /* may be typed into on a protected sheet */
	bool text_only; /* whatever is typed is a text */
	uint8_t across;
	uint8_t down;
	lxw_color_t ground; /* 0: none */
};

static const struct style styles[SHEET_STYLE_COUNT] = {
	[SHEET_PLAIN] = { .font = SONG, .size = 10 },
	[SHEET_TITLE] = { .font = SONG,
			  .size = 18,
			  .bold = true,
			  .wrap = true,
			  .across = LXW_ALIGN_CENTER,
			  .down = LXW_ALIGN_VERTICAL_CENTER },
	[SHEET_HEAD] = { .font = HEI,
			 .size = 9,
			 .lines = true,
			 .wrap = true,
			 .across = LXW_ALIGN_CENTER,
			 .down = LXW_ALIGN_VERTICAL_CENTER },
	[SHEET_TEXT] = { .font = SONG,
			 .size = 9,
			 .lines = true,
			 .wrap = true,
			 .across = LXW_ALIGN_LEFT,
			 .down = LXW_ALIGN_VERTICAL_CENTER },
	[SHEET_CENTRE] = { .font = SONG,
			   .size = 9,
			   .lines = true,
			   .wrap = true,
			   .across = LXW_ALIGN_CENTER,
			   .down = LXW_ALIGN_VERTICAL_CENTER },
	[SHEET_EDIT_HEAD] = { .font = HEI,
			      .size = 10,
			      .lines = true,
			      .wrap = true,
			      .text_only = true,
			      .across = LXW_ALIGN_CENTER,
			      .down = LXW_ALIGN_VERTICAL_CENTER,
			      .ground = 0xD9E2F3 },
	[SHEET_EDIT_KEY] = { .font = SONG,
			     .size = 10,
			     .lines = true,
			     .text_only = true,
			     .across = LXW_ALIGN_LEFT,
			     .down = LXW_ALIGN_VERTICAL_TOP,
			     .ground = 0xEDEDED },
	[SHEET_EDIT_CELL] = { .font = SONG,
			      .size = 10,
			      .lines = true,
			      .wrap = true,
			      .open = true,
			      .text_only = true,
			      .across = LXW_ALIGN_LEFT,
			      .down = LXW_ALIGN_VERTICAL_TOP },
};

static lxw_format *make_style(lxw_workbook *book, const struct style *style)
{
	lxw_format *format = workbook_add_format(book);

	format_set_font_name(format, style->font);
	format_set_font_charset(format, GB2312_CHARSET);
	format_set_font_size(format, style->size);
	if (style->bold)
		format_set_bold(format);
	if (style->lines)
		format_set_border(format, LXW_BORDER_THIN);
	if (style->wrap)
		format_set_text_wrap(format);
	if (style->open)
		format_set_unlocked(format);
	if (style->text_only)
		format_set_num_format(format, "@");
	if (style->across)
		format_set_align(format, style->across);
	if (style->down)
		format_set_align(format, style->down);
	if (style->ground)
		format_set_bg_color(format, style->ground);
	return format;
}

int xlsx_writer_open(const char *path, struct xlsx_writer **out, struct error *err)
{
	struct arena arena = ARENA_INIT;
	char *dir = arena_strndup(&arena, path, (size_t)(path_base(path) - path));
	lxw_workbook_options options = { .constant_memory = LXW_TRUE,
					 .tmpdir = dir[0] ? dir : NULL,
					 .use_zip64 = LXW_FALSE };
	lxw_workbook *book = workbook_new_opt(path, &options);
	struct xlsx_writer *writer;

	if (!book) {
		arena_clear(&arena);
		return error_set(err, ERR_EXTERNAL, "out of memory");
	}
	writer = arena_new(&arena, struct xlsx_writer);
	*writer = (struct xlsx_writer){ .arena = arena, .book = book, .text = BUF_INIT };
	for (size_t i = 0; i < SHEET_STYLE_COUNT; i++)
		writer->styles[i] = make_style(book, &styles[i]);
	*out = writer;
	return 0;
}

/* ---- orders ---- */

static lxw_format *style_of(const struct xlsx_writer *writer, uint32_t style)
{
	return style < SHEET_STYLE_COUNT ? writer->styles[style] : NULL;
}

static lxw_error about(struct xlsx_writer *w, const uint32_t *n)
{
	struct date day = { .year = (int16_t)n[0],
			    .month = (int8_t)n[1],
			    .day = (int8_t)n[2] };
	char author[] = "gk";
	lxw_doc_properties properties = { .title = w->text.s, .author = author };

	if (!date_is_valid((int)n[0], (int)n[1], (int)n[2]))
		return LXW_ERROR_PARAMETER_VALIDATION;
	/* 0 would be taken for now. */
	properties.created = (time_t)date_to_days(day) * DAY_SECONDS;
	return workbook_set_properties(w->book, &properties);
}

static lxw_error new_sheet(struct xlsx_writer *w, const uint32_t *n)
{
	(void)n;
	w->sheet = workbook_add_worksheet(w->book, w->text.s);
	return w->sheet ? LXW_NO_ERROR : LXW_ERROR_PARAMETER_VALIDATION;
}

static lxw_error width(struct xlsx_writer *w, const uint32_t *n)
{
	lxw_row_col_options hidden = { .hidden = LXW_TRUE };

	return worksheet_set_column_opt(w->sheet, (lxw_col_t)n[0], (lxw_col_t)n[1],
					(double)n[2] / HUNDRED, style_of(w, n[3]),
					n[4] & SHEET_HIDDEN ? &hidden : NULL);
}

static lxw_error page(struct xlsx_writer *w, const uint32_t *n)
{
	lxw_protection open = { .format_cells = LXW_TRUE,
				.format_columns = LXW_TRUE,
				.format_rows = LXW_TRUE };

	if (n[0] & SHEET_LANDSCAPE) {
		worksheet_set_landscape(w->sheet);
		worksheet_set_paper(w->sheet, 9); /* A4 */
		worksheet_set_margins(w->sheet, 0.4, 0.4, 0.55, 0.6);
	}
	if (n[0] & SHEET_FITTED) {
		worksheet_fit_to_pages(w->sheet, 1, 0);
		worksheet_center_horizontally(w->sheet);
	}
	if (n[0] & SHEET_PROTECTED)
		worksheet_protect(w->sheet, NULL, &open);
	if (n[0] & SHEET_HIDDEN)
		worksheet_hide(w->sheet);
	if (n[2] >= n[1])
		(void)worksheet_repeat_rows(w->sheet, n[1], n[2]);
	if (n[3] > 0 || n[4] > 0)
		worksheet_freeze_panes(w->sheet, n[3], (lxw_col_t)n[4]);
	return w->text.len > 0 ? worksheet_set_footer(w->sheet, w->text.s) : LXW_NO_ERROR;
}

static lxw_error height(struct xlsx_writer *w, const uint32_t *n)
{
	return worksheet_set_row(w->sheet, n[0], (double)n[1] / HUNDRED, NULL);
}

static lxw_error cell(struct xlsx_writer *w, const uint32_t *n)
{
	if (w->text.len == 0)
		return worksheet_write_blank(w->sheet, n[0], (lxw_col_t)n[1],
					     style_of(w, n[2]));
	return worksheet_write_string(w->sheet, n[0], (lxw_col_t)n[1], w->text.s,
				      style_of(w, n[2]));
}

/*
 * worksheet_merge_range() also fills the range with empty cells: in rows that are written
 * already it cannot, and loses the memory of them; in the last one it takes what stands
 * there.  So the range alone is put into the list that it keeps.
 */
static lxw_error merge(struct xlsx_writer *w, const uint32_t *n)
{
	lxw_merged_range *range;

	if (n[0] > n[2] || n[1] > n[3] || (n[0] == n[2] && n[1] == n[3]))
		return LXW_ERROR_PARAMETER_VALIDATION;
	range = calloc(1, sizeof(*range)); /* the library frees it */
	if (!range)
		return LXW_ERROR_MEMORY_MALLOC_FAILED;
	range->first_row = n[0];
	range->first_col = (lxw_col_t)n[1];
	range->last_row = n[2];
	range->last_col = (lxw_col_t)n[3];
	STAILQ_INSERT_TAIL(w->sheet->merged_ranges, range, list_pointers);
	w->sheet->merged_range_count++;
	return LXW_NO_ERROR;
}

/* The lines of the text as a list ended by NULL; the text is cut up. */
static char **lines_of(struct xlsx_writer *w)
{
	size_t count = 1;
	char **lines;

	for (const char *s = w->text.s; *s; s++)
		count += *s == '\n';
	lines = arena_array(&w->arena, char *, count + 1);
	count = 0;
	for (char *s = arena_strdup(&w->arena, w->text.s); s;) {
		char *stop = strchr(s, '\n');

		lines[count++] = s;
		if (stop)
			*stop++ = '\0';
		s = stop;
	}
	return lines;
}

static lxw_error choice(struct xlsx_writer *w, const uint32_t *n)
{
	lxw_data_validation validation = {
		.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
		.value_formula = w->text.s,
		.ignore_blank = LXW_VALIDATION_ON,
		.dropdown = LXW_VALIDATION_ON,
	};

	if (n[4] == SHEET_CHOICE_LIST) {
		/* The library counts characters and has room for as many bytes. */
		if (w->text.len > SHEET_MAX_INLINE)
			return LXW_ERROR_PARAMETER_VALIDATION;
		validation.validate = LXW_VALIDATION_TYPE_LIST;
		validation.value_list = lines_of(w);
	}
	return worksheet_data_validation_range(w->sheet, n[0], (lxw_col_t)n[1], n[2],
					       (lxw_col_t)n[3], &validation);
}

static const struct {
	enum sheet_op op;
	lxw_error (*obey)(struct xlsx_writer *w, const uint32_t *n);
} obeyed[] = {
	{ SHEET_CELL, cell },     { SHEET_HEIGHT, height }, { SHEET_MERGE, merge },
	{ SHEET_WIDTH, width },   { SHEET_NEW, new_sheet }, { SHEET_PAGE, page },
	{ SHEET_CHOICE, choice }, { SHEET_ABOUT, about },
};

int xlsx_writer_do(struct xlsx_writer *writer, const struct sheet_order *order,
		   struct error *err)
{
	lxw_error code = LXW_ERROR_PARAMETER_VALIDATION;

	buf_reset(&writer->text);
	buf_add(&writer->text, order->text, order->len);
	if (!writer->sheet && order->op != SHEET_NEW && order->op != SHEET_ABOUT)
		return error_set(err, ERR_SYNTAX, "no sheet yet");
	errno = 0;
	for (size_t i = 0; i < ARRAY_LEN(obeyed); i++)
		if (obeyed[i].op == order->op) {
			code = obeyed[i].obey(writer, order->n);
			break;
		}
	return code == LXW_NO_ERROR ? 0 : library_says(code, err);
}

int xlsx_writer_close(struct xlsx_writer *writer, struct error *err)
{
	struct arena arena = writer->arena;
	lxw_error code;

	errno = 0;
	code = workbook_close(writer->book);
	buf_release(&writer->text);
	arena_clear(&arena);
	return code == LXW_NO_ERROR ? 0 : library_says(code, err);
}
