#include <poppler.h>
#include <stdio.h>
#include <string.h>

#include "cmd/inspect/look.h"
#include "cmd/inspect/piece.h"

enum { MAX_PAGES = 5000 };

/* What is known of the pages so far. */
struct pages {
	size_t with_text;
	size_t scanned; /* the first page that is a picture; 0 for none */
};

static void print_comment(PopplerAnnot *annot, const char *where)
{
	char *text = poppler_annot_get_contents(annot);
	char *author =
		POPPLER_IS_ANNOT_MARKUP(annot)
			? poppler_annot_markup_get_label(POPPLER_ANNOT_MARKUP(annot))
			: NULL;

	if (text && *text)
		piece_print(&(struct piece){ .kind = PIECE_COMMENT,
					     .where = where,
					     .author = author,
					     .text = text,
					     .len = strlen(text) });
	g_free(author);
	g_free(text);
}

static void print_comments(PopplerPage *page, const char *where)
{
	GList *list = poppler_page_get_annot_mapping(page);

	for (const GList *item = list; item; item = item->next)
		print_comment(((const PopplerAnnotMapping *)item->data)->annot, where);
	poppler_page_free_annot_mapping(list);
}

/* Returns how many lines with text there are. */
static size_t print_lines(const char *text, const char *where)
{
	size_t count = 0;

	for (uint32_t row = 1; *text; row++) {
		size_t len = strcspn(text, "\n");

		if (strspn(text, " \t\r\f") < len) {
			piece_print(&(struct piece){ .kind = PIECE_TEXT,
						     .where = where,
						     .text = text,
						     .len = len,
						     .row = row });
			count++;
		}
		text += len;
		text += *text == '\n';
	}
	return count;
}

static bool has_picture(PopplerPage *page)
{
	GList *list = poppler_page_get_image_mapping(page);
	bool has = list != NULL;

	poppler_page_free_image_mapping(list);
	return has;
}

static void print_page(PopplerDocument *doc, int i, struct pages *pages)
{
	PopplerPage *page = poppler_document_get_page(doc, i);
	char where[32];
	char *text;

	if (!page)
		return;
	(void)snprintf(where, sizeof(where), "page:%d", i + 1);
	text = poppler_page_get_text(page);
	if (text && print_lines(text, where) > 0)
		pages->with_text++;
	else if (pages->scanned == 0 && has_picture(page))
		pages->scanned = (size_t)i + 1;
	g_free(text);
	print_comments(page, where);
	g_object_unref(page);
}

static void print_properties(PopplerDocument *doc)
{
	char *author = poppler_document_get_author(doc);

	if (author && *author)
		piece_say(PIECE_AUTHOR, NULL, author);
	g_free(author);
	if (poppler_document_has_attachments(doc))
		piece_say(PIECE_HIDDEN, NULL, "");
}

static void print_document(PopplerDocument *doc)
{
	struct pages pages = { .with_text = 0 };
	int count = poppler_document_get_n_pages(doc);
	char where[32];

	print_properties(doc);
	for (int i = 0; i < count && i < MAX_PAGES; i++)
		print_page(doc, i, &pages);
	if (count > MAX_PAGES)
		piece_say(PIECE_LIMIT, NULL, "too many pages");
	(void)snprintf(where, sizeof(where), "page:%zu", pages.scanned);
	if (pages.with_text == 0)
		piece_say(PIECE_UNREADABLE, NULL, "scan");
	else if (pages.scanned > 0)
		piece_say(PIECE_UNREADABLE, where, "scan");
}

void look_at_pdf(const struct looked_at *file)
{
	GError *why = NULL;
	GBytes *bytes = g_bytes_new_static(file->bytes, file->len);
	PopplerDocument *doc = poppler_document_new_from_bytes(bytes, NULL, &why);

	if (doc) {
		print_document(doc);
		g_object_unref(doc);
	} else if (why && g_error_matches(why, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)) {
		piece_say(PIECE_UNREADABLE, NULL, "encrypted");
	} else {
		piece_say(PIECE_DAMAGED, NULL, why ? why->message : "");
	}
	g_clear_error(&why);
	g_bytes_unref(bytes);
}
