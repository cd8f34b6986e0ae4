/*
 * What of a record may leave the office.
 *
 * A public_record is a copy of the kind's struct in which every member that the
 * table does not call public is empty: nested fields are at most as open as their
 * parent, list entries may be closed one by one (attachments), events keep only
 * public members of public acts, x- keys only when catalogue.yaml lists them.
 * Site and public exporters see this type and no other; tests/lint holds them to it.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_PUBLIC_H
#define GK_RECORD_PUBLIC_H

#include "base/arena.h"
#include "base/hash.h"
#include "format/json.h"
#include "record/kind.h"

struct record;

struct public_record {
	const struct kind *kind;
	const struct common *common; /* the kind's struct, seen by its first member */
};

/** The struct as its own type: PUBLIC(pub, struct item). */
#define PUBLIC(pub, type) ((const type *)(const void *)(pub)->common)

/**
 * The public view; NULL for a record that may not leave at all (kind->is_public, or
 * a private kind, or voided).  `public_x` lists x- keys that are public, or is NULL.
 */
const struct public_record *public_view(struct arena *arena, const struct record *record,
					const struct strings *public_x);

/** As JSON in table order; with or without events. */
void public_json(const struct public_record *pub, struct json *json, bool events);

/** Hash of a public attachment's bytes by its stored name; false when it cannot be had. */
typedef bool (*attachment_hash_fn)(void *payload, const char *file,
				   char out[SHA256_HEX_SIZE]);

/**
 * SHA-256 of the canonical JSON without events plus the hashes of public attachments
 * (design: what a clearance and a publication are held to).  Works for records that
 * are not public as a whole too: the view is then taken as if they were.
 */
void public_digest(struct arena *arena, const struct record *record,
		   const struct strings *public_x, attachment_hash_fn hash, void *payload,
		   char out[SHA256_HEX_SIZE]);

#endif
