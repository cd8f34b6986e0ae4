#include "law/workday.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/list.h"
#include "format/json_read.h"

/* 1900-01-01, the first day of struct date, was a Monday. */
static const struct date first_day = { .year = 1900, .month = 1, .day = 1 };
static const struct date last_day = { .year = 2199, .month = 12, .day = 31 };

static bool is_weekend(struct date day)
{
	return date_weekday(day) >= 5;
}

bool calendar_knows(const struct calendar *cal, struct date day)
{
	return cal->first_year && day.year >= cal->first_year &&
	       day.year <= cal->last_year;
}

/* How many of the sorted days lie on or before `day`. */
static size_t count_until(const struct calendar_day *days, size_t count, struct date day)
{
	size_t low = 0;

	while (low < count) {
		size_t middle = low + (count - low) / 2;

		if (date_compare(days[middle].date, day) <= 0)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

static const struct calendar_day *day_in(const struct calendar_day *days, size_t count,
					 struct date day)
{
	size_t n = count_until(days, count, day);

	return n && !date_compare(days[n - 1].date, day) ? &days[n - 1] : NULL;
}

enum day_kind calendar_kind(const struct calendar *cal, struct date day,
			    const char **name)
{
	const struct calendar_day *entry =
		calendar_knows(cal, day)
			? day_in(cal->days, cal->count, day)
			: day_in(cal->statutory, cal->statutory_count, day);

	if (name)
		*name = entry ? entry->name : NULL;
	if (entry)
		return entry->off ? DAY_HOLIDAY : DAY_MADE_UP;
	return is_weekend(day) ? DAY_WEEKEND : DAY_WORKING;
}

bool calendar_is_working(const struct calendar *cal, struct date day)
{
	enum day_kind kind = calendar_kind(cal, day, NULL);

	return kind == DAY_WORKING || kind == DAY_MADE_UP;
}

static int balance_until(const struct calendar_day *days, size_t count, struct date day)
{
	size_t n = count_until(days, count, day);

	return n ? days[n - 1].balance : 0;
}

/* Working days from the first day of struct date up to and with `day`. */
static int rank(const struct calendar *cal, struct date day)
{
	int days = date_to_days(day) - date_to_days(first_day) + 1;
	int rest = days % 7;

	return days / 7 * 5 + (rest < 5 ? rest : 5) +
	       balance_until(cal->days, cal->count, day) +
	       balance_until(cal->statutory, cal->statutory_count, day);
}

/* The working day of a rank; no date when it lies beyond what struct date holds. */
static struct date day_of_rank(const struct calendar *cal, int wanted)
{
	int32_t low = date_to_days(first_day);
	int32_t high = date_to_days(last_day);

	if (wanted < 1 || wanted > rank(cal, last_day))
		return (struct date){ .year = 0 };
	while (low < high) {
		int32_t middle = low + (high - low) / 2;

		if (rank(cal, date_from_days(middle)) >= wanted)
			high = middle;
		else
			low = middle + 1;
	}
	return date_from_days(low);
}

/* Raises *provisional when a day of [first, last] lies in an unknown year. */
static void note_unknown(const struct calendar *cal, struct date first, struct date last,
			 bool *provisional)
{
	if (!provisional || !date_is_set(first) || !date_is_set(last))
		return;
	if (!calendar_knows(cal, first) || !calendar_knows(cal, last))
		*provisional = true;
}

struct date workday_add(const struct calendar *cal, struct date start, int n,
			bool *provisional)
{
	struct date day;
	int before;

	assert(date_is_set(start));
	if (!n)
		return workday_on_or_after(cal, start, provisional);
	/* The rank of the last working day that is not counted. */
	before = rank(cal, start);
	if (n < 0 && calendar_is_working(cal, start))
		before--;
	if (n > 0 ? n > rank(cal, last_day) - before : n < -before)
		return (struct date){ .year = 0 };
	if (n > 0) {
		day = day_of_rank(cal, before + n);
		note_unknown(cal, date_add(start, 1), day, provisional);
	} else {
		day = day_of_rank(cal, before + n + 1);
		note_unknown(cal, day, date_add(start, -1), provisional);
	}
	return day;
}

struct date workday_on_or_after(const struct calendar *cal, struct date day,
				bool *provisional)
{
	struct date found = day;

	assert(date_is_set(day));
	while (date_is_set(found) && !calendar_is_working(cal, found))
		found = date_add(found, 1);
	note_unknown(cal, day, found, provisional);
	return found;
}

int workday_between(const struct calendar *cal, struct date from, struct date to,
		    bool *provisional)
{
	int order = date_compare(from, to);

	assert(date_is_set(from) && date_is_set(to));
	if (order < 0)
		note_unknown(cal, date_add(from, 1), to, provisional);
	else if (order > 0)
		note_unknown(cal, date_add(to, 1), from, provisional);
	return rank(cal, to) - rank(cal, from);
}

/* ---- reading ---- */

struct reading {
	struct arena *arena;
	struct error *err;
	struct calendar_day *days;
	size_t count;
	size_t room;
	const char *year; /* the member of "years" that is being read, or NULL */
};

static int compare_days(const void *a, const void *b)
{
	const struct calendar_day *first = a;
	const struct calendar_day *second = b;

	return date_compare(first->date, second->date);
}

static int add_day(struct reading *r, const char *group, const struct yaml_node *key,
		   const struct yaml_node *value, bool off)
{
	struct calendar_day *day;
	struct date date;

	if (!date_parse_iso(key->value, &date))
		return error_set(r->err, ERR_SYNTAX, tr("%s: '%s' is not a day"), group,
				 key->value);
	if (r->year && strncmp(key->value, r->year, 4) != 0)
		return error_set(r->err, ERR_SYNTAX, tr("%s: '%s' is not a day of %s"),
				 group, key->value, r->year);
	if (value->type != YAML_SCALAR || !value->len)
		return error_set(r->err, ERR_SYNTAX, tr("%s: '%s' has no name"), group,
				 key->value);
	if (!off && !is_weekend(date))
		return error_set(r->err, ERR_SYNTAX,
				 tr("%s: '%s' is no Saturday or Sunday"), group,
				 key->value);
	r->days = array_grow(r->arena, r->days, r->count, &r->room, sizeof(*r->days));
	day = &r->days[r->count++];
	*day = (struct calendar_day){ .date = date, .off = off, .name = value->value };
	return 0;
}

static int read_days(struct reading *r, const char *group, const struct yaml_node *map,
		     bool off)
{
	if (map->type != YAML_MAPPING)
		return error_set(r->err, ERR_SYNTAX, tr("'%s' is not an object"), group);
	for (size_t i = 0; i < map->count; i++)
		if (add_day(r, group, map->keys[i], map->items[i], off) < 0)
			return -1;
	return 0;
}

/* An unknown member is refused: a misspelt "work" would silently lose working days. */
static int read_year(struct reading *r, const struct yaml_node *map)
{
	bool has_off = false;

	if (map->type != YAML_MAPPING)
		return error_set(r->err, ERR_SYNTAX, tr("'%s' is not an object"),
				 r->year);
	for (size_t i = 0; i < map->count; i++) {
		const char *key = map->keys[i]->value;
		bool off = !strcmp(key, "off");

		if (!off && strcmp(key, "work") != 0)
			return error_set(r->err, ERR_SYNTAX,
					 tr("'%s' of %s is not known"), key, r->year);
		has_off = has_off || off;
		if (read_days(r, key, map->items[i], off) < 0)
			return -1;
	}
	if (!has_off)
		return error_set(r->err, ERR_SYNTAX, tr("%s has no 'off'"), r->year);
	return 0;
}

/* Sorts, refuses a day that stands twice, and keeps the running balance. */
static int settle(struct reading *r)
{
	int balance = 0;

	if (r->count)
		qsort(r->days, r->count, sizeof(*r->days), compare_days);
	for (size_t i = 0; i < r->count; i++) {
		struct calendar_day *day = &r->days[i];
		char iso[DATE_ISO_SIZE];

		if (i && !date_compare(day[-1].date, day->date))
			return error_set(r->err, ERR_SYNTAX,
					 tr("%s is both off and worked"),
					 date_iso(day->date, iso));
		if (!day->off)
			balance++;
		else if (!is_weekend(day->date))
			balance--;
		day->balance = balance;
	}
	return 0;
}

static int read_years(struct reading *r, const struct yaml_node *map,
		      struct calendar *out)
{
	int first = INT16_MAX;
	int last = 0;

	if (map->type != YAML_MAPPING || !map->count)
		return error_set(r->err, ERR_SYNTAX, tr("'%s' is not an object"),
				 "years");
	for (size_t i = 0; i < map->count; i++) {
		char day[sizeof("2018-01-01")];
		struct date date;

		(void)snprintf(day, sizeof(day), "%.4s-01-01", map->keys[i]->value);
		if (map->keys[i]->len != 4 || !date_parse_iso(day, &date))
			return error_set(r->err, ERR_SYNTAX, tr("'%s' is not a year"),
					 map->keys[i]->value);
		r->year = map->keys[i]->value;
		if (read_year(r, map->items[i]) < 0)
			return -1;
		first = date.year < first ? date.year : first;
		last = date.year > last ? date.year : last;
	}
	/* Keys are unique, so that a gap shows in the count. */
	if ((size_t)last + 1 - (size_t)first != map->count)
		return error_set(r->err, ERR_SYNTAX, tr("the years %d to %d have a gap"),
				 first, last);
	if (settle(r) < 0)
		return -1;
	out->days = r->days;
	out->count = r->count;
	out->first_year = (int16_t)first;
	out->last_year = (int16_t)last;
	return 0;
}

static int read_statutory(struct reading *r, const struct yaml_node *map,
			  struct calendar *out)
{
	size_t kept = 0;

	if (read_days(r, "statutory", map, true) < 0)
		return -1;
	for (size_t i = 0; i < r->count; i++)
		if (!calendar_knows(out, r->days[i].date))
			r->days[kept++] = r->days[i];
	r->count = kept;
	if (settle(r) < 0)
		return -1;
	out->statutory = r->days;
	out->statutory_count = r->count;
	return 0;
}

static int check_members(const struct yaml_node *root, struct error *err)
{
	static const char *const members[] = { "about", "note", "years", "statutory" };

	if (root->type != YAML_MAPPING || !yaml_get(root, "years"))
		return error_set(err, ERR_SYNTAX, tr("there is no '%s'"), "years");
	for (size_t i = 0; i < root->count; i++) {
		size_t at = 0;

		while (at < ARRAY_LEN(members) &&
		       strcmp(members[at], root->keys[i]->value) != 0)
			at++;
		if (at == ARRAY_LEN(members))
			return error_set(err, ERR_SYNTAX, tr("'%s' is not known"),
					 root->keys[i]->value);
	}
	return 0;
}

int calendar_parse(struct arena *arena, const char *bytes, size_t len,
		   struct calendar *out, struct error *err)
{
	struct reading years = { .arena = arena, .err = err };
	struct reading statutory = { .arena = arena, .err = err };
	struct calendar cal = { .first_year = 0 };
	const struct yaml_node *more;
	struct yaml_node *root;

	if (json_parse(arena, bytes, len, &root, err) < 0)
		return -1;
	if (check_members(root, err) < 0)
		return -1;
	if (read_years(&years, yaml_get(root, "years"), &cal) < 0)
		return -1;
	more = yaml_get(root, "statutory");
	if (more && read_statutory(&statutory, more, &cal) < 0)
		return -1;
	*out = cal;
	return 0;
}
