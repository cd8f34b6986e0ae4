#include "format/runs.h"

#include <string.h>

#include "base/utf8.h"

void runs_init(struct runs *runs, struct arena *arena)
{
	*runs = (struct runs){ .arena = arena, .text = BUF_INIT };
}

static void add_run(struct runs *runs, const char *text, unsigned int flags,
		    const char *href)
{
	struct run *run = arena_new(runs->arena, struct run);

	*run = (struct run){ .text = text, .flags = flags, .href = href };
	if (runs->last)
		runs->last->next = run;
	else
		runs->first = run;
	runs->last = run;
}

static void flush(struct runs *runs)
{
	if (runs->text.len)
		add_run(runs, buf_dup(&runs->text, runs->arena), runs->text_flags,
			runs->text_href);
	buf_reset(&runs->text);
}

static bool is_same_address(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

/* Chinese text is broken anywhere, beside its signs too. */
static bool is_wide(uint32_t c)
{
	return utf8_is_han(c) || (c >= 0x3000 && c <= 0x303f) ||
	       (c >= 0xff00 && c <= 0xffef) || c == 0x2014 || c == 0x2026 ||
	       (c >= 0x2018 && c <= 0x201d);
}

static uint32_t last_char(const struct buf *text)
{
	size_t at = text->len;
	size_t used;

	while (at && ((unsigned char)text->s[--at] & 0xc0) == 0x80)
		;
	return utf8_decode(text->s + at, text->len - at, &used);
}

static void end_soft_break(struct runs *runs, const char *s, size_t len)
{
	size_t used;

	runs->soft = false;
	if (is_wide(runs->before) && is_wide(utf8_decode(s, len, &used)))
		buf_truncate(&runs->text, runs->text.len - 1);
}

void runs_text(struct runs *runs, const char *s, size_t len)
{
	if (!len)
		return;
	if (runs->soft)
		end_soft_break(runs, s, len);
	if (runs->flags != runs->text_flags ||
	    !is_same_address(runs->href, runs->text_href))
		flush(runs);
	for (; runs->breaks; runs->breaks--) {
		flush(runs);
		add_run(runs, "", RUN_BREAK, NULL);
	}
	runs->text_flags = runs->flags;
	runs->text_href = runs->href;
	buf_add(&runs->text, s, len);
	runs->size += len;
}

static bool has_text(const struct runs *runs)
{
	return runs->first || runs->text.len;
}

void runs_break(struct runs *runs)
{
	if (has_text(runs))
		runs->breaks++;
}

void runs_soft_break(struct runs *runs)
{
	if (runs->breaks || !has_text(runs))
		return;
	runs->before = runs->text.len ? last_char(&runs->text) : 0;
	runs_text(runs, " ", 1);
	runs->soft = true;
}

struct run *runs_end(struct runs *runs, struct run **last)
{
	struct run *first;

	flush(runs);
	first = runs->first;
	*last = runs->last;
	runs->first = NULL;
	runs->last = NULL;
	runs->breaks = 0;
	runs->soft = false;
	return first;
}

void runs_release(struct runs *runs)
{
	buf_release(&runs->text);
}
