/*
 * What may not happen between a commit and its parents.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_HISTORY_H
#define GK_CHECK_RULES_HISTORY_H

#define RULES_HISTORY(RULE)

#endif
