#include "unit/unit.h"

#include "unit/random_record.h"
#include "unit/visit.h"

static const struct event published = { .date = { 2024, 3, 2 },
					.act = ACT_PUBLISH,
					.channel = "website",
					.url = "https://a.gov.cn/1?b=2,3" };
#define PUBLISHED                                                  \
	"{date: 2024-03-02, act: publish, channel: website, url: " \
	"\"https://a.gov.cn/1?b=2,3\"}"

/* ---- appending ---- */

struct append_case {
	const char *label;
	const char *before;
	const char *after; /* NULL: refused */
};

static struct append_case append_cases[] = {
	{ "the first event of a record", "id: v2024-00001 # 编号\ntitle: 甲\n",
	  "id: v2024-00001 # 编号\ntitle: 甲\nevents:\n- " PUBLISHED "\n" },
	{ "an event behind others",
	  "id: v2024-00001\nevents:\n- {date: 2024-01-01, act: withdraw} # 撤\n# 完\n",
	  "id: v2024-00001\nevents:\n- {date: 2024-01-01, act: withdraw} # "
	  "撤\n- " PUBLISHED "\n# 完\n" },
	{ "an event in a flow list",
	  "id: v2024-00001\nevents: [{date: 2024-01-01, act: withdraw}]\nnote: 急\n",
	  "id: v2024-00001\nevents: [{date: 2024-01-01, act: withdraw}, " PUBLISHED
	  "]\nnote: 急\n" },
	{ "an event in an empty list", "id: v2024-00001\nevents:\nnote: 急\n",
	  "id: v2024-00001\nevents:\n- " PUBLISHED "\nnote: 急\n" },
	{ "a file without a last line end", "id: v2024-00001\ntitle: 甲",
	  "id: v2024-00001\ntitle: 甲\nevents:\n- " PUBLISHED "\n" },
	{ "a file with an unknown key", "id: v2024-00001\ntitel: 甲\n",
	  "id: v2024-00001\ntitel: 甲\nevents:\n- " PUBLISHED "\n" },
	{ "a file that is not readable", "id: [v2024-00001\n", NULL },
	{ "a file whose events are a text", "id: v2024-00001\nevents: 无\n", NULL },
	{ "a file with a key twice", "id: v2024-00001\nnote: 甲\nnote: 乙\n", NULL },
};

static void append(void **state)
{
	const struct append_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	auto_buf after = BUF_INIT;
	const struct record *record = visit_of(&arena, c->before);

	assert_int_equal(record_append_event(record, &published, &after, &err),
			 c->after ? 0 : -1);
	assert_string_equal(after.s, c->after ? c->after : "");
	assert_int_equal(err.code, c->after ? ERR_NONE : ERR_SYNTAX);
	arena_clear(&arena);
}

/* ---- changing ---- */

struct change_case {
	const char *label;
	const char *before; /* behind the id */
	const char *set;    /* as YAML of a record: what it says is set */
	const char *paths[3];
	const char *after;
};

static struct change_case change_cases[] = {
	{ "a value",
	  "title: 甲 # 暂名\nnote: 急\n",
	  "title: 乙\n",
	  { "title" },
	  "title: 乙 # 暂名\nnote: 急\n" },
	{ "a value that is new",
	  "title: 甲\n",
	  "day: 2024-01-02\n",
	  { "day" },
	  "title: 甲\nday: 2024-01-02\n" },
	{ "a value taken away",
	  "title: 甲\nday: 2024-01-02 # 日\nnote: 急\n",
	  "",
	  { "day" },
	  "title: 甲\nnote: 急\n" },
	{ "a value that was not there, taken away",
	  "title: 甲\n",
	  "",
	  { "day" },
	  "title: 甲\n" },
	{ "a value in a group",
	  "place: { name: 大厅, secret: 无 }\n",
	  "place: {name: 大院}\n",
	  { "place.name" },
	  "place: { name: 大院, secret: 无 }\n" },
	{ "a value in a group that is new",
	  "title: 甲\n",
	  "place: {phone: {number: '1'}}\n",
	  { "place.phone.number" },
	  "title: 甲\nplace:\n  phone:\n    number: \"1\"\n" },
	{ "a value beside one said in short",
	  "duty: 接待 # 责\n",
	  "duty: {days: 3}\n",
	  { "duty.days" },
	  "duty: {text: 接待, days: 3} # 责\n" },
	{ "a list",
	  "words:\n- 甲 # 一\n- 乙\nnote: 急\n",
	  "words: [丙]\n",
	  { "words" },
	  "words: [丙]\nnote: 急\n" },
	{ "lines",
	  "body: 甲\nnote: 急\n",
	  "body: \"一\\n\\n二\\n\"\n",
	  { "body" },
	  "body: |\n  一\n\n  二\nnote: 急\n" },
	{ "more than one value",
	  "title: 甲\nday: 2024-01-02\nnote: 急\n",
	  "title: 乙\ncolour: red\n",
	  { "title", "day", "colour" },
	  "title: 乙\nnote: 急\ncolour: red\n" },
};

static void change(void **state)
{
	static const char id[] = "id: v2024-00001\n";
	const struct change_case *c = *state;
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	auto_buf before = BUF_INIT;
	auto_buf set = BUF_INIT;
	auto_buf after = BUF_INIT;
	size_t count = 0;

	buf_addf(&before, "%s%s", id, c->before);
	buf_addf(&set, "%s%s", id, c->set);
	while (count < ARRAY_LEN(c->paths) && c->paths[count])
		count++;
	if (record_change(visit_of(&arena, before.s), visit_of(&arena, set.s), c->paths,
			  count, &after, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(after.s + strlen(id), c->after);
	arena_clear(&arena);
}

static void what_is_no_field_of_the_record_cannot_be_set(void **state)
{
	static const char *const paths[] = { "titel", "标题", "papers[0].title",
					     "events" };
	struct arena arena = ARENA_INIT;
	const struct record *record = visit_of(&arena, "id: v2024-00001\n");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
		struct error err = { 0 };
		auto_buf after = BUF_INIT;

		assert_int_equal(
			record_change(record, record, &paths[i], 1, &after, &err), -1);
		assert_int_equal(after.len, 0);
		assert_true(err.text[0] != '\0');
	}
	arena_clear(&arena);
}

/* ---- any field, any text ---- */

static const char commented[] = "# 来访登记\n\nid:   v2024-00001   # 编号\n"
				"title: '甲' # 标题\n# 之前\nbody: |+\n  正文\n\n"
				"place: # 地点\n    name: \"大厅\" # 名\n    # 内\n"
				"    phone: {number: \"1\" , home: '2'} # 电\n"
				"words: [ 甲, 乙 ] # 词\n"
				"steps: # 程序\n  - 登记 # 一\n  - {text: 答复} # 二\n"
				"events:\n  - {date: 2024-01-01, act: clear} # 审\n"
				"# 尾\n";

static bool has_all_comments(const char *bytes)
{
	static const char *const comments[] = { "# 来访登记\n", "# 编号\n", "# 之前\n",
						"# 审\n", "# 尾\n" };

	for (size_t i = 0; i < ARRAY_LEN(comments); i++)
		if (!strstr(bytes, comments[i]))
			return false;
	return true;
}

/* record_change() itself holds the result to what was meant; here it must also succeed. */
static void any_text_can_be_put_into_any_field(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 60; seed++) {
		struct arena arena = ARENA_INIT;
		struct filler filler = { .arena = &arena,
					 .kind = &visit_kind,
					 .seed = seed };
		struct error err = { 0 };
		auto_buf path = BUF_INIT;
		auto_buf after = BUF_INIT;
		const struct record *record = visit_of(&arena, commented);
		const struct record *other = random_record(&filler, &path);
		const char *key =
			visit_rows[filler_below(&filler, ARRAY_LEN(visit_rows))].key;

		assert_int_equal(record->problem_count, 0);
		if (record_change(record, other, &key, 1, &after, &err) < 0)
			fail_msg("%s: %s", key, err.text);
		assert_true(has_all_comments(after.s));
		arena_clear(&arena);
	}
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
	struct CMUnitTest tests[40] = {
		cmocka_unit_test(what_is_no_field_of_the_record_cannot_be_set),
		cmocka_unit_test(any_text_can_be_put_into_any_field),
	};
	size_t count = 2;

	ROWS(append_cases, append);
	ROWS(change_cases, change);
	return _cmocka_run_group_tests("edit", tests, count, NULL, NULL);
}
