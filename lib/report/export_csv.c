#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "format/charset.h"
#include "format/csv.h"
#include "report/export_private.h"

/* A file of rows that is being written. */
struct rows {
	struct export *run;
	const struct export_target *target;
	struct charset *charset; /* NULL: UTF-8 */
	struct buf line;         /* of UTF-8 */
	struct buf out;
	struct cell_columns columns;
	struct cell_names names;
	struct form form;
	const char *field;
	size_t number;
};

/* ---- rows ---- */

/* The character that the encoding does not have, and the place of it. */
static int cannot_say(const struct rows *rows, const char *id, const char *at,
		      struct error *err)
{
	size_t used = 0;

	(void)utf8_decode(at, strlen(at), &used);
	return error_set(err, ERR_SYNTAX,
			 tr("%s: %s has no '%.*s': write it otherwise, or use "
			    "--encoding gb18030 or UTF-8"),
			 id, rows->run->options->encoding, (int)used, at);
}

/* The row is complete. */
static int end_row(struct rows *rows, const char *id, struct error *err)
{
	csv_end_row(&rows->line);
	if (rows->charset) {
		size_t taken = charset_add(rows->charset, &rows->out, rows->line.s,
					   rows->line.len);

		if (taken < rows->line.len)
			return cannot_say(rows, id, rows->line.s + taken, err);
	} else {
		buf_add(&rows->out, rows->line.s, rows->line.len);
	}
	buf_reset(&rows->line);
	return export_flush(rows->target, &rows->out, /* end */ false, err);
}

/* ---- the standard catalogue ---- */

static int add_item(void *payload, const struct export_view *view, struct error *err)
{
	struct rows *rows = payload;
	struct arena arena = ARENA_INIT;
	const char *cells[FORM_COLUMN_COUNT];
	int done;

	form_cells(&arena, rows->run, view->pub, cells);
	cells[FORM_FIELD] = rows->field;
	cells[FORM_NUMBER] = arena_printf(&arena, "%zu", ++rows->number);
	for (size_t i = 0; i < rows->form.count; i++)
		csv_cell(&rows->line, cells[rows->form.columns[i]], i == 0);
	done = end_row(rows, view->common->id, err);
	arena_clear(&arena);
	return done;
}

static int add_head(struct rows *rows, struct error *err)
{
	for (size_t i = 0; i < rows->form.count; i++) {
		const struct form_head *head = &form_heads[rows->form.columns[i]];
		auto_buf text = BUF_INIT;

		/* One line has to say what two do in print. */
		if (head->over)
			buf_addf(&text, "%s:", head->over);
		buf_adds(&text, head->title);
		csv_cell(&rows->line, text.s, i == 0);
	}
	return end_row(rows, "", err);
}

static int write_catalogue(struct rows *rows, struct error *err)
{
	struct plan plan;
	unsigned int levels = 0;
	bool subgroup = false;

	if (export_plan(rows->run, &plan, err) < 0)
		return -1;
	for (size_t i = 0; i < plan.sheet_count; i++) {
		levels |= plan.sheets[i].levels;
		subgroup = subgroup || plan.sheets[i].subgroup;
	}
	form_choose(&rows->form, /* with_field */ true, levels, subgroup);
	if (add_head(rows, err) < 0)
		return -1;
	for (size_t i = 0; i < plan.sheet_count; i++) {
		struct strings paths;

		rows->field = plan.sheets[i].name;
		export_plan_paths(rows->run, &plan, &plan.sheets[i], &paths);
		if (export_paths(rows->run, &paths, add_item, rows, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- a table of fields ---- */

static int add_record(void *payload, const struct export_view *view, struct error *err)
{
	struct rows *rows = payload;
	auto_buf text = BUF_INIT;

	for (size_t i = 0; i < rows->columns.count; i++) {
		buf_reset(&text);
		cell_text(&rows->columns.items[i], view->common, &rows->names, &text);
		csv_cell(&rows->line, text.s, i == 0);
	}
	return end_row(rows, view->common->id ? view->common->id : view->kind->name, err);
}

static int write_table(struct rows *rows, struct error *err)
{
	const struct kind *kind = rows->run->options->kinds[0];

	export_columns(rows->run, kind, &rows->columns);
	rows->names = (struct cell_names){ export_name, rows->run->names };
	for (size_t i = 0; i < rows->columns.count; i++)
		csv_cell(&rows->line, rows->columns.items[i].label, i == 0);
	if (end_row(rows, "", err) < 0)
		return -1;
	return export_each(rows->run, kind, add_record, rows, err);
}

int export_csv(struct export *run, const struct export_target *target, struct error *err)
{
	struct rows rows = {
		.run = run, .target = target, .line = BUF_INIT, .out = BUF_INIT
	};
	int done;

	if (run->options->encoding &&
	    charset_open(run->options->encoding, &rows.charset, err) < 0)
		return -1;
	/* Excel takes a file without the mark for one in the encoding of the computer. */
	if (!rows.charset)
		buf_adds(&rows.out, "\xef\xbb\xbf");
	done = export_is_catalogue(run->options) ? write_catalogue(&rows, err)
						 : write_table(&rows, err);
	if (done == 0)
		done = export_flush(target, &rows.out, /* end */ true, err);
	charset_free(rows.charset);
	buf_release(&rows.line);
	buf_release(&rows.out);
	return done;
}
