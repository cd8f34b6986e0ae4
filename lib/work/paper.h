/*
 * Records from the papers that offices have: DOCX files and what can be made into them.
 *
 * What was read is a draft with guesses: each paper says where somebody should look.  The
 * original goes beside the record and stays inside.
 *
 *	work_paper_read(&work, program, &file, &paper, err);
 *	work_add_papers(&work, &paper, 1, &findings, &done, err);
 *
 * Layer: work.
 */
#ifndef GK_WORK_PAPER_H
#define GK_WORK_PAPER_H

#include "check/inspect.h"
#include "law/paper.h"
#include "work/attach.h"

/* What stays in the original alone, or was taken as it would be accepted: how many of each. */
struct paper_left {
	uint32_t comments;
	uint32_t changes;
	uint32_t hidden;
	uint32_t pictures;
	uint32_t parts;  /* embedded files */
	uint32_t clocks; /* fields that show the day on which the file is opened */
};

struct work_paper {
	struct paper paper;
	struct paper_left left;
	struct record *record; /* of kind document, without id */
	struct attach_file original;
	const char *known; /* id of the document that it is already; NULL: it is new */
	char sha256[SHA256_HEX_SIZE]; /* of the original */
};

/* A file, and what the helper is given of it: itself, or what it was converted to. */
struct paper_file {
	const char *path;
	const struct buf *bytes;
	const struct buf *as_docx; /* NULL: nothing was converted */
};

/**
 * Read a paper through the helper and fill a record from it.  ERR_SYNTAX when nobody can
 * read such a file or there is no text in it, ERR_DENIED when it may not be held (a mark of
 * secrecy); else as inspect_view().  The original is attached from its path later on.
 */
int work_paper_read(struct work *work, const char *program, const struct paper_file *file,
		    struct work_paper *out, struct error *err) gk_must_use;

/** Where somebody should look, a sentence each, in the language in use; before defaults fill the record. */
void work_paper_remarks(struct work *work, const struct work_paper *paper,
			struct strings *out);

/**
 * Find out which document the paper is already: by the same original, else by title and
 * number, or by title and date where it has none.
 */
int work_paper_find(struct work *work, struct work_paper *paper,
		    struct error *err) gk_must_use;

/** work_add() of the records with their originals, all in one commit. */
int work_add_papers(struct work *work, struct work_paper *papers, size_t count,
		    struct findings *findings, struct work_done *done,
		    struct error *err) gk_must_use;

/* ---- paper_folder.c ---- */

enum paper_fate {
	PAPER_IS_NEW,
	PAPER_IS_KNOWN,      /* `known` is its id */
	PAPER_IS_DOUBLE,     /* of the paper at `same` */
	PAPER_IS_REFUSED,    /* findings under the name of its file say why */
	PAPER_IS_UNREADABLE, /* `why`; set by who tried to read it */
	PAPER_FATE_COUNT
};

struct folder_paper {
	struct work_paper paper;
	enum paper_fate fate;
	size_t same;
	const char *why;
	struct strings remarks; /* likewise: work_paper_remarks() of what was read */
};

/**
 * Add what is new and may be kept, in one commit; each paper gets its fate.  Findings are of
 * those added and those refused.
 */
int work_add_folder(struct work *work, struct folder_paper *papers, size_t count,
		    struct findings *findings, struct work_done *done,
		    struct error *err) gk_must_use;

/* ---- paper_record.c ---- */

/** The record that a paper gives; *err only when the index fails. */
int work_paper_record(struct work *work, const struct paper *paper, struct record **out,
		      struct error *err) gk_must_use;

#endif
