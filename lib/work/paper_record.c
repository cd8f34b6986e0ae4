/* What a paper says of itself, as fields of a document. */
#include <string.h>

#include "base/utf8.h"
#include "law/docnumber.h"
#include "record/document.h"
#include "work/paper.h"

enum { SUMMARY_CHARACTERS = 100, SUMMARY_BYTES = 4 * SUMMARY_CHARACTERS };

/* Parts that no field takes go to keys of their own: nothing of a paper is dropped. */
static const struct {
	enum paper_part part;
	const char *key;
} own_keys[] = {
	{ PAPER_ISSUE, "x-issue" },        { PAPER_SERIAL, "x-copy-number" },
	{ PAPER_URGENCY, "x-urgency" },    { PAPER_SIGNER, "x-signed-off-by" },
	{ PAPER_PRINTED, "x-printed-by" }, { PAPER_MARGIN, "x-page-head" },
	{ PAPER_UNIT, "x-web-unit" },      { PAPER_SOURCE, "x-web-source" },
	{ PAPER_PUBLISHED, "x-web-date" }, { PAPER_LEFT_OUT, "x-left-out" },
};

/* ---- what a title tells ---- */

static bool cut_end(struct buf *text, const char *word)
{
	size_t len = strlen(word);

	if (text->len <= len || memcmp(text->s + text->len - len, word, len) != 0)
		return false;
	buf_truncate(text, text->len - len);
	return true;
}

/* 关于印发《临时救助办法（试行）》的通知 is about 临时救助办法. */
static void subject_of(const char *title, struct buf *out)
{
	buf_adds(out, title);
	if (cut_end(out, "的通知") || cut_end(out, "的函") || cut_end(out, "的批复"))
		(void)cut_end(out, "》");
	if (cut_end(out, "）"))
		while (out->len > 0 && !cut_end(out, "（"))
			buf_truncate(out, out->len - 1);
}

static int type_of(const struct paper *paper)
{
	static const struct {
		const char *end;
		enum document_type type;
	} ends[] = {
		{ "应急预案", DOCUMENT_EMERGENCY },  { "预案", DOCUMENT_EMERGENCY },
		{ "解读", DOCUMENT_INTERPRETATION }, { "公示", DOCUMENT_PUBLICITY },
		{ "公示名单", DOCUMENT_PUBLICITY },  { "预算", DOCUMENT_BUDGET },
		{ "决算", DOCUMENT_BUDGET },         { "预算公开", DOCUMENT_BUDGET },
		{ "决算公开", DOCUMENT_BUDGET },     { "方案", DOCUMENT_PLAN },
		{ "要点", DOCUMENT_PLAN },           { "计划", DOCUMENT_PLAN },
		{ "规划", DOCUMENT_PLAN },           { "办法", DOCUMENT_POLICY },
		{ "规定", DOCUMENT_POLICY },         { "细则", DOCUMENT_POLICY },
		{ "规则", DOCUMENT_POLICY },         { "意见", DOCUMENT_POLICY },
		{ "制度", DOCUMENT_POLICY },         { "措施", DOCUMENT_POLICY },
		{ "任职", DOCUMENT_PERSONNEL },      { "任免", DOCUMENT_PERSONNEL },
		{ "免职", DOCUMENT_PERSONNEL },      { "答复", DOCUMENT_REPLY },
		{ "名单", DOCUMENT_LIST },           { "清单", DOCUMENT_LIST },
		{ "指南", DOCUMENT_GUIDE },          { "结果", DOCUMENT_RESULT },
		{ "统计公报", DOCUMENT_STATISTICS }, { "通知", DOCUMENT_NOTICE },
		{ "公告", DOCUMENT_NOTICE },         { "通告", DOCUMENT_NOTICE },
	};
	const char *title = paper->parts[PAPER_TITLE];
	auto_buf subject = BUF_INIT;

	if (!title)
		return DOCUMENT_UNSET;
	subject_of(title, &subject);
	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (cut_end(&subject, ends[i].end))
			return (int)ends[i].type;
	if (paper->form &&
	    (strcmp(paper->form, "通知") == 0 || strcmp(paper->form, "公告") == 0 ||
	     strcmp(paper->form, "通告") == 0))
		return DOCUMENT_NOTICE;
	return DOCUMENT_UNSET;
}

/* ---- summary ---- */

static void add_plain(const struct block *block, struct buf *out)
{
	for (const struct run *run = block->runs; run; run = run->next)
		buf_adds(out, run->text ? run->text : "");
}

/* What only leads to a text: the addressee, that something is sent out, annexes. */
static bool only_leads(const struct paper *paper, const char *text)
{
	const char *to = paper->parts[PAPER_ADDRESSEE];
	const char *annexes = paper->parts[PAPER_ANNEXES];

	return (to && strcmp(text, to) == 0) || (annexes && strstr(annexes, text)) ||
	       strstr(text, "印发给你们") || strstr(text, "转发给你们") ||
	       strncmp(text, "附件", strlen("附件")) == 0 ||
	       strncmp(text, "（", strlen("（")) == 0;
}

static bool is_signature(const struct paper *paper, const char *text)
{
	struct date date;

	if (date_parse_any(text, (struct date){ .year = 0 }, &date))
		return true;
	for (size_t i = 0; i < paper->issuers.count; i++)
		if (strcmp(paper->issuers.items[i], text) == 0)
			return true;
	return false;
}

static const char *cut(struct arena *arena, const char *text)
{
	size_t len = strlen(text);
	size_t bytes = 0;

	for (size_t i = 0; i < SUMMARY_CHARACTERS && bytes < len; i++) {
		size_t used;

		(void)utf8_decode(text + bytes, len - bytes, &used);
		bytes += used;
	}
	return arena_strndup(arena, text, bytes);
}

/* The first paragraph that says something; NULL leaves it to work_defaults(). */
static const char *summary_of(struct arena *arena, const struct paper *paper)
{
	const char *second = NULL;

	for (const struct block *block = paper->body.first; block; block = block->next) {
		auto_buf text = BUF_INIT;

		if (block->type != BLOCK_PARAGRAPH)
			continue;
		add_plain(block, &text);
		if (text.len == 0 || is_signature(paper, text.s))
			continue;
		if (!only_leads(paper, text.s))
			return cut(arena, text.s);
		if (!second && strstr(text.s, "给你们"))
			second = cut(arena, text.s);
	}
	return second;
}

/* ---- fields ---- */

static void set_issuers(struct work *work, const struct paper *paper,
			struct document *document)
{
	if (paper->issuers.count == 0)
		return;
	document->issuer = paper->issuers.items[0];
	if (paper->issuers.count < 2)
		return;
	document->origin = ORIGIN_JOINT;
	for (size_t i = 0; i < paper->issuers.count; i++)
		strings_add(work->arena, &document->co_issuers, paper->issuers.items[i]);
}

/* Organs in the place that are none of its office: they answer to others. */
static bool is_of_others(const char *organ)
{
	static const char *const ends[] = {
		"派出所",     "司法所", "税务所", "法庭",   "学校",
		"小学",       "中学",   "幼儿园", "卫生院", "医院",
		"公司",       "合作社", "村委会", "居委会", "村民委员会",
		"居民委员会", "供电所", "信用社", "银行"
	};
	size_t len = strlen(organ);

	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (len >= strlen(ends[i]) &&
		    strcmp(organ + len - strlen(ends[i]), ends[i]) == 0)
			return true;
	return strncmp(organ, "中共", strlen("中共")) == 0;
}

/* 东园镇防汛抗旱指挥部: what bears the name of the place is of its office. */
static bool is_of_place(const struct work *work, const char *organ)
{
	const char *place = work->catalogue->config->short_;

	return place && *place && strstr(organ, place) && !is_of_others(organ);
}

/* Papers of an office that is none of ours came from elsewhere. */
static int settle_origin(struct work *work, struct document *document, struct error *err)
{
	struct index_row *rows;
	size_t count = 0;

	if (!document->issuer || document->origin)
		return 0;
	if (index_resolve(work->index, work->arena, "unit", document->issuer, &rows,
			  &count, err) < 0)
		return -1;
	if (count == 0 && !is_of_place(work, document->issuer))
		document->origin = ORIGIN_OBTAINED_ORGAN;
	return 0;
}

/*
 * Release is what the law makes the rule (条例 Art 5); on request and withheld are nothing
 * without a ground, which no paper names.
 */
static void set_mark(const char *mark, struct document *document)
{
	if (!mark)
		return;
	document->mark = choice_find(&document_marks, mark, /* labels */ true);
	if (document->mark == MARK_RELEASE)
		document->disclosure.attribute = ATTRIBUTE_PROACTIVE;
}

/* 主题词：政务公开　要点　通知 */
static void set_keywords(struct work *work, const char *words, struct document *document)
{
	while (words && *words) {
		size_t len = 0;
		size_t used = 0;

		for (uint32_t c;
		     (c = utf8_decode(words + len, strlen(words + len), &used)) != 0;
		     len += used)
			if (c == ' ' || c == '\t' || c == 0x3000 || c == 0xFF1B ||
			    c == ';')
				break;
		if (len > 0)
			strings_add(work->arena, &document->keywords,
				    arena_strndup(work->arena, words, len));
		words += len + used;
	}
}

static void set_texts(struct work *work, const struct paper *paper,
		      struct document *document)
{
	const char *force = paper->parts[PAPER_FORCE];
	auto_buf body = BUF_INIT;

	document->title = paper->parts[PAPER_TITLE];
	document->number = paper->parts[PAPER_NUMBER];
	document->index = paper->parts[PAPER_INDEX];
	document->copies = paper->parts[PAPER_COPIES];
	document->formed = paper->formed;
	document->type = type_of(paper);
	if (paper->form)
		document->form = choice_find(&official_forms, paper->form, true);
	if (force)
		document->force = choice_find(&document_forces, force, true);
	blocks_to_markdown(&paper->body, &body);
	if (body.len > 0)
		document->body = buf_dup(&body, work->arena);
	document->summary = summary_of(work->arena, paper);
}

int work_paper_record(struct work *work, const struct paper *paper, struct record **out,
		      struct error *err)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = work->today };
	struct record *record = record_new(work->arena, &document_kind);
	struct document *document = RECORD(record, struct document);

	set_texts(work, paper, document);
	set_issuers(work, paper, document);
	set_mark(paper->parts[PAPER_MARK], document);
	set_keywords(work, paper->parts[PAPER_KEYWORDS], document);
	if (settle_origin(work, document, err) < 0)
		return -1;
	for (size_t i = 0; i < ARRAY_LEN(own_keys); i++) {
		const char *value = paper->parts[own_keys[i].part];

		if (value)
			(void)record_assign(work->arena, record, own_keys[i].key, value,
					    &options);
	}
	*out = record;
	return 0;
}
