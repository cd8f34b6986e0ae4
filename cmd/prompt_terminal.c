#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd/prompt_private.h"

enum { CANNOT_RUN = 127 };

static const int ends[PROMPT_SIGNALS] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

/* Only here so that a wait for input ends: the signal itself is the news. */
static void wake(int signal)
{
	(void)signal;
}

static void take_signals(struct prompt *p)
{
	struct sigaction action = { .sa_handler = wake };
	sigset_t set;

	(void)sigemptyset(&set);
	(void)sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < PROMPT_SIGNALS; i++) {
		(void)sigaddset(&set, ends[i]);
		(void)sigaction(ends[i], &action, &p->actions[i]);
	}
	(void)pthread_sigmask(SIG_BLOCK, &set, &p->mask);
}

static void give_signals(struct prompt *p)
{
	for (size_t i = 0; i < PROMPT_SIGNALS; i++)
		(void)sigaction(ends[i], &p->actions[i], NULL);
	(void)pthread_sigmask(SIG_SETMASK, &p->mask, NULL);
}

void prompt_send(const struct prompt *p, const char *text)
{
	(void)fputs(text, p->app->err);
	(void)fflush(p->app->err);
}

void prompt_take_terminal(const struct prompt *p)
{
	struct termios now = p->was;

	if (!p->edits) {
#ifdef IUTF8
		now.c_iflag |= IUTF8; /* so that rubout takes whole characters */
		(void)tcsetattr(STDIN_FILENO, TCSADRAIN, &now);
#endif
		return;
	}
	now.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
	now.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IXON | ISTRIP);
	now.c_cc[VMIN] = 1;
	now.c_cc[VTIME] = 0;
	(void)tcsetattr(STDIN_FILENO, TCSADRAIN, &now);
	prompt_send(p, "\033[?2004h");
}

void prompt_give_terminal(const struct prompt *p)
{
	if (p->edits)
		prompt_send(p, "\033[?2004l");
	(void)tcsetattr(STDIN_FILENO, TCSADRAIN, &p->was);
}

static bool is_dumb(void)
{
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here sets variables */
	const char *term = getenv("TERM");

	return !term || !*term || strcmp(term, "dumb") == 0;
}

struct prompt *prompt_open(struct app *app)
{
	struct prompt *p = arena_new(&app->arena, struct prompt);

	p->app = app;
	p->typed = BUF_INIT;
	p->line = LINE_INIT;
	take_signals(p);
	p->edits = tcgetattr(STDIN_FILENO, &p->was) == 0 && !is_dumb();
	prompt_take_terminal(p);
	return p;
}

void prompt_close(struct prompt *p)
{
	if (!p)
		return;
	prompt_give_terminal(p);
	give_signals(p);
	line_release(&p->line);
	buf_release(&p->typed);
}

int prompt_run(struct prompt *p, const char *command, const char *path)
{
	pid_t child;
	int status = 0;

	if (p)
		prompt_give_terminal(p);
	child = fork();
	if (child == 0) {
		if (p)
			give_signals(p);
		(void)execl("/bin/sh", "sh", "-c", command, command, path, (char *)NULL);
		_exit(CANNOT_RUN);
	}
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (p)
		prompt_take_terminal(p);
	if (child < 0 || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status) == CANNOT_RUN ? -1 : WEXITSTATUS(status);
}
