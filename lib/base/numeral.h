/*
 * Chinese numerals: 一百零二, and place by place 二〇一八.
 *
 * Layer: base.
 */
#ifndef GK_BASE_NUMERAL_H
#define GK_BASE_NUMERAL_H

#include "base/arena.h"

/** 第一百零二条 and 第102条 → 102; 0 when it is no number.  Reads up to 9999. */
int chinese_number(const char *text, size_t len);
/** 十一 */
const char *chinese_number_text(struct arena *arena, int n);

#endif
