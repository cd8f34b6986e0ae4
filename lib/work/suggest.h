/*
 * What the next record of a unit will probably hold.
 *
 * Layer: work.
 */
#ifndef GK_WORK_SUGGEST_H
#define GK_WORK_SUGGEST_H

#include "work/work.h"

/**
 * Suggest for a record that is being filled: the unit by who types (its clerk or head, else the
 * only inner one), and of a unit what its last record of the kind and its own defaults say.
 * Titles, numbers, texts and dates are never suggested.
 *
 * *out is a record of the kind; it is made anew when the unit is another than *unit, which gets
 * the unit that was looked at ("" for none).
 */
int work_suggest(struct work *work, const struct record *record, struct record **out,
		 const char **unit, struct error *err) gk_must_use;

#endif
