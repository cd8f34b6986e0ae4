#include "unit/unit.h"

#include "record/public.h"
#include "unit/visit.h"

/* Hidden values that must not be found in what leaves the office. */
static const char marker[] = "机密记号";
static const struct date marked_day = { 1987, 6, 5 };
enum { MARKED_NUMBER = 424242, OPEN_NUMBER = 7 };

struct marking {
	struct arena *arena;
	const struct kind *kind;
};

static void mark_fields(const struct marking *marking, const struct fields *fields,
			void *owner, bool closed);

/* Entries of every variant that the kind has, one of each where they are all alike. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void mark_list(const struct marking *marking, const struct field *field,
		      struct list *list, bool closed)
{
	const struct fields *sub = field->sub;
	const enum act *act = marking->kind->acts;

	for (size_t i = 0; sub->variants ? act && act[i] != ACT_NONE : i < 3; i++) {
		void *entry = list_add(marking->arena, list, sub->size);

		if (sub->variants)
			*(int *)(void *)((char *)entry + sub->variants->tag->offset) =
				(int)act[i];
		mark_fields(marking, fields_of_entry(sub, entry), entry, closed);
		/* What an entry says of itself may close it: then all of it is hidden. */
		if (!closed && sub->entry_is_public && !sub->entry_is_public(entry))
			mark_fields(marking, fields_of_entry(sub, entry), entry, true);
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void mark_member(const struct marking *marking, const struct field *field,
			void *member, bool closed)
{
	const char *text = closed ? marker : "公开值";

	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_REF:
	case FIELD_URL:
		*(const char **)member = text;
		break;
	case FIELD_DATE:
		*(struct date *)member =
			closed ? marked_day : (struct date){ 2024, 1, 2 };
		break;
	case FIELD_INT:
		*(struct number *)member =
			(struct number){ .set = true,
					 .n = closed ? MARKED_NUMBER : OPEN_NUMBER };
		break;
	case FIELD_CHOICE:
		if (*(int *)member == 0)
			*(int *)member = 1;
		break;
	case FIELD_STRINGS:
	case FIELD_REFS:
	case FIELD_CHOICES:
		*(struct strings *)member = (struct strings){ 0 };
		strings_add(marking->arena, member, text);
		break;
	case FIELD_GROUP:
		mark_fields(marking, field->sub, member, closed);
		break;
	case FIELD_LIST:
		mark_list(marking, field, member, closed);
		break;
	case FIELD_TYPE_COUNT:
		break;
	}
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static void mark_fields(const struct marking *marking, const struct fields *fields,
			void *owner, bool closed)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		mark_member(marking, field, (char *)owner + field->offset,
			    closed || field->vis != VIS_PUBLIC);
	}
}

/* A record of the kind in which all is filled, without what would make it a stub. */
static struct record *marked_record(struct arena *arena, const struct kind *kind)
{
	const struct marking marking = { .arena = arena, .kind = kind };
	struct record *record = record_new(arena, kind);
	struct extra *extra;

	mark_fields(&marking, &common_fields, record->common, false);
	mark_fields(&marking, &kind->fields, record->common, false);
	record->common->voided = (struct voided){ 0 };
	record->common->moved_to = NULL;
	extra = list_add(arena, &record->common->extra, sizeof(*extra));
	*extra = (struct extra){ .key = "x-inner", .yaml = marker };
	extra = list_add(arena, &record->common->extra, sizeof(*extra));
	*extra = (struct extra){ .key = "x-open", .yaml = "公开值" };
	return record;
}

static void check_nothing_leaks(const struct kind *kind)
{
	struct strings public_x = { 0 };
	struct arena arena = ARENA_INIT;
	const struct public_record *pub;
	auto_buf text = BUF_INIT;
	auto_buf inner = BUF_INIT;
	struct json json;
	const struct record *record = marked_record(&arena, kind);

	strings_add(&arena, &public_x, "x-open");
	pub = public_view(&arena, record, &public_x);
	assert_non_null(pub);
	json_init(&json, &text, JSON_COMPACT);
	public_json(pub, &json, /* events */ true);
	if (strstr(text.s, marker) || strstr(text.s, "1987-06-05") ||
	    strstr(text.s, "424242"))
		fail_msg("%s: %s", kind->name, text.s);
	assert_non_null(strstr(text.s, "公开值"));
	assert_non_null(strstr(text.s, "x-open"));

	/* The marks are really there to be found. */
	json_init(&json, &inner, JSON_COMPACT);
	record_json(record, &json);
	assert_non_null(strstr(inner.s, marker));
	arena_clear(&arena);
}

static void nothing_that_is_not_public_leaves_a_visit(void **state)
{
	(void)state;
	check_nothing_leaks(&visit_kind);
}

static void nothing_that_is_not_public_leaves_any_kind(void **state)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		if (all[i]->store == STORE_PUBLIC)
			check_nothing_leaks(all[i]);
}

static const char visit_yaml[] =
	"id: v2024-00001\ntitle: 甲\ndraft: 底\nnames: [张某]\nnote: 备\n"
	"place: {name: 大厅, secret: 密, phone: {number: \"1\", home: \"2\"}}\n"
	"hidden: {name: 内室}\n"
	"papers: [{file: b.pdf, title: 乙, remark: 批}, {file: a.pdf, colour: red}, "
	"{file: a.doc}]\n"
	"drafts: [{file: c.pdf}]\nx-a: 1\nx-b: 2\nevents:\n"
	"- {date: 2024-03-01, act: clear, step: final, verdict: pass, by: 李某, proof: "
	"paper}\n"
	"- {date: 2024-03-02, act: publish, channel: website, url: \"http://a\", column: "
	"栏, "
	"until: 2024-04-01, by: 张某, digest: abc}\n"
	"- {date: 2024-03-03, act: erratum, kind: typo, from: 甲, to: 乙, by: 张某}\n"
	"- {date: 2024-03-04, act: erratum, kind: fact, from: 三, to: 四, by: 张某}\n"
	"- {date: 2024-03-05, act: withdraw, cause: error, reason: 误, by: 张某}\n";

static void the_public_view_is_what_the_table_says(void **state)
{
	struct arena arena = ARENA_INIT;
	struct strings public_x = { 0 };
	auto_buf text = BUF_INIT;
	struct json json;

	(void)state;
	strings_add(&arena, &public_x, "x-b");
	json_init(&json, &text, JSON_COMPACT);
	public_json(public_view(&arena, visit_of(&arena, visit_yaml), &public_x), &json,
		    /* events */ true);
	assert_string_equal(
		text.s,
		"{\"id\":\"v2024-00001\",\"title\":\"甲\",\"place\":{\"name\":\"大厅\","
		"\"phone\":{"
		"\"number\":\"1\"}},\"papers\":[{\"file\":\"b.pdf\",\"title\":\"乙\"},{"
		"\"file\":"
		"\"a.doc\"}],\"x-b\":\"2\",\"events\":[{\"date\":\"2024-03-02\",\"act\":"
		"\"publish\",\"channel\":\"website\",\"url\":\"http://"
		"a\",\"column\":\"栏\","
		"\"until\":\"2024-04-01\"},{\"date\":\"2024-03-04\",\"act\":\"erratum\","
		"\"kind\":"
		"\"fact\",\"from\":\"三\",\"to\":\"四\"},{\"date\":\"2024-03-05\","
		"\"act\":"
		"\"withdraw\",\"cause\":\"error\",\"reason\":\"误\"}]}");
	arena_clear(&arena);
}

/* ---- records that stay inside ---- */

static bool never(const void *record)
{
	(void)record;
	return false;
}

static void stubs_and_closed_records_have_no_view(void **state)
{
	static const char *const stubs[] = {
		"id: v2024-00001\nvoided: {date: 2024-01-01, by: 张某, reason: 重号}\n",
		"id: v2024-00001\nvoided: {reason: 重号}\n",
		"id: v2024-00001\nmoved-to: v2024-00002\n",
	};
	struct kind closed = visit_kind;
	struct kind private = visit_kind;
	struct arena arena = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(stubs); i++)
		assert_null(public_view(&arena, visit_of(&arena, stubs[i]), NULL));
	closed.is_public = never;
	private.store = STORE_PRIVATE;
	assert_null(public_view(&arena, record_new(&arena, &closed), NULL));
	assert_null(public_view(&arena, record_new(&arena, &private), NULL));
	assert_non_null(public_view(&arena, record_new(&arena, &visit_kind), NULL));
	arena_clear(&arena);
}

/* ---- digest ---- */

/* Hashes every file by its name, but for those that begin with the letter in payload. */
static bool hash_name(void *payload, const char *file, char out[SHA256_HEX_SIZE])
{
	const char *missing = payload;

	if (missing && file[0] == missing[0])
		return false;
	sha256_hex(file, strlen(file), out);
	return true;
}

static const char *digest(struct arena *arena, const char *yaml)
{
	char *out = arena_alloc(arena, 1, SHA256_HEX_SIZE);

	public_digest(arena, visit_of(arena, yaml), NULL, hash_name, NULL, out);
	return out;
}

static void the_digest_is_of_json_and_of_attachments_by_name(void **state)
{
	static const char yaml[] =
		"id: v2024-00001\ntitle: 甲\n"
		"papers: [{file: b.pdf}, {file: a.pdf}, {file: c, colour: red}]\n";
	struct arena arena = ARENA_INIT;
	char a[SHA256_HEX_SIZE];
	char b[SHA256_HEX_SIZE];
	char expected[SHA256_HEX_SIZE];
	auto_buf text = BUF_INIT;

	(void)state;
	sha256_hex("a.pdf", 5, a);
	sha256_hex("b.pdf", 5, b);
	buf_addf(&text,
		 "{\"id\":\"v2024-00001\",\"title\":\"甲\",\"papers\":[{\"file\":\"b."
		 "pdf\"},"
		 "{\"file\":\"a.pdf\"}]}\na.pdf:%s\nb.pdf:%s",
		 a, b);
	sha256_hex(text.s, text.len, expected);
	assert_string_equal(digest(&arena, yaml), expected);
	arena_clear(&arena);
}

struct digest_case {
	const char *label;
	const char *more; /* instead of the last line */
	bool same;
};

static struct digest_case digest_cases[] = {
	{ "the digest stays with an event",
	  "events: [{date: 2024-01-01, act: publish}]\n", true },
	{ "the digest stays with internal fields", "note: 急\nhidden: {name: 内}\n",
	  true },
	{ "the digest stays with a comment", "# 注\n", true },
	{ "the digest stays with an internal attachment", "drafts: [{file: d.pdf}]\n",
	  true },
	{ "the digest stays with an own key", "x-a: 1\n", true },
	{ "the digest changes with a public field", "url: http://a\n", false },
	{ "the digest changes with a public attachment", "papers: [{file: a.pdf}]\n",
	  false },
};

static void compare_digest(void **state)
{
	const struct digest_case *c = *state;
	struct arena arena = ARENA_INIT;
	auto_buf yaml = BUF_INIT;

	buf_addf(&yaml, "id: v2024-00001\ntitle: 甲\n%s", c->more);
	assert_int_equal(strcmp(digest(&arena, "id: v2024-00001\ntitle: 甲\n"),
				digest(&arena, yaml.s)) == 0,
			 c->same);
	arena_clear(&arena);
}

static void the_digest_changes_with_the_bytes_of_an_attachment(void **state)
{
	struct arena arena = ARENA_INIT;
	char there[SHA256_HEX_SIZE];
	char missing[SHA256_HEX_SIZE];
	char letter[] = "b";
	const struct record *record = visit_of(&arena, visit_yaml);

	(void)state;
	public_digest(&arena, record, NULL, hash_name, NULL, there);
	public_digest(&arena, record, NULL, hash_name, letter, missing);
	assert_string_not_equal(there, missing);
	/* An internal one has no say. */
	letter[0] = 'c';
	public_digest(&arena, record, NULL, hash_name, letter, missing);
	assert_string_equal(there, missing);
	arena_clear(&arena);
}

static void a_record_that_stays_inside_has_a_digest_too(void **state)
{
	struct kind closed = visit_kind;
	struct arena arena = ARENA_INIT;
	char inside[SHA256_HEX_SIZE];
	const struct record *record;

	(void)state;
	closed.is_public = never;
	record = record_parse(&arena, &closed, "visits/2024/00/v2024-00001.yaml",
			      visit_yaml, strlen(visit_yaml));
	public_digest(&arena, record, NULL, hash_name, NULL, inside);
	assert_string_equal(inside, digest(&arena, visit_yaml));
	arena_clear(&arena);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static bool names_files(const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		if ((field->flags & FIELD_FILE) ||
		    (field->sub && names_files(field->sub)))
			return true;
	}
	return false;
}

static void every_list_of_attachments_names_its_files(void **state)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct field *field =
			fields_find(&all[i]->fields, "attachments", false);

		if (field)
			assert_true(names_files(field->sub));
	}
}

int main(void)
{
	struct CMUnitTest tests[24] = {
		cmocka_unit_test(nothing_that_is_not_public_leaves_a_visit),
		cmocka_unit_test(nothing_that_is_not_public_leaves_any_kind),
		cmocka_unit_test(the_public_view_is_what_the_table_says),
		cmocka_unit_test(stubs_and_closed_records_have_no_view),
		cmocka_unit_test(the_digest_is_of_json_and_of_attachments_by_name),
		cmocka_unit_test(the_digest_changes_with_the_bytes_of_an_attachment),
		cmocka_unit_test(a_record_that_stays_inside_has_a_digest_too),
		cmocka_unit_test(every_list_of_attachments_names_its_files),
	};
	size_t count = 8;

	for (size_t i = 0; i < ARRAY_LEN(digest_cases); i++)
		tests[count++] = (struct CMUnitTest){ .name = digest_cases[i].label,
						      .test_func = compare_digest,
						      .initial_state = &digest_cases[i] };
	return _cmocka_run_group_tests("public", tests, count, NULL, NULL);
}
