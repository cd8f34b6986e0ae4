/*
 * YAML into a tree that knows where each byte came from.
 *
 * The subset of gk-catalogue(5): one document, UTF-8, no anchors, aliases,
 * tags or directives, no duplicate keys, mapping keys are scalars.  Scalars
 * stay text; what they mean is decided by the field that reads them.
 *
 * Faults of the text are problems in the tree, never a struct error: they are
 * findings about a record.  After a problem that makes the rest unreadable
 * `root` is NULL; after the others the tree is whole, but for a pair whose key is
 * no scalar, which is left out, and an alias, whose value is its own text.
 *
 * A block scalar at the end of a file without a final newline reads as if it had one.
 *
 * libyaml's marks count characters and skip a byte-order mark; yaml.c turns
 * them into offsets in the bytes that were given, and no other file sees them.
 *
 * Layer: format.  The one file that uses libyaml is yaml.c.
 */
#ifndef GK_FORMAT_YAML_H
#define GK_FORMAT_YAML_H

#include "base/arena.h"
#include "base/base.h"
#include "base/buf.h"

enum yaml_limit {
	YAML_MAX_BYTES = 1 << 20,
	YAML_MAX_DEPTH = 32,
	YAML_MAX_NODES = 100000,
};

enum yaml_type { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING };
enum yaml_style {
	YAML_PLAIN,
	YAML_SINGLE,
	YAML_DOUBLE,
	YAML_LITERAL,
	YAML_FOLDED,
	YAML_BLOCK,
	YAML_FLOW
};

/* What a plain scalar resolves to by the core schema of YAML 1.2. */
enum yaml_core {
	YAML_CORE_TEXT,
	YAML_CORE_NULL,
	YAML_CORE_BOOL,
	YAML_CORE_INT,
	YAML_CORE_FLOAT
};

struct yaml_place {
	uint32_t line;   /* from 1 */
	uint32_t column; /* from 1, in characters */
};

struct yaml_node {
	enum yaml_type type;
	enum yaml_style style;
	struct yaml_place place;
	size_t start; /* bytes [start, end) of the input; quotes and brackets belong to it. */
	size_t end; /* A block collection ends where its last leaf ends, a block scalar after its last line. */
	const char *value; /* of a scalar, NUL-terminated, in the arena */
	size_t len;
	size_t count;             /* items of a sequence, pairs of a mapping */
	struct yaml_node **keys;  /* of a mapping, in file order */
	struct yaml_node **items; /* of a sequence, or the values beside `keys` */
};

enum yaml_fault {
	YAML_FAULT_SYNTAX,     /* arg: what the parser says */
	YAML_FAULT_TAB,        /* a tab where blanks must indent */
	YAML_FAULT_FULL_WIDTH, /* a full-width sign where YAML wants ASCII; arg: the sign */
	YAML_FAULT_CONFLICT,   /* a line of git's conflict markers */
	YAML_FAULT_ENCODING, /* not UTF-8; arg: "GBK" when it reads as that, "UTF-16", or "" */
	YAML_FAULT_CONTROL,   /* a control character; arg: U+XXXX */
	YAML_FAULT_CRLF,      /* lines end in CR LF (noted once) */
	YAML_FAULT_BOM,       /* a byte-order mark (noted once) */
	YAML_FAULT_DUPLICATE, /* arg: the key */
	YAML_FAULT_ALIAS,     /* an anchor or alias; arg: its name */
	YAML_FAULT_TAG,       /* arg: the tag */
	YAML_FAULT_DOCUMENTS, /* a second document or a directive */
	YAML_FAULT_KEY,       /* a key that is not a scalar */
	YAML_FAULT_DEPTH,     /* deeper than YAML_MAX_DEPTH */
	YAML_FAULT_SIZE,      /* larger than YAML_MAX_BYTES or YAML_MAX_NODES */
	YAML_FAULT_EMPTY,     /* no document, or null */
	YAML_FAULT_COUNT,
};

struct yaml_problem {
	enum yaml_fault fault;
	struct yaml_place place;
	const char *arg; /* never NULL */
};

struct yaml_tree {
	const char *bytes; /* as given; must live as long as the tree is spliced */
	size_t len;
	struct yaml_node *root;
	struct yaml_problem *problems;
	size_t problem_count;
	size_t problem_room;
};

/** Read `len` bytes.  Everything in *out lives in the arena. */
void yaml_parse(struct arena *arena, const char *bytes, size_t len,
		struct yaml_tree *out);

/** The value at `key` of a mapping, or NULL. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);

/** What a scalar is; quoted and block scalars are always text. */
enum yaml_core yaml_core_type(const struct yaml_node *scalar);

/** Line and column of a byte offset. */
struct yaml_place yaml_place_at(const char *bytes, size_t len, size_t offset);

/* ---- writing ---- */

/**
 * Append one scalar so that it reads back as this text: plain where plain is
 * text by the core schema and by YAML 1.1, else double-quoted.  `flow` for
 * inside [ ] or { }, where more characters need quotes.
 */
void yaml_write_scalar(struct buf *out, const char *text, bool flow);

/** Append a literal block (|) with its text indented by `indent` blanks. */
void yaml_write_literal(struct buf *out, const char *text, unsigned int indent);

#endif
