#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "check/check.h"
#include "record/choices.h"
#include "report/annual_private.h"

struct counting {
	struct annual *annual;
	struct catalogue *catalogue;
	struct index *index;
	struct strings paths; /* of the records to read */
	int from;             /* the first year counted */
};

/* ---- records that do not read ---- */

static int refuse(const struct finding *finding, struct error *err)
{
	auto_buf line = BUF_INIT;

	finding_line(finding, &line);
	return error_set(err, ERR_SYNTAX, tr("no report is made from half: %s"), line.s);
}

int refuse_broken(const struct record *record, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct findings findings = FINDINGS(&arena);
	int result = 0;

	check_reading(&findings, record);
	findings_sort(&findings);
	for (size_t i = 0; result == 0 && i < findings.count; i++)
		if (findings.items[i].severity == SEVERITY_ERROR)
			result = refuse(&findings.items[i], err);
	arena_clear(&arena);
	return result;
}

/* ---- which records to read ---- */

static int keep_shown(void *payload, const struct index_row *row)
{
	struct counting *counting = payload;

	if (strcmp(row->state, "draft") != 0)
		strings_add(counting->annual->arena, &counting->paths,
			    arena_strdup(counting->annual->arena, row->path));
	return 0;
}

static int keep_fact(void *payload, const struct index_row *row, const struct fact *fact)
{
	struct counting *counting = payload;

	if (strcmp(fact->value, "no") != 0)
		strings_add(counting->annual->arena, &counting->paths,
			    arena_strdup(counting->annual->arena, row->path));
	return 0;
}

static bool is_below(const char *path, const struct kind *kind)
{
	size_t len = strlen(kind->dir);

	return strncmp(path, kind->dir, len) == 0 && path[len] == '/';
}

/* Something is wrong with it: reading tells whether it can be counted nevertheless. */
static int keep_found(void *payload, const char *path, const char *findings)
{
	struct counting *counting = payload;

	(void)findings;
	if (is_below(path, &document_kind))
		strings_add(counting->annual->arena, &counting->paths,
			    arena_strdup(counting->annual->arena, path));
	return 0;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Each once, in order. */
static void sort_paths(struct strings *paths)
{
	size_t kept = 0;

	if (paths->count == 0)
		return;
	qsort(paths->items, paths->count, sizeof(paths->items[0]), by_text);
	for (size_t i = 0; i < paths->count; i++)
		if (kept == 0 || strcmp(paths->items[kept - 1], paths->items[i]) != 0)
			paths->items[kept++] = paths->items[i];
	paths->count = kept;
}

/*
 * What has events, what is normative, what is withheld (it may have been reviewed), and
 * what may not read: of that the index knows nothing but that something is wrong.
 */
static int find_paths(struct counting *counting, struct error *err)
{
	const struct index_query documents = { .kind = document_kind.name };
	struct index *index = counting->index;

	if (index_each(index, &documents, keep_shown, counting, err) < 0 ||
	    index_each_fact(index, document_kind.name, 0, "normative.is", keep_fact,
			    counting, err) < 0 ||
	    index_each_fact(index, document_kind.name, 0, "disclosure.ground.code",
			    keep_fact, counting, err) < 0 ||
	    index_each_finding(index, keep_found, counting, err) < 0)
		return -1;
	sort_paths(&counting->paths);
	return 0;
}

/* ---- one document ---- */

static struct tally *tally_of(struct arena *arena, struct list *list, const char *id)
{
	struct tally *last;

	for (size_t i = 0; i < list->count; i++) {
		struct tally *tally = list_at(list, struct tally, i);

		if (tally->id == id || (id && tally->id && strcmp(tally->id, id) == 0))
			return tally;
	}
	last = list_add(arena, list, sizeof(*last));
	last->id = id ? arena_strdup(arena, id) : NULL;
	return last;
}

static bool is_appearance(const struct annual *annual, const struct event *event)
{
	return (event->act == ACT_PUBLISH || event->act == ACT_POST) &&
	       event->date.year == annual->year;
}

/* Whether it appeared on the channel of event `i` by an event before that one. */
static bool was_there(const struct annual *annual, const struct list *events, size_t i)
{
	const char *channel = list_at(events, struct event, i)->channel;

	for (size_t j = 0; j < i; j++) {
		const struct event *event = list_at(events, struct event, j);

		if (is_appearance(annual, event) &&
		    (event->channel == channel ||
		     (event->channel && channel && strcmp(event->channel, channel) == 0)))
			return true;
	}
	return false;
}

/* A document counts once, and once for each channel on which it appeared. */
static void count_appearance(struct annual *annual, const struct document *document)
{
	const struct list *events = &document->common.events;
	struct counts *counts = &annual->counts;
	bool appeared = false;

	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = list_at(events, struct event, i);

		if (!is_appearance(annual, event))
			continue;
		appeared = true;
		if (!was_there(annual, events, i))
			tally_of(annual->arena, &counts->by_channel, event->channel)->n++;
	}
	if (!appeared)
		return;
	counts->published++;
	counts->by_type[document->type]++;
	tally_of(annual->arena, &counts->by_unit, document->unit)->n++;
	if (document->normative.is == ANSWER_YES)
		counts->normative_shown++;
}

/* 条例 Art 18: what is not disclosed is assessed again and again. */
static void count_reviews(struct annual *annual, const struct document *document)
{
	const struct list *events = &document->common.events;

	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = list_at(events, struct event, i);

		if (event->act != ACT_REVIEW || event->date.year != annual->year)
			continue;
		annual->counts.reviews++;
		if (event->decision == DECISION_DISCLOSE ||
		    event->decision == DECISION_DISCLOSE_PART)
			annual->counts.disclosed_by_review++;
	}
}

/* The day from which a normative document is no longer in force; no date while it is. */
static struct date day_ended(const struct document *document)
{
	const struct event *repeal = NULL;
	struct date lapsed = date_add(document->normative.valid_until, 1);

	for (size_t i = 0; i < document->common.events.count; i++) {
		const struct event *event =
			list_at(&document->common.events, struct event, i);

		if (event->act == ACT_REPEAL && date_is_set(event->date) &&
		    (!repeal || date_compare(event->date, repeal->date) < 0))
			repeal = event;
	}
	if (!repeal)
		return lapsed;
	if (date_is_set(lapsed) && date_compare(lapsed, repeal->date) < 0)
		return lapsed;
	return repeal->date;
}

/* Made here, and no part of another: a part and its whole count once. */
static bool is_own_normative(const struct document *document)
{
	return document->normative.is == ANSWER_YES && !document->part_of.document &&
	       (document->origin == ORIGIN_MADE || document->origin == ORIGIN_JOINT ||
		document->origin == ORIGIN_UNSET);
}

static void count_normative(struct counting *counting, const struct record *record,
			    const struct document *document)
{
	struct annual *annual = counting->annual;
	struct counts *counts = &annual->counts;
	struct date ended = day_ended(document);
	bool is_over =
		document->force == FORCE_REPEALED || document->force == FORCE_EXPIRED;

	if (!is_own_normative(document))
		return;
	if (!date_is_set(document->formed)) {
		annual_open(annual, "规范性文件成文日期",
			    tr("%s: a normative document without its date of formation "
			       "is in no year's count"),
			    record->path);
		return;
	}
	if (document->formed.year > annual->year)
		return;
	if (document->formed.year >= counting->from)
		counts->normative_made_since++;
	if (document->formed.year == annual->year)
		counts->normative_made++;
	if (is_over && !date_is_set(ended))
		annual_open(annual, "规范性文件废止、失效日期",
			    tr("%s: no longer in force, but no event or date says since "
			       "when"),
			    record->path);
	if (!date_is_set(ended) || ended.year > annual->year)
		return;
	if (ended.year >= counting->from)
		counts->normative_ended_since++;
	if (ended.year == annual->year)
		counts->normative_ended++;
}

static int count_one(struct counting *counting, struct arena *arena, const char *path,
		     struct error *err)
{
	struct record *record;
	const struct document *document;

	if (catalogue_read(counting->catalogue, arena, path, &record, err) < 0)
		return error_wrap(err, "%s", path);
	if (refuse_broken(record, err) < 0)
		return -1;
	document = RECORD(record, struct document);
	if (date_is_set(document->common.voided.date))
		return 0;
	count_appearance(counting->annual, document);
	count_reviews(counting->annual, document);
	count_normative(counting, record, document);
	return 0;
}

/* ---- names ---- */

static int by_id(const void *a, const void *b)
{
	const char *left = ((const struct tally *)a)->id;
	const char *right = ((const struct tally *)b)->id;

	if (!left || !right)
		return !left - !right;
	return strcmp(left, right);
}

static int name_tallies(struct counting *counting, struct list *list, struct error *err)
{
	if (list->count > 0)
		qsort(list->items, list->count, sizeof(struct tally), by_id);
	for (size_t i = 0; i < list->count; i++) {
		struct tally *tally = list_at(list, struct tally, i);
		struct index_row row;
		bool found = false;

		tally->name = tally->id ? tally->id : "未注明";
		if (!tally->id)
			continue;
		if (index_by_id(counting->index, counting->annual->arena, tally->id, &row,
				&found, err) < 0)
			return -1;
		if (found && row.title[0])
			tally->name = row.title;
	}
	return 0;
}

/* What the record says of channels that gk does not see. */
static void add_elsewhere(struct annual *annual)
{
	const struct list *channels = &annual->report->channels;

	for (size_t i = 0; i < channels->count; i++) {
		const struct channel_count *said =
			list_at(channels, struct channel_count, i);

		if (said->count.set)
			tally_of(annual->arena, &annual->counts.elsewhere, said->channel)
				->n += said->count.n;
	}
}

int count_records(struct annual *annual, struct catalogue *catalogue, struct index *index,
		  int from, struct error *err)
{
	struct counting counting = {
		.annual = annual, .catalogue = catalogue, .index = index, .from = from
	};
	int result = 0;

	if (find_paths(&counting, err) < 0)
		return -1;
	for (size_t i = 0; result == 0 && i < counting.paths.count; i++) {
		struct arena scratch = ARENA_INIT;

		result = count_one(&counting, &scratch, counting.paths.items[i], err);
		arena_clear(&scratch);
	}
	if (result < 0)
		return -1;
	add_elsewhere(annual);
	if (name_tallies(&counting, &annual->counts.by_channel, err) < 0 ||
	    name_tallies(&counting, &annual->counts.elsewhere, err) < 0)
		return -1;
	return name_tallies(&counting, &annual->counts.by_unit, err);
}
