#include "unit/import_desk.h"

/*
 * What a table becomes before anything is written: heads, cells, rows that belong together, and
 * what is no row.
 */
struct read_case {
	const char *label;
	const char *sheet;
	const char *out;
};

static const struct read_case head_cases[] = {
	{ "one line", "一级事项|二级事项|公开时限\n规划计划|工作要点|及时公开\n",
	  "head 1-1: group title limit\n"
	  "row 2 add\n"
	  "group: 规划计划\n"
	  "title: 工作要点\n"
	  "unit: dz\n"
	  "limit: 及时公开\n" },
	{ "two lines, merged",
	  "序号|公开事项|<|公开对象|<\n^|一级事项|二级事项|全社会|特定群体\n1|规划计划|"
	  "甲|√|\n",
	  "head 1-2: x-序号 group title audience audience\n"
	  "row 3 add\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "audience: all\n"
	  "x-序号: \"1\"\n" },
	{ "three lines, merged",
	  "序号|公开事项|<|公开对象和方式|<|<|<\n^|一级事项|二级事项|公开对象|<|公开方式|"
	  "<\n"
	  "^|^|^|全社会|特定群体|主动|依申请\n1|规划计划|甲||老年人||√\n",
	  "head 1-3: x-序号 group title audience audience disclosure.attribute "
	  "disclosure.attribute\n"
	  "row 4 add\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "disclosure: {attribute: on-request}\n"
	  "audience: group\n"
	  "audience-group: 老年人\n"
	  "x-序号: \"1\"\n" },
	{ "two lines without merged cells, with numbers of columns below",
	  "序号|公开事项||公开时限\n|一级事项|二级事项|\n1|2|3|4\n7|规划计划|甲|"
	  "及时公开\n",
	  "head 1-3: x-序号 group title limit\n"
	  "row 4 add\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "limit: 及时公开\n"
	  "x-序号: \"7\"\n" },
	{ "breaks, blanks, brackets and full width in heads",
	  "一级\v事项|二 级 事 项|公开内容（要素）|ＮＯ\n规划计划|甲|乙|3\n",
	  "head 1-1: group title content x-序号\n"
	  "row 2 add\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "content: [乙]\n"
	  "x-序号: \"3\"\n" },
	{ "lines above, a heading between, the head once more, notes below",
	  "东园镇公开目录\n填报时间：2026年\n一级事项|二级事项|公开时限\n一、规划|<|<"
	  "\n规划计划|甲|及时公开\n"
	  "一级事项|二级事项|公开时限\n二、财政\n财政预算|乙|"
	  "每年\n注：由党政办解释\n填报人：张某||\n",
	  "head 3-3: group title limit\n"
	  "line 1 above 东园镇公开目录\n"
	  "line 2 above 填报时间：2026年\n"
	  "line 4 heading 一、规划\n"
	  "line 6 again 一级事项 二级事项 公开时限\n"
	  "line 7 heading 二、财政\n"
	  "line 9 below 注：由党政办解释\n"
	  "line 10 below 填报人：张某\n"
	  "row 5 add\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "limit: 及时公开\n"
	  "x-栏目: 一、规划\n"
	  "row 8 add\n"
	  "group: 财政预算\n"
	  "title: 乙\n"
	  "unit: dz\n"
	  "limit: 每年\n"
	  "x-栏目: 二、财政\n" },
	{ "columns that nobody knows, one without a name, one twice",
	  "一级事项|二级事项|经办人||公开时限|公开时限\n规划计划|甲|李某|窗口3|及时公开|"
	  "每年\n",
	  "head 1-1: group title x-经办人? x-列D? limit x-公开时限\n"
	  "row 2 add\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "limit: 及时公开\n"
	  "x-经办人: 李某\n"
	  "x-列D: 窗口3\n"
	  "x-公开时限: 每年\n" },
	{ "two tables in one sheet",
	  "一级事项|二级事项|公开时限\n规划计划|甲|及时公开\n\n\n公开时限|二级事项|"
	  "一级事项\n每年|乙|财政预算\n",
	  "head 1-1: group title limit\n"
	  "head 5-5: limit title group\n"
	  "row 2 add\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "limit: 及时公开\n"
	  "row 6 add\n"
	  "group: 财政预算\n"
	  "title: 乙\n"
	  "unit: dz\n"
	  "limit: 每年\n" },
};

static const struct read_case cell_cases[] = {
	{ "ticks",
	  "一级事项|二级事项|全社会|特定群体|主动|依申请\n甲|1|√||☑|□\n甲|2|□|■|○|●\n甲|"
	  "3|口|√（老年人）|是|否\n"
	  "甲|4|V|V|待定|\n",
	  "head 1-1: group title audience audience disclosure.attribute "
	  "disclosure.attribute\n"
	  "row 2 add\n"
	  "group: 甲\n"
	  "title: \"1\"\n"
	  "unit: dz\n"
	  "disclosure: {attribute: proactive}\n"
	  "audience: all\n"
	  "row 3 add\n"
	  "group: 甲\n"
	  "title: \"2\"\n"
	  "unit: dz\n"
	  "disclosure: {attribute: on-request}\n"
	  "audience: group\n"
	  "row 4 add\n"
	  "group: 甲\n"
	  "title: \"3\"\n"
	  "unit: dz\n"
	  "disclosure: {attribute: proactive}\n"
	  "audience: group\n"
	  "audience-group: 老年人\n"
	  "row 5 add\n"
	  "  kept D5 特定群体: kept as x-特定群体: another box of the same question is "
	  "ticked as well\n"
	  "  kept E5 主动: kept as x-主动: it is neither ticked nor empty\n"
	  "group: 甲\n"
	  "title: \"4\"\n"
	  "unit: dz\n"
	  "audience: all\n"
	  "x-特定群体: V\n"
	  "x-主动: 待定\n" },
	{ "boxes in one cell, with a mistyped 口, and names",
	  "一级事项|二级事项|公开渠道\n甲|1|■政府网站 口政府公报 "
	  "□公示栏\n甲|2|政府网站√、公示栏□\n"
	  "甲|3|村务公开栏、网站\n甲|4|□政府网站 □公示栏\n甲|5|■其他（会议）\n",
	  "head 1-1: group title channels\n"
	  "row 2 add\n"
	  "  guess C2 channels: 政府网站 → website 沙坡头区人民政府网站东园镇栏目\n"
	  "group: 甲\n"
	  "title: \"1\"\n"
	  "unit: dz\n"
	  "channels: [website]\n"
	  "row 3 add\n"
	  "  guess C3 channels: 政府网站 → website 沙坡头区人民政府网站东园镇栏目\n"
	  "group: 甲\n"
	  "title: \"2\"\n"
	  "unit: dz\n"
	  "channels: [website]\n"
	  "row 4 add\n"
	  "  guess C4 channels: 网站 → website 沙坡头区人民政府网站东园镇栏目\n"
	  "group: 甲\n"
	  "title: \"3\"\n"
	  "unit: dz\n"
	  "channels: [village-board, website]\n"
	  "x-公开渠道和载体: 网站\n"
	  "row 5 add\n"
	  "group: 甲\n"
	  "title: \"4\"\n"
	  "unit: dz\n"
	  "row 6 add\n"
	  "  kept C6 公开渠道: kept as x-公开渠道和载体: no channel here is called "
	  "'其他（会议）': gk add channel\n"
	  "group: 甲\n"
	  "title: \"5\"\n"
	  "unit: dz\n"
	  "x-公开渠道和载体: 其他（会议）\n" },
	{ "a number that Excel has shortened",
	  "一级事项|二级事项|咨询电话\n甲|1|1.23E+17\n甲|2|#123456789012345678\n甲|3|#"
	  "9551234567\n甲|4|#3.10\n甲|5|#N/A\n甲|6|#0x1F\n",
	  "head 1-1: group title contact\n"
	  "row 2 faulty\n"
	  "  FAULT C2 咨询电话: the spreadsheet has shortened this number and its last "
	  "digits are lost: make the column text and type it again\n"
	  "group: 甲\n"
	  "title: \"1\"\n"
	  "unit: dz\n"
	  "row 3 faulty\n"
	  "  FAULT C3 咨询电话: the spreadsheet has shortened this number and its last "
	  "digits are lost: make the column text and type it again\n"
	  "group: 甲\n"
	  "title: \"2\"\n"
	  "unit: dz\n"
	  "row 4 add\n"
	  "  guess C4 enquiries: a number in the sheet: zeros at its beginning are lost\n"
	  "group: 甲\n"
	  "title: \"3\"\n"
	  "unit: dz\n"
	  "contact: \"9551234567\"\n"
	  "row 5 add\n"
	  "  guess C5 enquiries: a number in the sheet: zeros at its beginning are lost\n"
	  "group: 甲\n"
	  "title: \"4\"\n"
	  "unit: dz\n"
	  "contact: \"3.1\"\n"
	  "row 6 add\n"
	  "  guess C6 enquiries: a number in the sheet: zeros at its beginning are lost\n"
	  "group: 甲\n"
	  "title: \"5\"\n"
	  "unit: dz\n"
	  "contact: N/A\n"
	  "row 7 add\n"
	  "  guess C7 enquiries: a number in the sheet: zeros at its beginning are lost\n"
	  "group: 甲\n"
	  "title: \"6\"\n"
	  "unit: dz\n"
	  "contact: \"0x1F\"\n" },
	{ "dates",
	  "一级事项|二级事项|公开时限|录入日期\n甲|1|@45658|@45658\n甲|2|#45658|"
	  "45658\n甲|3|@2025-01-01|2025年1月1日\n"
	  "甲|4|@0|@60\n甲|5|@59.9|@99999999\n",
	  "head 1-1: group title limit x-录入日期?\n"
	  "row 2 add\n"
	  "group: 甲\n"
	  "title: \"1\"\n"
	  "unit: dz\n"
	  "limit: 2025-01-01\n"
	  "x-录入日期: 2025-01-01\n"
	  "row 3 add\n"
	  "group: 甲\n"
	  "title: \"2\"\n"
	  "unit: dz\n"
	  "limit: \"45658\"\n"
	  "x-录入日期: \"45658\"\n"
	  "row 4 add\n"
	  "group: 甲\n"
	  "title: \"3\"\n"
	  "unit: dz\n"
	  "limit: 2025-01-01\n"
	  "x-录入日期: 2025年1月1日\n"
	  "row 5 faulty\n"
	  "  FAULT C5 公开时限: the spreadsheet has no day here that there is\n"
	  "group: 甲\n"
	  "title: \"4\"\n"
	  "unit: dz\n"
	  "x-录入日期: 1900-02-28\n"
	  "row 6 faulty\n"
	  "  FAULT D6 录入日期: the spreadsheet has no day here that there is\n"
	  "group: 甲\n"
	  "title: \"5\"\n"
	  "unit: dz\n"
	  "limit: 1900-02-28\n" },
	{ "an error, a boolean, formulas with and without a result",
	  "一级事项|二级事项|备注\n甲|1|!#N/A\n甲|2|?1\n甲|3|=算出来的\n甲|4|=\n",
	  "head 1-1: group title note\n"
	  "row 2 faulty\n"
	  "  FAULT C2 备注: the spreadsheet shows an error here instead of a value\n"
	  "group: 甲\n"
	  "title: \"1\"\n"
	  "unit: dz\n"
	  "row 3 add\n"
	  "group: 甲\n"
	  "title: \"2\"\n"
	  "unit: dz\n"
	  "note: 是\n"
	  "row 4 add\n"
	  "  guess C4 备注: a formula: taken is what it gave when the file was saved\n"
	  "group: 甲\n"
	  "title: \"3\"\n"
	  "unit: dz\n"
	  "note: 算出来的\n"
	  "row 5 faulty\n"
	  "  FAULT C5 备注: a formula whose result was never saved: open the file, save "
	  "it, try again\n"
	  "group: 甲\n"
	  "title: \"4\"\n"
	  "unit: dz\n" },
	{ "what keeps a text from being a formula, and carriage returns",
	  "一级事项|二级事项|备注\n甲|1|'=1+1\n甲|2|一_x000D_\v二\n",
	  "head 1-1: group title note\n"
	  "row 2 add\n"
	  "group: 甲\n"
	  "title: \"1\"\n"
	  "unit: dz\n"
	  "note: =1+1\n"
	  "row 3 add\n"
	  "group: 甲\n"
	  "title: \"2\"\n"
	  "unit: dz\n"
	  "note: |-\n"
	  "  一\n"
	  "  二\n" },
	{ "lists in one cell",
	  "一级事项|二级事项|公开内容|公开依据\n甲|1|名单；标准\v金额|"
	  "《甲法》、《乙法》第三条\n",
	  "head 1-1: group title content elements.basis\n"
	  "row 2 add\n"
	  "group: 甲\n"
	  "title: \"1\"\n"
	  "unit: dz\n"
	  "content: [名单, 标准, 金额]\n"
	  "elements: {basis: [《甲法》, 《乙法》第三条]}\n" },
	{ "a value that the field cannot be is kept",
	  "一级事项|二级事项|更新频次|公开方式\n甲|1|逢双月|内部\n",
	  "head 1-1: group title frequency disclosure.attribute\n"
	  "row 2 add\n"
	  "  kept C2 how often: kept as x-公开频次: '逢双月' is none of the values of "
	  "this field\n"
	  "  kept D2 公开方式: kept as x-公开属性: '内部' is none of the values of this "
	  "field\n"
	  "group: 甲\n"
	  "title: \"1\"\n"
	  "unit: dz\n"
	  "x-公开频次: 逢双月\n"
	  "x-公开属性: 内部\n" },
	{ "a unit that is not there, one by its alias",
	  "一级事项|二级事项|责任科室\n甲|1|党政综合办公室\n甲|2|水利站\n",
	  "head 1-1: group title unit\n"
	  "row 2 add\n"
	  "group: 甲\n"
	  "title: \"1\"\n"
	  "unit: dz\n"
	  "row 3 faulty\n"
	  "  FAULT C3 责任科室: no unit is called '水利站': gk list unit shows them; add "
	  "it, or this name to the aliases of one\n"
	  "group: 甲\n"
	  "title: \"2\"\n"
	  "unit: dz\n" },
};

static const struct read_case row_cases[] = {
	{ "a merged cell counts in each of its rows",
	  "一级事项|二级事项|公开时限\n规划计划|甲|及时公开\n^|乙|^\n^|丙|每年\n",
	  "head 1-1: group title limit\n"
	  "row 2 add\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "limit: 及时公开\n"
	  "row 3 add\n"
	  "group: 规划计划\n"
	  "title: 乙\n"
	  "unit: dz\n"
	  "limit: 及时公开\n"
	  "row 4 add\n"
	  "group: 规划计划\n"
	  "title: 丙\n"
	  "unit: dz\n"
	  "limit: 每年\n" },
	{ "a matter that goes on in the next row",
	  "一级事项|二级事项|公开内容|公开时限\n规划计划|甲|名单|及时公开\n||标准|"
	  "每年\n财政|乙|金额|\n",
	  "head 1-1: group title content limit\n"
	  "row 2-3 add\n"
	  "  guess  : row 3 has no name of its own: it goes on with row 2\n"
	  "  kept D3 time limit: kept as x-公开时限: the row above says something else\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "content: [名单, 标准]\n"
	  "limit: 及时公开\n"
	  "x-公开时限: 每年\n"
	  "row 4 add\n"
	  "group: 财政\n"
	  "title: 乙\n"
	  "unit: dz\n"
	  "content: [金额]\n" },
	{ "a first level without merged cells is that of the row above",
	  "一级事项|二级事项|公开时限\n规划计划|甲|及时公开\n|乙|每年\n",
	  "head 1-1: group title limit\n"
	  "row 2 add\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "limit: 及时公开\n"
	  "row 3 add\n"
	  "  guess  first-level matter: '规划计划', as in the row above\n"
	  "group: 规划计划\n"
	  "title: 乙\n"
	  "unit: dz\n"
	  "limit: 每年\n" },
	{ "a third level, its second in the row above",
	  "一级事项|二级事项|三级事项\n救助|低保|申请\n||发放\n",
	  "head 1-1: group title subgroup\n"
	  "row 2 add\n"
	  "group: 救助\n"
	  "title: 低保\n"
	  "subgroup: 申请\n"
	  "unit: dz\n"
	  "row 3 add\n"
	  "  guess  first-level matter: '救助', as in the row above\n"
	  "  guess  name of the matter: '低保', as in the row above\n"
	  "group: 救助\n"
	  "title: 低保\n"
	  "subgroup: 发放\n"
	  "unit: dz\n" },
	{ "a first level over the column of the second is the name",
	  "一级事项|二级事项|公开时限\n财政预算|<|每年\n",
	  "head 1-1: group title limit\n"
	  "row 2 add\n"
	  "group: 财政预算\n"
	  "title: 财政预算\n"
	  "unit: dz\n"
	  "limit: 每年\n" },
	{ "hidden rows and columns are taken and counted",
	  "一级事项|二级事项|公开时限\n~规划计划|甲|及时公开\n规划计划|乙|&每年\n",
	  "head 1-1: group title limit\n"
	  "row 2 add hidden\n"
	  "group: 规划计划\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "limit: 及时公开\n"
	  "row 3 add\n"
	  "group: 规划计划\n"
	  "title: 乙\n"
	  "unit: dz\n"
	  "limit: 每年\n"
	  "hidden rows 1, cells 1\n" },
	{ "no level at all", "事项名称|公开时限\n甲|及时公开\n",
	  "head 1-1: title limit\n"
	  "row 2 add\n"
	  "title: 甲\n"
	  "unit: dz\n"
	  "limit: 及时公开\n" },
};

static void told(const struct read_case *one, const struct repo *repo)
{
	struct desk desk;
	auto_buf out = BUF_INIT;

	desk_open(repo, &desk);
	(void)desk_sheet(&desk, "目录", one->sheet);
	desk_read(&desk);
	desk_tell(&desk, true, &out);
	if (desk.import.hidden_rows || desk.import.hidden_columns)
		buf_addf(&out, "hidden rows %zu, cells %zu\n", desk.import.hidden_rows,
			 desk.import.hidden_columns);
	assert_string_equal(out.s, one->out);
	desk_close(&desk);
}

static void each_head_is_understood(void **state)
{
	for (size_t i = 0; i < ARRAY_LEN(head_cases); i++)
		told(&head_cases[i], *state);
}

static void each_cell_is_understood(void **state)
{
	for (size_t i = 0; i < ARRAY_LEN(cell_cases); i++)
		told(&cell_cases[i], *state);
}

static void rows_that_belong_together_are_one(void **state)
{
	for (size_t i = 0; i < ARRAY_LEN(row_cases); i++)
		told(&row_cases[i], *state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_head_is_understood, desk_setup,
						repo_teardown),
		cmocka_unit_test_setup_teardown(each_cell_is_understood, desk_setup,
						repo_teardown),
		cmocka_unit_test_setup_teardown(rows_that_belong_together_are_one,
						desk_setup, repo_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
