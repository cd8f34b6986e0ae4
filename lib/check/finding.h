/*
 * One fault of a record, with its place: what validate prints.
 *
 * A finding holds arguments, not sentences, so that a cached one can be told in
 * any language.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_FINDING_H
#define GK_CHECK_FINDING_H

#include "base/arena.h"
#include "base/buf.h"
#include "check/rule.h"
#include "record/record.h"

enum { FINDING_ARGS = 4 };

/* What findings about one record share: by it their severities are settled. */
struct finding_about {
	const char *path;
	bool draft;         /* it can be published and is not */
	struct date formed; /* no date where the record has none */
	struct list waive;  /* struct waiver: those that are complete */
};

struct finding {
	enum rule_id rule;
	enum severity severity; /* after catalogue.yaml, drafts, since and waivers */
	const char *path;
	struct yaml_place place;
	const char *field;    /* dotted path, "" for the whole record */
	const char *label_zh; /* of the field, "" likewise */
	const char *label_en;
	const char *title;                 /* of the record */
	const char *args[FINDING_ARGS];    /* never NULL; see ARG_LABEL */
	const struct finding_about *about; /* NULL where nothing is known of the record */
	const struct waiver *waiver;       /* that sets it aside, or NULL */
};

/*
 * An argument is text as it stands, or a message of ours that is translated when it is
 * told, or a label in both languages.
 */
#define ARG_MESSAGE "\x1e" /* ARG_MESSAGE N_("a list") */
#define ARG_LABEL   "\x1f" /* between the Chinese and the English label */

/** An argument that is a label of a table. */
const char *arg_label(struct arena *arena, const char *zh, const char *en);

struct findings {
	struct arena *arena;
	struct finding *items;
	size_t count;
	size_t room;
	const struct finding_about *about; /* of the record looked at last */
};

#define FINDINGS(arena_) ((struct findings){ .arena = (arena_) })

/** Add a finding at a member of the record (`member` NULL: the whole record); args end with NULL, at most four. */
void finding_add(struct findings *out, enum rule_id rule, const struct record *record,
		 const void *member, const char *const *args);
/** Shorter: FIND(out, RULE_X, record, &item->limit, "arg", …). */
#define FIND(out, rule, record, member, ...)           \
	finding_add((out), (rule), (record), (member), \
		    (const char *const[]){ __VA_ARGS__, NULL })
#define FIND0(out, rule, record, member) \
	finding_add((out), (rule), (record), (member), (const char *const[]){ NULL })

/** Add a copy of a finding of another list; its texts must live as long as this one. */
void findings_push(struct findings *out, const struct finding *finding);
/** The same with copies of its texts; what is known of its record is left behind. */
void findings_keep(struct findings *out, const struct finding *finding);

/** Append what is wrong, and how to mend it, in the language in use. */
void finding_text(const struct finding *finding, struct buf *out);
void finding_hint(const struct finding *finding, struct buf *out);

/** By path, line, column, rule; identical ones collapse. */
void findings_sort(struct findings *findings);
/** The worst severity that is not off; SEVERITY_OFF when there is none. */
enum severity findings_worst(const struct findings *findings);
size_t findings_count(const struct findings *findings, enum severity severity);
/**
 * A name for each finding that stays the same while lines move: of its rule, path, field
 * and arguments, with a number where several are alike.  In the order of the list.
 */
const char *const *findings_fingerprints(struct arena *arena,
					 const struct findings *findings);

/**
 * As text for the index, and back.  `claims` hold only if the day or other records say
 * so: check_catalogue() decides.  What is read back has neither title nor labels.
 */
void findings_pack(const struct findings *findings, const struct findings *claims,
		   struct buf *out);
void findings_unpack(struct findings *findings, struct findings *claims, const char *path,
		     const char *packed);

/** Append path:line:col: error: text [slug]. */
void finding_line(const struct finding *finding, struct buf *out);

#endif
