/*
 * 政府信息: a document, notice or other piece of information.
 *
 * What happened to it (cleared, published, reviewed, repealed …) stands in
 * common.events, not here.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_DOCUMENT_H
#define GK_RECORD_DOCUMENT_H

#include "record/attachment.h"
#include "record/disclosure.h"
#include "record/kind.h"

/* 信息体裁 */
#define DOCUMENT_TYPES(ROW)                                                          \
	ROW(DOCUMENT_POLICY, "policy", "政策文件", "policy", NULL)                   \
	ROW(DOCUMENT_PLAN, "plan", "规划计划（要点、方案）", "plan",                 \
	    "规划计划|工作要点|方案")                                                \
	ROW(DOCUMENT_NOTICE, "notice", "通知公告", "notice", NULL)                   \
	ROW(DOCUMENT_PUBLICITY, "publicity", "公示", "posting for comment", NULL)    \
	ROW(DOCUMENT_RESULT, "result", "结果公布", "result", NULL)                   \
	ROW(DOCUMENT_BUDGET, "budget", "预决算", "budget or account", NULL)          \
	ROW(DOCUMENT_PROJECT, "project", "项目信息", "project", NULL)                \
	ROW(DOCUMENT_INTERPRETATION, "interpretation", "政策解读", "interpretation", \
	    "解读")                                                                  \
	ROW(DOCUMENT_GUIDE, "guide", "办事指南", "service guide", NULL)              \
	ROW(DOCUMENT_NEWS, "news", "工作动态", "news", "动态")                       \
	ROW(DOCUMENT_PERSONNEL, "personnel", "人事信息", "personnel", NULL)          \
	ROW(DOCUMENT_EMERGENCY, "emergency", "应急信息", "emergency", NULL)          \
	ROW(DOCUMENT_STATISTICS, "statistics", "统计信息", "statistics", NULL)       \
	ROW(DOCUMENT_ORGAN, "organ", "机构职能", "organ and duties", NULL)           \
	ROW(DOCUMENT_REPLY, "reply", "建议提案答复", "reply to deputies", NULL)      \
	ROW(DOCUMENT_LIST, "list", "名单清单", "list", NULL)                         \
	ROW(DOCUMENT_OTHER, "other", "其他", "other", NULL)

enum document_type { DOCUMENT_UNSET, DOCUMENT_TYPES(CHOICE_ID) };
extern const struct choices document_types;

/* 公文种类: the fifteen of 党政机关公文处理工作条例 Art 8. */
#define OFFICIAL_FORMS(ROW)                                                  \
	ROW(FORM_RESOLUTION, "决议", "决议", "resolution", NULL)             \
	ROW(FORM_DECISION, "决定", "决定", "decision", NULL)                 \
	ROW(FORM_ORDER, "命令", "命令（令）", "order", "令")                 \
	ROW(FORM_COMMUNIQUE, "公报", "公报", "communiqué", NULL)             \
	ROW(FORM_PROCLAMATION, "公告", "公告", "proclamation", NULL)         \
	ROW(FORM_PUBLIC_NOTICE, "通告", "通告", "public notice", NULL)       \
	ROW(FORM_OPINION, "意见", "意见", "opinion", NULL)                   \
	ROW(FORM_NOTICE, "通知", "通知", "notice", NULL)                     \
	ROW(FORM_CIRCULAR, "通报", "通报", "circular", NULL)                 \
	ROW(FORM_REPORT, "报告", "报告", "report", NULL)                     \
	ROW(FORM_PETITION, "请示", "请示", "request for instructions", NULL) \
	ROW(FORM_APPROVAL, "批复", "批复", "reply", NULL)                    \
	ROW(FORM_BILL, "议案", "议案", "bill", NULL)                         \
	ROW(FORM_LETTER, "函", "函", "letter", NULL)                         \
	ROW(FORM_MINUTES, "纪要", "纪要", "minutes", NULL)                   \
	ROW(FORM_NO_OFFICIAL, "none", "非公文", "no official paper", NULL)

enum official_form { FORM_UNSET, OFFICIAL_FORMS(CHOICE_ID) };
extern const struct choices official_forms;

/* 有效性 */
#define FORCES(ROW)                                                         \
	ROW(FORCE_IN_FORCE, "in-force", "有效", "in force", "现行有效")     \
	ROW(FORCE_REPEALED, "repealed", "废止", "repealed", "已废止")       \
	ROW(FORCE_EXPIRED, "expired", "失效", "expired", "已失效")          \
	ROW(FORCE_AMENDED, "amended", "已修改", "amended", NULL)            \
	ROW(FORCE_NOT_YET, "not-yet", "尚未施行", "not yet in force", NULL) \
	ROW(FORCE_NOT_APPLICABLE, "none", "不适用", "does not apply", NULL)

enum force { FORCE_UNSET, FORCES(CHOICE_ID) };
extern const struct choices document_forces;

#define ORIGINS(ROW)                                                                 \
	ROW(ORIGIN_MADE, "made", "本机关制作", "made here", "本单位制作")            \
	ROW(ORIGIN_JOINT, "joint", "联合制作", "made jointly", NULL)                 \
	ROW(ORIGIN_OBTAINED_PERSON, "obtained-person", "从公民、法人或其他组织获取", \
	    "obtained from persons or bodies", NULL)                                 \
	ROW(ORIGIN_OBTAINED_ORGAN, "obtained-organ", "从其他机关获取",               \
	    "obtained from another organ", NULL)                                     \
	ROW(ORIGIN_REPRINT, "reprint", "转载", "reprint", NULL)

enum origin { ORIGIN_UNSET, ORIGINS(CHOICE_ID) };
extern const struct choices document_origins;

/* 公开属性标注: what is printed on the paper. */
#define MARKS(ROW)                                                                       \
	ROW(MARK_RELEASE, "release", "此件公开发布", "for release",                      \
	    "此件主动公开|主动公开|此件公开")                                            \
	ROW(MARK_ON_REQUEST, "on-request", "此件依申请公开", "on request", "依申请公开") \
	ROW(MARK_WITHHOLD, "withhold", "此件不予公开", "withheld",                       \
	    "此件不公开|不予公开")                                                       \
	ROW(MARK_PARTIAL, "partial", "此件删减后公开", "released in part", "删减后公开") \
	ROW(MARK_UNMARKED, "none", "未标注", "not marked", NULL)

enum mark { MARK_UNSET, MARKS(CHOICE_ID) };
extern const struct choices document_marks;

/* 涉及个人信息 */
#define PERSON_DATA(ROW)                                            \
	ROW(PERSONS_NO_DATA, "none", "不涉及", "none", NULL)        \
	ROW(PERSONS_NAMES, "names", "仅姓名", "names only", NULL)   \
	ROW(PERSONS_MASKED, "masked", "已去标识化", "masked", NULL) \
	ROW(PERSONS_EXCEPTION, "exception", "例外公开", "disclosed by exception", NULL)

enum person_data { PERSONS_UNSET, PERSON_DATA(CHOICE_ID) };
extern const struct choices document_person_data;

/* 例外情形 */
#define PERSON_EXCEPTIONS(ROW)                                                           \
	ROW(EXCEPTION_PUNISHMENT, "punishment", "惩戒公示", "disclosed as a punishment", \
	    NULL)                                                                        \
	ROW(EXCEPTION_MANDATORY, "mandatory", "强制性信息披露",                          \
	    "disclosure that a law orders", NULL)                                        \
	ROW(EXCEPTION_DUTY, "duty", "职务信息", "about an official duty", NULL)          \
	ROW(EXCEPTION_CONSENT, "consent", "本人单独同意",                                \
	    "with the person's own consent", NULL)

enum person_exception { EXCEPTION_UNSET, PERSON_EXCEPTIONS(CHOICE_ID) };

struct normative {
	int is; /* enum answer */
	const char *registration;
	const char *legal_review;
	struct date filed;
	struct date valid_until;
};

struct part_of {
	const char *document; /* document id */
	const char *left_out;
};

enum third_party_reply {
	THIRD_PARTY_AGREES = 1,
	THIRD_PARTY_REFUSES,
	THIRD_PARTY_SILENT
};

struct third_party {
	struct date asked;
	int reply; /* enum third_party_reply */
	struct date date;
	const char *reason;
	const char *public_interest;
	const char *file;
};

/* A document of this catalogue by id, or one of another by title, number and address. */
struct document_link {
	const char *id;
	const char *title;
	const char *number; /* of `interprets` only */
	const char *url;
};

struct interpretation {
	int needed;     /* enum answer; 0: lib/work derives it */
	struct list by; /* struct document_link */
};

struct interpreter {
	const char *name;
	const char *post;
	int first; /* enum answer: 第一解读人 */
};

/* 公示要素 */
struct notice {
	struct date from;
	struct date to;
	struct show_period {
		struct number count;
		int unit; /* enum day_count */
	} days;
	const char *phone;
	const char *address;
	const char *mail;
	const char *accept;
	const char *result;
};

struct persons {
	int data;      /* enum person_data */
	int exception; /* enum person_exception */
};

struct meeting {
	const char *name;
	struct date date;
	int form; /* choices: executive, plenary, special */
	const char *attendees;
};

struct document {
	struct common common;
	struct disclosure disclosure; /* second, see DISCLOSED_OFFSET */
	const char *index;            /* NULL: <code>/<id> (lib/work) */
	const char *title;
	const char *summary;
	struct strings keywords;
	struct strings items; /* item ids */
	const char *unit;     /* unit id: 起草单位 */
	const char *
		issuer; /* unit id or text; NULL: the office of the catalogue (lib/work) */
	struct strings co_issuers; /* 牵头 first */
	int origin;                /* enum origin */
	const char *source_url;
	int type; /* enum document_type */
	int form; /* enum official_form */
	struct normative normative;
	const char *number; /* as in the file; law/docnumber.h reads it */
	struct date formed;
	struct date obtained;
	struct date effective;
	int force; /* enum force */
	int stage; /* enum stage; 0: that of the item */
	int mark;  /* enum mark; 0: follows from disclosure.attribute */
	struct part_of part_of;
	struct third_party third_party;
	struct interpretation interpretation;
	struct document_link interprets;
	int interpretation_form; /* choices */
	struct interpreter interpreter;
	const char *body;        /* Markdown */
	struct list attachments; /* struct attachment */
	struct notice notice;
	struct persons persons;
	const char *project;
	int project_kind; /* choices */
	struct meeting meeting;
	const char *consultation;
	const char *decision;
	const char *copies;
};

extern const struct kind document_kind;

#endif
