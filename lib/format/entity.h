/*
 * Character references: &amp; &#20013; &#x4e2d;
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_ENTITY_H
#define GK_FORMAT_ENTITY_H

#include "base/base.h"
#include "base/buf.h"

/**
 * Append what the reference `s`, from & to ;, stands for.  Numbers of no
 * character give U+FFFD, line ends a blank; a name that is not known stays as it is.
 */
void entity_decode(struct buf *out, const char *s, size_t len);

#endif
