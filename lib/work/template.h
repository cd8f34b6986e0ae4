/*
 * Rows of the standard catalogue to begin an item with.
 *
 * schemas/data/standard-rows.json brings some as they were really published; a catalogue's own
 * templates/rows.json of the same form takes their place.
 *
 * Layer: work.
 */
#ifndef GK_WORK_TEMPLATE_H
#define GK_WORK_TEMPLATE_H

#include "work/work.h"

struct template_row {
	const char *field;     /* 领域: 社会救助 */
	const char *from;      /* who published it so, or "" */
	struct record *record; /* an item without unit and id */
};

struct template_rows {
	struct template_row *items;
	size_t count;
	size_t room;
};

/**
 * All rows.  Their category is the one that has the field's name here, their channels are those
 * here that stand for the printed boxes.  ERR_SYNTAX names a row that cannot be read.
 */
int work_templates(struct work *work, const char *data_dir, struct template_rows *out,
		   struct error *err) gk_must_use;

/**
 * The rows that `name` means, in *out (room for all): of a field, of a first-level matter, or a
 * row by its own name; how well it fits decides, as with choices.  Returns how many.
 */
size_t work_template_find(const struct template_rows *rows, struct arena *arena,
			  const char *name, size_t *out);

#endif
