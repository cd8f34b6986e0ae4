#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "site/book_private.h"

static int compare_entries(const void *a, const void *b)
{
	const struct lookup_entry *one = a;
	const struct lookup_entry *other = b;

	return strcmp(one->id, other->id);
}

static const char *unit_id(const struct list *list, size_t i)
{
	return list_at(list, struct book_unit, i)->unit->common.id;
}

static const char *category_id(const struct list *list, size_t i)
{
	return list_at(list, struct book_category, i)->category->common.id;
}

static const char *channel_id(const struct list *list, size_t i)
{
	return list_at(list, struct book_channel, i)->channel->common.id;
}

static const char *item_id(const struct list *list, size_t i)
{
	return list_at(list, struct book_item, i)->id;
}

static const char *document_id(const struct list *list, size_t i)
{
	return list_at(list, struct book_document, i)->id;
}

static int make_lookup(const struct book *book, const struct list *list,
		       const char *(*id)(const struct list *list, size_t i),
		       struct lookup *out, struct error *err)
{
	out->count = list->count;
	if (!list->count)
		return 0;
	out->items = arena_array(book->arena, struct lookup_entry, list->count);
	for (size_t i = 0; i < list->count; i++)
		out->items[i] = (struct lookup_entry){ .id = id(list, i), .row = i };
	qsort(out->items, out->count, sizeof(*out->items), compare_entries);
	for (size_t i = 1; i < out->count; i++) {
		if (strcmp(out->items[i - 1].id, out->items[i].id) == 0)
			return error_set(err, ERR_CONFLICT,
					 tr("two records have the id %s"),
					 out->items[i].id);
	}
	return 0;
}

bool lookup_find(const struct lookup *lookup, const char *id, size_t *row)
{
	const struct lookup_entry key = { .id = id };
	const struct lookup_entry *found = NULL;

	if (id && lookup->count)
		found = bsearch(&key, lookup->items, lookup->count, sizeof(key),
				compare_entries);
	if (found)
		*row = found->row;
	return found != NULL;
}

struct book_unit *book_unit(const struct book *book, const char *id)
{
	size_t i;

	return lookup_find(&book->unit_ids, id, &i)
		       ? list_at(&book->units, struct book_unit, i)
		       : NULL;
}

struct book_category *book_category(const struct book *book, const char *id)
{
	size_t i;

	return lookup_find(&book->category_ids, id, &i)
		       ? list_at(&book->categories, struct book_category, i)
		       : NULL;
}

const struct book_channel *book_channel(const struct book *book, const char *id)
{
	size_t i;

	return lookup_find(&book->channel_ids, id, &i)
		       ? list_at(&book->channels, struct book_channel, i)
		       : NULL;
}

struct book_item *book_item(const struct book *book, const char *id)
{
	size_t i;

	return lookup_find(&book->item_ids, id, &i)
		       ? list_at(&book->items, struct book_item, i)
		       : NULL;
}

struct book_document *book_document(const struct book *book, const char *id)
{
	size_t i;

	return lookup_find(&book->document_ids, id, &i)
		       ? list_at(&book->documents, struct book_document, i)
		       : NULL;
}

const struct book_unit *book_government(const struct book *book)
{
	for (size_t i = 0; i < book->units.count; i++) {
		const struct book_unit *row = list_at(&book->units, struct book_unit, i);

		if (row->unit->kind == UNIT_OFFICE)
			return row;
	}
	return NULL;
}

struct date document_day(const struct book_document *document)
{
	return date_is_set(document->published) ? document->published : document->formed;
}

int document_year(const struct book_document *document)
{
	struct date day = document_day(document);

	return date_is_set(day) ? day.year : (int)strtol(document->id, NULL, 10);
}

int book_index(struct book *book, struct error *err)
{
	if (make_lookup(book, &book->units, unit_id, &book->unit_ids, err) < 0 ||
	    make_lookup(book, &book->categories, category_id, &book->category_ids, err) <
		    0 ||
	    make_lookup(book, &book->channels, channel_id, &book->channel_ids, err) < 0 ||
	    make_lookup(book, &book->items, item_id, &book->item_ids, err) < 0)
		return -1;
	return make_lookup(book, &book->documents, document_id, &book->document_ids, err);
}
