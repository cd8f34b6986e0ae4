/* Any bytes are a text: what is found in it can be written and read again. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "law/docnumber.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(struct arena *arena, const struct docnumber *number)
{
	const char *text = docnumber_text(arena, number);
	struct docnumber again = { .year = 0 };
	bool read = docnumber_parse(arena, text, &again);

	assert(read && again.canonical);
	assert(!strcmp(again.prefix, number->prefix));
	assert(again.year == number->year && again.serial == number->serial);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	const char *text = arena_strndup(&arena, (const char *)data, size);
	struct docnumber number;
	size_t start = 0;
	size_t end = 0;
	size_t from = 0;

	if (docnumber_parse(&arena, text, &number))
		check(&arena, &number);
	while (docnumber_find(&arena, text, from, &start, &end, &number)) {
		assert(start >= from && start < end && end <= strlen(text));
		check(&arena, &number);
		from = end;
	}
	arena_clear(&arena);
	return 0;
}
