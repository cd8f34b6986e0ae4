/* A field as a column and its value as a cell, written and read back by record_assign(). */
#include "unit/unit.h"

#include <glob.h>
#include <string.h>

#include "base/file.h"
#include "record/cell.h"
#include "record/id.h"
#include "record/item.h"
#include "record/record.h"
#include "record/unit.h"

static const unsigned int all_flags[] = { 0, CELL_TYPED, CELL_PUBLIC };

static const struct read_options typed = { .flags = READ_LABELS };

/* ---- heads ---- */

static void each_label_means_its_own_column(void **state)
{
	struct arena arena = ARENA_INIT;
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (size_t i = 0; i < count * ARRAY_LEN(all_flags); i++) {
		const struct kind *kind = all[i / ARRAY_LEN(all_flags)];
		struct cell_columns columns;
		struct strings seen = { 0 };

		cell_columns(&arena, kind, all_flags[i % ARRAY_LEN(all_flags)], &columns);
		assert_true(columns.count > 3);
		for (size_t k = 0; k < columns.count; k++) {
			const struct cell_column *column = &columns.items[k];
			struct field_path way;

			assert_false(strings_has(&seen, column->label));
			strings_add(&arena, &seen, column->label);
			assert_true(field_path_find(kind, column->label, true, &way));
			assert_int_equal(way.count, column->way.count);
			assert_memory_equal(way.steps, column->way.steps,
					    way.count * sizeof(*way.steps));
		}
	}
	arena_clear(&arena);
}

static void the_first_column_is_the_id(void **state)
{
	struct arena arena = ARENA_INIT;
	struct cell_columns columns;

	(void)state;
	cell_columns(&arena, &item_kind, CELL_TYPED, &columns);
	assert_string_equal(columns.items[0].label, "编号");
	assert_string_equal(columns.items[1].label, "一级事项");
	arena_clear(&arena);
}

static bool has_key(const struct cell_columns *columns, const char *path)
{
	bool found = false;

	for (size_t i = 0; i < columns->count && !found; i++) {
		auto_buf text = BUF_INIT;

		field_path_text(&columns->items[i].way, &text);
		found = strcmp(text.s, path) == 0;
	}
	return found;
}

static void public_columns_are_public_all_the_way(void **state)
{
	struct arena arena = ARENA_INIT;
	struct cell_columns columns;

	(void)state;
	cell_columns(&arena, &item_kind, CELL_PUBLIC, &columns);
	for (size_t i = 0; i < columns.count; i++)
		for (size_t k = 0; k < columns.items[i].way.count; k++)
			assert_int_equal(columns.items[i].way.steps[k]->vis, VIS_PUBLIC);
	assert_true(has_key(&columns, "disclosure.ground.basis"));
	assert_false(has_key(&columns, "disclosure.ground.reason"));
	assert_false(has_key(&columns, "note"));
	cell_columns(&arena, &unit_kind, CELL_PUBLIC, &columns);
	assert_false(has_key(&columns, "clerk"));
	arena_clear(&arena);
}

static void what_gk_keeps_is_not_typed(void **state)
{
	static const char *const kept[] = { "created", "entered-by",  "events",
					    "waive",   "voided.date", "moved-to",
					    "edition" };
	struct arena arena = ARENA_INIT;
	struct cell_columns columns;

	(void)state;
	cell_columns(&arena, &item_kind, CELL_TYPED, &columns);
	for (size_t i = 0; i < ARRAY_LEN(kept); i++)
		assert_false(has_key(&columns, kept[i]));
	assert_true(has_key(&columns, "note"));
	assert_true(has_key(&columns, "elements.duty.default"));
	cell_columns(&arena, kind_find("document"), CELL_TYPED, &columns);
	assert_false(has_key(&columns, "attachments"));
	arena_clear(&arena);
}

/* ---- cells ---- */

static struct record *parse(struct arena *arena, const char *yaml)
{
	struct record *record = record_parse(arena, &item_kind, "items/mz/mz-0001.yaml",
					     yaml, strlen(yaml));

	assert_int_equal(record->problem_count, 0);
	return record;
}

static const struct cell_column *column_of(const struct cell_columns *columns,
					   const char *label)
{
	for (size_t i = 0; i < columns->count; i++)
		if (strcmp(columns->items[i].label, label) == 0)
			return &columns->items[i];
	fail_msg("no column %s", label);
	return NULL;
}

static const char *name_of(void *payload, const char *kind, const char *id)
{
	(void)payload;
	return strcmp(kind, "unit") == 0 && strcmp(id, "mz") == 0 ? "民政办" : NULL;
}

struct cell_case {
	const char *label;
	const char *yaml; /* behind the id */
	const char *column;
	const char *cell;
};

static const struct cell_case cell_cases[] = {
	{ "a text as it is", "title: 甲\n", "事项名称", "甲" },
	{ "nothing where nothing is set", "title: 甲\n", "公开时限", "" },
	{ "a choice by its label", "nature: list\n", "事项类型", "名单公示" },
	{ "a choice in a group", "disclosure: {attribute: on-request}\n", "公开属性",
	  "依申请公开" },
	{ "values of a list on lines", "content: [甲, 乙]\n", "公开内容（要素）",
	  "甲\n乙" },
	{ "choices of a list by label", "level: [township, village]\n", "公开层级",
	  "乡级\n村级" },
	{ "a list with a separator in a value, as YAML", "content: [甲；乙, 丙]\n",
	  "公开内容（要素）", "[甲；乙, 丙]" },
	{ "a list that would be read as YAML, as YAML", "content: [\"[甲]\"]\n",
	  "公开内容（要素）", "[\"[甲]\"]" },
	{ "entries that are one text on lines", "elements: {procedure: [甲, 乙]}\n",
	  "办事程序", "甲\n乙" },
	{ "entries that are more, as YAML",
	  "elements: {procedure: [甲, {step: 乙, unit: 丙}]}\n", "办事程序",
	  "[甲, {step: 乙, unit: 丙}]" },
	{ "a number in digits", "show-days: {count: 7}\n", "天数", "7" },
	{ "a day as ISO", "state: {value: suspended, date: 2026-01-02}\n", "调整日期",
	  "2026-01-02" },
	{ "a reference by name", "unit: mz\n", "责任科室", "民政办" },
	{ "a reference without a name by id", "unit: dz\n", "责任科室", "dz" },
	{ "names of a list where there are any", "categories: [aa, bb]\n", "分类",
	  "aa\nbb" },
};

static void a_cell_says(void **state)
{
	const struct cell_case *one = *state;
	const struct cell_names names = { .name = name_of };
	struct arena arena = ARENA_INIT;
	struct cell_columns columns;
	auto_buf yaml = BUF_INIT;
	auto_buf text = BUF_INIT;
	auto_buf was = BUF_INIT;
	auto_buf is = BUF_INIT;
	struct record *record;
	struct record *again = record_new(&arena, &item_kind);
	const struct cell_column *column;

	buf_addf(&yaml, "id: mz-0001\n%s", one->yaml);
	record = parse(&arena, yaml.s);
	cell_columns(&arena, &item_kind, CELL_TYPED, &columns);
	column = column_of(&columns, one->column);
	cell_text(column, record->common, &names, &text);
	assert_string_equal(text.s, one->cell);
	/* Read back, it is the same value; a name is resolved by who reads it. */
	buf_reset(&text);
	cell_text(column, record->common, NULL, &text);
	if (text.len > 0) {
		assert_true(record_assign(&arena, again, column->label, text.s, &typed));
		field_write_flow(cell_field(column),
				 field_path_owner(&column->way, record->common), &was);
		field_write_flow(cell_field(column),
				 field_path_owner(&column->way, again->common), &is);
		assert_string_equal(is.s, was.s);
	}
	arena_clear(&arena);
}

/* All cells of a record, put into an empty one, give the same cells and values. */
static size_t read_back(struct arena *arena, const char *path, const struct kind *kind)
{
	auto_buf bytes = BUF_INIT;
	struct cell_columns columns;
	const struct record *record;
	struct record *again = record_new(arena, kind);
	struct error err;
	size_t cells = 0;

	assert_return_code(file_read(path, 1 << 20, &bytes, &err), 0);
	record = record_parse(arena, kind, "", bytes.s, bytes.len);
	cell_columns(arena, kind, CELL_TYPED, &columns);
	for (size_t i = 0; i < columns.count; i++) {
		const struct cell_column *column = &columns.items[i];
		auto_buf text = BUF_INIT;
		auto_buf was = BUF_INIT;
		auto_buf is = BUF_INIT;

		cell_text(column, record->common, NULL, &text);
		if (text.len == 0)
			continue;
		if (!record_assign(arena, again, column->label, text.s, &typed))
			fail_msg("%s: %s: '%s' is not read", path, column->label, text.s);
		field_write_flow(cell_field(column),
				 field_path_owner(&column->way, record->common), &was);
		field_write_flow(cell_field(column),
				 field_path_owner(&column->way, again->common), &is);
		/* A text of lines may end with one or without. */
		if (cell_field(column)->type != FIELD_TEXT)
			assert_string_equal(is.s, was.s);
		buf_reset(&is);
		cell_text(column, again->common, NULL, &is);
		assert_string_equal(is.s, text.s);
		cells++;
	}
	return cells;
}

static void all_records_of_the_example_read_back(void **state)
{
	static const char *const patterns[] = { "items/*/*", "documents/*/*/*", "units/*",
						"channels/*", "categories/*" };
	static const char *const names[] = { "item", "document", "unit", "channel",
					     "category" };
	size_t cells = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(patterns); i++) {
		auto_buf pattern = BUF_INIT;
		glob_t found;

		buf_addf(&pattern, GK_SOURCE_DIR "/catalogue/%s.yaml", patterns[i]);
		assert_int_equal(glob(pattern.s, 0, NULL, &found), 0);
		for (size_t k = 0; k < found.gl_pathc; k++) {
			struct arena arena = ARENA_INIT;

			cells +=
				read_back(&arena, found.gl_pathv[k], kind_find(names[i]));
			arena_clear(&arena);
		}
		globfree(&found);
	}
	assert_true(cells > 2000);
}

int main(void)
{
	struct CMUnitTest tests[5 + ARRAY_LEN(cell_cases)] = {
		cmocka_unit_test(each_label_means_its_own_column),
		cmocka_unit_test(the_first_column_is_the_id),
		cmocka_unit_test(public_columns_are_public_all_the_way),
		cmocka_unit_test(what_gk_keeps_is_not_typed),
		cmocka_unit_test(all_records_of_the_example_read_back),
	};

	for (size_t i = 0; i < ARRAY_LEN(cell_cases); i++)
		tests[5 + i] = UNIT_ROW(a_cell_says, &cell_cases[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
