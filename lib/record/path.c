#include "record/path.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

/* Bytes of one key or label. */
enum { PART_MAX = 120 };

/* A part without "[2]", as a text of its own; false when it is too long for any field. */
static bool copy_part(const char *part, size_t len, char out[PART_MAX])
{
	const char *bracket = memchr(part, '[', len);

	if (bracket)
		len = (size_t)(bracket - part);
	if (len == 0 || len >= PART_MAX)
		return false;
	memcpy(out, part, len);
	out[len] = '\0';
	return true;
}

/* In a table or, where entries differ, in the first variant that has the key. */
static const struct field *find_in(const struct fields *fields, const char *key,
				   bool labels)
{
	const struct field *field = fields_find(fields, key, labels);

	for (size_t i = 0; !field && fields->variants && i < fields->variants->count; i++)
		field = fields_find(&fields->variants->items[i], key, labels);
	return field;
}

static const struct field *find_top(const struct kind *kind, const char *key, bool labels)
{
	const struct field *field = fields_find(&kind->fields, key, false);

	if (!field)
		field = fields_find(&common_fields, key, false);
	if (!field && labels)
		field = fields_find(&kind->fields, key, true);
	if (!field && labels)
		field = fields_find(&common_fields, key, true);
	return field;
}

/* The one field whose label begins so (公开渠道 for 公开渠道和载体); NULL when none or several do. */
static const struct field *only_beginning_with(const struct fields *fields,
					       const char *text)
{
	const struct field *found = NULL;
	size_t len = strlen(text);

	if (utf8_count(text, len) < 2)
		return NULL;
	for (size_t i = 0; i < fields->count; i++) {
		if (strncmp(fields->items[i].zh, text, len) != 0)
			continue;
		if (found)
			return NULL;
		found = &fields->items[i];
	}
	return found;
}

/* The first field inside groups that has the label. */
/* NOLINTNEXTLINE(misc-no-recursion): at most FIELD_DEPTH_MAX deep */
static bool find_inside(const struct fields *fields, const char *label,
			struct field_path *out)
{
	if (out->count + 1 >= FIELD_DEPTH_MAX)
		return false;
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *group = &fields->items[i];

		if (group->type != FIELD_GROUP)
			continue;
		const struct field *field = fields_find(group->sub, label, true);

		out->steps[out->count++] = group;
		if (field && strcmp(field->key, label) != 0) {
			out->steps[out->count++] = field;
			return true;
		}
		if (find_inside(group->sub, label, out))
			return true;
		out->count--;
	}
	return false;
}

/* The last resort of a typed label: its beginning, of the record's own fields. */
static bool find_beginning(const struct kind *kind, const char *label,
			   struct field_path *out)
{
	const struct field *field = only_beginning_with(&kind->fields, label);

	if (field)
		out->steps[out->count++] = field;
	return field != NULL;
}

bool field_path_find(const struct kind *kind, const char *path, bool labels,
		     struct field_path *out)
{
	char part[PART_MAX];
	size_t len = strcspn(path, ".");
	const struct field *field;

	*out = (struct field_path){ .count = 0 };
	if (!copy_part(path, len, part))
		return false;
	field = find_top(kind, part, labels);
	if (!field)
		return labels && path[len] == '\0' &&
		       (find_inside(&kind->fields, part, out) ||
			find_beginning(kind, part, out));
	out->steps[out->count++] = field;
	while (path[len] == '.') {
		path += len + 1;
		len = strcspn(path, ".");
		if (!field->sub || out->count == FIELD_DEPTH_MAX ||
		    !copy_part(path, len, part))
			return false;
		field = find_in(field->sub, part, labels);
		if (!field)
			return false;
		out->steps[out->count++] = field;
	}
	return true;
}

const void *field_path_owner(const struct field_path *path, const struct common *record)
{
	const void *owner = record;

	assert(path->count > 0);
	for (size_t i = 0; i + 1 < path->count; i++) {
		if (path->steps[i]->type != FIELD_GROUP)
			return NULL;
		owner = field_at(path->steps[i], owner);
	}
	return owner;
}

void field_path_text(const struct field_path *path, struct buf *out)
{
	for (size_t i = 0; i < path->count; i++) {
		if (i > 0)
			buf_addc(out, '.');
		buf_adds(out, path->steps[i]->key);
	}
}
