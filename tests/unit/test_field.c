#include "unit/unit.h"

#include "record/kind.h"
#include "record/path.h"
#include "unit/visit.h"

/* ---- fields ---- */

struct find_case {
	const char *label;
	const char *text;
	bool labels;
	const char *key; /* NULL: not found */
};

static struct find_case find_cases[] = {
	{ "a key is found", "title", false, "title" },
	{ "a label is not found in files", "正文", false, NULL },
	{ "a label is found where labels are read", "正文", true, "body" },
	{ "the label before the brackets is enough", "标题", true, "title" },
	{ "the label inside the brackets is enough", "来访事由", true, "title" },
	{ "a piece of a label is not", "标", true, NULL },
	{ "a label with half a bracket is not", "标题（", true, NULL },
	{ "the empty text is no field", "", true, NULL },
};

static void find_field(void **state)
{
	const struct find_case *c = *state;
	const struct field *field = fields_find(&visit_kind.fields, c->text, c->labels);

	if (c->key)
		assert_string_equal(field->key, c->key);
	else
		assert_null(field);
}

struct near_case {
	const char *label;
	const char *text;
	const char *key;
	bool group;
};

static struct near_case near_cases[] = {
	{ "swapped letters are near", "tilte", "title", false },
	{ "a missing letter is near", "titl", "title", false },
	{ "a plural is near", "amounts", "amount", false },
	{ "a label is as near as can be", "正文", "body", false },
	{ "a wrong character of a label is near", "来访曰期", "day", false },
	{ "something else is not near", "budget", NULL, false },
	{ "a word of a group's label is near to members", "内部", "hidden", true },
	{ "and to nothing where a text stands", "内部", NULL, false },
	{ "a label comes before words of others", "地点", "place", true },
	{ "one letter is near to nothing", "x", NULL, false },
	{ "the empty key is near to nothing", "", NULL, false },
	{ "a very long key is near to nothing",
	  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL,
	  false },
};

static void nearest_field(void **state)
{
	const struct near_case *c = *state;
	const struct field *field = fields_nearest(&visit_kind.fields, c->text, c->group);

	if (c->key)
		assert_string_equal(field->key, c->key);
	else
		assert_null(field);
}

/* ---- choices ---- */

struct choice_case {
	const char *label;
	const char *text;
	bool labels;
	int value;
};

static struct choice_case choice_cases[] = {
	{ "a code is found", "red", false, 1 },
	{ "a label is not found in files", "十五", false, 0 },
	{ "a label is found where labels are read", "十五", true, 2 },
	{ "a label without its brackets is found", "红色", true, 1 },
	{ "an alias is found", "朱", true, 1 },
	{ "the first alias is found", "赤", true, 1 },
	{ "two aliases at once are not", "赤|朱", true, 0 },
	{ "the English label is found", "fifteen", true, 2 },
	{ "another text is not found", "blue", true, 0 },
	{ "the empty text is not found", "", true, 0 },
};

static void find_choice(void **state)
{
	const struct choice_case *c = *state;

	assert_int_equal(choice_find(&colours, c->text, c->labels), c->value);
}

static void values_outside_the_rows_have_no_code(void **state)
{
	(void)state;
	assert_null(choice_code(&colours, 0));
	assert_null(choice_code(&colours, -1));
	assert_null(choice_code(&colours, 4));
	assert_string_equal(choice_code(&colours, 3), "yes");
}

/* ---- members ---- */

static void a_member_is_set_when_it_holds_something(void **state)
{
	struct visit visit = { .count = { .set = true, .n = 0 } };
	const struct fields *fields = &visit_kind.fields;

	(void)state;
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		assert_int_equal(field_is_set(field, &visit),
				 strcmp(field->key, "count") == 0);
	}
}

static void a_group_is_set_when_something_deep_inside_is(void **state)
{
	struct visit visit = { 0 };

	(void)state;
	visit.place.phone.home = "0953";
	assert_true(
		field_is_set(fields_find(&visit_kind.fields, "place", false), &visit));
	assert_false(
		field_is_set(fields_find(&visit_kind.fields, "hidden", false), &visit));
}

/* ---- paths ---- */

struct path_case {
	const char *label;
	const char *path;
	bool labels;
	const char *found; /* NULL: not found */
};

static struct path_case path_cases[] = {
	{ "a field of the kind", "title", false, "title" },
	{ "a common field", "entered-by", false, "entered-by" },
	{ "a field in groups", "place.phone.home", false, "place.phone.home" },
	{ "a field of a list's entries", "papers[2].title", false, "papers.title" },
	{ "a field of one act", "events.verdict", false, "events.verdict" },
	{ "a common label", "备注", true, "note" },
	{ "labels on the way", "地点.电话.家庭电话", true, "place.phone.home" },
	{ "a label inside groups alone", "家庭电话", true, "place.phone.home" },
	{ "a key inside groups is not enough", "home", true, NULL },
	{ "no label in files", "家庭电话", false, NULL },
	{ "nothing behind a dot", "place.", false, NULL },
	{ "nothing before a dot", ".title", false, NULL },
	{ "a field below a scalar", "title.x", false, NULL },
	{ "the empty path", "", true, NULL },
};

static void find_path(void **state)
{
	const struct path_case *c = *state;
	struct field_path path;
	auto_buf text = BUF_INIT;

	assert_int_equal(field_path_find(&visit_kind, c->path, c->labels, &path),
			 c->found != NULL);
	assert_int_equal(kind_field(&visit_kind, c->path, c->labels) != NULL,
			 c->found != NULL);
	if (!c->found)
		return;
	field_path_text(&path, &text);
	assert_string_equal(text.s, c->found);
}

/* ---- tables ---- */

static void each_act_begins_with_date_and_act(void **state)
{
	size_t count;
	const struct act_row *rows = acts(&count);

	(void)state;
	assert_int_equal(count, ACT_END - 1);
	for (size_t i = 0; i < count; i++) {
		assert_ptr_equal(act_row(rows[i].act), &rows[i]);
		assert_ptr_equal(act_find(rows[i].code, false), &rows[i]);
		assert_ptr_equal(act_find(rows[i].zh, true), &rows[i]);
		assert_string_equal(rows[i].fields->items[0].key, "date");
		assert_string_equal(rows[i].fields->items[1].key, "act");
	}
	assert_null(act_row(ACT_NONE));
	assert_null(act_find("dance", true));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void check_table(const struct fields *fields, size_t depth)
{
	assert_in_range(depth, 0, FIELD_DEPTH_MAX - 1);
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		bool choice = field->type == FIELD_CHOICE || field->type == FIELD_CHOICES;
		bool nested = field->type == FIELD_GROUP || field->type == FIELD_LIST;

		assert_non_null(field->en);
		assert_true(field->zh[0] != '\0');
		assert_int_equal(field->choices != NULL, choice);
		assert_int_equal(field->sub != NULL, nested);
		assert_true(field->offset + field_size(field) <= fields->size);
		assert_ptr_equal(fields_find(fields, field->key, true), field);
		if (field->ref)
			assert_non_null(kind_find(field->ref));
		if (nested)
			check_table(field->sub, depth + 1);
	}
	for (size_t i = 0; fields->variants && i < fields->variants->count; i++)
		check_table(&fields->variants->items[i], depth);
}

static void the_tables_of_all_kinds_are_sound(void **state)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	check_table(&common_fields, 0);
	check_table(&visit_kind.fields, 0);
	for (size_t i = 0; i < count; i++) {
		check_table(&all[i]->fields, 0);
		assert_ptr_equal(kind_find(all[i]->name), all[i]);
		assert_ptr_equal(kind_find(all[i]->zh), all[i]);
	}
	assert_null(kind_find("visit"));
}

static void no_key_of_a_kind_is_a_common_one(void **state)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < common_fields.count; n++)
			assert_null(fields_find(&all[i]->fields,
						common_fields.items[n].key, false));
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
		cmocka_unit_test(values_outside_the_rows_have_no_code),
		cmocka_unit_test(a_member_is_set_when_it_holds_something),
		cmocka_unit_test(a_group_is_set_when_something_deep_inside_is),
		cmocka_unit_test(each_act_begins_with_date_and_act),
		cmocka_unit_test(the_tables_of_all_kinds_are_sound),
		cmocka_unit_test(no_key_of_a_kind_is_a_common_one),
	};
	size_t count = 6;

	ROWS(find_cases, find_field);
	ROWS(near_cases, nearest_field);
	ROWS(choice_cases, find_choice);
	ROWS(path_cases, find_path);
	return _cmocka_run_group_tests("field", tests, count, NULL, NULL);
}
