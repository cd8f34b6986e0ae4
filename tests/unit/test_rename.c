#include "unit/unit.h"

#include <string.h>

#include "record/facts.h"
#include "record/id.h"
#include "record/rename.h"
#include "unit/random_record.h"

static const struct kind *kind_at(const char *path)
{
	size_t count;
	const struct kind *const *all = kinds(&count);
	const struct kind_set set = { all, count };
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&set, path, id);

	assert_non_null(kind);
	return kind;
}

/* ---- cases ---- */

#define DOCUMENT "documents/2018/00/2018-00001.yaml"
#define HEAD     "id: 2018-00001\n"

struct rename_case {
	const char *label;
	const char *to_path; /* NULL: it stays where it is */
	const char *before;
	const char *after; /* NULL: as before */
	bool vanishes;
};

/* mz-0003 becomes dz-0100, mz-0004 mz-0003, 2018-00001 2018-00002, 2018-00009 2019-00001. */
static const struct id_change changed[] = {
	{ .from = "2018-00001", .to = "2018-00002" },
	{ .from = "2018-00009", .to = "2019-00001" },
	{ .from = "mz-0003", .to = "dz-0100" },
	{ .from = "mz-0004", .to = "mz-0003" },
};

static const struct rename_case cases[] = {
	{ "the id of the record that moves", "documents/2018/00/2018-00002.yaml",
	  HEAD "title: a\n", "id: 2018-00002\ntitle: a\n", false },
	{ "an id that is wrong where it stands is no number to change", NULL,
	  "id: 2018-00009\ntitle: a\n", NULL, false },
	{ "references in a list, each by itself and all at once", NULL,
	  HEAD "items: [mz-0003, 'mz-0004', mz-0005,  \"mz-0003\"]  # mz-0003\n",
	  HEAD "items: [dz-0100, 'mz-0003', mz-0005,  \"dz-0100\"]  # mz-0003\n", false },
	{ "references in a block list with comments between", NULL,
	  HEAD "items:\n- mz-0004 # first\n# mz-0004\n-   mz-0003\n",
	  HEAD "items:\n- mz-0003 # first\n# mz-0004\n-   dz-0100\n", false },
	{ "a reference deep inside, and one written in short", NULL,
	  HEAD "interpretation: {by: [2018-00009, {id: 2018-00009, title: 2018-00009}]}\n"
	       "interprets: 2018-00009\n",
	  HEAD "interpretation: {by: [2019-00001, {id: 2019-00001, title: 2018-00009}]}\n"
	       "interprets: 2019-00001\n",
	  false },
	{ "a text that may be a name or a reference", NULL,
	  HEAD "part-of: {document: 2018-00009, left-out: 2018-00009}\n",
	  HEAD "part-of: {document: 2019-00001, left-out: 2018-00009}\n", false },
	{ "no part of a longer word", NULL,
	  HEAD
	  "body: |\n  [a](x-mz-0003.html) [a](mz-00030.html) [a](2018-000010.html)\n",
	  NULL, false },
	{ "words of a text, own keys and comments are what a person wrote", NULL,
	  HEAD "# mz-0003\nsummary: 见mz-0003和2018-00009\nx-old: mz-0003\n"
	       "index: 640502017/2018-00009\n",
	  NULL, false },
	{ "links to a page, from where the record's own page is", NULL,
	  HEAD "body: |\n  [a](../items/mz-0003.html#top) [b](2018-00009.html)\n"
	       "  [c](/items/mz-0004.html \"mz-0004\") [d](<../items/mz-0003.html>)\n\n"
	       "  [e]: ../items/mz-0003.html\n",
	  HEAD "body: |\n  [a](../items/dz-0100.html#top) [b](2019-00001.html)\n"
	       "  [c](/items/mz-0003.html \"mz-0004\") [d](<../items/dz-0100.html>)\n\n"
	       "  [e]: ../items/dz-0100.html\n",
	  false },
	{ "links to files that go along", NULL,
	  HEAD "body: |\n  ![a](../attachments/2018-00009/2018-00009.png)\n",
	  HEAD "body: |\n  ![a](../attachments/2019-00001/2018-00009.png)\n", false },
	{ "links to elsewhere, and to a page of another kind", NULL,
	  HEAD "body: |\n  [a](https://x.cn/items/mz-0003.html) [b](mz-0003.html)\n"
	       "  [c](../units/mz-0003.html) [d](mailto:mz-0003@x.cn)\n",
	  NULL, false },
	{ "what happened stays as it was said", NULL,
	  HEAD "events:\n- {date: 2018-07-04, act: repeal, document: 2018-00009}\n", NULL,
	  false },
	{ "a stub leads where it led", NULL, HEAD "moved-to: 2018-00009\n", NULL, false },
	{ "where nothing is left, what happened and stubs follow", NULL,
	  HEAD "moved-to: 2018-00009\nevents:\n"
	       "- {date: 2018-07-04, act: repeal, document: 2018-00009, reason: "
	       "2018-00009}\n",
	  HEAD "moved-to: 2019-00001\nevents:\n"
	       "- {date: 2018-07-04, act: repeal, document: 2019-00001, reason: "
	       "2018-00009}\n",
	  true },
	{ "a byte-order mark, CR LF and no end of the last line", NULL,
	  "\xef\xbb\xbfid: 2018-00001\r\ntitle: 东园镇\r\nitems: [mz-0003]",
	  "\xef\xbb\xbfid: 2018-00001\r\ntitle: 东园镇\r\nitems: [dz-0100]", false },
	{ "a file that is no record keeps every byte", NULL, "[mz-0003\n", NULL, false },
	{ "an empty file", NULL, "", NULL, false },
};

static void changes(void **state)
{
	const struct rename_case *one = *state;
	struct arena arena = ARENA_INIT;
	struct id_change items[ARRAY_LEN(changed)];
	const struct id_changes all = { .items = items, .count = ARRAY_LEN(items) };
	const struct record *record = record_parse(&arena, kind_at(DOCUMENT), DOCUMENT,
						   one->before, strlen(one->before));
	struct renamed out;
	struct error err;

	for (size_t i = 0; i < ARRAY_LEN(items); i++) {
		items[i] = changed[i];
		items[i].vanishes = one->vanishes;
	}
	if (record_rename(&arena, record, one->to_path ? one->to_path : DOCUMENT, &all,
			  &out, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(out.bytes, one->after ? one->after : one->before);
	arena_clear(&arena);
}

static void what_cannot_be_changed_safely_is_refused(void **state)
{
	static const char bytes[] = HEAD "interprets: \"2018\\u002d00009\"\n";
	const struct id_changes all = { .items = changed, .count = ARRAY_LEN(changed) };
	struct arena arena = ARENA_INIT;
	struct renamed out;
	struct error err = { 0 };

	(void)state;
	assert_int_equal(record_rename(&arena,
				       record_parse(&arena, kind_at(DOCUMENT), DOCUMENT,
						    bytes, strlen(bytes)),
				       DOCUMENT, &all, &out, &err),
			 -1);
	assert_int_equal(err.code, ERR_SYNTAX);
	arena_clear(&arena);
}

static void each_place_is_told_with_its_line_and_what_becomes_of_it(void **state)
{
	static const char bytes[] = HEAD "# mz-0003\nitems: [mz-0003]\nbody: |\n"
					 "  [a](../items/mz-0004.html) mz-0003\n";
	static const struct {
		enum renamed_as as;
		unsigned int line;
		const char *field;
	} want[] = { { RENAMED_OWN, 1, "id" },
		     { RENAMED_NOT, 2, "" },
		     { RENAMED_REFERENCE, 3, "items[0]" },
		     { RENAMED_LINK, 5, "body" },
		     { RENAMED_NOT, 5, "body" } };
	const struct id_changes all = { .items = changed, .count = ARRAY_LEN(changed) };
	struct arena arena = ARENA_INIT;
	struct renamed out;
	struct error err;

	(void)state;
	assert_int_equal(record_rename(&arena,
				       record_parse(&arena, kind_at(DOCUMENT), DOCUMENT,
						    bytes, strlen(bytes)),
				       "documents/2018/00/2018-00002.yaml", &all, &out,
				       &err),
			 0);
	assert_int_equal(out.spots.count, ARRAY_LEN(want));
	for (size_t i = 0; i < out.spots.count; i++) {
		const struct renamed_spot *spot =
			list_at(&out.spots, struct renamed_spot, i);

		assert_int_equal(spot->as, want[i].as);
		assert_int_equal(spot->place.line, want[i].line);
		assert_string_equal(spot->field, want[i].field);
	}
	arena_clear(&arena);
}

/* ---- random records ---- */

enum { ROUNDS = 60, FAR = 200000 };

static bool is_numbered(const char *id, struct id_parts *parts)
{
	size_t count;
	const struct kind *const *all = kinds(&count);
	const struct kind_set set = { all, count };

	return id_parse(&set, id, parts);
}

static bool is_listed(const struct id_change *items, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(items[i].from, id) == 0)
			return true;
	return false;
}

/* Every number that the record has or refers to, each with one that nobody has. */
static size_t collect(struct arena *arena, const struct record *record,
		      struct id_change *items, size_t room)
{
	const struct facts facts = record_facts(arena, record);
	size_t count = 0;

	for (size_t i = 0; i <= facts.count; i++) {
		const char *id = i < facts.count ? facts.items[i].value : facts.id;
		struct id_parts parts;
		auto_buf to = BUF_INIT;

		if ((i < facts.count && !facts.items[i].ref) ||
		    !is_numbered(id, &parts) || is_listed(items, count, id))
			continue;
		assert_true(count < room);
		id_format(parts.kind, parts.unit, parts.year, parts.number + FAR, &to);
		items[count++] =
			(struct id_change){ .from = id, .to = buf_dup(&to, arena) };
	}
	id_changes_sort(items, count);
	return count;
}

static bool is_kept(const char *field)
{
	return strncmp(field, "events.", 7) == 0 || strcmp(field, "moved-to") == 0;
}

/* All references lead to the new numbers, and nothing else that is indexed differs. */
static void compare_facts(struct arena *arena, const struct record *was,
			  const struct record *is, const struct id_changes *all)
{
	const struct facts a = record_facts(arena, was);
	const struct facts b = record_facts(arena, is);

	assert_int_equal(a.count, b.count);
	for (size_t i = 0; i < a.count; i++) {
		const struct id_change *change =
			id_changes_find(all, a.items[i].value, strlen(a.items[i].value));

		assert_string_equal(a.items[i].field, b.items[i].field);
		if (a.items[i].ref && change && !is_kept(a.items[i].field))
			assert_string_equal(b.items[i].value, change->to);
		else
			assert_string_equal(b.items[i].value, a.items[i].value);
	}
}

static const struct record *renamed(struct arena *arena, const struct record *record,
				    const struct id_changes *all)
{
	const struct id_change *own =
		id_changes_find(all, record->common->id, strlen(record->common->id));
	auto_buf path = BUF_INIT;
	struct renamed out;
	struct error err;

	if (own)
		id_path(record->kind, own->to, &path);
	else
		buf_adds(&path, record->path);
	if (record_rename(arena, record, path.s, all, &out, &err) < 0)
		fail_msg("%s\n%s", err.text, record->tree.bytes);
	return record_parse(arena, record->kind, buf_dup(&path, arena), out.bytes,
			    out.len);
}

static void rename_one(const struct kind *kind, uint32_t seed)
{
	struct arena arena = ARENA_INIT;
	struct filler filler = { .arena = &arena, .kind = kind, .seed = seed };
	struct id_change there[512];
	struct id_change back[512];
	struct id_changes all = { .items = there };
	struct id_changes reverse = { .items = back };
	auto_buf path = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	const struct record *was, *is, *again;

	record_write(random_record(&filler, &path), &bytes);
	was = record_parse(&arena, kind, path.s, bytes.s, bytes.len);
	all.count = collect(&arena, was, there, ARRAY_LEN(there));
	for (size_t i = 0; i < all.count; i++)
		back[i] = (struct id_change){ .from = there[i].to, .to = there[i].from };
	reverse.count = all.count;
	id_changes_sort(back, all.count);
	is = renamed(&arena, was, &all);
	compare_facts(&arena, was, is, &all);
	again = renamed(&arena, is, &reverse);
	assert_int_equal(again->tree.len, was->tree.len);
	assert_memory_equal(again->tree.bytes, was->tree.bytes, was->tree.len);
	arena_clear(&arena);
}

static void random_records_refer_to_the_new_numbers_and_back_again(void **state)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (uint32_t round = 1; round <= ROUNDS; round++)
		for (size_t i = 0; i < count; i++)
			rename_one(all[i], round * 2654435761U + (uint32_t)i);
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(cases) + 3];

	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		tests[i] = UNIT_ROW(changes, &cases[i]);
	tests[ARRAY_LEN(cases)] = (struct CMUnitTest)cmocka_unit_test(
		what_cannot_be_changed_safely_is_refused);
	tests[ARRAY_LEN(cases) + 1] = (struct CMUnitTest)cmocka_unit_test(
		each_place_is_told_with_its_line_and_what_becomes_of_it);
	tests[ARRAY_LEN(cases) + 2] = (struct CMUnitTest)cmocka_unit_test(
		random_records_refer_to_the_new_numbers_and_back_again);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
