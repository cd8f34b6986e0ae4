/*
 * Papers in OFD: lines at places of a page.  Where a line begins and ends tells an indent, a
 * line in the middle and one to the right, which is what paragraphs and titles are known by.
 */
#include <string.h>

#include "base/list.h"
#include "base/utf8.h"
#include "cmd/inspect/paper.h"
#include "cmd/inspect/piece.h"
#include "format/ofd_read.h"

struct layout {
	struct arena arena;
	struct list lines; /* struct ofd_line */
	double left;       /* edges of the text, of all pages */
	double right;
};

enum { TEXT_MIN = 20 }; /* characters of a line that tells where the edges are */

static void take_line(void *payload, const struct ofd_line *line)
{
	struct layout *layout = payload;
	struct ofd_line *kept = list_add(&layout->arena, &layout->lines, sizeof(*kept));

	*kept = *line;
	kept->text = arena_strdup(&layout->arena, line->text);
	if (utf8_count(line->text, strlen(line->text)) < TEXT_MIN)
		return;
	if (layout->right <= 0 || line->left < layout->left)
		layout->left = line->left;
	if (line->right > layout->right)
		layout->right = line->right;
}

/* — 3 — below the last line of a page. */
static bool is_page_number(const struct layout *layout, size_t i)
{
	const struct ofd_line *line = list_at(&layout->lines, struct ofd_line, i);
	size_t len = strlen(line->text);
	bool digits = false;
	size_t used;

	if (i + 1 < layout->lines.count &&
	    list_at(&layout->lines, struct ofd_line, i + 1)->page == line->page)
		return false;
	for (size_t at = 0; at < len; at += used) {
		uint32_t c = utf8_decode(line->text + at, len - at, &used);
		bool digit = (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);

		digits = digits || digit;
		if (!digit && c != ' ' && c != '-' && c != 0x3000 && c != 0xFF0D &&
		    !(c >= 0x2010 && c <= 0x2015))
			return false;
	}
	return digits;
}

/* NULL where it begins at the edge, or nothing says where that is. */
static const char *align_of(const struct layout *layout, const struct ofd_line *line,
			    bool *indented)
{
	double before = line->left - layout->left;
	double after = layout->right - line->right;
	double off = before - after;

	*indented = false;
	if (layout->right <= 0 || line->size <= 0 || before < 0.5 * line->size)
		return NULL;
	if (before < 3.5 * line->size && off < -0.5 * line->size) {
		*indented = true;
		return NULL;
	}
	if (off < line->size && off > -line->size && before > 0.8 * line->size &&
	    !(before < 2.5 * line->size && after < 0.5 * line->size))
		return "centre";
	if (off > 0 && after < 6 * line->size && before > 6 * line->size)
		return "right";
	*indented = before < 3.5 * line->size;
	return NULL;
}

static void print_line(const struct layout *layout, size_t i)
{
	const struct ofd_line *line = list_at(&layout->lines, struct ofd_line, i);
	bool margin = is_page_number(layout, i);
	auto_buf out = BUF_INIT;
	auto_buf text = BUF_INIT;
	struct json json;
	bool indented;
	const char *align = align_of(layout, line, &indented);

	/* Blanks are how the other formats say it. */
	if (indented)
		buf_adds(&text, "　　");
	buf_adds(&text, line->text);
	paper_begin(&json, &out, "line");
	json_member(&json, "place", margin ? "margin" : NULL);
	json_member(&json, "align", align);
	paper_add_text(&json, text.s, text.len);
	paper_finish(&json, &out);
}

void paper_of_ofd(const struct looked_at *file)
{
	struct layout layout = { .left = 0 };
	const struct ofd_visitor visitor = { .payload = &layout, .line = take_line };
	struct error err;

	if (ofd_read(file->bytes, file->len, &visitor, &err) < 0) {
		piece_failure(&err);
	} else if (layout.lines.count == 0) {
		piece_say(PIECE_UNREADABLE, NULL, "scan");
	} else {
		for (size_t i = 0; i < layout.lines.count; i++)
			print_line(&layout, i);
		paper_print_left(&(struct paper_left_out){ .comments = 0 });
	}
	arena_clear(&layout.arena);
}
