#include "base/token.h"

#include <string.h>

#include "base/script.h"
#include "base/utf8.h"

enum token_use { TOKEN_INDEX, TOKEN_QUERY };

enum token_class { CLASS_OTHER, CLASS_WORD, CLASS_HAN };

static enum token_class class_of(uint32_t code)
{
	if (utf8_is_han(code))
		return CLASS_HAN;
	return utf8_is_word(code) ? CLASS_WORD : CLASS_OTHER;
}

/* Bytes of the run of one class at `s`. */
static size_t run_length(const char *s, size_t len, enum token_class class)
{
	size_t at = 0;

	while (at < len) {
		size_t used;

		if (class_of(utf8_decode(s + at, len - at, &used)) != class)
			break;
		at += used;
	}
	return at;
}

static void add_token(struct buf *out, const char *s, size_t len)
{
	if (out->len)
		buf_addc(out, ' ');
	buf_add(out, s, len);
}

static void add_singles(struct buf *out, const char *s, size_t len)
{
	for (size_t at = 0, used; at < len; at += used) {
		(void)utf8_decode(s + at, len - at, &used);
		add_token(out, s + at, used);
	}
}

static void add_pairs(struct buf *out, const char *s, size_t len)
{
	size_t first, second;

	(void)utf8_decode(s, len, &first);
	for (size_t at = 0; at + first < len; at += first, first = second) {
		(void)utf8_decode(s + at + first, len - at - first, &second);
		add_token(out, s + at, first + second);
	}
}

static void add_han(struct buf *out, const char *s, size_t len, enum token_use use)
{
	size_t first;

	(void)utf8_decode(s, len, &first);
	add_pairs(out, s, len);
	/* After the pairs of the run, so that these stay side by side for a phrase. */
	if (use == TOKEN_INDEX || first == len)
		add_singles(out, s, len);
}

static void add_tokens(struct buf *out, const char *text, enum token_use use)
{
	auto_buf folded = BUF_INIT;
	size_t run;

	utf8_fold_search(&folded, text, strlen(text));
	script_fold(&folded, 0);
	for (size_t at = 0; at < folded.len; at += run) {
		const char *s = folded.s + at;
		size_t used;
		enum token_class class = class_of(utf8_decode(s, folded.len - at, &used));

		run = run_length(s, folded.len - at, class);
		if (class == CLASS_HAN)
			add_han(out, s, run, use);
		else if (class == CLASS_WORD)
			add_token(out, s, run);
	}
}

void token_index(struct buf *out, const char *text)
{
	add_tokens(out, text, TOKEN_INDEX);
}

void token_query(struct buf *out, const char *query)
{
	add_tokens(out, query, TOKEN_QUERY);
}
