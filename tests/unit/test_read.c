#include "unit/unit.h"

#include "unit/visit.h"

/* What the reader says of one text. */
struct fault_case {
	const char *label;
	const char *yaml; /* behind the id */
	enum record_fault fault;
	uint32_t line;
	uint32_t column;
	const char *args[3];
};

static struct fault_case fault_cases[] = {
	{ "a key that is unknown",
	  "titel: 甲\n",
	  RECORD_FAULT_UNKNOWN_KEY,
	  2,
	  1,
	  { "titel", "title", "" } },
	{ "a label for a key",
	  "标题: 甲\n",
	  RECORD_FAULT_UNKNOWN_KEY,
	  2,
	  1,
	  { "标题", "title", "" } },
	{ "a common key that is unknown",
	  "evens: []\n",
	  RECORD_FAULT_UNKNOWN_KEY,
	  2,
	  1,
	  { "evens", "events", "" } },
	{ "a key that is near to none",
	  "budget: 甲\n",
	  RECORD_FAULT_UNKNOWN_KEY,
	  2,
	  1,
	  { "budget", "", "" } },
	{ "an unknown key in a group",
	  "place: {nam: 甲}\n",
	  RECORD_FAULT_UNKNOWN_KEY,
	  2,
	  9,
	  { "nam", "name", "" } },
	{ "an x- key in a group",
	  "place: {x-a: 甲}\n",
	  RECORD_FAULT_UNKNOWN_KEY,
	  2,
	  9,
	  { "x-a", "", "" } },
	{ "x- alone", "x-: 甲\n", RECORD_FAULT_UNKNOWN_KEY, 2, 1, { "x-", "", "" } },
	{ "a list for a text",
	  "title: [甲]\n",
	  RECORD_FAULT_TYPE,
	  2,
	  8,
	  { "title", "text", "" } },
	{ "a text for a list",
	  "items: mz-0001\n",
	  RECORD_FAULT_TYPE,
	  2,
	  8,
	  { "items", "a list", "" } },
	{ "a text for a group",
	  "place: 甲\n",
	  RECORD_FAULT_TYPE,
	  2,
	  8,
	  { "place", "keys and values", "" } },
	{ "a text for an entry",
	  "papers: [甲]\n",
	  RECORD_FAULT_TYPE,
	  2,
	  10,
	  { "papers[0]", "keys and values", "" } },
	{ "a mapping for a list",
	  "papers: {file: a}\n",
	  RECORD_FAULT_TYPE,
	  2,
	  9,
	  { "papers", "a list", "" } },
	{ "a list in a list of texts",
	  "words: [甲, [乙]]\n",
	  RECORD_FAULT_TYPE,
	  2,
	  12,
	  { "words[1]", "text", "" } },
	{ "a plain number for a text",
	  "title: 2018\n",
	  RECORD_FAULT_NOT_TEXT,
	  2,
	  8,
	  { "title", "2018", "" } },
	{ "a plain boolean for a text",
	  "title: true\n",
	  RECORD_FAULT_NOT_TEXT,
	  2,
	  8,
	  { "title", "true", "" } },
	{ "a plain null for a text",
	  "title: ~\n",
	  RECORD_FAULT_NOT_TEXT,
	  2,
	  8,
	  { "title", "~", "" } },
	{ "a plain number for a decimal",
	  "amount: 7730.28\n",
	  RECORD_FAULT_NOT_TEXT,
	  2,
	  9,
	  { "amount", "7730.28", "" } },
	{ "a plain number for a value",
	  "colour: 15\n",
	  RECORD_FAULT_NOT_TEXT,
	  2,
	  9,
	  { "colour", "15", "" } },
	{ "a plain number in a list",
	  "words: [甲, 3]\n",
	  RECORD_FAULT_NOT_TEXT,
	  2,
	  12,
	  { "words[1]", "3", "" } },
	{ "a date in another form",
	  "day: 2018.7.4\n",
	  RECORD_FAULT_DATE,
	  2,
	  6,
	  { "day", "2018.7.4", "" } },
	{ "a day that is none",
	  "day: 2018-02-30\n",
	  RECORD_FAULT_DATE,
	  2,
	  6,
	  { "day", "2018-02-30", "" } },
	{ "a value that is none",
	  "colour: blue\n",
	  RECORD_FAULT_CHOICE,
	  2,
	  9,
	  { "colour", "blue", "red, 15, yes" } },
	{ "a label for a value",
	  "colour: 红色\n",
	  RECORD_FAULT_CHOICE,
	  2,
	  9,
	  { "colour", "红色", "red, 15, yes" } },
	{ "a value in a list that is none",
	  "colours: [red, blue]\n",
	  RECORD_FAULT_CHOICE,
	  2,
	  16,
	  { "colours[1]", "blue", "red, 15, yes" } },
	{ "words for a number",
	  "count: 三\n",
	  RECORD_FAULT_NUMBER,
	  2,
	  8,
	  { "count", "三", "" } },
	{ "a fraction for a whole number",
	  "count: 1.5\n",
	  RECORD_FAULT_NUMBER,
	  2,
	  8,
	  { "count", "1.5", "" } },
	{ "a number in quotes",
	  "count: \"3\"\n",
	  RECORD_FAULT_NUMBER,
	  2,
	  8,
	  { "count", "3", "" } },
	{ "a number that YAML 1.1 reads as octal",
	  "count: 010\n",
	  RECORD_FAULT_NUMBER,
	  2,
	  8,
	  { "count", "010", "" } },
	{ "a number beyond all bounds",
	  "count: 9999999999999999999\n",
	  RECORD_FAULT_NUMBER,
	  2,
	  8,
	  { "count", "9999999999999999999", "" } },
	{ "a decimal with a comma",
	  "amount: 7,730\n",
	  RECORD_FAULT_NUMBER,
	  2,
	  9,
	  { "amount", "7,730", "" } },
	{ "a decimal that ends with its point",
	  "amount: \"7.\"\n",
	  RECORD_FAULT_NUMBER,
	  2,
	  9,
	  { "amount", "7.", "" } },
	{ "a reference that is no id",
	  "unit: 民政办\n",
	  RECORD_FAULT_REF,
	  2,
	  7,
	  { "unit", "民政办", "unit" } },
	{ "a reference in a list that is no id",
	  "items: [mz-0001, mz-1]\n",
	  RECORD_FAULT_REF,
	  2,
	  18,
	  { "items[1]", "mz-1", "item" } },
	{ "a reference to the own kind",
	  "moved-to: 2024-00002\n",
	  RECORD_FAULT_REF,
	  2,
	  11,
	  { "moved-to", "2024-00002", "visit" } },
	{ "a text that is too long",
	  "title: 一二三四五六七八九十一二三四五六七八九十一\n",
	  RECORD_FAULT_TOO_LONG,
	  2,
	  8,
	  { "title", "21", "20" } },
	{ "two lines for one",
	  "title: |\n  甲\n  乙\n",
	  RECORD_FAULT_LINES,
	  2,
	  8,
	  { "title", "", "" } },
	{ "an event without an act",
	  "events: [{date: 2024-01-01}]\n",
	  RECORD_FAULT_EVENT,
	  2,
	  10,
	  { "events[0].act", "", "" } },
	{ "an act that is none",
	  "events: [{act: dance, step: final}]\n",
	  RECORD_FAULT_EVENT,
	  2,
	  16,
	  { "events[0].act", "dance", "" } },
	{ "an act that the kind does not have",
	  "events: [{act: review}]\n",
	  RECORD_FAULT_EVENT,
	  2,
	  16,
	  { "events[0].act", "review", "" } },
	{ "a member that the act does not have",
	  "events: [{act: publish}, {act: publish, verdict: pass}]\n",
	  RECORD_FAULT_EVENT,
	  2,
	  41,
	  { "events[1].verdict", "verdict", "" } },
	{ "a value of an event that is none",
	  "events: [{act: clear, step: nth}]\n",
	  RECORD_FAULT_CHOICE,
	  2,
	  29,
	  { "events[0].step", "nth",
	    "draft, first, second, final, secrecy, legal, privacy, proof-1, proof-2, "
	    "proof-3, portal" } },
	{ "a fault of YAML",
	  "title: 甲\ntitle: 乙\n",
	  RECORD_FAULT_YAML,
	  3,
	  1,
	  { "title", "", "" } },
};

static void tell_fault(void **state)
{
	const struct fault_case *c = *state;
	struct arena arena = ARENA_INIT;
	auto_buf yaml = BUF_INIT;
	const struct record *record;

	buf_addf(&yaml, "id: v2024-00001\n%s", c->yaml);
	record = visit_of(&arena, yaml.s);
	assert_int_equal(record->problem_count, 1);

	const struct record_problem *problem = &record->problems[0];

	assert_int_equal(problem->fault, c->fault);
	assert_int_equal(problem->place.line, c->line);
	assert_int_equal(problem->place.column, c->column);
	for (size_t i = 0; i < ARRAY_LEN(c->args); i++)
		assert_string_equal(problem->args[i], c->args[i]);
	arena_clear(&arena);
}

struct id_case {
	const char *label;
	const char *yaml;
	const char *args[2]; /* NULL: no fault */
};

static struct id_case id_cases[] = {
	{ "the id of the path", "id: v2024-00001\n", { NULL, NULL } },
	{ "another id than the path's",
	  "id: v2024-00002\n",
	  { "v2024-00002", "v2024-00001" } },
	{ "no id", "title: 甲\n", { "", "v2024-00001" } },
	{ "an empty id", "id:\n", { "", "v2024-00001" } },
};

static void check_id(void **state)
{
	const struct id_case *c = *state;
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, c->yaml);

	assert_int_equal(record->problem_count, c->args[0] ? 1 : 0);
	for (size_t i = 0; c->args[0] && i < 2; i++)
		assert_string_equal(record->problems[0].args[i], c->args[i]);
	if (c->args[0])
		assert_int_equal(record->problems[0].fault, RECORD_FAULT_ID);
	arena_clear(&arena);
}

static void a_record_that_its_path_names_needs_no_id(void **state)
{
	struct kind yearly = visit_kind;
	struct arena arena = ARENA_INIT;
	const struct record *record;

	(void)state;
	yearly.id_form = ID_YEAR;
	record = record_parse(&arena, &yearly, "visits/2018.yaml", "title: 甲\n", 11);
	assert_int_equal(record->problem_count, 0);
	assert_string_equal(record->common->id, "2018");
	arena_clear(&arena);
}

/* ---- values ---- */

static const char whole[] =
	"id: v2024-00001\n"
	"title: 关于东园镇的来访\n"
	"body: |\n  第一行\n  第二行\n"
	"draft:\n"
	"day: 2024-02-29\n"
	"count: -3\n"
	"score: 0\n"
	"amount: \"7730.28\"\n"
	"colour: yes\n"
	"unit: mz\n"
	"issuer: 中卫市人民政府\n"
	"url: https://example.gov.cn/a?b=1\n"
	"words: 单项\n"
	"items: [mz-0001, mz-0002]\n"
	"colours: [red, \"15\"]\n"
	"names: []\n"
	"place: {name: 大厅, phone: {number: 0953-1}}\n"
	"duty: 负责接待\n"
	"steps: [登记, {text: 答复, days: 5}, \"\"]\n"
	"papers:\n"
	"- file: a.pdf\n"
	"  colour: red\n"
	"- {file: b.pdf}\n"
	"note: 备注\n"
	"tags: [business]\n"
	"x-local: {a: [1, \"2\"], b: }\n"
	"events:\n"
	"- {date: 2024-03-01, act: clear, step: final, verdict: pass, "
	"by: 李某, judged: [wording], proof: paper}\n"
	"- {date: 2024-03-02, act: publish, channel: website, "
	"recorded: {date: 2024-05-01, by: 张某}}\n";

static void texts_and_scalars_are_read(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, whole);
	const struct visit *visit = RECORD(record, struct visit);

	(void)state;
	assert_int_equal(record->problem_count, 0);
	assert_string_equal(visit->common.id, "v2024-00001");
	assert_string_equal(visit->title, "关于东园镇的来访");
	assert_string_equal(visit->body, "第一行\n第二行\n");
	assert_null(visit->draft);
	assert_int_equal(date_compare(visit->day, (struct date){ 2024, 2, 29 }), 0);
	assert_true(visit->count.set);
	assert_int_equal(visit->count.n, -3);
	assert_true(visit->score.set);
	assert_string_equal(visit->amount, "7730.28");
	assert_int_equal(visit->colour, 3);
	assert_string_equal(visit->unit, "mz");
	assert_string_equal(visit->issuer, "中卫市人民政府");
	assert_string_equal(record_title(record), "关于东园镇的来访");
	arena_clear(&arena);
}

static void lists_and_groups_are_read(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, whole);
	const struct visit *visit = RECORD(record, struct visit);

	(void)state;
	assert_int_equal(visit->words.count, 1);
	assert_string_equal(visit->words.items[0], "单项");
	assert_int_equal(visit->items.count, 2);
	assert_string_equal(visit->colours.items[1], "15");
	assert_int_equal(visit->names.count, 0);
	assert_string_equal(visit->place.phone.number, "0953-1");
	assert_string_equal(visit->duty.text, "负责接待");
	assert_int_equal(visit->steps.count, 2);
	assert_string_equal(list_at(&visit->steps, struct visit_step, 0)->text, "登记");
	assert_int_equal(list_at(&visit->steps, struct visit_step, 1)->days.n, 5);
	assert_int_equal(visit->papers.count, 2);
	assert_int_equal(list_at(&visit->papers, struct visit_paper, 0)->colour, 1);
	assert_string_equal(list_at(&visit->papers, struct visit_paper, 1)->file,
			    "b.pdf");
	arena_clear(&arena);
}

static void events_and_own_keys_are_read(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, whole);
	const struct common *common = record->common;
	const struct event *event = list_at(&common->events, struct event, 0);

	(void)state;
	assert_int_equal(common->tags.count, 1);
	assert_int_equal(common->extra.count, 1);
	assert_string_equal(list_at(&common->extra, struct extra, 0)->key, "x-local");
	assert_string_equal(list_at(&common->extra, struct extra, 0)->yaml,
			    "{a: [1, \"2\"], b: null}");
	assert_int_equal(common->events.count, 2);
	assert_int_equal(event->act, ACT_CLEAR);
	assert_int_equal(event->step, STEP_FINAL);
	assert_int_equal(event->verdict, VERDICT_PASS);
	assert_string_equal(event->by, "李某");
	assert_string_equal(event->judged.items[0], "wording");
	event = list_at(&common->events, struct event, 1);
	assert_int_equal(event->act, ACT_PUBLISH);
	assert_string_equal(event->channel, "website");
	assert_string_equal(event->recorded.by, "张某");
	arena_clear(&arena);
}

static void the_text_of_a_fault_is_kept(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record =
		visit_of(&arena, "id: v2024-00001\ntitle: 2018\nunit: 民政办\n"
				 "colours: [blue]\namount: 7730.28\nissuer: 3\n");
	const struct visit *visit = RECORD(record, struct visit);

	(void)state;
	assert_int_equal(record->problem_count, 5);
	assert_string_equal(visit->title, "2018");
	assert_string_equal(visit->unit, "民政办");
	assert_string_equal(visit->colours.items[0], "blue");
	assert_string_equal(visit->amount, "7730.28");
	arena_clear(&arena);
}

static void all_faults_of_a_file_are_told_at_once(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(
		&arena, "id: v1\ntitel: 甲\nday: x\nplace: {nam: 乙, name: 丙}\n");

	(void)state;
	assert_int_equal(record->problem_count, 4);
	assert_string_equal(RECORD(record, struct visit)->place.name, "丙");
	arena_clear(&arena);
}

static void a_file_that_is_no_mapping_is_one_fault(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, "- 甲\n");

	(void)state;
	assert_int_equal(record->problem_count, 1);
	assert_int_equal(record->problems[0].fault, RECORD_FAULT_NOT_MAPPING);
	arena_clear(&arena);
}

static void an_empty_file_is_a_fault_of_yaml(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, "");

	(void)state;
	assert_int_equal(record->problem_count, 1);
	assert_int_equal(record->problems[0].fault, RECORD_FAULT_YAML);
	assert_int_equal(record->problems[0].yaml, YAML_FAULT_EMPTY);
	assert_string_equal(record_title(record), "");
	arena_clear(&arena);
}

/* ---- places ---- */

static void members_know_where_they_stand(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, whole);
	const struct visit *visit = RECORD(record, struct visit);
	const struct visit_paper *paper = list_at(&visit->papers, struct visit_paper, 1);
	const struct event *event = list_at(&visit->common.events, struct event, 1);

	(void)state;
	assert_int_equal(record_place(record, &visit->title).line, 2);
	assert_int_equal(record_place(record, &visit->title).column, 8);
	assert_int_equal(record_place(record, &visit->items.items[1]).column, 18);
	assert_int_equal(record_place(record, &paper->file).line, 25);
	assert_int_equal(record_place(record, &event->channel).column, 45);
	/* An empty value stands at its key's line. */
	assert_int_equal(record_place(record, &visit->draft).line, 6);
	arena_clear(&arena);
}

static void what_is_absent_stands_where_its_parent_does(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, whole);
	const struct visit *visit = RECORD(record, struct visit);
	const struct visit_paper *paper = list_at(&visit->papers, struct visit_paper, 1);

	(void)state;
	assert_int_equal(record_place(record, &paper->title).line, 25);
	assert_int_equal(record_place(record, &visit->place.phone.home).column, 26);
	assert_int_equal(record_place(record, &visit->hidden.phone).line, 1);
	assert_int_equal(record_place(record, NULL).line, 1);
	arena_clear(&arena);
}

static void members_know_their_paths(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, whole);
	const struct visit *visit = RECORD(record, struct visit);
	const struct visit_paper *paper = list_at(&visit->papers, struct visit_paper, 1);
	const struct event *event = list_at(&visit->common.events, struct event, 1);
	const struct {
		const void *member;
		const char *path;
	} cases[] = {
		{ &visit->title, "title" },
		{ &visit->hidden.phone.home, "hidden.phone.home" },
		{ &visit->items.items[1], "items[1]" },
		{ &paper->phone.home, "papers[1].phone.home" },
		{ &event->until, "events[1].until" },
		{ &event->recorded.proof, "events[1].recorded.proof" },
		{ &visit->common.note, "note" },
		{ "elsewhere", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_string_equal(record_field_path(&arena, record, cases[i].member),
				    cases[i].path);
	assert_string_equal(record_field(record, &paper->phone.home)->zh, "家庭电话");
	assert_null(record_field(record, "elsewhere"));
	arena_clear(&arena);
}

/* ---- typed input ---- */

struct assign_case {
	const char *label;
	const char *path;
	const char *value;
	const char *yaml; /* of the whole record afterwards; NULL: refused */
};

static struct assign_case assign_cases[] = {
	{ "a text with blanks around it", "title", "  来访　", "title: 来访\n" },
	{ "a label for the field", "标题", "来访", "title: 来访\n" },
	{ "a number stays text", "标题", "2018", "title: \"2018\"\n" },
	{ "a label for the value", "颜色", "红色", "colour: red\n" },
	{ "an alias for the value", "颜色", "朱", "colour: red\n" },
	{ "a date as it is written", "来访日期", "2018年7月4日", "day: 2018-07-04\n" },
	{ "a day said from today", "day", "昨天", "day: 2024-02-29\n" },
	{ "full-width digits", "count", "１２", "count: 12\n" },
	{ "a list between semicolons", "words", "甲；乙; 丙", "words: [甲, 乙, 丙]\n" },
	{ "a list with holes", "words", "甲；；乙；", "words: [甲, 乙]\n" },
	{ "a list as YAML", "words", "[甲, \"乙;丙\"]", "words: [甲, 乙;丙]\n" },
	{ "a list of values by label", "可选颜色", "红色；是",
	  "colours: [red, \"yes\"]\n" },
	{ "a list of short entries", "程序", "登记；答复", "steps: [登记, 答复]\n" },
	{ "entries as YAML", "papers", "[{文件: a.pdf, 颜色: 是}]",
	  "papers:\n- {file: a.pdf, colour: \"yes\"}\n" },
	{ "a field in a group", "place.phone.number", "0953",
	  "place:\n  phone: {number: \"0953\"}\n" },
	{ "a label inside groups", "家庭电话", "0953",
	  "place:\n  phone: {home: \"0953\"}\n" },
	{ "a group in short", "职责", "接待", "duty: 接待\n" },
	{ "a name for a reference", "责任科室", "民政办", "unit: 民政办\n" },
	{ "a key of one's own", "x-local", "甲", "x-local: 甲\n" },
	{ "nothing takes the value away", "note", "", "" },
	{ "a common field", "备注", "急", "note: 急\n" },
	{ "a field that is none", "titel", "甲", NULL },
	{ "a value that is none", "colour", "blue", NULL },
	{ "a day that is none", "day", "某日", NULL },
	{ "events", "events", "[{act: publish}]", NULL },
	{ "an entry of a list", "papers[0].title", "甲", NULL },
};

static void assign(void **state)
{
	const struct assign_case *c = *state;
	const struct read_options options = { .flags = READ_LABELS,
					      .today = { 2024, 3, 1 } };
	struct arena arena = ARENA_INIT;
	struct record *record = record_new(&arena, &visit_kind);
	auto_buf yaml = BUF_INIT;
	bool done = record_assign(&arena, record, c->path, c->value, &options);

	record_write(record, &yaml);
	assert_int_equal(done, c->yaml != NULL);
	assert_int_equal(record->problem_count, c->yaml ? 0 : 1);
	assert_string_equal(yaml.s, c->yaml ? c->yaml : "");
	arena_clear(&arena);
}

static void a_refused_value_leaves_the_old_one(void **state)
{
	const struct read_options options = { 0 };
	struct arena arena = ARENA_INIT;
	struct record *record = visit_of(&arena, "id: v2024-00001\ncolour: red\n");

	(void)state;
	assert_false(record_assign(&arena, record, "colour", "blue", &options));
	assert_int_equal(RECORD(record, struct visit)->colour, 1);
	assert_string_equal(record->problems[0].args[0], "colour");
	arena_clear(&arena);
}

static void labels_and_typed_values_are_read_from_a_form(void **state)
{
	static const char form[] =
		"标题: 2018\n来访日期: 2018.7.4\n家庭电话: 0953\n"
		"对应事项: 低保；救助\n额外: 甲\n地点: {地点名称: 大厅}\n"
		"底稿: null\n";
	const struct read_options options = { .flags = READ_LABELS };
	struct arena arena = ARENA_INIT;
	struct yaml_tree tree;
	const struct record *record;
	const struct visit *visit;

	(void)state;
	yaml_parse(&arena, form, strlen(form), &tree);
	record = record_from_node(&arena, &visit_kind, "", tree.root, &options);
	visit = RECORD(record, struct visit);
	/* The unknown key, and two names where ids are meant. */
	assert_int_equal(record->problem_count, 3);
	assert_string_equal(visit->title, "2018");
	assert_int_equal(visit->day.month, 7);
	assert_string_equal(visit->place.phone.home, "0953");
	assert_string_equal(visit->place.name, "大厅");
	assert_int_equal(visit->items.count, 2);
	assert_null(visit->draft);
	arena_clear(&arena);
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
	struct CMUnitTest tests[128] = {
		cmocka_unit_test(a_record_that_its_path_names_needs_no_id),
		cmocka_unit_test(texts_and_scalars_are_read),
		cmocka_unit_test(lists_and_groups_are_read),
		cmocka_unit_test(events_and_own_keys_are_read),
		cmocka_unit_test(the_text_of_a_fault_is_kept),
		cmocka_unit_test(all_faults_of_a_file_are_told_at_once),
		cmocka_unit_test(a_file_that_is_no_mapping_is_one_fault),
		cmocka_unit_test(an_empty_file_is_a_fault_of_yaml),
		cmocka_unit_test(members_know_where_they_stand),
		cmocka_unit_test(what_is_absent_stands_where_its_parent_does),
		cmocka_unit_test(members_know_their_paths),
		cmocka_unit_test(a_refused_value_leaves_the_old_one),
		cmocka_unit_test(labels_and_typed_values_are_read_from_a_form),
	};
	size_t count = 13;

	ROWS(fault_cases, tell_fault);
	ROWS(id_cases, check_id);
	ROWS(assign_cases, assign);
	return _cmocka_run_group_tests("read", tests, count, NULL, NULL);
}
