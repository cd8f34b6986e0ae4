/*
 * Words that are often written wrong (错敏词).
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_WORDS_H
#define GK_CHECK_RULES_WORDS_H

#define RULES_WORDS(RULE)

#endif
