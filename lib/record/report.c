#include "record/report.h"

static const struct choice form_rows[] = { REPORT_FORMS(CHOICE_ROW) };
const struct choices report_forms = CHOICES(form_rows);

static const struct choice table3_choice_rows[] = { TABLE3_ROWS(CHOICE_ROW) };
const struct choices table3_rows = CHOICES(table3_choice_rows);

static bool is_published(const void *record)
{
	const struct report *report = record;

	for (size_t i = 0; i < report->common.events.count; i++) {
		if (list_at(&report->common.events, struct event, i)->act == ACT_PUBLISH)
			return true;
	}
	return false;
}

static const struct field preamble_fields[] = {
	FIELD(struct report_preamble, contact, TEXT, "contact", "联系方式", "contact",
	      .need = NEED_DERIVED, .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD(struct report_preamble, period, STRING, "period", "统计期限", "period",
	      .need = NEED_DERIVED, .vis = VIS_PUBLIC),
};
static const struct fields preamble_table =
	FIELDS(preamble_fields, struct report_preamble);

static const struct field part1_fields[] = {
	FIELD(struct report_part1, proactive, TEXT, "proactive", "主动公开",
	      "proactive disclosure", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_SEARCHED),
	FIELD(struct report_part1, on_request, TEXT, "on-request", "依申请公开",
	      "on request", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_SEARCHED),
	FIELD(struct report_part1, management, TEXT, "management", "政府信息管理",
	      "management of information", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_SEARCHED),
	FIELD(struct report_part1, platform, TEXT, "platform", "平台建设", "platforms",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_SEARCHED),
	FIELD(struct report_part1, supervision, TEXT, "supervision", "监督保障",
	      "supervision", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_SEARCHED),
	FIELD(struct report_part1, assessment, TEXT, "assessment", "工作考核结果",
	      "result of assessment", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .law = "条例50(四)", .hint_zh = "未开展的写“未开展”，没有的写“0”。",
	      .hint_en = "Say so where there was none."),
	FIELD(struct report_part1, appraisal, TEXT, "appraisal", "社会评议结果",
	      "result of public appraisal", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .law = "条例50(四)"),
	FIELD(struct report_part1, accountability, TEXT, "accountability", "责任追究结果",
	      "result of holding to account", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .law = "条例50(四)"),
};
static const struct fields part1_table = FIELDS(part1_fields, struct report_part1);

static const struct field source_fields[] = {
	FIELD(struct figure_source, unit, REF, "unit", "提供单位", "unit",
	      .need = NEED_REQUIRED, .ref = "unit", .flags = FIELD_ALIAS | FIELD_INDEXED),
	FIELD(struct figure_source, person, STRING, "person", "提供人", "person"),
	FIELD(struct figure_source, file, STRING, "file", "凭据", "paper"),
};
static const struct fields source_table = FIELDS(source_fields, struct figure_source);

static const struct field confirmed_fields[] = {
	FIELD(struct figure_confirmed, by, STRING, "by", "核实单位", "by",
	      .need = NEED_REQUIRED, .hint_zh = "司法所或者司法局。",
	      .hint_en = "The justice office."),
	FIELD(struct figure_confirmed, date, DATE, "date", "核实日期", "date",
	      .flags = FIELD_PAST),
	FIELD(struct figure_confirmed, file, STRING, "file", "核实凭据", "paper"),
};
static const struct fields confirmed_table =
	FIELDS(confirmed_fields, struct figure_confirmed);

/* 规章 and 行政规范性文件 have the same three figures; only the latter are confirmed by the justice office. */
#define RULES_MADE_FIGURES                                                              \
	FIELD(struct rules_made, made, INT, "made", "本年制发件数", "made in the year", \
	      .need = NEED_DERIVED, .vis = VIS_PUBLIC),                                 \
		FIELD(struct rules_made, repealed, INT, "repealed", "本年废止件数",     \
		      "repealed in the year", .need = NEED_DERIVED, .vis = VIS_PUBLIC), \
		FIELD(struct rules_made, in_force, INT, "in-force", "现行有效件数",     \
		      "in force", .need = NEED_DERIVED, .vis = VIS_PUBLIC)

static const struct field regulation_fields[] = { RULES_MADE_FIGURES };
static const struct fields regulation_table =
	FIELDS(regulation_fields, struct rules_made);

static const struct field normative_fields[] = {
	RULES_MADE_FIGURES,
	FIELD_SUB(struct rules_made, confirmed, &confirmed_table, "confirmed", "核实情况",
		  "confirmed"),
};
static const struct fields normative_table = FIELDS(normative_fields, struct rules_made);

static const struct field decisions_fields[] = {
	FIELD(struct decisions_made, count, INT, "count", "本年处理决定数量",
	      "decisions in the year", .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD_SUB(struct decisions_made, source, &source_table, "source", "数据来源",
		  "source", .flags = FIELD_SHORTHAND),
};
static const struct fields decisions_table =
	FIELDS(decisions_fields, struct decisions_made);

static const struct field fees_fields[] = {
	FIELD(struct fees_taken, amount, DECIMAL, "amount", "本年收费金额（万元）",
	      "taken in the year, 10,000 yuan", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .hint_zh = "十进制文本，如 7730.28。",
	      .hint_en = "Decimal text, as 7730.28."),
	FIELD_SUB(struct fees_taken, source, &source_table, "source", "数据来源",
		  "source", .flags = FIELD_SHORTHAND, .hint_zh = "财政所。",
		  .hint_en = "The finance office."),
};
static const struct fields fees_table = FIELDS(fees_fields, struct fees_taken);

static const struct field table2_fields[] = {
	FIELD_SUB(struct report_table2, regulation, &regulation_table, "regulation",
		  "规章", "regulations", .need = NEED_DERIVED, .vis = VIS_PUBLIC,
		  .law = "条例20(一)", .hint_zh = "乡镇填0。",
		  .hint_en = "Zero for a township."),
	FIELD_SUB(struct report_table2, normative, &normative_table, "normative",
		  "行政规范性文件", "normative documents", .need = NEED_DERIVED,
		  .vis = VIS_PUBLIC, .law = "条例20(一)"),
	FIELD_SUB(struct report_table2, permits, &decisions_table, "permits", "行政许可",
		  "permits", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND, .law = "条例20(五)"),
	FIELD_SUB(struct report_table2, penalties, &decisions_table, "penalties",
		  "行政处罚", "penalties", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND, .law = "条例20(六)"),
	FIELD_SUB(struct report_table2, coercion, &decisions_table, "coercion",
		  "行政强制", "coercive measures", .need = NEED_REQUIRED,
		  .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND, .law = "条例20(六)"),
	FIELD_SUB(struct report_table2, fees, &fees_table, "fees", "行政事业性收费",
		  "fees", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND, .law = "条例20(八)"),
};
static const struct fields table2_table = FIELDS(table2_fields, struct report_table2);

static const struct field table3_fields[] = {
	FIELD(struct table3_figures, row, CHOICE, "row", "表三行次", "row",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .choices = &table3_rows),
	FIELD_SUB(struct table3_figures, counts, &by_applicant_fields, "counts",
		  "申请人情况", "by applicant", .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
};
static const struct fields table3_table = FIELDS(table3_fields, struct table3_figures);

static const struct field remedy_results_fields[] = {
	FIELD(struct remedy_results, upheld, INT, "upheld", "结果维持", "upheld",
	      .vis = VIS_PUBLIC),
	FIELD(struct remedy_results, corrected, INT, "corrected", "结果纠正", "corrected",
	      .vis = VIS_PUBLIC),
	FIELD(struct remedy_results, other, INT, "other", "其他结果", "other results",
	      .vis = VIS_PUBLIC),
	FIELD(struct remedy_results, pending, INT, "pending", "尚未审结", "pending",
	      .vis = VIS_PUBLIC),
};
static const struct fields remedy_results_table =
	FIELDS(remedy_results_fields, struct remedy_results);

static const struct field table4_fields[] = {
	FIELD_SUB(struct report_table4, reconsideration, &remedy_results_table,
		  "reconsideration", "行政复议", "reconsiderations", .vis = VIS_PUBLIC),
	FIELD_SUB(struct report_table4, suit_direct, &remedy_results_table, "suit-direct",
		  "未经复议直接起诉", "direct suits", .vis = VIS_PUBLIC),
	FIELD_SUB(struct report_table4, suit_after, &remedy_results_table, "suit-after",
		  "复议后起诉", "suits after reconsideration", .vis = VIS_PUBLIC),
};
static const struct fields table4_table = FIELDS(table4_fields, struct report_table4);

static const struct field part5_fields[] = {
	FIELD(struct report_part5, last_year, TEXT, "last-year", "上年问题整改情况",
	      "what became of last year's problems", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC, .flags = FIELD_SEARCHED,
	      .hint_zh = "逐条回应上年提出的改进措施。",
	      .hint_en = "Answers each measure that last year's report announced."),
	FIELD(struct report_part5, problems, TEXT, "problems", "主要问题",
	      "main problems", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_SEARCHED),
	FIELD(struct report_part5, measures, TEXT, "measures", "改进措施", "measures",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_SEARCHED),
};
static const struct fields part5_table = FIELDS(part5_fields, struct report_part5);

static const struct field part6_fields[] = {
	FIELD(struct report_part6, fee, TEXT, "fee", "信息处理费", "processing fees",
	      .vis = VIS_PUBLIC, .law = "国办函〔2020〕109号",
	      .hint_zh = "未收取的写“0”。", .hint_en = "Zero is said as well."),
	FIELD(struct report_part6, other, TEXT, "other", "其他需要报告的事项",
	      "other matters", .vis = VIS_PUBLIC, .flags = FIELD_SEARCHED),
};
static const struct fields part6_table = FIELDS(part6_fields, struct report_part6);

static const struct field channel_count_fields[] = {
	FIELD(struct channel_count, channel, REF, "channel", "渠道", "channel",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .ref = "channel",
	      .flags = FIELD_ALIAS | FIELD_INDEXED),
	FIELD(struct channel_count, count, INT, "count", "发布条数", "number",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct channel_count, source, STRING, "source", "数据来源", "source"),
};
static const struct fields channel_count_table =
	FIELDS(channel_count_fields, struct channel_count);

static const struct field figure_fields[] = {
	FIELD(struct stated_figure, name, STRING, "name", "指标", "name",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct stated_figure, value, DECIMAL, "value", "数值", "value",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct stated_figure, unit, STRING, "unit", "计量单位", "unit",
	      .vis = VIS_PUBLIC),
	FIELD(struct stated_figure, source, STRING, "source", "数据来源", "source"),
};
static const struct fields figure_table = FIELDS(figure_fields, struct stated_figure);

static const struct field submit_fields[] = {
	FIELD(struct submission, date, DATE, "date", "报送日期", "date",
	      .need = NEED_REQUIRED, .flags = FIELD_PAST),
	FIELD(struct submission, to, STRING, "to", "主管部门", "to",
	      .need = NEED_REQUIRED),
	FIELD(struct submission, by, STRING, "by", "报送人", "by", .need = NEED_REQUIRED),
	FIELD(struct submission, approved_by, STRING, "approved-by", "审定人",
	      "approved by", .need = NEED_REQUIRED),
	FIELD(struct submission, sealed, STRING, "sealed", "盖章扫描件",
	      "scan with seal"),
	FIELD(struct submission, paper, INT, "paper", "纸质份数", "paper copies"),
	FIELD(struct submission, published_url, URL, "published-url", "公布网址",
	      "published at"),
};
static const struct fields submit_table = FIELDS(submit_fields, struct submission);

static const struct field correction_fields[] = {
	FIELD(struct correction, date, DATE, "date", "更正日期", "date",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_PAST),
	FIELD(struct correction, what, TEXT, "what", "更正事项", "what is corrected",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct correction, from_text, TEXT, "from", "原文", "from",
	      .vis = VIS_PUBLIC),
	FIELD(struct correction, to_text, TEXT, "to", "更正为", "to", .vis = VIS_PUBLIC),
	FIELD(struct correction, reason, TEXT, "reason", "更正原因", "reason",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD(struct correction, by, STRING, "by", "更正人", "corrected by",
	      .need = NEED_REQUIRED),
};
static const struct fields correction_table =
	FIELDS(correction_fields, struct correction);

static const struct field report_fields[] = {
	FIELD(struct report, form, CHOICE, "form", "格式版本", "form",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .choices = &report_forms, .law = "国办公开办函〔2021〕30号"),
	FIELD_SUB(struct report, preamble, &preamble_table, "preamble", "引言",
		  "preamble", .need = NEED_DERIVED, .vis = VIS_PUBLIC),
	FIELD_SUB(struct report, part1, &part1_table, "part1", "总体情况", "general part",
		  .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .law = "条例50"),
	FIELD_SUB(struct report, table2, &table2_table, "table2",
		  "表二 主动公开政府信息情况", "table two", .need = NEED_REQUIRED,
		  .vis = VIS_PUBLIC),
	FIELD(struct report, table3, LIST, "table3", "表三 收到和处理申请情况",
	      "table three", .need = NEED_DERIVED, .vis = VIS_PUBLIC,
	      .sub = &table3_table,
	      .hint_zh = "有登记时由登记得出；没有时在此填报，未列出的为0。",
	      .hint_en = "Counted where requests are kept; else stated here, zero where "
			 "absent."),
	FIELD_SUB(struct report, table4, &table4_table, "table4", "表四 复议诉讼情况",
		  "table four", .need = NEED_DERIVED, .vis = VIS_PUBLIC),
	FIELD_SUB(struct report, part5, &part5_table, "part5", "存在的主要问题及改进情况",
		  "problems and measures", .need = NEED_REQUIRED, .vis = VIS_PUBLIC),
	FIELD_SUB(struct report, part6, &part6_table, "part6", "其他事项", "other part",
		  .vis = VIS_PUBLIC),
	FIELD(struct report, channels, LIST, "channels", "各渠道发布条数",
	      "counts by channel", .vis = VIS_PUBLIC, .sub = &channel_count_table,
	      .law = "下达河乡2018年年报 二", .hint_zh = "只填不由本系统发布的。",
	      .hint_en = "Only what gk did not publish."),
	FIELD(struct report, figures, LIST, "figures", "其他统计数字", "other figures",
	      .vis = VIS_PUBLIC, .sub = &figure_table, .law = "下达河乡2018年年报 二、四",
	      .hint_zh = "旧格式有而现行表格没有的，如咨询人次。",
	      .hint_en =
		      "What older forms count and today's tables do not, as enquiries."),
	FIELD_SUB(struct report, submit, &submit_table, "submit", "报送", "submission",
		  .need = NEED_CONDITIONAL, .applies = is_published,
		  .when_zh = "已经公布", .when_en = "published"),
	FIELD(struct report, corrections, LIST, "corrections", "更正记录", "corrections",
	      .vis = VIS_PUBLIC, .sub = &correction_table,
	      .hint_zh = "报送后改动数字的，逐项写明更正什么、为什么。",
	      .hint_en = "What changes after the report was handed in says what is "
			 "corrected, and why."),
};

static const enum act report_acts[] = { ACT_CLEAR, ACT_PUBLISH, ACT_WITHDRAW, ACT_ERRATUM,
					ACT_NONE };

const struct kind report_kind = {
	.name = "report",
	.zh = "年度报告",
	.en = "report",
	.dir = "reports",
	.id_form = ID_YEAR,
	.store = STORE_PUBLIC,
	.fields = FIELDS(report_fields, struct report),
	.acts = report_acts,
};
