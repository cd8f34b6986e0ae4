#include "format/json.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"

void json_init(struct json *j, struct buf *out, enum json_layout layout)
{
	*j = (struct json){ .out = out, .layout = layout };
}

static void new_line(struct json *j)
{
	if (j->layout != JSON_PRETTY)
		return;
	buf_addc(j->out, '\n');
	for (unsigned int i = 0; i < j->depth; i++)
		buf_adds(j->out, "  ");
}

/* What stands before a key or an element: the comma and the line. */
static void next_place(struct json *j)
{
	if (j->stack[j->depth - 1].count++)
		buf_addc(j->out, ',');
	new_line(j);
}

static void before_value(struct json *j)
{
	if (j->after_key) {
		j->after_key = false;
		return;
	}
	if (!j->depth)
		return;
	assert(!j->stack[j->depth - 1].object);
	next_place(j);
}

static void after_value(struct json *j)
{
	if (!j->depth && j->layout == JSON_PRETTY)
		buf_addc(j->out, '\n');
}

static void open_nest(struct json *j, bool object)
{
	before_value(j);
	assert(j->depth < JSON_MAX_DEPTH);
	j->stack[j->depth].object = object;
	j->stack[j->depth].count = 0;
	j->depth++;
	buf_addc(j->out, object ? '{' : '[');
}

void json_open_object(struct json *j)
{
	open_nest(j, true);
}

void json_open_array(struct json *j)
{
	open_nest(j, false);
}

void json_close(struct json *j)
{
	assert(j->depth > 0 && !j->after_key);
	j->depth--;
	if (j->stack[j->depth].count)
		new_line(j);
	buf_addc(j->out, j->stack[j->depth].object ? '}' : ']');
	after_value(j);
}

static bool is_plain(unsigned char c)
{
	return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
}

/* RFC 8259, section 7: the quote, the backslash and U+0000 to U+001F are escaped. */
static void add_escape(struct buf *out, unsigned char c)
{
	static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt";
	const char *found = NULL;

	for (const char *p = letters; *p && !found; p += 2) {
		if ((unsigned char)*p == c)
			found = p + 1;
	}
	if (found)
		buf_addf(out, "\\%c", *found);
	else
		buf_addf(out, "\\u%04x", c);
}

static void add_quoted(struct buf *out, const char *s, size_t len)
{
	size_t i = 0;

	buf_addc(out, '"');
	while (i < len) {
		size_t start = i;

		while (i < len && is_plain((unsigned char)s[i]))
			i++;
		buf_add(out, s + start, i - start);
		if (i == len)
			break;
		if ((unsigned char)s[i] < 0x80) {
			add_escape(out, (unsigned char)s[i++]);
		} else {
			size_t used;

			utf8_add(out, utf8_decode(s + i, len - i, &used));
			i += used;
		}
	}
	buf_addc(out, '"');
}

void json_key(struct json *j, const char *key)
{
	assert(j->depth > 0 && j->stack[j->depth - 1].object && !j->after_key);
	next_place(j);
	add_quoted(j->out, key, strlen(key));
	buf_adds(j->out, j->layout == JSON_PRETTY ? ": " : ":");
	j->after_key = true;
}

void json_raw(struct json *j, const char *text)
{
	before_value(j);
	buf_adds(j->out, text);
	after_value(j);
}

void json_string_n(struct json *j, const char *s, size_t len)
{
	before_value(j);
	add_quoted(j->out, s, len);
	after_value(j);
}

void json_string(struct json *j, const char *s)
{
	json_string_n(j, s, strlen(s));
}

void json_int(struct json *j, int64_t n)
{
	before_value(j);
	buf_addf(j->out, "%" PRId64, n);
	after_value(j);
}

static void add_word(struct json *j, const char *word)
{
	before_value(j);
	buf_adds(j->out, word);
	after_value(j);
}

void json_bool(struct json *j, bool b)
{
	add_word(j, b ? "true" : "false");
}

void json_null(struct json *j)
{
	add_word(j, "null");
}

void json_member(struct json *j, const char *key, const char *s)
{
	if (!s)
		return;
	json_key(j, key);
	json_string(j, s);
}
