#include "check/shown.h"

#include <stdlib.h>
#include <string.h>

#include "law/period.h"
#include "record/id.h"

/* One who puts a paper on the site today may hang it out tomorrow. */
enum { DAYS_TO_FOLLOW = 7, BITS = 64 };

/* ---- channels ---- */

static struct told told_at(struct run *run, const struct index_row *row,
			   const struct fact *fact)
{
	return (struct told){ arena_strdup(run->arena, row->path), fact->place };
}

static struct shown_channel *channel_of(struct run *run, const struct index_row *row)
{
	struct shown *shown = run->shown;
	struct shown_channel *channel;

	if (shown->channel_count > 0 &&
	    shown->channels[shown->channel_count - 1].key == row->key)
		return &shown->channels[shown->channel_count - 1];
	shown->channels = array_grow(run->arena, shown->channels, shown->channel_count,
				     &shown->channel_room, sizeof(*channel));
	channel = &shown->channels[shown->channel_count++];
	*channel =
		(struct shown_channel){ .key = row->key,
					.id = arena_strdup(run->arena, row->id),
					.title = arena_strdup(run->arena, row->title) };
	return channel;
}

static int add_channel(void *payload, const struct index_row *row,
		       const struct fact *fact)
{
	struct run *run = payload;
	struct shown_channel *channel = channel_of(run, row);

	if (strcmp(fact->field, "kind") == 0) {
		channel->channel.kind = choice_find(&channel_kinds, fact->value, false);
	} else if (strcmp(fact->field, "form") == 0) {
		channel->channel.form = choice_find(&channel_forms, fact->value, false);
	} else if (strcmp(fact->field, "state") == 0) {
		channel->channel.state = choice_find(&channel_states, fact->value, false);
	} else if (strcmp(fact->field, "max-silence") == 0) {
		channel->told = told_at(run, row, fact);
		channel->channel.max_silence =
			(struct number){ true, strtol(fact->value, NULL, 10) };
	}
	return 0;
}

static size_t channel_index(const struct shown *shown, const char *id, size_t len)
{
	size_t i = 0;

	while (i < shown->channel_count &&
	       (strncmp(shown->channels[i].id, id, len) != 0 ||
		shown->channels[i].id[len] != '\0'))
		i++;
	return i;
}

/* ---- categories ---- */

static struct shown_category *category_of(struct run *run, const struct index_row *row)
{
	struct shown *shown = run->shown;
	struct shown_category *category;

	if (shown->category_count > 0 &&
	    shown->categories[shown->category_count - 1].key == row->key)
		return &shown->categories[shown->category_count - 1];
	shown->categories =
		array_grow(run->arena, shown->categories, shown->category_count,
			   &shown->category_room, sizeof(*category));
	category = &shown->categories[shown->category_count++];
	*category =
		(struct shown_category){ .key = row->key,
					 .id = arena_strdup(run->arena, row->id),
					 .title = arena_strdup(run->arena, row->title),
					 .parent = "" };
	return category;
}

static int add_category(void *payload, const struct index_row *row,
			const struct fact *fact)
{
	struct run *run = payload;
	struct shown_category *category = category_of(run, row);

	if (strcmp(fact->field, "parent") == 0) {
		category->parent = arena_strdup(run->arena, fact->value);
	} else if (strcmp(fact->field, "required") == 0) {
		category->told = told_at(run, row, fact);
		category->required =
			choice_find(&category_requirements, fact->value, false);
	} else if (strcmp(fact->field, "column.name") == 0) {
		category->column = true;
	} else if (strcmp(fact->field, "column.type") == 0) {
		category->type = choice_find(&column_types, fact->value, false);
	}
	return 0;
}

static size_t category_index(const struct shown *shown, const char *id)
{
	size_t i = 0;

	while (i < shown->category_count && strcmp(shown->categories[i].id, id) != 0)
		i++;
	return i;
}

/* ---- items ---- */

static int file_item(void *payload, const struct index_row *row, const struct fact *fact)
{
	struct run *run = payload;
	struct shown *shown = run->shown;
	size_t category = category_index(shown, fact->value);
	struct matter *last;

	if (shown->matter_count == 0 ||
	    shown->matters[shown->matter_count - 1].key != row->key) {
		shown->matters =
			array_grow(run->arena, shown->matters, shown->matter_count,
				   &shown->matter_room, sizeof(*shown->matters));
		shown->matters[shown->matter_count++] =
			(struct matter){ .key = row->key,
					 .id = arena_strdup(run->arena, row->id),
					 .first = shown->filed_count };
	}
	if (category == shown->category_count)
		return 0;
	last = &shown->matters[shown->matter_count - 1];
	shown->filed = array_grow(run->arena, shown->filed, shown->filed_count,
				  &shown->filed_room, sizeof(*shown->filed));
	shown->filed[shown->filed_count++] = (uint32_t)category;
	last->count++;
	return 0;
}

static int by_key(const void *key, const void *matter)
{
	int64_t a = *(const int64_t *)key;
	int64_t b = ((const struct matter *)matter)->key;

	return (a > b) - (a < b);
}

static void describe(struct run *run, struct matter *matter, const struct index_row *row,
		     const struct fact *fact)
{
	const struct shown *shown = run->shown;
	struct channel *channel;
	struct date last;
	size_t i;

	if (strcmp(fact->field, "frequency") == 0) {
		matter->told = told_at(run, row, fact);
		matter->frequency = choice_find(&frequencies, fact->value, false);
	} else if (strcmp(fact->field, "state.value") == 0) {
		matter->cancelled =
			choice_find(&item_states, fact->value, false) != ITEM_IN_USE;
	} else if (strcmp(fact->field, "none-this-period.period") == 0) {
		if (period_last_day(fact->value, &last) &&
		    date_compare(matter->none, last) < 0)
			matter->none = last;
	} else if (strcmp(fact->field, "show-days.count") == 0) {
		matter->show_count = (int)strtol(fact->value, NULL, 10);
	} else if (strcmp(fact->field, "show-days.unit") == 0) {
		matter->show_unit = choice_find(&day_counts, fact->value, false);
	} else if (strcmp(fact->field, "channels") == 0) {
		i = channel_index(shown, fact->value, strlen(fact->value));
		channel = i < shown->channel_count ? &shown->channels[i].channel : NULL;
		if (channel && i < BITS && channel_is_statutory(channel))
			matter->channels |= (uint64_t)1 << i;
	}
}

static int describe_item(void *payload, const struct index_row *row,
			 const struct fact *fact)
{
	struct run *run = payload;
	struct shown *shown = run->shown;
	struct matter *matter = NULL;

	/* Columns come in the order of matters: nearly always it is the one before, or the next. */
	if (shown->last_matter < shown->matter_count &&
	    shown->matters[shown->last_matter].key != row->key)
		shown->last_matter++;
	if (shown->last_matter < shown->matter_count &&
	    shown->matters[shown->last_matter].key == row->key)
		matter = &shown->matters[shown->last_matter];
	else if (shown->matter_count > 0)
		matter = bsearch(&row->key, shown->matters, shown->matter_count,
				 sizeof(*matter), by_key);
	if (matter) {
		shown->last_matter = (size_t)(matter - shown->matters);
		describe(run, matter, row, fact);
	}
	return 0;
}

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct matter *)a)->id, ((const struct matter *)b)->id);
}

int shown_load(struct run *run, struct error *err)
{
	static const char *const columns[] = {
		"frequency",       "state.value",    "none-this-period.period",
		"show-days.count", "show-days.unit", "channels",
	};

	run->shown = arena_new(run->arena, struct shown);
	if (index_each_fact(run->index, "channel", 0, NULL, add_channel, run, err) < 0 ||
	    index_each_fact(run->index, "category", 0, NULL, add_category, run, err) <
		    0 ||
	    index_each_fact(run->index, "item", 0, "categories", file_item, run, err) < 0)
		return -1;
	for (size_t i = 0; i < ARRAY_LEN(columns); i++)
		if (index_each_fact(run->index, "item", 0, columns[i], describe_item, run,
				    err) < 0)
			return -1;
	if (run->shown->matter_count > 0)
		qsort(run->shown->matters, run->shown->matter_count,
		      sizeof(struct matter), by_id);
	return 0;
}

struct sought {
	const char *id;
	size_t len;
};

static int sought_by_id(const void *key, const void *matter)
{
	const struct sought *sought = key;
	const char *id = ((const struct matter *)matter)->id;
	int order = strncmp(sought->id, id, sought->len);

	return order != 0 ? order : -(id[sought->len] != '\0');
}

struct matter *shown_matter(const struct shown *shown, const char *id, size_t len)
{
	const struct sought sought = { id, len };

	return shown->matter_count > 0
		       ? bsearch(&sought, shown->matters, shown->matter_count,
				 sizeof(*shown->matters), sought_by_id)
		       : NULL;
}

/* ---- what appeared ---- */

static void raise(struct date *last, struct date day)
{
	if (date_compare(*last, day) < 0)
		*last = day;
}

/* "2018-07-04 website 2018-07-05 board": the channels as bits, all days taken in. */
static uint64_t take_pairs(struct shown *shown, const char *pairs, struct date *last)
{
	uint64_t bits = 0;

	while (*pairs && *pairs != '\t') {
		char iso[DATE_ISO_SIZE] = "";
		struct date day;
		size_t len;
		size_t i;

		memcpy(iso, pairs,
		       strcspn(pairs, " \t") < sizeof(iso) ? strcspn(pairs, " \t") : 0);
		pairs += strcspn(pairs, " \t");
		pairs += *pairs == ' ';
		len = strcspn(pairs, " \t\n");
		if (!date_parse_iso(iso, &day))
			day = (struct date){ 0 };
		i = channel_index(shown, pairs, len);
		if (i < shown->channel_count)
			raise(&shown->channels[i].last, day);
		if (i < BITS && i < shown->channel_count)
			bits |= (uint64_t)1 << i;
		raise(last, day);
		pairs += len;
		pairs += *pairs == ' ';
	}
	return bits;
}

/* Whether each of the items that asks for a channel has one of those. */
static bool satisfies(struct shown *shown, const char *items, uint64_t bits,
		      struct date last)
{
	bool all = true;

	while (*items && *items != '\t') {
		size_t len = strcspn(items, " \t");
		struct matter *matter = shown_matter(shown, items, len);

		if (matter) {
			raise(&matter->last, last);
			all = all && (matter->channels == 0 || (matter->channels & bits));
		}
		items += len;
		items += *items == ' ';
	}
	return all;
}

bool shown_take(struct run *run, const char *claim)
{
	const char *items = packed_arg(claim, 0);
	struct date last = { 0 };
	uint64_t bits = take_pairs(run->shown, packed_arg(claim, 1), &last);
	struct date first = packed_day(claim, 2);

	return satisfies(run->shown, items, bits, last) ||
	       date_compare(run->options->today, date_add(first, DAYS_TO_FOLLOW)) < 0;
}

/* Of a claim that was not left at that: which channels its items ask for. */
int shown_is_short(struct run *run, struct finding *claim, struct error *err)
{
	const char *items = claim->args[0];
	auto_buf names = BUF_INIT;
	struct date ignored = { 0 };
	uint64_t bits;

	(void)err;
	if (!run->shown)
		return 0;
	bits = take_pairs(run->shown, claim->args[1], &ignored);
	while (*items && names.len == 0) {
		size_t len = strcspn(items, " ");
		const struct matter *matter = shown_matter(run->shown, items, len);

		for (size_t i = 0; matter && !(matter->channels & bits) &&
				   i < run->shown->channel_count && i < BITS;
		     i++)
			if (matter->channels & ((uint64_t)1 << i))
				buf_addf(&names, "%s%s", names.len > 0 ? ", " : "",
					 run->shown->channels[i].title);
		if (names.len > 0)
			claim->args[0] = arena_strndup(run->arena, items, len);
		items += len;
		items += *items == ' ';
	}
	if (names.len == 0 ||
	    date_compare(run->options->today,
			 date_add(claim_day(claim, 2), DAYS_TO_FOLLOW)) < 0)
		return 0;
	claim->args[1] = buf_dup(&names, run->arena);
	claim->args[2] = "";
	return 1;
}
