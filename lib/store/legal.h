/*
 * What decides about records beside their bytes: the lawbook and the lists of words, those
 * that gk brings and the catalogue's own (laws.json and and word lists below words/).
 *
 * Opening reads and hashes the files; they are parsed when somebody first asks, so that a run
 * that finds all in its cache does not pay for it.  All functions but legal_open()
 * take NULL, which knows nothing, and may be called from several threads at once.
 *
 * Layer: store.
 */
#ifndef GK_STORE_LEGAL_H
#define GK_STORE_LEGAL_H

#include "base/error.h"
#include "base/list.h"

struct lawbook;
struct legal;
struct source;
struct words;

struct legal_options {
	const char *data_dir;  /* …/share/gk, or NULL: the catalogue's own files only */
	struct source *source; /* NULL: what gk brings only */
	const struct strings
		*words; /* catalogue.yaml `words`; NULL or empty: all of words/ */
};

/* What could not be read in one of the catalogue's own files. */
struct legal_problem {
	const char *file; /* below the root */
	unsigned int line;
	const char *text; /* N_(), or a message in the language in use */
};

/** Read the files.  Those that are not there are none; a list that is named and is not there is a problem. */
int legal_open(const struct legal_options *options, struct legal **out,
	       struct error *err) gk_must_use;
void legal_free(struct legal *legal);

/** A text that differs when any of the bytes do; "" for NULL. */
const char *legal_version(const struct legal *legal);
/** Whether the catalogue has a lawbook or lists of its own, or names some. */
bool legal_has_own(const struct legal *legal);
/** The laws; never NULL, but empty where there are none. */
const struct lawbook *legal_laws(struct legal *legal);
/** The words, or NULL where there are none. */
const struct words *legal_words(struct legal *legal);
/** What is wrong with the catalogue's own lists and lawbook: struct legal_problem. */
const struct list *legal_word_problems(struct legal *legal);
const struct list *legal_law_problems(struct legal *legal);

#endif
