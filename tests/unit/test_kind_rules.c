/* What the kinds decide: what is needed when, what may leave the office, which steps clear. */
#include "unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "record/channel.h"
#include "record/clearance.h"
#include "record/document.h"
#include "record/item.h"
#include "record/public.h"
#include "record/record.h"
#include "record/report.h"

static void items_and_documents_leave_by_their_attribute(void **state)
{
	static const struct {
		int attribute;
		bool item;
		bool document;
	} rows[] = {
		{ ATTRIBUTE_UNSET, false, false },
		{ ATTRIBUTE_PROACTIVE, true, true },
		{ ATTRIBUTE_ON_REQUEST, true, false },
		{ ATTRIBUTE_EXEMPT, false, false },
		{ ATTRIBUTE_STAFF_ONLY, false, false },
	};

	(void)state;
	assert_int_equal(ARRAY_LEN(rows), disclosure_attributes.count + 1);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		const struct item item = { .disclosure.attribute = rows[i].attribute };
		const struct document document = { .disclosure.attribute =
							   rows[i].attribute };

		assert_int_equal(item_kind.is_public(&item), rows[i].item);
		assert_int_equal(document_kind.is_public(&document), rows[i].document);
	}
}

static void attachments_leave_by_role_unless_they_say_otherwise(void **state)
{
	static const struct {
		int role;
		bool by_role;
		bool said_public;
	} rows[] = {
		{ ATTACHMENT_UNSET, false, false }, { ATTACHMENT_ANNEX, true, true },
		{ ATTACHMENT_SEALED, true, true },  { ATTACHMENT_ORIGINAL, false, true },
		{ ATTACHMENT_OFD, true, true },     { ATTACHMENT_PICTURE, true, true },
		{ ATTACHMENT_CHART, true, true },   { ATTACHMENT_TABLE, true, true },
		{ ATTACHMENT_FORM, true, true },    { ATTACHMENT_APPROVAL, false, false },
		{ ATTACHMENT_PROOF, false, true },  { ATTACHMENT_CONSENT, false, true },
	};

	(void)state;
	assert_int_equal(ARRAY_LEN(rows), attachment_roles.count + 1);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct attachment attachment = { .role = rows[i].role };

		assert_int_equal(attachment_is_public(&attachment), rows[i].by_role);
		attachment.visibility = OPEN_PUBLIC;
		assert_int_equal(attachment_is_public(&attachment), rows[i].said_public);
		attachment.visibility = OPEN_INTERNAL;
		assert_false(attachment_is_public(&attachment));
	}
}

static void five_forms_do_not_discharge_the_duty(void **state)
{
	(void)state;
	for (int form = CHANNEL_FORM_UNSET; form <= (int)channel_forms.count; form++) {
		const struct channel channel = { .form = form };
		bool not_statutory =
			form == CHANNEL_FORM_UNSET || form == CHANNEL_FORM_LEAFLET ||
			form == CHANNEL_FORM_VEHICLE || form == CHANNEL_FORM_SHOW ||
			form == CHANNEL_FORM_GROUP || form == CHANNEL_FORM_INNER_BOARD;

		assert_int_equal(channel_is_statutory(&channel), !not_statutory);
	}
}

static bool needs(const struct kind *kind, const char *path, const void *record)
{
	const struct field *field = kind_field(kind, path, false);

	assert_non_null(field);
	assert_non_null(field->applies);
	return field->applies(record);
}

static void an_item_needs_what_its_nature_and_source_ask_for(void **state)
{
	static const struct {
		struct item item;
		const char *path;
		bool needed;
	} rows[] = {
		{ { .nature = NATURE_SERVICE }, "window", true },
		{ { .nature = NATURE_SERVICE }, "service", true },
		{ { .nature = NATURE_LIST }, "window", false },
		{ { .nature = NATURE_LIST }, "show-days", true },
		{ { .nature = NATURE_POLICY }, "show-days", false },
		{ { .nature = NATURE_ENFORCEMENT }, "discretion", true },
		{ { .nature = NATURE_FINANCE }, "discretion", false },
		{ { .source = SOURCE_POWER_LIST }, "source-ref", true },
		{ { .source = SOURCE_STANDARD_GUIDE }, "source-ref", true },
		{ { .source = SOURCE_LOCAL }, "source-ref", false },
		{ { .source = SOURCE_UNSET }, "source-ref", false },
		{ { .source = SOURCE_POWER_LIST }, "power", true },
		{ { .source = SOURCE_SERVICE_LIST }, "power", false },
		{ { .source = SOURCE_POWER_LIST }, "approval", true },
		{ { .source = SOURCE_POWER_LIST }, "flowchart", true },
		{ { .audience = AUDIENCE_GROUP }, "audience-group", true },
		{ { .audience = AUDIENCE_ALL }, "audience-group", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (needs(&item_kind, rows[i].path, &rows[i].item) != rows[i].needed)
			fail_msg("row %zu: %s", i, rows[i].path);
}

static void a_document_needs_what_its_kind_of_information_asks_for(void **state)
{
	static const struct {
		struct document document;
		const char *path;
		bool needed;
	} rows[] = {
		{ { .disclosure.attribute = ATTRIBUTE_PROACTIVE }, "items", true },
		{ { .disclosure.attribute = ATTRIBUTE_EXEMPT }, "items", false },
		{ { .origin = ORIGIN_REPRINT }, "source-url", true },
		{ { .origin = ORIGIN_MADE }, "source-url", false },
		{ { .origin = ORIGIN_OBTAINED_PERSON }, "obtained", true },
		{ { .origin = ORIGIN_OBTAINED_ORGAN }, "obtained", true },
		{ { .origin = ORIGIN_JOINT }, "obtained", false },
		{ { .form = FORM_NOTICE }, "number", true },
		{ { .form = FORM_NO_OFFICIAL }, "number", false },
		{ { .form = FORM_UNSET }, "number", false },
		{ { .mark = MARK_PARTIAL }, "part-of", true },
		{ { .mark = MARK_RELEASE }, "part-of", false },
		{ { .disclosure.ground.code = GROUND_15 }, "third-party", true },
		{ { .disclosure.ground.code = GROUND_15P }, "third-party", true },
		{ { .disclosure.ground.code = GROUND_16_1 }, "third-party", false },
		{ { .interpretation.needed = ANSWER_YES }, "interpretation.by", true },
		{ { .interpretation.needed = ANSWER_NO }, "interpretation.by", false },
		{ { .type = DOCUMENT_INTERPRETATION }, "interprets", true },
		{ { .type = DOCUMENT_INTERPRETATION }, "interpreter", true },
		{ { .type = DOCUMENT_POLICY }, "interprets", false },
		{ { .type = DOCUMENT_PUBLICITY }, "notice", true },
		{ { .type = DOCUMENT_NOTICE }, "notice", false },
		{ { .type = DOCUMENT_LIST }, "persons", true },
		{ { .type = DOCUMENT_RESULT }, "persons", true },
		{ { .type = DOCUMENT_PLAN }, "persons", false },
		{ { .persons.data = PERSONS_EXCEPTION }, "persons.exception", true },
		{ { .persons.data = PERSONS_MASKED }, "persons.exception", false },
		{ { .attachments.count = 0 }, "body", true },
		{ { .attachments.count = 1 }, "body", false },
		{ { .project = "p" }, "project-kind", true },
		{ { .project = NULL }, "project-kind", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (needs(&document_kind, rows[i].path, &rows[i].document) !=
		    rows[i].needed)
			fail_msg("row %zu: %s", i, rows[i].path);
}

static void a_ground_is_needed_with_facts_where_the_law_leaves_a_choice(void **state)
{
	static const struct {
		int attribute;
		int ground;
		bool needed;
		bool reason;
	} rows[] = {
		{ ATTRIBUTE_PROACTIVE, GROUND_UNSET, false, false },
		{ ATTRIBUTE_PROACTIVE, GROUND_16_2, false, false },
		{ ATTRIBUTE_STAFF_ONLY, GROUND_UNSET, false, false },
		{ ATTRIBUTE_EXEMPT, GROUND_UNSET, true, false },
		{ ATTRIBUTE_EXEMPT, GROUND_14_2, true, false },
		{ ATTRIBUTE_EXEMPT, GROUND_14_3, true, true },
		{ ATTRIBUTE_EXEMPT, GROUND_15, true, true },
		{ ATTRIBUTE_EXEMPT, GROUND_16_1, true, true },
		{ ATTRIBUTE_EXEMPT, GROUND_16_2, true, true },
		{ ATTRIBUTE_EXEMPT, GROUND_16_3, true, true },
		{ ATTRIBUTE_ON_REQUEST, GROUND_UNSET, true, true },
		{ ATTRIBUTE_ON_REQUEST, GROUND_13_R, true, true },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		const struct disclosure disclosure = { .attribute = rows[i].attribute,
						       .ground.code = rows[i].ground };
		const struct item item = { .disclosure = disclosure };
		const struct document document = { .disclosure = disclosure };

		assert_int_equal(needs(&item_kind, "disclosure.ground", &item),
				 rows[i].needed);
		assert_int_equal(
			needs(&document_kind, "disclosure.ground.basis", &document),
			rows[i].needed);
		assert_int_equal(needs(&item_kind, "disclosure.ground.reason", &item),
				 rows[i].reason);
	}
}

static void a_report_needs_its_submission_once_published(void **state)
{
	struct report report = { 0 };
	struct event *event =
		list_add(*state, &report.common.events, sizeof(struct event));

	event->act = ACT_CLEAR;
	assert_false(needs(&report_kind, "submit", &report));
	event = list_add(*state, &report.common.events, sizeof(struct event));
	event->act = ACT_PUBLISH;
	assert_true(needs(&report_kind, "submit", &report));
}

static unsigned int bits(int a, int b, int c, int d, int e)
{
	return (1U << a | 1U << b | 1U << c | 1U << d | 1U << e) & ~1U;
}

static void clearance_steps_have_defaults(void **state)
{
	const struct catalogue_config config = { 0 };

	(void)state;
	assert_int_equal(clearance_steps_of(&config, DOCUMENT_NEWS, false),
			 bits(STEP_FIRST, STEP_FINAL, 0, 0, 0));
	assert_int_equal(clearance_steps_of(&config, DOCUMENT_NOTICE, false),
			 bits(STEP_FIRST, STEP_SECOND, STEP_FINAL, STEP_SECRECY, 0));
	assert_int_equal(
		clearance_steps_of(&config, DOCUMENT_POLICY, true),
		bits(STEP_FIRST, STEP_SECOND, STEP_FINAL, STEP_SECRECY, STEP_LEGAL));
	assert_true(
		clearance_same_person(&config, DOCUMENT_PLAN, STEP_FINAL, STEP_SECRECY));
	assert_true(
		clearance_same_person(&config, DOCUMENT_PLAN, STEP_SECRECY, STEP_FINAL));
	assert_false(
		clearance_same_person(&config, DOCUMENT_PLAN, STEP_FIRST, STEP_SECOND));
}

static const char steps_yaml[] =
	"format: 1\n"
	"clearance-steps:\n"
	"- {normative: yes, steps: [privacy]}\n"
	"- {type: [news], steps: [final]}\n"
	"- {type: [policy, plan], steps: [first, final], same-person: [first+secrecy]}\n"
	"- {steps: [draft]}\n";

static void clearance_steps_are_those_of_the_first_entry_that_fits(void **state)
{
	struct arena *arena = *state;
	const struct record *record =
		record_parse(arena, &catalogue_kind, "catalogue.yaml", steps_yaml,
			     sizeof(steps_yaml) - 1);
	const struct catalogue_config *config = RECORD(record, struct catalogue_config);

	assert_int_equal(record->problem_count, 0);
	assert_int_equal(clearance_steps_of(config, DOCUMENT_NEWS, false),
			 bits(STEP_FINAL, 0, 0, 0, 0));
	assert_int_equal(clearance_steps_of(config, DOCUMENT_PLAN, false),
			 bits(STEP_FIRST, STEP_FINAL, 0, 0, 0));
	assert_int_equal(clearance_steps_of(config, DOCUMENT_LIST, false),
			 bits(STEP_DRAFT, 0, 0, 0, 0));
	assert_int_equal(clearance_steps_of(config, DOCUMENT_POLICY, true),
			 bits(STEP_FIRST, STEP_FINAL, STEP_LEGAL, STEP_PRIVACY, 0));
	assert_true(
		clearance_same_person(config, DOCUMENT_PLAN, STEP_SECRECY, STEP_FIRST));
	assert_false(
		clearance_same_person(config, DOCUMENT_PLAN, STEP_FINAL, STEP_SECRECY));
	assert_true(
		clearance_same_person(config, DOCUMENT_NEWS, STEP_FINAL, STEP_SECRECY));
}

/* What was cleared for one digest holds for what typing and layout made of it. */
static void a_correction_of_typing_keeps_the_clearance(void **state)
{
	static const struct {
		const char *events;
		const char *digest;
		bool holds;
	} cases[] = {
		{ "", "aa", true },
		{ "", "bb", false },
		{ "- {date: 2018-03-06, act: erratum, kind: typo, digest: bb}\n", "bb",
		  true },
		{ "- {date: 2018-03-06, act: erratum, kind: layout, digest: bb}\n", "bb",
		  true },
		{ "- {date: 2018-03-06, act: erratum, kind: fact, digest: bb}\n", "bb",
		  false },
		{ "- {date: 2018-03-06, act: erratum, kind: typo, digest: bb}\n", "cc",
		  false },
		{ "- {date: 2018-03-06, act: erratum, kind: typo, digest: bb}\n"
		  "- {date: 2018-03-07, act: erratum, kind: typo, digest: cc}\n",
		  "cc", true },
		{ "- {date: 2018-03-06, act: erratum, kind: fact, digest: bb}\n"
		  "- {date: 2018-03-07, act: erratum, kind: typo, digest: cc}\n",
		  "cc", false },
		{ "- {date: 2018-03-04, act: erratum, kind: typo, digest: bb}\n", "bb",
		  false },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *yaml = arena_printf(
			*state,
			"id: 2018-00001\nevents:\n"
			"- {date: 2018-03-05, act: clear, step: final, digest: aa}\n%s",
			cases[i].events);
		const struct record *record = record_parse(
			*state, &document_kind, "documents/2018/00/2018-00001.yaml", yaml,
			strlen(yaml));
		const struct event *cleared =
			list_at(&record->common->events, struct event, 0);

		assert_int_equal(
			clearance_holds(record->common, cleared, cases[i].digest),
			cases[i].holds);
	}
}

static void thresholds_are_those_of_the_inspection_unless_set(void **state)
{
	struct threshold said = { THRESHOLD_NOTICE, SPAN_MONTHS, { true, 3 } };
	const struct catalogue_config config = {
		.thresholds = { .items = &said, .count = 1 },
	};

	(void)state;
	assert_int_equal(threshold_for(&config, THRESHOLD_NOTICE).count.n, 3);
	assert_int_equal(threshold_for(&config, THRESHOLD_DYNAMIC).count.n, 2);
	assert_int_equal(threshold_for(&config, THRESHOLD_DYNAMIC).unit, SPAN_WEEKS);
	assert_int_equal(threshold_for(&config, THRESHOLD_OTHER).unit, SPAN_YEARS);
	assert_int_equal(threshold_for(&config, THRESHOLD_MEDIA).column, THRESHOLD_MEDIA);
}

static void every_element_has_a_hint_for_every_nature(void **state)
{
	static const char *const elements[] = { "basis",     "duty",       "conditions",
						"procedure", "discipline", "result" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(elements); i++)
		for (int nature = NATURE_UNSET; nature <= (int)item_natures.count;
		     nature++) {
			const struct element_hint *hint =
				element_hint(elements[i], (enum item_nature)nature);

			assert_non_null(hint);
			assert_true(hint->zh[0] && hint->en[0]);
		}
	assert_null(element_hint("limit", NATURE_SERVICE));
	assert_ptr_not_equal(element_hint("conditions", NATURE_SERVICE),
			     element_hint("conditions", NATURE_LIST));
	assert_ptr_not_equal(element_hint("procedure", NATURE_SERVICE),
			     element_hint("procedure", NATURE_POLICY));
}

static int setup(void **state)
{
	static struct arena arena;

	arena = ARENA_INIT;
	*state = &arena;
	return 0;
}

static int teardown(void **state)
{
	arena_clear(*state);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(items_and_documents_leave_by_their_attribute),
		TEST(attachments_leave_by_role_unless_they_say_otherwise),
		TEST(five_forms_do_not_discharge_the_duty),
		TEST(an_item_needs_what_its_nature_and_source_ask_for),
		TEST(a_document_needs_what_its_kind_of_information_asks_for),
		TEST(a_ground_is_needed_with_facts_where_the_law_leaves_a_choice),
		TEST(a_report_needs_its_submission_once_published),
		TEST(clearance_steps_have_defaults),
		TEST(a_correction_of_typing_keeps_the_clearance),
		TEST(clearance_steps_are_those_of_the_first_entry_that_fits),
		TEST(thresholds_are_those_of_the_inspection_unless_set),
		TEST(every_element_has_a_hint_for_every_nature),
	};

	return cmocka_run_group_tests_name("kind_rules", tests, NULL, NULL);
}
