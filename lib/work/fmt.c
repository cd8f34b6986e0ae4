#include "work/fmt.h"

#include <string.h>

#include "work/act.h"

struct fmt {
	struct work *work;
	struct transaction *tx;
	const struct fmt_request *request;
	struct fmt_counts counts;
	struct error *err;
};

static bool is_below(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	while (len > 0 && folder[len - 1] == '/')
		len--;
	return strncmp(path, folder, len) == 0 &&
	       (len == 0 || path[len] == '/' || path[len] == '\0');
}

static bool is_selected(const struct strings *paths, const char *path)
{
	for (size_t i = 0; i < paths->count; i++)
		if (is_below(path, paths->items[i]))
			return true;
	return paths->count == 0;
}

static int format_one(void *payload, const struct index_row *row)
{
	struct fmt *fmt = payload;
	struct arena arena = ARENA_INIT;
	auto_buf bytes = BUF_INIT;
	struct error why = { 0 };
	struct record *record;
	int status = 0;

	/* Attachments have rows too. */
	if (!*row->kind || !is_selected(fmt->request->paths, row->path))
		return 0;
	fmt->counts.files++;
	if (catalogue_read(fmt->work->catalogue, &arena, row->path, &record, fmt->err) <
	    0) {
		status = -1;
	} else if (record_canonical(record, &bytes, &why) < 0) {
		fmt->counts.left++;
		fmt->request->fn(fmt->request->payload, row->path, FMT_LEFT, &why);
	} else if (bytes.len != record->tree.len ||
		   memcmp(bytes.s, record->tree.bytes, bytes.len) != 0) {
		fmt->counts.changed++;
		status = transaction_rewrite(fmt->tx, row->path, bytes.s, bytes.len,
					     fmt->err);
		if (status == 0)
			fmt->request->fn(fmt->request->payload, row->path, FMT_CHANGED,
					 NULL);
	}
	arena_clear(&arena);
	return status;
}

int work_fmt(struct work *work, const struct fmt_request *request, struct fmt_counts *out,
	     struct error *err)
{
	const struct index_query all = { 0 };
	struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	struct fmt fmt = { .work = work, .request = request, .err = err };

	/* Under the lock, so that nobody records another text between reading and writing. */
	options.flags |= TX_FILES | (request->check ? TX_DRY : 0U);
	if (transaction_begin(&options, &tx, err) < 0)
		return -1;
	fmt.tx = tx;
	if (index_each(work->index, &all, format_one, &fmt, err) != 0)
		return -1;
	*out = fmt.counts;
	return 0;
}
