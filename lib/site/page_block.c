#include <string.h>

#include "site/lists.h"
#include "site/pages.h"

/* 条例 Art 50: the yearly report is told by its statutory name. */
static bool is_yearly_report(const struct book_document *doc)
{
	return strstr(doc->title, "年度报告") && strstr(doc->title, "公开");
}

/* The office's own rules and plans about disclosure. */
static bool is_rule(const struct book_document *doc)
{
	return (doc->type == DOCUMENT_POLICY || doc->type == DOCUMENT_PLAN) &&
	       (strstr(doc->title, "政务公开") || strstr(doc->title, "信息公开")) &&
	       !is_yearly_report(doc);
}

static struct rows pick(const struct website *site,
			bool (*wanted)(const struct book_document *doc))
{
	const struct book *book = &site->book;
	struct rows rows = { 0 };

	for (size_t i = 0; i < book->newest.count; i++) {
		size_t row = book->newest.items[i];

		if (wanted(list_at(&book->documents, struct book_document, row)))
			rows_add(site->arena, &rows, row);
	}
	return rows;
}

struct rows rules_documents(const struct website *site)
{
	return pick(site, is_rule);
}

struct rows report_documents(const struct website *site)
{
	return pick(site, is_yearly_report);
}

static int write(struct website *site, enum part part, const struct rows *rows,
		 struct error *err)
{
	struct page_head head = {
		.path = part_path(part),
		.title = part_name(part),
		.part = part,
		.meta = { .column = part_name(part),
			  .column_description = part_name(part),
			  .column_keywords = part_name(part),
			  .column_type = "政务公开" },
	};
	struct page page;

	page_open(&page, site, &head, err);
	if (rows->count)
		list_documents(&page, rows, 0, rows->count);
	else
		page_none(&page, "暂无内容。");
	return page_close(&page);
}

static int finish(struct website *site, struct error *err)
{
	struct rows rules = rules_documents(site);
	struct rows reports = report_documents(site);

	if (write(site, PART_RULES, &rules, err) < 0)
		return -1;
	return write(site, PART_REPORTS, &reports, err);
}

const struct page_type block_page = { .finish = finish };
