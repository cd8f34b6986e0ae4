/*
 * 单位/科室: who is responsible.  The id is the unit's code (代码).
 *
 * Layer: record.
 */
#ifndef GK_RECORD_UNIT_H
#define GK_RECORD_UNIT_H

#include "record/choices.h"
#include "record/kind.h"

#define UNIT_KINDS(ROW)                                                                  \
	ROW(UNIT_OFFICE, "office", "乡镇政府（本级）", "government itself",              \
	    "乡镇政府|本级")                                                             \
	ROW(UNIT_INNER, "inner", "内设机构（办、队、中心）", "inner office", "内设机构") \
	ROW(UNIT_INSTITUTION, "institution", "事业单位", "public institution", NULL)     \
	ROW(UNIT_SERVICE_CENTRE, "service-centre", "便民（为民）服务中心",               \
	    "service centre", "便民服务中心|为民服务中心")                               \
	ROW(UNIT_VILLAGE, "village", "村（居）民委员会", "village committee",            \
	    "村民委员会|居民委员会|村委会|居委会")                                       \
	ROW(UNIT_DEPARTMENT, "department", "部门", "department", NULL)                   \
	ROW(UNIT_BRANCH, "branch", "派驻机构（所、站）", "branch office", "派驻机构")    \
	ROW(UNIT_ENTERPRISE, "enterprise", "公共企事业单位", "public utility", NULL)     \
	ROW(UNIT_PARTY, "party", "党群机构", "party or mass organisation", NULL)

enum unit_kind_value { UNIT_UNSET, UNIT_KINDS(CHOICE_ID) };
extern const struct choices unit_kinds;

/* Whether it may be the disclosing body (公开主体), 条例 Art 10. */
struct unit_subject {
	int value; /* enum answer */
	const char *law;
};

/* What its items say where they say {default: unit} or nothing. */
struct unit_defaults {
	const char *duty;
	const char *discipline;
	struct supervision supervision;
	struct strings channels; /* channel ids */
};

struct unit {
	struct common common;
	const char *name;
	const char *short_;     /* key `short` */
	struct strings aliases; /* 镇党政办, 党政综合办公室 */
	int kind;               /* enum unit_kind_value */
	struct unit_subject subject;
	const char *head;
	const char *clerk;
	const char *leader;
	const char *phone;
	const char *place;
	const char *hours;
	struct unit_defaults defaults;
	struct strings columns; /* category ids it keeps up to date */
	struct date from;
	struct date to;
	const char *successor; /* unit id */
};

extern const struct kind unit_kind;

#endif
