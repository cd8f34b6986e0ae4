/*
 * A kind for tests of the machinery: 来访登记, with a field of every type and nothing
 * but a table.  No code of gk knows it.
 *
 * Layer: tests.
 */
#ifndef GK_TESTS_VISIT_H
#define GK_TESTS_VISIT_H

#include <string.h>

#include "record/record.h"

static const struct choice colour_rows[] = {
	{ "red", "红色（警示）", "red", "赤|朱" },
	{ "15", "十五", "fifteen", NULL },
	{ "yes", "是", "yes", NULL },
};
static const struct choices colours = CHOICES(colour_rows);

struct visit_phone {
	const char *number;
	const char *home; /* personal */
};

struct visit_place {
	const char *name;
	struct visit_phone phone;
	const char *secret; /* internal */
};

struct visit_paper {
	const char *file;
	const char *title;
	const char *remark; /* internal */
	int colour;         /* red ones stay inside */
	struct visit_phone phone;
};

struct visit_step {
	const char *text;
	struct number days;
};

struct visit {
	struct common common;
	const char *title;
	const char *body;
	const char *draft; /* internal */
	struct date day;
	struct date seen; /* internal */
	struct number count;
	struct number score; /* internal */
	const char *amount;
	int colour;
	const char *unit;
	const char *issuer;
	const char *url;
	struct strings words;
	struct strings items;
	struct strings colours;
	struct strings names; /* personal */
	struct visit_place place;
	struct visit_place hidden; /* internal, with public fields inside */
	struct visit_step duty;
	struct list steps;  /* struct visit_step */
	struct list papers; /* struct visit_paper */
	struct list drafts; /* struct visit_paper, internal */
};

static inline bool paper_is_public(const void *entry)
{
	return ((const struct visit_paper *)entry)->colour != 1;
}

static const struct field visit_phone_rows[] = {
	FIELD(struct visit_phone, number, STRING, "number", "号码", "number",
	      .vis = VIS_PUBLIC),
	FIELD(struct visit_phone, home, STRING, "home", "家庭电话", "home",
	      .vis = VIS_PERSONAL),
};
static const struct fields visit_phone_table =
	FIELDS(visit_phone_rows, struct visit_phone);

static const struct field visit_place_rows[] = {
	FIELD(struct visit_place, name, STRING, "name", "地点名称", "name",
	      .vis = VIS_PUBLIC),
	FIELD_SUB(struct visit_place, phone, &visit_phone_table, "phone", "电话", "phone",
		  .vis = VIS_PUBLIC),
	FIELD(struct visit_place, secret, TEXT, "secret", "内部说明", "secret"),
};
static const struct fields visit_place_table =
	FIELDS(visit_place_rows, struct visit_place);

static const struct field visit_paper_rows[] = {
	FIELD(struct visit_paper, file, STRING, "file", "文件", "file", .vis = VIS_PUBLIC,
	      .flags = FIELD_FILE),
	FIELD(struct visit_paper, title, STRING, "title", "附件标题", "title",
	      .vis = VIS_PUBLIC),
	FIELD(struct visit_paper, remark, TEXT, "remark", "批注", "remark"),
	FIELD(struct visit_paper, colour, CHOICE, "colour", "颜色", "colour",
	      .vis = VIS_PUBLIC, .choices = &colours),
	FIELD_SUB(struct visit_paper, phone, &visit_phone_table, "phone", "电话", "phone",
		  .vis = VIS_PUBLIC),
};
static const struct fields visit_paper_table = {
	.items = visit_paper_rows,
	.count = ARRAY_LEN(visit_paper_rows),
	.size = sizeof(struct visit_paper),
	.entry_is_public = paper_is_public,
};

static const struct field visit_step_rows[] = {
	FIELD(struct visit_step, text, TEXT, "text", "环节说明", "text",
	      .vis = VIS_PUBLIC),
	FIELD(struct visit_step, days, INT, "days", "天数", "days", .vis = VIS_PUBLIC),
};
static const struct fields visit_step_table = FIELDS(visit_step_rows, struct visit_step);

static const struct field visit_rows[] = {
	FIELD(struct visit, title, STRING, "title", "标题（来访事由）", "title",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 20,
	      .flags = FIELD_TITLE | FIELD_SEARCHED, .law = "条例12"),
	FIELD(struct visit, body, TEXT, "body", "正文", "body", .vis = VIS_PUBLIC,
	      .flags = FIELD_SEARCHED),
	FIELD(struct visit, draft, TEXT, "draft", "底稿", "draft"),
	FIELD(struct visit, day, DATE, "day", "来访日期", "day", .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED),
	FIELD(struct visit, seen, DATE, "seen", "接待日期", "seen"),
	FIELD(struct visit, count, INT, "count", "人数", "count", .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED),
	FIELD(struct visit, score, INT, "score", "评分", "score"),
	FIELD(struct visit, amount, DECIMAL, "amount", "金额", "amount",
	      .vis = VIS_PUBLIC),
	FIELD(struct visit, colour, CHOICE, "colour", "颜色", "colour", .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED, .choices = &colours),
	FIELD(struct visit, unit, REF, "unit", "责任科室", "unit", .vis = VIS_PUBLIC,
	      .ref = "unit", .flags = FIELD_ALIAS),
	FIELD(struct visit, issuer, REF, "issuer", "来访单位", "issuer",
	      .vis = VIS_PUBLIC, .ref = "unit", .flags = FIELD_OPEN_REF),
	FIELD(struct visit, url, URL, "url", "网址", "address", .vis = VIS_PUBLIC),
	FIELD(struct visit, words, STRINGS, "words", "主题词", "words", .vis = VIS_PUBLIC,
	      .flags = FIELD_ONE_AS_LIST | FIELD_SEARCHED | FIELD_ALIAS | FIELD_INDEXED),
	FIELD(struct visit, items, REFS, "items", "对应事项", "items", .vis = VIS_PUBLIC,
	      .ref = "item"),
	FIELD(struct visit, colours, CHOICES, "colours", "可选颜色", "colours",
	      .vis = VIS_PUBLIC, .choices = &colours),
	FIELD(struct visit, names, STRINGS, "names", "来访人", "names",
	      .vis = VIS_PERSONAL),
	FIELD_SUB(struct visit, place, &visit_place_table, "place", "地点", "place",
		  .vis = VIS_PUBLIC),
	FIELD_SUB(struct visit, hidden, &visit_place_table, "hidden", "内部地点",
		  "hidden"),
	FIELD_SUB(struct visit, duty, &visit_step_table, "duty", "职责", "duty",
		  .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND),
	FIELD(struct visit, steps, LIST, "steps", "程序", "steps", .vis = VIS_PUBLIC,
	      .sub = &visit_step_table, .flags = FIELD_SHORTHAND),
	FIELD(struct visit, papers, LIST, "papers", "材料", "papers", .vis = VIS_PUBLIC,
	      .sub = &visit_paper_table),
	FIELD(struct visit, drafts, LIST, "drafts", "内部材料", "drafts",
	      .sub = &visit_paper_table),
};

static const enum act visit_acts[] = { ACT_CLEAR,    ACT_PUBLISH, ACT_TAKE_DOWN,
				       ACT_WITHDRAW, ACT_ERRATUM, ACT_NONE };

static const struct kind visit_kind = {
	.name = "visit",
	.zh = "来访",
	.en = "visit",
	.dir = "visits",
	.id_form = ID_SERIAL,
	.letter = 'v',
	.fields = FIELDS(visit_rows, struct visit),
	.acts = visit_acts,
};

/* A record of the kind out of YAML text. */
static inline struct record *visit_of(struct arena *arena, const char *yaml)
{
	return record_parse(arena, &visit_kind, "visits/2024/00/v2024-00001.yaml", yaml,
			    strlen(yaml));
}

#endif
