/*
 * What is inside attachments, and which of them are public.
 *
 * A file is looked into once, by the examiner, whoever lists it: what is found lies in the
 * index with the file.  It becomes a finding when a record lists the file as public.
 *
 * Layer: check, inside.
 */
#ifndef GK_CHECK_ATTACHMENTS_H
#define GK_CHECK_ATTACHMENTS_H

#include "check/check_private.h"
#include "law/personal.h"
#include "record/id.h"

struct run_attachments;

#define ATTACHMENTS_FOLDER "attachments/"

/** Whether the path is that of an attachment: attachments/<id>/<name>. */
bool is_attachment(const char *path);
/** The id of the record that an attachment's folder is named after; false when it is none. */
bool attachment_owner(const char *path, char id[ID_MAX]);
/** Whether it is one plain name: nothing that could leave the folder of its record. */
bool is_attachment_name(const char *name);

/* ---- a file by itself ---- */

struct attachment_file {
	const char *path;
	const char *bytes;
	size_t len;
	const char *inspector;                  /* the helper program */
	const struct personal_allowed *allowed; /* NULL: nothing */
};

/**
 * All that is found in it; where in the file stands in each finding's `field`, for
 * attachment_add_where().  False when the helper could not be started: nothing is known then.
 */
bool attachment_examine(const struct attachment_file *file, struct findings *out);
/** Append where in the file the finding is, in the language in use: " (page 2)"; nothing for the whole. */
void attachment_add_where(const struct finding *finding, struct buf *out);

/* ---- a run ---- */

/* What a record says of a file it lists, as an argument of RULE_ATTACHMENT_MISSING's claim. */
#define ATTACHMENT_IS_PUBLIC  "public"
#define ATTACHMENT_IS_CHECKED "checked" /* public, and a person has looked through it */
/* Beside it stand the kinds of personal data that the record may make public: privacy_lifted(). */

/** Keep what was found in a file until a record lists it. */
void attachments_keep(struct run *run, const char *path, const char *packed);
/** Whether the file of the claim is missing; else what was found in it, if it is public, is added. */
int attachment_decide(struct run *run, struct finding *claim, struct error *err);
/** Of a record that is not asked for: what was found in its files that are. */
int attachments_of_others(struct run *run, const char *path, const char *packed,
			  struct error *err) gk_must_use;
/** Whether a path that was asked for names attachments. */
bool attachments_are_chosen(struct run *run);
/** Say how many public ones could not be looked into for want of the helper. */
void attachments_unseen(struct run *run);

#endif
