/*
 * The assessment of what is withheld (条例 Art 18).
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_REVIEW_H
#define GK_CHECK_RULES_REVIEW_H

#define RULES_REVIEW(RULE)                                                        \
	RULE(REVIEW_OVERDUE, "review-overdue", WARNING, REVIEW, 0,                \
	     N_("the assessment of what is withheld was due on %1"),              \
	     N_("gk review-exempt %2 --decide keep|disclose|…"),                  \
	     N_("What is withheld is assessed regularly and disclosed when "      \
		"circumstances allow."),                                          \
	     "条例第十八条")                                                      \
	/* %1 day, %2 decision, %3 id, %4 last day */                             \
	RULE(REVIEW_UNDONE, "review-undone", WARNING, REVIEW, 0,                  \
	     N_("'%2' was decided on %1, and it is withheld as before"),          \
	     N_("change disclosure.attribute and publish it: gk publish %3"),     \
	     N_("What was assessed as fit for disclosure is disclosed within 20 " \
		"working "                                                        \
		"days, as anything new."),                                        \
	     "条例第十八条、第二十六条")

#endif
