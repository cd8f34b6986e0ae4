/*
 * Document numbers (发文字号), GB/T 9704-2012 7.2.5: 机关代字〔year〕N号, six-angle
 * brackets, no 第, no leading zero: 东政发〔2018〕112号.
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_DOCNUMBER_H
#define GK_LAW_DOCNUMBER_H

#include "base/arena.h"

struct docnumber {
	const char *prefix; /* 东政发 */
	int year;
	int serial;
	bool canonical; /* it was written in exactly the form of the standard */
};

/** Read; brackets [] () （） 【】 〈〉 ［］, 第, leading zeros and blanks are accepted.  False when it is none. */
bool docnumber_parse(struct arena *arena, const char *text,
		     struct docnumber *out) gk_must_use;
/** 东政发〔2018〕112号 */
const char *docnumber_text(struct arena *arena, const struct docnumber *number);
/** The first document number inside running text from `from` on: its bytes in *start, *end. */
bool docnumber_find(struct arena *arena, const char *text, size_t from, size_t *start,
		    size_t *end, struct docnumber *out) gk_must_use;

#endif
