#include "unit/made_zip.h"

#include "format/xml.h"
#include "format/zip.h"

/* ---- archives ---- */

enum { ONE_LETTER = 46 + 1 }; /* bytes that an entry takes in the directory */

static int gather(void *payload, const char *bytes, size_t len, struct error *err)
{
	(void)err;
	buf_add(payload, bytes, len);
	return 0;
}

static int count_bytes(void *payload, const char *bytes, size_t len, struct error *err)
{
	size_t *count = payload;

	(void)bytes;
	(void)err;
	*count += len;
	return 0;
}

static void entries_are_found_and_read(void **state)
{
	struct made_zip zip = MADE_ZIP;
	struct zip_reader *reader;
	struct error err;
	auto_buf text = BUF_INIT;

	(void)state;
	made_zip_text(&zip, "a/One.xml", "一");
	made_zip_text(&zip, "b.xml", "");
	made_zip_end(&zip);
	assert_int_equal(zip_reader_open(zip.bytes.s, zip.bytes.len, &reader, &err), 0);
	assert_int_equal(zip_reader_count(reader), 2);
	assert_int_equal(zip_reader_find(reader, "a/one.xml"), 0);
	assert_int_equal(zip_reader_find(reader, "c.xml"), 2);
	assert_string_equal(zip_reader_name(reader, 1), "b.xml");
	assert_int_equal(zip_reader_read(reader, 0, gather, &text, &err), 0);
	assert_string_equal(text.s, "一");
	zip_reader_free(reader);
	made_zip_release(&zip);
}

struct name_case {
	const char *label;
	const char *name;
	bool refused;
};

static const struct name_case name_cases[] = {
	{ "a name that climbs out is refused", "../../etc/passwd", true },
	{ "one that climbs in the middle is refused", "xl/../../a", true },
	{ "one that climbs by backslashes is refused", "xl\\..\\..\\a", true },
	{ "one that ends in .. is refused", "xl/..", true },
	{ "an absolute name is refused", "/etc/passwd", true },
	{ "dots in a name are no parent", "xl/..a/b..", false },
};

static void name_is_judged(void **state)
{
	const struct name_case *one = *state;
	struct made_zip zip = MADE_ZIP;
	struct zip_reader *reader = NULL;
	struct error err = { 0 };
	int done;

	made_zip_text(&zip, one->name, "x");
	made_zip_end(&zip);
	done = zip_reader_open(zip.bytes.s, zip.bytes.len, &reader, &err);
	assert_int_equal(done, one->refused ? -1 : 0);
	if (one->refused)
		assert_int_equal(err.code, ERR_DENIED);
	else
		zip_reader_free(reader);
	made_zip_release(&zip);
}

static void a_million_entries_are_refused_before_they_are_read(void **state)
{
	struct made_zip zip = MADE_ZIP;
	const struct made_entry entry = { .name = "a", .content = "x" };
	struct zip_reader *reader;
	struct error err;

	(void)state;
	(void)made_zip_add(&zip, &entry);
	made_zip_repeat(&zip, ONE_LETTER, 1000000 - 1);
	made_zip_end(&zip); /* its count is that modulo 65536: 16960 */
	assert_int_equal(zip_reader_open(zip.bytes.s, zip.bytes.len, &reader, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	made_zip_release(&zip);
}

static void a_count_that_runs_over_hides_no_entries(void **state)
{
	struct made_zip zip = MADE_ZIP;
	const struct made_entry entry = { .name = "a", .content = "x" };
	struct zip_reader *reader;
	struct error err;

	(void)state;
	(void)made_zip_add(&zip, &entry);
	made_zip_repeat(&zip, ONE_LETTER, 2 * 65536 - 1);
	made_zip_end(&zip); /* its count is 0 */
	assert_int_equal(zip_reader_open(zip.bytes.s, zip.bytes.len, &reader, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	made_zip_release(&zip);
}

static void the_64_bit_form_is_refused(void **state)
{
	struct made_zip zip = MADE_ZIP;
	struct zip_reader *reader;
	struct error err;

	(void)state;
	made_zip_text(&zip, "a", "x");
	buf_add(&zip.directory, "PK\6\7\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0", 20);
	made_zip_end(&zip);
	assert_int_equal(zip_reader_open(zip.bytes.s, zip.bytes.len, &reader, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	made_zip_release(&zip);
}

static void what_grows_too_much_is_refused_early(void **state)
{
	static const char zeros[1 << 20];
	struct made_zip zip = MADE_ZIP;
	struct zip_reader *reader;
	struct error err;
	size_t count = 0;
	auto_buf packed = BUF_INIT;

	(void)state;
	made_deflate(&packed, zeros, sizeof(zeros), 10 << 10); /* 10 GiB */
	(void)made_zip_add(&zip, &(struct made_entry){ .name = "a",
						       .content = packed.s,
						       .len = packed.len,
						       .deflated = true,
						       .claimed = 100 });
	made_zip_end(&zip);
	assert_int_equal(zip_reader_open(zip.bytes.s, zip.bytes.len, &reader, &err), 0);
	assert_int_equal(zip_reader_read(reader, 0, count_bytes, &count, &err), -1);
	assert_int_not_equal(err.code, ERR_NONE);
	assert_in_range(count, 0, ZIP_READ_MAX_TOTAL);
	zip_reader_free(reader);
	made_zip_release(&zip);
}

static void all_entries_together_have_one_limit(void **state)
{
	enum { TIMES = 300 };
	struct made_zip zip = MADE_ZIP;
	struct made_entry entry = { .name = "a", .len = 1 << 20 };
	struct zip_reader *reader;
	struct error err = { 0 };
	auto_buf text = BUF_INIT;
	size_t count = 0;
	size_t reads = 0;
	size_t offset;

	(void)state;
	while (text.len < entry.len)
		buf_adds(&text, "没有什么是白来的。");
	entry.content = text.s;
	offset = made_zip_add(&zip, &entry);
	for (size_t i = 1; i < TIMES; i++)
		made_zip_list(&zip, &entry, offset);
	made_zip_end(&zip);
	assert_int_equal(zip_reader_open(zip.bytes.s, zip.bytes.len, &reader, &err), 0);
	while (reads < TIMES &&
	       zip_reader_read(reader, reads, count_bytes, &count, &err) == 0)
		reads++;
	assert_in_range(reads, 150, ZIP_READ_MAX_TOTAL >> 20);
	assert_int_equal(err.code, ERR_LIMIT);
	zip_reader_free(reader);
	made_zip_release(&zip);
}

static void an_encrypted_entry_is_told_apart(void **state)
{
	struct made_zip zip = MADE_ZIP;
	struct zip_reader *reader;
	struct error err;
	size_t count = 0;

	(void)state;
	(void)made_zip_add(&zip, &(struct made_entry){ .name = "a",
						       .content = "0123456789abcdef",
						       .encrypted = true });
	made_zip_end(&zip);
	assert_int_equal(zip_reader_open(zip.bytes.s, zip.bytes.len, &reader, &err), 0);
	assert_int_equal(zip_reader_read(reader, 0, count_bytes, &count, &err), -1);
	assert_int_equal(err.code, ERR_DENIED);
	assert_non_null(strstr(err.text, "encrypted"));
	zip_reader_free(reader);
	made_zip_release(&zip);
}

static void every_truncation_fails_or_reads_less(void **state)
{
	struct made_zip zip = MADE_ZIP;

	(void)state;
	made_zip_text(&zip, "a", "text of an entry");
	made_zip_end(&zip);
	for (size_t len = 0; len < zip.bytes.len; len++) {
		struct zip_reader *reader;
		struct error err;

		if (zip_reader_open(zip.bytes.s, len, &reader, &err) == 0) {
			zip_reader_free(reader);
			fail_msg("an archive of %zu of %zu bytes was opened", len,
				 zip.bytes.len);
		}
		assert_int_not_equal(err.code, ERR_NONE);
	}
	made_zip_release(&zip);
}

static void a_wrong_sum_is_damage(void **state)
{
	struct made_zip zip = MADE_ZIP;
	struct zip_reader *reader;
	struct error err;
	size_t count = 0;

	(void)state;
	made_zip_text(&zip, "a", "text of an entry");
	zip.bytes.s[35] = 'X';
	made_zip_end(&zip);
	assert_int_equal(zip_reader_open(zip.bytes.s, zip.bytes.len, &reader, &err), 0);
	assert_int_equal(zip_reader_read(reader, 0, count_bytes, &count, &err), -1);
	assert_int_equal(err.code, ERR_SYNTAX);
	zip_reader_free(reader);
	made_zip_release(&zip);
}

/* ---- XML ---- */

static void add_name(void *payload, const char *name, const char *const *attributes)
{
	const char *value = xml_attribute(attributes, "val");

	buf_addf(payload, "<%s%s%s>", name, value ? " " : "", value ? value : "");
}

static void add_end(void *payload, const char *name)
{
	buf_addf(payload, "</%s>", name);
}

static void add_text(void *payload, const char *text, size_t len)
{
	buf_add(payload, text, len);
}

static int parse(const char *xml, size_t len, struct buf *out, struct error *err)
{
	const struct xml_handler handler = {
		.payload = out, .start = add_name, .end = add_end, .text = add_text
	};
	struct xml_reader *reader = xml_reader_new(&handler);
	int done = 0;

	for (size_t at = 0; done == 0 && at < len; at += 4096)
		done = xml_reader_feed(reader, xml + at,
				       len - at < 4096 ? len - at : 4096, false, err);
	if (done == 0)
		done = xml_reader_feed(reader, "", 0, true, err);
	xml_reader_free(reader);
	return done;
}

struct xml_case {
	const char *label;
	const char *xml;
	const char *out; /* NULL: it is refused */
	enum error_code code;
};

static const struct xml_case xml_cases[] = {
	{ "names and attributes lose their prefix",
	  "<w:p xmlns:w='u'><w:b w:val='x'/>甲 &amp; 乙</w:p>", "<p><b x></b>甲 & 乙</p>",
	  ERR_NONE },
	{ "entities that multiply are refused",
	  "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><l>&b;</l>", NULL,
	  ERR_DENIED },
	{ "entities that name a file are refused",
	  "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l>&x;</l>", NULL,
	  ERR_DENIED },
	{ "a document type that names a file is refused",
	  "<!DOCTYPE l SYSTEM 'http://example.invalid/a.dtd'><l/>", NULL, ERR_DENIED },
	{ "an entity that is not declared is damage", "<l>&nbsp;</l>", NULL, ERR_SYNTAX },
	{ "an end that is missing is damage", "<l><a></l>", NULL, ERR_SYNTAX },
	{ "nothing is damage", "", NULL, ERR_SYNTAX },
};

static void xml_is_read_or_refused(void **state)
{
	const struct xml_case *one = *state;
	auto_buf out = BUF_INIT;
	struct error err = { 0 };
	int done = parse(one->xml, strlen(one->xml), &out, &err);

	assert_int_equal(done, one->out ? 0 : -1);
	assert_int_equal(err.code, one->code);
	if (one->out)
		assert_string_equal(out.s, one->out);
}

static void what_nests_too_deep_is_refused(void **state)
{
	auto_buf xml = BUF_INIT;
	auto_buf out = BUF_INIT;
	struct error err;

	(void)state;
	for (size_t i = 0; i < 100000; i++)
		buf_adds(&xml, "<a>");
	assert_int_equal(parse(xml.s, xml.len, &out, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
}

static void a_part_without_end_is_refused(void **state)
{
	auto_buf xml = BUF_INIT;
	auto_buf out = BUF_INIT;
	struct error err;

	(void)state;
	buf_adds(&xml, "<a b='");
	while (xml.len < 2 * XML_MAX_TOKEN)
		buf_adds(&xml, "0123456789abcdef0123456789abcdef");
	assert_int_equal(parse(xml.s, xml.len, &out, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
}

int main(void)
{
	struct CMUnitTest tests[11 + ARRAY_LEN(name_cases) + ARRAY_LEN(xml_cases)] = {
		cmocka_unit_test(entries_are_found_and_read),
		cmocka_unit_test(a_million_entries_are_refused_before_they_are_read),
		cmocka_unit_test(a_count_that_runs_over_hides_no_entries),
		cmocka_unit_test(the_64_bit_form_is_refused),
		cmocka_unit_test(what_grows_too_much_is_refused_early),
		cmocka_unit_test(all_entries_together_have_one_limit),
		cmocka_unit_test(an_encrypted_entry_is_told_apart),
		cmocka_unit_test(every_truncation_fails_or_reads_less),
		cmocka_unit_test(a_wrong_sum_is_damage),
		cmocka_unit_test(what_nests_too_deep_is_refused),
		cmocka_unit_test(a_part_without_end_is_refused),
	};
	size_t count = 11;

	for (size_t i = 0; i < ARRAY_LEN(name_cases); i++)
		tests[count++] = UNIT_ROW(name_is_judged, &name_cases[i]);
	for (size_t i = 0; i < ARRAY_LEN(xml_cases); i++)
		tests[count++] = UNIT_ROW(xml_is_read_or_refused, &xml_cases[i]);
	return cmocka_run_group_tests_name("zip", tests, NULL, NULL) != 0;
}
