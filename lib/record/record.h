/*
 * One record: its kind, its struct, the bytes it was read from, and what was
 * wrong with them.
 *
 * Layer: record.  lib/site and the public exporters must not include this
 * header: they get struct public_record (record/public.h).
 */
#ifndef GK_RECORD_RECORD_H
#define GK_RECORD_RECORD_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "format/json.h"
#include "format/yaml.h"
#include "record/kind.h"

/* What is wrong with a file as a record of its kind; check/ gives each its rule. */
enum record_fault {
	RECORD_FAULT_YAML,        /* `yaml` says what */
	RECORD_FAULT_NOT_MAPPING, /* the file is a list or a scalar */
	RECORD_FAULT_UNKNOWN_KEY, /* args: key, nearest known key or "" */
	RECORD_FAULT_TYPE,        /* args: field path, what it should be */
	RECORD_FAULT_NOT_TEXT, /* a plain scalar that YAML reads as a number, boolean, null: quote it; args: path, text */
	RECORD_FAULT_DATE,     /* args: path, text */
	RECORD_FAULT_CHOICE,   /* args: path, text, the values allowed */
	RECORD_FAULT_NUMBER,   /* args: path, text */
	RECORD_FAULT_REF,      /* cannot be an id of the kind; args: path, text, kind */
	RECORD_FAULT_TOO_LONG, /* args: path, characters, limit */
	RECORD_FAULT_LINES,    /* a line break where one line is meant; args: path */
	RECORD_FAULT_ID, /* missing, or not what the path says; args: id, id by the path */
	RECORD_FAULT_EVENT, /* an act the kind does not have, or a member the act does not have; args: path, text */
	RECORD_FAULT_COUNT,
};

struct record_problem {
	enum record_fault fault;
	enum yaml_fault yaml; /* of RECORD_FAULT_YAML */
	struct yaml_place place;
	const char *field;   /* dotted path, "" for the whole file */
	const char *args[3]; /* never NULL */
};

/* Where a member of the struct, an entry of a list, or a text of a list was read from. */
struct record_place {
	const void *member;
	const struct field *field;
	const struct yaml_node *node;
};

struct record {
	const struct kind *kind;
	const char *path;      /* below the catalogue's root; "" when not from a file */
	struct common *common; /* the kind's struct, seen by its first member */
	struct yaml_tree tree;
	struct record_place *places;
	size_t place_count;
	size_t place_room;
	struct record_problem *problems;
	size_t problem_count;
	size_t problem_room;
};

enum read_flags {
	READ_LABELS =
		1
		<< 0, /* Chinese labels, values, and typed forms (dates, full-width) are read too: add, set, import */
};

struct read_options {
	unsigned int flags;
	struct date today; /* for 今天 with READ_LABELS */
};

/**
 * Read a record of the kind that `path` belongs to.  Never fails: what is wrong is in
 * `problems` and the rest is read.  All lives in the arena; `bytes` must live as long.
 */
struct record *record_parse(struct arena *arena, const struct kind *kind,
			    const char *path, const char *bytes, size_t len);
/** Read from a tree that is no file (JSON, or an entry of --from). */
struct record *record_from_node(struct arena *arena, const struct kind *kind,
				const char *path, const struct yaml_node *root,
				const struct read_options *options);
/** An empty record. */
struct record *record_new(struct arena *arena, const struct kind *kind);

/**
 * Set one field of a record from typed text, as READ_LABELS reads it: "标题=…",
 * "disclosure.attribute=主动公开", lists separated by ; or ；.  A problem is added when it cannot be.
 */
bool record_assign(struct arena *arena, struct record *record, const char *path,
		   const char *value, const struct read_options *options);

/**
 * Give a record the value that another of its kind has at a path (a key x-… too), or none where
 * `from` is NULL or has none.  The value is shared: it must live as long.
 */
void record_copy_field(struct arena *arena, struct record *to, const struct record *from,
		       const char *path);

/** The struct as its own type: RECORD(record, struct item). */
#define RECORD(record, type) ((type *)(void *)(record)->common)

/** Title of the record for lists: the FIELD_TITLE field, or its id. */
const char *record_title(const struct record *record);

/*
 * A group or an entry lies where its first member does, so that by address the
 * innermost is meant: ask for the members, not for the group.
 */

/** Where a member stands in the file; the nearest thing that does when it is absent (parent, else the first line). */
struct yaml_place record_place(const struct record *record, const void *member);
/** The innermost value that the byte of the file lies in; NULL where there is none. */
const struct record_place *record_place_at(const struct record *record, size_t at);
/** The dotted key path of a member ("disclosure.ground.code"), whether it is present or not. */
const char *record_field_path(struct arena *arena, const struct record *record,
			      const void *member);
/** Its field row; NULL when `member` is none of the record's. */
const struct field *record_field(const struct record *record, const void *member);

/** Whether the member belongs to the public view, should the record leave as a whole. */
bool record_is_public_at(const struct record *record, const void *member);

/* ---- writing ---- */

/** Append the canonical YAML of the record: table order, only what is set, events last. */
void record_write(const struct record *record, struct buf *out);

/**
 * Append the record's own file in canonical form: what record_write() gives, with the comments
 * that stand in it.  Doing it twice changes nothing.  ERR_SYNTAX, and nothing appended, when
 * the file has faults or cannot be brought into that form without a change of what it says.
 */
int record_canonical(const struct record *record, struct buf *out,
		     struct error *err) gk_must_use;

/** Append the value of a set field as YAML on one line. */
void field_write_flow(const struct field *field, const void *owner, struct buf *out);

/** Append one event as a flow mapping on one line, members in the order of its act's table. */
void event_write(const struct event *event, struct buf *out);

/** Write the record as one JSON object in table order, all that is set (internal form). */
void record_json(const struct record *record, struct json *json);

/* ---- changing a file ---- */

/**
 * The bytes of the record's file with one entry more in the list at `key`, put in by splicing.
 * The result is read again and compared with what was meant; ERR_SYNTAX otherwise.
 */
int record_append(const struct record *record, const char *key, const void *entry,
		  struct buf *out, struct error *err) gk_must_use;
/** The same for an event. */
int record_append_event(const struct record *record, const struct event *event,
			struct buf *out, struct error *err) gk_must_use;

/** The bytes with the field at `path` set to what `changed` (same kind) holds there; likewise compared. */
int record_change(const struct record *record, const struct record *changed,
		  const char *const *paths, size_t count, struct buf *out,
		  struct error *err) gk_must_use;

/** Whether two records hold the same (struct by struct, by the table). */
bool record_equal(const struct record *a, const struct record *b);

#endif
