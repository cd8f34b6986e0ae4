#include <stdlib.h>
#include <string.h>

#include "format/xlsx_private.h"

enum { MAX_STYLES = 70000, MAX_FORMATS = 1000 };

/* ---- the workbook ---- */

static const char *part_of(const struct xlsx_book *book, const char *id)
{
	for (size_t i = 0; i < book->relations.count; i++) {
		const struct ooxml_relation *relation =
			list_at(&book->relations, struct ooxml_relation, i);

		if (strcmp(relation->id, id) == 0)
			return relation->part;
	}
	return NULL;
}

static enum xlsx_state state_of(const char *state)
{
	if (!state || strcmp(state, "visible") == 0)
		return XLSX_SHOWN;
	return strcmp(state, "veryHidden") == 0 ? XLSX_VERY_HIDDEN : XLSX_HIDDEN;
}

/* The id of a sheet's relation is r:id; sheetId is another thing. */
static const char *relation_id(const char *const *attributes)
{
	const char *id = xml_attribute(attributes, "id");

	return id ? id : "";
}

static void start_book(void *payload, const char *name, const char *const *attributes)
{
	struct xlsx_book *book = payload;
	struct xlsx_sheet *sheet;
	const char *part;
	const char *title;

	if (strcmp(name, "workbookPr") == 0)
		book->from_1904 = xml_is_on(xml_attribute(attributes, "date1904"));
	if (strcmp(name, "sheet") != 0)
		return;
	if (book->sheets.count >= XLSX_MAX_SHEETS) {
		book->full = true;
		return;
	}
	part = part_of(book, relation_id(attributes));
	title = xml_attribute(attributes, "name");
	if (!part)
		return;
	sheet = list_add(&book->arena, &book->sheets, sizeof(*sheet));
	sheet->name = arena_strdup(&book->arena, title ? title : "");
	sheet->number = book->sheets.count;
	sheet->state = state_of(xml_attribute(attributes, "state"));
	sheet->from_1904 = book->from_1904;
	strings_add(&book->arena, &book->parts, part);
}

static int read_workbook(struct xlsx_book *book, struct error *err)
{
	const struct xml_handler handler = { .payload = book, .start = start_book };
	struct list top = { 0 };
	const char *part;
	bool found;

	if (ooxml_relations(book->zip, &book->arena, "", &top, err) < 0)
		return -1;
	part = ooxml_related(&top, "officeDocument", "xl/workbook.xml");
	if (ooxml_relations(book->zip, &book->arena, part, &book->relations, err) < 0 ||
	    ooxml_read_part(book->zip, part, &handler, &found, err) < 0)
		return -1;
	if (book->full)
		return error_set(err, ERR_LIMIT, "more than %d sheets", XLSX_MAX_SHEETS);
	if (!found || book->sheets.count == 0)
		return error_set(err, ERR_SYNTAX, "it is no workbook");
	return 0;
}

/* ---- which styles show dates ---- */

struct format {
	long id;
	bool date;
};

struct styles {
	struct xlsx_book *book;
	struct list formats; /* struct format, the workbook's own */
	bool in_cells;       /* inside cellXfs, which cells count in */
};

/* The letters of dates and times stand outside quotes and brackets; [h] counts hours. */
static bool is_date_format(const char *code)
{
	bool quoted = false;

	for (; *code; code++) {
		const char *close = *code == '[' ? strchr(code, ']') : NULL;

		if (*code == '"')
			quoted = !quoted;
		else if (quoted)
			continue;
		else if (*code == '\\' && code[1])
			code++;
		else if (close && !strchr("hmsHMS", code[1]))
			code = close;
		else if (strchr("yYdDhHsSmM", *code))
			return true;
	}
	return false;
}

/* Those that every workbook has (18.8.30), and the ones of Chinese Excel. */
static bool is_builtin_date(long id)
{
	return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
	       (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

static bool shows_date(const struct styles *styles, long id)
{
	for (size_t i = 0; i < styles->formats.count; i++) {
		const struct format *format = list_at(&styles->formats, struct format, i);

		if (format->id == id)
			return format->date;
	}
	return is_builtin_date(id);
}

static void add_style(struct styles *styles, long format)
{
	struct xlsx_book *book = styles->book;

	if (book->style_count >= MAX_STYLES)
		return;
	book->dates = array_grow(&book->arena, book->dates, book->style_count,
				 &book->style_room, sizeof(book->dates[0]));
	book->dates[book->style_count++] = shows_date(styles, format);
}

static void start_style(void *payload, const char *name, const char *const *attributes)
{
	struct styles *styles = payload;
	const char *id = xml_attribute(attributes, "numFmtId");
	const char *code = xml_attribute(attributes, "formatCode");

	if (strcmp(name, "cellXfs") == 0)
		styles->in_cells = true;
	if (strcmp(name, "xf") == 0 && styles->in_cells)
		add_style(styles, id ? strtol(id, NULL, 10) : 0);
	if (strcmp(name, "numFmt") == 0 && id && code &&
	    styles->formats.count < MAX_FORMATS) {
		struct format *format =
			list_add(&styles->book->arena, &styles->formats, sizeof(*format));

		format->id = strtol(id, NULL, 10);
		format->date = is_date_format(code);
	}
}

static void end_style(void *payload, const char *name)
{
	struct styles *styles = payload;

	if (strcmp(name, "cellXfs") == 0)
		styles->in_cells = false;
}

static int read_styles(struct xlsx_book *book, struct error *err)
{
	struct styles styles = { .book = book };
	const struct xml_handler handler = { .payload = &styles,
					     .start = start_style,
					     .end = end_style };
	const char *part = ooxml_related(&book->relations, "styles", "xl/styles.xml");

	return ooxml_read_part(book->zip, part, &handler, NULL, err);
}

/* ---- shared texts ---- */

struct sharing {
	struct xlsx_book *book;
	bool in_text;
	unsigned int
		reading_aid; /* depth inside rPh: how a word is read, no part of it */
	bool full;
};

static void start_text(struct xlsx_book *book)
{
	book->starts = array_grow(&book->arena, book->starts, book->text_count,
				  &book->text_room, sizeof(book->starts[0]));
	book->starts[book->text_count++] = (uint32_t)book->texts.len;
}

static void start_shared(void *payload, const char *name, const char *const *attributes)
{
	struct sharing *sharing = payload;

	(void)attributes;
	if (strcmp(name, "si") == 0 && sharing->book->text_count < XLSX_MAX_STRINGS)
		start_text(sharing->book);
	else if (strcmp(name, "si") == 0)
		sharing->full = true;
	else if (strcmp(name, "rPh") == 0)
		sharing->reading_aid++;
	else if (strcmp(name, "t") == 0)
		sharing->in_text = true;
}

static void end_shared(void *payload, const char *name)
{
	struct sharing *sharing = payload;

	if (strcmp(name, "t") == 0)
		sharing->in_text = false;
	else if (strcmp(name, "rPh") == 0)
		sharing->reading_aid--;
	else if (strcmp(name, "si") == 0)
		buf_addc(&sharing->book->texts, '\0');
}

static void shared_text(void *payload, const char *text, size_t len)
{
	struct sharing *sharing = payload;
	struct buf *texts = &sharing->book->texts;

	if (!sharing->in_text || sharing->reading_aid || sharing->full)
		return;
	if (texts->len + len > XLSX_MAX_STRING_BYTES)
		sharing->full = true;
	else
		buf_add(texts, text, len);
}

static int read_texts(struct xlsx_book *book, struct error *err)
{
	struct sharing sharing = { .book = book };
	const struct xml_handler handler = { .payload = &sharing,
					     .start = start_shared,
					     .end = end_shared,
					     .text = shared_text };
	const char *part =
		ooxml_related(&book->relations, "sharedStrings", "xl/sharedStrings.xml");

	if (ooxml_read_part(book->zip, part, &handler, NULL, err) < 0)
		return -1;
	return sharing.full ? error_set(err, ERR_LIMIT, "too many texts") : 0;
}

int xlsx_read_book(struct xlsx_book *book, struct error *err)
{
	if (read_workbook(book, err) < 0 || read_styles(book, err) < 0)
		return -1;
	return read_texts(book, err);
}
