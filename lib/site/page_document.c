#include <string.h>

#include "law/indexnumber.h"
#include "record/id.h"
#include "site/fact.h"
#include "site/lists.h"
#include "site/pages.h"

/* 条例 Art 12 wants 索引, 名称, 内容概述, 生成日期; the rest is what portals print. */

static const char *label(const char *key)
{
	return fields_find(&document_kind.fields, key, false)->zh;
}

/* A unit of the catalogue, the government itself, or as written. */
static const char *issuer_name(const struct website *site, const char *issuer)
{
	const struct book_unit *unit = book_unit(&site->book, issuer);

	if (unit)
		return unit->name;
	return !issuer || id_fits(&unit_kind, issuer) ? subject_name(site, NULL) : issuer;
}

static const char *issuers(const struct website *site, const struct document *doc)
{
	auto_buf text = BUF_INIT;

	buf_adds(&text, issuer_name(site, doc->issuer));
	for (size_t i = 0; i < doc->co_issuers.count; i++) {
		const char *name = issuer_name(site, doc->co_issuers.items[i]);

		if (strcmp(name, text.s) != 0)
			buf_addf(&text, "、%s", name);
	}
	return buf_dup(&text, site->arena);
}

static const char *index_number(const struct website *site, const struct document *doc)
{
	const char *code = site->book.office->code;

	if (doc->index)
		return doc->index;
	return code ? indexnumber_make(site->arena, code, doc->common.id)
		    : doc->common.id;
}

static void put_day(struct page *page, const char *text, struct date day)
{
	char iso[DATE_ISO_SIZE];
	char words[DATE_CN_SIZE];

	if (!date_is_set(day))
		return;
	fact_open(page, text);
	html_open(&page->h, EL_TIME);
	html_attr(&page->h, "datetime", date_iso(day, iso));
	html_text(&page->h, date_cn(day, words));
	html_close(&page->h, EL_TIME);
	fact_close(page);
}

static void put_head(struct page *page, const struct document *doc,
		     const struct publication *publication)
{
	static const char *const after[] = {
		"effective", "force",   "origin",       "source-url",
		"type",      "form",    "unit",         "keywords",
		"stage",     "project", "project-kind", "interpretation-form"
	};
	facts_open(page, "head");
	fact_text(page, label("index"), index_number(page->site, doc));
	fact_text(page, label("number"), doc->number);
	fact_text(page, "发布机构", issuers(page->site, doc));
	put_day(page, "成文日期", doc->formed);
	if (publication->first)
		put_day(page, "公开日期", publication->first->date);
	facts_of(page, &document_kind.fields, doc, after, ARRAY_LEN(after));
	fact_text(page, label("summary"), doc->summary);
	facts_close(page);
}

/* Withdrawn from force but still shown: a reader must see it before the text. */
static void put_force(struct page *page, const struct document *doc)
{
	struct html *h = &page->h;

	if (doc->force != FORCE_REPEALED && doc->force != FORCE_EXPIRED &&
	    doc->force != FORCE_NOT_YET)
		return;
	html_open(h, EL_P);
	html_attr(h, "class", "notice");
	html_text(h, "有效性：");
	html_element(h, EL_STRONG, choice_of(&document_forces, doc->force)->zh);
	html_close(h, EL_P);
}

/* 公开属性标注 follows from the attribute where the paper says nothing else. */
static const char *mark_of(const struct document *doc)
{
	int mark = doc->mark;

	if (mark == MARK_UNSET && doc->disclosure.attribute == ATTRIBUTE_PROACTIVE)
		mark = MARK_RELEASE;
	else if (mark == MARK_UNSET && doc->disclosure.attribute == ATTRIBUTE_ON_REQUEST)
		mark = MARK_ON_REQUEST;
	return mark == MARK_UNSET || mark == MARK_UNMARKED
		       ? NULL
		       : choice_of(&document_marks, mark)->zh;
}

static void put_body(struct page *page, const struct document *doc)
{
	const char *mark = mark_of(doc);
	struct html *h = &page->h;

	html_open(h, EL_ARTICLE);
	html_attr(h, "class", "body");
	page_markdown(page, doc->body, 2);
	if (mark) {
		html_open(h, EL_P);
		html_attr(h, "class", "mark");
		html_text(h, "（");
		html_text(h, mark);
		html_text(h, "）");
		html_close(h, EL_P);
	}
	html_close(h, EL_ARTICLE);
}

/* ---- attachments ---- */

static const char *title_of(const struct attachment *attachment)
{
	return attachment->title ? attachment->title : attachment->file;
}

/* Saved under its title, not under the short name it is stored by. */
static void put_download(struct page *page, const struct attachment *attachment)
{
	const char *dot = strrchr(attachment->file, '.');
	const char *title = title_of(attachment);
	size_t end = dot ? strlen(dot) : 0;
	size_t len = strlen(title);
	bool has_end = end && len > end && strcmp(title + len - end, dot) == 0;
	auto_buf name = BUF_INIT;

	if (file_is_picture(attachment->file) || (dot && strcmp(dot, ".pdf") == 0))
		return;
	buf_addf(&name, "%s%s", title, has_end || !dot ? "" : dot);
	html_attr(&page->h, "download", name.s);
}

static void put_attachment(struct page *page, const char *id,
			   const struct attachment *attachment)
{
	const char *href = page_attachment(page, id, attachment->file);
	struct html *h = &page->h;

	if (!href)
		return;
	html_open(h, EL_LI);
	html_open(h, EL_A);
	html_attr(h, "href", href);
	put_download(page, attachment);
	html_text(h, title_of(attachment));
	html_close(h, EL_A);
	if (file_is_picture(attachment->file)) {
		html_open(h, EL_FIGURE);
		html_open(h, EL_IMG);
		html_attr(h, "src", href);
		html_attr(h, "alt", title_of(attachment));
		html_close(h, EL_IMG);
		html_close(h, EL_FIGURE);
	}
	html_close(h, EL_LI);
}

static void put_attachments(struct page *page, const struct document *doc)
{
	const struct list *all = &doc->attachments;

	if (!all->count)
		return;
	page_section(page, "附件");
	html_open(&page->h, EL_UL);
	html_attr(&page->h, "class", "attachments");
	for (size_t i = 0; i < all->count; i++)
		put_attachment(page, doc->common.id, list_at(all, struct attachment, i));
	html_close(&page->h, EL_UL);
	html_close(&page->h, EL_SECTION);
}

/* ---- what belongs to it ---- */

/* One of this catalogue is in the list of rows, or not shown at all. */
static bool is_elsewhere(const struct page *page, const struct document_link *link)
{
	return (link->title || link->url) && !book_document(&page->site->book, link->id);
}

static void put_link(struct page *page, const struct document_link *link)
{
	struct html *h = &page->h;

	html_open(h, EL_P);
	page_link_out(page, link->url, link->title ? link->title : link->url);
	if (link->number) {
		html_text(h, " ");
		html_text(h, link->number);
	}
	html_close(h, EL_P);
}

/* Documents linked by number of the book, and those of other catalogues. */
static void put_related(struct page *page, const char *title, const struct rows *rows,
			const struct document_link *links, size_t count)
{
	size_t elsewhere = 0;

	for (size_t i = 0; i < count; i++)
		elsewhere += is_elsewhere(page, &links[i]);
	if (!rows->count && !elsewhere)
		return;
	page_section(page, title);
	list_documents(page, rows, 0, rows->count);
	for (size_t i = 0; i < count; i++) {
		if (is_elsewhere(page, &links[i]))
			put_link(page, &links[i]);
	}
	html_close(&page->h, EL_SECTION);
}

static void put_items(struct page *page, const struct document *doc)
{
	struct html *h = &page->h;
	size_t shown = 0;

	for (size_t i = 0; i < doc->items.count; i++) {
		const struct book_item *item =
			book_item(&page->site->book, doc->items.items[i]);

		if (!item)
			continue;
		if (!shown++) {
			page_section(page, label("items"));
			html_open(h, EL_UL);
		}
		html_open(h, EL_LI);
		page_link_record(page, "items", item->id, item->title);
		html_close(h, EL_LI);
	}
	if (!shown)
		return;
	html_close(h, EL_UL);
	html_close(h, EL_SECTION);
}

/* ---- the page ---- */

static const char *joined(const struct website *site, const struct strings *texts)
{
	auto_buf text = BUF_INIT;

	for (size_t i = 0; i < texts->count; i++)
		buf_addf(&text, "%s%s", i ? "," : "", texts->items[i]);
	return buf_dup(&text, site->arena);
}

static const char *main_category(const struct website *site, const struct document *doc)
{
	for (size_t i = 0; i < doc->items.count; i++) {
		const struct book_item *item =
			book_item(&site->book, doc->items.items[i]);

		if (item && item->categories.count)
			return item->categories.items[0];
	}
	return doc->common.tags.count ? doc->common.tags.items[0] : NULL;
}

static struct page_head head_of(struct website *site, const struct document *doc,
				const struct publication *publication)
{
	const struct book_document *row = book_document(&site->book, doc->common.id);
	const char *category = main_category(site, doc);
	const struct book_category *column = book_category(&site->book, category);
	const struct book_unit *unit = book_unit(&site->book, doc->unit);
	const struct choice *type = choice_of(&document_types, doc->type);
	struct page_head head = {
		.path = arena_printf(site->arena, "documents/%s.html", doc->common.id),
		.title = row->title,
		.part = PART_CONTENT,
		.meta = { .column = column ? column->name : part_name(PART_CONTENT),
			  .column_type = type ? type->zh : "政务公开",
			  .published = publication_date(site, publication),
			  .source = issuers(site, doc),
			  .keywords = joined(site, &doc->keywords),
			  .author = unit ? unit->name : NULL,
			  .description = doc->summary,
			  .url = publication->url },
	};

	crumbs_to_category(site, &head, category, /* whole */ true);
	return head;
}

static int record(struct website *site, const struct public_record *pub,
		  struct error *err)
{
	const struct document *doc = PUBLIC(pub, struct document);
	const struct book_document *row = book_document(&site->book, doc->common.id);
	const struct publication publication = publication_of(&doc->common);
	const struct page_head head = head_of(site, doc, &publication);
	struct page page;

	page_open(&page, site, &head, err);
	page_behind(&page, doc->common.id);
	put_head(&page, doc, &publication);
	put_force(&page, doc);
	put_body(&page, doc);
	put_attachments(&page, doc);
	facts_section(&page, &document_kind, doc, "notice");
	if (doc->normative.is == ANSWER_YES)
		facts_section(&page, &document_kind, doc, "normative");
	facts_section(&page, &document_kind, doc, "meeting");
	facts_section(&page, &document_kind, doc, "interpreter");
	put_related(&page, "政策解读", &row->interpretations,
		    doc->interpretation.by.items, doc->interpretation.by.count);
	put_related(&page, label("interprets"), &row->interpreted, &doc->interprets, 1);
	put_items(&page, doc);
	page_history(&page, &doc->common);
	return page_close(&page);
}

const struct page_type document_page = { .kind = &document_kind, .record = record };
