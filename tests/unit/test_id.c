#include "unit/unit.h"

#include "record/id.h"
#include "unit/visit.h"

#define KIND(name_, zh_, dir_, form) \
	(&(const struct kind){       \
		.name = (name_), .zh = (zh_), .dir = (dir_), .id_form = (form) })

static const struct kind *const known_items[] = {
	KIND("catalogue", "目录", "catalogue.yaml", ID_SINGLE),
	KIND("unit", "单位", "units", ID_CODE),
	KIND("item", "公开事项", "items", ID_UNIT),
	KIND("document", "政府信息", "documents", ID_SERIAL),
	KIND("report", "年度报告", "reports", ID_YEAR),
	&visit_kind,
};
static const struct kind_set known = { .items = known_items,
				       .count = ARRAY_LEN(known_items) };

/* ---- ids ---- */

struct parse_case {
	const char *label;
	const char *id;
	const char *kind; /* NULL: none */
	int year;
	int64_t number;
};

static struct parse_case parse_cases[] = {
	{ "an item", "mz-0003", "item", 0, 3 },
	{ "an item with five digits", "mz-12345", "item", 0, 12345 },
	{ "an item padded too far", "mz-00003", NULL, 0, 0 },
	{ "an item padded too little", "mz-003", NULL, 0, 0 },
	{ "an item of unit zero", "-0003", NULL, 0, 0 },
	{ "an item number zero", "mz-0000", NULL, 0, 0 },
	{ "an item of a YAML word", "no-0003", NULL, 0, 0 },
	{ "a document", "2018-00112", "document", 2018, 112 },
	{ "a document with six digits", "2018-123456", "document", 2018, 123456 },
	{ "a document padded too far", "2018-000112", NULL, 0, 0 },
	{ "a document padded too little", "2018-0112", NULL, 0, 0 },
	{ "a document of no year", "1818-00112", NULL, 0, 0 },
	{ "a record with a letter", "v2024-00001", "visit", 2024, 1 },
	{ "a record with a letter, not of a unit so called", "v2024-12345", "visit", 2024,
	  12345 },
	{ "a letter of no kind", "q2024-00001", NULL, 0, 0 },
	{ "blanks behind", "mz-0003 ", NULL, 0, 0 },
	{ "a number too large", "mz-1234567890", NULL, 0, 0 },
	{ "a code is no numbered id", "social-assistance", NULL, 0, 0 },
	{ "the empty text", "", NULL, 0, 0 },
};

static void parse_id(void **state)
{
	const struct parse_case *c = *state;
	struct id_parts parts;

	assert_int_equal(id_parse(&known, c->id, &parts), c->kind != NULL);
	if (!c->kind)
		return;
	assert_string_equal(parts.kind->name, c->kind);
	assert_int_equal(parts.year, c->year);
	assert_int_equal(parts.number, c->number);

	auto_buf again = BUF_INIT;

	id_format(parts.kind, parts.unit, parts.year, parts.number, &again);
	assert_string_equal(again.s, c->id);
}

struct fit_case {
	const char *label;
	const char *kind;
	const char *id;
	bool fits;
};

static struct fit_case fit_cases[] = {
	{ "a code of letters", "unit", "mz", true },
	{ "a code with hyphens", "unit", "social-assistance", true },
	{ "a code with short digits", "unit", "art20-7", true },
	{ "a code of one letter", "unit", "m", false },
	{ "a code in capitals", "unit", "Mz", false },
	{ "a code that ends as an item does", "unit", "mz-0003", false },
	{ "a code with two hyphens at once", "unit", "a--b", false },
	{ "a code that ends with a hyphen", "unit", "ab-", false },
	{ "a code that YAML takes for a boolean", "unit", "yes", false },
	{ "a code in Chinese", "unit", "民政", false },
	{ "a year", "report", "2018", true },
	{ "no year", "report", "218", false },
	{ "a year and more", "report", "2018-1", false },
	{ "the one catalogue", "catalogue", "catalogue", true },
	{ "another catalogue", "catalogue", "other", false },
};

static void fit_id(void **state)
{
	const struct fit_case *c = *state;

	assert_int_equal(id_fits(kind_set_find(&known, c->kind), c->id), c->fits);
}

static void a_unit_code_is_short_and_plain(void **state)
{
	(void)state;
	assert_true(unit_code_is_valid("mz"));
	assert_true(unit_code_is_valid("a234567890123456"));
	assert_false(unit_code_is_valid("a2345678901234567"));
	assert_false(unit_code_is_valid("m"));
	assert_false(unit_code_is_valid("1z"));
	assert_false(unit_code_is_valid("m-z"));
	assert_false(unit_code_is_valid("off"));
	assert_false(unit_code_is_valid(""));
}

static void a_unit_code_is_never_the_beginning_of_a_register(void **state)
{
	(void)state;
	assert_false(unit_code_is_valid("r2026"));
	assert_true(unit_code_is_valid("r9999"));
	assert_true(unit_code_is_valid("rr2026"));
}

/* ---- paths ---- */

struct path_case {
	const char *label;
	const char *path;
	const char *kind; /* NULL: no record's */
	const char *id;
};

static struct path_case path_cases[] = {
	{ "the catalogue", "catalogue.yaml", "catalogue", "catalogue" },
	{ "a unit", "units/mz.yaml", "unit", "mz" },
	{ "an item", "items/mz/mz-0003.yaml", "item", "mz-0003" },
	{ "a document", "documents/2018/00/2018-00112.yaml", "document", "2018-00112" },
	{ "a document of the second folder", "documents/2018/01/2018-01000.yaml",
	  "document", "2018-01000" },
	{ "a document of a folder of three digits", "documents/2018/123/2018-123456.yaml",
	  "document", "2018-123456" },
	{ "a register", "visits/2024/00/v2024-00001.yaml", "visit", "v2024-00001" },
	{ "a report", "reports/2018.yaml", "report", "2018" },
	{ "an item in another unit's folder", "items/dz/mz-0003.yaml", NULL, "" },
	{ "a document in another year's folder", "documents/2019/00/2018-00112.yaml",
	  NULL, "" },
	{ "a document in the wrong folder", "documents/2018/01/2018-00112.yaml", NULL,
	  "" },
	{ "another ending", "units/mz.yml", NULL, "" },
	{ "no name", "units/.yaml", NULL, "" },
	{ "a folder", "units", NULL, "" },
	{ "a page", "pages/guide.md", NULL, "" },
	{ "an absolute path", "/units/mz.yaml", NULL, "" },
};

static void read_path(void **state)
{
	const struct path_case *c = *state;
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&known, c->path, id);

	if (!c->kind) {
		assert_null(kind);
		return;
	}
	assert_string_equal(kind->name, c->kind);
	assert_string_equal(id, c->id);

	auto_buf again = BUF_INIT;

	id_path(kind, id, &again);
	assert_string_equal(again.s, c->path);
}

static void a_path_too_long_for_an_id_is_no_records(void **state)
{
	auto_buf path = BUF_INIT;
	char id[ID_MAX];

	(void)state;
	buf_adds(&path, "units/");
	for (size_t i = 0; i < 300; i++)
		buf_addc(&path, 'a');
	buf_adds(&path, ".yaml");
	assert_null(id_of_path(&known, path.s, id));
}

#define ROWS(cases, function)                                              \
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)                      \
		tests[count++] = (struct CMUnitTest)                       \
		{                                                          \
			.name = (cases)[i].label, .test_func = (function), \
			.initial_state = &(cases)[i]                       \
		}

int main(void)
{
	struct CMUnitTest tests[64] = {
		cmocka_unit_test(a_unit_code_is_short_and_plain),
		cmocka_unit_test(a_unit_code_is_never_the_beginning_of_a_register),
		cmocka_unit_test(a_path_too_long_for_an_id_is_no_records),
	};
	size_t count = 3;

	ROWS(parse_cases, parse_id);
	ROWS(fit_cases, fit_id);
	ROWS(path_cases, read_path);
	return _cmocka_run_group_tests("id", tests, count, NULL, NULL);
}
