#include "unit/repo.h"

#include "check/steps.h"
#include "work/renumber.h"
#include "work/undo.h"

static const struct date today = { 2026, 11, 20 };

struct office {
	struct arena arena;
	struct catalogue *catalogue;
	struct index *index;
	struct work work;
	struct findings findings;
	struct work_done done;
	struct renumber_report report;
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
				      .today = today,
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

/* The small catalogue, with an item and a document more that refer to each other. */
static int setup(void **state)
{
	if (repo_setup_plain(state) < 0)
		return -1;
	repo_run(*state,
		 "git init -q && cp -R '" GK_SOURCE_DIR "/tests/fixtures/mini/.' . &&"
		 "D=documents/2018/00 && sed 's/dz-0001/dz-0002/; s/^title: .*/title: "
		 "村级事项/' items/dz/dz-0001.yaml >items/dz/dz-0002.yaml &&"
		 "sed 's/2018-00001/2018-00002/; s/dz-0001/dz-0001, dz-0002/; "
		 "s/植树/防汛/' "
		 "$D/2018-00001.yaml >$D/2018-00002.yaml &&"
		 "printf 'interpretation: {by: [2018-00001]}\\nattachments:\\n- {file: "
		 "a.txt, title: 附表, role: table}\\n' >>$D/2018-00002.yaml &&"
		 "mkdir -p attachments/2018-00002 && echo a "
		 ">attachments/2018-00002/a.txt &&"
		 "printf 'interprets: 2018-00002\\n' >>$D/2018-00001.yaml &&"
		 "git add -A && git commit -q -m base");
	return 0;
}

static void renumber(struct office *office, const struct renumbering *list, size_t count)
{
	if (work_renumber(&office->work, list, count, &office->report, &office->done,
			  &office->err) != WORK_DONE)
		fail_msg("%s", office->err.text);
}

static void renumber_once(const struct repo *repo, const char *from, const char *to)
{
	const struct renumbering one = { .from = from, .to = to };
	struct office office;

	open_office(repo, &office);
	renumber(&office, &one, 1);
	close_office(&office);
}

/* What gk validate --range says of all commits since `base`. */
static void assert_history_clean(const struct repo *repo, const char *base)
{
	const struct source_options where = { .dir = repo->dir.s, .rev = "HEAD" };
	const struct check_options options = { .today = today };
	struct arena arena = ARENA_INIT;
	struct range_options what = { .to = "HEAD" };
	struct catalogue *catalogue = NULL;
	struct check_result result = { .records = 0 };
	struct check_steps steps;
	struct range range = { .count = 0 };
	struct error err;

	strings_add(&arena, &what.hidden, base);
	if (catalogue_open(&where, &catalogue, &err) < 0 ||
	    range_read(catalogue->source, &arena, &what, &range, &err) < 0)
		fail_msg("%s", err.text);
	steps = (struct check_steps){ .commits = range.items,
				      .count = range.count,
				      .end = range.to };
	if (range_base(catalogue->source, &arena, base, range.to, &steps.base, &err) <
		    0 ||
	    check_steps(catalogue, &steps, &options, &result, &arena, &err) < 0)
		fail_msg("%s", err.text);
	for (size_t i = 0; i < result.findings.count; i++) {
		const struct finding *f = &result.findings.items[i];

		if ((rules[f->rule].flags & RULE_STEP) || f->severity == SEVERITY_ERROR)
			fail_msg("%s %s %s", f->path, rules[f->rule].slug, f->args[0]);
	}
	catalogue_free(catalogue);
	arena_clear(&arena);
}

static int count_dangling(void *payload, const struct index_row *row,
			  const struct fact *fact)
{
	(void)payload;
	fail_msg("%s: %s %s leads nowhere", row->path, fact->field, fact->value);
	return 0;
}

static int count_referrer(void *payload, const struct index_row *row,
			  const struct fact *fact)
{
	size_t *count = payload;

	(void)row;
	*count += strncmp(fact->field, "events.", 7) != 0 &&
		  strcmp(fact->field, "moved-to") != 0;
	return 0;
}

static size_t referrers(const struct repo *repo, const char *id)
{
	struct office office;
	size_t count = 0;

	open_office(repo, &office);
	assert_int_equal(index_each_referrer(office.index, id, count_referrer, &count,
					     &office.err),
			 0);
	assert_int_equal(
		index_each_dangling(office.index, count_dangling, NULL, &office.err), 0);
	close_office(&office);
	return count;
}

/* ---- what becomes of the record ---- */

static void the_record_moves_with_its_files_and_all_that_refers_to_it(void **state)
{
	struct repo *repo = *state;

	renumber_once(repo, "2018-00002", "2018-00007");
	assert_output(repo, "cat documents/2018/00/2018-00002.yaml",
		      "id: 2018-00002\nmoved-to: 2018-00007\n");
	assert_output(repo, "cat attachments/2018-00007/a.txt && ls attachments",
		      "a\n2018-00007\n");
	assert_output(repo, "grep interprets documents/2018/00/2018-00001.yaml",
		      "interprets: 2018-00007\n");
	assert_output(repo, "git status --short && git log -1 --format=%s",
		      "renumber 2018-00002 to 2018-00007\n");
	assert_int_equal(referrers(repo, "2018-00002"), 0);
	assert_int_equal(referrers(repo, "2018-00007"), 1);
	assert_history_clean(repo, "HEAD~1");
}

static void nothing_but_the_numbers_differs(void **state)
{
	struct repo *repo = *state;

	renumber_once(repo, "2018-00002", "2018-00007");
	assert_output(repo,
		      "git show HEAD~1:documents/2018/00/2018-00002.yaml | sed "
		      "s/2018-00002/2018-00007/ | "
		      "diff - documents/2018/00/2018-00007.yaml && "
		      "git diff-tree -r --name-status HEAD~1 HEAD",
		      "D\tattachments/2018-00002/a.txt\n"
		      "A\tattachments/2018-00007/a.txt\n"
		      "M\tdocuments/2018/00/2018-00001.yaml\n"
		      "M\tdocuments/2018/00/2018-00002.yaml\n"
		      "A\tdocuments/2018/00/2018-00007.yaml\n");
}

static void several_at_once_are_one_commit(void **state)
{
	struct repo *repo = *state;
	const struct renumbering list[] = { { "dz-0001", NULL },
					    { "dz-0002", "zf" },
					    { "2018-00001", "2019" } };
	struct office office;

	open_office(repo, &office);
	renumber(&office, list, ARRAY_LEN(list));
	assert_int_equal(office.done.ids.count, 3);
	assert_string_equal(office.done.ids.items[0], "dz-0003");
	assert_string_equal(office.done.ids.items[1], "zf-0001");
	assert_string_equal(office.done.ids.items[2], "2019-00001");
	assert_int_equal(office.report.numbers.count, 3);
	close_office(&office);
	assert_output(repo, "git rev-list --count HEAD", "2\n");
	assert_output(repo, "grep items: documents/2018/00/2018-00002.yaml",
		      "items: [dz-0003, zf-0001]\n");
	assert_output(repo, "grep by: documents/2018/00/2018-00002.yaml",
		      "interpretation: {by: [2019-00001]}\n");
	assert_int_equal(referrers(repo, "dz-0001"), 0);
	assert_history_clean(repo, "HEAD~1");
}

static void a_number_goes_on_where_it_was_led_before(void **state)
{
	struct repo *repo = *state;

	renumber_once(repo, "dz-0001", "dz-0005");
	renumber_once(repo, "dz-0005", "dz-0006");
	assert_output(repo, "cat items/dz/dz-0001.yaml items/dz/dz-0005.yaml",
		      "id: dz-0001\nmoved-to: dz-0005\nid: dz-0005\nmoved-to: dz-0006\n");
	assert_int_equal(referrers(repo, "dz-0006"), 2);
	assert_history_clean(repo, "HEAD~2");
}

/* ---- what others have seen, and what they have not ---- */

static void a_number_that_nobody_has_seen_leaves_nothing(void **state)
{
	struct repo *repo = *state;

	repo_run(repo, "git update-ref refs/remotes/origin/main HEAD &&"
		       "sed 's/dz-0001/dz-0003/; s/^title: .*/title: 新事项/' "
		       "items/dz/dz-0001.yaml "
		       ">items/dz/dz-0003.yaml && git add -A && git commit -qm new");
	renumber_once(repo, "dz-0003", "zf-0001");
	assert_output(repo, "ls items/dz items/zf",
		      "items/dz:\ndz-0001.yaml\ndz-0002.yaml\n\nitems/zf:\nzf-0001."
		      "yaml\n");
	assert_history_clean(repo, "refs/remotes/origin/main");
	renumber_once(repo, "dz-0002", "zf-0002");
	assert_output(repo, "cat items/dz/dz-0002.yaml",
		      "id: dz-0002\nmoved-to: zf-0002\n");
	assert_history_clean(repo, "refs/remotes/origin/main");
}

static void one_that_was_shown_stays_unless_it_is_another_records_by_now(void **state)
{
	struct repo *repo = *state;

	repo_run(
		repo,
		"git update-ref refs/remotes/origin/main HEAD &&"
		"for n in 3 4; do sed \"s/dz-0001/dz-000$n/; s/^title: .*/title: 新$n/\" "
		"items/dz/dz-0001.yaml >items/dz/dz-000$n.yaml &&"
		"printf 'events:\\n- {date: 2026-11-01, act: publish, channel: "
		"website}\\n' "
		">>items/dz/dz-000$n.yaml; done; git add -A && git commit -qm ours &&"
		"git checkout -q -b theirs origin/main &&"
		"sed 's/dz-0001/dz-0003/; s/^title: .*/title: 别人的/' "
		"items/dz/dz-0001.yaml >items/dz/dz-0003.yaml &&"
		"git add -A && git commit -qm theirs &&"
		"git update-ref refs/remotes/origin/main HEAD && git checkout -q main");
	renumber_once(repo, "dz-0003", NULL);
	renumber_once(repo, "dz-0004", NULL);
	assert_output(repo, "ls items/dz && cat items/dz/dz-0004.yaml",
		      "dz-0001.yaml\ndz-0002.yaml\ndz-0004.yaml\ndz-0005.yaml\ndz-0006."
		      "yaml\nid: dz-0004\nmoved-to: dz-0006\n");
	assert_history_clean(repo, "refs/remotes/origin/main");
	repo_run(repo, "git merge -q --no-edit theirs");
	assert_history_clean(repo, "theirs~1");
}

static void a_number_given_up_goes_to_another_at_once(void **state)
{
	struct repo *repo = *state;
	const struct renumbering list[] = { { "dz-0003", "dz-0004" },
					    { "dz-0004", "dz-0005" } };
	struct office office;

	repo_run(repo,
		 "git update-ref refs/remotes/origin/main HEAD && D=documents/2018/00 &&"
		 "for n in 3 4; do sed \"s/dz-0001/dz-000$n/; s/^title: .*/title: 新$n/; "
		 "s/^unit:/created: 2026-11-0$n\\nunit:/\" "
		 "items/dz/dz-0001.yaml >items/dz/dz-000$n.yaml; done;"
		 "sed 's/dz-0001, dz-0002/dz-0003, dz-0004/; s/2018-00002/2018-00003/; "
		 "s/防汛/防火/' "
		 "$D/2018-00002.yaml >$D/2018-00003.yaml && sed -i /a.txt/d "
		 "$D/2018-00003.yaml && sed -i /^attachments/d $D/2018-00003.yaml &&"
		 "git add -A && git commit -qm ours");
	open_office(repo, &office);
	renumber(&office, list, ARRAY_LEN(list));
	close_office(&office);
	assert_output(repo, "ls items/dz && grep -h ^title items/dz/dz-000[45].yaml",
		      "dz-0001.yaml\ndz-0002.yaml\ndz-0004.yaml\ndz-0005.yaml\n"
		      "title: 新3\ntitle: 新4\n");
	assert_output(repo, "grep items: documents/2018/00/2018-00003.yaml",
		      "items: [dz-0004, dz-0005]\n");
	assert_history_clean(repo, "refs/remotes/origin/main");
}

/* ---- refusals ---- */

struct refusal {
	const char *label;
	const char *prepare;
	struct renumbering list[2];
	enum error_code code;
	const char *part;
};

static const struct refusal refusals[] = {
	{ "an unknown record", "", { { "dz-0009", NULL } }, ERR_NOT_FOUND, "dz-0009" },
	{ "a record without a number", "", { { "dz", NULL } }, ERR_DENIED, "no number" },
	{ "a number that is given",
	  "",
	  { { "dz-0001", "dz-0002" } },
	  ERR_DENIED,
	  "given" },
	{ "its own number", "", { { "dz-0001", "dz-0001" } }, ERR_DENIED, "already" },
	{ "a number of another kind",
	  "",
	  { { "dz-0001", "2018-00009" } },
	  ERR_NOT_FOUND,
	  "2018-00009" },
	{ "digits too few", "", { { "dz-0001", "dz-9" } }, ERR_NOT_FOUND, "dz-9" },
	{ "a unit that is not there", "", { { "dz-0001", "mz" } }, ERR_NOT_FOUND, "mz" },
	{ "a number of a unit that is not there",
	  "",
	  { { "dz-0001", "mz-0001" } },
	  ERR_NOT_FOUND,
	  "mz" },
	{ "one record twice",
	  "",
	  { { "dz-0001", "dz-0005" }, { "dz-0001", "dz-0006" } },
	  ERR_DENIED,
	  "two numbers" },
	{ "one number twice",
	  "",
	  { { "dz-0001", "dz-0005" }, { "dz-0002", "dz-0005" } },
	  ERR_DENIED,
	  "given" },
	{ "a number that stays behind as a stub",
	  "",
	  { { "dz-0001", "dz-0002" }, { "dz-0002", "dz-0003" } },
	  ERR_DENIED,
	  "stays" },
	{ "a record that was renumbered",
	  "printf 'id: dz-0002\\nmoved-to: dz-0003\\n' >items/dz/dz-0002.yaml && git "
	  "commit -qam x",
	  { { "dz-0002", NULL } },
	  ERR_DENIED,
	  "became dz-0003" },
	{ "a record that is void",
	  "printf 'id: dz-0002\\nvoided: {date: 2026-11-01, by: 张某, reason: x}\\n' "
	  ">items/dz/dz-0002.yaml && git commit -qam x",
	  { { "dz-0002", NULL } },
	  ERR_DENIED,
	  "void" },
	{ "a number that lies on disk and is not committed",
	  "echo 'id: dz-0005' >items/dz/dz-0005.yaml",
	  { { "dz-0001", "dz-0005" } },
	  ERR_DENIED,
	  "given" },
	{ "a number that a remote-tracking branch has",
	  "git checkout -q -b x && echo 'id: dz-0005' >items/dz/dz-0005.yaml && git add "
	  ". "
	  "&& git commit -qm x && git update-ref refs/remotes/origin/main x && "
	  "git checkout -q main",
	  { { "dz-0001", "dz-0005" } },
	  ERR_DENIED,
	  "given" },
	{ "a record that was edited",
	  "echo '# mine' >>items/dz/dz-0001.yaml",
	  { { "dz-0001", NULL } },
	  ERR_CONFLICT,
	  "gk save" },
	{ "a referrer that was edited",
	  "echo '# mine' >>documents/2018/00/2018-00001.yaml",
	  { { "dz-0001", NULL } },
	  ERR_CONFLICT,
	  "gk save" },
	{ "a referrer from which the reference was edited away",
	  "sed -i s/dz-0001,// documents/2018/00/2018-00002.yaml",
	  { { "dz-0001", NULL } },
	  ERR_CONFLICT,
	  "gk save" },
	{ "a referrer that was never committed",
	  "sed s/2018-00001/2018-00009/ documents/2018/00/2018-00001.yaml "
	  ">documents/2018/00/2018-00009.yaml",
	  { { "dz-0001", NULL } },
	  ERR_CONFLICT,
	  "gk save" },
	{ "an attachment that was never committed",
	  "echo b >attachments/2018-00002/b.txt",
	  { { "2018-00002", NULL } },
	  ERR_CONFLICT,
	  "b.txt" },
	{ "an attachment that was edited",
	  "echo b >attachments/2018-00002/a.txt",
	  { { "2018-00002", NULL } },
	  ERR_CONFLICT,
	  "a.txt" },
	{ "a file where an attachment would go",
	  "mkdir attachments/2018-00007 && echo b >attachments/2018-00007/a.txt",
	  { { "2018-00002", "2018-00007" } },
	  ERR_CONFLICT,
	  "a.txt" },
	{ "a symbolic link among the attachments",
	  "ln -s a.txt attachments/2018-00002/b.txt && git add . && git commit -qm x",
	  { { "2018-00002", "2018-00007" } },
	  ERR_DENIED,
	  "b.txt" },
	{ "a reference that cannot be changed safely",
	  "sed -i 's/^interprets: .*/interprets: \"2018\\\\u002d00002\"/' "
	  "documents/2018/00/2018-00001.yaml && echo '# 2018-00002' "
	  ">>documents/2018/00/2018-00001.yaml && git commit -qam x",
	  { { "2018-00002", "2018-00007" } },
	  ERR_SYNTAX,
	  "2018-00001.yaml" },
};

static void refused(void **state)
{
	const struct refusal *one = *state;
	void *made = NULL;
	struct office office;
	const char *before, *after;

	assert_int_equal(setup(&made), 0);
	struct repo *repo = made;

	if (!repo)
		return;
	if (*one->prepare)
		repo_run(repo, one->prepare);
	open_office(repo, &office);
	before = repo_output(repo, &office.arena,
			     "git rev-parse HEAD && git status --short && ls -R");
	assert_int_equal(work_renumber(&office.work, one->list, one->list[1].from ? 2 : 1,
				       &office.report, &office.done, &office.err),
			 WORK_FAILED);
	if (office.err.code != one->code || !strstr(office.err.text, one->part) ||
	    strchr(office.err.text, '\n'))
		fail_msg("%d %s", office.err.code, office.err.text);
	after = repo_output(repo, &office.arena,
			    "git rev-parse HEAD && git status --short && ls -R");
	assert_string_equal(before, after);
	close_office(&office);
	assert_int_equal(repo_teardown(&made), 0);
}

/* ---- back again ---- */

static void undo_takes_it_back_while_nobody_else_has_it(void **state)
{
	struct repo *repo = *state;
	struct undone undone;
	struct office office;

	renumber_once(repo, "2018-00002", "2018-00007");
	open_office(repo, &office);
	if (work_undo(&office.work, &undone, &office.done, &office.err) != WORK_DONE)
		fail_msg("%s", office.err.text);
	close_office(&office);
	assert_output(
		repo,
		"git status --short && git rev-list --count HEAD && ls attachments "
		"documents/2018/00 && git fsck 2>&1",
		"1\nattachments:\n2018-00002\n\ndocuments/2018/00:\n2018-00001.yaml\n"
		"2018-00002.yaml\n");
}

static void undo_says_that_a_shared_number_stays(void **state)
{
	struct repo *repo = *state;
	struct undone undone;
	struct office office;

	renumber_once(repo, "dz-0002", "dz-0007");
	repo_run(repo, "git update-ref refs/remotes/origin/main HEAD");
	open_office(repo, &office);
	assert_int_equal(work_undo(&office.work, &undone, &office.done, &office.err),
			 WORK_FAILED);
	assert_int_equal(office.err.code, ERR_DENIED);
	assert_non_null(strstr(office.err.text, "dz-0007"));
	close_office(&office);
}

/* ---- random catalogues ---- */

enum { SEEDS = 6, ITEMS = 9, DOCUMENTS = 12, BATCH = 4 };

static uint32_t next(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* Documents that refer to items, to each other and in their texts. */
static void write_random(const struct repo *repo, struct arena *arena, uint32_t *seed)
{
	for (unsigned int i = 1; i <= DOCUMENTS; i++) {
		unsigned int a = next(seed) % ITEMS + 1;
		unsigned int b = next(seed) % ITEMS + 1;
		unsigned int c = next(seed) % DOCUMENTS + 1;

		repo_write(
			repo, arena_printf(arena, "documents/2020/00/2020-%05u.yaml", i),
			arena_printf(
				arena,
				"id: 2020-%05u\ntitle: 关于第%u件事的通知  # 2020-%05u\n"
				"items: [dz-%04u, 'zf-%04u']\nunit: dz\nissuer: zf\n"
				"interprets: %s2020-%05u%s\nnote: 见dz-%04u\nbody: |\n  "
				"见[甲](../items/dz-%04u.html)、[乙](2020-%05u.html)。\n",
				i, i, c, a, b,
				next(seed) % 2 ? "{id: " : "{title: x, id: ", c, "}", a,
				b, c));
	}
	for (unsigned int i = 1; i <= ITEMS; i++)
		for (int unit = 0; unit < 2; unit++) {
			const char *code = unit ? "zf" : "dz";

			repo_write(repo,
				   arena_printf(arena, "items/%s/%s-%04u.yaml", code,
						code, i),
				   arena_printf(arena,
						"id: %s-%04u\ntitle: 第%u个事项%s\n"
						"unit: dz\n",
						code, i, i, code));
		}
}

static const char *pick(struct arena *arena, uint32_t *seed)
{
	uint32_t n = next(seed);

	if (n % 2)
		return arena_printf(arena, "2020-%05u", n / 8 % DOCUMENTS + 1);
	return arena_printf(arena, "%s-%04u", n % 4 ? "dz" : "zf", n / 8 % ITEMS + 1);
}

static size_t draw(struct arena *arena, uint32_t *seed, struct renumbering *list)
{
	static const char *const places[] = { NULL, "zf", "dz" };
	size_t count = 0;

	while (count < BATCH) {
		const char *from = pick(arena, seed);
		bool twice = false;

		for (size_t i = 0; i < count && !twice; i++)
			twice = strcmp(list[i].from, from) == 0;
		if (twice)
			continue;
		list[count++] = (struct renumbering){
			.from = from,
			.to = *from == '2' ? (next(seed) % 2 ? "2021" : NULL)
					   : places[next(seed) % 3],
		};
	}
	return count;
}

static void try_random(uint32_t seed)
{
	struct renumbering list[BATCH];
	void *made = NULL;
	struct office office;
	size_t before[BATCH];

	assert_int_equal(setup(&made), 0);
	struct repo *repo = made;

	if (!repo)
		return;
	open_office(repo, &office);
	write_random(repo, &office.arena, &seed);
	close_office(&office);
	repo_run(repo, "git add -A && git "
		       "commit -qm random && git update-ref refs/tags/shared HEAD");
	open_office(repo, &office);
	size_t count = draw(&office.arena, &seed, list);

	for (size_t i = 0; i < count; i++)
		before[i] = referrers(repo, list[i].from);
	renumber(&office, list, count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(referrers(repo, list[i].from), 0);
		assert_int_equal(referrers(repo, office.done.ids.items[i]), before[i]);
	}
	assert_history_clean(repo, "refs/tags/shared");
	assert_output(repo, "git status --short && git fsck 2>&1", "");
	close_office(&office);
	assert_int_equal(repo_teardown(&made), 0);
}

static void random_catalogues_keep_every_reference(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= SEEDS; seed++)
		try_random(seed * 2654435761U);
}

#define IN_REPO(test) cmocka_unit_test_setup_teardown(test, setup, repo_teardown)

int main(void)
{
	const struct CMUnitTest fixed[] = {
		IN_REPO(the_record_moves_with_its_files_and_all_that_refers_to_it),
		IN_REPO(nothing_but_the_numbers_differs),
		IN_REPO(several_at_once_are_one_commit),
		IN_REPO(a_number_goes_on_where_it_was_led_before),
		IN_REPO(a_number_that_nobody_has_seen_leaves_nothing),
		IN_REPO(one_that_was_shown_stays_unless_it_is_another_records_by_now),
		IN_REPO(a_number_given_up_goes_to_another_at_once),
		IN_REPO(undo_takes_it_back_while_nobody_else_has_it),
		IN_REPO(undo_says_that_a_shared_number_stays),
		cmocka_unit_test(random_catalogues_keep_every_reference),
	};
	struct CMUnitTest tests[ARRAY_LEN(fixed) + ARRAY_LEN(refusals)];

	for (size_t i = 0; i < ARRAY_LEN(fixed); i++)
		tests[i] = fixed[i];
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++)
		tests[ARRAY_LEN(fixed) + i] = UNIT_ROW(refused, &refusals[i]);
	return cmocka_run_group_tests_name("renumber", tests, NULL, NULL);
}
