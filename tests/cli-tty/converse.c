/*
 * Run a command at a pseudo-terminal of 80 columns and give it the lines of standard
 * input as answers, one a prompt; after the last one comes the end of input.
 * What the terminal showed, answers and all, goes to standard output.
 *
 * In an answer \xHH is the byte, and \c at its end leaves out the return: what follows is
 * typed after a while.  With --screen it is printed what there is to be seen in the end, with
 * the cursor's movements done; else the bytes as they came.
 *
 * usage: converse [--screen] COMMAND [ARGUMENT]... <ANSWERS
 */
#include <poll.h>
#include <pty.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "screen.h"

enum {
	COLUMNS = 80,
	ROWS = 24,
	LINE_SIZE = 4096,
	END_OF_INPUT = 4,
	SILENCE = 50 /* ms */,
	WHILE = 150 /* ms */,
	CANNOT_RUN = 127
};

/* Whether the command waits for an answer: all that it says ends with a prompt. */
static bool is_asking(const struct buf *shown)
{
	static const char *const prompts[] = { "\n> ", "[Y/n] ", "… ", ": ", "] " };

	for (size_t i = 0; i < ARRAY_LEN(prompts); i++) {
		size_t len = strlen(prompts[i]);

		if (shown->len >= len &&
		    strcmp(shown->s + shown->len - len, prompts[i]) == 0)
			return true;
	}
	return false;
}

/* A prompt is the last thing said: what looks like one inside a line goes on at once. */
static bool is_silent(int terminal, int wait)
{
	struct pollfd fd = { .fd = terminal, .events = POLLIN };

	return poll(&fd, 1, wait) == 0;
}

/* Read on until the command asks, or in the middle of an answer is silent; false when it has ended. */
static bool listen_to(int terminal, bool midway, struct buf *shown)
{
	char chunk[LINE_SIZE];
	ssize_t n = 1;

	while (n > 0 && !(midway && is_silent(terminal, WHILE))) {
		/* EIO is how a terminal says that nobody has it open any more. */
		n = read(terminal, chunk, sizeof(chunk));
		if (n > 0)
			buf_add(shown, chunk, (size_t)n);
		if (!midway && is_asking(shown) && is_silent(terminal, SILENCE))
			break;
	}
	return n > 0;
}

/* \xHH in its place; whether the answer ends with \c, which goes with the return behind it. */
static bool unescape(char *line)
{
	char *out = line;
	char hex[3] = "";

	for (char *p = line; *p; p++) {
		if (strcmp(p, "\\c\n") == 0) {
			*out = '\0';
			return true;
		}
		if (p[0] == '\\' && p[1] == 'x' && p[2] && p[3]) {
			memcpy(hex, p + 2, 2);
			*out++ = (char)strtol(hex, NULL, 16);
			p += 3;
		} else {
			*out++ = *p;
		}
	}
	*out = '\0';
	return false;
}

static bool say(int terminal, const char *text, size_t len)
{
	return write(terminal, text, len) == (ssize_t)len;
}

static bool converse(int terminal, struct buf *shown)
{
	const char end[] = { END_OF_INPUT };
	char line[LINE_SIZE];
	bool midway = false;

	while (listen_to(terminal, midway, shown)) {
		bool said;

		if (fgets(line, sizeof(line), stdin)) {
			midway = unescape(line);
			said = say(terminal, line, strlen(line));
		} else {
			midway = false;
			said = say(terminal, end, sizeof(end));
		}
		if (!said)
			return false;
	}
	return true;
}

static void print(const struct buf *shown, bool as_screen)
{
	struct screen screen = { .rows = NULL };
	auto_buf out = BUF_INIT;

	if (as_screen) {
		screen_show(&screen, shown->s, shown->len);
		screen_print(&screen, &out);
		screen_release(&screen);
	}
	for (size_t i = 0; !as_screen && i < shown->len; i++)
		if (shown->s[i] != '\r')
			buf_addc(&out, shown->s[i]);
	(void)fwrite(out.s, 1, out.len, stdout);
}

int main(int argc, char **argv)
{
	const struct winsize size = { .ws_col = COLUMNS, .ws_row = ROWS };
	auto_buf shown = BUF_INIT;
	int terminal;
	int status;
	pid_t child;
	bool as_screen = argc > 1 && strcmp(argv[1], "--screen") == 0;

	argc -= as_screen;
	argv += as_screen;
	if (argc < 2)
		return EXIT_FAILURE;
	/* Where there is no terminal to be had (a bare chroot) the cases are skipped. */
	if (strcmp(argv[1], "--probe") == 0)
		return openpty(&terminal, &status, NULL, NULL, &size) == 0 ? EXIT_SUCCESS
									   : EXIT_FAILURE;
	child = forkpty(&terminal, NULL, NULL, &size);
	if (child < 0)
		return EXIT_FAILURE;
	if (child == 0) {
		(void)execvp(argv[1], argv + 1);
		_exit(CANNOT_RUN);
	}
	if (!converse(terminal, &shown) || waitpid(child, &status, 0) != child)
		return EXIT_FAILURE;
	print(&shown, as_screen);
	return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
}
