#include "format/yaml_scan.h"

#include <stdio.h>
#include <string.h>

#include "base/list.h"
#include "base/utf8.h"

/* One line of the file, without its line end. */
struct line {
	const char *s;
	size_t len;
	uint32_t number;
};

static const char bom[] = "\xEF\xBB\xBF";
enum { BOM_LEN = 3, MARKER_LEN = 7 };

void yaml_problem_add(struct arena *arena, struct yaml_tree *tree, enum yaml_fault fault,
		      struct yaml_place place, const char *arg)
{
	struct yaml_problem *problem;

	if (tree->problem_count == YAML_MAX_PROBLEMS)
		return;
	if (tree->problem_count == tree->problem_room)
		tree->problems = array_grow(arena, tree->problems, tree->problem_count,
					    &tree->problem_room, sizeof(*tree->problems));
	problem = &tree->problems[tree->problem_count++];
	problem->fault = fault;
	problem->place = place;
	problem->arg = arena_strndup(arena, arg, strlen(arg));
}

static bool has_bom(const char *bytes, size_t len)
{
	return len >= BOM_LEN && memcmp(bytes, bom, BOM_LEN) == 0;
}

struct yaml_place yaml_place_at(const char *bytes, size_t len, size_t offset)
{
	struct yaml_place place = { .line = 1, .column = 1 };
	size_t at = has_bom(bytes, len) ? BOM_LEN : 0;
	const char *end;

	if (offset > len)
		offset = len;
	while (at < offset && (end = memchr(bytes + at, '\n', offset - at))) {
		at = (size_t)(end - bytes) + 1;
		place.line++;
	}
	for (; at < offset; at++)
		place.column += ((unsigned char)bytes[at] & 0xC0) != 0x80;
	return place;
}

/* ---- encodings ---- */

/* Windows editors save "Unicode" as UTF-16, where every ASCII character has a NUL. */
static bool is_utf16(const char *bytes, size_t len)
{
	size_t nuls[2] = { 0, 0 };

	if (len >= 2 &&
	    (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
		return true;
	if (len % 2 != 0 || !memchr(bytes, '\0', len))
		return false;
	for (size_t i = 0; i < len; i++)
		nuls[i % 2] += bytes[i] == '\0';
	return (nuls[0] > 1 && nuls[1] == 0) || (nuls[1] > 1 && nuls[0] == 0);
}

static bool is_gbk(const char *bytes, size_t len)
{
	const unsigned char *s = (const unsigned char *)bytes;
	size_t i = 0;

	while (i < len) {
		if (s[i] < 0x80) {
			i++;
			continue;
		}
		if (s[i] == 0x80 || s[i] == 0xFF || i + 1 == len)
			return false;
		if (s[i + 1] < 0x40 || s[i + 1] == 0x7F || s[i + 1] == 0xFF)
			return false;
		i += 2;
	}
	return true;
}

/*
 * UTF-8 with one broken byte can read as GBK too, and GBK can hold a pair that
 * is good UTF-8; what most of the bytes are decides.
 */
static bool is_mostly_broken(const char *bytes, size_t len)
{
	size_t good = 0;
	size_t broken = 0;
	size_t used;

	for (size_t at = 0; at < len; at += used) {
		(void)utf8_decode(bytes + at, len - at, &used);
		if (used > 1)
			good++;
		else if ((unsigned char)bytes[at] >= 0x80)
			broken++;
	}
	return broken > good;
}

static void add_encoding(struct arena *arena, struct yaml_tree *tree, size_t offset,
			 const char *name)
{
	/* What else was found is only what the wrong encoding looks like. */
	tree->problem_count = 0;
	yaml_problem_add(arena, tree, YAML_FAULT_ENCODING,
			 yaml_place_at(tree->bytes, tree->len, offset), name);
}

void yaml_scan_encoding(struct arena *arena, struct yaml_tree *tree)
{
	size_t good;

	if (tree->len > YAML_MAX_BYTES)
		return;
	good = utf8_valid_prefix(tree->bytes, tree->len);
	if (is_utf16(tree->bytes, tree->len))
		add_encoding(arena, tree, 0, "UTF-16");
	else if (good == tree->len)
		return;
	else if (is_gbk(tree->bytes, tree->len) &&
		 is_mostly_broken(tree->bytes, tree->len))
		add_encoding(arena, tree, good, "GBK");
	else
		add_encoding(arena, tree, good, "");
}

/* ---- lines ---- */

static struct yaml_place place_in(const struct line *line, size_t at)
{
	struct yaml_place place = yaml_place_at(line->s, line->len, at);

	place.line = line->number;
	return place;
}

/*
 * 1 for bytes that need a second look: control characters, and the lead bytes
 * of U+0080-00BF, U+2000-2FFF and U+F000-FFFF, in which more of them lie.
 */
static const unsigned char suspect[256] = {
	[0x00] = 1, [0x01] = 1, [0x02] = 1, [0x03] = 1, [0x04] = 1, [0x05] = 1,
	[0x06] = 1, [0x07] = 1, [0x08] = 1, [0x0B] = 1, [0x0C] = 1, [0x0D] = 1,
	[0x0E] = 1, [0x0F] = 1, [0x10] = 1, [0x11] = 1, [0x12] = 1, [0x13] = 1,
	[0x14] = 1, [0x15] = 1, [0x16] = 1, [0x17] = 1, [0x18] = 1, [0x19] = 1,
	[0x1A] = 1, [0x1B] = 1, [0x1C] = 1, [0x1D] = 1, [0x1E] = 1, [0x1F] = 1,
	[0x7F] = 1, [0xC2] = 1, [0xE2] = 1, [0xEF] = 1,
};

/*
 * What libyaml refuses, and what it takes for a line end though no editor does
 * (U+0085, U+2028, U+2029, a lone CR): its line numbers would be wrong after it.
 */
static bool is_control(uint32_t code)
{
	if (code < 0x20)
		return code != '\t';
	return (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 ||
	       code == 0xFEFF || code == 0xFFFE || code == 0xFFFF;
}

/* Whether a suspect byte, which is not in ASCII, may begin what is_control() names. */
static bool may_be_control(const char *s, const char *end)
{
	const unsigned char second = s + 1 < end ? (unsigned char)s[1] : 0;

	switch ((unsigned char)s[0]) {
	case 0xC2:
		return second < 0xA0;
	case 0xE2:
		return second == 0x80;
	case 0xEF:
		return second == 0xBB || second == 0xBF;
	}
	return true;
}

/* The first control character of the line is enough: they come in rows. */
static bool scan_controls(struct arena *arena, struct yaml_tree *tree,
			  const struct line *line)
{
	const char *end = line->s + line->len;

	for (const char *s = line->s;; s++) {
		char arg[16];
		uint32_t code;
		size_t used;

		while (s < end && !suspect[(unsigned char)*s])
			s++;
		if (s == end)
			return false;
		if (!may_be_control(s, end))
			continue;
		code = utf8_decode(s, (size_t)(end - s), &used);
		if (!is_control(code))
			continue;
		(void)snprintf(arg, sizeof(arg), "U+%04X", (unsigned int)code);
		yaml_problem_add(arena, tree, YAML_FAULT_CONTROL,
				 place_in(line, (size_t)(s - line->s)), arg);
		return true;
	}
}

static bool is_marker(const struct line *line, char sign)
{
	if (line->len < MARKER_LEN || line->s[0] != sign)
		return false;
	for (size_t i = 1; i < MARKER_LEN; i++)
		if (line->s[i] != sign)
			return false;
	return line->len == MARKER_LEN || line->s[MARKER_LEN] == ' ';
}

/* One problem a conflict, at its first line; rests of one half cleaned away count too. */
static bool scan_conflict(struct arena *arena, struct yaml_tree *tree,
			  const struct line *line, bool *open)
{
	const bool begins = is_marker(line, '<');
	const bool ends = is_marker(line, '>');

	if (!begins && !ends && !is_marker(line, '='))
		return false;
	if (begins || !*open)
		yaml_problem_add(arena, tree, YAML_FAULT_CONFLICT, place_in(line, 0), "");
	*open = begins || (*open && !ends);
	return true;
}

/* ---- most files have nothing of this ---- */

enum { STRETCH = 64, AHEAD = 2 };

/*
 * Whether something of a stretch, of which AHEAD more bytes can be read, is worth a
 * look line by line.  Without branches, so that the compiler compares many at once.
 */
static bool is_notable(const unsigned char *s)
{
	unsigned char notable = 0;

	for (size_t i = 0; i < STRETCH; i++) {
		const unsigned char a = s[i];
		const unsigned char b = s[i + 1];
		const unsigned char c = s[i + 2];
		const unsigned char low = (a < 0x20) & (a != '\t') & (a != '\n');
		const unsigned char delete = a == 0x7F;
		const unsigned char latin = (a == 0xC2) & (b < 0xA0);
		const unsigned char breaks =
			(a == 0xE2) & (b == 0x80) & ((c & 0xFE) == 0xA8);
		const unsigned char last = (a == 0xEF) & ((b == 0xBB) | (b == 0xBF));
		const unsigned char marker =
			(a == '\n') & ((b == '<') | (b == '=') | (b == '>'));

		notable |= low | delete | latin | breaks | last | marker;
	}
	return notable != 0;
}

static bool has_notable(const char *bytes, size_t len)
{
	unsigned char rest[STRETCH + AHEAD];
	size_t at = 0;

	if (len && strchr("<=>", bytes[0]))
		return true;
	for (; at + STRETCH + AHEAD <= len; at += STRETCH)
		if (is_notable((const unsigned char *)bytes + at))
			return true;
	memset(rest, ' ', sizeof(rest));
	memcpy(rest, bytes + at, len - at);
	/* What stands behind a whole stretch is looked at next. */
	if (len - at > STRETCH && is_notable(rest))
		return true;
	if (len - at > STRETCH) {
		memmove(rest, rest + AHEAD, STRETCH);
		memset(rest + STRETCH, ' ', AHEAD);
	}
	return is_notable(rest);
}

static enum yaml_sight scan_lines(struct arena *arena, struct yaml_tree *tree,
				  size_t start)
{
	struct line line = { .s = tree->bytes + start, .number = 0 };
	const char *end = tree->bytes + tree->len;
	enum yaml_sight sight = YAML_READABLE;
	bool conflict = false;
	bool crlf = false;

	while (line.s < end) {
		const char *lf = memchr(line.s, '\n', (size_t)(end - line.s));
		const char *next = lf ? lf + 1 : end;

		line.len = (size_t)((lf ? lf : end) - line.s);
		line.number++;
		if (lf && line.len && lf[-1] == '\r') {
			line.len--;
			if (!crlf)
				yaml_problem_add(arena, tree, YAML_FAULT_CRLF,
						 place_in(&line, line.len), "");
			crlf = true;
		}
		if (scan_controls(arena, tree, &line))
			sight = YAML_UNREADABLE;
		if (scan_conflict(arena, tree, &line, &conflict))
			sight = YAML_UNREADABLE;
		line.s = next;
	}
	return sight;
}

enum yaml_sight yaml_scan(struct arena *arena, struct yaml_tree *tree)
{
	const struct yaml_place first = { .line = 1, .column = 1 };
	size_t start = 0;

	if (tree->len > YAML_MAX_BYTES) {
		yaml_problem_add(arena, tree, YAML_FAULT_SIZE, first, "");
		return YAML_UNREADABLE;
	}
	if (has_bom(tree->bytes, tree->len)) {
		yaml_problem_add(arena, tree, YAML_FAULT_BOM, first, "");
		start = BOM_LEN;
	}
	if (!has_notable(tree->bytes + start, tree->len - start))
		return YAML_READABLE;
	return scan_lines(arena, tree, start);
}

/* ---- the cause of a syntax error ---- */

/* Signs that an input method leaves full-width, and what must be true of the line. */
static const struct {
	const char *sign;
	const char
		*beside; /* one of these ASCII signs stands on the line; NULL: any line */
} full_width[] = {
	{ "：", NULL }, { "”", "\"'" }, { "“", "\"'" }, { "＂", "\"'" }, { "’", "\"'" },
	{ "‘", "\"'" }, { "］", "[" },  { "】", "[" },  { "［", "]" },   { "【", "]" },
	{ "｝", "{" },  { "｛", "}" },  { "，", "[{" },
};

static bool find_line(const struct yaml_tree *tree, uint32_t number, struct line *out)
{
	const char *end = tree->bytes + tree->len;
	const char *s = tree->bytes;
	const char *lf;

	if (has_bom(tree->bytes, tree->len))
		s += BOM_LEN;
	for (uint32_t i = 1; i < number; i++) {
		lf = memchr(s, '\n', (size_t)(end - s));
		if (!lf)
			return false;
		s = lf + 1;
	}
	lf = memchr(s, '\n', (size_t)(end - s));
	*out = (struct line){ .s = s,
			      .len = (size_t)((lf ? lf : end) - s),
			      .number = number };
	return number > 0;
}

static const char *find_sign(const struct line *line, const char *sign)
{
	const size_t len = strlen(sign);

	for (size_t i = 0; i + len <= line->len; i++)
		if (memcmp(line->s + i, sign, len) == 0)
			return line->s + i;
	return NULL;
}

static bool has_any(const char *s, size_t len, const char *signs)
{
	for (size_t i = 0; i < len; i++)
		if (s[i] != '\0' && strchr(signs, s[i]))
			return true;
	return false;
}

static bool cause_is_tab(struct arena *arena, struct yaml_tree *tree,
			 const struct line *line)
{
	for (size_t i = 0; i < line->len; i++) {
		if (line->s[i] == '\t') {
			yaml_problem_add(arena, tree, YAML_FAULT_TAB, place_in(line, i),
					 "");
			return true;
		}
		if (line->s[i] != ' ' && line->s[i] != '-')
			return false;
	}
	return false;
}

/* Whether brackets and quotes of so many bytes are closed: then what stands in them is no cause. */
static bool is_closed(const char *s, size_t len)
{
	static const char signs[] = "[]{}\"'";
	int seen[sizeof(signs)] = { 0 };

	for (size_t i = 0; i < len; i++) {
		const char *sign = s[i] ? strchr(signs, s[i]) : NULL;

		if (sign)
			seen[sign - signs]++;
	}
	return seen[0] == seen[1] && seen[2] == seen[3] && seen[4] % 2 == 0 &&
	       seen[5] % 2 == 0;
}

/* Bytes of the line before the column (from 1), which counts characters; all of them for 0. */
static size_t bytes_before(const struct line *line, uint32_t column)
{
	size_t i = 0;

	if (column == 0)
		return line->len;
	for (; i < line->len; i++)
		if (((unsigned char)line->s[i] & 0xC0U) != 0x80U && --column == 0)
			break;
	return i;
}

static bool cause_is_full_width(struct arena *arena, struct yaml_tree *tree,
				const struct line *line, uint32_t column)
{
	const bool closed = is_closed(line->s, bytes_before(line, column));

	for (size_t i = 0; i < ARRAY_LEN(full_width); i++) {
		const char *sign = full_width[i].sign;
		const char *at = find_sign(line, sign);
		size_t before;

		if (!at)
			continue;
		before = (size_t)(at - line->s);
		/* A full-width colon is an error only where the key should end. */
		if (full_width[i].beside
			    ? closed || !has_any(line->s, line->len, full_width[i].beside)
			    : has_any(line->s, before, ":\"'#"))
			continue;
		yaml_problem_add(arena, tree, YAML_FAULT_FULL_WIDTH,
				 place_in(line, before), sign);
		return true;
	}
	return false;
}

bool yaml_scan_cause(struct arena *arena, struct yaml_tree *tree, struct yaml_place place)
{
	struct line at;

	if (!find_line(tree, place.line, &at))
		return false;
	return cause_is_tab(arena, tree, &at) ||
	       cause_is_full_width(arena, tree, &at, place.column);
}
