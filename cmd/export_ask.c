#include "cmd/export.h"

#include <string.h>

#include "cmd/filter.h"
#include "cmd/listed.h"
#include "record/item.h"
#include "record/unit.h"
#include "store/catalogue.h"

static const struct {
	const char *name;
	const char *ends; /* of file names, separated by | */
	enum export_format format;
} formats[] = {
	{ "xlsx", ".xlsx", EXPORT_XLSX },
	{ "csv", ".csv", EXPORT_CSV },
	{ "json", ".json", EXPORT_JSON },
	{ "ndjson", ".ndjson|.jsonl", EXPORT_NDJSON },
	{ "sqlite", ".sqlite|.sqlite3|.db", EXPORT_SQLITE },
};

static bool has_end(const char *file, const char *ends)
{
	const char *dot = strrchr(file, '.');
	size_t len = dot ? strlen(dot) : 0;

	for (const char *at = ends; dot && at; at = strchr(at, '|')) {
		at += *at == '|';
		if (strncmp(at, dot, len) == 0 && (at[len] == '\0' || at[len] == '|'))
			return true;
	}
	return false;
}

static enum exit_status read_format(struct app *app,
				    const struct export_command_options *o,
				    const char *file, enum export_format *out)
{
	for (size_t i = 0; i < ARRAY_LEN(formats); i++)
		if (o->format ? strcmp(o->format, formats[i].name) == 0
			      : has_end(file, formats[i].ends)) {
			*out = formats[i].format;
			return EXIT_STATUS_OK;
		}
	return complain_usage(app,
			      tr("the end of '%s' says no format: .xlsx, .csv, .json, "
				 ".ndjson or .sqlite, or --format"),
			      file);
}

/* Kinds by name, or what the format is for. */
static enum exit_status read_kinds(struct app *app,
				   const struct export_command_options *o,
				   struct export_options *out)
{
	const struct kind_set *all = &app->catalogue->kinds;
	const struct kind **kinds =
		arena_array(&app->arena, const struct kind *, all->count + o->kind.count);

	out->kinds = kinds;
	for (size_t i = 0; i < o->kind.count; i++) {
		kinds[i] = kind_set_find(all, o->kind.items[i]);
		if (!kinds[i])
			return complain_kind(app, o->kind.items[i]);
		for (size_t k = 0; k < i; k++)
			if (kinds[k] == kinds[i])
				return complain_usage(app, tr("--kind: '%s' twice"),
						      o->kind.items[i]);
	}
	out->kind_count = o->kind.count;
	if (o->kind.count > 0)
		return EXIT_STATUS_OK;
	if (out->format == EXPORT_XLSX || out->format == EXPORT_CSV) {
		kinds[out->kind_count++] = &item_kind;
		return EXIT_STATUS_OK;
	}
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i]->store == STORE_PUBLIC)
			kinds[out->kind_count++] = all->items[i];
	return EXIT_STATUS_OK;
}

static enum exit_status read_unit(struct app *app, const char *unit,
				  struct index_filter *out)
{
	struct index_row *rows;
	struct error err = { 0 };
	size_t count;

	if (index_resolve(app->index, &app->arena, unit_kind.name, unit, &rows, &count,
			  &err) < 0)
		return complain_error(app, &err);
	if (count == 0)
		return complain_usage(app, tr("--unit: there is no unit '%s'"), unit);
	if (count > 1)
		return complain_usage(app, tr("--unit: '%s' may be %s %s or %s %s"), unit,
				      rows[0].id, rows[0].title, rows[1].id,
				      rows[1].title);
	*out = (struct index_filter){ .field = "unit", .value = rows[0].id };
	return EXIT_STATUS_OK;
}

static enum exit_status read_query(struct app *app,
				   const struct export_command_options *o,
				   struct export_options *out)
{
	const struct kind *kind = out->kind_count == 1 ? out->kinds[0] : NULL;
	struct index_filter *filters =
		arena_array(&app->arena, struct index_filter, o->where.count + 1);
	enum exit_status status = filter_state(app, o->state, &out->query);
	size_t count = 0;

	for (; status == EXIT_STATUS_OK && count < o->where.count; count++)
		status = filter_read(app, kind, o->where.items[count], &filters[count]);
	if (status == EXIT_STATUS_OK && o->unit)
		status = read_unit(app, o->unit, &filters[count++]);
	out->query.filters = filters;
	out->query.filter_count = count;
	return status;
}

/* Options that go together, and those that do not. */
static enum exit_status check_options(struct app *app,
				      const struct export_command_options *o,
				      const struct export_options *options,
				      const char *file)
{
	bool table = options->format == EXPORT_XLSX || options->format == EXPORT_CSV;

	if (strcmp(file, "-") == 0 && !export_can_stream(options->format))
		return complain_usage(app, "%s",
				      tr("XLSX and SQLite are written to a file, not "
					 "to standard output"));
	if (table && options->kind_count > 1)
		return complain_usage(
			app, "%s",
			tr("a table holds one kind: --kind once, or another "
			   "format"));
	if (o->edit && !table)
		return complain_usage(app, "%s", tr("--edit goes with XLSX and CSV"));
	if (o->encoding && options->format != EXPORT_CSV)
		return complain_usage(app, "%s", tr("--encoding goes with CSV"));
	if (o->one_sheet && (options->format != EXPORT_XLSX || o->edit || o->internal ||
			     options->kinds[0] != &item_kind))
		return complain_usage(
			app, "%s",
			tr("--one-sheet goes with the standard catalogue in "
			   "XLSX"));
	return EXIT_STATUS_OK;
}

enum exit_status export_ask(struct app *app, const struct export_command_options *o,
			    const char *file, struct export_options *out)
{
	enum exit_status status = read_format(app, o, file, &out->format);

	if (status == EXIT_STATUS_OK)
		status = read_kinds(app, o, out);
	if (status == EXIT_STATUS_OK)
		status = check_options(app, o, out, file);
	return status == EXIT_STATUS_OK ? read_query(app, o, out) : status;
}
