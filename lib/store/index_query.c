#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "record/id.h"
#include "store/index_private.h"

/* ---- rows ---- */

struct match {
	const struct index_row *row;
	size_t order; /* of coming, so that equal ids keep the order of paths */
};

static size_t digits(const char *s)
{
	return strspn(s, "0123456789");
}

/* Like strcmp, but runs of digits compare as numbers. */
static int natural_compare(const char *a, const char *b)
{
	while (*a && *b) {
		size_t m, n;

		if (!digits(a) || !digits(b)) {
			if (*a != *b)
				return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
			a++;
			b++;
			continue;
		}
		a += strspn(a, "0");
		b += strspn(b, "0");
		m = digits(a);
		n = digits(b);
		if (m != n)
			return m < n ? -1 : 1;
		if (memcmp(a, b, n) != 0)
			return memcmp(a, b, n);
		a += n;
		b += n;
	}
	return (*a != '\0') - (*b != '\0');
}

static int by_kind_and_id(const void *a, const void *b)
{
	const struct match *left = a;
	const struct match *right = b;
	int order = strcmp(left->row->kind, right->row->kind);

	if (!order)
		order = natural_compare(left->row->id, right->row->id);
	if (!order)
		order = strcmp(left->row->id, right->row->id);
	if (!order)
		order = (left->order > right->order) - (left->order < right->order);
	return order;
}

void index_sort_rows(struct index_row *rows, size_t count)
{
	struct arena arena = ARENA_INIT;
	struct match *list = arena_array(&arena, struct match, count + 1);
	struct index_row *sorted = arena_array(&arena, struct index_row, count + 1);
	bool in_order = true;

	for (size_t i = 0; i < count; i++) {
		list[i] = (struct match){ .row = &rows[i], .order = i };
		in_order = in_order &&
			   (i == 0 || by_kind_and_id(&list[i - 1], &list[i]) < 0);
	}
	/* The order of paths is nearly always that of ids. */
	if (!in_order) {
		qsort(list, count, sizeof(list[0]), by_kind_and_id);
		for (size_t i = 0; i < count; i++)
			sorted[i] = *list[i].row;
		memcpy(rows, sorted, count * sizeof(rows[0]));
	}
	arena_clear(&arena);
}

struct rows {
	struct index_row *items;
	size_t count;
	size_t room;
};

struct selection {
	const struct index_query *query;
	int64_t *keys; /* rows that have the text, sorted; with query->text */
	size_t key_count;
};

static int by_number(const void *a, const void *b)
{
	const int64_t *left = a;
	const int64_t *right = b;

	return (*left > *right) - (*left < *right);
}

static bool has_value(struct scan *scan, size_t column, const char *value)
{
	const struct cell *cell;

	while ((cell = scan_cell(scan, column))) {
		if (!value || strcmp(cell->value, value) == 0)
			return true;
	}
	return false;
}

/* Whether the row fits the query in all but its filters. */
static bool row_fits(const struct selection *selection, const struct index_row *row)
{
	const struct index_query *query = selection->query;

	if ((query->kind && strcmp(query->kind, row->kind) != 0) ||
	    (query->state && strcmp(query->state, row->state) != 0))
		return false;
	return !query->text || (selection->key_count &&
				bsearch(&row->key, selection->keys, selection->key_count,
					sizeof(row->key), by_number));
}

static bool row_passes(const struct selection *selection, struct scan *scan)
{
	const struct index_query *query = selection->query;

	if (!row_fits(selection, &scan->row))
		return false;
	for (size_t i = 0; i < query->filter_count; i++) {
		if (!has_value(scan, i, query->filters[i].value))
			return false;
	}
	return true;
}

static int select_rows(struct index *index, struct arena *arena,
		       const struct selection *selection, struct rows *rows,
		       struct error *err)
{
	const struct index_query *query = selection->query;
	auto_scan scan = { .segments = NULL };
	int found;

	scan_init(&scan, index);
	scan_add_kind(&scan, query->kind);
	for (size_t i = 0; i < query->filter_count; i++)
		scan_add_field(&scan, query->filters[i].field);
	while ((found = scan_next(&scan, err)) == 1) {
		if (!row_passes(selection, &scan))
			continue;
		rows->items = array_grow(arena, rows->items, rows->count, &rows->room,
					 sizeof(rows->items[0]));
		rows->items[rows->count++] = scan_row(&scan, arena);
	}
	return found;
}

static int find_rows(struct index *index, struct arena *arena,
		     const struct index_query *query, struct rows *rows,
		     struct error *err)
{
	struct selection selection = { .query = query };
	size_t mends;
	int done;

	do {
		mends = index->mends;
		rows->count = 0;
		done = query->text ? index_find_text(index, arena, query->text,
						     &selection.keys,
						     &selection.key_count, err)
				   : 0;
		if (done == 0)
			done = select_rows(index, arena, &selection, rows, err);
		/* The keys of the text are of no use any more. */
	} while (done == 0 && query->text && mends != index->mends);
	if (done == 0 && rows->count)
		index_sort_rows(rows->items, rows->count);
	return done;
}

int index_each(struct index *index, const struct index_query *query, index_row_fn fn,
	       void *payload, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct rows rows = { .items = NULL };
	int done = find_rows(index, &arena, query, &rows, err);

	for (size_t i = 0; done == 0 && i < rows.count; i++) {
		if (query->limit && i == query->limit)
			break;
		done = fn(payload, &rows.items[i]);
	}
	arena_clear(&arena);
	return done;
}

void index_drop_finder(struct index *index)
{
	if (index->finder)
		scan_release(index->finder);
	free(index->finder);
	index->finder = NULL;
}

/* A scan that can still go to the entry. */
static struct scan *finder_at(struct index *index, size_t entry)
{
	if (index->finder &&
	    (index->finder->from > entry || index->finder_mends != index->mends))
		index_drop_finder(index);
	if (!index->finder) {
		index->finder = malloc(sizeof(*index->finder));
		if (!index->finder)
			out_of_memory();
		scan_init(index->finder, index);
		index->finder->with_oid = true;
		index->finder_mends = index->mends;
	}
	return index->finder;
}

/* The row of an entry: 1 when it has the id, 0, or -1. */
static int row_at(struct index *index, struct arena *arena, size_t entry, const char *id,
		  struct index_row *out, struct error *err)
{
	struct scan *scan = finder_at(index, entry);
	int found;

	scan->to = entry + 1;
	scan_seek(scan, entry);
	found = scan_next(scan, err);
	if (found != 1)
		return found;
	if (strcmp(scan->row.id, id) != 0)
		return 0;
	*out = scan_row(scan, arena);
	return 1;
}

/* Where the path says what the id is, as it nearly always does. */
static int find_by_path(struct index *index, struct arena *arena, const char *id,
			struct index_row *out, bool *found, struct error *err)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	for (size_t i = 0; !*found && i < count; i++) {
		auto_buf path = BUF_INIT;
		size_t entry;
		int there = 0;

		if (!id_fits(all[i], id))
			continue;
		id_path(all[i], id, &path);
		entry = index_entry(index, path.s);
		if (entry < index->count)
			there = row_at(index, arena, entry, id, out, err);
		if (there < 0)
			return -1;
		*found = there == 1;
	}
	return 0;
}

int index_by_id(struct index *index, struct arena *arena, const char *id,
		struct index_row *out, bool *found, struct error *err)
{
	auto_scan scan = { .segments = NULL };
	int more;

	*found = false;
	if (find_by_path(index, arena, id, out, found, err) < 0)
		return -1;
	if (*found)
		return 0;
	scan_init(&scan, index);
	scan.with_oid = true;
	while ((more = scan_next(&scan, err)) == 1) {
		if (strcmp(scan.row.id, id) == 0) {
			*out = scan_row(&scan, arena);
			*found = true;
			return 0;
		}
	}
	return more;
}

/* ---- values ---- */

static int give_facts(struct scan *scan, index_fact_fn fn, void *payload)
{
	struct arena arena = ARENA_INIT;
	size_t count;
	const struct fact *facts = scan_facts(scan, &arena, &count);
	int done = 0;

	for (size_t i = 0; done == 0 && i < count; i++)
		done = fn(payload, &scan->row, &facts[i]);
	arena_clear(&arena);
	return done;
}

/* One column gives its facts in file order by itself. */
static int give_cells(struct scan *scan, const char *field, index_fact_fn fn,
		      void *payload)
{
	const struct cell *cell;
	int done = 0;

	while (done == 0 && (cell = scan_cell(scan, 0))) {
		const struct fact fact = {
			.field = field,
			.value = cell->value,
			.ref = *cell->ref ? cell->ref : NULL,
			.place = cell->place,
		};

		done = fn(payload, &scan->row, &fact);
	}
	return done;
}

/* NOLINTNEXTLINE(readability-function-size): a question and a callback */
int index_each_fact(struct index *index, const char *kind, int64_t key, const char *field,
		    index_fact_fn fn, void *payload, struct error *err)
{
	auto_scan scan = { .segments = NULL };
	int done = 0;
	int found = 0;

	scan_init(&scan, index);
	scan_add_kind(&scan, kind);
	scan.cells_only = true;
	if (field)
		scan_add_field(&scan, field);
	for (size_t i = 0; !field && i < index->field_count; i++)
		scan_add_field(&scan, index->fields[i].path);
	if (key) {
		scan.from = scan_entry_of(index, key);
		scan.to = scan.from < index->count ? scan.from + 1 : scan.from;
	}
	while (done == 0 && (found = scan_next(&scan, err)) == 1) {
		done = field ? give_cells(&scan, field, fn, payload)
			     : give_facts(&scan, fn, payload);
	}
	return found < 0 ? found : done;
}

/* ---- findings ---- */

/* Findings of entries that are no readable files, before `entry`. */
static int give_refusals(const struct index *index, size_t *next, size_t entry,
			 index_finding_fn fn, void *payload)
{
	int done = 0;

	while (done == 0 && *next < index->refusal_count &&
	       index->refusals[*next].entry < entry) {
		const struct refusal *refusal = &index->refusals[(*next)++];

		if (*refusal->findings)
			done = fn(payload, index->entries[refusal->entry].path,
				  refusal->findings);
	}
	return done;
}

struct idling {
	index_idle_fn is_idle;
	const void *payload;
	bool *wanted; /* of each entry: it has findings and is not idle */
};

static void ask_findings(struct scan *scan)
{
	scan->cells_only = true;
	scan->no_head = true;
	scan_add_column(scan, COLUMN_FINDING);
}

static int find_wanted(void *payload, struct scan *scan, size_t piece, struct error *err)
{
	const struct idling *idling = payload;
	int found;

	(void)piece;
	ask_findings(scan);
	while ((found = scan_next(scan, err)) == 1) {
		const struct cell *cell = scan_cell(scan, 0);

		idling->wanted[scan->entry] =
			cell &&
			!idling->is_idle(idling->payload, scan->row.path, cell->value);
	}
	return found;
}

/* Which rows have findings that are not idle: one bool an entry; NULL for all that have some. */
static const bool *wanted_of(struct index *index, struct arena *arena,
			     index_idle_fn is_idle, const void *payload)
{
	struct idling idling = { .is_idle = is_idle, .payload = payload };
	struct scan_pieces pieces;
	struct error failed;

	if (!is_idle)
		return NULL;
	idling.wanted = arena_array(arena, bool, index->count + 1);
	scan_pieces_init(&pieces, index);
	pieces.run = find_wanted;
	pieces.payload = &idling;
	return scan_pieces_run(&pieces, &failed) == 0 ? idling.wanted : NULL;
}

static void seek_wanted(struct scan *scan, const bool *wanted)
{
	size_t entry = scan->from;

	while (wanted && entry < scan->to && !wanted[entry])
		entry++;
	scan_seek(scan, entry);
}

/* NOLINTNEXTLINE(readability-function-size): a question, what is left out, and a callback */
int index_each_finding_but(struct index *index, index_idle_fn is_idle,
			   index_finding_fn fn, void *payload, struct error *err)
{
	struct arena arena = ARENA_INIT;
	const bool *wanted = wanted_of(index, &arena, is_idle, payload);
	auto_scan scan = { .segments = NULL };
	size_t next = 0;
	int done = 0;
	int found = 0;

	scan_init(&scan, index);
	ask_findings(&scan);
	while (done == 0) {
		const struct cell *cell;

		seek_wanted(&scan, wanted);
		found = scan_next(&scan, err);
		if (found != 1)
			break;
		cell = scan_cell(&scan, 0);
		if (!cell)
			continue;
		done = give_refusals(index, &next, scan.entry, fn, payload);
		if (done == 0)
			done = fn(payload, scan.row.path, cell->value);
	}
	arena_clear(&arena);
	if (found < 0)
		return found;
	return done ? done : give_refusals(index, &next, index->count, fn, payload);
}

int index_each_finding(struct index *index, index_finding_fn fn, void *payload,
		       struct error *err)
{
	return index_each_finding_but(index, NULL, fn, payload, err);
}
