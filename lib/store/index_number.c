/*
 * The numbers that ids of a kind have used.  They are read from the paths, which follow
 * from the ids: so a number whose file cannot be read is used too.
 */
#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "store/index_private.h"

/* The number in "…/PREFIX0042.yaml"; 0 when the path is no such one. */
static int64_t number_of(const char *path, const char *prefix)
{
	const char *name = path_base(path);
	size_t len = strlen(prefix);
	int64_t number = 0;

	if (strncmp(name, prefix, len) != 0)
		return 0;
	for (name += len; *name >= '0' && *name <= '9'; name++) {
		if (number > (INT64_MAX - 9) / 10)
			return 0;
		number = number * 10 + (*name - '0');
	}
	return strcmp(name, ".yaml") == 0 ? number : 0;
}

int index_last_number(struct index *index, const struct kind *kind, const char *unit,
		      int year, int64_t *out, struct error *err)
{
	auto_buf dir = BUF_INIT;
	auto_buf prefix = BUF_INIT;
	int64_t last = 0;

	if (kind->id_form != ID_UNIT && kind->id_form != ID_SERIAL)
		return error_set(err, ERR_NOT_FOUND, "ids of kind '%s' have no numbers",
				 kind->name);
	if (kind->id_form == ID_UNIT) {
		buf_addf(&dir, "%s/%s/", kind->dir, unit);
		buf_addf(&prefix, "%s-", unit);
	} else {
		buf_addf(&dir, "%s/%d/", kind->dir, year);
		if (kind->letter)
			buf_addc(&prefix, kind->letter);
		buf_addf(&prefix, "%d-", year);
	}
	for (size_t i = index_entry_from(index, dir.s); i < index->count; i++) {
		int64_t number;

		if (strncmp(index->entries[i].path, dir.s, dir.len) != 0)
			break;
		number = number_of(index->entries[i].path, prefix.s);
		if (number > last)
			last = number;
	}
	*out = last;
	return 0;
}
