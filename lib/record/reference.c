#include <string.h>

#include "record/path.h"
#include "record/schema.h"

/* A text of the reference in both languages, by enum language. */
struct pair {
	const char *text[2];
};

#define PAIR(en, zh)                                                   \
	{                                                              \
		.text = { [LANGUAGE_EN] = (en), [LANGUAGE_ZH] = (zh) } \
	}

static const struct pair type_names[FIELD_TYPE_COUNT] = {
	[FIELD_STRING] = PAIR("one line of text", "单行文本"),
	[FIELD_TEXT] = PAIR("text", "文本"),
	[FIELD_DATE] = PAIR("date", "日期"),
	[FIELD_INT] = PAIR("whole number", "整数"),
	[FIELD_DECIMAL] = PAIR("decimal, in quotes", "小数（加引号）"),
	[FIELD_CHOICE] = PAIR("one of", "选一项"),
	[FIELD_REF] = PAIR("id of", "编号，指向"),
	[FIELD_URL] = PAIR("address", "网址"),
	[FIELD_STRINGS] = PAIR("list of texts", "文本列表"),
	[FIELD_REFS] = PAIR("list of ids of", "编号列表，指向"),
	[FIELD_CHOICES] = PAIR("list out of", "可选多项"),
	[FIELD_GROUP] = PAIR("group", "分组"),
	[FIELD_LIST] = PAIR("list", "列表"),
};

static const struct pair need_names[] = {
	[NEED_OPTIONAL] = PAIR("optional", "选填"),
	[NEED_REQUIRED] = PAIR("required", "必填"),
	[NEED_CONDITIONAL] = PAIR("conditional", "视情况必填"),
	[NEED_DERIVED] = PAIR("derived", "自动"),
};

static const struct pair visibility_names[] = {
	[VIS_INTERNAL] = PAIR("internal", "内部"),
	[VIS_PUBLIC] = PAIR("public", "公开"),
	[VIS_PERSONAL] = PAIR("personal", "个人信息"),
};

static const struct pair head =
	PAIR("| key | label | type and values | need | visibility "
	     "| basis and hints |\n|---|---|---|---|---|---|\n",
	     "| 键 | 名称 | 类型和取值 | 要求 | 可见性 "
	     "| 依据和说明 |\n|---|---|---|---|---|---|\n");
static const struct pair path_label = PAIR("Stored in", "存放位置");
static const struct pair common_title = PAIR("Fields of every record", "共同字段");
static const struct pair acts_title = PAIR("Events", "办理记录");
static const struct pair in_short =
	PAIR("a text alone is read as its first field", "只写一个值时读作第一个字段");
static const struct pair one_as_list =
	PAIR("a single text is allowed", "只有一项时可直接写");

struct page {
	enum language language;
	const struct kind *kind;
	struct buf *out;
	const struct field *steps[FIELD_DEPTH_MAX];
	size_t depth;
};

static const char *say(const struct page *page, const struct pair *pair)
{
	return pair->text[page->language];
}

static const char *label(const struct page *page, const char *en, const char *zh)
{
	return page->language == LANGUAGE_ZH ? zh : en;
}

/* Text in a cell: a bar would end it. */
static void add_cell(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '|')
			buf_adds(out, "\\|");
		else if (*text == '\n')
			buf_addc(out, ' ');
		else
			buf_addc(out, *text);
	}
}

static void add_choices(const struct page *page, const struct choices *choices)
{
	for (size_t i = 0; i < choices->count; i++) {
		const struct choice *choice = &choices->items[i];

		buf_adds(page->out, i > 0 ? " · " : " ");
		buf_addf(page->out, "`%s` ", choice->code);
		add_cell(page->out, label(page, choice->en, choice->zh));
	}
}

static void add_type(const struct page *page, const struct field *field)
{
	const struct kind *target = kind_of_ref(page->kind, field->ref);

	buf_adds(page->out, say(page, &type_names[field->type]));
	if (field->choices)
		add_choices(page, field->choices);
	if (field->type == FIELD_REF || field->type == FIELD_REFS)
		buf_addf(page->out, " %s",
			 target ? label(page, target->en, target->zh) : field->ref);
	if (field->max > 0)
		buf_addf(page->out, " ≤ %u", (unsigned int)field->max);
	if (field->flags & FIELD_SHORTHAND)
		buf_addf(page->out, "; %s", say(page, &in_short));
	if (field->flags & FIELD_ONE_AS_LIST)
		buf_addf(page->out, "; %s", say(page, &one_as_list));
}

static void add_note(const struct page *page, const char *note, const char **between)
{
	if (!note)
		return;
	buf_adds(page->out, *between);
	add_cell(page->out, note);
	*between = "; ";
}

static void add_row(const struct page *page, const struct field *field)
{
	const char *between = "";

	buf_adds(page->out, "| `");
	for (size_t i = 0; i < page->depth; i++)
		buf_addf(page->out, "%s%s.", page->steps[i]->key,
			 page->steps[i]->type == FIELD_LIST ? "[]" : "");
	buf_addf(page->out, "%s` | ", field->key);
	add_cell(page->out, label(page, field->en, field->zh));
	buf_adds(page->out, " | ");
	add_type(page, field);
	buf_addf(page->out, " | %s", say(page, &need_names[field->need]));
	if (label(page, field->when_en, field->when_zh))
		buf_addf(page->out, ": %s", label(page, field->when_en, field->when_zh));
	buf_addf(page->out, " | %s | ", say(page, &visibility_names[field->vis]));
	add_note(page, field->law, &between);
	add_note(page, label(page, field->hint_en, field->hint_zh), &between);
	buf_adds(page->out, " |\n");
}

/* NOLINTNEXTLINE(misc-no-recursion): at most FIELD_DEPTH_MAX deep */
static void add_rows(struct page *page, const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];

		add_row(page, field);
		/* What differs by entry has tables of its own. */
		if (!field->sub || field->sub->variants || page->depth == FIELD_DEPTH_MAX)
			continue;
		page->steps[page->depth++] = field;
		add_rows(page, field->sub);
		page->depth--;
	}
}

static void add_acts(struct page *page)
{
	if (!page->kind->acts || page->kind->acts[0] == ACT_NONE)
		return;
	buf_addf(page->out, "\n## %s\n", say(page, &acts_title));
	for (const enum act *act = page->kind->acts; *act != ACT_NONE; act++) {
		const struct act_row *row = act_row(*act);

		buf_addf(page->out, "\n### `%s` %s\n\n%s", row->code,
			 label(page, row->en, row->zh), say(page, &head));
		add_rows(page, row->fields);
	}
}

static void add_path(const struct page *page)
{
	static const char *const forms[] = {
		[ID_SINGLE] = "",
		[ID_CODE] = "/ID.yaml",
		[ID_UNIT] = "/UNIT/UNIT-NNNN.yaml",
		[ID_YEAR] = "/YEAR.yaml",
		[ID_SERIAL] = "/YEAR/NN/",
	};
	const struct kind *kind = page->kind;

	buf_addf(page->out, "%s: `%s%s", say(page, &path_label), kind->dir,
		 forms[kind->id_form]);
	if (kind->id_form == ID_SERIAL && kind->letter)
		buf_addc(page->out, kind->letter);
	if (kind->id_form == ID_SERIAL)
		buf_adds(page->out, "YEAR-NNNNN.yaml");
	buf_adds(page->out, "`\n\n");
}

void schema_reference(const struct kind *kind, enum language language, struct buf *out)
{
	struct page page = { .language = language, .kind = kind, .out = out };

	buf_addf(out, "# %s (`%s`)\n\n", label(&page, kind->en, kind->zh), kind->name);
	add_path(&page);
	buf_adds(out, say(&page, &head));
	add_rows(&page, &kind->fields);
	buf_addf(out, "\n## %s\n\n%s", say(&page, &common_title), say(&page, &head));
	add_rows(&page, &common_fields);
	add_acts(&page);
}
