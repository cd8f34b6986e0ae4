/* Signs that Word takes from fonts of its own, most of them boxes and ticks of forms. */
#include "format/docx_private.h"

static const struct {
	const char *font;
	uint32_t code;
	const char *text;
} signs[] = {
	{ "Wingdings", 0xF0FE, "☑" },   { "Wingdings", 0xF0FD, "☒" },
	{ "Wingdings", 0xF0FC, "√" },   { "Wingdings", 0xF0FB, "×" },
	{ "Wingdings", 0xF0A8, "□" },   { "Wingdings", 0xF06F, "□" },
	{ "Wingdings", 0xF06E, "■" },   { "Wingdings", 0xF0E0, "→" },
	{ "Wingdings 2", 0xF052, "☑" }, { "Wingdings 2", 0xF053, "☒" },
	{ "Wingdings 2", 0xF054, "☒" }, { "Wingdings 2", 0xF050, "√" },
	{ "Wingdings 2", 0xF0A3, "□" }, { "Wingdings 2", 0xF0A2, "■" },
	{ "Wingdings 2", 0xF02A, "□" },
};

const char *docx_symbol_font(const char *name)
{
	for (size_t i = 0; name && i < ARRAY_LEN(signs); i++)
		if (docx_is(name, signs[i].font))
			return signs[i].font;
	return NULL;
}

const char *docx_symbol(const char *font, uint32_t code)
{
	for (size_t i = 0; font && i < ARRAY_LEN(signs); i++)
		if (docx_is(font, signs[i].font) && (code | 0xF000) == signs[i].code)
			return signs[i].text;
	return "□";
}
