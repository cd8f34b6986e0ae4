#include "site/fact.h"
#include "site/lists.h"
#include "site/pages.h"

/* 条例 Art 12: classification and arrangement, ways of access, the disclosure body and how to reach it. */

static void put_classes(struct page *page)
{
	struct html *h = &page->h;

	page_section(page, "信息分类和编排");
	html_open(h, EL_P);
	html_text(h, "主动公开的政府信息按以下体系分类，见");
	page_link(page, part_path(PART_CONTENT), part_name(PART_CONTENT));
	html_text(h, "。每条信息标注索引号、名称、内容概述和生成日期。");
	html_close(h, EL_P);
	html_open(h, EL_UL);
	for (size_t i = 1; i <= category_schemes.count; i++) {
		if (categories_of_scheme(page->site, (enum scheme)i).count)
			html_element(h, EL_LI, choice_of(&category_schemes, (int)i)->zh);
	}
	html_close(h, EL_UL);
	html_close(h, EL_SECTION);
}

static void put_channel(struct page *page, const struct book_channel *row)
{
	static const char *const keys[] = { "place", "account", "url" };
	const struct channel *channel = row->channel;
	const struct choice *kind = choice_of(&channel_kinds, channel->kind);
	struct html *h = &page->h;

	html_open(h, EL_LI);
	html_element(h, EL_STRONG, row->name);
	if (kind) {
		html_text(h, " ");
		html_element(h, EL_SPAN, kind->zh);
	}
	facts_open(page, "facts");
	facts_of(page, &channel_kind.fields, channel, keys, ARRAY_LEN(keys));
	facts_close(page);
	html_close(h, EL_LI);
}

static void put_channels(struct page *page)
{
	const struct list *all = &page->site->book.channels;

	page_section(page, "获取方式");
	html_open(&page->h, EL_P);
	html_text(&page->h, "主动公开的信息可以通过以下渠道获取；没有主动公开的，可以");
	page_link(page, part_path(PART_REQUEST), part_name(PART_REQUEST));
	html_text(&page->h, "。");
	html_close(&page->h, EL_P);
	html_open(&page->h, EL_UL);
	html_attr(&page->h, "class", "channels");
	for (size_t i = 0; i < all->count; i++) {
		const struct book_channel *row = list_at(all, struct book_channel, i);

		if (row->channel->state <= CHANNEL_ACTIVE &&
		    channel_is_statutory(row->channel))
			put_channel(page, row);
	}
	html_close(&page->h, EL_UL);
	html_close(&page->h, EL_SECTION);
}

static int finish(struct website *site, struct error *err)
{
	const struct page_head head = {
		.path = part_path(PART_GUIDE),
		.title = part_name(PART_GUIDE),
		.part = PART_GUIDE,
		.meta = { .column = part_name(PART_GUIDE),
			  .column_description =
				  "政府信息的分类、编排体系、获取方式和工作机构",
			  .column_keywords = "公开指南,工作机构,获取方式",
			  .column_type = "政务公开" },
	};
	struct page page;

	page_open(&page, site, &head, err);
	facts_section(&page, &catalogue_kind, site->book.office, "contact");
	put_classes(&page);
	put_channels(&page);
	facts_section(&page, &catalogue_kind, site->book.office, "leading-group");
	return page_close(&page);
}

const struct page_type guide_page = { .finish = finish };
