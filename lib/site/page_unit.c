#include "site/fact.h"
#include "site/lists.h"
#include "site/pages.h"

static const char *const fact_keys[] = { "short", "kind", "phone", "place", "hours" };

static void put_supervision(struct page *page, const struct supervision *supervision)
{
	if (!supervision->phone && !supervision->address && !supervision->mail)
		return;
	page_section(page, "监督渠道");
	facts_open(page, "facts");
	facts_of(page, &supervision_fields, supervision, NULL, 0);
	facts_close(page);
	html_close(&page->h, EL_SECTION);
}

static int record(struct website *site, const struct public_record *pub,
		  struct error *err)
{
	const struct unit *unit = PUBLIC(pub, struct unit);
	const struct book_unit *row = book_unit(&site->book, unit->common.id);
	struct page_head head = {
		.path = arena_printf(site->arena, "units/%s.html", unit->common.id),
		.title = row->name,
		.part = PART_CONTENT,
		.crumbs = { { part_path(PART_CONTENT), part_name(PART_CONTENT) } },
		.crumb_count = 1,
		.meta = { .column = row->name,
			  .column_description = arena_printf(
				  site->arena, "%s负责公开的信息", row->name),
			  .column_keywords = row->name,
			  .column_type = "政务公开" },
	};
	struct page page;

	page_open(&page, site, &head, err);
	page_behind(&page, unit->common.id);
	facts_open(&page, "facts");
	facts_of(&page, &unit_kind.fields, unit, fact_keys, ARRAY_LEN(fact_keys));
	facts_close(&page);
	put_supervision(&page, &unit->defaults.supervision);
	if (row->items.count) {
		page_section(&page, "公开事项");
		list_items(&page, &row->items);
		html_close(&page.h, EL_SECTION);
	}
	if (row->documents.count) {
		page_section(&page, "政府信息");
		list_latest(&page, &row->documents, LIST_MOST);
		html_close(&page.h, EL_SECTION);
	}
	return page_close(&page);
}

const struct page_type unit_page = { .kind = &unit_kind, .record = record };
