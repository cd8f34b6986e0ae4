#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cmd/prompt_private.h"

enum {
	KEY_WAIT = 50 /* ms that the rest of a key may take */,
	DEFAULT_ROWS = 24,
	MUCH = 256
};

static void terminal_size(const struct prompt *p, size_t *columns, size_t *rows)
{
	struct winsize size;

	*columns = p->app->columns;
	*rows = DEFAULT_ROWS;
	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
		*columns = size.ws_col;
		*rows = size.ws_row > 1 ? size.ws_row : 1;
	}
}

/* Paint the whole line anew from its first row. */
static void paint(struct prompt *p)
{
	struct line_view view = { .rows = BUF_INIT };
	auto_buf out = BUF_INIT;
	size_t columns, rows;

	terminal_size(p, &columns, &rows);
	line_view(&p->line, columns, rows, utf8_width(p->before), &view);
	if (p->row > 0)
		buf_addf(&out, "\033[%zuA", p->row);
	buf_addf(&out, "\r\033[J%s%s", p->before, view.rows.s);
	if (view.row_count - 1 > view.row)
		buf_addf(&out, "\033[%zuA", view.row_count - 1 - view.row);
	buf_addc(&out, '\r');
	if (view.column > 0)
		buf_addf(&out, "\033[%zuC", view.column);
	prompt_send(p, out.s);
	p->row = view.row;
	buf_release(&view.rows);
}

/* A character at the end of a row that has room for it is just printed. */
static bool print_at_end(struct prompt *p, const char *bytes, size_t len)
{
	struct line_view view = { .rows = BUF_INIT };
	auto_buf text = BUF_INIT;
	size_t columns, rows;
	bool plain;

	terminal_size(p, &columns, &rows);
	line_view(&p->line, columns, rows, utf8_width(p->before), &view);
	/* It came in, and the cursor did not go to another row. */
	plain = p->line.at == p->line.text.len && view.row == p->row &&
		utf8_width_n(bytes, len) > 0 &&
		view.column >= utf8_width(p->before) + utf8_width_n(bytes, len);
	buf_release(&view.rows);
	if (!plain)
		return false;
	buf_add(&text, bytes, len);
	prompt_send(p, text.s);
	return true;
}

static void suspend(struct prompt *p)
{
	prompt_give_terminal(p);
	(void)raise(SIGTSTP);
	prompt_take_terminal(p);
}

/* Behind the last row, so that what comes next stands below. */
static void leave_line(struct prompt *p)
{
	(void)line_key(&p->line, KEY_END);
	paint(p);
	prompt_send(p, "\n");
}

/* Text typed or pasted; true when it has been painted already. */
static bool take_text(struct prompt *p, const char *bytes, size_t len)
{
	if (p->line.text.len + len > PROMPT_LIMIT) {
		prompt_send(p, "\a");
		return true;
	}
	line_insert(&p->line, bytes, len);
	/* Much at once is painted at once: laying out a long line for each character takes long. */
	return !p->pasting && p->typed.len < MUCH && print_at_end(p, bytes, len);
}

/* A key that is neither text nor the end; true when the line must be painted. */
static bool take_key(struct prompt *p, enum key key)
{
	if (key == KEY_PASTE_BEGIN || key == KEY_PASTE_END)
		p->pasting = key == KEY_PASTE_BEGIN;
	if (key == KEY_BROKEN) {
		p->broken = true;
		prompt_send(p, "\a");
	}
	if (key == KEY_UP && p->recall)
		line_set(&p->line, p->recall);
	if (key == KEY_DOWN && p->recall)
		line_set(&p->line, "");
	if (key == KEY_SUSPEND)
		suspend(p);
	return line_key(&p->line, key) || key == KEY_UP || key == KEY_DOWN ||
	       key == KEY_REDRAW || key == KEY_SUSPEND || key == KEY_PASTE_END;
}

/* Inside a paste a return is a line break and a tab a blank. */
static bool take_pasted(struct prompt *p, enum key key)
{
	if (!p->pasting || (key != KEY_ENTER && key != KEY_TAB))
		return false;
	(void)take_text(p, key == KEY_ENTER ? "\n" : " ", 1);
	return true;
}

/* What the keys that were typed so far do; PROMPT_LINE with *done when the line is whole. */
static enum prompt_answer take_keys(struct prompt *p, bool whole, bool *done)
{
	bool stale = false;
	size_t at = 0;
	size_t used;
	enum prompt_answer answer = PROMPT_LINE;

	while (!*done && answer == PROMPT_LINE) {
		const char *bytes = p->typed.s + at;
		enum key key = key_decode(bytes, p->typed.len - at, whole, &used);

		at += used;
		if (key == KEY_MORE)
			break;
		if (take_pasted(p, key))
			stale = true;
		else if (key == KEY_TEXT)
			stale = !take_text(p, bytes, used) || stale;
		else if (key == KEY_ENTER)
			*done = true;
		else if (key == KEY_INTERRUPT)
			answer = PROMPT_STOP;
		else if (key == KEY_END_OF_TEXT && p->line.text.len == 0)
			answer = PROMPT_END;
		else
			stale = take_key(p, key) || stale;
	}
	buf_splice(&p->typed, 0, at, "", 0);
	if (stale && !*done && answer == PROMPT_LINE)
		paint(p);
	return answer;
}

enum prompt_answer prompt_edit(struct prompt *p)
{
	enum prompt_answer answer;
	bool done = false;
	bool came = true;

	line_set(&p->line, "");
	p->row = 0;
	p->pasting = false;
	p->broken = false;
	for (;;) {
		answer = take_keys(p, !came, &done);
		if (done || answer != PROMPT_LINE)
			break;
		answer = prompt_more(p, p->typed.len > 0 ? KEY_WAIT : -1, &came);
		if (answer != PROMPT_LINE)
			break;
	}
	leave_line(p);
	return answer == PROMPT_LINE && p->broken ? PROMPT_BROKEN : answer;
}
