#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "record/disclosure.h"
#include "record/item.h"
#include "report/export_private.h"
#include "store/catalogue.h"

struct planning {
	struct export *run;
	struct plan *plan;
};

/* ---- what the index knows of the rows ---- */

static int add_row(void *payload, const struct index_row *row)
{
	const struct planning *p = payload;
	struct plan *plan = p->plan;

	plan->rows = array_grow(p->run->arena, plan->rows, plan->count, &plan->room,
				sizeof(*plan->rows));
	plan->rows[plan->count] =
		(struct plan_row){ .key = row->key,
				   .path = arena_strdup(p->run->arena, row->path),
				   .group = "",
				   .place = plan->count };
	plan->count++;
	return 0;
}

static int by_key(const void *a, const void *b)
{
	const struct plan_row *left = a;
	const struct plan_row *right = b;

	return (left->key > right->key) - (left->key < right->key);
}

static struct plan_row *row_of(const struct plan *plan, const struct index_row *row)
{
	const struct plan_row wanted = { .key = row->key };

	return bsearch(&wanted, plan->rows, plan->count, sizeof(wanted), by_key);
}

static void take_group(const struct planning *p, struct plan_row *row, const char *value)
{
	row->group = arena_strdup(p->run->arena, value);
}

/* The first field of the national set is the sheet; where there is none, the main category. */
static void take_category(const struct planning *p, struct plan_row *row,
			  const char *value)
{
	const struct export_category *now = export_category(p->run->names, row->category);
	const struct export_category *new = export_category(p->run->names, value);

	if (new && (!now || (new->pilot && !now->pilot)))
		row->category = new->id;
}

static void take_state(const struct planning *p, struct plan_row *row, const char *value)
{
	int state = choice_find(&item_states, value, false);

	if (!p->run->options->all &&
	    (state == ITEM_SUSPENDED || state == ITEM_CANCELLED)) {
		p->run->result->dormant += !row->out;
		row->out = true;
	}
}

static void take_attribute(const struct planning *p, struct plan_row *row,
			   const char *value)
{
	int attribute = choice_find(&disclosure_attributes, value, false);

	if (attribute != ATTRIBUTE_PROACTIVE && attribute != ATTRIBUTE_ON_REQUEST) {
		p->run->result->withheld += !row->out;
		row->out = true;
	}
}

static void take_level(const struct planning *p, struct plan_row *row, const char *value)
{
	(void)p;
	row->levels |= 1U << choice_find(&item_levels, value, false);
}

static void take_subgroup(const struct planning *p, struct plan_row *row,
			  const char *value)
{
	(void)p;
	row->subgroup = value[0] != '\0';
}

static const struct {
	const char *field;
	void (*take)(const struct planning *p, struct plan_row *row, const char *value);
} wanted[] = {
	{ "group", take_group },       { "categories", take_category },
	{ "state.value", take_state }, { "disclosure.attribute", take_attribute },
	{ "level", take_level },       { "subgroup", take_subgroup },
};

struct asking {
	const struct planning *planning;
	size_t field;
};

static int take_fact(void *payload, const struct index_row *row, const struct fact *fact)
{
	const struct asking *asking = payload;
	struct plan_row *found = row_of(asking->planning->plan, row);

	if (found && fact->value)
		wanted[asking->field].take(asking->planning, found, fact->value);
	return 0;
}

static int read_rows(struct planning *p, struct error *err)
{
	struct index_query query = p->run->options->query;

	query.kind = item_kind.name;
	if (index_each(p->run->index, &query, add_row, p, err) < 0)
		return -1;
	if (p->plan->count > 1)
		qsort(p->plan->rows, p->plan->count, sizeof(*p->plan->rows), by_key);
	for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
		struct asking asking = { .planning = p, .field = i };

		if (index_each_fact(p->run->index, item_kind.name, 0, wanted[i].field,
				    take_fact, &asking, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- order ---- */

/* The national set first and in its order, other fields after it, then what is no field. */
static int compare_categories(const struct export_category *a,
			      const struct export_category *b)
{
	if (!a || !b)
		return (!a) - (!b);
	if ((a->field > 0) != (b->field > 0))
		return a->field > 0 ? -1 : 1;
	if (a->field != b->field)
		return a->field < b->field ? -1 : 1;
	if (a->pilot != b->pilot)
		return a->pilot ? -1 : 1;
	return strcmp(a->id, b->id);
}

struct sheet_key {
	const struct export_category *category;
	size_t sheet;
};

static int by_category(const void *a, const void *b)
{
	return compare_categories(((const struct sheet_key *)a)->category,
				  ((const struct sheet_key *)b)->category);
}

static int by_group(const void *a, const void *b)
{
	const struct plan_row *left = a;
	const struct plan_row *right = b;
	int order = (left->sheet > right->sheet) - (left->sheet < right->sheet);

	if (order == 0)
		order = strcmp(left->group, right->group);
	return order ? order
		     : (left->place > right->place) - (left->place < right->place);
}

static int by_sheet(const void *a, const void *b)
{
	const struct plan_row *left = a;
	const struct plan_row *right = b;

	if (left->sheet != right->sheet)
		return left->sheet < right->sheet ? -1 : 1;
	if (left->first_of_group != right->first_of_group)
		return left->first_of_group < right->first_of_group ? -1 : 1;
	return (left->place > right->place) - (left->place < right->place);
}

/* What is not shown goes. */
static void sift(struct plan *plan)
{
	size_t kept = 0;

	for (size_t i = 0; i < plan->count; i++)
		if (!plan->rows[i].out)
			plan->rows[kept++] = plan->rows[i];
	plan->count = kept;
}

/* The categories that rows have, in order of sheets. */
static struct sheet_key *sheet_keys(struct export *run, struct plan *plan, size_t *count)
{
	struct sheet_key *keys =
		arena_array(run->arena, struct sheet_key, plan->count + 1);
	size_t kept = 0;

	for (size_t i = 0; i < plan->count; i++)
		keys[i].category = export_category(run->names, plan->rows[i].category);
	if (plan->count > 1)
		qsort(keys, plan->count, sizeof(*keys), by_category);
	for (size_t i = 0; i < plan->count; i++)
		if (kept == 0 || by_category(&keys[kept - 1], &keys[i]) != 0)
			keys[kept++] = keys[i];
	*count = kept;
	return keys;
}

static void give_sheets(struct export *run, struct plan *plan)
{
	struct sheet_key *keys = sheet_keys(run, plan, &plan->sheet_count);

	plan->sheets = arena_array(run->arena, struct plan_sheet, plan->sheet_count);
	for (size_t i = 0; i < plan->sheet_count; i++) {
		const struct export_category *category = keys[i].category;

		plan->sheets[i].name = category ? category->name : "未分类";
		plan->sheets[i].pilot = category && category->pilot;
	}
	for (size_t i = 0; i < plan->count; i++) {
		const struct sheet_key key = {
			.category = export_category(run->names, plan->rows[i].category)
		};
		const struct sheet_key *found =
			bsearch(&key, keys, plan->sheet_count, sizeof(key), by_category);

		plan->rows[i].sheet = (size_t)(found - keys);
	}
}

static void sort_rows(struct plan *plan)
{
	struct plan_row *rows = plan->rows;

	if (plan->count > 1)
		qsort(rows, plan->count, sizeof(*rows), by_group);
	for (size_t i = 0; i < plan->count; i++) {
		bool same = i > 0 && rows[i].sheet == rows[i - 1].sheet &&
			    strcmp(rows[i].group, rows[i - 1].group) == 0;

		rows[i].first_of_group =
			same ? rows[i - 1].first_of_group : rows[i].place;
	}
	if (plan->count > 1)
		qsort(rows, plan->count, sizeof(*rows), by_sheet);
	for (size_t i = 0; i < plan->count; i++) {
		struct plan_sheet *sheet = &plan->sheets[rows[i].sheet];

		if (sheet->count++ == 0)
			sheet->first = i;
		sheet->levels |= rows[i].levels;
		sheet->subgroup = sheet->subgroup || rows[i].subgroup;
	}
}

int export_plan(struct export *run, struct plan *plan, struct error *err)
{
	struct planning planning = { .run = run, .plan = plan };

	*plan = (struct plan){ .rows = NULL };
	if (read_rows(&planning, err) < 0)
		return -1;
	sift(plan);
	give_sheets(run, plan);
	sort_rows(plan);
	return 0;
}

void export_plan_paths(struct export *run, const struct plan *plan,
		       const struct plan_sheet *sheet, struct strings *out)
{
	*out = (struct strings){ .items = NULL };
	for (size_t i = sheet->first; i < sheet->first + sheet->count; i++)
		strings_add(run->arena, out, plan->rows[i].path);
}
