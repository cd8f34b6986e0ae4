#include "record/item.h"

_Static_assert(offsetof(struct item, disclosure) == DISCLOSED_OFFSET,
	       "disclosure_of() looks there");

static const struct choice source_rows[] = { ITEM_SOURCES(CHOICE_ROW) };
const struct choices item_sources = CHOICES(source_rows);

static const struct choice nature_rows[] = { ITEM_NATURES(CHOICE_ROW) };
const struct choices item_natures = CHOICES(nature_rows);

static const struct choice audience_rows[] = { ITEM_AUDIENCES(CHOICE_ROW) };
const struct choices item_audiences = CHOICES(audience_rows);

static const struct choice level_rows[] = { ITEM_LEVELS(CHOICE_ROW) };
const struct choices item_levels = CHOICES(level_rows);

static const struct choice retention_rows[] = { ITEM_RETENTIONS(CHOICE_ROW) };
const struct choices item_retentions = CHOICES(retention_rows);

static const struct choice state_rows[] = { ITEM_STATES(CHOICE_ROW) };
const struct choices item_states = CHOICES(state_rows);

static const struct choice element_default_rows[] = { ELEMENT_DEFAULTS(CHOICE_ROW) };
static const struct choices element_defaults = CHOICES(element_default_rows);

static const struct choice power_rows[] = {
	CHOICE("permit", "行政许可", "permit"),
	CHOICE("penalty", "行政处罚", "penalty"),
	CHOICE("coercion", "行政强制", "coercion"),
	CHOICE("levy", "行政征收", "levy"),
	CHOICE("payment", "行政给付", "payment"),
	CHOICE("check", "行政检查", "check"),
	CHOICE("confirm", "行政确认", "confirmation"),
	CHOICE("reward", "行政奖励", "reward"),
	CHOICE("ruling", "行政裁决", "ruling"),
	CHOICE("other", "其他", "other"),
};
const struct choices item_powers = CHOICES(power_rows);

static const struct choice service_kind_rows[] = {
	CHOICE("promise", "承诺件", "within a promised time"),
	CHOICE("instant", "即办件", "done at once"),
};
static const struct choices service_kinds = CHOICES(service_kind_rows);

static const struct choice approval_step_rows[] = {
	CHOICE("staffing", "编办", "staffing office"),
	CHOICE("legal", "司法（法制）", "legal office"),
	CHOICE("government", "政府", "government"),
};
static const struct choices approval_steps = CHOICES(approval_step_rows);

static bool has_list_code(const void *record)
{
	int source = ((const struct item *)record)->source;

	return source == SOURCE_POWER_LIST || source == SOURCE_SERVICE_LIST ||
	       source == SOURCE_STANDARD_GUIDE || source == SOURCE_DEPARTMENT_GUIDE;
}

static bool is_power(const void *record)
{
	return ((const struct item *)record)->source == SOURCE_POWER_LIST;
}

static bool is_list(const void *record)
{
	return ((const struct item *)record)->nature == NATURE_LIST;
}

static bool is_service(const void *record)
{
	return ((const struct item *)record)->nature == NATURE_SERVICE;
}

static bool is_enforcement(const void *record)
{
	return ((const struct item *)record)->nature == NATURE_ENFORCEMENT;
}

static bool is_for_group(const void *record)
{
	return ((const struct item *)record)->audience == AUDIENCE_GROUP;
}

/*
 * The row of an on-request item is public (it says 依申请公开); an exempt item is
 * seen as a line of the negative list only, one for staff on the inner board only.
 */
static bool item_is_public(const void *record)
{
	int attribute = disclosure_of(record)->attribute;

	return attribute == ATTRIBUTE_PROACTIVE || attribute == ATTRIBUTE_ON_REQUEST;
}

static const struct field element_fields[] = {
	FIELD(struct element, text, TEXT, "text", "内容", "text", .vis = VIS_PUBLIC,
	      .flags = FIELD_SEARCHED),
	FIELD(struct element, default_, CHOICE, "default", "采用默认", "default",
	      .vis = VIS_PUBLIC, .choices = &element_defaults),
};
static const struct fields element_table = FIELDS(element_fields, struct element);

static const struct field procedure_fields[] = {
	FIELD(struct procedure_step, step, STRING, "step", "环节", "step",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_SEARCHED),
	FIELD(struct procedure_step, unit, STRING, "unit", "办理单位", "office",
	      .vis = VIS_PUBLIC),
	FIELD(struct procedure_step, limit, STRING, "limit", "时限", "time",
	      .vis = VIS_PUBLIC),
};
static const struct fields procedure_table =
	FIELDS(procedure_fields, struct procedure_step);

static const struct field elements_fields[] = {
	FIELD(struct elements, basis, STRINGS, "basis", "办事依据", "basis",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_ONE_AS_LIST | FIELD_SEARCHED | FIELD_ASKED,
	      .law = "镇政务公开工作措施 四",
	      .hint_zh = "法律法规写名称和条款，文件写文号。",
	      .hint_en = "A law with its article, a document with its number."),
	FIELD_SUB(struct elements, duty, &element_table, "duty", "办事职责", "duty",
		  .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND,
		  .law = "镇政务公开工作措施 四",
		  .hint_zh = "可写 {default: unit}，采用科室统一文本。",
		  .hint_en = "{default: unit} takes the text of the unit."),
	FIELD(struct elements, conditions, STRINGS, "conditions", "办事条件",
	      "conditions", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_ONE_AS_LIST | FIELD_SEARCHED | FIELD_ASKED,
	      .law = "镇政务公开工作措施 四"),
	FIELD(struct elements, procedure, LIST, "procedure", "办事程序", "procedure",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .sub = &procedure_table,
	      .flags = FIELD_SHORTHAND | FIELD_ASKED,
	      .law = "镇政务公开工作措施 四；区政务公开工作计划 六"),
	FIELD_SUB(struct elements, discipline, &element_table, "discipline", "办事纪律",
		  "discipline", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND, .law = "镇政务公开工作措施 四",
		  .hint_zh = "可写 {default: unit}，采用科室统一文本。",
		  .hint_en = "{default: unit} takes the text of the unit."),
	FIELD(struct elements, result, TEXT, "result", "办事结果", "result",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_SEARCHED | FIELD_ASKED, .law = "镇政务公开工作措施 四",
	      .hint_zh = "群众得到什么，在哪里可以看到。",
	      .hint_en = "What the person gets, and where it is shown."),
};
const struct fields item_elements = FIELDS(elements_fields, struct elements);

static const struct field none_fields[] = {
	FIELD(struct none_this_period, period, STRING, "period", "期间", "period",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .hint_zh = "如 2018-Q2、2018-07、2018。",
	      .hint_en = "As 2018-Q2, 2018-07, 2018."),
	FIELD(struct none_this_period, reason, STRING, "reason", "说明", "explanation",
	      .vis = VIS_PUBLIC),
	FIELD(struct none_this_period, by, STRING, "by", "确认人", "confirmed by",
	      .need = NEED_REQUIRED),
	FIELD(struct none_this_period, date, DATE, "date", "确认日期", "confirmed on",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_PAST),
};
static const struct fields none_table = FIELDS(none_fields, struct none_this_period);

static const struct field show_days_fields[] = {
	FIELD(struct show_days, count, INT, "count", "天数", "number",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED),
	FIELD(struct show_days, unit, CHOICE, "unit", "计算方式", "counted in",
	      .vis = VIS_PUBLIC, .flags = FIELD_INDEXED, .choices = &day_counts,
	      .hint_zh = "不填时按日（自然日）计算。",
	      .hint_en = "Calendar days where absent."),
};
static const struct fields show_days_table = FIELDS(show_days_fields, struct show_days);

static const struct field retain_fields[] = {
	FIELD(struct retain, until, CHOICE, "until", "保留方式", "until",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .choices = &item_retentions),
	FIELD(struct retain, days, INT, "days", "保留天数", "days", .vis = VIS_PUBLIC),
};
static const struct fields retain_table = FIELDS(retain_fields, struct retain);

static const struct field window_fields[] = {
	FIELD(struct window, place, STRING, "place", "办理地点", "place",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD(struct window, hours, STRING, "hours", "办公时间", "hours",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct window, phone, STRING, "phone", "窗口电话", "telephone",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD(struct window, url, URL, "url", "网办地址", "online address",
	      .vis = VIS_PUBLIC),
};
static const struct fields window_table = FIELDS(window_fields, struct window);

static const struct field service_fields[] = {
	FIELD(struct service, statutory_limit, STRING, "statutory-limit", "法定时限",
	      "statutory time", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .law = "区政务公开工作计划 十七"),
	FIELD(struct service, promised_limit, STRING, "promised-limit", "承诺时限",
	      "promised time", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .law = "区政务公开工作计划 十七"),
	FIELD(struct service, materials, STRINGS, "materials", "申请材料",
	      "papers to bring", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_ONE_AS_LIST | FIELD_SEARCHED),
	FIELD(struct service, form, STRING, "form", "表格", "form", .vis = VIS_PUBLIC,
	      .hint_zh = "附件文件名。", .hint_en = "Name of the attachment."),
	FIELD(struct service, fee, STRING, "fee", "收费标准", "fee",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .hint_zh = "不收费的写“不收费”。",
	      .hint_en = "Say so where there is none."),
	FIELD(struct service, fee_basis, STRING, "fee-basis", "收费依据",
	      "basis of the fee", .vis = VIS_PUBLIC),
	FIELD(struct service, kind, CHOICE, "kind", "办件类型", "kind of service",
	      .vis = VIS_PUBLIC, .choices = &service_kinds),
	FIELD(struct service, result_doc, STRING, "result-doc", "结果文书",
	      "resulting paper", .vis = VIS_PUBLIC),
};
static const struct fields service_table = FIELDS(service_fields, struct service);

static const struct field discretion_fields[] = {
	FIELD(struct discretion, circumstance, TEXT, "circumstance", "情形",
	      "circumstance", .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct discretion, tier, STRING, "tier", "档次", "tier", .vis = VIS_PUBLIC),
	FIELD(struct discretion, range, STRING, "range", "幅度", "range",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct discretion, basis, STRING, "basis", "裁量依据", "basis",
	      .vis = VIS_PUBLIC),
};
static const struct fields discretion_table =
	FIELDS(discretion_fields, struct discretion);

static const struct field approval_fields[] = {
	FIELD(struct approval, step, CHOICE, "step", "审定环节", "step",
	      .need = NEED_REQUIRED, .choices = &approval_steps),
	FIELD(struct approval, by, STRING, "by", "审定人", "by", .need = NEED_REQUIRED),
	FIELD(struct approval, date, DATE, "date", "审定日期", "date",
	      .need = NEED_REQUIRED, .flags = FIELD_PAST),
	FIELD(struct approval, file, STRING, "file", "审定凭据", "file"),
};
static const struct fields approval_table = FIELDS(approval_fields, struct approval);

static const struct field base_fields[] = {
	FIELD(struct base_item, repo, STRING, "repo", "上级目录库", "repository"),
	FIELD(struct base_item, id, STRING, "id", "上级事项编号", "id there",
	      .need = NEED_REQUIRED),
	FIELD(struct base_item, version, STRING, "version", "上级目录版本", "version"),
};
static const struct fields base_table = FIELDS(base_fields, struct base_item);

static const struct field state_fields[] = {
	FIELD(struct item_state, value, CHOICE, "value", "状态", "state",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .choices = &item_states),
	FIELD(struct item_state, date, DATE, "date", "调整日期", "changed on",
	      .vis = VIS_PUBLIC),
	FIELD(struct item_state, by, STRING, "by", "文件依据", "by which document",
	      .vis = VIS_PUBLIC),
	FIELD(struct item_state, reason, STRING, "reason", "调整理由", "reason",
	      .vis = VIS_PUBLIC),
};
static const struct fields state_table = FIELDS(state_fields, struct item_state);

static const struct field item_fields[] = {
	FIELD(struct item, group, STRING, "group", "一级事项", "first-level matter",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_SEARCHED | FIELD_ASKED,
	      .law = "标准目录 一级事项"),
	FIELD(struct item, title, STRING, "title", "事项名称", "name of the matter",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 100,
	      .flags = FIELD_TITLE | FIELD_INDEXED | FIELD_SEARCHED | FIELD_ASKED,
	      .law = "标准目录 二级事项；常家镇2021年方案 二(一)",
	      .hint_zh = "二级事项的名称，句末不加句号。",
	      .hint_en = "The second-level matter, without a full stop."),
	FIELD(struct item, subgroup, STRING, "subgroup", "三级事项", "third-level matter",
	      .vis = VIS_PUBLIC, .flags = FIELD_INDEXED | FIELD_SEARCHED,
	      .law = "标准目录 三级事项"),
	FIELD(struct item, categories, REFS, "categories", "分类", "categories",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .ref = "category",
	      .flags = FIELD_ONE_AS_LIST | FIELD_ALIAS | FIELD_INDEXED | FIELD_ASKED,
	      .law = "条例20、21；国办发〔2019〕54号", .hint_zh = "第一个为主分类。",
	      .hint_en = "The first is the main one."),
	FIELD(struct item, unit, REF, "unit", "责任科室", "responsible unit",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .ref = "unit",
	      .flags = FIELD_ALIAS | FIELD_INDEXED | FIELD_ASKED,
	      .law = "镇政务公开工作措施 六(二)"),
	FIELD(struct item, subject, REF, "subject", "公开主体", "disclosing body",
	      .vis = VIS_PUBLIC, .ref = "unit", .flags = FIELD_ALIAS | FIELD_INDEXED,
	      .law = "条例10；标准目录 公开主体",
	      .hint_zh = "须是行政机关，不是内设科室；不填为本机关。",
	      .hint_en =
		      "An organ, not an inner office; the office itself where absent."),
	FIELD(struct item, source, CHOICE, "source", "事项来源",
	      "where the item comes from", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED, .choices = &item_sources,
	      .law = "常家镇2021年方案 二(一)(四)"),
	FIELD(struct item, source_ref, STRING, "source-ref", "清单编码",
	      "code in that list", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
	      .applies = has_list_code, .when_zh = "来源为清单或者标准指引",
	      .when_en = "from a list or a guide", .flags = FIELD_INDEXED | FIELD_NAME,
	      .law = "常家镇2021年方案 二(四)"),
	FIELD(struct item, nature, CHOICE, "nature", "事项类型", "nature of the matter",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &item_natures,
	      .hint_zh = "决定六个要素各写什么。",
	      .hint_en = "Decides what each of the six elements is about."),
	FIELD(struct item, content, STRINGS, "content", "公开内容（要素）",
	      "what is disclosed", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_ONE_AS_LIST | FIELD_SEARCHED | FIELD_ASKED,
	      .law = "标准目录 公开内容"),
	FIELD_SUB(struct item, elements, &item_elements, "elements", "六个要素",
		  "six elements", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .flags = FIELD_ASKED | FIELD_OWN_RULE, .law = "镇政务公开工作措施 四"),
	FIELD_SUB(struct item, disclosure, &disclosure_fields, "disclosure", "公开方式",
		  "disclosure and ground", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND | FIELD_ASKED | FIELD_OWN_RULE,
		  .law = "条例13—16；镇政务公开工作措施 五(一)"),
	FIELD(struct item, limit, STRING, "limit", "公开时限", "time limit",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .law = "条例26；预算法14",
	      .hint_zh = "如“信息形成或者变更之日起20个工作日内”。",
	      .hint_en = "In the wording of the catalogue; at most 20 working days as a "
			 "rule."),
	FIELD(struct item, frequency, CHOICE, "frequency", "公开频次", "how often",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &frequencies,
	      .law = "下达河乡2018年年报 一(二)；镇政务公开工作措施 五(一)"),
	FIELD(struct item, none_this_period, LIST, "none-this-period", "本期无此类信息",
	      "nothing to disclose this period", .vis = VIS_PUBLIC, .sub = &none_table,
	      .hint_zh = "确无信息时在此说明，以免被当作空白栏目。",
	      .hint_en = "Said here, so that an empty column is not taken for neglect."),
	FIELD_SUB(struct item, show_days, &show_days_table, "show-days", "公示期",
		  "days on show", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
		  .applies = is_list, .when_zh = "事项类型为名单公示",
		  .when_en = "lists of persons", .flags = FIELD_SHORTHAND,
		  .law = "社会救助暂行办法"),
	FIELD_SUB(struct item, retain, &retain_table, "retain", "网上保留期限",
		  "how long it stays", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND, .hint_zh = "个人名单公示期满应当撤下。",
		  .hint_en = "Lists of persons must come down after their time."),
	FIELD(struct item, channels, REFS, "channels", "公开渠道和载体", "channels",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .ref = "channel",
	      .flags = FIELD_ONE_AS_LIST | FIELD_ALIAS | FIELD_INDEXED | FIELD_ASKED,
	      .law = "条例23—25；标准目录"),
	FIELD(struct item, audience, CHOICE, "audience", "公开对象", "audience",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .choices = &item_audiences, .law = "标准目录 公开对象"),
	FIELD(struct item, audience_group, STRING, "audience-group", "特定群体说明",
	      "which group", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
	      .applies = is_for_group, .when_zh = "公开对象为特定群体",
	      .when_en = "for a particular group", .law = "标准目录 公开对象"),
	FIELD(struct item, level, CHOICES, "level", "公开层级", "level",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_ONE_AS_LIST | FIELD_INDEXED, .choices = &item_levels,
	      .law = "标准目录 公开层级"),
	FIELD(struct item, stage, CHOICE, "stage", "五公开环节", "stage",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .choices = &disclosure_stages, .law = "东政发〔2018〕112号 一"),
	FIELD_SUB(struct item, window, &window_table, "window", "办理窗口", "window",
		  .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = is_service,
		  .when_zh = "事项类型为办事服务", .when_en = "services",
		  .law = "国办发〔2017〕47号 办事指南"),
	FIELD_SUB(struct item, supervision, &supervision_fields, "supervision",
		  "监督渠道", "complaints", .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND,
		  .law = "区政务公开工作计划 十一",
		  .hint_zh = "不填时采用责任科室的监督渠道。",
		  .hint_en = "That of the unit where absent."),
	FIELD_SUB(struct item, service, &service_table, "service", "办事指南",
		  "service guide", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
		  .applies = is_service, .when_zh = "事项类型为办事服务",
		  .when_en = "services",
		  .law = "国办秘函〔2019〕19号 办事指南要素；区政务公开工作计划 "
			 "十一、十七"),
	FIELD(struct item, flowchart, STRING, "flowchart", "流程图", "flow chart",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = is_power,
	      .flags = FIELD_FILE, .when_zh = "来源为权责清单",
	      .when_en = "from the list of powers", .law = "区政务公开工作计划 六",
	      .hint_zh = "附件文件名。", .hint_en = "Name of the attachment."),
	FIELD(struct item, discretion, LIST, "discretion", "裁量基准",
	      "discretion standard", .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC,
	      .applies = is_enforcement, .when_zh = "事项类型为行政执法",
	      .when_en = "enforcement", .sub = &discretion_table,
	      .law = "区政务公开工作计划 八"),
	FIELD(struct item, approval, LIST, "approval", "审定过程", "approval chain",
	      .need = NEED_CONDITIONAL, .applies = is_power, .when_zh = "来源为权责清单",
	      .when_en = "from the list of powers", .sub = &approval_table,
	      .law = "区政务公开工作计划 六"),
	FIELD(struct item, power, CHOICE, "power", "行政职权类别", "class of power",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = is_power,
	      .when_zh = "来源为权责清单", .when_en = "from the list of powers",
	      .choices = &item_powers, .law = "权责清单"),
	FIELD(struct item, contact, STRING, "contact", "咨询电话", "enquiries",
	      .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD_SUB(struct item, base, &base_table, "base", "对应上级目录", "base item",
		  .law = "区政务公开工作计划 九"),
	FIELD_SUB(struct item, state, &state_table, "state", "事项状态",
		  "state of the item", .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND,
		  .law = "常家镇2021年方案 动态调整", .hint_zh = "不填为在用。",
		  .hint_en = "In use where absent."),
	FIELD(struct item, edition, STRING, "edition", "目录版本", "edition",
	      .need = NEED_DERIVED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .law = "常家镇2021年方案 二(一)"),
};

static const enum act item_acts[] = { ACT_CLEAR,     ACT_PUBLISH, ACT_POST,
				      ACT_TAKE_DOWN, ACT_REVIEW,  ACT_WITHDRAW,
				      ACT_ERRATUM,   ACT_REFER,   ACT_HAND_OVER,
				      ACT_NONE };

const struct kind item_kind = {
	.name = "item",
	.zh = "公开事项",
	.en = "item",
	.dir = "items",
	.id_form = ID_UNIT,
	.store = STORE_PUBLIC,
	.fields = FIELDS(item_fields, struct item),
	.acts = item_acts,
	.is_public = item_is_public,
};
