#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#include "base/hash.h"
#include "record/document.h"
#include "unit/fake_office.h"

static const char *beside(struct fake_site *fake, const char *name)
{
	return arena_printf(&fake->arena, "%s/%s", fake->dir, name);
}

static void write_text(const char *path, const char *text)
{
	struct error err = { 0 };

	if (file_write(path, text, strlen(text), FILE_FAST, &err) < 0)
		fail_msg("%s", err.text);
}

static const char *link_of(struct fake_site *fake)
{
	char target[256];
	ssize_t len = readlink(fake->out, target, sizeof(target));

	assert_true(len > 0);
	return arena_strndup(&fake->arena, target, (size_t)len);
}

static void expect_refused(struct fake_site *fake, const char *out, enum error_code code,
			   const char *text)
{
	const struct site_options options = { .out = out };
	struct site_result result;
	struct error err = { 0 };

	assert_int_equal(fake_build_with(fake, &options, &result, &err), -1);
	assert_int_equal(err.code, code);
	assert_in(err.text, text);
}

/* ---- the bytes ---- */

static void two_builds_give_the_same_bytes(void **state)
{
	struct fake_site fake;
	struct fake_site other;
	const char *first;
	const char *second;

	(void)state;
	fake_office(&fake);
	(void)fake_build(&fake);
	first = fake_file(&fake, "manifest.json");
	(void)fake_build(&fake);
	assert_string_equal(first, fake_file(&fake, "manifest.json"));
	fake_office(&other);
	(void)fake_build(&other);
	second = fake_file(&other, "manifest.json");
	assert_string_equal(first, second);
	fake_done(&other);
	fake_done(&fake);
}

static void check_hash(struct fake_site *fake, const char *path)
{
	const char *text = fake_file(fake, path);
	const char *entry = strstr(fake_file(fake, "manifest.json"),
				   arena_printf(&fake->arena, "\"path\": \"%s\"", path));
	char hex[SHA256_HEX_SIZE];

	sha256_hex(text, strlen(text), hex);
	assert_non_null(entry);
	assert_in(arena_strndup(&fake->arena, entry, strcspn(entry, "}")), hex);
}

static void the_manifest_has_the_hash_of_every_file(void **state)
{
	struct fake_site fake;
	struct site_result result;

	(void)state;
	fake_office(&fake);
	result = fake_build(&fake);
	/* style.css, robots.txt and two attachments are no pages. */
	assert_int_equal(fake_each_file(&fake, check_hash), result.pages + 4);
	assert_true(result.bytes > 10000);
	assert_int_equal(result.removed, 0);
	fake_done(&fake);
}

static const char *unescape(struct fake_site *fake, const char *url)
{
	auto_buf out = BUF_INIT;

	for (; *url && *url != '#'; url++) {
		char hex[3] = "";

		if (*url == '%') {
			memcpy(hex, url + 1, 2);
			buf_addc(&out, (char)strtol(hex, NULL, 16));
			url += 2;
		} else {
			buf_addc(&out, *url);
		}
	}
	return buf_dup(&out, &fake->arena);
}

static void check_links(struct fake_site *fake, const char *path)
{
	static const char key[] = "href=\"";
	const char *dir = strchr(path, '/') ? path : "";
	const char *page;

	if (!strstr(path, ".html"))
		return;
	page = fake_file(fake, path);
	for (const char *p = strstr(page, key); p; p = strstr(p, key)) {
		size_t len = strcspn(p += strlen(key), "\"");
		const char *url = arena_strndup(&fake->arena, p, len);

		if (*url == '#' || strncmp(url, "http", 4) == 0)
			continue;
		assert_true(*url != '/');
		assert_int_equal(strncmp(url, "../", 3) == 0, *dir != '\0');
		url = unescape(fake, url + (*dir ? 3 : 0));
		if (!fake_has(fake, url))
			fail_msg("%s leads to %s, which is not there", path, url);
	}
}

static void every_link_leads_to_a_file_of_the_tree(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	(void)fake_build(&fake);
	assert_true(fake_each_file(&fake, check_links) > 15);
	fake_done(&fake);
}

static void an_empty_catalogue_has_a_site_too(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_init(&fake);
	(void)fake_build(&fake);
	(void)fake_each_file(&fake, check_links);
	assert_in(fake_file(&fake, "index.html"), "暂无内容");
	assert_true(fake_has(&fake, "catalogue.html"));
	fake_done(&fake);
}

static void long_lists_are_cut_into_parts(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	for (int i = 1; i <= 501; i++) {
		const char *path = arena_printf(&fake.arena, "items/ms/ms-%04d.yaml", i);
		const char *yaml = arena_printf(&fake.arena,
						"id: ms-%04d\ntitle: 事项%04d\n"
						"disclosure: {attribute: proactive}\n",
						i, i);

		(void)fake_add(&fake, path, yaml);
		path = arena_printf(&fake.arena, "documents/2020/00/2020-%05d.yaml", i);
		yaml = arena_printf(&fake.arena,
				    "id: 2020-%05d\ntitle: 信息%04d\n"
				    "disclosure: {attribute: proactive}\n"
				    "formed: 2020-01-01\n",
				    i, i);
		(void)fake_add(&fake, path, yaml);
	}
	(void)fake_build(&fake);
	assert_not_in(fake_file(&fake, "catalogue.html"), "事项0499");
	assert_in(fake_file(&fake, "catalogue.html"), "事项0498");
	assert_in(fake_file(&fake, "catalogue-2.html"), ">501</td>");
	assert_false(fake_has(&fake, "catalogue-3.html"));
	assert_in(fake_file(&fake, "documents-2020-1.html"), "信息0500");
	assert_not_in(fake_file(&fake, "documents-2020-1.html"), "信息0501");
	assert_in(fake_file(&fake, "documents-2020.html"), "信息0501");
	assert_not_in(fake_file(&fake, "documents-2020.html"), "信息0500");
	(void)fake_each_file(&fake, check_links);
	fake_done(&fake);
}

static void what_was_published_last_comes_first(void **state)
{
	struct fake_site fake;
	const char *home;

	(void)state;
	fake_office(&fake);
	(void)fake_add(&fake, "documents/2017/00/2017-00001.yaml",
		       "id: 2017-00001\n"
		       "title: 旧文补登\n"
		       "items: [dz-0001]\n"
		       "formed: 2016-02-01\n"
		       "disclosure: {attribute: proactive}\n"
		       "events:\n"
		       "- {date: 2016-02-03, act: publish, channel: website}\n");
	(void)fake_build(&fake);
	home = strstr(fake_file(&fake, "index.html"), "2018-00112");
	assert_non_null(home);
	assert_non_null(strstr(home, "2017-00001"));
	assert_in(fake_file(&fake, "documents-2016.html"), "旧文补登");
	fake_done(&fake);
}

/* ---- the switch ---- */

static void the_link_goes_from_one_tree_to_the_other(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	(void)fake_build(&fake);
	assert_string_equal(link_of(&fake), ".public-a");
	(void)fake_build(&fake);
	assert_string_equal(link_of(&fake), ".public-b");
	assert_false(file_exists(beside(&fake, ".public-a")));
	(void)fake_build(&fake);
	assert_string_equal(link_of(&fake), ".public-a");
	assert_false(file_exists(beside(&fake, ".public-b")));
	fake_done(&fake);
}

static void a_page_that_is_gone_is_removed_and_counted(void **state)
{
	struct fake_site fake;
	struct site_result result;

	(void)state;
	fake_office(&fake);
	(void)fake_build(&fake);
	assert_true(fake_has(&fake, "documents/2018-00112.html"));
	assert_true(fake_has(&fake, "attachments/2018-00112/plan.docx"));
	fake_remove(&fake, "2018-00112");
	result = fake_build(&fake);
	assert_int_equal(result.removed, 1);
	assert_false(fake_has(&fake, "documents/2018-00112.html"));
	assert_false(fake_has(&fake, "attachments/2018-00112/plan.docx"));
	assert_not_in(fake_file(&fake, "documents/2018-00113.html"), "2018-00112");
	fake_done(&fake);
}

static void a_dry_run_counts_and_writes_nothing(void **state)
{
	struct fake_site fake;
	struct site_options options;
	struct site_result dry;
	struct site_result wet;
	struct error err = { 0 };

	(void)state;
	fake_office(&fake);
	options = (struct site_options){ .out = fake.out, .dry_run = true };
	assert_int_equal(fake_build_with(&fake, &options, &dry, &err), 0);
	assert_false(file_exists(fake.out));
	assert_false(file_exists(beside(&fake, ".public-a")));
	wet = fake_build(&fake);
	assert_int_equal(dry.pages, wet.pages);
	assert_int_equal(dry.bytes, wet.bytes);
	fake_remove(&fake, "dz-0002");
	assert_int_equal(fake_build_with(&fake, &options, &dry, &err), 0);
	assert_int_equal(dry.removed, 1);
	assert_true(fake_has(&fake, "items/dz-0002.html"));
	fake_done(&fake);
}

static void a_failed_build_leaves_the_site_as_it_was(void **state)
{
	struct fake_site fake;
	const char *before;

	(void)state;
	fake_office(&fake);
	(void)fake_build(&fake);
	before = fake_file(&fake, "manifest.json");
	fake.gone = "plan.docx";
	expect_refused(&fake, fake.out, ERR_NOT_FOUND, "plan.docx");
	assert_string_equal(link_of(&fake), ".public-a");
	assert_string_equal(before, fake_file(&fake, "manifest.json"));
	fake.gone = NULL;
	(void)fake_build(&fake);
	assert_string_equal(link_of(&fake), ".public-b");
	fake_done(&fake);
}

static void what_gk_did_not_make_is_refused_and_kept(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	write_text(beside(&fake, "folder/precious.txt"), "mine");
	expect_refused(&fake, beside(&fake, "folder"), ERR_DENIED, "folder");
	write_text(beside(&fake, "file"), "mine");
	expect_refused(&fake, beside(&fake, "file"), ERR_DENIED, "file");
	assert_int_equal(symlink("folder", beside(&fake, "link")), 0);
	expect_refused(&fake, beside(&fake, "link"), ERR_DENIED, "'folder'");
	expect_refused(&fake, beside(&fake, "link/"), ERR_DENIED, "'folder'");
	expect_refused(&fake, fake.dir, ERR_DENIED, fake.dir);
	expect_refused(&fake, ".", ERR_DENIED, "'.'");
	expect_refused(&fake, "", ERR_DENIED, "''");
	assert_true(file_exists(beside(&fake, "folder/precious.txt")));
	fake_done(&fake);
}

static void a_foreign_folder_where_a_tree_goes_is_kept(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	write_text(beside(&fake, ".public-a/precious.txt"), "mine");
	expect_refused(&fake, fake.out, ERR_DENIED, ".public-a");
	write_text(beside(&fake, ".public-a/manifest.json"), "{\"files\": []}");
	expect_refused(&fake, fake.out, ERR_DENIED, ".public-a");
	write_text(beside(&fake, ".public-a/manifest.json"), "not json");
	expect_refused(&fake, fake.out, ERR_DENIED, ".public-a");
	assert_true(file_exists(beside(&fake, ".public-a/precious.txt")));
	fake_done(&fake);
}

static void a_link_to_a_foreign_tree_is_refused(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	write_text(beside(&fake, ".public-a/precious.txt"), "mine");
	assert_int_equal(symlink(".public-a", fake.out), 0);
	expect_refused(&fake, fake.out, ERR_DENIED, ".public-a");
	assert_true(file_exists(beside(&fake, ".public-a/precious.txt")));
	fake_done(&fake);
}

static void what_a_killed_build_left_is_cleared_away(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	(void)fake_build(&fake);
	write_text(beside(&fake, ".public-b/manifest.json"),
		   "{\"made-by\": \"gk\", \"complete\": false, \"files\": []}");
	write_text(beside(&fake, ".public-b/documents/stale.html"), "old");
	assert_int_equal(symlink(".public-b", beside(&fake, ".gk-tmp-public")), 0);
	(void)fake_build(&fake);
	assert_string_equal(link_of(&fake), ".public-b");
	assert_false(fake_has(&fake, "documents/stale.html"));
	assert_false(file_exists(beside(&fake, ".gk-tmp-public")));
	fake_done(&fake);
}

static void a_link_to_nothing_and_an_empty_folder_are_no_trouble(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	assert_int_equal(symlink(".public-b", fake.out), 0);
	assert_int_equal(mkdir(beside(&fake, ".public-a"), 0777), 0);
	(void)fake_build(&fake);
	assert_string_equal(link_of(&fake), ".public-a");
	fake_done(&fake);
}

/* A source that dies while it is asked for its n-th record. */
struct deadly {
	struct fake_site *fake;
	size_t left;
	site_record_fn fn;
	void *payload;
};

static int die_in_time(void *payload, const struct public_record *pub, struct error *err)
{
	struct deadly *deadly = payload;

	if (deadly->left-- == 0)
		(void)raise(SIGKILL);
	return deadly->fn(deadly->payload, pub, err);
}

static int deadly_each(void *payload, const struct kind *kind, site_record_fn fn,
		       void *fn_payload, struct error *err)
{
	struct deadly *deadly = payload;

	deadly->fn = fn;
	deadly->payload = fn_payload;
	return fake_each(deadly->fake, kind, die_in_time, deadly, err);
}

static int deadly_attachment(void *payload, const char *id, const char *file,
			     struct buf *out, struct error *err)
{
	return fake_attachment(((struct deadly *)payload)->fake, id, file, out, err);
}

/* Whether the build was killed at that point. */
static bool build_and_die(struct fake_site *fake, size_t point)
{
	struct deadly deadly = { .fake = fake, .left = point };
	const struct site_source source = { .each = deadly_each,
					    .attachment = deadly_attachment,
					    .payload = &deadly };
	const struct site_options options = { .out = fake->out };
	struct site_result result;
	struct error err;
	int status = 0;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0)
		_exit(site_build(&source, &options, &result, &err) < 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	return WIFSIGNALED(status);
}

static void a_kill_at_any_record_leaves_the_old_site(void **state)
{
	struct fake_site fake;
	const char *before;
	size_t point = 0;

	(void)state;
	fake_office(&fake);
	(void)fake_build(&fake);
	before = fake_file(&fake, "manifest.json");
	for (; build_and_die(&fake, point); point++) {
		assert_string_equal(link_of(&fake), ".public-a");
		assert_string_equal(before, fake_file(&fake, "manifest.json"));
		(void)fake_each_file(&fake, check_hash);
	}
	/* Every shown record is asked for once, and most a second time. */
	assert_true(point > 15);
	assert_string_equal(link_of(&fake), ".public-b");
	assert_false(file_exists(beside(&fake, ".public-a")));
	fake_done(&fake);
}

/* ---- names ---- */

static void an_id_that_is_no_file_name_is_refused(void **state)
{
	static const char *const ids[] = {
		"../../etc", "a/b", ".hidden", "", "A", "a b"
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
		struct fake_site fake;
		struct record *record;

		fake_office(&fake);
		record = fake_add(&fake, "categories/odd.yaml",
				  "name: x\nscheme: art20\n");
		record->common->id = ids[i];
		expect_refused(&fake, fake.out, ERR_DENIED, ids[i]);
		assert_false(file_exists(fake.out));
		fake_done(&fake);
	}
}

static void one_id_twice_is_refused(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	(void)fake_add(&fake, "categories/plans.yaml", "id: plans\nname: x\n");
	expect_refused(&fake, fake.out, ERR_CONFLICT, "plans");
	fake_done(&fake);
}

static void an_attachment_cannot_leave_its_folder(void **state)
{
	static const char *const files[] = { "../x.pdf", "a/b.pdf",   "..",         ".x",
					     "a\\b.pdf", "a\x01.pdf", "/etc/passwd" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		struct fake_site fake;
		struct record *record;

		fake_office(&fake);
		record = fake_add(&fake, "documents/2020/00/2020-00001.yaml",
				  "id: 2020-00001\n"
				  "title: x\n"
				  "disclosure: {attribute: proactive}\n"
				  "attachments:\n"
				  "- {file: x.pdf, title: x, role: annex}\n");
		list_at(&RECORD(record, struct document)->attachments, struct attachment,
			0)
			->file = files[i];
		expect_refused(&fake, fake.out, ERR_DENIED, "attachment");
		fake_done(&fake);
	}
}

static void categories_that_are_each_others_parents_end_the_way(void **state)
{
	struct fake_site fake;

	(void)state;
	fake_office(&fake);
	(void)fake_add(&fake, "categories/one.yaml",
		       "id: one\nname: 甲\nparent: two\nscheme: art20\n");
	(void)fake_add(&fake, "categories/two.yaml",
		       "id: two\nname: 乙\nparent: one\nscheme: art20\n");
	(void)fake_build(&fake);
	assert_in(fake_file(&fake, "categories/one.html"), "乙");
	fake_done(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_builds_give_the_same_bytes),
		cmocka_unit_test(the_manifest_has_the_hash_of_every_file),
		cmocka_unit_test(every_link_leads_to_a_file_of_the_tree),
		cmocka_unit_test(an_empty_catalogue_has_a_site_too),
		cmocka_unit_test(long_lists_are_cut_into_parts),
		cmocka_unit_test(what_was_published_last_comes_first),
		cmocka_unit_test(the_link_goes_from_one_tree_to_the_other),
		cmocka_unit_test(a_page_that_is_gone_is_removed_and_counted),
		cmocka_unit_test(a_dry_run_counts_and_writes_nothing),
		cmocka_unit_test(a_failed_build_leaves_the_site_as_it_was),
		cmocka_unit_test(what_gk_did_not_make_is_refused_and_kept),
		cmocka_unit_test(a_foreign_folder_where_a_tree_goes_is_kept),
		cmocka_unit_test(a_link_to_a_foreign_tree_is_refused),
		cmocka_unit_test(what_a_killed_build_left_is_cleared_away),
		cmocka_unit_test(a_link_to_nothing_and_an_empty_folder_are_no_trouble),
		cmocka_unit_test(a_kill_at_any_record_leaves_the_old_site),
		cmocka_unit_test(an_id_that_is_no_file_name_is_refused),
		cmocka_unit_test(one_id_twice_is_refused),
		cmocka_unit_test(an_attachment_cannot_leave_its_folder),
		cmocka_unit_test(categories_that_are_each_others_parents_end_the_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
