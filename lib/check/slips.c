#include <string.h>

#include "base/utf8.h"
#include "check/check_private.h"

/*
 * Slips of typing that YAML reads without a word: text behind a blank and # is a comment to it,
 * and 补贴，农业 is one word.
 */

/* ---- text that became a comment ---- */

static bool is_text(const struct field *field)
{
	return field->type == FIELD_STRING || field->type == FIELD_TEXT ||
	       field->type == FIELD_STRINGS;
}

/* Where the comment behind the value begins; NULL when none stands in its line. */
static const char *comment_behind(const struct yaml_tree *tree,
				  const struct yaml_node *node)
{
	size_t at = node->end;

	while (at < tree->len && tree->bytes[at] == ' ')
		at++;
	return at > node->end && at < tree->len && tree->bytes[at] == '#'
		       ? tree->bytes + at
		       : NULL;
}

static size_t line_length(const struct yaml_tree *tree, const char *at)
{
	const size_t left = (size_t)(tree->bytes + tree->len - at);
	const char *end = memchr(at, '\n', left);
	size_t len = end ? (size_t)(end - at) : left;

	while (len > 0 && (at[len - 1] == '\r' || at[len - 1] == ' '))
		len--;
	return len;
}

static bool ends_in(const char *text, const char *const *words, size_t count)
{
	const size_t len = strlen(text);

	for (size_t i = 0; i < count; i++) {
		const size_t size = strlen(words[i]);

		if (size <= len && strcmp(text + len - size, words[i]) == 0)
			return true;
	}
	return false;
}

static size_t times(const char *text, const char *sign)
{
	size_t count = 0;

	for (; (text = strstr(text, sign)) != NULL; text += strlen(sign))
		count++;
	return count;
}

/* No text ends so: something that was meant stands behind it. */
static bool breaks_off(const char *text)
{
	static const char *const words[] = { "见", "和", "及", "与", "或", "第", "至",
					     "到", "的", "、", "，", "：", ",",  "；" };
	static const char *const pairs[][2] = { { "（", "）" },
						{ "《", "》" },
						{ "“", "”" } };

	if (ends_in(text, words, ARRAY_LEN(words)))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		if (times(text, pairs[i][0]) > times(text, pairs[i][1]))
			return true;
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* #3楼, 3 #楼 and #平安乡镇# are no remarks; those begin with a blank or a word. */
static bool is_no_remark(const char *text, const char *comment, size_t len)
{
	static const char *const counted[] = { "楼", "栋", "幢", "号", "机", "泵",
					       "井", "塔", "桥", "闸", "线", "库" };
	const size_t last = strlen(text);

	if (len < 2 || comment[1] == ' ' || comment[1] == '#')
		return false;
	if (is_digit(comment[1]) || memchr(comment + 1, '#', len - 1))
		return true;
	if (last == 0 || !is_digit(text[last - 1]))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(counted); i++) {
		const size_t size = strlen(counted[i]);

		if (size < len && memcmp(comment + 1, counted[i], size) == 0)
			return true;
	}
	return false;
}

static void check_comment(const struct within *w, const struct record_place *place)
{
	const struct yaml_tree *tree = &w->record->tree;
	const char *comment = comment_behind(tree, place->node);
	const char *text = place->node->value;
	const size_t len = line_length(tree, comment);

	if (breaks_off(text) || is_no_remark(text, comment, len))
		FIND(w->out, RULE_TEXT_CUT, w->record, place->member,
		     arena_strndup(w->out->arena, comment, len));
}

/* ---- several words in one entry ---- */

/* Lists of words and names, in which no entry has such a sign. */
static bool has_words(const struct field *field)
{
	static const char *const keys[] = { "keywords", "aliases", "co-issuers",
					    "members" };

	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		if (strcmp(field->key, keys[i]) == 0)
			return true;
	return false;
}

static size_t sign_at(const char *text)
{
	static const char *const signs[] = { "、", "，", "；", ",", ";" };

	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return 0;
}

/* The words of an entry as a list; false when it is one word, a sentence, or a name with a remark. */
static bool split(const char *text, struct buf *out)
{
	enum { LONGEST = 12 };
	size_t words = 0;

	if (strpbrk(text, "()\"'") || strstr(text, "（") || strstr(text, "《"))
		return false;
	while (*text) {
		size_t len = 0;

		while (text[len] && !sign_at(text + len))
			len++;
		if (len == 0 || utf8_count(text, len) > LONGEST)
			return false;
		buf_adds(out, words++ ? ", " : "[");
		buf_add(out, text, len);
		text += len;
		text += sign_at(text);
		text += strspn(text, " ");
	}
	buf_addc(out, ']');
	return words > 1;
}

static void check_entry(const struct within *w, const struct record_place *place)
{
	auto_buf list = BUF_INIT;

	if (split(place->node->value, &list))
		FIND(w->out, RULE_SEVERAL_IN_ONE, w->record, place->member,
		     place->node->value, buf_dup(&list, w->out->arena));
}

void check_slips(const struct within *w)
{
	const struct record_place *last = NULL;

	for (size_t i = 0; i < w->record->place_count; i++) {
		const struct record_place *place = &w->record->places[i];
		const struct yaml_node *node = place->node;

		if (!place->field || !node || node->type != YAML_SCALAR ||
		    !is_text(place->field))
			continue;
		/* One word that stands for a list has two places: the list's, then the entry's. */
		if (last && last->field == place->field &&
		    last->node->start == node->start)
			continue;
		last = place;
		if (node->style == YAML_PLAIN && comment_behind(&w->record->tree, node))
			check_comment(w, place);
		if (place->field->type == FIELD_STRINGS && has_words(place->field))
			check_entry(w, place);
	}
}
