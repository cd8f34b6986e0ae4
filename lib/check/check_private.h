/*
 * What the files of check/ share: the rules of one record, and those of a run.
 *
 * Layer: check, inside.
 */
#ifndef GK_CHECK_CHECK_PRIVATE_H
#define GK_CHECK_CHECK_PRIVATE_H

#include "check/check.h"

/* ---- findings ---- */

/* Where a finding points. */
struct finding_at {
	struct yaml_place place;
	const char *path;          /* of the field, "" for the whole record */
	const struct field *field; /* NULL likewise */
};

void finding_add_at(struct findings *out, enum rule_id rule, const struct record *record,
		    const struct finding_at *at, const char *const *args);
/** What is known of the record; made once and kept in out->about. */
const struct finding_about *finding_about(struct findings *out,
					  const struct record *record);

/* ---- findings in the index's text ---- */

/* By what a claim is known not to hold without being read. */
struct idle_by {
	struct date today;
	struct date since;
	int shortest;  /* the least number of days after which something is late */
	bool is_shown; /* what was told of where it appeared is settled */
};

/** Whether nothing is found in the packed text and no claim in it can hold. */
bool packed_is_idle(const char *packed, const struct idle_by *by);
/** The line of the first claim of that rule, or NULL; and its arguments, up to a tab or the end. */
const char *packed_claim(const char *packed, enum rule_id rule);
const char *packed_arg(const char *claim, size_t arg);
/** An argument as a day, or no date. */
struct date packed_day(const char *claim, size_t arg);

/** The field of a path as findings have it, events[2].date; NULL when there is none. */
const struct field *label_field(const struct kind *kind, const char *path);

/* ---- one record by itself ---- */

struct legal;

struct within {
	const struct record *record;
	const struct catalogue_config *config; /* never NULL */
	struct findings *out;
	struct findings *claims; /* that hold only if the day or other records say so */
	struct legal *legal;     /* NULL: nothing is known */
};

/** All that can be said of the record by itself. */
void check_within(const struct within *within);
/** A file where no record belongs; *at gets its place and no record. */
void check_unknown_path(const struct kind_set *kinds, const char *path,
			struct findings *out);

void check_shape(const struct within *within);
void check_slips(const struct within *within);
void check_needs(const struct within *within);
void check_elements(const struct within *within);
void check_disclosure(const struct within *within);
void check_secrecy(const struct within *within);
void check_publication(const struct within *within);
void check_files(const struct within *within);
void check_review(const struct within *within);
void check_figures(const struct within *within);
void check_privacy(const struct within *within);
void check_private_columns(const struct within *within);
void check_waivers(const struct within *within);
void check_timing(const struct within *within);
void check_links(const struct within *within);
void check_bases(const struct within *within);
void check_cited(const struct within *within);
void check_numbers(const struct within *within);
void check_normative(const struct within *within);
void check_service(const struct within *within);
void check_words(const struct within *within);

/** What most likely makes the file no YAML, a message to be translated; NULL when nobody knows. */
const char *syntax_cause(const struct record *record,
			 const struct record_problem *problem);

/** Whether what stands at the path, or inside it, could not be read: then it is not missing. */
bool is_misread(const struct record *record, const char *path);
/** Whether the member of the field stands in the file, with or without a value. */
bool is_written(const struct record *record, const struct field *field,
		const void *member);
/** Whether the file gave a record at all; one that comes from no file always is one. */
bool is_read(const struct record *record);
/** Whether the record is a stub that says it was voided or renumbered. */
bool is_stub(const struct record *record);

/** Whether records of the kind say how open they are. */
bool has_disclosure(const struct kind *kind);

/** Whether files count for its digest, so that the record alone cannot tell it. */
bool has_files(const struct record *record);

/** Whether the record's digests agree with what it is now; with attachments they need `hash`. */
void check_digests(const struct within *within, attachment_hash_fn hash, void *payload);

/** Waivers of a record that are complete: an incomplete one waives nothing. */
struct list waivers_that_hold(struct arena *arena, const struct record *record);
/** The waiver of its record that sets the finding aside on that day (no date: on any), or NULL. */
const struct waiver *waiver_of(const struct finding *finding, struct date today);

/* ---- a run over the catalogue ---- */

struct limits;
struct run_attachments;
struct shown;
struct unit_texts;

struct run {
	struct catalogue *catalogue;
	struct index *index;
	const struct check_options *options; /* NULL: nothing that the day decides */
	const struct record *record;         /* the one that is looked at, or NULL: all */
	struct arena *arena;
	struct findings *out;
	struct findings *waivers; /* claims that they waive nothing; NULL: not asked */
	struct findings *interpretations;    /* claims about them; NULL: not asked */
	struct shown *shown;                 /* NULL: not asked */
	struct limits *limits;               /* of items, made when first asked for */
	struct unit_texts *texts;            /* likewise */
	struct ties *ties;                   /* likewise: units and channels */
	struct run_attachments *attachments; /* likewise */
};

/** Whether there is a file at the path. */
bool has_path(struct run *run, const char *path);
/** Whether the path is one of those asked for. */
bool is_selected(const struct check_options *options, const char *path);

/** Days within which nothing is late, by the limits of all items. */
int claims_shortest_limit(struct run *run, int *days, struct error *err) gk_must_use;
/** Add those of the claims about one record that hold. */
int claims_decide(struct run *run, const struct findings *claims,
		  struct error *err) gk_must_use;

/** An argument of a claim as a day, or no date; and a day as an argument. */
struct date claim_day(const struct finding *claim, size_t arg);
const char *claim_iso(struct run *run, struct date day);

/*
 * Whether a claim holds: 1, 0, or -1 with err.  Its arguments become those of the finding.
 * What is known only when all records have been read is put off.
 */
int is_late(struct run *run, struct finding *claim, struct error *err) gk_must_use;
int is_unpublished(struct run *run, struct finding *claim, struct error *err) gk_must_use;
int shown_is_short(struct run *run, struct finding *claim, struct error *err) gk_must_use;
int is_show_over(struct run *run, struct finding *claim, struct error *err) gk_must_use;
int is_show_short(struct run *run, struct finding *claim, struct error *err) gk_must_use;
int is_link_dead(struct run *run, struct finding *claim, struct error *err) gk_must_use;
int is_waiver_over(struct run *run, struct finding *claim, struct error *err) gk_must_use;
int interpretation_keep(struct run *run, struct finding *claim,
			struct error *err) gk_must_use;

/** The last day of the threshold that begins on a day; no date when it cannot be told. */
struct date threshold_day(struct run *run, struct date day, enum threshold_of of);
/** What was put off about interpretations. */
void check_interpretations(struct run *run);
/** Columns, accounts and items that stand still, by run->shown. */
void check_inspection(struct run *run);

/** Add the claims of waivers that set nothing aside; both lists in order of path. */
void waivers_unused(const struct findings *claims, const struct findings *waived,
		    struct findings *out);

/** What records say of each other. */
int check_references(struct run *run, struct error *err) gk_must_use;
/** The same for run->record alone. */
int check_own_references(struct run *run, struct error *err) gk_must_use;

#endif
