#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "check/check.h"
#include "cmd/cmd.h"
#include "law/workday.h"
#include "store/catalogue.h"
#include "store/index.h"
#include "store/range.h"
#include "store/transaction.h"

enum { CALENDAR_LIMIT = 4 << 20 };

/* The holidays: the catalogue's own calendar/holidays.json, else the ones gk brings. */
static int open_calendar(struct app *app, struct error *err)
{
	struct buf *bytes = arena_new(&app->arena, struct buf);
	struct source_entry entry;
	struct error absent;
	auto_buf path = BUF_INIT;
	int r;

	*bytes = BUF_INIT;
	app->calendar = arena_new(&app->arena, struct calendar);
	if (app->catalogue &&
	    source_find(app->catalogue->source, &app->arena, "calendar/holidays.json",
			&entry, &absent) == 0) {
		r = source_read(app->catalogue->source, &entry, bytes, err);
	} else {
		path_join(&path, app->data_dir, "data/holidays.json");
		r = file_read(path.s, CALENDAR_LIMIT, bytes, err);
	}
	if (r == 0)
		r = calendar_parse(&app->arena, bytes->s, bytes->len, app->calendar, err);
	buf_release(bytes);
	return r < 0 ? error_wrap(err, "%s", tr("read the holidays")) : 0;
}

/* --as-of: the last commit of that day or before, or the revision as it was typed. */
static int find_revision(struct app *app, struct error *err)
{
	const struct source_options options = { .dir = app->dir ? app->dir : ".",
						.home = app->home };
	struct source *source;
	struct date day;
	char iso[DATE_ISO_SIZE];
	int r;

	app->rev = app->as_of;
	app->as_of = NULL;
	if (!date_parse_any(app->rev, app->today, &day))
		return 0;
	if (source_open(&options, &source, err) < 0)
		return -1;
	r = range_before(source, &app->arena, date_add(day, 1), &app->rev, err);
	source_free(source);
	if (r == 0 && !app->rev)
		return error_set(err, ERR_NOT_FOUND,
				 tr("nothing was committed on %s or before"),
				 date_iso(day, iso));
	return r;
}

int app_catalogue(struct app *app, struct error *err)
{
	const struct source_options options = { .dir = app->dir ? app->dir : ".",
						.rev = app->rev,
						.home = app->home };

	if (catalogue_open(&options, &app->catalogue, err) < 0)
		return -1;
	app->catalogue->inspector = app->inspector;
	return catalogue_open_legal(app->catalogue, app->data_dir, err);
}

static int open_index(struct app *app, struct error *err)
{
	const struct index_options options = { .memory = app->no_cache };
	const struct examiner *examiner = check_examiner(&app->arena, app->catalogue);

	if (index_open(app->catalogue->source, examiner, &options, &app->index, err) < 0)
		return -1;
	if (index_rebuilt(app->index))
		say(app, "%s", tr("gk: the index was damaged and has been made anew"));
	return 0;
}

/* A command that writes needs files and a repository around them. */
static int check_writable(struct app *app, struct error *err)
{
	const struct source *source = app->catalogue->source;

	if (!source_root(source))
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("this is a bare repository: clone it, and write in "
				    "the clone"));
	if (!source_gitdir(source))
		return error_set(err, ERR_NOT_FOUND,
				 tr("'%s' is not in a git repository: run git init "
				    "there, or gk init"),
				 source_root(source));
	return 0;
}

enum exit_status app_open_index(struct app *app)
{
	struct error err = { 0 };

	return open_index(app, &err) < 0 ? complain_error(app, &err) : EXIT_STATUS_OK;
}

enum exit_status app_open(struct app *app)
{
	return app_open_for(app, app->command->needs);
}

enum exit_status app_open_for(struct app *app, unsigned int needs)
{
	struct error err = { 0 };

	if (app->as_of && app->rev)
		return complain_usage(app, "%s",
				      tr("--as-of and --rev exclude each other"));
	if (app->as_of && find_revision(app, &err) < 0)
		return complain_error(app, &err);
	if ((needs & (NEED_CATALOGUE | NEED_INDEX | NEED_WRITE | NEED_IF_ANY)) &&
	    app_catalogue(app, &err) < 0) {
		if (!(needs & NEED_IF_ANY) || err.code != ERR_NOT_FOUND)
			return complain_error(app, &err);
		needs &= ~(unsigned int)NEED_INDEX;
	}
	if ((needs & NEED_WRITE) && check_writable(app, &err) < 0)
		return complain_error(app, &err);
	if ((needs & NEED_CALENDAR) && open_calendar(app, &err) < 0)
		return complain_error(app, &err);
	if (app->catalogue && source_gitdir(app->catalogue->source) &&
	    transaction_is_pending(source_gitdir(app->catalogue->source)) &&
	    !(needs & NEED_WRITE))
		say(app, "%s",
		    tr("gk: a change was cut off; the next command that writes will "
		       "finish or undo it"));
	if ((needs & NEED_INDEX) && open_index(app, &err) < 0)
		return complain_error(app, &err);
	return EXIT_STATUS_OK;
}

void app_close(struct app *app)
{
	index_free(app->index);
	catalogue_free(app->catalogue);
	app->index = NULL;
	app->catalogue = NULL;
}
