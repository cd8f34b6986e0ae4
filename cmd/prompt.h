/*
 * A person at a terminal: one answer after the other.
 *
 * Where the terminal can (TERM is not dumb) lines are edited here, whole characters at a time;
 * elsewhere by the terminal itself.  What is asked goes to standard error.  Signals that end a
 * program (SIGINT, SIGTERM, SIGHUP, SIGQUIT) are an answer too, PROMPT_STOP, from prompt_open()
 * to prompt_close(), so that a terminal is never left as it was and nothing typed is lost.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_PROMPT_H
#define GK_CMD_PROMPT_H

#include "base/buf.h"
#include "cmd/cmd.h"

struct prompt;

enum prompt_answer {
	PROMPT_LINE,
	PROMPT_BROKEN, /* the line holds bytes that are no UTF-8 */
	PROMPT_END,    /* Ctrl-D, or the terminal is gone */
	PROMPT_STOP,   /* Ctrl-C, or a signal */
};

/** Take the terminal; memory is the app's arena. */
struct prompt *prompt_open(struct app *app);
/** Give it back as it was.  NULL is fine. */
void prompt_close(struct prompt *prompt);

/**
 * Ask for a line behind `before`.  The arrow up brings `recall` (NULL: nothing) into the line.
 * *out gets it without blanks around; what was pasted may have line breaks.
 */
enum prompt_answer prompt_read(struct prompt *prompt, const char *before,
			       const char *recall, struct buf *out);

/**
 * Ask until the answer is one of the letters of `keys` (the first for an empty line; 是 and 否
 * are y and n), or 0 when the person is gone.
 */
char prompt_key(struct prompt *prompt, const char *before, const char *keys);

/**
 * Run a command line of the shell at the terminal, with `path` as its $1; its exit status, -1 when
 * it cannot be run.  `prompt` NULL: nobody is asked anything.
 */
int prompt_run(struct prompt *prompt, const char *command, const char *path);

#endif
