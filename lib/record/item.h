/*
 * 公开事项: a row of the standard catalogue with the six elements.
 *
 * A member that a choice code fills is an int: 0 when absent, else the constant of
 * the enum named beside it.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_ITEM_H
#define GK_RECORD_ITEM_H

#include "record/disclosure.h"
#include "record/kind.h"

#define ITEM_SOURCES(ROW)                                                                \
	ROW(SOURCE_POWER_LIST, "power-list", "权责清单", "list of powers", NULL)         \
	ROW(SOURCE_SERVICE_LIST, "service-list", "公共服务事项清单", "list of services", \
	    NULL)                                                                        \
	ROW(SOURCE_STANDARD_GUIDE, "standard-guide", "国家标准指引", "national guide",   \
	    NULL)                                                                        \
	ROW(SOURCE_DEPARTMENT_GUIDE, "department-guide", "部门标准指引",                 \
	    "department guide", NULL)                                                    \
	ROW(SOURCE_BASE, "base", "上级目录", "catalogue of the level above", NULL)       \
	ROW(SOURCE_NEGATIVE_LIST, "negative-list", "负面清单", "negative list", NULL)    \
	ROW(SOURCE_LOCAL, "local", "本地自定", "local", NULL)

enum item_source { SOURCE_UNSET, ITEM_SOURCES(CHOICE_ID) };
extern const struct choices item_sources;

/* Decides which hint each of the six elements shows. */
#define ITEM_NATURES(ROW)                                                       \
	ROW(NATURE_SERVICE, "service", "办事服务", "service", NULL)             \
	ROW(NATURE_ENFORCEMENT, "enforcement", "行政执法", "enforcement", NULL) \
	ROW(NATURE_POLICY, "policy", "政策文件", "policy", NULL)                \
	ROW(NATURE_LIST, "list", "名单公示", "list of persons", NULL)           \
	ROW(NATURE_FINANCE, "finance", "财政资金", "public money", NULL)        \
	ROW(NATURE_PROJECT, "project", "项目建设", "project", NULL)             \
	ROW(NATURE_ORGAN, "organ", "机构职能", "organ and duties", NULL)        \
	ROW(NATURE_VILLAGE, "village", "村务指导", "village affairs", NULL)     \
	ROW(NATURE_OTHER, "other", "其他", "other", NULL)

enum item_nature { NATURE_UNSET, ITEM_NATURES(CHOICE_ID) };
extern const struct choices item_natures;

#define ITEM_AUDIENCES(ROW)                                                      \
	ROW(AUDIENCE_ALL, "all", "全社会", "everybody", "社会公众")              \
	ROW(AUDIENCE_GROUP, "group", "特定群体", "particular group", "特定群众") \
	ROW(AUDIENCE_STAFF, "staff", "机关内部职工", "staff", NULL)

enum item_audience { AUDIENCE_UNSET, ITEM_AUDIENCES(CHOICE_ID) };
extern const struct choices item_audiences;

#define ITEM_LEVELS(ROW)                                                                 \
	ROW(ITEM_LEVEL_CITY, "city", "市级", "city", "州级")                             \
	ROW(ITEM_LEVEL_COUNTY, "county", "县级", "county", "区级|区县级|州级县级")       \
	ROW(ITEM_LEVEL_TOWNSHIP, "township", "乡级", "township", "镇级|乡镇级|乡、村级") \
	ROW(ITEM_LEVEL_VILLAGE, "village", "村级", "village", NULL)

enum item_level { ITEM_LEVEL_UNSET, ITEM_LEVELS(CHOICE_ID) };
extern const struct choices item_levels;

#define ITEM_RETENTIONS(ROW)                                                           \
	ROW(RETAIN_PERMANENT, "permanent", "长期", "for good", "长期公开|永久")        \
	ROW(RETAIN_UNTIL_REPLACED, "until-replaced", "至更新", "until replaced", NULL) \
	ROW(RETAIN_AFTER_SHOW, "after-show", "公示期满撤下",                           \
	    "taken down after the show", NULL)                                         \
	ROW(RETAIN_DAYS, "days", "按天数", "for a number of days", NULL)

enum item_retention { RETAIN_UNSET, ITEM_RETENTIONS(CHOICE_ID) };
extern const struct choices item_retentions;

#define ITEM_STATES(ROW)                                            \
	ROW(ITEM_IN_USE, "in-use", "在用", "in use", NULL)          \
	ROW(ITEM_SUSPENDED, "suspended", "暂停", "suspended", NULL) \
	ROW(ITEM_CANCELLED, "cancelled", "已取消", "cancelled", "取消")

/* Absent is as good as in use. */
enum item_state_value { ITEM_STATE_UNSET, ITEM_STATES(CHOICE_ID) };
extern const struct choices item_states;

/* duty, discipline: a text, or the text that the unit keeps for all its items. */
#define ELEMENT_DEFAULTS(ROW) \
	ROW(DEFAULT_UNIT, "unit", "科室统一", "that of the unit", NULL)

enum element_default { DEFAULT_UNSET, ELEMENT_DEFAULTS(CHOICE_ID) };

struct element {
	const char *text;
	int default_; /* enum element_default */
};

/* 环节 of procedure. */
struct procedure_step {
	const char *step;
	const char *unit;
	const char *limit;
};

/* 六个要素 */
struct elements {
	struct strings basis;
	struct element duty;
	struct strings conditions;
	struct list procedure; /* struct procedure_step */
	struct element discipline;
	const char *result;
};
extern const struct fields item_elements;

/* The disclosing office states that a period had nothing to disclose. */
struct none_this_period {
	const char *period;
	const char *reason;
	const char *by;
	struct date date;
};

struct show_days {
	struct number count;
	int unit; /* enum day_count */
};

struct retain {
	int until; /* enum item_retention */
	struct number days;
};

struct window {
	const char *place;
	const char *hours;
	const char *phone;
	const char *url;
};

struct service {
	const char *statutory_limit;
	const char *promised_limit;
	struct strings materials;
	const char *form;
	const char *fee;
	const char *fee_basis;
	int kind; /* choices: promise, instant */
	const char *result_doc;
};

struct discretion {
	const char *circumstance;
	const char *tier;
	const char *range;
	const char *basis;
};

struct approval {
	int step; /* choices: staffing, legal, government */
	const char *by;
	struct date date;
	const char *file;
};

struct base_item {
	const char *repo;
	const char *id;
	const char *version;
};

struct item_state {
	int value; /* enum item_state_value */
	struct date date;
	const char *by; /* the document that ordered it */
	const char *reason;
};

struct item {
	struct common common;
	struct disclosure disclosure; /* second, see DISCLOSED_OFFSET */
	const char *title;            /* 二级事项 */
	const char *group;            /* 一级事项 */
	const char *subgroup;         /* 三级事项 */
	struct strings categories;    /* category ids, main one first */
	const char *unit;             /* unit id: 责任科室 */
	const char *subject; /* unit id; NULL: the office of the catalogue (lib/work) */
	int source;          /* enum item_source */
	const char *source_ref;
	struct strings content;
	struct elements elements;
	int nature; /* enum item_nature */
	const char *limit;
	int frequency;                /* enum frequency */
	struct list none_this_period; /* struct none_this_period */
	struct show_days show_days;
	struct retain retain;
	struct strings channels; /* channel ids */
	int audience;            /* enum item_audience */
	const char *audience_group;
	struct strings level; /* codes of item_levels */
	int stage;            /* enum stage */
	struct window window;
	struct supervision supervision; /* empty: that of the unit */
	struct service service;
	const char *flowchart;  /* attachment */
	struct list discretion; /* struct discretion */
	struct list approval;   /* struct approval */
	int power;              /* choices item_powers */
	const char *contact;
	struct base_item base;
	struct item_state state;
	const char *edition; /* id of an edition in catalogue.yaml */
};

extern const struct kind item_kind;
extern const struct choices item_powers;

/* What a clerk is told to write into one of the six elements. */
struct element_hint {
	const char *zh;
	const char *en;
};

/** The hint of an element ("basis" … "result") for items of this nature; NULL when `element` is none of the six. */
const struct element_hint *element_hint(const char *element, enum item_nature nature);

#endif
