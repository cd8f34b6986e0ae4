/*
 * Records of every kind filled at random, written, read, and changed in every way that there is:
 * what is read is what was written, and what was not meant keeps its bytes.
 */
#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>

#include "unit/random_record.h"

enum { SEEDS = 60, EDITS = 8 };

/* A record with its file. */
struct subject {
	struct arena arena;
	struct filler filler;
	struct buf path;
	struct record *record; /* read from its file */
	const char *bytes;
	size_t len;
};

/* ---- the file, key by key ---- */

/* A key of the whole record with all its lines, or a comment beside them. */
struct part {
	const char *start;
	size_t len;
	size_t key_len; /* 0: a comment */
};

struct parts {
	struct part *items;
	size_t count;
	size_t room;
};

/* Text of several lines is indented: what begins a line without blanks is a key or a comment. */
static bool begins_part(const char *line)
{
	return (*line >= 'a' && *line <= 'z') || *line == '#';
}

static struct parts split(struct arena *arena, const char *bytes, size_t len)
{
	struct parts parts = { 0 };

	for (size_t at = 0; at < len;) {
		const char *line = bytes + at;
		const char *end = memchr(line, '\n', len - at);
		const size_t line_len = end ? (size_t)(end - line) + 1 : len - at;

		if (begins_part(line) || !parts.count) {
			parts.items = array_grow(arena, parts.items, parts.count,
						 &parts.room, sizeof(*parts.items));
			parts.items[parts.count++] = (struct part){
				.start = line,
				.key_len = *line == '#' ? 0 : strcspn(line, ":")
			};
		}
		parts.items[parts.count - 1].len += line_len;
		at += line_len;
	}
	return parts;
}

static bool is_key(const struct part *part, const char *key, size_t len)
{
	return part->key_len == len && memcmp(part->start, key, len) == 0;
}

/* The part of a key; NULL when there is none. */
static const struct part *find_part(const struct parts *parts, const char *key)
{
	for (size_t i = 0; i < parts->count; i++)
		if (is_key(&parts->items[i], key, strcspn(key, ".")))
			return &parts->items[i];
	return NULL;
}

/* The next part from *i on that is not the key's. */
static const struct part *next_other(const struct parts *parts, const char *key,
				     size_t *i)
{
	while (*i < parts->count && is_key(&parts->items[*i], key, strcspn(key, ".")))
		(*i)++;
	return *i < parts->count ? &parts->items[(*i)++] : NULL;
}

/* All but what stands at the key is there byte for byte, in the same order. */
static void assert_rest_is_kept(struct subject *s, const struct buf *after,
				const char *key)
{
	const struct parts old = split(&s->arena, s->bytes, s->len);
	const struct parts new = split(&s->arena, after->s, after->len);
	size_t i = 0;
	size_t k = 0;

	for (;;) {
		const struct part *a = next_other(&old, key, &i);
		const struct part *b = next_other(&new, key, &k);

		if (!a && !b)
			return;
		if (!a || !b || a->len != b->len ||
		    memcmp(a->start, b->start, a->len) != 0)
			fail_msg("%s of %s\n%s\nbecame\n%s", key, s->record->kind->name,
				 s->bytes, after->s);
	}
}

/* ---- records ---- */

static struct record *parse(struct subject *s, const char *bytes, size_t len)
{
	return record_parse(&s->arena, s->filler.kind, s->path.s,
			    arena_strndup(&s->arena, bytes, len), len);
}

/* Comments between the keys, as people put them there. */
static void add_comments(struct subject *s, const struct buf *plain, struct buf *out)
{
	const struct parts parts = split(&s->arena, plain->s, plain->len);

	buf_adds(out, "# 顶\n");
	for (size_t i = 0; i < parts.count; i++) {
		if (filler_below(&s->filler, 3) == 0)
			buf_addf(out, "# 注：%zu\n", i);
		buf_add(out, parts.items[i].start, parts.items[i].len);
	}
	buf_adds(out, "# 尾\n");
}

static void subject_init(struct subject *s, const struct kind *kind, uint32_t seed)
{
	auto_buf plain = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	const struct record *made;

	*s = (struct subject){ .arena = ARENA_INIT, .path = BUF_INIT };
	s->filler = (struct filler){ .arena = &s->arena,
				     .kind = kind,
				     .seed = seed * 2654435761U + 1 };
	made = random_record(&s->filler, &s->path);
	record_write(made, &plain);
	add_comments(s, &plain, &bytes);
	s->bytes = buf_dup(&bytes, &s->arena);
	s->len = bytes.len;
	s->record = parse(s, s->bytes, s->len);
	if (!record_equal(made, s->record))
		fail_msg("%s is not read as it was written:\n%s", kind->name, s->bytes);
}

static void subject_release(struct subject *s)
{
	buf_release(&s->path);
	arena_clear(&s->arena);
}

static const struct record *other_record(struct subject *s)
{
	auto_buf path = BUF_INIT;

	return random_record(&s->filler, &path);
}

/* What came out is the subject of the next change. */
static void take(struct subject *s, const struct buf *after)
{
	s->bytes = buf_dup(after, &s->arena);
	s->len = after->len;
	s->record = parse(s, s->bytes, s->len);
}

/* ---- changes ---- */

/* Any field but the id, or a member of a group; what `other` has there, or has not. */
static void set_or_remove(struct subject *s)
{
	const struct record *other = other_record(s);
	const struct fields *fields =
		filler_below(&s->filler, 4) ? &s->filler.kind->fields : &common_fields;
	const struct field *field =
		&fields->items[filler_below(&s->filler, fields->count)];
	struct error err = { 0 };
	auto_buf after = BUF_INIT;
	const char *key = field->key;

	if (strcmp(key, "id") == 0 || (field->type == FIELD_LIST && field->sub->variants))
		return;
	if (field->type == FIELD_GROUP && filler_below(&s->filler, 2))
		key = arena_printf(
			&s->arena, "%s.%s", key,
			field->sub->items[filler_below(&s->filler, field->sub->count)]
				.key);
	if (record_change(s->record, other, &key, 1, &after, &err) < 0)
		fail_msg("%s of %s: %s\n%s", key, s->filler.kind->name, err.text,
			 s->bytes);
	assert_rest_is_kept(s, &after, key);
	take(s, &after);
}

/* What was in the list keeps its bytes; the new entry comes behind it. */
static void assert_appended(struct subject *s, const struct buf *after, const char *key)
{
	const struct parts old = split(&s->arena, s->bytes, s->len);
	const struct parts new = split(&s->arena, after->s, after->len);
	const struct part *before = find_part(&old, key);
	const struct part *now = find_part(&new, key);

	assert_rest_is_kept(s, after, key);
	assert_non_null(now);
	if (before && before->start[before->key_len + 1] == '\n' &&
	    (now->len <= before->len ||
	     memcmp(now->start, before->start, before->len) != 0))
		fail_msg("%s of %s\n%s\nbecame\n%s", key, s->filler.kind->name, s->bytes,
			 after->s);
}

static void append(struct subject *s)
{
	const struct record *other = other_record(s);
	const struct fields *tables[] = { &s->filler.kind->fields, &common_fields };

	for (size_t t = 0; t < ARRAY_LEN(tables); t++)
		for (size_t i = 0; i < tables[t]->count; i++) {
			const struct field *field = &tables[t]->items[i];
			const struct list *list = field_at(field, other->common);
			struct error err = { 0 };
			auto_buf after = BUF_INIT;
			int rc;

			if (field->type != FIELD_LIST || !list->count)
				continue;
			rc = field->sub->variants
				     ? record_append_event(s->record, list->items, &after,
							   &err)
				     : record_append(s->record, field->key, list->items,
						     &after, &err);
			if (rc < 0)
				fail_msg("%s of %s: %s\n%s", field->key,
					 s->filler.kind->name, err.text, s->bytes);
			assert_appended(s, &after, field->key);
			take(s, &after);
		}
}

/* fmt: all is said as before, comments are there, and a second time changes nothing. */
static void bring_into_form(struct subject *s)
{
	const struct record *before = s->record;
	struct error err = { 0 };
	auto_buf once = BUF_INIT;
	auto_buf twice = BUF_INIT;

	if (record_canonical(s->record, &once, &err) < 0)
		fail_msg("%s: %s\n%s", s->filler.kind->name, err.text, s->bytes);
	assert_non_null(strstr(once.s, "# 顶\n"));
	assert_non_null(strstr(once.s, "# 尾\n"));
	take(s, &once);
	assert_true(record_equal(before, s->record));
	assert_int_equal(record_canonical(s->record, &twice, &err), 0);
	assert_string_equal(once.s, twice.s);
}

/* ---- the kinds ---- */

/* As many as GK_SEEDS says: more where there is time. */
static uint32_t seeds(void)
{
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): tests have one thread */
	const char *wanted = getenv("GK_SEEDS");

	return wanted ? (uint32_t)strtoul(wanted, NULL, 10) : SEEDS;
}

static void change_at_random(void **state)
{
	static void (*const changes[])(struct subject *) = { set_or_remove, set_or_remove,
							     append, bring_into_form };
	const struct kind *kind = *state;
	const uint32_t last = seeds();

	for (uint32_t seed = 1; seed <= last; seed++) {
		struct subject s;

		subject_init(&s, kind, seed);
		for (int i = 0; i < EDITS; i++)
			changes[filler_below(&s.filler, ARRAY_LEN(changes))](&s);
		subject_release(&s);
	}
}

int main(void)
{
	size_t count;
	const struct kind *const *all = kinds(&count);
	struct CMUnitTest tests[32];

	assert(count <= ARRAY_LEN(tests));
	for (size_t i = 0; i < count; i++)
		tests[i] = (struct CMUnitTest){
			.name = all[i]->name,
			.test_func = change_at_random,
			.initial_state = ((union unit_state){ .row = all[i] }).state
		};
	return _cmocka_run_group_tests("record_random", tests, count, NULL, NULL);
}
