#include "record/document.h"

_Static_assert(offsetof(struct document, disclosure) == DISCLOSED_OFFSET,
	       "disclosure_of() looks there");

static const struct choice type_rows[] = { DOCUMENT_TYPES(CHOICE_ROW) };
const struct choices document_types = CHOICES(type_rows);

static const struct choice form_rows[] = { OFFICIAL_FORMS(CHOICE_ROW) };
const struct choices official_forms = CHOICES(form_rows);

static const struct choice force_rows[] = { FORCES(CHOICE_ROW) };
const struct choices document_forces = CHOICES(force_rows);

static const struct choice origin_rows[] = { ORIGINS(CHOICE_ROW) };
const struct choices document_origins = CHOICES(origin_rows);

static const struct choice mark_rows[] = { MARKS(CHOICE_ROW) };
const struct choices document_marks = CHOICES(mark_rows);

static const struct choice person_data_rows[] = { PERSON_DATA(CHOICE_ROW) };
const struct choices document_person_data = CHOICES(person_data_rows);

static const struct choice exception_rows[] = { PERSON_EXCEPTIONS(CHOICE_ROW) };
static const struct choices exceptions = CHOICES(exception_rows);

static const struct choice reply_rows[] = {
	[THIRD_PARTY_AGREES - 1] = CHOICE("agree", "同意", "agrees"),
	[THIRD_PARTY_REFUSES - 1] = CHOICE("refuse", "不同意", "refuses"),
	[THIRD_PARTY_SILENT - 1] = CHOICE("silent", "逾期未答", "no answer in time"),
};
static const struct choices third_party_replies = CHOICES(reply_rows);

static const struct choice interpretation_form_rows[] = {
	CHOICE("text", "文字解读", "text"),
	CHOICE("qa", "简明问答", "questions and answers"),
	CHOICE("chart", "图标图解", "chart"),
	CHOICE("case", "案例说明", "cases"),
	CHOICE("video", "视频动漫", "video"),
	CHOICE("press", "新闻发布会", "press conference"),
	CHOICE("briefing", "吹风会", "briefing"),
	CHOICE("interview", "在线访谈", "interview"),
	CHOICE("head", "负责人解读", "by the head"),
	CHOICE("expert", "专家（媒体）解读", "by experts or media"),
	CHOICE("meeting", "例会宣讲", "at meetings"),
};
static const struct choices interpretation_forms = CHOICES(interpretation_form_rows);

static const struct choice project_kind_rows[] = {
	CHOICE("service", "批准服务", "approval service"),
	CHOICE("approval", "批准结果", "approvals"),
	CHOICE("bidding", "招标投标", "bidding"),
	CHOICE("land", "征收土地", "land taken"),
	CHOICE("change", "重大设计变更", "changes of design"),
	CHOICE("work", "施工", "works"),
	CHOICE("quality", "质量安全监督", "quality and safety"),
	CHOICE("completion", "竣工", "completion"),
};
static const struct choices project_kinds = CHOICES(project_kind_rows);

static const struct choice meeting_form_rows[] = {
	CHOICE("executive", "常务（办公）会", "executive meeting"),
	CHOICE("plenary", "全体会", "plenary meeting"),
	CHOICE("special", "专题会", "special meeting"),
};
static const struct choices meeting_forms = CHOICES(meeting_form_rows);

static const struct document *document_of(const void *record)
{
	return record;
}

static bool is_proactive(const void *record)
{
	return disclosure_of(record)->attribute == ATTRIBUTE_PROACTIVE;
}

static bool is_reprint(const void *record)
{
	return document_of(record)->origin == ORIGIN_REPRINT;
}

static bool is_obtained(const void *record)
{
	int origin = document_of(record)->origin;

	return origin == ORIGIN_OBTAINED_PERSON || origin == ORIGIN_OBTAINED_ORGAN;
}

static bool is_official(const void *record)
{
	int form = document_of(record)->form;

	return form != FORM_UNSET && form != FORM_NO_OFFICIAL;
}

static bool is_partial(const void *record)
{
	return document_of(record)->mark == MARK_PARTIAL;
}

static bool touches_third_party(const void *record)
{
	int code = disclosure_of(record)->ground.code;

	return code == GROUND_15 || code == GROUND_15S || code == GROUND_15P;
}

static bool needs_interpretation(const void *record)
{
	return document_of(record)->interpretation.needed == ANSWER_YES;
}

static bool is_interpretation(const void *record)
{
	return document_of(record)->type == DOCUMENT_INTERPRETATION;
}

/* What is withheld need not be here at all: title, ground and reason account for it. */
static bool needs_body(const void *record)
{
	return document_of(record)->attachments.count == 0 &&
	       disclosure_of(record)->attribute != ATTRIBUTE_EXEMPT;
}

static bool is_publicity(const void *record)
{
	return document_of(record)->type == DOCUMENT_PUBLICITY;
}

/* 公示, results and lists are where personal data leaves the office. */
static bool may_name_persons(const void *record)
{
	int type = document_of(record)->type;

	return type == DOCUMENT_PUBLICITY || type == DOCUMENT_RESULT ||
	       type == DOCUMENT_LIST;
}

static bool is_exception(const void *record)
{
	return document_of(record)->persons.data == PERSONS_EXCEPTION;
}

static bool has_project(const void *record)
{
	return document_of(record)->project != NULL;
}

static const struct field normative_fields[] = {
	FIELD(struct normative, is, CHOICE, "is", "是否规范性文件", "is normative",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &yes_no,
	      .hint_zh = "工作要点、方案、内部制度、人事任免、转发文件填“否”。",
	      .hint_en = "No for work plans, internal rules, personnel matters and "
			 "forwarded papers."),
	FIELD(struct normative, registration, STRING, "registration",
	      "登记号（统一编号）", "registration number", .vis = VIS_PUBLIC),
	FIELD(struct normative, legal_review, STRING, "legal-review", "合法性审核",
	      "legality review", .vis = VIS_PUBLIC),
	FIELD(struct normative, filed, DATE, "filed", "备案日期", "filed on",
	      .vis = VIS_PUBLIC, .flags = FIELD_PAST),
	FIELD(struct normative, valid_until, DATE, "valid-until", "有效期至",
	      "valid until", .vis = VIS_PUBLIC, .flags = FIELD_INDEXED),
};
static const struct fields normative_table = FIELDS(normative_fields, struct normative);

static const struct field part_of_fields[] = {
	FIELD(struct part_of, document, REF, "document", "完整版信息编号",
	      "whole document", .need = NEED_REQUIRED, .ref = "document",
	      .flags = FIELD_ALIAS | FIELD_INDEXED),
	FIELD(struct part_of, left_out, TEXT, "left-out", "删减内容", "what was left out",
	      .need = NEED_REQUIRED),
};
static const struct fields part_of_table = FIELDS(part_of_fields, struct part_of);

static const struct field third_party_fields[] = {
	FIELD(struct third_party, asked, DATE, "asked", "征求日期", "asked on",
	      .need = NEED_REQUIRED, .flags = FIELD_PAST),
	FIELD(struct third_party, reply, CHOICE, "reply", "答复", "reply",
	      .choices = &third_party_replies),
	FIELD(struct third_party, date, DATE, "date", "答复日期", "replied on",
	      .flags = FIELD_PAST),
	FIELD(struct third_party, reason, TEXT, "reason", "第三方理由", "its reason"),
	FIELD(struct third_party, public_interest, TEXT, "public-interest",
	      "公共利益理由", "public interest", .law = "条例15"),
	FIELD(struct third_party, file, STRING, "file", "意见书", "paper"),
};
static const struct fields third_party_table =
	FIELDS(third_party_fields, struct third_party);

static const struct field interpreted_by_fields[] = {
	FIELD(struct document_link, id, REF, "id", "信息编号", "id", .vis = VIS_PUBLIC,
	      .ref = "document", .flags = FIELD_ALIAS | FIELD_INDEXED),
	FIELD(struct document_link, title, STRING, "title", "标题", "title",
	      .vis = VIS_PUBLIC),
	FIELD(struct document_link, url, URL, "url", "网址", "address",
	      .vis = VIS_PUBLIC),
};
static const struct fields interpreted_by_table =
	FIELDS(interpreted_by_fields, struct document_link);

static const struct field interprets_fields[] = {
	FIELD(struct document_link, id, REF, "id", "信息编号", "id", .vis = VIS_PUBLIC,
	      .ref = "document", .flags = FIELD_ALIAS | FIELD_INDEXED),
	FIELD(struct document_link, title, STRING, "title", "标题", "title",
	      .vis = VIS_PUBLIC),
	FIELD(struct document_link, number, STRING, "number", "发文字号",
	      "document number", .vis = VIS_PUBLIC),
	FIELD(struct document_link, url, URL, "url", "网址", "address",
	      .vis = VIS_PUBLIC),
};
static const struct fields interprets_table =
	FIELDS(interprets_fields, struct document_link);

static const struct field interpretation_fields[] = {
	FIELD(struct interpretation, needed, CHOICE, "needed", "是否需要解读",
	      "needs interpretation", .need = NEED_DERIVED, .choices = &yes_no,
	      .hint_zh = "规范性文件和涉及公众切身利益的政策默认为“是”。",
	      .hint_en = "Yes by default for normative documents and policies that touch "
			 "people's interests."),
	FIELD(struct interpretation, by, LIST, "by", "解读材料", "interpreted by",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
	      .applies = needs_interpretation, .when_zh = "需要解读",
	      .when_en = "needs interpretation", .sub = &interpreted_by_table,
	      .flags = FIELD_SHORTHAND | FIELD_OWN_RULE,
	      .hint_zh = "本目录的信息编号，或者上级解读的标题和网址。",
	      .hint_en = "An id here, or title and address of one by a higher level."),
};
static const struct fields interpretation_table =
	FIELDS(interpretation_fields, struct interpretation);

static const struct field interpreter_fields[] = {
	FIELD(struct interpreter, name, STRING, "name", "姓名", "name",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct interpreter, post, STRING, "post", "职务", "post",
	      .vis = VIS_PUBLIC),
	FIELD(struct interpreter, first, CHOICE, "first", "第一解读人",
	      "first interpreter", .vis = VIS_PUBLIC, .choices = &yes_no),
};
static const struct fields interpreter_table =
	FIELDS(interpreter_fields, struct interpreter);

static const struct field days_fields[] = {
	FIELD(struct show_period, count, INT, "count", "天数", "number",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct show_period, unit, CHOICE, "unit", "计算方式", "counted in",
	      .vis = VIS_PUBLIC, .choices = &day_counts),
};
static const struct fields days_table = FIELDS(days_fields, struct show_period);

static const struct field notice_fields[] = {
	FIELD(struct notice, from, DATE, "from", "公示开始", "from",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct notice, to, DATE, "to", "公示截止", "to", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC, .flags = FIELD_INDEXED),
	FIELD_SUB(struct notice, days, &days_table, "days", "公示天数", "days",
		  .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND),
	FIELD(struct notice, phone, STRING, "phone", "监督电话", "telephone",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_CONTACT,
	      .hint_zh = "没有监督电话的公示难以起到作用。",
	      .hint_en = "A posting without a telephone is of little use."),
	FIELD(struct notice, address, STRING, "address", "监督地址", "postal address",
	      .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD(struct notice, mail, STRING, "mail", "监督邮箱", "mail", .vis = VIS_PUBLIC,
	      .flags = FIELD_CONTACT),
	FIELD(struct notice, accept, STRING, "accept", "异议受理", "who takes objections",
	      .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD(struct notice, result, TEXT, "result", "公示结果", "result",
	      .vis = VIS_PUBLIC),
};
static const struct fields notice_table = FIELDS(notice_fields, struct notice);

static const struct field persons_fields[] = {
	FIELD(struct persons, data, CHOICE, "data", "涉及程度", "what data",
	      .need = NEED_REQUIRED, .flags = FIELD_INDEXED,
	      .choices = &document_person_data),
	FIELD(struct persons, exception, CHOICE, "exception", "例外情形", "exception",
	      .need = NEED_CONDITIONAL, .applies = is_exception, .when_zh = "例外公开",
	      .when_en = "disclosed by exception", .choices = &exceptions,
	      .law = "个保法25、28、34"),
};
static const struct fields persons_table = FIELDS(persons_fields, struct persons);

static const struct field meeting_fields[] = {
	FIELD(struct meeting, name, STRING, "name", "会议名称", "name",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct meeting, date, DATE, "date", "会议日期", "date", .vis = VIS_PUBLIC,
	      .flags = FIELD_PAST),
	FIELD(struct meeting, form, CHOICE, "form", "会议形式", "form", .vis = VIS_PUBLIC,
	      .choices = &meeting_forms),
	FIELD(struct meeting, attendees, STRING, "attendees", "列席", "attended by",
	      .vis = VIS_PUBLIC),
};
static const struct fields meeting_table = FIELDS(meeting_fields, struct meeting);

static const struct field document_fields[] = {
	FIELD(struct document, index, STRING, "index", "索引号", "index number",
	      .need = NEED_DERIVED, .vis = VIS_PUBLIC,
	      .flags = FIELD_NAME | FIELD_INDEXED | FIELD_SEARCHED,
	      .law = "条例12；东政发〔2018〕112号",
	      .hint_zh = "不填时为“机构代码/信息编号”。",
	      .hint_en = "Office code and id where absent."),
	FIELD(struct document, title, STRING, "title", "标题（信息名称）", "title",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 200,
	      .flags = FIELD_TITLE | FIELD_INDEXED | FIELD_SEARCHED | FIELD_ASKED,
	      .law = "条例12"),
	FIELD(struct document, summary, TEXT, "summary", "内容概述", "summary",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 300,
	      .flags = FIELD_SEARCHED, .law = "条例12",
	      .hint_zh = "由正文首段起草，可以修改。",
	      .hint_en = "Drafted from the first paragraph; may be edited."),
	FIELD(struct document, keywords, STRINGS, "keywords", "主题词（关键词）",
	      "keywords", .vis = VIS_PUBLIC, .flags = FIELD_ONE_AS_LIST | FIELD_SEARCHED,
	      .law = "国办发〔2017〕47号 Keywords"),
	FIELD(struct document, items, REFS, "items", "对应公开事项", "items",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = is_proactive,
	      .when_zh = "主动公开", .when_en = "proactive", .ref = "item",
	      .flags = FIELD_ONE_AS_LIST | FIELD_ALIAS | FIELD_INDEXED | FIELD_ASKED),
	FIELD(struct document, unit, REF, "unit", "责任科室（起草单位）", "drafting unit",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .ref = "unit",
	      .flags = FIELD_ALIAS | FIELD_INDEXED | FIELD_ASKED,
	      .law = "东政发〔2018〕112号"),
	FIELD(struct document, issuer, REF, "issuer", "发布机构（发文机关）", "issuer",
	      .vis = VIS_PUBLIC, .ref = "unit",
	      .flags = FIELD_ALIAS | FIELD_OPEN_REF | FIELD_INDEXED,
	      .law = "东政发〔2018〕112号", .hint_zh = "不填为本机关。",
	      .hint_en = "The office itself where absent."),
	FIELD(struct document, co_issuers, STRINGS, "co-issuers", "联合发文机关",
	      "joint issuers", .vis = VIS_PUBLIC,
	      .flags = FIELD_ONE_AS_LIST | FIELD_SEARCHED, .law = "条例10、34",
	      .hint_zh = "牵头机关在前。", .hint_en = "The leading one first."),
	FIELD(struct document, origin, CHOICE, "origin", "信息来源", "origin",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .choices = &document_origins,
	      .law = "条例10；东政发〔2018〕112号；国办发〔2017〕47号 ContentSource"),
	FIELD(struct document, source_url, URL, "source-url", "原文链接",
	      "source address", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
	      .applies = is_reprint, .when_zh = "转载", .when_en = "reprints",
	      .law = "国办发〔2017〕47号 转载"),
	FIELD(struct document, type, CHOICE, "type", "信息体裁", "genre",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &document_types),
	FIELD(struct document, form, CHOICE, "form", "公文种类", "official form",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &official_forms,
	      .law = "党政机关公文处理工作条例8"),
	FIELD_SUB(struct document, normative, &normative_table, "normative",
		  "是否行政规范性文件", "normative document", .need = NEED_REQUIRED,
		  .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND | FIELD_ASKED,
		  .hint_zh = "只有“是”的计入年报表二。",
		  .hint_en = "Only those that are count in table two of the report."),
	FIELD(struct document, number, STRING, "number", "发文字号", "document number",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = is_official,
	      .when_zh = "正式公文", .when_en = "official papers",
	      .flags = FIELD_NAME | FIELD_INDEXED | FIELD_SEARCHED | FIELD_ASKED,
	      .law = "GB/T 9704", .hint_zh = "如 东政发〔2018〕112号。",
	      .hint_en = "As 东政发〔2018〕112号."),
	FIELD(struct document, formed, DATE, "formed", "成文日期（生成日期）",
	      "formed on", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_PAST | FIELD_INDEXED | FIELD_ASKED, .law = "条例12、26"),
	FIELD(struct document, obtained, DATE, "obtained", "获取日期", "obtained on",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = is_obtained,
	      .when_zh = "从他处获取", .when_en = "obtained from others",
	      .flags = FIELD_PAST | FIELD_INDEXED, .law = "条例26"),
	FIELD(struct document, effective, DATE, "effective", "施行日期", "effective from",
	      .vis = VIS_PUBLIC, .flags = FIELD_INDEXED),
	FIELD(struct document, force, CHOICE, "force", "有效性", "validity",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .choices = &document_forces,
	      .law = "东政发〔2018〕112号；国办发〔2017〕47号"),
	FIELD(struct document, stage, CHOICE, "stage", "五公开环节", "stage",
	      .vis = VIS_PUBLIC, .flags = FIELD_INDEXED, .choices = &disclosure_stages,
	      .law = "东政发〔2018〕112号 一", .hint_zh = "不填时同公开事项。",
	      .hint_en = "That of the item where absent."),
	FIELD_SUB(struct document, disclosure, &disclosure_fields, "disclosure",
		  "公开方式", "disclosure and ground", .need = NEED_REQUIRED,
		  .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND | FIELD_ASKED | FIELD_OWN_RULE,
		  .law = "条例13—16；常家镇2021年方案"),
	FIELD(struct document, mark, CHOICE, "mark", "公开属性标注", "mark as printed",
	      .need = NEED_DERIVED, .vis = VIS_PUBLIC, .choices = &document_marks,
	      .law = "常家镇2021年方案；东政发〔2018〕112号",
	      .hint_zh = "纸上实际标注的；不填时按公开属性。",
	      .hint_en =
		      "What the paper says; follows from the disclosure where absent."),
	FIELD_SUB(struct document, part_of, &part_of_table, "part-of", "删减后公开版本",
		  "redacted version of", .need = NEED_CONDITIONAL, .applies = is_partial,
		  .when_zh = "删减后公开", .when_en = "released in part",
		  .flags = FIELD_SHORTHAND, .law = "条例37"),
	FIELD_SUB(struct document, third_party, &third_party_table, "third-party",
		  "第三方意见", "third party", .need = NEED_CONDITIONAL,
		  .applies = touches_third_party, .when_zh = "法定事由为第十五条",
		  .when_en = "the ground is Article 15", .flags = FIELD_OWN_RULE,
		  .law = "条例15、32"),
	FIELD_SUB(struct document, interpretation, &interpretation_table,
		  "interpretation", "政策解读", "interpretation", .vis = VIS_PUBLIC,
		  .law = "东政发〔2018〕112号 三"),
	FIELD_SUB(struct document, interprets, &interprets_table, "interprets",
		  "解读对象", "what it interprets", .need = NEED_CONDITIONAL,
		  .vis = VIS_PUBLIC, .applies = is_interpretation,
		  .when_zh = "信息体裁为政策解读", .when_en = "interpretations",
		  .flags = FIELD_SHORTHAND, .hint_zh = "与被解读文件双向关联。",
		  .hint_en = "Linked both ways with the document."),
	FIELD(struct document, interpretation_form, CHOICE, "interpretation-form",
	      "解读形式", "form of interpretation", .need = NEED_CONDITIONAL,
	      .vis = VIS_PUBLIC, .applies = is_interpretation,
	      .when_zh = "信息体裁为政策解读", .when_en = "interpretations",
	      .choices = &interpretation_forms,
	      .law = "常家镇2021年方案 三(三)；东政发〔2018〕112号 三(二)"),
	FIELD_SUB(struct document, interpreter, &interpreter_table, "interpreter",
		  "解读人", "interpreter", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
		  .applies = is_interpretation, .when_zh = "信息体裁为政策解读",
		  .when_en = "interpretations", .flags = FIELD_SHORTHAND,
		  .law = "东政发〔2018〕112号 三(二)"),
	FIELD(struct document, body, TEXT, "body", "正文", "body",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = needs_body,
	      .when_zh = "没有附件，也不是不予公开",
	      .when_en = "there is no attachment, and it is not withheld",
	      .flags = FIELD_SEARCHED, .hint_zh = "Markdown；从原文件导入，不手工录入。",
	      .hint_en = "Markdown, imported from the paper, not typed."),
	FIELD(struct document, attachments, LIST, "attachments", "附件", "attachments",
	      .vis = VIS_PUBLIC, .sub = &attachment_table),
	FIELD_SUB(struct document, notice, &notice_table, "notice", "公示要素",
		  "posting facts", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
		  .applies = is_publicity, .when_zh = "信息体裁为公示",
		  .when_en = "postings for comment"),
	FIELD_SUB(struct document, persons, &persons_table, "persons", "涉及个人信息",
		  "personal data in it", .need = NEED_CONDITIONAL,
		  .applies = may_name_persons, .when_zh = "公示、结果公布、名单清单",
		  .when_en = "postings, results, lists", .flags = FIELD_SHORTHAND,
		  .law = "东政发〔2018〕112号 七(三)；个保法25、28、34"),
	FIELD(struct document, project, STRING, "project", "所属项目", "project",
	      .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .law = "东政发〔2018〕112号 二(二)"),
	FIELD(struct document, project_kind, CHOICE, "project-kind", "项目信息类别",
	      "kind of project information", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
	      .applies = has_project, .when_zh = "填写了所属项目",
	      .when_en = "it belongs to a project", .flags = FIELD_INDEXED,
	      .choices = &project_kinds, .law = "东政发〔2018〕112号 二(二)"),
	FIELD_SUB(struct document, meeting, &meeting_table, "meeting", "审议会议",
		  "meeting that decided", .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND),
	FIELD(struct document, consultation, STRING, "consultation", "关联征求意见",
	      "consultation", .vis = VIS_PUBLIC,
	      .law = "常家镇2021年方案；区政务公开工作计划 五"),
	FIELD(struct document, decision, STRING, "decision", "关联决策", "decision",
	      .vis = VIS_PUBLIC, .law = "常家镇2021年方案；区政务公开工作计划 五"),
	FIELD(struct document, copies, STRING, "copies", "印发范围、份数",
	      "distribution"),
};

static const enum act document_acts[] = { ACT_CLEAR,     ACT_PUBLISH, ACT_POST,
					  ACT_TAKE_DOWN, ACT_REVIEW,  ACT_WITHDRAW,
					  ACT_ERRATUM,   ACT_REPEAL,  ACT_REFER,
					  ACT_HAND_OVER, ACT_NONE };

const struct kind document_kind = {
	.name = "document",
	.zh = "政府信息",
	.en = "document",
	.dir = "documents",
	.id_form = ID_SERIAL,
	.store = STORE_PUBLIC,
	.fields = FIELDS(document_fields, struct document),
	.acts = document_acts,
	.is_public = is_proactive,
};
