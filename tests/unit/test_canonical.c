#include "unit/unit.h"

#include <string.h>

#include "record/item.h"
#include "record/record.h"

struct canonical_case {
	const char *label;
	const char *file;
	const char *canonical; /* NULL: it is refused */
};

static const struct canonical_case canonical_cases[] = {
	{ "what is canonical stays", "id: mz-0001\ntitle: 甲\nunit: mz\n",
	  "id: mz-0001\ntitle: 甲\nunit: mz\n" },
	{ "keys come in the order of the table", "unit: mz\ntitle: 甲\nid: mz-0001\n",
	  "id: mz-0001\ntitle: 甲\nunit: mz\n" },
	{ "comments move with the key below them",
	  "# of the unit\nunit: mz\n# of the title\n# in two lines\ntitle: 甲\nid: "
	  "mz-0001\n",
	  "id: mz-0001\n# of the title\n# in two lines\ntitle: 甲\n# of the unit\nunit: "
	  "mz\n" },
	{ "a comment on a line stays on it", "title: 甲   # why\nid: mz-0001\n",
	  "id: mz-0001\ntitle: 甲  # why\n" },
	{ "what heads the file stays at its head",
	  "# about the file\n\n# of the title\ntitle: 甲\nid: mz-0001\n",
	  "# about the file\n\nid: mz-0001\n# of the title\ntitle: 甲\n" },
	{ "what ends the file stays at its end", "title: 甲\nid: mz-0001\n\n# the end",
	  "id: mz-0001\ntitle: 甲\n# the end\n" },
	{ "quotes that are not needed go", "id: \"mz-0001\"\ntitle: '甲'\n",
	  "id: mz-0001\ntitle: 甲\n" },
	{ "lists that fit a line are on it", "id: mz-0001\ncontent:\n  - 甲\n  - 乙\n",
	  "id: mz-0001\ncontent: [甲, 乙]\n" },
	{ "a list with a comment inside stays",
	  "id: mz-0001\ncontent:\n  - 甲   # first\n  - 乙\n",
	  "id: mz-0001\ncontent:\n  - 甲   # first\n  - 乙\n" },
	{ "comments inside of a group stay with their members",
	  "id: mz-0001\nelements:\n   result: 甲  # r\n   # of the duty\n   duty: 乙\n",
	  "id: mz-0001\nelements:\n  # of the duty\n  duty: 乙\n  result: 甲  # r\n" },
	{ "a comment above the first member of a group stays",
	  "id: mz-0001\nelements:  # six\n  # of the duty\n  duty: 乙\n",
	  "id: mz-0001\nelements:  # six\n  # of the duty\n  duty: 乙\n" },
	{ "a comment above the first entry of a list stays",
	  "id: mz-0001\ncontent:\n# of the first\n- 甲\n- 乙\n",
	  "id: mz-0001\ncontent:\n# of the first\n- 甲\n- 乙\n" },
	{ "a sign in a text is no comment", "note: 'a # b'\nid: mz-0001\n",
	  "id: mz-0001\nnote: \"a # b\"\n" },
	{ "own keys stand before events, as they were written",
	  "x-b: {z: 1,  a: 2}   # own\ntitle: 甲\nid: mz-0001\n",
	  "id: mz-0001\ntitle: 甲\nx-b: {z: 1,  a: 2}   # own\n" },
	{ "a block of text keeps its lines", "note: |\n    甲\n\n    # 乙\nid: mz-0001\n",
	  "id: mz-0001\nnote: |\n  甲\n\n  # 乙\n" },
	{ "a byte-order mark and CR LF go", "\xEF\xBB\xBFid: mz-0001\r\ntitle: 甲\r\n",
	  "id: mz-0001\ntitle: 甲\n" },
	{ "an empty value stays", "title:  # later\nid: mz-0001\n",
	  "id: mz-0001\ntitle:  # later\n" },
	{ "a file with faults is left", "id: mz-0001\ntitel: 甲\n", NULL },
	{ "a file in braces is left", "{id: mz-0001, title: 甲}\n", NULL },
	{ "no YAML is left", "id: [\n", NULL },
};

static void made(const char *file, struct buf *out, int *status)
{
	struct arena arena = ARENA_INIT;
	struct error err = { 0 };
	const struct record *record = record_parse(
		&arena, &item_kind, "items/mz/mz-0001.yaml", file, strlen(file));

	*status = record_canonical(record, out, &err);
	if (*status < 0)
		assert_true(err.text[0] != '\0');
	arena_clear(&arena);
}

static void files(void **state)
{
	const struct canonical_case *c = *state;
	auto_buf once = BUF_INIT;
	auto_buf twice = BUF_INIT;
	int status;

	made(c->file, &once, &status);
	if (!c->canonical) {
		assert_int_equal(status, -1);
		assert_int_equal(once.len, 0);
		return;
	}
	assert_string_equal(once.s, c->canonical);
	made(once.s, &twice, &status);
	assert_string_equal(twice.s, once.s);
}

int main(void)
{
	struct CMUnitTest rows[ARRAY_LEN(canonical_cases)];

	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		rows[i] = UNIT_ROW(files, &canonical_cases[i]);
	return cmocka_run_group_tests_name("canonical", rows, NULL, NULL);
}
