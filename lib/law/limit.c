#include "law/limit.h"

#include <string.h>

#include "base/buf.h"
#include "base/numeral.h"
#include "base/utf8.h"

/* 条例 Art 26 in working days, 预算法 Art 14 in calendar days. */
enum { LAWFUL_MAX = 20 };
enum { COUNT_MAX = 999 };

struct slice {
	const char *s;
	size_t len;
};

static bool starts(struct slice text, const char *word)
{
	size_t len;

	/* Asked at each character for each of many words: most differ at once. */
	if (!text.len || text.s[0] != word[0])
		return false;
	len = strlen(word);
	return text.len >= len && !memcmp(text.s, word, len);
}

static bool ends(struct slice text, const char *word)
{
	size_t len = strlen(word);

	return text.len >= len && !memcmp(text.s + text.len - len, word, len);
}

static struct slice from(struct slice text, size_t at)
{
	return (struct slice){ text.s + at, text.len - at };
}

/* The place behind the last `word`; 0 when it is not there. */
static size_t behind_last(struct slice text, const char *word)
{
	size_t len = strlen(word);

	for (size_t end = text.len; end >= len; end--)
		if (text.s[end - len] == word[0] &&
		    !memcmp(text.s + end - len, word, len))
			return end;
	return 0;
}

/* The length of the word of a list that a text starts with; 0 when with none. */
static size_t word_at(struct slice text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (starts(text, words[i]))
			return strlen(words[i]);
	return 0;
}

/* 、 joins words inside a clause: 法律、法规. */
static const char *const stops[] = { ",", ";", ":", "。", "(", ")" };

static size_t clause_start(struct slice text)
{
	size_t start = 0;

	for (size_t i = 0; i < ARRAY_LEN(stops); i++) {
		size_t at = behind_last(text, stops[i]);

		start = at > start ? at : start;
	}
	return start;
}

/* ---- quantities ---- */

struct quantity {
	struct slice before; /* of its clause */
	size_t end;          /* in the phrase */
	int count;
	enum day_unit unit;
	bool within; /* 内 follows */
};

static size_t numeral_length(struct slice text)
{
	static const char *const numerals[] = { "零", "〇", "一", "二", "两",
						"三", "四", "五", "六", "七",
						"八", "九", "十", "百", "千" };
	size_t len = 0;
	size_t used;

	while (len < text.len && text.s[len] >= '0' && text.s[len] <= '9')
		len++;
	if (len)
		return len;
	while ((used = word_at(from(text, len), numerals, ARRAY_LEN(numerals))) != 0)
		len += used;
	return len;
}

static size_t unit_length(struct slice text, enum day_unit *unit)
{
	static const struct {
		const char *word;
		enum day_unit unit;
	} units[] = {
		{ "个工作日", DAYS_WORKING },  { "工作日", DAYS_WORKING },
		{ "个自然日", DAYS_CALENDAR }, { "自然日", DAYS_CALENDAR },
		{ "个日历日", DAYS_CALENDAR }, { "日历日", DAYS_CALENDAR },
		{ "日", DAYS_CALENDAR },       { "天", DAYS_CALENDAR },
	};

	for (size_t i = 0; i < ARRAY_LEN(units); i++) {
		if (!starts(text, units[i].word))
			continue;
		*unit = units[i].unit;
		return strlen(units[i].word);
	}
	return 0;
}

/* Whether a number of days starts at `at`; 1月31日前 and 第一个工作日 are days, not numbers of them. */
static bool quantity_at(struct slice text, size_t start, size_t at, size_t digits,
			struct quantity *out)
{
	static const char *const within[] = { "之内", "以内", "内" };
	struct slice before = { text.s + start, at - start };
	struct slice rest = from(text, at + digits);
	size_t unit = unit_length(rest, &out->unit);
	size_t inside;

	if (!unit || ends(before, "月") || ends(before, "第"))
		return false;
	rest = from(rest, unit);
	if (starts(rest, "前") || starts(rest, "之前") || starts(rest, "以前"))
		return false;
	out->count = chinese_number(text.s + at, digits);
	if (out->count < 1 || out->count > COUNT_MAX)
		return false;
	inside = word_at(rest, within, ARRAY_LEN(within));
	out->within = inside > 0;
	out->before = from(before, clause_start(before));
	out->end = at + digits + unit + inside;
	return true;
}

/* The next number of days from `start` on. */
static bool next_quantity(struct slice text, size_t start, struct quantity *out)
{
	size_t at = start;

	while (at < text.len) {
		size_t digits = numeral_length(from(text, at));

		if (digits && quantity_at(text, start, at, digits, out))
			return true;
		at += digits ? digits : 1;
	}
	return false;
}

/* 公示, 公示期不少于: nothing but these words up to the number. */
static bool is_show(struct slice before)
{
	static const char *const fillers[] = {
		"期", "期限", "期间", "时间", "时限", "不少于", "不得少于", "为", "至少",
	};
	size_t at = behind_last(before, "公示");
	size_t used;

	if (!at)
		return false;
	while ((used = word_at(from(before, at), fillers, ARRAY_LEN(fillers))) != 0)
		at += used;
	return at == before.len;
}

/* ---- terms ---- */

static enum limit_trigger trigger_of(struct slice text)
{
	static const struct {
		const char *word;
		const char *other; /* has to be there too */
		enum limit_trigger trigger;
	} triggers[] = {
		{ "批准", "", TRIGGER_APPROVED },      { "批复", "", TRIGGER_APPROVED },
		{ "决定", "作出", TRIGGER_DECIDED },   { "颁布", "", TRIGGER_ISSUED },
		{ "印发", "", TRIGGER_ISSUED },        { "发布", "", TRIGGER_ISSUED },
		{ "分配", "结果", TRIGGER_ALLOCATED },
	};

	for (size_t i = 0; i < ARRAY_LEN(triggers); i++)
		if (behind_last(text, triggers[i].word) &&
		    (!*triggers[i].other || behind_last(text, triggers[i].other)))
			return triggers[i].trigger;
	return TRIGGER_FORMED;
}

/* 2018年1月1日起 */
static bool ends_with_day(struct slice text)
{
	size_t at = behind_last(text, "日起");

	return at == text.len && at > strlen("日起") &&
	       strchr("0123456789", text.s[at - strlen("日起") - 1]);
}

/* 自政府信息形成之日起 → 政府信息形成 */
static struct slice trigger_words(struct slice text)
{
	/* Words that begin with 自 by themselves. */
	static const char *const own[] = { "自然", "自治", "自来", "自主", "自愿" };
	static const char *const last[] = { "之日起", "当日起", "日起", "起",
					    "之日",   "之后",   "以后", "后" };

	if (starts(text, "自") && !word_at(text, own, ARRAY_LEN(own)))
		text = from(text, strlen("自"));
	if (ends_with_day(text)) {
		text.len -= strlen("起");
		return text;
	}
	for (size_t i = 0; i < ARRAY_LEN(last); i++) {
		if (!ends(text, last[i]))
			continue;
		text.len -= strlen(last[i]);
		break;
	}
	return text;
}

/* Comparable across units: a week has five working days. */
static int strictness(const struct limit_term *term)
{
	return term->unit == DAYS_WORKING ? term->count * 7 : term->count * 5;
}

/* Keeps the strictest first; of more than two, the strictest and the longest. */
static void add_term(struct limit *limit, struct limit_term term)
{
	struct limit_term *terms = limit->terms;
	bool strictest = limit->term_count && strictness(&term) < strictness(&terms[0]);

	if (limit->term_count < ARRAY_LEN(limit->terms)) {
		if (strictest) {
			terms[1] = terms[0];
			terms[0] = term;
		} else {
			terms[limit->term_count] = term;
		}
		limit->term_count++;
	} else if (strictest) {
		terms[0] = term;
	} else if (strictness(&term) > strictness(&terms[1])) {
		terms[1] = term;
	}
}

static void read_quantities(struct arena *arena, struct slice text, struct limit *limit)
{
	struct quantity q = { .end = 0 };

	while (next_quantity(text, q.end, &q)) {
		struct slice words = trigger_words(q.before);

		if (is_show(q.before)) {
			limit->show_count = q.count;
			limit->show_unit = q.unit;
			continue;
		}
		/* 每月10日公开 names a day: calendar days need 内, 后 or 起. */
		if (q.unit == DAYS_CALENDAR && !q.within && !ends(q.before, "后") &&
		    !ends(q.before, "起"))
			continue;
		add_term(limit,
			 (struct limit_term){
				 .trigger = trigger_of(q.before),
				 .trigger_text = arena_strndup(arena, words.s, words.len),
				 .count = q.count,
				 .unit = q.unit,
			 });
	}
}

/* ---- phrases without a number ---- */

static const struct {
	const char *word;
	enum limit_period period;
} periods[] = {
	{ "半年", PERIOD_HALF_YEAR }, { "每季", PERIOD_QUARTER },
	{ "按季", PERIOD_QUARTER },   { "每月", PERIOD_MONTH },
	{ "按月", PERIOD_MONTH },     { "逐月", PERIOD_MONTH },
	{ "每周", PERIOD_WEEK },      { "按周", PERIOD_WEEK },
	{ "每星期", PERIOD_WEEK },    { "每年", PERIOD_YEAR },
	{ "按年", PERIOD_YEAR },      { "逐年", PERIOD_YEAR },
};

static enum limit_period period_of(const char *text)
{
	for (size_t i = 0; i < ARRAY_LEN(periods); i++)
		if (strstr(text, periods[i].word))
			return periods[i].period;
	return PERIOD_NONE;
}

static bool has_any(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strstr(text, words[i]))
			return true;
	return false;
}

static enum limit_kind kind_of(const struct limit *limit, const char *text)
{
	static const char *const prompt[] = { "及时", "即时", "实时", "随时",
					      "立即", "当日", "当天", "同步" };
	static const char *const standing[] = { "长期", "永久", "常年" };

	if (limit->term_count)
		return LIMIT_TERM;
	if (limit->period != PERIOD_NONE)
		return LIMIT_PERIODIC;
	if (has_any(text, prompt, ARRAY_LEN(prompt)))
		return LIMIT_PROMPT;
	if (limit->show_count || has_any(text, standing, ARRAY_LEN(standing)))
		return LIMIT_STANDING;
	return LIMIT_UNREADABLE;
}

/* ---- the whole ---- */

/* Cuts the clause 法律、法规…另有规定的,从其规定. */
static bool cut_tail(struct buf *text)
{
	const char *other = strstr(text->s, "另有规定");
	const char *follow;
	size_t start, end;

	if (!other)
		return false;
	start = clause_start((struct slice){ text->s, (size_t)(other - text->s) });
	follow = strstr(other, "从其规定");
	end = follow ? (size_t)(follow - text->s) + strlen("从其规定")
		     : (size_t)(other - text->s) + strlen("另有规定");
	buf_splice(text, start, end - start, "", 0);
	return true;
}

/* Folded to ASCII signs, without blanks: what the parts above read. */
static void fold(struct buf *out, const char *phrase)
{
	size_t kept = 0;

	utf8_fold_width(out, phrase, strlen(phrase));
	for (size_t i = 0; i < out->len; i++)
		if (out->s[i] != ' ' && out->s[i] != '\t' && out->s[i] != '\n')
			out->s[kept++] = out->s[i];
	buf_truncate(out, kept);
}

struct limit limit_parse(struct arena *arena, const char *phrase)
{
	struct limit limit = { .kind = LIMIT_UNREADABLE };
	auto_buf text = BUF_INIT;

	fold(&text, phrase);
	limit.law_prevails = cut_tail(&text);
	read_quantities(arena, (struct slice){ text.s, text.len }, &limit);
	limit.period = period_of(text.s);
	limit.kind = kind_of(&limit, text.s);
	return limit;
}

const struct limit_term *limit_main_term(const struct limit *limit)
{
	return limit->term_count ? &limit->terms[limit->term_count - 1] : NULL;
}

bool limit_is_lawful(const struct limit *limit)
{
	for (size_t i = 0; i < limit->term_count; i++)
		if (limit->terms[i].count > LAWFUL_MAX)
			return false;
	return true;
}
