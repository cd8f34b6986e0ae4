#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cmd/papers.h"
#include "format/json.h"
#include "record/describe.h"
#include "record/document.h"

enum { NUMBER_WIDTH = 22, DATE_WIDTH = 10, NAME_WIDTH = 20 };

static void print_cells(const struct app *app, const char *file, const char *number,
			const char *date, const char *title)
{
	size_t used = NAME_WIDTH + NUMBER_WIDTH + DATE_WIDTH + 6;
	const char *const cells[] = { file, number, date };
	const size_t widths[] = { NAME_WIDTH, NUMBER_WIDTH, DATE_WIDTH };
	auto_buf line = BUF_INIT;

	for (size_t i = 0; i < ARRAY_LEN(cells); i++) {
		utf8_add_fitted(&line, cells[i] ? cells[i] : "-", widths[i],
				/* pad */ true);
		buf_adds(&line, "  ");
	}
	utf8_add_fitted(&line, title ? title : "-",
			app->columns > used + 10 ? app->columns - used : 10, false);
	(void)fprintf(app->out, "%s\n", line.s);
}

static void print_head(const struct app *app)
{
	enum language language = i18n_language();
	const char *labels[] = { "number", "formed", "title" };

	for (size_t i = 0; i < ARRAY_LEN(labels); i++)
		labels[i] = field_label(kind_field(&document_kind, labels[i], false),
					language);
	print_cells(app, tr("file"), labels[0], labels[1], labels[2]);
}

static void print_row(const struct app *app, const struct folder_paper *one)
{
	const struct document *document = RECORD(one->paper.record, struct document);
	char date[DATE_ISO_SIZE];

	print_cells(app, path_base(one->paper.original.from), document->number,
		    date_is_set(document->formed) ? date_iso(document->formed, date)
						  : NULL,
		    document->title);
}

/* Why a paper is not among those added; NULL for those that are. */
static const char *reason(const struct papers_folder *folder,
			  const struct folder_paper *one)
{
	struct arena *arena = &folder->app->arena;

	switch (one->fate) {
	case PAPER_IS_KNOWN:
		return arena_printf(arena, tr("is there already as %s"),
				    one->paper.known);
	case PAPER_IS_DOUBLE:
		return arena_printf(arena, tr("is the same as %s"),
				    folder->names.items[one->same]);
	case PAPER_IS_REFUSED:
		return tr("was refused: its faults are below");
	case PAPER_IS_UNREADABLE:
	case PAPER_IS_NEW:
	case PAPER_FATE_COUNT:
		break;
	}
	return NULL;
}

void papers_print(const struct papers_folder *folder)
{
	struct app *app = folder->app;
	bool begun = false;

	for (size_t i = 0; i < folder->names.count; i++) {
		if (folder->papers[i].fate != PAPER_IS_NEW)
			continue;
		if (!begun)
			print_head(app);
		begun = true;
		print_row(app, &folder->papers[i]);
	}
	for (size_t i = 0; i < folder->names.count; i++) {
		const struct folder_paper *one = &folder->papers[i];

		for (size_t k = 0; one->fate == PAPER_IS_NEW && k < one->remarks.count;
		     k++)
			(void)fprintf(app->err, "%s: %s\n", folder->names.items[i],
				      one->remarks.items[k]);
	}
	for (size_t i = 0; i < folder->names.count; i++) {
		const struct folder_paper *one = &folder->papers[i];
		const char *why = reason(folder, one);

		if (one->fate == PAPER_IS_UNREADABLE)
			(void)fprintf(app->err, tr("gk: left out: %s\n"), one->why);
		else if (why)
			(void)fprintf(app->err, tr("gk: skipped: %s %s\n"),
				      folder->names.items[i], why);
	}
}

void papers_print_json(const struct papers_folder *folder, const struct work_done *done)
{
	static const char *const fates[PAPER_FATE_COUNT] = {
		[PAPER_IS_NEW] = "added",
		[PAPER_IS_KNOWN] = "known",
		[PAPER_IS_DOUBLE] = "double",
		[PAPER_IS_REFUSED] = "refused",
		[PAPER_IS_UNREADABLE] = "unreadable",
	};
	auto_buf out = BUF_INIT;
	struct json json;

	json_init(&json, &out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "schema", "gk.import-papers/1");
	json_member(&json, "commit", done->commit[0] ? done->commit : NULL);
	json_key(&json, "files");
	json_open_array(&json);
	for (size_t i = 0; i < folder->names.count; i++) {
		const struct folder_paper *one = &folder->papers[i];
		bool is_new = one->fate == PAPER_IS_NEW;

		json_open_object(&json);
		json_member(&json, "file", folder->names.items[i]);
		json_member(&json, "fate", fates[one->fate]);
		json_member(&json, "id",
			    is_new ? one->paper.record->common->id : one->paper.known);
		json_member(&json, "why", one->why);
		json_key(&json, "remarks");
		json_open_array(&json);
		for (size_t k = 0; is_new && k < one->remarks.count; k++)
			json_string(&json, one->remarks.items[k]);
		json_close(&json);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	(void)fwrite(out.s, 1, out.len, folder->app->out);
}
