/*
 * Papers: any text, a line a paragraph, in the form of tests/unit/paper_lines.h.  What was read is
 * whole, and no plain line of it is lost.
 */
#include <assert.h>
#include <stdint.h>

#include "unit/paper_lines.h"

#include "base/utf8.h"
#include "format/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PLAIN_MIN = 6, PLAIN_MAX = 30, TEXT_MAX = 1 << 16 };

/* Han alone, and nothing that is rewritten: marks, and 文件 behind who issues it. */
static bool is_plain(const struct paper_line *line)
{
	size_t len = strlen(line->text);
	size_t count = utf8_count(line->text, len);
	size_t used;

	if (count < PLAIN_MIN || count > PLAIN_MAX || line->place != PAPER_IN_TEXT ||
	    line->table || line->label[0])
		return false;
	for (size_t at = 0; at < len; at += used)
		if (!utf8_is_han(utf8_decode(line->text + at, len - at, &used)))
			return false;
	return !strstr(line->text, "公开") && !strstr(line->text, "文件");
}

static void add_all(const struct paper *paper, struct buf *out)
{
	for (size_t i = 0; i < PAPER_PART_COUNT; i++)
		if (paper->parts[i])
			buf_addf(out, "%s\n", paper->parts[i]);
	if (paper->secrecy)
		buf_adds(out, paper->secrecy);
	blocks_to_markdown(&paper->body, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct paper_text text = { .arena = &arena };
	struct blocks again;
	struct paper paper;
	struct error err;
	auto_buf valid = BUF_INIT;
	auto_buf all = BUF_INIT;

	if (size > TEXT_MAX)
		return 0;
	/* The helper tells UTF-8, and no NUL. */
	buf_add(&valid, data, utf8_valid_prefix((const char *)data, size));
	paper_text_read(&text, valid.s);
	paper_read(&arena, text.lines, text.count, &paper);
	add_all(&paper, &all);
	for (size_t i = 0; i < text.count; i++)
		assert(!is_plain(&text.lines[i]) || strstr(all.s, text.lines[i].text));
	assert(!paper.parts[PAPER_TITLE] || paper.parts[PAPER_TITLE][0]);
	assert(paper.doubts[PAPER_NO_TITLE] == !paper.parts[PAPER_TITLE]);
	assert(paper.doubts[PAPER_NO_DATE] == !date_is_set(paper.formed));
	buf_reset(&all);
	blocks_to_markdown(&paper.body, &all);
	blocks_init(&again, &arena);
	if (all.len <= MARKDOWN_MAX_BYTES)
		assert(markdown_parse(all.s, all.len, 0, &again, &err) == 0);
	arena_clear(&arena);
	return 0;
}
