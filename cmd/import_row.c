#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/import.h"

static const char *const signs[IMPORT_ACTION_COUNT] = {
	[IMPORT_ADD] = "+",   [IMPORT_CHANGE] = "~", [IMPORT_SAME] = "=",
	[IMPORT_LEAVE] = "-", [IMPORT_FAULTY] = "!",
};

static void print_remark(const struct import_told *told,
			 const struct import_remark *remark)
{
	static const char *const kinds[] = {
		[IMPORT_GUESS] = N_("guessed"),
		[IMPORT_KEPT] = N_("kept"),
		[IMPORT_FAULT] = N_("fault"),
	};
	auto_buf line = BUF_INIT;

	buf_addf(&line, "    %s: ", tr(kinds[remark->kind]));
	if (*remark->cell)
		buf_addf(&line, "%s ", remark->cell);
	if (*remark->label)
		buf_addf(&line, "%s: ", remark->label);
	buf_adds(&line, remark->text);
	(void)fprintf(told->app->out, "%s\n", line.s);
}

static void print_difference(const struct import_told *told, const struct difference *d)
{
	struct app *app = told->app;

	(void)fprintf(app->out, "    %s: ", d->label);
	if (d->was && d->is) {
		(void)fprintf(app->out, "\n      - ");
		import_print_cut(told, 8, d->was);
		(void)fprintf(app->out, "      + ");
		import_print_cut(told, 8, d->is);
		return;
	}
	(void)fprintf(app->out, d->is ? "+ " : "- ");
	import_print_cut(told, utf8_width(d->label) + 8, d->is ? d->is : d->was);
}

static void print_missing(const struct import_told *told, const struct import_row *row)
{
	auto_buf line = BUF_INIT;

	if (row->missing.count == 0)
		return;
	buf_addf(&line, "    %s: ", tr("still missing"));
	for (size_t i = 0; i < row->missing.count; i++)
		buf_addf(&line, "%s%s", i ? "、" : "", row->missing.items[i]);
	(void)fprintf(told->app->out, "%s\n", line.s);
}

void import_row_print(const struct import_told *told, const struct import_row *row)
{
	struct app *app = told->app;
	bool all = app->dry_run || row->action == IMPORT_FAULTY;
	auto_buf line = BUF_INIT;

	if (!all && row->action != IMPORT_CHANGE)
		return;
	buf_addf(&line, "%s %s ", signs[row->action], row->id ? row->id : "");
	buf_addf(&line, tr("(row %u%s) "), row->row, row->hidden ? tr(", hidden") : "");
	(void)fprintf(app->out, "%s", line.s);
	import_print_cut(told, utf8_width(line.s), record_title(row->record));
	for (size_t i = 0; i < row->differences.count; i++)
		print_difference(told, list_at(&row->differences, struct difference, i));
	for (size_t i = 0; i < row->remarks.count; i++) {
		const struct import_remark *remark =
			list_at(&row->remarks, struct import_remark, i);

		if (all && (app->dry_run || remark->kind == IMPORT_FAULT))
			print_remark(told, remark);
	}
	if (app->dry_run)
		print_missing(told, row);
}
