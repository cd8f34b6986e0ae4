/* The field tables themselves: what every one of them must keep to. */
#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "law/ground.h"
#include "record/catalogue.h"
#include "record/category.h"
#include "record/channel.h"
#include "record/document.h"
#include "record/item.h"
#include "record/report.h"
#include "record/unit.h"

enum { PATH_ROOM = 200 };

struct visit {
	const char *path;
	const struct field *field;
	const struct field *parent;
};

typedef void (*visit_fn)(const struct visit *visit);
typedef void (*fields_fn)(const char *path, const struct fields *fields);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void walk(const char *path, const struct fields *fields,
		 const struct field *parent, visit_fn each_field, fields_fn each_table)
{
	if (each_table)
		each_table(path, fields);
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		struct visit visit = { .field = field, .parent = parent };
		char below[PATH_ROOM];

		assert_in_range(snprintf(below, sizeof(below), "%s.%s", path, field->key),
				1, PATH_ROOM - 1);
		visit.path = below;
		if (each_field)
			each_field(&visit);
		if (field->sub)
			walk(below, field->sub, field, each_field, each_table);
	}
}

static void walk_all(visit_fn each_field, fields_fn each_table)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	for (size_t i = 0; i < count; i++)
		walk(all[i]->name, &all[i]->fields, NULL, each_field, each_table);
}

/* What YAML 1.1 reads as a boolean or as nothing. */
static bool is_yaml_word(const char *text)
{
	static const char *const words[] = { "y",   "n",    "yes",   "no",   "on",
					     "off", "true", "false", "null", "~" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strcmp(words[i], text) == 0)
			return true;
	return false;
}

static void check_key(const struct visit *visit)
{
	const char *key = visit->field->key;

	if (key[0] < 'a' || key[0] > 'z' ||
	    strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(key))
		fail_msg("%s: the key is not [a-z][a-z0-9-]*", visit->path);
	if (is_yaml_word(key))
		fail_msg("%s: the key is a YAML word", visit->path);
}

static void keys_are_plain_words(void **state)
{
	(void)state;
	walk_all(check_key, NULL);
}

static bool is_blank(const char *text)
{
	return !text || text[0] == '\0';
}

static void check_labels(const struct visit *visit)
{
	const struct field *field = visit->field;

	if (is_blank(field->zh) || is_blank(field->en))
		fail_msg("%s: a label is missing", visit->path);
	if ((unsigned char)field->zh[0] < 0x80)
		fail_msg("%s: the Chinese label is none", visit->path);
	if (!field->hint_zh != !field->hint_en)
		fail_msg("%s: the hint is in one language only", visit->path);
}

static void every_field_is_labelled_in_both_languages(void **state)
{
	(void)state;
	walk_all(check_labels, NULL);
}

static void check_pair(const char *path, const struct field *a, const struct field *b)
{
	if (strcmp(a->key, b->key) == 0)
		fail_msg("%s: two fields have the key %s", path, a->key);
	if (strcmp(a->zh, b->zh) == 0)
		fail_msg("%s: %s and %s are both called %s", path, a->key, b->key, a->zh);
	if (strcmp(a->en, b->en) == 0)
		fail_msg("%s: %s and %s are both called %s", path, a->key, b->key, a->en);
}

static void check_table(const char *path, const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++) {
		for (size_t j = 0; j < i; j++) {
			check_pair(path, &fields->items[i], &fields->items[j]);
			if (fields->items[i].offset == fields->items[j].offset)
				fail_msg("%s: %s and %s are one member", path,
					 fields->items[i].key, fields->items[j].key);
		}
		assert_true(fields->items[i].offset < fields->size);
	}
}

static void names_and_members_are_unique_in_a_struct(void **state)
{
	(void)state;
	walk_all(NULL, check_table);
}

static void no_field_takes_a_name_of_the_common_ones(void **state)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < all[i]->fields.count; j++) {
			const struct field *field = &all[i]->fields.items[j];

			assert_true(field->offset >= sizeof(struct common));
			for (size_t k = 0; k < common_fields.count; k++)
				check_pair(all[i]->name, field, &common_fields.items[k]);
		}
}

static void check_shape(const struct visit *visit)
{
	const struct field *field = visit->field;
	bool choice = field->type == FIELD_CHOICE || field->type == FIELD_CHOICES;
	bool ref = field->type == FIELD_REF || field->type == FIELD_REFS;
	bool nested = field->type == FIELD_GROUP || field->type == FIELD_LIST;

	if (choice != (field->choices != NULL))
		fail_msg("%s: choices and type differ", visit->path);
	if (nested != (field->sub != NULL))
		fail_msg("%s: sub and type differ", visit->path);
	if (ref != (field->ref != NULL) || (ref && !kind_find(field->ref)))
		fail_msg("%s: refers to no kind", visit->path);
	if (ref && !(field->flags & FIELD_INDEXED))
		fail_msg("%s: a reference that the index does not know", visit->path);
	if (nested && (field->flags & (FIELD_INDEXED | FIELD_SEARCHED)))
		fail_msg("%s: the index takes leaves", visit->path);
}

static void types_come_with_what_they_need(void **state)
{
	(void)state;
	walk_all(check_shape, NULL);
}

static void check_need(const struct visit *visit)
{
	const struct field *field = visit->field;
	bool conditional = field->need == NEED_CONDITIONAL;

	if (conditional != (field->applies != NULL) ||
	    conditional != (field->when_zh != NULL) ||
	    conditional != (field->when_en != NULL))
		fail_msg("%s: a condition is a function and words in both languages",
			 visit->path);
}

static void conditions_are_code_and_words(void **state)
{
	(void)state;
	walk_all(check_need, NULL);
}

static void check_asked(const struct visit *visit)
{
	const struct field *field = visit->field;

	if ((field->flags & FIELD_ASKED) && visit->parent &&
	    !(visit->parent->flags & FIELD_ASKED))
		fail_msg("%s: nobody asks for what it lies in", visit->path);
	if ((field->flags & FIELD_ASKED) && field->need == NEED_DERIVED)
		fail_msg("%s: what is derived is not asked for", visit->path);
}

static void what_is_asked_can_be_reached_and_typed(void **state)
{
	(void)state;
	walk_all(check_asked, NULL);
}

/* yes, no and off are what the field reference gives; every other code is safe in any YAML. */
static bool is_allowed_word(const struct choices *choices, const char *code)
{
	return choices == &yes_no || choices == &category_requirements ||
	       (choices == &rule_levels && strcmp(code, "off") == 0);
}

static void check_choices(const struct visit *visit)
{
	const struct choices *choices = visit->field->choices;

	for (size_t i = 0; choices && i < choices->count; i++) {
		const struct choice *row = &choices->items[i];

		if (is_blank(row->code) || is_blank(row->zh) || is_blank(row->en))
			fail_msg("%s: row %zu is not whole", visit->path, i);
		if (is_yaml_word(row->code) && !is_allowed_word(choices, row->code))
			fail_msg("%s: %s is a YAML word", visit->path, row->code);
		assert_int_equal(choice_find(choices, row->code, false), i + 1);
		if (choice_find(choices, row->zh, true) != (int)i + 1)
			fail_msg("%s: %s is read as another value", visit->path, row->zh);
	}
}

static void codes_and_labels_of_choices_lead_back_to_their_row(void **state)
{
	(void)state;
	walk_all(check_choices, NULL);
}

static void every_kind_but_the_report_has_one_title(void **state)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		size_t titles = 0;

		for (size_t j = 0; j < all[i]->fields.count; j++)
			titles += (all[i]->fields.items[j].flags & FIELD_TITLE) != 0;
		assert_int_equal(titles, all[i] == &report_kind ? 0 : 1);
	}
}

static void constants_name_the_rows_of_their_tables(void **state)
{
	static const struct {
		const struct choices *choices;
		int value;
		const char *code;
	} rows[] = {
		{ &yes_no, ANSWER_YES, "yes" },
		{ &disclosure_attributes, ATTRIBUTE_PROACTIVE, "proactive" },
		{ &disclosure_attributes, ATTRIBUTE_STAFF_ONLY, "staff-only" },
		{ &disclosure_grounds, GROUND_14_2, "14-2" },
		{ &disclosure_grounds, GROUND_13_R, "13-R" },
		{ &item_natures, NATURE_OTHER, "other" },
		{ &item_levels, ITEM_LEVEL_VILLAGE, "village" },
		{ &document_types, DOCUMENT_NEWS, "news" },
		{ &document_types, DOCUMENT_OTHER, "other" },
		{ &official_forms, FORM_NOTICE, "通知" },
		{ &official_forms, FORM_NO_OFFICIAL, "none" },
		{ &document_forces, FORCE_NOT_APPLICABLE, "none" },
		{ &attachment_roles, ATTACHMENT_CONSENT, "consent" },
		{ &unit_kinds, UNIT_PARTY, "party" },
		{ &category_schemes, SCHEME_LOCAL, "local" },
		{ &channel_forms, CHANNEL_FORM_LIBRARY, "library" },
		{ &channel_kinds, CHANNEL_OTHER, "other" },
		{ &report_forms, REPORT_FORM_2021, "2021" },
		{ &table3_rows, TABLE3_CARRY_ON, "4" },
		{ &rule_levels, LEVEL_OFF, "off" },
	};

	(void)state;
	assert_int_equal(ATTRIBUTE_PROACTIVE, 1);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		assert_string_equal(choice_code(rows[i].choices, rows[i].value),
				    rows[i].code);
	assert_int_equal(channel_kinds.count, 13);
	assert_int_equal(official_forms.count, 16);
	assert_int_equal(table3_rows.count, 24);
}

static void grounds_are_those_of_the_law_without_state_secrets(void **state)
{
	size_t count;
	size_t found = 0;
	const struct ground *all = grounds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		int value = choice_find(&disclosure_grounds, all[i].code, false);

		assert_int_equal(value != 0, all[i].in_catalogue);
		if (value == 0)
			continue;
		found++;
		assert_string_equal(choice_of(&disclosure_grounds, value)->zh, all[i].zh);
	}
	assert_int_equal(found, disclosure_grounds.count);
	assert_int_equal(choice_find(&disclosure_grounds, "14-1", true), 0);
	assert_int_equal(choice_find(&disclosure_grounds, "国家秘密", true), 0);
}

static void refusals_count_in_rows_that_table_three_has(void **state)
{
	size_t count;
	const struct ground *all = grounds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		if (all[i].table3)
			assert_int_not_equal(
				choice_find(&table3_rows, all[i].table3, false), 0);
}

static void every_kind_is_kept_in_the_public_store(void **state)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	assert_int_equal(count, 7);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(all[i]->store, STORE_PUBLIC);
		assert_ptr_equal(kind_find(all[i]->zh), all[i]);
	}
}

static void the_format_stands_first_in_the_catalogue(void **state)
{
	(void)state;
	assert_string_equal(catalogue_kind.fields.items[0].key, "format");
}

static void what_concerns_the_office_alone_is_not_public(void **state)
{
	static const struct {
		const struct kind *kind;
		const char *path;
	} inside[] = {
		{ &item_kind, "approval" },
		{ &item_kind, "base" },
		{ &item_kind, "disclosure.ground.code" },
		{ &item_kind, "disclosure.ground.reason" },
		{ &item_kind, "disclosure.by" },
		{ &item_kind, "none-this-period.by" },
		{ &document_kind, "disclosure.ground.reason" },
		{ &document_kind, "third-party" },
		{ &document_kind, "part-of" },
		{ &document_kind, "persons" },
		{ &document_kind, "copies" },
		{ &document_kind, "interpretation.needed" },
		{ &document_kind, "attachments.checked" },
		{ &unit_kind, "head" },
		{ &unit_kind, "clerk" },
		{ &unit_kind, "columns" },
		{ &category_kind, "keeper" },
		{ &channel_kind, "admin" },
		{ &channel_kind, "filed" },
		{ &catalogue_kind, "people" },
		{ &catalogue_kind, "opening" },
		{ &catalogue_kind, "private" },
		{ &catalogue_kind, "allow" },
		{ &catalogue_kind, "clearance-steps" },
		{ &report_kind, "submit" },
		{ &report_kind, "table2.permits.source" },
		{ &report_kind, "table2.normative.confirmed" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(inside); i++) {
		const struct field *field =
			kind_field(inside[i].kind, inside[i].path, false);

		if (!field)
			fail_msg("%s: no such field", inside[i].path);
		else if (field->vis == VIS_PUBLIC)
			fail_msg("%s.%s is public", inside[i].kind->name, inside[i].path);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_plain_words),
		cmocka_unit_test(every_field_is_labelled_in_both_languages),
		cmocka_unit_test(names_and_members_are_unique_in_a_struct),
		cmocka_unit_test(no_field_takes_a_name_of_the_common_ones),
		cmocka_unit_test(types_come_with_what_they_need),
		cmocka_unit_test(conditions_are_code_and_words),
		cmocka_unit_test(what_is_asked_can_be_reached_and_typed),
		cmocka_unit_test(codes_and_labels_of_choices_lead_back_to_their_row),
		cmocka_unit_test(every_kind_but_the_report_has_one_title),
		cmocka_unit_test(constants_name_the_rows_of_their_tables),
		cmocka_unit_test(grounds_are_those_of_the_law_without_state_secrets),
		cmocka_unit_test(refusals_count_in_rows_that_table_three_has),
		cmocka_unit_test(every_kind_is_kept_in_the_public_store),
		cmocka_unit_test(the_format_stands_first_in_the_catalogue),
		cmocka_unit_test(what_concerns_the_office_alone_is_not_public),
	};

	return cmocka_run_group_tests_name("kinds", tests, NULL, NULL);
}
