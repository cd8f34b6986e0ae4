/*
 * Two states of a record that come from one, brought together field by field.
 *
 * A field that one side changed is as that side has it; one that both changed alike is so.
 * What both changed differently is a collision, unless the field holds more than one value:
 *
 *	events                 every entry of both, each once, in the order of both, by
 *	                       (date, bytes) where they leave it open; nothing is taken out
 *	lists of texts         what a side put in is in, what a side took out is out
 *	lists of entries       likewise, by what names the entry (file, name, …); an entry that
 *	                       both have is merged by its fields
 *	texts of lines         by lines, where the caller can
 *	own keys (x-…)         each is a value
 *
 * A number that was given up stays so: what the other side changed meanwhile is told.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_MERGE_H
#define GK_RECORD_MERGE_H

#include "base/i18n.h"
#include "record/record.h"

enum merge_side { MERGE_NONE, MERGE_BASE, MERGE_OURS, MERGE_THEIRS, MERGE_OWN };

/* A value that both sides changed, each to another. */
struct collision {
	const char *field; /* dotted path; of an entry: attachments[plan.docx].title */
	const char *label; /* 六个要素 · 办事依据 */
	const char *base;  /* values in words; NULL: it is not there */
	const char *ours;
	const char *theirs;
	bool may_own; /* a value of one's own may be chosen (MERGE_OWN) */
};

/** Which side holds; MERGE_NONE leaves it open.  With MERGE_OWN *own gets the value as typed. */
typedef enum merge_side (*merge_choose_fn)(void *payload,
					   const struct collision *collision,
					   const char **own);

/**
 * Texts merged by lines: true and the text in `out` when no line collides, or when `favour`
 * (OURS or THEIRS) decides those that do.
 */
typedef bool (*merge_lines_fn)(const char *base, const char *ours, const char *theirs,
			       enum merge_side favour, struct buf *out);

struct merge_options {
	enum language language; /* of labels and values of collisions */
	merge_lines_fn lines;   /* NULL: texts of lines are values like others */
	merge_choose_fn choose; /* NULL: all stay open */
	void *payload;
	struct date today; /* for values of one's own */
};

enum merge_outcome {
	MERGE_CLEAN,
	MERGE_COLLIDES, /* bytes hold ours where it is open */
	MERGE_REFUSED, /* the two are no states of one record, or one cannot be read; `why` */
};

/* One side gave the number up while the other changed the record. */
enum merge_ending { MERGE_GOES_ON, MERGE_VOIDED, MERGE_MOVED };

struct merge_sides {
	const struct record *base; /* NULL: neither comes from the other's */
	const struct record *ours;
	const struct record *theirs;
};

struct merged {
	enum merge_outcome outcome;
	const char *why; /* of MERGE_REFUSED: a sentence in the chosen language */
	enum merge_ending ending;
	enum merge_side ended_by; /* with an ending: whose stub it is */
	struct list collisions;   /* struct collision: those left open */
	const char *bytes;        /* NULL when refused */
	size_t len;
};

/**
 * Merge.  Without a base only records whose id says what they are about (units, reports of a
 * year) are merged; two with the same number are two records.  Comments and layout are those of
 * both where the lines of the files allow it, else those of ours.  All lives in the arena.
 */
void record_merge(struct arena *arena, const struct merge_sides *sides,
		  const struct merge_options *options, struct merged *out);

#endif
