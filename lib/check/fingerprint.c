#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "check/finding.h"

/* Long enough to be the only one of its kind. */
enum { NAME_LEN = 32 };

struct named {
	char hex[NAME_LEN + 1];
	size_t at; /* in the list */
};

/* Arguments of what the day decides are counts of days: they change while the finding stays. */
static bool has_lasting_args(const struct rule *rule)
{
	return !(rule->flags & RULE_TIME) && rule->group != GROUP_REVIEW &&
	       rule->group != GROUP_INSPECTION;
}

static void add_part(struct buf *key, const char *text)
{
	buf_add(key, text, strlen(text) + 1);
}

static void name(const struct finding *finding, struct named *out)
{
	const struct rule *rule = &rules[finding->rule];
	char hex[SHA256_HEX_SIZE];
	auto_buf key = BUF_INIT;

	add_part(&key, rule->slug);
	add_part(&key, finding->path);
	add_part(&key, finding->field);
	for (size_t i = 0; i < FINDING_ARGS && has_lasting_args(rule); i++)
		add_part(&key, finding->args[i]);
	sha256_hex(key.s, key.len, hex);
	memcpy(out->hex, hex, NAME_LEN);
	out->hex[NAME_LEN] = '\0';
}

static int by_name(const void *left, const void *right)
{
	const struct named *a = left;
	const struct named *b = right;
	int order = strcmp(a->hex, b->hex);

	return order != 0 ? order : (a->at > b->at) - (a->at < b->at);
}

const char *const *findings_fingerprints(struct arena *arena,
					 const struct findings *findings)
{
	const char **out = arena_array(arena, const char *, findings->count + 1);
	struct named *all = arena_array(arena, struct named, findings->count + 1);
	size_t alike = 0;

	for (size_t i = 0; i < findings->count; i++) {
		name(&findings->items[i], &all[i]);
		all[i].at = i;
	}
	qsort(all, findings->count, sizeof(*all), by_name);
	for (size_t i = 0; i < findings->count; i++) {
		alike = i > 0 && strcmp(all[i].hex, all[i - 1].hex) == 0 ? alike + 1 : 0;
		out[all[i].at] =
			alike == 0 ? arena_strdup(arena, all[i].hex)
				   : arena_printf(arena, "%s-%zu", all[i].hex, alike + 1);
	}
	return out;
}
