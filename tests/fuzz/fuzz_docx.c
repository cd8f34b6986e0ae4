/*
 * Documents: an archive as it comes, or text that becomes the body and the comments of one,
 * and a page of an OFD.  Whatever is told is whole.
 */
#include <assert.h>

#include "unit/made_zip.h"

#include "format/docx_read.h"
#include "format/ofd_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take_paragraph(void *payload, const struct docx_paragraph *paragraph)
{
	size_t *last = payload;

	assert(strlen(paragraph->text) <= paragraph->len);
	assert(paragraph->len <= DOCX_MAX_PARAGRAPH);
	assert(paragraph->style && paragraph->number > 0);
	*last = paragraph->number;
}

static void take_mark(void *payload, const struct docx_mark *mark)
{
	size_t *last = payload;

	*last += strlen(mark->author) + strlen(mark->text);
}

static void take_line(void *payload, const struct ofd_line *line)
{
	size_t *last = payload;

	assert(strlen(line->text) <= OFD_MAX_LINE);
	*last = line->page;
}

static void read_bytes(const void *bytes, size_t len)
{
	size_t last = 0;
	const struct docx_visitor visitor = { .payload = &last,
					      .paragraph = take_paragraph,
					      .mark = take_mark };
	const struct ofd_visitor ofd = { .payload = &last, .line = take_line };
	struct error err = { 0 };

	if (docx_read(bytes, len, &visitor, &err) < 0)
		assert(err.code != ERR_NONE && err.text[0]);
	if (ofd_read(bytes, len, &ofd, &err) < 0)
		assert(err.code != ERR_NONE && err.text[0]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct made_zip zip = MADE_ZIP;
	auto_buf text = BUF_INIT;

	if (size > 1 && data[0] == 'P' && data[1] == 'K') {
		read_bytes(data, size);
		return 0;
	}
	buf_add(&text, data, size);
	made_document(&zip, text.s);
	made_zip_text(&zip, "word/comments.xml", text.s);
	made_zip_text(&zip, "OFD.xml", "<OFD/>");
	made_zip_text(&zip, "Doc_0/Pages/Page_0/Content.xml", text.s);
	made_zip_end(&zip);
	read_bytes(zip.bytes.s, zip.bytes.len);
	made_zip_release(&zip);
	return 0;
}
