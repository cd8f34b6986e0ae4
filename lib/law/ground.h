/*
 * Grounds for not disclosing, or for disclosing on request only (法定事由):
 * 条例 (国务院令第711号) Arts 13 to 16 and 36(七).
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_GROUND_H
#define GK_LAW_GROUND_H

#include "base/base.h"

enum ground_use { GROUND_EXEMPT = 1, GROUND_ON_REQUEST = 2 };

struct ground {
	const char *code; /* "16-2" */
	const char *zh;   /* 过程性信息 */
	const char *en;
	const char *article; /* 条例第十六条第二款 */
	unsigned int use;    /* enum ground_use */
	bool needs_reason;   /* the law says 可以, or harm must be shown */
	bool in_catalogue;   /* false for 14-1: classified matters do not exist in gk */
	bool third_party;    /* Art 15: the third party is asked (Art 32) */
	const char *
		table3; /* row of table three that a refusal on it counts in: "3-3-5", or NULL */
	int review_months; /* default period of the review of Art 18 */
};

/** All, in the order of the articles; *count gets how many. */
const struct ground *grounds(size_t *count);
/** By code, or NULL. */
const struct ground *ground_find(const char *code);

/**
 * A ground of the regulation of 2007 or of a text that follows it (正在调查、讨论、
 * 处理过程中的, 免予公开 …) → the one in force, or NULL when none fits.
 */
const struct ground *ground_of_2007(const char *text);

#endif
