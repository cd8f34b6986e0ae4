/*
 * 年度报告: what gk cannot count by itself for the yearly report of 条例 Art 50,
 * and what was handed in.  The id is the year.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_REPORT_H
#define GK_RECORD_REPORT_H

#include "record/catalogue.h"
#include "record/choices.h"
#include "record/kind.h"

/* 格式版本: the form by its first year. */
#define REPORT_FORMS(ROW)                                                      \
	ROW(REPORT_FORM_2018, "2018", "2018年及以前", "2018 and before", NULL) \
	ROW(REPORT_FORM_2019, "2019", "2019—2020年", "2019 to 2020", NULL)     \
	ROW(REPORT_FORM_2021, "2021", "2021年起", "since 2021", NULL)

enum report_form { REPORT_FORM_UNSET, REPORT_FORMS(CHOICE_ID) };
extern const struct choices report_forms;

/* The rows of table three that are not sums (domain: 国办公开办函〔2021〕30号). */
#define TABLE3_ROWS(ROW)                                                                 \
	ROW(TABLE3_NEW, "1", "本年新收政府信息公开申请数量", "received in the year",     \
	    NULL)                                                                        \
	ROW(TABLE3_CARRIED, "2", "上年结转政府信息公开申请数量", "carried over", NULL)   \
	ROW(TABLE3_DISCLOSED, "3-1", "予以公开", "disclosed", NULL)                      \
	ROW(TABLE3_PART, "3-2", "部分公开", "disclosed in part", NULL)                   \
	ROW(TABLE3_SECRET, "3-3-1", "属于国家秘密", "state secret", NULL)                \
	ROW(TABLE3_FORBIDDEN, "3-3-2", "其他法律行政法规禁止公开", "forbidden by law",   \
	    NULL)                                                                        \
	ROW(TABLE3_DANGER, "3-3-3", "危及“三安全一稳定”", "endangers security", NULL)    \
	ROW(TABLE3_THIRD, "3-3-4", "保护第三方合法权益", "third party", NULL)            \
	ROW(TABLE3_INTERNAL, "3-3-5", "属于三类内部事务信息", "internal affairs", NULL)  \
	ROW(TABLE3_PROCESS, "3-3-6", "属于四类过程性信息", "deliberation", NULL)         \
	ROW(TABLE3_CASE_FILE, "3-3-7", "属于行政执法案卷", "enforcement case file",      \
	    NULL)                                                                        \
	ROW(TABLE3_QUERY, "3-3-8", "属于行政查询事项", "administrative query", NULL)     \
	ROW(TABLE3_NOT_HELD, "3-4-1", "本机关不掌握相关政府信息", "not held", NULL)      \
	ROW(TABLE3_NOT_MADE, "3-4-2", "没有现成信息需要另行制作",                        \
	    "would have to be made", NULL)                                               \
	ROW(TABLE3_UNCLEAR, "3-4-3", "补正后申请内容仍不明确", "still unclear", NULL)    \
	ROW(TABLE3_COMPLAINT, "3-5-1", "信访举报投诉类申请", "complaint", NULL)          \
	ROW(TABLE3_REPEATED, "3-5-2", "重复申请", "repeated", NULL)                      \
	ROW(TABLE3_PRINTED, "3-5-3", "要求提供公开出版物", "publication on sale", NULL)  \
	ROW(TABLE3_MASSIVE, "3-5-4", "无正当理由大量反复申请", "massive without reason", \
	    NULL)                                                                        \
	ROW(TABLE3_CONFIRM, "3-5-5", "要求行政机关确认或重新出具已获取信息",             \
	    "asks to confirm what was obtained", NULL)                                   \
	ROW(TABLE3_NOT_AMENDED, "3-6-1", "逾期不补正、不再处理", "not amended in time",  \
	    NULL)                                                                        \
	ROW(TABLE3_NOT_PAID, "3-6-2", "逾期不缴费、不再处理", "not paid in time", NULL)  \
	ROW(TABLE3_OTHER, "3-6-3", "其他", "other", NULL)                                \
	ROW(TABLE3_CARRY_ON, "4", "结转下年度继续办理", "carried on", NULL)

enum table3_row { TABLE3_UNSET, TABLE3_ROWS(CHOICE_ID) };
extern const struct choices table3_rows;

struct figure_source {
	const char *unit; /* unit id */
	const char *person;
	const char *file;
};

struct report_preamble {
	const char *contact;
	const char *period;
};

struct report_part1 {
	const char *proactive;
	const char *on_request;
	const char *management;
	const char *platform;
	const char *supervision;
	const char *assessment;
	const char *appraisal;
	const char *accountability;
};

struct figure_confirmed {
	const char *by;
	struct date date;
	const char *file;
};

struct rules_made {
	struct number made;
	struct number repealed;
	struct number in_force;
	struct figure_confirmed confirmed; /* of normative documents only */
};

struct decisions_made {
	struct number count;
	struct figure_source source;
};

struct fees_taken {
	const char *amount; /* 万元 */
	struct figure_source source;
};

struct report_table2 {
	struct rules_made regulation;
	struct rules_made normative;
	struct decisions_made permits;
	struct decisions_made penalties;
	struct decisions_made coercion;
	struct fees_taken fees;
};

/* A row of table three as stated, where no requests are kept in gk. */
struct table3_figures {
	int row; /* enum table3_row */
	struct by_applicant counts;
};

struct remedy_results {
	struct number upheld;
	struct number corrected;
	struct number other;
	struct number pending;
};

struct report_table4 {
	struct remedy_results reconsideration;
	struct remedy_results suit_direct;
	struct remedy_results suit_after;
};

struct report_part5 {
	const char *last_year;
	const char *problems;
	const char *measures;
};

struct report_part6 {
	const char *fee;
	const char *other;
};

struct channel_count {
	const char *channel; /* channel id */
	struct number count;
	const char *source;
};

/* A figure that the form of its year has and today's tables have not (咨询人次 …). */
struct stated_figure {
	const char *name;
	const char *value;
	const char *unit;
	const char *source;
};

struct submission {
	struct date date;
	const char *to;
	const char *by;
	const char *approved_by;
	const char *sealed; /* attachment */
	struct number paper;
	const char *published_url;
};

/* What was found wrong after the report was handed in: its figures change only with one. */
struct correction {
	struct date date;
	const char *what;
	const char *from_text;
	const char *to_text;
	const char *reason;
	const char *by;
};

struct report {
	struct common common;
	int form; /* enum report_form */
	struct report_preamble preamble;
	struct report_part1 part1;
	struct report_table2 table2;
	struct list table3; /* struct table3_figures */
	struct report_table4 table4;
	struct report_part5 part5;
	struct report_part6 part6;
	struct list channels; /* struct channel_count */
	struct list figures;  /* struct stated_figure */
	struct submission submit;
	struct list corrections; /* struct correction */
};

extern const struct kind report_kind;

#endif
