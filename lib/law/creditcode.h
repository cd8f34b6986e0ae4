/*
 * Unified social credit codes (统一社会信用代码), GB 32100-2015: 18 characters, the last of
 * which follows from the others.
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_CREDITCODE_H
#define GK_LAW_CREDITCODE_H

#include "base/base.h"

enum { CREDIT_CODE_SIZE = 18 };

/** Whether the text is such a code, with the right last character. */
bool credit_code_is_valid(const char *text);

#endif
