#include "cmd/outgoing.h"

#include "base/buf.h"
#include "base/file.h"
#include "site/site.h"
#include "store/catalogue.h"
#include "work/publish.h"

struct feed {
	struct app *app;
	struct work *work;
};

static int each(void *payload, const struct kind *kind, site_record_fn fn,
		void *fn_payload, struct error *err)
{
	const struct feed *feed = payload;

	return publish_each(feed->work, kind, fn, fn_payload, err);
}

static int each_moved(void *payload, site_moved_fn fn, void *fn_payload,
		      struct error *err)
{
	const struct feed *feed = payload;

	return publish_each_moved(feed->work, fn, fn_payload, err);
}

static int attachment(void *payload, const char *id, const char *file, struct buf *out,
		      struct error *err)
{
	const struct feed *feed = payload;
	struct source *source = feed->app->catalogue->source;
	struct source_entry entry;
	auto_buf path = BUF_INIT;

	buf_addf(&path, "attachments/%s/%s", id, file);
	if (source_find(source, &feed->app->arena, path.s, &entry, err) < 0)
		return -1;
	return source_read(source, &entry, out, err);
}

static const char *place(struct app *app, const char *out)
{
	auto_buf path = BUF_INIT;

	if (out)
		return out;
	path_join(&path, source_root(app->catalogue->source), "public");
	return buf_dup(&path, &app->arena);
}

int outgoing_check(struct app *app, const char *out, struct error *err)
{
	return site_check_place(place(app, out), err);
}

enum exit_status outgoing_site(struct app *app, struct work *work, const char *out)
{
	struct feed feed = { .app = app, .work = work };
	const struct site_source source = { .each = each,
					    .attachment = attachment,
					    .each_moved = each_moved,
					    .payload = &feed };
	struct site_options options = { .commit = source_commit(app->catalogue->source) };
	struct site_result result = { 0 };
	struct error err = { 0 };
	const struct index_options index = { .memory = app->no_cache };

	/* The events just committed are in the files now: look again. */
	index_free(app->index);
	app->index = NULL;
	if (index_open(app->catalogue->source,
		       check_examiner(&app->arena, app->catalogue), &index, &app->index,
		       &err) < 0)
		return complain_error(app, &err);
	work->index = app->index;
	options.out = place(app, out);
	if (site_build(&source, &options, &result, &err) < 0)
		return complain_error(app, &err);
	(void)fprintf(app->out,
		      trn("site: %s/index.html (%zu page, %zu gone)\n",
			  "site: %s/index.html (%zu pages, %zu gone)\n", result.pages),
		      options.out, result.pages, result.removed);
	return EXIT_STATUS_OK;
}
