/*
 * What stands where a record had its page before it got another number: boards, letters
 * and other sites name the old address.
 */
#include <stdlib.h>
#include <string.h>

#include "record/id.h"
#include "site/pages.h"

struct moved {
	const struct kind *kind;
	const char *from;
	const char *to;
};

struct gathering {
	struct website *site;
	struct list all; /* struct moved */
};

static int gather(void *payload, const struct kind *kind, const char *from,
		  const char *to, struct error *err)
{
	struct gathering *g = payload;
	struct arena *arena = g->site->arena;

	(void)err;
	/* What cannot be the name of a page has none. */
	if (id_fits(kind, from) && id_fits(kind, to))
		*(struct moved *)list_add(arena, &g->all, sizeof(struct moved)) =
			(struct moved){ .kind = kind,
					.from = arena_strdup(arena, from),
					.to = arena_strdup(arena, to) };
	return 0;
}

static int compare_moved(const void *a, const void *b)
{
	const struct moved *x = a;
	const struct moved *y = b;

	return strcmp(x->from, y->from);
}

static const char *title_of(const struct website *site, const struct kind *kind,
			    const char *id)
{
	const struct book_document *document =
		kind == &document_kind ? book_document(&site->book, id) : NULL;
	const struct book_item *item =
		kind == &item_kind ? book_item(&site->book, id) : NULL;

	if (document)
		return document->title;
	return item ? item->title : NULL;
}

/* The number at the end of the way, when its page is on the site; NULL else. */
static const char *find_end(const struct gathering *g, const struct moved *first)
{
	struct moved at = *first;

	/* Stubs that lead in a circle end as well. */
	for (size_t i = 0; i < g->all.count; i++) {
		const struct moved key = { .from = at.to };
		const struct moved *next;

		if (title_of(g->site, at.kind, at.to))
			return at.to;
		next = bsearch(&key, g->all.items, g->all.count, sizeof(key),
			       compare_moved);
		if (!next)
			return NULL;
		at = *next;
	}
	return NULL;
}

static int write_page(struct website *site, const struct moved *moved, const char *to,
		      struct error *err)
{
	const char *path =
		arena_printf(site->arena, "%s/%s.html", moved->kind->dir, moved->from);
	const char *target =
		arena_printf(site->arena, "%s/%s.html", moved->kind->dir, to);
	const struct page_head head = {
		.path = path,
		.title = arena_printf(site->arena, "编号%s已改为%s", moved->from, to),
		.part = PART_CONTENT,
		.crumbs = { { part_path(PART_CONTENT), part_name(PART_CONTENT) } },
		.crumb_count = 1,
		.leads_to = target,
	};
	struct page page;

	page_open(&page, site, &head, err);
	page_behind(&page, to);
	html_open(&page.h, EL_P);
	html_text(&page.h, "本页内容现在的地址：");
	page_link(&page, target, title_of(site, moved->kind, to));
	html_close(&page.h, EL_P);
	return page_close(&page);
}

static int write_moved(struct website *site, struct error *err)
{
	struct gathering g = { .site = site };
	const struct site_source *source = site->source;

	if (!source->each_moved)
		return 0;
	if (source->each_moved(source->payload, gather, &g, err) < 0)
		return -1;
	if (g.all.count > 0)
		qsort(g.all.items, g.all.count, sizeof(struct moved), compare_moved);
	for (size_t i = 0; i < g.all.count; i++) {
		const struct moved *moved = list_at(&g.all, struct moved, i);
		const char *to = find_end(&g, moved);

		/* A number that is given is a page of its own. */
		if (to && !title_of(site, moved->kind, moved->from) &&
		    write_page(site, moved, to, err) < 0)
			return -1;
	}
	return 0;
}

const struct page_type moved_page = { .finish = write_moved };
