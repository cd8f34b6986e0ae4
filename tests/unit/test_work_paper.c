#include "unit/made_docx.h"
#include "unit/repo.h"

#include <dirent.h>

#include "base/utf8.h"
#include "record/document.h"
#include "work/paper.h"

/*
 * Papers as files, through the helper that reads them, into records of a catalogue.
 */
#define PAPERS GK_SOURCE_DIR "/tests/fixtures/papers"

struct office {
	struct arena arena;
	struct catalogue *catalogue;
	struct index *index;
	struct work work;
	struct findings findings;
	struct work_done done;
	struct error err;
};

static void open_office(const struct repo *repo, struct office *office)
{
	const struct source_options source = { .dir = repo->dir.s };
	const struct index_options memory = { .memory = true };

	*office = (struct office){ .arena = ARENA_INIT };
	if (catalogue_open(&source, &office->catalogue, &office->err) < 0 ||
	    catalogue_open_legal(office->catalogue, GK_SOURCE_DIR "/schemas",
				 &office->err) < 0 ||
	    index_open(office->catalogue->source,
		       check_examiner(&office->arena, office->catalogue), &memory,
		       &office->index, &office->err) < 0)
		fail_msg("%s", office->err.text);
	office->findings = FINDINGS(&office->arena);
	office->work = (struct work){ .arena = &office->arena,
				      .catalogue = office->catalogue,
				      .index = office->index,
				      .today = { 2026, 11, 20 },
				      .typist = "张某",
				      .time = 1795132800,
				      .zone = 480,
				      .tx_flags = TX_FAST | TX_NO_HOOKS };
}

static void close_office(struct office *office)
{
	index_free(office->index);
	catalogue_free(office->catalogue);
	arena_clear(&office->arena);
}

static int setup(void **state)
{
	if (repo_setup_plain(state) < 0)
		return -1;
	repo_run(*state,
		 "git init -q && cp -R '" GK_SOURCE_DIR "/tests/fixtures/mini/.' . "
		 "&& git add -A && git commit -q -m base && mkdir ../in && "
		 "git config user.name 张某 && git config user.email z@example.com");
	return 0;
}

static int teardown(void **state)
{
	repo_run(*state, "rm -rf ../in");
	return repo_teardown(state);
}

static int read_bytes(struct office *office, const char *path, const struct buf *bytes,
		      struct work_paper *out)
{
	const struct paper_file file = { .path = path, .bytes = bytes };

	return work_paper_read(&office->work, GK_INSPECT, &file, out, &office->err);
}

/* The paper of a text in the form of paper_lines.h. */
static void read_text(struct office *office, const char *text, struct work_paper *out)
{
	struct made_zip zip = MADE_ZIP;

	made_docx_of(&zip, text);
	if (read_bytes(office, "../in/a.docx", &zip.bytes, out) < 0)
		fail_msg("%s", office->err.text);
	made_zip_release(&zip);
}

static void load(const char *path, struct buf *out)
{
	struct error err;

	if (file_read(path, 1 << 20, out, &err) < 0)
		fail_msg("%s", err.text);
}

static const struct document *document_of(const struct work_paper *paper)
{
	return RECORD(paper->record, struct document);
}

/* ---- every line comes out ---- */

/* Without signs that Markdown adds and blanks that titles lose. */
static void add_bare(struct buf *out, const char *text)
{
	size_t len = strlen(text);

	for (size_t at = 0, used; at < len; at += used) {
		uint32_t c = utf8_decode(text + at, len - at, &used);

		if (c != 0x3000 && !(c < 0x80 && strchr("\\#|- \n\t", (int)c)))
			buf_add(out, text + at, used);
	}
	buf_addc(out, '\n');
}

static void assert_has(const struct buf *all, const char *line)
{
	auto_buf bare = BUF_INIT;

	add_bare(&bare, line);
	buf_truncate(&bare, bare.len - 1);
	if (!strstr(all->s, bare.s))
		fail_msg("lost: %s", line);
}

static void gather(const struct work_paper *paper, struct buf *all)
{
	auto_buf record = BUF_INIT;

	record_write(paper->record, &record);
	add_bare(all, record.s);
	add_bare(all, document_of(paper)->body);
	for (size_t i = 0; i < PAPER_PART_COUNT; i++)
		if (paper->paper.parts[i])
			add_bare(all, paper->paper.parts[i]);
}

static void a_plan_laid_out_by_the_standard_is_read_whole(void **state)
{
	static const char *const lost[] = { "文件", "东政发[2026]024号", "此件公开发布",
					    "— 1 —" };
	struct office office;
	struct work_paper paper;
	struct paper_text lines;
	const struct document *document;
	auto_buf text = BUF_INIT;
	auto_buf body = BUF_INIT;
	auto_buf all = BUF_INIT;

	open_office(*state, &office);
	load(PAPERS "/plan.txt", &text);
	load(PAPERS "/plan.md", &body);
	read_text(&office, text.s, &paper);
	document = document_of(&paper);
	assert_string_equal(document->title,
			    "关于印发东园镇2026年政务公开工作要点的通知");
	assert_string_equal(document->number, "东政发〔2026〕24号");
	assert_string_equal(document->issuer, "中卫市沙坡头区东园镇人民政府");
	assert_int_equal(date_compare(document->formed, (struct date){ 2026, 7, 4 }), 0);
	assert_int_equal(document->mark, MARK_RELEASE);
	assert_int_equal(document->disclosure.attribute, ATTRIBUTE_PROACTIVE);
	assert_int_equal(document->form, FORM_NOTICE);
	assert_int_equal(document->type, DOCUMENT_PLAN);
	assert_string_equal(document->copies, "抄送：沙坡头区人民政府办公室。");
	assert_string_equal(paper.paper.parts[PAPER_ADDRESSEE],
			    "各村、各办（队、中心）：");
	assert_string_equal(paper.paper.parts[PAPER_ANNEXES],
			    "1.东园镇政务公开任务分工表；2.公开栏检查表");
	assert_string_equal(document->body, body.s);
	lines = (struct paper_text){ .arena = &office.arena };
	paper_text_read(&lines, text.s);
	gather(&paper, &all);
	for (size_t i = 0; i < lines.count; i++) {
		bool skip = false;

		for (size_t k = 0; k < ARRAY_LEN(lost); k++)
			skip = skip || strstr(lines.lines[i].text, lost[k]);
		if (!skip)
			assert_has(&all, lines.lines[i].text);
		if (!skip && lines.lines[i].label[0] && lines.lines[i].label[0] != '\xe2')
			assert_has(&all, lines.lines[i].label);
	}
	close_office(&office);
}

/* Where the texts that gk was made from lie; nothing is tested where they are not. */
static bool find_source(const char *prefix, struct buf *out)
{
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): the test has one thread */
	const char *folder = getenv("GK_SOURCES");
	DIR *dir = folder ? opendir(folder) : NULL;
	const struct dirent *entry;

	/* NOLINTNEXTLINE(concurrency-mt-unsafe): the test has one thread */
	while (dir && (entry = readdir(dir)) != NULL)
		if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0)
			path_join(out, folder, entry->d_name);
	if (dir)
		(void)closedir(dir);
	return out->len > 0;
}

static void the_plan_of_2018_is_read_whole(void **state)
{
	struct office office;
	struct work_paper paper;
	const struct document *document;
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;
	auto_buf all = BUF_INIT;
	size_t count = 0;

	if (!find_source("003_", &path)) {
		skip();
		return;
	}
	open_office(*state, &office);
	load(path.s, &text);
	read_text(&office, text.s, &paper);
	document = document_of(&paper);
	assert_string_equal(document->index, "640502017/2018-41187");
	assert_string_equal(document->number, "东政发〔2018〕112号");
	assert_string_equal(document->title,
			    "关于印发东园镇2018年政务公开工作要点的通知");
	assert_string_equal(document->issuer, "中卫市沙坡头区东园镇人民政府");
	assert_string_equal(paper.paper.parts[PAPER_LETTERHEAD], "沙坡头区东园镇");
	assert_int_equal(document->force, FORCE_IN_FORCE);
	assert_int_equal(date_compare(document->formed, (struct date){ 2018, 7, 4 }), 0);
	assert_int_equal(document->mark, MARK_RELEASE);
	assert_string_equal(paper.paper.parts[PAPER_ADDRESSEE], "各村、各办(队、中心):");
	assert_non_null(strstr(document->body, "\n### 一、深入推进“五公开”"));
	gather(&paper, &all);
	for (char *line = text.s; *line; count++) {
		size_t len = strcspn(line, "\n");
		bool more = line[len];

		line[len] = '\0';
		/* Of the page around the paper the labels became keys, the list lost its signs. */
		if (strncmp(line, "时间:", strlen("时间:")) != 0 &&
		    strncmp(line, "•", strlen("•")) != 0 &&
		    strcmp(line, "(此件公开发布)") != 0)
			assert_has(&all, line);
		line += len + more;
	}
	assert_true(count > 90);
	close_office(&office);
}

/* ---- what is not plain text ---- */

static void changes_are_taken_as_accepted_and_comments_stay_outside(void **state)
{
	struct made_zip zip = MADE_ZIP;
	struct office office;
	struct work_paper paper;
	struct strings remarks = { 0 };

	open_office(*state, &office);
	made_document(&zip,
		      "<w:p><w:r><w:t>关于防汛的通知</w:t></w:r></w:p>"
		      "<w:p><w:r><w:t>各村：</w:t></w:r></w:p>"
		      "<w:p><w:del "
		      "w:author=\"张某\"><w:r><w:delText>七月</w:delText></w:r></w:del>"
		      "<w:ins w:author=\"张某\"><w:r><w:t>八月</w:t></w:r></w:ins>"
		      "<w:r><w:t>值班。</w:t></w:r></w:p>");
	made_zip_text(&zip, "word/comments.xml",
		      "<w:comments " MADE_WORD_NS
		      "><w:comment w:author=\"李某\"><w:p><w:r>"
		      "<w:t>改一下</w:t></w:r></w:p></w:comment></w:comments>");
	made_zip_end(&zip);
	assert_int_equal(read_bytes(&office, "a.docx", &zip.bytes, &paper), 0);
	assert_string_equal(document_of(&paper)->body, "各村：\n\n八月值班。\n");
	work_paper_remarks(&office.work, &paper, &remarks);
	assert_true(strings_has(&remarks, "2 tracked changes were taken as accepted"));
	assert_true(strings_has(&remarks, "1 comment stays in the original"));
	made_zip_release(&zip);
	close_office(&office);
}

struct refusal_case {
	const char *label;
	const char *bytes; /* as they are; NULL: `text` as a document */
	const char *text;
	enum error_code code;
	const char *says;
};

static const struct refusal_case refusals[] = {
	{ "a mark of secrecy", NULL,
	  "机密★1年\n东园镇人民政府文件\n关于值班的通知\n各村：\n", ERR_DENIED,
	  "a.docx bears the mark 机密★1年" },
	{ "a document without text", NULL, "^\n", ERR_SYNTAX, "a.docx has no text" },
	{ "an archive cut short", "PK\3\4 and no more", NULL, ERR_SYNTAX,
	  "a.docx is damaged" },
	{ "an old file that nothing converted", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 doc",
	  NULL, ERR_SYNTAX, "另存为 .docx" },
	{ "a PDF", "%PDF-1.4", NULL, ERR_SYNTAX, "另存为 .docx" },
	{ "a picture", "\xff\xd8\xff jpeg", NULL, ERR_SYNTAX, "另存为 .docx" },
};

static void what_cannot_be_a_record_says_why(void **state)
{
	struct office office;

	open_office(*state, &office);
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		struct made_zip zip = MADE_ZIP;
		struct work_paper paper;

		if (refusals[i].text)
			made_docx_of(&zip, refusals[i].text);
		else
			buf_adds(&zip.bytes, refusals[i].bytes);
		assert_int_equal(read_bytes(&office, "a.docx", &zip.bytes, &paper), -1);
		assert_int_equal(office.err.code, refusals[i].code);
		if (!strstr(office.err.text, refusals[i].says))
			fail_msg("%s: %s", refusals[i].label, office.err.text);
		made_zip_release(&zip);
	}
	close_office(&office);
}

/* ---- into the catalogue ---- */

static void put_file(const struct repo *repo, const char *path, const char *text)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf full = BUF_INIT;
	struct error err;

	path_join(&full, repo->dir.s, path);
	made_docx_of(&zip, text);
	if (file_write(full.s, zip.bytes.s, zip.bytes.len, FILE_FAST, &err) < 0)
		fail_msg("%s", err.text);
	made_zip_release(&zip);
}

static void read_file(struct office *office, const struct repo *repo, const char *path,
		      struct work_paper *out)
{
	auto_buf full = BUF_INIT;
	auto_buf bytes = BUF_INIT;

	path_join(&full, repo->dir.s, path);
	load(full.s, &bytes);
	if (read_bytes(office, full.s, &bytes, out) < 0)
		fail_msg("%s", office->err.text);
}

#define NOTICE(title, number, text) \
	"^" title "\n^" number "\n各村：\n" text "\n>东园镇人民政府\n>2026年7月4日\n"

static void assert_done(const struct office *office, int outcome)
{
	if (outcome == WORK_FAILED)
		fail_msg("%s", office->err.text);
	assert_int_equal(outcome, WORK_DONE);
}

static void record_and_original_are_one_commit(void **state)
{
	struct office office;
	struct work_paper paper;

	put_file(*state, "../in/防汛通知.docx",
		 NOTICE("关于防汛的通知", "东政发〔2026〕31号", "请做好防汛。"));
	open_office(*state, &office);
	read_file(&office, *state, "../in/防汛通知.docx", &paper);
	assert_done(&office, work_add_papers(&office.work, &paper, 1, &office.findings,
					     &office.done, &office.err));
	close_office(&office);
	repo_run(*state,
		 "git show --stat=200 --format= HEAD | grep -q "
		 "attachments/2026-00001/original.docx"
		 " && cmp ../in/防汛通知.docx attachments/2026-00001/original.docx && "
		 "grep -q 'title: 防汛通知, role: original, visibility: internal' "
		 "documents/2026/00/2026-00001.yaml && test -z \"$(git status "
		 "--porcelain)\" && "
		 "test 2 = \"$(git rev-list --count HEAD)\"");
	open_office(*state, &office);
	read_file(&office, *state, "../in/防汛通知.docx", &paper);
	assert_int_equal(work_paper_find(&office.work, &paper, &office.err), 0);
	assert_string_equal(paper.known, "2026-00001");
	/* Another file of the same title and number is the same paper. */
	read_text(&office,
		  NOTICE("关于防汛的通知", "东政发[2026]31号", "请做好防汛工作。"),
		  &paper);
	assert_int_equal(work_paper_find(&office.work, &paper, &office.err), 0);
	assert_string_equal(paper.known, "2026-00001");
	read_text(&office, NOTICE("关于防汛的通知", "东政发〔2026〕32号", "请做好防汛。"),
		  &paper);
	assert_int_equal(work_paper_find(&office.work, &paper, &office.err), 0);
	assert_null(paper.known);
	close_office(&office);
}

static void a_folder_gives_one_commit_and_nothing_the_second_time(void **state)
{
	static const char *const names[] = { "../in/a.docx", "../in/b.docx",
					     "../in/c.docx", "../in/d.docx" };
	static const enum paper_fate fates[] = { PAPER_IS_NEW, PAPER_IS_REFUSED,
						 PAPER_IS_DOUBLE, PAPER_IS_NEW };
	struct folder_paper papers[ARRAY_LEN(names)] = { { .same = 0 } };
	struct office office;

	put_file(*state, names[0],
		 NOTICE("关于植树的通知", "东政发〔2026〕41号", "植树。"));
	/* 110101199003070038 is nobody's number. */
	put_file(*state, names[1],
		 NOTICE("关于名单的公示", "东政发〔2026〕42号",
			"张某，身份证号110101199003070038。"));
	put_file(*state, names[2],
		 NOTICE("关于植树的通知", "东政发[2026]41号", "植树。"));
	put_file(*state, names[3],
		 NOTICE("关于灌溉的通知", "东政发〔2026〕43号", "灌溉。"));
	open_office(*state, &office);
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		read_file(&office, *state, names[i], &papers[i].paper);
		papers[i].fate = PAPER_IS_NEW;
	}
	assert_done(&office,
		    work_add_folder(&office.work, papers, ARRAY_LEN(papers),
				    &office.findings, &office.done, &office.err));
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (papers[i].fate != fates[i])
			fail_msg("%s: %d", names[i], papers[i].fate);
	assert_int_equal(office.done.ids.count, 2);
	close_office(&office);
	repo_run(*state, "test 2 = \"$(git rev-list --count HEAD)\" && "
			 "test -z \"$(git status --porcelain)\" && "
			 "grep -q 灌溉 documents/2026/00/2026-00002.yaml && "
			 "test 2 = \"$(ls attachments | wc -l)\"");
	open_office(*state, &office);
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		papers[i] = (struct folder_paper){ .fate = PAPER_IS_NEW };
		read_file(&office, *state, names[i], &papers[i].paper);
	}
	assert_done(&office,
		    work_add_folder(&office.work, papers, ARRAY_LEN(papers),
				    &office.findings, &office.done, &office.err));
	assert_int_equal(office.done.ids.count, 0);
	assert_string_equal(papers[3].paper.known, "2026-00002");
	close_office(&office);
	repo_run(*state, "test 2 = \"$(git rev-list --count HEAD)\"");
}

/* ---- documents for the golden cases ---- */

/* They are files, so that a shell can use them; this is where they come from. */
static void documents_of_fixtures_are_what_their_texts_give(void **state)
{
	static const char *const names[] = { "plan", "letter", "notice" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct made_zip zip = MADE_ZIP;
		auto_buf text = BUF_INIT;
		auto_buf docx = BUF_INIT;
		auto_buf path = BUF_INIT;
		struct error err;

		buf_addf(&path, PAPERS "/%s.txt", names[i]);
		load(path.s, &text);
		made_docx_of(&zip, text.s);
		buf_reset(&path);
		buf_addf(&path, PAPERS "/%s.docx", names[i]);
		/* NOLINTNEXTLINE(concurrency-mt-unsafe): the test has one thread */
		if (getenv("GK_BLESS") &&
		    file_write(path.s, zip.bytes.s, zip.bytes.len, FILE_FAST, &err) < 0)
			fail_msg("%s", err.text);
		load(path.s, &docx);
		assert_int_equal(docx.len, zip.bytes.len);
		assert_memory_equal(docx.s, zip.bytes.s, docx.len);
		made_zip_release(&zip);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(documents_of_fixtures_are_what_their_texts_give),
		cmocka_unit_test_setup_teardown(
			a_plan_laid_out_by_the_standard_is_read_whole, setup, teardown),
		cmocka_unit_test_setup_teardown(the_plan_of_2018_is_read_whole, setup,
						teardown),
		cmocka_unit_test_setup_teardown(
			changes_are_taken_as_accepted_and_comments_stay_outside, setup,
			teardown),
		cmocka_unit_test_setup_teardown(what_cannot_be_a_record_says_why, setup,
						teardown),
		cmocka_unit_test_setup_teardown(record_and_original_are_one_commit, setup,
						teardown),
		cmocka_unit_test_setup_teardown(
			a_folder_gives_one_commit_and_nothing_the_second_time, setup,
			teardown),
	};

	return cmocka_run_group_tests_name("papers", tests, NULL, NULL);
}
