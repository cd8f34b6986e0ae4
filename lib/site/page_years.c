#include <stdio.h>

#include "site/lists.h"
#include "site/pages.h"

enum { YEAR_PAGE_ROWS = 500 };

/* The documents of a year stand side by side in the list of the newest first. */
struct year {
	int year;
	size_t from;
	size_t to;
};

static size_t parts_of(const struct year *year)
{
	return (year->to - year->from + YEAR_PAGE_ROWS - 1) / YEAR_PAGE_ROWS;
}

/* Parts are numbered from the oldest, so that a new document changes one of them. */
static const char *year_path(const struct website *site, const struct year *year,
			     size_t part)
{
	if (part + 1 == parts_of(year))
		return arena_printf(site->arena, "documents-%d.html", year->year);
	return arena_printf(site->arena, "documents-%d-%zu.html", year->year, part + 1);
}

static struct list years_of(const struct website *site)
{
	const struct book *book = &site->book;
	struct list years = { 0 };
	struct year *last = NULL;

	for (size_t i = 0; i < book->newest.count; i++) {
		int year = document_year(list_at(&book->documents, struct book_document,
						 book->newest.items[i]));

		if (!last || last->year != year) {
			last = list_add(site->arena, &years, sizeof(*last));
			*last = (struct year){ .year = year, .from = i };
		}
		last->to = i + 1;
	}
	return years;
}

static struct page_head head_of(const char *path, const char *title)
{
	return (struct page_head){
		.path = path,
		.title = title,
		.part = PART_CONTENT,
		.crumbs = { { part_path(PART_CONTENT), part_name(PART_CONTENT) } },
		.crumb_count = 1,
		.meta = { .column = "政府信息目录",
			  .column_description = "已公开的政府信息，按年度列出",
			  .column_keywords = "政府信息目录",
			  .column_type = "政务公开" },
	};
}

static void put_parts(struct page *page, const struct year *year, size_t current)
{
	size_t count = parts_of(year);
	struct html *h = &page->h;
	char text[32];

	if (count < 2)
		return;
	html_open(h, EL_NAV);
	html_attr(h, "aria-label", "分页");
	html_open(h, EL_UL);
	html_attr(h, "class", "tags");
	for (size_t i = count; i > 0; i--) {
		(void)snprintf(text, sizeof(text), "第%zu部分", i);
		html_open(h, EL_LI);
		if (i - 1 == current)
			html_element(h, EL_STRONG, text);
		else
			page_link(page, year_path(page->site, year, i - 1), text);
		html_close(h, EL_LI);
	}
	html_close(h, EL_UL);
	html_close(h, EL_NAV);
}

static int write_part(struct website *site, const struct year *year, size_t part,
		      struct error *err)
{
	const char *title = arena_printf(site->arena, "%d年政府信息目录", year->year);
	struct page_head head = head_of(year_path(site, year, part), title);
	size_t to = year->to - part * YEAR_PAGE_ROWS;
	size_t from = to - year->from > YEAR_PAGE_ROWS ? to - YEAR_PAGE_ROWS : year->from;
	struct page page;

	head.crumbs[head.crumb_count++] =
		(struct crumb){ "documents.html", "政府信息目录" };
	page_open(&page, site, &head, err);
	put_parts(&page, year, part);
	list_documents(&page, &site->book.newest, from, to);
	return page_close(&page);
}

static int write_index(struct website *site, const struct list *years, struct error *err)
{
	const struct page_head head = head_of("documents.html", "政府信息目录");
	struct page page;
	struct html *h = &page.h;

	page_open(&page, site, &head, err);
	if (!years->count)
		page_none(&page, "暂无内容。");
	html_open(h, EL_UL);
	html_attr(h, "class", "years");
	for (size_t i = 0; i < years->count; i++) {
		const struct year *year = list_at(years, struct year, i);
		char text[48];

		html_open(h, EL_LI);
		page_link(&page, year_path(site, year, parts_of(year) - 1),
			  arena_printf(site->arena, "%d年", year->year));
		(void)snprintf(text, sizeof(text), " %zu条", year->to - year->from);
		html_element(h, EL_SPAN, text);
		html_close(h, EL_LI);
	}
	html_close(h, EL_UL);
	return page_close(&page);
}

static int finish(struct website *site, struct error *err)
{
	struct list years = years_of(site);

	for (size_t i = 0; i < years.count; i++) {
		const struct year *year = list_at(&years, struct year, i);

		for (size_t part = 0; part < parts_of(year); part++) {
			if (write_part(site, year, part, err) < 0)
				return -1;
		}
	}
	return write_index(site, &years, err);
}

const struct page_type years_page = { .finish = finish };
