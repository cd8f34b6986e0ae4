/*
 * The assessment of what is withheld (条例 Art 18).
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_REVIEW_H
#define GK_CHECK_RULES_REVIEW_H

#define RULES_REVIEW(RULE)                                                   \
	RULE(REVIEW_OVERDUE, "review-overdue", WARNING, REVIEW, 0,           \
	     N_("the assessment of what is withheld was due on %1"),         \
	     N_("gk review-exempt %2 --decide keep|disclose|…"),             \
	     N_("What is withheld is assessed regularly and disclosed when " \
		"circumstances allow."),                                     \
	     "条例第十八条")

#endif
