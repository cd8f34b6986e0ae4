/*
 * What XLSX and DOCX have in common (ECMA-376 part 2): parts in a ZIP archive, relations
 * between them, and properties of the whole.
 *
 * Layer: format, in the library gk_office.
 */
#ifndef GK_FORMAT_OOXML_H
#define GK_FORMAT_OOXML_H

#include "base/arena.h"
#include "base/list.h"
#include "format/xml.h"
#include "format/zip.h"

/* A property that says who wrote it or where. */
struct ooxml_property {
	const char *name; /* creator, lastModifiedBy, Company, Manager */
	const char *value;
};

struct ooxml_relation {
	const char *id;
	const char *type; /* the last part of its address: worksheet, comments */
	const char *part; /* name of the part, without a leading slash */
};

/** Read an entry as XML. */
int ooxml_read(struct zip_reader *zip, size_t entry, const struct xml_handler *handler,
	       struct error *err) gk_must_use;
/** The same by name; a part that is not there is no failure, *found tells (may be NULL). */
int ooxml_read_part(struct zip_reader *zip, const char *part,
		    const struct xml_handler *handler, bool *found,
		    struct error *err) gk_must_use;

/** Append the struct ooxml_relation of a part, "" for the whole; what leads outside is left out. */
int ooxml_relations(struct zip_reader *zip, struct arena *arena, const char *part,
		    struct list *out, struct error *err) gk_must_use;
/** The first part of that type, or `otherwise`. */
const char *ooxml_related(const struct list *relations, const char *type,
			  const char *otherwise);

/** Append the struct ooxml_property that are set. */
int ooxml_properties(struct zip_reader *zip, struct arena *arena, struct list *out,
		     struct error *err) gk_must_use;

#endif
