#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

void target_text(struct buf *out, const char *ref, const char *value)
{
	buf_reset(out);
	buf_adds(out, ref);
	buf_addc(out, '\n');
	buf_adds(out, value);
}

/* Which references are meant. */
struct wanted {
	const char *id;                 /* of this target; NULL: */
	const struct text_set *missing; /* those in the set whose flag is still up */
	const bool *is_missing;
};

static bool is_wanted(const struct wanted *wanted, const struct fact *fact,
		      struct buf *text)
{
	int64_t i;

	if (!fact->ref)
		return false;
	if (wanted->id)
		return strcmp(fact->value, wanted->id) == 0;
	assert(wanted->missing && wanted->is_missing);
	target_text(text, fact->ref, fact->value);
	i = text_set_find(wanted->missing, text->s);
	return i != TEXT_ABSENT && wanted->is_missing[i];
}

static int give_row(struct scan *scan, const struct wanted *wanted, index_fact_fn fn,
		    void *payload)
{
	struct arena arena = ARENA_INIT;
	auto_buf text = BUF_INIT;
	size_t count;
	const struct fact *facts = scan_facts(scan, &arena, &count);
	int done = 0;

	for (size_t i = 0; done == 0 && i < count; i++) {
		if (is_wanted(wanted, &facts[i], &text))
			done = fn(payload, &scan->row, &facts[i]);
	}
	arena_clear(&arena);
	return done;
}

static int give_references(struct index *index, const struct wanted *wanted,
			   index_fact_fn fn, void *payload, struct error *err)
{
	auto_scan scan = { .segments = NULL };
	int done = 0;
	int found = 0;

	scan_init(&scan, index);
	for (size_t i = 0; i < index->field_count; i++) {
		if (index->fields[i].refers)
			scan_add_field(&scan, index->fields[i].path);
	}
	while (done == 0 && (found = scan_next(&scan, err)) == 1)
		done = give_row(&scan, wanted, fn, payload);
	return found < 0 ? found : done;
}

/* What rows refer to. */
struct targets {
	struct text_set texts;
	struct text_set refs; /* kinds of them */
};

static int add_targets(struct index *index, const struct segment *segment,
		       struct targets *targets, struct error *err)
{
	auto_buf bytes = BUF_INIT;
	auto_buf text = BUF_INIT;
	struct cells cells;

	if (segment_read(index, segment, COLUMN_TARGET, &bytes, err) < 0)
		return -1;
	cells = cells_of(&bytes);
	while (cells_next(&cells)) {
		target_text(&text, cells.cell.ref, cells.cell.value);
		(void)text_set_add(&targets->texts, text.s);
		(void)text_set_add(&targets->refs, cells.cell.ref);
	}
	return cells.broken ? database_damage(&index->database, err) : 0;
}

/* Each target that a row of a segment in use refers to, once. */
static int read_targets(struct index *index, struct targets *targets, struct error *err)
{
	for (size_t i = 0; i < index->segment_count; i++) {
		if (index->segments[i].live &&
		    add_targets(index, &index->segments[i], targets, err) < 0)
			return -1;
	}
	return 0;
}

/* Take the records that there are out of the targets; *left are then missing. */
static int strike_records(struct index *index, const struct targets *all,
			  bool *is_missing, size_t *left, struct error *err)
{
	const struct text_set *targets = &all->texts;
	const struct text_set *refs = &all->refs;
	auto_buf text = BUF_INIT;
	auto_scan scan = { .segments = NULL };
	int found = 0;

	memset(is_missing, true, targets->count);
	*left = targets->count;
	scan_init(&scan, index);
	for (size_t i = 0; i < refs->count; i++)
		scan_add_kind(&scan, refs->items[i]);
	while (*left && (found = scan_next(&scan, err)) == 1) {
		int64_t i;

		target_text(&text, scan.row.kind, scan.row.id);
		i = text_set_find(targets, text.s);
		if (i != TEXT_ABSENT && is_missing[i]) {
			is_missing[i] = false;
			(*left)--;
		}
	}
	return found < 0 ? -1 : 0;
}

int index_each_dangling(struct index *index, index_fact_fn fn, void *payload,
			struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct targets targets = { .texts = { .arena = &arena },
				   .refs = { .arena = &arena } };
	struct wanted wanted = { .missing = &targets.texts };
	size_t left = 0;
	int done;

	/* What was read before damage does no harm: the rows decide. */
	while ((done = read_targets(index, &targets, err)) < 0) {
		if (index_mend(index, err) < 0)
			break;
	}
	if (done == 0) {
		bool *is_missing = arena_array(&arena, bool, targets.texts.count + 1);

		wanted.is_missing = is_missing;
		done = strike_records(index, &targets, is_missing, &left, err);
	}
	if (done == 0 && left)
		done = give_references(index, &wanted, fn, payload, err);
	arena_clear(&arena);
	return done;
}

int index_each_referrer(struct index *index, const char *id, index_fact_fn fn,
			void *payload, struct error *err)
{
	const struct wanted wanted = { .id = id };

	return give_references(index, &wanted, fn, payload, err);
}
