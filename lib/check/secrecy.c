#include <string.h>

#include "base/utf8.h"
#include "check/check_private.h"
#include "record/attachment.h"
#include "record/document.h"

/*
 * Marks of secrecy (保守国家秘密法 Art 22): 绝密★启用前, 机密★20年, 秘密, at the head of a
 * paper, in its number or in the name of a file.  The words stand in laws and in
 * ordinary sentences as well (国家秘密, 商业秘密, 保守秘密): there they mean nothing.
 */
static const char *const words[] = { "绝密", "机密", "秘密", "絕密", "機密" };
static const char *const stars[] = { "★", "☆", "*" };
static const char *const suffixes[] = { "级", "件", "級" }; /* 机密级, 秘密件 */
static const char *const blanks[] = { " ", "　" };
static const char *const quotes[] = { "《", "“" }; /* of a word that is spoken of */

/* All of the words are two characters that end in 密, E5 AF 86. */
enum { WORD_SIZE = 6, LAST_BYTE = 0x86 };

struct text {
	const char *s;
	size_t len;
};

/* Bytes of the one of the list that stands at `at`; 0 when none does. */
static size_t one_at(struct text text, size_t at, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(list[i]);

		if (at + len <= text.len && memcmp(text.s + at, list[i], len) == 0)
			return len;
	}
	return 0;
}

#define ONE_AT(text, at, list) one_at((text), (at), (list), ARRAY_LEN(list))

/* Where the next of the words begins, from `from` on; text.len when there is none. */
static size_t find_word(struct text text, size_t from)
{
	while (from < text.len) {
		const char *last = memchr(text.s + from, LAST_BYTE, text.len - from);
		size_t end = last ? (size_t)(last - text.s) + 1 : text.len;

		if (last && end >= WORD_SIZE && ONE_AT(text, end - WORD_SIZE, words))
			return end - WORD_SIZE;
		from = end;
	}
	return text.len;
}

/* The place behind the mark: word and suffix. */
static size_t mark_end(struct text text, size_t at)
{
	at += WORD_SIZE;
	return at + ONE_AT(text, at, suffixes);
}

static bool has_star(struct text text, size_t at)
{
	size_t end = mark_end(text, at);
	size_t len;

	while ((len = ONE_AT(text, end, blanks)) > 0)
		end += len;
	len = ONE_AT(text, end, stars);
	if (len == 1) /* 秘密*5年, not a word in Markdown's asterisks */
		return end + 1 < text.len && text.s[end + 1] >= '0' &&
		       text.s[end + 1] <= '9';
	return len > 0;
}

static size_t before(struct text text, size_t at)
{
	while (at > 0 && ((unsigned char)text.s[--at] & 0xC0U) == 0x80U)
		;
	return at;
}

/* Whether no Han stands beside it, so that it is not a part of a sentence. */
static bool is_apart(struct text text, size_t at)
{
	size_t end = mark_end(text, at);
	size_t previous = before(text, at);
	size_t used;

	if (utf8_is_han(utf8_decode(text.s + previous, at - previous, &used)) ||
	    ONE_AT(text, previous, quotes))
		return false;
	return !utf8_is_han(utf8_decode(text.s + end, text.len - end, &used));
}

/* Whether it stands alone on its line, as over the head of a paper. */
static bool is_line(struct text text, size_t at)
{
	size_t start = at;
	size_t end = at;
	size_t len;

	while (start > 0 && text.s[start - 1] != '\n')
		start--;
	while (end < text.len && text.s[end] != '\n')
		end++;
	const char *trimmed = utf8_trim(text.s + start, end - start, &len);

	return trimmed == text.s + at && len == mark_end(text, at) - at;
}

/* Where papers carry their mark: title, number, mark, and what their files are called. */
static bool is_headline(const struct field *field)
{
	const unsigned int flags = FIELD_TITLE | FIELD_NAME | FIELD_FILE;
	const struct field *files = attachment_table.items;

	return (field->flags & flags) != 0 || field->choices == &document_marks ||
	       (field >= files && field < files + attachment_table.count);
}

/* 标有“机密★1年”的文件: a sentence that speaks of the mark. */
static bool is_spoken_of(struct text text, size_t at)
{
	size_t quote = before(text, at);
	size_t previous;
	size_t used;

	if (quote == at || !ONE_AT(text, quote, quotes) || quote == 0)
		return false;
	previous = before(text, quote);
	return utf8_is_han(utf8_decode(text.s + previous, quote - previous, &used));
}

static void add_mark(const struct within *w, struct text text, size_t at)
{
	struct arena *arena = w->out->arena;
	const struct record_place *place = record_place_at(w->record, at);
	const struct finding_at where = {
		.place = yaml_place_at(text.s, text.len, at),
		.path = place ? record_field_path(arena, w->record, place->member) : "",
		.field = place ? place->field : NULL,
	};
	const char *mark = arena_strndup(arena, text.s + at, mark_end(text, at) - at);

	finding_add_at(w->out, RULE_SECRET_MARK, w->record, &where,
		       (const char *const[]){ mark, NULL });
}

void check_secrecy(const struct within *w)
{
	const struct yaml_tree *tree = &w->record->tree;
	struct text text = { tree->bytes, tree->len };

	if (!has_disclosure(w->record->kind) || !text.s)
		return;
	for (size_t at = find_word(text, 0); at < text.len;
	     at = find_word(text, at + WORD_SIZE)) {
		const struct record_place *place = record_place_at(w->record, at);

		if ((has_star(text, at) && !is_spoken_of(text, at)) ||
		    is_line(text, at) ||
		    (place && is_headline(place->field) && is_apart(text, at)))
			add_mark(w, text, at);
	}
}
