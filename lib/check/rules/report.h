/*
 * The figures of the yearly report.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_REPORT_H
#define GK_CHECK_RULES_REPORT_H

#define RULES_REPORT(RULE)                                                            \
	RULE(TABLE_IDENTITY, "report-identity", ERROR, REPORT, 0, N_("%1: %2 ≠ %3"),  \
	     N_("correct the figures of this column"),                                \
	     N_("The form prints the identity: rows one and two together equal rows " \
		"three and four."),                                                   \
	     "国办公开办函〔2021〕30号")

#endif
