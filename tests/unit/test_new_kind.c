/*
 * A kind that gk has never heard of, given by its table alone, is read, checked, added,
 * listed, shown, given up and documented by the code that serves all kinds.
 */
#include "unit/unit.h"

#include "check/check.h"
#include "format/json_read.h"
#include "record/describe.h"
#include "record/id.h"
#include "record/schema.h"
#include "unit/repo.h"
#include "unit/visit.h"
#include "work/work.h"

enum { KINDS_ROOM = 16 };

static const struct date today = { 2026, 11, 20 };

/* An open catalogue whose kinds are those of gk and one more. */
struct office {
	struct arena arena;
	const struct kind *kinds[KINDS_ROOM];
	struct catalogue *catalogue;
	struct index *index;
	struct work work;
	struct findings findings;
	struct work_done done;
	struct error err;
};

static void open_office(const struct repo *repo, struct office *office)
{
	const struct source_options source = { .dir = repo->dir.s };
	const struct index_options memory = { .memory = true };
	size_t count;
	const struct kind *const *all = kinds(&count);

	*office = (struct office){ .arena = ARENA_INIT };
	assert_true(count + 1 <= KINDS_ROOM);
	for (size_t i = 0; i < count; i++)
		office->kinds[i] = all[i];
	office->kinds[count] = &visit_kind;
	if (catalogue_open(&source, &office->catalogue, &office->err) < 0)
		fail_msg("%s", office->err.text);
	office->catalogue->kinds =
		(struct kind_set){ .items = office->kinds, .count = count + 1 };
	if (index_open(office->catalogue->source,
		       check_examiner(&office->arena, office->catalogue), &memory,
		       &office->index, &office->err) < 0)
		fail_msg("%s", office->err.text);
	office->findings = FINDINGS(&office->arena);
	office->work = (struct work){ .arena = &office->arena,
				      .catalogue = office->catalogue,
				      .index = office->index,
				      .today = today,
				      .typist = "张某",
				      .time = 1795132800,
				      .zone = 480,
				      .tx_flags = TX_FAST };
}

static void close_office(struct office *office)
{
	index_free(office->index);
	catalogue_free(office->catalogue);
	arena_clear(&office->arena);
}

/* A record from typed labels and values, as gk add --set gives them. */
static struct record *typed(struct office *office, const char *const (*values)[2])
{
	const struct read_options options = { .flags = READ_LABELS, .today = today };
	struct record *record = record_new(&office->arena, &visit_kind);

	for (; (*values)[0]; values++)
		if (!record_assign(&office->arena, record, (*values)[0], (*values)[1],
				   &options))
			fail_msg("%s=%s", (*values)[0], (*values)[1]);
	return record;
}

static void add(struct office *office, struct record **records, size_t count)
{
	if (work_add(&office->work, records, count, &office->findings, &office->done,
		     &office->err) != WORK_DONE)
		fail_msg("%s", office->err.text);
}

static const char *const first_visit[][2] = {
	{ "来访事由", "咨询低保办理" },
	{ "来访日期", "昨天" },
	{ "人数", "３" },
	{ "颜色", "红色" },
	{ "责任科室", "党政办" },
	{ "主题词", "低保；救助" },
	{ "对应事项", "dz-0001" },
	{ "地点.地点名称", "大厅" },
	{ "来访人", "张某" },
	{ NULL, NULL },
};
static const char *const second_visit[][2] = {
	{ "title", "反映道路积水" },
	{ "colour", "15" },
	{ NULL, NULL },
};

/* Writes tests/fixtures/mini and commits it. */
static int setup(void **state)
{
	if (repo_setup_plain(state) < 0)
		return -1;
	repo_run(*state,
		 "cp -R " GK_SOURCE_DIR "/tests/fixtures/mini/. . && git init -q && "
		 "git config user.name 张某 && git config user.email "
		 "zhang@example.invalid && "
		 "git add . && git commit -qm start");
	return 0;
}

static int setup_with_visits(void **state)
{
	struct record *records[2];
	struct office office;

	if (setup(state) < 0)
		return -1;
	open_office(*state, &office);
	records[0] = typed(&office, first_visit);
	records[1] = typed(&office, second_visit);
	add(&office, records, ARRAY_LEN(records));
	close_office(&office);
	return 0;
}

static void its_path_and_its_id_belong_together(void **state)
{
	const struct kind *const items[] = { &visit_kind };
	const struct kind_set set = { .items = items, .count = 1 };
	char id[ID_MAX];
	auto_buf path = BUF_INIT;

	(void)state;
	assert_ptr_equal(id_of_path(&set, "visits/2026/01/v2026-01999.yaml", id),
			 &visit_kind);
	assert_string_equal(id, "v2026-01999");
	assert_null(id_of_path(&set, "visits/2026/00/v2026-01999.yaml", id));
	assert_null(id_of_path(&set, "visits/2026/00/2026-00001.yaml", id));
	id_path(&visit_kind, "v2026-00001", &path);
	assert_string_equal(path.s, "visits/2026/00/v2026-00001.yaml");
	assert_ptr_equal(kind_set_find(&set, "visit"), &visit_kind);
	assert_ptr_equal(kind_set_find(&set, "来访"), &visit_kind);
	assert_ptr_equal(kind_set_find(&set, "visits"), &visit_kind);
}

static void adding_gives_ids_and_commits(void **state)
{
	const struct repo *repo = *state;
	struct record *records[2];
	struct office office;

	open_office(repo, &office);
	records[0] = typed(&office, first_visit);
	records[1] = typed(&office, second_visit);
	add(&office, records, ARRAY_LEN(records));
	assert_int_equal(office.done.ids.count, 2);
	assert_string_equal(office.done.ids.items[0], "v2026-00001");
	assert_string_equal(office.done.ids.items[1], "v2026-00002");
	close_office(&office);
	assert_output(
		repo, "git log -1 --format=%B",
		"visit: add 2 records\n\nv2026-00001\nv2026-00002\n\nMade-by: gk\n\n");
	assert_output(repo, "git show HEAD:visits/2026/00/v2026-00001.yaml",
		      "id: v2026-00001\n"
		      "title: 咨询低保办理\n"
		      "day: 2026-11-19\n"
		      "count: 3\n"
		      "colour: red\n"
		      "unit: dz\n"
		      "words: [低保, 救助]\n"
		      "items: [dz-0001]\n"
		      "names: [张某]\n"
		      "place: {name: 大厅}\n"
		      "created: 2026-11-20\n"
		      "entered-by: 张某\n");
	assert_output(repo, "git status --short", "");
}

static void numbers_go_on_where_they_ended(void **state)
{
	struct record *record;
	struct office office;

	open_office(*state, &office);
	record = typed(&office, second_visit);
	add(&office, &record, 1);
	assert_string_equal(office.done.ids.items[0], "v2026-00003");
	close_office(&office);
}

static void what_cannot_be_read_is_not_added(void **state)
{
	const char yaml[] = "title: 甲\nunit: nobody\n";
	const struct repo *repo = *state;
	struct record *record;
	struct office office;

	open_office(repo, &office);
	record = record_parse(&office.arena, &visit_kind, "", yaml, strlen(yaml));
	record->path = "";
	record->common->id = NULL;
	if (work_add(&office.work, &record, 1, &office.findings, &office.done,
		     &office.err) != WORK_REFUSED)
		fail_msg("%s", office.err.text);
	close_office(&office);
	assert_output(repo, "git log --format=%s", "start\n");
	assert_output(repo, "git status --short", "");
}

/* "LINE:COLUMN SLUG" of each finding about the records of the kind. */
static const char *findings_of(struct office *office)
{
	const char *const paths[] = { "visits" };
	const struct check_options options = {
		.today = today,
		.paths = paths,
		.path_count = 1,
	};
	struct check_result result = { 0 };
	auto_buf lines = BUF_INIT;

	if (check_catalogue(office->catalogue, office->index, &options, &result,
			    &office->arena, &office->err) < 0)
		fail_msg("%s", office->err.text);
	for (size_t i = 0; i < result.findings.count; i++) {
		const struct finding *f = &result.findings.items[i];

		buf_addf(&lines, "%u:%u %s %s\n", f->place.line, f->place.column,
			 f->field, rules[f->rule].slug);
	}
	return buf_dup(&lines, &office->arena);
}

struct check_case {
	const char *label;
	const char *yaml;
	const char *found;
};

static const struct check_case check_cases[] = {
	{ "nothing is wrong with a whole record", "id: v2026-00001\ntitle: 甲\n", "" },
	{ "a required field is missed", "id: v2026-00001\ncount: 3\n",
	  "1:1 title field-missing\n" },
	{ "a key that the table does not have",
	  "id: v2026-00001\ntitle: 甲\nsubject: zf\n", "3:1  field-unknown\n" },
	{ "a value that the choice does not have",
	  "id: v2026-00001\ntitle: 甲\ncolour: blue\n", "3:9 colour choice-invalid\n" },
	{ "a day that no calendar has", "id: v2026-00001\ntitle: 甲\nday: 2026-02-30\n",
	  "3:6 day date-invalid\n" },
	{ "words where a number belongs", "id: v2026-00001\ntitle: 甲\ncount: many\n",
	  "3:8 count number-invalid\n" },
	{ "a text that is too long",
	  "id: v2026-00001\ntitle: 甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸子\n",
	  "2:8 title text-too-long\n" },
	{ "a reference to nothing", "id: v2026-00001\ntitle: 甲\nitems: [dz-0009]\n",
	  "3:9 items reference-missing\n" },
	{ "an id of another kind", "id: 2026-00001\ntitle: 甲\n", "1:5 id id-path\n" },
	{ "an act that the kind does not have",
	  "id: v2026-00001\ntitle: 甲\nevents:\n- {date: 2026-11-01, act: review, by: "
	  "张某, decision: keep, reason: 原因仍然存在}\n",
	  "4:27 events[0].act event-invalid\n" },
};

static void check_finds(void **state)
{
	const struct check_case *c = *state;
	void *made = NULL;
	struct office office;

	assert_int_equal(setup(&made), 0);
	repo_write(made, "visits/2026/00/v2026-00001.yaml", c->yaml);
	open_office(made, &office);
	assert_string_equal(findings_of(&office), c->found);
	close_office(&office);
	assert_int_equal(repo_teardown(&made), 0);
}

static int note_row(void *payload, const struct index_row *row)
{
	struct buf *out = payload;

	buf_addf(out, "%s %s %s\n", row->id, row->kind, row->title);
	return 0;
}

static void the_list_has_its_rows(void **state)
{
	const struct index_filter red = { .field = "colour", .value = "red" };
	const struct {
		struct index_query query;
		const char *rows;
	} cases[] = {
		{ { .kind = "visit" },
		  "v2026-00001 visit 咨询低保办理\nv2026-00002 visit 反映道路积水\n" },
		{ { .kind = "visit", .filters = &red, .filter_count = 1 },
		  "v2026-00001 visit 咨询低保办理\n" },
		{ { .text = "道路" }, "v2026-00002 visit 反映道路积水\n" },
		{ { .text = "救助" }, "v2026-00001 visit 咨询低保办理\n" },
	};
	struct office office;

	open_office(*state, &office);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		auto_buf rows = BUF_INIT;

		assert_int_equal(index_each(office.index, &cases[i].query, note_row,
					    &rows, &office.err),
				 0);
		assert_string_equal(rows.s, cases[i].rows);
	}
	close_office(&office);
}

static void a_field_of_its_own_that_names_it_finds_it(void **state)
{
	struct office office;
	struct index_row row;

	open_office(*state, &office);
	if (work_find(&office.work, NULL, "救助", &row, &office.err) < 0)
		fail_msg("%s", office.err.text);
	assert_string_equal(row.id, "v2026-00001");
	assert_int_equal(work_find(&office.work, "visit", "救灾", &row, &office.err), -1);
	close_office(&office);
}

static void it_is_shown_with_its_labels(void **state)
{
	struct record *record;
	struct office office;
	auto_buf chinese = BUF_INIT;
	auto_buf english = BUF_INIT;

	open_office(*state, &office);
	if (work_read(&office.work, NULL, "低保", &record, &office.err) < 0)
		fail_msg("%s", office.err.text);
	record_describe(record, LANGUAGE_ZH, &chinese);
	assert_string_equal(chinese.s, "编号                  v2026-00001\n"
				       "标题（来访事由）      咨询低保办理\n"
				       "来访日期              2026年11月19日\n"
				       "人数                  3\n"
				       "颜色                  红色（警示）\n"
				       "责任科室              dz\n"
				       "主题词                低保\n"
				       "                      救助\n"
				       "对应事项              dz-0001\n"
				       "来访人                张某\n"
				       "地点\n"
				       "  地点名称            大厅\n"
				       "登记日期              2026年11月20日\n"
				       "录入人                张某\n");
	record_describe(record, LANGUAGE_EN, &english);
	assert_non_null(strstr(english.s, " red\n"));
	assert_non_null(strstr(english.s, " 2026-11-19\n"));
	assert_null(strstr(english.s, "来访"));
	close_office(&office);
}

static void its_public_view_keeps_people_out(void **state)
{
	static const char *const hidden[] = { "张某", "names", "entered-by" };
	struct record *record;
	const struct public_record *view;
	struct office office;
	struct json json;
	auto_buf text = BUF_INIT;

	open_office(*state, &office);
	if (work_read(&office.work, "visit", "v2026-00001", &record, &office.err) < 0)
		fail_msg("%s", office.err.text);
	view = public_view(&office.arena, record, &office.catalogue->config->public_x);
	json_init(&json, &text, JSON_COMPACT);
	public_json(view, &json, true);
	assert_non_null(strstr(text.s, "咨询低保办理"));
	for (size_t i = 0; i < ARRAY_LEN(hidden); i++)
		assert_null(strstr(text.s, hidden[i]));
	close_office(&office);
}

static void an_event_is_spliced_in(void **state)
{
	const struct event step = { .step = STEP_FINAL,
				    .verdict = VERDICT_PASS,
				    .by = "李某" };
	const char *const ids[] = { "v2026-00002" };
	const struct repo *repo = *state;
	struct office office;

	open_office(repo, &office);
	assert_int_equal(
		work_clear(&office.work, ids, 1, &step, &office.done, &office.err),
		WORK_DONE);
	close_office(&office);
	assert_output(repo,
		      "sed 's/digest: [0-9a-f]*/digest: -/' "
		      "visits/2026/00/v2026-00002.yaml",
		      "id: v2026-00002\n"
		      "title: 反映道路积水\n"
		      "colour: \"15\"\n"
		      "created: 2026-11-20\n"
		      "entered-by: 张某\n"
		      "events:\n"
		      "- {date: 2026-11-20, act: clear, step: final, verdict: pass, by: "
		      "李某, digest: -}\n");
}

static void its_number_can_be_given_up_and_not_taken_again(void **state)
{
	const struct repo *repo = *state;
	struct record *record;
	struct office office;

	open_office(repo, &office);
	assert_int_equal(work_void(&office.work, "v2026-00002", "重复登记",
				   &office.findings, &office.done, &office.err),
			 WORK_DONE);
	close_office(&office);
	open_office(repo, &office);
	record = typed(&office, second_visit);
	add(&office, &record, 1);
	assert_string_equal(office.done.ids.items[0], "v2026-00003");
	close_office(&office);
	assert_output(repo, "cat visits/2026/00/v2026-00002.yaml",
		      "id: v2026-00002\n"
		      "voided: {date: 2026-11-20, by: 张某, reason: 重复登记}\n");
}

static void its_schema_has_every_field(void **state)
{
	struct arena arena = ARENA_INIT;
	struct yaml_node *root;
	const struct yaml_node *properties;
	struct error err;
	auto_buf text = BUF_INIT;

	(void)state;
	schema_json(&visit_kind, LANGUAGE_ZH, &text);
	if (json_parse(&arena, text.s, text.len, &root, &err) < 0)
		fail_msg("%s", err.text);
	properties = yaml_get(root, "properties");
	assert_non_null(properties);
	for (size_t i = 0; i < visit_kind.fields.count; i++)
		if (!yaml_get(properties, visit_kind.fields.items[i].key))
			fail_msg("%s", visit_kind.fields.items[i].key);
	arena_clear(&arena);
}

static void its_reference_has_every_field_in_both_languages(void **state)
{
	(void)state;
	for (size_t i = 0; i < visit_kind.fields.count; i++) {
		const struct field *field = &visit_kind.fields.items[i];
		auto_buf chinese = BUF_INIT;
		auto_buf english = BUF_INIT;
		auto_buf row = BUF_INIT;

		schema_reference(&visit_kind, LANGUAGE_ZH, &chinese);
		schema_reference(&visit_kind, LANGUAGE_EN, &english);
		buf_addf(&row, "| `%s` | %s |", field->key, field->zh);
		assert_non_null(strstr(chinese.s, row.s));
		buf_reset(&row);
		buf_addf(&row, "| `%s` | %s |", field->key, field->en);
		assert_non_null(strstr(english.s, row.s));
	}
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, setup, repo_teardown)
#define WITH_VISITS(test) \
	cmocka_unit_test_setup_teardown(test, setup_with_visits, repo_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(its_path_and_its_id_belong_together),
		IN_REPO(adding_gives_ids_and_commits),
		WITH_VISITS(numbers_go_on_where_they_ended),
		IN_REPO(what_cannot_be_read_is_not_added),
		WITH_VISITS(the_list_has_its_rows),
		WITH_VISITS(a_field_of_its_own_that_names_it_finds_it),
		WITH_VISITS(it_is_shown_with_its_labels),
		WITH_VISITS(its_public_view_keeps_people_out),
		WITH_VISITS(an_event_is_spliced_in),
		WITH_VISITS(its_number_can_be_given_up_and_not_taken_again),
		cmocka_unit_test(its_schema_has_every_field),
		cmocka_unit_test(its_reference_has_every_field_in_both_languages),
	};
	struct CMUnitTest checks[ARRAY_LEN(check_cases)];
	int failed;

	for (size_t i = 0; i < ARRAY_LEN(check_cases); i++)
		checks[i] = UNIT_ROW(check_finds, &check_cases[i]);
	failed = cmocka_run_group_tests_name("a new kind", tests, NULL, NULL);
	return failed + cmocka_run_group_tests_name("checking it", checks, NULL, NULL);
}
