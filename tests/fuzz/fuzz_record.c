/*
 * Any file as a record of any kind (first byte: a digit, or a letter from p on for
 * one that is typed in): what is wrong lies in the file, and a record with nothing
 * wrong says the same when it is written and read again.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "record/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { KIND = 0x0f, TYPED = 0x40 };

static void check_problems(const struct record *record)
{
	for (size_t i = 0; i < record->problem_count; i++) {
		const struct record_problem *problem = &record->problems[i];

		assert(problem->fault < RECORD_FAULT_COUNT && problem->field);
		for (size_t arg = 0; arg < ARRAY_LEN(problem->args); arg++)
			assert(problem->args[arg]);
		assert(problem->place.line > 0 && problem->place.column > 0);
	}
}

/* A name that was typed for an id is one that the file may not have, until it is looked up. */
static bool is_name(const struct record_problem *problem)
{
	return problem->fault == RECORD_FAULT_REF;
}

static void check_reads_again(struct arena *arena, const struct record *record,
			      bool typed)
{
	auto_buf written = BUF_INIT;
	auto_buf again = BUF_INIT;
	const struct record *back;

	record_write(record, &written);
	if (!written.len)
		return;
	back = record_parse(arena, record->kind, "", written.s, written.len);
	for (size_t i = 0; i < back->problem_count; i++)
		assert(typed && is_name(&back->problems[i]));
	assert(record_equal(record, back));
	record_write(back, &again);
	assert(again.len == written.len && memcmp(again.s, written.s, again.len) == 0);
}

static const struct record *read_typed(struct arena *arena, const struct kind *kind,
				       const char *bytes, size_t len)
{
	const struct read_options options = {
		.flags = READ_LABELS,
		.today = { .year = 2018, .month = 7, .day = 4 },
	};
	struct yaml_tree tree;

	yaml_parse(arena, bytes, len, &tree);
	if (!tree.root || tree.problem_count)
		return record_new(arena, kind);
	return record_from_node(arena, kind, "", tree.root, &options);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	size_t count;
	const struct kind *const *all = kinds(&count);
	const struct kind *kind;
	const struct record *record;
	bool typed;
	char *bytes;

	if (size == 0)
		return 0;
	kind = all[(data[0] & KIND) % count];
	bytes = malloc(size);
	if (!bytes)
		abort();
	memcpy(bytes, data + 1, size - 1);
	typed = (data[0] & TYPED) != 0;
	record = typed ? read_typed(&arena, kind, bytes, size - 1)
		       : record_parse(&arena, kind, "", bytes, size - 1);
	check_problems(record);
	if (!record->problem_count)
		check_reads_again(&arena, record, typed);
	arena_clear(&arena);
	free(bytes);
	return 0;
}
