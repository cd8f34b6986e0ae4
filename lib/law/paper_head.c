/*
 * What stands above the text: 版头 and 标题 of GB/T 9704-2012 7.2 and 7.3.1, and the lines that
 * web pages put there.
 */
#include <string.h>

#include "base/utf8.h"
#include "law/indexnumber.h"
#include "law/paper_private.h"

enum {
	HEAD_LINE_MAX = 2000, /* bytes */
	TITLE_LINE_MAX = 80,  /* characters */
	ISSUE_MAX = 24,
};

/* ---- how far it goes ---- */

static bool has_sentence(const char *text)
{
	return strstr(text, "。") || strstr(text, "；") || line_ends(text, "：") ||
	       line_ends(text, ":");
}

/* 字号： has no value, and is of the page around the text. */
static bool is_residue(const char *text)
{
	static const char *const words[] = { "字号", "打印", "分享", "字体" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (line_starts(text, words[i]) && line_count(text) <= 12)
			return true;
	return false;
}

/* Words before a colon that are of a head wherever they stand in it. */
static const struct {
	const char *label;
	enum paper_part part;
} labels[] = {
	{ "索引号", PAPER_INDEX },        { "索取号", PAPER_INDEX },
	{ "发文字号", PAPER_NUMBER },     { "文号", PAPER_NUMBER },
	{ "标题", PAPER_TITLE },          { "名称", PAPER_TITLE },
	{ "信息名称", PAPER_TITLE },      { "发布机构", PAPER_LETTERHEAD },
	{ "发文机关", PAPER_LETTERHEAD }, { "发文单位", PAPER_LETTERHEAD },
	{ "公开主体", PAPER_LETTERHEAD }, { "责任部门", PAPER_UNIT },
	{ "责任科室", PAPER_UNIT },       { "有效性", PAPER_FORCE },
	{ "效力状态", PAPER_FORCE },      { "来源", PAPER_SOURCE },
	{ "信息来源", PAPER_SOURCE },     { "时间", PAPER_PUBLISHED },
	{ "发布时间", PAPER_PUBLISHED },  { "发布日期", PAPER_PUBLISHED },
	{ "公开日期", PAPER_PUBLISHED },  { "成文日期", PAPER_PART_COUNT },
	{ "生成日期", PAPER_PART_COUNT }, { "主题词", PAPER_KEYWORDS },
	{ "关键词", PAPER_KEYWORDS },     { "签发人", PAPER_SIGNER },
	{ "公开方式", PAPER_MARK },       { "公开属性", PAPER_MARK },
};

/* What stands behind a label, and the part that it is; NULL where there is none. */
static const char *labelled(struct arena *arena, const char *text, enum paper_part *part)
{
	for (size_t i = 0; i < ARRAY_LEN(labels); i++) {
		const char *value = line_after(arena, text, labels[i].label);

		*part = labels[i].part;
		if (value)
			return value;
	}
	return NULL;
}

static bool is_labelled(struct arena *arena, const char *text)
{
	enum paper_part part;

	return labelled(arena, text, &part) ||
	       labelled(arena, line_close_up(arena, text), &part);
}

bool line_is_label(struct arena *arena, const char *text)
{
	enum paper_part part;
	const char *word = line_close_up(arena, text);

	return is_labelled(arena, word) ||
	       labelled(arena, arena_printf(arena, "%s：", word), &part);
}

/* 时间： above 地点： is of a meeting, and no date of a web page. */
static bool is_of_meeting(const struct sheet *sheet, size_t i)
{
	static const char *const words[] = { "地点", "主持", "参加",
					     "参会", "出席", "会议地点" };
	const char *next = i + 1 < sheet->count
				   ? line_close_up(sheet->arena, sheet->lines[i + 1].text)
				   : "";

	if (!line_after(sheet->arena, line_close_up(sheet->arena, sheet->lines[i].text),
			"时间"))
		return false;
	for (size_t k = 0; k < ARRAY_LEN(words); k++)
		if (line_starts(next, words[k]))
			return true;
	return false;
}

/* A title may begin with a year, as 2018年…要点; it never begins with 一、. */
static bool begins_text(const struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	size_t len;

	/* No title has a number of a list. */
	if (line->table || strlen(line->text) > HEAD_LINE_MAX || *line->from->label ||
	    line_level(line->text, &len) || is_of_meeting(sheet, i))
		return true;
	if (is_labelled(sheet->arena, line->text) || is_residue(line->text))
		return false;
	return line_is_addressee(line->text) || has_sentence(line->text) ||
	       line_count(line->text) > TITLE_LINE_MAX;
}

/* Text below a title that is set as the standard wants it. */
static bool is_smaller(const struct line *line, const struct line *title)
{
	return title->from->size >= PAPER_TITLE_SIZE && line->from->size > 0 &&
	       line->from->size < PAPER_TITLE_SIZE && !line_is_organ(title->text);
}

/* The title is centred, what comes after it is not. */
static bool is_below_title(const struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	struct date date;
	const char *after;
	bool mended;

	if (line_is_centred(line) || i == 0 || !line_is_centred(&sheet->lines[i - 1]) ||
	    line->joined ||
	    !(line_form(sheet->lines[i - 1].text) ||
	      is_smaller(line, &sheet->lines[i - 1])))
		return false;
	return !is_residue(line->text) && !is_labelled(sheet->arena, line->text) &&
	       !line_is_date(sheet->arena, line->text, &date) &&
	       !line_number(sheet->arena, line->text, &mended, &after);
}

static size_t end_of_head(const struct sheet *sheet)
{
	size_t i = 0;

	while (i < sheet->count && i < PAPER_HEAD_LINES && !begins_text(sheet, i) &&
	       !is_below_title(sheet, i) && !(i > 0 && sheet->lines[i].page))
		i++;
	return i;
}

/* ---- lines that are a part ---- */

static void take_number(struct head *head, const char *number, bool mended)
{
	struct paper *paper = head->sheet->paper;
	const char *known = paper->parts[PAPER_NUMBER];

	paper->doubts[PAPER_NUMBER_MENDED] = paper->doubts[PAPER_NUMBER_MENDED] || mended;
	if (known && strcmp(known, number) != 0) {
		paper->doubts[PAPER_NUMBERS_DIFFER] = true;
		paper_add_part(head->sheet, PAPER_LEFT_OUT, number, "；");
	} else {
		paper->parts[PAPER_NUMBER] = number;
	}
}

static void take_date(struct head *head, struct date date)
{
	if (!date_is_set(head->date))
		head->date = date;
}

static void take_labelled(struct head *head, enum paper_part part, const char *value)
{
	struct arena *arena = head->sheet->arena;
	const char *number;
	const char *after;
	struct date date;
	bool mended, whole;

	if (!*value)
		return;
	if (part == PAPER_MARK && line_mark(arena, value, &whole)) {
		head->sheet->paper->parts[part] = line_mark(arena, value, &whole);
	} else if (part == PAPER_PART_COUNT && line_is_date(arena, value, &date)) {
		take_date(head, date);
	} else if (part == PAPER_NUMBER &&
		   (number = line_number(arena, value, &mended, &after)) != NULL) {
		take_number(head, number, mended);
	} else {
		bool known = part != PAPER_PART_COUNT && part != PAPER_MARK &&
			     part != PAPER_NUMBER;

		paper_add_part(head->sheet, known ? part : PAPER_LEFT_OUT, value, "；");
	}
}

/* Bytes up to where the next label of a line begins. */
static size_t to_next_label(struct arena *arena, const char *text)
{
	size_t len = strlen(text);
	enum paper_part part;
	size_t used;

	for (size_t at = 1; at < len; at += used) {
		uint32_t c = utf8_decode(text + at, len - at, &used);
		bool blank = c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0;

		if (blank && (labelled(arena, text + at + used, &part) ||
			      is_residue(text + at + used)))
			return at + used;
	}
	return len;
}

/* 时间：2018年7月4日　来源：东园镇: each label with what stands behind it. */
static bool take_labels(struct head *head, const char *text)
{
	struct arena *arena = head->sheet->arena;
	enum paper_part part;

	if (!labelled(arena, text, &part))
		text = line_close_up(arena, text);
	if (!labelled(arena, text, &part))
		return false;
	while (*text) {
		size_t len = to_next_label(arena, text);
		const char *one = arena_strndup(arena, text, len);
		const char *value = labelled(arena, one, &part);

		if (value)
			take_labelled(head, part, value);
		else
			paper_add_part(head->sheet, PAPER_LEFT_OUT, one, "；");
		text += len;
	}
	return true;
}

/* 第5期, 第12号, 〔2024〕第5期（总第35期） */
static bool is_issue(const char *text)
{
	static const char *const signs[] = { "第", "总", "期", "号", "次", "年",
					     "〔", "〕", "（", "）", "一", "二",
					     "三", "四", "五", "六", "七", "八",
					     "九", "十", "百", "〇" };
	static const char plain[] = "0123456789[]() ";
	size_t at = 0;

	if (line_count(text) > ISSUE_MAX ||
	    (!strstr(text, "期") && !strstr(text, "号") && !strstr(text, "次")) ||
	    (!line_starts(text, "第") && !strpbrk(text, plain)))
		return false;
	while (text[at]) {
		size_t i = 0;

		while (i < ARRAY_LEN(signs) && !line_starts(text + at, signs[i]))
			i++;
		if (i == ARRAY_LEN(signs) && !strchr(plain, text[at]))
			return false;
		at += i < ARRAY_LEN(signs) ? strlen(signs[i]) : 1;
	}
	return true;
}

static bool is_serial(const char *text)
{
	return strlen(text) >= 3 && strlen(text) <= 8 &&
	       strspn(text, "0123456789") == strlen(text);
}

static bool is_one_of(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(text, words[i]) == 0)
			return true;
	return false;
}

static const char *const urgencies[] = { "特急", "加急", "特提", "平急", "急件" };

bool line_is_of_head(struct arena *arena, const char *text)
{
	const char *closed = line_close_up(arena, text);
	enum paper_part part;

	return line_is_secrecy(arena, text) || is_serial(closed) ||
	       is_issue(line_unbracket(arena, closed)) ||
	       is_one_of(closed, urgencies, ARRAY_LEN(urgencies)) ||
	       (labelled(arena, closed, &part) && part == PAPER_SIGNER);
}

/* What a line without a label is by its form. */
static bool take_by_form(struct head *head, const char *text)
{
	static const char *const forces[] = { "有效", "现行有效", "失效",
					      "废止", "已废止",   "已修改" };
	struct sheet *sheet = head->sheet;
	const char *closed = line_close_up(sheet->arena, text);
	struct date date;

	if (is_one_of(closed, urgencies, ARRAY_LEN(urgencies))) {
		paper_add_part(sheet, PAPER_URGENCY, closed, "；");
	} else if (is_one_of(closed, forces, ARRAY_LEN(forces))) {
		paper_add_part(sheet, PAPER_FORCE, closed, "；");
	} else if (is_issue(line_unbracket(sheet->arena, closed))) {
		paper_add_part(sheet, PAPER_ISSUE, line_unbracket(sheet->arena, closed),
			       "；");
	} else if (is_serial(closed)) {
		paper_add_part(sheet, PAPER_SERIAL, closed, "；");
	} else if (indexnumber_parse(sheet->arena, closed).form == INDEX_COMMON) {
		paper_add_part(sheet, PAPER_INDEX, closed, "；");
	} else if (line_is_date(sheet->arena, closed, &date)) {
		take_date(head, date);
	} else {
		return false;
	}
	return true;
}

/* 东园镇党政综合办公室　2018年7月4日, as minutes and bulletins have it. */
static bool take_issuer_and_date(struct head *head, const char *text)
{
	struct sheet *sheet = head->sheet;
	const char *organ;
	struct date date;
	size_t len;

	if (!line_ends_in_date(sheet->arena, text, &len, &date))
		return false;
	organ = line_close_up(sheet->arena, arena_strndup(sheet->arena, text, len));
	if (!line_is_organ(organ))
		return false;
	paper_add_part(sheet, PAPER_LETTERHEAD, organ, "；");
	take_date(head, date);
	return true;
}

/* （2024年5月）: less than a date. */
static bool is_month(struct arena *arena, const char *text)
{
	const char *closed = line_close_up(arena, text);
	const char *inner = line_unbracket(arena, closed);
	struct date date;

	return inner != closed && line_ends(inner, "月") &&
	       line_is_date(arena, arena_printf(arena, "%s1日", inner), &date);
}

static enum mark mark_of(struct head *head, const struct line *line)
{
	struct sheet *sheet = head->sheet;
	const char *text = line->text;
	const char *number;
	const char *after = "";
	bool mended = false;

	/* The list of a web page. */
	while (line_starts(text, "•") || line_starts(text, "●"))
		text = line_unbracket(sheet->arena,
				      text + strlen("•") +
					      strspn(text + strlen("•"), " "));
	number = line_number(sheet->arena, text, &mended, &after);
	if (!number)
		number = line_number(sheet->arena, line_close_up(sheet->arena, text),
				     &mended, &after);
	if (number) {
		take_number(head, number, mended);
		if (*after && !take_labels(head, after))
			paper_add_part(sheet, PAPER_LEFT_OUT, after, "；");
		return MARK_NUMBER;
	}
	if (is_month(sheet->arena, text))
		return MARK_TEXT;
	if (is_residue(text)) {
		paper_add_part(sheet, PAPER_LEFT_OUT, text, "；");
		return MARK_TAKEN;
	}
	return take_labels(head, text) || take_by_form(head, text) ||
			       take_issuer_and_date(head, text)
		       ? MARK_TAKEN
		       : MARK_REST;
}

/* ---- all of it ---- */

/* The heads of web pages are lists. */
static void drop_bullet(struct line *line)
{
	const char *text = line->text;

	while (line_starts(text, "•") || line_starts(text, "●"))
		text += strlen("•") + strspn(text + strlen("•"), " \t");
	if (*text)
		line->text = text;
}

void paper_read_head(struct sheet *sheet)
{
	struct head head = { .sheet = sheet, .end = end_of_head(sheet) };
	struct paper *paper = sheet->paper;

	for (size_t i = 0; i < head.end; i++) {
		drop_bullet(&sheet->lines[i]);
		if (sheet->lines[i].taken)
			head.marks[i] = MARK_TAKEN;
		else
			head.marks[i] = mark_of(&head, &sheet->lines[i]);
		sheet->lines[i].taken =
			head.marks[i] != MARK_REST && head.marks[i] != MARK_TEXT;
		if (paper->parts[PAPER_ISSUE] && !head.issue)
			head.issue = i + 1;
	}
	paper_find_title(&head);
	if (!date_is_set(head.date) && paper->parts[PAPER_PUBLISHED] &&
	    !line_is_date(sheet->arena, paper->parts[PAPER_PUBLISHED], &head.date))
		head.date = (struct date){ .year = 0 };
	if (date_is_set(head.date)) {
		paper->formed = head.date;
		paper->doubts[PAPER_DATE_OF_HEAD] = true;
	}
}
