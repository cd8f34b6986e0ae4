#include "format/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/i18n.h"

struct charset {
	iconv_t encoder;
};

int charset_open(const char *name, struct charset **out, struct error *err)
{
	iconv_t encoder = iconv_open(name, "UTF-8");

	/* NOLINTNEXTLINE(performance-no-int-to-ptr): what iconv_open() says of failure */
	if (encoder == (iconv_t)-1)
		return error_set(err, ERR_EXTERNAL,
				 tr("this computer cannot write %s: leave --encoding "
				    "out, for UTF-8"),
				 name);
	*out = malloc(sizeof(**out));
	if (!*out)
		out_of_memory();
	(*out)->encoder = encoder;
	return 0;
}

void charset_free(struct charset *charset)
{
	if (charset)
		(void)iconv_close(charset->encoder);
	free(charset);
}

size_t charset_add(struct charset *charset, struct buf *out, const char *text, size_t len)
{
	auto_buf copy = BUF_INIT; /* iconv() takes what is not const */
	size_t left = len;
	char *from;

	buf_add(&copy, text, len);
	from = copy.s;
	while (left > 0) {
		size_t room = 2 * left + 16;
		char *to;
		size_t before = left;

		buf_reserve(out, room);
		to = out->s + out->len;
		errno = 0;
		(void)iconv(charset->encoder, &from, &left, &to, &room);
		out->len = (size_t)(to - out->s);
		out->s[out->len] = '\0';
		if (errno != 0 && (errno != E2BIG || left == before))
			break;
	}
	return len - left;
}

bool charset_decode(const char *name, const char *text, size_t len, struct buf *out)
{
	/* A character of two bytes has at most three, one of four at most four. */
	size_t room = 2 * len + 1;
	const size_t before = out->len;
	iconv_t decoder = iconv_open("UTF-8", name);
	auto_buf copy = BUF_INIT; /* iconv() takes what is not const */
	char *from;
	char *to;
	bool all;

	/* NOLINTNEXTLINE(performance-no-int-to-ptr): what iconv_open() says of failure */
	if (decoder == (iconv_t)-1)
		return false;
	buf_add(&copy, text, len);
	from = copy.s;
	buf_reserve(out, room);
	to = out->s + before;
	all = iconv(decoder, &from, &len, &to, &room) != (size_t)-1 && len == 0;
	(void)iconv_close(decoder);
	out->len = all ? (size_t)(to - out->s) : before;
	out->s[out->len] = '\0';
	return all;
}
