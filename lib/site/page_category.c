#include "site/fact.h"
#include "site/lists.h"
#include "site/pages.h"

static const char *const fact_keys[] = { "scheme", "article", "frequency" };

static void put_column(struct page *page, const struct column *column)
{
	if (!column->name)
		return;
	fact_open(page, "网站栏目");
	page_link_out(page, column->url, column->name);
	fact_close(page);
}

static void put_contents(struct page *page, const struct book_category *row)
{
	if (row->children.count) {
		page_section(page, "下级分类");
		list_categories(page, &row->children);
		html_close(&page->h, EL_SECTION);
	}
	if (row->items.count) {
		page_section(page, "公开事项");
		list_items(page, &row->items);
		html_close(&page->h, EL_SECTION);
	}
	if (row->documents.count) {
		page_section(page, "政府信息");
		list_latest(page, &row->documents, LIST_MOST);
		html_close(&page->h, EL_SECTION);
	}
	if (!row->children.count && !row->items.count && !row->documents.count)
		page_none(page, "暂无内容。");
}

static int record(struct website *site, const struct public_record *pub,
		  struct error *err)
{
	const struct category *category = PUBLIC(pub, struct category);
	const struct book_category *row = book_category(&site->book, category->common.id);
	const struct choice *scheme = choice_of(&category_schemes, category->scheme);
	const struct choice *type = choice_of(&column_types, category->column.type);
	struct page_head head = {
		.path = arena_printf(site->arena, "categories/%s.html",
				     category->common.id),
		.title = row->name,
		.part = PART_CONTENT,
		.meta = {
			.column = row->name,
			.column_description = arena_printf(
				site->arena, "%s主动公开的%s信息", site->book.name, row->name),
			.column_keywords = arena_printf(site->arena, "%s%s%s", row->name,
							scheme ? "," : "",
							scheme ? scheme->zh : ""),
			.column_type = type ? type->zh : "政务公开",
		},
	};
	struct page page;

	crumbs_to_category(site, &head, category->common.id, /* whole */ false);
	page_open(&page, site, &head, err);
	page_behind(&page, category->common.id);
	facts_open(&page, "facts");
	facts_of(&page, &category_kind.fields, category, fact_keys, ARRAY_LEN(fact_keys));
	put_column(&page, &category->column);
	facts_close(&page);
	put_contents(&page, row);
	return page_close(&page);
}

const struct page_type category_page = { .kind = &category_kind, .record = record };
