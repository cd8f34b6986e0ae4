#include "store/program.h"

#include <errno.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>

#include "base/arena.h"

/* What programs are given is not read here, only passed on. */
extern char **environ;

int program_run(const char *const *args)
{
	char *argv[PROGRAM_ARGS_MAX] = { 0 };
	struct arena arena = ARENA_INIT;
	pid_t child;
	int status = -1;
	int rc;

	for (size_t i = 0; i + 1 < PROGRAM_ARGS_MAX && args[i]; i++)
		argv[i] = arena_strndup(&arena, args[i], strlen(args[i]));
	rc = posix_spawnp(&child, "env", NULL, NULL, argv, environ);
	arena_clear(&arena);
	if (rc) {
		errno = rc;
		return -1;
	}
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
