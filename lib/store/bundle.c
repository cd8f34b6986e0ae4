#include "store/bundle.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"

/* A line is an id, a blank and a name; git's own limit of a name is 4096. */
enum { LINE_MAX_BYTES = 8192, OID_MIN = 40 };

static void close_file(FILE **file)
{
	if (*file)
		(void)fclose(*file);
}

#define auto_file gk_cleanup(close_file) FILE

static int no_bundle(const char *file, struct error *err)
{
	return error_set(err, ERR_SYNTAX,
			 tr("%s is no backup of gk's, or its beginning is damaged"),
			 file);
}

static int cannot_open(const char *file, struct error *err)
{
	if (errno == ENOENT)
		return error_set(err, ERR_NOT_FOUND, tr("there is no file '%s'"), file);
	return error_errno(err, tr("cannot read '%s'"), file);
}

/* One line without its end; false at the end of the file, or where none ends. */
static bool read_line(FILE *from, char line[LINE_MAX_BYTES])
{
	size_t len;

	if (!fgets(line, LINE_MAX_BYTES, from))
		return false;
	len = strlen(line);
	if (len == 0 || line[len - 1] != '\n')
		return false;
	line[len - 1] = '\0';
	return true;
}

/* "ID NAME" */
static bool add_ref(struct arena *arena, char *line, struct list *out)
{
	size_t len = strspn(line, "0123456789abcdef");
	struct bundle_ref *ref;

	if (len < OID_MIN || line[len] != ' ' || !line[len + 1])
		return false;
	ref = list_add(arena, out, sizeof(*ref));
	ref->oid = arena_strndup(arena, line, len);
	ref->name = arena_strdup(arena, line + len + 1);
	return true;
}

static int read_refs(FILE *from, const char *file, struct arena *arena, struct list *out,
		     struct error *err)
{
	char line[LINE_MAX_BYTES];

	for (;;) {
		if (!read_line(from, line))
			return no_bundle(file, err);
		if (!*line)
			return 0;
		if (*line == '-')
			return error_set(err, ERR_SYNTAX,
					 tr("%s is only a part of a repository"), file);
		/* A capability of version 3: object-format and filter. */
		if (*line != '@' && !add_ref(arena, line, out))
			return no_bundle(file, err);
	}
}

int bundle_refs(const char *file, struct arena *arena, struct list *out,
		struct error *err)
{
	char line[LINE_MAX_BYTES];
	auto_file *from = NULL;
	struct stat st;

	if (stat(file, &st) < 0)
		return cannot_open(file, err);
	if (!S_ISREG(st.st_mode))
		return no_bundle(file, err);
	from = fopen(file, "rbe");
	if (!from)
		return cannot_open(file, err);
	if (!read_line(from, line) || (strcmp(line, "# v2 git bundle") != 0 &&
				       strcmp(line, "# v3 git bundle") != 0))
		return no_bundle(file, err);
	return read_refs(from, file, arena, out, err);
}

const char *bundle_find(const struct list *refs, const char *name)
{
	for (size_t i = 0; i < refs->count; i++) {
		const struct bundle_ref *ref = list_at(refs, struct bundle_ref, i);

		if (strcmp(ref->name, name) == 0)
			return ref->oid;
	}
	return NULL;
}
