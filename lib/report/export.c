#include "report/export.h"

#include "record/item.h"
#include "report/export_private.h"
#include "store/catalogue.h"

enum { PIECE = 1 << 16 };

bool export_can_stream(enum export_format format)
{
	return format == EXPORT_CSV || format == EXPORT_JSON || format == EXPORT_NDJSON;
}

bool export_is_catalogue(const struct export_options *options)
{
	return options->kinds[0] == &item_kind && !options->internal && !options->edit;
}

void export_columns(struct export *run, const struct kind *kind, struct cell_columns *out)
{
	const struct export_options *options = run->options;

	cell_columns(run->arena, kind,
		     options->edit       ? CELL_TYPED
		     : options->internal ? 0
					 : CELL_PUBLIC,
		     out);
}

int export_flush(const struct export_target *target, struct buf *out, bool end,
		 struct error *err)
{
	int done;

	if (out->len == 0 || (out->len < PIECE && !end))
		return 0;
	done = target->write(target->payload, out->s, out->len, err);
	buf_reset(out);
	return done;
}

static int add_to_draft(void *payload, const char *bytes, size_t len, struct error *err)
{
	return file_draft_add(payload, bytes, len, err);
}

static int stream(struct export *run, const struct export_target *target,
		  struct error *err)
{
	switch (run->options->format) {
	case EXPORT_CSV:
		return export_csv(run, target, err);
	case EXPORT_JSON:
		return export_json(run, target, err);
	case EXPORT_NDJSON:
		return export_ndjson(run, target, err);
	case EXPORT_XLSX:
	case EXPORT_SQLITE:
	case EXPORT_FORMAT_COUNT:
		break;
	}
	return error_set(err, ERR_DENIED, "not a format of text");
}

/* Fill the file under its temporary name. */
static int fill(struct export *run, struct file_draft *draft, struct error *err)
{
	const struct export_target target = { .write = add_to_draft, .payload = draft };

	if (run->options->format == EXPORT_SQLITE)
		return export_sqlite(run, draft->temp.s, err);
	if (run->options->format != EXPORT_XLSX)
		return stream(run, &target, err);
	return export_is_catalogue(run->options)
		       ? export_catalogue_xlsx(run, draft->temp.s, err)
		       : export_table_xlsx(run, draft->temp.s, err);
}

static int write_file(struct export *run, const char *path, struct error *err)
{
	auto_file_draft draft = FILE_DRAFT_INIT;

	if (file_draft_open(&draft, path, err) < 0 || fill(run, &draft, err) < 0)
		return -1;
	return file_draft_place(&draft, run->options->sync, err);
}

int export_run(struct catalogue *catalogue, struct index *index,
	       const struct export_options *options, const struct export_target *target,
	       struct export_result *result, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct export run = { .arena = &arena,
			      .catalogue = catalogue,
			      .index = index,
			      .options = options,
			      .result = result,
			      .office = catalogue->config };
	int done;

	*result = (struct export_result){ .records = 0 };
	done = export_names_read(&run, err);
	if (done == 0)
		done = target->path ? write_file(&run, target->path, err)
				    : stream(&run, target, err);
	arena_clear(&arena);
	return done;
}
