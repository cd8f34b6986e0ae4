#include "store/program.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

/* What programs are given is not read here, only passed on. */
extern char **environ;

enum { OUTPUT_KEPT = 1 << 16 };

/* Start it, its standard error in `output` unless that is -1; an errno, or 0. */
static int start(const char *const *args, int output, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	char *argv[PROGRAM_ARGS_MAX] = { 0 };
	struct arena arena = ARENA_INIT;
	int rc = posix_spawn_file_actions_init(&actions);

	if (rc)
		return rc;
	for (size_t i = 0; i + 1 < PROGRAM_ARGS_MAX && args[i]; i++)
		argv[i] = arena_strndup(&arena, args[i], strlen(args[i]));
	if (output >= 0)
		rc = posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
	if (!rc)
		rc = posix_spawnp(child, "env", &actions, NULL, argv, environ);
	(void)posix_spawn_file_actions_destroy(&actions);
	arena_clear(&arena);
	return rc;
}

static int wait_for(pid_t child)
{
	int status = -1;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

int program_run(const char *const *args)
{
	pid_t child;

	errno = start(args, -1, &child);
	return errno ? -1 : wait_for(child);
}

/* All that it says, of which the beginning is kept. */
static void listen(int fd, struct buf *out)
{
	char piece[4096];
	ssize_t n;

	while ((n = read(fd, piece, sizeof(piece))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return;
		if (out->len < OUTPUT_KEPT)
			buf_add(out, piece, (size_t)n);
	}
}

int program_hear(const char *const *args, struct buf *out)
{
	int ends[2];
	pid_t child;
	int rc;

	if (pipe(ends) < 0)
		return -1;
	/* The reading end is no concern of the program's. */
	(void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	rc = start(args, ends[1], &child);
	(void)close(ends[1]);
	if (!rc)
		listen(ends[0], out);
	(void)close(ends[0]);
	errno = rc;
	return rc ? -1 : wait_for(child);
}
