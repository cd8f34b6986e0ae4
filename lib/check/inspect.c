#include "check/inspect.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "format/json_read.h"

enum {
	MAX_SILENCE = 120 * 1000, /* ms; its processor time is limited far below that */
	MAX_ANSWER = 64 << 20,    /* bytes; it stops by itself before that */
	CHUNK = 64 << 10,
};

/* ---- what it says ---- */

static const char *const kinds[INSPECT_KIND_COUNT] = {
	[INSPECT_TEXT] = "text",         [INSPECT_CELL] = "cell",
	[INSPECT_HIDDEN] = "hidden",     [INSPECT_COMMENT] = "comment",
	[INSPECT_TRACKED] = "tracked",   [INSPECT_AUTHOR] = "author",
	[INSPECT_POSITION] = "position", [INSPECT_UNREADABLE] = "unreadable",
	[INSPECT_DAMAGED] = "damaged",   [INSPECT_LIMIT] = "limit",
};

struct answer {
	inspect_line_fn fn;
	void *payload;
	struct arena arena; /* of one line */
	struct buf line;    /* that is not complete yet */
	size_t len;         /* of all so far */
	bool nonsense;
};

const char *inspect_text(const struct yaml_node *object, const char *key)
{
	const struct yaml_node *node = yaml_get(object, key);

	return node && node->type == YAML_SCALAR ? node->value : "";
}

uint32_t inspect_number(const struct yaml_node *object, const char *key)
{
	unsigned long n = strtoul(inspect_text(object, key), NULL, 10);

	return n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}

/* INSPECT_KIND_COUNT for a word that is none. */
static enum inspect_kind kind_of(const struct yaml_node *object)
{
	const char *kind = inspect_text(object, "kind");
	enum inspect_kind i = 0;

	while (i < INSPECT_KIND_COUNT && strcmp(kind, kinds[i]) != 0)
		i++;
	return i;
}

bool inspect_is_refusal(const struct yaml_node *object, enum inspect_kind *kind)
{
	*kind = kind_of(object);
	return *kind == INSPECT_UNREADABLE || *kind == INSPECT_DAMAGED ||
	       *kind == INSPECT_LIMIT;
}

static void take_line(struct answer *answer, const char *line, size_t len)
{
	struct yaml_node *object = NULL;
	struct error ignored;

	arena_reset(&answer->arena);
	if (json_parse(&answer->arena, line, len, &object, &ignored) < 0 ||
	    object->type != YAML_MAPPING || !answer->fn(answer->payload, object))
		answer->nonsense = true;
}

static void take_bytes(struct answer *answer, const char *bytes, size_t len)
{
	const char *stop;

	answer->len += len;
	while (!answer->nonsense && (stop = memchr(bytes, '\n', len)) != NULL) {
		size_t n = (size_t)(stop - bytes);

		buf_add(&answer->line, bytes, n);
		take_line(answer, answer->line.s, answer->line.len);
		buf_reset(&answer->line);
		bytes += n + 1;
		len -= n + 1;
	}
	buf_add(&answer->line, bytes, len);
}

/* ---- talking to it ---- */

/* It reads all before it says anything, so that neither waits for the other. */
static void give(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t sent = send(fd, bytes, len, MSG_NOSIGNAL);

		if (sent < 0 && errno != EINTR)
			break; /* it ended early; why is seen at its end */
		if (sent > 0) {
			bytes += sent;
			len -= (size_t)sent;
		}
	}
	(void)shutdown(fd, SHUT_WR);
}

/* Whether it came to its end and made sense so far. */
static bool listen_to(int fd, struct answer *answer)
{
	struct pollfd ready = { .fd = fd, .events = POLLIN };
	char chunk[CHUNK];

	while (!answer->nonsense && answer->len < MAX_ANSWER) {
		int n = poll(&ready, 1, MAX_SILENCE);
		ssize_t got;

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		got = recv(fd, chunk, sizeof(chunk), 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got == 0 && answer->line.len == 0;
		take_bytes(answer, chunk, (size_t)got);
	}
	return false;
}

/* ---- the program ---- */

static int prepare(posix_spawn_file_actions_t *actions, int fd)
{
	int sys = posix_spawn_file_actions_init(actions);

	if (sys)
		return sys;
	sys = posix_spawn_file_actions_adddup2(actions, fd, STDIN_FILENO);
	if (!sys)
		sys = posix_spawn_file_actions_adddup2(actions, fd, STDOUT_FILENO);
	if (!sys)
		sys = posix_spawn_file_actions_addopen(actions, STDERR_FILENO,
						       "/dev/null", O_WRONLY, 0);
	return sys;
}

/* Start it with one end of the sockets as its input and output, and no environment. */
static int start(const char *program, const char *view, const char *name, int fd,
		 pid_t *child)
{
	posix_spawn_file_actions_t actions;
	struct arena arena = ARENA_INIT;
	char *argv[] = { arena_strdup(&arena, "gk-inspect"), arena_strdup(&arena, name),
			 arena_strdup(&arena, view), NULL };
	char *nothing[] = { NULL };
	int sys = prepare(&actions, fd);

	if (!sys)
		sys = posix_spawn(child, program, &actions, NULL, argv, nothing);
	(void)posix_spawn_file_actions_destroy(&actions);
	arena_clear(&arena);
	return sys;
}

static int end_of(pid_t child, struct error *err)
{
	int status = 0;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return error_errno(err, "waitpid");
	if (WIFSIGNALED(status))
		return error_set(err, ERR_EXTERNAL, "signal %d", WTERMSIG(status));
	if (WEXITSTATUS(status) != 0)
		return error_set(err, ERR_EXTERNAL, "status %d", WEXITSTATUS(status));
	return 0;
}

int inspect_view(const char *program, const char *view, const struct inspect_file *file,
		 inspect_line_fn fn, void *payload, struct error *err)
{
	struct answer answer = {
		.fn = fn, .payload = payload, .arena = ARENA_INIT, .line = BUF_INIT
	};
	int ends[2] = { -1, -1 };
	pid_t child = -1;
	bool heard;
	int done;

	/* Made so that no child of another thread inherits an end and keeps it open. */
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return error_errno(err, "socketpair");
	done = start(program, view, file->name, ends[1], &child);
	(void)close(ends[1]);
	if (done) {
		(void)close(ends[0]);
		errno = done;
		return error_errno(err, "%s", program);
	}
	give(ends[0], file->bytes, file->len);
	heard = listen_to(ends[0], &answer);
	if (!heard)
		(void)kill(child, SIGKILL);
	(void)close(ends[0]);
	done = end_of(child, err);
	if (done == 0 && !heard)
		done = error_set(err, ERR_EXTERNAL, "no answer");
	buf_release(&answer.line);
	arena_clear(&answer.arena);
	return done;
}

/* ---- the view that attachments are checked by ---- */

struct pieces {
	inspect_fn fn;
	void *payload;
};

static bool take_piece(void *payload, const struct yaml_node *object)
{
	const struct pieces *pieces = payload;
	const struct inspect_piece piece = {
		.kind = kind_of(object),
		.where = inspect_text(object, "where"),
		.author = inspect_text(object, "author"),
		.text = inspect_text(object, "text"),
		.table = inspect_number(object, "table"),
		.row = inspect_number(object, "row"),
		.column = inspect_number(object, "column"),
	};

	if (piece.kind == INSPECT_KIND_COUNT)
		return false;
	pieces->fn(pieces->payload, &piece);
	return true;
}

int inspect_run(const char *program, const struct inspect_file *file, inspect_fn fn,
		void *payload, struct error *err)
{
	struct pieces pieces = { .fn = fn, .payload = payload };

	return inspect_view(program, "pieces", file, take_piece, &pieces, err);
}
