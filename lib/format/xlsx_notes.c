#include <stdlib.h>
#include <string.h>

#include "format/xlsx_private.h"

/*
 * Comments of both kinds: comments1.xml with its own list of authors, and threaded ones
 * that name persons elsewhere; and the text in drawings, which lies over the cells.
 */

enum { MAX_NOTE = 64 << 10, MAX_AUTHORS = 10000 };

struct notes {
	struct xlsx_book *book;
	const struct xlsx_sheet *sheet;
	struct strings authors;
	const char *ref;    /* of the comment that is read; NULL outside */
	const char *author; /* likewise */
	bool in_text;
	struct buf text;
};

static const char *author_of(const struct notes *notes, const char *id)
{
	long i = id ? strtol(id, NULL, 10) : -1;

	return i >= 0 && (size_t)i < notes->authors.count ? notes->authors.items[i] : "";
}

static void start_note(void *payload, const char *name, const char *const *attributes)
{
	struct notes *notes = payload;
	const char *ref;

	if (strcmp(name, "comment") == 0 || strcmp(name, "threadedComment") == 0) {
		ref = xml_attribute(attributes, "ref");
		notes->ref = arena_strdup(&notes->book->arena, ref ? ref : "");
		notes->author = author_of(notes, xml_attribute(attributes, "authorId"));
		buf_reset(&notes->text);
	} else if (strcmp(name, "author") == 0) {
		buf_reset(&notes->text);
		notes->in_text = true;
	} else if (strcmp(name, "t") == 0 || (strcmp(name, "text") == 0 && notes->ref)) {
		notes->in_text = true;
	}
}

static void end_comment(struct notes *notes)
{
	const struct xlsx_visitor *visitor = notes->book->visitor;
	const struct xlsx_comment comment = { .sheet = notes->sheet,
					      .ref = notes->ref ? notes->ref : "",
					      .author =
						      notes->author ? notes->author : "",
					      .text = notes->text.s };

	if (visitor->comment)
		visitor->comment(visitor->payload, &comment);
	notes->ref = NULL;
}

static void end_note(void *payload, const char *name)
{
	struct notes *notes = payload;

	if (strcmp(name, "comment") == 0 || strcmp(name, "threadedComment") == 0)
		end_comment(notes);
	if (strcmp(name, "author") == 0 && notes->authors.count < MAX_AUTHORS)
		strings_add(&notes->book->arena, &notes->authors,
			    buf_dup(&notes->text, &notes->book->arena));
	if (strcmp(name, "t") == 0 || strcmp(name, "text") == 0 ||
	    strcmp(name, "author") == 0)
		notes->in_text = false;
}

/* A paragraph of a text box. */
static void end_drawing(void *payload, const char *name)
{
	struct notes *notes = payload;
	const struct xlsx_visitor *visitor = notes->book->visitor;

	if (strcmp(name, "t") == 0)
		notes->in_text = false;
	if (strcmp(name, "p") != 0)
		return;
	if (notes->text.len > 0 && visitor->text)
		visitor->text(visitor->payload, notes->sheet, notes->text.s);
	buf_reset(&notes->text);
}

static void start_drawing(void *payload, const char *name, const char *const *attributes)
{
	struct notes *notes = payload;

	(void)attributes;
	notes->in_text = strcmp(name, "t") == 0;
}

static void note_text(void *payload, const char *text, size_t len)
{
	struct notes *notes = payload;

	if (notes->in_text && notes->text.len + len <= MAX_NOTE)
		buf_add(&notes->text, text, len);
}

int xlsx_read_notes(struct xlsx_book *book, size_t sheet, struct error *err)
{
	struct notes notes = { .book = book,
			       .sheet = list_at(&book->sheets, struct xlsx_sheet, sheet),
			       .text = BUF_INIT };
	const struct xml_handler comments = {
		.payload = &notes, .start = start_note, .end = end_note, .text = note_text
	};
	const struct xml_handler drawings = { .payload = &notes,
					      .start = start_drawing,
					      .end = end_drawing,
					      .text = note_text };
	struct list relations = { 0 };
	int done = ooxml_relations(book->zip, &book->arena, book->parts.items[sheet],
				   &relations, err);

	for (size_t i = 0; done == 0 && i < relations.count; i++) {
		const struct ooxml_relation *relation =
			list_at(&relations, struct ooxml_relation, i);

		buf_reset(&notes.text);
		if (strcmp(relation->type, "comments") == 0 ||
		    strcmp(relation->type, "threadedComment") == 0)
			done = ooxml_read_part(book->zip, relation->part, &comments, NULL,
					       err);
		else if (strcmp(relation->type, "drawing") == 0)
			done = ooxml_read_part(book->zip, relation->part, &drawings, NULL,
					       err);
	}
	buf_release(&notes.text);
	return done;
}
