/*
 * What happens to a record: entries of its one append-only list `events`.
 *
 * Every act (clear, publish, post, take-down, review, withdraw, erratum, repeal,
 * later the steps of a request) is a row in the table of acts with its own
 * fields over struct event, so that append, merge, order and history are one
 * code.  Canonical order is (date, bytes).
 *
 * Only lib/work appends events.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_EVENT_H
#define GK_RECORD_EVENT_H

#include "record/field.h"

/* ACT(identifier, code, zh, en) */
#define ACTS(ACT)                                          \
	ACT(CLEAR, "clear", "审查", "clearance")           \
	ACT(PUBLISH, "publish", "公开", "publication")     \
	ACT(POST, "post", "张贴（登载）", "posting")       \
	ACT(TAKE_DOWN, "take-down", "撤下", "taking down") \
	ACT(REVIEW, "review", "评估审查", "review")        \
	ACT(WITHDRAW, "withdraw", "撤回", "withdrawal")    \
	ACT(ERRATUM, "erratum", "文字勘误", "correction")  \
	ACT(REPEAL, "repeal", "废止", "repeal")            \
	ACT(REFER, "refer", "报请确定", "referral")        \
	ACT(HAND_OVER, "hand-over", "移送查阅点", "hand-over")

enum act {
	ACT_NONE,
#define ACT(id, code, zh, en) ACT_##id,
	ACTS(ACT)
#undef ACT
		ACT_END,
};

/* Entered later than it happened: dates are never forged, back-entry is open. */
struct recorded {
	struct date date;
	const char *by;
	const char *proof;
};

struct event {
	struct date date;
	int act;               /* enum act */
	const char *time;      /* HH:MM, or NULL */
	const char *by;        /* the person who signed or did it, not who typed */
	const char *post;      /* 职务 */
	int step;              /* clear: choices clear_steps */
	int verdict;           /* clear: choices clear_verdicts */
	struct strings judged; /* clear */
	const char *opinion;
	const char *digest;  /* clear, publish: public view's; erratum: as corrected */
	const char *channel; /* publish, post, take-down: channel id */
	const char *url;
	const char *column;
	struct date until; /* publish, post: due to come down */
	int proof;         /* clear: choices clear_proofs */
	const char *place; /* post, take-down, hand-over */
	const char *photo;
	int decision;       /* review: choices review_decisions */
	int cause;          /* withdraw: choices withdraw_causes */
	const char *reason; /* review, withdraw, repeal, refer: text */
	struct date next;   /* review: next assessment */
	int erratum_kind;   /* erratum: choices erratum_kinds */
	const char *round;  /* review: 批次 */
	const char *approved_by;
	const char *from_text; /* erratum */
	const char *to_text;
	const char *to;          /* refer, hand-over */
	const char *reply;       /* refer */
	const char *document;    /* repeal: the document that does it */
	const char *replaced_by; /* repeal */
	const char *file;        /* attachment that proves it */
	const char *note;
	struct recorded recorded;
};

/* Of the list of events: what every act has, and by variant what each has. */
extern const struct fields event_fields;

/* What members an act has. */
struct act_row {
	enum act act;
	const char *code;
	const char *zh;
	const char *en;
	const struct fields *fields; /* over struct event; `date` and `act` are in each */
};

/** All acts in order; *count gets how many. */
const struct act_row *acts(size_t *count);
const struct act_row *act_find(const char *code, bool labels);
const struct act_row *act_row(enum act act);

/* CHOICE rows that code asks for by name; the tables are in event.c. */
enum clear_step {
	STEP_DRAFT = 1,
	STEP_FIRST,
	STEP_SECOND,
	STEP_FINAL,
	STEP_SECRECY,
	STEP_LEGAL,
	STEP_PRIVACY,
	STEP_PROOF_1,
	STEP_PROOF_2,
	STEP_PROOF_3,
	STEP_PORTAL
};
enum clear_verdict {
	VERDICT_PASS = 1,
	VERDICT_PART,
	VERDICT_REQUEST,
	VERDICT_WITHHOLD,
	VERDICT_RETURN,
	VERDICT_REFER
};
enum review_decision {
	DECISION_KEEP = 1,
	DECISION_DISCLOSE,
	DECISION_DISCLOSE_PART,
	DECISION_ON_REQUEST,
	DECISION_DECLASSIFIED,
	DECISION_TRANSFERRED
};
enum erratum_kind { ERRATUM_TYPO = 1, ERRATUM_LAYOUT, ERRATUM_FACT };
extern const struct choices clear_steps;
extern const struct choices clear_verdicts;
extern const struct choices clear_proofs;
extern const struct choices review_decisions;
extern const struct choices withdraw_causes;
extern const struct choices erratum_kinds;

/** Date first, then bytes of the canonical form: the canonical order. */
int event_compare(const struct event *a, const struct event *b);

#endif
