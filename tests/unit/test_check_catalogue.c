#include "unit/scratch_catalogue.h"

#include "record/document.h"

#define DAY      "2018-06-29"
#define DOCUMENT "documents/2018/00/2018-00002.yaml"

/* A document in order but for what `more` says after it. */
#define TEXT_OF(formed, more)                                      \
	"id: 2018-00002\n"                                         \
	"title: 关于开展河道清理的通知\n"               \
	"summary: 安排全镇河道清理的范围和时间。\n" \
	"items: [dz-0001]\n"                                       \
	"unit: dz\n"                                               \
	"origin: made\n"                                           \
	"type: news\n"                                             \
	"form: none\n"                                             \
	"normative: no\n"                                          \
	"formed: " formed "\n"                                     \
	"force: none\n"                                            \
	"disclosure: proactive\n"                                  \
	"body: 河道清理自3月20日开始。\n" more

#define CLEARED(day)                                                                    \
	"events:\n"                                                                     \
	"- {date: " day ", act: clear, step: first, verdict: pass, by: 李某, proof: " \
	"paper}\n"                                                                      \
	"- {date: " day ", act: clear, step: final, verdict: pass, by: 张某, proof: " \
	"paper}\n"
#define PUBLISHED(day) "- {date: " day ", act: publish, channel: website}\n"

static int setup(void **state)
{
	static struct scratch scratch;

	scratch_init(&scratch);
	*state = &scratch;
	return 0;
}

static int teardown(void **state)
{
	scratch_release(*state);
	return 0;
}

/* Put text behind catalogue.yaml. */
static void configure(struct scratch *s, const char *more)
{
	auto_buf bytes = BUF_INIT;

	assert_int_equal(file_read(GK_SOURCE_DIR "/tests/fixtures/mini/catalogue.yaml",
				   SOURCE_MAX_FILE, &bytes, &s->err),
			 0);
	buf_adds(&bytes, more);
	scratch_put(s, "catalogue.yaml", bytes.s, bytes.len);
}

static void assert_lines(struct scratch *s, const char *lines)
{
	assert_string_equal(scratch_lines(s), lines);
}

static enum severity severity_of(const struct scratch *s, enum rule_id rule)
{
	for (size_t i = 0; i < s->result.findings.count; i++)
		if (s->result.findings.items[i].rule == rule)
			return s->result.findings.items[i].severity;
	return SEVERITY_OFF;
}

/* ---- the whole ---- */

static void the_small_catalogue_is_silent(void **state)
{
	struct scratch *s = *state;

	scratch_check(s, DAY, NULL);
	assert_lines(s, "");
	assert_int_equal(s->result.records, 9);
	assert_int_equal(s->result.waived.count, 0);
}

static void all_broken_files_are_told_in_one_run(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, "units/aa.yaml", "id: aa\nname: \"\n");
	scratch_put_text(s, "items/dz/dz-0007.yaml", "\tid: dz-0007\n");
	scratch_put_text(s, "reports/2018.yaml", "");
	scratch_put_text(s, "calendar/2018.yaml", "not: a record\n");
	scratch_put_text(s, ".hidden.yaml", "not: a record\n");
	scratch_check(s, DAY, NULL);
	assert_lines(s, "items/dz/dz-0007.yaml:1:1 tab\n"
			"reports/2018.yaml:1:1 empty-file\n"
			"units/aa.yaml:2:7 syntax\n");
}

static void a_record_that_cannot_be_read_is_there_all_the_same(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, "units/dz.yaml", "id: dz\nname: \"\n");
	scratch_check(s, DAY, NULL);
	assert_lines(s, "units/dz.yaml:2:7 syntax\n");
}

static void a_finding_bears_title_and_labels(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, DOCUMENT, TEXT_OF("2018-03-05", "issuer: ab\n"));
	scratch_check(s, DAY, NULL);
	assert_int_equal(s->result.findings.count, 1);
	assert_string_equal(s->result.findings.items[0].title, "关于开展河道清理的通知");
	assert_string_equal(s->result.findings.items[0].label_zh, "发布机构（发文机关）");
	assert_string_equal(s->result.findings.items[0].label_en, "issuer");
}

/* ---- which records ---- */

static void only_what_is_chosen_is_told(void **state)
{
	static const char *const chosen[] = { "units", "units/", "./units",
					      "units/ab.yaml" };
	struct scratch *s = *state;

	scratch_put_text(s, "units/ab.yaml", "id: ab\nname: \"\n");
	scratch_put_text(s, DOCUMENT, TEXT_OF("2018-03-05", "items: [dz-0009]\n"));
	for (size_t i = 0; i < ARRAY_LEN(chosen); i++) {
		scratch_check(s, DAY, chosen[i]);
		assert_lines(s, "units/ab.yaml:2:7 syntax\n");
	}
	assert_int_equal(s->result.records, 1);
}

static void a_path_that_matches_nothing_is_an_error(void **state)
{
	static const char *const path = "unit";
	struct scratch *s = *state;
	struct check_options options = { .paths = &path, .path_count = 1 };
	struct catalogue *catalogue;
	struct index *index;

	scratch_open(s, &catalogue, &index);
	assert_int_equal(check_catalogue(catalogue, index, &options, &s->result,
					 &s->arena, &s->err),
			 -1);
	assert_int_equal(s->err.code, ERR_NOT_FOUND);
	scratch_close(catalogue, index);
}

/* ---- severities ---- */

static void the_catalogue_raises_lowers_and_turns_off(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, DOCUMENT, TEXT_OF("2018-03-05", "unti: dz\n"));
	configure(s, "severities:\n- {rule: field-unknown, level: warning}\n");
	scratch_check(s, DAY, NULL);
	assert_int_equal(severity_of(s, RULE_FIELD_UNKNOWN), SEVERITY_WARNING);
	configure(s, "severities:\n- {rule: field-unknown, level: off}\n");
	scratch_check(s, DAY, NULL);
	assert_lines(s, "");
}

static void a_locked_rule_is_raised_but_not_lowered(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, DOCUMENT, TEXT_OF("2018-03-05", "keywords: [秘密★5年]\n"));
	configure(s, "severities:\n- {rule: secret-mark, level: off}\n");
	scratch_check(s, DAY, NULL);
	assert_int_equal(severity_of(s, RULE_SECRET_MARK), SEVERITY_ERROR);
	assert_int_equal(severity_of(s, RULE_NOT_LOWERED), SEVERITY_WARNING);
}

static void what_a_draft_misses_is_a_note(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, DOCUMENT,
			 TEXT_OF("2018-03-05", "items:\nunit:\nattachments:\n- {file: "
					       "a.pdf, title: 表}\n"));
	scratch_put_text(s, "attachments/2018-00002/a.pdf", "%PDF\n");
	scratch_check(s, DAY, NULL);
	assert_int_equal(severity_of(s, RULE_FIELD_MISSING), SEVERITY_INFO);
}

static void what_the_published_misses_is_an_error(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, DOCUMENT,
			 "id: 2018-00002\ntype: news\ntitle: 关于开展河道清理的通知\n"
			 "formed: 2018-03-05\n" CLEARED("2018-03-05")
				 PUBLISHED("2018-03-05"));
	scratch_check(s, DAY, NULL);
	assert_int_equal(severity_of(s, RULE_FIELD_MISSING), SEVERITY_ERROR);
	assert_int_equal(severity_of(s, RULE_ATTRIBUTE_MISSING), SEVERITY_ERROR);
}

static void what_was_late_before_gk_is_a_note(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(
		s, DOCUMENT,
		TEXT_OF("2016-03-05", CLEARED("2016-12-05") PUBLISHED("2016-12-05")));
	scratch_check(s, DAY, NULL);
	assert_lines(s, DOCUMENT ":17:10 published-late\n");
	assert_int_equal(severity_of(s, RULE_PUBLISHED_LATE), SEVERITY_INFO);
}

/* ---- waivers ---- */

static void a_waiver_holds_until_its_last_day(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, DOCUMENT,
			 TEXT_OF("2018-03-05",
				 "unti: dz\nwaive:\n- {rule: field-unknown, reason: "
				 "试用, by: 李某, date: 2018-03-06, until: "
				 "2018-06-29}\n"));
	scratch_check(s, "2018-06-29", NULL);
	assert_lines(s, "");
	assert_int_equal(s->result.waived.count, 1);
	assert_string_equal(s->result.waived.items[0].waiver->reason, "试用");
	assert_string_equal(s->result.waived.items[0].waiver->by, "李某");
	assert_int_equal(s->result.waived.items[0].waiver->until.month, 6);
	assert_int_equal(s->result.waived.items[0].severity, SEVERITY_ERROR);
	scratch_check(s, "2018-06-30", NULL);
	assert_lines(s,
		     DOCUMENT ":14:1 field-unknown\n" DOCUMENT ":16:10 waiver-expired\n");
	assert_int_equal(s->result.waived.count, 0);
}

static void a_waiver_that_waives_nothing_is_told(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(
		s, DOCUMENT,
		TEXT_OF("2018-03-05",
			"waive:\n- {rule: field-unknown, reason: 试用, by: 李某, "
			"date: 2018-03-06}\n"));
	scratch_check(s, DAY, NULL);
	assert_lines(s, DOCUMENT ":15:10 waiver-unused\n");
}

static void of_two_waivers_of_one_rule_the_second_is_idle(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, DOCUMENT,
			 TEXT_OF("2018-03-05", "unti: dz\nwaive:\n"
					       "- {rule: field-unknown, reason: 试用, "
					       "by: 李某, date: 2018-03-06}\n"
					       "- {rule: field-unknown, reason: 试用, "
					       "by: 李某, date: 2018-03-06, "
					       "until: 2018-12-31}\n"));
	scratch_check(s, DAY, NULL);
	assert_lines(s, DOCUMENT ":17:10 waiver-unused\n");
	assert_int_equal(s->result.waived.count, 1);
}

static void an_incomplete_waiver_waives_nothing(void **state)
{
	static const char *const members[] = {
		"{rule: field-unknown, by: 李某, date: 2018-03-06}",
		"{rule: field-unknown, reason: 试用, date: 2018-03-06}",
		"{rule: field-unknown, reason: 试用, by: 李某}",
	};
	struct scratch *s = *state;

	for (size_t i = 0; i < ARRAY_LEN(members); i++) {
		scratch_put_text(
			s, DOCUMENT,
			arena_printf(&s->arena,
				     TEXT_OF("2018-03-05", "unti: dz\nwaive:\n- %s\n"),
				     members[i]));
		scratch_check(s, DAY, NULL);
		assert_lines(s, DOCUMENT ":14:1 field-unknown\n" DOCUMENT
					 ":16:3 waiver-incomplete\n");
		assert_int_equal(s->result.waived.count, 0);
	}
}

static void a_waiver_reaches_what_only_other_records_tell(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, DOCUMENT,
			 TEXT_OF("2018-03-05",
				 "issuer: ab\nwaive:\n- {rule: reference-missing, "
				 "reason: 试用, by: 李某, date: 2018-03-06}\n"));
	scratch_check(s, DAY, NULL);
	assert_lines(s, "");
	assert_int_equal(s->result.waived.count, 1);
}

static void a_locked_rule_is_not_waived(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(s, DOCUMENT,
			 TEXT_OF("2018-03-05",
				 "keywords: [秘密★5年]\nwaive:\n- {rule: secret-mark, "
				 "reason: 试用, by: 李某, date: 2018-03-06}\n"));
	scratch_check(s, DAY, NULL);
	assert_int_equal(severity_of(s, RULE_SECRET_MARK), SEVERITY_ERROR);
	assert_int_equal(s->result.waived.count, 0);
}

/* ---- time ---- */

struct late_case {
	const char *label;
	const char *limit;
	const char *published;
	bool late;
};

static const struct late_case late_cases[] = {
	/* 2018-03-05 is a Monday; 清明 took 2018-04-05 and 04-06 off and made 04-08 up. */
	{ "the twentieth working day is in time", "信息形成之日起20个工作日内",
	  "2018-04-02", false },
	{ "the day after is late", "信息形成之日起20个工作日内", "2018-04-03", true },
	{ "five working days end on Monday", "信息形成之日起5个工作日内", "2018-03-12",
	  false },
	{ "the Tuesday is late", "信息形成之日起5个工作日内", "2018-03-13", true },
	{ "at once has the days of the law", "及时公开", "2018-04-02", false },
	{ "but no more than those", "及时公开", "2018-04-03", true },
	{ "each quarter has no term", "每季度", "2018-05-31", false },
	{ "the day of approval is not known", "本级人民代表大会批准后20日内",
	  "2018-05-31", false },
	{ "it came out on the day itself", "信息形成之日起1个工作日内", "2018-03-05",
	  false },
};

static void the_limit_of_the_matter_decides(void **state)
{
	const struct late_case *one = *state;
	struct scratch s;
	auto_buf item = BUF_INIT;
	auto_buf text = BUF_INIT;
	static const char law[] = "limit: 信息形成或者变更之日起20个工作日内";
	char *at;
	bool late;

	scratch_init(&s);
	assert_int_equal(file_read(GK_SOURCE_DIR
				   "/tests/fixtures/mini/items/dz/dz-0001.yaml",
				   SOURCE_MAX_FILE, &item, &s.err),
			 0);
	at = strstr(item.s, law);
	assert_non_null(at);
	buf_addf(&text, "%.*slimit: %s%s", (int)(at - item.s), item.s, one->limit,
		 at + strlen(law));
	scratch_put(&s, "items/dz/dz-0001.yaml", text.s, text.len);
	buf_reset(&text);
	buf_addf(&text,
		 TEXT_OF("2018-03-05",
			 CLEARED("2018-03-05") "- {date: %s, act: publish, channel: "
					       "website}\n"),
		 one->published);
	scratch_put(&s, DOCUMENT, text.s, text.len);
	scratch_check(&s, DAY, NULL);
	late = severity_of(&s, RULE_PUBLISHED_LATE) != SEVERITY_OFF;
	scratch_release(&s);
	assert_int_equal(late, one->late);
}

static void the_review_period_of_the_catalogue_holds(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(
		s, "documents/2018/00/2018-00003.yaml",
		"id: 2018-00003\ntitle: 征地方案讨论稿\nsummary: 讨论稿。\nunit: dz\n"
		"origin: made\ntype: other\nform: none\nnormative: no\n"
		"formed: 2018-01-10\nforce: none\nbody: 略去正文。\n"
		"disclosure: {attribute: exempt, ground: {code: 16-2, basis: "
		"条例第十六条第二款, reason: 方案尚在讨论之中，公开会影响决策。}}\n");
	scratch_check(s, "2019-01-10", NULL);
	assert_lines(s, "");
	scratch_check(s, "2019-01-11", NULL);
	assert_lines(s, "documents/2018/00/2018-00003.yaml:12:25 review-overdue\n");
	assert_string_equal(s->result.findings.items[0].args[0], "2019-01-10");
	configure(s, "review-period:\n- {ground: 16-2, months: 3}\n");
	scratch_check(s, "2018-04-11", NULL);
	assert_lines(s, "documents/2018/00/2018-00003.yaml:12:25 review-overdue\n");
}

/* ---- steps and files ---- */

static void the_steps_of_the_catalogue_are_asked_for(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(
		s, DOCUMENT,
		TEXT_OF("2018-03-05", CLEARED("2018-03-05") PUBLISHED("2018-03-05")));
	scratch_check(s, DAY, NULL);
	assert_lines(s, "");
	configure(s, "clearance-steps:\n- {steps: [final, legal]}\n");
	scratch_check(s, DAY, NULL);
	assert_lines(s, DOCUMENT ":17:10 published-uncleared\n");
}

static void clearance_after_publishing_is_none(void **state)
{
	struct scratch *s = *state;

	scratch_put_text(
		s, DOCUMENT,
		TEXT_OF("2018-03-05", CLEARED("2018-03-07") PUBLISHED("2018-03-06")));
	scratch_check(s, DAY, NULL);
	assert_lines(s, DOCUMENT ":17:10 published-uncleared\n");
}

/* The digest that the document has with its files as they are. */
static void digest_now(struct scratch *s, char out[SHA256_HEX_SIZE])
{
	struct catalogue *catalogue;
	struct index *index;
	struct record *record;
	struct attachment_of files;

	scratch_open(s, &catalogue, &index);
	assert_int_equal(catalogue_read_id(catalogue, &s->arena, &document_kind,
					   "2018-00002", &record, &s->err),
			 0);
	files = (struct attachment_of){ .catalogue = catalogue, .id = "2018-00002" };
	public_digest(&s->arena, record, NULL, catalogue_attachment_hash, &files, out);
	scratch_close(catalogue, index);
}

static void a_changed_attachment_is_a_change(void **state)
{
	static const char attached[] =
		"attachments:\n- {file: a.txt, title: 分工表, role: annex}\n";
	struct scratch *s = *state;
	char digest[SHA256_HEX_SIZE];
	auto_buf text = BUF_INIT;

	scratch_put_text(s, "attachments/2018-00002/a.txt", "一组\n");
	buf_addf(&text, TEXT_OF("2018-03-05", "%s"), attached);
	scratch_put(s, DOCUMENT, text.s, text.len);
	digest_now(s, digest);
	buf_addf(&text,
		 CLEARED("2018-03-05") "- {date: 2018-03-05, act: publish, channel: "
				       "website, digest: \"%s\"}\n",
		 digest);
	scratch_put(s, DOCUMENT, text.s, text.len);
	scratch_check(s, DAY, NULL);
	assert_lines(s, "");
	scratch_put_text(s, "attachments/2018-00002/a.txt", "二组\n");
	scratch_check(s, DAY, NULL);
	assert_lines(s, DOCUMENT ":19:10 changed-since-published\n");
}

static void what_is_for_staff_may_be_posted_but_not_published(void **state)
{
	static const char text[] =
		"id: 2018-00002\ntitle: 值班安排\nsummary: 六月值班安排。\nunit: dz\n"
		"origin: made\ntype: news\nform: none\nnormative: no\n"
		"formed: 2018-03-05\nforce: none\nbody: 值班表。\n"
		"disclosure: staff-only\n" CLEARED("2018-03-05") "- {date: 2018-03-05, "
								 "act: %s, channel: "
								 "village-board}\n";
	struct scratch *s = *state;
	auto_buf posted = BUF_INIT;
	auto_buf published = BUF_INIT;

	buf_addf(&posted, text, "post");
	scratch_put(s, DOCUMENT, posted.s, posted.len);
	scratch_check(s, DAY, NULL);
	assert_lines(s, "");
	buf_addf(&published, text, "publish");
	scratch_put(s, DOCUMENT, published.s, published.len);
	scratch_check(s, DAY, NULL);
	assert_lines(s, DOCUMENT ":16:45 published-withheld\n");
}

/* ---- one record before it is written ---- */

static void one_record_is_checked_with_its_references(void **state)
{
	static const char text[] = TEXT_OF("2018-03-05", "issuer: ab\nunti: dz\n");
	struct scratch *s = *state;
	struct findings out = FINDINGS(&s->arena);
	struct catalogue *catalogue;
	struct index *index;
	const struct record *record =
		record_parse(&s->arena, &document_kind, DOCUMENT, text, strlen(text));

	scratch_open(s, &catalogue, &index);
	assert_int_equal(check_one(catalogue, index, record, &out, &s->err), 0);
	check_settle(catalogue, (struct date){ 0 }, &out, NULL);
	findings_sort(&out);
	s->result.findings = out;
	assert_lines(s, DOCUMENT ":14:9 reference-missing\n" DOCUMENT
				 ":15:1 field-unknown\n");
	scratch_close(catalogue, index);
}

static void a_record_may_refer_to_itself_before_it_is_there(void **state)
{
	static const char text[] =
		TEXT_OF("2018-03-05", "interpretation: {by: [2018-00002]}\n");
	struct scratch *s = *state;
	struct findings out = FINDINGS(&s->arena);
	struct catalogue *catalogue;
	struct index *index;
	const struct record *record =
		record_parse(&s->arena, &document_kind, DOCUMENT, text, strlen(text));

	scratch_open(s, &catalogue, &index);
	assert_int_equal(check_one(catalogue, index, record, &out, &s->err), 0);
	assert_int_equal(out.count, 0);
	scratch_close(catalogue, index);
}

#define SCRATCH_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRATCH_TEST(the_small_catalogue_is_silent),
		SCRATCH_TEST(all_broken_files_are_told_in_one_run),
		SCRATCH_TEST(a_record_that_cannot_be_read_is_there_all_the_same),
		SCRATCH_TEST(a_finding_bears_title_and_labels),
		SCRATCH_TEST(only_what_is_chosen_is_told),
		SCRATCH_TEST(a_path_that_matches_nothing_is_an_error),
		SCRATCH_TEST(the_catalogue_raises_lowers_and_turns_off),
		SCRATCH_TEST(a_locked_rule_is_raised_but_not_lowered),
		SCRATCH_TEST(what_a_draft_misses_is_a_note),
		SCRATCH_TEST(what_the_published_misses_is_an_error),
		SCRATCH_TEST(what_was_late_before_gk_is_a_note),
		SCRATCH_TEST(a_waiver_holds_until_its_last_day),
		SCRATCH_TEST(a_waiver_reaches_what_only_other_records_tell),
		SCRATCH_TEST(a_waiver_that_waives_nothing_is_told),
		SCRATCH_TEST(of_two_waivers_of_one_rule_the_second_is_idle),
		SCRATCH_TEST(an_incomplete_waiver_waives_nothing),
		SCRATCH_TEST(a_locked_rule_is_not_waived),
		SCRATCH_TEST(the_review_period_of_the_catalogue_holds),
		SCRATCH_TEST(the_steps_of_the_catalogue_are_asked_for),
		SCRATCH_TEST(clearance_after_publishing_is_none),
		SCRATCH_TEST(a_changed_attachment_is_a_change),
		SCRATCH_TEST(what_is_for_staff_may_be_posted_but_not_published),
		SCRATCH_TEST(one_record_is_checked_with_its_references),
		SCRATCH_TEST(a_record_may_refer_to_itself_before_it_is_there),
	};
	struct CMUnitTest late[ARRAY_LEN(late_cases)];

	for (size_t i = 0; i < ARRAY_LEN(late_cases); i++)
		late[i] = UNIT_ROW(the_limit_of_the_matter_decides, &late_cases[i]);
	return cmocka_run_group_tests_name("catalogue", tests, NULL, NULL) +
	       cmocka_run_group_tests_name("late", late, NULL, NULL);
}
