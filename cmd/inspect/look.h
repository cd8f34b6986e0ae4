/*
 * Looking into one kind of file: each prints the pieces that it finds.
 *
 * The bytes are hostile.  When one of these runs the sandbox is closed: nothing can be
 * opened that was not opened before.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_INSPECT_LOOK_H
#define GK_CMD_INSPECT_LOOK_H

#include "base/base.h"
#include "base/buf.h"

/* A file in memory, and what it is called. */
struct looked_at {
	const char *bytes;
	size_t len;
	const char *name;
};

/** Open what decoding needs, before the sandbox is closed. */
void look_prepare(void);

/* What can be asked for of a file. */
struct look_view {
	const char *name;
	void (*look)(const struct looked_at *file);
};

/** The view of that name, NULL when there is none. */
const struct look_view *look_view(const char *name);

/* ---- view "pieces": what is to be checked ---- */

/** Print what is in it, by its content, then by its name. */
void look_into(const struct looked_at *file);

void look_at_text(const struct looked_at *file);
void look_at_xlsx(const struct looked_at *file);
void look_at_docx(const struct looked_at *file);
void look_at_ofd(const struct looked_at *file);
void look_at_pdf(const struct looked_at *file);
/** Position and author of a photograph. */
void look_at_picture(const struct looked_at *file);

/* ---- view "sheet": the cells of a workbook or a CSV file ---- */

/** Print sheets, cells and merged ranges: sheet.c has the form of the lines. */
void look_at_sheets(const struct looked_at *file);

/* ---- view "paper": the paragraphs of a document ---- */

/** Print them with how they look: paper.c has the form of the lines. */
void look_at_paper(const struct looked_at *file);

/* ---- what they share ---- */

enum look_kind {
	LOOK_NOTHING,
	LOOK_TEXT,
	LOOK_PDF,
	LOOK_PHOTO,
	LOOK_XLSX,
	LOOK_DOCX,
	LOOK_OFD,
	LOOK_KIND_COUNT
};

/**
 * What it is, by its content, then by its name.  LOOK_NOTHING is what no machine reads or
 * what is not whole: then a piece that says so has been printed, whatever the view.
 */
enum look_kind look_kind(const struct looked_at *file);

/** Append the text in UTF-8, from UTF-16 or GB 18030 where it is that; false when it is none of them. */
bool look_decode(const struct looked_at *file, struct buf *out);

/** Whether the name ends so, upper or lower case. */
bool name_ends(const char *name, const char *end);

#endif
