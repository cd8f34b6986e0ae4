/*
 * Run a command at a pseudo-terminal of 80 columns and give it the lines of standard
 * input as answers, one a prompt; after the last one comes the end of input.
 * What the terminal showed, answers and all, goes to standard output.
 *
 * usage: converse COMMAND [ARGUMENT]... <ANSWERS
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

enum {
	COLUMNS = 80,
	ROWS = 24,
	LINE_SIZE = 4096,
	END_OF_INPUT = 4,
	SILENCE = 50 /* ms */,
	CANNOT_RUN = 127
};

/* Whether the command waits for an answer: all that it says ends with a prompt. */
static bool is_asking(const struct buf *shown)
{
	static const char *const prompts[] = { "\n> ", "[Y/n] ", ": " };

	for (size_t i = 0; i < ARRAY_LEN(prompts); i++) {
		size_t len = strlen(prompts[i]);

		if (shown->len >= len &&
		    strcmp(shown->s + shown->len - len, prompts[i]) == 0)
			return true;
	}
	return false;
}

/* A prompt is the last thing said: what looks like one inside a line goes on at once. */
static bool is_silent(int terminal)
{
	struct pollfd fd = { .fd = terminal, .events = POLLIN };

	return poll(&fd, 1, SILENCE) == 0;
}

/* Read on until the command asks; false when it has ended. */
static bool listen_to(int terminal, struct buf *shown)
{
	char chunk[LINE_SIZE];
	ssize_t n;

	do {
		/* EIO is how a terminal says that nobody has it open any more. */
		n = read(terminal, chunk, sizeof(chunk));
		for (ssize_t i = 0; i < n; i++)
			if (chunk[i] != '\r')
				buf_addc(shown, chunk[i]);
	} while (n > 0 && !(is_asking(shown) && is_silent(terminal)));
	return n > 0;
}

static bool say(int terminal, const char *text, size_t len)
{
	return write(terminal, text, len) == (ssize_t)len;
}

static bool converse(int terminal, struct buf *shown)
{
	const char end[] = { END_OF_INPUT };
	char line[LINE_SIZE];

	while (listen_to(terminal, shown)) {
		bool said = fgets(line, sizeof(line), stdin)
				    ? say(terminal, line, strlen(line))
				    : say(terminal, end, sizeof(end));

		if (!said)
			return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	const struct winsize size = { .ws_col = COLUMNS, .ws_row = ROWS };
	auto_buf shown = BUF_INIT;
	int terminal;
	int status;
	pid_t child;

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
	(void)fwrite(shown.s, 1, shown.len, stdout);
	return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
}
