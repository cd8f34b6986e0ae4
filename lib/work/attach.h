/*
 * Files that belong to a record.
 *
 * Layer: work.
 */
#ifndef GK_WORK_ATTACH_H
#define GK_WORK_ATTACH_H

#include "record/attachment.h"
#include "work/work.h"

/* Beyond ATTACH_LARGE a file is taken, but noted: git keeps each version for ever. */
enum { ATTACH_LARGE = 10 << 20, ATTACH_LIMIT = 50 << 20 };

struct attach_file {
	const char *from;  /* path on disk */
	const char *title; /* NULL: its name without the ending */
	int role;          /* enum attachment_role */
	int visibility;    /* enum openness; 0: by role */
	size_t size;       /* gets the bytes it has */
};

/* What belongs beside a record that is there. */
struct attach_request {
	const char *id; /* or what else the record is called */
	struct attach_file *files;
	size_t count;
};

/**
 * Put files beside a record: bytes to attachments/<id>/ under short names, titles into the
 * record, all in one commit.  Pointers of git LFS, empty files and files beyond ATTACH_LIMIT
 * are refused; so is a public one that validate would call an error, since git forgets nothing.
 */
int work_attach(struct work *work, const struct attach_request *request,
		struct findings *findings, struct work_done *done,
		struct error *err) gk_must_use;

/**
 * Put files beside a record that is new in this transaction and has an id, and list them in
 * it.  The same files are refused.
 */
int work_put_files(struct work *work, struct transaction *tx, struct record *record,
		   struct attach_file *files, size_t count,
		   struct error *err) gk_must_use;

/* A new record with the files that belong to it. */
struct addition {
	struct record *record;
	struct attach_file *files;
	size_t file_count;
};

/** work_add() of records with files, all in one commit. */
int work_add_with(struct work *work, const struct addition *additions, size_t count,
		  struct findings *findings, struct work_done *done,
		  struct error *err) gk_must_use;

#endif
