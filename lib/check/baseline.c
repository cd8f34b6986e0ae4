#include "check/baseline.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/*
 * A line a finding: its fingerprint, then for people its rule, path and field.  The
 * first line says what the file is.
 */
static const char mark[] = "# gk baseline 1";

static bool is_locked(const struct finding *finding)
{
	return (rules[finding->rule].flags & RULE_LOCKED) != 0;
}

static void write_list(struct arena *arena, const struct findings *findings,
		       struct buf *out)
{
	const char *const *names = findings_fingerprints(arena, findings);

	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];

		if (!is_locked(finding))
			buf_addf(out, "%s %s %s %s\n", names[i],
				 rules[finding->rule].slug, finding->path,
				 *finding->field ? finding->field : "-");
	}
}

void baseline_write(struct arena *arena, const struct check_result *result,
		    struct buf *out)
{
	struct findings all = FINDINGS(arena);

	for (size_t i = 0; i < result->findings.count; i++)
		findings_push(&all, &result->findings.items[i]);
	for (size_t i = 0; i < result->known.count; i++)
		findings_push(&all, &result->known.items[i]);
	findings_sort(&all);
	buf_addf(out, "%s\n", mark);
	write_list(arena, &all, out);
}

struct entry {
	const char *name;
	bool found;
};

struct entries {
	struct entry *items; /* in order of name */
	size_t count;
	size_t room;
};

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

static int read_entries(struct arena *arena, const char *text, struct entries *out,
			struct error *err)
{
	if (strncmp(text, mark, strlen(mark)) != 0)
		return error_set(err, ERR_SYNTAX,
				 tr("this is no baseline: gk validate --write-baseline "
				    "FILE makes one"));
	while (*text) {
		size_t line = strcspn(text, "\n");
		size_t name = strcspn(text, " \r\n");

		if (name > 0 && *text != '#') {
			out->items = array_grow(arena, out->items, out->count, &out->room,
						sizeof(*out->items));
			out->items[out->count++].name = arena_strndup(arena, text, name);
		}
		text += line + (text[line] == '\n');
	}
	if (out->count > 0)
		qsort(out->items, out->count, sizeof(*out->items), by_name);
	return 0;
}

static struct entry *find(const struct entries *entries, const char *name)
{
	const struct entry key = { .name = name };

	return entries->count ? bsearch(&key, entries->items, entries->count, sizeof(key),
					by_name)
			      : NULL;
}

int baseline_apply(struct arena *arena, const char *text, struct check_result *result,
		   size_t *gone, struct error *err)
{
	struct findings *findings = &result->findings;
	const char *const *names = findings_fingerprints(arena, findings);
	struct entries entries = { .items = NULL };
	size_t kept = 0;

	if (read_entries(arena, text, &entries, err) < 0)
		return -1;
	result->has_baseline = true;
	result->known.arena = arena;
	for (size_t i = 0; i < findings->count; i++) {
		struct entry *entry = find(&entries, names[i]);

		if (entry)
			entry->found = true;
		if (entry && !is_locked(&findings->items[i]))
			findings_push(&result->known, &findings->items[i]);
		else
			findings->items[kept++] = findings->items[i];
	}
	findings->count = kept;
	*gone = 0;
	for (size_t i = 0; i < entries.count; i++)
		*gone += !entries.items[i].found;
	return 0;
}
