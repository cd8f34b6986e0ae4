/*
 * What a record must say: the six elements, and the fields it needs.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_ELEMENTS_H
#define GK_CHECK_RULES_ELEMENTS_H

#define RULES_ELEMENTS(RULE)                                                             \
	/* %1 label */                                                                   \
	RULE(ELEMENT_MISSING, "element-missing", ERROR, ELEMENTS, RULE_DRAFT,            \
	     N_("the element %1 is missing"), N_("%2"),                                  \
	     N_("A disclosed matter has six elements: basis, duty, conditions, "         \
		"procedure, discipline, result. Without one of them nobody can act on "  \
		"it."),                                                                  \
	     "政务公开“六个要素”")                                                       \
	RULE(ELEMENT_EMPTY, "element-empty", ERROR, ELEMENTS, RULE_DRAFT,                \
	     N_("the element %1 is empty"), N_("%2"),                                    \
	     N_("An empty element says as little as a missing one."),                    \
	     "政务公开“六个要素”")                                                       \
	/* %1 label, %2 text, %3 hint */                                                 \
	RULE(ELEMENT_PLACEHOLDER, "element-placeholder", ERROR, ELEMENTS, RULE_DRAFT,    \
	     N_("the element %1 says only '%2'"), N_("%3"),                              \
	     N_("无, 略, 待定, 同上 tell nobody anything."), "政务公开“六个要素”")       \
	/* %1 label, %2 other label */                                                   \
	RULE(ELEMENT_REPEATED, "element-repeated", WARNING, ELEMENTS, 0,                 \
	     N_("the element %1 has the same text as %2"),                               \
	     N_("say here what belongs to %1"),                                          \
	     N_("Copied text is a sign that one of the two was not thought about."), "") \
	/* %1 label */                                                                   \
	RULE(ELEMENT_DEFAULT, "element-default", ERROR, ELEMENTS, 0,                     \
	     N_("the element %1 refers to the unit's text, and the unit '%2' has none"), \
	     N_("write defaults: in the unit's file, or the text here"),                 \
	     N_("{default: unit} saves a hundred equal texts, if there is one."), "")    \
	/* %1 label */                                                                   \
	RULE(FIELD_MISSING, "field-missing", ERROR, ELEMENTS, RULE_DRAFT,                \
	     N_("%1 is missing"), N_("add %2:"),                                         \
	     N_("The field is needed for the record to be complete."), "")               \
	/* %1 label, %2 key, %3 condition */                                             \
	RULE(FIELD_NEEDED, "field-needed", ERROR, ELEMENTS, RULE_DRAFT,                  \
	     N_("%1 is missing; it is needed here: %3"), N_("add %2:"),                  \
	     N_("The law or the form asks for it in this case."), "")

#endif
