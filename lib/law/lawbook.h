/*
 * The laws and documents that gk knows (schemas/data/laws.json, and an office's own
 * laws.json): for rules about bases, and for gk explain.
 *
 * What is not known is 0, no date or NULL: an absent fact is never a fact.
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_LAWBOOK_H
#define GK_LAW_LAWBOOK_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/list.h"
#include "law/citation.h"

struct law {
	const char
		*title; /* in full, without 《》; NULL where only the number is known */
	struct strings shorts; /* 预算法, 复议法 */
	const char *number;    /* 国务院令第711号, 国办发〔2019〕54号 */
	struct date issued;    /* of the latest revision, when there was one */
	struct date in_force;  /* of the text now in force */
	struct date ended;     /* from then on it is no basis any more */
	int articles;
	const char *replaced_by; /* title or number of what took its place */
	struct strings replaces;
};

struct law_name;

struct lawbook {
	struct arena *arena;
	struct list laws;       /* struct law */
	struct law_name *names; /* of all of them, in order; made by lawbook_sort() */
	size_t name_count;
	size_t name_room;
};

/**
 * Add the laws of a JSON text, then sort.  What is added first is found first: an office's own
 * laws come before those that gk brings.  ERR_SYNTAX names what is wrong, and then
 * nothing is added.
 */
int lawbook_read(struct lawbook *book, const char *bytes, size_t len,
		 struct error *err) gk_must_use;
/** Make it ready to be asked; after the last lawbook_read(). */
void lawbook_sort(struct lawbook *book);

/** Whether it is no basis any more. */
bool law_is_dead(const struct law *law);
/** How to name it: its title, else its number. */
const char *law_name(const struct law *law);

/**
 * By title, full or short, with or without 中华人民共和国; the one in force where several
 * had that title.  NULL when it is not known.
 */
const struct law *lawbook_by_title(const struct lawbook *book, const char *title);
/** By number as the standard writes it. */
const struct law *lawbook_by_number(const struct lawbook *book, const char *number);
/**
 * The law that a citation means.  `text` is what it was read from: where editions share a title,
 * the number that stands beside it decides.
 */
const struct law *lawbook_find(const struct lawbook *book,
			       const struct citation *citation, const char *text);
/** The law whose name stands right before byte `at`, as in 社会救助暂行办法第十一条; or NULL. */
const struct law *lawbook_before(const struct lawbook *book, const char *text, size_t at);
/** What took the place of a dead one, when that is known too; or NULL. */
const struct law *lawbook_successor(const struct lawbook *book, const struct law *law);

#endif
