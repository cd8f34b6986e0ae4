#include "site/lists.h"

#include <stdio.h>

static void put_class(struct page *page, enum html_element el, const char *css)
{
	html_open(&page->h, el);
	html_attr(&page->h, "class", css);
}

/* ---- documents ---- */

static void put_document(struct page *page, const struct book_document *doc)
{
	struct html *h = &page->h;
	bool lapsed = doc->force == FORCE_REPEALED || doc->force == FORCE_EXPIRED;

	page_behind(page, doc->id);
	html_open(h, EL_LI);
	page_link_record(page, "documents", doc->id, doc->title);
	if (lapsed) {
		html_text(h, " ");
		put_class(page, EL_SPAN, "lapsed");
		html_text(h, choice_of(&document_forces, doc->force)->zh);
		html_close(h, EL_SPAN);
	}
	if (doc->number) {
		html_text(h, " ");
		put_class(page, EL_SPAN, "number");
		html_text(h, doc->number);
		html_close(h, EL_SPAN);
	}
	html_text(h, " ");
	page_date(page, document_day(doc));
	html_close(h, EL_LI);
}

void list_documents(struct page *page, const struct rows *rows, size_t from, size_t to)
{
	if (from >= to)
		return;
	put_class(page, EL_UL, "documents");
	for (size_t i = from; i < to; i++)
		put_document(page, list_at(&page->site->book.documents,
					   struct book_document, rows->items[i]));
	html_close(&page->h, EL_UL);
}

void list_latest(struct page *page, const struct rows *rows, size_t most)
{
	struct html *h = &page->h;
	char text[64];

	list_documents(page, rows, 0, rows->count < most ? rows->count : most);
	if (rows->count <= most)
		return;
	put_class(page, EL_P, "more");
	(void)snprintf(text, sizeof(text), "共%zu条，以上为最新%zu条，全部见",
		       rows->count, most);
	html_text(h, text);
	page_link(page, "documents.html", "政府信息目录");
	html_text(h, "。");
	html_close(h, EL_P);
}

/* ---- items ---- */

static void put_cell(struct page *page, const char *label, const char *text)
{
	html_open(&page->h, EL_TD);
	html_attr(&page->h, "data-label", label);
	if (text)
		html_text(&page->h, text);
	html_close(&page->h, EL_TD);
}

static void put_item(struct page *page, const struct book_item *item)
{
	const struct book_unit *unit = book_unit(&page->site->book, item->unit);
	const struct choice *attribute =
		choice_of(&disclosure_attributes, item->attribute);
	struct html *h = &page->h;

	page_behind(page, item->id);
	html_open(h, EL_TR);
	put_cell(page, "一级事项", item->group);
	html_open(h, EL_TH);
	html_attr(h, "scope", "row");
	page_link_record(page, "items", item->id, item->title);
	if (item->state > ITEM_IN_USE) {
		html_text(h, " ");
		put_class(page, EL_SPAN, "lapsed");
		html_text(h, choice_of(&item_states, item->state)->zh);
		html_close(h, EL_SPAN);
	}
	html_close(h, EL_TH);
	put_cell(page, "责任科室", unit ? unit->name : NULL);
	put_cell(page, "公开方式", attribute ? attribute->zh : NULL);
	put_cell(page, "公开时限", item->limit);
	html_close(h, EL_TR);
}

void list_items(struct page *page, const struct rows *rows)
{
	static const char *const heads[] = { "一级事项", "事项名称", "责任科室",
					     "公开方式", "公开时限" };
	struct html *h = &page->h;

	if (!rows->count)
		return;
	put_class(page, EL_TABLE, "list");
	html_element(h, EL_CAPTION, "公开事项");
	html_open(h, EL_THEAD);
	html_open(h, EL_TR);
	for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
		html_open(h, EL_TH);
		html_attr(h, "scope", "col");
		html_text(h, heads[i]);
		html_close(h, EL_TH);
	}
	html_close(h, EL_TR);
	html_close(h, EL_THEAD);
	html_open(h, EL_TBODY);
	for (size_t i = 0; i < rows->count; i++)
		put_item(page, list_at(&page->site->book.items, struct book_item,
				       rows->items[i]));
	html_close(h, EL_TBODY);
	html_close(h, EL_TABLE);
}

/* ---- categories ---- */

/* What stands directly under a category; nothing where there is nothing. */
static void put_counts(struct page *page, const struct book_category *row)
{
	char items[32] = "";
	char documents[32] = "";

	if (!row->items.count && !row->documents.count)
		return;
	if (row->items.count)
		(void)snprintf(items, sizeof(items), " 事项%zu个", row->items.count);
	if (row->documents.count)
		(void)snprintf(documents, sizeof(documents), " 信息%zu条",
			       row->documents.count);
	put_class(page, EL_SPAN, "count");
	html_text(&page->h, items);
	html_text(&page->h, documents);
	html_close(&page->h, EL_SPAN);
}

static void put_category(struct page *page, const struct book_category *row)
{
	page_link_record(page, "categories", row->category->common.id, row->name);
	put_counts(page, row);
}

static void put_children(struct page *page, const struct rows *children)
{
	struct html *h = &page->h;

	if (!children->count)
		return;
	html_open(h, EL_UL);
	for (size_t i = 0; i < children->count; i++) {
		html_open(h, EL_LI);
		put_category(page, list_at(&page->site->book.categories,
					   struct book_category, children->items[i]));
		html_close(h, EL_LI);
	}
	html_close(h, EL_UL);
}

void list_categories(struct page *page, const struct rows *rows)
{
	if (!rows->count)
		return;
	put_class(page, EL_UL, "categories");
	for (size_t i = 0; i < rows->count; i++) {
		const struct book_category *row =
			list_at(&page->site->book.categories, struct book_category,
				rows->items[i]);

		html_open(&page->h, EL_LI);
		put_category(page, row);
		put_children(page, &row->children);
		html_close(&page->h, EL_LI);
	}
	html_close(&page->h, EL_UL);
}

struct rows categories_of_scheme(const struct website *site, enum scheme scheme)
{
	const struct list *all = &site->book.categories;
	struct rows rows = { 0 };

	for (size_t i = 0; i < all->count; i++) {
		const struct book_category *row = list_at(all, struct book_category, i);

		if (row->category->scheme == (int)scheme &&
		    !book_category(&site->book, row->category->parent))
			rows_add(site->arena, &rows, i);
	}
	return rows;
}
