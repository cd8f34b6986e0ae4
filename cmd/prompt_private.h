/*
 * What the files of the prompt share.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_PROMPT_PRIVATE_H
#define GK_CMD_PROMPT_PRIVATE_H

#include "cmd/prompt.h"

#include <signal.h>
#include <termios.h>

#include "base/line.h"

enum { PROMPT_SIGNALS = 4, PROMPT_LIMIT = 1 << 20 /* bytes of a line */ };

struct prompt {
	struct app *app;
	bool edits; /* lines are edited here */
	struct termios was;
	sigset_t mask; /* of before */
	struct sigaction actions[PROMPT_SIGNALS];
	struct buf typed; /* read and not used yet */
	/* the line being asked for */
	const char *before;
	const char *recall;
	struct line line;
	size_t row; /* of the cursor on the terminal, from the line's first */
	bool pasting;
	bool broken;
};

/** More bytes into p->typed; *came false when none came in `wait` ms (negative: for ever). */
enum prompt_answer prompt_more(struct prompt *prompt, int wait, bool *came);
/** Print at once. */
void prompt_send(const struct prompt *prompt, const char *text);
/** Make the terminal ours, or what it was: for a stop, and for other programs. */
void prompt_take_terminal(const struct prompt *prompt);
void prompt_give_terminal(const struct prompt *prompt);
/** A line that is edited here; it stays in p->line. */
enum prompt_answer prompt_edit(struct prompt *prompt);

#endif
