#include "site/fact.h"
#include "site/pages.h"

/* 条例 Arts 27 to 42: the purpose of use is not asked for, and supply is free. */
static const char *const needed[] = {
	"申请人的姓名或者名称、身份证明、联系方式",
	"申请公开的政府信息的名称、文号或者便于查询的其他特征性描述",
	"申请公开的政府信息的形式要求，包括获取信息的方式、途径",
};

static const char *const course[] = {
	"采用书写、信函、数据电文等书面形式提出；书写确有困难的，可以口头提出，由本机关代"
	"为"
	"填写。",
	"内容不明确的，本机关自收到申请之日起7个工作日内一次性告知需要补正的事项和期限。",
	"能够当场答复的当场答复；不能当场答复的，自收到申请之日起20个工作日内答复，需要延"
	"长"
	"的告知申请人，最长延长20个工作日。",
	"提供政府信息不收取费用；申请数量、频次明显超过合理范围的，可以收取信息处理费。",
};

static void put_list(struct page *page, enum html_element el, const char *const *texts,
		     size_t count)
{
	html_open(&page->h, el);
	for (size_t i = 0; i < count; i++)
		html_element(&page->h, EL_LI, texts[i]);
	html_close(&page->h, el);
}

static void put_body(struct page *page, const char *key, const struct remedy_body *body)
{
	const struct field *remedies =
		fields_find(&catalogue_kind.fields, "remedies", false);
	const struct field *field = fields_find(remedies->sub, key, false);

	if (!body->name)
		return;
	fact_open(page, field->zh);
	html_text(&page->h, body->name);
	if (body->address) {
		html_text(&page->h, "，");
		html_text(&page->h, body->address);
	}
	fact_close(page);
}

static void put_remedies(struct page *page, const struct office_remedies *remedies)
{
	static const char *const keys[] = { "online" };

	page_section(page, "救济途径");
	html_element(
		&page->h, EL_P,
		"对答复不服，或者逾期没有答复的，可以依法申请行政复议或者提起行政诉讼。"
		"不服不予公开决定的，应当先申请行政复议。");
	facts_open(page, "facts");
	put_body(page, "reconsideration", &remedies->reconsideration);
	put_body(page, "court", &remedies->court);
	facts_of(page, fields_find(&catalogue_kind.fields, "remedies", false)->sub,
		 remedies, keys, ARRAY_LEN(keys));
	facts_close(page);
	html_close(&page->h, EL_SECTION);
}

static int finish(struct website *site, struct error *err)
{
	const struct page_head head = {
		.path = part_path(PART_REQUEST),
		.title = part_name(PART_REQUEST),
		.part = PART_REQUEST,
		.meta = { .column = part_name(PART_REQUEST),
			  .column_description = "怎样向本机关申请获取政府信息",
			  .column_keywords = "依申请公开,申请,答复,救济",
			  .column_type = "政务公开" },
	};
	struct page page;

	page_open(&page, site, &head, err);
	page_section(&page, "申请内容");
	html_element(&page.h, EL_P, "申请应当包括：");
	put_list(&page, EL_OL, needed, ARRAY_LEN(needed));
	html_close(&page.h, EL_SECTION);
	page_section(&page, "办理");
	put_list(&page, EL_UL, course, ARRAY_LEN(course));
	html_close(&page.h, EL_SECTION);
	facts_section(&page, &catalogue_kind, site->book.office, "contact");
	put_remedies(&page, &site->book.office->remedies);
	return page_close(&page);
}

const struct page_type request_page = { .finish = finish };
