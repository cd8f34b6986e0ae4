#include "work/log.h"

#include <string.h>

#include "record/id.h"

struct log {
	struct work *work;
	struct source *source; /* reads blobs of every commit */
	const struct log_request *request;
	struct arena arena; /* of one commit */
};

static int read_blob(struct log *log, const struct kind *kind, const char *path,
		     const char *oid, const struct record **out, struct error *err)
{
	const struct source_entry entry = { .path = path,
					    .type = SOURCE_FILE,
					    .oid = oid };
	auto_buf bytes = BUF_INIT;

	*out = NULL;
	if (!oid)
		return 0;
	if (source_read(log->source, &entry, &bytes, err) < 0)
		return -1;
	*out = record_parse(&log->arena, kind, path, buf_dup(&bytes, &log->arena),
			    bytes.len);
	return 0;
}

/* What one commit changed against one parent (NULL: it has none). */
static int find_changes(struct log *log, const struct range_commit *commit,
			const char *parent, struct range_changes *out, struct error *err)
{
	const char *path = log->request->path;
	struct range_change change = { .path = path };

	if (!path)
		return range_changes(log->source, &log->arena, parent, commit->id, out,
				     err);
	if (parent &&
	    range_find(log->source, &log->arena, parent, path, &change.was, err) < 0)
		return -1;
	if (range_find(log->source, &log->arena, commit->id, path, &change.is, err) < 0)
		return -1;
	if ((!change.was && !change.is) ||
	    (change.was && change.is && strcmp(change.was, change.is) == 0))
		return 0;
	out->items = array_grow(&log->arena, out->items, out->count, &out->room,
				sizeof(*out->items));
	out->items[out->count++] = change;
	return 0;
}

/* Whether the file has another content in each of the further parents too. */
static int differs_from_all(struct log *log, const struct range_commit *commit,
			    const struct range_change *change, bool *out,
			    struct error *err)
{
	*out = true;
	for (size_t i = 1; i < commit->parents.count && *out; i++) {
		const char *was;

		if (range_find(log->source, &log->arena, commit->parents.items[i],
			       change->path, &was, err) < 0)
			return -1;
		*out = !was != !change->is ||
		       (was && change->is && strcmp(was, change->is) != 0);
	}
	return 0;
}

static int add_change(struct log *log, const struct range_change *change,
		      struct log_change *changes, struct log_entry *entry,
		      struct error *err)
{
	char id[ID_MAX];
	const struct kind *kind =
		id_of_path(&log->work->catalogue->kinds, change->path, id);
	struct log_change *out = &changes[entry->count];

	if (!kind) {
		entry->others++;
		return 0;
	}
	out->path = change->path;
	out->id = arena_strdup(&log->arena, id);
	if (read_blob(log, kind, change->path, change->was, &out->was, err) < 0 ||
	    read_blob(log, kind, change->path, change->is, &out->is, err) < 0)
		return -1;
	entry->count++;
	return 0;
}

static int read_entry(struct log *log, const struct range_commit *commit,
		      struct log_entry *entry, struct error *err)
{
	const char *parent = commit->parents.count ? commit->parents.items[0] : NULL;
	struct range_changes found = { 0 };
	struct log_change *changes;

	if (find_changes(log, commit, parent, &found, err) < 0)
		return -1;
	changes = arena_array(&log->arena, struct log_change, found.count);
	*entry = (struct log_entry){ .commit = commit, .changes = changes };
	for (size_t i = 0; i < found.count; i++) {
		bool told;

		if (differs_from_all(log, commit, &found.items[i], &told, err) < 0 ||
		    (told && add_change(log, &found.items[i], changes, entry, err) < 0))
			return -1;
	}
	return 0;
}

/* Newest first; 1 when the callback stopped. */
static int walk(struct log *log, const struct range *range, log_fn fn, void *payload,
		struct error *err)
{
	size_t told = 0;

	for (size_t i = range->count; i-- > 0;) {
		struct log_entry entry;
		int stop = read_entry(log, &range->items[i], &entry, err);
		if (stop == 0 && entry.count + entry.others > 0) {
			stop = fn(payload, &entry) != 0;
			told++;
		}
		arena_clear(&log->arena);
		if (stop != 0)
			return stop;
		if (log->request->limit && told == log->request->limit)
			return 1;
	}
	return 0;
}

int work_log(struct work *work, const struct log_request *request, log_fn fn,
	     void *payload, struct error *err)
{
	const struct source *here = work->catalogue->source;
	const char *to = request->to ? request->to : "HEAD";
	const struct source_options where = {
		.dir = source_root(here) ? source_root(here) : source_gitdir(here),
		.rev = to,
	};
	struct range_options options = { .to = to };
	struct log log = { .work = work, .request = request, .arena = ARENA_INIT };
	auto_source *source = NULL;
	struct range range;

	if (source_open(&where, &source, err) < 0)
		return -1;
	log.source = source;
	if (request->since)
		strings_add(work->arena, &options.hidden, request->since);
	if (range_read(source, work->arena, &options, &range, err) < 0)
		return -1;
	return walk(&log, &range, fn, payload, err) < 0 ? -1 : 0;
}
