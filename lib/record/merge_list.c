#include <string.h>

#include "record/diff.h"
#include "record/merge_private.h"
#include "record/write_private.h"

/* Above it a list is one value: entries are looked for one by one. */
enum { ENTRIES_MAX = 4096 };

/* By what the entries of a list are told apart, on each side. */
struct keys {
	struct strings base;
	struct strings ours;
	struct strings theirs;
	bool whole; /* the keys are all that the entries say */
};

/* ---- which entries the merged list has, and in what order ---- */

static size_t place_of(const struct strings *list, const char *s)
{
	size_t i = 0;

	while (i < list->count && strcmp(list->items[i], s) != 0)
		i++;
	return i;
}

/* Whether entries that all three have stand in another order on two sides. */
static bool reordered(const struct strings *a, const struct strings *b,
		      const struct strings *third)
{
	size_t last = 0;

	for (size_t i = 0; i < a->count; i++) {
		size_t at = place_of(b, a->items[i]);

		if (at == b->count || !strings_has(third, a->items[i]))
			continue;
		if (at < last)
			return true;
		last = at;
	}
	return false;
}

/* Whether a side has an entry that none of the others has. */
static bool adds(const struct strings *side, const struct strings *base,
		 const struct strings *other)
{
	for (size_t i = 0; i < side->count; i++)
		if (!strings_has(base, side->items[i]) &&
		    !strings_has(other, side->items[i]))
			return true;
	return false;
}

/* One entry made another by each side: that one came in the place of one that both took out. */
static bool both_replaced(const struct keys *keys)
{
	bool gone = false;

	for (size_t i = 0; i < keys->base.count; i++)
		gone = gone || (!strings_has(&keys->ours, keys->base.items[i]) &&
				!strings_has(&keys->theirs, keys->base.items[i]));
	return gone && adds(&keys->ours, &keys->base, &keys->theirs) &&
	       adds(&keys->theirs, &keys->base, &keys->ours);
}

static bool is_too_long(const struct keys *keys)
{
	return keys->base.count > ENTRIES_MAX || keys->ours.count > ENTRIES_MAX ||
	       keys->theirs.count > ENTRIES_MAX;
}

/* Whether the lists can only be chosen as a whole. */
static bool collides(const struct keys *keys)
{
	if (is_too_long(keys) || (keys->whole && both_replaced(keys)))
		return true;
	return reordered(&keys->base, &keys->ours, &keys->theirs) &&
	       reordered(&keys->base, &keys->theirs, &keys->ours) &&
	       reordered(&keys->ours, &keys->theirs, &keys->base);
}

static void insert(struct arena *arena, struct strings *list, size_t at, const char *s)
{
	strings_add(arena, list, s);
	memmove(&list->items[at + 1], &list->items[at],
		(list->count - 1 - at) * sizeof(*list->items));
	list->items[at] = s;
}

/* Where an entry of `side` goes: behind the one before it there, and what else was put in there. */
static size_t place_for(const struct strings *result, const struct strings *base,
			const struct strings *side, size_t i)
{
	size_t at = 0;

	while (i > 0) {
		size_t before = place_of(result, side->items[--i]);

		if (before < result->count) {
			at = before + 1;
			break;
		}
	}
	while (at < result->count && !strings_has(base, result->items[at]))
		at++;
	return at;
}

/* The keys of the merged list; those in `kept` are in it though one side took them out. */
static struct strings plan(struct arena *arena, const struct keys *keys,
			   const struct strings *kept)
{
	bool theirs_first = reordered(&keys->base, &keys->theirs, &keys->ours) &&
			    !reordered(&keys->base, &keys->ours, &keys->theirs);
	const struct strings *first = theirs_first ? &keys->theirs : &keys->ours;
	const struct strings *second = theirs_first ? &keys->ours : &keys->theirs;
	struct strings result = { 0 };

	for (size_t i = 0; i < first->count; i++) {
		const char *key = first->items[i];

		if (strings_has(second, key) || !strings_has(&keys->base, key) ||
		    strings_has(kept, key))
			strings_add(arena, &result, key);
	}
	for (size_t i = 0; i < second->count; i++) {
		const char *key = second->items[i];

		if (!strings_has(first, key) && !strings_has(&result, key) &&
		    (!strings_has(&keys->base, key) || strings_has(kept, key)))
			insert(arena, &result, place_for(&result, &keys->base, second, i),
			       key);
	}
	return result;
}

/* ---- lists of texts ---- */

static void merge_texts(struct merge *m, const struct field *field,
			const struct merge_owners *owners)
{
	const struct strings none = { 0 };
	const struct keys keys = { .base = *field_strings(field, owners->base),
				   .ours = *field_strings(field, owners->ours),
				   .theirs = *field_strings(field, owners->theirs),
				   .whole = true };
	struct strings merged;

	if (collides(&keys)) {
		merge_collide(m, field, owners);
		return;
	}
	merged = plan(m->arena, &keys, &none);
	memcpy((char *)owners->result + field->offset, &merged, sizeof(merged));
}

/* ---- lists of entries ---- */

/* The field that names an entry: the stored file, else the first that the table has. */
static const struct field *naming_field(const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++)
		if (fields->items[i].flags & FIELD_FILE)
			return &fields->items[i];
	return &fields->items[0];
}

static const char *text_of(struct arena *arena, const struct field *field,
			   const struct field *name, const void *entry)
{
	auto_buf text = BUF_INIT;

	if (!name)
		entry_write(field, entry, &text);
	else if (!field_is_set(name, entry))
		return "";
	else if (field_is_text(name))
		buf_adds(&text, field_text(name, entry));
	else
		field_write_flow(name, entry, &text);
	return buf_dup(&text, arena);
}

/* False when two entries, or one without a name, cannot be told apart. */
static bool add_keys(struct arena *arena, const struct field *field,
		     const struct field *name, const void *owner, struct strings *out)
{
	const struct list *list = field_list(field, owner);

	*out = (struct strings){ 0 };
	for (size_t i = 0; i < list->count && list->count <= ENTRIES_MAX; i++) {
		const char *key =
			text_of(arena, field, name, field_entry(field, list, i));

		if (name && (!*key || strings_has(out, key)))
			return false;
		strings_add(arena, out, key);
	}
	return list->count <= ENTRIES_MAX;
}

static bool read_keys(struct arena *arena, const struct field *field,
		      const struct field *name, const struct merge_owners *owners,
		      struct keys *out)
{
	out->whole = !name;
	return add_keys(arena, field, name, owners->base, &out->base) &&
	       add_keys(arena, field, name, owners->ours, &out->ours) &&
	       add_keys(arena, field, name, owners->theirs, &out->theirs);
}

/* The entry of a key; NULL where the list has none. */
static const void *entry_at(const struct field *field, const void *owner,
			    const struct strings *keys, const char *key)
{
	size_t at = place_of(keys, key);

	return at < keys->count ? field_entry(field, field_list(field, owner), at) : NULL;
}

static bool same_entry(const struct field *field, const void *a, const void *b)
{
	return fields_equal(fields_of_entry(field->sub, a), a, b);
}

static const char *tell_entry(struct merge *m, const struct field *field,
			      const void *entry)
{
	const size_t size = field->sub->size;
	struct field alone = *field;
	struct list one = { 0 };
	auto_buf text = BUF_INIT;

	if (!entry)
		return NULL;
	memcpy(list_add(m->arena, &one, size), entry, size);
	alone.offset = 0;
	field_tell(&alone, &one, m->options->language, &text);
	return buf_dup(&text, m->arena);
}

/* One side took an entry out that the other changed: whether it stays. */
static bool stays(struct merge *m, const struct field *field, const char *key,
		  const void *base, const void *ours, const void *theirs)
{
	const struct collision collision = {
		.field = arena_printf(m->arena, "%s[%s]", m->path.s, key),
		.label = arena_printf(m->arena, "%s · %s", m->label.s, key),
		.base = tell_entry(m, field, base),
		.ours = tell_entry(m, field, ours),
		.theirs = tell_entry(m, field, theirs),
	};
	enum merge_side side = merge_ask(m, &collision);

	return side == MERGE_BASE || (side == MERGE_OURS ? ours : theirs) != NULL;
}

/* Keys that stay in though one side took them out. */
static struct strings find_kept(struct merge *m, const struct field *field,
				const struct merge_owners *owners,
				const struct keys *keys)
{
	struct strings kept = { 0 };

	for (size_t i = 0; i < keys->base.count && !keys->whole; i++) {
		const char *key = keys->base.items[i];
		const void *base = entry_at(field, owners->base, &keys->base, key);
		const void *ours = entry_at(field, owners->ours, &keys->ours, key);
		const void *theirs = entry_at(field, owners->theirs, &keys->theirs, key);
		const void *left = ours ? ours : theirs;

		if (!left || (ours && theirs) || same_entry(field, left, base))
			continue;
		if (stays(m, field, key, base, ours, theirs))
			strings_add(m->arena, &kept, key);
	}
	return kept;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void merge_entry(struct merge *m, const struct field *field, const char *key,
			const struct merge_owners *entries)
{
	size_t path = m->path.len;
	size_t label = m->label.len;
	const void *one = entries->ours ? entries->ours : entries->theirs;

	memcpy(entries->result, one ? one : entries->base, field->sub->size);
	if (!entries->ours || !entries->theirs)
		return;
	buf_addf(&m->path, "[%s]", key);
	buf_addf(&m->label, " · %s", key);
	m->in_list++;
	merge_fields(m, fields_of_entry(field->sub, entries->ours), entries);
	m->in_list--;
	buf_truncate(&m->path, path);
	buf_truncate(&m->label, label);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void merge_entries(struct merge *m, const struct field *field,
			  const struct merge_owners *owners, const struct keys *keys)
{
	const struct strings kept = find_kept(m, field, owners, keys);
	const struct strings merged = plan(m->arena, keys, &kept);
	const size_t size = field->sub->size;
	const void *nothing = arena_alloc(m->arena, 1, size);
	struct list list = { 0 };

	for (size_t i = 0; i < merged.count; i++) {
		const char *key = merged.items[i];
		struct merge_owners entries = {
			.base = entry_at(field, owners->base, &keys->base, key),
			.ours = entry_at(field, owners->ours, &keys->ours, key),
			.theirs = entry_at(field, owners->theirs, &keys->theirs, key),
			.result = list_add(m->arena, &list, size),
		};

		if (!entries.base)
			entries.base = nothing;
		merge_entry(m, field, key, &entries);
	}
	memcpy((char *)owners->result + field->offset, &list, sizeof(list));
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
void merge_list(struct merge *m, const struct field *field,
		const struct merge_owners *owners)
{
	struct keys keys;

	if (field_is_strings(field)) {
		merge_texts(m, field, owners);
		return;
	}
	if (!read_keys(m->arena, field, naming_field(field->sub), owners, &keys) &&
	    !read_keys(m->arena, field, NULL, owners, &keys)) {
		merge_collide(m, field, owners);
		return;
	}
	if (collides(&keys))
		merge_collide(m, field, owners);
	else
		merge_entries(m, field, owners, &keys);
}
