/*
 * The lists of words (错敏词), and what is wrong with an office's own.
 *
 * Layer: check, inside.
 */
#ifndef GK_CHECK_WORDS_H
#define GK_CHECK_WORDS_H

#include "check/finding.h"

struct run;

/** The severity that the list gives the word of a finding; `otherwise` when it gives none. */
enum severity word_severity(const struct finding *finding, enum severity otherwise);

/** Rows of the office's lists, and its lawbook, that cannot be read. */
void check_legal_lists(struct run *run);

#endif
