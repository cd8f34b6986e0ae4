#include <string.h>

#include "record/category.h"
#include "record/channel.h"
#include "record/item.h"
#include "record/unit.h"
#include "work/import_private.h"

/* ---- numbers by texts ---- */

size_t *import_map_at(struct import_map *map, const char *key)
{
	size_t before = map->keys.count;
	size_t i = text_set_add(&map->keys, key);

	map->values = array_grow(map->keys.arena, map->values, before, &map->room,
				 sizeof(*map->values));
	if (i == before)
		map->values[i] = 0;
	return &map->values[i];
}

const size_t *import_map_find(const struct import_map *map, const char *key)
{
	int64_t i = text_set_find(&map->keys, key);

	return i == TEXT_ABSENT ? NULL : &map->values[i];
}

/* ---- what is asked for once ---- */

static int note_office(void *payload, const struct index_row *row)
{
	struct importing *in = payload;

	in->office = arena_strdup(in->arena, row->id);
	in->office_name = arena_strdup(in->arena, row->title);
	return 1;
}

static int note_channel(void *payload, const struct index_row *row)
{
	struct importing *in = payload;
	struct import_channel *channel =
		list_add(in->arena, &in->channels, sizeof(*channel));

	channel->id = arena_strdup(in->arena, row->id);
	channel->name = arena_strdup(in->arena, row->title);
	return 0;
}

static void read_channel(struct importing *in, struct import_channel *out)
{
	struct record *record;
	const struct channel *channel;
	struct error absent;

	if (catalogue_read_id(in->work->catalogue, in->arena, &channel_kind, out->id,
			      &record, &absent) < 0)
		return;
	channel = RECORD(record, struct channel);
	out->kind = channel->kind;
	out->form = channel->form;
	out->active =
		channel->state == CHANNEL_ACTIVE || channel->state == CHANNEL_STATE_UNSET;
}

int import_names_open(struct importing *in, struct error *err)
{
	const struct index_filter filter = { .field = "kind", .value = "office" };
	const struct index_query offices = {
		.kind = unit_kind.name, .filters = &filter, .filter_count = 1, .limit = 1
	};
	const struct index_query channels = { .kind = channel_kind.name };

	in->names.keys.arena = in->arena;
	if (index_each(in->work->index, &offices, note_office, in, err) < 0 ||
	    index_each(in->work->index, &channels, note_channel, in, err) < 0)
		return -1;
	for (size_t i = 0; i < in->channels.count; i++)
		read_channel(in, list_at(&in->channels, struct import_channel, i));
	return 0;
}

/* ---- names of records ---- */

static const char *resolve(struct importing *in, const char *kind, const char *name)
{
	struct index_row *rows;
	struct error ignored;
	size_t count;

	if (index_resolve(in->work->index, in->arena, kind, name, &rows, &count,
			  &ignored) < 0 ||
	    count != 1)
		return NULL;
	return rows[0].id;
}

const char *import_name(struct importing *in, const char *kind, const char *name)
{
	auto_buf key = BUF_INIT;
	const size_t *known;

	if (strlen(name) > IMPORT_MAX_NAME)
		return NULL;
	buf_adds(&key, kind);
	buf_addc(&key, '\x1f');
	buf_adds(&key, name);
	known = import_map_find(&in->names, key.s);
	if (known)
		return in->found.items[*known - 1];
	strings_add(in->arena, &in->found, resolve(in, kind, name));
	*import_map_at(&in->names, key.s) = in->found.count;
	return in->found.items[in->found.count - 1];
}

bool import_is_office(const char *text)
{
	static const char *const words[] = {
		"镇人民政府",     "乡人民政府",   "乡镇人民政府", "镇政府",
		"乡政府",         "乡镇政府",     "街道办事处",   "本机关",
		"本级政府",       "本级人民政府", "乡镇街道",     "镇乡人民政府",
		"乡镇街道办事处", "镇街"
	};
	auto_buf word = BUF_INIT;
	auto_buf plain = BUF_INIT;

	import_fold_name(&word, text);
	for (const char *p = word.s; *p; p++)
		if (*p != '(' && *p != ')' && *p != '/')
			buf_addc(&plain, *p);
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strcmp(plain.s, words[i]) == 0)
			return true;
	return false;
}

/* ---- channels ---- */

static bool same_name(const char *a, const char *b)
{
	auto_buf left = BUF_INIT;
	auto_buf right = BUF_INIT;

	import_fold_name(&left, a);
	import_fold_name(&right, b);
	return strcmp(left.s, right.s) == 0;
}

static const struct import_channel *first_of(const struct importing *in, int kind,
					     int form)
{
	for (size_t i = 0; i < in->channels.count; i++) {
		const struct import_channel *channel =
			list_at(&in->channels, struct import_channel, i);

		if (channel->active && (!kind || channel->kind == kind) &&
		    (!form || channel->form == form))
			return channel;
	}
	return NULL;
}

/* The choice whose label or alias a name is, brackets and width aside. */
static int choice_named(const struct choices *choices, const char *name)
{
	auto_buf word = BUF_INIT;
	int found = 0;

	for (size_t i = 0; i < choices->count; i++)
		if (same_name(choices->items[i].zh, name))
			return (int)i + 1;
	import_fold_name(&word, name);
	found = choice_find(choices, word.s, /* labels */ true);
	return found;
}

/* A part of a name that says of which kind a channel is; the first that fits. */
static const struct {
	const char *sign;
	int kind;
} channel_signs[] = {
	{ "微信群", CHANNEL_PUSH },
	{ "QQ群", CHANNEL_PUSH },
	{ "公报", CHANNEL_GAZETTE },
	{ "网站", CHANNEL_WEBSITE },
	{ "门户网", CHANNEL_WEBSITE },
	{ "政务网", CHANNEL_WEBSITE },
	{ "政务服务网", CHANNEL_WEBSITE },
	{ "政府网", CHANNEL_WEBSITE },
	{ "公示栏", CHANNEL_BOARD },
	{ "公开栏", CHANNEL_BOARD },
	{ "公告栏", CHANNEL_BOARD },
	{ "宣传栏", CHANNEL_BOARD },
	{ "公示牌", CHANNEL_BOARD },
	{ "公示墙", CHANNEL_BOARD },
	{ "电子屏", CHANNEL_BOARD },
	{ "显示屏", CHANNEL_BOARD },
	{ "微信", CHANNEL_NEW_MEDIA },
	{ "微博", CHANNEL_NEW_MEDIA },
	{ "公众号", CHANNEL_NEW_MEDIA },
	{ "客户端", CHANNEL_NEW_MEDIA },
	{ "视频号", CHANNEL_NEW_MEDIA },
	{ "抖音", CHANNEL_NEW_MEDIA },
	{ "新媒体", CHANNEL_NEW_MEDIA },
	{ "微一端", CHANNEL_NEW_MEDIA },
	{ "发布会", CHANNEL_PRESS },
	{ "听证会", CHANNEL_PRESS },
	{ "电视", CHANNEL_BROADCAST },
	{ "广播", CHANNEL_BROADCAST },
	{ "电台", CHANNEL_BROADCAST },
	{ "村村响", CHANNEL_BROADCAST },
	{ "报纸", CHANNEL_PRINT },
	{ "报刊", CHANNEL_PRINT },
	{ "纸媒", CHANNEL_PRINT },
	{ "纸质", CHANNEL_PRINT },
	{ "查阅", CHANNEL_READING },
	{ "政务服务", CHANNEL_SERVICE_HALL },
	{ "行政服务", CHANNEL_SERVICE_HALL },
	{ "政务大厅", CHANNEL_SERVICE_HALL },
	{ "办事大厅", CHANNEL_SERVICE_HALL },
	{ "服务大厅", CHANNEL_SERVICE_HALL },
	{ "便民服务", CHANNEL_SERVICE_STATION },
	{ "入户", CHANNEL_HOME },
	{ "现场", CHANNEL_HOME },
	{ "推送", CHANNEL_PUSH },
	{ "短信", CHANNEL_PUSH },
};

static int kind_by_part(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(channel_signs); i++)
		if (strstr(name, channel_signs[i].sign))
			return channel_signs[i].kind;
	return CHANNEL_UNSET;
}

const struct import_channel *import_channel(const struct importing *in, const char *name,
					    enum import_channel_by *by)
{
	const struct import_channel *found;
	int kind;
	int form;

	if (strlen(name) > IMPORT_MAX_NAME)
		return NULL;
	kind = choice_named(&channel_kinds, name);
	form = kind ? 0 : choice_named(&channel_forms, name);
	*by = kind ? CHANNEL_BY_KIND : CHANNEL_BY_NAME;
	for (size_t i = 0; i < in->channels.count; i++) {
		const struct import_channel *channel =
			list_at(&in->channels, struct import_channel, i);

		if (same_name(channel->name, name) || strcmp(channel->id, name) == 0)
			return channel;
	}
	/* 其他 says nothing of what it is. */
	if (kind == CHANNEL_OTHER)
		return NULL;
	*by = CHANNEL_BY_KIND;
	found = kind || form ? first_of(in, kind, form) : NULL;
	if (!found) {
		*by = CHANNEL_BY_PART;
		kind = kind_by_part(name);
		found = kind ? first_of(in, kind, CHANNEL_FORM_UNSET) : NULL;
	}
	return found;
}

int import_kind_of_channel(const struct importing *in, const char *id)
{
	for (size_t i = 0; i < in->channels.count; i++) {
		const struct import_channel *channel =
			list_at(&in->channels, struct import_channel, i);

		if (strcmp(channel->id, id) == 0)
			return channel->kind;
	}
	return 0;
}

/* ---- categories ---- */

struct search {
	struct importing *in;
	const char *text;
	const char *id;
	size_t len; /* of the longest name found */
};

static int look_for(void *payload, const struct index_row *row)
{
	struct search *search = payload;
	size_t len = strlen(row->title);

	if (len > search->len && strstr(search->text, row->title)) {
		search->id = arena_strdup(search->in->arena, row->id);
		search->len = len;
	}
	return 0;
}

const char *import_category_in(struct importing *in, const char *text)
{
	const struct index_filter filter = { .field = "scheme", .value = "pilot" };
	const struct index_query query = { .kind = category_kind.name,
					   .filters = &filter,
					   .filter_count = 1 };
	struct search search = { .in = in, .text = text };
	struct error ignored;

	if (in->options->kind != &item_kind ||
	    index_each(in->work->index, &query, look_for, &search, &ignored) < 0)
		return NULL;
	return search.id;
}
