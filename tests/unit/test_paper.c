#include "unit/paper_lines.h"
#include "unit/unit.h"

#include "base/utf8.h"
#include "law/paper.h"

static const char *const part_names[PAPER_PART_COUNT] = {
	[PAPER_TITLE] = "title",         [PAPER_NUMBER] = "number",
	[PAPER_INDEX] = "index",         [PAPER_ISSUE] = "issue",
	[PAPER_LETTERHEAD] = "head",     [PAPER_UNIT] = "unit",
	[PAPER_FORCE] = "force",         [PAPER_SOURCE] = "source",
	[PAPER_PUBLISHED] = "published", [PAPER_ADDRESSEE] = "to",
	[PAPER_ANNEXES] = "annexes",     [PAPER_SIGNATURE] = "signature",
	[PAPER_CONTACT] = "contact",     [PAPER_MARK] = "mark",
	[PAPER_COPIES] = "copies",       [PAPER_PRINTED] = "printed",
	[PAPER_KEYWORDS] = "keywords",   [PAPER_SIGNER] = "signer",
	[PAPER_URGENCY] = "urgency",     [PAPER_SERIAL] = "serial",
	[PAPER_MARGIN] = "margin",       [PAPER_LEFT_OUT] = "left out",
};

static const char *const doubt_names[PAPER_DOUBT_COUNT] = {
	[PAPER_NO_TITLE] = "no title",
	[PAPER_TITLE_JOINED] = "title joined",
	[PAPER_TITLE_ODD] = "title odd",
	[PAPER_NUMBER_MENDED] = "number mended",
	[PAPER_NUMBERS_DIFFER] = "numbers differ",
	[PAPER_NO_DATE] = "no date",
	[PAPER_DATE_OF_PRINT] = "date of print",
	[PAPER_DATE_OF_HEAD] = "date of head",
	[PAPER_DATES_DIFFER] = "dates differ",
	[PAPER_NO_ISSUER] = "no issuer",
	[PAPER_ISSUER_OF_HEAD] = "issuer of head",
	[PAPER_NO_MARK] = "no mark",
	[PAPER_MARK_WANTS_GROUND] = "mark wants a ground",
	[PAPER_TABLE_TOO_LARGE] = "table too large",
};

/* All that was read, a line a part, then the body. */
static void dump(const struct paper *paper, struct buf *out)
{
	char date[DATE_ISO_SIZE];

	for (size_t i = 0; i < PAPER_PART_COUNT; i++)
		if (paper->parts[i])
			buf_addf(out, "%s: %s\n", part_names[i], paper->parts[i]);
	if (paper->form)
		buf_addf(out, "form: %s\n", paper->form);
	if (paper->secrecy)
		buf_addf(out, "secrecy: %s\n", paper->secrecy);
	for (size_t i = 0; i < paper->issuers.count; i++)
		buf_addf(out, "issuer: %s\n", paper->issuers.items[i]);
	if (date_is_set(paper->formed))
		buf_addf(out, "formed: %s\n", date_iso(paper->formed, date));
	for (size_t i = 0; i < PAPER_DOUBT_COUNT; i++)
		if (paper->doubts[i])
			buf_addf(out, "? %s\n", doubt_names[i]);
	buf_adds(out, "--\n");
	blocks_to_markdown(&paper->body, out);
}

struct paper_case {
	const char *label;
	const char *text;
	const char *out;
};

/* clang-format off */
static const struct paper_case cases[] = {
	{ "an upward paper with all of its head and two annexes",
	  "^000012\n"
	  "^机密★1年\n"
	  "^特急\n"
	  "^东园镇人民政府文件\n"
	  "^东政发[2018]8号　　　　　　签发人：张某\n"
	  "^东园镇人民政府\n"
	  "^关于请求解决村级公开栏\n"
	  "^改造资金的请示\n"
	  "区人民政府：\n"
	  "　　为做好村务公开工作，我镇拟改造12个村的公开栏。\n"
	  "　　一、基本情况\n"
	  "　　全镇12个村。\n"
	  "　　（一）现状\n"
	  "　　公开栏老化。\n"
	  "　　1.东园村2块。\n"
	  "　　（1）主街1块；\n"
	  "　　（2）广场1块。\n"
	  "　　妥否，请批示。\n"
	  "　　附件：1.公开栏改造一览表\n"
	  "　　　　　2.资金测算表\n"
	  ">东园镇人民政府\n"
	  ">2018年7月4日\n"
	  "　　（联系人：李某，联系电话：0955-7000000）\n"
	  "~附件1\n"
	  "^公开栏改造一览表\n"
	  "@1|村|块数\n"
	  "@2|东园村|2\n"
	  "@3||1\n"
	  "~附件2\n"
	  "^资金测算表\n"
	  "　　按每块2000元测算。\n"
	  "抄送：区民政局，区委组织部。\n"
	  "东园镇党政综合办公室　　　　2018年7月5日印发\n"
	  "（共印50份）\n"
	  "$— 1 —\n",
	  "title: 东园镇人民政府关于请求解决村级公开栏改造资金的请示\n"
	  "number: 东政发〔2018〕8号\n"
	  "head: 东园镇人民政府\n"
	  "to: 区人民政府：\n"
	  "annexes: 1.公开栏改造一览表；2.资金测算表\n"
	  "signature: 东园镇人民政府；2018年7月4日\n"
	  "contact: 联系人：李某，联系电话：0955-7000000\n"
	  "copies: 抄送：区民政局，区委组织部。 （共印50份）\n"
	  "printed: 东园镇党政综合办公室　　　　2018年7月5日印发\n"
	  "signer: 张某\n"
	  "urgency: 特急\n"
	  "serial: 000012\n"
	  "form: 请示\n"
	  "secrecy: 机密★1年\n"
	  "issuer: 东园镇人民政府\n"
	  "formed: 2018-07-04\n"
	  "? number mended\n"
	  "? no mark\n"
	  "--\n"
	  "区人民政府：\n"
	  "\n"
	  "为做好村务公开工作，我镇拟改造12个村的公开栏。\n"
	  "\n"
	  "## 一、基本情况\n"
	  "\n"
	  "全镇12个村。\n"
	  "\n"
	  "### （一）现状\n"
	  "\n"
	  "公开栏老化。\n"
	  "\n"
	  "1\\.东园村2块。\n"
	  "\n"
	  "（1）主街1块；\n"
	  "\n"
	  "（2）广场1块。\n"
	  "\n"
	  "妥否，请批示。\n"
	  "\n"
	  "附件：1.公开栏改造一览表\n"
	  "\n"
	  "2\\.资金测算表\n"
	  "\n"
	  "东园镇人民政府\n"
	  "\n"
	  "2018年7月4日\n"
	  "\n"
	  "（联系人：李某，联系电话：0955-7000000）\n"
	  "\n"
	  "## 附件1　公开栏改造一览表\n"
	  "\n"
	  "| 村 | 块数 |\n"
	  "| --- | --- |\n"
	  "| 东园村 | 2 |\n"
	  "| | 1 |\n"
	  "\n"
	  "## 附件2　资金测算表\n"
	  "\n"
	  "按每块2000元测算。\n" },
	{ "a notice to the public, without number and addressee",
	  "通　　告\n"
	  "为保障汛期安全，现通告如下：\n"
	  "一、禁止下河游泳。\n"
	  "二、禁止在河道取土。\n"
	  "特此通告。\n"
	  "东园镇人民政府\n"
	  "二〇一八年七月四日\n",
	  "title: 通告\n"
	  "signature: 东园镇人民政府；2018年7月4日\n"
	  "form: 通告\n"
	  "issuer: 东园镇人民政府\n"
	  "formed: 2018-07-04\n"
	  "? no mark\n"
	  "--\n"
	  "为保障汛期安全，现通告如下：\n"
	  "\n"
	  "一、禁止下河游泳。\n"
	  "\n"
	  "二、禁止在河道取土。\n"
	  "\n"
	  "特此通告。\n"
	  "\n"
	  "东园镇人民政府\n"
	  "\n"
	  "二〇一八年七月四日\n" },
	{ "two bodies issue rules together",
	  "^中卫市沙坡头区民政局\n"
	  "^中卫市沙坡头区财政局　文件\n"
	  "^沙民发〔2025〕3号\n"
	  "^关于印发《临时救助办法（试行）》的通知\n"
	  "各镇人民政府，各有关单位：\n"
	  "现将《临时救助办法（试行）》印发给你们，请遵照执行。\n"
	  ">中卫市沙坡头区民政局　　中卫市沙坡头区财政局\n"
	  ">2025年3月4日\n"
	  "（此件主动公开）\n"
	  "^临时救助办法（试行）\n"
	  "^第一章　总　则\n"
	  "第一条　为了规范临时救助，制定本办法。\n"
	  "第二条　本办法适用于本区。\n"
	  "^第二章　附　则\n"
	  "第三条　本办法自2025年4月1日起施行。\n",
	  "title: 关于印发《临时救助办法（试行）》的通知\n"
	  "number: 沙民发〔2025〕3号\n"
	  "head: 中卫市沙坡头区民政局；中卫市沙坡头区财政局\n"
	  "to: 各镇人民政府，各有关单位：\n"
	  "signature: 中卫市沙坡头区民政局；中卫市沙坡头区财政局；2025年3月4日\n"
	  "mark: 此件公开发布\n"
	  "form: 通知\n"
	  "issuer: 中卫市沙坡头区民政局\n"
	  "issuer: 中卫市沙坡头区财政局\n"
	  "formed: 2025-03-04\n"
	  "--\n"
	  "各镇人民政府，各有关单位：\n"
	  "\n"
	  "现将《临时救助办法（试行）》印发给你们，请遵照执行。\n"
	  "\n"
	  "中卫市沙坡头区民政局　　中卫市沙坡头区财政局\n"
	  "\n"
	  "2025年3月4日\n"
	  "\n"
	  "## 临时救助办法（试行）\n"
	  "\n"
	  "### 第一章　总　则\n"
	  "\n"
	  "第一条　为了规范临时救助，制定本办法。\n"
	  "\n"
	  "第二条　本办法适用于本区。\n"
	  "\n"
	  "### 第二章　附　则\n"
	  "\n"
	  "第三条　本办法自2025年4月1日起施行。\n" },
	{ "minutes of a meeting",
	  "^东园镇党政联席会议纪要\n"
	  "^第5期\n"
	  "东园镇党政综合办公室　　　　　2025年3月10日\n"
	  "3月7日，镇长李某主持召开党政联席会议，研究了三件事。现纪要如下：\n"
	  "一、会议听取了春耕情况汇报。会议认为，形势良好。\n"
	  "二、会议研究了人居环境整治。会议要求，抓紧推进。\n"
	  "出席：张某、李某\n",
	  "title: 东园镇党政联席会议纪要\n"
	  "issue: 第5期\n"
	  "head: 东园镇党政综合办公室\n"
	  "form: 纪要\n"
	  "issuer: 东园镇党政综合办公室\n"
	  "formed: 2025-03-10\n"
	  "? date of head\n"
	  "? issuer of head\n"
	  "? no mark\n"
	  "--\n"
	  "3月7日，镇长李某主持召开党政联席会议，研究了三件事。现纪要如下：\n"
	  "\n"
	  "一、会议听取了春耕情况汇报。会议认为，形势良好。\n"
	  "\n"
	  "二、会议研究了人居环境整治。会议要求，抓紧推进。\n"
	  "\n"
	  "出席：张某、李某\n" },
	{ "plain text, with brackets and zeros to mend",
	  "东园镇人民政府\n"
	  "关于商请支持灌溉用水的函\n"
	  "东政函（2025）第03号\n"
	  "区水务局：\n"
	  "春灌在即，请予支持。\n"
	  "特此函达。\n"
	  "东园镇人民政府\n"
	  "2025年3月3日\n",
	  "title: 东园镇人民政府关于商请支持灌溉用水的函\n"
	  "number: 东政函〔2025〕3号\n"
	  "to: 区水务局：\n"
	  "signature: 东园镇人民政府；2025年3月3日\n"
	  "form: 函\n"
	  "issuer: 东园镇人民政府\n"
	  "formed: 2025-03-03\n"
	  "? title joined\n"
	  "? number mended\n"
	  "? no mark\n"
	  "--\n"
	  "区水务局：\n"
	  "\n"
	  "春灌在即，请予支持。\n"
	  "\n"
	  "特此函达。\n"
	  "\n"
	  "东园镇人民政府\n"
	  "\n"
	  "2025年3月3日\n" },
	{ "the head of a web page in a table",
	  "@1|索 引 号|640502017/2025-00012|发布机构|东园镇\n"
	  "@2|文　　号|东政发〔2025〕12号|成文日期|2025-03-04\n"
	  "@3|有效性|有效|公开方式|主动公开\n"
	  "^关于做好春季造林工作的通知\n"
	  "发布时间：2025年3月5日　来源：东园镇党政办　字号：大 中 小\n"
	  "各村委会：\n"
	  "请做好春季造林。\n"
	  "东园镇人民政府\n"
	  "2025年3月4日\n",
	  "title: 关于做好春季造林工作的通知\n"
	  "number: 东政发〔2025〕12号\n"
	  "index: 640502017/2025-00012\n"
	  "head: 东园镇\n"
	  "force: 有效\n"
	  "source: 东园镇党政办\n"
	  "published: 2025年3月5日\n"
	  "to: 各村委会：\n"
	  "signature: 东园镇人民政府；2025年3月4日\n"
	  "mark: 此件公开发布\n"
	  "left out: 字号：大 中 小\n"
	  "form: 通知\n"
	  "issuer: 东园镇人民政府\n"
	  "formed: 2025-03-04\n"
	  "--\n"
	  "各村委会：\n"
	  "\n"
	  "请做好春季造林。\n"
	  "\n"
	  "东园镇人民政府\n"
	  "\n"
	  "2025年3月4日\n" },
	{ "a list that is a title and a table",
	  "^东园镇2025年低保对象公示名单\n"
	  "@1|序号|姓名|村\n"
	  "@2|1|张某|东园村\n"
	  "@3|2|李某|新星村\n",
	  "title: 东园镇2025年低保对象公示名单\n"
	  "? no date\n"
	  "? no issuer\n"
	  "? no mark\n"
	  "--\n"
	  "| 序号 | 姓名 | 村 |\n"
	  "| --- | --- | --- |\n"
	  "| 1 | 张某 | 东园村 |\n"
	  "| 2 | 李某 | 新星村 |\n" },
	{ "news with a list of points",
	  "^东园镇举办政务公开开放日活动\n"
	  "时间：2025年5月15日　来源：东园镇党政办\n"
	  "5月15日，东园镇举办政务公开开放日活动，邀请村民代表走进便民服务中心。\n"
	  "活动共有三项内容：\n"
	  "[•]参观大厅；\n"
	  "[•]座谈交流；\n"
	  "[•]现场答疑。\n",
	  "title: 东园镇举办政务公开开放日活动\n"
	  "source: 东园镇党政办\n"
	  "published: 2025年5月15日\n"
	  "formed: 2025-05-15\n"
	  "? date of head\n"
	  "? no issuer\n"
	  "? no mark\n"
	  "--\n"
	  "5月15日，东园镇举办政务公开开放日活动，邀请村民代表走进便民服务中心。\n"
	  "\n"
	  "活动共有三项内容：\n"
	  "\n"
	  "- 参观大厅；\n"
	  "- 座谈交流；\n"
	  "- 现场答疑。\n" },
	{ "a letter, with automatic numbers and a title in two lines",
	  "^中卫市沙坡头区东园镇人民政府\n"
	  ">东政函〔2025〕7号\n"
	  "^关于同意东园村\v修建文化广场的复函\n"
	  "东园村民委员会：\n"
	  "你村《关于修建文化广场的请示》（东村发〔2025〕2号）收悉。经研究，函复如下：\n"
	  "#[一、]同意修建。\n"
	  "资金由你村自筹。\n"
	  "#[二、]注意安全\n"
	  "施工期间设置围挡。\n"
	  "[（一）]早晚巡查；\n"
	  "[（二）]雨天停工。\n"
	  "此复。\n"
	  ">中卫市沙坡头区东园镇人民政府\n"
	  ">2025年6月3日\n"
	  "（此件依申请公开，联系人：张某，联系电话：0955-7000001）\n"
	  "@1|抄送：区自然资源局。\n"
	  "@2|东园镇党政综合办公室|2025年6月3日印发\n",
	  "title: 关于同意东园村修建文化广场的复函\n"
	  "number: 东政函〔2025〕7号\n"
	  "head: 中卫市沙坡头区东园镇人民政府\n"
	  "to: 东园村民委员会：\n"
	  "signature: 中卫市沙坡头区东园镇人民政府；2025年6月3日\n"
	  "contact: 此件依申请公开，联系人：张某，联系电话：0955-7000001\n"
	  "mark: 此件依申请公开\n"
	  "copies: 抄送：区自然资源局。\n"
	  "printed: 东园镇党政综合办公室 2025年6月3日印发\n"
	  "form: 函\n"
	  "issuer: 中卫市沙坡头区东园镇人民政府\n"
	  "formed: 2025-06-03\n"
	  "? mark wants a ground\n"
	  "--\n"
	  "东园村民委员会：\n"
	  "\n"
	  "你村《关于修建文化广场的请示》（东村发〔2025〕2号）收悉。经研究，函复如下：\n"
	  "\n"
	  "## 一、同意修建。\n"
	  "\n"
	  "资金由你村自筹。\n"
	  "\n"
	  "## 二、注意安全\n"
	  "\n"
	  "施工期间设置围挡。\n"
	  "\n"
	  "（一）早晚巡查；\n"
	  "\n"
	  "（二）雨天停工。\n"
	  "\n"
	  "此复。\n"
	  "\n"
	  "中卫市沙坡头区东园镇人民政府\n"
	  "\n"
	  "2025年6月3日\n"
	  "\n"
	  "（此件依申请公开，联系人：张某，联系电话：0955-7000001）\n" },
	{ "no title, and a signature beside the day",
	  "各村党支部：\n"
	  "现将有关事项通知如下：\n"
	  "　　一、时间：7月4日上午9:00\n"
	  "　　二、地点：镇政府三楼会议室\n"
	  "主题词：会议　通知\n"
	  "东园镇人民政府办公室　2025年7月1日\n",
	  "to: 各村党支部：\n"
	  "signature: 东园镇人民政府办公室；2025年7月1日\n"
	  "keywords: 会议　通知\n"
	  "issuer: 东园镇人民政府办公室\n"
	  "formed: 2025-07-01\n"
	  "? no title\n"
	  "? no mark\n"
	  "--\n"
	  "各村党支部：\n"
	  "\n"
	  "现将有关事项通知如下：\n"
	  "\n"
	  "一、时间：7月4日上午9:00\n"
	  "\n"
	  "二、地点：镇政府三楼会议室\n"
	  "\n"
	  "东园镇人民政府办公室　2025年7月1日\n" },
	{ "the number below the title, a plan as annex",
	  "^关于印发《东园镇2025年\n"
	  "^政务公开工作要点》的通知\n"
	  "^东政办发〔2025〕15号\n"
	  "各村、各办：\n"
	  "　　现将要点印发给你们。\n"
	  "　　附件：东园镇2025年政务公开工作要点\n"
	  ">东园镇党政综合办公室\n"
	  ">2025年4月1日\n"
	  "　　公开属性：主动公开\n"
	  "~附件\n"
	  "^东园镇2025年\n"
	  "^政务公开工作要点\n"
	  "　　为做好2025年工作，制定本要点。\n"
	  "　　一、总体要求\n"
	  "　　坚持以公开为常态。\n"
	  "　　二、重点任务\n"
	  "　　（一）政策公开。及时公开政策。\n"
	  "　　（二）村务公开。按季公开。\n"
	  "@1|任务|责任单位|时限\n"
	  "@2|政策公开|党政办|全年\n",
	  "title: 关于印发《东园镇2025年政务公开工作要点》的通知\n"
	  "number: 东政办发〔2025〕15号\n"
	  "to: 各村、各办：\n"
	  "annexes: 东园镇2025年政务公开工作要点\n"
	  "signature: 东园镇党政综合办公室；2025年4月1日\n"
	  "mark: 此件公开发布\n"
	  "form: 通知\n"
	  "issuer: 东园镇党政综合办公室\n"
	  "formed: 2025-04-01\n"
	  "--\n"
	  "各村、各办：\n"
	  "\n"
	  "现将要点印发给你们。\n"
	  "\n"
	  "附件：东园镇2025年政务公开工作要点\n"
	  "\n"
	  "东园镇党政综合办公室\n"
	  "\n"
	  "2025年4月1日\n"
	  "\n"
	  "## 附件　东园镇2025年政务公开工作要点\n"
	  "\n"
	  "为做好2025年工作，制定本要点。\n"
	  "\n"
	  "### 一、总体要求\n"
	  "\n"
	  "坚持以公开为常态。\n"
	  "\n"
	  "### 二、重点任务\n"
	  "\n"
	  "（一）政策公开。及时公开政策。\n"
	  "\n"
	  "（二）村务公开。按季公开。\n"
	  "\n"
	  "| 任务 | 责任单位 | 时限 |\n"
	  "| --- | --- | --- |\n"
	  "| 政策公开 | 党政办 | 全年 |\n" },
	{ "a day in numerals, with rings for zeros",
	  "东园镇二〇〇九年工作总结\n"
	  "一年来，全镇各项工作取得新成绩。\n"
	  "一、经济\n"
	  "粮食增产。\n"
	  "东园镇\n"
	  "二○○九年十二月卅日\n",
	  "title: 东园镇二〇〇九年工作总结\n"
	  "signature: 东园镇；2009年12月30日\n"
	  "issuer: 东园镇\n"
	  "formed: 2009-12-30\n"
	  "? no mark\n"
	  "--\n"
	  "一年来，全镇各项工作取得新成绩。\n"
	  "\n"
	  "## 一、经济\n"
	  "\n"
	  "粮食增产。\n"
	  "\n"
	  "东园镇\n"
	  "\n"
	  "二○○九年十二月卅日\n" },
	{ "signs of a name apart, and a seal",
	  "^东园镇人民政府\n"
	  "^卫　生　院\n"
	  "^文件\n"
	  "^东政发〔2025〕9号\n"
	  "^关于开展义诊的通知\n"
	  "各村：\n"
	  "　　定于5月开展义诊，详见附表。\n"
	  "　　　　　　　　　　东　园　镇　人　民　政　府（盖章）\n"
	  "　　　　　　　　　　东园镇中心卫生院\n"
	  "　　　　　　　　　　２０２５年５月６日\n",
	  "title: 关于开展义诊的通知\n"
	  "number: 东政发〔2025〕9号\n"
	  "head: 东园镇人民政府；卫生院\n"
	  "to: 各村：\n"
	  "signature: 东园镇人民政府；东园镇中心卫生院；2025年5月6日\n"
	  "form: 通知\n"
	  "issuer: 东园镇人民政府\n"
	  "issuer: 东园镇中心卫生院\n"
	  "formed: 2025-05-06\n"
	  "? no mark\n"
	  "--\n"
	  "各村：\n"
	  "\n"
	  "定于5月开展义诊，详见附表。\n"
	  "\n"
	  "东　园　镇　人　民　政　府（盖章）\n"
	  "\n"
	  "东园镇中心卫生院\n"
	  "\n"
	  "２０２５年５月６日\n" },
	{ "rules behind a notice that nobody signed",
	  "关于印发《东园镇道路养护办法》的通知\n"
	  "东政发[2011]21号\n"
	  "各村：\n"
	  "现印发给你们。\n"
	  "二○一一年三月九日\n"
	  "东园镇道路养护办法\n"
	  "第一章 总则\n"
	  "第一条 为加强养护，制定本办法。\n"
	  "第二章 职责\n"
	  "第二条 各村负责村道。\n"
	  "附件1：\n"
	  "道路清单\n"
	  "1.东园路\n"
	  "2.新星路\n",
	  "title: 关于印发《东园镇道路养护办法》的通知\n"
	  "number: 东政发〔2011〕21号\n"
	  "to: 各村：\n"
	  "signature: 2011年3月9日\n"
	  "form: 通知\n"
	  "formed: 2011-03-09\n"
	  "? number mended\n"
	  "? no issuer\n"
	  "? no mark\n"
	  "--\n"
	  "各村：\n"
	  "\n"
	  "现印发给你们。\n"
	  "\n"
	  "二○一一年三月九日\n"
	  "\n"
	  "## 东园镇道路养护办法\n"
	  "\n"
	  "### 第一章 总则\n"
	  "\n"
	  "第一条 为加强养护，制定本办法。\n"
	  "\n"
	  "### 第二章 职责\n"
	  "\n"
	  "第二条 各村负责村道。\n"
	  "\n"
	  "## 附件1　道路清单\n"
	  "\n"
	  "1\\.东园路\n"
	  "\n"
	  "2\\.新星路\n" },
	{ "one cell is a line",
	  "@1|只有一张表\n",
	  "title: 只有一张表\n"
	  "? no date\n"
	  "? no issuer\n"
	  "? no mark\n"
	  "--\n" },
	{ "nothing at all",
	  "",
	  "? no title\n"
	  "? no date\n"
	  "? no issuer\n"
	  "? no mark\n"
	  "--\n" },
};
/* clang-format on */

static void read_case(void **state)
{
	const struct paper_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct paper_text text = { .arena = &arena };
	struct paper paper;
	auto_buf out = BUF_INIT;

	paper_text_read(&text, c->text);
	paper_read(&arena, text.lines, text.count, &paper);
	dump(&paper, &out);
	assert_string_equal(out.s, c->out);
	arena_clear(&arena);
}

/* ---- nothing is lost ---- */

/* Signs that Markdown adds, and blanks and colons, which titles and headings lose. */
static void add_bare(struct buf *out, const char *text)
{
	size_t len = strlen(text);

	for (size_t at = 0, used; at < len; at += used) {
		uint32_t c = utf8_decode(text + at, len - at, &used);

		if (c != 0x3000 && c != 0xFF1A &&
		    !(c < 0x80 && strchr("\\#|- \n\t", (int)c)))
			buf_add(out, text + at, used);
	}
	buf_addc(out, '\n');
}

/* What is written anew: numbers, days above the text, labels of web pages. */
static bool is_rewritten(const char *text)
{
	struct date date;
	const char *at = strstr(text, "号");

	return at || date_parse_any(text, (struct date){ 0 }, &date) ||
	       strstr(text, "文件") || strstr(text, "公开") || strstr(text, "时间：") ||
	       strstr(text, "办公室　") || strcmp(text, "发布机构") == 0 ||
	       strcmp(text, "成文日期") == 0 || strcmp(text, "有效性") == 0 ||
	       strstr(text, "主题词：");
}

static void no_line_is_lost(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena arena = ARENA_INIT;
		struct paper_text text = { .arena = &arena };
		struct paper paper;
		auto_buf all = BUF_INIT;
		auto_buf found = BUF_INIT;

		paper_text_read(&text, cases[i].text);
		paper_read(&arena, text.lines, text.count, &paper);
		dump(&paper, &found);
		add_bare(&all, found.s);
		for (size_t k = 0; k < text.count; k++) {
			auto_buf bare = BUF_INIT;

			if (text.lines[k].place != PAPER_IN_TEXT ||
			    is_rewritten(text.lines[k].text) ||
			    strchr(text.lines[k].text, '\n'))
				continue;
			add_bare(&bare, text.lines[k].text);
			buf_truncate(&bare, bare.len - 1);
			if (!strstr(all.s, bare.s))
				fail_msg("%s: lost %s", cases[i].label, bare.s);
		}
		arena_clear(&arena);
	}
}

static void a_table_beyond_all_bounds_becomes_paragraphs(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct paper_line lines[] = {
		{ .text = "甲",
		  .label = "",
		  .table = 1,
		  .row = 1,
		  .column = 1,
		  .span = 1 },
		{ .text = "乙", .label = "", .table = 1, .row = 4000000, .column = 7 },
	};
	struct paper paper;
	auto_buf out = BUF_INIT;

	(void)state;
	paper_read(&arena, lines, ARRAY_LEN(lines), &paper);
	blocks_to_markdown(&paper.body, &out);
	assert_string_equal(out.s, "甲\n\n乙\n");
	assert_true(paper.doubts[PAPER_TABLE_TOO_LARGE]);
	arena_clear(&arena);
}

static void long_lines_take_little_time(void **state)
{
	struct arena arena = ARENA_INIT;
	auto_buf text = BUF_INIT;
	struct paper paper;
	struct paper_line line = { .label = "" };

	(void)state;
	while (text.len < 1 << 20)
		buf_adds(&text, "东 园 镇　2018年7月4日");
	line.text = text.s;
	for (int i = 0; i < 4; i++)
		paper_read(&arena, &line, 1, &paper);
	arena_clear(&arena);
}

int main(void)
{
	struct CMUnitTest tests[3 + ARRAY_LEN(cases)] = {
		cmocka_unit_test(no_line_is_lost),
		cmocka_unit_test(a_table_beyond_all_bounds_becomes_paragraphs),
		cmocka_unit_test(long_lines_take_little_time),
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		tests[3 + i] = UNIT_ROW(read_case, &cases[i]);
	return cmocka_run_group_tests_name("paper", tests, NULL, NULL);
}
