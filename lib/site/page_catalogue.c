#include <stdio.h>

#include "site/fact.h"
#include "site/pages.h"

/* 基层政务公开标准目录: one table of all items, in parts that a browser can carry. */

enum { TABLE_ROWS = 500 };

struct item_table {
	struct page page;
	size_t row; /* of all items, from 1 */
};

static const char *const heads[] = {
	"序号",     "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限",
	"公开主体", "公开渠道", "公开对象", "公开方式",         "公开层级",
};

static size_t part_count(const struct website *site)
{
	size_t items = site->book.items.count;

	return items ? (items + TABLE_ROWS - 1) / TABLE_ROWS : 1;
}

static const char *part_file(const struct website *site, size_t part)
{
	return part == 0 ? "catalogue.html"
			 : arena_printf(site->arena, "catalogue-%zu.html", part + 1);
}

static void put_parts(struct page *page, size_t current)
{
	size_t count = part_count(page->site);
	struct html *h = &page->h;
	char text[32];

	if (count < 2)
		return;
	html_open(h, EL_NAV);
	html_attr(h, "aria-label", "分页");
	html_open(h, EL_UL);
	html_attr(h, "class", "tags");
	for (size_t i = 0; i < count; i++) {
		(void)snprintf(text, sizeof(text), "第%zu部分", i + 1);
		html_open(h, EL_LI);
		if (i == current)
			html_element(h, EL_STRONG, text);
		else
			page_link(page, part_file(page->site, i), text);
		html_close(h, EL_LI);
	}
	html_close(h, EL_UL);
	html_close(h, EL_NAV);
}

static void open_part(struct website *site, size_t part, struct error *err)
{
	const struct page_head head = {
		.path = part_file(site, part),
		.title = "公开事项标准目录",
		.part = PART_CONTENT,
		.crumbs = { { part_path(PART_CONTENT), part_name(PART_CONTENT) } },
		.crumb_count = 1,
		.meta = { .column = "公开事项标准目录",
			  .column_description =
				  "全部公开事项的内容、依据、时限、主体、渠道和方式",
			  .column_keywords = "标准目录,公开事项",
			  .column_type = "政务公开" },
	};
	struct page *page = &site->table->page;
	struct html *h = &page->h;

	page_open(page, site, &head, err);
	put_parts(page, part);
	html_open(h, EL_TABLE);
	html_attr(h, "class", "list catalogue");
	html_element(h, EL_CAPTION, "公开事项标准目录");
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
}

static int close_part(struct website *site)
{
	struct page *page = &site->table->page;

	html_close(&page->h, EL_TBODY);
	html_close(&page->h, EL_TABLE);
	return page_close(page);
}

/* ---- cells ---- */

enum table_column {
	COLUMN_NUMBER,
	COLUMN_GROUP,
	COLUMN_TITLE,
	COLUMN_CONTENT,
	COLUMN_BASIS,
	COLUMN_LIMIT,
	COLUMN_SUBJECT,
	COLUMN_CHANNELS,
	COLUMN_AUDIENCE,
	COLUMN_ATTRIBUTE,
	COLUMN_LEVEL,
};

static void open_cell(struct html *h, enum table_column column)
{
	html_open(h, EL_TD);
	html_attr(h, "data-label", heads[column]);
}

static void put_cell(struct html *h, enum table_column column, const char *text)
{
	open_cell(h, column);
	if (text)
		html_text(h, text);
	html_close(h, EL_TD);
}

static void put_texts(struct html *h, enum table_column column,
		      const struct strings *texts)
{
	open_cell(h, column);
	for (size_t i = 0; i < texts->count; i++) {
		if (i)
			html_text(h, "；");
		html_text(h, texts->items[i]);
	}
	html_close(h, EL_TD);
}

static void put_channels(struct page *page, const struct strings *ids)
{
	struct html *h = &page->h;
	size_t shown = 0;

	open_cell(h, COLUMN_CHANNELS);
	for (size_t i = 0; i < ids->count; i++) {
		const struct book_channel *channel =
			book_channel(&page->site->book, ids->items[i]);

		if (!channel)
			continue;
		if (shown++)
			html_text(h, "、");
		html_text(h, channel->name);
	}
	html_close(h, EL_TD);
}

static void put_audience(struct html *h, const struct item *item)
{
	const struct choice *audience = choice_of(&item_audiences, item->audience);

	open_cell(h, COLUMN_AUDIENCE);
	if (audience)
		html_text(h, audience->zh);
	if (item->audience_group) {
		html_text(h, "：");
		html_text(h, item->audience_group);
	}
	html_close(h, EL_TD);
}

static void put_levels(struct html *h, const struct strings *codes)
{
	open_cell(h, COLUMN_LEVEL);
	for (size_t i = 0; i < codes->count; i++) {
		int level = choice_find(&item_levels, codes->items[i], false);

		if (i)
			html_text(h, "、");
		html_text(h,
			  level ? choice_of(&item_levels, level)->zh : codes->items[i]);
	}
	html_close(h, EL_TD);
}

static void put_row(struct website *site, const struct item *item)
{
	const struct book_item *row = book_item(&site->book, item->common.id);
	const struct choice *attribute =
		choice_of(&disclosure_attributes, item->disclosure.attribute);
	struct page *page = &site->table->page;
	struct html *h = &page->h;
	char number[24];

	(void)snprintf(number, sizeof(number), "%zu", site->table->row);
	page_behind(page, item->common.id);
	html_open(h, EL_TR);
	put_cell(h, COLUMN_NUMBER, number);
	put_cell(h, COLUMN_GROUP, item->group);
	html_open(h, EL_TH);
	html_attr(h, "scope", "row");
	page_link_record(page, "items", item->common.id, row->title);
	html_close(h, EL_TH);
	put_texts(h, COLUMN_CONTENT, &item->content);
	put_texts(h, COLUMN_BASIS, &item->elements.basis);
	put_cell(h, COLUMN_LIMIT, item->limit);
	put_cell(h, COLUMN_SUBJECT, subject_name(site, item->subject));
	put_channels(page, &item->channels);
	put_audience(h, item);
	put_cell(h, COLUMN_ATTRIBUTE, attribute ? attribute->zh : NULL);
	put_levels(h, &item->level);
	html_close(h, EL_TR);
}

static int record(struct website *site, const struct public_record *pub,
		  struct error *err)
{
	if (!site->table) {
		site->table = arena_new(site->arena, struct item_table);
		open_part(site, 0, err);
	} else if (site->table->row % TABLE_ROWS == 0) {
		if (close_part(site) < 0)
			return -1;
		open_part(site, site->table->row / TABLE_ROWS, err);
	}
	site->table->row++;
	put_row(site, PUBLIC(pub, struct item));
	return 0;
}

static int finish(struct website *site, struct error *err)
{
	if (!site->table) {
		site->table = arena_new(site->arena, struct item_table);
		open_part(site, 0, err);
	}
	return close_part(site);
}

void catalogue_release(struct website *site)
{
	if (site->table)
		buf_release(&site->table->page.text);
}

const struct page_type catalogue_page = { .kind = &item_kind,
					  .record = record,
					  .finish = finish };
