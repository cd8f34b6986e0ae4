#include "unit/rule_fixture.h"

#define DAY "2018-06-29"

struct rule_case {
	char label[96];
	const char *slug;
	bool bad;
};

/* What is found, and what its comments expect, once the scratch catalogue is gone. */
static void check_fixture(struct scratch *s, const struct rule_case *one,
			  struct buf *found, struct buf *wanted)
{
	const char *dir = arena_printf(&s->arena, FIXTURES "%s", one->slug);
	const char *tree = arena_printf(&s->arena, "%s/tree", dir);
	const char *file =
		arena_printf(&s->arena, "%s/%s.yaml", dir, one->bad ? "bad" : "good");
	auto_buf bytes = BUF_INIT;
	const char *path;
	const char *today;

	if (file_read(file, SOURCE_MAX_FILE, &bytes, &s->err) < 0)
		fail_msg("%s", s->err.text);
	path = fixture_said(&s->arena, bytes.s, "path", NULL);
	if (!path)
		fail_msg("%s does not say its path", file);
	today = fixture_said(&s->arena, bytes.s, "today", NULL);
	s->uninspected = fixture_said(&s->arena, bytes.s, "inspector", NULL) != NULL;
	buf_adds(wanted, fixture_expects(&s->arena, bytes.s, path));
	if (file_is_dir(tree))
		scratch_copy(s, tree, "");
	fixture_put(s, path, &bytes);
	scratch_check(s, today ? today : DAY, NULL);
	buf_adds(found, scratch_lines(s));
}

static void the_fixture_is_found_or_silent(void **state)
{
	const struct rule_case *one = *state;
	auto_buf found = BUF_INIT;
	auto_buf wanted = BUF_INIT;
	struct scratch s;

	scratch_init(&s);
	check_fixture(&s, one, &found, &wanted);
	scratch_release(&s);
	assert_string_equal(found.s, wanted.s);
	if (one->bad)
		assert_non_null(strstr(wanted.s, one->slug));
	else
		assert_string_equal(wanted.s, "");
}

int main(void)
{
	static struct rule_case cases[2 * RULE_COUNT];
	static struct CMUnitTest tests[2 * RULE_COUNT];
	size_t count = 0;

	for (enum rule_id id = 0; id < RULE_COUNT; id++) {
		/* What only the gate of publishing or a step between commits shows has its own tests. */
		if (rules[id].flags & (RULE_GATE | RULE_STEP))
			continue;
		for (int bad = 0; bad < 2; bad++) {
			struct rule_case *one = &cases[count];

			(void)snprintf(one->label, sizeof(one->label), "%s: %s",
				       rules[id].slug, bad ? "bad" : "good");
			one->slug = rules[id].slug;
			one->bad = bad != 0;
			tests[count++] = UNIT_ROW(the_fixture_is_found_or_silent, one);
		}
	}
	return cmocka_run_group_tests_name("check_rules", tests, NULL, NULL);
}
