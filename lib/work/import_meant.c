#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "record/item.h"
#include "work/import_private.h"

static const char channels_kept[] = "x-公开渠道和载体";

/* ---- what they share ---- */

void import_guess(const struct import_taking *taking, const char *text)
{
	import_remark(taking->in, taking->row, IMPORT_GUESS, taking->cell,
		      taking->column->label[0] ? taking->column->label
					       : taking->column->head,
		      text);
}

/* Keep the text under the head's own name. */
void import_keep_why(const struct import_taking *taking, const char *key,
		     const char *text, const char *why)
{
	struct arena *arena = taking->in->arena;

	import_keep(taking->in, taking->row, key, text);
	import_remark(taking->in, taking->row, IMPORT_KEPT, taking->cell,
		      taking->column->head,
		      arena_printf(arena, tr("kept as %s: %s"), key, why));
}

static const char *head_key(const struct import_taking *taking)
{
	const char *slash = strrchr(taking->column->head, '/');
	auto_buf key = BUF_INIT;

	buf_adds(&key, "x-");
	import_fold(&key, slash ? slash + 1 : taking->column->head);
	return buf_dup(&key, taking->in->arena);
}

void import_refer(struct importing *in, struct import_row *row, const char *path,
		  const char *id)
{
	struct field_path way;
	char *at = (char *)(void *)row->record->common;
	struct strings *list;

	if (!field_path_find(row->record->kind, path, false, &way))
		return;
	for (size_t i = 0; i < way.count; i++)
		at += way.steps[i]->offset;
	list = (struct strings *)(void *)at;
	if (!strings_has(list, id))
		strings_add(in->arena, list, id);
	import_given(in, row, path);
}

const char *import_ticked(struct arena *arena, const char *text)
{
	struct list boxes = { 0 };
	auto_buf out = BUF_INIT;
	bool any = false;

	import_boxes(arena, text, &boxes);
	for (size_t i = 0; i < boxes.count; i++) {
		const struct import_box *box = list_at(&boxes, struct import_box, i);

		any = any || box->state != TICK_OTHER;
		if (box->state == TICK_YES)
			buf_addf(&out, "%s%s", out.len ? "、" : "", box->name);
	}
	return any ? buf_dup(&out, arena) : text;
}

/* The parts of a cell that names several: 镇人民政府、村委会. */
void import_names_of(const struct import_taking *taking, struct strings *out)
{
	struct list boxes = { 0 };

	import_boxes(taking->in->arena, taking->text, &boxes);
	for (size_t i = 0; i < boxes.count; i++) {
		const struct import_box *box = list_at(&boxes, struct import_box, i);

		if (box->state != TICK_NO)
			strings_add(taking->in->arena, out, box->name);
	}
}

/* ---- ticks ---- */

/* Of what can be one thing only the first that is ticked holds. */
static bool is_set(const struct import_taking *taking)
{
	return strings_has(&taking->row->fields, taking->column->key);
}

static void set_ticked(const struct import_taking *taking)
{
	if (!is_set(taking)) {
		(void)import_assign(taking->in, taking->row, taking->column->key,
				    taking->column->code);
		import_went(taking, taking->column->key);
		return;
	}
	import_keep_why(taking, head_key(taking), taking->text,
			tr("another box of the same question is ticked as well"));
	import_went(taking, head_key(taking));
}

/* Which group a text names: √（老年人）, 特定群体：老年人. */
static const char *which_group(struct arena *arena, const char *text)
{
	static const char group[] = "特定群体";
	static const char *const closing[] = { "）", ")" };
	size_t len;

	text += import_sign(text);
	if (strncmp(text, group, strlen(group)) == 0)
		text += strlen(group);
	for (size_t skip = 1; *text && skip;) {
		skip = strchr(" :(", *text) != NULL;
		if (strncmp(text, "：", strlen("：")) == 0 ||
		    strncmp(text, "（", strlen("（")) == 0)
			skip = strlen("：");
		text += skip;
	}
	len = strlen(text);
	for (size_t i = 0; i < ARRAY_LEN(closing); i++) {
		size_t end = strlen(closing[i]);

		/* One that no bracket of the text itself is closed by. */
		if (len > end && strcmp(text + len - end, closing[i]) == 0 &&
		    !strstr(text, "（") && !strchr(text, '('))
			len -= end;
	}
	return arena_strndup(arena, text, len);
}

/* 镇级 below 镇级, 主动公开 below 主动: the word of the head instead of a tick. */
static bool says_head(const struct import_taking *taking)
{
	const struct kind *kind = taking->in->options->kind;
	const char *slash = strrchr(taking->column->head, '/');
	struct import_meaning meaning;
	auto_buf head = BUF_INIT;
	auto_buf cell = BUF_INIT;

	import_fold(&head, slash ? slash + 1 : taking->column->head);
	import_fold(&cell, taking->text);
	return strcmp(head.s, cell.s) == 0 ||
	       (taking->column->use == USE_TICK &&
		import_meaning(taking->in->arena, kind, taking->text, &meaning) &&
		meaning.use == USE_TICK &&
		strcmp(meaning.code, taking->column->code) == 0);
}

static enum import_tick tick_of(const struct import_taking *taking)
{
	enum import_tick tick = import_tick(taking->text);

	return tick == TICK_OTHER && says_head(taking) ? TICK_YES : tick;
}

void import_take_tick(const struct import_taking *taking)
{
	enum import_tick tick = tick_of(taking);
	bool group = strcmp(taking->column->code, "group") == 0;

	if (tick == TICK_NO) {
		import_went(taking, "-");
		return;
	}
	if (tick == TICK_YES) {
		set_ticked(taking);
		return;
	}
	/* 特定群体(请写明): the cell says which. */
	if (group && !is_set(taking)) {
		set_ticked(taking);
		(void)import_assign(
			taking->in, taking->row, "audience-group",
			which_group(taking->in->arena,
				    import_one_line(taking->in->arena, taking->text)));
		return;
	}
	import_keep_why(taking, head_key(taking), taking->text,
			tr("it is neither ticked nor empty"));
	import_went(taking, head_key(taking));
}

static void add_levels(const struct import_taking *taking, const char *text)
{
	const char *codes[IMPORT_MAX_LEVELS];
	size_t count = import_levels(text, codes);

	for (size_t i = 0; i < count; i++)
		import_refer(taking->in, taking->row, "level", codes[i]);
}

void import_take_level_tick(const struct import_taking *taking)
{
	enum import_tick tick = tick_of(taking);
	const char *codes[IMPORT_MAX_LEVELS];
	bool named = tick == TICK_OTHER && import_levels(taking->text, codes) > 0;

	/* 州级 below 县级: what the cell says counts. */
	if (tick == TICK_YES || named)
		add_levels(taking, named ? taking->text : taking->column->code);
	if (named)
		tick = TICK_YES;
	if (tick == TICK_OTHER)
		import_keep_why(taking, head_key(taking), taking->text,
				tr("it is neither ticked nor empty"));
	import_went(taking, tick == TICK_NO      ? "-"
			    : tick == TICK_OTHER ? head_key(taking)
						 : "level");
}

void import_take_levels(const struct import_taking *taking)
{
	const char *text = import_ticked(taking->in->arena, taking->text);
	const char *codes[IMPORT_MAX_LEVELS];
	const char *key = "x-公开层级";

	if (import_levels(text, codes) > 0) {
		add_levels(taking, text);
		import_went(taking, "level");
		return;
	}
	import_keep_why(taking, key, taking->text, tr("it names no level"));
	import_went(taking, key);
}

/* 全社会, 社会公众, 公众: a word of the form's first column, alone or with more behind it. */
static bool says_everyone(const struct import_taking *taking, const char *word)
{
	static const char *const words[] = { "全社会",   "社会公众", "社会各界",
					     "全体公民", "面向社会", "向社会公开" };
	struct import_meaning meaning;

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strstr(word, words[i]))
			return true;
	return import_meaning(taking->in->arena, taking->in->options->kind, word,
			      &meaning) &&
	       meaning.use == USE_TICK && strcmp(meaning.code, "all") == 0;
}

void import_take_audience(const struct import_taking *taking)
{
	struct importing *in = taking->in;
	const char *text =
		import_one_line(in->arena, import_ticked(in->arena, taking->text));
	auto_buf word = BUF_INIT;
	const char *which;

	import_went(taking, "audience");
	import_fold(&word, text);
	if (says_everyone(taking, word.s)) {
		(void)import_assign(in, taking->row, "audience", "all");
		if (strlen(word.s) > strlen("向社会公开"))
			import_keep_why(taking, "x-公开对象", taking->text,
					tr("the record can say one of the two"));
		return;
	}
	(void)import_assign(in, taking->row, "audience", "group");
	which = which_group(in->arena, text);
	if (*which)
		(void)import_assign(in, taking->row, "audience-group", which);
	if (strcmp(which, text) == 0)
		import_guess(taking, tr("taken for a particular group"));
}

/* ---- channels ---- */

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

void import_take_channels(const struct import_taking *taking)
{
	struct strings names = { 0 };

	import_names_of(taking, &names);
	for (size_t i = 0; i < names.count; i++)
		add_channel(taking, names.items[i]);
	import_went(taking, names.count ? "channels" : "-");
}

void import_take_box(const struct import_taking *taking)
{
	enum import_tick tick = tick_of(taking);

	if (tick != TICK_NO)
		add_channel(taking, taking->column->code);
	if (tick == TICK_OTHER)
		import_keep_why(taking, channels_kept, taking->text,
				tr("it is neither ticked nor empty"));
	import_went(taking, tick == TICK_NO ? "-" : "channels");
}

/* ---- 公开方式 ---- */

/* Whether all names of a cell are channels of the catalogue or of the form. */
static bool names_channels(const struct import_taking *taking,
			   const struct strings *names)
{
	enum import_channel_by by;
	size_t known = 0;

	for (size_t i = 0; i < names->count; i++)
		known += import_channel(taking->in, names->items[i], &by) != NULL;
	return known > 0 && known * 2 >= names->count;
}

void import_take_way(const struct import_taking *taking)
{
	static const char kept[] =
		"x-公开属性"; /* as 公开属性 keeps what it cannot take */
	struct importing *in = taking->in;
	const char *text =
		import_one_line(in->arena, import_ticked(in->arena, taking->text));
	const char *codes[] = { "proactive", "on-request", "exempt" };
	struct import_meaning meaning = { .use = USE_EXTRA };
	struct strings names = { 0 };

	(void)import_meaning(in->arena, in->options->kind, text, &meaning);
	for (size_t i = 0; i < ARRAY_LEN(codes) && meaning.use == USE_TICK; i++)
		if (strcmp(meaning.code, codes[i]) == 0 &&
		    import_assign(in, taking->row, taking->column->key, codes[i])) {
			import_went(taking, taking->column->key);
			return;
		}
	if (import_assign(in, taking->row, taking->column->key, text)) {
		import_went(taking, taking->column->key);
		return;
	}
	import_names_of(taking, &names);
	if (!names_channels(taking, &names)) {
		import_keep_why(taking, kept, taking->text, import_why(in, taking->row));
		import_went(taking, kept);
	} else {
		import_take_channels(taking);
	}
	taking->row->record->problem_count = 0;
}
