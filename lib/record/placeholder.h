/*
 * What fills a form and says nothing: 无, 略, 待定, 同上, 详见附件.
 *
 * One list for the rule of the elements and for the schemas of editors.  The texts
 * are compared in half width and capitals, without the signs around them.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_PLACEHOLDER_H
#define GK_RECORD_PLACEHOLDER_H

#include "base/base.h"

/* Each list is ended by NULL. */
extern const char *const placeholder_words[];
/* What may stand around one. */
extern const char *const placeholder_signs[];
/* 详见 and a word, as 详见通知, names nothing that can be found. */
extern const char *const placeholder_starts[];
/* Where a flow chart hangs on the item, these are right. */
extern const char *const placeholder_to_chart[];

/* Characters up to which a text that begins so is vague. */
enum { PLACEHOLDER_VAGUE_MAX = 8 };

#endif
