#include "unit/annual.h"

/* The whole report as Markdown; lives in the fixture. */
static const char *markdown(struct fixture *f, bool draft)
{
	struct blocks doc;
	auto_buf out = BUF_INIT;

	blocks_init(&doc, &f->arena);
	annual_blocks(f->annual, draft, &doc);
	blocks_to_markdown(&doc, &out);
	return buf_dup(&out, &f->arena);
}

static void assert_says(struct fixture *f, const char *part)
{
	const char *text = markdown(f, /* draft */ true);

	if (!strstr(text, part))
		fail_msg("'%s' is not in:\n%s", part, text);
}

static void assert_silent(struct fixture *f, const char *part)
{
	const char *text = markdown(f, /* draft */ true);

	if (strstr(text, part))
		fail_msg("'%s' is in:\n%s", part, text);
}

static const char office[] =
	"format: 1\nname: 某镇人民政府\nlevel: township\nsince: 2018-01-01\n"
	"contact: {body: 某镇党政办公室, address: 某镇政府路1号, phone: 0955-0000000}\n"
	"opening: {year: 2017, normative: 2}\n";

/* ---- publications ---- */

static void put_document(struct fixture *f, int number, const char *more)
{
	auto_buf text = BUF_INIT;
	auto_buf path = BUF_INIT;

	buf_addf(&path, "documents/2024/00/2024-%05d.yaml", number);
	buf_addf(&text, "id: 2024-%05d\ntitle: 第%d号\norigin: made\n%s", number, number,
		 more);
	put(f, path.s, text.s);
}

static void put_places(struct fixture *f)
{
	put(f, "catalogue.yaml", office);
	put(f, "units/mz.yaml", "id: mz\nname: 民政办公室\n");
	put(f, "units/dz.yaml", "id: dz\nname: 党政办公室\n");
	put(f, "channels/website.yaml", "id: website\nname: 门户网站\nkind: website\n");
	put(f, "channels/board.yaml", "id: board\nname: 公开栏\nkind: board\n");
}

static void publications_count_by_type_channel_and_unit(void **state)
{
	struct fixture *f = *state;

	put_places(f);
	put_document(f, 1,
		     "unit: mz\ntype: notice\nevents:\n"
		     "- {date: 2024-03-01, act: publish, channel: website}\n"
		     "- {date: 2024-03-02, act: post, channel: board}\n");
	put_document(f, 2,
		     "unit: dz\ntype: notice\nevents:\n"
		     "- {date: 2024-04-01, act: publish, channel: website}\n"
		     "- {date: 2024-05-01, act: publish, channel: website}\n");
	put_document(f, 3,
		     "unit: mz\ntype: policy\nevents:\n"
		     "- {date: 2024-12-31, act: publish, channel: website}\n");
	collect(f, 2024);
	assert_says(f, "2024年本目录登记公开政府信息3条。");
	assert_says(f, "按体裁分：政策文件1条，通知公告2条。");
	assert_says(f, "公开栏1条，门户网站3条。");
	assert_says(f, "按单位分：党政办公室1条，民政办公室2条。");
}

static void only_publications_of_the_year_count(void **state)
{
	struct fixture *f = *state;

	put_places(f);
	put_document(f, 1,
		     "unit: mz\ntype: notice\nevents:\n"
		     "- {date: 2023-12-31, act: publish, channel: website}\n");
	put_document(f, 2,
		     "unit: mz\ntype: notice\nevents:\n"
		     "- {date: 2025-01-01, act: publish, channel: website}\n");
	put_document(f, 3, "unit: mz\ntype: notice\n");
	collect(f, 2024);
	assert_says(f, "2024年本目录登记公开政府信息0条。");
	assert_silent(f, "按体裁分");
}

static void what_was_withdrawn_was_published_nevertheless(void **state)
{
	struct fixture *f = *state;

	put_places(f);
	put_document(
		f, 1,
		"unit: mz\ntype: notice\nevents:\n"
		"- {date: 2024-03-01, act: publish, channel: website}\n"
		"- {date: 2024-03-05, act: withdraw, cause: error, reason: 数字有误}\n");
	collect(f, 2024);
	assert_says(f, "登记公开政府信息1条。");
}

static void what_the_office_counted_elsewhere_is_said_apart(void **state)
{
	struct fixture *f = *state;

	put_places(f);
	put(f, "reports/2024.yaml",
	    "id: \"2024\"\nchannels:\n- {channel: board, count: 100}\n"
	    "- {channel: website, count: 80}\n");
	collect(f, 2024);
	assert_says(f, "登记公开政府信息0条。");
	assert_says(f, "另据各渠道统计发布：公开栏100条，门户网站80条。");
}

static void reviews_of_the_year_count(void **state)
{
	struct fixture *f = *state;

	put_places(f);
	put_document(f, 1,
		     "unit: mz\ntype: notice\n"
		     "disclosure: {attribute: exempt, ground: {code: 16-2, reason: "
		     "尚在审议}}\n"
		     "events:\n"
		     "- {date: 2023-06-01, act: review, decision: keep, by: 李某, "
		     "reason: 仍在审议}\n"
		     "- {date: 2024-06-01, act: review, decision: keep, by: 李某, "
		     "reason: 仍在审议}\n"
		     "- {date: 2024-12-01, act: review, decision: disclose, by: 李某, "
		     "reason: 已经作出}\n");
	collect(f, 2024);
	assert_says(f, "评估审查2件次，转为公开1件次。");
}

/* ---- forms ---- */

/* Headings stand once each, in this order. */
static void assert_headings(struct fixture *f, const char *const *headings, size_t count)
{
	const char *text = markdown(f, /* draft */ true);

	for (size_t i = 0; i < count; i++) {
		auto_buf line = BUF_INIT;
		const char *at;

		buf_addf(&line, "\n## %s\n", headings[i]);
		at = strstr(text, line.s);
		if (!at)
			fail_msg("no '%s' after what comes before it", headings[i]);
		text = at + 1;
	}
	assert_null(strstr(text, "\n## "));
}

static void since_2019_there_are_six_parts(void **state)
{
	static const char *const parts[] = {
		"一、总体情况",
		"二、主动公开政府信息情况",
		"三、收到和处理政府信息公开申请情况",
		"四、政府信息公开行政复议、行政诉讼情况",
		"五、存在的主要问题及改进情况",
		"六、其他需要报告的事项",
	};
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	for (int year = 2019; year <= 2025; year++) {
		collect(f, year);
		assert_headings(f, parts, ARRAY_LEN(parts));
	}
}

static void until_2018_there_are_six_chapters(void **state)
{
	static const char *const chapters[] = {
		"一、概述",
		"二、主动公开政府信息情况",
		"三、依申请公开政府信息情况",
		"四、咨询和投诉情况",
		"五、申请行政复议和提起行政诉讼情况",
		"六、工作存在的主要问题和改进情况",
		"附：政府信息公开情况统计表",
	};
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	collect(f, 2018);
	assert_headings(f, chapters, ARRAY_LEN(chapters));
}

static void the_notice_named_is_that_of_the_form(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	collect(f, 2021);
	assert_says(f, "国办公开办函〔2021〕30号");
	collect(f, 2020);
	assert_says(f, "国办公开办函〔2019〕60号");
	collect(f, 2018);
	assert_silent(f, "国办公开办函");
}

/* 中村乡 2020 */
static void table_two_of_2020_is_filled_from_records_and_stated_figures(void **state)
{
	struct fixture *f = *state;

	put_places(f);
	for (int i = 1; i <= 5; i++)
		put_document(
			f, i,
			"normative: yes\nformed: 2020-03-01\nunit: dz\ntype: policy\n"
			"events:\n- {date: 2020-03-09, act: publish, channel: "
			"website}\n");
	put(f, "reports/2020.yaml",
	    "id: \"2020\"\nform: \"2019\"\n"
	    "table2: {permits: {count: 0}, penalties: {count: 0}, coercion: {count: 0}}\n"
	    "figures:\n"
	    "- {name: 规范性文件/对外公开总数量, value: \"5\"}\n"
	    "- {name: 政府集中采购/采购项目数量, value: \"1\"}\n"
	    "- {name: 政府集中采购/采购总金额, value: \"8040\", unit: 元}\n");
	collect(f, 2020);
	assert_no_lines(annual_faults(f->annual));
	assert_says(f, "| 规章 | 0 | 0 | 0 |");
	assert_says(f, "| 规范性文件 | 5 | 5 | 5 |");
	assert_says(f, "| 行政许可 | — | — | 0 |");
	assert_says(f, "| 政府集中采购 | 1 | 8040元 |");
	assert_line(annual_open_points(f->annual),
		    "table two, '行政许可', '上一年项目数量': no figure");
}

/* 下达河乡 2018, by its own figures. */
static void the_report_of_a_township_for_2018_holds_its_figures(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml",
	    "format: 1\nname: 下达河乡人民政府\nlevel: township\nsince: 2019-01-01\n"
	    "contact: {body: 下达河乡党政办公室, phone: 024-00000000}\n");
	put(f, "channels/board.yaml", "id: board\nname: 政务公开栏\nkind: board\n");
	put(f, "channels/media.yaml",
	    "id: media\nname: 微信短信等新媒体\nkind: new-media\n");
	put(f, "reports/2018.yaml",
	    "id: \"2018\"\nform: \"2018\"\n"
	    "part1:\n  proactive: 全年公开政府信息200条。\n  on-request: 无。\n"
	    "  management: 内容随时更新。\n  platform: 设公开栏。\n  supervision: "
	    "有领导小组。\n"
	    "table3:\n- {row: \"1\", counts: {person: 0}}\n"
	    "table4: {reconsideration: {upheld: 0}, suit-direct: {upheld: 0}, "
	    "suit-after: {upheld: 0}}\n"
	    "part5: {problems: 方式还要改进。, measures: 加强培训。}\n"
	    "part6: {fee: 没有收费和减免。}\n"
	    "channels:\n- {channel: board, count: 100}\n- {channel: media, count: 80}\n"
	    "figures:\n"
	    "- {name: 主动公开政府信息数, value: \"200\", unit: 条}\n"
	    "- {name: 乡镇动态, value: \"30\", unit: 条}\n"
	    "- {name: 政策性信息, value: \"50\", unit: 条}\n"
	    "- {name: 公告公示, value: \"5\", unit: 条}\n"
	    "- {name: 宣传信息, value: \"80\", unit: 条}\n"
	    "- {name: 咨询, value: \"400\", unit: 人次}\n"
	    "- {name: 电话咨询, value: \"50\", unit: 人次}\n"
	    "- {name: 现场咨询, value: \"150\", unit: 人次}\n"
	    "- {name: 微信咨询, value: \"200\", unit: 人次}\n"
	    "- {name: 投诉, value: \"0\", unit: 件}\n");
	collect(f, 2018);
	assert_no_lines(annual_faults(f->annual));
	assert_no_lines(annual_open_points(f->annual));
	assert_says(f, "政务公开栏100条，微信短信等新媒体80条。");
	assert_says(f, "咨询400人次，电话咨询50人次，现场咨询150人次，微信咨询200人次，投"
		       "诉0件。");
	assert_says(f,
		    "申请行政复议0件。未经复议提起行政诉讼0件。复议后提起行政诉讼0件。");
	assert_says(f, "| 主动公开政府信息数 | 条 | 200 |");
	assert_says(f, "| 宣传信息 | 条 | 80 |");
	assert_says(f, "| 收到政府信息公开申请数 | 件 | 0 |");
	/* gk was not in use that year: it has nothing to say of publications. */
	assert_silent(f, "本目录登记");
	assert_silent(f, "【");
}

/* ---- texts ---- */

static void a_department_owes_no_assessment(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	collect(f, 2024);
	assert_line(annual_open_points(f->annual), "part1.accountability");
	assert_says(f, "【待补：责任追究结果】");
	put(f, "catalogue.yaml", "format: 1\nname: 某县教育局\nlevel: department\n");
	collect(f, 2024);
	assert_false(any_line_has(annual_open_points(f->annual), "part1.accountability"));
	assert_silent(f, "责任追究结果");
	assert_says(f, "【待补：监督保障】");
}

static void every_missing_text_is_marked_at_its_place_and_listed(void **state)
{
	static const struct {
		const char *path;
		const char *mark;
	} texts[] = {
		{ "(part1.proactive)", "（一）主动公开\n\n**【待补：主动公开】**" },
		{ "(part1.on-request)", "（二）依申请公开\n\n**【待补：依申请公开】**" },
		{ "(part1.management)",
		  "（三）政府信息管理\n\n**【待补：政府信息管理】**" },
		{ "(part1.platform)",
		  "（四）政府信息公开平台建设\n\n**【待补：平台建设】**" },
		{ "(part1.supervision)", "（五）监督保障\n\n**【待补：监督保障】**" },
		{ "(part1.assessment)", "1.工作考核结果\n\n**【待补：工作考核结果】**" },
		{ "(part1.appraisal)", "2.社会评议结果\n\n**【待补：社会评议结果】**" },
		{ "(part5.last-year)",
		  "（一）上年问题整改情况\n\n**【待补：上年问题整改情况】**" },
		{ "(part5.problems)", "（二）存在的主要问题\n\n**【待补：主要问题】**" },
		{ "(part5.measures)", "（三）改进措施\n\n**【待补：改进措施】**" },
		{ "(part6.fee)", "（一）信息处理费\n\n**【待补：信息处理费】**" },
	};
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	collect(f, 2024);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		assert_line(annual_open_points(f->annual), texts[i].path);
		assert_says(f, texts[i].mark);
	}
}

static void headings_in_a_text_stand_below_those_of_the_form(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "reports/2024.yaml",
	    "id: \"2024\"\npart1:\n  proactive: |\n    # 重点领域\n\n    按月公开。\n");
	collect(f, 2024);
	assert_says(f, "### （一）主动公开\n\n#### 重点领域\n\n按月公开。");
}

static void an_office_without_contact_is_an_open_point(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", "format: 1\nname: 某镇人民政府\nlevel: township\n");
	collect(f, 2024);
	assert_line(annual_open_points(f->annual), "telephone");
	assert_says(f, "【待补：工作机构名称和联系电话】");
}

static void a_contradiction_is_named_in_the_draft(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "reports/2024.yaml",
	    "id: \"2024\"\ntable3:\n- {row: \"1\", counts: {company: 3}}\n");
	collect(f, 2024);
	assert_says(f, "数据矛盾（2处）");
	assert_says(f, "表三勾稽关系不成立：商业企业");
}

/* ---- the whole ---- */

static const char whole[] = "id: \"2024\"\nform: \"2021\"\n"
			    "part1:\n"
			    "  proactive: 按季度公开财政、社会救助等信息。\n"
			    "  on-request: 申请均在法定期限内答复。\n"
			    "  management: 对2019年以来的文件作了清理。\n"
			    "  platform: 使用上级门户网站的栏目。\n"
			    "  supervision: 开展培训2次。\n"
			    "  assessment: 考核结果为良好。\n"
			    "  appraisal: 未开展社会评议。\n"
			    "  accountability: 没有需要追究责任的情形。\n"
			    "table2:\n"
			    "  permits: {count: 12}\n"
			    "  penalties: {count: 3}\n"
			    "  coercion: {count: 0}\n"
			    "  fees: {amount: \"0.35\"}\n"
			    "table3:\n"
			    "- {row: \"1\", counts: {person: 4, company: 1}}\n"
			    "- {row: \"3-1\", counts: {person: 2}}\n"
			    "- {row: \"3-3-4\", counts: {company: 1}}\n"
			    "- {row: \"3-4-1\", counts: {person: 1}}\n"
			    "- {row: \"4\", counts: {person: 1}}\n"
			    "table4:\n"
			    "  reconsideration: {upheld: 1}\n"
			    "  suit-direct: {pending: 0}\n"
			    "  suit-after: {pending: 0}\n"
			    "part5:\n"
			    "  last-year: 上年提出的培训计划已经完成。\n"
			    "  problems: |\n    1. 解读偏少；\n    2. 栏目更新不均衡。\n"
			    "  measures: 按月检查各栏目的更新。\n"
			    "part6: {fee: 2024年没有收取信息处理费。}\n";

static void put_whole(struct fixture *f)
{
	put_places(f);
	put_document(
		f, 1,
		"unit: mz\ntype: notice\nnormative: yes\nformed: 2024-02-20\nevents:\n"
		"- {date: 2024-03-01, act: publish, channel: website}\n");
	put(f, "reports/2024.yaml", whole);
	collect(f, 2024);
}

static void assert_golden(struct fixture *f, const char *name, const struct buf *got)
{
	auto_buf path = BUF_INIT;
	auto_buf expected = BUF_INIT;

	buf_addf(&path, "%s/tests/fixtures/annual/%s", GK_SOURCE_DIR, name);
	if (file_read(path.s, 1 << 20, &expected, &f->err) < 0)
		fail_msg("%s", f->err.text);
	assert_string_equal(got->s, expected.s);
}

static void a_complete_report_in_markdown_is_the_golden_one(void **state)
{
	struct fixture *f = *state;
	auto_buf out = BUF_INIT;

	put_whole(f);
	assert_no_lines(annual_faults(f->annual));
	assert_no_lines(annual_open_points(f->annual));
	buf_adds(&out, markdown(f, /* draft */ false));
	assert_golden(f, "2024.md", &out);
}

static void a_complete_report_in_html_is_the_golden_one(void **state)
{
	struct fixture *f = *state;
	auto_buf out = BUF_INIT;

	put_whole(f);
	annual_html(f->annual, /* draft */ false, &out);
	assert_golden(f, "2024.html", &out);
}

static void the_same_records_give_the_same_bytes(void **state)
{
	struct fixture *f = *state;
	auto_buf first = BUF_INIT;
	auto_buf second = BUF_INIT;

	put_whole(f);
	annual_html(f->annual, /* draft */ true, &first);
	collect(f, 2024);
	annual_html(f->annual, /* draft */ true, &second);
	assert_string_equal(first.s, second.s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(publications_count_by_type_channel_and_unit),
		T(only_publications_of_the_year_count),
		T(what_was_withdrawn_was_published_nevertheless),
		T(what_the_office_counted_elsewhere_is_said_apart),
		T(reviews_of_the_year_count),
		T(since_2019_there_are_six_parts),
		T(until_2018_there_are_six_chapters),
		T(the_notice_named_is_that_of_the_form),
		T(table_two_of_2020_is_filled_from_records_and_stated_figures),
		T(the_report_of_a_township_for_2018_holds_its_figures),
		T(a_department_owes_no_assessment),
		T(every_missing_text_is_marked_at_its_place_and_listed),
		T(headings_in_a_text_stand_below_those_of_the_form),
		T(an_office_without_contact_is_an_open_point),
		T(a_contradiction_is_named_in_the_draft),
		T(a_complete_report_in_markdown_is_the_golden_one),
		T(a_complete_report_in_html_is_the_golden_one),
		T(the_same_records_give_the_same_bytes),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
