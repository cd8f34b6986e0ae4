/*
 * Words that are often written wrong (错敏词).
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_WORDS_H
#define GK_CHECK_RULES_WORDS_H

#define RULES_WORDS(RULE)                                                               \
	/* %1 wrong, %2 right, %3 reason or "" */                                       \
	RULE(WORD_WRONG, "word-wrong", WARNING, WORDS, 0,                               \
	     N_("'%1' should be '%2'%[ (%3)%]"),                                        \
	     N_("write %2; where it is meant so, put it in quotation marks or waive "   \
		"the "                                                                  \
		"rule"),                                                                \
	     N_("Inspectors count wrong characters; severe ones are a veto."),          \
	     "国办秘函〔2019〕19号")                                                    \
	/* %1 word, %2 what to write or "", %3 reason or "", %4 level or "" */          \
	RULE(WORD_SENSITIVE, "word-sensitive", WARNING, WORDS, 0,                       \
	     N_("'%1' stands in the office's list of words%[ (%3)%]"),                  \
	     N_("%[write %2; %]where it is meant so, put it in quotation marks or "     \
		"waive the "                                                            \
		"rule"),                                                                \
	     N_("The office keeps a list of words that its papers do not use."), "")    \
	/* %1 what is wrong */                                                          \
	RULE(WORD_LIST_BROKEN, "word-list-broken", WARNING, WORDS, 0,                   \
	     N_("this is no row of a list of words: %1"),                               \
	     N_("a row is: wrong, right, reason, contexts with | between, level; with " \
		"tabs "                                                                 \
		"between"),                                                             \
	     N_("A row that cannot be read finds nothing."), "")

#endif
