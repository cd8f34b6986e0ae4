#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "report/export_private.h"

enum {
	PIECE = 1 << 16,
	ANSWER_MAX = 4096,
	LINE_HEIGHT = 1250, /* hundredths of a point, of letters of 9 points */
	ROW_MARGIN = 500,
};

/* ---- the program ---- */

static int prepare(posix_spawn_file_actions_t *actions, int fd)
{
	int sys = posix_spawn_file_actions_init(actions);

	if (sys)
		return sys;
	sys = posix_spawn_file_actions_adddup2(actions, fd, STDIN_FILENO);
	if (!sys)
		sys = posix_spawn_file_actions_adddup2(actions, fd, STDOUT_FILENO);
	/* The library prints warnings; what matters comes back as an answer. */
	if (!sys)
		sys = posix_spawn_file_actions_addopen(actions, STDERR_FILENO,
						       "/dev/null", O_WRONLY, 0);
	return sys;
}

/* Start it with one end of the sockets as its input and output, and no environment. */
static int spawn(const char *program, const char *path, int fd, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	struct arena arena = ARENA_INIT;
	char *argv[] = { arena_strdup(&arena, "gk-sheet"), arena_strdup(&arena, path),
			 NULL };
	char *nothing[] = { NULL };
	int sys = prepare(&actions, fd);

	if (!sys)
		sys = posix_spawn(child, program, &actions, NULL, argv, nothing);
	(void)posix_spawn_file_actions_destroy(&actions);
	arena_clear(&arena);
	return sys;
}

int sheet_start(struct sheet_pipe *pipe, const struct export *run, const char *path,
		struct error *err)
{
	const char *program = run->options->helper;
	int ends[2] = { -1, -1 };
	int sys;

	*pipe = (struct sheet_pipe){ .child = -1, .fd = -1, .orders = BUF_INIT };
	if (!program)
		return error_set(
			err, ERR_NOT_FOUND, "%s",
			tr("gk-sheet, which writes XLSX, is not installed beside "
			   "gk: export to .csv, or install gk again"));
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return error_errno(err, "socketpair");
	sys = spawn(program, path, ends[1], &pipe->child);
	(void)close(ends[1]);
	if (sys) {
		(void)close(ends[0]);
		errno = sys;
		return error_errno(err, "%s", program);
	}
	pipe->fd = ends[0];
	return 0;
}

/* It takes what comes at once, so that neither waits for the other. */
static void give(struct sheet_pipe *pipe)
{
	const char *bytes = pipe->orders.s;
	size_t len = pipe->orders.len;

	while (len > 0 && !pipe->failed) {
		ssize_t sent = send(pipe->fd, bytes, len, MSG_NOSIGNAL);

		if (sent < 0 && errno != EINTR)
			pipe->failed = true; /* it ended early; it says why */
		if (sent > 0) {
			bytes += sent;
			len -= (size_t)sent;
		}
	}
	buf_reset(&pipe->orders);
}

static void hear(const struct sheet_pipe *pipe, struct buf *answer)
{
	char chunk[512];
	ssize_t got;

	do {
		got = recv(pipe->fd, chunk, sizeof(chunk), 0);
		if (got > 0 && answer->len < ANSWER_MAX)
			buf_add(answer, chunk, (size_t)got);
	} while (got > 0 || (got < 0 && errno == EINTR));
	buf_truncate(answer, strcspn(answer->s, "\n"));
}

static int end_of(pid_t child, const struct buf *answer, struct error *err)
{
	int status = 0;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return error_errno(err, "waitpid");
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS)
		return 0;
	if (WIFSIGNALED(status))
		return error_set(err, ERR_EXTERNAL, tr("gk-sheet ended by signal %d"),
				 WTERMSIG(status));
	return error_set(err, ERR_EXTERNAL, "gk-sheet: %s",
			 answer->len > 0 ? answer->s : "?");
}

int sheet_end(struct sheet_pipe *pipe, bool ok, struct error *err)
{
	auto_buf answer = BUF_INIT;
	struct error aside;
	int done;

	give(pipe);
	if (!ok)
		(void)kill(pipe->child, SIGKILL);
	(void)shutdown(pipe->fd, SHUT_WR);
	hear(pipe, &answer);
	(void)close(pipe->fd);
	done = end_of(pipe->child, &answer, ok ? err : &aside);
	buf_release(&pipe->orders);
	return ok ? done : -1;
}

/* ---- orders ---- */

void sheet_tell(struct sheet_pipe *pipe, const struct sheet_order *order)
{
	sheet_put(&pipe->orders, order);
	if (pipe->orders.len > PIECE)
		give(pipe);
}

void sheet_tell_text(struct sheet_pipe *pipe, struct sheet_order order, const char *text)
{
	order.text = text;
	order.len = strlen(text);
	sheet_tell(pipe, &order);
}

void sheet_cell(struct sheet_pipe *pipe, size_t row, size_t column,
		enum sheet_style style, const char *text)
{
	sheet_tell_text(
		pipe,
		(struct sheet_order){ .op = SHEET_CELL,
				      .n = { (uint32_t)row, (uint32_t)column, style } },
		text);
}

void sheet_about(struct sheet_pipe *pipe, const struct export *run, const char *title)
{
	const struct date day = run->options->day;

	sheet_tell_text(
		pipe,
		(struct sheet_order){ .op = SHEET_ABOUT,
				      .n = { (uint32_t)day.year, (uint32_t)day.month,
					     (uint32_t)day.day } },
		title);
}

void sheet_height(struct sheet_pipe *pipe, size_t row, size_t lines, size_t most)
{
	size_t height = (lines < most ? lines : most) * LINE_HEIGHT + ROW_MARGIN;

	sheet_tell(pipe,
		   &(struct sheet_order){ .op = SHEET_HEIGHT,
					  .n = { (uint32_t)row, (uint32_t)height } });
}

/* ---- limits of XLSX ---- */

int sheet_fits(const char *id, const char *field, const char *text, struct error *err)
{
	size_t units = strlen(text);

	if (units > SHEET_MAX_CELL)
		units = sheet_units(text);
	if (units <= SHEET_MAX_CELL)
		return 0;
	return error_set(err, ERR_LIMIT,
			 tr("%s: %s has %zu characters, and a cell takes %d: leave the "
			    "record out, or export to .json"),
			 id, field, units, SHEET_MAX_CELL);
}

size_t sheet_lines(const char *text, unsigned int width)
{
	/* A letter of 9 points takes less than one of the width's; lines break before signs. */
	size_t room = width * 28 / 25;
	size_t lines = 0;

	while (true) {
		size_t len = strcspn(text, "\n");
		size_t columns = utf8_width_n(text, len);

		lines += columns == 0 ? 1 : (columns + room - 1) / room;
		if (!text[len])
			return lines;
		text += len + 1;
	}
}

/* Signs that a name of a sheet may not have, and what stands for them. */
static void add_allowed(struct buf *out, const char *name)
{
	static const char signs[] = "[]:*?/\\'";
	static const char *const instead[] = { "［", "］", "：", "＊",
					       "？", "／", "＼", "’" };

	for (; *name; name++) {
		const char *sign = strchr(signs, *name);

		if (sign)
			buf_adds(out, instead[sign - signs]);
		else if ((unsigned char)*name >= ' ')
			buf_addc(out, *name);
	}
}

/* Cut to so many UTF-16 units. */
static void cut(struct buf *text, size_t most)
{
	size_t used;

	for (size_t i = 0, units = 0; i < text->len; i += used) {
		units += utf8_decode(text->s + i, text->len - i, &used) > 0xFFFF ? 2 : 1;
		if (units > most) {
			buf_truncate(text, i);
			return;
		}
	}
}

static bool is_used(const struct strings *used, const char *name)
{
	auto_buf folded = BUF_INIT;
	bool found = false;

	utf8_fold_search(&folded, name, strlen(name));
	for (size_t i = 0; i < used->count && !found; i++) {
		auto_buf other = BUF_INIT;

		utf8_fold_search(&other, used->items[i], strlen(used->items[i]));
		found = strcmp(folded.s, other.s) == 0;
	}
	return found;
}

const char *sheet_name(struct arena *arena, const char *name, const struct strings *used)
{
	auto_buf text = BUF_INIT;
	size_t len;

	add_allowed(&text, name);
	cut(&text, SHEET_MAX_NAME);
	if (text.len == 0)
		buf_adds(&text, "表");
	len = text.len;
	for (size_t n = 2; is_used(used, text.s); n++) {
		buf_truncate(&text, len);
		cut(&text, SHEET_MAX_NAME - 8);
		buf_addf(&text, "（%zu）", n);
	}
	return buf_dup(&text, arena);
}
