#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "record/item.h"
#include "work/import_private.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* What cells are read as: nothing is read beyond the text, and no part is longer than the whole. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena arena = ARENA_INIT;
	const char *text = arena_strndup(&arena, (const char *)bytes, len);
	const struct grid sheet = { .name = "" };
	const char *codes[IMPORT_MAX_LEVELS];
	struct import_meaning meaning;
	struct strings entries = { 0 };
	struct list boxes = { 0 };

	import_split(&arena, text, &entries);
	for (size_t i = 0; i < entries.count; i++)
		if (strlen(entries.items[i]) > len)
			abort();
	import_boxes(&arena, text, &boxes);
	for (size_t i = 0; i < boxes.count; i++)
		if (!*list_at(&boxes, struct import_box, i)->name)
			abort();
	if (import_levels(text, codes) > IMPORT_MAX_LEVELS)
		abort();
	for (enum grid_type type = GRID_TEXT; type <= GRID_ERROR; type++) {
		const struct grid_cell cell = {
			.row = 1, .column = 1, .type = type, .text = text
		};
		const char *fault;
		const char *out;

		if (import_text(&arena, &sheet, &cell, &out, &fault) == (fault != NULL))
			abort();
	}
	(void)import_tick(text);
	(void)import_ticked(&arena, text);
	(void)import_meaning(&arena, &item_kind, text, &meaning);
	arena_clear(&arena);
	return 0;
}
