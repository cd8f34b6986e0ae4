/* Random records and random changes: what comes out says what was meant, and the rest. */
#include "unit/unit.h"

#include <string.h>

#include "format/splice.h"
#include "unit/yaml_tree.h"

enum { RECORDS = 1500, CHANGES = 4, KEYS = 6, DEEPEST = 3 };

struct maker {
	uint32_t seed;
	struct buf out;
};

static uint32_t pick(struct maker *m, uint32_t n)
{
	m->seed ^= m->seed << 13;
	m->seed ^= m->seed >> 17;
	m->seed ^= m->seed << 5;
	return m->seed % n;
}

/* ---- making records ---- */

static const char *const texts[] = { "甲",   "二：三，“四”", "2018-07-04",
				     "a: b", "- c",          "",
				     "no",   "一\n\n二\n",   "# 五",
				     "𠮷 #", "x, [y]" };

static void add_blanks(struct maker *m, unsigned int n)
{
	buf_addf(&m->out, "%*s", (int)n, "");
}

static void end_line(struct maker *m)
{
	static const char *const ends[] = { "\n",   " # 注释\n", "   #注：释\n",
					    "\n\n", "\n# 下\n",  "\n      # 深\n" };

	buf_adds(&m->out, ends[pick(m, ARRAY_LEN(ends))]);
}

static void add_quoted(struct maker *m, const char *text)
{
	buf_addc(&m->out, '\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\n')
			buf_addc(&m->out, *text);
		if (*text == '\n')
			buf_addc(&m->out, ' ');
		else
			buf_addc(&m->out, *text);
	}
	buf_addc(&m->out, '\'');
}

static void add_flow(struct maker *m, unsigned int indent)
{
	const uint32_t n = pick(m, 4);

	buf_addc(&m->out, '[');
	for (uint32_t i = 0; i < n; i++) {
		if (pick(m, 4) == 0) {
			buf_adds(&m->out, pick(m, 2) ? " # 间\n" : "\n");
			add_blanks(m, indent + 1);
		}
		if (pick(m, 2)) {
			buf_adds(&m->out, "{k: ");
			yaml_write_scalar(&m->out, texts[pick(m, ARRAY_LEN(texts))],
					  true);
			buf_adds(&m->out, pick(m, 3) ? "}" : ",}");
		} else {
			yaml_write_scalar(&m->out, texts[pick(m, ARRAY_LEN(texts))],
					  true);
		}
		if (i + 1 < n || pick(m, 4) == 0)
			buf_adds(&m->out, pick(m, 3) ? ", " : ",");
	}
	buf_addc(&m->out, ']');
	end_line(m);
}

static void add_scalar(struct maker *m, unsigned int indent)
{
	const char *text = texts[pick(m, ARRAY_LEN(texts))];

	switch (pick(m, 4)) {
	case 0:
		add_quoted(m, text);
		break;
	case 1:
		yaml_write_literal(&m->out, *text ? text : "一\n",
				   indent + 1 + pick(m, 3));
		if (m->out.s[m->out.len - 1] == '\n')
			return;
		break;
	case 2:
		break; /* nothing at all */
	default:
		yaml_write_scalar(&m->out, text, false);
		break;
	}
	end_line(m);
}

static void add_list(struct maker *m, unsigned int indent)
{
	const unsigned int deeper = indent + 2 * pick(m, 3);
	const uint32_t n = 1 + pick(m, 3);

	end_line(m);
	for (uint32_t i = 0; i < n; i++) {
		add_blanks(m, deeper);
		buf_adds(&m->out, "- ");
		if (pick(m, 3)) {
			add_scalar(m, deeper);
			continue;
		}
		buf_adds(&m->out, "x: ");
		add_scalar(m, deeper + 2);
		add_blanks(m, deeper + 2);
		buf_adds(&m->out, "y: ");
		add_flow(m, deeper + 2);
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): stops at DEEPEST */
static void add_mapping(struct maker *m, unsigned int indent, int depth)
{
	const uint32_t first = pick(m, KEYS);
	const uint32_t n = 1 + pick(m, KEYS);

	for (uint32_t i = 0; i < n; i++) {
		add_blanks(m, indent);
		buf_addf(&m->out, "k%u: ", (unsigned int)((first + i) % KEYS));
		switch (pick(m, depth < DEEPEST ? 5 : 4)) {
		case 0:
			add_flow(m, indent);
			break;
		case 1:
			add_list(m, indent);
			break;
		case 4:
			end_line(m);
			add_mapping(m, indent + 1 + pick(m, 4), depth + 1);
			break;
		default:
			add_scalar(m, indent);
			break;
		}
	}
}

static void make_record(struct maker *m)
{
	const bool crlf = pick(m, 4) == 0;

	buf_reset(&m->out);
	if (pick(m, 4) == 0)
		buf_adds(&m->out, "\xEF\xBB\xBF");
	add_mapping(m, 0, 0);
	if (pick(m, 3) == 0)
		buf_adds(&m->out, "# 文件尾");
	else if (pick(m, 3) == 0)
		buf_truncate(&m->out, m->out.len - 1);
	for (size_t i = 0; crlf && i < m->out.len; i++)
		if (m->out.s[i] == '\n')
			buf_splice(&m->out, i++, 0, "\r", 1);
}

/* ---- changing them ---- */

static void parse(struct arena *arena, const struct buf *text, struct yaml_tree *tree)
{
	yaml_parse(arena, text->s, text->len, tree);
	for (size_t i = 0; i < tree->problem_count; i++) {
		const enum yaml_fault fault = tree->problems[i].fault;

		if (fault != YAML_FAULT_BOM && fault != YAML_FAULT_CRLF)
			fail_msg("%s\nline %u: %s", text->s, tree->problems[i].place.line,
				 tree->problems[i].arg);
	}
}

static const struct yaml_node *follow(const struct yaml_node *node, const char *first,
				      const char *second)
{
	node = node ? yaml_get(node, first) : NULL;
	return node && second ? yaml_get(node, second) : node;
}

static void check_rest(const struct yaml_tree *before, const struct yaml_tree *after,
		       const char *first, const char *second)
{
	const struct yaml_node *old = yaml_get(before->root, first);

	if (!tree_equal_but(before->root, after->root, first))
		fail_msg("%.*s\nbecame\n%.*s", (int)before->len, before->bytes,
			 (int)after->len, after->bytes);
	if (second && old && old->type == YAML_MAPPING)
		assert_true(tree_equal_but(old, yaml_get(after->root, first), second));
}

static void change_value(struct maker *m, const char *first, const char *second)
{
	const char *text = texts[pick(m, ARRAY_LEN(texts))];
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	struct yaml_tree before;
	struct yaml_tree after;
	auto_buf path = BUF_INIT;
	auto_buf value = BUF_INIT;
	auto_buf out = BUF_INIT;

	parse(&arena, &m->out, &before);
	buf_addf(&path, second ? "%s.%s" : "%s", first, second);
	if (pick(m, 2))
		yaml_write_scalar(&value, text, false);
	else
		yaml_write_literal(&value, text, 0);
	if (splice_set(&before, path.s, value.s, &out, &err) == 0) {
		parse(&arena, &out, &after);
		check_rest(&before, &after, first, second);
		assert_string_equal(follow(after.root, first, second)->value, text);
		buf_reset(&m->out);
		buf_add(&m->out, out.s, out.len);
	} else {
		const struct yaml_node *old = yaml_get(before.root, first);

		assert_non_null(second);
		assert_true(old && old->type != YAML_MAPPING);
	}
	arena_clear(&arena);
}

static void append_entry(struct maker *m, const char *key)
{
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	struct yaml_tree before;
	struct yaml_tree after;
	const struct yaml_node *old;
	auto_buf out = BUF_INIT;

	parse(&arena, &m->out, &before);
	old = yaml_get(before.root, key);
	if (splice_append(&before, key, "{act: 公开}", &out, &err) == 0) {
		const struct yaml_node *list;
		const size_t n = old && old->type == YAML_SEQUENCE ? old->count : 0;

		parse(&arena, &out, &after);
		check_rest(&before, &after, key, NULL);
		list = yaml_get(after.root, key);
		assert_int_equal(list->count, n + 1);
		for (size_t i = 0; i < n; i++)
			assert_true(tree_equal(old->items[i], list->items[i]));
		assert_string_equal(yaml_get(list->items[n], "act")->value, "公开");
		buf_reset(&m->out);
		buf_add(&m->out, out.s, out.len);
	} else {
		assert_true(old && old->type != YAML_SEQUENCE);
	}
	arena_clear(&arena);
}

static void random_changes_do_what_was_meant_and_nothing_else(void **state)
{
	static const char *const keys[] = { "k0", "k1", "k2", "k3", "k4", "k5", "新" };
	struct maker m = { .seed = 20180704, .out = BUF_INIT };

	(void)state;
	for (int i = 0; i < RECORDS; i++) {
		make_record(&m);
		for (int j = 0; j < CHANGES; j++) {
			const char *first = keys[pick(&m, ARRAY_LEN(keys))];
			const char *second = keys[pick(&m, ARRAY_LEN(keys))];

			if (pick(&m, 2))
				append_entry(&m, first);
			else
				change_value(&m, first, pick(&m, 2) ? second : NULL);
		}
	}
	buf_release(&m.out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_changes_do_what_was_meant_and_nothing_else),
	};

	return cmocka_run_group_tests_name("splice_random", tests, NULL, NULL);
}
