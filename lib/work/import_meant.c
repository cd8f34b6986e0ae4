#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "record/category.h"
#include "record/item.h"
#include "record/unit.h"
#include "work/import_private.h"

static const char channels_kept[] = "x-公开渠道和载体";

/* ---- what they share ---- */

static void guess(const struct import_taking *taking, const char *text)
{
	import_remark(taking->in, taking->row, IMPORT_GUESS, taking->cell,
		      taking->column->label[0] ? taking->column->label
					       : taking->column->head,
		      text);
}

/* Keep the text under the head's own name. */
static void keep(const struct import_taking *taking, const char *key, const char *text,
		 const char *why)
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
static void names_of(const struct import_taking *taking, struct strings *out)
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
	keep(taking, head_key(taking), taking->text,
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

void import_take_tick(const struct import_taking *taking)
{
	enum import_tick tick = import_tick(taking->text);
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
	keep(taking, head_key(taking), taking->text,
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
	enum import_tick tick = import_tick(taking->text);

	if (tick == TICK_YES)
		add_levels(taking, taking->column->code);
	if (tick == TICK_OTHER)
		keep(taking, head_key(taking), taking->text,
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
	keep(taking, key, taking->text, tr("it names no level"));
	import_went(taking, key);
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
	if (strstr(word.s, "全社会") || strstr(word.s, "社会公众")) {
		(void)import_assign(in, taking->row, "audience", "all");
		if (strlen(word.s) > strlen("社会公众"))
			keep(taking, "x-公开对象", taking->text,
			     tr("the record can say one of the two"));
		return;
	}
	(void)import_assign(in, taking->row, "audience", "group");
	which = which_group(in->arena, text);
	if (*which)
		(void)import_assign(in, taking->row, "audience-group", which);
	if (strcmp(which, text) == 0)
		guess(taking, tr("taken for a particular group"));
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
		guess(taking, arena_printf(in->arena, "%s → %s %s", name, channel->id,
					   channel->name));
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
		keep(taking, channels_kept, name,
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

	names_of(taking, &names);
	for (size_t i = 0; i < names.count; i++)
		add_channel(taking, names.items[i]);
	import_went(taking, names.count ? "channels" : "-");
}

void import_take_box(const struct import_taking *taking)
{
	enum import_tick tick = import_tick(taking->text);

	if (tick != TICK_NO)
		add_channel(taking, taking->column->code);
	if (tick == TICK_OTHER)
		keep(taking, channels_kept, taking->text,
		     tr("it is neither ticked nor empty"));
	import_went(taking, tick == TICK_NO ? "-" : "channels");
}

/* ---- units and categories ---- */

void import_take_unit(const struct import_taking *taking)
{
	struct importing *in = taking->in;
	struct strings names = { 0 };
	const char *whole = import_one_line(in->arena, taking->text);
	const char *id = import_name(in, unit_kind.name, whole);

	if (!id)
		names_of(taking, &names);
	for (size_t i = 0; i < names.count && !id; i++)
		id = import_name(in, unit_kind.name, names.items[i]);
	if (!id) {
		import_remark(in, taking->row, IMPORT_FAULT, taking->cell,
			      taking->column->head,
			      arena_printf(in->arena,
					   tr("no unit is called '%s': gk list unit "
					      "shows them; add it, or this name to the "
					      "aliases of one"),
					   whole));
		return;
	}
	(void)import_assign(in, taking->row, "unit", id);
	if (names.count > 1)
		keep(taking, "x-责任科室", whole, tr("a record has one unit"));
	import_went(taking, "unit");
}

/* Whether a unit is an office of the house, which is no disclosing body (条例 Art 10). */
static bool is_inner(struct importing *in, const char *id)
{
	const char *key = arena_printf(in->arena, "inner\x1f%s", id);
	const size_t *known = import_map_find(&in->names, key);
	struct record *record;
	struct error absent;
	bool inner;

	if (known)
		return in->found.items[*known - 1] != NULL;
	inner = catalogue_read_id(in->work->catalogue, in->arena, &unit_kind, id, &record,
				  &absent) == 0 &&
		RECORD(record, struct unit)->kind == UNIT_INNER;
	strings_add(in->arena, &in->found, inner ? id : NULL);
	*import_map_at(&in->names, key) = in->found.count;
	return inner;
}

static bool has_use(const struct import_table *table, enum import_use use)
{
	for (size_t i = 0; i < table->columns.count; i++)
		if (list_at(&table->columns, struct import_column, i)->use == (int)use)
			return true;
	return false;
}

static const char *subject_named(const struct import_taking *taking, const char *name)
{
	struct importing *in = taking->in;
	const char *id = import_is_office(name) ? in->office
						: import_name(in, unit_kind.name, name);

	if (!id || !is_inner(in, id))
		return id;
	if (has_use(taking->table, USE_UNIT))
		return NULL;
	(void)import_assign(in, taking->row, "unit", id);
	guess(taking,
	      arena_printf(
		      in->arena,
		      tr("'%s' is an office of the house: taken as responsible unit"),
		      name));
	return in->office;
}

void import_take_subject(const struct import_taking *taking)
{
	struct importing *in = taking->in;
	struct strings names = { 0 };
	const char *whole = import_one_line(in->arena, taking->text);
	const char *id = subject_named(taking, whole);

	if (!id)
		names_of(taking, &names);
	for (size_t i = 0; i < names.count && !id; i++)
		id = subject_named(taking, names.items[i]);
	if (id)
		(void)import_assign(in, taking->row, "subject", id);
	if (!id)
		keep(taking, "x-公开主体", whole,
		     arena_printf(in->arena, tr("no unit is called '%s'"), whole));
	else if (names.count > 1)
		keep(taking, "x-公开主体", whole, tr("a record has one disclosing body"));
	import_went(taking, id ? "subject" : "x-公开主体");
}

void import_take_category(const struct import_taking *taking)
{
	struct importing *in = taking->in;
	const char *name = import_one_line(in->arena, taking->text);
	const char *id = import_name(in, category_kind.name, name);

	if (!id)
		id = import_category_in(in, name);
	if (id) {
		import_refer(in, taking->row, "categories", id);
		import_went(taking, "categories");
		return;
	}
	keep(taking, "x-领域", taking->text,
	     arena_printf(in->arena, tr("no category is called '%s'"), name));
	import_went(taking, "x-领域");
}
