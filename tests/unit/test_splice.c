#include "unit/unit.h"

#include <string.h>

#include "format/splice.h"
#include "unit/yaml_tree.h"

enum change { APPEND, SET, REMOVE };

static int make_change(const struct yaml_tree *tree, enum change change, const char *path,
		       const char *yaml, struct buf *out, struct error *err)
{
	switch (change) {
	case APPEND:
		return splice_append(tree, path, yaml, out, err);
	case SET:
		return splice_set(tree, path, yaml, out, err);
	case REMOVE:
		return splice_remove(tree, path, out, err);
	}
	return -1;
}

static void check_change(enum change change, const char *before, const char *path,
			 const char *yaml, const char *after)
{
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	struct yaml_tree tree;
	auto_buf out = BUF_INIT;

	yaml_parse(&arena, before, strlen(before), &tree);
	if (make_change(&tree, change, path, yaml, &out, &err) < 0)
		fail_msg("%s: %s", before, err.text);
	assert_string_equal(out.s, after);
	arena_clear(&arena);
}

/* ---- appending ---- */

static const struct {
	const char *before;
	const char *after; /* with {x: y} appended to the list `a` */
} appended[] = {
	/* Block lists: indent, comments, what follows. */
	{ "a:\n- b\n", "a:\n- b\n- {x: y}\n" },
	{ "a:\n    - b\n    - c # c\nd: e\n",
	  "a:\n    - b\n    - c # c\n    - {x: y}\nd: e\n" },
	{ "a: # 列表\n# 上\n- b: c # 一\n  d: e # 二\n# 后\n\nf: g\n",
	  "a: # 列表\n# 上\n- b: c # 一\n  d: e # 二\n- {x: y}\n# 后\n\nf: g\n" },
	{ "a:\n- b\n\n  # 深\nc: d\n", "a:\n- b\n- {x: y}\n\n  # 深\nc: d\n" },
	{ "a:\n- b", "a:\n- b\n- {x: y}\n" },
	{ "a:\n- b # c", "a:\n- b # c\n- {x: y}\n" },
	{ "a:\n-\nb: c\n", "a:\n-\n- {x: y}\nb: c\n" },
	{ "a:\n- b:\n# c\n", "a:\n- b:\n- {x: y}\n# c\n" },
	{ "a:\n- |\n  b\n\n# c\n", "a:\n- |\n  b\n- {x: y}\n\n# c\n" },
	{ "a:\n- |\n  b", "a:\n- |\n  b\n- {x: y}\n" },
	{ "a:\n- |+\n  b\n\nc: d\n", "a:\n- |+\n  b\n\n- {x: y}\nc: d\n" },
	{ "a:\n- - b\n  - c\n", "a:\n- - b\n  - c\n- {x: y}\n" },
	{ "a:\n- [b,\n   c] # d\n", "a:\n- [b,\n   c] # d\n- {x: y}\n" },
	{ "a:\n- b\n...\n", "a:\n- b\n- {x: y}\n...\n" },
	{ "\xEF\xBB\xBF"
	  "a:\n- b\n",
	  "\xEF\xBB\xBF"
	  "a:\n- b\n- {x: y}\n" },
	{ "a:\r\n- b # c\r\nd: e\r\n", "a:\r\n- b # c\r\n- {x: y}\r\nd: e\r\n" },
	{ "a:\r\n- b", "a:\r\n- b\r\n- {x: y}\r\n" },
	/* Flow lists. */
	{ "a: []\n", "a: [{x: y}]\n" },
	{ "a: [ ] # c\n", "a: [{x: y} ] # c\n" },
	{ "a: [# c\n]\n", "a: [{x: y} # c\n]\n" },
	{ "a: [甲, \"乙\"] # c\n", "a: [甲, \"乙\", {x: y}] # c\n" },
	{ "a: [b,]", "a: [b, {x: y}]" },
	{ "a: [\"b\":]\n", "a: [\"b\":, {x: y}]\n" },
	{ "a: [b: ]\n", "a: [b: , {x: y}]\n" },
	{ "a: [\n  {b: c}, # 一\n  {d: e} # 二\n]\n",
	  "a: [\n  {b: c}, # 一\n  {d: e}, {x: y} # 二\n]\n" },
	{ "a: [\n  b, # 一\n]\n", "a: [\n  b, {x: y} # 一\n]\n" },
	{ "a:\n  [b]\n", "a:\n  [b, {x: y}]\n" },
	{ "{a: [b], c: d}\n", "{a: [b, {x: y}], c: d}\n" },
	/* No list yet. */
	{ "a:\nb: c\n", "a:\n- {x: y}\nb: c\n" },
	{ "a: # 没有\n# 下\nb:\n  - c\n", "a: # 没有\n  - {x: y}\n# 下\nb:\n  - c\n" },
	{ "a: ~ # c\n", "a: # c\n- {x: y}\n" },
	{ "a: null", "a:\n- {x: y}\n" },
	{ "a:", "a:\n- {x: y}\n" },
	{ "{a: , c: d}\n", "{a: [{x: y}] , c: d}\n" },
	{ "{a: ~}\n", "{a: [{x: y}]}\n" },
	{ "{a}\n", "{a: [{x: y}]}\n" },
	/* No key yet. */
	{ "b: c # d\n# 尾\n", "b: c # d\n# 尾\na:\n- {x: y}\n" },
	{ "b: c", "b: c\na:\n- {x: y}\n" },
	{ "b: |+\n  c\n   ", "b: |+\n  c\n   \na:\n- {x: y}\n" },
	{ "b: |+\n  c\n  ", "b: |+\n  c\na:\n- {x: y}\n  " },
	{ "b: |\n  c", "b: |\n  c\na:\n- {x: y}\n" },
	{ "b:\n    - c\n", "b:\n    - c\na:\n    - {x: y}\n" },
	{ "---\nb: c\n... # d\n", "---\nb: c\na:\n- {x: y}\n... # d\n" },
	{ "b: c\r\n# d", "b: c\r\n# d\r\na:\r\n- {x: y}\r\n" },
	{ "{b: c}\n", "{b: c, a: [{x: y}]}\n" },
	{ "{}\n", "{a: [{x: y}]}\n" },
	{ "# 空\n", "# 空\na:\n- {x: y}\n" },
	{ "", "a:\n- {x: y}\n" },
};

static void an_entry_goes_behind_the_last_leaf(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(appended); i++)
		check_change(APPEND, appended[i].before, "a", "{x: y}",
			     appended[i].after);
}

/* ---- a record with a comment on every line ---- */

static const char record_head[] = "# 注释：文件头\n"
				  "id: 2018-00112 # 编号\n"
				  "title: 关于印发《要点》的通知 # 标题：内容，“引号”\n"
				  "disclosure: {attribute: proactive} # 属性\n"
				  "body: | # 正文\n"
				  "  一、为了……# 不是注释\n"
				  "\n"
				  "  二、𠮷\n"
				  "events: # 记录\n";
static const char record_list[] = "- {date: 2018-07-03, act: clear, by: 李某} # 一\n"
				  "# 之间\n"
				  "- date: 2018-07-04 # 二\n"
				  "  act: publish # 三\n";
static const char record_flow[] = "  [{date: 2018-07-03, act: clear}, # 一\n"
				  "   {date: 2018-07-04, act: publish}] # 二\n";
static const char record_tail[] = "# 列表后：\n"
				  "\n"
				  "# 文件尾";

static void add_record(struct buf *out, const char *head, const char *list, bool crlf)
{
	auto_buf text = BUF_INIT;

	buf_adds(&text, head);
	buf_adds(&text, record_head);
	buf_adds(&text, list);
	buf_adds(&text, record_tail);
	for (const char *s = text.s; *s; s++) {
		if (crlf && *s == '\n')
			buf_addc(out, '\r');
		buf_addc(out, *s);
	}
}

/* All that was there is there, in front of the splice or behind it. */
static void check_outside(const struct yaml_tree *before, const struct buf *after)
{
	size_t front = 0;
	size_t back = 0;

	while (front < before->len && before->bytes[front] == after->s[front])
		front++;
	while (back < before->len - front &&
	       before->bytes[before->len - 1 - back] == after->s[after->len - 1 - back])
		back++;
	assert_int_equal(front + back, before->len);
}

static void check_event(const char *head, const char *list, bool crlf)
{
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	struct yaml_tree before;
	struct yaml_tree after;
	const struct yaml_node *events;
	auto_buf text = BUF_INIT;
	auto_buf out = BUF_INIT;

	add_record(&text, head, list, crlf);
	yaml_parse(&arena, text.s, text.len, &before);
	assert_int_equal(splice_append(&before, "events", "{date: 2018-07-05, act: 公开}",
				       &out, &err),
			 0);
	check_outside(&before, &out);
	yaml_parse(&arena, out.s, out.len, &after);
	assert_int_equal(after.problem_count, before.problem_count);
	assert_true(tree_equal_but(before.root, after.root, "events"));
	events = yaml_get(after.root, "events");
	assert_int_equal(events->count, 3);
	assert_string_equal(yaml_get(events->items[1], "act")->value, "publish");
	assert_string_equal(yaml_get(events->items[2], "act")->value, "公开");
	arena_clear(&arena);
}

static void a_commented_record_keeps_every_byte_outside_the_splice(void **state)
{
	static const char *const heads[] = { "", "\xEF\xBB\xBF" };
	static const char *const lists[] = { record_list, record_flow };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
		for (size_t j = 0; j < ARRAY_LEN(lists); j++) {
			check_event(heads[i], lists[j], false);
			check_event(heads[i], lists[j], true);
		}
	}
}

/* ---- setting ---- */

static const struct {
	const char *before;
	const char *path;
	const char *yaml;
	const char *after;
} set[] = {
	/* A value that is there, in every style. */
	{ "a: b # c\nd: e\n", "a", "甲", "a: 甲 # c\nd: e\n" },
	{ "a:   'b''c'   # d\n", "a", "x", "a:   x   # d\n" },
	{ "a: \"b\n  c\" # d\n", "a", "x", "a: x # d\n" },
	{ "a: b\n  c\nd: e\n", "a", "x", "a: x\nd: e\n" },
	{ "a: # c\nb: d\n", "a", "x", "a: x # c\nb: d\n" },
	{ "a:", "a", "x", "a: x" },
	{ "a:\n  b # c\n", "a", "x", "a:\n  x # c\n" },
	{ "a: | # c\n  甲\n  乙\n\n# d\nb: e\n", "a", "x", "a: x # c\n\n# d\nb: e\n" },
	{ "a: >-\n  b\n", "a", "|\n一\n\n  二\n", "a: |\n  一\n\n    二\n" },
	{ "a: |\n  b", "a", "x", "a: x" },
	{ "a: b # c\nd: e\n", "a", "|-\n一", "a: |- # c\n  一\nd: e\n" },
	{ "a: b", "a", "|\n一\n", "a: |\n  一\n" },
	{ "a: b\n\nc: d\n", "a", "|+\n一\n\n", "a: |+\n  一\n\nc: d\n" },
	{ "a: b\r\nc: d\r\n", "a", "|\n一\n二\n", "a: |\r\n  一\r\n  二\r\nc: d\r\n" },
	{ "a: [b, # c\n  d] # e\n", "a", "[]", "a: [] # e\n" },
	{ "a: # c\n- b # d\n# e\nf: g\n", "a", "[x]", "a: [x] # c\n# e\nf: g\n" },
	{ "a:\n  b: c\n  d: |\n    e\nf: g\n", "a", "x", "a: x\nf: g\n" },
	{ "\xEF\xBB\xBF甲: 乙\n", "甲", "丙", "\xEF\xBB\xBF甲: 丙\n" },
	/* Below the top. */
	{ "a:\n  b: c # d\n  e: f\n", "a.b", "x", "a:\n  b: x # d\n  e: f\n" },
	{ "a:\n    b:\n        c: d\n", "a.b.c", "|\n一\n",
	  "a:\n    b:\n        c: |\n            一\n" },
	{ "a: {b: c, d: e} # f\n", "a.b", "x, y", "a: {b: \"x, y\", d: e} # f\n" },
	{ "a: {b: c}\n", "a.b", "|\n一\n二\n", "a: {b: \"一\\n二\\n\"}\n" },
	{ "a: {\"b\":c, d}\n", "a.b", "x", "a: {\"b\": x, d}\n" },
	{ "a: {b: , d: e}\n", "a.b", "x", "a: {b: x , d: e}\n" },
	{ "a: {b, d}\n", "a.b", "12", "a: {b: 12, d}\n" },
	/* A key that is not there. */
	{ "a: b\n# c\n", "d", "x", "a: b\n# c\nd: x\n" },
	{ "a:\n  b: c # d\n  # e\nf: g\n", "a.h", "x",
	  "a:\n  b: c # d\n  h: x\n  # e\nf: g\n" },
	{ "a:\n  b:\n  - c\nf: g\n", "a.h", "|\n一\n",
	  "a:\n  b:\n  - c\n  h: |\n    一\nf: g\n" },
	{ "a: {b: c} # d\n", "a.e", "x", "a: {b: c, e: x} # d\n" },
	{ "a: {b: c,\n  d: e,\n}\n", "a.f", "x", "a: {b: c,\n  d: e, f: x\n}\n" },
	{ "a: {}\n", "a.b.c", "x", "a: {b: {c: x}}\n" },
	/* Parents that are not there. */
	{ "a: b\n", "c.d.e", "x", "a: b\nc:\n  d:\n    e: x\n" },
	{ "a:\n    b: c\n", "d.e", "|\n一\n",
	  "a:\n    b: c\nd:\n    e: |\n        一\n" },
	{ "a: # c\nb: d\n", "a.e", "x", "a: # c\n  e: x\nb: d\n" },
	{ "a: ~\n", "a.e", "x", "a:\n  e: x\n" },
	{ "{a: }\n", "a.e", "x", "{a: {e: x} }\n" },
	{ "", "a.b", "x", "a:\n  b: x\n" },
	{ "a: b\n", "no", "x", "a: b\n\"no\": x\n" },
	/* Blanks below that would become part of the text. */
	{ "a: b\n       \nc: d\n", "a", "|\n一\n", "a: |\n        一\n       \nc: d\n" },
	{ "a: b\n   # 深\nc: d\n", "a", "|\n一\n", "a: |\n    一\n   # 深\nc: d\n" },
};

static void a_value_is_replaced_or_added_where_it_belongs(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(set); i++)
		check_change(SET, set[i].before, set[i].path, set[i].yaml, set[i].after);
}

/* ---- removing ---- */

static const struct {
	const char *before;
	const char *path;
	const char *after;
} removed[] = {
	{ "a: b # c\n# d\ne: f\n", "a", "# d\ne: f\n" },
	{ "a: b\nc: d", "c", "a: b\n" },
	{ "a: b\nc: |\n  d\n\n# e\n", "c", "a: b\n\n# e\n" },
	{ "a:\n- b # c\n- d\n# e\nf: g\n", "a", "# e\nf: g\n" },
	{ "a: [b,\n  c] # d\ne: f\n", "a", "e: f\n" },
	{ "\xEF\xBB\xBF"
	  "a: b\nc: d\n",
	  "a",
	  "\xEF\xBB\xBF"
	  "c: d\n" },
	{ "a: b\r\nc: d\r\n", "a", "c: d\r\n" },
	{ "a:\n  b: c\n  d: e\n", "a.b", "a:\n  d: e\n" },
	{ "a:\n  b: c\n", "a.b", "a:\n" },
	{ "a: {b: c, d: e} # f\n", "a.b", "a: {d: e} # f\n" },
	{ "a: {b: c, d: e}\n", "a.d", "a: {b: c}\n" },
	{ "a: {b: c, d: e,}\n", "a.d", "a: {b: c,}\n" },
	{ "a: {b: c,}\n", "a.b", "a: {}\n" },
	{ "a: {b: , d: e}\n", "a.d", "a: {b: }\n" },
	{ "a: {b, d}\n", "a.d", "a: {b}\n" },
	{ "a: {\"b\":, d: e}\n", "a.d", "a: {\"b\":}\n" },
	{ "a: b\n", "a", "" },
	/* Comments that would become part of the text above. */
	{ "a: |\n  b\nc: d\n\n   # 深\n# 浅\n", "c", "a: |\n  b\n# 浅\n" },
	{ "a: |\n  b\n# 间\nc: d\n   # 深\n", "c", "a: |\n  b\n# 间\n   # 深\n" },
};

static void a_key_goes_with_its_value_and_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(removed); i++)
		check_change(REMOVE, removed[i].before, removed[i].path, NULL,
			     removed[i].after);
}

/* ---- refusing ---- */

static const struct {
	const char *before;
	const char *path;
	const char *text;
	enum change change;
	enum error_code code;
} refused[] = {
	{ "a: b\n", "a", "'a' is not a list", APPEND, ERR_SYNTAX },
	{ "a: {b: c}\n", "a", "'a' is not a list", APPEND, ERR_SYNTAX },
	{ "- b\n", "a", "the file is not a mapping", APPEND, ERR_SYNTAX },
	{ "a: [b\n", "a", "line 2 has to be mended by hand first", APPEND, ERR_SYNTAX },
	{ "a: [b]\na: [c]\n", "a", "line 2 has to be mended by hand first", APPEND,
	  ERR_SYNTAX },
	{ "a: &x\n- b\n", "a", "line 1 has to be mended by hand first", APPEND,
	  ERR_SYNTAX },
	{ "~\n", "a", "line 1 has to be mended by hand first", APPEND, ERR_SYNTAX },
	{ "? a\n: - b\n", "a", "line 2 is written in a form that gk cannot change",
	  APPEND, ERR_SYNTAX },
	{ "? b\n: c\n", "a", "line 1 is written in a form that gk cannot change", APPEND,
	  ERR_SYNTAX },
	{ "a: b\n", "a.c", "'a' has no fields of its own", SET, ERR_SYNTAX },
	{ "a: [b]\n", "a.c.d", "'a' has no fields of its own", SET, ERR_SYNTAX },
	{ "a: b\n", "", "'' is not a field", SET, ERR_SYNTAX },
	{ "a: b\n", "a..c", "'a..c' is not a field", SET, ERR_SYNTAX },
	{ "a: b\n \t\nc: d\n", "a",
	  "line 2: replace the tab at its start by blanks first", SET, ERR_SYNTAX },
	{ "? a\n", "a", "line 1 is written in a form that gk cannot change", SET,
	  ERR_SYNTAX },
	{ "a:\n|\n b\n", "a", "line 1 is written in a form that gk cannot change", SET,
	  ERR_SYNTAX },
	{ "a: b\n", "c", "there is no field 'c'", REMOVE, ERR_NOT_FOUND },
	{ "a:\n", "a.c", "there is no field 'a.c'", REMOVE, ERR_NOT_FOUND },
	{ "{b: c, ? a: d}\n", "a", "line 1 is written in a form that gk cannot change",
	  REMOVE, ERR_SYNTAX },
	{ "", "a", "there is no field 'a'", REMOVE, ERR_NOT_FOUND },
};

static void what_cannot_be_changed_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
		struct arena arena = ARENA_INIT;
		struct error err = { 0 };
		struct yaml_tree tree;
		auto_buf out = BUF_INIT;

		yaml_parse(&arena, refused[i].before, strlen(refused[i].before), &tree);
		assert_int_equal(make_change(&tree, refused[i].change, refused[i].path,
					     "|\nx\n", &out, &err),
				 -1);
		assert_string_equal(err.text, refused[i].text);
		assert_int_equal(err.code, refused[i].code);
		assert_int_equal(out.len, 0);
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_entry_goes_behind_the_last_leaf),
		cmocka_unit_test(a_commented_record_keeps_every_byte_outside_the_splice),
		cmocka_unit_test(a_value_is_replaced_or_added_where_it_belongs),
		cmocka_unit_test(a_key_goes_with_its_value_and_line),
		cmocka_unit_test(what_cannot_be_changed_is_refused),
	};

	return cmocka_run_group_tests_name("splice", tests, NULL, NULL);
}
