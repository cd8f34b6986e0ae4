#include "format/xml_write.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD };

void xml_init(struct xml_writer *x, struct buf *out)
{
	*x = (struct xml_writer){ .out = out };
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

static void new_line(struct xml_writer *x, unsigned int depth)
{
	if (x->out->len > 0 && x->out->s[x->out->len - 1] != '\n')
		buf_addc(x->out, '\n');
	for (unsigned int i = 0; i < depth; i++)
		buf_adds(x->out, "  ");
}

static void end_tag(struct xml_writer *x)
{
	if (x->tag_open)
		buf_addc(x->out, '>');
	x->tag_open = false;
}

/* XML 1.0, production 2. */
static bool is_character(uint32_t code)
{
	if (code < ' ')
		return code == '\t' || code == '\n' || code == '\r';
	return code != 0xFFFE && code != 0xFFFF && !(code >= 0xD800 && code < 0xE000);
}

static const char *entity_of(uint32_t code, bool in_attribute)
{
	switch (code) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return in_attribute ? "&quot;" : NULL;
	case '\r':
		/* A reader makes a line end of it, and blanks of all three in an attribute. */
		return "&#13;";
	case '\n':
		return in_attribute ? "&#10;" : NULL;
	case '\t':
		return in_attribute ? "&#9;" : NULL;
	default:
		return NULL;
	}
}

static void add_escaped(struct buf *out, const char *text, bool in_attribute)
{
	size_t len = strlen(text);
	size_t used;

	for (size_t at = 0; at < len; at += used) {
		uint32_t code = utf8_decode(text + at, len - at, &used);
		const char *entity = entity_of(code, in_attribute);

		if (entity)
			buf_adds(out, entity);
		else
			utf8_add(out, is_character(code) ? code : REPLACEMENT);
	}
}

void xml_open(struct xml_writer *x, const char *name)
{
	assert(x->depth < XML_WRITE_MAX_DEPTH);
	end_tag(x);
	if (x->depth > 0) {
		assert(!x->stack[x->depth - 1].has_text);
		x->stack[x->depth - 1].has_elements = true;
	}
	new_line(x, x->depth);
	buf_addf(x->out, "<%s", name);
	x->stack[x->depth].name = name;
	x->stack[x->depth].has_elements = false;
	x->stack[x->depth].has_text = false;
	x->depth++;
	x->tag_open = true;
}

void xml_attr(struct xml_writer *x, const char *name, const char *value)
{
	assert(x->tag_open);
	buf_addf(x->out, " %s=\"", name);
	add_escaped(x->out, value, /* in_attribute */ true);
	buf_addc(x->out, '"');
}

void xml_attr_number(struct xml_writer *x, const char *name, size_t n)
{
	assert(x->tag_open);
	buf_addf(x->out, " %s=\"%zu\"", name, n);
}

void xml_text(struct xml_writer *x, const char *text)
{
	assert(x->depth > 0 && !x->stack[x->depth - 1].has_elements);
	end_tag(x);
	x->stack[x->depth - 1].has_text = true;
	add_escaped(x->out, text, /* in_attribute */ false);
}

void xml_close(struct xml_writer *x)
{
	assert(x->depth > 0);
	x->depth--;
	if (x->tag_open) {
		buf_adds(x->out, "/>");
		x->tag_open = false;
	} else {
		if (x->stack[x->depth].has_elements)
			new_line(x, x->depth);
		buf_addf(x->out, "</%s>", x->stack[x->depth].name);
	}
	if (x->depth == 0)
		buf_addc(x->out, '\n');
}
