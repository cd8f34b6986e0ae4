/*
 * What the tests of the law layer share: an arena and the real holidays.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_UNIT_LAW_H
#define GK_TESTS_UNIT_LAW_H

#include "unit/unit.h"

#include "base/file.h"
#include "law/workday.h"

struct law_state {
	struct arena arena;
	struct calendar cal;
};

static inline struct date law_day(const char *iso)
{
	struct date day = { .year = 0 };

	if (*iso)
		assert_true(date_parse_iso(iso, &day));
	return day;
}

#define assert_day(day, iso)                                          \
	do {                                                          \
		char text_of_day[DATE_ISO_SIZE];                      \
		assert_string_equal(date_iso(day, text_of_day), iso); \
	} while (0)

static inline int law_setup(void **state)
{
	static struct law_state law;
	auto_buf bytes = BUF_INIT;
	struct error err = { .code = ERR_NONE };

	law = (struct law_state){ .arena = ARENA_INIT };
	*state = &law;
	if (file_read(GK_SOURCE_DIR "/schemas/data/holidays.json", 1 << 20, &bytes, &err))
		return -1;
	return calendar_parse(&law.arena, bytes.s, bytes.len, &law.cal, &err);
}

static inline int law_teardown(void **state)
{
	struct law_state *law = *state;

	arena_clear(&law->arena);
	return 0;
}

#define LAW_TEST(f) cmocka_unit_test_setup_teardown(f, law_setup, law_teardown)

#endif
