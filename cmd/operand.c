#include "cmd/operand.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "store/catalogue.h"

/* Folds . and .. and double slashes of an absolute path, as text. */
static void normalise(struct buf *out, const char *path)
{
	while (*path) {
		size_t len = strcspn(path, "/");

		if (len == 2 && memcmp(path, "..", 2) == 0) {
			char *slash = strrchr(out->s, '/');

			buf_truncate(out, slash ? (size_t)(slash - out->s) : 0);
		} else if (len > 0 && !(len == 1 && path[0] == '.')) {
			buf_addc(out, '/');
			buf_add(out, path, len);
		}
		path += len;
		path += strspn(path, "/");
	}
}

static const char *below(struct app *app, const char *root, const char *absolute)
{
	auto_buf path = BUF_INIT;
	size_t len = strlen(root);

	normalise(&path, absolute);
	if (strncmp(path.s, root, len) != 0 || (path.s[len] && path.s[len] != '/'))
		return NULL;
	return arena_strdup(&app->arena, path.s[len] ? path.s + len + 1 : "");
}

const char *operand_path(struct app *app, const char *typed)
{
	const char *root = source_root(app->catalogue->source);
	auto_buf absolute = BUF_INIT;
	char *here;
	const char *found;

	if (!root)
		return typed;
	if (typed[0] == '/')
		return below(app, root, typed);
	here = realpath(".", NULL);
	if (here) {
		buf_addf(&absolute, "%s/%s", here, typed);
		free(here);
		found = below(app, root, absolute.s);
		if (found && file_exists(absolute.s))
			return found;
	}
	buf_reset(&absolute);
	buf_addf(&absolute, "%s/%s", root, typed);
	return below(app, root, absolute.s);
}

enum exit_status operand_paths(struct app *app, size_t count, const char *const *typed,
			       struct strings *out)
{
	for (size_t i = 0; i < count; i++) {
		const char *path = operand_path(app, typed[i]);

		if (!path)
			return complain_usage(app, tr("'%s' lies outside the catalogue"),
					      typed[i]);
		strings_add(&app->arena, out, path);
	}
	return EXIT_STATUS_OK;
}
