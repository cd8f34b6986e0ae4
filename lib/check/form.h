/*
 * The forms in which findings are told: a file and a row each.
 *
 * A form writes what it is told into a buf; where that goes is the caller's business, and
 * the exit status is the same in each.  Places are lines and characters from 1.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_FORM_H
#define GK_CHECK_FORM_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "base/list.h"
#include "check/check.h"

/* The texts of a rule in one language. */
struct rule_words {
	const char *text;
	const char *hint;
	const char *why;
};

/* What was asked for: an option as it was given. */
struct told_option {
	const char *name;
	const char *value; /* "" for a flag */
};

/* What every form is made from. */
struct told {
	const struct check_result *result;
	const struct finding *const *worst_first; /* result->findings */
	const char *const *names;  /* fingerprints of result->findings, in its order */
	const char *const *waived; /* likewise of result->waived */
	const char *const *known;  /* and of result->known */
	const char *prefix; /* of the catalogue in its repository, "" or "catalogue/" */
	const char *version;
	const struct strings *paths; /* that were asked for, or NULL */
	const struct told_option *options;
	size_t option_count;
	const struct rule_words
		*words[2]; /* by language; set where the form asks for it */
	bool person;       /* on a terminal: for eyes, not for programs */
	bool color;
	size_t columns;
};

enum form_flags {
	FORM_TOTALS = 1 << 0, /* goes with a last line of totals beside it */
	FORM_WORDS = 1 << 1,  /* wants the rules in both languages */
};

struct form {
	const char *name;
	const char *help; /* N_() */
	unsigned int flags;
	void (*write)(const struct told *told, struct buf *out);
};

/** All forms in the order of help; *count gets how many. */
const struct form *forms(size_t *count);
/** By its name of `len` bytes, or NULL. */
const struct form *form_find(const char *name, size_t len);
/** The list, the worst first, then by path and line; in the arena. */
const struct finding *const *findings_worst_first(struct arena *arena,
						  const struct findings *findings);
/** Append the findings as form text has them, in the order of the list. */
void form_text_list(const struct told *told, const struct finding *const *list,
		    size_t count, struct buf *out);
/** Append a text of a rule with … for its arguments. */
void rule_fill(const char *text, struct buf *out);

#endif
