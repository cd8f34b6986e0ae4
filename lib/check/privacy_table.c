#include "check/privacy.h"

#include <string.h>

#include "base/utf8.h"
#include "check/check_private.h"

/*
 * Columns of personal data in the tables of a Markdown text: the head says what the
 * column is, and the cells below say whether it is filled.
 */

enum { COLUMNS_MAX = 64, HEAD_MAX = 128 };

struct slice {
	const char *s;
	size_t len;
};

enum rule_id privacy_column_rule(enum personal_column column)
{
	switch (column) {
	case COLUMN_IDENTITY:
	case COLUMN_PHONE:
	case COLUMN_CARD:
	case COLUMN_BIRTH:
	case COLUMN_ADDRESS:
		return RULE_PRIVACY_COLUMN;
	case COLUMN_HEALTH:
		return RULE_PRIVACY_HEALTH;
	case COLUMN_MINOR:
		return RULE_PRIVACY_MINOR;
	case COLUMN_HARMLESS:
	case PERSONAL_COLUMN_COUNT:
		break;
	}
	return RULE_COUNT;
}

/* ---- cells ---- */

static bool has_any(struct slice text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(words[i]);

		for (size_t at = 0; at + len <= text.len; at++)
			if (memcmp(text.s + at, words[i], len) == 0)
				return true;
	}
	return false;
}

#define HAS_ANY(text, words) has_any((text), (words), ARRAY_LEN(words))

static size_t digit_count(struct slice text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += (text.s[i] >= '0' && text.s[i] <= '9') ||
			 (i + 3 <= text.len && memcmp(text.s + i, "\xEF\xBC", 2) == 0 &&
			  (unsigned char)text.s[i + 2] >= 0x90 &&
			  (unsigned char)text.s[i + 2] <= 0x99);
	return count;
}

/* Whether the whole cell is one of the words. */
static bool is_one_of(struct slice text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(words[i]) == text.len &&
		    memcmp(text.s, words[i], text.len) == 0)
			return true;
	return false;
}

static bool is_masked(struct slice text)
{
	static const char *const masks[] = { "*",  "＊", "×",  "✱",    "●", "■",
					     "某", "XX", "xx", "ＸＸ", "…", "██" };

	return HAS_ANY(text, masks);
}

/* What says that there is nothing, or nothing wrong. */
static bool is_void(struct slice text)
{
	static const char *const voids[] = { "无",    "没有", "否",     "/",    "-",
					     "—",     "——",   "－",     "\\",   "略",
					     "不详",  "健康", "良好",   "一般", "正常",
					     "0",     "未填", "不公开", "N/A",  "同上",
					     "见附件" };

	return text.len == 0 || is_one_of(text, voids, ARRAY_LEN(voids));
}

/* Numbers that are whole are found as such, wherever they stand. */
static bool is_found_anyway(struct slice text)
{
	struct arena arena = ARENA_INIT;
	struct personal_hit hit;
	size_t pos = 0;
	bool found = personal_next(&arena, text.s, text.len, NULL, &pos, &hit);

	arena_clear(&arena);
	return found;
}

bool privacy_cell_is_bare(enum personal_column column, const char *cell, size_t len)
{
	static const char *const doors[] = { "号", "室", "单元", "栋", "幢" };
	enum { NUMBER_MIN = 8, BIRTH_MIN = 2 };
	struct slice text;

	text.s = utf8_trim(cell, len, &text.len);
	if (is_void(text) || is_masked(text))
		return false;
	switch (column) {
	case COLUMN_IDENTITY:
	case COLUMN_CARD:
		return digit_count(text) >= NUMBER_MIN && !is_found_anyway(text);
	case COLUMN_BIRTH:
		return digit_count(text) >= BIRTH_MIN;
	case COLUMN_ADDRESS:
		return digit_count(text) > 0 && HAS_ANY(text, doors) &&
		       !is_found_anyway(text);
	case COLUMN_HEALTH:
	case COLUMN_MINOR:
		return true;
	case COLUMN_PHONE: /* a mobile is found anyway, and the others are an office's */
	case COLUMN_HARMLESS:
	case PERSONAL_COLUMN_COUNT:
		break;
	}
	return false;
}

/* ---- tables ---- */

/* The line around `at`, without its end. */
static struct slice line_at(struct slice text, size_t at)
{
	size_t start = at;
	const char *end = memchr(text.s + at, '\n', text.len - at);

	while (start > 0 && text.s[start - 1] != '\n')
		start--;
	return (struct slice){ text.s + start,
			       (end ? (size_t)(end - text.s) : text.len) - start };
}

/* |---|:--:|: what stands under the heads of a table. */
static bool is_rule_line(struct slice line)
{
	size_t dashes = 0;
	size_t bars = 0;

	for (size_t i = 0; i < line.len; i++) {
		if (!strchr("|-: \t\r>", line.s[i]) || !line.s[i])
			return false;
		dashes += line.s[i] == '-';
		bars += line.s[i] == '|';
	}
	return dashes > 0 && bars > 0;
}

/* Cell number `column` of a line; false when it has fewer. */
static bool cell_of(struct slice line, size_t column, struct slice *out)
{
	size_t at = 0;

	while (at < line.len && strchr(" \t>", line.s[at]))
		at++;
	if (at < line.len && line.s[at] == '|')
		at++;
	for (;; column--) {
		size_t end = at;

		while (end < line.len &&
		       !(line.s[end] == '|' && (end == 0 || line.s[end - 1] != '\\')))
			end++;
		*out = (struct slice){ line.s + at, end - at };
		if (column == 0)
			return at < line.len;
		if (end == line.len)
			return false;
		at = end + 1;
	}
}

/* Whether a cell of the column below says something, to the end of the table. */
static bool is_filled(struct slice text, size_t at, enum personal_column column,
		      size_t number)
{
	while (at < text.len) {
		struct slice line = line_at(text, at);
		struct slice cell;

		if (!memchr(line.s, '|', line.len) || is_rule_line(line))
			return false;
		if (cell_of(line, number, &cell) &&
		    privacy_cell_is_bare(column, cell.s, cell.len))
			return true;
		at += line.len + 1;
	}
	return false;
}

/* A text of the record, as it stands in the file. */
struct body {
	const struct within *w;
	const struct record_place *place;
	struct slice text;
};

static void add_column(const struct body *body, enum rule_id rule, struct slice head)
{
	const struct within *w = body->w;
	const struct record *record = w->record;
	struct arena *arena = w->out->arena;
	const struct finding_at at = {
		.place = yaml_place_at(record->tree.bytes, record->tree.len,
				       (size_t)(head.s - record->tree.bytes)),
		.path = record_field_path(arena, record, body->place->member),
		.field = body->place->field,
	};

	finding_add_at(
		w->out, rule, record, &at,
		(const char *const[]){ arena_strndup(arena, head.s, head.len), NULL });
}

/* The table whose rule line begins at `at`; where it ends. */
static void check_table(const struct body *body, struct slice rule_line)
{
	const size_t at = (size_t)(rule_line.s - body->text.s);
	struct slice heads;
	struct slice cell;

	if (at == 0)
		return;
	heads = line_at(body->text, at - 1);
	for (size_t i = 0; i < COLUMNS_MAX && cell_of(heads, i, &cell); i++) {
		char head[HEAD_MAX];
		enum personal_column column;

		cell.s = utf8_trim(cell.s, cell.len, &cell.len);
		if (cell.len >= sizeof(head))
			continue;
		memcpy(head, cell.s, cell.len);
		head[cell.len] = '\0';
		column = personal_column_of(head);
		if (column != COLUMN_HARMLESS &&
		    is_filled(body->text, at + rule_line.len + 1, column, i))
			add_column(body, privacy_column_rule(column), cell);
	}
}

/* The next rule line from `at` on; an empty one when there is none. */
static struct slice find_rule_line(struct slice text, size_t at)
{
	while (at < text.len) {
		const char *bar = memchr(text.s + at, '|', text.len - at);
		struct slice line;

		if (!bar)
			break;
		line = line_at(text, (size_t)(bar - text.s));
		if (is_rule_line(line))
			return line;
		at = (size_t)(line.s - text.s) + line.len + 1;
	}
	return (struct slice){ text.s + text.len, 0 };
}

static void check_body(const struct body *body)
{
	struct slice line = find_rule_line(body->text, 0);

	if (!line.len || !record_is_public_at(body->w->record, body->place->member))
		return;
	while (line.len) {
		check_table(body, line);
		line = find_rule_line(body->text,
				      (size_t)(line.s - body->text.s) + line.len);
	}
}

void check_private_columns(const struct within *w)
{
	const struct record *record = w->record;
	const struct slice file = { record->tree.bytes, record->tree.len };

	if (!find_rule_line(file, 0).len)
		return;
	for (size_t i = 0; i < record->place_count; i++) {
		const struct record_place *place = &record->places[i];
		const struct yaml_node *node = place->node;

		if (node->type == YAML_SCALAR && place->field->type == FIELD_TEXT)
			check_body(&(struct body){
				.w = w,
				.place = place,
				.text = { file.s + node->start, node->end - node->start },
			});
	}
}
