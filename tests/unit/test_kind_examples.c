/* An item and a document as clerks write them, read by their tables and seen from outside. */
#include "unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "record/document.h"
#include "record/item.h"
#include "record/public.h"
#include "record/record.h"
#include "record/unit.h"

static const char item_yaml[] =
	"id: mz-0003\n"
	"group: 最低生活保障               # 一级事项\n"
	"title: 审核审批信息                # 二级事项\n"
	"categories: [social-assistance]\n"
	"unit: mz                          # 责任科室\n"
	"subject: zf                       # 公开主体\n"
	"source: standard-guide\n"
	"nature: list\n"
	"content: [低保对象名单及相关信息]\n"
	"elements:\n"
	"  basis: [《社会救助暂行办法》第十一条]\n"
	"  duty: 民政办制作、审查、更新\n"
	"  conditions: 符合当地低保标准\n"
	"  procedure: [入户调查, {step: 公示, unit: 村委会, limit: 7日}]\n"
	"  discipline: {default: unit}\n"
	"  result: 名单在公开栏公示\n"
	"disclosure: {attribute: proactive}\n"
	"limit: 信息形成或者变更之日起20个工作日内\n"
	"frequency: monthly\n"
	"channels: [website, village-board]\n"
	"audience: all\n"
	"level: [township, village]\n";

static const char document_yaml[] =
	"id: 2018-00112\n"
	"index: 640502017/2018-41187\n"
	"title: 关于印发东园镇2018年政务公开工作要点的通知\n"
	"summary: 部署全年政务公开工作。\n"
	"items: [dz-0001]\n"
	"unit: dz\n"
	"issuer: zf\n"
	"type: plan\n"
	"form: 通知\n"
	"normative: {is: no}\n"
	"number: 东政发〔2018〕112号\n"
	"formed: 2018-07-04\n"
	"force: in-force\n"
	"disclosure: {attribute: proactive}\n"
	"body: |\n"
	"  Markdown\n"
	"attachments: [{file: plan.docx, title: 要点, role: original, visibility: "
	"internal},"
	" {file: a.ofd, title: 版式, role: ofd}, {file: s.png, title: 呈批单, role: "
	"approval,"
	" visibility: public}]\n"
	"events:\n"
	"- {date: 2018-07-03, act: clear, step: final, verdict: pass, by: 李某,"
	" post: 分管领导, proof: paper, digest: ab12}\n"
	"- {date: 2018-07-04, act: publish, channel: website,"
	" url: 'https://www.example.gov.cn/a.html', digest: ab12}\n";

static struct record *parse(struct arena *arena, const struct kind *kind,
			    const char *path, const char *text)
{
	struct record *record = record_parse(arena, kind, path, text, strlen(text));

	for (size_t i = 0; i < record->problem_count; i++)
		print_error("%s: fault %d at %s: %s | %s\n", path,
			    (int)record->problems[i].fault, record->problems[i].field,
			    record->problems[i].args[0], record->problems[i].args[1]);
	assert_int_equal(record->problem_count, 0);
	return record;
}

static void an_item_is_read_into_its_struct(void **state)
{
	const struct record *record =
		parse(*state, &item_kind, "items/mz/mz-0003.yaml", item_yaml);
	const struct item *item = RECORD(record, struct item);

	assert_string_equal(item->title, "审核审批信息");
	assert_string_equal(record_title(record), "审核审批信息");
	assert_int_equal(item->source, SOURCE_STANDARD_GUIDE);
	assert_int_equal(item->nature, NATURE_LIST);
	assert_string_equal(item->elements.duty.text, "民政办制作、审查、更新");
	assert_int_equal(item->elements.discipline.default_, DEFAULT_UNIT);
	assert_int_equal(item->elements.conditions.count, 1);
	assert_int_equal(item->elements.procedure.count, 2);
	assert_string_equal(
		list_at(&item->elements.procedure, struct procedure_step, 0)->step,
		"入户调查");
	assert_string_equal(
		list_at(&item->elements.procedure, struct procedure_step, 1)->limit,
		"7日");
	assert_int_equal(item->disclosure.attribute, ATTRIBUTE_PROACTIVE);
	assert_int_equal(item->frequency, FREQUENCY_MONTHLY);
	assert_int_equal(item->audience, AUDIENCE_ALL);
	assert_true(strings_has(&item->level, "village"));
	assert_null(item->edition);
}

static void a_document_is_read_into_its_struct(void **state)
{
	const struct record *record =
		parse(*state, &document_kind, "documents/2018/00/2018-00112.yaml",
		      document_yaml);
	const struct document *document = RECORD(record, struct document);

	assert_int_equal(document->type, DOCUMENT_PLAN);
	assert_int_equal(document->form, FORM_NOTICE);
	assert_int_equal(document->normative.is, ANSWER_NO);
	assert_int_equal(document->force, FORCE_IN_FORCE);
	assert_int_equal(document->attachments.count, 3);
	assert_int_equal(document->common.events.count, 2);
	assert_null(document->interprets.id);
}

static void shorthand_reads_one_word_as_the_first_field(void **state)
{
	const struct item *item =
		RECORD(parse(*state, &item_kind, "items/mz/mz-0004.yaml",
			     "id: mz-0004\n"
			     "disclosure: {attribute: on-request, ground: 13-R}\n"
			     "show-days: 7\n"
			     "retain: after-show\n"
			     "supervision: 0955-0000000\n"
			     "state: suspended\n"
			     "level: township\n"
			     "categories: social-assistance\n"),
		       struct item);

	assert_int_equal(item->disclosure.ground.code, GROUND_13_R);
	assert_int_equal(item->show_days.count.n, 7);
	assert_int_equal(item->retain.until, RETAIN_AFTER_SHOW);
	assert_string_equal(item->supervision.phone, "0955-0000000");
	assert_int_equal(item->state.value, ITEM_SUSPENDED);
	assert_int_equal(item->level.count, 1);
	assert_int_equal(item->categories.count, 1);
}

static void grounds_of_digits_alone_are_quoted(void **state)
{
	static const char text[] =
		"id: mz-0005\n"
		"disclosure: {attribute: exempt, ground: {code: '15'}}\n";
	const struct record *record =
		parse(*state, &item_kind, "items/mz/mz-0005.yaml", text);

	assert_int_equal(RECORD(record, struct item)->disclosure.ground.code, GROUND_15);
}

static void state_secrets_are_no_ground(void **state)
{
	static const char text[] = "id: mz-0006\n"
				   "disclosure: {attribute: exempt, ground: 14-1}\n";
	const struct record *record = record_parse(
		*state, &item_kind, "items/mz/mz-0006.yaml", text, strlen(text));

	assert_int_equal(record->problem_count, 1);
	assert_int_equal(record->problems[0].fault, RECORD_FAULT_CHOICE);
}

static void the_public_view_keeps_the_ground_and_the_facts_inside(void **state)
{
	static const char text[] =
		"id: mz-0007\n"
		"title: 低保档案\n"
		"disclosure:\n"
		"  attribute: on-request\n"
		"  ground: {code: 13-R, basis: 《条例》第十三条, reason: "
		"只涉及申请人本人的材料}\n"
		"  by: [张某]\n"
		"approval: [{step: legal, by: 李某, date: 2018-01-02}]\n"
		"base: {id: x-1}\n";
	const struct record *record =
		parse(*state, &item_kind, "items/mz/mz-0007.yaml", text);
	const struct public_record *view = public_view(*state, record, NULL);
	const struct item *item;

	assert_non_null(view);
	item = PUBLIC(view, struct item);
	assert_string_equal(item->title, "低保档案");
	assert_int_equal(item->disclosure.attribute, ATTRIBUTE_ON_REQUEST);
	assert_string_equal(item->disclosure.ground.basis, "《条例》第十三条");
	assert_int_equal(item->disclosure.ground.code, GROUND_UNSET);
	assert_null(item->disclosure.ground.reason);
	assert_int_equal(item->disclosure.by.count, 0);
	assert_int_equal(item->approval.count, 0);
	assert_null(item->base.id);
}

static void the_public_view_leaves_originals_and_slips_behind(void **state)
{
	const struct record *record =
		parse(*state, &document_kind, "documents/2018/00/2018-00112.yaml",
		      document_yaml);
	const struct public_record *view = public_view(*state, record, NULL);
	const struct document *document;

	assert_non_null(view);
	document = PUBLIC(view, struct document);
	assert_int_equal(document->attachments.count, 1);
	assert_string_equal(list_at(&document->attachments, struct attachment, 0)->file,
			    "a.ofd");
}

static void labels_are_read_where_clerks_type(void **state)
{
	struct arena *arena = *state;
	const struct read_options options = { .flags = READ_LABELS };
	struct record *record = record_new(arena, &item_kind);
	struct item *item = RECORD(record, struct item);

	assert_true(record_assign(arena, record, "事项名称", "审核审批信息", &options));
	assert_true(record_assign(arena, record, "公开频次", "每季度", &options));
	assert_true(record_assign(arena, record, "公开对象", "特定群众", &options));
	assert_true(record_assign(arena, record, "公开方式.公开属性", "依申请公开",
				  &options));
	assert_true(
		record_assign(arena, record, "六个要素.办事条件", "甲；乙", &options));
	assert_string_equal(item->title, "审核审批信息");
	assert_int_equal(item->frequency, FREQUENCY_QUARTERLY);
	assert_int_equal(item->audience, AUDIENCE_GROUP);
	assert_int_equal(item->disclosure.attribute, ATTRIBUTE_ON_REQUEST);
	assert_int_equal(item->elements.conditions.count, 2);
}

static void a_unit_is_read_with_its_defaults(void **state)
{
	const struct unit *unit = RECORD(parse(*state, &unit_kind, "units/mz.yaml",
					       "id: mz\n"
					       "name: 民政办公室\n"
					       "short: 民政办\n"
					       "aliases: [镇民政办]\n"
					       "kind: inner\n"
					       "subject: no\n"
					       "defaults:\n"
					       "  discipline: 保守秘密\n"
					       "  supervision: 0955-0000000\n"
					       "  channels: [website]\n"),
					 struct unit);

	assert_int_equal(unit->kind, UNIT_INNER);
	assert_int_equal(unit->subject.value, ANSWER_NO);
	assert_string_equal(unit->short_, "民政办");
	assert_string_equal(unit->defaults.supervision.phone, "0955-0000000");
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
		TEST(an_item_is_read_into_its_struct),
		TEST(a_document_is_read_into_its_struct),
		TEST(shorthand_reads_one_word_as_the_first_field),
		TEST(grounds_of_digits_alone_are_quoted),
		TEST(state_secrets_are_no_ground),
		TEST(the_public_view_keeps_the_ground_and_the_facts_inside),
		TEST(the_public_view_leaves_originals_and_slips_behind),
		TEST(labels_are_read_where_clerks_type),
		TEST(a_unit_is_read_with_its_defaults),
	};

	return cmocka_run_group_tests_name("kind_examples", tests, NULL, NULL);
}
