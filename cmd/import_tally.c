#include "base/text_set.h"
#include "cmd/import.h"

enum { ROWS_SHOWN = 3 };

struct tally {
	size_t count;
	uint32_t rows[ROWS_SHOWN];
};

struct tallies {
	struct arena *arena;
	struct text_set texts;
	struct tally *items;
	size_t room;
};

static void count(struct tallies *tallies, const char *text, uint32_t row)
{
	size_t before = tallies->texts.count;
	size_t i = text_set_add(&tallies->texts, text);
	struct tally *tally;

	tallies->items = array_grow(tallies->arena, tallies->items, before,
				    &tallies->room, sizeof(*tallies->items));
	tally = &tallies->items[i];
	if (i == before)
		*tally = (struct tally){ 0 };
	if (tally->count < ROWS_SHOWN)
		tally->rows[tally->count] = row;
	tally->count++;
}

static void print_tallies(const struct import_told *told, const struct tallies *tallies,
			  const char *heading)
{
	struct app *app = told->app;

	if (tallies->texts.count == 0)
		return;
	(void)fprintf(app->out, "%s\n", heading);
	for (size_t i = 0; i < tallies->texts.count; i++) {
		const struct tally *tally = &tallies->items[i];

		(void)fprintf(app->out, "  %s", tallies->texts.items[i]);
		(void)fprintf(app->out, trn(" (%zu row: ", " (%zu rows: ", tally->count),
			      tally->count);
		for (size_t k = 0; k < tally->count && k < ROWS_SHOWN; k++)
			(void)fprintf(app->out, "%s%u", k ? ", " : "", tally->rows[k]);
		(void)fprintf(app->out, tr("%s)\n"),
			      tally->count > ROWS_SHOWN ? " …" : "");
	}
}

void import_common_print(const struct import_told *told)
{
	struct arena *arena = &told->app->arena;
	struct tallies guesses = { .arena = arena, .texts.arena = arena };
	struct tallies missing = { .arena = arena, .texts.arena = arena };
	struct tallies defaults = { .arena = arena, .texts.arena = arena };
	const struct list *rows = &told->import->rows;

	for (size_t i = 0; i < rows->count; i++) {
		const struct import_row *row = list_at(rows, struct import_row, i);

		for (size_t k = 0; k < row->remarks.count; k++) {
			const struct import_remark *remark =
				list_at(&row->remarks, struct import_remark, k);

			if (remark->kind != IMPORT_FAULT)
				count(&guesses,
				      arena_printf(arena, "%s%s%s", remark->label,
						   *remark->label ? ": " : "",
						   remark->text),
				      row->row);
		}
		for (size_t k = 0; k < row->missing.count; k++)
			count(&missing, row->missing.items[k], row->row);
		for (size_t k = 0; k < row->defaults.count; k++)
			count(&defaults, row->defaults.items[k], row->row);
	}
	if (!told->app->dry_run)
		print_tallies(told, &guesses, tr("Guessed or kept aside, please look:"));
	print_tallies(told, &defaults, tr("Not in the table, filled in as gk add does:"));
	print_tallies(told, &missing, tr("Still to be filled in:"));
}
