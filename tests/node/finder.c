/*
 * What gk finds in records that come one after the other: for tests that compare it
 * with another judge.
 *
 * Standard input: "KIND PATH BYTES" on a line, and so many bytes.  Standard output, for
 * each record: a line a finding, "SLUG GROUP SEVERITY FIELD", and a line with a dot.  The
 * field of an unknown key is the key itself.
 *
 * With --digest it prints the digest of each as it is disclosed instead.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "record/public.h"

enum { NAME_SIZE = 32, PATH_SIZE = 200 };

/* What settling makes of it: a note while the record is a draft. */
static enum severity severity_of(const struct finding *finding)
{
	if ((rules[finding->rule].flags & RULE_DRAFT) && finding->about &&
	    finding->about->draft)
		return SEVERITY_INFO;
	return finding->severity;
}

static void tell(const struct finding *finding)
{
	const struct rule *rule = &rules[finding->rule];
	bool unknown = finding->rule == RULE_FIELD_UNKNOWN;

	(void)printf("%s %s %s %s%s%s\n", rule->slug, group_name(rule->group),
		     severity_name(severity_of(finding)), finding->field,
		     unknown && finding->field[0] ? "." : "",
		     unknown ? finding->args[0] : "");
}

static void judge(struct arena *arena, const struct record *record)
{
	struct findings found = FINDINGS(arena);

	check_record(&found, record, NULL);
	findings_sort(&found);
	for (size_t i = 0; i < found.count; i++)
		tell(&found.items[i]);
	(void)puts(".");
}

static void tell_digest(struct arena *arena, const struct record *record)
{
	char digest[SHA256_HEX_SIZE];

	public_digest(arena, record, NULL, NULL, NULL, digest);
	(void)puts(digest);
}

static int take(const char *name, const char *path, const char *bytes, size_t len,
		bool digest)
{
	struct arena arena = ARENA_INIT;
	const struct kind *kind = kind_find(name);

	if (!kind) {
		(void)fprintf(stderr, "no kind is called %s\n", name);
		return -1;
	}
	const struct record *record = record_parse(&arena, kind, path, bytes, len);

	if (digest)
		tell_digest(&arena, record);
	else
		judge(&arena, record);
	arena_clear(&arena);
	return 0;
}

int main(int argc, char **argv)
{
	char name[NAME_SIZE];
	char path[PATH_SIZE];
	char count[NAME_SIZE];
	bool digest = argc > 1 && strcmp(argv[1], "--digest") == 0;
	int r = 0;

	while (r == 0 && scanf("%31s %199s %31s", name, path, count) == 3) {
		size_t len = strtoul(count, NULL, 10);
		char *bytes = malloc(len + 1);

		if (!bytes || getchar() != '\n' || fread(bytes, 1, len, stdin) != len) {
			(void)fprintf(stderr, "the record ends too early\n");
			r = -1;
		} else {
			bytes[len] = '\0';
			r = take(name, path, bytes, len, digest);
		}
		free(bytes);
	}
	return r == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
