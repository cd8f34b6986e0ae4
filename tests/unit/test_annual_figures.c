#include "unit/annual.h"

#include "record/report.h"

/*
 * Reports that were really published are made again from records that yield them, and
 * compared cell by cell: 洪泽区 2024, 宿迁市 2023 and the general office of 上海市 2019.
 */

enum { PUBLISHED_ROWS = 25, BLANK = -1, ANSWERS = 4, REMEDIES = 3 };

static const int64_t hongze_2024[PUBLISHED_ROWS][7] = {
	{ 95, 0, 0, 0, 0, 0, 95 }, { 0, 0, 0, 0, 0, 0, 0 }, { 50, 0, 0, 0, 0, 0, 50 },
	{ 9, 0, 0, 0, 0, 0, 9 },   { 0, 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0, 0 },
	{ 1, 0, 0, 0, 0, 0, 1 },   { 0, 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0, 0 },
	{ 1, 0, 0, 0, 0, 0, 1 },   { 1, 0, 0, 0, 0, 0, 1 }, { 0, 0, 0, 0, 0, 0, 0 },
	{ 31, 0, 0, 0, 0, 0, 31 }, { 1, 0, 0, 0, 0, 0, 1 }, { 0, 0, 0, 0, 0, 0, 0 },
	{ 1, 0, 0, 0, 0, 0, 1 },   { 0, 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0, 0 },
	{ 0, 0, 0, 0, 0, 0, 0 },   { 0, 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0, 0 },
	{ 0, 0, 0, 0, 0, 0, 0 },   { 0, 0, 0, 0, 0, 0, 0 }, { 95, 0, 0, 0, 0, 0, 95 },
	{ 0, 0, 0, 0, 0, 0, 0 },
};

static const int64_t suqian_2023[PUBLISHED_ROWS][7] = {
	{ 3402, 99, 0, 4, 5, 1, 3511 }, { 91, 3, 0, 0, 2, 0, 96 },
	{ 1175, 12, 0, 3, 1, 0, 1191 }, { 319, 7, 0, 0, 2, 0, 328 },
	{ 0, 0, 0, 0, 0, 0, 0 },        { 27, 0, 0, 0, 0, 0, 27 },
	{ 6, 0, 0, 0, 0, 0, 6 },        { 38, 0, 0, 0, 0, 0, 38 },
	{ 20, 0, 0, 0, 0, 0, 20 },      { 9, 0, 0, 0, 0, 0, 9 },
	{ 21, 0, 0, 0, 0, 0, 21 },      { 20, 1, 0, 0, 0, 0, 21 },
	{ 968, 74, 0, 1, 3, 1, 1047 },  { 26, 2, 0, 0, 0, 0, 28 },
	{ 3, 0, 0, 0, 0, 0, 3 },        { 305, 0, 0, 0, 0, 0, 305 },
	{ 39, 0, 0, 0, 0, 0, 39 },      { 0, 0, 0, 0, 0, 0, 0 },
	{ 58, 0, 0, 0, 0, 0, 58 },      { 4, 0, 0, 0, 0, 0, 4 },
	{ 40, 0, 0, 0, 0, 0, 40 },      { 10, 0, 0, 0, 0, 0, 10 },
	{ 287, 3, 0, 0, 1, 0, 291 },    { 3375, 99, 0, 4, 7, 1, 3486 },
	{ 118, 3, 0, 0, 0, 0, 121 },
};

static const int64_t shanghai_2019[PUBLISHED_ROWS][7] = {
	{ 821, 35, 0, 0, 2, 1, 859 },   { 18, 0, 0, 0, 0, 0, 18 },
	{ 258, 12, 0, 0, 1, 1, BLANK }, { 3, 0, 0, 0, 0, 0, BLANK },
	{ 14, 0, 0, 0, 0, 0, BLANK },   { 0, 0, 0, 0, 0, 0, BLANK },
	{ 0, 0, 0, 0, 0, 0, BLANK },    { 0, 0, 0, 0, 0, 0, BLANK },
	{ 5, 0, 0, 0, 0, 0, BLANK },    { 3, 1, 0, 0, 0, 0, BLANK },
	{ 0, 0, 0, 0, 0, 0, BLANK },    { 10, 2, 0, 0, 0, 0, BLANK },
	{ 252, 12, 0, 0, 1, 0, BLANK }, { 44, 3, 0, 0, 0, 0, BLANK },
	{ 25, 0, 0, 0, 0, 0, BLANK },   { 148, 1, 0, 0, 0, 0, BLANK },
	{ 5, 4, 0, 0, 0, 0, BLANK },    { 0, 0, 0, 0, 0, 0, BLANK },
	{ 0, 0, 0, 0, 0, 0, BLANK },    { 0, 0, 0, 0, 0, 0, BLANK },
	{ 0, 0, 0, 0, 0, 0, BLANK },    { 0, 0, 0, 0, 0, 0, BLANK },
	{ 0, 0, 0, 0, 0, 0, BLANK },    { 767, 35, 0, 0, 2, 1, 805 },
	{ 72, 0, 0, 0, 0, 0, 72 },
};

struct stock {
	int made;
	int repealed;
	int in_force;
};

struct published {
	const char *label;
	int year;
	const int64_t (*table3)[7];
	struct stock regulation;
	struct stock normative;
	int64_t permits;
	int64_t penalties;
	int64_t coercion;
	const char *fees;
	int64_t remedies[REMEDIES][ANSWERS];
};

static const struct published published[] = {
	{ "the figures of Hongze for 2024 come out as they were published",
	  2024,
	  hongze_2024,
	  { 0, 0, 0 },
	  { 3, 0, 8 },
	  9487,
	  2776,
	  84,
	  "7545",
	  { { 1, 1, 0, 0 }, { 1, 0, 0, 0 }, { 2, 0, 1, 0 } } },
	{ "the figures of Suqian for 2023 come out as they were published",
	  2023,
	  suqian_2023,
	  { 2, 0, 11 },
	  { 109, 489, 597 },
	  1808595,
	  2822652,
	  20163,
	  "59237.2449",
	  { { 309, 17, 88, 26 }, { 1, 1, 16, 6 }, { 13, 0, 67, 9 } } },
	{ "the figures of Shanghai for 2019 come out as they were published",
	  2019,
	  shanghai_2019,
	  { 13, 0, 524 },
	  { 60, 0, 368 },
	  0,
	  0,
	  0,
	  "0",
	  { { 5, 0, 0, 2 }, { 8, 0, 0, 1 }, { 0, 0, 0, 0 } } },
};

/* The 24 rows of a record are the 25 of the form without the total. */
static const struct {
	const char *code;
	size_t published;
} rows[] = {
	{ "1", 0 },      { "2", 1 },      { "3-1", 2 },    { "3-2", 3 },
	{ "3-3-1", 4 },  { "3-3-2", 5 },  { "3-3-3", 6 },  { "3-3-4", 7 },
	{ "3-3-5", 8 },  { "3-3-6", 9 },  { "3-3-7", 10 }, { "3-3-8", 11 },
	{ "3-4-1", 12 }, { "3-4-2", 13 }, { "3-4-3", 14 }, { "3-5-1", 15 },
	{ "3-5-2", 16 }, { "3-5-3", 17 }, { "3-5-4", 18 }, { "3-5-5", 19 },
	{ "3-6-1", 20 }, { "3-6-2", 21 }, { "3-6-3", 22 }, { "4", 24 },
};

static const char *const columns[] = { "person",  "company", "research",
				       "welfare", "legal",   "other-org" };

/* The `n`th table of the report, from 0. */
static const struct block *table(struct fixture *f, size_t n)
{
	struct blocks doc;

	blocks_init(&doc, &f->arena);
	annual_blocks(f->annual, /* draft */ true, &doc);
	for (const struct block *block = doc.first; block; block = block->next)
		if (block->type == BLOCK_TABLE && n-- == 0)
			return block;
	fail_msg("there is no such table");
	return NULL;
}

static const struct row *row_of(const struct block *block, size_t n)
{
	const struct row *row = block->rows;

	while (row && n-- > 0)
		row = row->next;
	assert_non_null(row);
	return row;
}

/* The text of the cell `back` cells before the end of a row (0: the last). */
static const char *cell_text(const struct row *row, size_t back)
{
	assert_true(back < row->count);
	return row->cells[row->count - 1 - back].runs->text;
}

/* ---- making records ---- */

/* One figure is changed by `step`, to see that it is found out. */
struct change {
	size_t row;
	size_t column;
	int64_t step;
};

static void add_table3(struct buf *out, const int64_t (*figures)[7],
		       const struct change *change)
{
	buf_adds(out, "table3:\n");
	for (size_t r = 0; r < ARRAY_LEN(rows); r++) {
		buf_addf(out, "- {row: \"%s\", counts: {", rows[r].code);
		for (size_t c = 0; c < ARRAY_LEN(columns); c++) {
			int64_t n = figures[rows[r].published][c];

			if (change && change->row == r && change->column == c)
				n += change->step;
			buf_addf(out, "%s%s: %" PRId64, c ? ", " : "", columns[c], n);
		}
		buf_adds(out, "}}\n");
	}
}

static void add_results(struct buf *out, const char *key, const int64_t *n)
{
	buf_addf(out,
		 "  %s: {upheld: %" PRId64 ", corrected: %" PRId64 ", other: %" PRId64
		 ", pending: %" PRId64 "}\n",
		 key, n[0], n[1], n[2], n[3]);
}

static void put_report(struct fixture *f, const struct published *p,
		       const struct change *change)
{
	auto_buf text = BUF_INIT;
	auto_buf path = BUF_INIT;

	buf_addf(&text, "id: \"%d\"\ntable2:\n", p->year);
	buf_addf(&text, "  regulation: {made: %d, repealed: %d, in-force: %d}\n",
		 p->regulation.made, p->regulation.repealed, p->regulation.in_force);
	buf_addf(&text, "  permits: {count: %" PRId64 "}\n", p->permits);
	buf_addf(&text, "  penalties: {count: %" PRId64 "}\n", p->penalties);
	buf_addf(&text, "  coercion: {count: %" PRId64 "}\n", p->coercion);
	buf_addf(&text, "  fees: {amount: \"%s\"}\n", p->fees);
	add_table3(&text, p->table3, change);
	buf_adds(&text, "table4:\n");
	add_results(&text, "reconsideration", p->remedies[0]);
	add_results(&text, "suit-direct", p->remedies[1]);
	add_results(&text, "suit-after", p->remedies[2]);
	buf_addf(&path, "reports/%d.yaml", p->year);
	put(f, path.s, text.s);
}

/* The opening figures are what the year before left. */
static void put_office(struct fixture *f, const struct published *p)
{
	auto_buf text = BUF_INIT;

	buf_addf(&text,
		 "format: 1\nname: 某县人民政府\nlevel: county\nsince: %d-01-01\n"
		 "contact: {body: 某县政府办公室, phone: 0955-0000000}\n"
		 "opening:\n  year: %d\n  normative: %d\n  carry-over: {",
		 p->year, p->year - 1,
		 p->normative.in_force - p->normative.made + p->normative.repealed);
	for (size_t c = 0; c < ARRAY_LEN(columns); c++)
		buf_addf(&text, "%s%s: %" PRId64, c ? ", " : "", columns[c],
			 p->table3[1][c]);
	buf_adds(&text, "}\n");
	put(f, "catalogue.yaml", text.s);
}

static void put_normative(struct fixture *f, int year, int number, const char *more)
{
	auto_buf text = BUF_INIT;
	auto_buf path = BUF_INIT;

	buf_addf(&path, "documents/%d/00/%d-%05d.yaml", year, year, number);
	buf_addf(&text,
		 "id: %d-%05d\ntitle: 第%d号规范性文件\norigin: made\n"
		 "normative: yes\nformed: %d-06-01\n%s",
		 year, number, number, year, more);
	put(f, path.s, text.s);
}

/* As many as the report says, made in the year, and repealed ones made before. */
static void put_documents(struct fixture *f, const struct published *p)
{
	auto_buf repeal = BUF_INIT;

	buf_addf(&repeal, "events:\n- {date: %d-12-31, act: repeal, reason: 清理}\n",
		 p->year);
	for (int i = 1; i <= p->normative.made; i++)
		put_normative(f, p->year, i, "");
	for (int i = 1; i <= p->normative.repealed; i++)
		put_normative(f, p->year - 1, i, repeal.s);
}

/* ---- comparing ---- */

static void assert_cell(const char *where, const char *text, int64_t expected)
{
	auto_buf number = BUF_INIT;

	buf_addf(&number, "%" PRId64, expected);
	if (strcmp(text, number.s) != 0)
		fail_msg("%s: '%s', published: %s", where, text, number.s);
}

/* Until 2020 （六）其他处理 is one row: rows 20 to 22 of the list are its parts. */
static void assert_table3(struct fixture *f, const struct published *p)
{
	const struct row *row = row_of(table(f, 1), 3);
	char where[64];

	for (size_t r = 0; r < PUBLISHED_ROWS; r++) {
		if (p->year < 2021 && (r == 20 || r == 21))
			continue;
		assert_non_null(row);
		for (size_t c = 0; c < 7; c++) {
			(void)snprintf(where, sizeof(where), "row %zu, column %zu", r, c);
			if (p->table3[r][c] != BLANK)
				assert_cell(where, cell_text(row, 6 - c),
					    p->table3[r][c]);
		}
		row = row->next;
	}
	assert_null(row);
}

static void assert_table2_2021(struct fixture *f, const struct published *p)
{
	const struct block *two = table(f, 0);

	assert_cell("made", cell_text(row_of(two, 2), 2), p->regulation.made);
	assert_cell("repealed", cell_text(row_of(two, 2), 1), p->regulation.repealed);
	assert_cell("in force", cell_text(row_of(two, 2), 0), p->regulation.in_force);
	assert_cell("made", cell_text(row_of(two, 3), 2), p->normative.made);
	assert_cell("repealed", cell_text(row_of(two, 3), 1), p->normative.repealed);
	assert_cell("in force", cell_text(row_of(two, 3), 0), p->normative.in_force);
	assert_cell("permits", cell_text(row_of(two, 6), 0), p->permits);
	assert_cell("penalties", cell_text(row_of(two, 9), 0), p->penalties);
	assert_cell("coercion", cell_text(row_of(two, 10), 0), p->coercion);
	assert_string_equal(cell_text(row_of(two, 13), 0), p->fees);
}

static void assert_table4(struct fixture *f, const struct published *p)
{
	const struct row *row = row_of(table(f, 2), 3);

	assert_int_equal(row->count, 15);
	for (size_t i = 0; i < REMEDIES; i++) {
		int64_t total = 0;

		for (size_t k = 0; k < ANSWERS; k++) {
			total += p->remedies[i][k];
			assert_cell("table four", row->cells[i * 5 + k].runs->text,
				    p->remedies[i][k]);
		}
		assert_cell("table four", row->cells[i * 5 + ANSWERS].runs->text, total);
	}
}

static void every_published_cell(void **state)
{
	const struct published *p = *state;
	struct fixture *f = NULL;

	setup((void **)&f);
	put_office(f, p);
	put_documents(f, p);
	put_report(f, p, NULL);
	collect(f, p->year);
	assert_no_lines(annual_faults(f->annual));
	if (p->year >= 2021)
		assert_table2_2021(f, p);
	assert_table3(f, p);
	assert_table4(f, p);
	teardown((void **)&f);
}

/* ---- a figure that is wrong ---- */

static const char *const column_names[] = { "natural persons",      "companies",
					    "research bodies",      "welfare bodies",
					    "legal service bodies", "other bodies" };

static void a_single_changed_cell_is_found_wherever_it_is(void **state)
{
	struct fixture *f = *state;
	const struct published *p = &published[0];

	put_office(f, p);
	put_documents(f, p);
	for (size_t r = 0; r < ARRAY_LEN(rows); r++) {
		for (size_t c = 0; c < ARRAY_LEN(columns); c++) {
			const struct change change = { r, c, 1 };
			char expected[64];

			put_report(f, p, &change);
			collect(f, p->year);
			(void)snprintf(expected, sizeof(expected),
				       "column '%s': rows one", column_names[c]);
			assert_line(annual_faults(f->annual), expected);
			assert_line(annual_faults(f->annual), "column 'total': rows one");
		}
	}
}

static void a_negative_figure_is_a_fault(void **state)
{
	struct fixture *f = *state;
	const struct change change = { 0, 1, -1 };

	put_office(f, &published[0]);
	put_report(f, &published[0], &change);
	collect(f, 2024);
	assert_line(annual_faults(f->annual), "-1 is no count");
}

static void what_is_carried_over_is_what_the_opening_figures_left(void **state)
{
	struct fixture *f = *state;
	struct published p = published[0];

	p.table3 = suqian_2023;
	put_office(f, &p);
	p.table3 = hongze_2024;
	put_report(f, &p, NULL);
	collect(f, 2024);
	assert_line(
		annual_faults(f->annual),
		"'natural persons': 0 were carried over, but the year before left 91");
	assert_line(annual_faults(f->annual),
		    "'legal service bodies': 0 were carried over, but the year before "
		    "left 2");
}

static void what_is_carried_over_is_what_last_year_carried_on(void **state)
{
	struct fixture *f = *state;
	struct published last = published[1];

	put_office(f, &published[0]);
	last.year = 2023;
	put_report(f, &last, NULL);
	put_report(f, &published[0], NULL);
	collect(f, 2024);
	assert_line(
		annual_faults(f->annual),
		"'natural persons': 0 were carried over, but the year before left 118");
	assert_line(annual_faults(f->annual), "X-CARRY");
}

static const char office[] =
	"format: 1\nname: 某镇人民政府\nlevel: township\nsince: 2020-01-01\n"
	"contact: {body: 某镇党政办公室, phone: 0955-0000000}\n"
	"opening: {year: 2023, normative: 5}\n";

static void the_stock_follows_from_last_years(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "reports/2024.yaml", "id: \"2024\"\ntable2: {normative: {in-force: 7}}\n");
	put(f, "reports/2025.yaml", "id: \"2025\"\n");
	put_normative(f, 2024, 1, "");
	put_normative(f, 2025, 1, "");
	collect(f, 2025);
	assert_line(
		annual_faults(f->annual),
		"7 were in force a year before, 1 made, 0 repealed: that makes 8, not 7");
	collect(f, 2024);
	assert_line(annual_faults(f->annual), "7 is stated, but the records make 6");
}

static void the_stock_holds_over_three_years(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put_normative(f, 2024, 1, "");
	put_normative(f, 2024, 2,
		      "events:\n- {date: 2025-03-01, act: repeal, reason: 清理}\n");
	put_normative(f, 2025, 1, "");
	put_normative(f, 2025, 2, "");
	put(f, "reports/2024.yaml", "id: \"2024\"\ntable2: {normative: {in-force: 7}}\n");
	collect(f, 2024);
	assert_no_lines(annual_faults(f->annual));
	assert_string_equal(cell_text(row_of(table(f, 0), 3), 0), "7");
	collect(f, 2025);
	assert_no_lines(annual_faults(f->annual));
	assert_string_equal(cell_text(row_of(table(f, 0), 3), 2), "2");
	assert_string_equal(cell_text(row_of(table(f, 0), 3), 1), "1");
	assert_string_equal(cell_text(row_of(table(f, 0), 3), 0), "8");
}

/* 尼勒克县某镇 2023 */
static void a_township_has_no_regulations(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "reports/2024.yaml",
	    "id: \"2024\"\ntable2: {regulation: {in-force: 6}}\n");
	collect(f, 2024);
	assert_line(annual_faults(f->annual), "6 is stated, but the records make 0");
	for (size_t back = 0; back < 3; back++)
		assert_string_equal(cell_text(row_of(table(f, 0), 2), back), "0");
}

/* 北坡镇 2022: six decimals, which no binary fraction holds. */
static void an_amount_keeps_every_digit(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "reports/2024.yaml",
	    "id: \"2024\"\ntable2: {fees: {amount: \"190.457379\"}}\n");
	collect(f, 2024);
	assert_string_equal(cell_text(row_of(table(f, 0), 13), 0), "190.457379");
}

static void a_row_stated_twice_is_a_fault(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "reports/2024.yaml",
	    "id: \"2024\"\ntable3:\n- {row: \"1\", counts: {person: 1}}\n"
	    "- {row: \"1\", counts: {person: 1}}\n- {row: \"3-1\", counts: {person: "
	    "1}}\n");
	collect(f, 2024);
	assert_line(annual_faults(f->annual), "twice");
}

static void the_form_is_that_of_the_year(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "reports/2024.yaml", "id: \"2024\"\nform: \"2019\"\n");
	collect(f, 2024);
	assert_line(annual_faults(f->annual), "the form is said to be '2019'");
}

/* ---- what is not known ---- */

static void what_nobody_stated_is_unavailable_and_no_zero(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	collect(f, 2024);
	assert_no_lines(annual_faults(f->annual));
	assert_line(annual_open_points(f->annual), "reports/2024.yaml is missing");
	assert_line(annual_open_points(f->annual), "table three");
	assert_line(annual_open_points(f->annual), "table two, '行政许可'");
	for (size_t back = 0; back < 7; back++)
		assert_string_equal(cell_text(row_of(table(f, 1), 3), back), "—");
	for (size_t back = 0; back < 15; back++)
		assert_string_equal(cell_text(row_of(table(f, 2), 3), back), "—");
	assert_string_equal(cell_text(row_of(table(f, 0), 6), 0), "—");
	assert_string_equal(cell_text(row_of(table(f, 0), 13), 0), "—");
}

static void before_the_opening_year_only_what_is_stated_is_known(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put_normative(f, 2022, 1, "");
	put(f, "reports/2022.yaml",
	    "id: \"2022\"\ntable2: {normative: {made: 4, repealed: 0, in-force: 32}}\n");
	collect(f, 2022);
	assert_no_lines(annual_faults(f->annual));
	assert_string_equal(cell_text(row_of(table(f, 0), 3), 2), "4");
	assert_string_equal(cell_text(row_of(table(f, 0), 3), 0), "32");
}

static void a_remedy_without_figures_is_unavailable_beside_others(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "reports/2024.yaml",
	    "id: \"2024\"\ntable4: {reconsideration: {upheld: 2}}\n");
	collect(f, 2024);
	assert_string_equal(row_of(table(f, 2), 3)->cells[4].runs->text, "2");
	assert_string_equal(row_of(table(f, 2), 3)->cells[1].runs->text, "0");
	assert_string_equal(row_of(table(f, 2), 3)->cells[5].runs->text, "—");
	assert_line(annual_open_points(f->annual), "table four, '未经复议直接起诉'");
}

static void a_year_that_is_not_over_is_an_open_point(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	collect(f, 2026);
	assert_line(annual_open_points(f->annual), "the year 2026 is not over");
	collect(f, 2025);
	assert_false(any_line_has(annual_open_points(f->annual), "not over"));
}

/* ---- normative documents ---- */

static void assert_normative(struct fixture *f, const char *made, const char *repealed,
			     const char *in_force)
{
	const struct row *row = row_of(table(f, 0), 3);

	assert_string_equal(cell_text(row, 2), made);
	assert_string_equal(cell_text(row, 1), repealed);
	assert_string_equal(cell_text(row, 0), in_force);
}

static void what_was_obtained_or_is_a_part_was_not_made(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "documents/2024/00/2024-00001.yaml",
	    "id: 2024-00001\norigin: obtained-organ\nnormative: yes\nformed: "
	    "2024-02-01\n");
	put(f, "documents/2024/00/2024-00002.yaml",
	    "id: 2024-00002\norigin: reprint\nnormative: yes\nformed: 2024-02-01\n");
	put(f, "documents/2024/00/2024-00003.yaml",
	    "id: 2024-00003\norigin: made\nnormative: no\nformed: 2024-02-01\n");
	put_normative(f, 2024, 4, "part-of: {document: 2024-00005}\n");
	put_normative(f, 2024, 5, "");
	put(f, "documents/2024/00/2024-00006.yaml",
	    "id: 2024-00006\nvoided: {date: 2024-03-01, by: 张某, reason: 重复登记}\n");
	collect(f, 2024);
	assert_normative(f, "1", "0", "6");
}

static void the_last_day_in_force_still_counts(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "documents/2024/00/2024-00001.yaml",
	    "id: 2024-00001\norigin: made\nnormative: {is: yes, valid-until: "
	    "2024-12-31}\n"
	    "formed: 2024-02-01\nforce: expired\n");
	collect(f, 2024);
	assert_normative(f, "1", "0", "6");
	collect(f, 2025);
	assert_normative(f, "0", "1", "5");
}

static void a_repeal_without_its_day_is_an_open_point(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put_normative(f, 2024, 1, "force: repealed\n");
	collect(f, 2024);
	assert_line(annual_open_points(f->annual),
		    "documents/2024/00/2024-00001.yaml: no longer in force");
}

static void a_normative_document_without_its_day_is_an_open_point(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "documents/2024/00/2024-00001.yaml",
	    "id: 2024-00001\norigin: made\nnormative: yes\n");
	collect(f, 2024);
	assert_normative(f, "0", "0", "5");
	assert_line(annual_open_points(f->annual),
		    "documents/2024/00/2024-00001.yaml: a normative document");
}

/* ---- records that do not read ---- */

static void assert_refused(struct fixture *f, const char *path)
{
	assert_int_equal(try_collect(f, 2024), -1);
	if (!strstr(f->err.text, path))
		fail_msg("'%s' does not name %s", f->err.text, path);
}

static void a_document_that_is_no_yaml_stops_the_report(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "documents/2023/00/2023-00001.yaml", "id: 2023-00001\ntitle: [\n");
	assert_refused(f, "documents/2023/00/2023-00001.yaml");
}

static void a_document_with_a_false_date_stops_the_report(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put_normative(f, 2024, 7, "effective: 2024-02-30\n");
	assert_refused(f, "documents/2024/00/2024-00007.yaml");
}

static void a_report_record_that_does_not_read_stops_the_report(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "reports/2024.yaml", "id: \"2024\"\ntable2: {permits: {count: 十二}}\n");
	assert_refused(f, "reports/2024.yaml");
	put(f, "reports/2024.yaml", "id: \"2024\"\n");
	put(f, "reports/2023.yaml", "id: \"2023\"\ntable3: 无\n");
	assert_refused(f, "reports/2023.yaml");
}

static void a_record_of_another_kind_stops_nothing(void **state)
{
	struct fixture *f = *state;

	put(f, "catalogue.yaml", office);
	put(f, "units/dz.yaml", "id: dz\nname: [\n");
	put(f, "reports/2019.yaml", "id: \"2019\"\ntable3: 无\n");
	collect(f, 2024);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT_ROW(every_published_cell, &published[0]),
		UNIT_ROW(every_published_cell, &published[1]),
		UNIT_ROW(every_published_cell, &published[2]),
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		T(a_single_changed_cell_is_found_wherever_it_is),
		T(a_negative_figure_is_a_fault),
		T(what_is_carried_over_is_what_the_opening_figures_left),
		T(what_is_carried_over_is_what_last_year_carried_on),
		T(the_stock_follows_from_last_years),
		T(the_stock_holds_over_three_years),
		T(a_township_has_no_regulations),
		T(an_amount_keeps_every_digit),
		T(a_row_stated_twice_is_a_fault),
		T(the_form_is_that_of_the_year),
		T(what_nobody_stated_is_unavailable_and_no_zero),
		T(before_the_opening_year_only_what_is_stated_is_known),
		T(a_remedy_without_figures_is_unavailable_beside_others),
		T(a_year_that_is_not_over_is_an_open_point),
		T(what_was_obtained_or_is_a_part_was_not_made),
		T(the_last_day_in_force_still_counts),
		T(a_repeal_without_its_day_is_an_open_point),
		T(a_normative_document_without_its_day_is_an_open_point),
		T(a_document_that_is_no_yaml_stops_the_report),
		T(a_document_with_a_false_date_stops_the_report),
		T(a_report_record_that_does_not_read_stops_the_report),
		T(a_record_of_another_kind_stops_nothing),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
