/*
 * How near a typed word is to a known one, for "did you mean".
 *
 * Layer: base.
 */
#ifndef GK_BASE_NEAR_H
#define GK_BASE_NEAR_H

#include "base/base.h"

enum { NEAR_MAX = 40 }; /* characters: longer words are not worth a guess */

/** Characters to change, put in or take away; NEAR_MAX + 1 where a word is too long. */
size_t near_distance(const char *a, const char *b);
/** The largest distance at which a guess at what was typed is worth making. */
size_t near_limit(const char *typed);

#endif
