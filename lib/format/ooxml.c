#include "format/ooxml.h"

#include <string.h>

#include "base/buf.h"

/* ---- parts ---- */

static int feed(void *payload, const char *bytes, size_t len, struct error *err)
{
	return xml_reader_feed(payload, bytes, len, false, err);
}

int ooxml_read(struct zip_reader *zip, size_t entry, const struct xml_handler *handler,
	       struct error *err)
{
	struct xml_reader *xml = xml_reader_new(handler);
	int done = zip_reader_read(zip, entry, feed, xml, err);

	if (done == 0)
		done = xml_reader_feed(xml, "", 0, true, err);
	xml_reader_free(xml);
	return done < 0 ? error_wrap(err, "%s", zip_reader_name(zip, entry)) : 0;
}

int ooxml_read_part(struct zip_reader *zip, const char *part,
		    const struct xml_handler *handler, bool *found, struct error *err)
{
	size_t entry = zip_reader_find(zip, part);
	bool there = entry < zip_reader_count(zip);

	if (found)
		*found = there;
	return there ? ooxml_read(zip, entry, handler, err) : 0;
}

/* ---- relations ---- */

enum { MAX_RELATIONS = 20000 };

struct relations {
	struct arena *arena;
	const char *folder; /* of the part they are of; targets begin there */
	struct list *out;
	bool full;
};

/* Cut the last part of a path off, with its slash. */
static void cut_last(struct buf *path)
{
	while (path->len > 0 && path->s[path->len - 1] != '/')
		buf_truncate(path, path->len - 1);
	if (path->len > 0)
		buf_truncate(path, path->len - 1);
}

/* A name of a part: "../" goes up in the archive, never out of it. */
static const char *resolve(struct arena *arena, const char *folder, const char *target)
{
	auto_buf path = BUF_INIT;

	if (*target != '/')
		buf_adds(&path, folder);
	while (*target) {
		size_t len;

		target += strspn(target, "/");
		len = strcspn(target, "/");
		if (len == 2 && memcmp(target, "..", 2) == 0) {
			cut_last(&path);
		} else if (len > 0 && !(len == 1 && *target == '.')) {
			if (path.len)
				buf_addc(&path, '/');
			buf_add(&path, target, len);
		}
		target += len;
	}
	return buf_dup(&path, arena);
}

static void add_relation(void *payload, const char *name, const char *const *attributes)
{
	struct relations *relations = payload;
	const char *id = xml_attribute(attributes, "Id");
	const char *type = xml_attribute(attributes, "Type");
	const char *target = xml_attribute(attributes, "Target");
	const char *mode = xml_attribute(attributes, "TargetMode");
	const char *slash = type ? strrchr(type, '/') : NULL;
	struct ooxml_relation *relation;

	if (strcmp(name, "Relationship") != 0 || !id || !type || !target ||
	    (mode && strcmp(mode, "External") == 0))
		return;
	/* A part that is not known of would not be looked into. */
	relations->full = relations->full || relations->out->count >= MAX_RELATIONS;
	if (relations->full)
		return;
	relation = list_add(relations->arena, relations->out, sizeof(*relation));
	relation->id = arena_strdup(relations->arena, id);
	relation->type = arena_strdup(relations->arena, slash ? slash + 1 : type);
	relation->part = resolve(relations->arena, relations->folder, target);
}

int ooxml_relations(struct zip_reader *zip, struct arena *arena, const char *part,
		    struct list *out, struct error *err)
{
	struct relations relations = { .arena = arena, .out = out };
	const struct xml_handler handler = { .payload = &relations,
					     .start = add_relation };
	const char *slash = strrchr(part, '/');
	const char *name = slash ? slash + 1 : part;
	auto_buf folder = BUF_INIT;
	auto_buf path = BUF_INIT;

	if (slash)
		buf_add(&folder, part, (size_t)(slash - part));
	relations.folder = folder.s;
	buf_addf(&path, "%s%s_rels/%s.rels", folder.s, slash ? "/" : "", name);
	if (ooxml_read_part(zip, path.s, &handler, NULL, err) < 0)
		return -1;
	return relations.full ? error_set(err, ERR_LIMIT, "too many parts") : 0;
}

const char *ooxml_related(const struct list *relations, const char *type,
			  const char *otherwise)
{
	for (size_t i = 0; i < relations->count; i++) {
		const struct ooxml_relation *relation =
			list_at(relations, struct ooxml_relation, i);

		if (strcmp(relation->type, type) == 0)
			return relation->part;
	}
	return otherwise;
}

/* ---- properties ---- */

static const char *const property_names[] = { "creator", "lastModifiedBy", "Company",
					      "Manager" };

enum { MAX_PROPERTY = 1000 };

struct properties {
	struct arena *arena;
	struct list *out;
	const char *name; /* of the one that is read; NULL between */
	struct buf text;
};

static void start_property(void *payload, const char *name, const char *const *attributes)
{
	struct properties *properties = payload;

	(void)attributes;
	for (size_t i = 0; i < ARRAY_LEN(property_names); i++)
		if (strcmp(name, property_names[i]) == 0)
			properties->name = property_names[i];
	buf_reset(&properties->text);
}

static void end_property(void *payload, const char *name)
{
	struct properties *properties = payload;
	struct ooxml_property *property;

	if (properties->name && strcmp(name, properties->name) == 0 &&
	    properties->text.len > 0) {
		property =
			list_add(properties->arena, properties->out, sizeof(*property));
		property->name = properties->name;
		property->value = buf_dup(&properties->text, properties->arena);
	}
	properties->name = NULL;
}

static void property_text(void *payload, const char *text, size_t len)
{
	struct properties *properties = payload;

	if (properties->name && properties->text.len + len <= MAX_PROPERTY)
		buf_add(&properties->text, text, len);
}

int ooxml_properties(struct zip_reader *zip, struct arena *arena, struct list *out,
		     struct error *err)
{
	struct properties properties = { .arena = arena, .out = out, .text = BUF_INIT };
	const struct xml_handler handler = { .payload = &properties,
					     .start = start_property,
					     .end = end_property,
					     .text = property_text };
	int done = ooxml_read_part(zip, "docProps/core.xml", &handler, NULL, err);

	if (done == 0)
		done = ooxml_read_part(zip, "docProps/app.xml", &handler, NULL, err);
	buf_release(&properties.text);
	return done;
}
