/*
 * The rules: RULE(id, slug, severity, group, flags, text, hint, why, law), a file a group.
 *
 * In texts and hints %1 to %4 are the finding's arguments in the order given at the
 * rule.  Included by rule.h alone.
 */
#ifndef GK_CHECK_RULES_H
#define GK_CHECK_RULES_H

#include "check/rules/attachments.h"
#include "check/rules/disclosure.h"
#include "check/rules/elements.h"
#include "check/rules/gate.h"
#include "check/rules/history.h"
#include "check/rules/inspection.h"
#include "check/rules/law.h"
#include "check/rules/privacy.h"
#include "check/rules/publication.h"
#include "check/rules/references.h"
#include "check/rules/report.h"
#include "check/rules/review.h"
#include "check/rules/shape.h"
#include "check/rules/words.h"

#define RULES(RULE)             \
	RULES_SHAPE(RULE)       \
	RULES_ELEMENTS(RULE)    \
	RULES_REFERENCES(RULE)  \
	RULES_DISCLOSURE(RULE)  \
	RULES_LAW(RULE)         \
	RULES_PRIVACY(RULE)     \
	RULES_ATTACHMENTS(RULE) \
	RULES_WORDS(RULE)       \
	RULES_PUBLICATION(RULE) \
	RULES_GATE(RULE)        \
	RULES_INSPECTION(RULE)  \
	RULES_REVIEW(RULE)      \
	RULES_REPORT(RULE)      \
	RULES_HISTORY(RULE)

#endif
