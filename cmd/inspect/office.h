/*
 * What the files of all office programs have in common.
 *
 * Layer: cmd, in gk-inspect alone.
 */
#ifndef GK_CMD_INSPECT_OFFICE_H
#define GK_CMD_INSPECT_OFFICE_H

#include "format/ooxml.h"

/** Print who wrote it; the company is the office itself. */
void office_property(void *payload, const struct ooxml_property *property);
/** Print that there is a part inside that a reader does not see. */
void office_part(void *payload, const char *name);

#endif
