#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "check/steps.h"
#include "cmd/operand.h"
#include "cmd/selection.h"
#include "format/yaml.h"
#include "record/id.h"

/* ---- --range ---- */

static const char dots[] = "..";

/* A of A..B; HEAD where it is left out. */
static const char *range_start(struct app *app, const char *range)
{
	const char *at = strstr(range, dots);

	return at > range ? arena_strndup(&app->arena, range, (size_t)(at - range))
			  : "HEAD";
}

const char *selection_range_end(struct app *app, const char *range)
{
	const char *at = strstr(range, dots);

	if (!at) {
		(void)complain_usage(app,
				     tr("--range: '%s' is no range; write it as "
					"main..HEAD"),
				     range);
		return NULL;
	}
	at += strlen(dots);
	at += *at == '.'; /* A...B asks for the same: what B has and A has not */
	return *at ? at : "HEAD";
}

int selection_range(struct app *app, const char *range, const struct check_options *check,
		    struct check_result *out, struct error *err)
{
	struct source *source = app->catalogue->source;
	struct range_options options = { .to = source_commit(source) };
	const char *start = range_start(app, range);
	struct range commits;
	struct check_steps steps;

	strings_add(&app->arena, &options.hidden, start);
	if (range_read(source, &app->arena, &options, &commits, err) < 0)
		return -1;
	steps = (struct check_steps){ .commits = commits.items,
				      .count = commits.count,
				      .end = commits.to };
	if (range_base(source, &app->arena, start, commits.to, &steps.base, err) < 0)
		return -1;
	return check_steps(app->catalogue, &steps, check, out, &app->arena, err);
}

/* ---- --since ---- */

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The commit of a revision, or the last one before a day; NULL when there was none yet. */
static int find_since(struct app *app, const char *since, const char **out,
		      struct error *err)
{
	struct source *source = app->catalogue->source;
	struct date day;

	if (date_parse_any(since, app->today, &day))
		return range_before(source, &app->arena, day, out, err);
	return range_commit_id(source, &app->arena, since, out, err);
}

int selection_since(struct app *app, const char *since, struct strings *out,
		    struct error *err)
{
	struct range_changes changes;
	const char *commit;

	if (find_since(app, since, &commit, err) < 0 ||
	    range_changes(app->catalogue->source, &app->arena, commit, NULL, &changes,
			  err) < 0)
		return -1;
	for (size_t i = 0; i < changes.count; i++)
		if (changes.items[i].stays)
			strings_add(&app->arena, out, changes.items[i].path);
	if (out->count > 0)
		qsort(out->items, out->count, sizeof(*out->items), compare_texts);
	return 0;
}

/* ---- standard input ---- */

static int read_stdin(struct app *app, struct buf *out, struct error *err)
{
	char chunk[1 << 14];
	size_t n;

	(void)app;
	while ((n = fread(chunk, 1, sizeof(chunk), stdin)) > 0) {
		if (out->len + n > SOURCE_MAX_FILE)
			return error_set(err, ERR_LIMIT,
					 tr("standard input is longer than %zu bytes"),
					 (size_t)SOURCE_MAX_FILE);
		buf_add(out, chunk, n);
	}
	return ferror(stdin) ? error_errno(err, "%s", tr("cannot read standard input"))
			     : 0;
}

/* The path that follows from the id in the text; NULL when it does not. */
static const char *path_by_id(struct app *app, const struct buf *text)
{
	struct yaml_tree tree;
	const struct yaml_node *id;
	struct id_parts parts;
	auto_buf path = BUF_INIT;

	yaml_parse(&app->arena, text->s, text->len, &tree);
	id = tree.root && tree.root->type == YAML_MAPPING ? yaml_get(tree.root, "id")
							  : NULL;
	if (!id || id->type != YAML_SCALAR ||
	    !id_parse(&app->catalogue->kinds, id->value, &parts))
		return NULL;
	id_path(parts.kind, id->value, &path);
	return buf_dup(&path, &app->arena);
}

int selection_stdin(struct app *app, const char *as_path,
		    const struct check_options *check, struct check_result *out,
		    struct error *err)
{
	struct range_change change = { .stays = true };
	struct range_changes changes = { .items = &change, .count = 1 };
	auto_buf text = BUF_INIT;

	if (read_stdin(app, &text, err) < 0)
		return -1;
	change.path = as_path ? operand_path(app, as_path) : path_by_id(app, &text);
	if (!change.path)
		return error_set(
			err, ERR_NOT_FOUND, "%s",
			tr("which record standard input holds is not to be seen: "
			   "name its file with --as-path"));
	source_overlay(app->catalogue->source, change.path, text.s, text.len);
	return check_few(app->catalogue, &changes, check, out, &app->arena, err);
}
