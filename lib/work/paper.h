/*
 * Records from the papers that offices have: DOCX files and what can be made into them.
 *
 * What was read is a draft with guesses: each paper says where somebody should look.  The
 * original goes beside the record and stays inside.
 *
 *	work_paper_read(&work, program, &file, &paper, err);
 *	paper.original = (struct attach_file){ .from = path, … };
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
	uint32_t parts; /* embedded files */
};

struct work_paper {
	struct paper paper;
	struct paper_left left;
	struct record *record; /* of kind document, without id */
	struct attach_file original;
	struct buf bytes; /* of the original; the caller releases them */
};

/**
 * Read a paper through the helper and fill a record from it.  ERR_SYNTAX when nobody can
 * read such a file or there is no text in it, ERR_DENIED when it may not be held (a mark of
 * secrecy); else as inspect_view().  Names of organs become ids where they are known.
 */
int work_paper_read(struct work *work, const char *program,
		    const struct inspect_file *file, struct work_paper *out,
		    struct error *err) gk_must_use;

/** Where somebody should look, a sentence each, in the language in use. */
void work_paper_remarks(struct work *work, const struct work_paper *paper,
			struct strings *out);

/**
 * The id of the document that this paper is already: by the same original, else by title and
 * number, or by title and date where it has none.  NULL in *id when there is none.
 */
int work_paper_known(struct work *work, const struct work_paper *paper, const char **id,
		     struct error *err) gk_must_use;
/** Whether two papers of one run are the same in that sense. */
bool work_papers_agree(const struct work_paper *a, const struct work_paper *b);

/** work_add() of the records with their originals, all in one commit. */
int work_add_papers(struct work *work, struct work_paper *papers, size_t count,
		    struct findings *findings, struct work_done *done,
		    struct error *err) gk_must_use;

/* ---- paper_record.c ---- */

/** The record that a paper gives; *err only when the index fails. */
int work_paper_record(struct work *work, const struct paper *paper, struct record **out,
		      struct error *err) gk_must_use;

#endif
