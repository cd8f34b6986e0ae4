/*
 * What the gate of gk publish asks besides.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_GATE_H
#define GK_CHECK_RULES_GATE_H

#define RULES_GATE(RULE)                                                             \
	/* %1 attribute label */                                                     \
	RULE(GATE_ATTRIBUTE, "gate-attribute", ERROR, PUBLICATION,                   \
	     RULE_LOCKED | RULE_GATE, N_("%1 is not published"),                     \
	     N_("only what is proactive goes out; gk review-exempt changes it"),     \
	     N_("What is withheld or given on request must not stand on the site."), \
	     "条例第十三条至第十六条")                                               \
	/* %1 step label, %2 step code, %3 id */                                     \
	RULE(GATE_CLEARANCE, "gate-clearance", ERROR, PUBLICATION,                   \
	     RULE_LOCKED | RULE_GATE, N_("the step %1 is missing"),                  \
	     N_("gk clear %3 --step %2 --by NAME --proof paper"),                    \
	     N_("Review comes before disclosure, item by item."),                    \
	     "条例第十七条；保守国家秘密法实施条例第四十二条")                       \
	/* %1 state label */                                                         \
	RULE(GATE_STATE, "gate-state", ERROR, PUBLICATION, RULE_LOCKED | RULE_GATE,  \
	     N_("it is %1"), N_("only what is in use goes out"),                     \
	     N_("A matter that was cancelled or a record that was withdrawn is not " \
		"published anew."),                                                  \
	     "")

#endif
