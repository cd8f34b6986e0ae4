#include "store/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store/beneath.h"

enum { JOURNAL_LIMIT = 1 << 30, MODE_LEN = 6 };

/* A size and no int, so that it can be added to pointers. */
static const size_t oid_len = GIT_OID_HEXSZ;

static const char magic[] = "gk-journal";

bool journal_is_zero(const git_oid *oid)
{
	return git_oid_is_zero(oid);
}

void journal_temp(const struct journal *journal, size_t i, struct buf *out)
{
	const char *path = journal->files[i].path;

	buf_add(out, path, (size_t)(path_base(path) - path));
	buf_addf(out, "%s%s-%zu", FILE_TEMP_PREFIX, journal->token, i);
}

static void add_side(struct buf *out, const struct journal_side *side)
{
	char hex[OID_HEX_SIZE];

	buf_addf(out, " %06o %s", side->mode,
		 git_oid_tostr(hex, sizeof(hex), &side->oid));
}

static void add_oid(struct buf *out, const char *key, const git_oid *oid)
{
	char hex[OID_HEX_SIZE];

	buf_addf(out, "%s %s\n", key, git_oid_tostr(hex, sizeof(hex), oid));
}

int journal_write(const struct journal *journal, const char *temp, const char *path,
		  enum file_sync sync, struct error *err)
{
	auto_buf text = BUF_INIT;

	buf_addf(&text, "%s %d\nref %s\n", magic, JOURNAL_VERSION, journal->ref);
	add_oid(&text, "before", &journal->before);
	add_oid(&text, "after", &journal->after);
	buf_addf(&text, "who %s\nentry %s\ntoken %s\n", journal->who, journal->entry,
		 journal->token);
	for (size_t i = 0; i < journal->dirs.count; i++)
		buf_addf(&text, "dir %s\n", journal->dirs.items[i]);
	for (size_t i = 0; i < journal->count; i++) {
		const struct journal_file *file = &journal->files[i];

		buf_adds(&text, file->keep ? "keep" : "file");
		add_side(&text, &file->before);
		add_side(&text, &file->after);
		buf_addf(&text, " %s\n", file->path);
	}
	buf_adds(&text, "end\n");
	if (file_write(temp, text.s, text.len, sync, err) < 0)
		return -1;
	return durable_move(temp, path, sync, err);
}

static bool read_oid(const char **p, git_oid *out)
{
	if (strnlen(*p, oid_len) < oid_len || git_oid_fromstrn(out, *p, oid_len) < 0)
		return false;
	*p += oid_len;
	return true;
}

static bool read_side(const char **p, struct journal_side *out)
{
	char *end;
	unsigned long mode = strtoul(*p, &end, 8);

	if (end != *p + MODE_LEN || *end != ' ')
		return false;
	*p = end + 1;
	out->mode = (unsigned int)mode;
	return read_oid(p, &out->oid) && *(*p)++ == ' ';
}

static bool read_file_line(struct arena *arena, struct journal *journal, const char *line,
			   bool keep)
{
	struct journal_file file = { .keep = keep };

	if (!read_side(&line, &file.before) || !read_side(&line, &file.after) ||
	    !beneath_is_path(line))
		return false;
	file.path = line;
	journal->files = array_grow(arena, journal->files, journal->count, &journal->room,
				    sizeof(file));
	journal->files[journal->count++] = file;
	return true;
}

static bool read_whole_oid(const char *line, git_oid *out)
{
	return read_oid(&line, out) && !*line;
}

/* One line whose first word is `key`. */
static bool read_line(struct arena *arena, struct journal *journal, const char *key,
		      const char *rest)
{
	const struct {
		const char *key;
		const char **text;
	} texts[] = { { "ref", &journal->ref },
		      { "who", &journal->who },
		      { "entry", &journal->entry },
		      { "token", &journal->token } };

	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		if (strcmp(key, texts[i].key) == 0) {
			*texts[i].text = rest;
			return *rest != '\0';
		}
	if (strcmp(key, "before") == 0)
		return read_whole_oid(rest, &journal->before);
	if (strcmp(key, "after") == 0)
		return read_whole_oid(rest, &journal->after);
	if (strcmp(key, "file") == 0 || strcmp(key, "keep") == 0)
		return read_file_line(arena, journal, rest, key[0] == 'k');
	if (strcmp(key, "dir") != 0 || !beneath_is_path(rest))
		return false;
	strings_add(arena, &journal->dirs, rest);
	return true;
}

/* Whether the lines after the first, up to "end", say everything. */
static bool read_lines(struct arena *arena, struct journal *journal, char *text)
{
	for (;;) {
		char *end = strchr(text, '\n');
		char *blank;

		if (!end)
			return false;
		*end = '\0';
		if (strcmp(text, "end") == 0)
			return journal->ref && journal->who && journal->entry &&
			       journal->token;
		blank = strchr(text, ' ');
		if (!blank)
			return false;
		*blank = '\0';
		if (!read_line(arena, journal, text, blank + 1))
			return false;
		text = end + 1;
	}
}

int journal_read(const char *path, struct arena *arena, struct journal *out,
		 struct error *err)
{
	struct journal journal = { 0 };
	auto_buf bytes = BUF_INIT;
	auto_buf first = BUF_INIT;
	char *text;

	if (file_read(path, JOURNAL_LIMIT, &bytes, err) < 0)
		return -1;
	text = buf_dup(&bytes, arena);
	buf_addf(&first, "%s %d\n", magic, JOURNAL_VERSION);
	if (strncmp(text, first.s, first.len) != 0 &&
	    strncmp(text, magic, strlen(magic)) == 0)
		return error_set(err, ERR_SYNTAX,
				 tr("another version of gk was stopped while it wrote "
				    "here: let that version finish ('%s')"),
				 path);
	if (strncmp(text, first.s, first.len) != 0 ||
	    !read_lines(arena, &journal, text + first.len))
		return error_set(err, ERR_SYNTAX,
				 tr("'%s' is damaged: look at git status, mend what is "
				    "wrong, then remove it"),
				 path);
	*out = journal;
	return 0;
}
