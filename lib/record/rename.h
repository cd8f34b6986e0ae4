/*
 * Numbers that change: ids replaced where they stand in a record's file, every other byte
 * as it was.
 *
 * An id is replaced as the record's own, where a field refers to it, and in links of a text
 * to its page or its files.  As a word of a text, in an own key, in a comment it is what a
 * person wrote and stays.  So does what happened: events are proof, and the stub at the old
 * id leads to the new one.  Where no stub is left, events and stubs would lead nowhere,
 * and are changed too.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_RENAME_H
#define GK_RECORD_RENAME_H

#include "record/record.h"

struct id_change {
	const char *from;
	const char *to;
	bool vanishes; /* nothing is left at `from` */
};

/* In the order of `from`, each once. */
struct id_changes {
	const struct id_change *items;
	size_t count;
};

/** Bring them into order. */
void id_changes_sort(struct id_change *items, size_t count);
/** The change of an id, or NULL. */
const struct id_change *id_changes_find(const struct id_changes *changes, const char *id,
					size_t len);

/** The next id from byte *at on that changes and stands as a word of its own: its place in *at, or NULL. */
const struct id_change *id_changes_next(const struct id_changes *changes,
					const char *bytes, size_t len, size_t *at);

enum renamed_as {
	RENAMED_OWN,       /* the record's own id */
	RENAMED_REFERENCE, /* a field that refers to it */
	RENAMED_LINK,      /* a link in a text */
	RENAMED_NOT,       /* it stands there and stays */
};

struct renamed_spot {
	enum renamed_as as;
	struct yaml_place place;
	const char *field; /* dotted path, "" outside of any */
	const struct id_change *change;
};

struct renamed {
	const char *bytes; /* of the whole file */
	size_t len;
	struct list spots; /* struct renamed_spot, in file order */
};

/**
 * The bytes of the record's file with the ids changed, and where they stand; all in `arena`.  They
 * are read again, as the file at `path`, and compared with what was meant: ERR_SYNTAX when it
 * cannot be changed safely.
 */
int record_rename(struct arena *arena, const struct record *record, const char *path,
		  const struct id_changes *changes, struct renamed *out,
		  struct error *err) gk_must_use;

/**
 * The same of a text that is a page of its own and no record: its links change, from wherever the
 * page may stand on the site; every other byte stays.
 */
void page_rename(struct arena *arena, const char *bytes, size_t len,
		 const struct id_changes *changes, struct renamed *out);

#endif
