/*
 * Text into the tokens of search, the same for the index and the web site.
 *
 * Runs of Han become overlapping pairs (公开栏 → 公开 开栏) and, so that one
 * character can be found, single characters; runs of letters and digits become
 * one folded word.  Everything else separates.  Traditional characters are folded to
 * simplified ones, so that each writing finds the other.
 *
 * Layer: base.
 */
#ifndef GK_BASE_TOKEN_H
#define GK_BASE_TOKEN_H

#include "base/base.h"
#include "base/buf.h"

/** Append the tokens of `text`, blank-separated: what is stored. */
void token_index(struct buf *out, const char *text);
/**
 * Append the tokens that a query must all match, in order: pairs of a Han run
 * of two or more, the single character of a run of one, folded words.
 */
void token_query(struct buf *out, const char *query);

#endif
