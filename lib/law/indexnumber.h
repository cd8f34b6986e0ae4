/*
 * Index numbers (索引号).  No national rule exists; the common form is
 * 机构代码/YYYY[MM]-NNNNN (640502017/2018-41187), local ones differ (domain.md 4.5).
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_INDEXNUMBER_H
#define GK_LAW_INDEXNUMBER_H

#include "base/arena.h"

enum index_form {
	INDEX_COMMON,       /* code/YYYY[MM]-serial */
	INDEX_CODE_MISSING, /* /2015-34352: a real defect */
	INDEX_LOCAL,        /* letters, digits, - and / in another order */
	INDEX_UNREADABLE,
};

struct indexnumber {
	enum index_form form;
	const char *code;
	int year;  /* 0 where the form does not say */
	int month; /* 0 likewise */
	const char *serial;
};

/** Read; `code` and `serial` are never NULL, but empty where the form does not say. */
struct indexnumber indexnumber_parse(struct arena *arena, const char *text);

/** The default of a document: CODE/ID. */
const char *indexnumber_make(struct arena *arena, const char *code, const char *id);

#endif
