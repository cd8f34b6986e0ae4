/* What is read from any bytes is written so that it reads the same. */
#include <assert.h>
#include <string.h>

#include "../unit/blocks_dump.h"
#include "format/html.h"
#include "format/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_again(const struct blocks *doc, struct arena *arena)
{
	struct error err;
	struct blocks again;
	auto_buf text = BUF_INIT;
	auto_buf before = BUF_INIT;
	auto_buf after = BUF_INIT;
	int status;

	blocks_to_markdown(doc, &text);
	/* Escapes can make the text outgrow the limit. */
	if (text.len > MARKDOWN_MAX_BYTES)
		return;
	blocks_init(&again, arena);
	status = markdown_parse(text.s, text.len, 0, &again, &err);
	assert(!status);
	dump_blocks(&before, doc->first, 0);
	dump_blocks(&after, again.first, 0);
	assert(!strcmp(before.s, after.s));
	(void)status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct blocks doc;
	struct error err;
	struct html html;
	auto_buf out = BUF_INIT;

	blocks_init(&doc, &arena);
	if (!markdown_parse((const char *)data, size, 0, &doc, &err)) {
		html_init(&html, &out);
		blocks_to_html(&doc, &html, 2);
		read_again(&doc, &arena);
	}
	arena_clear(&arena);
	return 0;
}
