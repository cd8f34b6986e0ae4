/*
 * Old documents (.doc, .wps, .rtf, .odt) into DOCX, by LibreOffice where it is installed.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_CONVERT_H
#define GK_CMD_CONVERT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

/** The ending under which LibreOffice reads such bytes: doc, rtf, odt; NULL where nothing must be converted. */
const char *convert_ending(const void *bytes, size_t len);

/**
 * Append what the bytes are as DOCX.  LibreOffice gets a folder and a profile of its own, two
 * minutes, and leaves nothing behind.  ERR_NOT_FOUND when it is not installed; ERR_EXTERNAL when
 * it made nothing of them.
 */
int convert_to_docx(const char *ending, const struct buf *bytes, struct buf *out,
		    struct error *err) gk_must_use;

#endif
