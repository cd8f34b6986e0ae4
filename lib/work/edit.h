/*
 * Changing a record as a whole: by a form, or as text in an editor.
 *
 * Somebody else may change the record while it is being edited: what they changed stays, and
 * where both changed one field nothing is written.
 *
 * Layer: work.
 */
#ifndef GK_WORK_EDIT_H
#define GK_WORK_EDIT_H

#include "work/work.h"

/**
 * The record that is meant by `text`, as HEAD has it.  ERR_DENIED for a void one, ERR_CONFLICT
 * for one that was edited by hand and not saved.
 */
int work_edit_begin(struct work *work, const char *text, struct record **out,
		    struct error *err) gk_must_use;

/**
 * Put the fields in which `changed` differs from `before` into the record, in one commit; bytes
 * of other fields stay.  Nothing that differs makes no commit.  ERR_DENIED when what identifies
 * the record or what acts write differs, ERR_CONFLICT when somebody else changed one of the fields.
 */
int work_edit(struct work *work, const struct record *before,
	      const struct record *changed, struct findings *findings,
	      struct work_done *done, struct error *err) gk_must_use;

/**
 * The same for the text of the whole file, which is written as it is: comments and order are
 * the editor's.  When the file is no longer what `before` was read from, fields are put in as
 * by work_edit().
 */
int work_edit_text(struct work *work, const struct record *before, const struct buf *text,
		   struct findings *findings, struct work_done *done,
		   struct error *err) gk_must_use;

#endif
