/*
 * The block model: what a document of gk is made of, before it is DOCX, HTML,
 * Markdown or plain text.
 *
 * Reports, letters and forms build blocks; emitters turn them into bytes.
 * Neither knows the other.  Everything lives in the arena of the document.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_BLOCKS_H
#define GK_FORMAT_BLOCKS_H

#include "base/arena.h"
#include "base/base.h"
#include "base/buf.h"

enum block_type {
	BLOCK_TITLE,     /* one a document */
	BLOCK_HEADING,   /* level 1 to 4 */
	BLOCK_PARAGRAPH, /* runs */
	BLOCK_LIST,      /* children are items, each with children */
	BLOCK_ITEM,
	BLOCK_TABLE,
	BLOCK_QUOTE, /* children */
	BLOCK_CODE,  /* text kept as it is */
	BLOCK_RULE,
};

enum {
	BLOCKS_MAX_LEVEL = 4,  /* of headings */
	BLOCKS_MAX_DEPTH = 32, /* of lists, items and quotes in one another */
};

enum block_align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

enum run_flags {
	RUN_STRONG = 1,
	RUN_EM = 2,
	RUN_CODE = 4,
	RUN_DELETED = 8,
	RUN_BREAK = 16 /* a line break, no text */
};

struct run {
	struct run *next;
	const char *text;
	const char *href; /* or NULL */
	unsigned int flags;
};

struct cell {
	struct run *runs;
	unsigned int rows; /* spanned; 1 is the least */
	unsigned int columns;
	enum block_align align;
	bool head;
};

struct row {
	struct row *next;
	struct cell *cells; /* only those that begin in this row */
	size_t count;
	size_t room;
};

struct block {
	enum block_type type;
	unsigned int
		level; /* of a heading; of a list: 0 bullets, else the first number */
	enum block_align align;
	struct run *runs;
	struct run *last_run;
	struct row *rows; /* of a table */
	struct row *last_row;
	size_t columns; /* of a table */
	size_t head_rows;
	const char *caption; /* of a table, or NULL */
	struct block *children;
	struct block *last_child;
	struct block *next;
};

struct blocks {
	struct arena *arena;
	struct block *first;
	struct block *last;
};

void blocks_init(struct blocks *doc, struct arena *arena);
/** A new block at the end of the document, or inside `parent` when given. */
struct block *blocks_add(struct blocks *doc, struct block *parent, enum block_type type);
struct block *blocks_title(struct blocks *doc, const char *text);
struct block *blocks_heading(struct blocks *doc, unsigned int level, const char *text);
struct block *blocks_paragraph(struct blocks *doc, const char *text);
struct run *blocks_run(struct blocks *doc, struct block *block, const char *text,
		       unsigned int flags);

struct block *blocks_table(struct blocks *doc, size_t columns, size_t head_rows,
			   const char *caption);
struct row *blocks_row(struct blocks *doc, struct block *table);
/** A cell with one run; spans of 1 by 1 unless the caller changes them.  Valid until the next cell of the row. */
struct cell *blocks_cell(struct blocks *doc, struct row *row, const char *text);

struct html;

/**
 * Titles become h1 (or h`top`), headings follow.  Alignment is a class: left, centre, right.
 * Links that html_url_is_safe() refuses are written as text.
 */
void blocks_to_html(const struct blocks *doc, struct html *h, unsigned int top);
/**
 * CommonMark with tables; spanned cells are repeated as empty ones.  markdown_parse() reads the same
 * blocks from it; with a title, which becomes #, headings begin at ##.
 */
void blocks_to_markdown(const struct blocks *doc, struct buf *out);

#endif
