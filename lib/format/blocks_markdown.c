#include "format/blocks.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "format/markdown_text.h"

enum { LIST_NUMBER_MAX = 999999999 }; /* CommonMark 5.2: nine digits */

struct writer {
	const struct blocks *doc;
	struct buf *out;
	struct buf prefix; /* what the lines of the open lists and quotes begin with */
	struct buf
		first; /* the same for the next line, when a marker is due; else empty */
	unsigned int depth;
	char bullet; /* of the list around; 0 outside */
	bool titled;
	bool closed; /* the last line belongs to a block that is over with it */
};

/* ---- lines ---- */

static void put_line(struct writer *w, const char *s, size_t len)
{
	const struct buf *prefix = w->first.len ? &w->first : &w->prefix;
	size_t n = prefix->len;

	while (!len && n && prefix->s[n - 1] == ' ')
		n--;
	buf_add(w->out, prefix->s, n);
	buf_add(w->out, s, len);
	buf_addc(w->out, '\n');
	buf_reset(&w->first);
	w->closed = false;
}

/*
 * The empty line between blocks.  After a heading, code and an item without
 * content none is needed, and in a list md4c can take it for the list's end.
 */
static void put_gap(struct writer *w)
{
	if (!w->closed || !w->bullet)
		put_line(w, "", 0);
}

static void put_lines(struct writer *w, const struct buf *text)
{
	const char *s = text->s;
	const char *end = text->s + text->len;

	while (s <= end) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));

		if (!stop)
			stop = end;
		put_line(w, s, (size_t)(stop - s));
		s = stop + 1;
	}
}

/* Begin a list item or a quote; returns what leave() needs. */
static size_t enter(struct writer *w, const char *marker, const char *indent)
{
	size_t before = w->prefix.len;

	assert(w->depth < BLOCKS_MAX_DEPTH);
	w->depth++;
	if (!w->first.len)
		buf_add(&w->first, w->prefix.s, w->prefix.len);
	buf_adds(&w->first, marker);
	buf_adds(&w->prefix, indent);
	return before;
}

static void leave(struct writer *w, size_t before)
{
	bool empty = w->first.len;

	if (empty)
		put_line(w, "", 0);
	w->closed = empty || w->closed;
	w->depth--;
	buf_truncate(&w->prefix, before);
}

/* ---- leaves ---- */

static void put_heading(struct writer *w, const struct block *block, unsigned int level)
{
	auto_buf text = BUF_INIT;

	for (unsigned int i = 0; i < level; i++)
		buf_addc(&text, '#');
	if (markdown_has_text(block->runs))
		buf_addc(&text, ' ');
	markdown_text(&text, block->runs, MARKDOWN_HEADING);
	put_lines(w, &text);
	w->closed = true;
}

static void put_paragraph(struct writer *w, const struct run *runs)
{
	auto_buf text = BUF_INIT;

	markdown_text(&text, runs, MARKDOWN_LINES);
	put_lines(w, &text);
}

static void add_code(struct buf *out, const struct block *block)
{
	for (const struct run *run = block->runs; run; run = run->next) {
		for (const char *p = run->text; *p; p++) {
			if (*p != '\r')
				buf_addc(out, *p);
			else if (p[1] != '\n')
				buf_addc(out, '\n');
		}
	}
}

static void add_fence(struct buf *fence, const struct buf *text)
{
	size_t n = 0;

	buf_adds(fence, "```");
	for (size_t i = 0; i < text->len; i++) {
		n = text->s[i] == '`' ? n + 1 : 0;
		if (n >= fence->len)
			buf_addc(fence, '`');
	}
}

static void put_code(struct writer *w, const struct block *block)
{
	auto_buf text = BUF_INIT;
	auto_buf fence = BUF_INIT;

	add_code(&text, block);
	add_fence(&fence, &text);
	put_lines(w, &fence);
	if (block->runs)
		put_lines(w, &text);
	put_lines(w, &fence);
	w->closed = true;
}

/* ---- tables ---- */

struct grid {
	struct writer *w;
	const struct block *table;
	unsigned int *below; /* rows that a cell above still covers, a column */
	struct buf line;
};

static void put_cell(struct grid *g, const struct run *runs)
{
	buf_addc(&g->line, ' ');
	markdown_text(&g->line, runs, MARKDOWN_CELL);
	buf_adds(&g->line, markdown_has_text(runs) ? " |" : "|");
}

/* Put one cell in place, and the columns it covers; returns the next column. */
static size_t place_cell(struct grid *g, const struct cell *cell, size_t column)
{
	size_t end = column + (cell->columns ? cell->columns : 1);

	for (size_t i = column; i < end && i < g->table->columns; i++) {
		put_cell(g, i == column ? cell->runs : NULL);
		g->below[i] = cell->rows ? cell->rows - 1 : 0;
	}
	return end;
}

static void put_row(struct grid *g, const struct row *row)
{
	size_t i = 0;
	size_t column = 0;

	buf_reset(&g->line);
	buf_addc(&g->line, '|');
	while (column < g->table->columns) {
		if (g->below[column]) {
			g->below[column++]--;
			put_cell(g, NULL);
		} else if (row && i < row->count) {
			column = place_cell(g, &row->cells[i++], column);
		} else {
			put_cell(g, NULL);
			column++;
		}
	}
	put_line(g->w, g->line.s, g->line.len);
}

static void put_delimiters(struct grid *g)
{
	static const char *const signs[] = {
		[ALIGN_NONE] = " --- |",
		[ALIGN_LEFT] = " :--- |",
		[ALIGN_CENTRE] = " :---: |",
		[ALIGN_RIGHT] = " ---: |",
	};
	const struct row *row = g->table->rows;
	size_t column = 0;

	buf_reset(&g->line);
	buf_addc(&g->line, '|');
	for (size_t i = 0; row && i < row->count; i++) {
		for (unsigned int n = 0; n < row->cells[i].columns; n++) {
			if (column++ < g->table->columns)
				buf_adds(&g->line, signs[row->cells[i].align]);
		}
	}
	for (; column < g->table->columns; column++)
		buf_adds(&g->line, signs[ALIGN_NONE]);
	put_line(g->w, g->line.s, g->line.len);
}

/* A table of Markdown has one head row, no less and no more. */
static void put_table(struct writer *w, const struct block *table)
{
	struct grid g = { .w = w, .table = table, .line = BUF_INIT };
	const struct row *row = table->rows;

	g.below = arena_array(w->doc->arena, unsigned int, table->columns);
	if (table->caption) {
		put_paragraph(w, &(struct run){ .text = table->caption });
		put_gap(w);
	}
	put_row(&g, table->head_rows ? row : NULL);
	put_delimiters(&g);
	if (row && table->head_rows)
		row = row->next;
	for (; row; row = row->next)
		put_row(&g, row);
	buf_release(&g.line);
}

/* ---- lists and quotes ---- */

/* The first block from here on that leaves a trace in Markdown. */
static const struct block *next_visible(const struct block *block)
{
	while (block &&
	       ((block->type == BLOCK_PARAGRAPH && !markdown_has_text(block->runs)) ||
		(block->type == BLOCK_LIST && !block->children)))
		block = block->next;
	return block;
}

/* Whether a list can follow a paragraph without an empty line (CommonMark 5.2). */
static bool interrupts(const struct block *list)
{
	return list->level <= 1 && next_visible(list->children->children);
}

/* Whether an item is a paragraph, perhaps with lists below it. */
static bool is_short(const struct block *item)
{
	const struct block *child = next_visible(item->children);

	if (!child || child->type != BLOCK_PARAGRAPH)
		return false;
	while ((child = next_visible(child->next))) {
		if (child->type != BLOCK_LIST || !interrupts(child))
			return false;
	}
	return true;
}

static bool is_tight(const struct block *list)
{
	for (const struct block *item = list->children; item; item = item->next) {
		if (!is_short(item))
			return false;
	}
	return true;
}

static void put_blocks(struct writer *w, const struct block *block, bool tight);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as BLOCKS_MAX_DEPTH */
static void put_item(struct writer *w, const struct block *item, const char *marker)
{
	static const char blanks[] = "            ";
	size_t width = strlen(marker);
	size_t before;

	assert(width < sizeof(blanks));
	before = enter(w, marker, blanks + sizeof(blanks) - 1 - width);
	put_blocks(w, item->children, is_short(item));
	leave(w, before);
}

/*
 * Lists side by side differ in their sign, or they would be one.  A list in a
 * list differs too: "- - -" is a rule.
 */
static char list_sign(const struct writer *w, const struct block *list, char previous)
{
	static const char bullets[] = "-*+";
	const char *p = bullets;

	if (list->level)
		return previous == '.' ? ')' : '.';
	while (*p == w->bullet || *p == previous)
		p++;
	return *p;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as BLOCKS_MAX_DEPTH */
static void put_list(struct writer *w, const struct block *list, char sign)
{
	bool tight = is_tight(list);
	char outer = w->bullet;
	unsigned int number = list->level;
	auto_buf marker = BUF_INIT;

	w->bullet = sign;
	for (const struct block *item = list->children; item; item = item->next) {
		if (item != list->children && !tight)
			put_gap(w);
		buf_reset(&marker);
		if (list->level)
			buf_addf(&marker, "%u",
				 number < LIST_NUMBER_MAX ? number++ : LIST_NUMBER_MAX);
		buf_addc(&marker, sign);
		buf_addc(&marker, ' ');
		put_item(w, item, marker.s);
	}
	w->bullet = outer;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as BLOCKS_MAX_DEPTH */
static void put_quote(struct writer *w, const struct block *quote)
{
	size_t before = enter(w, "> ", "> ");

	put_blocks(w, quote->children, /* tight */ false);
	leave(w, before);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as BLOCKS_MAX_DEPTH */
static void put_block(struct writer *w, const struct block *block)
{
	switch (block->type) {
	case BLOCK_TITLE:
		put_heading(w, block, 1);
		break;
	case BLOCK_HEADING:
		put_heading(w, block, block->level + (w->titled ? 1 : 0));
		break;
	case BLOCK_PARAGRAPH:
		put_paragraph(w, block->runs);
		break;
	case BLOCK_TABLE:
		put_table(w, block);
		break;
	case BLOCK_QUOTE:
		put_quote(w, block);
		break;
	case BLOCK_CODE:
		put_code(w, block);
		break;
	case BLOCK_RULE:
		put_line(w, "___", 3);
		break;
	case BLOCK_LIST: /* put_blocks() puts them */
	case BLOCK_ITEM: /* put_list() puts them */
		assert(false);
		break;
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as BLOCKS_MAX_DEPTH */
static void put_blocks(struct writer *w, const struct block *block, bool tight)
{
	const struct block *previous = NULL;
	char sign = 0; /* of the list just before */

	for (block = next_visible(block); block; block = next_visible(block->next)) {
		/* Quotes that touch would be one. */
		if (previous && previous->type == BLOCK_QUOTE &&
		    block->type == BLOCK_QUOTE)
			put_line(w, "", 0);
		else if (previous && !tight)
			put_gap(w);
		previous = block;
		if (block->type == BLOCK_LIST) {
			sign = list_sign(w, block, sign);
			put_list(w, block, sign);
		} else {
			sign = 0;
			put_block(w, block);
		}
	}
}

static bool has_title(const struct blocks *doc)
{
	for (const struct block *block = doc->first; block; block = block->next) {
		if (block->type == BLOCK_TITLE)
			return true;
	}
	return false;
}

void blocks_to_markdown(const struct blocks *doc, struct buf *out)
{
	struct writer w = {
		.doc = doc,
		.out = out,
		.prefix = BUF_INIT,
		.first = BUF_INIT,
		.titled = has_title(doc),
	};

	put_blocks(&w, doc->first, /* tight */ false);
	buf_release(&w.prefix);
	buf_release(&w.first);
}
