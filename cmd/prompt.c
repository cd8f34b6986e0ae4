#include <errno.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cmd/prompt_private.h"

enum { CHUNK = 4096 };

/* More bytes; false when none came in time (`wait` ms, negative: for ever). */
enum prompt_answer prompt_more(struct prompt *p, int wait, bool *came)
{
	const struct timespec time = { .tv_nsec = (long)wait * 1000000 };
	char chunk[CHUNK];
	fd_set set;
	ssize_t n;
	int ready;

	FD_ZERO(&set);
	FD_SET(STDIN_FILENO, &set);
	ready = pselect(STDIN_FILENO + 1, &set, NULL, NULL, wait < 0 ? NULL : &time,
			&p->mask);
	*came = ready > 0;
	if (ready < 0)
		return errno == EINTR ? PROMPT_STOP : PROMPT_END;
	if (ready == 0)
		return PROMPT_LINE;
	n = read(STDIN_FILENO, chunk, sizeof(chunk));
	if (n <= 0)
		return PROMPT_END;
	buf_add(&p->typed, chunk, (size_t)n);
	return PROMPT_LINE;
}

static void finish(const char *text, size_t len, struct buf *out)
{
	const char *trimmed = utf8_trim(text, len, &len);

	buf_reset(out);
	buf_add(out, trimmed, len);
}

static enum prompt_answer read_cooked(struct prompt *p, struct buf *out)
{
	const char *end;
	bool broken;
	bool came;
	size_t len;

	while (!(end = memchr(p->typed.s, '\n', p->typed.len))) {
		enum prompt_answer r = prompt_more(p, -1, &came);

		if (r != PROMPT_LINE)
			return r;
		if (p->typed.len > PROMPT_LIMIT)
			return PROMPT_END;
	}
	len = (size_t)(end - p->typed.s);
	broken = utf8_valid_prefix(p->typed.s, len) != len;
	finish(p->typed.s, len, out);
	buf_splice(&p->typed, 0, len + 1, "", 0);
	return broken ? PROMPT_BROKEN : PROMPT_LINE;
}

enum prompt_answer prompt_read(struct prompt *p, const char *before, const char *recall,
			       struct buf *out)
{
	enum prompt_answer answer;

	p->before = before;
	p->recall = recall;
	buf_reset(out);
	prompt_send(p, before);
	answer = p->edits ? prompt_edit(p) : read_cooked(p, out);
	if (p->edits)
		finish(p->line.text.s, p->line.text.len, out);
	if (!p->edits && (answer == PROMPT_STOP || answer == PROMPT_END))
		prompt_send(p, "\n");
	return answer;
}

/* The letter that was meant; the first of `keys` for nothing, 0 for another. */
static char key_of(const char *answer, const char *keys)
{
	auto_buf folded = BUF_INIT;
	const char *key;

	utf8_fold_search(&folded, answer, strlen(answer));
	if (folded.len == 0)
		return keys[0];
	if (strncmp(folded.s, "是", strlen("是")) == 0)
		key = strchr(keys, 'y');
	else if (strncmp(folded.s, "否", strlen("否")) == 0)
		key = strchr(keys, 'n');
	else
		key = strchr(keys, folded.s[0]);
	if (!key)
		return '\0';
	return *key;
}

char prompt_key(struct prompt *p, const char *before, const char *keys)
{
	auto_buf answer = BUF_INIT;
	char key = '\0';

	while (!key) {
		enum prompt_answer r = prompt_read(p, before, NULL, &answer);

		if (r == PROMPT_END || r == PROMPT_STOP)
			return '\0';
		if (r == PROMPT_LINE)
			key = key_of(answer.s, keys);
	}
	return key;
}
