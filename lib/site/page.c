#include "site/page.h"

#include <string.h>

#include "base/i18n.h"

static const struct {
	const char *path;
	const char *name;
} parts[PART_COUNT] = {
	[PART_NONE] = { "", "" },
	[PART_HOME] = { "index.html", "首页" },
	[PART_GUIDE] = { "guide.html", "政府信息公开指南" },
	[PART_RULES] = { "rules.html", "政府信息公开制度" },
	[PART_CONTENT] = { "content.html", "法定主动公开内容" },
	[PART_REPORTS] = { "reports.html", "政府信息公开年报" },
	[PART_REQUEST] = { "request.html", "依申请公开" },
};

const char *part_path(enum part part)
{
	return parts[part].path;
}

const char *part_name(enum part part)
{
	return parts[part].name;
}

/* ---- links ---- */

static void add_href(struct page *page, const char *path)
{
	auto_buf href = BUF_INIT;

	buf_addf(&href, "%s%s", page->up, path);
	html_attr(&page->h, "href", href.s);
}

void page_link(struct page *page, const char *path, const char *text)
{
	html_open(&page->h, EL_A);
	add_href(page, path);
	html_text(&page->h, text);
	html_close(&page->h, EL_A);
}

void page_link_record(struct page *page, const char *dir, const char *id,
		      const char *text)
{
	auto_buf path = BUF_INIT;

	buf_addf(&path, "%s/%s.html", dir, id);
	page_link(page, path.s, text);
}

void page_link_out(struct page *page, const char *url, const char *text)
{
	if (!url || !html_url_is_safe(url)) {
		html_text(&page->h, text);
		return;
	}
	html_open(&page->h, EL_A);
	html_attr(&page->h, "href", url);
	html_attr(&page->h, "rel", "noopener noreferrer");
	html_text(&page->h, text);
	html_close(&page->h, EL_A);
}

void page_date(struct page *page, struct date day)
{
	char iso[DATE_ISO_SIZE];

	if (!date_is_set(day))
		return;
	html_open(&page->h, EL_TIME);
	html_attr(&page->h, "datetime", date_iso(day, iso));
	html_text(&page->h, iso);
	html_close(&page->h, EL_TIME);
}

void page_section(struct page *page, const char *title)
{
	html_open(&page->h, EL_SECTION);
	html_element(&page->h, EL_H2, title);
}

void page_none(struct page *page, const char *text)
{
	html_open(&page->h, EL_P);
	html_attr(&page->h, "class", "none");
	html_text(&page->h, text);
	html_close(&page->h, EL_P);
}

void page_behind(struct page *page, const char *id)
{
	if (id && !strings_has(&page->records, id))
		strings_add(page->site->arena, &page->records,
			    arena_strdup(page->site->arena, id));
}

/* ---- head ---- */

static void put_meta(struct page *page, const char *name, const char *content)
{
	if (!content || !*content)
		return;
	html_open(&page->h, EL_META);
	html_attr(&page->h, "name", name);
	html_attr(&page->h, "content", content);
	html_close(&page->h, EL_META);
}

/* The address where the page stands when the office has a site of its own. */
static void add_own_url(const struct page *page, struct buf *url)
{
	const struct website *site = page->site;
	const char *domain = site->book.office->site.domain;

	if (!domain || !*domain)
		return;
	if (!strstr(domain, "://"))
		buf_adds(url, "https://");
	buf_adds(url, domain);
	if (url->s[url->len - 1] != '/')
		buf_addc(url, '/');
	buf_adds(url, page->path);
}

static const char *site_name(const struct website *site)
{
	const struct catalogue_config *office = site->book.office;

	if (office->site.site_name)
		return office->site.site_name;
	return office->site.portal_name ? office->site.portal_name : site->book.name;
}

/* 网站指引 annex: site tags on each page, column tags on columns, the rest on articles. */
static void put_metas(struct page *page, const struct page_head *head)
{
	const struct catalogue_config *office = page->site->book.office;
	const struct page_meta *meta = &head->meta;
	auto_buf url = BUF_INIT;

	add_own_url(page, &url);
	put_meta(page, "SiteName", site_name(page->site));
	put_meta(page, "SiteDomain", office->site.domain);
	put_meta(page, "SiteIDCode", office->site.id_code);
	put_meta(page, "ColumnName", meta->column);
	put_meta(page, "ColumnDescription", meta->column_description);
	put_meta(page, "ColumnKeywords", meta->column_keywords);
	put_meta(page, "ColumnType", meta->column_type);
	if (meta->published) {
		put_meta(page, "ArticleTitle", head->title);
		put_meta(page, "PubDate", meta->published);
		put_meta(page, "ContentSource", meta->source);
		put_meta(page, "Keywords", meta->keywords);
		put_meta(page, "Author", meta->author);
	}
	put_meta(page, "Description", meta->description);
	put_meta(page, "Url", meta->url ? meta->url : url.s);
}

/* At once, so that nobody is taken away while reading; search engines keep the new address alone. */
static void put_refresh(struct page *page, const char *path)
{
	struct html *h = &page->h;
	auto_buf content = BUF_INIT;

	buf_addf(&content, "0; url=%s%s", page->up, path);
	html_open(h, EL_META);
	html_attr(h, "http-equiv", "refresh");
	html_attr(h, "content", content.s);
	html_close(h, EL_META);
	html_open(h, EL_LINK);
	html_attr(h, "rel", "canonical");
	add_href(page, path);
	html_close(h, EL_LINK);
	put_meta(page, "robots", "noindex");
}

static void put_html_head(struct page *page, const struct page_head *head)
{
	struct html *h = &page->h;
	auto_buf title = BUF_INIT;

	buf_addf(&title, "%s - %s", head->title, page->site->book.name);
	html_open(h, EL_HEAD);
	html_open(h, EL_META);
	html_attr(h, "charset", "utf-8");
	html_close(h, EL_META);
	put_meta(page, "viewport", "width=device-width, initial-scale=1");
	put_meta(page, "color-scheme", "light dark");
	html_element(h, EL_TITLE, title.s);
	if (head->leads_to)
		put_refresh(page, head->leads_to);
	else
		put_metas(page, head);
	html_open(h, EL_LINK);
	html_attr(h, "rel", "stylesheet");
	add_href(page, "style.css");
	html_close(h, EL_LINK);
	html_close(h, EL_HEAD);
}

/* ---- frame ---- */

static void put_menu(struct page *page, enum part current)
{
	struct html *h = &page->h;

	html_open(h, EL_NAV);
	html_attr(h, "class", "menu");
	html_attr(h, "aria-label", "主导航");
	html_open(h, EL_UL);
	for (int i = PART_HOME; i < PART_COUNT; i++) {
		html_open(h, EL_LI);
		html_open(h, EL_A);
		add_href(page, parts[i].path);
		if (i == (int)current)
			html_attr(h, "aria-current",
				  strcmp(page->path, parts[i].path) == 0 ? "page"
									 : "true");
		html_text(h, parts[i].name);
		html_close(h, EL_A);
		html_close(h, EL_LI);
	}
	html_close(h, EL_UL);
	html_close(h, EL_NAV);
}

static void put_banner(struct page *page, enum part current)
{
	struct html *h = &page->h;

	html_open(h, EL_HEADER);
	html_attr(h, "class", "banner");
	html_open(h, EL_P);
	html_attr(h, "class", "brand");
	html_element(h, EL_SPAN, page->site->book.name);
	html_text(h, " ");
	html_element(h, EL_STRONG, "政府信息公开");
	html_close(h, EL_P);
	put_menu(page, current);
	html_close(h, EL_HEADER);
}

static void put_crumbs(struct page *page, const struct page_head *head)
{
	struct html *h = &page->h;

	if (head->part == PART_HOME)
		return;
	html_open(h, EL_NAV);
	html_attr(h, "class", "crumbs");
	html_attr(h, "aria-label", "当前位置");
	html_open(h, EL_OL);
	html_open(h, EL_LI);
	page_link(page, part_path(PART_HOME), part_name(PART_HOME));
	html_close(h, EL_LI);
	for (size_t i = 0; i < head->crumb_count; i++) {
		html_open(h, EL_LI);
		page_link(page, head->crumbs[i].path, head->crumbs[i].text);
		html_close(h, EL_LI);
	}
	html_open(h, EL_LI);
	html_attr(h, "aria-current", "page");
	html_text(h, head->title);
	html_close(h, EL_LI);
	html_close(h, EL_OL);
	html_close(h, EL_NAV);
}

void page_open(struct page *page, struct website *site, const struct page_head *head,
	       struct error *err)
{
	struct html *h = &page->h;

	*page = (struct page){
		.site = site,
		.text = BUF_INIT,
		.path = head->path,
		.up = strchr(head->path, '/') ? "../" : "",
		.err = err,
	};
	html_init(h, &page->text);
	html_doctype(h);
	html_open(h, EL_HTML);
	html_attr(h, "lang", "zh-CN");
	put_html_head(page, head);
	html_open(h, EL_BODY);
	html_open(h, EL_A);
	html_attr(h, "class", "skip");
	html_attr(h, "href", "#main");
	html_text(h, "跳到正文");
	html_close(h, EL_A);
	put_banner(page, head->part);
	put_crumbs(page, head);
	html_open(h, EL_MAIN);
	html_attr(h, "id", "main");
	html_element(h, EL_H1, head->title);
}

static void put_footer_text(struct page *page, const char *label, const char *text)
{
	struct html *h = &page->h;

	if (!text || !*text)
		return;
	html_open(h, EL_SPAN);
	html_text(h, label);
	html_text(h, text);
	html_close(h, EL_SPAN);
	html_text(h, " ");
}

static void put_footer(struct page *page)
{
	const struct catalogue_config *office = page->site->book.office;
	struct html *h = &page->h;

	html_open(h, EL_FOOTER);
	html_attr(h, "class", "foot");
	html_open(h, EL_P);
	put_footer_text(page, "主办单位：",
			office->site.sponsor ? office->site.sponsor
					     : page->site->book.name);
	put_footer_text(page, "工作机构：", office->contact.body);
	put_footer_text(page, "联系电话：", office->contact.phone);
	put_footer_text(page, "网站标识码：", office->site.id_code);
	put_footer_text(page, "", office->site.filed);
	html_close(h, EL_P);
	html_close(h, EL_FOOTER);
}

int page_close(struct page *page)
{
	struct html *h = &page->h;
	int r = -1;

	html_close(h, EL_MAIN);
	put_footer(page);
	html_close(h, EL_BODY);
	html_close(h, EL_HTML);
	if (!page->failed)
		r = stage_add(&page->site->stage, page->path, page->text.s,
			      page->text.len, &page->records, page->err);
	buf_release(&page->text);
	return r;
}

/* ---- the way to a page ---- */

static void add_crumb(struct page_head *head, const char *path, const char *text)
{
	if (head->crumb_count < PAGE_CRUMBS)
		head->crumbs[head->crumb_count++] =
			(struct crumb){ .path = path, .text = text };
}

void crumbs_to_category(struct website *site, struct page_head *head, const char *id,
			bool whole)
{
	const struct book_category *way[PAGE_CRUMBS - 1];
	const struct book_category *row = book_category(&site->book, id);
	size_t count = 0;

	add_crumb(head, part_path(PART_CONTENT), part_name(PART_CONTENT));
	if (row && !whole)
		row = book_category(&site->book, row->category->parent);
	/* Records may name each other as parents: the way ends somewhere all the same. */
	for (; row && count < ARRAY_LEN(way); count++) {
		way[count] = row;
		row = book_category(&site->book, row->category->parent);
	}
	while (count-- > 0)
		add_crumb(head,
			  arena_printf(site->arena, "categories/%s.html",
				       way[count]->category->common.id),
			  way[count]->name);
}

const char *subject_name(const struct website *site, const char *subject)
{
	const struct book_unit *unit = book_unit(&site->book, subject);

	if (!unit && !subject)
		unit = book_government(&site->book);
	return unit ? unit->name : site->book.name;
}
