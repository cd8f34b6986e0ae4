/* Any bytes are a phrase: what is read keeps the promises of law/limit.h. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "law/limit.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	const char *phrase = arena_strndup(&arena, (const char *)data, size);
	struct limit limit = limit_parse(&arena, phrase);
	const struct limit_term *term = limit_main_term(&limit);

	assert(limit.term_count <= ARRAY_LEN(limit.terms));
	assert((limit.kind == LIMIT_TERM) == (limit.term_count > 0));
	assert((term != NULL) == (limit.term_count > 0));
	for (size_t i = 0; i < limit.term_count; i++) {
		assert(limit.terms[i].count > 0);
		assert(limit.terms[i].trigger_text);
	}
	assert(limit.show_count >= 0);
	(void)limit_is_lawful(&limit);
	arena_clear(&arena);
	return 0;
}
