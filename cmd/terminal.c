#include "cmd/cmd.h"

static const char *const codes[] = {
	[STYLE_NONE] = "",         [STYLE_BOLD] = "\033[1m",
	[STYLE_RED] = "\033[31m",  [STYLE_YELLOW] = "\033[33m",
	[STYLE_BLUE] = "\033[34m", [STYLE_GREEN] = "\033[32m",
	[STYLE_DIM] = "\033[2m",
};

void print_styled(FILE *out, bool color, enum style style, const char *text)
{
	if (color && style != STYLE_NONE)
		(void)fprintf(out, "%s%s\033[0m", codes[style], text);
	else
		(void)fputs(text, out);
}
