#include "format/markdown.h"

#include <md4c.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "format/entity.h"
#include "format/html.h"
#include "format/runs.h"

enum {
	/* A short row of a wide table is filled up: cells can outgrow the text by far. */
	MAX_CELLS = 100000,
};

struct reader {
	struct blocks *doc;
	struct error *err;
	bool refused; /* `err` says why */
	unsigned int shift;
	struct block *open[BLOCKS_MAX_DEPTH]; /* lists, items and quotes around */
	unsigned int depth;

	struct block *
		leaf; /* what takes the text; NULL in a paragraph, made when it has any */
	struct row *row;
	struct cell *cell;
	size_t cells;

	struct runs runs;
	unsigned int styles[RUN_BREAK]; /* by flag: how often each is open */
	unsigned int images;
	bool in_link;
	bool image_in_link;
	size_t link_start; /* runs.size where the link began */
	size_t image_start;
};

/* ---- leaves ---- */

static struct block *add_block(struct reader *r, enum block_type type)
{
	struct block *parent = r->depth ? r->open[r->depth - 1] : NULL;

	return blocks_add(r->doc, parent, type);
}

/* md4c does not leave each span that it enters ("~[](~)"): no style outlives its block. */
static void end_styles(struct reader *r)
{
	memset(r->styles, 0, sizeof(r->styles));
	r->in_link = false;
	r->images = 0;
	r->runs.flags = 0;
	r->runs.href = NULL;
}

static void end_leaf(struct reader *r)
{
	struct run *last;
	struct run *runs = runs_end(&r->runs, &last);

	if (runs) {
		if (!r->leaf)
			r->leaf = add_block(r, BLOCK_PARAGRAPH);
		r->leaf->runs = runs;
		r->leaf->last_run = last;
	}
	r->leaf = NULL;
	end_styles(r);
}

/* In a table a bar is escaped even in code (GFM, 4.10), which md4c leaves to us. */
static void unescape_bars(struct reader *r, struct run *run)
{
	auto_buf text = BUF_INIT;

	for (const char *p = run->text; *p; p++) {
		if (p[0] != '\\' || p[1] != '|')
			buf_addc(&text, *p);
	}
	run->text = buf_dup(&text, r->doc->arena);
}

static void end_cell(struct reader *r)
{
	struct run *last;

	r->cell->runs = runs_end(&r->runs, &last);
	for (struct run *run = r->cell->runs; run; run = run->next) {
		if (run->flags & RUN_CODE)
			unescape_bars(r, run);
	}
	r->cell = NULL;
	end_styles(r);
}

/* The last line end belongs to the fence, not to the text. */
static void end_code(struct reader *r)
{
	struct buf *text = &r->runs.text;

	if (text->len && text->s[text->len - 1] == '\n')
		buf_truncate(text, text->len - 1);
	end_leaf(r);
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

static const char *attribute(struct reader *r, const MD_ATTRIBUTE *attr)
{
	auto_buf value = BUF_INIT;

	for (size_t i = 0; attr->size && attr->substr_offsets[i] < attr->size; i++) {
		const char *s = attr->text + attr->substr_offsets[i];
		size_t len = attr->substr_offsets[i + 1] - attr->substr_offsets[i];

		if (attr->substr_types[i] == MD_TEXT_ENTITY)
			entity_decode(&value, s, len);
		else
			buf_add(&value, s, len);
	}
	return buf_dup(&value, r->doc->arena);
}

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
	r->image_start = r->runs.size;
	r->image_in_link = r->in_link;
	if (!r->in_link)
		r->runs.href = safe_address(r, &detail->src);
}

static void open_link(struct reader *r, const MD_SPAN_A_DETAIL *detail)
{
	r->in_link = true;
	r->link_start = r->runs.size;
	r->runs.href = safe_address(r, &detail->href);
}

/* A link that shows nothing shows its address. */
static void show_address(struct reader *r, size_t start)
{
	if (r->runs.size == start && r->runs.href)
		runs_text(&r->runs, r->runs.href, strlen(r->runs.href));
}

static void close_image(struct reader *r)
{
	if (!r->images || --r->images)
		return;
	show_address(r, r->image_start);
	if (!r->image_in_link)
		r->runs.href = NULL;
}

static void close_link(struct reader *r)
{
	show_address(r, r->link_start);
	r->in_link = false;
	r->runs.href = NULL;
}

static unsigned int flag_of(MD_SPANTYPE type)
{
	switch (type) {
	case MD_SPAN_EM:
		return RUN_EM;
	case MD_SPAN_STRONG:
		return RUN_STRONG;
	case MD_SPAN_DEL:
		return RUN_DELETED;
	case MD_SPAN_CODE:
		return RUN_CODE;
	case MD_SPAN_A:
	case MD_SPAN_IMG:
	case MD_SPAN_LATEXMATH:
	case MD_SPAN_LATEXMATH_DISPLAY:
	case MD_SPAN_WIKILINK:
	case MD_SPAN_U:
		break;
	}
	return 0;
}

static void open_style(struct reader *r, unsigned int flag)
{
	r->styles[flag]++;
	r->runs.flags |= flag;
}

static void close_style(struct reader *r, unsigned int flag)
{
	if (r->styles[flag] && !--r->styles[flag])
		r->runs.flags &= ~flag;
}

/* What stands in an image is its alternative text, which has no styles. */
static int enter_span(MD_SPANTYPE type, void *detail, void *userdata)
{
	struct reader *r = userdata;

	if (type == MD_SPAN_IMG)
		open_image(r, detail);
	else if (r->images)
		return 0;
	else if (type == MD_SPAN_A)
		open_link(r, detail);
	else
		open_style(r, flag_of(type));
	return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *userdata)
{
	struct reader *r = userdata;

	(void)detail;
	if (type == MD_SPAN_IMG)
		close_image(r);
	else if (r->images)
		return 0;
	else if (type == MD_SPAN_A)
		close_link(r);
	else
		close_style(r, flag_of(type));
	return 0;
}

/* Headings and cells are one line. */
static void put_break(struct reader *r)
{
	if (r->cell || r->leaf)
		runs_text(&r->runs, " ", 1);
	else
		runs_break(&r->runs);
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
		runs_text(&r->runs, s, len);
		break;
	case MD_TEXT_NULLCHAR:
		break; /* repair() has replaced them */
	case MD_TEXT_BR:
		put_break(r);
		break;
	case MD_TEXT_SOFTBR:
		runs_soft_break(&r->runs);
		break;
	case MD_TEXT_ENTITY:
		entity_decode(&decoded, s, len);
		runs_text(&r->runs, decoded.s, decoded.len);
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
	struct reader r = { .doc = &part, .err = err, .shift = shift };
	int status;

	if (len > MARKDOWN_MAX_BYTES)
		return error_set(err, ERR_LIMIT, tr("the text is longer than %d KiB"),
				 MARKDOWN_MAX_BYTES >> 10);
	blocks_init(&part, doc->arena);
	runs_init(&r.runs, doc->arena);
	repair(&repaired, text, len);
	status = md_parse(repaired.s, (MD_SIZE)repaired.len, &parser, &r);
	runs_release(&r.runs);
	if (r.refused)
		return -1;
	if (status)
		return error_set(err, ERR_EXTERNAL, tr("the Markdown parser has failed"));
	append(doc, &part);
	return 0;
}
