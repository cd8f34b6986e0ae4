/*
 * The fixtures of the rules: tests/fixtures/rules/<slug>/bad.yaml and good.yaml say in
 * comments what they are:
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
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_UNIT_RULE_FIXTURE_H
#define GK_TESTS_UNIT_RULE_FIXTURE_H

#include "unit/scratch_catalogue.h"

#include "record/document.h"

#define FIXTURES GK_SOURCE_DIR "/tests/fixtures/rules/"

/** The text behind "# KEY: " from `from` on, in the arena; NULL when there is none. */
static inline const char *fixture_said(struct arena *arena, const char *bytes,
				       const char *key, const char **from)
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

/** What the comments expect, in the form of scratch_lines(). */
static inline const char *fixture_expects(struct arena *arena, const char *bytes,
					  const char *path)
{
	auto_buf lines = BUF_INIT;
	const char *from = bytes;
	const char *one;

	while ((one = fixture_said(arena, bytes, "expect", &from)) != NULL) {
		size_t slug = strcspn(one, " ");
		const char *place = one + slug + 1;
		const char *elsewhere = strchr(place, ' ');

		assert_int_equal(one[slug], ' ');
		buf_addf(&lines, "%s:%.*s %.*s\n", elsewhere ? elsewhere + 1 : path,
			 (int)strcspn(place, " "), place, (int)slug, one);
	}
	return buf_dup(&lines, arena);
}

static inline void fixture_put_digest(struct scratch *s, const char *path,
				      struct buf *bytes)
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

/** Put the file into the catalogue, as its comments say. */
static inline void fixture_put(struct scratch *s, const char *path, struct buf *bytes)
{
	const char *make = fixture_said(&s->arena, bytes->s, "make", NULL);

	if (make && strcmp(make, "link") == 0) {
		auto_buf target = BUF_INIT;

		path_join(&target, s->dir, path);
		assert_int_equal(symlink("../units/zf.yaml", target.s), 0);
		return;
	}
	fixture_put_digest(s, path, bytes);
	while (make && bytes->len <= YAML_MAX_BYTES)
		buf_adds(bytes, "# a line of a file that is too large\n");
	scratch_put(s, path, bytes->s, bytes->len);
}

#endif
