#include "format/blocks.h"

#include <assert.h>
#include <string.h>

#include "base/list.h"

void blocks_init(struct blocks *doc, struct arena *arena)
{
	*doc = (struct blocks){ .arena = arena };
}

struct block *blocks_add(struct blocks *doc, struct block *parent, enum block_type type)
{
	struct block *block = arena_new(doc->arena, struct block);
	struct block **first = parent ? &parent->children : &doc->first;
	struct block **last = parent ? &parent->last_child : &doc->last;

	block->type = type;
	if (*last)
		(*last)->next = block;
	else
		*first = block;
	*last = block;
	return block;
}

static struct run *new_run(struct blocks *doc, const char *text, unsigned int flags)
{
	struct run *run = arena_new(doc->arena, struct run);

	run->text = arena_strndup(doc->arena, text, strlen(text));
	run->flags = flags;
	return run;
}

struct run *blocks_run(struct blocks *doc, struct block *block, const char *text,
		       unsigned int flags)
{
	struct run *run = new_run(doc, text, flags);

	if (block->last_run)
		block->last_run->next = run;
	else
		block->runs = run;
	block->last_run = run;
	return run;
}

static struct block *with_text(struct blocks *doc, enum block_type type, const char *text)
{
	struct block *block = blocks_add(doc, NULL, type);

	if (text && *text)
		(void)blocks_run(doc, block, text, 0);
	return block;
}

struct block *blocks_title(struct blocks *doc, const char *text)
{
	return with_text(doc, BLOCK_TITLE, text);
}

struct block *blocks_heading(struct blocks *doc, unsigned int level, const char *text)
{
	struct block *block = with_text(doc, BLOCK_HEADING, text);

	assert(level >= 1 && level <= BLOCKS_MAX_LEVEL);
	block->level = level;
	return block;
}

struct block *blocks_paragraph(struct blocks *doc, const char *text)
{
	return with_text(doc, BLOCK_PARAGRAPH, text);
}

struct block *blocks_table(struct blocks *doc, size_t columns, size_t head_rows,
			   const char *caption)
{
	struct block *table = blocks_add(doc, NULL, BLOCK_TABLE);

	assert(columns);
	table->columns = columns;
	table->head_rows = head_rows;
	if (caption)
		table->caption = arena_strndup(doc->arena, caption, strlen(caption));
	return table;
}

struct row *blocks_row(struct blocks *doc, struct block *table)
{
	struct row *row = arena_new(doc->arena, struct row);

	if (table->last_row)
		table->last_row->next = row;
	else
		table->rows = row;
	table->last_row = row;
	return row;
}

struct cell *blocks_cell(struct blocks *doc, struct row *row, const char *text)
{
	struct cell *cell;

	row->cells =
		array_grow(doc->arena, row->cells, row->count, &row->room, sizeof(*cell));
	cell = &row->cells[row->count++];
	*cell = (struct cell){ .rows = 1, .columns = 1 };
	if (text && *text)
		cell->runs = new_run(doc, text, 0);
	return cell;
}
