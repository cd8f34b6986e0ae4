#include "format/docx_style.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_STYLES = 4000, MAX_BASES = 20, MAX_VALUE = 1000000 };

struct docx_style {
	const char *id;
	const char *name;
	const char *base; /* NULL for none */
	bool first;       /* the style of paragraphs that name none */
	struct docx_look look;
};

struct reading {
	struct docx_styles *styles;
	struct docx_look *look; /* of what is read; NULL outside */
};

static const char *value_of(const char *const *attributes, const char *name)
{
	const char *value = xml_attribute(attributes, name);

	return value ? value : "";
}

static int number_of(const char *const *attributes)
{
	long n = strtol(value_of(attributes, "val"), NULL, 10);

	return n < 0 || n > MAX_VALUE ? 0 : (int)n;
}

static int align_of(const char *word)
{
	static const struct {
		const char *word;
		enum docx_align align;
	} words[] = {
		{ "center", DOCX_ALIGN_CENTRE },   { "right", DOCX_ALIGN_RIGHT },
		{ "end", DOCX_ALIGN_RIGHT },       { "left", DOCX_ALIGN_LEFT },
		{ "start", DOCX_ALIGN_LEFT },      { "both", DOCX_ALIGN_BOTH },
		{ "distribute", DOCX_ALIGN_BOTH },
	};

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strcmp(word, words[i].word) == 0)
			return (int)words[i].align;
	return -1;
}

bool docx_look_read(struct docx_look *look, const char *name,
		    const char *const *attributes)
{
	const char *value = xml_attribute(attributes, "val");

	if (strcmp(name, "jc") == 0)
		look->align = align_of(value ? value : "");
	else if (strcmp(name, "outlineLvl") == 0)
		look->outline = number_of(attributes);
	else if (strcmp(name, "numId") == 0)
		look->numbering = number_of(attributes);
	else if (strcmp(name, "ilvl") == 0)
		look->level = number_of(attributes);
	else if (strcmp(name, "b") == 0)
		look->bold = !value || xml_is_on(value);
	else if (strcmp(name, "sz") == 0)
		look->size = number_of(attributes);
	else
		return false;
	return true;
}

/* ---- reading ---- */

static void start_style(struct reading *reading, const char *const *attributes)
{
	struct docx_styles *styles = reading->styles;
	const char *id = xml_attribute(attributes, "styleId");
	const char *first = xml_attribute(attributes, "default");
	struct docx_style *style;

	reading->look = NULL;
	if (!id || styles->list.count >= MAX_STYLES)
		return;
	style = list_add(styles->arena, &styles->list, sizeof(*style));
	style->id = arena_strdup(styles->arena, id);
	style->name = style->id;
	style->look = DOCX_NO_LOOK;
	style->first = first && xml_is_on(first) &&
		       strcmp(value_of(attributes, "type"), "paragraph") == 0;
	reading->look = &style->look;
}

static void start(void *payload, const char *name, const char *const *attributes)
{
	struct reading *reading = payload;
	struct docx_styles *styles = reading->styles;
	struct docx_style *last = styles->list.count > 0
					  ? &list_at(&styles->list, struct docx_style,
						     styles->list.count - 1)[0]
					  : NULL;

	if (strcmp(name, "docDefaults") == 0)
		reading->look = &styles->rest;
	else if (strcmp(name, "style") == 0)
		start_style(reading, attributes);
	else if (!reading->look)
		return;
	else if (strcmp(name, "name") == 0 && last && reading->look == &last->look)
		last->name = arena_strdup(styles->arena, value_of(attributes, "val"));
	else if (strcmp(name, "basedOn") == 0 && last && reading->look == &last->look)
		last->base = arena_strdup(styles->arena, value_of(attributes, "val"));
	else
		(void)docx_look_read(reading->look, name, attributes);
}

static void end(void *payload, const char *name)
{
	struct reading *reading = payload;

	if (strcmp(name, "style") == 0 || strcmp(name, "docDefaults") == 0)
		reading->look = NULL;
}

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct docx_style *)a)->id,
		      ((const struct docx_style *)b)->id);
}

int docx_styles_read(struct zip_reader *zip, const char *part, struct arena *arena,
		     struct docx_styles *out, struct error *err)
{
	struct reading reading = { .styles = out };
	const struct xml_handler handler = { .payload = &reading,
					     .start = start,
					     .end = end };

	*out = (struct docx_styles){ .arena = arena, .rest = DOCX_NO_LOOK };
	if (ooxml_read_part(zip, part, &handler, NULL, err) < 0)
		return -1;
	if (out->list.count > 0)
		qsort(out->list.items, out->list.count, sizeof(struct docx_style), by_id);
	return 0;
}

/* ---- asking ---- */

static const struct docx_style *find(const struct docx_styles *styles, const char *id)
{
	const struct docx_style key = { .id = id };

	if (styles->list.count == 0)
		return NULL;
	return bsearch(&key, styles->list.items, styles->list.count, sizeof(key), by_id);
}

static const struct docx_style *find_first(const struct docx_styles *styles)
{
	for (size_t i = 0; i < styles->list.count; i++)
		if (list_at(&styles->list, struct docx_style, i)->first)
			return list_at(&styles->list, struct docx_style, i);
	return NULL;
}

const char *docx_style_name(const struct docx_styles *styles, const char *id)
{
	const struct docx_style *found = find(styles, id);

	return found ? found->name : arena_strdup(styles->arena, id);
}

static void fill(struct docx_look *look, const struct docx_look *from)
{
	look->align = look->align < 0 ? from->align : look->align;
	look->outline = look->outline < 0 ? from->outline : look->outline;
	look->bold = look->bold < 0 ? from->bold : look->bold;
	look->size = look->size < 0 ? from->size : look->size;
	look->level = look->level < 0 ? from->level : look->level;
	look->numbering = look->numbering < 0 ? from->numbering : look->numbering;
}

void docx_style_fill(const struct docx_styles *styles, const char *id,
		     struct docx_look *look)
{
	const struct docx_style *style = *id ? find(styles, id) : find_first(styles);

	/* Styles that are based on one another in a circle end too. */
	for (size_t i = 0; style && i < MAX_BASES; i++) {
		fill(look, &style->look);
		style = style->base ? find(styles, style->base) : NULL;
	}
	fill(look, &styles->rest);
}
