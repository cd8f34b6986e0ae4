#include "cmd/inspect/office.h"

#include <string.h>

#include "cmd/inspect/piece.h"

void office_property(void *payload, const struct ooxml_property *property)
{
	(void)payload;
	if (strcmp(property->name, "Company") != 0)
		piece_say(PIECE_AUTHOR, NULL, property->value);
}

void office_part(void *payload, const char *name)
{
	(void)payload;
	(void)name;
	piece_say(PIECE_HIDDEN, NULL, "");
}
