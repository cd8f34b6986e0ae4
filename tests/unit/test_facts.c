#include "unit/unit.h"

#include "record/facts.h"
#include "unit/visit.h"

static const char whole[] =
	"id: v2024-00001\n"
	"title: 低保公示\n"
	"body: 名单\n"
	"draft: 底稿\n"
	"day: 2024-01-02\n"
	"count: 0\n"
	"score: 3\n"
	"colour: red\n"
	"unit: mz\n"
	"issuer: 中卫市人民政府\n"
	"words: [救助]\n"
	"items: [mz-0001, mz-0002]\n"
	"tags: [business]\n"
	"events:\n"
	"- {date: 2024-01-03, act: publish, channel: website}\n"
	"- {date: 2024-01-04, act: publish, channel: village-board}\n";

static void facts_are_in_the_order_of_the_table(void **state)
{
	static const struct {
		const char *field;
		const char *value;
		const char *ref;
		uint32_t line;
	} expected[] = {
		{ "title", "低保公示", NULL, 2 },
		{ "day", "2024-01-02", NULL, 5 },
		{ "count", "0", NULL, 6 },
		{ "colour", "red", NULL, 8 },
		{ "unit", "mz", "unit", 9 },
		{ "issuer", "中卫市人民政府", NULL, 10 },
		{ "words", "救助", NULL, 11 },
		{ "items", "mz-0001", "item", 12 },
		{ "items", "mz-0002", "item", 12 },
		{ "tags", "business", "category", 13 },
		{ "events.channel", "website", "channel", 15 },
		{ "events.channel", "village-board", "channel", 16 },
	};
	struct arena arena = ARENA_INIT;
	struct facts facts = record_facts(&arena, visit_of(&arena, whole));

	(void)state;
	assert_int_equal(facts.count, ARRAY_LEN(expected));
	for (size_t i = 0; i < facts.count; i++) {
		const struct fact *fact = &facts.items[i];

		assert_string_equal(fact->field, expected[i].field);
		assert_string_equal(fact->value, expected[i].value);
		if (expected[i].ref)
			assert_string_equal(fact->ref, expected[i].ref);
		else
			assert_null(fact->ref);
		assert_int_equal(fact->place.line, expected[i].line);
	}
	arena_clear(&arena);
}

static void a_record_says_what_it_is(void **state)
{
	struct arena arena = ARENA_INIT;
	struct facts facts = record_facts(&arena, visit_of(&arena, whole));

	(void)state;
	assert_string_equal(facts.id, "v2024-00001");
	assert_string_equal(facts.kind, "visit");
	assert_string_equal(facts.title, "低保公示");
	assert_string_equal(facts.state, "published");
	arena_clear(&arena);
}

static void terms_come_from_searched_fields_alone(void **state)
{
	struct arena arena = ARENA_INIT;
	const char *terms = record_terms(&arena, visit_of(&arena, whole));

	(void)state;
	assert_non_null(strstr(terms, "低保"));
	assert_non_null(strstr(terms, "名单"));
	assert_non_null(strstr(terms, "救助"));
	assert_null(strstr(terms, "底稿"));
	/* The end of one field and the beginning of the next are no word. */
	assert_null(strstr(terms, "示名"));
	arena_clear(&arena);
}

static void an_open_reference_that_is_an_id_is_one(void **state)
{
	struct arena arena = ARENA_INIT;
	struct facts facts =
		record_facts(&arena, visit_of(&arena, "id: v2024-00001\nissuer: zf\n"));

	(void)state;
	assert_int_equal(facts.count, 1);
	assert_string_equal(facts.items[0].ref, "unit");
	arena_clear(&arena);
}

static void an_empty_record_has_no_facts(void **state)
{
	struct kind eventless = visit_kind;
	struct arena arena = ARENA_INIT;
	struct facts facts;

	(void)state;
	eventless.acts = NULL;
	facts = record_facts(&arena, record_new(&arena, &eventless));
	assert_int_equal(facts.count, 0);
	assert_string_equal(facts.id, "");
	assert_string_equal(facts.title, "");
	assert_string_equal(facts.state, "");
	assert_string_equal(record_terms(&arena, record_new(&arena, &eventless)), "");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_are_in_the_order_of_the_table),
		cmocka_unit_test(a_record_says_what_it_is),
		cmocka_unit_test(terms_come_from_searched_fields_alone),
		cmocka_unit_test(an_open_reference_that_is_an_id_is_one),
		cmocka_unit_test(an_empty_record_has_no_facts),
	};

	return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
