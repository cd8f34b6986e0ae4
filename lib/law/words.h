/*
 * Lists of words that are often written wrong, or must not be used (错敏词), and the
 * search for them.
 *
 * A list is text in UTF-8 with a row a line, parts with tabs between:
 *
 *	wrong	right	reason	unless	level
 *
 * `right` may be empty: the word is not to be used at all.  `unless` are contexts, with | between,
 * in which the word is right: a longer word that contains it, or another word that stands on
 * the same line near it.  `level` is error, warning or info, or nothing.  Empty lines,
 * and lines that begin with #, say nothing.
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_WORDS_H
#define GK_LAW_WORDS_H

#include "base/arena.h"
#include "base/list.h"

enum {
	WORDS_MAX = 20000, /* rows of all lists */
	WORD_LEAST = 6,  /* bytes: two Chinese characters; shorter ones fire everywhere */
	WORD_MOST = 120, /* bytes */
	WORD_FILTER = 16384,
	WORD_HEADS = 4096,
	WORD_NEIGHBOURHOOD =
		300, /* bytes on either side that a context is looked for in */
};

enum word_level { WORD_LEVEL_NONE, WORD_INFO, WORD_WARNING, WORD_ERROR };

struct word {
	const char *wrong;
	size_t len;
	size_t anchor;      /* where in it the bytes stand by which it is looked for */
	const char *right;  /* "" where nothing takes its place */
	const char *reason; /* "" where none is given */
	struct strings unless;
	enum word_level level;
	bool own; /* from a list of the office */
	uint16_t
		next; /* 1 + the next one whose first bytes have the same hash; 0: none */
};

/* A line that is no row. */
struct word_problem {
	const char *file;
	unsigned int line;
	const char *text; /* what it should have, N_() */
};

struct words {
	struct arena *arena;
	struct list items;           /* struct word */
	struct list problems;        /* struct word_problem */
	bool any_ascii;              /* a word begins with an ASCII character */
	uint8_t filter[WORD_FILTER]; /* 1: a word begins with bytes of this hash */
	uint16_t heads[WORD_HEADS];  /* 1 + the first of the items; 0: none */
};

struct word_hit {
	const struct word *word;
	size_t start; /* byte offsets into the text */
	size_t end;
};

/** Add a list; `file` names it in problems.  Lines that are no rows are left out and noted. */
void words_read(struct words *words, const char *file, bool own, const char *bytes,
		size_t len);

/**
 * The next word at or behind *at that stands where it is wrong; *at moves behind it.  Inside 《》,
 * “” and 「」 somebody else's words stand: nothing is found there.  Linear in the length.
 */
bool words_next(const struct words *words, const char *text, size_t len, size_t *at,
		struct word_hit *out) gk_must_use;

#endif
