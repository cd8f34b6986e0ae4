/*
 * Writing JSON, byte for byte the same each time.
 *
 *	struct json j;
 *	json_init(&j, &buf, JSON_PRETTY);
 *	json_open_object(&j);
 *	json_key(&j, "id"); json_string(&j, id);
 *	json_close(&j);
 *
 * Nesting is asserted; text that is not UTF-8 is written with U+FFFD.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_JSON_H
#define GK_FORMAT_JSON_H

#include "base/base.h"
#include "base/buf.h"

enum json_layout {
	JSON_COMPACT,
	JSON_PRETTY
}; /* pretty: two blanks, a line a member, final newline */
enum { JSON_MAX_DEPTH = 64 };

struct json {
	struct buf *out;
	enum json_layout layout;
	unsigned int depth;
	bool after_key;
	struct {
		bool object;
		size_t count;
	} stack[JSON_MAX_DEPTH];
};

void json_init(struct json *j, struct buf *out, enum json_layout layout);
void json_open_object(struct json *j);
void json_open_array(struct json *j);
/** Close the innermost object or array. */
void json_close(struct json *j);
void json_key(struct json *j, const char *key);
void json_string(struct json *j, const char *s);
void json_string_n(struct json *j, const char *s, size_t len);
void json_int(struct json *j, int64_t n);
void json_bool(struct json *j, bool b);
void json_null(struct json *j);
/** A value that is JSON already, as it stands. */
void json_raw(struct json *j, const char *text);
/** Key and string in one; leaves the member out when `s` is NULL. */
void json_member(struct json *j, const char *key, const char *s);

#endif
