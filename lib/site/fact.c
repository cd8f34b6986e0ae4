#include "site/fact.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "format/markdown.h"
#include "record/id.h"

void facts_open(struct page *page, const char *css)
{
	html_open(&page->h, EL_DL);
	html_attr(&page->h, "class", css);
}

void facts_close(struct page *page)
{
	html_close(&page->h, EL_DL);
}

void fact_open(struct page *page, const char *label)
{
	html_open(&page->h, EL_DIV);
	html_element(&page->h, EL_DT, label);
	html_open(&page->h, EL_DD);
}

void fact_close(struct page *page)
{
	html_close(&page->h, EL_DD);
	html_close(&page->h, EL_DIV);
}

void fact_text(struct page *page, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	fact_open(page, label);
	html_text(&page->h, text);
	fact_close(page);
}

/* The highest heading becomes the one wanted, whatever the text begins with. */
static unsigned int top_for(const struct blocks *doc, unsigned int first)
{
	unsigned int least = BLOCKS_MAX_LEVEL + 1;

	for (const struct block *block = doc->first; block; block = block->next) {
		if (block->type == BLOCK_HEADING && block->level < least)
			least = block->level;
	}
	return first > least ? first - least : 0;
}

void page_markdown(struct page *page, const char *text, unsigned int first)
{
	struct arena arena = ARENA_INIT;
	struct blocks doc;

	if (!text || page->failed)
		return;
	blocks_init(&doc, &arena);
	if (markdown_parse(text, strlen(text), 0, &doc, page->err) < 0) {
		(void)error_wrap(page->err, "%s", page->path);
		page->failed = true;
	} else {
		blocks_to_html(&doc, &page->h, top_for(&doc, first));
	}
	arena_clear(&arena);
}

/* ---- references ---- */

/* What a reference leads to. */
struct target {
	const char *text;
	const char *dir; /* of the page, or NULL */
	const char *url; /* elsewhere, or NULL */
};

static bool to_unit(const struct book *book, const char *id, struct target *out)
{
	const struct book_unit *row = book_unit(book, id);

	if (row)
		*out = (struct target){ .text = row->name, .dir = "units" };
	return row != NULL;
}

static bool to_category(const struct book *book, const char *id, struct target *out)
{
	const struct book_category *row = book_category(book, id);

	if (row)
		*out = (struct target){ .text = row->name, .dir = "categories" };
	return row != NULL;
}

static bool to_channel(const struct book *book, const char *id, struct target *out)
{
	const struct book_channel *row = book_channel(book, id);

	if (row)
		*out = (struct target){ .text = row->name, .url = row->channel->url };
	return row != NULL;
}

static bool to_item(const struct book *book, const char *id, struct target *out)
{
	const struct book_item *row = book_item(book, id);

	if (row)
		*out = (struct target){ .text = row->title, .dir = "items" };
	return row != NULL;
}

static bool to_document(const struct book *book, const char *id, struct target *out)
{
	const struct book_document *row = book_document(book, id);

	if (row)
		*out = (struct target){ .text = row->title, .dir = "documents" };
	return row != NULL;
}

static const struct {
	const struct kind *kind;
	bool (*find)(const struct book *book, const char *id, struct target *out);
} references[] = {
	{ &unit_kind, to_unit },         { &category_kind, to_category },
	{ &channel_kind, to_channel },   { &item_kind, to_item },
	{ &document_kind, to_document },
};

/*
 * What a reference says to the public; false when it says nothing: the id of a record
 * that the site does not show is not told either.
 */
static bool find_target(const struct page *page, const struct field *field,
			const char *id, struct target *out)
{
	const struct kind *kind = NULL;

	for (size_t i = 0; field->ref && i < ARRAY_LEN(references); i++) {
		if (strcmp(references[i].kind->name, field->ref) != 0)
			continue;
		kind = references[i].kind;
		if (references[i].find(&page->site->book, id, out))
			return true;
	}
	*out = (struct target){ .text = id };
	return (field->flags & FIELD_OPEN_REF) && kind && !id_fits(kind, id);
}

static void put_target(struct page *page, const char *id, const struct target *target)
{
	if (target->dir)
		page_link_record(page, target->dir, id, target->text);
	else
		page_link_out(page, target->url, target->text);
}

static void put_ref(struct page *page, const struct field *field, const char *id)
{
	struct target target;

	if (!find_target(page, field, id, &target))
		return;
	fact_open(page, field->zh);
	put_target(page, id, &target);
	fact_close(page);
}

static void put_refs(struct page *page, const struct field *field,
		     const struct strings *ids)
{
	struct target target;
	size_t shown = 0;

	for (size_t i = 0; i < ids->count; i++) {
		if (!find_target(page, field, ids->items[i], &target))
			continue;
		if (shown++)
			html_text(&page->h, "、");
		else
			fact_open(page, field->zh);
		put_target(page, ids->items[i], &target);
	}
	if (shown)
		fact_close(page);
}

/* ---- values ---- */

static void put_strings(struct page *page, const struct strings *texts)
{
	if (texts->count == 1) {
		html_text(&page->h, texts->items[0]);
		return;
	}
	html_open(&page->h, EL_UL);
	for (size_t i = 0; i < texts->count; i++)
		html_element(&page->h, EL_LI, texts->items[i]);
	html_close(&page->h, EL_UL);
}

static void put_choices(struct page *page, const struct field *field,
			const struct strings *codes)
{
	for (size_t i = 0; i < codes->count; i++) {
		int value = choice_find(field->choices, codes->items[i], false);

		if (i)
			html_text(&page->h, "、");
		html_text(&page->h,
			  value ? choice_of(field->choices, value)->zh : codes->items[i]);
	}
}

static void put_day(struct page *page, struct date day)
{
	char iso[DATE_ISO_SIZE];
	char text[DATE_CN_SIZE];

	html_open(&page->h, EL_TIME);
	html_attr(&page->h, "datetime", date_iso(day, iso));
	html_text(&page->h, date_cn(day, text));
	html_close(&page->h, EL_TIME);
}

static void put_number(struct page *page, struct number number)
{
	char text[24];

	(void)snprintf(text, sizeof(text), "%" PRId64, number.n);
	html_text(&page->h, text);
}

static void put_value(struct page *page, const struct field *field, const void *owner)
{
	switch (field->type) {
	case FIELD_TEXT:
		page_markdown(page, field_text(field, owner), 3);
		break;
	case FIELD_URL:
		page_link_out(page, field_text(field, owner), field_text(field, owner));
		break;
	case FIELD_STRING:
	case FIELD_DECIMAL:
		html_text(&page->h, field_text(field, owner));
		break;
	case FIELD_DATE:
		put_day(page, field_date(field, owner));
		break;
	case FIELD_INT:
		put_number(page, field_number(field, owner));
		break;
	case FIELD_CHOICE:
		html_text(&page->h,
			  choice_of(field->choices, field_choice(field, owner))->zh);
		break;
	case FIELD_STRINGS:
		put_strings(page, field_strings(field, owner));
		break;
	case FIELD_CHOICES:
		put_choices(page, field, field_strings(field, owner));
		break;
	case FIELD_REF:
	case FIELD_REFS:
	case FIELD_GROUP:
	case FIELD_LIST:
	case FIELD_TYPE_COUNT:
		break;
	}
}

static void put_field(struct page *page, const struct field *field, const void *owner)
{
	if (field->type == FIELD_GROUP || field->type == FIELD_LIST ||
	    !field_is_set(field, owner))
		return;
	if (field->type == FIELD_REF) {
		put_ref(page, field, field_text(field, owner));
	} else if (field->type == FIELD_REFS) {
		put_refs(page, field, field_strings(field, owner));
	} else {
		fact_open(page, field->zh);
		put_value(page, field, owner);
		fact_close(page);
	}
}

void facts_of(struct page *page, const struct fields *fields, const void *owner,
	      const char *const *keys, size_t count)
{
	for (size_t i = 0; !keys && i < fields->count; i++)
		put_field(page, &fields->items[i], owner);
	for (size_t i = 0; keys && i < count; i++) {
		const struct field *field = fields_find(fields, keys[i], false);

		if (field)
			put_field(page, field, owner);
	}
}

void facts_section(struct page *page, const struct kind *kind, const void *record,
		   const char *key)
{
	const struct field *field = fields_find(&kind->fields, key, false);

	if (!field || !field_is_set(field, record))
		return;
	page_section(page, field->zh);
	facts_open(page, "facts");
	facts_of(page, field->sub, field_at(field, record), NULL, 0);
	facts_close(page);
	html_close(&page->h, EL_SECTION);
}
