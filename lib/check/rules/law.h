/*
 * What law and official form say of limits, numbers, bases and bodies.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_LAW_H
#define GK_CHECK_RULES_LAW_H

#define RULES_LAW(RULE)                                                                 \
	RULE(LIMIT_UNREADABLE, "limit-unreadable", WARNING, LAW, 0,                     \
	     N_("the limit '%1' cannot be read"),                                       \
	     N_("write it as 信息形成或者变更之日起20个工作日内"),                      \
	     N_("gk counts the days from it."), "条例第二十六条")                       \
	RULE(LIMIT_LONG, "limit-too-long", ERROR, LAW, 0,                               \
	     N_("the limit '%1' is longer than the law allows"),                        \
	     N_("at most 20 working days; budgets and accounts 20 calendar days after " \
		"approval"),                                                            \
	     N_("Information is disclosed within 20 working days of being formed or "   \
		"changed, unless a law says otherwise."),                               \
	     "条例第二十六条；预算法第十四条")

#endif
