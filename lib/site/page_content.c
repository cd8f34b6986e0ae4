#include "site/lists.h"
#include "site/pages.h"

static void put_scheme(struct page *page, enum scheme scheme)
{
	struct rows rows = categories_of_scheme(page->site, scheme);

	if (!rows.count)
		return;
	page_section(page, choice_of(&category_schemes, (int)scheme)->zh);
	list_categories(page, &rows);
	html_close(&page->h, EL_SECTION);
}

static void put_units(struct page *page)
{
	const struct list *units = &page->site->book.units;
	struct html *h = &page->h;

	if (!units->count)
		return;
	page_section(page, "按机构查看");
	html_open(h, EL_UL);
	html_attr(h, "class", "tags");
	for (size_t i = 0; i < units->count; i++) {
		const struct book_unit *row = list_at(units, struct book_unit, i);

		html_open(h, EL_LI);
		page_link_record(page, "units", row->unit->common.id, row->name);
		html_close(h, EL_LI);
	}
	html_close(h, EL_UL);
	html_close(h, EL_SECTION);
}

static int finish(struct website *site, struct error *err)
{
	const struct page_head head = {
		.path = part_path(PART_CONTENT),
		.title = part_name(PART_CONTENT),
		.part = PART_CONTENT,
		.meta = { .column = part_name(PART_CONTENT),
			  .column_description =
				  "依法应当主动公开的政府信息，按分类和机构列出",
			  .column_keywords = "主动公开,公开目录,公开事项",
			  .column_type = "政务公开" },
	};
	struct page page;

	page_open(&page, site, &head, err);
	html_open(&page.h, EL_P);
	html_attr(&page.h, "class", "more");
	page_link(&page, "catalogue.html", "公开事项标准目录");
	html_text(&page.h, " ");
	page_link(&page, "documents.html", "政府信息目录");
	html_close(&page.h, EL_P);
	for (size_t i = 1; i <= category_schemes.count; i++)
		put_scheme(&page, (enum scheme)i);
	put_units(&page);
	return page_close(&page);
}

const struct page_type content_page = { .finish = finish };
