/* Any bytes are a basis: what is read keeps the promises of law/citation.h. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/numeral.h"
#include "law/citation.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	const char *text = arena_strndup(&arena, (const char *)data, size);
	int n = chinese_number(text, strlen(text));
	struct citation citation;

	assert(n >= 0 && n <= 9999);
	if (n) {
		const char *written = chinese_number_text(&arena, n);

		assert(chinese_number(written, strlen(written)) == n);
	}
	if (citation_parse(&arena, text, &citation)) {
		assert(citation.title || citation.has_number);
		assert(!citation.title || *citation.title);
		assert(citation.article >= 0 && citation.article <= 9999);
		assert(citation.article || (!citation.paragraph && !citation.item));
	}
	arena_clear(&arena);
	return 0;
}
