#include "unit/scratch_catalogue.h"

/*
 * What is found in attachments becomes a finding of the record that lists them as public,
 * and of no other.
 */
#define DAY "2018-06-29"
#define HEAD                                                                   \
	"id: 2018-00002\n"                                                     \
	"title: 关于开展河道清理的通知\n"                           \
	"summary: 安排全镇河道清理的范围和时间。\n"             \
	"items: [dz-0001]\nunit: dz\nissuer: zf\norigin: made\ntype: notice\n" \
	"form: 通知\nnormative: no\nnumber: 东政发〔2018〕2号\n"       \
	"formed: 2018-03-05\nforce: in-force\n"                                \
	"disclosure: {attribute: proactive}\nbody: |\n  各村民委员会：河道清理。\n"
#define LISTED(rest) HEAD "attachments:\n- {file: a.csv, title: 表, " rest "}\n"
#define RECORD_PATH  "documents/2018/00/2018-00002.yaml"
#define FILE_PATH    "attachments/2018-00002/a.csv"

/* 13800138000 is nobody's: the number that operators give in examples. */
#define WITH_MOBILE "姓名,电话\n张某,13800138000\n李某,13800138000\n"

struct list_case {
	const char *label;
	const char *record;
	const char *csv;
	const char *lines;
};

#define FOUND(slug) FILE_PATH ":2:2 " slug "\n"

static const struct list_case list_cases[] = {
	{ "a public table with a mobile number", LISTED("role: table"), WITH_MOBILE,
	  FOUND("privacy-mobile") },
	{ "a proof stays inside", LISTED("role: proof"), WITH_MOBILE, "" },
	{ "a table that says it is internal", LISTED("role: table, visibility: internal"),
	  WITH_MOBILE, "" },
	{ "a proof that says it is public", LISTED("role: proof, visibility: public"),
	  WITH_MOBILE, FOUND("privacy-mobile") },
	{ "a table that nobody lists", HEAD, WITH_MOBILE, "" },
	{ "that a person has looked through it changes nothing where a program sees",
	  LISTED("role: table, checked: {by: 李某, date: 2018-03-05, method: opened}"),
	  WITH_MOBILE, FOUND("privacy-mobile") },
	{ "a contact on duty",
	  LISTED("role: table") "persons: {data: exception, exception: duty}\n",
	  WITH_MOBILE, "" },
	{ "an exception lifts no identity number",
	  LISTED("role: table") "persons: {data: exception, exception: consent}\n",
	  "姓名,身份证号\n张某,110101199003070038\n", FOUND("privacy-identity") },
	{ "masked numbers under a head", LISTED("role: table"),
	  "姓名,身份证号\n张某,1101**********0038\n", "" },
	{ "birthdays under a head", LISTED("role: table"),
	  "姓名,出生日期\n张某,1990-03-07\n", FILE_PATH ":1:2 privacy-column\n" },
	{ "an illness under a head in the second row", LISTED("role: table"),
	  "2018年救助名单\n姓名,患病情况\n张某,尿毒症\n",
	  FILE_PATH ":2:2 privacy-health\n" },
	{ "a head without anything below it", LISTED("role: table"), "姓名,出生日期\n",
	  "" },
	{ "a form to fill in", LISTED("role: form"), "姓名,身份证号\n,\n,\n", "" },
	{ "a code that looks like a number, under its head", LISTED("role: table"),
	  "项目,项目编号\n河道,13800138000\n", "" },
	{ "sums and metres", LISTED("role: table"),
	  "村,米数,金额（元）\n东园村,1200,138001380.00\n", "" },
};

static char *tell(struct scratch *s, const char *path)
{
	scratch_check(s, DAY, path);
	return scratch_lines(s);
}

static void list_is_judged(void **state)
{
	const struct list_case *one = *state;
	auto_buf lines = BUF_INIT;
	size_t records;
	struct scratch s;

	scratch_init(&s);
	scratch_put_text(&s, RECORD_PATH, one->record);
	scratch_check(&s, DAY, NULL);
	records = s.result.records;
	scratch_put_text(&s, FILE_PATH, one->csv);
	buf_adds(&lines, tell(&s, NULL));
	assert_int_equal(s.result.records, records);
	scratch_release(&s);
	assert_string_equal(lines.s, one->lines);
}

static void the_finding_names_the_record_and_the_place(void **state)
{
	auto_buf text = BUF_INIT;
	auto_buf title = BUF_INIT;
	struct scratch s;

	(void)state;
	scratch_init(&s);
	scratch_put_text(&s, RECORD_PATH, LISTED("role: table"));
	scratch_put_text(&s, FILE_PATH, WITH_MOBILE);
	scratch_check(&s, DAY, NULL);
	assert_int_equal(s.result.findings.count, 1);
	finding_text(&s.result.findings.items[0], &text);
	buf_adds(&title, s.result.findings.items[0].title);
	scratch_release(&s);
	assert_string_equal(title.s, "关于开展河道清理的通知");
	assert_non_null(strstr(text.s, "138****8000"));
	assert_null(strstr(text.s, "13800138000"));
	assert_non_null(strstr(text.s, "(line 2; 2 in all)"));
}

struct path_case {
	const char *label;
	const char *path;
	const char *lines;
};

static const struct path_case path_cases[] = {
	{ "the file itself", FILE_PATH, FOUND("privacy-mobile") },
	{ "the folder of the files", "attachments/2018-00002", FOUND("privacy-mobile") },
	{ "all files", "attachments/", FOUND("privacy-mobile") },
	{ "the record", RECORD_PATH, FOUND("privacy-mobile") },
	{ "another record", "items", "" },
};

static void path_chooses(void **state)
{
	const struct path_case *one = *state;
	auto_buf lines = BUF_INIT;
	struct scratch s;

	scratch_init(&s);
	scratch_put_text(&s, RECORD_PATH, LISTED("role: table"));
	scratch_put_text(&s, FILE_PATH, WITH_MOBILE);
	buf_adds(&lines, tell(&s, one->path));
	scratch_release(&s);
	assert_string_equal(lines.s, one->lines);
}

static void what_the_office_allows_is_allowed_in_files(void **state)
{
	auto_buf lines = BUF_INIT;
	auto_buf config = BUF_INIT;
	auto_buf path = BUF_INIT;
	struct scratch s;

	(void)state;
	scratch_init(&s);
	path_join(&path, s.dir, "catalogue.yaml");
	assert_int_equal(file_read(path.s, 1 << 20, &config, &s.err), 0);
	buf_adds(&config, "allow: ['138 0013 8000']\n");
	scratch_put(&s, "catalogue.yaml", config.s, config.len);
	scratch_put_text(&s, RECORD_PATH, LISTED("role: table"));
	scratch_put_text(&s, FILE_PATH, WITH_MOBILE);
	buf_adds(&lines, tell(&s, NULL));
	scratch_release(&s);
	assert_string_equal(lines.s, "");
}

static void a_file_that_is_too_large_wants_a_person(void **state)
{
	auto_buf path = BUF_INIT;
	auto_buf lines = BUF_INIT;
	auto_buf checked = BUF_INIT;
	struct scratch s;

	(void)state;
	scratch_init(&s);
	scratch_put_text(&s, RECORD_PATH, LISTED("role: table"));
	scratch_put_text(&s, FILE_PATH, "x");
	path_join(&path, s.dir, FILE_PATH);
	assert_int_equal(truncate(path.s, (off_t)SOURCE_MAX_FILE + 1), 0);
	buf_adds(&lines, tell(&s, NULL));
	scratch_put_text(&s, RECORD_PATH,
			 LISTED("role: table, checked: {by: 李某, date: 2018-03-05, "
				"method: opened}"));
	buf_adds(&checked, tell(&s, NULL));
	scratch_release(&s);
	assert_string_equal(lines.s, FILE_PATH ":1:1 attachment-too-large\n");
	assert_string_equal(checked.s, "");
}

static void a_link_is_told_and_not_followed(void **state)
{
	auto_buf path = BUF_INIT;
	auto_buf lines = BUF_INIT;
	struct scratch s;

	(void)state;
	scratch_init(&s);
	scratch_put_text(&s, RECORD_PATH, LISTED("role: table"));
	scratch_put_text(&s, FILE_PATH, "x");
	path_join(&path, s.dir, FILE_PATH);
	assert_int_equal(unlink(path.s), 0);
	assert_int_equal(symlink("/etc/passwd", path.s), 0);
	buf_adds(&lines, tell(&s, NULL));
	scratch_release(&s);
	assert_string_equal(lines.s, FILE_PATH ":1:1 not-a-file\n");
}

int main(void)
{
	struct CMUnitTest tests[4 + ARRAY_LEN(list_cases) + ARRAY_LEN(path_cases)] = {
		cmocka_unit_test(the_finding_names_the_record_and_the_place),
		cmocka_unit_test(what_the_office_allows_is_allowed_in_files),
		cmocka_unit_test(a_file_that_is_too_large_wants_a_person),
		cmocka_unit_test(a_link_is_told_and_not_followed),
	};
	size_t count = 4;

	for (size_t i = 0; i < ARRAY_LEN(list_cases); i++)
		tests[count++] = UNIT_ROW(list_is_judged, &list_cases[i]);
	for (size_t i = 0; i < ARRAY_LEN(path_cases); i++)
		tests[count++] = UNIT_ROW(path_chooses, &path_cases[i]);
	return cmocka_run_group_tests_name("attachments", tests, NULL, NULL) != 0;
}
