#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/beneath.h"
#include "store/git_private.h"

#if defined(__SANITIZE_ADDRESS__)
#define GK_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GK_ASAN 1
#endif
#endif

#ifdef GK_ASAN
/* libgit2 1.5 loses the match data of each regular expression that does not match. */
/* NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the sanitizer's names */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);

const char *__lsan_default_suppressions(void)
{
	return "leak:libpcre2\n";
}

const char *__lsan_default_options(void)
{
	return "print_suppressions=0";
}
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */
#endif

/*
 * libgit2 built with mbedTLS reads all certificates of the machine when it starts, which
 * takes longer than a check of one commit.  gk opens no connection: there are none to read.
 */
int mbedtls_x509_crt_parse_path(void *chain, const char *path);
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

int mbedtls_x509_crt_parse_path(void *chain, const char *path)
{
	(void)chain;
	(void)path;
	return -1;
}

int mbedtls_x509_crt_parse_file(void *chain, const char *path)
{
	(void)chain;
	(void)path;
	return -1;
}

/* A lock of git's that libgit2 stumbled on: whether a git still runs, only people can see. */
static bool is_locked(const char *reason, struct error *err)
{
	static const char locked[] = "failed to lock file '";
	auto_buf path = BUF_INIT;
	const char *start = reason + sizeof(locked) - 1;

	if (strncmp(reason, locked, sizeof(locked) - 1) != 0 || !strrchr(start, '\''))
		return false;
	buf_add(&path, start, (size_t)(strrchr(start, '\'') - start));
	if (!file_exists(path.s))
		return false;
	(void)error_set(err, ERR_CONFLICT,
			tr("git is at work here: try again when it has ended; if no git "
			   "runs, remove '%s'"),
			path.s);
	return true;
}

int error_git(struct error *err, const char *fmt, ...)
{
	const git_error *last = git_error_last();
	const char *reason = last ? last->message : tr("unknown error of git");
	auto_buf text = BUF_INIT;
	va_list ap;

	if (is_locked(reason, err))
		return -1;
	va_start(ap, fmt);
	buf_vaddf(&text, fmt, ap);
	va_end(ap);
	(void)error_set(err, ERR_EXTERNAL, "%s: %s", text.s, reason);
	/* Some messages of libgit2 end with the line break of what they quote. */
	for (size_t n = strlen(err->text); n && err->text[n - 1] == '\n'; n--)
		err->text[n - 1] = '\0';
	return -1;
}

enum { TREE_KEPT_MAX = 1 << 20 };

void git_start(void)
{
	/* git sets worktreeConfig in every sparse checkout; libgit2 1.5 refuses what it does not know. */
	static const char *extensions[] = { "worktreeconfig" };

	if (git_libgit2_init() > 1)
		return;
	(void)git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, ARRAY_LEN(extensions));
	/* A folder of a thousand records is a tree of 40 kB: read once, not once a record. */
	(void)git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE,
			       (size_t)TREE_KEPT_MAX);
}

void git_stop(void)
{
	(void)git_libgit2_shutdown();
}

void git_directory(git_repository *repo, struct buf *out)
{
	buf_adds(out, git_repository_path(repo));
	while (out->len > 1 && out->s[out->len - 1] == '/')
		buf_truncate(out, out->len - 1);
}

bool git_folder(git_repository *repo, const char *dir, struct buf *out)
{
	const char *workdir = git_repository_workdir(repo);
	char *real = workdir ? beneath_real(workdir) : NULL;
	size_t len = real ? strlen(real) : 0;
	bool inside;

	if (len == 1)
		len = 0; /* the work tree is / */
	inside = real && strncmp(dir, real, len) == 0 && (dir[len] == '/' || !dir[len]);
	free(real);
	if (!inside)
		return false;
	buf_adds(out, dir + len + (dir[len] == '/'));
	if (dir[len] && dir[len + 1])
		buf_addc(out, '/');
	return true;
}

/* The repository that the environment names, when it is the same one. */
static git_repository *open_from_environment(const char *dir)
{
	git_repository *repo = NULL;
	auto_git_buf found = { 0 };

	if (git_repository_discover(&found, dir, 0, NULL) < 0 ||
	    git_repository_open_ext(&repo, NULL, GIT_REPOSITORY_OPEN_FROM_ENV, NULL) < 0)
		return NULL;
	if (strcmp(git_repository_path(repo), found.ptr) == 0)
		return repo;
	git_repository_free(repo);
	return NULL;
}

/* Whether the repository that could not be opened at `dir` names its objects by SHA-256. */
static bool is_sha256(const char *dir)
{
	auto_git_buf found = { 0 };
	auto_buf path = BUF_INIT;
	auto_config *config = NULL;
	auto_git_buf format = { 0 };

	if (git_repository_discover(&found, dir, 0, NULL) < 0)
		return false;
	path_join(&path, found.ptr, "config");
	if (git_config_open_ondisk(&config, path.s) < 0 ||
	    git_config_get_string_buf(&format, config, "extensions.objectformat") < 0)
		return false;
	return strcmp(format.ptr, "sha256") == 0;
}

/* libgit2 1.5 says of another user's repository that it is not there, unless safe.directory is set. */
static bool is_there(const char *dir, git_buf *found)
{
	return git_repository_discover(found, dir, 0, NULL) == 0;
}

/* What git wants to be told of is the whole work tree, or the repository where there is none. */
static int is_of_another(const git_buf *found, struct error *err)
{
	static const char end[] = "/.git/";
	size_t len = strlen(found->ptr);
	size_t cut =
		len >= sizeof(end) && strcmp(found->ptr + len - strlen(end), end) == 0
			? strlen(end)
			: 1;
	int shown = (int)(len > cut ? len - cut : len);

	return error_set(err, ERR_DENIED,
			 tr("the repository of '%.*s' belongs to another user: if you "
			    "trust it, git config --global --add safe.directory '%.*s'"),
			 shown, found->ptr, shown, found->ptr);
}

static int cannot_open(const char *dir, int reason, struct error *err)
{
	auto_git_buf found = { 0 };
	bool there = is_there(dir, &found);

	if (reason == GIT_ENOTFOUND && !there)
		return error_set(err, ERR_NOT_FOUND,
				 tr("'%s' is not in a git repository"), dir);
	if (there && (reason == GIT_EOWNER || reason == GIT_ENOTFOUND))
		return is_of_another(&found, err);
	(void)error_git(err, tr("cannot open the repository of '%s'"), dir);
	if (is_sha256(dir))
		return error_set(err, ERR_EXTERNAL,
				 tr("the repository of '%s' names objects by SHA-256, "
				    "which gk cannot read: make a new one with "
				    "git init --object-format=sha1"),
				 dir);
	return -1;
}

int git_open(const char *dir, unsigned int flags, git_repository **out, struct error *err)
{
	int rc;

	*out = flags & GIT_OPEN_ENVIRONMENT ? open_from_environment(dir) : NULL;
	if (*out)
		return 0;
	rc = git_repository_open_ext(out, dir, 0, NULL);
	return rc < 0 ? cannot_open(dir, rc, err) : 0;
}

static bool has_bytes(const struct buf *text, const char *what, size_t len)
{
	for (size_t i = 0; i + len <= text->len; i++)
		if (memcmp(text->s + i, what, len) == 0)
			return true;
	return false;
}

/* libgit2 1.5 knows neither of git's two extensions that change what the entries mean. */
static int cannot_read_index(const char *path, struct error *err)
{
	static const char sparse[] = { 's', 'd', 'i', 'r', 0, 0, 0, 0 };
	static const char split[] = { 'l', 'i', 'n', 'k', 0, 0, 0 };
	auto_buf bytes = BUF_INIT;
	struct error unread;

	(void)error_git(err, tr("cannot read the index of git"));
	if (file_read(path, SIZE_MAX / 2, &bytes, &unread) < 0)
		return -1;
	if (has_bytes(&bytes, sparse, sizeof(sparse)))
		return error_set(
			err, ERR_EXTERNAL,
			tr("git keeps a sparse index here, which gk cannot read: "
			   "git sparse-checkout reapply --no-sparse-index"));
	if (has_bytes(&bytes, split, sizeof(split)))
		return error_set(err, ERR_EXTERNAL,
				 tr("git keeps a split index here, which gk cannot read: "
				    "git update-index --no-split-index"));
	return -1;
}

int git_open_index(const char *path, git_index **out, struct error *err)
{
	return git_index_open(out, path) < 0 ? cannot_read_index(path, err) : 0;
}

int git_index_of(git_repository *repo, git_index **out, struct error *err)
{
	auto_buf path = BUF_INIT;

	if (git_repository_index(out, repo) == 0)
		return 0;
	path_join(&path, git_repository_path(repo), "index");
	return cannot_read_index(path.s, err);
}

int git_read_blob(git_odb *odb, const git_oid *oid, const char *path, struct buf *out,
		  struct error *err)
{
	auto_odb_object *object = NULL;
	git_object_t type = GIT_OBJECT_INVALID;
	size_t len = 0;

	/* The header first: memory is not taken by a size that nobody has checked. */
	if (git_odb_read_header(&len, &type, odb, oid) < 0)
		return error_git(err, tr("cannot read '%s'"), path);
	if (type != GIT_OBJECT_BLOB)
		return error_set(err, ERR_EXTERNAL, tr("'%s' is not a regular file"),
				 path);
	if (len > SOURCE_MAX_FILE)
		return error_set(err, ERR_LIMIT, tr("'%s' is longer than %zu bytes"),
				 path, (size_t)SOURCE_MAX_FILE);
	if (git_odb_read(&object, odb, oid) < 0)
		return error_git(err, tr("cannot read '%s'"), path);
	buf_add(out, git_odb_object_data(object), git_odb_object_size(object));
	return 0;
}
