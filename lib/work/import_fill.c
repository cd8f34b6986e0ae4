#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "record/id.h"
#include "work/import_private.h"

/* ---- what rows remember ---- */

void import_remark(struct importing *in, struct import_row *row,
		   enum import_remark_kind kind, const char *cell, const char *label,
		   const char *text)
{
	struct import_remark *remark =
		list_add(in->arena, &row->remarks, sizeof(*remark));

	*remark = (struct import_remark){
		.kind = kind, .cell = cell, .label = label ? label : "", .text = text
	};
	if (kind == IMPORT_FAULT)
		row->action = IMPORT_FAULTY;
}

void import_given(struct importing *in, struct import_row *row, const char *path)
{
	if (!strings_has(&row->fields, path))
		strings_add(in->arena, &row->fields, path);
}

void import_keep(struct importing *in, struct import_row *row, const char *key,
		 const char *text)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = in->work->today };
	struct import_cell *kept = NULL;

	for (size_t i = 0; i < row->kept.count && !kept; i++)
		if (strcmp(list_at(&row->kept, struct import_cell, i)->cell, key) == 0)
			kept = list_at(&row->kept, struct import_cell, i);
	if (!kept) {
		kept = list_add(in->arena, &row->kept, sizeof(*kept));
		*kept = (struct import_cell){ .cell = key, .key = text };
	} else if (strcmp(kept->key, text) != 0) {
		kept->key = arena_printf(in->arena, "%s\n%s", kept->key, text);
	}
	(void)record_assign(in->arena, row->record, key, kept->key, &options);
	import_given(in, row, key);
}

bool import_assign(struct importing *in, struct import_row *row, const char *path,
		   const char *text)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = in->work->today };

	if (!record_assign(in->arena, row->record, path, text, &options))
		return false;
	import_given(in, row, path);
	return true;
}

const char *import_why(struct importing *in, const struct import_row *row)
{
	struct findings findings = FINDINGS(in->arena);
	auto_buf text = BUF_INIT;

	check_reading(&findings, row->record);
	if (findings.count > 0)
		finding_text(&findings.items[findings.count - 1], &text);
	return buf_dup(&text, in->arena);
}

void import_went(const struct import_taking *taking, const char *key)
{
	struct import_cell *cell =
		list_add(taking->in->arena, &taking->row->cells, sizeof(*cell));

	*cell = (struct import_cell){ .cell = taking->cell, .key = key };
}

/* ---- texts of fields ---- */

static void *member_at(struct import_row *row, const struct field_path *way)
{
	char *owner = (char *)(void *)row->record->common;

	for (size_t i = 0; i < way->count; i++)
		owner += way->steps[i]->offset;
	return owner;
}

static bool takes_entries(const struct field *field)
{
	return field->type == FIELD_STRINGS || field->type == FIELD_REFS;
}

/* Values of a list of choices, with a sign between that is read. */
static const char *choices_typed(struct arena *arena, const char *text)
{
	struct list names = { 0 };
	auto_buf out = BUF_INIT;

	import_boxes(arena, text, &names);
	for (size_t i = 0; i < names.count; i++)
		if (list_at(&names, struct import_box, i)->state != TICK_NO)
			buf_addf(&out, "%s%s", out.len ? ";" : "",
				 list_at(&names, struct import_box, i)->name);
	return buf_dup(&out, arena);
}

static void add_entries(const struct import_taking *taking, struct strings *out)
{
	struct arena *arena = taking->in->arena;
	struct strings entries = { 0 };

	import_split(arena, taking->text, &entries);
	for (size_t i = 0; i < entries.count; i++) {
		const char *entry = import_one_line(arena, entries.items[i]);

		if (!strings_has(out, entry))
			strings_add(arena, out, entry);
	}
	import_given(taking->in, taking->row, taking->column->key);
}

/* Excel's number of a day in a column of dates that is not marked as one. */
static const char *as_typed(const struct import_taking *taking, const struct field *field,
			    const struct grid_cell *cell)
{
	struct grid_cell day = *cell;
	const char *text;
	const char *fault;

	if (field->type == FIELD_TEXT)
		return taking->text;
	if (field->type == FIELD_CHOICES)
		return choices_typed(taking->in->arena, taking->text);
	if (field->type == FIELD_CHOICE || field->type == FIELD_GROUP)
		return import_one_line(taking->in->arena,
				       import_ticked(taking->in->arena, taking->text));
	if (field->type != FIELD_DATE ||
	    strspn(taking->text, "0123456789.") != strlen(taking->text) ||
	    strlen(taking->text) > strlen("45000.5"))
		return import_one_line(taking->in->arena, taking->text);
	day.type = GRID_DATE;
	return import_text(taking->in->arena, taking->table->sheet, &day, &text, &fault)
		       ? text
		       : taking->text;
}

/* What a field does not take is kept under a key of the record's own. */
static void refuse(const struct import_taking *taking, const char *why)
{
	struct importing *in = taking->in;
	struct import_row *row = taking->row;
	const struct field *field =
		kind_field(in->options->kind, taking->column->key, false);
	/* The same key whatever language messages are in. */
	const char *key = arena_printf(in->arena, "x-%s", field ? field->zh : "");

	row->record->problem_count = 0;
	if (taking->table->edited) {
		import_remark(in, row, IMPORT_FAULT, taking->cell, taking->column->label,
			      why);
		return;
	}
	import_keep(in, row, key, taking->text);
	import_remark(in, row, IMPORT_KEPT, taking->cell, taking->column->label,
		      arena_printf(in->arena, tr("kept as %s: %s"), key, why));
	import_went(taking, key);
}

/* A row that goes on below says something else for a field of one value. */
static bool says_otherwise(const struct import_taking *taking, const struct field *field,
			   const void *member, const char *text)
{
	bool textual = field->type == FIELD_STRING || field->type == FIELD_TEXT ||
		       field->type == FIELD_REF;
	const char *old = textual ? *(const char *const *)member : NULL;

	return old && strcmp(old, text) != 0 &&
	       strings_has(&taking->row->fields, taking->column->key);
}

/* 按季度更新: none of the choices, and says which one is meant. */
static bool take_by_word(const struct import_taking *taking, const char *text)
{
	struct import_row *row = taking->row;
	const char *key = taking->column->key;
	const char *code = taking->table->edited ? NULL : import_choice_in(key, text);

	if (!code || !import_assign(taking->in, row, key, code))
		return false;
	row->record->problem_count = 0;
	import_guess(taking, arena_printf(taking->in->arena, "%s → %s", text, code));
	import_went(taking, key);
	return true;
}

static void take_field(const struct import_taking *taking, const struct grid_cell *cell)
{
	struct importing *in = taking->in;
	struct field_path way;
	const struct field *field;
	void *member;
	const char *text;

	if (!field_path_find(in->options->kind, taking->column->key, false, &way))
		return;
	field = way.steps[way.count - 1];
	member = member_at(taking->row, &way);
	text = as_typed(taking, field, cell);
	if (taking->table->edited && field->type != FIELD_DATE)
		text = taking->text; /* as record/cell.h wrote it */
	if (takes_entries(field) && !taking->table->edited) {
		add_entries(taking, member);
		import_went(taking, taking->column->key);
	} else if (says_otherwise(taking, field, member, text)) {
		refuse(taking, tr("the row above says something else"));
	} else if (import_assign(in, taking->row, taking->column->key, text)) {
		import_went(taking, taking->column->key);
	} else if (!take_by_word(taking, text)) {
		refuse(taking, import_why(in, taking->row));
	}
	if (cell->type == GRID_NUMBER && (field->flags & FIELD_CONTACT))
		import_remark(
			in, taking->row, IMPORT_GUESS, taking->cell,
			taking->column->label,
			tr("a number in the sheet: zeros at its beginning are lost"));
}

static void take_id(const struct import_taking *taking)
{
	struct importing *in = taking->in;

	if (id_fits(in->options->kind, taking->text)) {
		taking->row->id = taking->text;
		import_went(taking, "id");
	} else if (taking->table->edited) {
		import_remark(in, taking->row, IMPORT_FAULT, taking->cell,
			      taking->column->label,
			      arena_printf(in->arena, tr("'%s' is no id"), taking->text));
	} else {
		import_keep(in, taking->row, "x-编号", taking->text);
		import_went(taking, "x-编号");
	}
}

static void take_own(const struct import_taking *taking)
{
	import_keep(taking->in, taking->row, taking->column->key, taking->text);
	import_went(taking, taking->column->key);
}

static void take_not(const struct import_taking *taking)
{
	import_went(taking, "-");
}

/* ---- cells ---- */

static void take_text(const struct import_taking *taking, const struct grid_cell *cell)
{
	static void (*const takers[])(const struct import_taking *taking) = {
		[USE_EXTRA] = take_own,
		[USE_TICK] = import_take_tick,
		[USE_LEVEL_TICK] = import_take_level_tick,
		[USE_BOX] = import_take_box,
		[USE_CHANNELS] = import_take_channels,
		[USE_LEVELS] = import_take_levels,
		[USE_AUDIENCE] = import_take_audience,
		[USE_WAY] = import_take_way,
		[USE_UNIT] = import_take_unit,
		[USE_SUBJECT] = import_take_subject,
		[USE_CATEGORY] = import_take_category,
		[USE_CLASS] = import_take_class,
		[USE_SERIAL] = take_own,
		[USE_ID] = take_id,
		[USE_IGNORE] = take_not,
	};

	if (taking->column->use == USE_FIELD)
		take_field(taking, cell);
	else
		takers[taking->column->use](taking);
}

/* A cell over several columns is the value of the first, but for names of matters without a second level. */
static bool counts_here(const struct import_column *column, const struct grid_cell *cell)
{
	return cell->column == column->column ||
	       (column->use == USE_FIELD && strcmp(column->key, "title") == 0);
}

/* Whether the cell is taken apart. */
static bool has_parts(const struct import_taking *taking)
{
	enum import_use use = (enum import_use)taking->column->use;
	struct field_path way;
	enum field_type type;

	if (use != USE_FIELD)
		return use != USE_EXTRA && use != USE_SERIAL && use != USE_ID &&
		       use != USE_IGNORE;
	if (!field_path_find(taking->in->options->kind, taking->column->key, false, &way))
		return false;
	type = way.steps[way.count - 1]->type;
	return type != FIELD_TEXT && type != FIELD_STRING;
}

static void take_cell(struct import_reading *reading, const struct grid_row *row,
		      const struct import_column *column, struct import_row *out)
{
	struct importing *in = reading->in;
	const struct grid_cell *cell = grid_at(row, column->column);
	char ref[GRID_REF_SIZE];
	struct import_taking taking = {
		.in = in, .row = out, .table = reading->table, .column = column
	};
	const char *fault;

	if (!cell || !counts_here(column, cell))
		return;
	/* What covers a row that goes on was taken with the row above. */
	if (out->last_row > out->row && cell->row < row->number)
		return;
	taking.cell = arena_strdup(in->arena, grid_ref(cell->row, cell->column, ref));
	if (!import_text(in->arena, reading->sheet, cell, &taking.text, &fault)) {
		import_remark(in, out, IMPORT_FAULT, taking.cell, column->head, fault);
		return;
	}
	if (cell->computed)
		import_remark(in, out, IMPORT_GUESS, taking.cell, column->head,
			      tr("a formula: taken is what it gave when the file was "
				 "saved"));
	if (!taking.text[0])
		take_not(&taking);
	else if (has_parts(&taking) && import_parts(taking.text) > IMPORT_MAX_PARTS)
		import_remark(in, out, IMPORT_FAULT, taking.cell, column->head,
			      tr("more than a thousand entries: that is no cell of a "
				 "table"));
	else
		take_text(&taking, cell);
	out->hidden = out->hidden || cell->row_hidden;
	in->out->hidden_columns += cell->column_hidden;
}

/* In a sheet for editing an empty cell says that the field shall be empty. */
static void note_emptied(struct import_reading *reading, const struct grid_row *row,
			 struct import_row *out)
{
	for (size_t i = 0; i < reading->table->columns.count; i++) {
		const struct import_column *column =
			list_at(&reading->table->columns, struct import_column, i);
		const struct grid_cell *cell = grid_at(row, column->column);

		if (column->use != USE_ID && column->known && column->key &&
		    (!cell || !cell->text[strspn(cell->text, " \t\n")]) &&
		    !(cell && cell->computed))
			strings_add(reading->in->arena, &out->emptied, column->key);
	}
}

void import_fill(struct import_reading *reading, const struct grid_row *row,
		 struct import_row *out)
{
	for (size_t i = 0; i < reading->table->columns.count; i++)
		take_cell(reading, row,
			  list_at(&reading->table->columns, struct import_column, i),
			  out);
	if (reading->table->edited)
		note_emptied(reading, row, out);
}
