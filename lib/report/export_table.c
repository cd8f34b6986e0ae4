#include <string.h>

#include "base/i18n.h"
#include "record/unit.h"
#include "report/export_private.h"
#include "store/catalogue.h"

enum {
	HUNDRED = 100,
	MOST_LINES = 10, /* a text of pages is not shown as a whole */
	HEAD_LINES = 2,
};

/* Values to choose from; they stand on the second sheet where they are too long for the first. */
struct offer {
	const char *label;
	struct strings values;
	bool apart;
	size_t column; /* on the second sheet */
};

struct table {
	struct export *run;
	struct sheet_pipe *pipe;
	const struct kind *kind;
	struct cell_columns columns;
	struct offer *offers; /* a column of the table each */
	size_t row;           /* next one */
	struct cell_names names;
};

/* ---- what is offered ---- */

static int add_name(void *payload, const struct export_view *view, struct error *err)
{
	struct table *t = payload;
	struct strings *values = &t->offers[t->row].values;
	const char *id = view->common->id;
	const char *name = export_name(t->run->names, view->kind->name, id ? id : "");

	(void)err;
	if (name || id)
		strings_add(t->run->arena, values,
			    arena_strdup(t->run->arena, name ? name : id));
	return 0;
}

/* Units, categories and channels are few, and are chosen by name. */
static int offer_names(struct table *t, size_t column, const struct kind *kind,
		       struct error *err)
{
	const struct export_options all = { .kinds = &kind, .kind_count = 1 };
	struct export_result ignored = { .records = 0 };
	struct export own = *t->run;
	struct table of = *t;

	own.options = &all;
	own.result = &ignored;
	of.run = &own;
	of.row = column;
	t->offers[column].apart = true;
	return export_each(&own, kind, add_name, &of, err);
}

static void offer_choices(struct table *t, size_t column, const struct field *field)
{
	struct offer *offer = &t->offers[column];
	auto_buf joined = BUF_INIT;

	for (size_t i = 0; i < field->choices->count; i++) {
		const char *value = cell_choice(field, (int)i + 1);

		strings_add(t->run->arena, &offer->values, value);
		buf_addf(&joined, ",%s", value);
		/* In a validation they stand with commas between. */
		offer->apart = offer->apart || strpbrk(value, ",\"");
	}
	offer->apart = offer->apart || joined.len > SHEET_MAX_INLINE;
}

static int make_offers(struct table *t, struct error *err)
{
	t->offers = arena_array(t->run->arena, struct offer, t->columns.count);
	for (size_t i = 0; i < t->columns.count; i++) {
		const struct field *field = cell_field(&t->columns.items[i]);

		t->offers[i].label = t->columns.items[i].label;
		if (field->type == FIELD_CHOICE)
			offer_choices(t, i, field);
		/* A reference that may be any text is typed. */
		if (field->type == FIELD_REF && (field->flags & FIELD_ALIAS) &&
		    !(field->flags & FIELD_OPEN_REF) &&
		    strcmp(field->ref, unit_kind.name) == 0 &&
		    offer_names(t, i, &unit_kind, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- the first sheet ---- */

static uint32_t width_of(const struct field *field, size_t column)
{
	if (column == 0 || field->type == FIELD_DATE)
		return 12;
	if (field->type == FIELD_TEXT || field->type == FIELD_LIST ||
	    field_is_strings(field))
		return 36;
	return field->type == FIELD_CHOICE || field->type == FIELD_INT ? 13 : 22;
}

static enum sheet_style style_of(const struct table *t, size_t column)
{
	if (!t->run->options->edit)
		return SHEET_TEXT;
	return column == 0 ? SHEET_EDIT_KEY : SHEET_EDIT_CELL;
}

static const char *choices_sheet(const struct table *t)
{
	return strcmp(t->kind->zh, "选项") == 0 ? "选项表" : "选项";
}

static void tell_offer(struct table *t, size_t column)
{
	const struct offer *offer = &t->offers[column];
	struct sheet_order order = { .op = SHEET_CHOICE,
				     .n = { 1, (uint32_t)column, SHEET_MAX_ROWS - 1,
					    (uint32_t)column, SHEET_CHOICE_LIST } };
	auto_buf text = BUF_INIT;

	if (offer->values.count == 0)
		return;
	if (offer->apart) {
		auto_buf ref = BUF_INIT;

		/* =选项!$B$2:$B$9 */
		order.n[4] = SHEET_CHOICE_RANGE;
		sheet_ref(&ref, 0, (uint32_t)offer->column);
		buf_truncate(&ref, ref.len - 1);
		buf_addf(&text, "=%s!$%s$2:$%s$%zu", choices_sheet(t), ref.s, ref.s,
			 offer->values.count + 1);
	} else {
		for (size_t i = 0; i < offer->values.count; i++)
			buf_addf(&text, "%s%s", i > 0 ? "\n" : "",
				 offer->values.items[i]);
	}
	sheet_tell_text(t->pipe, order, text.s);
}

static void begin(struct table *t)
{
	const struct export_options *options = t->run->options;
	struct strings none = { 0 };

	sheet_tell_text(t->pipe, (struct sheet_order){ .op = SHEET_NEW },
			sheet_name(t->run->arena, t->kind->zh, &none));
	for (size_t i = 0; i < t->columns.count; i++)
		sheet_tell(
			t->pipe,
			&(struct sheet_order){
				.op = SHEET_WIDTH,
				.n = { (uint32_t)i, (uint32_t)i,
				       width_of(cell_field(&t->columns.items[i]), i) *
					       HUNDRED,
				       options->edit ? style_of(t, i) : SHEET_PLAIN } });
	sheet_tell(t->pipe,
		   &(struct sheet_order){
			   .op = SHEET_PAGE,
			   .n = { SHEET_LANDSCAPE | (options->edit ? SHEET_PROTECTED : 0),
				  0, 0, 1, 1 } });
	sheet_height(t->pipe, 0, HEAD_LINES, HEAD_LINES);
	for (size_t i = 0; i < t->columns.count; i++)
		sheet_cell(t->pipe, 0, i, options->edit ? SHEET_EDIT_HEAD : SHEET_HEAD,
			   t->columns.items[i].label);
	t->row = 1;
}

static int add_record(void *payload, const struct export_view *view, struct error *err)
{
	struct table *t = payload;
	auto_buf text = BUF_INIT;
	const char *id = view->common->id ? view->common->id : view->kind->name;
	size_t most = 1;

	if (t->row >= SHEET_MAX_ROWS)
		return error_set(err, ERR_LIMIT,
				 tr("a sheet takes %d rows: choose with --where, or "
				    "export to .csv"),
				 SHEET_MAX_ROWS);
	for (size_t i = 0; i < t->columns.count; i++) {
		const struct cell_column *column = &t->columns.items[i];
		size_t lines;

		buf_reset(&text);
		cell_text(column, view->common, &t->names, &text);
		lines = sheet_lines(text.s, width_of(cell_field(column), i));
		most = lines > most ? lines : most;
		if (sheet_fits(id, column->label, text.s, err) < 0)
			return -1;
		/* An empty cell looks as its column does. */
		if (text.len > 0)
			sheet_cell(t->pipe, t->row, i, style_of(t, i), text.s);
	}
	sheet_height(t->pipe, t->row, most, MOST_LINES);
	t->row++;
	return 0;
}

/* ---- the second sheet ---- */

/* Columns of it for the offers that stand apart; how many rows the longest has. */
static size_t place_offers(struct table *t)
{
	size_t column = 0;
	size_t longest = 0;

	for (size_t i = 0; i < t->columns.count; i++) {
		if (!t->offers[i].apart)
			continue;
		t->offers[i].column = column++;
		if (t->offers[i].values.count > longest)
			longest = t->offers[i].values.count;
	}
	return longest;
}

static void write_offers(struct table *t, size_t longest)
{
	sheet_tell_text(t->pipe, (struct sheet_order){ .op = SHEET_NEW },
			choices_sheet(t));
	sheet_tell(t->pipe, &(struct sheet_order){ .op = SHEET_WIDTH,
						   .n = { 0, 25, 22 * HUNDRED } });
	sheet_tell(t->pipe, &(struct sheet_order){ .op = SHEET_PAGE,
						   .n = { SHEET_PROTECTED, 1, 0, 1 } });
	for (size_t row = 0; row <= longest; row++)
		for (size_t i = 0; i < t->columns.count; i++) {
			const struct offer *offer = &t->offers[i];

			if (!offer->apart || row > offer->values.count)
				continue;
			sheet_cell(t->pipe, row, offer->column,
				   row == 0 ? SHEET_EDIT_HEAD : SHEET_PLAIN,
				   row == 0 ? offer->label
					    : offer->values.items[row - 1]);
		}
}

static int write_table(struct table *t, struct error *err)
{
	size_t longest = 0;

	sheet_about(t->pipe, t->run, t->kind->zh);
	if (t->run->options->edit)
		longest = place_offers(t);
	begin(t);
	for (size_t i = 0; t->run->options->edit && i < t->columns.count; i++)
		tell_offer(t, i);
	if (export_each(t->run, t->kind, add_record, t, err) < 0)
		return -1;
	t->run->result->sheets = 1 + (longest > 0);
	if (longest > 0)
		write_offers(t, longest);
	return 0;
}

int export_table_xlsx(struct export *run, const char *path, struct error *err)
{
	struct sheet_pipe pipe;
	struct table table = { .run = run,
			       .pipe = &pipe,
			       .kind = run->options->kinds[0],
			       .names = { export_name, run->names } };
	int done;

	export_columns(run, table.kind, &table.columns);
	if ((run->options->edit && make_offers(&table, err) < 0) ||
	    sheet_start(&pipe, run, path, err) < 0)
		return -1;
	done = write_table(&table, err);
	return sheet_end(&pipe, done == 0, err);
}
