#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "check/inspect.h"
#include "work/grid.h"

enum { MAX_FILE = 64 << 20, MAX_ROW = 1048576, MAX_COLUMN = 16384 };

/* The book while its lines come in. */
struct reading {
	struct arena *arena;
	struct grid_book *book;
	bool too_long;
	bool refused;
	enum inspect_kind why; /* it was refused */
	const char *said;
};

static bool is_on(const struct yaml_node *line, const char *key)
{
	return strcmp(inspect_text(line, key), "true") == 0;
}

static struct grid *current(const struct reading *reading)
{
	const struct list *sheets = &reading->book->sheets;

	return sheets->count ? list_at(sheets, struct grid, sheets->count - 1) : NULL;
}

static bool take_sheet(struct reading *reading, const struct yaml_node *line)
{
	struct grid *sheet =
		list_add(reading->arena, &reading->book->sheets, sizeof(*sheet));

	sheet->name = arena_strdup(reading->arena, inspect_text(line, "name"));
	sheet->number = inspect_number(line, "sheet");
	sheet->hidden = is_on(line, "hidden");
	sheet->from_1904 = is_on(line, "from-1904");
	return true;
}

/* Most cells are texts, which do not say so. */
static enum grid_type type_of(const char *word)
{
	static const char *const types[] = {
		[GRID_TEXT] = "",       [GRID_NUMBER] = "number",
		[GRID_DATE] = "date",   [GRID_BOOLEAN] = "boolean",
		[GRID_ERROR] = "error",
	};

	for (enum grid_type i = GRID_NUMBER; i <= GRID_ERROR; i++)
		if (strcmp(word, types[i]) == 0)
			return i;
	return GRID_TEXT;
}

static bool take_cell(struct reading *reading, const struct yaml_node *line)
{
	struct grid *sheet = current(reading);
	uint32_t row = inspect_number(line, "row");
	uint32_t column = inspect_number(line, "column");
	struct grid_cell *cell;

	if (!sheet || row < 1 || column < 1)
		return false;
	/* A CSV file may have more of them than a workbook: that is said when all is there. */
	if (row > MAX_ROW) {
		reading->too_long = true;
		return true;
	}
	if (column > MAX_COLUMN)
		column = MAX_COLUMN;
	cell = list_add(reading->arena, &sheet->cells, sizeof(*cell));
	*cell = (struct grid_cell){
		.row = row,
		.column = column,
		.type = type_of(inspect_text(line, "type")),
		.computed = is_on(line, "computed"),
		.row_hidden = is_on(line, "row-hidden"),
		.column_hidden = is_on(line, "column-hidden"),
		.text = arena_strdup(reading->arena, inspect_text(line, "text")),
	};
	return true;
}

static bool take_merged(struct reading *reading, const struct yaml_node *line)
{
	struct grid *sheet = current(reading);
	const struct grid_range range = {
		.row = inspect_number(line, "row"),
		.column = inspect_number(line, "column"),
		.last_row = inspect_number(line, "last-row"),
		.last_column = inspect_number(line, "last-column"),
	};

	if (!sheet || range.row < 1 || range.column < 1)
		return false;
	*(struct grid_range *)list_add(reading->arena, &sheet->merged, sizeof(range)) =
		range;
	return true;
}

static bool take_comment(struct reading *reading, const struct yaml_node *line)
{
	struct grid *sheet = current(reading);

	(void)line;
	if (sheet)
		sheet->comments++;
	return sheet != NULL;
}

static bool take_line(void *payload, const struct yaml_node *line)
{
	static const struct {
		const char *kind;
		bool (*take)(struct reading *reading, const struct yaml_node *line);
	} takers[] = {
		{ "cell", take_cell },
		{ "merged", take_merged },
		{ "sheet", take_sheet },
		{ "comment", take_comment },
	};
	struct reading *reading = payload;
	const char *kind = inspect_text(line, "kind");

	for (size_t i = 0; i < ARRAY_LEN(takers); i++)
		if (strcmp(kind, takers[i].kind) == 0)
			return takers[i].take(reading, line);
	reading->refused = inspect_is_refusal(line, &reading->why);
	reading->said = arena_strdup(reading->arena, inspect_text(line, "text"));
	return reading->refused;
}

/* What it is instead of a table, and what to do. */
static int refuse(const struct reading *reading, const char *path, struct error *err)
{
	static const struct {
		const char *said;
		const char *advice;
	} reasons[] = {
		{ "old", N_("a workbook of the old kind (.xls): open it and save it as "
			    ".xlsx") },
		{ "encrypted", N_("it needs a password: save it without one") },
		{ "page", N_("a web page, whatever it is called: open it in a "
			     "spreadsheet program and save it as .xlsx") },
		{ "encoding", N_("no text in UTF-8 or GBK: save it as CSV UTF-8 or as "
				 ".xlsx") },
	};

	if (reading->too_long || (reading->why == INSPECT_LIMIT && !reading->said[0]))
		return error_set(err, ERR_LIMIT,
				 tr("'%s' holds more text than can be read at once: "
				    "split it"),
				 path);
	if (reading->why == INSPECT_LIMIT)
		return error_set(err, ERR_LIMIT,
				 tr("'%s' is too large to be read: split it (%s)"), path,
				 reading->said);
	if (reading->why == INSPECT_DAMAGED)
		return error_set(err, ERR_SYNTAX,
				 tr("'%s' is damaged (%s): save it anew"), path,
				 reading->said);
	for (size_t i = 0; i < ARRAY_LEN(reasons); i++)
		if (strcmp(reading->said, reasons[i].said) == 0)
			return error_set(err, ERR_SYNTAX, "'%s': %s", path,
					 tr(reasons[i].advice));
	return error_set(err, ERR_SYNTAX,
			 tr("'%s' is no table: gk import reads .xlsx and .csv"), path);
}

int grid_read(struct arena *arena, const char *inspector, const char *path,
	      struct grid_book *out, struct error *err)
{
	struct reading reading = { .arena = arena, .book = out };
	struct inspect_file file = { .name = path_base(path) };
	auto_buf bytes = BUF_INIT;

	*out = (struct grid_book){ 0 };
	if (!inspector)
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("the program gk-inspect is missing, which reads "
				    "files: install gk again"));
	if (file_read(path, MAX_FILE, &bytes, err) < 0)
		return -1;
	file.bytes = bytes.s;
	file.len = bytes.len;
	if (inspect_view(inspector, "sheet", &file, take_line, &reading, err) < 0)
		return error_wrap(err, tr("'%s' cannot be read"), path);
	if (reading.refused || reading.too_long)
		return refuse(&reading, path, err);
	if (out->sheets.count == 0)
		return error_set(err, ERR_SYNTAX, tr("'%s' is empty"), path);
	for (size_t i = 0; i < out->sheets.count; i++)
		if (grid_arrange(arena, list_at(&out->sheets, struct grid, i), err) < 0)
			return -1;
	return 0;
}
