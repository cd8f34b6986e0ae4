#include "format/blocks.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "format/html.h"

static const struct {
	unsigned int flag;
	enum html_element el;
} styles[] = {
	{ RUN_STRONG, EL_STRONG },
	{ RUN_EM, EL_EM },
	{ RUN_DELETED, EL_DEL },
	{ RUN_CODE, EL_CODE },
};

static void put_run(struct html *h, const struct run *run)
{
	if (run->flags & RUN_BREAK) {
		html_element(h, EL_BR, "");
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(styles); i++) {
		if (run->flags & styles[i].flag)
			html_open(h, styles[i].el);
	}
	html_text(h, run->text);
	for (size_t i = ARRAY_LEN(styles); i > 0; i--) {
		if (run->flags & styles[i - 1].flag)
			html_close(h, styles[i - 1].el);
	}
}

static bool is_linked(const struct run *run, const char *href)
{
	return run && run->href && !strcmp(run->href, href);
}

/* Runs of one address are one link, or a screen reader would read out several. */
static void put_runs(struct html *h, const struct run *run)
{
	while (run) {
		const char *href = run->href;

		if (!href || !html_url_is_safe(href)) {
			put_run(h, run);
			run = run->next;
			continue;
		}
		html_open(h, EL_A);
		html_attr(h, "href", href);
		for (; is_linked(run, href); run = run->next)
			put_run(h, run);
		html_close(h, EL_A);
	}
}

static void put_align(struct html *h, enum block_align align)
{
	static const char *const classes[] = {
		[ALIGN_NONE] = NULL,
		[ALIGN_LEFT] = "left",
		[ALIGN_CENTRE] = "centre",
		[ALIGN_RIGHT] = "right",
	};

	if (classes[align])
		html_attr(h, "class", classes[align]);
}

static void put_element(struct html *h, enum html_element el, const struct block *block)
{
	html_open(h, el);
	put_align(h, block->align);
	put_runs(h, block->runs);
	html_close(h, el);
}

static enum html_element heading(unsigned int level)
{
	static const enum html_element headings[] = { EL_H1, EL_H2, EL_H3,
						      EL_H4, EL_H5, EL_H6 };

	assert(level >= 1);
	return headings[level <= ARRAY_LEN(headings) ? level - 1
						     : ARRAY_LEN(headings) - 1];
}

static void put_span(struct html *h, const char *name, unsigned int count)
{
	char number[16];

	if (count <= 1)
		return;
	(void)snprintf(number, sizeof(number), "%u", count);
	html_attr(h, name, number);
}

static void put_cell(struct html *h, const struct cell *cell, bool in_head)
{
	enum html_element el = in_head || cell->head ? EL_TH : EL_TD;

	html_open(h, el);
	if (el == EL_TH)
		html_attr(h, "scope", in_head ? "col" : "row");
	put_span(h, "rowspan", cell->rows);
	put_span(h, "colspan", cell->columns);
	put_align(h, cell->align);
	put_runs(h, cell->runs);
	html_close(h, el);
}

static void put_row(struct html *h, const struct row *row, bool in_head)
{
	html_open(h, EL_TR);
	for (size_t i = 0; i < row->count; i++)
		put_cell(h, &row->cells[i], in_head);
	html_close(h, EL_TR);
}

static void put_table(struct html *h, const struct block *table)
{
	const struct row *row = table->rows;

	html_open(h, EL_TABLE);
	if (table->caption)
		html_element(h, EL_CAPTION, table->caption);
	if (row && table->head_rows) {
		html_open(h, EL_THEAD);
		for (size_t i = 0; row && i < table->head_rows; i++, row = row->next)
			put_row(h, row, /* in_head */ true);
		html_close(h, EL_THEAD);
	}
	if (row) {
		html_open(h, EL_TBODY);
		for (; row; row = row->next)
			put_row(h, row, /* in_head */ false);
		html_close(h, EL_TBODY);
	}
	html_close(h, EL_TABLE);
}

static void put_list_tag(struct html *h, const struct block *list)
{
	char number[16];

	html_open(h, list->level ? EL_OL : EL_UL);
	if (list->level > 1) {
		(void)snprintf(number, sizeof(number), "%u", list->level);
		html_attr(h, "start", number);
	}
}

static void put_code(struct html *h, const struct block *block)
{
	html_open(h, EL_PRE);
	html_open(h, EL_CODE);
	for (const struct run *run = block->runs; run; run = run->next)
		html_text(h, run->text);
	html_close(h, EL_CODE);
	html_close(h, EL_PRE);
}

static void put_blocks(struct html *h, const struct block *block, unsigned int top);

/* One paragraph, perhaps with a list below it, needs no <p>. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as HTML_MAX_DEPTH */
static void put_item(struct html *h, const struct block *item, unsigned int top)
{
	const struct block *child = item->children;

	html_open(h, EL_LI);
	if (child && child->type == BLOCK_PARAGRAPH && child->align == ALIGN_NONE &&
	    (!child->next || child->next->type == BLOCK_LIST)) {
		put_runs(h, child->runs);
		child = child->next;
	}
	put_blocks(h, child, top);
	html_close(h, EL_LI);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as HTML_MAX_DEPTH */
static void put_block(struct html *h, const struct block *block, unsigned int top)
{
	switch (block->type) {
	case BLOCK_TITLE:
		put_element(h, heading(top), block);
		break;
	case BLOCK_HEADING:
		put_element(h, heading(top + block->level), block);
		break;
	case BLOCK_PARAGRAPH:
		put_element(h, EL_P, block);
		break;
	case BLOCK_LIST:
		put_list_tag(h, block);
		put_blocks(h, block->children, top);
		html_close(h, block->level ? EL_OL : EL_UL);
		break;
	case BLOCK_ITEM:
		put_item(h, block, top);
		break;
	case BLOCK_TABLE:
		put_table(h, block);
		break;
	case BLOCK_QUOTE:
		html_open(h, EL_BLOCKQUOTE);
		put_blocks(h, block->children, top);
		html_close(h, EL_BLOCKQUOTE);
		break;
	case BLOCK_CODE:
		put_code(h, block);
		break;
	case BLOCK_RULE:
		html_element(h, EL_HR, "");
		break;
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as HTML_MAX_DEPTH */
static void put_blocks(struct html *h, const struct block *block, unsigned int top)
{
	for (; block; block = block->next)
		put_block(h, block, top);
}

void blocks_to_html(const struct blocks *doc, struct html *h, unsigned int top)
{
	put_blocks(h, doc->first, top);
}
