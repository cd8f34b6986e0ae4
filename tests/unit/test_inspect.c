#include "unit/made_zip.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "check/inspect.h"
#include "format/zip.h"

/*
 * The helper program as gk starts it, with what it is made for: files that nobody means
 * well with.  Whatever comes, it ends by itself, soon, and in little memory.
 */
enum { MOST_MS = 2000 };

static const char *const kinds[INSPECT_KIND_COUNT] = {
	[INSPECT_TEXT] = "text",         [INSPECT_CELL] = "cell",
	[INSPECT_HIDDEN] = "hidden",     [INSPECT_COMMENT] = "comment",
	[INSPECT_TRACKED] = "tracked",   [INSPECT_AUTHOR] = "author",
	[INSPECT_POSITION] = "position", [INSPECT_UNREADABLE] = "unreadable",
	[INSPECT_DAMAGED] = "damaged",   [INSPECT_LIMIT] = "limit",
};

/* A line a piece, up to a limit; the last one is kept besides. */
struct pieces {
	struct buf lines;
	char last[16];
	size_t count;
};

static void add_piece(void *payload, const struct inspect_piece *piece)
{
	enum { ENOUGH = 4096 };
	struct pieces *pieces = payload;

	pieces->count++;
	(void)snprintf(pieces->last, sizeof(pieces->last), "%s", kinds[piece->kind]);
	if (pieces->lines.len > ENOUGH)
		return;
	buf_addf(&pieces->lines, "%s", kinds[piece->kind]);
	if (piece->where[0])
		buf_addf(&pieces->lines, " at %s", piece->where);
	if (piece->table)
		buf_addf(&pieces->lines, " (%u: %u,%u)", piece->table, piece->row,
			 piece->column);
	if (piece->author[0])
		buf_addf(&pieces->lines, " by %s", piece->author);
	buf_addf(&pieces->lines, ": %s\n", piece->text);
}

static int ask(const char *name, const void *bytes, size_t len, struct pieces *out,
	       struct error *err)
{
	const struct inspect_file file = { .name = name, .bytes = bytes, .len = len };

	*out = (struct pieces){ .lines = BUF_INIT };
	return inspect_run(GK_INSPECT, &file, add_piece, out, err);
}

/* Processor time of all children so far. */
static long used_ms(void)
{
	struct rusage usage;

	assert_int_equal(getrusage(RUSAGE_CHILDREN, &usage), 0);
	return (long)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
	       (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* ---- ordinary files ---- */

struct file_case {
	const char *label;
	const char *name;
	const char *bytes;
	size_t len; /* 0: as long as the text */
	const char *out;
};

#define BYTES(text) text, sizeof(text) - 1

static const struct file_case file_cases[] = {
	{ "an empty file has nothing in it", "a.csv", "", 0, "" },
	{ "cells of a CSV", "a.csv", "姓名,电话\r\n张某,1\r\n", 0,
	  "cell at line:1 (1: 1,1): 姓名\ncell at line:1 (1: 1,2): 电话\n"
	  "cell at line:2 (1: 2,1): 张某\ncell at line:2 (1: 2,2): 1\n" },
	{ "a CSV in GBK", "a.csv", BYTES("\xd0\xd5\xc3\xfb\n"),
	  "cell at line:1 (1: 1,1): 姓名\n" },
	{ "a text in UTF-16", "a.txt", BYTES("\xff\xfe\xd3\x59\x0d\x54"),
	  "text at line:1: 姓名\n" },
	{ "a byte order mark is no text", "a.txt", BYTES("\xef\xbb\xbf姓名"),
	  "text at line:1: 姓名\n" },
	{ "a text in no known encoding", "a.txt", BYTES("a\xff\xff\xff"),
	  "unreadable: encoding\n" },
	{ "a line of HTML", "a.html", "<p>姓名</p>\n", 0,
	  "text at line:1: <p>姓名</p>\n" },
	{ "a Word file of old", "a.doc",
	  BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"), "unreadable: old\n" },
	{ "the content tells the kind, not the name", "a.xlsx",
	  BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"), "unreadable: old\n" },
	{ "a picture", "a.png", BYTES("\x89PNG\r\n\x1a\n\0\0\0\0"),
	  "unreadable: picture\n" },
	{ "a video", "a.mp4",
	  BYTES("\0\0\0\x18"
		"ftypmp42"),
	  "unreadable: video\n" },
	{ "an archive of another sort", "a.rar", BYTES("Rar!\x1a\x07\0"),
	  "unreadable: archive\n" },
	{ "bytes that are nothing", "a.bin", BYTES("\1\2\0\3"), "unreadable: unknown\n" },
	{ "a ZIP cut short is damaged", "a.docx", BYTES("PK\3\4\0\0"),
	  "damaged: too short for an archive\n" },
};

static void file_is_looked_into(void **state)
{
	const struct file_case *one = *state;
	struct pieces pieces;
	struct error err;

	if (ask(one->name, one->bytes, one->len ? one->len : strlen(one->bytes), &pieces,
		&err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(pieces.lines.s, one->out);
	buf_release(&pieces.lines);
}

static void a_nul_far_in_a_text_hides_nothing(void **state)
{
	auto_buf text = BUF_INIT;
	struct pieces pieces;
	struct error err;

	(void)state;
	while (text.len < 9000)
		buf_adds(&text, "\n");
	buf_add(&text, "a\0b", 3);
	if (ask("a.txt", text.s, text.len, &pieces, &err) < 0)
		fail_msg("%s", err.text);
	assert_non_null(strstr(pieces.lines.s, ": a b\n"));
	buf_release(&pieces.lines);
}

/* A PDF of one page; `fonts` of Chinese without tables of their own. */
static void make_pdf(struct buf *out, const char *content)
{
	const char *const objects[] = {
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Resources << "
		"/Font "
		"<< /F1 5 0 R >> >> /Contents 4 0 R >>",
		content,
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding "
		"/UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
		"/DW "
		"1000 >>",
	};
	size_t places[ARRAY_LEN(objects)];
	size_t start;

	buf_adds(out, "%PDF-1.4\n");
	for (size_t i = 0; i < ARRAY_LEN(objects); i++) {
		places[i] = out->len;
		buf_addf(out, "%zu 0 obj\n%s\nendobj\n", i + 1, objects[i]);
	}
	start = out->len;
	buf_addf(out, "xref\n0 %zu\n0000000000 65535 f \n", ARRAY_LEN(objects) + 1);
	for (size_t i = 0; i < ARRAY_LEN(objects); i++)
		buf_addf(out, "%010zu 00000 n \n", places[i]);
	buf_addf(out, "trailer << /Size %zu /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n",
		 ARRAY_LEN(objects) + 1, start);
}

static void the_text_of_a_pdf_is_read_a_page_at_a_time(void **state)
{
	static const char text[] = "BT /F1 12 Tf 20 200 Td <59d3540d00310032> Tj ET";
	auto_buf content = BUF_INIT;
	auto_buf pdf = BUF_INIT;
	struct pieces pieces;
	struct error err;

	(void)state;
	buf_addf(&content, "<< /Length %zu >>\nstream\n%s\nendstream", sizeof(text) - 1,
		 text);
	make_pdf(&pdf, content.s);
	if (ask("a.pdf", pdf.s, pdf.len, &pieces, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(pieces.lines.s, "text at page:1: 姓名12\n");
	buf_release(&pieces.lines);
}

static void a_pdf_without_text_is_a_scan(void **state)
{
	auto_buf pdf = BUF_INIT;
	struct pieces pieces;
	struct error err;

	(void)state;
	make_pdf(&pdf, "<< /Length 0 >>\nstream\n\nendstream");
	if (ask("a.pdf", pdf.s, pdf.len, &pieces, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(pieces.lines.s, "unreadable: scan\n");
	buf_release(&pieces.lines);
}

static void a_broken_pdf_is_damaged(void **state)
{
	struct pieces pieces;
	struct error err;

	(void)state;
	if (ask("a.pdf", "%PDF-1.4\nx", 10, &pieces, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(pieces.last, "damaged");
	buf_release(&pieces.lines);
}

/* ---- hostile ones ---- */

typedef void (*make_fn)(struct made_zip *zip);

static void make_ten_gigabytes(struct made_zip *zip)
{
	auto_buf blanks = BUF_INIT;
	auto_buf packed = BUF_INIT;

	made_workbook(zip, "");
	made_fill(&blanks, " ", 1 << 20);
	made_deflate(&packed, blanks.s, blanks.len, 10 << 10);
	(void)made_zip_add(zip, &(struct made_entry){ .name = "xl/sharedStrings.xml",
						      .content = packed.s,
						      .len = packed.len,
						      .deflated = true,
						      .claimed = 1 << 30 });
}

static void make_the_same_sheet_a_thousand_times(struct made_zip *zip)
{
	auto_buf sheet = BUF_INIT;
	auto_buf rels = BUF_INIT;
	auto_buf book = BUF_INIT;

	buf_adds(&sheet, "<worksheet>");
	made_fill(&sheet, "<!--                                        -->", 4 << 20);
	buf_adds(&sheet, "</worksheet>");
	buf_adds(&rels, MADE_RELS);
	buf_adds(&book, "<workbook " MADE_SHEET_NS "><sheets>");
	for (size_t i = 0; i < 1000; i++) {
		buf_addf(&rels,
			 "<Relationship Id=\"r%zu\" Type=\"" MADE_TYPE
			 "worksheet\" Target=\"a.xml\"/>",
			 i);
		buf_addf(&book, "<sheet name=\"%zu\" r:id=\"r%zu\"/>", i, i);
	}
	buf_adds(&rels, "</Relationships>");
	buf_adds(&book, "</sheets></workbook>");
	made_zip_text(zip, "xl/workbook.xml", book.s);
	made_zip_text(zip, "xl/_rels/workbook.xml.rels", rels.s);
	made_zip_text(zip, "xl/a.xml", sheet.s);
}

static void make_a_million_entries(struct made_zip *zip)
{
	const struct made_entry entry = { .name = "a", .content = "x" };

	(void)made_zip_add(zip, &entry);
	made_zip_repeat(zip, 46 + 1, 1000000 - 1);
}

static void make_a_bomb_of_entities(struct made_zip *zip)
{
	made_zip_text(
		zip, "word/document.xml",
		"<!DOCTYPE l [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>"
		"<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d "
		"'&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;'><!ENTITY "
		"f '&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;'>"
		"]><document><p><r><t>&g;</t></r></p></document>");
}

static void make_an_entity_that_is_a_file(struct made_zip *zip)
{
	made_zip_text(
		zip, "word/document.xml",
		"<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><document><p>"
		"<r><t>&x;</t></r></p></document>");
}

static void make_a_name_that_climbs(struct made_zip *zip)
{
	made_document(zip, "");
	made_zip_text(zip, "../../../tmp/gk-climbed", "x");
}

static void make_cells_at_the_far_end(struct made_zip *zip)
{
	auto_buf sheet = BUF_INIT;

	buf_adds(&sheet, "<sheetData><row r=\"1048576\">");
	made_fill(&sheet, "<c r=\"XFD1048576\"><v>1</v></c>", 4 << 20);
	buf_adds(&sheet, "</row></sheetData>");
	made_workbook(zip, sheet.s);
}

static void make_empty_tables(struct made_zip *zip)
{
	auto_buf body = BUF_INIT;

	made_fill(&body, "<w:tbl/><w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr></w:p>",
		  32 << 20);
	made_document(zip, body.s);
}

static void make_one_endless_attribute(struct made_zip *zip)
{
	auto_buf body = BUF_INIT;

	buf_adds(&body, "<w:p a=\"");
	made_fill(&body, "0123456789abcdef0123456789abcdef", 32 << 20);
	made_document(zip, body.s);
}

struct bomb_case {
	const char *label;
	const char *name;
	make_fn make;
	const char *last; /* kind of the last piece */
};

static const struct bomb_case bomb_cases[] = {
	{ "ten gigabytes in one entry", "a.xlsx", make_ten_gigabytes, "limit" },
	{ "one sheet of four megabytes listed a thousand times", "a.xlsx",
	  make_the_same_sheet_a_thousand_times, "limit" },
	{ "a million entries", "a.docx", make_a_million_entries, "limit" },
	{ "entities that multiply", "a.docx", make_a_bomb_of_entities, "damaged" },
	{ "an entity that is a file", "a.docx", make_an_entity_that_is_a_file,
	  "damaged" },
	{ "a name that climbs out", "a.docx", make_a_name_that_climbs, "damaged" },
	{ "a hundred thousand cells in the last place", "a.xlsx",
	  make_cells_at_the_far_end, "cell" },
	{ "half a million paragraphs of an unknown style", "a.docx", make_empty_tables,
	  "" },
	{ "an attribute of 32 MiB", "a.docx", make_one_endless_attribute, "limit" },
};

/* That it is in little memory too is seen by its end: the kernel stops one that wants more. */
static void bomb_is_told_soon_and_in_little_memory(void **state)
{
	const struct bomb_case *one = *state;
	struct made_zip zip = MADE_ZIP;
	struct pieces pieces;
	struct error err;
	long before;

	one->make(&zip);
	made_zip_end(&zip);
	before = used_ms();
	if (ask(one->name, zip.bytes.s, zip.bytes.len, &pieces, &err) < 0)
		fail_msg("%s", err.text);
	assert_in_range(used_ms() - before, 0, MOST_MS);
	assert_string_equal(pieces.last, one->last);
	buf_release(&pieces.lines);
	made_zip_release(&zip);
}

static void a_file_cut_anywhere_is_told_and_nothing_breaks(void **state)
{
	struct made_zip zip = MADE_ZIP;

	(void)state;
	made_document(&zip, "<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
	made_zip_end(&zip);
	for (size_t len = 1; len < zip.bytes.len; len += 97) {
		struct pieces pieces;
		struct error err;

		if (ask("a.docx", zip.bytes.s, len, &pieces, &err) < 0)
			fail_msg("%zu bytes: %s", len, err.text);
		assert_int_equal(pieces.count, 1);
		buf_release(&pieces.lines);
	}
	made_zip_release(&zip);
}

/* ---- another view ---- */

static bool add_line(void *payload, const struct yaml_node *object)
{
	struct pieces *pieces = payload;
	enum inspect_kind refused;

	pieces->count++;
	buf_adds(&pieces->lines, inspect_is_refusal(object, &refused) ? "refused " : "");
	for (size_t i = 0; i < object->count; i++)
		buf_addf(&pieces->lines, "%s=%s ", object->keys[i]->value,
			 object->items[i]->value);
	buf_addc(&pieces->lines, '\n');
	return strcmp(inspect_text(object, "text"), "nonsense") != 0;
}

static const struct file_case sheet_cases[] = {
	{ "a CSV is one sheet", "a.csv", "序号,\n,\"一级\n事项\"\n", 0,
	  "kind=sheet sheet=1 name= \n"
	  "kind=cell row=1 column=1 text=序号 \n"
	  "kind=cell row=2 column=2 text=一级\n事项 \n" },
	{ "a CSV in GBK is the same sheet", "a.csv", BYTES("\xd0\xf2\xba\xc5\n"),
	  "kind=sheet sheet=1 name= \n"
	  "kind=cell row=1 column=1 text=序号 \n" },
	{ "a workbook of old is refused in every view", "a.xls",
	  BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"),
	  "refused kind=unreadable text=old \n" },
	{ "a PDF is no sheet", "a.pdf", "%PDF-1.4", 0,
	  "refused kind=unreadable text=other \n" },
	{ "an archive cut short is damaged", "a.xlsx", BYTES("PK\3\4\0\0"),
	  "refused kind=damaged text=too short for an archive \n" },
};

static void file_is_seen_as_a_sheet(void **state)
{
	const struct file_case *one = *state;
	const struct inspect_file file = { .name = one->name,
					   .bytes = one->bytes,
					   .len = one->len ? one->len
							   : strlen(one->bytes) };
	struct pieces pieces = { .lines = BUF_INIT };
	struct error err;

	if (inspect_view(GK_INSPECT, "sheet", &file, add_line, &pieces, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(pieces.lines.s, one->out);
	buf_release(&pieces.lines);
}

static void an_unknown_view_is_an_error(void **state)
{
	const struct inspect_file file = { .name = "a.csv", .bytes = "a", .len = 1 };
	struct pieces pieces = { .lines = BUF_INIT };
	struct error err;

	(void)state;
	assert_int_equal(
		inspect_view(GK_INSPECT, "picture", &file, add_line, &pieces, &err), -1);
	assert_int_equal(err.code, ERR_EXTERNAL);
	assert_int_equal(pieces.count, 0);
	buf_release(&pieces.lines);
}

static void a_line_that_makes_no_sense_ends_the_run(void **state)
{
	const struct inspect_file file = { .name = "a.csv",
					   .bytes = "a,nonsense,b",
					   .len = 12 };
	struct pieces pieces = { .lines = BUF_INIT };
	struct error err;

	(void)state;
	assert_int_equal(
		inspect_view(GK_INSPECT, "sheet", &file, add_line, &pieces, &err), -1);
	assert_int_equal(err.code, ERR_EXTERNAL);
	assert_int_equal(pieces.count, 3);
	buf_release(&pieces.lines);
}

/* ---- the program itself ---- */

static void a_program_that_is_not_there_may_be_there_next_time(void **state)
{
	const struct inspect_file file = { .name = "a", .bytes = "x", .len = 1 };
	struct pieces pieces = { .lines = BUF_INIT };
	struct error err;

	(void)state;
	assert_int_equal(
		inspect_run("/nonexistent/gk-inspect", &file, add_piece, &pieces, &err),
		-1);
	assert_int_equal(err.code, ERR_SYSTEM);
}

struct program_case {
	const char *label;
	const char *script;
	const char *said; /* a part of the error */
};

static const struct program_case program_cases[] = {
	{ "one that fails", "exit 3", "status 3" },
	{ "one that is killed", "kill -9 $$", "signal 9" },
	{ "one that says nonsense", "cat >/dev/null; echo nonsense", "" },
	{ "one that says an unknown kind", "cat >/dev/null; echo '{\"kind\":\"x\"}'",
	  "" },
	{ "one that breaks off in a line", "cat >/dev/null; printf '{\"kind\":\"text'",
	  "" },
	{ "one that does not listen", "exec <&-; echo nonsense", "" },
	{ "one that never stops talking",
	  "cat >/dev/null; t=$(printf '%09999d' 0); exec yes "
	  "\"{\\\"kind\\\":\\\"text\\\",\\\"text\\\":\\\"$t\\\"}\"",
	  "signal" },
};

static void bad_program_is_an_error(void **state)
{
	const struct program_case *one = *state;
	char path[] = "/tmp/gk-inspect-XXXXXX";
	int fd = mkstemp(path);
	auto_buf bytes = BUF_INIT;
	struct inspect_file file = { .name = "a" };
	struct pieces pieces = { .lines = BUF_INIT };
	struct error err = { 0 };
	FILE *script;
	int done;

	assert_true(fd >= 0);
	script = fdopen(fd, "w");
	assert_non_null(script);
	(void)fprintf(script, "#!/bin/sh\n%s\n", one->script);
	assert_int_equal(fchmod(fd, 0700), 0);
	assert_int_equal(fclose(script), 0);
	while (bytes.len < 1 << 20)
		buf_adds(&bytes, "more than fits into a pipe ");
	file.bytes = bytes.s;
	file.len = bytes.len;
	done = inspect_run(path, &file, add_piece, &pieces, &err);
	assert_int_equal(remove(path), 0);
	assert_int_equal(done, -1);
	assert_int_equal(err.code, ERR_EXTERNAL);
	assert_non_null(strstr(err.text, one->said));
	buf_release(&pieces.lines);
}

int main(void)
{
	struct CMUnitTest tests[8 + ARRAY_LEN(sheet_cases) + ARRAY_LEN(file_cases) +
				ARRAY_LEN(bomb_cases) + ARRAY_LEN(program_cases)] = {
		cmocka_unit_test(a_nul_far_in_a_text_hides_nothing),
		cmocka_unit_test(the_text_of_a_pdf_is_read_a_page_at_a_time),
		cmocka_unit_test(a_pdf_without_text_is_a_scan),
		cmocka_unit_test(a_broken_pdf_is_damaged),
		cmocka_unit_test(a_file_cut_anywhere_is_told_and_nothing_breaks),
		cmocka_unit_test(a_program_that_is_not_there_may_be_there_next_time),
		cmocka_unit_test(an_unknown_view_is_an_error),
		cmocka_unit_test(a_line_that_makes_no_sense_ends_the_run),
	};
	size_t count = 8;

	for (size_t i = 0; i < ARRAY_LEN(file_cases); i++)
		tests[count++] = UNIT_ROW(file_is_looked_into, &file_cases[i]);
	for (size_t i = 0; i < ARRAY_LEN(bomb_cases); i++)
		tests[count++] =
			UNIT_ROW(bomb_is_told_soon_and_in_little_memory, &bomb_cases[i]);
	for (size_t i = 0; i < ARRAY_LEN(sheet_cases); i++)
		tests[count++] = UNIT_ROW(file_is_seen_as_a_sheet, &sheet_cases[i]);
	for (size_t i = 0; i < ARRAY_LEN(program_cases); i++)
		tests[count++] = UNIT_ROW(bad_program_is_an_error, &program_cases[i]);
	return cmocka_run_group_tests_name("inspect", tests, NULL, NULL) != 0;
}
