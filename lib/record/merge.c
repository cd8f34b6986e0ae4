#include "record/merge.h"

#include <string.h>

#include "base/i18n.h"
#include "record/merge_private.h"

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static void refuse(struct merged *out, const char *why)
{
	out->outcome = MERGE_REFUSED;
	out->why = why;
}

static void give(struct merged *out, const char *bytes, size_t len)
{
	out->bytes = bytes;
	out->len = len;
}

/* ---- files that cannot be read in full ---- */

/* Whether every event of a side is in the result, where they can be read. */
static bool keeps_events(const struct record *side, const struct record *result)
{
	for (size_t i = 0; i < side->common->events.count; i++) {
		const struct event *event =
			list_at(&side->common->events, struct event, i);
		bool found = false;

		for (size_t k = 0; k < result->common->events.count && !found; k++)
			found = event_compare(event, list_at(&result->common->events,
							     struct event, k)) == 0;
		if (!found)
			return false;
	}
	return true;
}

/* What the table cannot carry, lines can, when no new fault comes of it. */
static void merge_faulty(struct arena *arena, const struct merge_sides *sides,
			 const struct merge_options *options, struct merged *out)
{
	const struct record *ours = sides->ours;
	const struct record *theirs = sides->theirs;
	const struct record *result;
	auto_buf text = BUF_INIT;

	if (sides->base && options->lines &&
	    options->lines(sides->base->tree.bytes, ours->tree.bytes, theirs->tree.bytes,
			   MERGE_NONE, &text)) {
		result = record_parse(arena, ours->kind, ours->path,
				      buf_dup(&text, arena), text.len);
		if (result->tree.root && same(result->common->id, ours->common->id) &&
		    result->problem_count <=
			    ours->problem_count + theirs->problem_count &&
		    keeps_events(ours, result) && keeps_events(theirs, result)) {
			give(out, result->tree.bytes, result->tree.len);
			return;
		}
	}
	refuse(out,
	       tr("both sides changed it, and it has faults: gk validate says which; "
		  "mend them first"));
}

/* ---- numbers that were given up ---- */

static bool is_stub(const struct record *record)
{
	return date_is_set(record->common->voided.date) || record->common->moved_to;
}

static void end_with(struct merged *out, const struct record *stub, enum merge_side side)
{
	out->ending = stub->common->moved_to ? MERGE_MOVED : MERGE_VOIDED;
	out->ended_by = side;
	give(out, stub->tree.bytes, stub->tree.len);
}

static const char *stub_words(struct arena *arena, const struct record *record)
{
	const struct common *common = record->common;
	char iso[DATE_ISO_SIZE];

	if (common->moved_to)
		return arena_strdup(arena, common->moved_to);
	return arena_printf(arena, "%s %s %s", date_iso(common->voided.date, iso),
			    common->voided.by ? common->voided.by : "",
			    common->voided.reason ? common->voided.reason : "");
}

/* Both gave it up, each in its way: a stub is never altered, so one of the two holds. */
static void merge_stubs(struct merge *m, const struct merge_sides *sides)
{
	const struct collision collision = {
		.field = sides->theirs->common->moved_to ? "moved-to" : "voided",
		.label = tr("number given up"),
		.ours = stub_words(m->arena, sides->ours),
		.theirs = stub_words(m->arena, sides->theirs),
	};
	bool theirs = merge_ask(m, &collision) == MERGE_THEIRS;

	end_with(m->out, theirs ? sides->theirs : sides->ours,
		 theirs ? MERGE_THEIRS : MERGE_OURS);
}

static bool merge_ended(struct merge *m, const struct merge_sides *sides)
{
	bool ours = is_stub(sides->ours);
	bool theirs = is_stub(sides->theirs);

	if (ours && theirs && !record_equal(sides->ours, sides->theirs))
		merge_stubs(m, sides);
	else if (ours)
		end_with(m->out, sides->ours, MERGE_OURS);
	else if (theirs)
		end_with(m->out, sides->theirs, MERGE_THEIRS);
	return ours || theirs;
}

/* ---- field by field ---- */

static struct record *copy_of(struct arena *arena, const struct record *record)
{
	struct record *copy = record_new(arena, record->kind);

	memcpy(copy->common, record->common, record->kind->fields.size);
	copy->path = record->path;
	return copy;
}

static const char *set_own(struct merge *m, struct record *meant)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = m->options->today };

	for (size_t i = 0; i < m->own.count; i++) {
		const struct merge_own *own = list_at(&m->own, struct merge_own, i);

		if (!record_assign(m->arena, meant, own->field, own->value, &options))
			return arena_printf(m->arena,
					    tr("'%s' cannot be the value of %s"),
					    own->value, own->field);
	}
	return NULL;
}

static void merge_content(struct merge *m, const struct merge_sides *sides)
{
	const struct record *base =
		sides->base ? sides->base : record_new(m->arena, sides->ours->kind);
	struct record *meant = copy_of(m->arena, sides->ours);
	const struct merge_owners owners = { .base = base->common,
					     .ours = sides->ours->common,
					     .theirs = sides->theirs->common,
					     .result = meant->common };
	auto_buf bytes = BUF_INIT;
	struct error err;
	const char *why;

	merge_fields(m, &meant->kind->fields, &owners);
	merge_fields(m, &common_fields, &owners);
	merge_extra(m, base->common, sides->ours->common, sides->theirs->common,
		    meant->common);
	why = set_own(m, meant);
	if (why) {
		refuse(m->out, why);
		return;
	}
	if (merge_bytes(sides, m->options, meant, &bytes, &err) < 0) {
		refuse(m->out, arena_strdup(m->arena, err.text));
		return;
	}
	give(m->out, buf_dup(&bytes, m->arena), bytes.len);
}

/* ---- whether the three are one record ---- */

static bool is_numbered(const struct kind *kind)
{
	return kind->id_form == ID_UNIT || kind->id_form == ID_SERIAL;
}

static const char *stranger(const struct merge_sides *sides)
{
	const struct record *base = sides->base;
	const struct record *ours = sides->ours;
	const struct record *theirs = sides->theirs;

	if (!base && is_numbered(ours->kind))
		return tr(
			"these are two records to which both sides gave the same number; "
			"gk pull gives ours another one");
	if (ours->kind != theirs->kind || !same(ours->common->id, theirs->common->id) ||
	    (base && !same(base->common->id, ours->common->id)))
		return tr("these are records with different numbers, which are not one");
	return NULL;
}

static bool has_faults(const struct merge_sides *sides)
{
	return sides->ours->problem_count || sides->theirs->problem_count ||
	       (sides->base && sides->base->problem_count);
}

static bool same_bytes(const struct record *a, const struct record *b)
{
	return a && b && a->tree.len == b->tree.len &&
	       memcmp(a->tree.bytes, b->tree.bytes, a->tree.len) == 0;
}

/* One side alone changed the file, or both alike. */
static bool is_decided(const struct merge_sides *sides, struct merged *out)
{
	const struct record *result = NULL;

	if (same_bytes(sides->ours, sides->theirs) ||
	    same_bytes(sides->base, sides->theirs))
		result = sides->ours;
	else if (same_bytes(sides->base, sides->ours))
		result = sides->theirs;
	if (result)
		give(out, result->tree.bytes, result->tree.len);
	return result != NULL;
}

void record_merge(struct arena *arena, const struct merge_sides *sides,
		  const struct merge_options *options, struct merged *out)
{
	struct merge m = { .arena = arena,
			   .options = options,
			   .out = out,
			   .path = BUF_INIT,
			   .label = BUF_INIT };
	const char *why;

	*out = (struct merged){ .outcome = MERGE_CLEAN };
	if (is_decided(sides, out))
		return;
	why = stranger(sides);
	if (why) {
		refuse(out, why);
		return;
	}
	if (has_faults(sides))
		merge_faulty(arena, sides, options, out);
	else if (!merge_ended(&m, sides))
		merge_content(&m, sides);
	if (out->outcome == MERGE_CLEAN && out->collisions.count)
		out->outcome = MERGE_COLLIDES;
	buf_release(&m.path);
	buf_release(&m.label);
}
