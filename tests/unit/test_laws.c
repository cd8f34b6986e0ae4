#include "unit/law.h"

#include <string.h>

#include "format/json_read.h"
#include "law/citation.h"

/* schemas/data/laws.json, which rules about bases read. */
static const struct yaml_node *read_laws(struct law_state *law, struct buf *bytes)
{
	struct error err = { .code = ERR_NONE };
	struct yaml_node *root = NULL;
	const struct yaml_node *laws;

	if (file_read(GK_SOURCE_DIR "/schemas/data/laws.json", 1 << 20, bytes, &err) ||
	    json_parse(&law->arena, bytes->s, bytes->len, &root, &err))
		fail_msg("%s", err.text);
	laws = yaml_get(root, "laws");
	assert_non_null(laws);
	assert_int_equal(laws->type, YAML_SEQUENCE);
	assert_true(laws->count > 0);
	return laws;
}

static const char *text_of(const struct yaml_node *entry, const char *key)
{
	const struct yaml_node *node = yaml_get(entry, key);

	return node ? node->value : NULL;
}

static bool is_decree(const char *number)
{
	return strstr(number, "令第") != NULL;
}

static void every_law_has_a_title_or_a_number(void **state)
{
	auto_buf bytes = BUF_INIT;
	const struct yaml_node *laws = read_laws(*state, &bytes);

	for (size_t i = 0; i < laws->count; i++)
		assert_true(text_of(laws->items[i], "title") ||
			    text_of(laws->items[i], "number"));
}

static void every_number_is_written_by_the_standard(void **state)
{
	struct law_state *law = *state;
	auto_buf bytes = BUF_INIT;
	const struct yaml_node *laws = read_laws(law, &bytes);

	for (size_t i = 0; i < laws->count; i++) {
		const char *number = text_of(laws->items[i], "number");
		struct docnumber read;

		if (!number || is_decree(number))
			continue;
		if (!docnumber_parse(&law->arena, number, &read) || !read.canonical)
			fail_msg("%s", number);
	}
}

static void every_day_is_one_and_in_order(void **state)
{
	auto_buf bytes = BUF_INIT;
	const struct yaml_node *laws = read_laws(*state, &bytes);

	for (size_t i = 0; i < laws->count; i++) {
		const char *issued = text_of(laws->items[i], "issued");
		const char *in_force = text_of(laws->items[i], "in-force");

		if (issued)
			(void)law_day(issued);
		if (in_force)
			(void)law_day(in_force);
		if (issued && in_force)
			assert_true(strcmp(issued, in_force) <= 0);
	}
}

static void what_replaces_is_known_too(void **state)
{
	auto_buf bytes = BUF_INIT;
	const struct yaml_node *laws = read_laws(*state, &bytes);

	for (size_t i = 0; i < laws->count; i++) {
		const char *by = text_of(laws->items[i], "replaced-by");
		bool known = false;

		for (size_t j = 0; by && j < laws->count && !known; j++) {
			const char *number = text_of(laws->items[j], "number");
			const char *title = text_of(laws->items[j], "title");

			known = (number && !strcmp(number, by)) ||
				(title && !strcmp(title, by));
		}
		assert_true(!by || known);
	}
}

static void the_regulation_has_its_facts(void **state)
{
	auto_buf bytes = BUF_INIT;
	const struct yaml_node *laws = read_laws(*state, &bytes);
	const struct yaml_node *regulation = laws->items[0];

	assert_string_equal(text_of(regulation, "title"),
			    "中华人民共和国政府信息公开条例");
	assert_string_equal(text_of(regulation, "number"), "国务院令第711号");
	assert_string_equal(text_of(regulation, "in-force"), "2019-05-15");
	assert_string_equal(text_of(regulation, "articles"), "56");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		LAW_TEST(every_law_has_a_title_or_a_number),
		LAW_TEST(every_number_is_written_by_the_standard),
		LAW_TEST(every_day_is_one_and_in_order),
		LAW_TEST(what_replaces_is_known_too),
		LAW_TEST(the_regulation_has_its_facts),
	};

	return cmocka_run_group_tests_name("laws", tests, NULL, NULL);
}
