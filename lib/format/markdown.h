/*
 * Markdown (CommonMark and tables, no raw HTML) into blocks.
 *
 * Layer: format.  The one file that uses md4c is markdown.c.
 */
#ifndef GK_FORMAT_MARKDOWN_H
#define GK_FORMAT_MARKDOWN_H

#include "base/error.h"
#include "format/blocks.h"

enum { MARKDOWN_MAX_BYTES = 1 << 20 };

/**
 * Append the blocks of `text` to `doc`, headings lowered by `shift` levels.
 * Raw HTML is text; links that html_url_is_safe() refuses lose their address.
 */
int markdown_parse(const char *text, size_t len, unsigned int shift, struct blocks *doc,
		   struct error *err) gk_must_use;

#endif
