/*
 * What a kind of record is: its table, its ids, where it lives.
 *
 * kinds.c lists them; a new register is a new file and a line there.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_KIND_H
#define GK_RECORD_KIND_H

#include "record/event.h"
#include "record/field.h"

/* How ids and paths of the kind look (gk-catalogue(5)). */
enum id_form {
	ID_SINGLE, /* one record: catalogue.yaml */
	ID_CODE,   /* units/<code>.yaml, categories/<id>.yaml */
	ID_UNIT,   /* items/<unit>/<unit>-<NNNN>.yaml, at least four digits */
	ID_YEAR,   /* reports/<year>.yaml */
	ID_SERIAL, /* <dir>/<year>/<NN>/[letter]<year>-<NNNNN>.yaml, NN = number div 1000 */
};

enum store_place { STORE_PUBLIC, STORE_PRIVATE };

struct waiver {
	const char *rule;
	const char *reason;
	const char *by;
	struct date date;
	struct date until;
};

/* A key x-…: kept as its YAML text. */
struct extra {
	const char *key;
	const char *yaml;
};

struct voided {
	struct date date;
	const char *by;
	const char *reason;
};

/* The first member of every kind's struct. */
struct common {
	const char *id;
	struct date created;
	const char *entered_by;
	const char *note;
	struct strings tags;
	struct list waive; /* struct waiver */
	struct list extra; /* struct extra, in file order */
	struct voided voided;
	const char *moved_to;
	struct list events; /* struct event */
};

struct kind {
	const char *name; /* "item" */
	const char *zh;   /* 公开事项 */
	const char *en;
	const char *dir; /* "items"; of ID_SINGLE the file, "catalogue.yaml" */
	enum id_form id_form;
	char letter; /* of ID_SERIAL: 0 for documents, a letter for every other kind */
	enum store_place store;
	struct fields
		fields; /* of the kind alone; the common ones are in common_fields */
	const enum act *
		acts; /* that may stand in its events, ended by ACT_NONE; NULL for none */
	/* Whether the record as a whole may leave the office when published; NULL: always. */
	bool (*is_public)(const void *record);
};

extern const struct fields common_fields; /* over struct common */

/** All kinds, in the order of the field reference. */
const struct kind *const *kinds(size_t *count);
/** By English name, Chinese name, or plural directory; NULL when there is none. */
const struct kind *kind_find(const char *name);
/** Make a kind known beside those of kinds.c: for tests of the machinery; at most a few. */
struct kind_set {
	const struct kind *const *items;
	size_t count;
};
const struct kind *kind_set_find(const struct kind_set *set, const char *name);

/** The kind that a field of the kind `own` refers to: itself, or one of gk's; NULL when it is none. */
const struct kind *kind_of_ref(const struct kind *own, const char *ref);

/** Whether the act may stand in the events of the kind. */
bool kind_has_act(const struct kind *kind, enum act act);

/** The field of a dotted path ("disclosure.ground.code"), common fields included; NULL when unknown. */
const struct field *kind_field(const struct kind *kind, const char *path, bool labels);

#endif
