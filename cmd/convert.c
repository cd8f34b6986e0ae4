#include "cmd/convert.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

enum { MAX_SECONDS = 120, MAX_RESULT = 64 << 20 };

const char *convert_ending(const void *bytes, size_t len)
{
	static const struct {
		const char *head;
		size_t len;
		const char *ending;
	} heads[] = {
		/* .wps of Kingsoft is one too, under another name. */
		{ "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "doc" },
		{ "{\\rtf", 5, "rtf" },
	};
	static const char mimetype[] = "mimetypeapplication/vnd.oasis.opendocument.text";
	const size_t at = 30; /* of the first name in a ZIP archive */

	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		if (len >= heads[i].len &&
		    memcmp(bytes, heads[i].head, heads[i].len) == 0)
			return heads[i].ending;
	if (len > at + sizeof(mimetype) &&
	    memcmp((const char *)bytes + at, mimetype, sizeof(mimetype) - 1) == 0)
		return "odt";
	return NULL;
}

/* ---- finding it ---- */

static bool find_program(struct arena *arena, const char **out)
{
	static const char *const names[] = { "soffice", "libreoffice" };
	const char *path = getenv("PATH"); /* NOLINT(concurrency-mt-unsafe): one thread */

	while (path && *path) {
		size_t len = strcspn(path, ":");
		const char *folder = arena_strndup(arena, path, len);

		for (size_t i = 0; len > 0 && i < ARRAY_LEN(names); i++) {
			*out = arena_printf(arena, "%s/%s", folder, names[i]);
			if (access(*out, X_OK) == 0)
				return true;
		}
		path += len + (path[len] ? 1 : 0);
	}
	return false;
}

/* ---- running it ---- */

/* A group of its own, so that all that it starts can be ended. */
static int spawn(const char *program, char **argv, char **env, const sigset_t *mask,
		 pid_t *child)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int sys = posix_spawn_file_actions_init(&actions);

	if (sys)
		return sys;
	sys = posix_spawnattr_init(&attributes);
	if (sys) {
		(void)posix_spawn_file_actions_destroy(&actions);
		return sys;
	}
	for (int fd = STDIN_FILENO; !sys && fd <= STDERR_FILENO; fd++)
		sys = posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR,
						       0);
	if (!sys)
		sys = posix_spawnattr_setflags(
			&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
	if (!sys)
		sys = posix_spawnattr_setsigmask(&attributes, mask);
	if (!sys)
		sys = posix_spawn(child, program, &actions, &attributes, argv, env);
	(void)posix_spawnattr_destroy(&attributes);
	(void)posix_spawn_file_actions_destroy(&actions);
	return sys;
}

/* Until it ends, its time is up, or somebody wants gk to end: then that signal is told. */
static int wait_for(pid_t child, const sigset_t *awaited, int *stopped)
{
	struct timespec now, end;
	int status = 0;

	(void)clock_gettime(CLOCK_MONOTONIC, &end);
	end.tv_sec += MAX_SECONDS;
	for (;;) {
		const struct timespec pause = { .tv_nsec = 200000000 };
		int got;
		pid_t done = waitpid(child, &status, WNOHANG);

		if (done == child)
			break;
		(void)clock_gettime(CLOCK_MONOTONIC, &now);
		if ((done < 0 && errno != EINTR) || now.tv_sec >= end.tv_sec)
			*stopped = SIGALRM;
		got = *stopped ? -1 : sigtimedwait(awaited, NULL, &pause);
		if (got > 0 && got != SIGCHLD)
			*stopped = got;
		if (*stopped) {
			(void)kill(-child, SIGKILL);
			(void)waitpid(child, &status, 0);
			break;
		}
	}
	/* What it started and did not wait for ends with it. */
	(void)kill(-child, SIGKILL);
	return status;
}

/* What cannot be taken away stays in the folder for temporary files: nothing hangs on it. */
static void clean(const char *folder)
{
	struct error ignored;

	if (file_remove_tree(folder, &ignored) < 0)
		return;
}

/* The format is told: by itself LibreOffice takes what it does not know for text. */
static const char *filter_of(const char *file)
{
	static const char *const filters[][2] = { { ".doc", "MS Word 97" },
						  { ".rtf", "Rich Text Format" },
						  { ".odt", "writer8" } };
	const char *dot = strrchr(file, '.');

	for (size_t i = 0; dot && i < ARRAY_LEN(filters); i++)
		if (strcmp(dot, filters[i][0]) == 0)
			return filters[i][1];
	return "writer8";
}

static int run(const char *program, const char *folder, const char *file,
	       struct error *err)
{
	struct arena arena = ARENA_INIT;
	char *argv[] = {
		arena_strdup(&arena, "soffice"),
		arena_printf(&arena, "-env:UserInstallation=file://%s/profile", folder),
		arena_strdup(&arena, "--headless"),
		arena_strdup(&arena, "--norestore"),
		arena_printf(&arena, "--infilter=%s", filter_of(file)),
		arena_strdup(&arena, "--convert-to"),
		arena_strdup(&arena, "docx:MS Word 2007 XML"),
		arena_strdup(&arena, "--outdir"),
		arena_printf(&arena, "%s/out", folder),
		arena_strdup(&arena, file),
		NULL,
	};
	char *env[] = { arena_printf(&arena, "HOME=%s", folder),
			arena_printf(&arena, "TMPDIR=%s", folder),
			arena_strdup(&arena, "LANG=C.UTF-8"),
			arena_strdup(&arena, "PATH=/usr/local/bin:/usr/bin:/bin"), NULL };
	sigset_t awaited, before;
	pid_t child = -1;
	int stopped = 0;
	int sys;

	(void)sigemptyset(&awaited);
	(void)sigaddset(&awaited, SIGCHLD);
	(void)sigaddset(&awaited, SIGINT);
	(void)sigaddset(&awaited, SIGTERM);
	(void)sigaddset(&awaited, SIGHUP);
	(void)pthread_sigmask(SIG_BLOCK, &awaited, &before);
	sys = spawn(program, argv, env, &before, &child);
	if (!sys)
		(void)wait_for(child, &awaited, &stopped);
	arena_clear(&arena);
	if (stopped && stopped != SIGALRM) {
		clean(folder);
		(void)pthread_sigmask(SIG_SETMASK, &before, NULL);
		(void)raise(stopped);
	}
	(void)pthread_sigmask(SIG_SETMASK, &before, NULL);
	errno = sys;
	if (sys)
		return error_errno(err, "%s", program);
	return stopped ? error_set(err, ERR_EXTERNAL, "LibreOffice: no answer") : 0;
}

static int convert_in(const char *folder, const char *program, const char *ending,
		      const struct buf *bytes, struct buf *out, struct error *err)
{
	auto_buf file = BUF_INIT;
	auto_buf result = BUF_INIT;

	buf_addf(&file, "%s/paper.%s", folder, ending);
	buf_addf(&result, "%s/out/paper.docx", folder);
	if (file_write(file.s, bytes->s, bytes->len, FILE_FAST, err) < 0 ||
	    run(program, folder, file.s, err) < 0)
		return -1;
	if (!file_exists(result.s))
		return error_set(err, ERR_EXTERNAL, "%s",
				 tr("LibreOffice cannot read it"));
	return file_read(result.s, MAX_RESULT, out, err);
}

int convert_to_docx(const char *ending, const struct buf *bytes, struct buf *out,
		    struct error *err)
{
	struct arena arena = ARENA_INIT;
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
	const char *temp = getenv("TMPDIR");
	const char *program;
	char *folder;
	int done = -1;

	if (!find_program(&arena, &program)) {
		arena_clear(&arena);
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("save it as .docx (另存为 .docx); LibreOffice, which "
				    "could convert it, is not installed"));
	}
	folder = arena_printf(&arena, "%s/gk-paper-XXXXXX",
			      temp && *temp == '/' ? temp : "/tmp");
	if (!mkdtemp(folder)) {
		(void)error_errno(err, "%s", folder);
	} else {
		done = convert_in(folder, program, ending, bytes, out, err);
		clean(folder);
	}
	arena_clear(&arena);
	return done;
}
