#include "work/import.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "record/disclosure.h"
#include "record/id.h"
#include "record/item.h"
#include "work/import_private.h"

/* ---- maps of heads ---- */

int import_map_check(const struct kind *kind, const struct yaml_node *map,
		     struct error *err)
{
	struct arena arena = ARENA_INIT;
	int done = 0;

	if (map->type != YAML_MAPPING)
		return error_set(err, ERR_SYNTAX, "%s",
				 tr("a map has lines as 责任站所: unit"));
	for (size_t i = 0; done == 0 && i < map->count; i++) {
		const struct yaml_node *to = map->items[i];
		struct import_meaning ignored;
		const struct field *nearest;

		if (to->type == YAML_SCALAR &&
		    (strcmp(to->value, "ignore") == 0 ||
		     (strncmp(to->value, "x-", 2) == 0 && to->value[2]) ||
		     import_meaning(&arena, kind, to->value, &ignored)))
			continue;
		nearest = to->type == YAML_SCALAR
				  ? fields_nearest(&kind->fields, to->value,
						   /* group */ false)
				  : NULL;
		done = error_set(
			err, ERR_SYNTAX, tr("%s: '%s' is no field, x-… or ignore%s%s"),
			map->keys[i]->value, to->type == YAML_SCALAR ? to->value : "",
			nearest ? tr("; did you mean ") : "",
			nearest ? nearest->key : "");
	}
	arena_clear(&arena);
	return done;
}

/* ---- sheets ---- */

static bool is_wanted(const struct import_options *options, const struct grid *sheet)
{
	char *end;
	unsigned long number;

	if (!options->sheet)
		return !sheet->hidden;
	if (strcmp(options->sheet, sheet->name) == 0)
		return true;
	number = strtoul(options->sheet, &end, 10);
	return *end == '\0' && number == sheet->number;
}

/* Title lines: they may name the field, as the name of the sheet may. */
static void take_above(struct import_reading *reading, size_t from, uint32_t head)
{
	struct importing *in = reading->in;

	for (size_t i = from; i < reading->sheet->row_count; i++) {
		const struct grid_row *row = &reading->sheet->rows[i];
		struct import_line *line;
		auto_buf text = BUF_INIT;

		if (row->number >= head)
			return;
		for (uint32_t c = 1; c <= reading->sheet->columns; c++)
			if (grid_is_own(row, c) && grid_at(row, c)->text[0])
				buf_addf(&text, "%s%s", text.len ? " " : "",
					 import_one_line(in->arena,
							 grid_at(row, c)->text));
		line = list_add(in->arena, &in->out->lines, sizeof(*line));
		*line = (struct import_line){ .sheet = reading->sheet,
					      .row = row->number,
					      .kind = IMPORT_ABOVE,
					      .text = buf_dup(&text, in->arena) };
		if (!reading->category &&
		    (reading->category = import_category_in(in, line->text)))
			reading->category_why = line->text;
	}
}

static void read_sheet(struct importing *in, const struct grid *sheet)
{
	struct import_reading reading = { .in = in, .sheet = sheet };
	struct import_table table;
	size_t from = 0;
	size_t next;
	size_t tables = 0;

	while (from < sheet->row_count && import_head(in, sheet, from, &table, &next)) {
		struct import_table *kept =
			list_add(in->arena, &in->out->tables, sizeof(*kept));

		*kept = table;
		reading.table = &table;
		reading.last = 0;
		reading.category = import_category_in(in, sheet->name);
		reading.category_why = sheet->name;
		take_above(&reading, from, table.first_row);
		import_rows(&reading, next, &from);
		tables++;
	}
	if (tables == 0 && sheet->row_count > 0)
		strings_add(in->arena, &in->out->skipped,
			    *sheet->name ? sheet->name : "1");
	in->out->comments += sheet->comments;
}

static int read_sheets(struct importing *in, const struct grid_book *book,
		       struct error *err)
{
	const struct import_options *options = in->options;
	size_t wanted = 0;

	for (size_t i = 0; i < book->sheets.count; i++) {
		const struct grid *sheet = list_at(&book->sheets, struct grid, i);

		if (!is_wanted(options, sheet)) {
			if (!options->sheet && sheet->row_count > 0)
				strings_add(in->arena, &in->out->skipped, sheet->name);
			continue;
		}
		/* Behind a sheet for editing stand the values to choose from. */
		if (in->out->tables.count > 0 &&
		    list_at(&in->out->tables, struct import_table, 0)->edited)
			break;
		wanted++;
		read_sheet(in, sheet);
	}
	if (options->sheet && wanted == 0)
		return error_set(err, ERR_NOT_FOUND, tr("the file has no sheet '%s'"),
				 options->sheet);
	if (in->out->tables.count == 0)
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("no row looks like the head of a table (一级事项, "
				    "二级事项, 公开内容 …): --map FILE says what odd "
				    "heads mean"));
	return 0;
}

/* ---- what rows lack ---- */

static bool is_withheld(const struct record *record)
{
	int attribute = disclosure_of(record->common)->attribute;

	return attribute != ATTRIBUTE_UNSET && attribute != ATTRIBUTE_PROACTIVE;
}

/* A ground belongs to what is not disclosed on the office's own motion only. */
static void fill_new(struct importing *in, struct import_row *row)
{
	static const char ground[] = "disclosure.ground";

	for (size_t i = 0; i < in->options->fill_count; i++) {
		const struct assignment *fill = &in->options->fill[i];

		if (strings_has(&row->fields, fill->field) ||
		    (strncmp(fill->field, ground, strlen(ground)) == 0 &&
		     !is_withheld(row->record)))
			continue;
		(void)import_assign(in, row, fill->field, fill->value);
	}
	if (in->options->unit && in->options->kind->id_form == ID_UNIT &&
	    !strings_has(&row->fields, "unit"))
		(void)import_assign(in, row, "unit", in->options->unit);
}

static int settle_rows(struct importing *in, struct error *err)
{
	const struct field *unit = kind_field(in->options->kind, "unit", false);
	size_t homeless = 0;
	size_t new = 0;

	for (size_t i = 0; i < in->out->rows.count; i++) {
		struct import_row *row = list_at(&in->out->rows, struct import_row, i);

		import_match(in, row);
		import_keep_known(in, row);
		in->out->hidden_rows += row->hidden;
		if (row->path)
			continue;
		fill_new(in, row);
		new ++;
		homeless += in->options->kind->id_form == ID_UNIT && unit &&
			    row->action != IMPORT_FAULTY && !in->options->update_only &&
			    !field_text(unit, row->record->common);
	}
	/* Where some name one, the others are faults of their rows. */
	if (homeless > 0 && homeless == new)
		return error_set(err, ERR_NOT_FOUND,
				 trn("%zu new row names no responsible unit: say --unit "
				     "UNIT (gk list unit shows them)",
				     "%zu new rows name no responsible unit: say --unit "
				     "UNIT (gk list unit shows them)",
				     homeless),
				 homeless);
	return 0;
}

static int read_all(struct importing *in, const struct grid_book *book, struct error *err)
{
	if (import_names_open(in, err) < 0 || import_known_open(in, err) < 0 ||
	    read_sheets(in, book, err) < 0 || settle_rows(in, err) < 0)
		return -1;
	import_find_gone(in);
	return 0;
}

int import_read(struct work *work, const struct import_options *options,
		const struct grid_book *book, struct import *out, struct error *err)
{
	struct import_options settled = *options;
	struct index_row unit = { .id = NULL };
	struct importing in = { .work = work,
				.arena = work->arena,
				.scratch = ARENA_INIT,
				.options = &settled,
				.out = out };
	int done;

	*out = (struct import){ 0 };
	if (options->unit && work_find(work, "unit", options->unit, &unit, err) < 0)
		return -1;
	settled.unit = unit.id;
	done = read_all(&in, book, err);
	arena_clear(&in.scratch);
	return done;
}
