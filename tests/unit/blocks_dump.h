/*
 * Blocks as text that two documents share only when they are the same.
 *
 *	paragraph
 *	  'plain' strong'bold' <https://x>'link' /
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_BLOCKS_DUMP_H
#define GK_TESTS_BLOCKS_DUMP_H

#include <string.h>

#include "format/blocks.h"

static inline void dump_state(struct buf *out, const struct run *run)
{
	static const char *const names[] = { "strong ", "em ", "code ", "deleted " };

	buf_addc(out, ' ');
	for (unsigned int i = 0; i < ARRAY_LEN(names); i++) {
		if (run->flags & 1U << i)
			buf_adds(out, names[i]);
	}
	if (run->href)
		buf_addf(out, "<%s>", run->href);
	buf_addc(out, '\'');
}

static inline bool dump_is_same(const struct run *a, const struct run *b)
{
	return a && a->flags == b->flags && !a->href == !b->href &&
	       (!a->href || !strcmp(a->href, b->href));
}

/* Runs that differ in nothing are dumped as one. */
static inline void dump_runs(struct buf *out, const struct run *run)
{
	const struct run *before = NULL;

	for (; run; run = run->next) {
		if (!*run->text && !(run->flags & RUN_BREAK))
			continue;
		if (before && !dump_is_same(before, run))
			buf_addc(out, '\'');
		if (run->flags & RUN_BREAK) {
			buf_adds(out, " /");
			before = NULL;
			continue;
		}
		if (!dump_is_same(before, run))
			dump_state(out, run);
		buf_adds(out, run->text);
		before = run;
	}
	if (before)
		buf_addc(out, '\'');
}

static inline void dump_rows(struct buf *out, const struct block *table,
			     unsigned int depth)
{
	static const char *const aligns[] = { "", ":left", ":centre", ":right" };

	for (const struct row *row = table->rows; row; row = row->next) {
		for (unsigned int i = 0; i <= depth; i++)
			buf_adds(out, "  ");
		for (size_t i = 0; i < row->count; i++) {
			buf_addf(out, "|%s", aligns[row->cells[i].align]);
			dump_runs(out, row->cells[i].runs);
			buf_addc(out, ' ');
		}
		buf_adds(out, "|\n");
	}
}

static inline void dump_block(struct buf *out, const struct block *block,
			      unsigned int depth);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as BLOCKS_MAX_DEPTH */
static inline void dump_blocks(struct buf *out, const struct block *block,
			       unsigned int depth)
{
	for (; block; block = block->next)
		dump_block(out, block, depth);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as BLOCKS_MAX_DEPTH */
static inline void dump_block(struct buf *out, const struct block *block,
			      unsigned int depth)
{
	static const char *const names[] = {
		[BLOCK_TITLE] = "title", [BLOCK_HEADING] = "heading",
		[BLOCK_PARAGRAPH] = "p", [BLOCK_LIST] = "list",
		[BLOCK_ITEM] = "item",   [BLOCK_TABLE] = "table",
		[BLOCK_QUOTE] = "quote", [BLOCK_CODE] = "code",
		[BLOCK_RULE] = "rule",
	};

	for (unsigned int i = 0; i < depth; i++)
		buf_adds(out, "  ");
	buf_adds(out, names[block->type]);
	if (block->type == BLOCK_HEADING || (block->type == BLOCK_LIST && block->level))
		buf_addf(out, " %u", block->level);
	if (block->type == BLOCK_TABLE)
		buf_addf(out, " %zu/%zu", block->columns, block->head_rows);
	dump_runs(out, block->runs);
	buf_addc(out, '\n');
	dump_rows(out, block, depth);
	dump_blocks(out, block->children, depth + 1);
}

#endif
