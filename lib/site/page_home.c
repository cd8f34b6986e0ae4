#include "site/fact.h"
#include "site/lists.h"
#include "site/pages.h"

enum { HOME_NEWEST = 15, HOME_BLOCK = 5 };

static void put_part_link(struct page *page, enum part part, const char *text)
{
	html_open(&page->h, EL_P);
	html_attr(&page->h, "class", "more");
	page_link(page, part_path(part), text);
	html_close(&page->h, EL_P);
}

static void put_guide(struct page *page)
{
	page_section(page, part_name(PART_GUIDE));
	html_element(
		&page->h, EL_P,
		"公开信息的分类和编排、获取方式，公开工作机构的地址、时间和联系方式。");
	put_part_link(page, PART_GUIDE, "查看指南");
	html_close(&page->h, EL_SECTION);
}

static void put_request(struct page *page)
{
	page_section(page, part_name(PART_REQUEST));
	html_element(
		&page->h, EL_P,
		"没有主动公开的政府信息，公民、法人和其他组织可以向本机关申请获取。");
	put_part_link(page, PART_REQUEST, "怎样申请");
	html_close(&page->h, EL_SECTION);
}

static void put_block(struct page *page, enum part part, const struct rows *rows)
{
	page_section(page, part_name(part));
	if (rows->count) {
		list_documents(page, rows, 0,
			       rows->count < HOME_BLOCK ? rows->count : HOME_BLOCK);
		if (rows->count > HOME_BLOCK)
			put_part_link(page, part, "全部");
	} else {
		page_none(page, "暂无内容。");
	}
	html_close(&page->h, EL_SECTION);
}

static void put_scheme(struct page *page, enum scheme scheme)
{
	struct rows rows = categories_of_scheme(page->site, scheme);

	if (!rows.count)
		return;
	html_element(&page->h, EL_H3, choice_of(&category_schemes, (int)scheme)->zh);
	html_open(&page->h, EL_UL);
	html_attr(&page->h, "class", "tags");
	for (size_t i = 0; i < rows.count; i++) {
		const struct book_category *row =
			list_at(&page->site->book.categories, struct book_category,
				rows.items[i]);

		html_open(&page->h, EL_LI);
		page_link_record(page, "categories", row->category->common.id, row->name);
		html_close(&page->h, EL_LI);
	}
	html_close(&page->h, EL_UL);
}

static void put_content(struct page *page)
{
	html_open(&page->h, EL_SECTION);
	html_attr(&page->h, "class", "wide");
	html_element(&page->h, EL_H2, part_name(PART_CONTENT));
	for (size_t i = 1; i <= category_schemes.count; i++)
		put_scheme(page, (enum scheme)i);
	html_open(&page->h, EL_P);
	html_attr(&page->h, "class", "more");
	page_link(page, part_path(PART_CONTENT), "按分类和机构查看");
	html_text(&page->h, " ");
	page_link(page, "catalogue.html", "公开事项标准目录");
	html_text(&page->h, " ");
	page_link(page, "documents.html", "政府信息目录");
	html_close(&page->h, EL_P);
	html_close(&page->h, EL_SECTION);
}

static void put_newest(struct page *page)
{
	const struct rows *newest = &page->site->book.newest;

	html_open(&page->h, EL_SECTION);
	html_attr(&page->h, "class", "wide");
	html_element(&page->h, EL_H2, "最新公开");
	if (newest->count)
		list_latest(page, newest, HOME_NEWEST);
	else
		page_none(page, "暂无内容。");
	html_close(&page->h, EL_SECTION);
}

static int finish(struct website *site, struct error *err)
{
	struct page_head head = { .path = part_path(PART_HOME),
				  .title = "政府信息公开",
				  .part = PART_HOME };
	struct rows rules = rules_documents(site);
	struct rows reports = report_documents(site);
	struct page page;

	page_open(&page, site, &head, err);
	html_open(&page.h, EL_DIV);
	html_attr(&page.h, "class", "grid");
	put_newest(&page);
	put_content(&page);
	put_guide(&page);
	put_request(&page);
	put_block(&page, PART_RULES, &rules);
	put_block(&page, PART_REPORTS, &reports);
	html_close(&page.h, EL_DIV);
	return page_close(&page);
}

const struct page_type home_page = { .finish = finish };
