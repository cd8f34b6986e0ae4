#include "unit/fake_site.h"

/* The stubs among the records of a fake site. */
static int each_moved(void *payload, site_moved_fn fn, void *fn_payload,
		      struct error *err)
{
	const struct fake_site *fake = payload;

	for (size_t i = 0; i < fake->count; i++) {
		const struct record *record = fake->records[i];

		if (record->common->moved_to &&
		    fn(fn_payload, record->kind, record->common->id,
		       record->common->moved_to, err) < 0)
			return -1;
	}
	return 0;
}

static void build(struct fake_site *fake)
{
	const struct site_source source = { .each = fake_each,
					    .attachment = fake_attachment,
					    .each_moved = each_moved,
					    .payload = fake };
	const struct site_options options = { .out = fake->out, .commit = "c0ffee" };
	struct site_result result;
	struct error err;

	if (site_build(&source, &options, &result, &err) < 0)
		fail_msg("%s", err.text);
}

static int setup(void **state)
{
	struct fake_site *fake = calloc(1, sizeof(*fake));

	if (!fake)
		return -1;
	fake_init(fake);
	fake_add(fake, "catalogue.yaml", "format: 1\nname: 东园镇人民政府\n");
	fake_add(fake, "items/dz/dz-0009.yaml",
		 "id: dz-0009\ntitle: <b>事项</b>\nunit: dz\n"
		 "disclosure: {attribute: proactive}\n");
	fake_add(fake, "documents/2018/00/2018-00009.yaml",
		 "id: 2018-00009\ntitle: 通知\nformed: 2018-03-05\n"
		 "disclosure: {attribute: proactive}\n");
	fake_add(fake, "documents/2018/00/2018-00010.yaml",
		 "id: 2018-00010\ntitle: 不公开的\n"
		 "disclosure: {attribute: exempt}\n");
	*state = fake;
	return 0;
}

static int teardown(void **state)
{
	fake_done(*state);
	free(*state);
	return 0;
}

static void the_old_page_leads_to_the_new_one_at_once_and_in_words(void **state)
{
	struct fake_site *fake = *state;
	const char *page;

	fake_add(fake, "items/dz/dz-0001.yaml", "id: dz-0001\nmoved-to: dz-0009\n");
	build(fake);
	page = fake_file(fake, "items/dz-0001.html");
	assert_in(page, "<meta http-equiv=\"refresh\" content=\"0; "
			"url=../items/dz-0009.html\">");
	assert_in(page, "<link rel=\"canonical\" href=\"../items/dz-0009.html\">");
	assert_in(page, "<meta name=\"robots\" content=\"noindex\">");
	assert_in(page, "lang=\"zh-CN\"");
	assert_in(page, "<h1>编号dz-0001已改为dz-0009</h1>");
	assert_in(page, "<a href=\"../items/dz-0009.html\">&lt;b&gt;事项&lt;/b&gt;</a>");
	assert_not_in(fake_file(fake, "items/dz-0009.html"), "refresh");
}

static void no_other_page_lists_the_old_number(void **state)
{
	struct fake_site *fake = *state;
	static const char *const lists[] = { "index.html", "content.html",
					     "catalogue.html", "documents.html",
					     "documents-2018.html" };

	fake_add(fake, "documents/2018/00/2018-00001.yaml",
		 "id: 2018-00001\nmoved-to: 2018-00009\n");
	build(fake);
	assert_true(fake_has(fake, "documents/2018-00001.html"));
	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		assert_not_in(fake_file(fake, lists[i]), "2018-00001");
}

static void a_way_over_several_numbers_ends_at_the_last(void **state)
{
	struct fake_site *fake = *state;

	fake_add(fake, "documents/2018/00/2018-00001.yaml",
		 "id: 2018-00001\nmoved-to: 2018-00005\n");
	fake_add(fake, "documents/2018/00/2018-00005.yaml",
		 "id: 2018-00005\nmoved-to: 2018-00009\n");
	build(fake);
	assert_in(fake_file(fake, "documents/2018-00001.html"),
		  "url=../documents/2018-00009.html");
	assert_in(fake_file(fake, "documents/2018-00005.html"),
		  "url=../documents/2018-00009.html");
}

static void what_is_not_shown_is_not_led_to(void **state)
{
	struct fake_site *fake = *state;

	fake_add(fake, "documents/2018/00/2018-00001.yaml",
		 "id: 2018-00001\nmoved-to: 2018-00010\n");
	fake_add(fake, "documents/2018/00/2018-00002.yaml",
		 "id: 2018-00002\nmoved-to: 2018-00077\n");
	fake_add(fake, "documents/2018/00/2018-00003.yaml",
		 "id: 2018-00003\nmoved-to: 2018-00004\n");
	fake_add(fake, "documents/2018/00/2018-00004.yaml",
		 "id: 2018-00004\nmoved-to: 2018-00003\n");
	build(fake);
	for (int i = 1; i <= 4; i++)
		assert_false(
			fake_has(fake, arena_printf(&fake->arena,
						    "documents/2018-0000%d.html", i)));
}

static void what_cannot_be_the_name_of_a_page_makes_none(void **state)
{
	struct fake_site *fake = *state;
	struct record *bad = fake_add(fake, "documents/2018/00/2018-00001.yaml",
				      "id: 2018-00001\nmoved-to: 2018-00009\n");

	bad->common->id = "../../evil";
	build(fake);
	assert_false(fake_has(fake, "../evil.html"));
}

#define ON_SITE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_SITE(the_old_page_leads_to_the_new_one_at_once_and_in_words),
		ON_SITE(no_other_page_lists_the_old_number),
		ON_SITE(a_way_over_several_numbers_ends_at_the_last),
		ON_SITE(what_is_not_shown_is_not_led_to),
		ON_SITE(what_cannot_be_the_name_of_a_page_makes_none),
	};

	return cmocka_run_group_tests_name("site moved", tests, NULL, NULL);
}
