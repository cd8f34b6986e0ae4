/* Any bytes are a text: hits lie in it one behind the other and are shown masked. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "law/personal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is shown tells no more than a few digits at either end. */
static void check_shown(const struct personal_hit *hit)
{
	enum { SHOWN_MAX = 7 };
	size_t digits = 0;

	assert(hit->shown && hit->kind < PERSONAL_KIND_COUNT);
	if (hit->kind == PERSONAL_ADDRESS || hit->kind == PERSONAL_MAIL) {
		assert(strstr(hit->shown, "***"));
		return;
	}
	for (const char *at = hit->shown; *at; at++)
		digits += *at >= '0' && *at <= '9';
	assert(digits <= SHOWN_MAX && strchr(hit->shown, '*'));
}

static void look(const char *text, size_t len, const struct personal_allowed *allowed)
{
	struct arena arena = ARENA_INIT;
	struct personal_hit hit;
	size_t last = 0;
	size_t pos = 0;

	while (personal_next(&arena, text, len, allowed, &pos, &hit)) {
		assert(hit.start >= last && hit.start < hit.end && hit.end <= len);
		assert(pos >= hit.end);
		check_shown(&hit);
		last = hit.end;
	}
	assert(pos == len);
	arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	const char *text = arena_strndup(&arena, (const char *)data, size);
	struct strings own = { .count = 0 };
	const struct personal_allowed allowed = { .texts = &own, .contacts = true };

	strings_add(&arena, &own, "0955-7012345、13800001234");
	strings_add(&arena, &own, "曹闸村三组12号");
	look(text, size, NULL);
	look(text, size, &allowed);
	(void)personal_column_of(text);
	arena_clear(&arena);
	return 0;
}
