/*
 * An open catalogue: its source, its catalogue.yaml, and what records refer to.
 *
 * Layer: store.
 */
#ifndef GK_STORE_CATALOGUE_H
#define GK_STORE_CATALOGUE_H

#include "record/catalogue.h"
#include "record/public.h"
#include "record/record.h"
#include "store/source.h"

enum { CATALOGUE_FORMAT = 1 };

struct legal;

struct catalogue {
	struct arena arena; /* of what lives as long as the catalogue */
	struct source *source;
	struct record *record;                 /* catalogue.yaml; problems and all */
	const struct catalogue_config *config; /* its struct; never NULL */
	struct kind_set kinds;
	struct legal *
		legal; /* by which records are judged; NULL until catalogue_open_legal() */
	bool is_private; /* a private store, that goes by what its catalogue has */
	const char *
		inspector; /* program that looks into attachments; NULL: none; set by who opened it */
};

/**
 * Open.  A catalogue.yaml that says a newer `format:` than CATALOGUE_FORMAT is an error
 * that names both; one that cannot be read at all is an error too, other faults are
 * left to validate.
 */
int catalogue_open(const struct source_options *options, struct catalogue **out,
		   struct error *err) gk_must_use;
void catalogue_free(struct catalogue *catalogue);
/**
 * Open the private store beside a catalogue, which must outlive it: records of its own, judged by
 * the catalogue's configuration and law.  *out NULL where there is none on disk, and where it
 * is no repository of its own.
 */
int catalogue_open_private(struct catalogue *of, struct catalogue **out,
			   struct error *err) gk_must_use;
/** Open the lawbook and the lists of words; `data_dir` is …/share/gk, or NULL. */
int catalogue_open_legal(struct catalogue *catalogue, const char *data_dir,
			 struct error *err) gk_must_use;

/** Read one record of the source by path; its bytes and struct live in `arena`. */
int catalogue_read(struct catalogue *catalogue, struct arena *arena, const char *path,
		   struct record **out, struct error *err) gk_must_use;
/**
 * Read many in their order, of a work tree on several threads; a record lives until `fn` returns,
 * which is called on this thread.  What it returns other than 0 ends the reading and is returned.
 */
typedef int (*catalogue_record_fn)(void *payload, struct arena *arena,
				   const struct record *record, struct error *err);
int catalogue_read_all(struct catalogue *catalogue, const char *const *paths,
		       size_t count, catalogue_record_fn fn, void *payload,
		       struct error *err) gk_must_use;
/** Read by id; ERR_NOT_FOUND names the id. */
int catalogue_read_id(struct catalogue *catalogue, struct arena *arena,
		      const struct kind *kind, const char *id, struct record **out,
		      struct error *err) gk_must_use;

/** Absolute path of the private store (catalogue.yaml `private`), or NULL when there is none on disk. */
const char *catalogue_private_root(struct catalogue *catalogue);

/** SHA-256 of an attachment as attachment_hash_fn; `payload` is a struct attachment_of. */
struct attachment_of {
	struct catalogue *catalogue;
	const char *id;
};
bool catalogue_attachment_hash(void *payload, const char *file,
			       char out[SHA256_HEX_SIZE]);

#endif
