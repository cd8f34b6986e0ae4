#include "store/git_program.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"

/* What programs are given is not read here, only passed on. */
extern char **environ;

enum { NO_PROGRAM = 127, OUTPUT_KEPT = 1 << 16 };

/* Variables that would lead git to another repository, or to other objects than there are. */
static bool is_passed_on(const char *variable)
{
	static const char *const kept_back[] = {
		"GIT_DIR=",
		"GIT_WORK_TREE=",
		"GIT_INDEX_FILE=",
		"GIT_OBJECT_DIRECTORY=",
		"GIT_ALTERNATE_OBJECT_DIRECTORIES=",
		"GIT_COMMON_DIR=",
		"GIT_NAMESPACE=",
		"GIT_PREFIX=",
		"GIT_QUARANTINE_PATH=",
	};

	for (size_t i = 0; i < ARRAY_LEN(kept_back); i++)
		if (strncmp(variable, kept_back[i], strlen(kept_back[i])) == 0)
			return false;
	return true;
}

static char **make_environment(struct arena *arena)
{
	size_t count = 0;
	size_t kept = 0;
	char **out;

	while (environ[count])
		count++;
	out = arena_array(arena, char *, count + 2);
	for (size_t i = 0; i < count; i++)
		if (is_passed_on(environ[i]))
			out[kept++] = environ[i];
	out[kept] = arena_strdup(arena, "GIT_NO_REPLACE_OBJECTS=1");
	return out;
}

static char **make_arguments(struct arena *arena, const char *const *args)
{
	static const char *const first[] = {
		"git",       "-c", "core.hooksPath=/dev/null", "-c",
		"gc.auto=0", "-c", "maintenance.auto=false",
	};
	size_t count = 0;
	char **out;

	while (args[count])
		count++;
	out = arena_array(arena, char *, ARRAY_LEN(first) + count + 1);
	for (size_t i = 0; i < ARRAY_LEN(first); i++)
		out[i] = arena_strdup(arena, first[i]);
	for (size_t i = 0; i < count; i++)
		out[ARRAY_LEN(first) + i] = arena_strdup(arena, args[i]);
	return out;
}

/* Start it with both of its outputs in the pipe; an errno, or 0. */
static int start(const char *const *args, int output, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	struct arena arena = ARENA_INIT;
	int rc = posix_spawn_file_actions_init(&actions);

	if (rc)
		return rc;
	rc = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null",
					      O_RDONLY, 0);
	if (!rc)
		rc = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	if (!rc)
		rc = posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
	if (!rc)
		rc = posix_spawnp(child, "git", &actions, NULL,
				  make_arguments(&arena, args), make_environment(&arena));
	(void)posix_spawn_file_actions_destroy(&actions);
	arena_clear(&arena);
	return rc;
}

/* All that it says, of which the end is kept. */
static void listen(int fd, struct buf *out)
{
	char piece[4096];
	ssize_t n;

	while ((n = read(fd, piece, sizeof(piece))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return;
		if (out->len > OUTPUT_KEPT)
			buf_reset(out);
		buf_add(out, piece, (size_t)n);
	}
}

static int wait_for(pid_t child)
{
	int status = -1;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

/* The first line that git calls an error, without that word; else the last one. */
static const char *reason_in(struct buf *said)
{
	static const char *const words[] = { "fatal: ", "error: " };
	char *line;

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		line = strstr(said->s, words[i]);
		if (!line)
			continue;
		line += strlen(words[i]);
		line[strcspn(line, "\n")] = '\0';
		return line;
	}
	while (said->len > 0 && said->s[said->len - 1] == '\n')
		buf_truncate(said, said->len - 1);
	line = strrchr(said->s, '\n');
	return line ? line + 1 : said->s;
}

int git_program(const char *const *args, struct error *err)
{
	auto_buf said = BUF_INIT;
	int ends[2];
	pid_t child;
	int status;

	if (pipe(ends) < 0)
		return error_errno(err, tr("cannot run git"));
	/* The reading end is no concern of git's. */
	(void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	status = start(args, ends[1], &child);
	(void)close(ends[1]);
	if (status) {
		(void)close(ends[0]);
		errno = status;
		return error_errno(err, tr("cannot run git"));
	}
	listen(ends[0], &said);
	(void)close(ends[0]);
	status = wait_for(child);
	if (status == NO_PROGRAM)
		return error_set(err, ERR_EXTERNAL, "%s", tr("cannot run git"));
	if (status)
		return error_set(err, ERR_EXTERNAL, tr("git says: %s"), reason_in(&said));
	return 0;
}
