/*
 * The index: facts and findings of every record, cached by the id of its blob.
 *
 * Always there: <gitdir>/gk/index.db, or a temporary file where that cannot be written.
 * It never changes a result: what it holds was computed by the examiner from the bytes
 * of the blob, for a path, by one version of the rules.  A corrupt one is made anew
 * (index_rebuilt() tells, so that cmd/ can say so).  Two gk at once do not hurt each other.
 *
 * Layer: store.  SQLite stays in store/index*.c.
 */
#ifndef GK_STORE_INDEX_H
#define GK_STORE_INDEX_H

#include "record/facts.h"
#include "record/kind.h"
#include "store/source.h"

/*
 * Turns bytes into facts and findings.  Pure and called from several threads at once,
 * each with an arena of its own.  `findings` is text of the examiner's own that comes
 * back from index_each_finding() as it was.
 */
struct examiner {
	const char *
		version; /* of rules and field tables: another version forgets the cache */
	void (*examine)(void *payload, struct arena *arena, const char *path,
			const char *bytes, size_t len, struct facts *facts,
			struct buf *findings);
	/* Tokens to find the record by; asked for when somebody first searches. */
	const char *(*terms)(void *payload, struct arena *arena, const char *path,
			     const char *bytes, size_t len);
	void *payload;
	/* An entry that is no readable file: findings only. */
	void (*refuse)(void *payload, struct arena *arena,
		       const struct source_entry *entry, struct buf *findings);
	/* Whether a path is looked at (records); others are known by path alone. */
	bool (*wants)(void *payload, const char *path);
	/* Those of the records: their tables say by which fields they are found. None: gk's own. */
	struct kind_set kinds;
};

struct index;

struct index_options {
	unsigned int
		threads; /* for reading and examining; 0: as many as processors, at most 4 */
	bool memory;     /* a temporary index: --no-cache */
};

/** Open the index of a source and bring it up to date with it. */
int index_open(struct source *source, const struct examiner *examiner,
	       const struct index_options *options, struct index **out,
	       struct error *err) gk_must_use;
void index_free(struct index *index);
bool index_rebuilt(const struct index *index);

struct index_counts {
	size_t files;    /* records looked at */
	size_t examined; /* of them not cached */
};
struct index_counts index_counts(const struct index *index);

/* A record of the source.  Texts live until the callback returns. */
struct index_row {
	int64_t key;
	const char *path;
	const char *oid; /* of index_by_id() and index_resolve(); else "" */
	const char *id;
	const char *kind;
	const char *title;
	const char *state;
	size_t group; /* of index_each_double(): which group, from 0 */
};

/* Callbacks return 0 to go on, anything else to stop; the each-function returns that (errors are -1 with err set). */
typedef int (*index_row_fn)(void *payload, const struct index_row *row);

struct index_filter {
	const char *field; /* dotted path; with `value` NULL: has any value */
	const char *value;
};

struct index_query {
	const char *kind;  /* NULL: all */
	const char *state; /* NULL: all */
	const char *text;  /* words to find in searched fields; NULL: all */
	const struct index_filter *filters;
	size_t filter_count;
	size_t limit; /* 0: none */
};

/** Rows in order of kind, then id (numbered ids by number). */
int index_each(struct index *index, const struct index_query *query, index_row_fn fn,
	       void *payload, struct error *err) gk_must_use;

/** Values of one row, or (key 0) of all rows of a kind (NULL: all), by field (NULL: all fields), in path then file order. */
typedef int (*index_fact_fn)(void *payload, const struct index_row *row,
			     const struct fact *fact);
int index_each_fact(struct index *index, const char *kind, int64_t key, const char *field,
		    index_fact_fn fn, void *payload, struct error *err) gk_must_use;

/** Every reference whose target is not a record of the source: for check/. */
int index_each_dangling(struct index *index, index_fact_fn fn, void *payload,
			struct error *err) gk_must_use;
/** Every reference to `id`. */
int index_each_referrer(struct index *index, const char *id, index_fact_fn fn,
			void *payload, struct error *err) gk_must_use;
/**
 * Rows of a kind that share the values of all these fields (doubles), rows of a group one after
 * another, groups in order of their first path.  A row that lacks one of the fields is no double.
 */
int index_each_double(struct index *index, const char *kind, const char *const *fields,
		      size_t count, index_row_fn fn, void *payload,
		      struct error *err) gk_must_use;

/** What the examiner wrote of each file, in order of path; files without findings are left out. */
typedef int (*index_finding_fn)(void *payload, const char *path, const char *findings);
int index_each_finding(struct index *index, index_finding_fn fn, void *payload,
		       struct error *err) gk_must_use;
/**
 * The same without what is idle.  `is_idle` is called from several threads at once, before
 * any call of `fn` and with its payload; it may change nothing, and what it says must not
 * hang on what `fn` does.
 */
typedef bool (*index_idle_fn)(const void *payload, const char *path,
			      const char *findings);
int index_each_finding_but(struct index *index, index_idle_fn is_idle,
			   index_finding_fn fn, void *payload,
			   struct error *err) gk_must_use;

/** One record by id; *found false when there is none.  Texts live in the arena. */
int index_by_id(struct index *index, struct arena *arena, const char *id,
		struct index_row *out, bool *found, struct error *err) gk_must_use;
/** Whether the source has a file at `path` (attachments). */
bool index_has_path(struct index *index, const char *path);
/** Whether the file at `path` was examined. */
bool index_has_row(struct index *index, const char *path);
/** How many files whose path begins so were examined. */
size_t index_count_below(struct index *index, const char *prefix);

/**
 * Records that a person may mean by `text`: exactly by id; else by index number or document
 * number (112号 finds every number that ends so); else by name or alias; else by a part of the
 * title (all its tokens).  Best class only, in order of id.
 */
int index_resolve(struct index *index, struct arena *arena, const char *kind,
		  const char *text, struct index_row **out, size_t *count,
		  struct error *err) gk_must_use;

/** The largest number of ids of a kind, of a unit (ID_UNIT) or year (ID_SERIAL), by the paths there are; 0 when none. */
int index_last_number(struct index *index, const struct kind *kind, const char *unit,
		      int year, int64_t *out, struct error *err) gk_must_use;

#endif
