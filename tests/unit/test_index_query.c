#include "unit/unit.h"

#include <stdio.h>

#include "unit/fake_source.h"

/* What one question gives of the catalogue below, as text. */
struct fixture {
	struct source source;
	struct index *index;
	struct arena arena;
	struct buf out;
	struct error err;
};

struct record_text {
	const char *path;
	const char *text;
};

static const struct record_text catalogue[] = {
	{ "units/dz.yaml",
	  "@id=dz\n@kind=unit\n@title=党政办公室\nname=党政办公室\nshort=党政办\n"
	  "aliases=镇党政办\naliases=党政综合办公室\n" },
	{ "units/mz.yaml", "@id=mz\n@kind=unit\n@title=民政办\nname=民政办\n"
			   "aliases=民政科\n" },
	{ "units/voided.yaml", "@id=voided\n@kind=unit\n" },
	{ "items/mz/mz-0002.yaml",
	  "@id=mz-0002\n@kind=item\n@title=审核审批信息\n@state=published\n"
	  "unit>unit=mz\ngroup=最低生活保障\ntitle=审核审批信息\n"
	  "channels>channel=website\nchannels>channel=board\n" },
	{ "items/mz/mz-0010.yaml",
	  "@id=mz-0010\n@kind=item\n@title=审核审批信息\n@state=draft\n"
	  "unit>unit=mz\ngroup=最低生活保障\ntitle=审核审批信息\n" },
	{ "items/mz/mz-0011.yaml",
	  "@id=mz-0011\n@kind=item\n@title=审核审批信息\n@state=draft\n"
	  "unit>unit=mz\ngroup=临时救助\ntitle=审核审批信息\n" },
	{ "items/mz/mz-10000.yaml",
	  "@id=mz-10000\n@kind=item\n@title=政策法规\n@state=draft\n"
	  "unit>unit=sw\ngroup=最低生活保障\n" },
	{ "items/mz/mz-9999.yaml", "@id=mz-9999\n@kind=item\n@title=监督检查\n"
				   "group=临时救助\ntitle=监督检查\n" },
	{ "items/dz/dz-0003.yaml", "" },
	{ "documents/2018/00/2018-00001.yaml",
	  "@id=2018-00001\n@kind=document\n@title=关于印发2018年政务公开工作要点的通知\n"
	  "number=东政发〔2018〕112号\nindex=640502017/2018-41187\n"
	  "items>item=mz-0002\nitems>item=mz-0404\n"
	  "@terms=关于 于印 印发 2018 年政 政务 务公 公开 开工 工作 作要 要点 关 于 "
	  "公\n" },
	{ "documents/2018/00/2018-00002.yaml",
	  "@id=2018-00002\n@kind=document\n@title=政务服务大厅公示栏\n"
	  "number=东政发〔2018〕2112号\n"
	  "@terms=政务 务服 服务 务大 大厅 公示 示栏 gk2018 公\n" },
	{ "documents/2018/01/2018-01000.yaml",
	  "@id=2018-01000\n@kind=document\n@title=政务公开工作会议\nnumber=东政办[2018]"
	  "112号\n"
	  "@terms=政务 务公 公开 开工 工作 会议\n" },
	{ "documents/2019/00/2019-00001.yaml.orig", "@id=x\n" },
};

static int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	const struct index_options options = { .threads = 2, .memory = true };

	f->out = BUF_INIT;
	for (size_t i = 0; i < ARRAY_LEN(catalogue); i++)
		fake_put(&f->source, catalogue[i].path, catalogue[i].text);
	if (index_open(&f->source, &fake_examiner, &options, &f->index, &f->err) < 0)
		fail_msg("%s", f->err.text);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	index_free(f->index);
	fake_release(&f->source);
	arena_clear(&f->arena);
	buf_release(&f->out);
	free(f);
	return 0;
}

static int add_row(void *payload, const struct index_row *row)
{
	buf_addf(payload, "%s ", row->id);
	return 0;
}

static int add_grouped(void *payload, const struct index_row *row)
{
	buf_addf(payload, "%zu:%s ", row->group, row->id);
	return 0;
}

static int add_fact(void *payload, const struct index_row *row, const struct fact *fact)
{
	buf_addf(payload, "%s %s=%s %s %u:%u\n", row->id, fact->field, fact->value,
		 fact->ref ? fact->ref : "-", fact->place.line, fact->place.column);
	return 0;
}

/* ---- rows ---- */

struct query_case {
	const char *label;
	struct index_query query;
	struct index_filter filters[2];
	const char *ids;
};

static struct query_case queries[] = {
	{ .label = "rows come by kind, then by number",
	  .ids = " 2018-00001 2018-00002 2018-01000 mz-0002 mz-0010 mz-0011 mz-9999 "
		 "mz-10000 dz mz voided " },
	{ .label = "a kind alone", .query.kind = "unit", .ids = "dz mz voided " },
	{ .label = "a kind that has none", .query.kind = "report", .ids = "" },
	{ .label = "a state",
	  .query.state = "draft",
	  .ids = "mz-0010 mz-0011 mz-10000 " },
	{ .label = "no more than the limit",
	  .query = { .kind = "item", .limit = 2 },
	  .ids = "mz-0002 mz-0010 " },
	{ .label = "a value",
	  .filters = { { "group", "临时救助" } },
	  .query.filter_count = 1,
	  .ids = "mz-0011 mz-9999 " },
	{ .label = "one of several values",
	  .filters = { { "channels", "board" } },
	  .query.filter_count = 1,
	  .ids = "mz-0002 " },
	{ .label = "any value",
	  .filters = { { "aliases", NULL } },
	  .query.filter_count = 1,
	  .ids = "dz mz " },
	{ .label = "two filters must both hold",
	  .filters = { { "group", "最低生活保障" }, { "unit", "mz" } },
	  .query.filter_count = 2,
	  .ids = "mz-0002 mz-0010 " },
	{ .label = "a field that no record has",
	  .filters = { { "no-such-field", NULL } },
	  .query.filter_count = 1,
	  .ids = "" },
	{ .label = "text of one word",
	  .query.text = "公开",
	  .ids = "2018-00001 2018-01000 " },
	{ .label = "text of one character",
	  .query.text = "公",
	  .ids = "2018-00001 2018-00002 " },
	{ .label = "a run of characters is one phrase",
	  .query.text = "政务公开工作",
	  .ids = "2018-00001 2018-01000 " },
	{ .label = "pairs that stand apart are no phrase",
	  .query.text = "公开作要",
	  .ids = "" },
	{ .label = "words may stand apart",
	  .query.text = "要点 公开",
	  .ids = "2018-00001 " },
	{ .label = "letters and case are folded",
	  .query.text = "ＧＫ2018",
	  .ids = "2018-00002 " },
	{ .label = "text and state",
	  .query = { .text = "公开", .state = "draft" },
	  .ids = "" },
	{ .label = "text without a word finds nothing",
	  .query.text = "《》\"*",
	  .ids = "" },
	{ .label = "what FTS5 takes for an operator is a word",
	  .query.text = "NOT 公开",
	  .ids = "" },
};

static void query(void **state)
{
	const struct query_case *c = *state;
	struct fixture *f;
	struct index_query q = c->query;
	void *made;

	assert_int_equal(setup(&made), 0);
	f = made;
	q.filters = c->filters;
	assert_int_equal(index_each(f->index, &q, add_row, &f->out, &f->err), 0);
	assert_string_equal(f->out.s, c->ids);
	assert_int_equal(teardown(&made), 0);
}

/* ---- values ---- */

static void one_field_of_a_kind_comes_in_order_of_path(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(index_each_fact(f->index, "unit", 0, "aliases", add_fact,
					 &f->out, &f->err),
			 0);
	assert_string_equal(f->out.s, "dz aliases=镇党政办 - 6:3\n"
				      "dz aliases=党政综合办公室 - 7:3\n"
				      "mz aliases=民政科 - 5:3\n");
}

static void all_fields_of_one_row_come_in_file_order(void **state)
{
	struct fixture *f = *state;
	struct index_row row;
	bool found;

	assert_int_equal(
		index_by_id(f->index, &f->arena, "mz-0002", &row, &found, &f->err), 0);
	assert_true(found);
	assert_int_equal(index_each_fact(f->index, NULL, row.key, NULL, add_fact, &f->out,
					 &f->err),
			 0);
	assert_string_equal(f->out.s, "mz-0002 unit=mz unit 5:3\n"
				      "mz-0002 group=最低生活保障 - 6:3\n"
				      "mz-0002 title=审核审批信息 - 7:3\n"
				      "mz-0002 channels=website channel 8:3\n"
				      "mz-0002 channels=board channel 9:3\n");
}

static void a_key_that_is_no_row_has_no_values(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(
		index_each_fact(f->index, NULL, 12345, NULL, add_fact, &f->out, &f->err),
		0);
	assert_string_equal(f->out.s, "");
}

/* ---- references and doubles ---- */

static void references_without_a_record_dangle(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(index_each_dangling(f->index, add_fact, &f->out, &f->err), 0);
	assert_string_equal(f->out.s, "2018-00001 items=mz-0404 item 7:3\n"
				      "mz-0002 channels=website channel 8:3\n"
				      "mz-0002 channels=board channel 9:3\n"
				      "mz-10000 unit=sw unit 5:3\n");
}

static void a_record_of_another_kind_is_not_what_is_referred_to(void **state)
{
	struct fixture *f = *state;
	const struct index_options options = { .memory = true };

	index_free(f->index);
	fake_put(&f->source, "categories/sw.yaml", "@id=sw\n@kind=category\n");
	assert_int_equal(
		index_open(&f->source, &fake_examiner, &options, &f->index, &f->err), 0);
	assert_int_equal(index_each_dangling(f->index, add_fact, &f->out, &f->err), 0);
	assert_non_null(strstr(f->out.s, "mz-10000 unit=sw unit"));
}

static void referrers_are_found_by_the_id(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(
		index_each_referrer(f->index, "mz-0002", add_fact, &f->out, &f->err), 0);
	assert_string_equal(f->out.s, "2018-00001 items=mz-0002 item 6:3\n");
}

static void text_that_looks_like_an_id_is_no_reference(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(
		index_each_referrer(f->index, "民政科", add_fact, &f->out, &f->err), 0);
	assert_string_equal(f->out.s, "");
}

struct double_case {
	const char *label;
	const char *fields[2];
	size_t count;
	const char *ids;
};

static struct double_case doubles[] = {
	{ "doubles share all the fields",
	  { "title", "group" },
	  2,
	  "0:mz-0002 0:mz-0010 " },
	{ "a group is as large as it is",
	  { "title" },
	  1,
	  "0:mz-0002 0:mz-0010 0:mz-0011 " },
	{ "groups come in order of their first path",
	  { "group" },
	  1,
	  "0:mz-0002 0:mz-0010 0:mz-10000 1:mz-0011 1:mz-9999 " },
	{ "rows that lack a field are no doubles", { "channels" }, 1, "" },
	{ "a field that nobody has makes no doubles", { "title", "none" }, 2, "" },
};

static void find_doubles(void **state)
{
	const struct double_case *c = *state;
	struct fixture *f;
	void *made;

	assert_int_equal(setup(&made), 0);
	f = made;
	assert_int_equal(index_each_double(f->index, "item", c->fields, c->count,
					   add_grouped, &f->out, &f->err),
			 0);
	assert_string_equal(f->out.s, c->ids);
	assert_int_equal(teardown(&made), 0);
}

/* ---- what a person may mean ---- */

struct resolve_case {
	const char *label;
	const char *kind;
	const char *text;
	const char *ids;
};

static struct resolve_case resolves[] = {
	{ "an id", NULL, "mz-0002", "mz-0002 " },
	{ "an id with blanks and full-width letters", NULL, " ｍｚ-0002　", "mz-0002 " },
	{ "an id of another kind", "document", "mz-0002", "" },
	{ "an index number", NULL, "640502017/2018-41187", "2018-00001 " },
	{ "a document number", "document", "东政发〔2018〕112号", "2018-00001 " },
	{ "a document number with other brackets", "document", "东政发[2018]112号",
	  "2018-00001 " },
	{ "a document number that the file has with other brackets", "document",
	  "东政办〔2018〕112号", "2018-01000 " },
	{ "the end of a document number", "document", "112号", "2018-00001 2018-01000 " },
	{ "the end of a document number in full-width digits", "document", "１１２号",
	  "2018-00001 2018-01000 " },
	{ "an end with the year", "document", "〔2018〕2112号", "2018-00002 " },
	{ "a name", "unit", "民政办", "mz " },
	{ "a short name", "unit", "党政办", "dz " },
	{ "an alias", "unit", "党政综合办公室", "dz " },
	{ "an alias of a kind is none of another", "document", "党政综合办公室", "" },
	{ "a title", NULL, "监督检查", "mz-9999 " },
	{ "a title that several have", NULL, "审核审批信息", "mz-0002 mz-0010 mz-0011 " },
	{ "a part of a title", NULL, "政务公开", "2018-00001 2018-01000 " },
	{ "parts of a title that stand apart", NULL, "通知 公开", "2018-00001 " },
	{ "nothing", NULL, "  ", "" },
	{ "something unknown", NULL, "环境保护", "" },
};

static void resolve(void **state)
{
	const struct resolve_case *c = *state;
	struct index_row *rows;
	struct fixture *f;
	size_t count;
	void *made;

	assert_int_equal(setup(&made), 0);
	f = made;
	assert_int_equal(index_resolve(f->index, &f->arena, c->kind, c->text, &rows,
				       &count, &f->err),
			 0);
	for (size_t i = 0; i < count; i++)
		buf_addf(&f->out, "%s ", rows[i].id);
	assert_string_equal(f->out.s, c->ids);
	assert_int_equal(teardown(&made), 0);
}

/* ---- numbers and paths ---- */

static int64_t last_number(struct fixture *f, const char *kind, const char *unit,
			   int year)
{
	int64_t number = -1;

	if (index_last_number(f->index, kind_find(kind), unit, year, &number, &f->err) <
	    0)
		fail_msg("%s", f->err.text);
	return number;
}

static void the_last_number_is_that_of_the_unit_or_year(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(last_number(f, "item", "mz", 0), 10000);
	assert_int_equal(last_number(f, "item", "sw", 0), 0);
	assert_int_equal(last_number(f, "document", NULL, 2018), 1000);
	assert_int_equal(last_number(f, "document", NULL, 2019), 0);
}

static void a_number_is_used_even_when_its_file_is_empty(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(last_number(f, "item", "dz", 0), 3);
}

static void a_kind_without_numbers_has_no_last_one(void **state)
{
	struct fixture *f = *state;
	int64_t number;

	assert_int_equal(
		index_last_number(f->index, kind_find("unit"), NULL, 0, &number, &f->err),
		-1);
	assert_int_equal(f->err.code, ERR_NOT_FOUND);
}

static void paths_are_known_whatever_they_hold(void **state)
{
	struct fixture *f = *state;

	assert_true(index_has_path(f->index, "documents/2019/00/2019-00001.yaml.orig"));
	assert_true(index_has_path(f->index, "units/dz.yaml"));
	assert_false(index_has_path(f->index, "units/dz"));
	assert_false(index_has_path(f->index, "zzz"));
	assert_false(index_has_path(f->index, ""));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest named[] = {
		TEST(one_field_of_a_kind_comes_in_order_of_path),
		TEST(all_fields_of_one_row_come_in_file_order),
		TEST(a_key_that_is_no_row_has_no_values),
		TEST(references_without_a_record_dangle),
		TEST(a_record_of_another_kind_is_not_what_is_referred_to),
		TEST(referrers_are_found_by_the_id),
		TEST(text_that_looks_like_an_id_is_no_reference),
		TEST(the_last_number_is_that_of_the_unit_or_year),
		TEST(a_number_is_used_even_when_its_file_is_empty),
		TEST(a_kind_without_numbers_has_no_last_one),
		TEST(paths_are_known_whatever_they_hold),
	};
	struct CMUnitTest
		rows[ARRAY_LEN(queries) + ARRAY_LEN(doubles) + ARRAY_LEN(resolves)];
	size_t count = 0;
	int failed = cmocka_run_group_tests_name("index_query", named, NULL, NULL);

	for (size_t i = 0; i < ARRAY_LEN(queries); i++)
		rows[count++] = (struct CMUnitTest){ .name = queries[i].label,
						     .test_func = query,
						     .initial_state = &queries[i] };
	for (size_t i = 0; i < ARRAY_LEN(doubles); i++)
		rows[count++] = (struct CMUnitTest){ .name = doubles[i].label,
						     .test_func = find_doubles,
						     .initial_state = &doubles[i] };
	for (size_t i = 0; i < ARRAY_LEN(resolves); i++)
		rows[count++] = (struct CMUnitTest){ .name = resolves[i].label,
						     .test_func = resolve,
						     .initial_state = &resolves[i] };
	return failed + cmocka_run_group_tests_name("index_query rows", rows, NULL, NULL);
}
