#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "format/markdown.h"
#include "report/annual_private.h"

/* ---- preamble ---- */

/* Who answers questions: as the record says, or 工作机构 of the catalogue. */
static bool add_contact(const struct annual *annual, struct buf *out)
{
	const struct office_contact *contact = &annual->config->contact;
	const struct {
		const char *label;
		const char *text;
	} parts[] = { { "地址", contact->address },
		      { "邮政编码", contact->postcode },
		      { "联系电话", contact->phone },
		      { "传真", contact->fax },
		      { "电子邮箱", contact->mail } };
	const char *before = "（";

	if (!contact->body || !contact->phone)
		return false;
	buf_addf(out, "对本报告有疑问，请与%s联系", contact->body);
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		if (!parts[i].text)
			continue;
		buf_addf(out, "%s%s：%s", before, parts[i].label, parts[i].text);
		before = "；";
	}
	buf_adds(out, "）。");
	return true;
}

void preamble_examine(struct annual *annual)
{
	auto_buf contact = BUF_INIT;

	if (!annual->config->name)
		annual_open(annual, "单位全称",
			    tr("catalogue.yaml: the full name of the office is "
			       "missing"));
	if (!annual->report->preamble.contact && !add_contact(annual, &contact))
		annual_open(annual, "工作机构名称和联系电话",
			    tr("catalogue.yaml: the name and telephone of the "
			       "disclosure body are missing"));
}

void preamble_build(const struct annual *annual, struct blocks *doc)
{
	const struct report_preamble *said = &annual->report->preamble;
	auto_buf text = BUF_INIT;
	struct error err;

	buf_adds(&text, "本报告根据《中华人民共和国政府信息公开条例》");
	if (annual->form->rule)
		buf_addf(&text, "和%s规定的格式", annual->form->rule);
	buf_adds(&text, "编制，数据统计期限为");
	if (said->period)
		buf_adds(&text, said->period);
	else
		buf_addf(&text, "%d年1月1日至12月31日", annual->year);
	buf_adds(&text, "。");
	if (!said->contact && !add_contact(annual, &text))
		buf_adds(&text, "【待补：工作机构名称和联系电话】");
	(void)blocks_paragraph(doc, buf_dup(&text, doc->arena));
	if (said->contact &&
	    markdown_parse(said->contact, strlen(said->contact), 1, doc, &err) < 0)
		(void)blocks_paragraph(doc, said->contact);
}

/* ---- proactive disclosure ---- */

static void add_tallies(struct buf *out, const char *intro, const struct list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct tally *tally = list_at(list, struct tally, i);

		buf_addf(out, "%s%s%" PRId64 "条", i == 0 ? intro : "，", tally->name,
			 tally->n);
	}
	if (list->count > 0)
		buf_adds(out, "。");
}

static void add_types(struct buf *out, const struct counts *counts)
{
	const char *before = "按体裁分：";

	for (size_t i = 0; i < ARRAY_LEN(counts->by_type); i++) {
		const struct choice *type = choice_of(&document_types, (int)i);

		if (counts->by_type[i] == 0)
			continue;
		buf_addf(out, "%s%s%" PRId64 "条", before, type ? type->zh : "未注明",
			 counts->by_type[i]);
		before = "，";
	}
	buf_adds(out, "。");
}

void published_build(const struct annual *annual, struct blocks *doc)
{
	const struct counts *counts = &annual->counts;
	auto_buf text = BUF_INIT;

	if (annual->counted || counts->published > 0)
		buf_addf(&text, "%d年本目录登记公开政府信息%" PRId64 "条。", annual->year,
			 counts->published);
	if (counts->published > 0) {
		add_types(&text, counts);
		add_tallies(&text, "按渠道分（同一信息在多个渠道公开的分别计数）：",
			    &counts->by_channel);
		add_tallies(&text, "按单位分：", &counts->by_unit);
	}
	/* Said apart: the same matter may be in both counts. */
	add_tallies(&text, "另据各渠道统计发布：", &counts->elsewhere);
	if (text.len > 0)
		(void)blocks_paragraph(doc, buf_dup(&text, doc->arena));
}

/* ---- requests ---- */

static int64_t total(const struct annual *annual, enum table3_row from,
		     enum table3_row to)
{
	return table3_sum(annual, from, to, REPORT_TOTAL);
}

void requests_build(const struct annual *annual, struct blocks *doc)
{
	if (!annual->has_table3)
		return;
	(void)blocks_paragraph(
		doc,
		arena_printf(doc->arena,
			     "%d年新收政府信息公开申请%" PRId64 "件，上年结转%" PRId64
			     "件；办结%" PRId64 "件，其中予以公开%" PRId64
			     "件、部分公开%" PRId64 "件、不予公开%" PRId64
			     "件、无法提供%" PRId64 "件、不予处理%" PRId64
			     "件、其他处理%" PRId64 "件；结转下年度%" PRId64 "件。",
			     annual->year, total(annual, TABLE3_NEW, TABLE3_NEW),
			     total(annual, TABLE3_CARRIED, TABLE3_CARRIED),
			     total(annual, TABLE3_DISCLOSED, TABLE3_OTHER),
			     total(annual, TABLE3_DISCLOSED, TABLE3_DISCLOSED),
			     total(annual, TABLE3_PART, TABLE3_PART),
			     total(annual, TABLE3_SECRET, TABLE3_QUERY),
			     total(annual, TABLE3_NOT_HELD, TABLE3_UNCLEAR),
			     total(annual, TABLE3_COMPLAINT, TABLE3_CONFIRM),
			     total(annual, TABLE3_NOT_AMENDED, TABLE3_OTHER),
			     total(annual, TABLE3_CARRY_ON, TABLE3_CARRY_ON)));
}

/* ---- management ---- */

void management_build(const struct annual *annual, struct blocks *doc)
{
	const struct rules_count *rules = &annual->normative;
	auto_buf text = BUF_INIT;

	if (rules->made.set && rules->repealed.set && rules->in_force.set)
		buf_addf(&text,
			 "%d年制发行政规范性文件%" PRId64 "件，废止%" PRId64
			 "件，年底现行有效%" PRId64 "件。",
			 annual->year, rules->made.n, rules->repealed.n,
			 rules->in_force.n);
	if (annual->counted)
		buf_addf(&text,
			 "对不予公开的政府信息评估审查%" PRId64 "件次，转为公开%" PRId64
			 "件次。",
			 annual->counts.reviews, annual->counts.disclosed_by_review);
	if (text.len > 0)
		(void)blocks_paragraph(doc, buf_dup(&text, doc->arena));
}

/* ---- chapters of reports before 2019 ---- */

static bool is_enquiry(const struct stated_figure *figure)
{
	static const char *const words[] = { "咨询", "投诉", "举报" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (figure->name && strstr(figure->name, words[i]))
			return true;
	return false;
}

static void add_enquiries(const struct report *report, struct buf *out)
{
	for (size_t i = 0; i < report->figures.count; i++) {
		const struct stated_figure *figure =
			list_at(&report->figures, struct stated_figure, i);

		if (is_enquiry(figure) && figure->value)
			buf_addf(out, "%s%s%s%s", out->len > 0 ? "，" : "", figure->name,
				 figure->value, figure->unit ? figure->unit : "");
	}
}

void enquiries_build(const struct annual *annual, struct blocks *doc)
{
	auto_buf text = BUF_INIT;

	add_enquiries(annual->report, &text);
	if (text.len > 0)
		buf_adds(&text, "。");
	else
		buf_adds(&text, "【待补：咨询和投诉情况】");
	(void)blocks_paragraph(doc, buf_dup(&text, doc->arena));
}

void enquiries_examine(struct annual *annual)
{
	auto_buf text = BUF_INIT;

	add_enquiries(annual->report, &text);
	if (text.len == 0)
		annual_open(annual, "咨询和投诉情况",
			    tr("%s: no figure of enquiries and complaints (figures)"),
			    annual->path);
}

void requests_examine(struct annual *annual)
{
	table3_examine(annual);
}

static void add_remedy(const struct annual *annual, struct buf *out, size_t which,
		       const char *label)
{
	const int64_t *n = annual->remedies[which];

	if (!annual->has_remedy[which]) {
		buf_addf(out, "【待补：%s】", label);
		return;
	}
	buf_addf(out, "%s%" PRId64 "件", label, n[REMEDY_RESULTS - 1]);
	if (n[REMEDY_RESULTS - 1] > 0)
		buf_addf(out,
			 "（结果维持%" PRId64 "件，结果纠正%" PRId64
			 "件，其他结果%" PRId64 "件，尚未审结%" PRId64 "件）",
			 n[0], n[1], n[2], n[3]);
	buf_adds(out, "。");
}

void remedies_build(const struct annual *annual, struct blocks *doc)
{
	auto_buf text = BUF_INIT;

	add_remedy(annual, &text, 0, "申请行政复议");
	add_remedy(annual, &text, 1, "未经复议提起行政诉讼");
	add_remedy(annual, &text, 2, "复议后提起行政诉讼");
	(void)blocks_paragraph(doc, buf_dup(&text, doc->arena));
}
