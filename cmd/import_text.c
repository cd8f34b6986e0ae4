#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/import.h"

enum { COMMIT_SHOWN = 7, GONE_SHOWN = 20 };

void import_print_cut(const struct import_told *told, size_t used, const char *text)
{
	struct app *app = told->app;
	auto_buf line = BUF_INIT;
	auto_buf cut = BUF_INIT;

	for (const char *p = text; *p; p++)
		buf_add(&line, *p == '\n' ? " " : p, 1);
	utf8_add_fitted(&cut, line.s,
			app->columns > used + 20 ? app->columns - used - 1 : 20, false);
	(void)fprintf(app->out, "%s\n", cut.s);
}

/* ---- the table ---- */

static const char *use_of(const struct import_column *column)
{
	if (!column->key)
		return tr("left out");
	return column->label[0] && strcmp(column->label, column->key) != 0 ? column->label
									   : column->key;
}

static void print_column(const struct import_told *told,
			 const struct import_column *column)
{
	struct app *app = told->app;
	char ref[GRID_REF_SIZE];

	(void)fprintf(app->out, "  %-2s %s → %s", grid_ref(0, column->column, ref),
		      column->head, use_of(column));
	if (!column->known && column->nearest)
		(void)fprintf(app->out, tr(" (unknown; perhaps %s?)"), column->nearest);
	else if (!column->known)
		(void)fprintf(app->out, "%s", tr(" (unknown)"));
	(void)fprintf(app->out, "\n");
}

static void print_table(const struct import_told *told, const struct import_table *table)
{
	struct app *app = told->app;
	bool all = app->dry_run;

	if (all && table->first_row == table->last_row)
		(void)fprintf(app->out, tr("%s: head in row %u\n"),
			      *table->sheet->name ? table->sheet->name : told->file,
			      table->first_row);
	else if (all)
		(void)fprintf(app->out, tr("%s: head in rows %u to %u\n"),
			      *table->sheet->name ? table->sheet->name : told->file,
			      table->first_row, table->last_row);
	for (size_t i = 0; i < table->columns.count; i++) {
		const struct import_column *column =
			list_at(&table->columns, struct import_column, i);

		if ((all || !column->known) && (column->head[0] || !column->known))
			print_column(told, column);
	}
}

static void print_lines(const struct import_told *told)
{
	static const char *const kinds[] = {
		[IMPORT_ABOVE] = N_("above the table"),
		[IMPORT_SECTION] = N_("heading"),
		[IMPORT_BELOW] = N_("note"),
		[IMPORT_REPEATED] = N_("head once more"),
	};
	const struct list *lines = &told->import->lines;

	for (size_t i = 0; told->app->dry_run && i < lines->count; i++) {
		const struct import_line *line = list_at(lines, struct import_line, i);
		auto_buf text = BUF_INIT;

		buf_addf(&text, tr("  row %u, no record (%s): "), line->row,
			 tr(kinds[line->kind]));
		(void)fprintf(told->app->out, "%s", text.s);
		import_print_cut(told, utf8_width(text.s), line->text);
	}
}

/* ---- the rest ---- */

/* What the rules say beside that: gk validate tells it in full once the records are there. */
static void print_rules(const struct import_told *told)
{
	struct app *app = told->app;
	size_t counts[RULE_COUNT] = { 0 };

	for (size_t i = 0; i < told->findings->count; i++)
		counts[told->findings->items[i].rule]++;
	if (told->findings->count > 0)
		(void)fprintf(app->out, "%s\n",
			      tr("What the rules remark (gk validate tells where, gk "
				 "explain RULE why):"));
	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		if (counts[id] > 0)
			(void)fprintf(app->out, "  %s: %zu\n", rules[id].slug,
				      counts[id]);
}

static void print_gone(const struct import_told *told)
{
	struct app *app = told->app;
	const struct list *gone = &told->import->gone;

	if (gone->count == 0)
		return;
	(void)fprintf(app->out, "%s\n",
		      tr("Here and no longer in the table (kept; gk void ID --reason "
			 "gives one up):"));
	for (size_t i = 0; i < gone->count; i++) {
		const struct import_gone *one = list_at(gone, struct import_gone, i);

		if (i == GONE_SHOWN && !app->dry_run) {
			(void)fprintf(app->out,
				      tr("  and %zu more (--dry-run lists all)\n"),
				      gone->count - i);
			break;
		}
		(void)fprintf(app->out, "  %s ", one->id);
		import_print_cut(told, strlen(one->id) + 4, one->title);
	}
}

static void print_aside(const struct import_told *told)
{
	const struct import *import = told->import;
	struct app *app = told->app;

	for (size_t i = 0; i < import->skipped.count; i++)
		(void)fprintf(
			app->out,
			tr("Sheet '%s' was not read: hidden, or without the head of a "
			   "table\n"),
			import->skipped.items[i]);
	if (import->hidden_rows > 0)
		(void)fprintf(app->out, tr("Hidden rows that were taken as well: %zu\n"),
			      import->hidden_rows);
	if (import->hidden_columns > 0)
		(void)fprintf(
			app->out,
			tr("Cells of hidden columns that were taken as well: %zu\n"),
			import->hidden_columns);
	if (import->comments > 0)
		(void)fprintf(app->out,
			      tr("Comments on cells, which are not taken: %zu\n"),
			      import->comments);
}

void import_end_print(const struct import_told *told)
{
	struct app *app = told->app;
	const size_t *counts = told->import->counts;
	auto_buf line = BUF_INIT;

	buf_addf(&line, tr("rows: %zu; new: %zu, changed: %zu, unchanged: %zu"),
		 told->import->rows.count, counts[IMPORT_ADD], counts[IMPORT_CHANGE],
		 counts[IMPORT_SAME]);
	if (counts[IMPORT_LEAVE] > 0)
		buf_addf(&line, tr(", left alone: %zu"), counts[IMPORT_LEAVE]);
	if (counts[IMPORT_FAULTY] > 0)
		buf_addf(&line, tr(", with faults: %zu"), counts[IMPORT_FAULTY]);
	if (told->refused)
		say(app,
		    tr("gk: %s; nothing was written (--partial leaves faulty rows out)"),
		    line.s);
	else if (app->dry_run)
		say(app, tr("gk: %s (dry run: nothing was written)"), line.s);
	else if (told->done->commit[0])
		say(app, tr("gk: %s (commit %.*s)"), line.s, COMMIT_SHOWN,
		    told->done->commit);
	else
		say(app, tr("gk: %s (nothing to commit)"), line.s);
}

void import_text_print(const struct import_told *told)
{
	const struct import *import = told->import;

	for (size_t i = 0; i < import->tables.count; i++)
		print_table(told, list_at(&import->tables, struct import_table, i));
	print_lines(told);
	for (size_t i = 0; i < import->rows.count; i++)
		import_row_print(told, list_at(&import->rows, struct import_row, i));
	import_common_print(told);
	print_gone(told);
	print_aside(told);
	print_rules(told);
}
