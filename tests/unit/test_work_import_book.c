#include "unit/import_desk.h"
#include "unit/made_zip.h"

/*
 * Books of several sheets, what is said beside them (a map, a sheet, a unit), and what makes an
 * import impossible; then a workbook of bytes, through the helper.
 */

/* ---- which sheets are read ---- */

static const char one_row[] = "一级事项|二级事项\n救助|甲\n";

static void hidden_sheets_are_skipped_and_named(void **state)
{
	struct desk desk;
	auto_buf out = BUF_INIT;

	desk_open(*state, &desk);
	(void)desk_sheet(&desk, "封面", "东园镇\n二〇二六年\n");
	desk_sheet(&desk, "旧表", one_row)->hidden = true;
	(void)desk_sheet(&desk, "目录", "一级事项|二级事项\n救助|乙\n");
	(void)desk_sheet(&desk, "空表", "");
	desk_read(&desk);
	assert_int_equal(desk.import.rows.count, 1);
	assert_int_equal(desk.import.skipped.count, 2);
	assert_string_equal(desk.import.skipped.items[0], "封面");
	assert_string_equal(desk.import.skipped.items[1], "旧表");
	desk_tell(&desk, false, &out);
	assert_string_equal(out.s, "head 1-1: group title\nrow 2 add\n");
	desk_close(&desk);
}

static size_t rows_of_sheet(const struct repo *repo, const char *wanted)
{
	struct desk desk;
	size_t count = 0;

	desk_open(repo, &desk);
	(void)desk_sheet(&desk, "一", one_row);
	desk_sheet(&desk, "2", "一级事项|二级事项\n救助|甲\n救助|乙\n")->hidden = true;
	desk.options.sheet = wanted;
	if (import_read(&desk.work, &desk.options, &desk.book, &desk.import, &desk.err) <
	    0)
		assert_int_equal(desk.err.code, ERR_NOT_FOUND);
	else
		count = desk.import.rows.count;
	desk_close(&desk);
	return count;
}

static void a_sheet_is_chosen_by_name_or_number(void **state)
{
	assert_int_equal(rows_of_sheet(*state, NULL), 1);
	assert_int_equal(rows_of_sheet(*state, "一"), 1);
	assert_int_equal(rows_of_sheet(*state, "1"), 1);
	assert_int_equal(rows_of_sheet(*state, "2"), 2);
	assert_int_equal(rows_of_sheet(*state, "3"), 0);
	assert_int_equal(rows_of_sheet(*state, "0"), 0);
	assert_int_equal(rows_of_sheet(*state, "-1"), 0);
	assert_int_equal(rows_of_sheet(*state, "2x"), 0);
	assert_int_equal(rows_of_sheet(*state, ""), 0);
}

static void sheets_of_a_book_are_one_commit(void **state)
{
	struct desk desk;

	desk_open(*state, &desk);
	(void)desk_sheet(&desk, "社会救助", one_row);
	(void)desk_sheet(&desk, "财政", "二级事项|一级事项\n预算|财政\n决算|财政\n");
	assert_int_equal(desk_commit(&desk), WORK_DONE);
	assert_int_equal(desk.done.ids.count, 3);
	assert_output(*state, "git log --format=%s -1", "item: import 3 records\n");
	assert_output(*state, "git rev-list --count HEAD; git status --short", "2\n");
	assert_output(*state, "grep -h ^title items/dz/dz-000[234].yaml",
		      "title: 甲\ntitle: 预算\ntitle: 决算\n");
	desk_close(&desk);
}

/* ---- what is said beside the table ---- */

static const struct yaml_node *map_of(struct desk *desk, const char *text)
{
	struct yaml_tree tree;

	yaml_parse(&desk->arena, text, strlen(text), &tree);
	assert_int_equal(tree.problem_count, 0);
	return tree.root;
}

static void a_map_says_what_odd_heads_mean(void **state)
{
	struct desk desk;
	auto_buf out = BUF_INIT;

	desk_open(*state, &desk);
	desk.options.map =
		map_of(&desk, "要公开什么: 公开内容\n牵 头站所（科室）: unit\n"
			      "经办人: x-办理人\n页码: ignore\n公开时限: note\n");
	assert_int_equal(import_map_check(desk.options.kind, desk.options.map, &desk.err),
			 0);
	(void)desk_sheet(&desk, "目录",
			 "一级事项|二级事项|要公开什么|牵头站所|经办人|页码|公开时限\n"
			 "救助|甲|名单|党政办|李某|12|每年\n");
	desk_read(&desk);
	desk_tell(&desk, true, &out);
	assert_string_equal(out.s, "head 1-1: group title content unit x-办理人 - note\n"
				   "row 2 add\n"
				   "group: 救助\n"
				   "title: 甲\n"
				   "unit: dz\n"
				   "content: [名单]\n"
				   "note: 每年\n"
				   "x-办理人: 李某\n");
	desk_close(&desk);
}

/* A field that a map names is read as under its own head: a unit by its name, boxes as boxes. */
static void a_mapped_unit_is_found_when_it_comes_again(void **state)
{
	struct desk desk;

	desk_open(*state, &desk);
	desk.options.map =
		map_of(&desk, "牵头: unit\n发在哪里: channels\n给谁看: audience\n");
	(void)desk_sheet(
		&desk, "目录",
		"一级事项|二级事项|牵头|发在哪里|给谁看\n"
		"规划计划|年度工作要点|党政综合办公室|■政府网站 ■公示栏|全社会\n");
	assert_int_equal(desk_commit(&desk), WORK_DONE);
	assert_int_equal(desk.import.counts[IMPORT_SAME], 1);
	assert_int_equal(desk.done.ids.count, 0);
	desk_close(&desk);
}

static void a_map_that_makes_no_sense_is_refused(void **state)
{
	static const char *const maps[][2] = {
		{ "- unit\n", "a map has lines as 责任站所: unit" },
		{ "甲: unti\n", "甲: 'unti' is no field, x-… or ignore" },
		{ "甲: x-\n", "甲: 'x-' is no field, x-… or ignore" },
		{ "甲: [unit]\n", "甲: '' is no field, x-… or ignore" },
	};
	struct desk desk;

	desk_open(*state, &desk);
	for (size_t i = 0; i < ARRAY_LEN(maps); i++) {
		assert_int_equal(import_map_check(desk.options.kind,
						  map_of(&desk, maps[i][0]), &desk.err),
				 -1);
		assert_string_equal(desk.err.text, maps[i][1]);
	}
	desk_close(&desk);
}

static void what_rows_leave_empty_is_filled_in_new_ones_only(void **state)
{
	static const struct assignment fill[] = { { .field = "limit", .value = "每年" },
						  { .field = "disclosure.ground.code",
						    .value = "13-R" } };
	struct desk desk;

	desk_open(*state, &desk);
	desk.options.fill = fill;
	desk.options.fill_count = ARRAY_LEN(fill);
	(void)desk_sheet(&desk, "目录",
			 "一级事项|二级事项|公开时限\n规划计划|年度工作要点|\n救助|甲|\n"
			 "救助|乙|及时公开\n");
	assert_int_equal(desk_commit(&desk), WORK_DONE);
	assert_output(*state, "grep -h ^limit items/dz/*.yaml",
		      "limit: 信息形成或者变更之日起20个工作日内\nlimit: 每年\n"
		      "limit: 及时公开\n");
	/* A ground belongs to what is withheld. */
	assert_output(*state, "cat items/dz/*.yaml | grep -c ground || true", "0\n");
	desk_close(&desk);
}

/* ---- what makes it impossible ---- */

static void fails_with(const struct repo *repo, const char *sheet, const char *unit,
		       enum error_code code, const char *text)
{
	struct desk desk;

	desk_open(repo, &desk);
	desk.options.unit = unit;
	(void)desk_sheet(&desk, "目录", sheet);
	assert_int_equal(import_read(&desk.work, &desk.options, &desk.book, &desk.import,
				     &desk.err),
			 -1);
	assert_int_equal(desk.err.code, code);
	assert_string_equal(desk.err.text, text);
	desk_close(&desk);
}

static void what_cannot_be_read_says_what_to_do(void **state)
{
	static const char headless[] =
		"no row looks like the head of a table (一级事项, 二级事项, 公开内容 …): "
		"--map FILE says what odd heads mean";

	fails_with(*state, "姓名|电话\n张某|1\n", "dz", ERR_NOT_FOUND, headless);
	fails_with(*state, "", "dz", ERR_NOT_FOUND, headless);
	/* One word that heads have makes no head. */
	fails_with(*state, "序号|姓名\n1|张某\n", "dz", ERR_NOT_FOUND, headless);
	fails_with(*state, one_row, NULL, ERR_NOT_FOUND,
		   "1 new row names no responsible unit: say --unit UNIT (gk list unit "
		   "shows them)");
	fails_with(*state, "一级事项|二级事项\n救助|甲\n救助|乙\n", NULL, ERR_NOT_FOUND,
		   "2 new rows name no responsible unit: say --unit UNIT (gk list unit "
		   "shows them)");
}

static void a_table_too_wide_or_too_large_is_refused(void **state)
{
	struct arena arena = ARENA_INIT;
	struct grid wide = { .name = "宽" };
	struct grid_cell *cell;
	struct error err;

	(void)state;
	cell = list_add(&arena, &wide.cells, sizeof(*cell));
	*cell = (struct grid_cell){ .row = 1, .column = GRID_MAX_COLUMNS, .text = "甲" };
	assert_int_equal(grid_arrange(&arena, &wide, &err), 0);
	cell->column++;
	wide.row_count = 0;
	assert_int_equal(grid_arrange(&arena, &wide, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	arena_clear(&arena);
}

/* ---- a workbook of bytes ---- */

static void put_part(struct made_zip *zip, const char *name, const char *content)
{
	const struct made_entry entry = { .name = name, .content = content };

	(void)made_zip_add(zip, &entry);
}

/* Two sheets: one hidden; runs within a text, how a word is read, a formula, a hidden row and column. */
static void make_book(struct made_zip *zip)
{
	put_part(zip, "xl/workbook.xml",
		 "<workbook><workbookPr date1904=\"1\"/><sheets>"
		 "<sheet name=\"目录\" sheetId=\"1\" r:id=\"r1\"/>"
		 "<sheet name=\"底稿\" sheetId=\"2\" r:id=\"r2\" state=\"hidden\"/>"
		 "</sheets></workbook>");
	put_part(zip, "xl/_rels/workbook.xml.rels",
		 "<Relationships>"
		 "<Relationship Id=\"r1\" Type=\"x/worksheet\" "
		 "Target=\"worksheets/sheet1.xml\"/>"
		 "<Relationship Id=\"r2\" Type=\"x/worksheet\" "
		 "Target=\"worksheets/sheet2.xml\"/></Relationships>");
	put_part(
		zip, "xl/styles.xml",
		"<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
		"</styleSheet>");
	put_part(
		zip, "xl/sharedStrings.xml",
		"<sst><si><r><t>一级</t></r><r><t>事项</t></r><rPh><t>yiji</t></rPh></si>"
		"<si><t>二级事项</t></si><si><r><rPr><b/></rPr><t>甲</t></r><r><t>"
		"乙</t></r></si></sst>");
	put_part(
		zip, "xl/worksheets/sheet1.xml",
		"<worksheet><cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>"
		"<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
		"<c r=\"B1\" t=\"s\"><v>1</v></c>"
		"<c r=\"C1\" t=\"inlineStr\"><is><t>公开时限</t></is></c>"
		"<c r=\"D1\" t=\"inlineStr\"><is><t>备注</t></is></c></row>"
		"<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"str\"><f>Z1</f><v>救助</v></c>"
		"<c r=\"B2\" t=\"s\"><v>2</v></c><c r=\"C2\" s=\"1\"><v>0.5</v></c>"
		"<c r=\"D2\" t=\"s\"><v>99</v></c></row>"
		"<row r=\"3\"><c r=\"A3\" t=\"str\"><v>救助</v></c><c r=\"B3\" "
		"t=\"str\"><v>丙</v></c><c r=\"C3\" s=\"1\"><v>1</v></c><c r=\"D3\" "
		"t=\"str\"><v>丁</v></c></row></sheetData></worksheet>");
	put_part(zip, "xl/worksheets/sheet2.xml",
		 "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" "
		 "t=\"s\"><v>1</v></c></row>"
		 "</sheetData></worksheet>");
	made_zip_end(zip);
}

static void a_workbook_comes_through_the_helper(void **state)
{
	struct made_zip zip = MADE_ZIP;
	struct desk desk;
	auto_buf path = BUF_INIT;
	auto_buf out = BUF_INIT;

	desk_open(*state, &desk);
	path_join(&path, ((const struct repo *)*state)->top, "a.xlsx");
	make_book(&zip);
	if (file_write(path.s, zip.bytes.s, zip.bytes.len, FILE_FAST, &desk.err) < 0 ||
	    grid_read(&desk.arena, GK_INSPECT, path.s, &desk.book, &desk.err) < 0)
		fail_msg("%s", desk.err.text);
	made_zip_release(&zip);
	desk_read(&desk);
	desk_tell(&desk, true, &out);
	assert_string_equal(
		out.s, "head 1-1: group title limit note\n"
		       "row 2 faulty hidden\n"
		       "  guess A2 一级事项: a formula: taken is what it gave when the "
		       "file was saved\n"
		       "  FAULT C2 公开时限: the spreadsheet has no day here that there "
		       "is\n"
		       "group: 救助\n"
		       "title: 甲乙\n"
		       "unit: dz\n"
		       "row 3 add\n"
		       "group: 救助\n"
		       "title: 丙\n"
		       "unit: dz\n"
		       "limit: 1904-01-02\n"
		       "note: 丁\n");
	assert_int_equal(desk.import.hidden_rows, 1);
	assert_int_equal(desk.import.hidden_columns, 1);
	assert_int_equal(desk.import.skipped.count, 1);
	desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(hidden_sheets_are_skipped_and_named,
						desk_setup, repo_teardown),
		cmocka_unit_test_setup_teardown(a_sheet_is_chosen_by_name_or_number,
						desk_setup, repo_teardown),
		cmocka_unit_test_setup_teardown(sheets_of_a_book_are_one_commit,
						desk_setup, repo_teardown),
		cmocka_unit_test_setup_teardown(a_map_says_what_odd_heads_mean,
						desk_setup, repo_teardown),
		cmocka_unit_test_setup_teardown(
			a_mapped_unit_is_found_when_it_comes_again, desk_setup,
			repo_teardown),
		cmocka_unit_test_setup_teardown(a_map_that_makes_no_sense_is_refused,
						desk_setup, repo_teardown),
		cmocka_unit_test_setup_teardown(
			what_rows_leave_empty_is_filled_in_new_ones_only, desk_setup,
			repo_teardown),
		cmocka_unit_test_setup_teardown(what_cannot_be_read_says_what_to_do,
						desk_setup, repo_teardown),
		cmocka_unit_test(a_table_too_wide_or_too_large_is_refused),
		cmocka_unit_test_setup_teardown(a_workbook_comes_through_the_helper,
						desk_setup, repo_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
