#include "law/citation.h"

#include <string.h>

#include "base/buf.h"
#include "base/numeral.h"
#include "base/utf8.h"

/* The title between 《 and its 》; titles inside a title are told apart by depth. */
static const char *read_title(struct arena *arena, const char *text, size_t *end)
{
	const char *open = strstr(text, "《");
	const size_t sign = strlen("《");
	int depth = 0;

	*end = 0;
	for (const char *s = open; s && *s; s++) {
		size_t len;
		const char *title;

		if (!strncmp(s, "《", sign))
			depth++;
		if (strncmp(s, "》", sign) != 0 || --depth)
			continue;
		title = utf8_trim(open + sign, (size_t)(s - open) - sign, &len);
		if (!len)
			return NULL;
		*end = (size_t)(s - text) + sign;
		return arena_strndup(arena, title, len);
	}
	return NULL;
}

/* The place of `word` within the next few characters, or NULL. */
static const char *find_near(const char *s, const char *word)
{
	const size_t reach = 40; /* bytes: 第 and twelve signs */

	for (size_t i = 0; i < reach && s[i]; i++)
		if (!strncmp(s + i, word, strlen(word)))
			return s + i;
	return NULL;
}

/* The number that *rest starts with, as 第十一条, 第(八)项, (八)项; *rest is moved behind it. */
static int take_number(const char **rest, const char *word)
{
	const char *s = *rest;
	const char *end = find_near(s, word);
	size_t len;
	int n;

	if (!end)
		return 0;
	if (!strncmp(s, "第", strlen("第")))
		s += strlen("第");
	if (end <= s)
		return 0;
	len = (size_t)(end - s);
	if (*s == '(') {
		if (len < 3 || s[len - 1] != ')')
			return 0;
		s++;
		len -= 2;
	}
	n = chinese_number(s, len);
	if (n)
		*rest = end + strlen(word);
	return n;
}

/*
 * 第二十条第一款第(八)项: the first article of the text with what follows it at once, and
 * the largest of all.
 */
static void read_articles(const char *text, struct citation *out)
{
	for (const char *s = strstr(text, "第"); s; s = strstr(s + 1, "第")) {
		const char *rest = s;
		int article = take_number(&rest, "条");

		if (article > out->last_article)
			out->last_article = article;
		if (!article || out->article)
			continue;
		out->article = article;
		out->paragraph = take_number(&rest, "款");
		out->item = take_number(&rest, "项");
	}
}

/* 国务院令第711号, 国令第711号 */
static int read_decree(const char *text)
{
	static const char *const names[] = { "国务院令", "国令" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *s = strstr(text, names[i]);

		if (!s)
			continue;
		s += strlen(names[i]);
		return take_number(&s, "号");
	}
	return 0;
}

/* Full-width signs as ASCII and without blanks, so that （八） and ( 八 ) are one. */
static void fold(struct buf *out, const char *text)
{
	size_t kept = 0;

	utf8_fold_width(out, text, strlen(text));
	for (size_t i = 0; i < out->len; i++)
		if (out->s[i] != ' ' && out->s[i] != '\t')
			out->s[kept++] = out->s[i];
	buf_truncate(out, kept);
}

bool citation_parse(struct arena *arena, const char *text, struct citation *out)
{
	struct citation c = { .article = 0 };
	auto_buf folded = BUF_INIT;
	size_t title_end;
	size_t start, end;

	c.title = read_title(arena, text, &title_end);
	c.has_number =
		docnumber_find(arena, text, title_end, &start, &end, &c.number) ||
		(title_end && docnumber_find(arena, text, 0, &start, &end, &c.number));
	if (!c.title && !c.has_number)
		return false;
	fold(&folded, text + title_end);
	read_articles(folded.s, &c);
	c.decree = read_decree(folded.s);
	*out = c;
	return true;
}

/* The place of the title that begins behind the first one of the text; its end when there is none. */
static size_t second_title(const char *text)
{
	const char *first = strstr(text, "《");
	size_t end = 0;
	int depth = 0;

	for (const char *s = first; s && *s && !end; s++) {
		if (!strncmp(s, "《", strlen("《")))
			depth++;
		else if (!strncmp(s, "》", strlen("》")) && --depth == 0)
			end = (size_t)(s - text) + strlen("》");
	}
	if (!end)
		return strlen(text);
	first = strstr(text + end, "《");
	return first ? (size_t)(first - text) : strlen(text);
}

bool citation_next(struct arena *arena, const char *text, size_t *at,
		   struct citation *out)
{
	while (text[*at]) {
		const char *start = text + *at;
		size_t len = second_title(start);

		*at += len;
		if (citation_parse(arena, arena_strndup(arena, start, len), out))
			return true;
	}
	return false;
}
