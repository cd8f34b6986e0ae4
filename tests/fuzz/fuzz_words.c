/* Any bytes are a list and a text, with a NUL between: what is found keeps the promises of law/words.h. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "law/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size ? memchr(data, '\0', size) : NULL;
	size_t list = end ? (size_t)(end - data) : size;
	size_t from = end ? list + 1 : size;
	struct arena arena = ARENA_INIT;
	struct words *words = arena_new(&arena, struct words);
	/* Not longer than it is, so that a look beyond its end is seen. */
	char *text = malloc(size - from + 1);
	struct word_hit hit;
	size_t at = 0;
	size_t last = 0;

	assert(text);
	words->arena = &arena;
	words_read(words, "words/fuzz.tsv", /* own */ true, (const char *)data, list);
	if (size > from)
		memcpy(text, data + from, size - from);
	while (words_next(words, text, size - from, &at, &hit)) {
		assert(hit.start >= last && hit.end <= size - from);
		assert(!memcmp(text + hit.start, hit.word->wrong, hit.word->len));
		assert(at == hit.end);
		last = hit.end;
	}
	free(text);
	arena_clear(&arena);
	return 0;
}
