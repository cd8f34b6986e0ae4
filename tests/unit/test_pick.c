#include "unit/unit.h"

#include <string.h>

#include "base/buf.h"
#include "base/pick.h"

enum { UNITS = 6 };

struct pick_case {
	const char *label;
	const char *typed;
	const char *codes; /* of what it may mean */
};

static const struct pick_case cases[] = {
	{ "a number of the list", "2", "mz" },
	{ "in full width", "２", "mz" },
	{ "a number beyond the list is none", "7", "" },
	{ "nought is none", "0", "" },
	{ "a code", "mz", "mz" },
	{ "a code in capitals", "MZ", "mz" },
	{ "a whole name wins over a longer one", "财政所", "cz" },
	{ "another name", "党政综合办公室", "dz" },
	{ "a short name of it by its characters", "党政办", "dz" },
	{ "the beginning of a name", "民政", "mz" },
	{ "a part of a name", "救助", "mz" },
	{ "a part of several", "中心", "nf cw" },
	{ "a beginning wins over a part", "农业", "nf" },
	{ "characters in order", "农服中", "nf" },
	{ "characters out of order mean nothing", "务农", "" },
	{ "one character must be a part, not in order only", "窗", "" },
	{ "blanks do not count", " 民 政 ", "mz" },
	{ "nothing typed means nothing", "", "" },
	{ "blanks alone neither", "　 ", "" },
	{ "a code of digits wins over the number", "3", "3" },
	{ "the middle of a code means nothing", "z", "" },
	{ "one letter is no beginning", "m", "" },
};

static struct picks units(struct arena *arena)
{
	struct picks picks = { 0 };

	strings_add(arena, &picks_add(arena, &picks, "dz", "党政办公室")->names,
		    "党政综合办公室");
	strings_add(arena, &picks_add(arena, &picks, "mz", "民政办")->names,
		    "社会救助和民政办");
	(void)picks_add(arena, &picks, "cz", "财政所");
	(void)picks_add(arena, &picks, "nf", "农业服务中心");
	(void)picks_add(arena, &picks, "cw", "财政所农业农村财务中心");
	(void)picks_add(arena, &picks, "3", "第三村");
	return picks;
}

static void typed_text_finds_what_may_be_meant(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct picks picks = units(&arena);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		auto_buf codes = BUF_INIT;
		size_t rows[UNITS];
		size_t count = picks_find(&picks, cases[i].typed, rows);

		for (size_t k = 0; k < count; k++)
			buf_addf(&codes, "%s%s", k ? " " : "", picks.items[rows[k]].code);
		if (strcmp(codes.s, cases[i].codes) != 0)
			fail_msg("%s: '%s'", cases[i].label, codes.s);
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(typed_text_finds_what_may_be_meant),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
