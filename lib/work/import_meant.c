#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "record/item.h"
#include "work/import_private.h"

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

enum import_tick import_tick_of(const struct import_taking *taking)
{
	enum import_tick tick = import_tick(taking->text);

	return tick == TICK_OTHER && says_head(taking) ? TICK_YES : tick;
}

void import_take_tick(const struct import_taking *taking)
{
	enum import_tick tick = import_tick_of(taking);
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
	size_t count = import_bare_levels(text, codes);

	for (size_t i = 0; i < count; i++)
		import_refer(taking->in, taking->row, "level", codes[i]);
}

void import_take_level_tick(const struct import_taking *taking)
{
	enum import_tick tick = import_tick_of(taking);
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

	if (import_bare_levels(text, codes) > 0) {
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

/* ---- 公开方式 ---- */

void import_take_way(const struct import_taking *taking)
{
	static const char kept[] = "x-公开属性";
	struct importing *in = taking->in;
	const char *text =
		import_one_line(in->arena, import_ticked(in->arena, taking->text));
	const char *code = import_choice_in(taking->column->key, text);
	struct strings names = { 0 };

	if (import_assign(in, taking->row, taking->column->key, code ? code : text)) {
		import_went(taking, taking->column->key);
		return;
	}
	import_names_of(taking, &names);
	if (in->options->kind != &item_kind || !import_names_channels(taking, &names)) {
		import_keep_why(taking, kept, taking->text, import_why(in, taking->row));
		import_went(taking, kept);
	} else {
		import_take_channels(taking);
	}
	taking->row->record->problem_count = 0;
}
