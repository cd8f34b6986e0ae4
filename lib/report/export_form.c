#include <string.h>

#include "base/utf8.h"
#include "record/channel.h"
#include "record/item.h"
#include "report/export_private.h"

#define TICK  "√"
#define FULL  "■"
#define EMPTY "□"

/* 公开事项 and the rest as 国办发〔2019〕54号 has them; widths for A4 on its side. */
const struct form_head form_heads[FORM_COLUMN_COUNT] = {
	[FORM_FIELD] = { NULL, "领域", 9, true },
	[FORM_NUMBER] = { NULL, "序号", 5, true },
	[FORM_GROUP] = { "公开事项", "一级事项", 9, true },
	[FORM_TITLE] = { "公开事项", "二级事项", 11, true },
	[FORM_SUBGROUP] = { "公开事项", "三级事项", 10, true },
	[FORM_CONTENT] = { NULL, "公开内容（要素）", 26, false },
	[FORM_BASIS] = { NULL, "公开依据", 24, false },
	[FORM_LIMIT] = { NULL, "公开时限", 13, false },
	[FORM_SUBJECT] = { NULL, "公开主体", 12, true },
	[FORM_CHANNELS] = { NULL, "公开渠道和载体", 29, false },
	[FORM_EVERYBODY] = { "公开对象", "全社会", 5, true },
	[FORM_PARTICULAR] = { "公开对象", "特定群体", 7, true },
	[FORM_PROACTIVE] = { "公开方式", "主动", 5, true },
	[FORM_REQUEST] = { "公开方式", "依申请", 5, true },
	[FORM_CITY] = { "公开层级", "市级", 5, true },
	[FORM_COUNTY] = { "公开层级", "县级", 5, true },
	[FORM_TOWNSHIP] = { "公开层级", "乡级", 5, true },
	[FORM_VILLAGE] = { "公开层级", "村级", 5, true },
};

void form_choose(struct form *form, bool with_field, unsigned int levels, bool subgroup)
{
	form->count = 0;
	for (enum form_column i = FORM_FIELD; i < FORM_COLUMN_COUNT; i++) {
		if ((i == FORM_FIELD && !with_field) ||
		    (i == FORM_SUBGROUP && !subgroup) ||
		    (i == FORM_CITY && !(levels & 1U << ITEM_LEVEL_CITY)) ||
		    (i == FORM_VILLAGE && !(levels & 1U << ITEM_LEVEL_VILLAGE)))
			continue;
		form->columns[form->count++] = i;
	}
}

/* ---- the thirteen boxes ---- */

/* As they stand in print: two on a line but for the long one. */
static const struct {
	int left;
	int right; /* 0: none */
} box_lines[] = {
	{ CHANNEL_WEBSITE, CHANNEL_GAZETTE },
	{ CHANNEL_NEW_MEDIA, CHANNEL_PRESS },
	{ CHANNEL_BROADCAST, CHANNEL_PRINT },
	{ CHANNEL_READING, CHANNEL_SERVICE_HALL },
	{ CHANNEL_SERVICE_STATION, CHANNEL_HOME },
	{ CHANNEL_BOARD, CHANNEL_UNSET },
	{ CHANNEL_PUSH, CHANNEL_UNSET },
	{ CHANNEL_OTHER, CHANNEL_UNSET },
};

enum { LEFT_COLUMNS = 12 }; /* of the name of a box that another one follows */

static void add_box(struct buf *out, int kind, unsigned int used, const char *others)
{
	const struct choice *choice = choice_of(&channel_kinds, kind);
	bool full = (used & 1U << kind) != 0;

	buf_adds(out, full ? FULL : EMPTY);
	buf_adds(out, choice->zh);
	if (kind == CHANNEL_OTHER)
		buf_addf(out, full && *others ? "（%s）" : "____", others);
}

/* Names of the channels that are none of the twelve. */
static void add_other(const struct export *run, const char *id, struct buf *others)
{
	const char *name = export_name(run->names, channel_kind.name, id);

	buf_addf(others, "%s%s", others->len > 0 ? "、" : "", name ? name : id);
}

static const char *boxes(struct arena *arena, const struct export *run,
			 const struct strings *channels)
{
	auto_buf out = BUF_INIT;
	auto_buf others = BUF_INIT;
	unsigned int used = 0;

	for (size_t i = 0; i < channels->count; i++) {
		int kind = export_channel_kind(run->names, channels->items[i]);

		/* One that is not in the catalogue is somewhere all the same. */
		if (kind == CHANNEL_UNSET || kind == CHANNEL_OTHER) {
			add_other(run, channels->items[i], &others);
			kind = CHANNEL_OTHER;
		}
		used |= 1U << kind;
	}
	for (size_t i = 0; i < ARRAY_LEN(box_lines); i++) {
		buf_adds(&out, i > 0 ? "\n" : "");
		add_box(&out, box_lines[i].left, used, others.s);
		if (box_lines[i].right == CHANNEL_UNSET)
			continue;
		for (size_t w =
			     utf8_width(choice_of(&channel_kinds, box_lines[i].left)->zh);
		     w < LEFT_COLUMNS; w += 2)
			buf_adds(&out, "　");
		add_box(&out, box_lines[i].right, used, others.s);
	}
	return buf_dup(&out, arena);
}

/* ---- the other cells ---- */

static const char *lines(struct arena *arena, const struct strings *list)
{
	auto_buf out = BUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		buf_addf(&out, "%s%s", i > 0 ? "\n" : "", list->items[i]);
	return buf_dup(&out, arena);
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static const char *tick(bool yes)
{
	return yes ? TICK : "";
}

static bool has_level(const struct item *item, int level)
{
	return strings_has(&item->level, choice_code(&item_levels, level));
}

/* 公开主体: where the item names none, the office itself. */
static const char *subject(const struct export *run, const struct item *item)
{
	const char *name;

	if (!item->subject)
		return or_empty(run->office->name);
	name = export_name(run->names, "unit", item->subject);
	return name ? name : item->subject;
}

/* A tick, and below it who they are. */
static const char *particular(struct arena *arena, const struct item *item)
{
	if (item->audience == AUDIENCE_STAFF)
		return arena_printf(arena, TICK "\n%s",
				    choice_of(&item_audiences, AUDIENCE_STAFF)->zh);
	if (item->audience != AUDIENCE_GROUP)
		return "";
	return item->audience_group
		       ? arena_printf(arena, TICK "\n%s", item->audience_group)
		       : TICK;
}

void form_cells(struct arena *arena, const struct export *run,
		const struct public_record *pub, const char *cells[FORM_COLUMN_COUNT])
{
	const struct item *item = PUBLIC(pub, struct item);
	const struct strings *channels = &item->channels;
	const struct strings *usual = export_unit_channels(run->names, item->unit);

	if (channels->count == 0 && usual)
		channels = usual;
	cells[FORM_FIELD] = "";
	cells[FORM_NUMBER] = "";
	cells[FORM_GROUP] = or_empty(item->group);
	cells[FORM_TITLE] = or_empty(item->title);
	cells[FORM_SUBGROUP] = or_empty(item->subgroup);
	cells[FORM_CONTENT] = lines(arena, &item->content);
	cells[FORM_BASIS] = lines(arena, &item->elements.basis);
	cells[FORM_LIMIT] = or_empty(item->limit);
	cells[FORM_SUBJECT] = subject(run, item);
	cells[FORM_CHANNELS] = boxes(arena, run, channels);
	cells[FORM_EVERYBODY] = tick(item->audience == AUDIENCE_ALL);
	cells[FORM_PARTICULAR] = particular(arena, item);
	cells[FORM_PROACTIVE] = tick(item->disclosure.attribute == ATTRIBUTE_PROACTIVE);
	cells[FORM_REQUEST] = tick(item->disclosure.attribute == ATTRIBUTE_ON_REQUEST);
	cells[FORM_CITY] = tick(has_level(item, ITEM_LEVEL_CITY));
	cells[FORM_COUNTY] = tick(has_level(item, ITEM_LEVEL_COUNTY));
	cells[FORM_TOWNSHIP] = tick(has_level(item, ITEM_LEVEL_TOWNSHIP));
	cells[FORM_VILLAGE] = tick(has_level(item, ITEM_LEVEL_VILLAGE));
}
