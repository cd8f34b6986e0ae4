#include "record/event.h"

#include <string.h>

#include "base/buf.h"
#include "record/record.h"

/* ---- values ---- */

static const struct choice act_items[] = {
#define ACT(id, code_, zh_, en_) { .code = (code_), .zh = (zh_), .en = (en_) },
	ACTS(ACT)
#undef ACT
};
static const struct choices act_choices = CHOICES(act_items);

static const struct choice clear_step_items[] = {
	[STEP_DRAFT - 1] = { "draft", "拟稿", "drafting", NULL },
	[STEP_FIRST - 1] = { "first", "初审", "first review", "一审" },
	[STEP_SECOND - 1] = { "second", "复审", "second review", "二审" },
	[STEP_FINAL - 1] = { "final", "终审（签发）", "final review", "三审" },
	[STEP_SECRECY - 1] = { "secrecy", "保密审查", "secrecy review", NULL },
	[STEP_LEGAL - 1] = { "legal", "合法性审核", "legality review", "合法性审查" },
	[STEP_PRIVACY - 1] = { "privacy", "个人信息审查", "privacy review", NULL },
	[STEP_PROOF_1 - 1] = { "proof-1", "一校", "first proof", NULL },
	[STEP_PROOF_2 - 1] = { "proof-2", "二校", "second proof", NULL },
	[STEP_PROOF_3 - 1] = { "proof-3", "三校", "third proof", NULL },
	[STEP_PORTAL - 1] = { "portal", "上级平台审核", "review by the portal", NULL },
};
const struct choices clear_steps = CHOICES(clear_step_items);

static const struct choice clear_verdict_items[] = {
	[VERDICT_PASS - 1] = { "pass", "同意公开", "disclose", "同意|通过" },
	[VERDICT_PART - 1] = { "part", "删减后公开", "disclose in part", NULL },
	[VERDICT_REQUEST - 1] = { "request", "依申请公开", "on request only", NULL },
	[VERDICT_WITHHOLD - 1] = { "withhold", "不予公开", "withhold", "不公开" },
	[VERDICT_RETURN - 1] = { "return", "退回修改", "return for changes", "退回" },
	[VERDICT_REFER - 1] = { "refer", "报请确定", "refer upwards", "报请" },
};
const struct choices clear_verdicts = CHOICES(clear_verdict_items);

static const struct choice clear_proof_items[] = {
	{ "paper", "纸质签字（扫描件）", "signed paper (scan)", "纸质" },
	{ "oa", "OA系统", "office system", "OA" },
	{ "message", "微信/短信截图", "picture of a message",
	  "微信|短信|微信截图|短信截图" },
	{ "oral", "口头（事后补签）", "by word, signed later", NULL },
};
const struct choices clear_proofs = CHOICES(clear_proof_items);

static const struct choice judged_items[] = {
	{ "wording", "表述", "wording", "公开内容表述" },
	{ "timing", "时机", "timing", "公开时机" },
	{ "manner", "方式", "manner", "公开方式" },
	{ "legality", "合法性", "legality", NULL },
	{ "accuracy", "准确性", "accuracy", NULL },
	{ "secrecy", "保密", "secrecy", NULL },
	{ "privacy", "个人信息", "personal data", NULL },
};
static const struct choices judged_choices = CHOICES(judged_items);

static const struct choice review_decision_items[] = {
	[DECISION_KEEP - 1] = { "keep", "维持不公开", "keep withheld", "维持" },
	[DECISION_DISCLOSE - 1] = { "disclose", "转为主动公开", "disclose", "主动公开" },
	[DECISION_DISCLOSE_PART - 1] = { "disclose-part", "删减后公开",
					 "disclose in part", NULL },
	[DECISION_ON_REQUEST - 1] = { "on-request", "转为依申请公开", "on request",
				      "依申请公开" },
	[DECISION_DECLASSIFIED - 1] = { "declassified", "已解密", "declassified", NULL },
	[DECISION_TRANSFERRED - 1] = { "transferred", "已移交档案馆",
				       "given to the archive", NULL },
};
const struct choices review_decisions = CHOICES(review_decision_items);

static const struct choice withdraw_cause_items[] = {
	{ "error", "内容错误", "wrong content", NULL },
	{ "privacy", "个人信息", "personal data", NULL },
	{ "expired", "公示期满", "time on show is over", NULL },
	{ "revoked", "决定被撤销变更", "decision revoked or changed", NULL },
	{ "secrecy", "保密", "secrecy", NULL },
	{ "order", "上级要求", "ordered from above", NULL },
};
const struct choices withdraw_causes = CHOICES(withdraw_cause_items);

static const struct choice erratum_kind_items[] = {
	[ERRATUM_TYPO - 1] = { "typo", "错别字", "typing error", NULL },
	[ERRATUM_LAYOUT - 1] = { "layout", "排版", "layout", NULL },
	[ERRATUM_FACT - 1] = { "fact", "事实更正", "correction of fact", NULL },
};
const struct choices erratum_kinds = CHOICES(erratum_kind_items);

/* ---- members ---- */

static const struct field recorded_items[] = {
	FIELD(struct recorded, date, DATE, "date", "补录日期", "entered on",
	      .need = NEED_REQUIRED, .flags = FIELD_PAST),
	FIELD(struct recorded, by, STRING, "by", "补录人", "entered by",
	      .need = NEED_REQUIRED),
	FIELD(struct recorded, proof, STRING, "proof", "凭据", "proof"),
};
static const struct fields recorded_fields = FIELDS(recorded_items, struct recorded);

/* Rows that stand in more than one act; a closed act says so on its date. */
#define EVENT(member, type, key, zh, ...) \
	FIELD(struct event, member, type, key, zh, __VA_ARGS__)
#define EVENT_HEAD(vis_)                                                                \
	EVENT(date, DATE, "date", "日期", "date", .need = NEED_REQUIRED, .vis = (vis_), \
	      .flags = FIELD_PAST),                                                     \
		EVENT(act, CHOICE, "act", "办理动作", "act", .need = NEED_REQUIRED,     \
		      .vis = (vis_), .choices = &act_choices)
#define EVENT_TIME \
	EVENT(time, STRING, "time", "时间", "time", .vis = VIS_PUBLIC, .max = 5)
#define EVENT_BY(zh_, en_, need_) \
	EVENT(by, STRING, "by", zh_, en_, .need = (need_), .max = 50)
#define EVENT_CHANNEL(need_)                                                   \
	EVENT(channel, REF, "channel", "公开渠道", "channel", .need = (need_), \
	      .vis = VIS_PUBLIC, .ref = "channel", .flags = FIELD_ALIAS)
#define EVENT_UNTIL                                                         \
	EVENT(until, DATE, "until", "撤下日期（计划）", "due to come down", \
	      .vis = VIS_PUBLIC)
#define EVENT_PLACE(zh_, en_) \
	EVENT(place, STRING, "place", zh_, en_, .vis = VIS_PUBLIC, .flags = FIELD_CONTACT)
#define EVENT_PHOTO EVENT(photo, STRING, "photo", "照片", "photograph")
#define EVENT_DIGEST                                                              \
	EVENT(digest, STRING, "digest", "校验值", "digest", .need = NEED_DERIVED, \
	      .max = 64)
#define EVENT_APPROVED \
	EVENT(approved_by, STRING, "approved-by", "审定人", "approved by", .max = 50)
#define EVENT_TAIL                                                                       \
	EVENT(file, STRING, "file", "凭据附件", "file that proves it"),                  \
		EVENT(note, TEXT, "note", "说明", "note"),                               \
		FIELD_SUB(struct event, recorded, &recorded_fields, "recorded", "补录",  \
			  "entered later",                                               \
			  .hint_zh = "事后补录的，写明补录日期、补录人和凭据。",         \
			  .hint_en = "What was entered later says when, by whom and on " \
				     "what proof.")

static const struct field clear_items[] = {
	EVENT_HEAD(VIS_INTERNAL),
	EVENT(step, CHOICE, "step", "审查环节", "step", .need = NEED_REQUIRED,
	      .choices = &clear_steps, .law = "条例17; 保密法35"),
	EVENT(verdict, CHOICE, "verdict", "意见", "verdict", .need = NEED_REQUIRED,
	      .choices = &clear_verdicts),
	EVENT(judged, CHOICES, "judged", "研判要点", "points judged",
	      .choices = &judged_choices, .law = "东政发〔2018〕112号 七(三)"),
	EVENT(opinion, TEXT, "opinion", "具体意见", "opinion"),
	EVENT_BY("审查人", "signed by", NEED_REQUIRED),
	EVENT(post, STRING, "post", "职务", "post", .max = 50),
	EVENT(proof, CHOICE, "proof", "审批凭据", "proof", .need = NEED_REQUIRED,
	      .choices = &clear_proofs),
	EVENT_DIGEST,
	EVENT_TAIL,
};

static const struct field publish_items[] = {
	EVENT_HEAD(VIS_PUBLIC),
	EVENT_TIME,
	EVENT_CHANNEL(NEED_REQUIRED),
	EVENT(url, URL, "url", "网址", "address", .vis = VIS_PUBLIC),
	EVENT(column, STRING, "column", "发布栏目", "column", .vis = VIS_PUBLIC),
	EVENT_UNTIL,
	EVENT_BY("发布人", "published by", NEED_OPTIONAL),
	EVENT_DIGEST,
	EVENT_TAIL,
};

static const struct field post_items[] = {
	EVENT_HEAD(VIS_PUBLIC),
	EVENT_TIME,
	EVENT_CHANNEL(NEED_REQUIRED),
	EVENT_PLACE("张贴地点", "place"),
	EVENT_UNTIL,
	EVENT_BY("经办人", "posted by", NEED_OPTIONAL),
	EVENT_PHOTO,
	EVENT_TAIL,
};

static const struct field take_down_items[] = {
	EVENT_HEAD(VIS_PUBLIC),
	EVENT_CHANNEL(NEED_REQUIRED),
	EVENT_PLACE("撤下地点", "place"),
	EVENT_BY("经办人", "taken down by", NEED_OPTIONAL),
	EVENT_PHOTO,
	EVENT_TAIL,
};

static const struct field review_items[] = {
	EVENT_HEAD(VIS_INTERNAL),
	EVENT(decision, CHOICE, "decision", "评估结论", "decision", .need = NEED_REQUIRED,
	      .choices = &review_decisions, .law = "条例18"),
	EVENT(reason, TEXT, "reason", "理由", "reason", .need = NEED_REQUIRED),
	EVENT_BY("评估人", "assessed by", NEED_REQUIRED),
	EVENT_APPROVED,
	EVENT(next, DATE, "next", "下次评估", "next assessment"),
	EVENT(round, STRING, "round", "批次", "round", .max = 50),
	EVENT_TAIL,
};

static const struct field withdraw_items[] = {
	EVENT_HEAD(VIS_PUBLIC),
	EVENT(cause, CHOICE, "cause", "撤回原因", "cause", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC, .choices = &withdraw_causes, .law = "行政处罚法48"),
	EVENT(reason, TEXT, "reason", "理由", "reason", .vis = VIS_PUBLIC),
	EVENT_BY("经办人", "withdrawn by", NEED_REQUIRED),
	EVENT_APPROVED,
	EVENT_TAIL,
};

static const struct field erratum_items[] = {
	EVENT_HEAD(VIS_PUBLIC),
	EVENT(erratum_kind, CHOICE, "kind", "勘误类别", "kind", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC, .choices = &erratum_kinds),
	EVENT(from_text, TEXT, "from", "原文", "from", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC),
	EVENT(to_text, TEXT, "to", "更正为", "to", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC),
	EVENT_BY("更正人", "corrected by", NEED_REQUIRED),
	EVENT_DIGEST,
	EVENT_TAIL,
};

static const struct field repeal_items[] = {
	EVENT_HEAD(VIS_PUBLIC),
	EVENT(document, REF, "document", "依据文件", "document that does it",
	      .vis = VIS_PUBLIC, .ref = "document", .flags = FIELD_ALIAS | FIELD_OPEN_REF,
	      .law = "常家镇2021年方案 清理"),
	EVENT(replaced_by, REF, "replaced-by", "替代文件", "replaced by",
	      .vis = VIS_PUBLIC, .ref = "document",
	      .flags = FIELD_ALIAS | FIELD_OPEN_REF),
	EVENT(reason, TEXT, "reason", "理由", "reason", .vis = VIS_PUBLIC),
	EVENT_BY("经办人", "entered by", NEED_OPTIONAL),
	EVENT_TAIL,
};

static const struct field refer_items[] = {
	EVENT_HEAD(VIS_INTERNAL),
	EVENT(to, STRING, "to", "报请部门", "referred to", .need = NEED_REQUIRED,
	      .law = "条例17"),
	EVENT(reason, TEXT, "reason", "理由", "reason"),
	EVENT(reply, TEXT, "reply", "答复", "reply"),
	EVENT_BY("经办人", "referred by", NEED_OPTIONAL),
	EVENT_TAIL,
};

static const struct field hand_over_items[] = {
	EVENT_HEAD(VIS_PUBLIC),
	EVENT(to, STRING, "to", "移送单位", "handed to", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC, .law = "条例25"),
	EVENT_PLACE("查阅地点", "place"),
	EVENT_BY("经办人", "handed over by", NEED_OPTIONAL),
	EVENT_TAIL,
};

/* ---- acts ---- */

static const struct fields act_fields[] = {
	[ACT_CLEAR - 1] = FIELDS(clear_items, struct event),
	[ACT_PUBLISH - 1] = FIELDS(publish_items, struct event),
	[ACT_POST - 1] = FIELDS(post_items, struct event),
	[ACT_TAKE_DOWN - 1] = FIELDS(take_down_items, struct event),
	[ACT_REVIEW - 1] = FIELDS(review_items, struct event),
	[ACT_WITHDRAW - 1] = FIELDS(withdraw_items, struct event),
	[ACT_ERRATUM - 1] = FIELDS(erratum_items, struct event),
	[ACT_REPEAL - 1] = FIELDS(repeal_items, struct event),
	[ACT_REFER - 1] = FIELDS(refer_items, struct event),
	[ACT_HAND_OVER - 1] = FIELDS(hand_over_items, struct event),
};
_Static_assert(ARRAY_LEN(act_fields) == ACT_END - 1, "every act has its table");

static const struct act_row act_rows[] = {
#define ACT(id, code_, zh_, en_) \
	{ .act = ACT_##id,       \
	  .code = (code_),       \
	  .zh = (zh_),           \
	  .en = (en_),           \
	  .fields = &act_fields[ACT_##id - 1] },
	ACTS(ACT)
#undef ACT
};

const struct act_row *acts(size_t *count)
{
	*count = ARRAY_LEN(act_rows);
	return act_rows;
}

const struct act_row *act_row(enum act act)
{
	return act > ACT_NONE && act < ACT_END ? &act_rows[act - 1] : NULL;
}

const struct act_row *act_find(const char *code, bool labels)
{
	int act = choice_find(&act_choices, code, labels);

	return act ? &act_rows[act - 1] : NULL;
}

/* An act is closed when its date is; of corrections only those of fact concern the public. */
static bool event_is_public(const void *entry)
{
	const struct event *event = entry;
	const struct act_row *row = act_row((enum act)event->act);

	if (!row || row->fields->items[0].vis != VIS_PUBLIC)
		return false;
	return event->act != ACT_ERRATUM || event->erratum_kind == ERRATUM_FACT;
}

/* What can be said of an event whose act is not known. */
static const struct field event_items[] = { EVENT_HEAD(VIS_PUBLIC) };
static const struct variants event_variants = {
	.tag = &event_items[1],
	.items = act_fields,
	.count = ARRAY_LEN(act_fields),
};
const struct fields event_fields = {
	.items = event_items,
	.count = ARRAY_LEN(event_items),
	.size = sizeof(struct event),
	.entry_is_public = event_is_public,
	.variants = &event_variants,
};

int event_compare(const struct event *a, const struct event *b)
{
	int order = date_compare(a->date, b->date);
	auto_buf left = BUF_INIT;
	auto_buf right = BUF_INIT;

	if (order != 0)
		return order;
	event_write(a, &left);
	event_write(b, &right);
	return strcmp(left.s, right.s);
}
