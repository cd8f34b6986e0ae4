/*
 * What the index keeps of a record: found once from the bytes, used by list,
 * search, references and every rule that looks at more than one record.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_FACTS_H
#define GK_RECORD_FACTS_H

#include "base/arena.h"
#include "record/record.h"

/* One value of an indexed field. */
struct fact {
	const char *field; /* dotted path */
	const char *value; /* as the file holds it: code, id, ISO date, text */
	const char *ref;   /* kind referred to, or NULL */
	struct yaml_place place;
};

struct facts {
	const char *id; /* "" when the file has none */
	const char *kind;
	const char *title;
	const char *
		state; /* of documents and items: draft, cleared, published, withdrawn (record/state.h); "" else */
	struct fact *items; /* in table order */
	size_t count;
	size_t room;
	bool passing; /* may be otherwise next time, though the bytes are the same: not kept */
};

/** Facts of a record as it stands; all in the arena. */
struct facts record_facts(struct arena *arena, const struct record *record);

/**
 * Tokens of all searched fields (token_index).  Apart from the facts, because only search needs
 * them and they are larger than the record.
 */
const char *record_terms(struct arena *arena, const struct record *record);

#endif
