/*
 * Disclosure limits as officials write them (公开时限), domain.md 3.3 in code:
 *
 *	信息形成或者变更之日起20个工作日内
 *	本级人民代表大会或其常务委员会批准后20日内          calendar days (预算法 Art 14)
 *	制定或获取信息之日起10个工作日内,公示7个工作日      and a time on show
 *	执法决定…7个工作日内公开,其他…20个工作日内公开      two terms, the first is the stricter
 *	及时公开 · 按进展情况及时公开 · 每季度 · 按年公开 · 长期公开 · 永久公开
 *	…法律、法规…另有规定的,从其规定                    a tail
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_LIMIT_H
#define GK_LAW_LIMIT_H

#include "base/arena.h"
#include "law/clock.h"

enum limit_kind {
	LIMIT_UNREADABLE,
	LIMIT_TERM, /* `count` days of `unit` from the trigger; `period` may be set too */
	LIMIT_PROMPT,   /* 及时, 即时, 实时: no number */
	LIMIT_PERIODIC, /* 每月, 每季度, 按年 …: `period` */
	LIMIT_STANDING, /* 长期, 永久: how long it stays, not when it must appear */
};

enum limit_period {
	PERIOD_NONE,
	PERIOD_WEEK,
	PERIOD_MONTH,
	PERIOD_QUARTER,
	PERIOD_HALF_YEAR,
	PERIOD_YEAR
};

/* What starts the term, as far as gk tells them apart. */
enum limit_trigger {
	TRIGGER_FORMED,    /* 信息形成(或者变更), 制定或获取 …, the rest */
	TRIGGER_APPROVED,  /* 批准, 批复 */
	TRIGGER_DECIDED,   /* 决定作出 */
	TRIGGER_ISSUED,    /* 颁布, 印发 */
	TRIGGER_ALLOCATED, /* 分配结果确定 */
};

struct limit_term {
	enum limit_trigger trigger;
	const char *trigger_text; /* 制定或获取信息 */
	int count;
	enum day_unit unit;
};

struct limit {
	enum limit_kind kind;
	enum limit_period period;
	struct limit_term
		terms[2]; /* the stricter first; of more, the strictest and the longest */
	size_t term_count;
	int show_count; /* 公示 N: days on show, 0 when none is said */
	enum day_unit show_unit;
	bool law_prevails; /* has the tail */
};

/** Read a phrase.  Never fails: kind is LIMIT_UNREADABLE. */
struct limit limit_parse(struct arena *arena, const char *phrase);

/** The term that governs ordinary information: the longest of the terms. */
const struct limit_term *limit_main_term(const struct limit *limit);

/**
 * Whether the law allows it: at most 20 working days (条例 Art 26), or at most 20
 * calendar days after approval of a budget, adjustment or account (预算法 Art 14).
 * A phrase without a number of days breaks no limit.
 */
bool limit_is_lawful(const struct limit *limit);

#endif
