#include <string.h>

#include "cmd/log.h"
#include "record/diff.h"

enum { MINUTES_A_DAY = 24 * 60 };

void log_time(struct buf *out, const struct range_commit *commit)
{
	char iso[DATE_ISO_SIZE];
	int64_t minute = commit->time / 60 + commit->zone;

	buf_addf(out, "%s %02d:%02d", date_iso(commit->date, iso),
		 (int)(minute % MINUTES_A_DAY / 60), (int)(minute % 60));
}

void log_difference(void *payload, const struct difference *d)
{
	struct json *json = payload;

	json_open_object(json);
	json_member(json, "field", d->field);
	json_member(json, "label", d->label);
	json_member(json, "was", d->was);
	json_member(json, "is", d->is);
	json_close(json);
}

static void write_change(struct app *app, struct json *json,
			 const struct log_change *change)
{
	const struct record *record = change->is ? change->is : change->was;
	const char *what = !change->was ? "add" : !change->is ? "remove" : "change";

	json_open_object(json);
	json_member(json, "id", change->id);
	json_member(json, "path", change->path);
	json_member(json, "what", what);
	json_member(json, "title", record_title(record));
	json_key(json, "fields");
	json_open_array(json);
	if (change->was && change->is)
		record_diff(&app->arena, change->was, change->is, i18n_language(),
			    log_difference, json);
	json_close(json);
	json_close(json);
}

void log_json(struct app *app, struct json *json, const struct log_entry *entry)
{
	auto_buf time = BUF_INIT;
	const char *message = entry->commit->message;

	log_time(&time, entry->commit);
	json_open_object(json);
	json_member(json, "commit", entry->commit->id);
	json_member(json, "time", time.s);
	json_member(json, "author", entry->commit->author);
	json_member(json, "subject",
		    arena_strndup(&app->arena, message, strcspn(message, "\n")));
	json_key(json, "records");
	json_open_array(json);
	for (size_t i = 0; i < entry->count; i++)
		write_change(app, json, &entry->changes[i]);
	json_close(json);
	json_close(json);
}
