#include "record/rename.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "record/id.h"
#include "record/link.h"

/* ---- ids in bytes ---- */

static int compare_changes(const void *a, const void *b)
{
	const struct id_change *x = a;
	const struct id_change *y = b;

	return strcmp(x->from, y->from);
}

void id_changes_sort(struct id_change *items, size_t count)
{
	if (count > 0)
		qsort(items, count, sizeof(*items), compare_changes);
}

const struct id_change *id_changes_find(const struct id_changes *changes, const char *id,
					size_t len)
{
	char text[ID_MAX];
	const struct id_change key = { .from = text };

	if (len >= sizeof(text) || changes->count == 0)
		return NULL;
	memcpy(text, id, len);
	text[len] = '\0';
	return bsearch(&key, changes->items, changes->count, sizeof(key),
		       compare_changes);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_code(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z');
}

/* What an id may not touch: it would be a part of a longer word. */
static bool is_word(char c)
{
	return is_code(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

const struct id_change *id_changes_next(const struct id_changes *changes,
					const char *bytes, size_t len, size_t *at)
{
	const char *end = bytes + len;
	const char *from = bytes + *at;
	const char *hyphen;

	/* Every id that changes has one hyphen, before its number. */
	for (const char *p = from; p < end; p = hyphen + 1) {
		const char *first, *last;
		const struct id_change *change;

		hyphen = memchr(p, '-', (size_t)(end - p));
		if (!hyphen)
			return NULL;
		for (first = hyphen; first > from && is_code(first[-1]);)
			first--;
		for (last = hyphen + 1; last < end && is_digit(*last);)
			last++;
		if (first == hyphen || last == hyphen + 1 ||
		    (first > bytes && is_word(first[-1])) ||
		    (last < end && is_word(*last)))
			continue;
		change = id_changes_find(changes, first, (size_t)(last - first));
		if (!change)
			continue;
		*at = (size_t)(first - bytes);
		return change;
	}
	return NULL;
}

/* ---- what an id is where it stands ---- */

struct renaming {
	struct arena *arena;
	const struct record *record;
	const struct id_changes *changes;
	const struct yaml_node *own; /* the value of id:; NULL when it does not change */
	const struct yaml_node *events; /* of events:; NULL for none */
};

static bool lies_inside(const struct yaml_node *node, size_t at)
{
	return node && node->start <= at && at < node->end;
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* A text in which links may stand: bytes from `start` to `end`, on a page in the folder `dir`, "" the root. */
struct prose {
	const char *bytes;
	size_t start;
	size_t end;
	const char *dir;
};

/* Bytes of the target that a link leads to, when the byte `at` of the text lies in one. */
static size_t target_around(const struct prose *text, size_t at, size_t *start)
{
	const char *bytes = text->bytes;
	size_t from = at;
	size_t end = at;

	while (from > text->start && !is_one_of(bytes[from - 1], "(<\n \t"))
		from--;
	while (end < text->end && !is_one_of(bytes[end], ")>\n \t\""))
		end++;
	*start = from;
	/* ](target), ](<target>), [name]: target */
	if (from >= text->start + 3 && bytes[from - 1] == '<')
		from--;
	if (from >= text->start + 2 && memcmp(bytes + from - 2, "](", 2) == 0)
		return end - *start;
	while (from > text->start && bytes[from - 1] == ' ')
		from--;
	if (from >= text->start + 2 && memcmp(bytes + from - 2, "]:", 2) == 0)
		return end - *start;
	return 0;
}

/* attachments/<id>/…, or <dir>/<id>.html */
static bool leads_to(const struct kind *kind, const char *path, const char *id,
		     bool folder)
{
	auto_buf place = BUF_INIT;

	if (folder)
		buf_addf(&place, "attachments/%s/", id);
	else
		buf_addf(&place, "%s/%s.html", kind->dir, id);
	/* The name of a file may hold the number as well, and keeps it. */
	return folder ? strncmp(path, place.s, place.len) == 0
		      : strcmp(path, place.s) == 0;
}

static bool is_link(const struct prose *text, size_t at, const struct id_change *change)
{
	const char *bytes = text->bytes;
	const struct kind *const *all;
	size_t count;
	size_t start;
	size_t len = target_around(text, at, &start);
	const size_t end = at + strlen(change->from);
	const bool folder = end < text->end && bytes[end] == '/';
	auto_buf path = BUF_INIT;
	const char *way;

	if (len == 0 || link_leads_out(bytes + start, len))
		return false;
	link_path(text->dir, bytes + start, len, &path);
	way = path.s + strspn(path.s, "/");
	all = kinds(&count);
	for (size_t i = 0; i < count; i++)
		if (id_fits(all[i], change->from) &&
		    leads_to(all[i], way, change->from, folder))
			return true;
	return false;
}

/* Of a text that stands for a whole entry ([2018-00112]): the field that it is read into. */
static const struct field *value_field(const struct record_place *place)
{
	const struct field *field = place->field;

	while (field && place->node->type == YAML_SCALAR &&
	       (field->type == FIELD_GROUP || field->type == FIELD_LIST))
		field = &field->sub->items[0];
	return field;
}

static bool is_reference(const struct field *field)
{
	return field && (field->type == FIELD_REF || field->type == FIELD_REFS);
}

static enum renamed_as judge_field(const struct renaming *r,
				   const struct record_place *place, size_t at,
				   const struct id_change *change)
{
	const struct field *field = value_field(place);
	const struct yaml_node *node = place->node;
	const struct prose text = { .bytes = r->record->tree.bytes,
				    .start = node->start,
				    .end = node->end,
				    .dir = r->record->kind->dir };
	bool whole = node->type == YAML_SCALAR && strcmp(node->value, change->from) == 0;
	bool proof = lies_inside(r->events, at) ||
		     place->member == &r->record->common->moved_to;

	if (r->own && node == r->own)
		return RENAMED_OWN;
	if (proof && !change->vanishes)
		return RENAMED_NOT;
	if (is_reference(field))
		return whole ? RENAMED_REFERENCE : RENAMED_NOT;
	return field && field->type == FIELD_TEXT && !proof && is_link(&text, at, change)
		       ? RENAMED_LINK
		       : RENAMED_NOT;
}

static struct renamed_spot judge(const struct renaming *r, size_t at,
				 const struct id_change *change)
{
	const struct record *record = r->record;
	const struct record_place *place = record_place_at(record, at);
	struct renamed_spot spot = {
		.as = RENAMED_NOT,
		.place = yaml_place_at(record->tree.bytes, record->tree.len, at),
		.field = "",
		.change = change,
	};

	if (!place || !place->field)
		return spot;
	spot.field = record_field_path(r->arena, record, place->member);
	if (!*spot.field)
		spot.field = place->field->key;
	spot.as = judge_field(r, place, at, change);
	return spot;
}

/* ---- the result ---- */

/* Whether a value of before became what it had to. */
static bool is_meant(const struct renaming *r, const struct record_place *was,
		     const struct record_place *is)
{
	const struct id_change *change;
	const char *value = was->node->value;
	bool refers = is_reference(value_field(was));

	if (was->field != is->field || was->node->type != is->node->type ||
	    was->node->style != is->node->style)
		return false;
	if (was->node->type != YAML_SCALAR ||
	    (was->field && was->field->type == FIELD_TEXT))
		return true;
	change = id_changes_find(r->changes, value, strlen(value));
	if (change && (refers || (r->own && was->node == r->own)) &&
	    ((!lies_inside(r->events, was->node->start) &&
	      was->member != &r->record->common->moved_to) ||
	     change->vanishes))
		value = change->to;
	return strcmp(value, is->node->value) == 0;
}

static int check_result(const struct renaming *r, const char *path,
			const struct renamed *out, struct error *err)
{
	const struct record *was = r->record;
	const struct record *is =
		record_parse(r->arena, was->kind, path, out->bytes, out->len);
	bool meant = is->place_count == was->place_count &&
		     is->problem_count <= was->problem_count;

	for (size_t i = 0; meant && i < was->place_count; i++)
		meant = is_meant(r, &was->places[i], &is->places[i]);
	return meant ? 0
		     : error_set(err, ERR_SYNTAX,
				 tr("%s cannot be changed safely; edit it by hand"),
				 was->path);
}

int record_rename(struct arena *arena, const struct record *record, const char *path,
		  const struct id_changes *changes, struct renamed *out,
		  struct error *err)
{
	const struct yaml_node *root = record->tree.root;
	const char *bytes = record->tree.bytes;
	const size_t len = record->tree.len;
	struct renaming r = { .arena = arena, .record = record, .changes = changes };
	const struct id_change *change;
	auto_buf text = BUF_INIT;
	size_t copied = 0;

	*out = (struct renamed){ .bytes = NULL };
	if (root && root->type == YAML_MAPPING) {
		/* A wrong id elsewhere is a fault to be mended, not this record. */
		if (strcmp(path, record->path) != 0)
			r.own = yaml_get(root, "id");
		r.events = yaml_get(root, "events");
	}
	for (size_t at = 0; (change = id_changes_next(changes, bytes, len, &at)) != NULL;
	     at += strlen(change->from)) {
		struct renamed_spot spot = judge(&r, at, change);

		*(struct renamed_spot *)list_add(arena, &out->spots, sizeof(spot)) = spot;
		if (spot.as == RENAMED_NOT)
			continue;
		buf_add(&text, bytes + copied, at - copied);
		buf_adds(&text, change->to);
		copied = at + strlen(change->from);
	}
	buf_add(&text, bytes + copied, len - copied);
	out->bytes = buf_dup(&text, arena);
	out->len = text.len;
	return check_result(&r, path, out, err);
}

void page_rename(struct arena *arena, const char *bytes, size_t len,
		 const struct id_changes *changes, struct renamed *out)
{
	const struct prose text = { .bytes = bytes, .end = len, .dir = "" };
	const struct id_change *change;
	auto_buf result = BUF_INIT;
	size_t copied = 0;

	*out = (struct renamed){ .bytes = NULL };
	for (size_t at = 0; (change = id_changes_next(changes, bytes, len, &at)) != NULL;
	     at += strlen(change->from)) {
		const struct renamed_spot spot = {
			.as = is_link(&text, at, change) ? RENAMED_LINK : RENAMED_NOT,
			.place = yaml_place_at(bytes, len, at),
			.field = "",
			.change = change,
		};

		*(struct renamed_spot *)list_add(arena, &out->spots, sizeof(spot)) = spot;
		if (spot.as == RENAMED_NOT)
			continue;
		buf_add(&result, bytes + copied, at - copied);
		buf_adds(&result, change->to);
		copied = at + strlen(change->from);
	}
	buf_add(&result, bytes + copied, len - copied);
	out->bytes = buf_dup(&result, arena);
	out->len = result.len;
}
