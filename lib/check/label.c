#include <string.h>

#include "check/check_private.h"

/* The field of one key; of a list whose entries differ, the first that has it. */
static const struct field *find_key(const struct fields *fields, const char *key,
				    size_t len)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if (strncmp(field->key, key, len) == 0 && field->key[len] == '\0')
			return field;
	}
	for (size_t i = 0; fields->variants && i < fields->variants->count; i++) {
		const struct fields *variant = &fields->variants->items[i];

		for (size_t n = 0; n < variant->count; n++)
			if (strncmp(variant->items[n].key, key, len) == 0 &&
			    variant->items[n].key[len] == '\0')
				return &variant->items[n];
	}
	return NULL;
}

const struct field *label_field(const struct kind *kind, const char *path)
{
	const struct fields *fields = &kind->fields;
	const struct field *field = NULL;

	while (path[0]) {
		size_t len = strcspn(path, ".[");
		const struct field *next = find_key(fields, path, len);

		if (!next && !field)
			next = find_key(&common_fields, path, len);
		if (!next)
			return field;
		field = next;
		path += len;
		path += strcspn(path, ".");
		path += path[0] == '.';
		if (!field->sub)
			return field;
		fields = field->sub;
	}
	return field;
}
