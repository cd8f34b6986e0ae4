#include <stdlib.h>

#include "site/book_private.h"

/* The same row comes twice in a row when a document serves two items of a category. */
static void add_once(struct arena *arena, struct rows *rows, size_t row)
{
	if (!rows->count || rows->items[rows->count - 1] != row)
		rows_add(arena, rows, row);
}

static void link_items(struct book *book)
{
	for (size_t i = 0; i < book->items.count; i++) {
		const struct book_item *item = list_at(&book->items, struct book_item, i);
		struct book_unit *unit = book_unit(book, item->unit);

		if (unit)
			rows_add(book->arena, &unit->items, i);
		for (size_t n = 0; n < item->categories.count; n++) {
			struct book_category *category =
				book_category(book, item->categories.items[n]);

			if (category)
				add_once(book->arena, &category->items, i);
		}
	}
}

static void link_categories(struct book *book)
{
	for (size_t i = 0; i < book->categories.count; i++) {
		const struct book_category *row =
			list_at(&book->categories, struct book_category, i);
		struct book_category *parent = book_category(book, row->category->parent);

		if (parent && parent != row)
			rows_add(book->arena, &parent->children, i);
	}
}

static void link_to_categories(struct book *book, const struct strings *ids, size_t row)
{
	for (size_t i = 0; i < ids->count; i++) {
		struct book_category *category = book_category(book, ids->items[i]);

		if (category)
			add_once(book->arena, &category->documents, row);
	}
}

static bool rows_have(const struct rows *rows, size_t row)
{
	for (size_t i = 0; i < rows->count; i++) {
		if (rows->items[i] == row)
			return true;
	}
	return false;
}

/* Whichever of the two records names the other, both pages show the link. */
static void link_interpretation(struct book *book, size_t text, size_t about)
{
	struct book_document *all = book->documents.items;

	if (text == about || rows_have(&all[about].interpretations, text))
		return;
	rows_add(book->arena, &all[about].interpretations, text);
	rows_add(book->arena, &all[text].interpreted, about);
}

static void link_document(struct book *book, size_t row)
{
	const struct book_document *doc =
		list_at(&book->documents, struct book_document, row);
	struct book_unit *unit = book_unit(book, doc->unit);
	size_t other;

	if (unit)
		rows_add(book->arena, &unit->documents, row);
	link_to_categories(book, &doc->topics, row);
	for (size_t i = 0; i < doc->items.count; i++) {
		struct book_item *item = book_item(book, doc->items.items[i]);

		if (!item)
			continue;
		add_once(book->arena, &item->documents, row);
		link_to_categories(book, &item->categories, row);
	}
	if (lookup_find(&book->document_ids, doc->interprets, &other))
		link_interpretation(book, row, other);
	for (size_t i = 0; i < doc->interpreted_by.count; i++) {
		if (lookup_find(&book->document_ids, doc->interpreted_by.items[i],
				&other))
			link_interpretation(book, other, row);
	}
}

struct dated_row {
	struct date day;
	size_t row;
};

static int compare_newest(const void *a, const void *b)
{
	const struct dated_row *one = a;
	const struct dated_row *other = b;
	int order = date_compare(other->day, one->day);

	return order ? order : (one->row < other->row) - (one->row > other->row);
}

/* Lists are filled in this order, so that each shows the latest first. */
static void sort_newest(struct book *book)
{
	size_t count = book->documents.count;
	struct dated_row *all;

	if (!count)
		return;
	all = arena_array(book->arena, struct dated_row, count);
	for (size_t i = 0; i < count; i++) {
		const struct book_document *doc =
			list_at(&book->documents, struct book_document, i);

		all[i] = (struct dated_row){ .day = document_day(doc), .row = i };
		/* Without a day it stands at the end of its year. */
		if (!date_is_set(all[i].day))
			all[i].day.year = (int16_t)document_year(doc);
	}
	qsort(all, count, sizeof(*all), compare_newest);
	for (size_t i = 0; i < count; i++)
		rows_add(book->arena, &book->newest, all[i].row);
}

void book_link(struct book *book)
{
	sort_newest(book);
	link_categories(book);
	link_items(book);
	for (size_t i = 0; i < book->newest.count; i++)
		link_document(book, book->newest.items[i]);
}
