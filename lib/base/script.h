/*
 * Traditional characters as simplified ones, for comparing only.
 *
 * The table is made when gk is built, from OpenCC's TSCharacters: a character that
 * stands for several simplified ones becomes the first of them (乾 → 干), so both sides
 * of a comparison must be folded.
 *
 * Layer: base.
 */
#ifndef GK_BASE_SCRIPT_H
#define GK_BASE_SCRIPT_H

#include "base/base.h"
#include "base/buf.h"

/** The simplified form of a character, or the character itself. */
uint32_t script_simplified(uint32_t code);
/** Replace what stands in `text` from byte `from` on by its simplified form. */
void script_fold(struct buf *text, size_t from);

#endif
