#include <string.h>

#include "report/export_private.h"

struct writing {
	struct export *run;
	const struct export_target *target;
	struct buf out;
	struct json json;
	bool lines; /* a record a line */
};

static void write_record(struct json *json, const struct export_view *view)
{
	json_open_object(json);
	json_member(json, "kind", view->kind->name);
	json_key(json, "record");
	export_view_json(view, json);
	json_close(json);
}

static int add_record(void *payload, const struct export_view *view, struct error *err)
{
	struct writing *w = payload;

	if (w->lines) {
		struct json json;

		json_init(&json, &w->out, JSON_COMPACT);
		write_record(&json, view);
		buf_addc(&w->out, '\n');
	} else {
		write_record(&w->json, view);
	}
	return export_flush(w->target, &w->out, /* end */ false, err);
}

static int add_kinds(struct writing *w, struct error *err)
{
	const struct export_options *options = w->run->options;

	for (size_t i = 0; i < options->kind_count; i++)
		if (export_each(w->run, options->kinds[i], add_record, w, err) < 0)
			return -1;
	return 0;
}

static int finish(struct writing *w, int done, struct error *err)
{
	if (done == 0)
		done = export_flush(w->target, &w->out, /* end */ true, err);
	buf_release(&w->out);
	return done;
}

int export_ndjson(struct export *run, const struct export_target *target,
		  struct error *err)
{
	struct writing w = {
		.run = run, .target = target, .out = BUF_INIT, .lines = true
	};

	return finish(&w, add_kinds(&w, err), err);
}

static void open_document(struct writing *w)
{
	const struct export_options *options = w->run->options;
	char iso[DATE_ISO_SIZE];

	json_init(&w->json, &w->out, JSON_PRETTY);
	json_open_object(&w->json);
	json_member(&w->json, "schema", "gk.export/1");
	json_member(&w->json, "office", w->run->office->name);
	json_member(&w->json, "day", date_iso(options->day, iso));
	json_member(&w->json, "commit", options->commit);
	json_key(&w->json, "internal");
	json_bool(&w->json, options->internal);
	json_key(&w->json, "records");
	json_open_array(&w->json);
}

int export_json(struct export *run, const struct export_target *target, struct error *err)
{
	struct writing w = { .run = run, .target = target, .out = BUF_INIT };
	int done;

	open_document(&w);
	done = add_kinds(&w, err);
	if (done == 0) {
		json_close(&w.json);
		json_close(&w.json);
	}
	return finish(&w, done, err);
}
