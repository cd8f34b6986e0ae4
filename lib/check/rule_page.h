/*
 * What the list of rules says, told to people: gk explain, and docs/reference/rules.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_RULE_PAGE_H
#define GK_CHECK_RULE_PAGE_H

#include "base/buf.h"
#include "check/rule.h"

/** Append what the rule finds, with … for its arguments. */
void rule_what(const struct rule *rule, struct buf *out);
/** Append how to mend it; nothing where the hint is the field's own. */
void rule_mending(const struct rule *rule, struct buf *out);
/** Append, a line each, when the rule is milder or silent and whether it can be lowered or waived. */
void rule_standing(const struct rule *rule, struct buf *out);

/**
 * Append the page of the rule in Markdown.  A paragraph `@bad TITLE@` and one `@good TITLE@`
 * stand where its examples belong.
 */
void rule_page(const struct rule *rule, struct buf *out);
/** Append the page that lists all rules by group. */
void rule_index(struct buf *out);

#endif
