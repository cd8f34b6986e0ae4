#include "work/across.h"

#include <string.h>

#include "base/i18n.h"
#include "record/id.h"
#include "store/range.h"

/* How a line of a message begins that says: "catalogue: mz-0003 to dz-0007". */
static const char line_start[] = "catalogue: ";

static int in_private(struct error *err)
{
	return error_wrap(err, "%s", tr("the private store"));
}

/* ---- what an earlier change left ---- */

/* Whether the catalogue has a record of this number, or what is left of one. */
static bool is_in_catalogue(struct work *work, struct source *head, const char *id)
{
	const struct kind_set *kinds = &work->catalogue->kinds;
	struct source_entry entry;
	struct error absent;
	struct id_parts parts;
	auto_buf path = BUF_INIT;

	if (!id_parse(kinds, id, &parts))
		return false;
	id_path(parts.kind, id, &path);
	return source_find(head, work->arena, path.s, &entry, &absent) == 0;
}

static void read_pair(struct arena *arena, const char *line, struct list *out)
{
	static const char between[] = " to ";
	size_t from = strcspn(line, " \n");
	const char *to = line + from;

	if (strncmp(to, between, sizeof(between) - 1) != 0)
		return;
	to += sizeof(between) - 1;
	*(struct id_change *)list_add(arena, out, sizeof(struct id_change)) =
		(struct id_change){ .from = arena_strndup(arena, line, from),
				    .to = arena_strndup(arena, to, strcspn(to, "\n")) };
}

/* The pairs of a message; false when it has none. */
static bool read_pairs(struct arena *arena, const char *message, struct list *out)
{
	const size_t len = sizeof(line_start) - 1;

	for (const char *line = message; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, line_start, len) == 0)
			read_pair(arena, line + len, out);
	}
	return out->count > 0;
}

/*
 * What the last change of numbers said, if it is of this clone alone: what others have got was
 * whole when it went to them.
 */
static int last_pairs(struct across *across, struct list *out, struct error *err)
{
	struct arena *arena = across->store->arena;
	struct source *source = across->store->catalogue->source;
	const char *head = transaction_head_commit(across->tx, arena);
	struct range_outside outside;
	struct range_options options = { .to = head };
	struct range range;

	if (range_outside(source, arena, head, &outside, err) < 0)
		return -1;
	options.hidden = outside.tips;
	if (range_read(source, arena, &options, &range, err) < 0)
		return -1;
	for (size_t i = range.count; i > 0; i--)
		if (strstr(range.items[i - 1].message, WORK_TRAILER) &&
		    read_pairs(arena, range.items[i - 1].message, out))
			return 0;
	return 0;
}

/* Pairs whose new number the catalogue never got, or has lost again. */
static int find_pending(struct across *across, struct work *work, struct list *out,
			struct error *err)
{
	struct list pairs = { 0 };
	auto_source *head = NULL;

	if (last_pairs(across, &pairs, err) < 0)
		return -1;
	if (!pairs.count)
		return 0;
	if (source_open_at(work->catalogue->source, "HEAD", &head, err) < 0)
		return -1;
	for (size_t i = 0; i < pairs.count; i++) {
		const struct id_change *pair = list_at(&pairs, struct id_change, i);

		if (!is_in_catalogue(work, head, pair->to))
			*(struct id_change *)list_add(work->arena, out, sizeof(*pair)) =
				*pair;
	}
	return 0;
}

/* ---- what changes now ---- */

static const struct id_change *find_pair(const struct list *pairs, const char *from)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (strcmp(list_at(pairs, struct id_change, i)->from, from) == 0)
			return list_at(pairs, struct id_change, i);
	return NULL;
}

static void add_change(struct across *across, struct list *changes,
		       const struct id_change *pair, const char *stands)
{
	struct arena *arena = across->store->arena;

	*(struct id_change *)list_add(arena, &across->pairs, sizeof(*pair)) = *pair;
	if (strcmp(stands, pair->to) == 0)
		return;
	*(struct id_change *)list_add(arena, changes, sizeof(*pair)) = (struct id_change){
		.from = stands, .to = pair->to, .vanishes = pair->vanishes
	};
}

/* A number that was changed to one that never came to be is changed from that one. */
static void choose_changes(struct across *across, const struct list *numbers,
			   const struct list *pending)
{
	struct list changes = { 0 };

	for (size_t i = 0; i < numbers->count; i++) {
		const struct renumbered *one = list_at(numbers, struct renumbered, i);
		const struct id_change *before = find_pair(pending, one->from);
		const struct id_change pair = { .from = one->from,
						.to = one->to,
						.vanishes = before || one->vanishes };

		add_change(across, &changes, &pair, before ? before->to : one->from);
	}
	for (size_t i = 0; i < pending->count; i++) {
		const struct id_change *before = list_at(pending, struct id_change, i);
		const struct id_change back = { .from = before->to,
						.to = before->from,
						.vanishes = true };

		if (!find_pair(&across->pairs, before->from))
			add_change(across, &changes, &back, before->to);
	}
	if (changes.count)
		id_changes_sort(changes.items, changes.count);
	across->changes =
		(struct id_changes){ .items = changes.items, .count = changes.count };
}

int across_begin(struct across *across, struct work *work, const struct list *numbers,
		 struct error *err)
{
	struct transaction_options how;
	struct list pending = { 0 };

	*across = (struct across){ .store = work->private_store };
	if (!across->store)
		return 0;
	how = work_transaction(across->store);
	if (transaction_begin(&how, &across->tx, err) < 0)
		return in_private(err);
	if (!transaction_head_commit(across->tx, work->arena))
		return 0;
	if (find_pending(across, work, &pending, err) < 0)
		return in_private(err);
	choose_changes(across, numbers, &pending);
	return 0;
}

int across_put(struct across *across, struct error *err)
{
	const struct renumber_order order = { .outside = across->changes };

	if (!across->changes.count)
		return 0;
	return work_renumber_put(across->store, across->tx, &order, &across->report,
				 err) < 0
		       ? in_private(err)
		       : 0;
}

void across_say(const struct across *across, struct buf *out)
{
	for (size_t i = 0; i < across->pairs.count; i++) {
		const struct id_change *pair =
			list_at(&across->pairs, struct id_change, i);

		buf_addf(out, "%s%s to %s\n", line_start, pair->from, pair->to);
	}
}

int across_commit(struct across *across, struct error *err)
{
	auto_buf message = BUF_INIT;

	if (!across->changes.count)
		return 0;
	buf_adds(&message, "renumber: as in the catalogue\n\n");
	across_say(across, &message);
	buf_addf(&message, "\n%s\n", WORK_TRAILER);
	return transaction_commit(across->tx, message.s, across->commit, err) < 0
		       ? in_private(err)
		       : 0;
}

void across_tell(struct error *err)
{
	(void)error_wrap(err, "%s",
			 tr("only the private store has its part yet: the same "
			    "command again does the rest"));
}

void across_release(struct across *across)
{
	transaction_free(across->tx);
	across->tx = NULL;
}
