#include "unit/scratch_catalogue.h"

#include "record/document.h"

/*
 * tests/fixtures/rules/<slug>/bad.yaml and good.yaml say in comments what they are:
 *
 *	# path: items/dz/dz-0002.yaml     where the file stands in the small catalogue
 *	# expect: element-missing 12:1    what is found in it, once a finding; none: nothing;
 *	                                  where it stands in another file, behind that its path
 *	# today: 2018-06-29               the day, where another than DAY is meant
 *	# inspector: none                 as if the program that looks into attachments were missing
 *	# make: link | large              not a file but a link; comments up to beyond the limit
 *
 * DIGEST_OF_THIS stands for the digest of the document as it is.
 *
 * A folder tree/ beside them is put into the catalogue first.
 */
#define FIXTURES GK_SOURCE_DIR "/tests/fixtures/rules/"
#define DAY      "2018-06-29"

struct rule_case {
	char label[96];
	const char *slug;
	bool bad;
};

/* The text behind "# KEY: " from `from` on, in the arena; NULL when there is none. */
static const char *said(struct arena *arena, const char *bytes, const char *key,
			const char **from)
{
	const char *mark = arena_printf(arena, "# %s: ", key);
	const char *at = strstr(from ? *from : bytes, mark);

	if (!at)
		return NULL;
	at += strlen(mark);
	size_t len = strcspn(at, "\r\n");

	if (from)
		*from = at + len;
	return arena_strndup(arena, at, len);
}

/* What the comments expect, in the form of scratch_lines(). */
static const char *expected(struct arena *arena, const char *bytes, const char *path)
{
	auto_buf lines = BUF_INIT;
	const char *from = bytes;
	const char *one;

	while ((one = said(arena, bytes, "expect", &from)) != NULL) {
		size_t slug = strcspn(one, " ");
		const char *place = one + slug + 1;
		const char *elsewhere = strchr(place, ' ');

		assert_int_equal(one[slug], ' ');
		buf_addf(&lines, "%s:%.*s %.*s\n", elsewhere ? elsewhere + 1 : path,
			 (int)strcspn(place, " "), place, (int)slug, one);
	}
	return buf_dup(&lines, arena);
}

static void put_digest(struct scratch *s, const char *path, struct buf *bytes)
{
	static const char mark[] = "DIGEST_OF_THIS";
	const char *at = strstr(bytes->s, mark);
	char digest[SHA256_HEX_SIZE];
	const struct record *record;

	if (!at)
		return;
	record = record_parse(&s->arena, &document_kind, path, buf_dup(bytes, &s->arena),
			      bytes->len);
	public_digest(&s->arena, record, NULL, NULL, NULL, digest);
	buf_splice(bytes, (size_t)(at - bytes->s), strlen(mark), digest, strlen(digest));
}

static void place(struct scratch *s, const char *path, struct buf *bytes)
{
	const char *make = said(&s->arena, bytes->s, "make", NULL);

	if (make && strcmp(make, "link") == 0) {
		auto_buf target = BUF_INIT;

		path_join(&target, s->dir, path);
		assert_int_equal(symlink("../units/zf.yaml", target.s), 0);
		return;
	}
	put_digest(s, path, bytes);
	while (make && bytes->len <= YAML_MAX_BYTES)
		buf_adds(bytes, "# a line of a file that is too large\n");
	scratch_put(s, path, bytes->s, bytes->len);
}

/* What is found, and what its comments expect, once the scratch catalogue is gone. */
static void check_fixture(struct scratch *s, const struct rule_case *one,
			  struct buf *found, struct buf *wanted)
{
	const char *dir = arena_printf(&s->arena, FIXTURES "%s", one->slug);
	const char *tree = arena_printf(&s->arena, "%s/tree", dir);
	const char *file =
		arena_printf(&s->arena, "%s/%s.yaml", dir, one->bad ? "bad" : "good");
	auto_buf bytes = BUF_INIT;
	const char *path;
	const char *today;

	if (file_read(file, SOURCE_MAX_FILE, &bytes, &s->err) < 0)
		fail_msg("%s", s->err.text);
	path = said(&s->arena, bytes.s, "path", NULL);
	if (!path)
		fail_msg("%s does not say its path", file);
	today = said(&s->arena, bytes.s, "today", NULL);
	s->uninspected = said(&s->arena, bytes.s, "inspector", NULL) != NULL;
	buf_adds(wanted, expected(&s->arena, bytes.s, path));
	if (file_is_dir(tree))
		scratch_copy(s, tree, "");
	place(s, path, &bytes);
	scratch_check(s, today ? today : DAY, NULL);
	buf_adds(found, scratch_lines(s));
}

static void the_fixture_is_found_or_silent(void **state)
{
	const struct rule_case *one = *state;
	auto_buf found = BUF_INIT;
	auto_buf wanted = BUF_INIT;
	struct scratch s;

	scratch_init(&s);
	check_fixture(&s, one, &found, &wanted);
	scratch_release(&s);
	assert_string_equal(found.s, wanted.s);
	if (one->bad)
		assert_non_null(strstr(wanted.s, one->slug));
	else
		assert_string_equal(wanted.s, "");
}

int main(void)
{
	static struct rule_case cases[2 * RULE_COUNT];
	static struct CMUnitTest tests[2 * RULE_COUNT];
	size_t count = 0;

	for (enum rule_id id = 0; id < RULE_COUNT; id++) {
		/* What only the gate of publishing or a step between commits shows has its own tests. */
		if (rules[id].flags & (RULE_GATE | RULE_STEP))
			continue;
		for (int bad = 0; bad < 2; bad++) {
			struct rule_case *one = &cases[count];

			(void)snprintf(one->label, sizeof(one->label), "%s: %s",
				       rules[id].slug, bad ? "bad" : "good");
			one->slug = rules[id].slug;
			one->bad = bad != 0;
			tests[count++] = UNIT_ROW(the_fixture_is_found_or_silent, one);
		}
	}
	return cmocka_run_group_tests_name("check_rules", tests, NULL, NULL);
}
