#include <string.h>

#include "base/numeral.h"
#include "base/utf8.h"
#include "check/check_private.h"
#include "law/limit.h"
#include "record/item.h"

/* ---- the promised time ---- */

/* How long something takes: 5个工作日, 1个月, 即办. */
struct span {
	enum day_unit unit;
	int days;
};

static const struct {
	const char *word;
	enum day_unit unit;
	int days; /* of one */
} units[] = {
	{ "个工作日", DAYS_WORKING, 1 },  { "工作日", DAYS_WORKING, 1 },
	{ "个自然日", DAYS_CALENDAR, 1 }, { "自然日", DAYS_CALENDAR, 1 },
	{ "日", DAYS_CALENDAR, 1 },       { "天", DAYS_CALENDAR, 1 },
	{ "个月", DAYS_CALENDAR, 30 },    { "月", DAYS_CALENDAR, 30 },
};

static bool is_at_once(const char *text)
{
	static const char *const words[] = { "即办", "即时", "当场", "当日", "当天",
					     "立等", "随到", "马上", "小时", "分钟" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strstr(text, words[i]))
			return true;
	return false;
}

static bool read_unit(const char *text, int count, struct span *out)
{
	for (size_t i = 0; i < ARRAY_LEN(units); i++) {
		if (strncmp(text, units[i].word, strlen(units[i].word)) != 0)
			continue;
		out->unit = units[i].unit;
		out->days = count * units[i].days;
		return true;
	}
	return false;
}

/* Bytes of the number that a text starts with. */
static size_t number_length(const char *text)
{
	static const char han[] = "一二三四五六七八九十百两";
	size_t len = strspn(text, "0123456789");
	size_t used;

	while (len == 0 || (unsigned char)text[len - 1] >= 0x80) {
		char sign[5] = "";

		(void)utf8_decode(text + len, strlen(text + len), &used);
		if (used != 3)
			break;
		memcpy(sign, text + len, used);
		if (!strstr(han, sign))
			break;
		len += used;
	}
	return len;
}

/* Whether the time is that of one of several steps: 各15个工作日. */
static bool is_of_a_step(const char *text)
{
	static const char *const words[] = { "各", "分别", "每" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strstr(text, words[i]))
			return true;
	return false;
}

/* The only time that the text names; false where it names none, or several. */
static bool read_span(const char *phrase, struct span *out)
{
	auto_buf text = BUF_INIT;
	bool found = false;

	utf8_fold_width(&text, phrase, strlen(phrase));
	if (is_of_a_step(text.s))
		return false;
	if (is_at_once(text.s)) {
		*out = (struct span){ .unit = DAYS_WORKING };
		return true;
	}
	for (size_t at = 0; at < text.len;) {
		size_t len = number_length(text.s + at);
		int count = len ? chinese_number(text.s + at, len) : 0;

		if (count && read_unit(text.s + at + len, count, out)) {
			if (found)
				return false;
			found = true;
		}
		at += len ? len : 1;
	}
	return found;
}

/* Beyond doubt: holidays can make twenty working days twice as long, and no longer. */
static bool is_longer(const struct span *promised, const struct span *statutory)
{
	if (promised->unit == DAYS_CALENDAR && statutory->unit == DAYS_WORKING)
		return promised->days > 2 * statutory->days;
	return promised->days > statutory->days;
}

static void check_promise(const struct within *w, const struct service *service)
{
	struct span promised;
	struct span statutory;

	if (!service->promised_limit || !service->statutory_limit ||
	    strcmp(service->promised_limit, service->statutory_limit) == 0)
		return;
	if (read_span(service->promised_limit, &promised) &&
	    read_span(service->statutory_limit, &statutory) &&
	    is_longer(&promised, &statutory))
		FIND(w->out, RULE_PROMISE_LONG, w->record, &service->promised_limit,
		     service->promised_limit, service->statutory_limit);
}

/* ---- the limit of budgets ---- */

static bool is_budget(const struct item *item)
{
	static const char *const words[] = { "预算", "决算" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if ((item->title && strstr(item->title, words[i])) ||
		    (item->subgroup && strstr(item->subgroup, words[i])))
			return true;
	return false;
}

/* 预算法 Art 14: twenty days, weekends counted; fourteen working days fit into them. */
static void check_budget(const struct within *w, const struct item *item)
{
	enum { FIT = 14 };
	const struct limit_term *term;
	struct limit limit;

	if (!item->limit || item->nature != NATURE_FINANCE || !is_budget(item))
		return;
	limit = limit_parse(w->out->arena, item->limit);
	term = limit_main_term(&limit);
	if (term && term->unit == DAYS_WORKING && term->count > FIT)
		FIND(w->out, RULE_LIMIT_BUDGET, w->record, &item->limit, item->limit);
}

void check_service(const struct within *w)
{
	if (w->record->kind != &item_kind)
		return;
	check_promise(w, &RECORD(w->record, struct item)->service);
	check_budget(w, RECORD(w->record, struct item));
}
