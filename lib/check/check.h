/*
 * Checking: one record by itself, and the catalogue as a whole.
 *
 * What can be found in one record's bytes is found by the examiner and cached in the
 * index; what needs other records, the day, or severities is computed at each run.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_CHECK_H
#define GK_CHECK_CHECK_H

#include "check/finding.h"
#include "store/catalogue.h"
#include "store/index.h"

struct calendar;

/**
 * The examiner that fills the index of this catalogue.  It lives in the arena and
 * refers to the catalogue's kinds.  Attachments are looked into when catalogue->inspector is set.
 */
const struct examiner *check_examiner(struct arena *arena, struct catalogue *catalogue);

/**
 * All findings about one record by itself: shape, elements, disclosure, publication within
 * its own events.  `config` NULL: the defaults.
 */
void check_record(struct findings *out, const struct record *record,
		  const struct catalogue_config *config);

/** Only what could not be read as it stands: for records that come from elsewhere and are not complete yet. */
void check_reading(struct findings *out, const struct record *record);

struct check_options {
	struct date today;
	const struct calendar *calendar;
	const char *const *paths; /* files or folders below the root; none: all */
	size_t path_count;
	const struct strings
		*files; /* not NULL: of those at the paths only these; sorted */
	/* The index has these and what they refer to: what all records decide is left out. */
	bool few;
};

struct check_result {
	struct findings
		findings; /* sorted, severities settled, those that are off left out */
	struct findings
		waived; /* sorted; `waiver` of each says by whom, why, until when */
	size_t records; /* looked at */
	bool has_baseline;
	struct findings
		known; /* sorted; the baseline has them already: they do not count */
	/*
	 * Append what was looked at as the file at a path; false where it cannot be had.
	 * NULL: as the catalogue's source has it, check_text().
	 */
	bool (*text)(void *payload, const char *path, struct buf *out);
	void *text_payload;
};

/* Files of the catalogue's source; begins with the first two members set. */
struct check_texts {
	struct catalogue *catalogue;
	struct arena *arena;
	size_t asked;
	struct source_entry *entries; /* all files, sorted; NULL until it is worth it */
	size_t count;
};

/** The text of a path as the source of the catalogue has it; `payload` is a struct check_texts. */
bool check_text(void *payload, const char *path, struct buf *out);

/** Everything wrong with the catalogue.  ERR_NOT_FOUND when `paths` match nothing. */
int check_catalogue(struct catalogue *catalogue, struct index *index,
		    const struct check_options *options, struct check_result *out,
		    struct arena *arena, struct error *err) gk_must_use;

/**
 * The same for one record as it would be after a change: its own findings and its
 * references, but nothing that the day decides, and with the severities of the rules.
 */
int check_one(struct catalogue *catalogue, struct index *index,
	      const struct record *record, struct findings *out,
	      struct error *err) gk_must_use;
/** The same for each of several records; what they are judged by is read once. */
int check_each(struct catalogue *catalogue, struct index *index,
	       const struct record *const *records, size_t count, struct findings *out,
	       struct error *err) gk_must_use;

/* A file that is not in the catalogue yet. */
struct check_file {
	const char *path; /* where it lies now, for the findings */
	const char *bytes;
	size_t len;
};

/**
 * What is wrong in a file that the record would list as public, as check_catalogue() says it of
 * one that it lists.  Nothing where there is no program to look into files.
 */
void check_new_attachment(const struct catalogue *catalogue, const struct record *record,
			  const struct check_file *file, struct findings *out);

/**
 * Settle severities by catalogue.yaml and the state of the record; what is off is taken out,
 * and what a waiver sets aside on that day (no date: on any) goes to `waived`, or nowhere
 * when that is NULL.
 */
void check_settle(const struct catalogue *catalogue, struct date today,
		  struct findings *findings, struct findings *waived);

#endif
