#include <string.h>

#include "base/i18n.h"
#include "record/item.h"
#include "work/import_private.h"

/* What stands between names of channels, besides the signs between names in general. */
#define NAME_ENDS "/|+ "

static const char channels_kept[] = "x-公开渠道和载体";

/* 其他(会议): what stands in the brackets, which may have brackets in it, is the channel. */
static const char *inside_brackets(struct arena *arena, const char *name)
{
	const char *wide = strstr(name, "（");
	const char *open = strchr(name, '(');
	const char *end = name + strlen(name);
	auto_buf out = BUF_INIT;

	if (!open || (wide && wide < open))
		open = wide;
	if (!open)
		return "";
	open += *open == '(' ? 1 : strlen("（");
	while (end > open && (end[-1] == ')' || end[-1] == '_'))
		end--;
	if (end - open >= (ptrdiff_t)strlen("）") &&
	    memcmp(end - strlen("）"), "）", strlen("）")) == 0)
		end -= strlen("）");
	for (; open < end; open++)
		if (*open != '_')
			buf_addc(&out, *open);
	return buf_dup(&out, arena);
}

static void refer(const struct import_taking *taking, const char *name,
		  const struct import_channel *channel, enum import_channel_by by)
{
	struct importing *in = taking->in;

	if (by == CHANNEL_BY_PART)
		import_keep(in, taking->row, channels_kept, name);
	if (by == CHANNEL_BY_KIND)
		strings_add(in->arena, &taking->row->by_kind, channel->id);
	import_refer(in, taking->row, "channels", channel->id);
	if (strcmp(channel->name, name) != 0)
		import_guess(taking, arena_printf(in->arena, "%s → %s %s", name,
						  channel->id, channel->name));
}

/* The names behind 其他, with 、 between, where the catalogue knows each; else false. */
static bool add_others(const struct import_taking *taking, const char *inner)
{
	struct importing *in = taking->in;
	enum import_channel_by by;
	struct strings parts = { 0 };

	while (*inner) {
		const char *stop = strstr(inner, "、");
		size_t len = stop ? (size_t)(stop - inner) : strlen(inner);

		strings_add(in->arena, &parts, arena_strndup(in->arena, inner, len));
		inner += len + (stop ? strlen("、") : 0);
	}
	for (size_t i = 0; i < parts.count; i++)
		if (!import_channel(in, parts.items[i], &by))
			return false;
	for (size_t i = 0; i < parts.count; i++) {
		const struct import_channel *channel =
			import_channel(in, parts.items[i], &by);

		refer(taking, parts.items[i], channel, by);
	}
	return parts.count > 0;
}

static void add_channel(const struct import_taking *taking, const char *name)
{
	struct importing *in = taking->in;
	const char *inner = inside_brackets(in->arena, name);
	enum import_channel_by by;
	const struct import_channel *channel = import_channel(in, name, &by);

	if (!channel && strncmp(name, "其他", strlen("其他")) == 0 && *inner) {
		channel = import_channel(in, inner, &by);
		if (!channel && add_others(taking, inner))
			return;
	}
	if (!channel) {
		import_keep_why(
			taking, channels_kept, name,
			arena_printf(in->arena,
				     tr("no channel here is called '%s': gk add channel"),
				     name));
		return;
	}
	refer(taking, name, channel, by);
}

/* Whether a place in a text is inside brackets: 微信公众号（镇/村） is one name. */
static bool is_inside(const char *text, size_t place)
{
	static const char *const signs[] = { "(", "（", ")", "）" };
	unsigned int depth = 0;

	for (size_t at = 0; at < place; at++)
		for (size_t i = 0; i < ARRAY_LEN(signs); i++)
			if (strncmp(text + at, signs[i], strlen(signs[i])) == 0) {
				if (i < 2)
					depth++;
				else if (depth > 0)
					depth--;
			}
	return depth > 0;
}

/* How long the first of several names is: as much as the form or the catalogue calls a channel, else up to the next sign. */
static size_t first_name(struct importing *in, const char *text)
{
	enum import_channel_by by;
	size_t shortest = strlen(text);

	for (size_t end = strlen(text); end > 0; end--) {
		if ((text[end] && !strchr(NAME_ENDS, text[end])) || is_inside(text, end))
			continue;
		shortest = end;
		if (import_channel(in, arena_strndup(in->arena, text, end), &by) &&
		    by != CHANNEL_BY_PART)
			break;
	}
	return shortest;
}

/*
 * Whether 社区/村公示栏 is one channel, though there are signs inside it: nothing in it is a
 * channel by its own name, and not all of it is one by part of a name.
 */
static bool is_one(struct importing *in, const char *name, const struct strings *parts)
{
	enum import_channel_by by;
	size_t found = 0;

	for (size_t i = 0; i < parts->count; i++) {
		if (!import_channel(in, parts->items[i], &by))
			continue;
		if (by != CHANNEL_BY_PART)
			return false;
		found++;
	}
	return found < parts->count && import_channel(in, name, &by);
}

/* 政府网站/公示栏: several names, though 发布会/听证会 is one. */
static void add_channels(const struct import_taking *taking, const char *name)
{
	struct importing *in = taking->in;
	struct strings parts = { 0 };
	const char *rest = name;

	if (!strpbrk(name, NAME_ENDS) || strstr(name, "://")) {
		add_channel(taking, name);
		return;
	}
	while (*rest) {
		size_t len = first_name(in, rest);

		strings_add(in->arena, &parts, arena_strndup(in->arena, rest, len));
		rest += len;
		rest += strspn(rest, NAME_ENDS);
	}
	if (is_one(in, name, &parts)) {
		add_channel(taking, name);
		return;
	}
	for (size_t i = 0; i < parts.count; i++)
		add_channel(taking, parts.items[i]);
}

void import_take_channels(const struct import_taking *taking)
{
	struct strings names = { 0 };

	import_names_of(taking, &names);
	for (size_t i = 0; i < names.count; i++)
		add_channels(taking, names.items[i]);
	import_went(taking, names.count ? "channels" : "-");
}

void import_take_box(const struct import_taking *taking)
{
	enum import_tick tick = import_tick_of(taking);

	if (tick != TICK_NO)
		add_channel(taking, taking->column->code);
	if (tick == TICK_OTHER)
		import_keep_why(taking, channels_kept, taking->text,
				tr("it is neither ticked nor empty"));
	import_went(taking, tick == TICK_NO ? "-" : "channels");
}

bool import_names_channels(const struct import_taking *taking,
			   const struct strings *names)
{
	enum import_channel_by by;
	size_t known = 0;

	for (size_t i = 0; i < names->count; i++)
		known += import_channel(taking->in, names->items[i], &by) != NULL;
	return known > 0 && known * 2 >= names->count;
}
