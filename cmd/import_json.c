#include <string.h>

#include "base/buf.h"
#include "cmd/import.h"
#include "cmd/log.h"

static void write_strings(struct json *json, const char *key, const struct strings *list)
{
	json_key(json, key);
	json_open_array(json);
	for (size_t i = 0; i < list->count; i++)
		json_string(json, list->items[i]);
	json_close(json);
}

static void write_number(struct json *json, const char *key, size_t n)
{
	json_key(json, key);
	json_int(json, (int64_t)n);
}

/* ---- tables ---- */

static void write_column(struct json *json, const struct import_column *column)
{
	char ref[GRID_REF_SIZE];

	json_open_object(json);
	json_member(json, "column", grid_ref(0, column->column, ref));
	json_member(json, "head", column->head);
	json_member(json, "field", column->key);
	json_key(json, "known");
	json_bool(json, column->known);
	json_member(json, "nearest", column->nearest);
	json_close(json);
}

static void write_tables(struct json *json, const struct import *import)
{
	json_key(json, "tables");
	json_open_array(json);
	for (size_t i = 0; i < import->tables.count; i++) {
		const struct import_table *table =
			list_at(&import->tables, struct import_table, i);

		json_open_object(json);
		json_member(json, "sheet", table->sheet->name);
		write_number(json, "first-row", table->first_row);
		write_number(json, "last-row", table->last_row);
		json_key(json, "columns");
		json_open_array(json);
		for (size_t k = 0; k < table->columns.count; k++)
			write_column(json,
				     list_at(&table->columns, struct import_column, k));
		json_close(json);
		json_close(json);
	}
	json_close(json);
}

static void write_lines(struct json *json, const struct import *import)
{
	static const char *const kinds[] = {
		[IMPORT_ABOVE] = "above",
		[IMPORT_SECTION] = "heading",
		[IMPORT_BELOW] = "note",
		[IMPORT_REPEATED] = "repeated",
	};

	json_key(json, "lines");
	json_open_array(json);
	for (size_t i = 0; i < import->lines.count; i++) {
		const struct import_line *line =
			list_at(&import->lines, struct import_line, i);

		json_open_object(json);
		json_member(json, "sheet", line->sheet->name);
		write_number(json, "row", line->row);
		json_member(json, "kind", kinds[line->kind]);
		json_member(json, "text", line->text);
		json_close(json);
	}
	json_close(json);
}

/* ---- rows ---- */

static const char *const actions[IMPORT_ACTION_COUNT] = {
	[IMPORT_ADD] = "add",     [IMPORT_CHANGE] = "change", [IMPORT_SAME] = "same",
	[IMPORT_LEAVE] = "leave", [IMPORT_FAULTY] = "faulty",
};

static void write_remarks(struct json *json, const struct import_row *row)
{
	static const char *const kinds[] = {
		[IMPORT_GUESS] = "guess",
		[IMPORT_KEPT] = "kept",
		[IMPORT_FAULT] = "fault",
	};

	json_key(json, "remarks");
	json_open_array(json);
	for (size_t i = 0; i < row->remarks.count; i++) {
		const struct import_remark *remark =
			list_at(&row->remarks, struct import_remark, i);

		json_open_object(json);
		json_member(json, "kind", kinds[remark->kind]);
		json_member(json, "cell", *remark->cell ? remark->cell : NULL);
		json_member(json, "label", *remark->label ? remark->label : NULL);
		json_member(json, "text", remark->text);
		json_close(json);
	}
	json_close(json);
}

static void write_cells(struct json *json, const struct import_row *row)
{
	json_key(json, "cells");
	json_open_array(json);
	for (size_t i = 0; i < row->cells.count; i++) {
		const struct import_cell *cell =
			list_at(&row->cells, struct import_cell, i);

		json_open_object(json);
		json_member(json, "cell", cell->cell);
		json_member(json, "field", cell->key);
		json_close(json);
	}
	json_close(json);
}

static void write_differences(struct json *json, const struct import_row *row)
{
	json_key(json, "changes");
	json_open_array(json);
	for (size_t i = 0; i < row->differences.count; i++)
		log_difference(json, list_at(&row->differences, struct difference, i));
	json_close(json);
}

static void write_row(struct json *json, const struct import_row *row)
{
	json_open_object(json);
	json_member(json, "sheet", row->sheet->name);
	write_number(json, "row", row->row);
	write_number(json, "last-row", row->last_row);
	json_key(json, "hidden");
	json_bool(json, row->hidden);
	json_member(json, "action", actions[row->action]);
	json_member(json, "id", row->id);
	json_member(json, "title", record_title(row->record));
	json_key(json, "record");
	record_json(row->record, json);
	write_differences(json, row);
	write_remarks(json, row);
	write_strings(json, "missing", &row->missing);
	write_strings(json, "defaults", &row->defaults);
	write_cells(json, row);
	json_close(json);
}

static void write_rows(struct json *json, const struct import *import)
{
	json_key(json, "rows");
	json_open_array(json);
	for (size_t i = 0; i < import->rows.count; i++)
		write_row(json, list_at(&import->rows, struct import_row, i));
	json_close(json);
}

static void write_gone(struct json *json, const struct import *import)
{
	json_key(json, "gone");
	json_open_array(json);
	for (size_t i = 0; i < import->gone.count; i++) {
		const struct import_gone *gone =
			list_at(&import->gone, struct import_gone, i);

		json_open_object(json);
		json_member(json, "id", gone->id);
		json_member(json, "title", gone->title);
		json_close(json);
	}
	json_close(json);
}

static void write_findings(struct json *json, const struct findings *findings)
{
	json_key(json, "findings");
	json_open_array(json);
	for (size_t i = 0; i < findings->count; i++) {
		auto_buf text = BUF_INIT;

		finding_text(&findings->items[i], &text);
		json_open_object(json);
		json_member(json, "rule", rules[findings->items[i].rule].slug);
		json_member(json, "path", findings->items[i].path);
		json_member(json, "field", findings->items[i].field);
		json_member(json, "text", text.s);
		json_close(json);
	}
	json_close(json);
}

static void write_counts(struct json *json, const struct import *import)
{
	json_key(json, "counts");
	json_open_object(json);
	for (enum import_action i = 0; i < IMPORT_ACTION_COUNT; i++)
		write_number(json, actions[i], import->counts[i]);
	json_close(json);
}

void import_json_print(const struct import_told *told)
{
	const struct import *import = told->import;
	auto_buf out = BUF_INIT;
	struct json json;

	json_init(&json, &out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "schema", "gk.import/1");
	json_member(&json, "file", told->file);
	json_member(&json, "commit", told->done->commit[0] ? told->done->commit : NULL);
	json_key(&json, "refused");
	json_bool(&json, told->refused);
	write_counts(&json, import);
	write_tables(&json, import);
	write_lines(&json, import);
	write_rows(&json, import);
	write_gone(&json, import);
	write_findings(&json, told->findings);
	write_strings(&json, "sheets-not-read", &import->skipped);
	write_number(&json, "hidden-rows", import->hidden_rows);
	write_number(&json, "hidden-cells", import->hidden_columns);
	write_number(&json, "comments", import->comments);
	json_close(&json);
	(void)fwrite(out.s, 1, out.len, told->app->out);
}
