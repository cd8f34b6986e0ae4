#include "format/docx_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "format/docx_private.h"

enum { MAX_NOTES = 20000, MAX_INSTRUCTION = 1000 };

/* ---- events ---- */

/* rPrChange, pPrChange, tblPrChange …: how it looked before. */
static bool is_layout_change(const char *name)
{
	static const char tail[] = "PrChange";
	size_t len = strlen(name);

	return len >= sizeof(tail) && docx_is(name + len - (sizeof(tail) - 1), tail);
}

static void start_run_property(struct docx_reading *reading, const char *name,
			       const char *const *attributes)
{
	const char *value = xml_attribute(attributes, "val");

	if (docx_is(name, "vanish"))
		reading->vanished = !value || xml_is_on(value);
	else if (docx_is(name, "rFonts"))
		reading->symbols = docx_symbol_font(xml_attribute(attributes, "ascii"));
	else if (docx_is(name, "rStyle"))
		docx_style_fill(&reading->styles, value ? value : "", &reading->run);
	else
		(void)docx_look_read(&reading->run, name, attributes);
}

static void start_property(struct docx_reading *reading, const char *name,
			   const char *const *attributes)
{
	struct open_paragraph *paragraph = docx_innermost(reading);
	const char *value = xml_attribute(attributes, "val");

	if (reading->replaced)
		return;
	if (reading->in_run)
		start_run_property(reading, name, attributes);
	else if (!paragraph || !reading->in_look)
		return;
	else if (docx_is(name, "pStyle"))
		paragraph->style = arena_strdup(&reading->arena, value ? value : "");
	else if (docx_is(name, "pageBreakBefore"))
		paragraph->page = paragraph->page || !value || xml_is_on(value);
	else if (docx_is(name, "sectPr"))
		reading->new_page = true;
	else if (docx_is(name, "type") && value && strcmp(value, "continuous") == 0)
		reading->new_page = false;
	else
		(void)docx_look_read(&paragraph->look, name, attributes);
}

/* A break ends a line, or a page: that stands between paragraphs where no text is before it. */
static void start_break(struct docx_reading *reading, const char *const *attributes)
{
	struct open_paragraph *paragraph = docx_innermost(reading);
	const char *type = xml_attribute(attributes, "type");
	bool page = type && strcmp(type, "page") == 0;

	if (page && paragraph && paragraph->text.len == 0) {
		paragraph->page = true;
		return;
	}
	reading->new_page = reading->new_page || page;
	docx_add_text(reading, "\n", 1);
}

/* Word counts notes in the order in which they are referred to. */
static void start_reference(struct docx_reading *reading, const char *name,
			    const char *const *attributes)
{
	const char *id = xml_attribute(attributes, "id");
	const char **slot;
	auto_buf text = BUF_INIT;

	if (!id || reading->notes.count >= MAX_NOTES || !reading->visitor->references)
		return;
	slot = list_add(&reading->arena, &reading->notes, sizeof(*slot));
	*slot = arena_printf(&reading->arena, "%c%s", *name, id);
	buf_addf(&text, "〔注%zu〕", reading->notes.count);
	docx_add_text(reading, text.s, text.len);
}

static void start_note(struct docx_reading *reading, const char *name,
		       const char *const *attributes)
{
	const char *id = xml_attribute(attributes, "id");

	reading->note = 0;
	for (size_t i = 0; id && i < reading->notes.count; i++) {
		const char *known = list_at(&reading->notes, const char *, i)[0];

		if (known[0] == *name && strcmp(known + 1, id) == 0)
			reading->note = i + 1;
	}
}

/* w:sym: a sign by its font and its code in it. */
static void start_symbol(struct docx_reading *reading, const char *const *attributes)
{
	const char *font = xml_attribute(attributes, "font");
	const char *hex = xml_attribute(attributes, "char");
	unsigned long code = hex ? strtoul(hex, NULL, 16) : 0;
	const char *text = docx_symbol(font, (uint32_t)(code & 0xFFFF));

	docx_add_text(reading, text, strlen(text));
}

/* Other programs write the same signs as text, at a place of their own in Unicode (U+F0FE). */
static void add_characters(struct docx_reading *reading, const char *bytes, size_t len)
{
	size_t from = 0;
	size_t used;

	for (size_t at = 0; at < len; at += used) {
		uint32_t c = utf8_decode(bytes + at, len - at, &used);
		const char *text;

		if (c < 0xF000 || c > 0xF0FF)
			continue;
		text = docx_symbol(reading->symbols, c);
		docx_add_text(reading, bytes + from, at - from);
		docx_add_text(reading, text, strlen(text));
		from = at + used;
	}
	docx_add_text(reading, bytes + from, len - from);
}

/* DATE and TIME are worked out anew by each program that opens the file (ECMA-376 part 1, 17.16.5). */
static void tell_field(struct docx_reading *reading, const char *instruction)
{
	static const char *const clocks[] = { "DATE", "TIME" };
	const char *word = instruction + strspn(instruction, " ");
	size_t len = strcspn(word, " \\");

	for (size_t i = 0; i < ARRAY_LEN(clocks); i++)
		if (len == strlen(clocks[i]) && strncmp(word, clocks[i], len) == 0 &&
		    reading->visitor->clock && reading->part == DOCX_BODY)
			reading->visitor->clock(reading->visitor->payload);
}

/* A field begins, or what it says is over; its instruction may be cut into runs. */
static void start_field(struct docx_reading *reading, const char *name,
			const char *const *attributes)
{
	const char *value = xml_attribute(attributes, "instr");

	if (docx_is(name, "fldSimple")) {
		tell_field(reading, value ? value : "");
		return;
	}
	tell_field(reading, reading->instruction.len ? reading->instruction.s : "");
	buf_reset(&reading->instruction);
}

static bool is_reference(const char *name)
{
	return docx_is(name, "footnoteReference") || docx_is(name, "endnoteReference");
}

/* What stands in a run beside text. */
static bool start_sign(struct docx_reading *reading, const char *name,
		       const char *const *attributes)
{
	if (docx_is(name, "tab") && reading->in_run)
		docx_add_text(reading, "\t", 1);
	else if ((docx_is(name, "br") || docx_is(name, "cr")) && reading->in_run)
		start_break(reading, attributes);
	else if (docx_is(name, "noBreakHyphen"))
		docx_add_text(reading, "-", 1);
	else if (docx_is(name, "sym"))
		start_symbol(reading, attributes);
	else if (is_reference(name))
		start_reference(reading, name, attributes);
	else if (docx_is(name, "blip") || docx_is(name, "imagedata")) {
		if (reading->visitor->picture)
			reading->visitor->picture(reading->visitor->payload);
	} else
		return false;
	return true;
}

static void start_inline(struct docx_reading *reading, const char *name,
			 const char *const *attributes)
{
	struct open_paragraph *paragraph = docx_innermost(reading);

	if (docx_is(name, "t") || docx_is(name, "delText")) {
		reading->in_text = true;
	} else if (docx_is(name, "instrText")) {
		reading->in_instruction = true;
	} else if (docx_is(name, "fldChar") || docx_is(name, "fldSimple")) {
		start_field(reading, name, attributes);
	} else if (docx_is(name, "r")) {
		reading->in_run = true;
		reading->vanished = false;
		reading->symbols = NULL;
		reading->run = DOCX_NO_LOOK;
	} else if (docx_is(name, "pPr")) {
		reading->in_look = true;
	} else if (start_sign(reading, name, attributes)) {
		return;
	} else if (docx_is(name, "ins") || docx_is(name, "moveTo")) {
		docx_start_change(reading, DOCX_INSERTED, attributes);
	} else if (docx_is(name, "del") || docx_is(name, "moveFrom")) {
		docx_start_change(reading, DOCX_DELETED, attributes);
		if (reading->in_look && paragraph && !reading->replaced)
			paragraph->merged = true;
	} else if (is_layout_change(name)) {
		reading->replaced++;
		docx_tell(reading, DOCX_INSERTED, xml_attribute(attributes, "author"),
			  "");
	} else {
		start_property(reading, name, attributes);
	}
}

static bool is_table_part(const char *name)
{
	return docx_is(name, "tr") || docx_is(name, "tc") || docx_is(name, "gridSpan") ||
	       docx_is(name, "vMerge") || docx_is(name, "tblHeader") ||
	       docx_is(name, "gridBefore");
}

static void start(void *payload, const char *name, const char *const *attributes)
{
	struct docx_reading *reading = payload;

	if (docx_is(name, "Fallback"))
		reading->fallback++;
	if (reading->fallback || reading->too_deep)
		return;
	if (docx_is(name, "p")) {
		docx_start_paragraph(reading);
	} else if (docx_is(name, "tbl")) {
		docx_start_table(reading);
	} else if (reading->table_count > 0 && is_table_part(name)) {
		docx_start_table_part(reading, name, attributes);
	} else if (docx_is(name, "comment")) {
		const char *author = xml_attribute(attributes, "author");

		reading->author = arena_strdup(&reading->arena, author ? author : "");
		buf_reset(&reading->comment);
	} else if (docx_is(name, "txbxContent")) {
		reading->boxes++;
	} else if (docx_is(name, "footnote") || docx_is(name, "endnote")) {
		start_note(reading, name, attributes);
	} else {
		start_inline(reading, name, attributes);
	}
}

static void end_inline(struct docx_reading *reading, const char *name)
{
	if (docx_is(name, "t") || docx_is(name, "delText"))
		reading->in_text = false;
	else if (docx_is(name, "instrText"))
		reading->in_instruction = false;
	else if (docx_is(name, "r"))
		reading->in_run = reading->vanished = false;
	else if (docx_is(name, "pPr") && !reading->replaced)
		reading->in_look = false;
	else if (docx_is(name, "ins") || docx_is(name, "del") ||
		 docx_is(name, "moveTo") || docx_is(name, "moveFrom"))
		docx_end_change(reading);
	else if (docx_is(name, "comment"))
		docx_tell(reading, DOCX_COMMENT, reading->author, reading->comment.s);
	else if (is_layout_change(name) && reading->replaced)
		reading->replaced--;
}

static void end(void *payload, const char *name)
{
	struct docx_reading *reading = payload;

	if (docx_is(name, "Fallback"))
		reading->fallback--;
	if (reading->fallback || reading->too_deep)
		return;
	if (docx_is(name, "p"))
		docx_end_paragraph(reading);
	else if (docx_is(name, "tbl") && reading->table_count > 0)
		reading->table_count--;
	else if (docx_is(name, "txbxContent") && reading->boxes)
		reading->boxes--;
	else
		end_inline(reading, name);
}

static void text(void *payload, const char *bytes, size_t len)
{
	struct docx_reading *reading = payload;

	if (reading->in_text && !reading->fallback)
		add_characters(reading, bytes, len);
	else if (reading->in_instruction && !reading->fallback &&
		 reading->instruction.len + len <= MAX_INSTRUCTION)
		buf_add(&reading->instruction, bytes, len);
}

/* ---- parts ---- */

static int read_part(struct docx_reading *reading, const char *part, struct error *err)
{
	const struct xml_handler handler = {
		.payload = reading, .start = start, .end = end, .text = text
	};

	reading->number = 0;
	reading->paragraph_count = reading->table_count = 0;
	reading->fallback = reading->replaced = reading->boxes = 0;
	reading->in_text = reading->in_run = reading->vanished = false;
	reading->in_look = reading->new_page = reading->in_instruction = false;
	buf_reset(&reading->instruction);
	reading->note = 0;
	reading->run = DOCX_NO_LOOK;
	buf_reset(&reading->carried);
	reading->trace = DOCX_COMMENT;
	if (ooxml_read_part(reading->zip, part, &handler, NULL, err) < 0)
		return -1;
	if (reading->carried.len > 0) {
		docx_start_paragraph(reading);
		docx_end_paragraph(reading);
	}
	if (reading->too_deep)
		return error_set(err, ERR_LIMIT, "%s: it nests deeper than %d", part,
				 DOCX_MAX_NESTING);
	if (reading->too_long)
		return error_set(err, ERR_LIMIT, "%s: a paragraph that is too long",
				 part);
	return 0;
}

static int read_related(struct docx_reading *reading, const struct list *relations,
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
			if (!docx_is(relation->type, kinds[n].type))
				continue;
			reading->part = kinds[n].part;
			reading->comments = kinds[n].comments;
			if (read_part(reading, relation->part, err) < 0)
				return -1;
		}
	}
	return 0;
}

static int read_body(struct docx_reading *reading, struct error *err)
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
	    docx_styles_read(reading->zip,
			     ooxml_related(&relations, "styles", "word/styles.xml"),
			     &reading->arena, &reading->styles, err) < 0 ||
	    docx_numbers_read(
		    reading->zip,
		    ooxml_related(&relations, "numbering", "word/numbering.xml"),
		    &reading->arena, &reading->numbers, err) < 0 ||
	    read_part(reading, part, err) < 0)
		return -1;
	return read_related(reading, &relations, err);
}

static int tell_rest(struct docx_reading *reading, struct error *err)
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
	struct docx_reading *reading = calloc(1, sizeof(*reading));
	int done;

	if (!reading)
		out_of_memory();
	reading->visitor = visitor;
	reading->change = reading->hidden = reading->comment = reading->carried =
		reading->instruction = BUF_INIT;
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
	buf_release(&reading->instruction);
	buf_release(&reading->change);
	buf_release(&reading->hidden);
	buf_release(&reading->comment);
	buf_release(&reading->carried);
	arena_clear(&reading->arena);
	free(reading);
	return done;
}
