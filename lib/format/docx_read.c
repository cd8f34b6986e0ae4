#include "format/docx_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

enum { MAX_STYLES = 4000, MAX_MARK = 64 << 10 };

struct style {
	const char *id;
	const char *name;
};

/* A paragraph whose end is still to come: a text box stands inside another one. */
struct open_paragraph {
	const char *style;
	int level;
	int numbering;
	struct buf text;
};

struct open_table {
	size_t number;
	uint32_t row;
	uint32_t column;
	uint32_t span;
	bool continued;
};

struct reading {
	struct zip_reader *zip;
	struct arena arena;
	const struct docx_visitor *visitor;
	struct list styles; /* struct style, by id */
	enum docx_part part;
	bool comments; /* the part is that of comments */
	size_t number;
	size_t tables;
	struct open_paragraph paragraphs[DOCX_MAX_NESTING];
	size_t paragraph_count;
	struct open_table open_tables[DOCX_MAX_NESTING];
	size_t table_count;
	unsigned int
		fallback; /* depth inside what is there a second time for old programs */
	bool in_text;
	bool in_run;
	bool vanished; /* the run is not shown */
	bool too_deep;
	bool too_long;
	enum docx_trace trace; /* of what is read now; DOCX_COMMENT for none */
	const char *author;
	struct buf change;
	struct buf hidden;
	struct buf comment;
};

static const char *value_of(const char *const *attributes)
{
	const char *value = xml_attribute(attributes, "val");

	return value ? value : "";
}

static bool is(const char *name, const char *other)
{
	return strcmp(name, other) == 0;
}

/* ---- styles ---- */

static void start_style(void *payload, const char *name, const char *const *attributes)
{
	struct reading *reading = payload;
	const char *id = xml_attribute(attributes, "styleId");
	struct list *styles = &reading->styles;

	if (is(name, "style") && id && styles->count < MAX_STYLES) {
		struct style *style = list_add(&reading->arena, styles, sizeof(*style));

		style->id = arena_strdup(&reading->arena, id);
		style->name = style->id;
	} else if (is(name, "name") && styles->count > 0) {
		list_at(styles, struct style, styles->count - 1)->name =
			arena_strdup(&reading->arena, value_of(attributes));
	}
}

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct style *)a)->id, ((const struct style *)b)->id);
}

static const char *style_name(struct reading *reading, const char *id)
{
	const struct style key = { .id = id };
	const struct style *found = NULL;

	if (reading->styles.count > 0)
		found = bsearch(&key, reading->styles.items, reading->styles.count,
				sizeof(key), by_id);
	return found ? found->name : arena_strdup(&reading->arena, id);
}

/* ---- marks ---- */

static void tell(const struct reading *reading, enum docx_trace trace, const char *author,
		 const char *text)
{
	const struct docx_mark mark = { .trace = trace,
					.author = author ? author : "",
					.text = text,
					.part = reading->part,
					.paragraph = trace == DOCX_COMMENT
							     ? 0
							     : reading->number + 1 };

	if (reading->visitor->mark)
		reading->visitor->mark(reading->visitor->payload, &mark);
}

static void end_change(struct reading *reading)
{
	if (reading->trace != DOCX_COMMENT && reading->change.len > 0)
		tell(reading, reading->trace, reading->author, reading->change.s);
	buf_reset(&reading->change);
	reading->trace = DOCX_COMMENT;
}

static void start_change(struct reading *reading, enum docx_trace trace,
			 const char *const *attributes)
{
	const char *author = xml_attribute(attributes, "author");

	end_change(reading);
	reading->trace = trace;
	reading->author = arena_strdup(&reading->arena, author ? author : "");
}

/* rPrChange, pPrChange, tblPrChange …: how it looked before. */
static bool is_layout_change(const char *name)
{
	static const char tail[] = "PrChange";
	size_t len = strlen(name);

	return len >= sizeof(tail) && is(name + len - (sizeof(tail) - 1), tail);
}

static void end_hidden(struct reading *reading)
{
	if (reading->hidden.len > 0)
		tell(reading, DOCX_HIDDEN, "", reading->hidden.s);
	buf_reset(&reading->hidden);
}

/* ---- paragraphs ---- */

static struct open_paragraph *innermost(struct reading *reading)
{
	return reading->paragraph_count > 0
		       ? &reading->paragraphs[reading->paragraph_count - 1]
		       : NULL;
}

static void start_paragraph(struct reading *reading)
{
	struct open_paragraph *paragraph;

	if (reading->paragraph_count == DOCX_MAX_NESTING) {
		reading->too_deep = true;
		return;
	}
	paragraph = &reading->paragraphs[reading->paragraph_count++];
	paragraph->style = "";
	paragraph->level = -1;
	paragraph->numbering = 0;
	buf_reset(&paragraph->text);
}

static void end_paragraph(struct reading *reading)
{
	const struct open_paragraph *from = innermost(reading);
	const struct open_table *table =
		reading->table_count > 0 ? &reading->open_tables[reading->table_count - 1]
					 : NULL;
	struct docx_paragraph paragraph = { .part = reading->part };

	if (!from || reading->too_deep)
		return;
	end_hidden(reading);
	reading->paragraph_count--;
	reading->number++;
	if (reading->comments) {
		if (reading->comment.len > 0)
			buf_addc(&reading->comment, '\n');
		if (reading->comment.len + from->text.len <= MAX_MARK)
			buf_add(&reading->comment, from->text.s, from->text.len);
		return;
	}
	paragraph.number = reading->number;
	paragraph.style = from->style;
	paragraph.level = from->level;
	paragraph.numbering = from->numbering;
	paragraph.text = from->text.s;
	paragraph.len = from->text.len;
	if (table) {
		paragraph.table = reading->open_tables[0].number;
		paragraph.row = table->row;
		paragraph.column = table->column;
		paragraph.continued = table->continued;
	}
	if (reading->visitor->paragraph)
		reading->visitor->paragraph(reading->visitor->payload, &paragraph);
}

/* Of what is told as a trace its beginning is enough. */
static void add_mark(struct buf *out, const char *text, size_t len)
{
	if (out->len + len <= MAX_MARK)
		buf_add(out, text, len);
}

/* What was taken out, and what is not shown, is no text of the paragraph. */
static void add_text(struct reading *reading, const char *text, size_t len)
{
	struct open_paragraph *paragraph = innermost(reading);

	if (reading->trace != DOCX_COMMENT)
		add_mark(&reading->change, text, len);
	if (reading->vanished)
		add_mark(&reading->hidden, text, len);
	else if (!paragraph || reading->trace == DOCX_DELETED)
		return;
	else if (paragraph->text.len + len > DOCX_MAX_PARAGRAPH)
		reading->too_long = true;
	else
		buf_add(&paragraph->text, text, len);
}

/* ---- tables ---- */

static void start_table(struct reading *reading)
{
	struct open_table *table;

	if (reading->table_count == DOCX_MAX_NESTING) {
		reading->too_deep = true;
		return;
	}
	if (reading->table_count == 0)
		reading->tables++;
	table = &reading->open_tables[reading->table_count++];
	*table = (struct open_table){ .number = reading->tables };
}

static void start_table_part(struct reading *reading, const char *name,
			     const char *const *attributes)
{
	struct open_table *table = &reading->open_tables[reading->table_count - 1];
	long span;

	if (is(name, "tr")) {
		table->row++;
		table->column = 0;
		table->span = 1;
	} else if (is(name, "tc")) {
		table->column += table->column == 0 ? 1 : table->span;
		table->span = 1;
		table->continued = false;
	} else if (is(name, "gridSpan")) {
		span = strtol(value_of(attributes), NULL, 10);
		table->span = span > 0 && span < 1000 ? (uint32_t)span : 1;
	} else if (is(name, "vMerge")) {
		table->continued = !is(value_of(attributes), "restart");
	}
}

/* ---- events ---- */

static void start_property(struct reading *reading, const char *name,
			   const char *const *attributes)
{
	struct open_paragraph *paragraph = innermost(reading);

	if (is(name, "vanish") && reading->in_run) {
		const char *value = xml_attribute(attributes, "val");

		reading->vanished = !value || xml_is_on(value);
	}
	if (!paragraph)
		return;
	if (is(name, "pStyle"))
		paragraph->style = style_name(reading, value_of(attributes));
	else if (is(name, "ilvl"))
		paragraph->level = (int)strtol(value_of(attributes), NULL, 10);
	else if (is(name, "numId"))
		paragraph->numbering = (int)strtol(value_of(attributes), NULL, 10);
}

static void start_inline(struct reading *reading, const char *name,
			 const char *const *attributes)
{
	if (is(name, "t") || is(name, "delText")) {
		reading->in_text = true;
	} else if (is(name, "r")) {
		reading->in_run = true;
		reading->vanished = false;
	} else if (is(name, "tab") && reading->in_run) {
		add_text(reading, "\t", 1);
	} else if ((is(name, "br") || is(name, "cr")) && reading->in_run) {
		add_text(reading, "\n", 1);
	} else if (is(name, "noBreakHyphen")) {
		add_text(reading, "-", 1);
	} else if (is(name, "ins") || is(name, "moveTo")) {
		start_change(reading, DOCX_INSERTED, attributes);
	} else if (is(name, "del") || is(name, "moveFrom")) {
		start_change(reading, DOCX_DELETED, attributes);
	} else if (is_layout_change(name)) {
		tell(reading, DOCX_INSERTED, xml_attribute(attributes, "author"), "");
	} else {
		start_property(reading, name, attributes);
	}
}

static void start(void *payload, const char *name, const char *const *attributes)
{
	struct reading *reading = payload;

	if (is(name, "Fallback"))
		reading->fallback++;
	if (reading->fallback || reading->too_deep)
		return;
	if (is(name, "p")) {
		start_paragraph(reading);
	} else if (is(name, "tbl")) {
		start_table(reading);
	} else if (reading->table_count > 0 &&
		   (is(name, "tr") || is(name, "tc") || is(name, "gridSpan") ||
		    is(name, "vMerge"))) {
		start_table_part(reading, name, attributes);
	} else if (is(name, "comment")) {
		const char *author = xml_attribute(attributes, "author");

		reading->author = arena_strdup(&reading->arena, author ? author : "");
		buf_reset(&reading->comment);
	} else {
		start_inline(reading, name, attributes);
	}
}

static void end(void *payload, const char *name)
{
	struct reading *reading = payload;

	if (is(name, "Fallback"))
		reading->fallback--;
	if (reading->fallback || reading->too_deep)
		return;
	if (is(name, "p"))
		end_paragraph(reading);
	else if (is(name, "tbl") && reading->table_count > 0)
		reading->table_count--;
	else if (is(name, "t") || is(name, "delText"))
		reading->in_text = false;
	else if (is(name, "r"))
		reading->in_run = reading->vanished = false;
	else if (is(name, "ins") || is(name, "del") || is(name, "moveTo") ||
		 is(name, "moveFrom"))
		end_change(reading);
	else if (is(name, "comment"))
		tell(reading, DOCX_COMMENT, reading->author, reading->comment.s);
}

static void text(void *payload, const char *bytes, size_t len)
{
	struct reading *reading = payload;

	if (reading->in_text && !reading->fallback)
		add_text(reading, bytes, len);
}

/* ---- parts ---- */

static int read_part(struct reading *reading, const char *part, struct error *err)
{
	const struct xml_handler handler = {
		.payload = reading, .start = start, .end = end, .text = text
	};

	reading->number = 0;
	reading->paragraph_count = reading->table_count = 0;
	reading->fallback = 0;
	reading->in_text = reading->in_run = reading->vanished = false;
	reading->trace = DOCX_COMMENT;
	if (ooxml_read_part(reading->zip, part, &handler, NULL, err) < 0)
		return -1;
	if (reading->too_deep)
		return error_set(err, ERR_LIMIT, "%s: it nests deeper than %d", part,
				 DOCX_MAX_NESTING);
	if (reading->too_long)
		return error_set(err, ERR_LIMIT, "%s: a paragraph that is too long",
				 part);
	return 0;
}

static int read_related(struct reading *reading, const struct list *relations,
			struct error *err)
{
	static const struct {
		const char *type;
		enum docx_part part;
		bool comments;
	} kinds[] = {
		{ "header", DOCX_HEADER, false },
		{ "footer", DOCX_FOOTER, false },
		{ "footnotes", DOCX_FOOTNOTE, false },
		{ "endnotes", DOCX_ENDNOTE, false },
		{ "comments", DOCX_BODY, true },
	};

	for (size_t i = 0; i < relations->count; i++) {
		const struct ooxml_relation *relation =
			list_at(relations, struct ooxml_relation, i);

		for (size_t n = 0; n < ARRAY_LEN(kinds); n++) {
			if (!is(relation->type, kinds[n].type))
				continue;
			reading->part = kinds[n].part;
			reading->comments = kinds[n].comments;
			if (read_part(reading, relation->part, err) < 0)
				return -1;
		}
	}
	return 0;
}

static int read_styles(struct reading *reading, const struct list *relations,
		       struct error *err)
{
	const struct xml_handler handler = { .payload = reading, .start = start_style };
	const char *part = ooxml_related(relations, "styles", "word/styles.xml");

	if (ooxml_read_part(reading->zip, part, &handler, NULL, err) < 0)
		return -1;
	if (reading->styles.count > 0)
		qsort(reading->styles.items, reading->styles.count, sizeof(struct style),
		      by_id);
	return 0;
}

static int read_body(struct reading *reading, struct error *err)
{
	struct list top = { 0 };
	struct list relations = { 0 };
	const char *part;

	if (ooxml_relations(reading->zip, &reading->arena, "", &top, err) < 0)
		return -1;
	part = ooxml_related(&top, "officeDocument", "word/document.xml");
	if (zip_reader_find(reading->zip, part) == zip_reader_count(reading->zip))
		return error_set(err, ERR_SYNTAX, "it is no document");
	if (ooxml_relations(reading->zip, &reading->arena, part, &relations, err) < 0 ||
	    read_styles(reading, &relations, err) < 0 ||
	    read_part(reading, part, err) < 0)
		return -1;
	return read_related(reading, &relations, err);
}

static int tell_rest(struct reading *reading, struct error *err)
{
	const struct docx_visitor *visitor = reading->visitor;
	struct list properties = { 0 };

	if (ooxml_properties(reading->zip, &reading->arena, &properties, err) < 0)
		return -1;
	for (size_t i = 0; visitor->property && i < properties.count; i++)
		visitor->property(visitor->payload,
				  list_at(&properties, struct ooxml_property, i));
	for (size_t i = 0; visitor->part && i < zip_reader_count(reading->zip); i++) {
		const char *name = zip_reader_name(reading->zip, i);

		if (strncmp(name, "word/embeddings/", strlen("word/embeddings/")) == 0)
			visitor->part(visitor->payload, name);
	}
	return 0;
}

int docx_read(const void *bytes, size_t len, const struct docx_visitor *visitor,
	      struct error *err)
{
	struct reading *reading = calloc(1, sizeof(*reading));
	int done;

	if (!reading)
		out_of_memory();
	reading->visitor = visitor;
	reading->change = reading->hidden = reading->comment = BUF_INIT;
	for (size_t i = 0; i < DOCX_MAX_NESTING; i++)
		reading->paragraphs[i].text = BUF_INIT;
	done = zip_reader_open(bytes, len, &reading->zip, err);
	if (done == 0)
		done = read_body(reading, err);
	if (done == 0)
		done = tell_rest(reading, err);
	zip_reader_free(reading->zip);
	for (size_t i = 0; i < DOCX_MAX_NESTING; i++)
		buf_release(&reading->paragraphs[i].text);
	buf_release(&reading->change);
	buf_release(&reading->hidden);
	buf_release(&reading->comment);
	arena_clear(&reading->arena);
	free(reading);
	return done;
}
