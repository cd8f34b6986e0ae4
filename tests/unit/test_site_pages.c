#include "unit/fake_office.h"
#include "unit/html_check.h"

/* What a page must say; a part that begins with ! must not be there. */
struct case_of_page {
	const char *label;
	const char *path;
	const char *parts[28];
};

static const struct case_of_page cases[] = {
	{ "home has the parts of the platform and the newest documents",
	  "index.html",
	  { "<h1>政府信息公开</h1>", "<h2>政府信息公开指南</h2>",
	    "<h2>政府信息公开制度</h2>", "<h2>法定主动公开内容</h2>",
	    "<h2>政府信息公开年报</h2>", "<h2>依申请公开</h2>", "href=\"content.html\"",
	    "href=\"request.html\"", "条例第二十条", "href=\"categories/plans.html\"",
	    "href=\"documents/2018-00112.html\"",
	    "<time datetime=\"2019-01-11\">2019-01-11</time>",
	    "content=\"沙坡头区人民政府网\"",
	    "name=\"SiteIDCode\" content=\"6405020017\"", "aria-current=\"page\"",
	    "!class=\"crumbs\"" } },
	{ "a category has its way, its parts and its column tags",
	  "categories/plans.html",
	  { "<h1>规划计划</h1>", "20(三)", "name=\"ColumnName\" content=\"规划计划\"",
	    "name=\"ColumnType\" content=\"政策文件\"", "name=\"ColumnDescription\"",
	    "name=\"ColumnKeywords\"", "<a href=\"../categories/work.html\">年度工作</a>",
	    "<a href=\"../items/dz-0002.html\">考核档案查询</a>", "href=\"../style.css\"",
	    "https://www.example.cn/dyz/gh/", "!不公开事项名称", "!ArticleTitle" } },
	{ "a category lists the documents of its items once",
	  "categories/work.html",
	  { "<a href=\"../categories/plans.html\">规划计划</a>", "年度工作要点",
	    "documents/2018-00112.html", "documents/2018-00113.html",
	    "documents/2019-00001.html", "!2019-00002", "!暂无内容" } },
	{ "a unit shows how to reach it and what it discloses",
	  "units/dz.html",
	  { "<h1>党政办公室</h1>", "0955-0000002", "0955-0000001",
	    "内设机构（办、队、中心）", "items/dz-0001.html", "documents/2018-00112.html",
	    "!内部" } },
	{ "an item shows the six elements with the defaults of its unit",
	  "items/dz-0001.html",
	  { "<h2>六个要素</h2>",
	    "<dt>办事依据</dt>",
	    "<dt>办事职责</dt>",
	    "<dt>办事条件</dt>",
	    "<dt>办事程序</dt>",
	    "<dt>办事纪律</dt>",
	    "<dt>办事结果</dt>",
	    "党政办公室负责拟制、送审、发布和更新。",
	    "遵守保密规定，不公开个人信息。",
	    "签发（镇长办公会，3个工作日）",
	    "信息形成或者变更之日起20个工作日内",
	    "7个工作日",
	    "长期",
	    "<a href=\"../units/zf.html\">东园镇人民政府</a>",
	    "村务公开栏",
	    "乡级、村级",
	    "全社会",
	    "0955-0000001",
	    "name=\"PubDate\" content=\"2018-01-08\"",
	    "<h2>公开记录</h2>",
	    "2017-Q1",
	    "!closed-channel",
	    "!内部",
	    "documents/2018-00112.html" } },
	{ "an on-request item says on what article and where to ask",
	  "items/dz-0002.html",
	  { "本事项的信息不主动公开", "依据：条例第十三条第二款",
	    "href=\"../request.html\"", "0955-0000009", "!0955-0000001", "本事项暂停",
	    "职能调整", "!内部理由", "!13-R" } },
	{ "a document has the header table and the tags of an article",
	  "documents/2018-00112.html",
	  { "<dt>索引号</dt>\n<dd>640502017/2018-41187</dd>",
	    "<dd>东政发〔2018〕112号</dd>",
	    "<dt>成文日期</dt>",
	    "<time datetime=\"2018-07-04\">2018年7月4日</time>",
	    "<dt>公开日期</dt>",
	    "<time datetime=\"2018-07-05\">2018年7月5日</time>",
	    "<dt>有效性</dt>",
	    "<dt>信息来源</dt>",
	    "<dd>本机关制作</dd>",
	    "（此件公开发布）",
	    "name=\"ArticleTitle\" content=\"关于印发",
	    "content=\"2018-07-05 07:16\"",
	    "name=\"ContentSource\" content=\"东园镇人民政府\"",
	    "name=\"Keywords\" content=\"政务公开,工作要点\"",
	    "name=\"Author\" content=\"党政办公室\"",
	    "name=\"Url\" content=\"https://www.example.cn/dyz/112.html\"",
	    "责任单位为&lt;队、中心&gt;。",
	    "<h2>一、推进五公开</h2>",
	    "<h2>政策解读</h2>",
	    "documents/2018-00113.html",
	    "!内部",
	    "!dz-0003",
	    "!dz-0099" } },
	{ "attachments are linked under their titles, only the public ones",
	  "documents/2018-00112.html",
	  { "<a href=\"../attachments/2018-00112/plan.docx\" "
	    "download=\"东园镇2018年政务公开工作要点.docx\">东园镇2018年政务公开工作要点<"
	    "/a>",
	    "src=\"../attachments/2018-00112/%E6%B5%81%E7%A8%8B%20%E5%9B%BE%231.png\" "
	    "alt=\"工作流程图解\"",
	    "!slip.pdf" } },
	{ "an interpretation links back, and has the default index number",
	  "documents/2018-00113.html",
	  { "<h2>解读对象</h2>", "documents/2018-00112.html", "640502017/2018-00113",
	    "李某", "主任", "<dd>东园镇人民政府</dd>" } },
	{ "a repealed document says so, without ids of what is not shown",
	  "documents/2019-00001.html",
	  { "<strong>废止</strong>", "<dd>沙坡头区东园镇</dd>", "东政发〔2019〕9号",
	    "有新的报告", "0955-0000003", "2019年1月17日", "无异议", "!2019-00077",
	    "!内部" } },
	{ "the standard catalogue is one table of all items",
	  "catalogue.html",
	  { "<th scope=\"col\">序号</th>", "<th scope=\"col\">一级事项</th>",
	    "<th scope=\"col\">二级事项</th>", "<th scope=\"col\">公开内容（要素）</th>",
	    "<th scope=\"col\">公开依据</th>", "<th scope=\"col\">公开时限</th>",
	    "<th scope=\"col\">公开主体</th>", "<th scope=\"col\">公开渠道</th>",
	    "<th scope=\"col\">公开对象</th>", "<th scope=\"col\">公开方式</th>",
	    "<th scope=\"col\">公开层级</th>", "年度重点工作；责任分工",
	    "门户网站专栏、村务公开栏</td>", "依申请公开", "!不公开事项名称" } },
	{ "documents stand by year",
	  "documents.html",
	  { "documents-2019.html", "documents-2018.html", " 2条", " 1条" } },
	{ "a year lists its documents",
	  "documents-2018.html",
	  { "<h1>2018年政府信息目录</h1>", "2018-00112.html", "2018-00113.html",
	    "!2019-00001" } },
	{ "rules and reports are told by what they are",
	  "rules.html",
	  { "2018-00112.html", "!2019-00001.html", "!2018-00113.html" } },
	{ "yearly reports have their part",
	  "reports.html",
	  { "2019-00001.html", "!2018-00112.html" } },
	{ "the guide says where the office is and where information appears",
	  "guide.html",
	  { "东园镇党政办公室", "东园镇政府路1号", "村务公开栏", "各村村部",
	    "条例第二十条", "!内部" } },
	{ "the page on requests asks for no purpose and names the remedies",
	  "request.html",
	  { "20个工作日", "中卫市沙坡头区人民法院", "复议机关", "!用途" } },
	{ "the manifest alone names the commit",
	  "manifest.json",
	  { "\"made-by\": \"gk\"", "\"commit\": \"c0ffee\"", "\"complete\": true",
	    "\"path\": \"documents/2018-00112.html\"", "\"2018-00112\"" } },
	{ "robots may read all", "robots.txt", { "User-agent: *\nAllow: /\n" } },
	{ "the style sheet knows print and dark",
	  "style.css",
	  { "@media print", "prefers-color-scheme:dark", "!url(", "!@import" } },
};

static struct fake_site office;

static int build_office(void **state)
{
	(void)state;
	fake_office(&office);
	(void)fake_build(&office);
	return 0;
}

static int remove_office(void **state)
{
	(void)state;
	fake_done(&office);
	return 0;
}

static void page_says(void **state)
{
	const struct case_of_page *one = *state;
	const char *text = fake_file(&office, one->path);

	for (size_t i = 0; i < ARRAY_LEN(one->parts) && one->parts[i]; i++) {
		if (one->parts[i][0] == '!')
			assert_not_in(text, one->parts[i] + 1);
		else
			assert_in(text, one->parts[i]);
	}
	if (strstr(one->path, ".html"))
		html_check_page(text);
}

/* ---- contrast (GB/T 37668, WCAG 2.1: 4.5:1) ---- */

static const char *const text_on_ground[][2] = {
	{ "--ink", "--paper" },   { "--ink", "--soft" },   { "--ink", "--warn-soft" },
	{ "--quiet", "--paper" }, { "--quiet", "--soft" }, { "--quiet", "--warn-soft" },
	{ "--link", "--paper" },  { "--link", "--soft" },  { "--link", "--warn-soft" },
	{ "--warn", "--paper" },  { "--warn", "--soft" },  { "--on-band", "--band" },
};

/* sRGB to linear light, to within two thousandths. */
static double linear(long channel)
{
	double c = (double)channel / 255.0;

	return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878);
}

/* The luminance of a colour of the style: the first after `from`, else the first of all. */
static double luminance(const char *style, const char *from, const char *name)
{
	const char *key = arena_printf(&office.arena, "%s:#", name);
	const char *at = strstr(from, key);
	unsigned long rgb;
	char hex[7] = "";
	size_t len;

	at = at ? at : strstr(style, key);
	assert_non_null(at);
	at += strlen(key);
	len = strspn(at, "0123456789abcdef");
	assert_true(len == 3 || len == 6);
	for (size_t i = 0; i < 6; i++)
		hex[i] = at[len == 3 ? i / 2 : i];
	rgb = strtoul(hex, NULL, 16);
	return 0.2126 * linear((long)(rgb >> 16)) +
	       0.7152 * linear((long)(rgb >> 8 & 255)) +
	       0.0722 * linear((long)(rgb & 255));
}

static void text_stands_out_from_its_ground_by_day_and_night(void **state)
{
	const char *style = fake_file(&office, "style.css");
	const char *const schemes[] = { style,
					strstr(style, "prefers-color-scheme:dark") };

	(void)state;
	for (size_t i = 0; i < 2 * ARRAY_LEN(text_on_ground); i++) {
		const char *const *pair = text_on_ground[i / 2];
		double text = luminance(style, schemes[i % 2], pair[0]);
		double ground = luminance(style, schemes[i % 2], pair[1]);
		double ratio = text > ground ? (text + 0.05) / (ground + 0.05)
					     : (ground + 0.05) / (text + 0.05);

		if (ratio < 4.5)
			fail_msg("%s on %s: %.2f", pair[0], pair[1], ratio);
	}
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(cases) + 1];

	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		tests[i] = UNIT_ROW(page_says, &cases[i]);
	tests[ARRAY_LEN(cases)] = (struct CMUnitTest)cmocka_unit_test(
		text_stands_out_from_its_ground_by_day_and_night);
	return cmocka_run_group_tests(tests, build_office, remove_office);
}
