#include "unit/unit.h"

#include <string.h>

#include "record/document.h"
#include "record/item.h"
#include "record/merge.h"
#include "record/report.h"
#include "record/unit.h"
#include "unit/random_record.h"

/* ---- field by field ---- */

struct merge_case {
	const char *label;
	const char *base; /* lines of a document behind its id */
	const char *ours;
	const char *theirs;
	const char *merged; /* NULL: refused */
	const char *told;   /* a collision a line: label: base | ours | theirs */
};

#define E1   "{date: 2024-01-01, act: withdraw}"
#define E2   "{date: 2024-02-01, act: withdraw}"
#define E3   "{date: 2024-03-01, act: withdraw}"
#define VOID "voided: {date: 2024-05-01, by: 张某, reason: 重号}\n"

static const struct merge_case merge_cases[] = {
	{ "one side changed it", "title: 甲\n", "title: 甲\n", "title: 乙\n",
	  "title: 乙\n", "" },
	{ "both changed it alike, with other quotes", "title: 甲\n", "title: '乙'\n",
	  "title: \"乙\"\n", "title: '乙'\n", "" },
	{ "each side changed another field", "title: 甲\nformed: 2024-01-01\n",
	  "title: 乙\nformed: 2024-01-01\n", "title: 甲\nformed: 2024-01-02\n",
	  "title: 乙\nformed: 2024-01-02\n", "" },
	{ "both changed a text", "title: 甲\n", "title: 乙\n", "title: 丙\n",
	  "title: 乙\n", "标题（信息名称）: 甲 | 乙 | 丙\n" },
	{ "both changed a choice, told by its labels", "type: plan\n", "type: notice\n",
	  "type: news\n", "type: notice\n",
	  "信息体裁: 规划计划（要点、方案） | 通知公告 | 工作动态\n" },
	{ "both gave a field that was not there", "title: 甲\n",
	  "title: 甲\nformed: 2024-01-02\n", "title: 甲\nformed: 2024-01-03\n",
	  "title: 甲\nformed: 2024-01-02\n",
	  "成文日期（生成日期）: - | 2024-01-02 | 2024-01-03\n" },
	{ "one side took a field away, the other changed it",
	  "title: 甲\nformed: 2024-01-01\n", "title: 甲\n",
	  "title: 甲\nformed: 2024-01-02\n", "title: 甲\n",
	  "成文日期（生成日期）: 2024-01-01 | - | 2024-01-02\n" },
	{ "one side took a field away, the other changed another",
	  "title: 甲\nformed: 2024-01-01\n", "title: 甲\n",
	  "title: 乙\nformed: 2024-01-01\n", "title: 乙\n", "" },
	{ "each side changed another field of a group",
	  "notice: {from: 2024-01-01, to: 2024-01-08}\n",
	  "notice: {from: 2024-01-02, to: 2024-01-08}\n",
	  "notice: {from: 2024-01-01, to: 2024-01-09}\n",
	  "notice: {from: 2024-01-02, to: 2024-01-09}\n", "" },
	{ "both changed a field of a group",
	  "notice: {from: 2024-01-01, to: 2024-01-08}\n",
	  "notice: {from: 2024-01-02, to: 2024-01-08}\n",
	  "notice: {from: 2024-01-03, to: 2024-01-09}\n",
	  "notice: {from: 2024-01-02, to: 2024-01-09}\n",
	  "公示要素 · 公示开始: 2024-01-01 | 2024-01-02 | 2024-01-03\n" },
	{ "one side says a group in short that the other fills", "normative: no\n",
	  "normative: yes\n", "normative: {is: no}\ntitle: 甲\n",
	  "normative: yes\ntitle: 甲\n", "" },
	/* lists of texts */
	{ "both put texts into a list", "keywords: [甲]\n", "keywords: [甲, 乙]\n",
	  "keywords: [甲, 丙]\n", "keywords: [甲, 乙, 丙]\n", "" },
	{ "both put the same text in", "keywords: [甲]\n", "keywords: [甲, 乙]\n",
	  "keywords: [丙, 甲, 乙]\n", "keywords: [丙, 甲, 乙]\n", "" },
	{ "one side took a text out, the other put one in", "keywords: [甲, 乙]\n",
	  "keywords: [乙]\n", "keywords: [甲, 乙, 丙]\n", "keywords: [乙, 丙]\n", "" },
	{ "both made another text of one", "keywords: [甲, 乙]\n", "keywords: [丙, 乙]\n",
	  "keywords: [丁, 乙]\n", "keywords: [丙, 乙]\n",
	  "主题词（关键词）: 甲；乙 | 丙；乙 | 丁；乙\n" },
	{ "one side put the texts in another order, the other put one in",
	  "keywords: [甲, 乙]\n", "keywords: [甲, 乙, 丙]\n", "keywords: [乙, 甲]\n",
	  "keywords: [乙, 丙, 甲]\n", "" },
	{ "both put the texts in another order", "keywords: [甲, 乙, 丙]\n",
	  "keywords: [乙, 甲, 丙]\n", "keywords: [甲, 丙, 乙]\n",
	  "keywords: [乙, 甲, 丙]\n",
	  "主题词（关键词）: 甲；乙；丙 | 乙；甲；丙 | 甲；丙；乙\n" },
	/* lists of entries */
	{ "both attached a file", "title: 甲\n",
	  "title: 甲\nattachments: [{file: a.pdf, title: 一}]\n",
	  "title: 甲\nattachments: [{file: b.pdf, title: 二}]\n",
	  "title: 甲\nattachments: [{file: a.pdf, title: 一}, {file: b.pdf, title: "
	  "二}]\n",
	  "" },
	{ "each side changed another field of an entry",
	  "attachments:\n- {file: a.pdf, title: 一, role: annex}\n",
	  "attachments:\n- {file: a.pdf, title: 二, role: annex}\n",
	  "attachments:\n- {file: a.pdf, title: 一, role: sealed}\n",
	  "attachments:\n- {file: a.pdf, title: 二, role: sealed}\n", "" },
	{ "both changed a field of an entry",
	  "attachments:\n- {file: a.pdf, title: 一}\n",
	  "attachments:\n- {file: a.pdf, title: 二}\n",
	  "attachments:\n- {file: a.pdf, title: 三}\n",
	  "attachments:\n- {file: a.pdf, title: 二}\n",
	  "附件 · a.pdf · 附件标题: 一 | 二 | 三\n" },
	{ "one side took an entry out that the other changed",
	  "title: 甲\nattachments:\n- {file: a.pdf, title: 一}\n", "title: 甲\n",
	  "title: 甲\nattachments:\n- {file: a.pdf, title: 三}\n", "title: 甲\n",
	  "附件 · a.pdf: 文件：a.pdf，附件标题：一 | - | 文件：a.pdf，附件标题：三\n" },
	{ "one side took an entry out, the other changed another",
	  "attachments:\n# 一\n- {file: a.pdf, title: 一}\n# 二\n- {file: b.pdf, title: "
	  "二}\n",
	  "attachments:\n# 二\n- {file: b.pdf, title: 二}\n",
	  "attachments:\n# 一\n- {file: a.pdf, title: 一}\n# 二\n- {file: b.pdf, title: "
	  "三}\n",
	  "attachments:\n# 二\n- {file: b.pdf, title: 三}\n", "" },
	/* events */
	{ "both recorded an event", "title: 甲\nevents:\n- " E1 "\n",
	  "title: 甲\nevents:\n- " E1 "\n- " E3 "\n",
	  "title: 甲\nevents:\n- " E1 "\n- " E2 "\n",
	  "title: 甲\nevents:\n- " E1 "\n- " E2 "\n- " E3 "\n", "" },
	{ "both recorded the first event", "title: 甲\n",
	  "title: 甲\nevents:\n- " E3 "\n", "title: 甲\nevents:\n- " E2 "\n",
	  "title: 甲\nevents:\n- " E2 "\n- " E3 "\n", "" },
	{ "both recorded the same event", "title: 甲\n", "title: 甲\nevents:\n- " E2 "\n",
	  "title: 甲\nevents:\n- {act: withdraw, date: 2024-02-01} # 同\n",
	  "title: 甲\nevents:\n- " E2 "\n", "" },
	{ "an event that one side lost stays", "events:\n- " E1 "\n- " E2 "\n",
	  "events:\n- " E1 "\n- " E2 "\n- " E3 "\n", "events:\n- " E1 "\n",
	  "events:\n- " E1 "\n- " E2 "\n- " E3 "\n", "" },
	{ "events stay in the order of both sides", "events:\n- " E2 "\n- " E1 "\n",
	  "events:\n- " E2 "\n- " E1 "\n- " E3 "\n",
	  "events:\n- " E2 "\n- " E1 "\nnote: 急\n",
	  "events:\n- " E2 "\n- " E1 "\n- " E3 "\nnote: 急\n", "" },
	{ "comments between events stay with them", "events:\n# 一\n- " E1 " # 行末\n",
	  "events:\n# 一\n- " E1 " # 行末\n# 三\n- " E3 "\n",
	  "events:\n- " E1 "\n- " E2 "\n",
	  "events:\n# 一\n- " E1 " # 行末\n- " E2 "\n# 三\n- " E3 "\n", "" },
	{ "events in one line", "events: [" E1 "]\n", "events: [" E1 ", " E3 "]\n",
	  "events: [" E1 ", " E2 "]\n", "events: [" E1 ", " E2 ", " E3 "]\n", "" },
	/* own keys */
	{ "own keys of both", "x-a: 1\n", "x-a: 2\nx-b: 1\n", "x-a: 1\nx-c: 1\n",
	  "x-a: 2\nx-b: 1\nx-c: 1\n", "" },
	{ "an own key that both changed", "x-a: 1\n", "x-a: 2\n", "x-a: [3]\n",
	  "x-a: 2\n", "x-a: 1 | 2 | [3]\n" },
	{ "an own key taken away", "x-a: 1\ntitle: 甲\n", "title: 甲\n",
	  "x-a: 1\ntitle: 乙\n", "title: 乙\n", "" },
	/* comments and layout */
	{ "comments of both sides are kept where the lines allow it",
	  "title: 甲\nformed: 2024-01-01\nnote: 急\n",
	  "title: 乙 # 我\nformed: 2024-01-01\nnote: 急\n",
	  "title: 甲\nformed: 2024-01-01\nnote: 缓 # 他\n",
	  "title: 乙 # 我\nformed: 2024-01-01\nnote: 缓 # 他\n", "" },
	{ "else those of ours", "title: 甲\nnote: 急\n",
	  "# 首\ntitle: 乙\nnote:   急   # 尾\n", "title: 甲\nnote: 缓 # 他\n",
	  "# 首\ntitle: 乙\nnote:   缓   # 尾\n", "" },
	/* numbers given up */
	{ "one side gave the number up, the other changed the record", "title: 甲\n",
	  "title: 乙\n", VOID, VOID, "" },
	{ "both gave it up alike", "title: 甲\n", VOID, "# 作废\n" VOID, VOID, "" },
	{ "both gave it up, each in its way", "title: 甲\n", VOID,
	  "moved-to: 2024-00009\n", VOID,
	  "number given up: - | 2024-05-01 张某 重号 | 2024-00009\n" },
	/* what is no record */
	{ "a fault that both sides have is kept by lines",
	  "titel: 甲\nformed: 2024-01-01\n", "titel: 甲\nformed: 2024-01-02\n",
	  "titel: 甲\nformed: 2024-01-01\nsummary: 丙\n", NULL, "" },
	{ "a file that cannot be read", "title: 甲\n", "title: [甲\n", "title: 乙\n",
	  NULL, "" },
	{ "markers of a merge that was left", "title: 甲\n",
	  "<<<<<<< a\ntitle: 乙\n=======\ntitle: 丙\n>>>>>>> b\n", "title: 丁\n", NULL,
	  "" },
};

static struct record *read(struct arena *arena, const char *lines)
{
	auto_buf file = BUF_INIT;

	buf_addf(&file, "id: 2024-00001\n%s", lines);
	return record_parse(arena, &document_kind, "documents/2024/00/2024-00001.yaml",
			    buf_dup(&file, arena), file.len);
}

static void tell(const struct merged *merged, struct buf *out)
{
	for (size_t i = 0; i < merged->collisions.count; i++) {
		const struct collision *c =
			list_at(&merged->collisions, struct collision, i);

		buf_addf(out, "%s: %s | %s | %s\n", c->label, c->base ? c->base : "-",
			 c->ours ? c->ours : "-", c->theirs ? c->theirs : "-");
	}
}

/* Lines as the caller of the library merges them, in small: where one side alone differs from base. */
static bool lines(const char *base, const char *ours, const char *theirs,
		  enum merge_side favour, struct buf *out)
{
	(void)favour;
	while (*base && *ours && *theirs) {
		size_t b = strcspn(base, "\n") + 1;
		size_t o = strcspn(ours, "\n") + 1;
		size_t t = strcspn(theirs, "\n") + 1;
		bool left = b == o && strncmp(base, ours, b) == 0;
		bool right = b == t && strncmp(base, theirs, b) == 0;

		if (!left && !right)
			return false;
		buf_add(out, left ? theirs : ours, left ? t : o);
		base += b;
		ours += o;
		theirs += t;
	}
	return !*base && !*ours && !*theirs;
}

static void merge(void **state)
{
	const struct merge_case *c = *state;
	const struct merge_options options = { .language = LANGUAGE_ZH, .lines = lines };
	struct arena arena = ARENA_INIT;
	const struct merge_sides sides = { read(&arena, c->base), read(&arena, c->ours),
					   read(&arena, c->theirs) };
	struct merged merged;
	auto_buf told = BUF_INIT;

	record_merge(&arena, &sides, &options, &merged);
	tell(&merged, &told);
	assert_string_equal(told.s, c->told);
	assert_int_equal(merged.outcome, !c->merged ? MERGE_REFUSED
					 : *c->told ? MERGE_COLLIDES
						    : MERGE_CLEAN);
	if (c->merged) {
		assert_string_equal(merged.bytes + strlen("id: 2024-00001\n"), c->merged);
		assert_int_equal(merged.len, strlen(merged.bytes));
	} else {
		assert_null(merged.bytes);
		assert_non_null(merged.why);
	}
	arena_clear(&arena);
}

/* ---- what is chosen ---- */

struct choice_of_side {
	enum merge_side side;
	const char *own;
};

static enum merge_side choose(void *payload, const struct collision *collision,
			      const char **own)
{
	const struct choice_of_side *choice = payload;

	assert_int_equal(collision->may_own, true);
	*own = choice->own;
	return choice->side;
}

static void assert_chosen(enum merge_side side, const char *own, const char *title)
{
	struct choice_of_side choice = { side, own };
	const struct merge_options options = { .choose = choose, .payload = &choice };
	struct arena arena = ARENA_INIT;
	const struct merge_sides sides = { read(&arena, "title: 甲 # 题\n"),
					   read(&arena, "title: 乙 # 题\n"),
					   read(&arena, "title: 丙 # 题\n") };
	struct merged merged;

	record_merge(&arena, &sides, &options, &merged);
	assert_int_equal(merged.outcome, MERGE_CLEAN);
	assert_string_equal(merged.bytes, title);
	arena_clear(&arena);
}

static void a_chosen_side_holds(void **state)
{
	(void)state;
	assert_chosen(MERGE_OURS, NULL, "id: 2024-00001\ntitle: 乙 # 题\n");
	assert_chosen(MERGE_THEIRS, NULL, "id: 2024-00001\ntitle: 丙 # 题\n");
	assert_chosen(MERGE_BASE, NULL, "id: 2024-00001\ntitle: 甲 # 题\n");
	assert_chosen(MERGE_OWN, "丁", "id: 2024-00001\ntitle: 丁 # 题\n");
}

/* ---- whether it is one record ---- */

static struct merged merge_files(struct arena *arena, const struct kind *kind,
				 const char *base, const char *ours, const char *theirs)
{
	const struct merge_options options = { .language = LANGUAGE_ZH };
	const struct merge_sides sides = {
		base ? record_parse(arena, kind, "", base, strlen(base)) : NULL,
		record_parse(arena, kind, "", ours, strlen(ours)),
		record_parse(arena, kind, "", theirs, strlen(theirs)),
	};
	struct merged merged;

	record_merge(arena, &sides, &options, &merged);
	return merged;
}

static void two_records_with_one_number_are_not_merged(void **state)
{
	struct arena arena = ARENA_INIT;

	(void)state;
	assert_int_equal(merge_files(&arena, &document_kind, NULL,
				     "id: 2024-00001\ntitle: 甲\n",
				     "id: 2024-00001\ntitle: 乙\n")
				 .outcome,
			 MERGE_REFUSED);
	assert_int_equal(merge_files(&arena, &item_kind, NULL, "id: mz-0001\ntitle: 甲\n",
				     "id: mz-0001\ntitle: 乙\n")
				 .outcome,
			 MERGE_REFUSED);
	arena_clear(&arena);
}

static void different_numbers_are_not_merged(void **state)
{
	struct arena arena = ARENA_INIT;

	(void)state;
	assert_int_equal(
		merge_files(&arena, &document_kind, "id: 2024-00001\ntitle: 甲\n",
			    "id: 2024-00002\ntitle: 乙\n", "id: 2024-00001\ntitle: 丙\n")
			.outcome,
		MERGE_REFUSED);
	arena_clear(&arena);
}

static void a_unit_that_both_added_is_one(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct merged merged = merge_files(
		&arena, &unit_kind, NULL, "id: mz\nname: 民政办\nphone: '1'\n",
		"id: mz\nname: 民政办\naliases: [民政]\n");

	(void)state;
	assert_int_equal(merged.outcome, MERGE_CLEAN);
	assert_string_equal(merged.bytes,
			    "id: mz\nname: 民政办\nphone: '1'\naliases: [民政]\n");
	arena_clear(&arena);
}

static void the_side_that_gave_a_number_up_is_told(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct merged merged = merge_files(
		&arena, &document_kind, "id: 2024-00001\ntitle: 甲\n",
		"id: 2024-00001\ntitle: 乙\n", "id: 2024-00001\nmoved-to: 2024-00002\n");

	(void)state;
	assert_int_equal(merged.ending, MERGE_MOVED);
	assert_int_equal(merged.ended_by, MERGE_THEIRS);
	arena_clear(&arena);
}

/* ---- random records ---- */

enum { ROUNDS = 60 };

static const struct kind *const random_kinds[] = { &document_kind, &item_kind,
						   &report_kind, &unit_kind };

static struct record *random_state(struct arena *arena, const struct kind *kind,
				   uint32_t seed, const char *id)
{
	struct filler filler = { .arena = arena, .kind = kind, .seed = seed };
	auto_buf path = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	struct record *record = random_record(&filler, &path);

	record->common->voided = (struct voided){ 0 };
	record->common->moved_to = NULL;
	record->common->id = id ? id : record->common->id;
	record_write(record, &bytes);
	return record_parse(arena, kind, "", buf_dup(&bytes, arena), bytes.len);
}

/* A random record like `like` but for some of its fields. */
static struct record *random_change(struct arena *arena, const struct record *like,
				    uint32_t seed)
{
	const struct record *other =
		random_state(arena, like->kind, seed, like->common->id);
	struct filler filler = { .arena = arena, .kind = like->kind, .seed = seed + 1 };
	struct record *record = record_new(arena, like->kind);
	auto_buf bytes = BUF_INIT;

	memcpy(record->common, like->common, like->kind->fields.size);
	for (size_t i = 0; i < like->kind->fields.count; i++) {
		const struct field *field = &like->kind->fields.items[i];

		if (filler_below(&filler, 4) == 0)
			memcpy((char *)(void *)record->common + field->offset,
			       (const char *)other->common + field->offset,
			       field_size(field));
	}
	if (filler_below(&filler, 2))
		for (size_t i = 0; i < other->common->events.count; i++)
			*(struct event *)list_add(arena, &record->common->events,
						  sizeof(struct event)) =
				*list_at(&other->common->events, struct event, i);
	record_write(record, &bytes);
	return record_parse(arena, like->kind, "", buf_dup(&bytes, arena), bytes.len);
}

static struct merged merge_all(struct arena *arena, const struct record *base,
			       const struct record *ours, const struct record *theirs)
{
	const struct merge_options options = { .language = LANGUAGE_ZH };
	const struct merge_sides sides = { base, ours, theirs };
	struct merged merged;

	record_merge(arena, &sides, &options, &merged);
	return merged;
}

static void assert_bytes(const struct merged *merged, const struct record *record)
{
	assert_int_equal(merged->outcome, MERGE_CLEAN);
	assert_int_equal(merged->len, record->tree.len);
	assert_memory_equal(merged->bytes, record->tree.bytes, record->tree.len);
}

static size_t count_events(struct arena *arena, const struct kind *kind,
			   const struct merged *merged, const struct record *of)
{
	const struct record *result =
		record_parse(arena, kind, "", merged->bytes, merged->len);
	size_t found = 0;

	for (size_t i = 0; i < of->common->events.count; i++)
		for (size_t k = 0; k < result->common->events.count; k++)
			if (event_compare(list_at(&of->common->events, struct event, i),
					  list_at(&result->common->events, struct event,
						  k)) == 0) {
				found++;
				break;
			}
	return found;
}

static void check_round(struct arena *arena, const struct kind *kind, uint32_t seed)
{
	const struct record *base = random_state(arena, kind, seed, NULL);
	const struct record *ours = random_change(arena, base, seed + 1000003);
	const struct record *theirs = random_change(arena, base, seed + 2000003);
	struct merged one, other;

	one = merge_all(arena, base, ours, ours);
	assert_bytes(&one, ours);
	one = merge_all(arena, base, ours, base);
	assert_bytes(&one, ours);
	one = merge_all(arena, base, base, theirs);
	assert_bytes(&one, theirs);
	one = merge_all(arena, base, ours, theirs);
	other = merge_all(arena, base, theirs, ours);
	assert_int_equal(one.outcome, other.outcome);
	assert_int_equal(one.collisions.count, other.collisions.count);
	if (one.outcome == MERGE_REFUSED)
		return;
	assert_int_equal(count_events(arena, kind, &one, ours),
			 ours->common->events.count);
	assert_int_equal(count_events(arena, kind, &one, theirs),
			 theirs->common->events.count);
	assert_int_equal(count_events(arena, kind, &other, theirs),
			 theirs->common->events.count);
}

static void random_records(void **state)
{
	(void)state;
	for (size_t k = 0; k < ARRAY_LEN(random_kinds); k++)
		for (uint32_t round = 1; round <= ROUNDS; round++) {
			struct arena arena = ARENA_INIT;

			check_round(&arena, random_kinds[k], round * 7919);
			arena_clear(&arena);
		}
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(merge_cases) + 6];
	size_t n = 0;

	for (; n < ARRAY_LEN(merge_cases); n++)
		tests[n] = UNIT_ROW(merge, &merge_cases[n]);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(a_chosen_side_holds);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(
		two_records_with_one_number_are_not_merged);
	tests[n++] =
		(struct CMUnitTest)cmocka_unit_test(different_numbers_are_not_merged);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(a_unit_that_both_added_is_one);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(
		the_side_that_gave_a_number_up_is_told);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(random_records);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
