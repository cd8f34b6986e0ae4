#include "unit/import_desk.h"

/*
 * Rows and the records that are there: which one a row is about, what it changes, what is
 * committed, and that nothing is when a row has faults.
 */
struct commit_case {
	const char *label;
	const char
		*before; /* a line of shell in the catalogue, committed; NULL: nothing */
	const char *sheet;
	const char *out; /* the rows after it, and what git says of the commit */
	const char *kind;
	bool new_only, update_only, partial;
};

static const struct commit_case cases[] = {
	{ .label = "two rows are two records of one commit",
	  .sheet = "一级事项|二级事项|公开时限\n救助|甲|及时公开\n救助|乙|每年\n",
	  .out = "head 1-1: group title limit\n"
		 "row 2 add dz-0002\n"
		 "row 3 add dz-0003\n"
		 "item: import 2 records\n"
		 "A	items/dz/dz-0002.yaml\n"
		 "A	items/dz/dz-0003.yaml\n"
		 "+id: dz-0002\n"
		 "+group: 救助\n"
		 "+title: 甲\n"
		 "+unit: dz\n"
		 "+limit: 及时公开\n"
		 "+id: dz-0003\n"
		 "+group: 救助\n"
		 "+title: 乙\n"
		 "+unit: dz\n"
		 "+limit: 每年\n" },
	{ .label = "a row that names a record changes what it says",
	  .sheet = "一级事项|二级事项|公开时限|公开内容\n规划计划|年度工作要点|每年|\n",
	  .out = "head 1-1: group title limit content\n"
		 "row 2 change dz-0001\n"
		 "  limit: 信息形成或者变更之日起20个工作日内 -> 每年\n"
		 "item: import dz-0001\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "-limit: 信息形成或者变更之日起20个工作日内\n"
		 "+limit: 每年\n" },
	{ .label = "a row that says the same changes nothing, another 序号 neither",
	  .before = "sed -i '$a x-序号: \"7\"' items/dz/dz-0001.yaml",
	  .sheet = "序号|一级事项|二级事项|公开对象\n1|规划计划|年度工作要点|全社会\n",
	  .out = "head 1-1: x-序号 group title audience\n"
		 "row 2 same dz-0001\n" },
	{ .label = "blanks, width and breaks of a name make no other record",
	  .sheet = "一级事项|二级事项|公开时限\n规划 计划|年度\v工作要点|每年\n",
	  .out = "head 1-1: group title limit\n"
		 "row 2 change dz-0001\n"
		 "  group: 规划计划 -> 规划 计划\n"
		 "  limit: 信息形成或者变更之日起20个工作日内 -> 每年\n"
		 "item: import dz-0001\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "-group: 规划计划\n"
		 "+group: 规划 计划\n"
		 "-limit: 信息形成或者变更之日起20个工作日内\n"
		 "+limit: 每年\n" },
	{ .label = "another first level is another matter",
	  .sheet = "一级事项|二级事项\n财政|年度工作要点\n",
	  .out = "head 1-1: group title\n"
		 "row 2 add dz-0002\n"
		 "item: import dz-0002\n"
		 "A	items/dz/dz-0002.yaml\n"
		 "+id: dz-0002\n"
		 "+group: 财政\n"
		 "+title: 年度工作要点\n"
		 "+unit: dz\n" },
	{ .label = "what is there and no longer in the sheet is told",
	  .before = "sed 's/dz-0001/dz-0002/; s/^group:.*/group: 财政/' "
		    "items/dz/dz-0001.yaml >items/dz/dz-0002.yaml",
	  .sheet = "一级事项|二级事项\n规划计划|专项规划\n",
	  .out = "head 1-1: group title\n"
		 "row 2 add dz-0003\n"
		 "gone dz-0001\n"
		 "item: import dz-0003\n"
		 "A	items/dz/dz-0003.yaml\n"
		 "+id: dz-0003\n"
		 "+group: 规划计划\n"
		 "+title: 专项规划\n"
		 "+unit: dz\n" },
	{ .label = "the same name in another unit is another matter",
	  .sheet = "一级事项|二级事项|责任科室\n规划计划|年度工作要点|东园镇政府\n",
	  .out = "head 1-1: group title unit\n"
		 "row 2 add zf-0001\n"
		 "item: import zf-0001\n"
		 "A	items/zf/zf-0001.yaml\n"
		 "+id: zf-0001\n"
		 "+group: 规划计划\n"
		 "+title: 年度工作要点\n"
		 "+unit: zf\n" },
	{ .label = "a third level is part of the name",
	  .before = "sed -i 's/^title:.*/&\\nsubgroup: 制定/' items/dz/dz-0001.yaml",
	  .sheet = "一级事项|二级事项|三级事项|公开时限\n规划计划|年度工作要点|公布|"
		   "每年\n规划计划|年度工作要点|制定|每年\n",
	  .out = "head 1-1: group title subgroup limit\n"
		 "row 2 add dz-0002\n"
		 "row 3 change dz-0001\n"
		 "  limit: 信息形成或者变更之日起20个工作日内 -> 每年\n"
		 "item: import 2 records\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "A	items/dz/dz-0002.yaml\n"
		 "+id: dz-0002\n"
		 "+group: 规划计划\n"
		 "+title: 年度工作要点\n"
		 "+subgroup: 公布\n"
		 "+unit: dz\n"
		 "+limit: 每年\n"
		 "-limit: 信息形成或者变更之日起20个工作日内\n"
		 "+limit: 每年\n" },
	{ .label = "an id comes before the name",
	  .sheet = "编号|一级事项|二级事项\ndz-0001|规划计划|年度计划\n",
	  .out = "head 1-1: id group title\n"
		 "row 2 change dz-0001\n"
		 "  title: 年度工作要点 -> 年度计划\n"
		 "item: import dz-0001\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "-title: 年度工作要点\n"
		 "+title: 年度计划\n" },
	{ .label = "an id that is not there, one twice, and one of another office",
	  .sheet = "编号|一级事项|二级事项\ndz-0099|甲|乙\ndz-0001|甲|丙\ndz-0001|甲|"
		   "丁\nA-17|甲|戊\n",
	  .out = "head 1-1: id group title\n"
		 "row 2 faulty dz-0099\n"
		 "  FAULT  id: there is no record 'dz-0099'\n"
		 "row 3 change dz-0001\n"
		 "  group: 规划计划 -> 甲\n"
		 "  title: 年度工作要点 -> 丙\n"
		 "row 4 faulty dz-0001\n"
		 "  FAULT  id: 'dz-0001' stands in two rows\n"
		 "row 5 add dz-0002\n"
		 "item: import 2 records\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "A	items/dz/dz-0002.yaml\n"
		 "+id: dz-0002\n"
		 "+group: 甲\n"
		 "+title: 戊\n"
		 "+unit: dz\n"
		 "+x-编号: A-17\n"
		 "-group: 规划计划\n"
		 "-title: 年度工作要点\n"
		 "+group: 甲\n"
		 "+title: 丙\n",
	  .partial = true },
	{ .label = "the same matter twice in a sheet",
	  .sheet = "一级事项|二级事项|公开时限\n救助|甲|及时公开\n救助|甲|每年\n",
	  .out = "head 1-1: group title limit\n"
		 "row 2 add dz-0002\n"
		 "row 3 add dz-0003\n"
		 "  guess  : the same matter as in row 2: it becomes one more record\n"
		 "item: import 2 records\n"
		 "A	items/dz/dz-0002.yaml\n"
		 "A	items/dz/dz-0003.yaml\n"
		 "+id: dz-0002\n"
		 "+group: 救助\n"
		 "+title: 甲\n"
		 "+unit: dz\n"
		 "+limit: 及时公开\n"
		 "+id: dz-0003\n"
		 "+group: 救助\n"
		 "+title: 甲\n"
		 "+unit: dz\n"
		 "+limit: 每年\n" },
	{ .label = "two rows about one record: the first is it",
	  .sheet = "一级事项|二级事项|公开时限\n规划计划|年度工作要点|每年\n规划计划|"
		   "年度工作要点|每季度\n",
	  .out = "head 1-1: group title limit\n"
		 "row 2 change dz-0001\n"
		 "  limit: 信息形成或者变更之日起20个工作日内 -> 每年\n"
		 "row 3 add dz-0002\n"
		 "  guess  : the same matter as in row 2: it becomes one more record\n"
		 "item: import 2 records\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "A	items/dz/dz-0002.yaml\n"
		 "+id: dz-0002\n"
		 "+group: 规划计划\n"
		 "+title: 年度工作要点\n"
		 "+unit: dz\n"
		 "+limit: 每季度\n"
		 "-limit: 信息形成或者变更之日起20个工作日内\n"
		 "+limit: 每年\n" },
	{ .label = "a record of which only the number is left is not changed",
	  .before = "printf 'id: dz-0001\\nvoided: {date: 2026-01-02, by: 张某, reason: "
		    "重复}\\n' >items/dz/dz-0001.yaml",
	  .sheet = "编号|一级事项|二级事项\ndz-0001|规划计划|年度工作要点\n",
	  .out = "head 1-1: id group title\n"
		 "row 2 faulty dz-0001\n"
		 "  FAULT  : dz-0001 is void: nothing more is recorded about it\n"
		 "refused\n" },
	{ .label = "a record that moved is not changed",
	  .before = "printf 'id: dz-0001\\nmoved-to: dz-0002\\n' >items/dz/dz-0001.yaml",
	  .sheet = "编号|一级事项|二级事项\ndz-0001|规划计划|年度工作要点\n",
	  .out = "head 1-1: id group title\n"
		 "row 2 faulty dz-0001\n"
		 "  FAULT  : dz-0001 is dz-0002 now: put that into the sheet\n"
		 "refused\n" },
	{ .label = "a fault refuses all",
	  .sheet = "一级事项|二级事项|咨询电话\n救助|甲|0955-1\n救助|乙|1.23E+17\n",
	  .out = "head 1-1: group title contact\n"
		 "row 2 add dz-0002\n"
		 "row 3 faulty\n"
		 "  FAULT C3 咨询电话: the spreadsheet has shortened this number and its "
		 "last digits are lost: make the column text and type it again\n"
		 "refused\n" },
	{ .label = "with partial the others are written, numbered without gaps",
	  .sheet = "一级事项|二级事项|咨询电话\n救助|甲|1.23E+17\n救助|乙|0955-1\n",
	  .out = "head 1-1: group title contact\n"
		 "row 2 faulty\n"
		 "  FAULT C2 咨询电话: the spreadsheet has shortened this number and its "
		 "last digits are lost: make the column text and type it again\n"
		 "row 3 add dz-0002\n"
		 "item: import dz-0002\n"
		 "A	items/dz/dz-0002.yaml\n"
		 "+id: dz-0002\n"
		 "+group: 救助\n"
		 "+title: 乙\n"
		 "+unit: dz\n"
		 "+contact: 0955-1\n",
	  .partial = true },
	{ .label = "new-only leaves what is there",
	  .sheet = "一级事项|二级事项|公开时限\n规划计划|年度工作要点|每年\n救助|甲|"
		   "每年\n",
	  .out = "head 1-1: group title limit\n"
		 "row 2 leave dz-0001\n"
		 "row 3 add dz-0002\n"
		 "item: import dz-0002\n"
		 "A	items/dz/dz-0002.yaml\n"
		 "+id: dz-0002\n"
		 "+group: 救助\n"
		 "+title: 甲\n"
		 "+unit: dz\n"
		 "+limit: 每年\n",
	  .new_only = true },
	{ .label = "update-only adds nothing",
	  .sheet = "一级事项|二级事项|公开时限\n规划计划|年度工作要点|每年\n救助|甲|"
		   "每年\n",
	  .out = "head 1-1: group title limit\n"
		 "row 2 change dz-0001\n"
		 "  limit: 信息形成或者变更之日起20个工作日内 -> 每年\n"
		 "row 3 leave\n"
		 "item: import dz-0001\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "-limit: 信息形成或者变更之日起20个工作日内\n"
		 "+limit: 每年\n",
	  .update_only = true },
	{ .label = "what no field takes is kept, and changed by a newer sheet",
	  .before = "printf 'x-经办人: 李某\\n' >>items/dz/dz-0001.yaml",
	  .sheet = "一级事项|二级事项|经办人|窗 口\n规划计划|年度工作要点|张某|三号\n",
	  .out = "head 1-1: group title x-经办人? x-窗口?\n"
		 "row 2 change dz-0001\n"
		 "  x-经办人: 李某 -> 张某\n"
		 "  x-窗口:  -> 三号\n"
		 "item: import dz-0001\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "-x-经办人: 李某\n"
		 "+x-经办人: 张某\n"
		 "+x-窗口: 三号\n" },
	{ .label = "a ticked box keeps boards that the record names",
	  .sheet =
		  "一级事项|二级事项|公开渠道\n规划计划|年度工作要点|■政府网站 □公示栏\n",
	  .out = "head 1-1: group title channels\n"
		 "row 2 change dz-0001\n"
		 "  channels: village-board -> \n"
		 "  guess C2 channels: 政府网站 → website "
		 "沙坡头区人民政府网站东园镇栏目\n"
		 "item: import dz-0001\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "-channels: [website, village-board]\n"
		 "+channels: [website]\n" },
	{ .label = "a document is known by its number, however its brackets are",
	  .sheet = "标题|文号|成文日期\n关于印发甲的通知|东政发[2018]1号|#"
		   "43285\n关于印发乙的通知|东政发〔2026〕9号|@46000\n",
	  .out = "head 1-1: title number formed\n"
		 "row 2 change 2018-00001\n"
		 "  title: 关于做好2018年春季植树工作的通知 -> 关于印发甲的通知\n"
		 "  formed: 2018-03-05 -> 2018-07-04\n"
		 "row 3 add 2026-00001\n"
		 "document: import 2 records\n"
		 "M	documents/2018/00/2018-00001.yaml\n"
		 "A	documents/2026/00/2026-00001.yaml\n"
		 "+id: 2026-00001\n"
		 "+title: 关于印发乙的通知\n"
		 "+number: 东政发〔2026〕9号\n"
		 "+formed: 2025-12-09\n"
		 "-title: 关于做好2018年春季植树工作的通知\n"
		 "+title: 关于印发甲的通知\n"
		 "-formed: 2018-03-05\n"
		 "+formed: 2018-07-04\n",
	  .kind = "document" },
	{ .label = "an edited sheet empties what is emptied",
	  .sheet = "编号|公开时限|公开频次\ndz-0001||每月\n",
	  .out = "edited head 1-1: id limit frequency\n"
		 "row 2 change dz-0001\n"
		 "  limit: 信息形成或者变更之日起20个工作日内 -> \n"
		 "  frequency: yearly -> monthly\n"
		 "item: import dz-0001\n"
		 "M	items/dz/dz-0001.yaml\n"
		 "-limit: 信息形成或者变更之日起20个工作日内\n"
		 "-frequency: yearly\n"
		 "+frequency: monthly\n" },
};

/* The commit, its files, of new ones what their rows said, of others what changed, and what is left over. */
static const char told[] =
	"git log --format=%s before.. && git diff --name-status before && "
	"git diff --diff-filter=A before | "
	"sed -n -E "
	"'/^\\+(id|group|title|subgroup|unit|limit|number|formed|contact|x-[^:]*):/p' && "
	"git diff --diff-filter=M before | sed -n '/^[-+][a-zA-Z]/p' && git status "
	"--short";

static void commit(const struct commit_case *one, const struct repo *repo)
{
	struct arena arena = ARENA_INIT;
	struct desk desk;
	auto_buf out = BUF_INIT;
	int outcome;

	repo_run(repo, "git clean -qfdx && git reset -q --hard start && rm -rf .git/gk");
	if (one->before) {
		repo_run(repo, one->before);
		repo_run(repo, "git add -A && git commit -qm before");
	}
	repo_run(repo, "git tag -f before");
	desk_open(repo, &desk);
	if (one->kind)
		desk.options.kind = kind_set_find(&desk.catalogue->kinds, one->kind);
	desk.options.new_only = one->new_only;
	desk.options.update_only = one->update_only;
	desk.options.partial = one->partial;
	(void)desk_sheet(&desk, strstr(one->label, "edited") ? "公开事项" : "目录",
			 one->sheet);
	outcome = desk_commit(&desk);
	desk_tell(&desk, false, &out);
	if (outcome == WORK_REFUSED)
		buf_adds(&out, "refused\n");
	for (size_t i = 0; i < desk.import.gone.count; i++)
		buf_addf(&out, "gone %s\n",
			 list_at(&desk.import.gone, struct import_gone, i)->id);
	buf_adds(&out, repo_output(repo, &arena, told));
	assert_string_equal(out.s, one->out);
	arena_clear(&arena);
	desk_close(&desk);
}

static void each_sheet_becomes_what_it_should(void **state)
{
	repo_run(*state, "git tag start");
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		commit(&cases[i], *state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_sheet_becomes_what_it_should,
						desk_setup, repo_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
