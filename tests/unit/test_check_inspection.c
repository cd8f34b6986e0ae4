#include "unit/scratch_catalogue.h"

/*
 * What inspectors look at, by one document published on a day and one look at the
 * catalogue on another: what is told, and above all what is not.
 */
#define DOCUMENT "documents/2018/00/2018-00002.yaml"
#define ITEM     "items/dz/dz-0002.yaml"

static const char item[] = "id: dz-0002\n"
			   "group: 机构职能\n"
			   "title: 镇政府常务会议纪要\n"
			   "categories: [notices]\n"
			   "unit: dz\n"
			   "subject: zf\n"
			   "source: local\n"
			   "nature: policy\n"
			   "content: [会议纪要]\n"
			   "elements:\n"
			   "  basis: [《中华人民共和国政府信息公开条例》第二十条第三项]\n"
			   "  duty: {default: unit}\n"
			   "  conditions: 召开常务会议后产生本信息。\n"
			   "  procedure: [拟制, 审查, 签发, 公开, 更新]\n"
			   "  discipline: {default: unit}\n"
			   "  result: 在门户网站栏目公布，可向党政办公室查询。\n"
			   "disclosure: {attribute: proactive}\n"
			   "limit: 信息形成或者变更之日起20个工作日内\n"
			   "retain: permanent\n"
			   "audience: all\n"
			   "level: [township]\n"
			   "stage: decision\n";

static const char document[] = "id: 2018-00002\n"
			       "title: 关于开展河道清理的通知\n"
			       "summary: 安排全镇河道清理的范围和时间。\n"
			       "items: [dz-0002]\n"
			       "unit: dz\n"
			       "issuer: zf\n"
			       "origin: made\n"
			       "type: news\n"
			       "form: none\n"
			       "normative: no\n"
			       "formed: 2018-03-05\n"
			       "force: none\n"
			       "disclosure: {attribute: proactive}\n"
			       "body: 河道清理自3月20日开始。\n"
			       "events:\n"
			       "- {date: 2018-03-05, act: clear, step: first, verdict: "
			       "pass, by: 李某, proof: paper}\n"
			       "- {date: 2018-03-05, act: clear, step: final, verdict: "
			       "pass, by: 张某, proof: paper}\n";

static const char wechat[] = "id: wechat\nname: 和谐东园\nkind: new-media\nform: wechat\n"
			     "account: 和谐东园\nfiled: 示例备案号\nowner: 党政办公室\n"
			     "admin: 李某\nreviewer: 张某\nmax-silence: 14\n";

struct inspection_case {
	const char *label;
	const char *column;  /* members of the category beside name, scheme and keeper */
	const char *matter;  /* members of the item: frequency, channels, more */
	const char *shown;   /* events of the document */
	const char *account; /* state of the account in new media */
	const char *config;  /* behind catalogue.yaml */
	const char *today;
	const char *rules; /* that are told, with blanks between */
};

#define NEWS               "column: {name: 要闻, type: dynamic}\nrequired: if-any\n"
#define NOTICES            "column: {name: 公告, type: notice}\nrequired: if-any\n"
#define NEEDED             "column: {name: 公告, type: notice}\nrequired: yes\n"
#define STATIC             "column: {name: 概况, type: static}\nrequired: yes\n"
#define PLAIN              "required: yes\n"
#define EVENTS             "frequency: on-event\nchannels: [website]\n"
#define MONTHS             "frequency: monthly\nchannels: [website]\n"
#define WEB(day)           "- {date: " day ", act: publish, channel: website}\n"
#define POST(day, channel) "- {date: " day ", act: post, channel: " channel "}\n"

static const struct inspection_case cases[] = {
	{ "a required column without anything is blank after its threshold", NEEDED,
	  EVENTS, "", "active", "", "2018-09-07", "column-blank" },
	{ "it is not while gk is new to the office", NEEDED, EVENTS, "", "active", "",
	  "2018-03-20", "" },
	{ "one for what there may be is never blank", NOTICES, EVENTS, "", "active", "",
	  "2018-03-20", "" },
	{ "a heading that is no column is never blank", PLAIN, EVENTS, "", "active", "",
	  "2018-03-20", "" },
	{ "a standing column shows its items", STATIC, EVENTS, WEB("2018-03-06"),
	  "active", "", "2018-12-31", "" },
	{ "news stand still after two weeks", NEWS, EVENTS, WEB("2018-03-06"), "active",
	  "", "2018-03-21", "column-stale" },
	{ "and not on the last day of them", NEWS, EVENTS, WEB("2018-03-06"), "active",
	  "", "2018-03-20", "" },
	{ "notices have six months", NOTICES, EVENTS, WEB("2018-03-06"), "active", "",
	  "2018-09-06", "" },
	{ "and no day more", NOTICES, EVENTS, WEB("2018-03-06"), "active", "",
	  "2018-09-07", "column-stale" },
	{ "the catalogue's own threshold holds", NOTICES, EVENTS, WEB("2018-03-06"),
	  "active", "thresholds: [{column: notice, count: 30, unit: days}]\n",
	  "2018-04-06", "column-stale" },
	{ "a period that had nothing keeps the column fresh", NEWS,
	  EVENTS "none-this-period:\n- {period: 2018-Q2, by: 张某, date: 2018-07-01}\n",
	  WEB("2018-03-06"), "active", "", "2018-07-14", "" },
	{ "until it is over", NEWS,
	  EVENTS "none-this-period:\n- {period: 2018-Q2, by: 张某, date: 2018-07-01}\n",
	  WEB("2018-03-06"), "active", "", "2018-07-15", "column-stale" },
	{ "what came out before gk was in use counts from that day", NEWS, EVENTS,
	  WEB("2018-03-05"), "active", "", "2018-03-20", "" },
	{ "what is due each month may come in the next", PLAIN, MONTHS, WEB("2018-03-06"),
	  "active", "", "2018-05-29", "" },
	{ "and is told when that has passed, with the days of the law", PLAIN, MONTHS,
	  WEB("2018-03-06"), "active", "", "2018-05-30", "item-stale" },
	{ "a month that had nothing is none missed", PLAIN,
	  MONTHS "none-this-period:\n- {period: 2018-04, by: 张某, date: 2018-05-02}\n",
	  WEB("2018-03-06"), "active", "", "2018-05-30", "" },
	{ "a cancelled matter promises nothing", PLAIN, MONTHS "state: cancelled\n",
	  WEB("2018-03-06"), "active", "", "2018-12-30", "" },
	{ "a matter that never appeared is not asked", PLAIN, MONTHS, "", "active", "",
	  "2018-03-30", "" },
	{ "an account is silent after its days", PLAIN, EVENTS,
	  WEB("2018-03-06") POST("2018-03-06", "wechat"), "active", "", "2018-03-21",
	  "media-silent" },
	{ "and not before", PLAIN, EVENTS, WEB("2018-03-06") POST("2018-03-06", "wechat"),
	  "active", "", "2018-03-20", "" },
	{ "a closed account is silent by right", PLAIN, EVENTS,
	  WEB("2018-03-06") POST("2018-03-06", "wechat"), "closed", "", "2018-06-20",
	  "" },
	{ "an account of which gk knows nothing is not asked", PLAIN, EVENTS,
	  WEB("2018-03-06"), "active", "", "2018-06-20", "" },
	{ "one channel of the item is enough", PLAIN,
	  "frequency: on-event\nchannels: [website, village-board]\n",
	  POST("2018-03-06", "village-board"), "active", "", "2018-06-20", "" },
	{ "none of them is too few", PLAIN,
	  "frequency: on-event\nchannels: [village-board]\n", WEB("2018-03-06"), "active",
	  "", "2018-06-20", "channel-short" },
	{ "the others may follow within a week", PLAIN,
	  "frequency: on-event\nchannels: [village-board]\n", WEB("2018-03-06"), "active",
	  "", "2018-03-12", "" },
};

static void put_all(struct scratch *s, const struct inspection_case *one)
{
	struct arena *arena = &s->arena;
	auto_buf config = BUF_INIT;

	assert_int_equal(file_read(GK_SOURCE_DIR "/tests/fixtures/mini/catalogue.yaml",
				   SOURCE_MAX_FILE, &config, &s->err),
			 0);
	buf_adds(&config, one->config);
	scratch_put(s, "catalogue.yaml", config.s, config.len);
	scratch_put_text(s, "categories/notices.yaml",
			 arena_printf(arena,
				      "id: notices\nname: 公告\nscheme: local\n"
				      "keeper: dz\n%s",
				      one->column));
	scratch_put_text(s, "channels/wechat.yaml",
			 arena_printf(arena, "%sstate: %s\n", wechat, one->account));
	scratch_put_text(s, ITEM, arena_printf(arena, "%s%s", item, one->matter));
	scratch_put_text(s, DOCUMENT, arena_printf(arena, "%s%s", document, one->shown));
}

static void the_inspection_tells(void **state)
{
	const struct inspection_case *one = *state;
	auto_buf told = BUF_INIT;
	struct scratch s;

	scratch_init(&s);
	put_all(&s, one);
	scratch_check(&s, one->today, NULL);
	for (size_t i = 0; i < s.result.findings.count; i++)
		buf_addf(&told, "%s%s", i > 0 ? " " : "",
			 rules[s.result.findings.items[i].rule].slug);
	scratch_release(&s);
	assert_string_equal(told.s, one->rules);
}

int main(void)
{
	struct CMUnitTest tests[ARRAY_LEN(cases)];

	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		tests[i] = UNIT_ROW(the_inspection_tells, &cases[i]);
	return _cmocka_run_group_tests("check_inspection", tests, ARRAY_LEN(tests), NULL,
				       NULL);
}
