/*
 * 目录（单位设置）: catalogue.yaml, the office and how gk works for it.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_CATALOGUE_H
#define GK_RECORD_CATALOGUE_H

#include "record/choices.h"
#include "record/kind.h"

#define OFFICE_LEVELS(ROW)                                                 \
	ROW(OFFICE_COUNTY, "county", "县级", "county", "县|区")            \
	ROW(OFFICE_TOWNSHIP, "township", "乡镇", "township", "乡级|乡|镇") \
	ROW(OFFICE_STREET, "street", "街道", "sub-district", NULL)         \
	ROW(OFFICE_DEPARTMENT, "department", "部门", "department", NULL)

enum office_level { OFFICE_UNSET, OFFICE_LEVELS(CHOICE_ID) };
extern const struct choices office_levels;

#define CATALOGUE_LANGUAGES(ROW)                                               \
	ROW(CATALOGUE_ZH_CN, "zh-CN", "简体中文", "simplified Chinese", NULL)  \
	ROW(CATALOGUE_ZH_TW, "zh-TW", "繁体中文", "traditional Chinese", NULL) \
	ROW(CATALOGUE_EN, "en", "英文", "English", NULL)

enum catalogue_language { CATALOGUE_LANGUAGE_UNSET, CATALOGUE_LANGUAGES(CHOICE_ID) };
extern const struct choices catalogue_languages;

#define SITE_MODES(ROW)                                                              \
	ROW(SITE_PORTAL, "portal", "上级门户网站栏目", "column of the portal above", \
	    NULL)                                                                    \
	ROW(SITE_OWN, "own", "自建网站（须批准）", "own site (needs approval)",      \
	    "自建网站")

enum site_mode { SITE_UNSET, SITE_MODES(CHOICE_ID) };
extern const struct choices site_modes;

#define PERSON_ROLES(ROW)                                                             \
	ROW(ROLE_HEAD, "head", "工作机构负责人", "head of the disclosure body", NULL) \
	ROW(ROLE_LEADER, "leader", "分管领导", "leader in charge", NULL)              \
	ROW(ROLE_CHIEF, "chief", "主要领导", "chief", NULL)                           \
	ROW(ROLE_SECRECY, "secrecy", "保密审查员", "secrecy reviewer", NULL)          \
	ROW(ROLE_CLERK, "clerk", "信息公开专员", "disclosure clerk", NULL)            \
	ROW(ROLE_PROOF, "proof", "校对员", "proof-reader", NULL)

enum person_role { ROLE_UNSET, PERSON_ROLES(CHOICE_ID) };
extern const struct choices person_roles;

#define RULE_LEVELS(ROW)                                       \
	ROW(LEVEL_ERROR, "error", "错误", "error", NULL)       \
	ROW(LEVEL_WARNING, "warning", "警告", "warning", NULL) \
	ROW(LEVEL_INFO, "info", "提示", "note", NULL)          \
	ROW(LEVEL_OFF, "off", "关闭", "off", NULL)

/* The level that catalogue.yaml gives a rule. */
enum rule_level { LEVEL_UNSET, RULE_LEVELS(CHOICE_ID) };
extern const struct choices rule_levels;

/* What a threshold is for: kinds of column, accounts in new media, and how soon an interpretation follows. */
#define THRESHOLDS(ROW)                                                                \
	ROW(THRESHOLD_DYNAMIC, "dynamic", "动态要闻", "news", NULL)                    \
	ROW(THRESHOLD_NOTICE, "notice", "通知公告", "notices", NULL)                   \
	ROW(THRESHOLD_OTHER, "other", "其他栏目", "other columns", NULL)               \
	ROW(THRESHOLD_MEDIA, "media", "新媒体", "new media", NULL)                     \
	ROW(THRESHOLD_INTERPRETATION, "interpretation", "政策解读", "interpretations", \
	    NULL)

enum threshold_of { THRESHOLD_UNSET, THRESHOLDS(CHOICE_ID) };
extern const struct choices threshold_columns;

#define SPANS(ROW)                                         \
	ROW(SPAN_DAYS, "days", "天", "days", "日")         \
	ROW(SPAN_WEEKS, "weeks", "周", "weeks", NULL)      \
	ROW(SPAN_MONTHS, "months", "个月", "months", "月") \
	ROW(SPAN_YEARS, "years", "年", "years", NULL)      \
	ROW(SPAN_WORKING_DAYS, "working-days", "工作日", "working days", "个工作日")

enum span_unit { SPAN_UNSET, SPANS(CHOICE_ID) };
extern const struct choices span_units;

/* 发文机关代字 */
struct letter_prefix {
	const char *prefix; /* 东政发 */
	const char *kind;
	struct number last; /* number given last */
};

struct region {
	const char *code;
	const char *name;
};

struct site {
	int mode; /* enum site_mode */
	const char *portal_name;
	const char *column_url;
	const char *site_name;
	const char *domain;
	const char *id_code;
	const char *sponsor;
	const char *filed;
};

struct office_contact {
	const char *body;
	const char *address;
	const char *hours;
	const char *phone;
	const char *fax;
	const char *mail;
	const char *postcode;
	const char *web;
};

struct leading_group {
	const char *head;
	struct strings deputy;
	struct strings members;
	const char *office;
	const char *document;
	struct date since;
};

struct person {
	const char *name;
	struct strings role; /* codes of person_roles */
	const char *post;
	int full_time; /* enum answer */
	struct date from;
	struct date to;
};

/* Counts of requests by who asked: the columns of table three. */
struct by_applicant {
	struct number person;
	struct number company;
	struct number research;
	struct number welfare;
	struct number legal;
	struct number other_org;
};
extern const struct fields by_applicant_fields;

struct opening_remedies {
	struct number reconsideration;
	struct number suit_direct;
	struct number suit_after;
};

/* Figures of the year before the first one that gk counts. */
struct opening {
	struct number year;
	struct number normative;
	struct by_applicant carry_over;
	struct opening_remedies remedies;
};

struct review_period {
	int ground; /* enum ground_code */
	struct number months;
};

/*
 * Clearance steps asked of some documents.  The first entry that is not for
 * normative documents and whose `type` names the document's type, or names none,
 * gives the steps; every entry `normative: yes` adds its own for normative ones.
 */
struct clearance_rule {
	struct strings type;        /* codes of document_types; empty: all others */
	int normative;              /* enum answer */
	struct strings steps;       /* codes of clear_steps */
	struct strings same_person; /* "final+secrecy": pairs that one person may sign */
};

struct stage_limit {
	int step; /* enum clear_step */
	struct number days;
};

struct threshold {
	int column; /* enum threshold_of */
	int unit;   /* enum span_unit */
	struct number count;
};

struct remedy_body {
	const char *name;
	const char *address;
};

struct office_remedies {
	struct remedy_body reconsideration;
	struct remedy_body court;
	const char *online;
};

struct number_series {
	const char *letter;
	const char *series;
	struct number last;
};

struct edition {
	const char *id;
	struct date date;
	const char *document;
	const char *approved_by;
	const char *url;
};

struct severity_of {
	const char *rule;
	int level; /* enum rule_level */
};

struct catalogue_config {
	struct common common;
	struct number format;
	const char *name;
	const char *short_; /* key `short` */
	const char *code;
	const char *credit_code;
	struct list prefix; /* struct letter_prefix */
	int level;          /* enum office_level */
	struct region region;
	int language; /* enum catalogue_language */
	struct site site;
	struct office_contact contact;
	struct leading_group leading_group;
	struct list people; /* struct person */
	struct date since;
	struct opening opening;
	struct list
		review_period; /* struct review_period; a ground not listed: law/ground.h */
	struct list
		clearance_steps; /* struct clearance_rule; empty: see clearance_steps_of */
	struct list stage_limits; /* struct stage_limit */
	struct list thresholds;   /* struct threshold; one not listed: threshold_for */
	struct office_remedies remedies;
	struct list series; /* struct number_series */
	struct strings words;
	struct strings allow;
	struct list editions;    /* struct edition */
	struct list severities;  /* struct severity_of */
	struct strings public_x; /* x- keys that are public */
	const char *private_;    /* key `private`: path of the private store */
};

extern const struct kind catalogue_kind;

/** How long a column of this sort may stand still; by default as 检查指标 (国办秘函〔2019〕19号) says. */
struct threshold threshold_for(const struct catalogue_config *config,
			       enum threshold_of column);

#endif
