/*
 * What appeared under each item and on each channel, gathered from the claims of all
 * documents in one pass; by it channels, columns and items are judged.
 *
 * Layer: check, inside.
 */
#ifndef GK_CHECK_SHOWN_H
#define GK_CHECK_SHOWN_H

#include "check/check_private.h"
#include "record/category.h"
#include "record/channel.h"
#include "record/item.h"

/* Where a value stands, for a finding about it. */
struct told {
	const char *path;
	struct yaml_place place;
};

/* An item, as far as what appears under it is judged. */
struct matter {
	int64_t key;
	const char *id;
	struct told told; /* its frequency */
	int frequency;    /* enum frequency */
	bool cancelled;
	uint64_t
		channels; /* that discharge the duty of Arts 23 to 25: bits of shown.channels */
	size_t first; /* of its categories, in shown.filed */
	size_t count;
	struct date last; /* day on which something appeared under it */
	struct date none; /* last day of a period that had nothing */
	int show_count;
	int show_unit; /* enum day_count */
};

struct shown_channel {
	int64_t key;
	const char *id;
	struct told told; /* its longest silence */
	const char *title;
	struct channel channel; /* kind, form, state, max_silence */
	struct date last;
};

struct shown_category {
	int64_t key;
	const char *id;
	struct told told; /* whether it must have content */
	const char *title;
	const char *parent;
	int required;  /* enum requirement */
	int type;      /* enum column_type */
	bool column;   /* it is one of the portal's */
	bool standing; /* an item in use is filed there */
	struct date last;
};

struct shown {
	struct matter *matters; /* by id */
	size_t matter_count;
	size_t matter_room;
	size_t last_matter; /* described last */
	uint32_t *filed;    /* indices into categories */
	size_t filed_count;
	size_t filed_room;
	struct shown_channel *channels; /* by key */
	size_t channel_count;
	size_t channel_room;
	struct shown_category *categories; /* by key */
	size_t category_count;
	size_t category_room;
};

/** Read what the index tells of items, channels and categories into run->shown. */
int shown_load(struct run *run, struct error *err) gk_must_use;
struct matter *shown_matter(const struct shown *shown, const char *id, size_t len);
/**
 * Take the days of a packed claim in.  Whether it can be left at that: it appeared where its
 * items ask, or the day to ask has not come.
 */
bool shown_take(struct run *run, const char *claim);

#endif
