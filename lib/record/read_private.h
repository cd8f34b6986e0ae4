/*
 * Reading by the table, one value at a time: what read.c and assign.c share.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_READ_PRIVATE_H
#define GK_RECORD_READ_PRIVATE_H

#include "record/path.h"
#include "record/record.h"

/* Fields on the way to a value and entries of the lists among them. */
enum { READ_STEPS = 2 * FIELD_DEPTH_MAX };

struct read_step {
	const char *key; /* NULL: an entry of the list before */
	size_t index;
};

struct reader {
	struct arena *arena;
	struct record *record;
	unsigned int flags; /* enum read_flags */
	struct date today;
	struct read_step steps[READ_STEPS];
	size_t depth;
};

/** Read the value of a field into its member of `owner`. */
void read_field(struct reader *r, const struct field *field, void *owner,
		const struct yaml_node *node);

/** Read the value into a member; the way to it stands in `r->steps`. */
void read_value(struct reader *r, const struct field *field, void *member,
		const struct yaml_node *node);

/** Read the pairs of a mapping by one table. */
void read_members(struct reader *r, const struct fields *fields, void *owner,
		  const struct yaml_node *map);

/** One entry of a LIST, or a GROUP: by its variant, as shorthand, or by its table. */
void read_struct(struct reader *r, const struct field *field, void *owner,
		 const struct yaml_node *node);

/** The field of a key, looked for from *cursor on: keys mostly come in the order of the table. */
const struct field *read_find(const struct fields *fields, const char *key,
			      size_t *cursor);

void read_step_in(struct reader *r, const char *key, size_t index);
void read_step_out(struct reader *r);

/** Note where a member was read. */
void read_place(struct reader *r, const void *member, const struct field *field,
		const struct yaml_node *node);

/** The way to where the reader is: "events[2].date". */
const char *read_path(const struct reader *r);

/** Add a problem at the node, at the reader's path, which is args[0]. */
void read_fault(struct reader *r, enum record_fault fault, const struct yaml_node *node,
		const char *second, const char *third);
/** Add a problem with arguments of its own. */
void read_problem(struct reader *r, const struct record_problem *problem);

/** The YAML text of a node on one line, by which an x- key is kept. */
void extra_write(const struct yaml_node *node, struct buf *out);

#endif
