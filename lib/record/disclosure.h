/*
 * How open a matter or a piece of information is, and on what ground it is not:
 * what items and documents have in common (条例 Arts 13 to 16).
 *
 * Layer: record.
 */
#ifndef GK_RECORD_DISCLOSURE_H
#define GK_RECORD_DISCLOSURE_H

#include "record/choices.h"

#define ATTRIBUTES(ROW)                                                               \
	ROW(ATTRIBUTE_PROACTIVE, "proactive", "主动公开", "proactive", "主动")        \
	ROW(ATTRIBUTE_ON_REQUEST, "on-request", "依申请公开", "on request", "依申请") \
	ROW(ATTRIBUTE_EXEMPT, "exempt", "不予公开", "exempt", "不公开|免予公开")      \
	ROW(ATTRIBUTE_STAFF_ONLY, "staff-only", "对内公开", "for staff only", "内部公开")

enum attribute { ATTRIBUTE_UNSET, ATTRIBUTES(CHOICE_ID) };
extern const struct choices disclosure_attributes;

/* What each means stands in law/ground.h.  14-1 is missing on purpose: classified matters do not exist in gk. */
#define GROUNDS(ROW)                                                                 \
	ROW(GROUND_14_2, "14-2", "法律、行政法规禁止公开", "forbidden by law", NULL) \
	ROW(GROUND_14_3, "14-3", "危及“三安全一稳定”",                               \
	    "endangers security or stability", NULL)                                 \
	ROW(GROUND_15, "15", "商业秘密、个人隐私等第三方权益",                       \
	    "rights of a third party", NULL)                                         \
	ROW(GROUND_15S, "15s", "商业秘密", "trade secret", NULL)                     \
	ROW(GROUND_15P, "15p", "个人隐私", "personal privacy", NULL)                 \
	ROW(GROUND_16_1, "16-1", "内部事务信息", "internal affairs", NULL)           \
	ROW(GROUND_16_2, "16-2", "过程性信息", "deliberation in progress", NULL)     \
	ROW(GROUND_16_3, "16-3", "行政执法案卷信息",                                 \
	    "files of administrative enforcement", NULL)                             \
	ROW(GROUND_36_7, "36-7", "法律、行政法规对获取有特别规定",                   \
	    "access ruled by another law", NULL)                                     \
	ROW(GROUND_13_R, "13-R", "不属于主动公开范围、仅涉及特定对象",               \
	    "concerns particular persons only", NULL)

enum ground_code { GROUND_UNSET, GROUNDS(CHOICE_ID) };
extern const struct choices disclosure_grounds;

struct disclosure_ground {
	int code;           /* enum ground_code; its code is what law/ground.h knows */
	const char *basis;  /* citation */
	const char *reason; /* internal: the facts */
};

/* Who decided how open it is (属性确定人). */
struct decided {
	const char *name;
	int role; /* choices: drafter, reviewer, signer */
	struct date date;
};

struct disclosure {
	int attribute; /* enum attribute */
	struct disclosure_ground ground;
	struct list by; /* struct decided; empty: the persons of the clearance */
};

/*
 * Every kind with a disclosure is such a struct at its beginning, so that the
 * conditions of the fields inside need one function each.
 */
#define DISCLOSED_OFFSET sizeof(struct common)

extern const struct fields disclosure_fields;

/** The disclosure of an item or document seen as `const void *` by a field table. */
const struct disclosure *disclosure_of(const void *record);

#endif
