#include "unit/unit.h"

#include "unit/random_record.h"
#include "unit/visit.h"

/* ---- canonical form ---- */

struct form_case {
	const char *label;
	const char *yaml; /* behind the id */
	const char *written;
};

static struct form_case form_cases[] = {
	{ "keys stand in the order of the table",
	  "note: 急\nday: 2024-01-02\ntitle: 甲\n",
	  "title: 甲\nday: 2024-01-02\nnote: 急\n" },
	{ "what is empty is left out", "title:\nwords: []\nplace: {name: }\nnote: \"\"\n",
	  "" },
	{ "a text that looks like a number is quoted", "title: '2018'\ncount: 2018\n",
	  "title: \"2018\"\ncount: 2018\n" },
	{ "lines stand in a literal block", "body: \"第一行\\n第二行\\n\"\n",
	  "body: |\n  第一行\n  第二行\n" },
	{ "a last line without its end keeps that", "body: \"甲\\n乙\"\n",
	  "body: |-\n  甲\n  乙\n" },
	{ "a list of one stays a list", "words: 甲\n", "words: [甲]\n" },
	{ "a long list stands as a block",
	  "words: [一二三四五六七八九十一二三四五六七八九十, "
	  "一二三四五六七八九十一二三四五六七八九十, 甲]\n",
	  "words:\n- 一二三四五六七八九十一二三四五六七八九十\n"
	  "- 一二三四五六七八九十一二三四五六七八九十\n- 甲\n" },
	{ "a group of scalars stands on one line", "place:\n  name: 大厅\n  secret: 无\n",
	  "place: {name: 大厅, secret: 无}\n" },
	{ "a group with a group is a block",
	  "place: {name: 大厅, phone: {number: '1'}}\n",
	  "place:\n  name: 大厅\n  phone: {number: \"1\"}\n" },
	{ "a group with lines is a block",
	  "place: {name: 大厅, secret: \"甲\\n乙\\n\"}\n",
	  "place:\n  name: 大厅\n  secret: |\n    甲\n    乙\n" },
	{ "a group that can be said in short is", "duty: {text: 接待}\n",
	  "duty: 接待\n" },
	{ "a group with more cannot be said in short", "duty: {text: 接待, days: 3}\n",
	  "duty: {text: 接待, days: 3}\n" },
	{ "a number alone is not said in short", "duty: {days: 3}\n",
	  "duty: {days: 3}\n" },
	{ "short entries stand on one line", "steps:\n- 登记\n- {text: 答复}\n",
	  "steps: [登记, 答复]\n" },
	{ "mixed entries stand on a line each", "steps: [登记, {text: 答复, days: 5}]\n",
	  "steps:\n- 登记\n- {text: 答复, days: 5}\n" },
	{ "an entry with a group is a block",
	  "papers: [{file: a, phone: {number: '1'}}, {file: b}]\n",
	  "papers:\n- file: a\n  phone: {number: \"1\"}\n- {file: b}\n" },
	{ "an entry that begins with lines is a block",
	  "papers: [{remark: \"甲\\n乙\\n\", file: a}]\n",
	  "papers:\n- file: a\n  remark: |\n    甲\n    乙\n" },
	{ "own keys keep what they hold", "x-b: {k: [1, '1', ]}\nx-a: 2018\ntitle: 甲\n",
	  "title: 甲\nx-b: {k: [1, \"1\"]}\nx-a: 2018\n" },
	{ "a stub is short", "voided: {reason: 重号, date: 2024-01-01, by: 张某}\n",
	  "voided: {date: 2024-01-01, by: 张某, reason: 重号}\n" },
	{ "an event is one line however long",
	  "events:\n- act: clear\n  date: 2024-03-01\n  by: 李某\n  step: final\n"
	  "  opinion: \"第一点：一二三四五六七八九十一二三四五六七八九十\\n第二点\"\n"
	  "  judged: [wording]\n  recorded: {by: 张某}\n",
	  "events:\n- {date: 2024-03-01, act: clear, step: final, judged: [wording], "
	  "opinion: "
	  "\"第一点：一二三四五六七八九十一二三四五六七八九十\\n第二点\", by: 李某, "
	  "recorded: {by: 张某}}\n" },
	{ "events stand last", "events: [{act: publish, date: 2024-01-01}]\nnote: 急\n",
	  "note: 急\nevents:\n- {date: 2024-01-01, act: publish}\n" },
};

static void write_form(void **state)
{
	static const char id[] = "id: v2024-00001\n";
	const struct form_case *c = *state;
	struct arena arena = ARENA_INIT;
	auto_buf yaml = BUF_INIT;
	auto_buf written = BUF_INIT;
	const struct record *record;

	buf_addf(&yaml, "%s%s", id, c->yaml);
	record = visit_of(&arena, yaml.s);
	assert_int_equal(record->problem_count, 0);
	record_write(record, &written);
	assert_memory_equal(written.s, id, strlen(id));
	assert_string_equal(written.s + strlen(id), c->written);
	arena_clear(&arena);
}

static void the_one_record_of_its_kind_has_no_id_in_the_file(void **state)
{
	struct kind single = visit_kind;
	struct arena arena = ARENA_INIT;
	auto_buf written = BUF_INIT;
	const struct record *record;

	(void)state;
	single.id_form = ID_SINGLE;
	single.dir = "visit.yaml";
	record = record_parse(&arena, &single, "visit.yaml", "title: 甲\n", 11);
	assert_string_equal(record->common->id, "visit");
	record_write(record, &written);
	assert_string_equal(written.s, "title: 甲\n");
	arena_clear(&arena);
}

static void json_says_all_that_is_set(void **state)
{
	struct arena arena = ARENA_INIT;
	auto_buf text = BUF_INIT;
	struct json json;
	const struct record *record = visit_of(
		&arena,
		"id: v2024-00001\ntitle: 甲\nday: 2024-01-02\ncount: 0\namount: "
		"\"1.50\"\n"
		"colour: red\nwords: 乙\nduty: 接待\nplace: {secret: 内}\n"
		"x-a: {b: [true, ~, 丙]}\nevents: [{act: publish, date: 2024-01-03}]\n");

	(void)state;
	json_init(&json, &text, JSON_COMPACT);
	record_json(record, &json);
	assert_string_equal(
		text.s,
		"{\"id\":\"v2024-00001\",\"title\":\"甲\",\"day\":\"2024-01-02\","
		"\"count\":0,"
		"\"amount\":\"1.50\",\"colour\":\"red\",\"words\":[\"乙\"],\"place\":{"
		"\"secret\":"
		"\"内\"},\"duty\":{\"text\":\"接待\"},\"x-a\":{\"b\":[true,null,\"丙\"]},"
		"\"events\":[{\"date\":\"2024-01-03\",\"act\":\"publish\"}]}");
	arena_clear(&arena);
}

/* ---- read(write(x)) = x ---- */

enum { ROUNDS = 150 };

static void round_trip(struct filler *filler)
{
	auto_buf path = BUF_INIT;
	auto_buf first = BUF_INIT;
	auto_buf second = BUF_INIT;
	const struct record *record = random_record(filler, &path);
	const struct record *again;

	record_write(record, &first);
	again = record_parse(filler->arena, filler->kind, path.s, first.s, first.len);
	if (again->problem_count > 0)
		print_message("%s: %s\n%s\n", again->problems[0].field,
			      again->problems[0].args[1], first.s);
	assert_int_equal(again->problem_count, 0);
	if (!record_equal(record, again))
		print_message("%s\n", first.s);
	assert_true(record_equal(record, again));
	record_write(again, &second);
	assert_string_equal(second.s, first.s);
}

static void what_is_written_reads_as_it_was(void **state)
{
	struct arena arena = ARENA_INIT;

	(void)state;
	for (uint32_t seed = 1; seed <= ROUNDS; seed++) {
		round_trip(&(struct filler){
			.arena = &arena, .kind = &visit_kind, .seed = seed });
		arena_clear(&arena);
	}
}

static void so_it_does_for_every_kind_of_the_catalogue(void **state)
{
	struct arena arena = ARENA_INIT;
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		for (uint32_t seed = 1; seed <= ROUNDS / 10; seed++) {
			round_trip(&(struct filler){
				.arena = &arena, .kind = all[i], .seed = seed });
			arena_clear(&arena);
		}
	}
}

static void equal_records_become_unequal_by_any_change(void **state)
{
	struct arena arena = ARENA_INIT;
	static const char base[] =
		"id: v2024-00001\ntitle: 甲\nsteps: [一]\nwords: [乙]\n"
		"x-a: 1\nevents: [{act: publish, date: 2024-01-01}]\n";
	static const char *const others[] = {
		"id: v2024-00001\ntitle: 乙\nsteps: [一]\nwords: [乙]\nx-a: 1\n"
		"events: [{act: publish, date: 2024-01-01}]\n",
		"id: v2024-00001\ntitle: 甲\nsteps: [二]\nwords: [乙]\nx-a: 1\n"
		"events: [{act: publish, date: 2024-01-01}]\n",
		"id: v2024-00001\ntitle: 甲\nsteps: [一]\nwords: [乙, 丙]\nx-a: 1\n"
		"events: [{act: publish, date: 2024-01-01}]\n",
		"id: v2024-00001\ntitle: 甲\nsteps: [一]\nwords: [乙]\nx-a: \"1\"\n"
		"events: [{act: publish, date: 2024-01-01}]\n",
		"id: v2024-00001\ntitle: 甲\nsteps: [一]\nwords: [乙]\nx-a: 1\n"
		"events: [{act: withdraw, date: 2024-01-01}]\n",
		"id: v2024-00001\ntitle: 甲\nsteps: [一]\nwords: [乙]\nx-a: 1\n",
	};
	const struct record *record = visit_of(&arena, base);

	(void)state;
	assert_true(record_equal(record, visit_of(&arena, base)));
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		assert_false(record_equal(record, visit_of(&arena, others[i])));
	arena_clear(&arena);
}

static void events_are_in_order_of_date_then_bytes(void **state)
{
	const struct event early = { .date = { 2024, 1, 1 }, .act = ACT_WITHDRAW };
	const struct event late = { .date = { 2024, 1, 2 }, .act = ACT_CLEAR };
	const struct event same = { .date = { 2024, 1, 1 }, .act = ACT_CLEAR };

	(void)state;
	assert_true(event_compare(&early, &late) < 0);
	assert_true(event_compare(&late, &early) > 0);
	assert_true(event_compare(&same, &early) < 0);
	assert_int_equal(event_compare(&early, &early), 0);
}

int main(void)
{
	struct CMUnitTest tests[40] = {
		cmocka_unit_test(the_one_record_of_its_kind_has_no_id_in_the_file),
		cmocka_unit_test(json_says_all_that_is_set),
		cmocka_unit_test(what_is_written_reads_as_it_was),
		cmocka_unit_test(so_it_does_for_every_kind_of_the_catalogue),
		cmocka_unit_test(equal_records_become_unequal_by_any_change),
		cmocka_unit_test(events_are_in_order_of_date_then_bytes),
	};
	size_t count = 6;

	for (size_t i = 0; i < ARRAY_LEN(form_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = form_cases[i].label,
						      .test_func = write_form,
						      .initial_state = &form_cases[i] };
	return _cmocka_run_group_tests("write", tests, count, NULL, NULL);
}
