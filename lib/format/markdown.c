#include "format/markdown.h"

#include <md4c.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "format/html.h"

enum {
	/* A short row of a wide table is filled up: cells can outgrow the text by far. */
	MAX_CELLS = 100000,
	ENTITY_MAX = 16,
};

struct reader {
	struct blocks *doc;
	struct error *err;
	bool refused; /* `err` says why */
	unsigned int shift;
	struct block *open[BLOCKS_MAX_DEPTH]; /* lists, items and quotes around */
	unsigned int depth;

	struct block *
		leaf; /* what takes the text; NULL while a paragraph waits for its first */
	struct row *row;
	struct cell *cell;
	struct run *last; /* of the leaf or cell */
	size_t cells;

	/* The run that is being read, and what it is. */
	struct buf text;
	unsigned int text_flags;
	const char *text_href;

	/* What the next text will be. */
	unsigned int strong, em, deleted, code, links, images;
	bool image_in_link;
	const char *href;
	unsigned int breaks; /* that wait for text after them */
	bool soft;           /* the last blank of `text` was the end of a line */
	uint32_t before;     /* the character before that blank */
	size_t read;         /* bytes of text so far */
	size_t link_start;   /* `read` where the link began */
	size_t image_start;
};

/* ---- runs ---- */

static bool is_one_line(const struct reader *r)
{
	return r->cell || (r->leaf && r->leaf->type == BLOCK_HEADING);
}

static void add_run(struct reader *r, const char *text, unsigned int flags,
		    const char *href)
{
	struct run *run;

	if (r->cell) {
		run = arena_new(r->doc->arena, struct run);
		run->text = text;
		run->flags = flags;
		if (r->last)
			r->last->next = run;
		else
			r->cell->runs = run;
	} else {
		run = blocks_run(r->doc, r->leaf, text, flags);
	}
	run->href = href;
	r->last = run;
}

/* In a table a bar is escaped even in code (GFM, 4.10), which md4c leaves to us. */
static void unescape_bars(struct buf *text)
{
	size_t len = 0;

	for (size_t i = 0; i < text->len; i++) {
		if (text->s[i] != '\\' || text->s[i + 1] != '|')
			text->s[len++] = text->s[i];
	}
	buf_truncate(text, len);
}

static void flush(struct reader *r)
{
	if (r->cell && r->text_flags & RUN_CODE)
		unescape_bars(&r->text);
	if (r->text.len)
		add_run(r, buf_dup(&r->text, r->doc->arena), r->text_flags, r->text_href);
	buf_reset(&r->text);
}

static struct block *add_block(struct reader *r, enum block_type type)
{
	struct block *parent = r->depth ? r->open[r->depth - 1] : NULL;

	return blocks_add(r->doc, parent, type);
}

static unsigned int current_flags(const struct reader *r)
{
	return (r->strong ? RUN_STRONG : 0U) | (r->em ? RUN_EM : 0U) |
	       (r->deleted ? RUN_DELETED : 0U) | (r->code ? RUN_CODE : 0U);
}

static bool is_same_address(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

/* Characters between which the end of a line is not a blank: Chinese text is broken anywhere. */
static bool is_wide(uint32_t c)
{
	return utf8_is_han(c) || (c >= 0x3000 && c <= 0x303f) ||
	       (c >= 0xff00 && c <= 0xffef) || c == 0x2014 || c == 0x2026 ||
	       (c >= 0x2018 && c <= 0x201d);
}

static void end_soft_break(struct reader *r, const char *s, size_t len)
{
	size_t used;

	r->soft = false;
	if (is_wide(r->before) && is_wide(utf8_decode(s, len, &used)))
		buf_truncate(&r->text, r->text.len - 1);
}

static uint32_t last_char(const struct buf *text)
{
	size_t at = text->len;
	size_t used;

	while (at && ((unsigned char)text->s[--at] & 0xc0) == 0x80)
		;
	return utf8_decode(text->s + at, text->len - at, &used);
}

static void add_text(struct reader *r, const char *s, size_t len)
{
	unsigned int flags = current_flags(r);

	if (!len)
		return;
	if (!r->leaf)
		r->leaf = add_block(r, BLOCK_PARAGRAPH);
	if (r->soft)
		end_soft_break(r, s, len);
	if (flags != r->text_flags || !is_same_address(r->href, r->text_href))
		flush(r);
	for (; r->breaks; r->breaks--) {
		flush(r);
		add_run(r, "", RUN_BREAK, NULL);
	}
	r->text_flags = flags;
	r->text_href = r->href;
	buf_add(&r->text, s, len);
	r->read += len;
}

static void add_soft_break(struct reader *r)
{
	if (r->breaks || !r->leaf)
		return;
	r->before = r->text.len ? last_char(&r->text) : 0;
	add_text(r, " ", 1);
	r->soft = true;
}

static void add_break(struct reader *r)
{
	if (is_one_line(r))
		add_text(r, " ", 1);
	else if (r->leaf)
		r->breaks++;
}

static void end_leaf(struct reader *r)
{
	flush(r);
	r->leaf = NULL;
	r->row = NULL;
	r->cell = NULL;
	r->last = NULL;
	r->breaks = 0;
	r->soft = false;
}

/* ---- entities ---- */

static uint32_t number_of(const char *digits, size_t len, unsigned int base)
{
	uint32_t n = 0;

	for (size_t i = 0; i < len && n <= 0x10ffff; i++) {
		char c = digits[i];
		unsigned int digit =
			(unsigned int)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);

		n = n * base + digit;
	}
	return n;
}

/* `s` is "&#…;" as md4c has recognised it.  The end of a line is a blank in text. */
static uint32_t numeric_entity(const char *s, size_t len)
{
	bool hex = (s[2] | 0x20) == 'x';
	uint32_t c = hex ? number_of(s + 3, len - 4, 16) : number_of(s + 2, len - 3, 10);

	if (c == '\n' || c == '\r')
		return ' ';
	if (!c || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0xfffd;
	return c;
}

static uint32_t named_entity(const char *s, size_t len)
{
	static const struct {
		char name[ENTITY_MAX];
		uint32_t code;
	} entities[] = {
		{ "amp", '&' },       { "lt", '<' },        { "gt", '>' },
		{ "quot", '"' },      { "apos", '\'' },     { "nbsp", 0xa0 },
		{ "ensp", 0x2002 },   { "emsp", 0x2003 },   { "thinsp", 0x2009 },
		{ "middot", 0xb7 },   { "times", 0xd7 },    { "deg", 0xb0 },
		{ "sect", 0xa7 },     { "copy", 0xa9 },     { "reg", 0xae },
		{ "yen", 0xa5 },      { "plusmn", 0xb1 },   { "ndash", 0x2013 },
		{ "mdash", 0x2014 },  { "lsquo", 0x2018 },  { "rsquo", 0x2019 },
		{ "ldquo", 0x201c },  { "rdquo", 0x201d },  { "bull", 0x2022 },
		{ "hellip", 0x2026 }, { "permil", 0x2030 }, { "laquo", 0xab },
		{ "raquo", 0xbb },    { "rarr", 0x2192 },   { "larr", 0x2190 },
	};

	for (size_t i = 0; i < ARRAY_LEN(entities); i++) {
		const char *name = entities[i].name;

		if (strlen(name) == len - 2 && !memcmp(name, s + 1, len - 2))
			return entities[i].code;
	}
	return 0;
}

/* An entity whose name is not known stays as it stands. */
static void decode_entity(struct buf *out, const char *s, size_t len)
{
	uint32_t c = s[1] == '#' ? numeric_entity(s, len) : named_entity(s, len);

	if (c)
		utf8_add(out, c);
	else
		buf_add(out, s, len);
}

static const char *attribute(struct reader *r, const MD_ATTRIBUTE *attr)
{
	auto_buf value = BUF_INIT;

	for (size_t i = 0; attr->size && attr->substr_offsets[i] < attr->size; i++) {
		const char *s = attr->text + attr->substr_offsets[i];
		size_t len = attr->substr_offsets[i + 1] - attr->substr_offsets[i];

		if (attr->substr_types[i] == MD_TEXT_ENTITY)
			decode_entity(&value, s, len);
		else
			buf_add(&value, s, len);
	}
	return buf_dup(&value, r->doc->arena);
}

/* ---- blocks ---- */

/* A callback ends the reading with -1; md4c goes on after positive numbers. */
static int open_container(struct reader *r, enum block_type type, unsigned int level)
{
	struct block *block;

	if (r->depth == BLOCKS_MAX_DEPTH) {
		r->refused = true;
		return error_set(
			r->err, ERR_LIMIT,
			tr("lists and quotations stand more than %d deep in one another"),
			BLOCKS_MAX_DEPTH);
	}
	block = add_block(r, type);
	block->level = level;
	r->open[r->depth++] = block;
	return 0;
}

/* 0 means bullets, so a list that begins with 0 begins with 1. */
static unsigned int first_number(const MD_BLOCK_OL_DETAIL *detail)
{
	return detail->start ? detail->start : 1;
}

static void open_heading(struct reader *r, const MD_BLOCK_H_DETAIL *detail)
{
	unsigned int level = detail->level + r->shift;

	r->leaf = add_block(r, BLOCK_HEADING);
	r->leaf->level = level < BLOCKS_MAX_LEVEL ? level : BLOCKS_MAX_LEVEL;
}

static void open_table(struct reader *r, const MD_BLOCK_TABLE_DETAIL *detail)
{
	r->leaf = add_block(r, BLOCK_TABLE);
	r->leaf->columns = detail->col_count;
	r->leaf->head_rows = detail->head_row_count;
}

static int open_cell(struct reader *r, const MD_BLOCK_TD_DETAIL *detail)
{
	static const enum block_align aligns[] = {
		[MD_ALIGN_DEFAULT] = ALIGN_NONE,
		[MD_ALIGN_LEFT] = ALIGN_LEFT,
		[MD_ALIGN_CENTER] = ALIGN_CENTRE,
		[MD_ALIGN_RIGHT] = ALIGN_RIGHT,
	};

	if (++r->cells > MAX_CELLS) {
		r->refused = true;
		return error_set(r->err, ERR_LIMIT,
				 tr("the tables have more than %d cells"), MAX_CELLS);
	}
	r->cell = blocks_cell(r->doc, r->row, NULL);
	r->cell->align = aligns[detail->align];
	r->last = NULL;
	return 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
	struct reader *r = userdata;

	switch (type) {
	case MD_BLOCK_TR:
		r->row = blocks_row(r->doc, r->leaf);
		return 0;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		return open_cell(r, detail);
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_DOC:
		return 0;
	case MD_BLOCK_QUOTE:
		end_leaf(r);
		return open_container(r, BLOCK_QUOTE, 0);
	case MD_BLOCK_UL:
		end_leaf(r);
		return open_container(r, BLOCK_LIST, 0);
	case MD_BLOCK_OL:
		end_leaf(r);
		return open_container(r, BLOCK_LIST, first_number(detail));
	case MD_BLOCK_LI:
		end_leaf(r);
		return open_container(r, BLOCK_ITEM, 0);
	case MD_BLOCK_H:
		end_leaf(r);
		open_heading(r, detail);
		return 0;
	case MD_BLOCK_CODE:
		end_leaf(r);
		r->leaf = add_block(r, BLOCK_CODE);
		return 0;
	case MD_BLOCK_TABLE:
		end_leaf(r);
		open_table(r, detail);
		return 0;
	case MD_BLOCK_HR:
		end_leaf(r);
		(void)add_block(r, BLOCK_RULE);
		return 0;
	case MD_BLOCK_P:
	case MD_BLOCK_HTML:
		end_leaf(r);
		return 0;
	}
	return 0;
}

static void end_cell(struct reader *r)
{
	flush(r);
	r->cell = NULL;
	r->last = NULL;
	r->soft = false;
}

/* The last line end belongs to the fence, not to the text. */
static void end_code(struct reader *r)
{
	if (r->text.len && r->text.s[r->text.len - 1] == '\n')
		buf_truncate(&r->text, r->text.len - 1);
	end_leaf(r);
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
	struct reader *r = userdata;

	(void)detail;
	switch (type) {
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
	case MD_BLOCK_LI:
		end_leaf(r);
		r->depth--;
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		end_cell(r);
		break;
	case MD_BLOCK_CODE:
		end_code(r);
		break;
	case MD_BLOCK_DOC:
	case MD_BLOCK_H:
	case MD_BLOCK_HR:
	case MD_BLOCK_HTML:
	case MD_BLOCK_P:
	case MD_BLOCK_TABLE:
		end_leaf(r);
		break;
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_TR:
		break;
	}
	return 0;
}

/* ---- spans ---- */

static const char *safe_address(struct reader *r, const MD_ATTRIBUTE *attr)
{
	const char *href = attribute(r, attr);

	return *href && html_url_is_safe(href) ? href : NULL;
}

/* An image becomes a link to it; inside a link it is text of that link. */
static void open_image(struct reader *r, const MD_SPAN_IMG_DETAIL *detail)
{
	if (r->images++)
		return;
	r->image_start = r->read;
	r->image_in_link = r->links > 0;
	if (!r->image_in_link)
		r->href = safe_address(r, &detail->src);
}

static void open_link(struct reader *r, const MD_SPAN_A_DETAIL *detail)
{
	r->links++;
	r->link_start = r->read;
	r->href = safe_address(r, &detail->href);
}

/* A link that shows nothing shows its address. */
static void close_link(struct reader *r, size_t start)
{
	if (r->read == start && r->href)
		add_text(r, r->href, strlen(r->href));
}

static void close_image(struct reader *r)
{
	if (--r->images)
		return;
	close_link(r, r->image_start);
	if (!r->image_in_link)
		r->href = NULL;
}

/* What stands in an image is its alternative text, which has no styles. */
static int enter_span(MD_SPANTYPE type, void *detail, void *userdata)
{
	struct reader *r = userdata;
	unsigned int outside = r->images ? 0 : 1;

	switch (type) {
	case MD_SPAN_EM:
		r->em += outside;
		break;
	case MD_SPAN_STRONG:
		r->strong += outside;
		break;
	case MD_SPAN_DEL:
		r->deleted += outside;
		break;
	case MD_SPAN_CODE:
		r->code += outside;
		break;
	case MD_SPAN_A:
		if (outside)
			open_link(r, detail);
		break;
	case MD_SPAN_IMG:
		open_image(r, detail);
		break;
	case MD_SPAN_LATEXMATH:
	case MD_SPAN_LATEXMATH_DISPLAY:
	case MD_SPAN_WIKILINK:
	case MD_SPAN_U:
		break;
	}
	return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *userdata)
{
	struct reader *r = userdata;
	unsigned int outside = r->images ? 0 : 1;

	(void)detail;
	switch (type) {
	case MD_SPAN_EM:
		r->em -= outside;
		break;
	case MD_SPAN_STRONG:
		r->strong -= outside;
		break;
	case MD_SPAN_DEL:
		r->deleted -= outside;
		break;
	case MD_SPAN_CODE:
		r->code -= outside;
		break;
	case MD_SPAN_A:
		if (!outside)
			break;
		close_link(r, r->link_start);
		r->links--;
		r->href = NULL;
		break;
	case MD_SPAN_IMG:
		close_image(r);
		break;
	case MD_SPAN_LATEXMATH:
	case MD_SPAN_LATEXMATH_DISPLAY:
	case MD_SPAN_WIKILINK:
	case MD_SPAN_U:
		break;
	}
	return 0;
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *s, MD_SIZE len, void *userdata)
{
	struct reader *r = userdata;
	auto_buf decoded = BUF_INIT;

	switch (type) {
	case MD_TEXT_NORMAL:
	case MD_TEXT_CODE:
	case MD_TEXT_HTML:
	case MD_TEXT_LATEXMATH:
		add_text(r, s, len);
		break;
	case MD_TEXT_NULLCHAR:
		break; /* repair() has replaced them */
	case MD_TEXT_BR:
		add_break(r);
		break;
	case MD_TEXT_SOFTBR:
		add_soft_break(r);
		break;
	case MD_TEXT_ENTITY:
		decode_entity(&decoded, s, len);
		add_text(r, decoded.s, decoded.len);
		break;
	}
	return 0;
}

/* ---- the whole ---- */

/* md4c hands on NULs in code, and bytes that are not UTF-8 everywhere. */
static void repair(struct buf *out, const char *s, size_t len)
{
	size_t used;

	for (size_t i = 0; i < len; i += used) {
		uint32_t c = utf8_decode(s + i, len - i, &used);

		utf8_add(out, c ? c : 0xfffd);
	}
}

static void append(struct blocks *doc, const struct blocks *part)
{
	if (!part->first)
		return;
	if (doc->last)
		doc->last->next = part->first;
	else
		doc->first = part->first;
	doc->last = part->last;
}

int markdown_parse(const char *text, size_t len, unsigned int shift, struct blocks *doc,
		   struct error *err)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = take_text,
	};
	auto_buf repaired = BUF_INIT;
	struct blocks part;
	struct reader r = { .doc = &part, .err = err, .shift = shift, .text = BUF_INIT };
	int status;

	if (len > MARKDOWN_MAX_BYTES)
		return error_set(err, ERR_LIMIT, tr("the text is longer than %d KiB"),
				 MARKDOWN_MAX_BYTES >> 10);
	blocks_init(&part, doc->arena);
	repair(&repaired, text, len);
	status = md_parse(repaired.s, (MD_SIZE)repaired.len, &parser, &r);
	buf_release(&r.text);
	if (r.refused)
		return -1;
	if (status)
		return error_set(err, ERR_EXTERNAL, tr("the Markdown parser has failed"));
	append(doc, &part);
	return 0;
}
