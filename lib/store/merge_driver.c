#include "store/merge_driver.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/git_private.h"

enum { ATTRIBUTES_LIMIT = 1 << 20 };

static const char name_key[] = "merge.gk.name";
static const char command_key[] = "merge.gk.driver";
static const char attribute[] = " merge=gk\n";

static int open_config(git_repository *repo, git_config **out, struct error *err)
{
	auto_config *all = NULL;

	if (git_repository_config(&all, repo) < 0 ||
	    git_config_open_level(out, all, GIT_CONFIG_LEVEL_LOCAL) < 0)
		return error_git(err, tr("cannot read the configuration of git"));
	return 0;
}

/* ---- info/attributes ---- */

static void attributes_path(git_repository *repo, struct buf *out)
{
	path_join(out, git_repository_commondir(repo), "info/attributes");
}

/* The lines that are not ours; none where there is no file. */
static int read_others(const char *path, struct buf *out, struct error *err)
{
	const size_t len = strlen(attribute);
	auto_buf text = BUF_INIT;
	struct error absent;
	const char *next;

	if (file_read(path, ATTRIBUTES_LIMIT, &text, &absent) < 0) {
		if (absent.code == ERR_NOT_FOUND || !file_exists(path))
			return 0;
		*err = absent;
		return -1;
	}
	if (text.len && text.s[text.len - 1] != '\n')
		buf_addc(&text, '\n');
	for (const char *line = text.s; *line; line = next) {
		size_t n;

		next = strchr(line, '\n') + 1;
		n = (size_t)(next - line);
		if (n < len || strncmp(next - len, attribute, len) != 0)
			buf_add(out, line, n);
	}
	return 0;
}

/* A pattern is quoted as a string of C where it holds blanks or the like. */
static void add_pattern(struct buf *out, const char *folder)
{
	if (!*folder) {
		buf_adds(out, "*.yaml");
		return;
	}
	buf_adds(out, "\"/");
	for (; *folder; folder++) {
		if (*folder == '"' || *folder == '\\')
			buf_addc(out, '\\');
		if (strchr("*?[\\", *folder))
			buf_addc(out, '\\');
		buf_addc(out, *folder);
	}
	buf_adds(out, "**/*.yaml\"");
}

static int write_attributes(const char *path, const struct buf *text, struct error *err)
{
	auto_buf dir = BUF_INIT;

	buf_add(&dir, path, (size_t)(path_base(path) - path));
	if (file_make_dirs(dir.s, err) < 0)
		return -1;
	return file_write(path, text->s, text->len, FILE_FAST, err);
}

/* ---- both ---- */

static int install(const char *dir, const char *folder, const char *command,
		   struct error *err)
{
	auto_repository *repo = NULL;
	auto_config *config = NULL;
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;

	if (git_open(dir, GIT_OPEN_PLAIN, &repo, err) < 0 ||
	    open_config(repo, &config, err) < 0)
		return -1;
	attributes_path(repo, &path);
	if (read_others(path.s, &text, err) < 0)
		return -1;
	add_pattern(&text, folder);
	buf_adds(&text, attribute);
	/* The driver first: a pattern without one would change nothing, but the other way is no merge. */
	if (git_config_set_string(config, name_key, "gk, field by field") < 0 ||
	    git_config_set_string(config, command_key, command) < 0)
		return error_git(err, tr("cannot write the configuration of git"));
	return write_attributes(path.s, &text, err);
}

static int delete_key(git_config *config, const char *key, struct error *err)
{
	int rc = git_config_delete_entry(config, key);

	return rc < 0 && rc != GIT_ENOTFOUND
		       ? error_git(err, tr("cannot write the configuration of git"))
		       : 0;
}

static int uninstall(const char *dir, struct error *err)
{
	auto_repository *repo = NULL;
	auto_config *config = NULL;
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;

	if (git_open(dir, GIT_OPEN_PLAIN, &repo, err) < 0 ||
	    open_config(repo, &config, err) < 0)
		return -1;
	attributes_path(repo, &path);
	if (file_exists(path.s) && (read_others(path.s, &text, err) < 0 ||
				    write_attributes(path.s, &text, err) < 0))
		return -1;
	return delete_key(config, name_key, err) < 0
		       ? -1
		       : delete_key(config, command_key, err);
}

int merge_driver_install(const char *dir, const char *folder, const char *command,
			 struct error *err)
{
	int rc;

	git_start();
	rc = install(dir, folder, command, err);
	git_stop();
	return rc;
}

int merge_driver_uninstall(const char *dir, struct error *err)
{
	int rc;

	git_start();
	rc = uninstall(dir, err);
	git_stop();
	return rc;
}
