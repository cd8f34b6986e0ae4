#include <assert.h>

#include "report/annual_private.h"

/*
 * The forms.  Row texts, heads and headings are those of the notices, letter by
 * letter: whoever reads reports of many offices finds the tables by them.
 */

#define HEADING(level_, text_)                                                \
	{                                                                     \
		.type = PIECE_HEADING, .level = (level_), .heading = (text_), \
	}
#define TEXT(member_, asked_)                                                   \
	{                                                                       \
		.type = PIECE_TEXT, .member = offsetof(struct report, member_), \
		.asked = (asked_)                                               \
	}
#define BUILT(examine_, build_)                                               \
	{                                                                     \
		.type = PIECE_BUILT, .examine = (examine_), .build = (build_) \
	}

/* ---- table two ---- */

/* 国办公开办函〔2021〕30号 */
static const struct form_block table2_2021[] = {
	{ "第二十条第（一）项",
	  { "本年制发件数", "本年废止件数", "现行有效件数" },
	  { { "规章",
	      { FIGURE_REGULATION_MADE, FIGURE_REGULATION_REPEALED,
		FIGURE_REGULATION_IN_FORCE } },
	    { "行政规范性文件",
	      { FIGURE_NORMATIVE_MADE, FIGURE_NORMATIVE_REPEALED,
		FIGURE_NORMATIVE_IN_FORCE } } } },
	{ "第二十条第（五）项",
	  { "本年处理决定数量" },
	  { { "行政许可", { FIGURE_PERMITS } } } },
	{ "第二十条第（六）项",
	  { "本年处理决定数量" },
	  { { "行政处罚", { FIGURE_PENALTIES } }, { "行政强制", { FIGURE_COERCION } } } },
	{ "第二十条第（八）项",
	  { "本年收费金额（单位：万元）" },
	  { { "行政事业性收费", { FIGURE_FEES } } } },
};

/* 国办公开办函〔2019〕60号 */
static const struct form_block table2_2019[] = {
	{ "第二十条第（一）项",
	  { "本年新制作数量", "本年新公开数量", "对外公开总数量" },
	  { { "规章",
	      { FIGURE_REGULATION_MADE, FIGURE_REGULATION_SHOWN,
		FIGURE_REGULATION_SHOWN } },
	    { "规范性文件",
	      { FIGURE_NORMATIVE_MADE, FIGURE_NORMATIVE_SHOWN, FIGURE_STATED } } } },
	{ "第二十条第（五）项",
	  { "上一年项目数量", "本年增/减", "处理决定数量" },
	  { { "行政许可", { FIGURE_STATED, FIGURE_STATED, FIGURE_PERMITS } },
	    { "其他对外管理服务事项",
	      { FIGURE_STATED, FIGURE_STATED, FIGURE_STATED } } } },
	{ "第二十条第（六）项",
	  { "上一年项目数量", "本年增/减", "处理决定数量" },
	  { { "行政处罚", { FIGURE_STATED, FIGURE_STATED, FIGURE_PENALTIES } },
	    { "行政强制", { FIGURE_STATED, FIGURE_STATED, FIGURE_COERCION } } } },
	{ "第二十条第（八）项",
	  { "上一年项目数量", "本年增/减" },
	  { { "行政事业性收费", { FIGURE_STATED, FIGURE_STATED } } } },
	{ "第二十条第（九）项",
	  { "采购项目数量", "采购总金额" },
	  { { "政府集中采购", { FIGURE_STATED, FIGURE_STATED } } } },
};

/* ---- table three ---- */

#define RESULTS "三、本年度办理结果"

#define ROW(group_, label_, row_)                                     \
	{                                                             \
		RESULTS, group_, label_, TABLE3_##row_, TABLE3_##row_ \
	}

/* clang-format off */
#define ROWS_TO_FIVE                                                              \
	{ NULL, NULL, "一、本年新收政府信息公开申请数量", TABLE3_NEW, TABLE3_NEW },          \
	{ NULL, NULL, "二、上年结转政府信息公开申请数量", TABLE3_CARRIED, TABLE3_CARRIED },  \
	ROW(NULL, "（一）予以公开", DISCLOSED),                                           \
	ROW(NULL, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", PART),      \
	ROW("（三）不予公开", "1.属于国家秘密", SECRET),                                  \
	ROW("（三）不予公开", "2.其他法律行政法规禁止公开", FORBIDDEN),                   \
	ROW("（三）不予公开", "3.危及“三安全一稳定”", DANGER),                            \
	ROW("（三）不予公开", "4.保护第三方合法权益", THIRD),                             \
	ROW("（三）不予公开", "5.属于三类内部事务信息", INTERNAL),                        \
	ROW("（三）不予公开", "6.属于四类过程性信息", PROCESS),                           \
	ROW("（三）不予公开", "7.属于行政执法案卷", CASE_FILE),                           \
	ROW("（三）不予公开", "8.属于行政查询事项", QUERY),                               \
	ROW("（四）无法提供", "1.本机关不掌握相关政府信息", NOT_HELD),                    \
	ROW("（四）无法提供", "2.没有现成信息需要另行制作", NOT_MADE),                    \
	ROW("（四）无法提供", "3.补正后申请内容仍不明确", UNCLEAR),                       \
	ROW("（五）不予处理", "1.信访举报投诉类申请", COMPLAINT),                         \
	ROW("（五）不予处理", "2.重复申请", REPEATED),                                    \
	ROW("（五）不予处理", "3.要求提供公开出版物", PRINTED),                           \
	ROW("（五）不予处理", "4.无正当理由大量反复申请", MASSIVE),                       \
	ROW("（五）不予处理", "5.要求行政机关确认或重新出具已获取信息", CONFIRM)

#define ROWS_FROM_TOTAL                                                           \
	{ RESULTS, NULL, "（七）总计", TABLE3_DISCLOSED, TABLE3_OTHER },                  \
	{ NULL, NULL, "四、结转下年度继续办理", TABLE3_CARRY_ON, TABLE3_CARRY_ON }

static const struct form_row table3_2021[] = {
	ROWS_TO_FIVE,
	ROW("（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
	    NOT_AMENDED),
	ROW("（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
	    NOT_PAID),
	ROW("（六）其他处理", "3.其他", OTHER),
	ROWS_FROM_TOTAL,
};

static const struct form_row table3_2019[] = {
	ROWS_TO_FIVE,
	{ RESULTS, NULL, "（六）其他处理", TABLE3_NOT_AMENDED, TABLE3_OTHER },
	ROWS_FROM_TOTAL,
};
/* clang-format on */

/* ---- the whole ---- */

/* The six parts, and the five matters that part one may not leave out. */
static const struct piece pieces_2019[] = {
	BUILT(preamble_examine, preamble_build),
	HEADING(1, "一、总体情况"),
	HEADING(2, "（一）主动公开"),
	TEXT(part1.proactive, ASKED_OF_ALL),
	BUILT(NULL, published_build),
	HEADING(2, "（二）依申请公开"),
	TEXT(part1.on_request, ASKED_OF_ALL),
	BUILT(NULL, requests_build),
	HEADING(2, "（三）政府信息管理"),
	TEXT(part1.management, ASKED_OF_ALL),
	BUILT(NULL, management_build),
	HEADING(2, "（四）政府信息公开平台建设"),
	TEXT(part1.platform, ASKED_OF_ALL),
	HEADING(2, "（五）监督保障"),
	TEXT(part1.supervision, ASKED_OF_ALL),
	HEADING(3, "1.工作考核结果"),
	TEXT(part1.assessment, ASKED_OF_GOVERNMENTS),
	HEADING(3, "2.社会评议结果"),
	TEXT(part1.appraisal, ASKED_OF_GOVERNMENTS),
	HEADING(3, "3.责任追究结果"),
	TEXT(part1.accountability, ASKED_OF_GOVERNMENTS),
	HEADING(1, "二、主动公开政府信息情况"),
	BUILT(table2_examine, table2_build),
	HEADING(1, "三、收到和处理政府信息公开申请情况"),
	BUILT(table3_examine, table3_build),
	HEADING(1, "四、政府信息公开行政复议、行政诉讼情况"),
	BUILT(table4_examine, table4_build),
	HEADING(1, "五、存在的主要问题及改进情况"),
	HEADING(2, "（一）上年问题整改情况"),
	TEXT(part5.last_year, ASKED_OF_ALL),
	HEADING(2, "（二）存在的主要问题"),
	TEXT(part5.problems, ASKED_OF_ALL),
	HEADING(2, "（三）改进措施"),
	TEXT(part5.measures, ASKED_OF_ALL),
	HEADING(1, "六、其他需要报告的事项"),
	HEADING(2, "（一）信息处理费"),
	TEXT(part6.fee, ASKED_OF_ALL),
	HEADING(2, "（二）其他事项"),
	TEXT(part6.other, ASKED_OF_NONE),
};

/* The chapters in use until 2018. */
static const struct piece pieces_2018[] = {
	BUILT(preamble_examine, preamble_build),
	HEADING(1, "一、概述"),
	TEXT(part1.management, ASKED_OF_ALL),
	TEXT(part1.platform, ASKED_OF_ALL),
	TEXT(part1.supervision, ASKED_OF_ALL),
	TEXT(part1.assessment, ASKED_OF_NONE),
	TEXT(part1.appraisal, ASKED_OF_NONE),
	TEXT(part1.accountability, ASKED_OF_NONE),
	HEADING(1, "二、主动公开政府信息情况"),
	TEXT(part1.proactive, ASKED_OF_ALL),
	BUILT(NULL, published_build),
	HEADING(1, "三、依申请公开政府信息情况"),
	TEXT(part1.on_request, ASKED_OF_ALL),
	BUILT(requests_examine, requests_build),
	TEXT(part6.fee, ASKED_OF_ALL),
	HEADING(1, "四、咨询和投诉情况"),
	BUILT(enquiries_examine, enquiries_build),
	HEADING(1, "五、申请行政复议和提起行政诉讼情况"),
	BUILT(table4_examine, remedies_build),
	HEADING(1, "六、工作存在的主要问题和改进情况"),
	TEXT(part5.last_year, ASKED_OF_NONE),
	TEXT(part5.problems, ASKED_OF_ALL),
	TEXT(part5.measures, ASKED_OF_ALL),
	TEXT(part6.other, ASKED_OF_NONE),
	HEADING(1, "附：政府信息公开情况统计表"),
	BUILT(NULL, sheet_build),
};

static const struct form forms[] = {
	{ .code = REPORT_FORM_2021,
	  .first = 2021,
	  .rule = "国办公开办函〔2021〕30号",
	  .pieces = pieces_2019,
	  .piece_count = ARRAY_LEN(pieces_2019),
	  .table2 = table2_2021,
	  .block_count = ARRAY_LEN(table2_2021),
	  .table3 = table3_2021,
	  .row_count = ARRAY_LEN(table3_2021) },
	{ .code = REPORT_FORM_2019,
	  .first = 2019,
	  .rule = "国办公开办函〔2019〕60号",
	  .pieces = pieces_2019,
	  .piece_count = ARRAY_LEN(pieces_2019),
	  .table2 = table2_2019,
	  .block_count = ARRAY_LEN(table2_2019),
	  .table3 = table3_2019,
	  .row_count = ARRAY_LEN(table3_2019) },
	{ .code = REPORT_FORM_2018,
	  .pieces = pieces_2018,
	  .piece_count = ARRAY_LEN(pieces_2018) },
};

const struct form *form_of_year(int year)
{
	for (size_t i = 0; i < ARRAY_LEN(forms); i++)
		if (year >= forms[i].first)
			return &forms[i];
	assert(false);
	return NULL;
}
