#include "unit/rule_fixture.h"

#include "base/list.h"

/*
 * One catalogue with one of each mistake: the bad fixtures of all rules side by side, each
 * with numbers of its own.  The numbers keep their length, so that what is found stands
 * where the fixture says.
 */
#define DAY   "2019-03-06"
#define EVERY GK_SOURCE_DIR "/tests/fixtures/every"

/* The fixture with the number n has what is 2 … 9 in it as FIRST + n * STEP + 2 … 9. */
#define FIRST 1000
#define STEP  10

/* Only one of the two can be so in one catalogue. */
static const struct apart {
	const char *slug;
	const char *why;
} apart[] = {
	{ "attachments-not-inspected",
	  "the helper is missing: nothing inside attachments is found then" },
};

/* Said together in tests/fixtures/every/catalogue.yaml: there is one such file. */
static const char *const merged[] = { "credit-code", "guide-contact", "number-invalid",
				      "rule-locked" };

/* What two fixtures call the same, and the day that the late DAY has passed. */
static const struct renamed {
	const char *slug;
	const char *from;
	const char *to; /* as long */
} renamed[] = {
	{ "column-stale", "notices", "notice2" },
	{ "report-identity", "2022", "2023" },
	{ "word-list-broken", "words/own.tsv", "words/bad.tsv" },
	{ "date-future", "2018-07-05", "2019-03-07" },
	{ "reference-missing", "unit: nj", "unit: nm" },
};

struct every {
	struct scratch s;
	struct strings paths; /* what fixtures have put there */
	const char *slug;     /* the fixture at hand, */
	unsigned int number;  /* and its own number */
	size_t others;        /* paths before its first one */
	const char *found;    /* as scratch_lines() */
	struct buf wanted;    /* likewise */
};

struct every_case {
	const char *label; /* the slug */
	const struct every *every;
};

static bool is_apart(enum rule_id id)
{
	/* What only the gate of publishing or a step between commits shows has its own tests. */
	if (rules[id].flags & (RULE_GATE | RULE_STEP))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(apart); i++)
		if (strcmp(apart[i].slug, rules[id].slug) == 0)
			return true;
	return false;
}

static bool is_merged(const char *slug)
{
	for (size_t i = 0; i < ARRAY_LEN(merged); i++)
		if (strcmp(merged[i], slug) == 0)
			return true;
	return false;
}

/* If what begins at `at` is `form` with a digit 2 … 9 in place of the N at its end: that digit. */
static unsigned int numbered(const char *at, size_t len, const char *form)
{
	size_t last = strlen(form) - 1;

	if (len <= last || memcmp(at, form, last) != 0 || at[last] < '2' ||
	    at[last] > '9')
		return 0;
	return (unsigned int)(at[last] - '0');
}

/* Numbers of its own, at the same places. */
static void renumber(const struct every *every, struct buf *bytes)
{
	/* A folder holds a thousand documents: the name of the folder changes with the number. */
	static const struct {
		const char *form;
		const char *prefix;
		bool folder;
	} forms[] = { { "2018/00/2018-0000N", "2018/", true },
		      { "2018-0000N", "2018-0", false },
		      { "dz-000N", "dz-", false } };

	for (size_t i = 0; i < bytes->len; i++)
		for (size_t f = 0; f < ARRAY_LEN(forms); f++) {
			const char *form = forms[f].form;
			unsigned int n = numbered(bytes->s + i, bytes->len - i, form);
			char own[32];

			if (!n)
				continue;
			n += FIRST + every->number * STEP;
			if (forms[f].folder)
				(void)snprintf(own, sizeof(own), "2018/%02u/2018-%05u",
					       n / 1000, n);
			else
				(void)snprintf(own, sizeof(own), "%s%04u",
					       forms[f].prefix, n);
			assert_int_equal(strlen(own), strlen(form));
			memcpy(bytes->s + i, own, strlen(own));
			i += strlen(own) - 1;
			break;
		}
	for (size_t r = 0; r < ARRAY_LEN(renamed); r++) {
		size_t len = strlen(renamed[r].from);

		assert_int_equal(len, strlen(renamed[r].to));
		for (size_t i = 0;
		     strcmp(renamed[r].slug, every->slug) == 0 && i + len <= bytes->len;
		     i++)
			if (memcmp(bytes->s + i, renamed[r].from, len) == 0)
				memcpy(bytes->s + i, renamed[r].to, len);
	}
}

/* A document number and a title of its own, at the end of a line: else all are doubles. */
static void tell_apart(const struct every *every, struct buf *bytes)
{
	static const char *const ends[][2] = {
		{ "\nnumber: 东政发〔2018〕", "2号\n" },
		{ "\ntitle: 镇政府常务会议纪要", "\n" },
	};

	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		const char *at = strstr(bytes->s, ends[i][0]);
		size_t len = strlen(ends[i][0]);
		char own[16];

		if (!at || strncmp(at + len, ends[i][1], strlen(ends[i][1])) != 0)
			continue;
		(void)snprintf(own, sizeof(own), "%u", FIRST + every->number);
		buf_splice(bytes, (size_t)(at - bytes->s) + len, 0, own, strlen(own));
	}
}

/* A path of its own; two fixtures that say different things at one path need a row above. */
static const char *own_path(struct every *every, const char *path)
{
	auto_buf own = BUF_INIT;
	const char *put;

	buf_adds(&own, path);
	renumber(every, &own);
	put = buf_dup(&own, &every->s.arena);
	for (size_t i = 0; i < every->others; i++)
		if (strcmp(every->paths.items[i], put) == 0)
			fail_msg("%s: another fixture has %s", every->slug, put);
	strings_add(&every->s.arena, &every->paths, put);
	return put;
}

/* All but catalogue.yaml: what the fixtures say there is said in that of EVERY. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the folders of a fixture */
static void put_tree(struct every *every, const char *from, const char *to)
{
	DIR *dir = opendir(from);
	const struct dirent *entry;

	assert_non_null(dir);
	if (!dir)
		return;
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): the test has one thread */
	while ((entry = readdir(dir)) != NULL) {
		auto_buf bytes = BUF_INIT;
		const char *source;
		const char *target;

		if (entry->d_name[0] == '.' ||
		    strcmp(entry->d_name, "catalogue.yaml") == 0)
			continue;
		source = arena_printf(&every->s.arena, "%s/%s", from, entry->d_name);
		target = arena_printf(&every->s.arena, "%s%s%s", to, to[0] ? "/" : "",
				      entry->d_name);
		if (file_is_dir(source)) {
			put_tree(every, source, target);
			continue;
		}
		if (file_read(source, SOURCE_MAX_FILE, &bytes, &every->s.err) < 0)
			fail_msg("%s", every->s.err.text);
		renumber(every, &bytes);
		tell_apart(every, &bytes);
		target = own_path(every, target);
		scratch_put(&every->s, target, bytes.s, bytes.len);
	}
	(void)closedir(dir);
}

/* Put a file with comments into the catalogue, and what it expects into every->wanted. */
static void put_bad(struct every *every, const char *file, const char *path)
{
	struct scratch *s = &every->s;
	auto_buf bytes = BUF_INIT;

	if (file_read(file, SOURCE_MAX_FILE, &bytes, &s->err) < 0)
		fail_msg("%s", s->err.text);
	if (!path)
		path = fixture_said(&s->arena, bytes.s, "path", NULL);
	if (!path)
		fail_msg("%s does not say its path", file);
	renumber(every, &bytes);
	tell_apart(every, &bytes);
	path = own_path(every, path);
	buf_adds(&every->wanted, fixture_expects(&s->arena, bytes.s, path));
	fixture_put(s, path, &bytes);
}

static void put_all(struct every *every)
{
	struct arena *arena = &every->s.arena;

	every->slug = "all";
	put_bad(every, EVERY "/catalogue.yaml", "catalogue.yaml");
	for (enum rule_id id = 0; id < RULE_COUNT; id++) {
		const char *dir = arena_printf(arena, FIXTURES "%s", rules[id].slug);
		const char *tree = arena_printf(arena, "%s/tree", dir);

		if (is_apart(id) || is_merged(rules[id].slug))
			continue;
		every->slug = rules[id].slug;
		every->number = (unsigned int)id;
		every->others = every->paths.count;
		if (file_is_dir(tree))
			put_tree(every, tree, "");
		put_bad(every, arena_printf(arena, "%s/bad.yaml", dir), NULL);
	}
}

/* Is there a line that is, or that ends with, `text`? */
static bool has_line(const char *lines, const char *text, bool whole)
{
	size_t len = strlen(text);

	for (const char *at = strstr(lines, text); at; at = strstr(at + 1, text))
		if (at[len] == '\n' && (!whole || at == lines || at[-1] == '\n'))
			return true;
	return false;
}

/* All that its fixture expects is there, at its place, among all that is wrong beside it. */
static void the_rule_is_found_in_the_one_run(void **state)
{
	const struct every_case *one = *state;
	char ending[64];
	size_t count = 0;

	(void)snprintf(ending, sizeof(ending), " %s", one->label);
	for (const char *line = one->every->wanted.s; *line;) {
		size_t len = strcspn(line, "\n");
		char text[256];

		(void)snprintf(text, sizeof(text), "%.*s", (int)len, line);
		line += len + 1;
		if (strlen(text) < strlen(ending) ||
		    strcmp(text + strlen(text) - strlen(ending), ending) != 0)
			continue;
		count++;
		if (!has_line(one->every->found, text, true))
			fail_msg("not found: %s", text);
	}
	if (count == 0)
		fail_msg("no fixture expects %s", one->label);
}

/* A row of exceptions that is none would hide a rule that nothing finds. */
static void what_stands_apart_is_not_found(void **state)
{
	const struct every *every = ((const struct every_case *)*state)->every;

	for (size_t i = 0; i < ARRAY_LEN(apart); i++) {
		char ending[64];

		assert_true(rule_find(apart[i].slug) < RULE_COUNT);
		(void)snprintf(ending, sizeof(ending), " %s", apart[i].slug);
		if (has_line(every->found, ending, false))
			fail_msg("%s is found; said to stand apart as %s", apart[i].slug,
				 apart[i].why);
	}
}

static void prepare(struct every *every)
{
	scratch_init(&every->s);
	put_all(every);
	scratch_check(&every->s, DAY, NULL);
	every->found = scratch_lines(&every->s);
}

int main(void)
{
	static struct every every;
	static struct every_case cases[RULE_COUNT + 1];
	static struct CMUnitTest tests[RULE_COUNT + 1];
	size_t count = 0;
	int failed;

	for (enum rule_id id = 0; id < RULE_COUNT; id++) {
		if (is_apart(id))
			continue;
		cases[count] = (struct every_case){ rules[id].slug, &every };
		tests[count] = UNIT_ROW(the_rule_is_found_in_the_one_run, &cases[count]);
		count++;
	}
	cases[count] = (struct every_case){ "what stands apart is not found", &every };
	tests[count] = UNIT_ROW(what_stands_apart_is_not_found, &cases[count]);
	every.wanted = BUF_INIT;
	prepare(&every);
	failed = cmocka_run_group_tests_name("check_every", tests, NULL, NULL);
	if (failed)
		(void)fputs(every.found, stderr);
	buf_release(&every.wanted);
	scratch_release(&every.s);
	return failed;
}
