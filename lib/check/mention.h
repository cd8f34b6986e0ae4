/*
 * Values that records hold, as the index tells them with their places, for rules about
 * what records say of each other.
 *
 * Layer: check, inside.
 */
#ifndef GK_CHECK_MENTION_H
#define GK_CHECK_MENTION_H

#include "check/check_private.h"

/* A value of a record, kept beyond the callback that told it. */
struct mention {
	struct index_row row;
	struct fact fact;
};

struct mentions {
	struct arena *arena;
	struct mention *items;
	size_t count;
	size_t room;
};

/** Keep a copy; `payload` is a struct mentions. */
int mention_keep(void *payload, const struct index_row *row, const struct fact *fact);
/** The values of a field (NULL: of all) of one row, or with key 0 of all rows of a kind. */
int mentions_read(struct run *run, const char *kind, int64_t key, const char *field,
		  struct mentions *out, struct error *err) gk_must_use;
/** Add a finding where the value stands; args end with NULL. */
void mention_add(struct run *run, enum rule_id rule, const struct mention *mention,
		 const char *const *args);

#define MENTION_ADD(run, rule, mention, ...) \
	mention_add((run), (rule), (mention), (const char *const[]){ __VA_ARGS__, NULL })

/** References to what is void, renumbered or closed, and interpretations linked one way. */
int check_referents(struct run *run, struct error *err) gk_must_use;

#endif
