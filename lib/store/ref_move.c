/*
 * A ref moved by git's own protocol: its lock taken, its value compared, its new content
 * renamed into place.  libgit2 does the same, but a kill would leave a lock behind that
 * nobody can tell from one that git holds.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/beneath.h"
#include "store/claim.h"
#include "store/transaction_private.h"

enum { LOG_TAIL = 4096 };

/* HEAD is the work tree's own; branches are shared between work trees. */
static const char *home_of(struct transaction *tx, const char *ref)
{
	return strncmp(ref, "refs/", 5) == 0 ? git_repository_commondir(tx->repo)
					     : tx->gitdir;
}

static const char *ref_path(struct transaction *tx, const char *ref)
{
	return transaction_path(tx, home_of(tx, ref), ref);
}

static const char *lock_path(struct transaction *tx, const char *ref)
{
	auto_buf path = BUF_INIT;

	buf_addf(&path, "%s.lock", ref_path(tx, ref));
	return buf_dup(&path, &tx->arena);
}

static const char *own_path(struct transaction *tx)
{
	return transaction_path(tx, tx->tx, "ref-claim");
}

static int make_parent(const char *path, struct error *err)
{
	auto_buf dir = BUF_INIT;

	buf_add(&dir, path, (size_t)(path_base(path) - path));
	return file_make_dirs(dir.s, err);
}

int ref_read(struct transaction *tx, const char *ref, git_oid *out, struct error *err)
{
	int rc = git_reference_name_to_id(out, tx->repo, ref);

	if (rc == GIT_ENOTFOUND) {
		memset(out, 0, sizeof(*out));
		return 0;
	}
	return rc < 0 ? error_git(err, tr("cannot read '%s'"), ref) : 0;
}

static int compare_and_move(struct transaction *tx, const struct journal *journal,
			    struct error *err)
{
	git_oid now;

	if (ref_read(tx, journal->ref, &now, err) < 0)
		return -1;
	if (!git_oid_equal(&now, &journal->before))
		return error_set(err, ERR_CONFLICT,
				 tr("'%s' has moved meanwhile: try again"), journal->ref);
	return durable_move(lock_path(tx, journal->ref), ref_path(tx, journal->ref),
			    transaction_sync(tx), err);
}

int ref_move(struct transaction *tx, const struct journal *journal, struct error *err)
{
	auto_buf content = BUF_INIT;
	char hex[OID_HEX_SIZE];
	struct error other;

	buf_addf(&content, "%s\n", git_oid_tostr(hex, sizeof(hex), &journal->after));
	if (make_parent(ref_path(tx, journal->ref), err) < 0 ||
	    file_write(own_path(tx), content.s, content.len, transaction_sync(tx), err) <
		    0 ||
	    claim_take(own_path(tx), lock_path(tx, journal->ref), tx->wait, err) < 0)
		return -1;
	if (compare_and_move(tx, journal, err) < 0) {
		(void)ref_drop(tx, journal, &other); /* what was wrong first is told */
		return -1;
	}
	return 0;
}

int ref_drop(struct transaction *tx, const struct journal *journal, struct error *err)
{
	return claim_drop(own_path(tx), lock_path(tx, journal->ref), err);
}

/* Whether the log's last line tells of this move; a recovery comes here twice. */
static bool has_entry(int fd, const char *line, size_t len)
{
	char tail[LOG_TAIL];
	struct stat st;

	if (len > sizeof(tail) || fstat(fd, &st) < 0 || st.st_size < (off_t)len)
		return false;
	return pread(fd, tail, len, st.st_size - (off_t)len) == (ssize_t)len &&
	       memcmp(tail, line, len) == 0;
}

static int add_entry(const char *path, const struct buf *line, enum file_sync sync,
		     struct error *err)
{
	struct stat st;
	auto_fd fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);

	if (fd < 0 || fstat(fd, &st) < 0)
		return error_errno(err, tr("cannot write '%s'"), path);
	if (has_entry(fd, line->s, line->len))
		return 0;
	if (write(fd, line->s, line->len) != (ssize_t)line->len) {
		(void)error_errno(err, tr("cannot write '%s'"), path);
		/* Half a line would be worse than none. */
		if (ftruncate(fd, st.st_size) < 0)
			err->sys = errno;
		return -1;
	}
	return durable_fd(fd, sync) < 0 ? error_errno(err, tr("cannot write '%s'"), path)
					: 0;
}

/* git makes logs unless core.logAllRefUpdates says no; one that is there goes on. */
static bool is_logged(struct transaction *tx, const char *path)
{
	auto_config *config = NULL;
	int all = 1;

	if (file_exists(path) || git_repository_config_snapshot(&config, tx->repo) < 0)
		return true;
	return git_config_get_bool(&all, config, "core.logallrefupdates") < 0 || all;
}

static int log_to(struct transaction *tx, const char *ref, const struct buf *line,
		  struct error *err)
{
	const char *logs = transaction_path(tx, home_of(tx, ref), "logs");
	const char *path = transaction_path(tx, logs, ref);

	if (!is_logged(tx, path))
		return 0;
	if (make_parent(path, err) < 0)
		return -1;
	return add_entry(path, line, transaction_sync(tx), err);
}

int ref_log(struct transaction *tx, const struct journal *journal, struct error *err)
{
	auto_buf line = BUF_INIT;
	char before[OID_HEX_SIZE];
	char after[OID_HEX_SIZE];

	buf_addf(&line, "%s %s %s\t%s\n",
		 git_oid_tostr(before, sizeof(before), &journal->before),
		 git_oid_tostr(after, sizeof(after), &journal->after), journal->who,
		 journal->entry);
	if (strcmp(journal->ref, "HEAD") != 0 && log_to(tx, journal->ref, &line, err) < 0)
		return -1;
	return log_to(tx, "HEAD", &line, err);
}
