#include "site/book.h"

#include "base/i18n.h"
#include "record/id.h"
#include "site/book_private.h"

struct reading {
	struct book *book;
	const struct kind *kind;
};

static const char *keep(const struct book *book, const char *text)
{
	return text ? arena_strdup(book->arena, text) : NULL;
}

static void keep_all(const struct book *book, const struct strings *src,
		     struct strings *dst)
{
	for (size_t i = 0; i < src->count; i++)
		strings_add(book->arena, dst, keep(book, src->items[i]));
}

void rows_add(struct arena *arena, struct rows *rows, size_t row)
{
	rows->items = array_grow(arena, rows->items, rows->count, &rows->room,
				 sizeof(*rows->items));
	rows->items[rows->count++] = row;
}

static void add_unit(struct book *book, const struct public_record *pub)
{
	struct book_unit *row = list_add(book->arena, &book->units, sizeof(*row));

	row->unit = public_keep(book->arena, pub);
	row->name = row->unit->name ? row->unit->name : row->unit->common.id;
}

static void add_category(struct book *book, const struct public_record *pub)
{
	struct book_category *row =
		list_add(book->arena, &book->categories, sizeof(*row));

	row->category = public_keep(book->arena, pub);
	row->name = row->category->name ? row->category->name : row->category->common.id;
}

static void add_channel(struct book *book, const struct public_record *pub)
{
	struct book_channel *row = list_add(book->arena, &book->channels, sizeof(*row));

	row->channel = public_keep(book->arena, pub);
	row->name = row->channel->name ? row->channel->name : row->channel->common.id;
}

static void add_item(struct book *book, const struct public_record *pub)
{
	const struct item *item = PUBLIC(pub, struct item);
	struct book_item *row = list_add(book->arena, &book->items, sizeof(*row));

	*row = (struct book_item){
		.id = keep(book, item->common.id),
		.title = keep(book, item->title ? item->title : item->common.id),
		.group = keep(book, item->group),
		.unit = keep(book, item->unit),
		.limit = keep(book, item->limit),
		.attribute = item->disclosure.attribute,
		.state = item->state.value,
	};
	keep_all(book, &item->categories, &row->categories);
	keep_all(book, &item->common.tags, &row->categories);
}

static struct date first_published(const struct common *common)
{
	struct date first = { 0 };

	for (size_t i = 0; i < common->events.count; i++) {
		const struct event *event = list_at(&common->events, struct event, i);

		if (event->act == ACT_PUBLISH &&
		    (!date_is_set(first) || date_compare(event->date, first) < 0))
			first = event->date;
	}
	return first;
}

static void add_document(struct book *book, const struct public_record *pub)
{
	const struct document *doc = PUBLIC(pub, struct document);
	struct book_document *row = list_add(book->arena, &book->documents, sizeof(*row));
	const struct list *by = &doc->interpretation.by;

	*row = (struct book_document){
		.id = keep(book, doc->common.id),
		.title = keep(book, doc->title ? doc->title : doc->common.id),
		.number = keep(book, doc->number),
		.unit = keep(book, doc->unit),
		.formed = doc->formed,
		.published = first_published(&doc->common),
		.type = doc->type,
		.force = doc->force,
		.interprets = keep(book, doc->interprets.id),
	};
	keep_all(book, &doc->items, &row->items);
	keep_all(book, &doc->common.tags, &row->topics);
	for (size_t i = 0; i < by->count; i++) {
		const struct document_link *link = list_at(by, struct document_link, i);

		if (link->id)
			strings_add(book->arena, &row->interpreted_by,
				    keep(book, link->id));
	}
}

static void add_office(struct book *book, const struct public_record *pub)
{
	book->office = public_keep(book->arena, pub);
}

static const struct book_part {
	const struct kind *kind;
	void (*add)(struct book *book, const struct public_record *pub);
} parts[] = {
	{ &catalogue_kind, add_office },  { &unit_kind, add_unit },
	{ &category_kind, add_category }, { &channel_kind, add_channel },
	{ &item_kind, add_item },         { &document_kind, add_document },
};

static int read_one(void *payload, const struct public_record *pub, struct error *err)
{
	struct reading *reading = payload;
	const char *id = pub->common->id;
	bool single = reading->kind->id_form == ID_SINGLE;

	/* An id becomes the name of a file: what cannot be one must not get that far. */
	if (!single && (!id || !id_fits(reading->kind, id)))
		return error_set(err, ERR_DENIED,
				 tr("'%s' cannot be the id of a page of kind %s"),
				 id ? id : "", reading->kind->name);
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		if (parts[i].kind == reading->kind)
			parts[i].add(reading->book, pub);
	}
	return 0;
}

static int read_kind(struct book *book, const struct site_source *source,
		     const struct kind *kind, struct error *err)
{
	struct reading reading = { .book = book, .kind = kind };

	return source->each(source->payload, kind, read_one, &reading, err);
}

int book_read(struct book *book, const struct site_source *source, struct error *err)
{
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		if (read_kind(book, source, parts[i].kind, err) < 0)
			return -1;
	}
	if (!book->office)
		book->office = arena_new(book->arena, struct catalogue_config);
	book->name = book->office->name ? book->office->name : "";
	if (book_index(book, err) < 0)
		return -1;
	book_link(book);
	return 0;
}
