#include "site/site.h"

#include <string.h>

#include "base/buf.h"
#include "site/pages.h"
#include "site/trees.h"

static const struct page_type *const page_types[] = {
	&home_page,      &guide_page,    &request_page, &content_page,
	&block_page,     &category_page, &unit_page,    &item_page,
	&catalogue_page, &document_page, &years_page,   &moved_page,
};

/* Kinds whose records are read a second time, for the pages that want them whole. */
static const struct kind *const page_kinds[] = { &category_kind, &unit_kind, &item_kind,
						 &document_kind };

static int write_record(void *payload, const struct public_record *pub, struct error *err)
{
	struct website *site = payload;

	for (size_t i = 0; i < ARRAY_LEN(page_types); i++) {
		if (page_types[i]->kind == pub->kind &&
		    page_types[i]->record(site, pub, err) < 0)
			return -1;
	}
	return 0;
}

static int write_pages(struct website *site, struct error *err)
{
	for (size_t i = 0; i < ARRAY_LEN(page_kinds); i++) {
		if (site->source->each(site->source->payload, page_kinds[i], write_record,
				       site, err) < 0)
			return -1;
	}
	for (size_t i = 0; i < ARRAY_LEN(page_types); i++) {
		if (page_types[i]->finish && page_types[i]->finish(site, err) < 0)
			return -1;
	}
	return 0;
}

static int write_rest(struct website *site, struct error *err)
{
	static const char robots[] = "User-agent: *\nAllow: /\n";
	auto_buf style = BUF_INIT;

	style_write(&style);
	if (stage_add(&site->stage, "style.css", style.s, style.len, NULL, err) < 0)
		return -1;
	return stage_add(&site->stage, "robots.txt", robots, sizeof(robots) - 1, NULL,
			 err);
}

static int write_tree(struct website *site, const char *commit, struct error *err)
{
	if (stage_begin(&site->stage, err) < 0 || write_pages(site, err) < 0 ||
	    write_rest(site, err) < 0)
		return -1;
	return stage_end(&site->stage, commit, err);
}

/* Both lists are in the order of paths. */
static size_t count_removed(const struct staging *stage, const struct strings *before)
{
	size_t removed = 0;
	size_t i = 0;

	for (size_t old = 0; old < before->count; old++) {
		int order = -1;

		while (i < stage->files.count) {
			order = strcmp(before->items[old],
				       list_at(&stage->files, struct staged, i)->path);
			if (order <= 0)
				break;
			i++;
		}
		removed += i == stage->files.count || order != 0;
	}
	return removed;
}

static struct site_result result_of(const struct staging *stage,
				    const struct strings *before)
{
	struct site_result result = { .bytes = stage->bytes,
				      .removed = count_removed(stage, before) };

	for (size_t i = 0; i < stage->files.count; i++)
		result.pages +=
			staged_is_page(list_at(&stage->files, struct staged, i)->path);
	return result;
}

static int build(struct website *site, const struct site_options *options,
		 struct site_result *result, struct error *err)
{
	struct strings before = { 0 };
	struct trees trees;

	if (trees_find(site->arena, options->out, &trees, err) < 0 ||
	    book_read(&site->book, site->source, err) < 0)
		return -1;
	if (trees.current)
		before = manifest_pages(site->arena, trees.current);
	if (!options->dry_run) {
		site->stage.tree = trees.next;
		if (trees_prepare(&trees, err) < 0)
			return -1;
	}
	if (write_tree(site, options->commit, err) < 0)
		return -1;
	*result = result_of(&site->stage, &before);
	if (options->dry_run)
		return 0;
	if (trees_switch(&trees, err) < 0)
		return -1;
	return trees_remove_old(&trees, err);
}

int site_build(const struct site_source *source, const struct site_options *options,
	       struct site_result *result, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct website site = {
		.arena = &arena,
		.source = source,
		.book = { .arena = &arena },
		.stage = { .arena = &arena },
	};
	int r = build(&site, options, result, err);

	catalogue_release(&site);
	arena_clear(&arena);
	return r;
}

int site_check_place(const char *out, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct trees trees;
	int r = trees_find(&arena, out, &trees, err);

	arena_clear(&arena);
	return r;
}
