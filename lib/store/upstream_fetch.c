#include <string.h>

#include "base/i18n.h"
#include "store/git_private.h"
#include "store/program.h"
#include "store/upstream.h"

enum { REFSPECS_MAX = 4 };

enum reason { REASON_UNREACHABLE, REASON_REFUSED, REASON_ABSENT };

/* What git, ssh and curl say, in English, and what it means to who pulls. */
static const struct {
	const char *said;
	enum reason reason;
} reasons[] = {
	{ "Could not resolve", REASON_UNREACHABLE },
	{ "unable to look up", REASON_UNREACHABLE },
	{ "unable to connect", REASON_UNREACHABLE },
	{ "Failed to connect", REASON_UNREACHABLE },
	{ "Couldn't connect", REASON_UNREACHABLE },
	{ "Connection refused", REASON_UNREACHABLE },
	{ "Connection timed out", REASON_UNREACHABLE },
	{ "Connection reset", REASON_UNREACHABLE },
	{ "Connection closed", REASON_UNREACHABLE },
	{ "Network is unreachable", REASON_UNREACHABLE },
	{ "No route to host", REASON_UNREACHABLE },
	{ "hung up unexpectedly", REASON_UNREACHABLE },
	{ "Authentication failed", REASON_REFUSED },
	{ "could not read Username", REASON_REFUSED },
	{ "could not read Password", REASON_REFUSED },
	{ "Permission denied", REASON_REFUSED },
	{ "access denied", REASON_REFUSED },
	{ "returned error: 401", REASON_REFUSED },
	{ "returned error: 403", REASON_REFUSED },
	{ "Host key verification failed", REASON_REFUSED },
	{ "does not appear to be a git repository", REASON_ABSENT },
	{ "not found", REASON_ABSENT },
	{ "does not exist", REASON_ABSENT },
};

static int tell(enum reason reason, const char *url, struct error *err)
{
	switch (reason) {
	case REASON_UNREACHABLE:
		return error_set(err, ERR_EXTERNAL,
				 tr("cannot reach %s: is there a network? (gk pull "
				    "--no-fetch takes in what came last)"),
				 url);
	case REASON_REFUSED:
		return error_set(err, ERR_EXTERNAL,
				 tr("%s does not let you in: ask who keeps it for an "
				    "account or a key that may read it"),
				 url);
	case REASON_ABSENT:
		return error_set(err, ERR_EXTERNAL,
				 tr("there is no repository at %s: is the disk there, "
				    "the address right? git remote -v"),
				 url);
	}
	return -1;
}

/* The first line, which is of whoever knows most: ssh before git; without the word fatal. */
static const char *reason_in(struct buf *said)
{
	static const char fatal[] = "fatal: ";
	char *line = said->s;

	if (strncmp(line, fatal, sizeof(fatal) - 1) == 0)
		line += sizeof(fatal) - 1;
	line[strcspn(line, "\r\n")] = '\0';
	return line;
}

static int explain(const struct upstream *upstream, struct buf *said, struct error *err)
{
	if (strstr(said->s, "couldn't find remote ref"))
		return error_set(err, ERR_NOT_FOUND,
				 tr("%s has no branch '%s': git push -u %s %s, or git "
				    "branch -u, where it has another name now"),
				 upstream->url, upstream->branch, upstream->remote,
				 upstream->branch);
	for (size_t i = 0; i < ARRAY_LEN(reasons); i++)
		if (strstr(said->s, reasons[i].said))
			return tell(reasons[i].reason, upstream->url, err);
	return error_set(err, ERR_EXTERNAL, tr("cannot fetch from %s: git says: %s"),
			 upstream->url, reason_in(said));
}

/* What the remote is set to bring, so that all its branches are known as well. */
static int read_refspecs(const char *dir, const char *name, git_strarray *out,
			 struct error *err)
{
	auto_repository *repo = NULL;
	git_remote *remote = NULL;
	int rc;

	if (git_open(dir, GIT_OPEN_PLAIN, &repo, err) < 0)
		return -1;
	rc = git_remote_lookup(&remote, repo, name);
	if (rc == 0)
		rc = git_remote_get_fetch_refspecs(out, remote);
	git_remote_free(remote);
	return rc < 0 ? error_git(err, tr("cannot read the configuration of git")) : 0;
}

static int fetch(const char *dir, const struct upstream *upstream,
		 const git_strarray *refspecs, struct error *err)
{
	const char *argv[PROGRAM_ARGS_MAX] = {
		"env", "LC_ALL=C", "git", "-C", dir, "fetch", "--", upstream->remote
	};
	size_t count = 8;
	auto_buf said = BUF_INIT;
	int status;

	for (size_t i = 0; i < refspecs->count && i < REFSPECS_MAX; i++)
		argv[count++] = refspecs->strings[i];
	argv[count] = upstream->merge;
	status = program_hear(argv, &said);
	if (status < 0 || status == PROGRAM_MISSING)
		return error_set(err, ERR_EXTERNAL, "%s",
				 tr("cannot run git, which fetches for gk"));
	return status ? explain(upstream, &said, err) : 0;
}

int upstream_fetch(const char *dir, const struct upstream *upstream, struct error *err)
{
	git_strarray refspecs = { 0 };
	int rc;

	if (strcmp(upstream->remote, ".") == 0)
		return 0;
	git_start();
	rc = read_refspecs(dir, upstream->remote, &refspecs, err);
	if (rc == 0)
		rc = fetch(dir, upstream, &refspecs, err);
	git_strarray_dispose(&refspecs);
	git_stop();
	return rc;
}
