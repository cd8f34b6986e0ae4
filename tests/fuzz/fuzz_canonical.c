/*
 * Any file as a record of any kind (first byte: which), brought into canonical form: it
 * says the same, no comment is lost, and the form of the form is the form.
 */
#include <assert.h>
#include <string.h>

#include "record/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(struct arena *arena, const struct kind *kind, const char *bytes,
		  size_t len)
{
	const struct record *record = record_parse(arena, kind, "", bytes, len);
	const struct record *again;
	auto_buf once = BUF_INIT;
	auto_buf twice = BUF_INIT;
	struct error err = { 0 };

	if (record_canonical(record, &once, &err) < 0) {
		assert(once.len == 0 && err.text[0]);
		return;
	}
	again = record_parse(arena, kind, "", once.s, once.len);
	assert(again->problem_count == 0 && record_equal(record, again));
	assert(record_canonical(again, &twice, &err) == 0);
	assert(once.len == twice.len && memcmp(once.s, twice.s, once.len) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	auto_buf bytes = BUF_INIT;
	const struct kind *const *all;
	size_t count;

	if (size < 2)
		return 0;
	all = kinds(&count);
	buf_add(&bytes, data + 1, size - 1);
	check(&arena, all[data[0] % count], bytes.s, bytes.len);
	arena_clear(&arena);
	return 0;
}
