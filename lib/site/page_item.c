#include <stdio.h>

#include "site/fact.h"
#include "site/lists.h"
#include "site/pages.h"

static const char *element_label(const char *key)
{
	const struct field *elements = fields_find(&item_kind.fields, "elements", false);

	return fields_find(elements->sub, key, false)->zh;
}

static void put_texts(struct page *page, const char *label, const struct strings *texts)
{
	struct html *h = &page->h;

	if (!texts->count)
		return;
	fact_open(page, label);
	if (texts->count == 1) {
		html_element(h, EL_P, texts->items[0]);
	} else {
		html_open(h, EL_UL);
		for (size_t i = 0; i < texts->count; i++)
			html_element(h, EL_LI, texts->items[i]);
		html_close(h, EL_UL);
	}
	fact_close(page);
}

static void put_text(struct page *page, const char *label, const char *text)
{
	if (!text || !*text)
		return;
	fact_open(page, label);
	page_markdown(page, text, 3);
	fact_close(page);
}

/* {default: unit} stands for the text that the unit keeps for all its items. */
static void put_element(struct page *page, const char *key, const struct element *element,
			const char *of_unit)
{
	put_text(page, element_label(key), element->text ? element->text : of_unit);
}

static void put_step(struct page *page, const struct procedure_step *step)
{
	struct html *h = &page->h;

	html_open(h, EL_LI);
	if (step->step)
		html_text(h, step->step);
	if (step->unit || step->limit) {
		html_text(h, "（");
		if (step->unit)
			html_text(h, step->unit);
		if (step->unit && step->limit)
			html_text(h, "，");
		if (step->limit)
			html_text(h, step->limit);
		html_text(h, "）");
	}
	html_close(h, EL_LI);
}

static void put_procedure(struct page *page, const struct list *steps)
{
	if (!steps->count)
		return;
	fact_open(page, element_label("procedure"));
	html_open(&page->h, EL_OL);
	for (size_t i = 0; i < steps->count; i++)
		put_step(page, list_at(steps, struct procedure_step, i));
	html_close(&page->h, EL_OL);
	fact_close(page);
}

static void put_elements(struct page *page, const struct item *item)
{
	static const struct unit_defaults none;
	const struct elements *elements = &item->elements;
	const struct book_unit *unit = book_unit(&page->site->book, item->unit);
	const struct unit_defaults *defaults = unit ? &unit->unit->defaults : &none;

	page_section(page, fields_find(&item_kind.fields, "elements", false)->zh);
	facts_open(page, "elements");
	put_texts(page, element_label("basis"), &elements->basis);
	put_element(page, "duty", &elements->duty, defaults->duty);
	put_texts(page, element_label("conditions"), &elements->conditions);
	put_procedure(page, &elements->procedure);
	put_element(page, "discipline", &elements->discipline, defaults->discipline);
	put_text(page, element_label("result"), elements->result);
	facts_close(page);
	html_close(&page->h, EL_SECTION);
}

/* ---- how it is disclosed ---- */

static void put_days(struct page *page, const struct show_days *days)
{
	char text[48];

	if (!days->count.set)
		return;
	(void)snprintf(text, sizeof(text), "%lld%s", (long long)days->count.n,
		       days->unit == DAY_COUNT_WORKING ? "个工作日" : "日");
	fact_text(page, fields_find(&item_kind.fields, "show-days", false)->zh, text);
}

static void put_retain(struct page *page, const struct retain *retain)
{
	const struct field *field = fields_find(&item_kind.fields, "retain", false);
	const struct choice *until = choice_of(
		fields_find(field->sub, "until", false)->choices, retain->until);
	char text[48];

	if (retain->until == RETAIN_DAYS && retain->days.set) {
		(void)snprintf(text, sizeof(text), "%lld日", (long long)retain->days.n);
		fact_text(page, field->zh, text);
	} else if (until) {
		fact_text(page, field->zh, until->zh);
	}
}

static void put_subject(struct page *page, const char *subject)
{
	const struct book_unit *unit = book_unit(&page->site->book, subject);

	if (!unit && !subject)
		unit = book_government(&page->site->book);
	fact_open(page, "公开主体");
	if (unit)
		page_link_record(page, "units", unit->unit->common.id, unit->name);
	else
		html_text(&page->h, page->site->book.name);
	fact_close(page);
}

static void put_channels(struct page *page, const struct item *item)
{
	static const char *const keys[] = { "channels" };
	const struct book_unit *unit = book_unit(&page->site->book, item->unit);

	if (item->channels.count || !unit)
		facts_of(page, &item_kind.fields, item, keys, 1);
	else
		facts_of(page, fields_find(&unit_kind.fields, "defaults", false)->sub,
			 &unit->unit->defaults, keys, 1);
}

static void put_disclosure(struct page *page, const struct item *item)
{
	static const char *const before[] = { "content", "limit", "frequency" };
	static const char *const after[] = { "audience", "audience-group", "level",
					     "stage" };

	page_section(page, "公开内容和要求");
	facts_open(page, "facts");
	facts_of(page, &item_kind.fields, item, before, ARRAY_LEN(before));
	put_days(page, &item->show_days);
	put_retain(page, &item->retain);
	put_subject(page, item->subject);
	put_channels(page, item);
	facts_of(page, &item_kind.fields, item, after, ARRAY_LEN(after));
	facts_close(page);
	html_close(&page->h, EL_SECTION);
}

/* An on-request item says on what article it is not published by the office itself, and how to ask. */
static void put_on_request(struct page *page, const struct disclosure *disclosure)
{
	struct html *h = &page->h;

	if (disclosure->attribute != ATTRIBUTE_ON_REQUEST)
		return;
	html_open(h, EL_DIV);
	html_attr(h, "class", "notice info");
	html_open(h, EL_P);
	html_text(h, "本事项的信息不主动公开，可以向本机关申请获取，见");
	page_link(page, part_path(PART_REQUEST), part_name(PART_REQUEST));
	html_text(h, "。");
	html_close(h, EL_P);
	if (disclosure->ground.basis) {
		html_open(h, EL_P);
		html_text(h, "依据：");
		html_text(h, disclosure->ground.basis);
		html_close(h, EL_P);
	}
	html_close(h, EL_DIV);
}

static void put_state(struct page *page, const struct item *item)
{
	static const char *const keys[] = { "date", "by", "reason" };

	if (item->state.value <= ITEM_IN_USE)
		return;
	html_open(&page->h, EL_DIV);
	html_attr(&page->h, "class", "notice");
	html_open(&page->h, EL_P);
	html_text(&page->h, "本事项");
	html_text(&page->h, choice_of(&item_states, item->state.value)->zh);
	html_text(&page->h, "。");
	html_close(&page->h, EL_P);
	facts_open(page, "facts");
	facts_of(page, fields_find(&item_kind.fields, "state", false)->sub, &item->state,
		 keys, ARRAY_LEN(keys));
	facts_close(page);
	html_close(&page->h, EL_DIV);
}

/* ---- the rest ---- */

static void put_supervision(struct page *page, const struct item *item)
{
	const struct book_unit *unit = book_unit(&page->site->book, item->unit);
	const struct field *field = fields_find(&item_kind.fields, "supervision", false);
	const struct supervision *own = &item->supervision;

	if (!field_is_set(field, item))
		own = unit ? &unit->unit->defaults.supervision : NULL;
	if (!own || (!own->phone && !own->address && !own->mail))
		return;
	page_section(page, field->zh);
	facts_open(page, "facts");
	facts_of(page, &supervision_fields, own, NULL, 0);
	facts_close(page);
	html_close(&page->h, EL_SECTION);
}

/* A list of records within the item: each its facts. */
static void put_entries(struct page *page, const struct item *item, const char *key)
{
	const struct field *field = fields_find(&item_kind.fields, key, false);
	const struct list *list = field_list(field, item);

	if (!list->count)
		return;
	page_section(page, field->zh);
	for (size_t i = 0; i < list->count; i++) {
		facts_open(page, "facts entry");
		facts_of(page, field->sub, field_entry(field, list, i), NULL, 0);
		facts_close(page);
	}
	html_close(&page->h, EL_SECTION);
}

static void put_flowchart(struct page *page, const struct item *item)
{
	const char *href;
	struct html *h = &page->h;

	if (!item->flowchart)
		return;
	href = page_attachment(page, item->common.id, item->flowchart);
	if (!href)
		return;
	page_section(page, "流程图");
	html_open(h, EL_P);
	html_open(h, EL_A);
	html_attr(h, "href", href);
	if (file_is_picture(item->flowchart)) {
		html_open(h, EL_IMG);
		html_attr(h, "src", href);
		html_attr(h, "alt", "办理流程图");
		html_close(h, EL_IMG);
	} else {
		html_text(h, "查看流程图");
	}
	html_close(h, EL_A);
	html_close(h, EL_P);
	html_close(h, EL_SECTION);
}

static void put_documents(struct page *page, const struct rows *rows)
{
	page_section(page, "已公开的信息");
	if (rows->count)
		list_latest(page, rows, LIST_MOST);
	else
		page_none(page, "暂无。");
	html_close(&page->h, EL_SECTION);
}

static void put_head(struct page *page, const struct item *item)
{
	static const char *const keys[] = { "group",  "subgroup", "categories",
					    "unit",   "source",   "source-ref",
					    "nature", "power",    "contact" };
	static const char *const attribute[] = { "attribute" };

	facts_open(page, "head");
	fact_text(page, "事项编号", item->common.id);
	facts_of(page, &item_kind.fields, item, keys, ARRAY_LEN(keys));
	facts_of(page, &disclosure_fields, &item->disclosure, attribute, 1);
	facts_close(page);
}

static struct page_head head_of(struct website *site, const struct item *item)
{
	const struct book_item *row = book_item(&site->book, item->common.id);
	const struct publication publication = publication_of(&item->common);
	const char *category = item->categories.count ? item->categories.items[0] : NULL;
	const struct book_category *column = book_category(&site->book, category);
	const struct book_unit *unit = book_unit(&site->book, item->unit);
	struct page_head head = {
		.path = arena_printf(site->arena, "items/%s.html", item->common.id),
		.title = row->title,
		.part = PART_CONTENT,
		.meta = { .column = column ? column->name : part_name(PART_CONTENT),
			  .column_type = "政务公开",
			  .published = publication_date(site, &publication),
			  .source = subject_name(site, item->subject),
			  .keywords = item->group,
			  .author = unit ? unit->name : NULL,
			  .description =
				  item->content.count ? item->content.items[0] : NULL,
			  .url = publication.url },
	};

	crumbs_to_category(site, &head, category, /* whole */ true);
	return head;
}

static int record(struct website *site, const struct public_record *pub,
		  struct error *err)
{
	const struct item *item = PUBLIC(pub, struct item);
	const struct book_item *row = book_item(&site->book, item->common.id);
	const struct page_head head = head_of(site, item);
	struct page page;

	page_open(&page, site, &head, err);
	page_behind(&page, item->common.id);
	put_state(&page, item);
	put_head(&page, item);
	put_on_request(&page, &item->disclosure);
	put_elements(&page, item);
	put_disclosure(&page, item);
	facts_section(&page, &item_kind, item, "window");
	facts_section(&page, &item_kind, item, "service");
	put_flowchart(&page, item);
	put_entries(&page, item, "discretion");
	put_supervision(&page, item);
	put_documents(&page, &row->documents);
	put_entries(&page, item, "none-this-period");
	page_history(&page, &item->common);
	return page_close(&page);
}

const struct page_type item_page = { .kind = &item_kind, .record = record };
