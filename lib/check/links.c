#include <string.h>

#include "check/check_private.h"
#include "record/document.h"
#include "record/id.h"
#include "record/link.h"

/* The places of links, as far as the body has been gone through. */
struct in_body {
	const struct yaml_node *node;
	size_t at; /* in the file */
	struct finding_at finding;
};

/*
 * To the next link that is written so.  In a quoted body it may stand with escapes; then
 * its place is that of the body.
 */
static void find_link(const struct within *w, struct in_body *body, const char *target,
		      size_t len)
{
	const char *bytes = w->record->tree.bytes;

	body->finding.place = body->node->place;
	for (size_t at = body->at; at + len + 3 <= body->node->end; at++) {
		if (bytes[at] != ']' || bytes[at + 1] != '(' ||
		    bytes[at + 2 + len] != ')' ||
		    memcmp(bytes + at + 2, target, len) != 0)
			continue;
		body->at = at + 2;
		body->finding.place = yaml_place_at(bytes, w->record->tree.len, body->at);
		return;
	}
}

static void claim_link(const struct within *w, struct in_body *body, const char *target,
		       size_t len)
{
	const char *written = target;
	size_t written_len = len;
	auto_buf path = BUF_INIT;
	const char *end;

	/* <a b.pdf> stands in angle brackets; a title follows a blank. */
	if (len > 1 && target[0] == '<') {
		end = memchr(target, '>', len);
		len = end ? (size_t)(end - target) - 1 : len - 1;
		target++;
	} else {
		end = memchr(target, ' ', len);
		len = end ? (size_t)(end - target) : len;
	}
	if (link_leads_out(target, len))
		return;
	link_path(document_kind.dir, target, len, &path);
	find_link(w, body, written, written_len);
	finding_add_at(w->claims, RULE_LINK_DEAD, w->record, &body->finding,
		       (const char *const[]){ arena_strndup(w->out->arena, target, len),
					      path.s, NULL });
}

static bool find_body(const struct within *w, const struct document *document,
		      struct in_body *body)
{
	for (size_t i = 0; i < w->record->place_count; i++) {
		const struct record_place *place = &w->record->places[i];

		if (place->member != &document->body || !place->field)
			continue;
		*body = (struct in_body){ .node = place->node,
					  .at = place->node->start,
					  .finding = { .path = place->field->key,
						       .field = place->field } };
		return true;
	}
	return false;
}

void check_links(const struct within *w)
{
	struct in_body body;
	const char *text;

	if (w->record->kind != &document_kind)
		return;
	text = RECORD(w->record, struct document)->body;
	if (!text || !strstr(text, "](") ||
	    !find_body(w, RECORD(w->record, struct document), &body))
		return;
	while ((text = strstr(text, "](")) != NULL) {
		const char *end;

		text += 2;
		end = strpbrk(text, ")\n");
		if (end && *end == ')')
			claim_link(w, &body, text, (size_t)(end - text));
	}
}

/* Whether <dir>/<id>.html is the page of a record that is there. */
static bool is_page(struct run *run, const char *path)
{
	static const char html[] = ".html";
	const char *slash = strrchr(path, '/');
	size_t len = strlen(path);
	size_t dir = slash ? (size_t)(slash - path) : 0;
	size_t suffix = strlen(html);

	if (!slash || len < suffix || strcmp(path + len - suffix, html) != 0)
		return false;
	for (size_t i = 0; i < run->catalogue->kinds.count; i++) {
		const struct kind *kind = run->catalogue->kinds.items[i];
		const char *id =
			arena_strndup(run->arena, slash + 1, len - dir - 1 - suffix);
		auto_buf file = BUF_INIT;

		if (strlen(kind->dir) != dir || strncmp(kind->dir, path, dir) != 0 ||
		    !id_fits(kind, id))
			continue;
		id_path(kind, id, &file);
		return has_path(run, file.s);
	}
	return false;
}

int is_link_dead(struct run *run, struct finding *claim, struct error *err)
{
	const char *path = claim->args[1];

	(void)err;
	/* Pages at the root are made by the site: index.html, guide.html. */
	if (!strchr(path, '/') || is_page(run, path) || has_path(run, path))
		return 0;
	claim->args[1] = "";
	return 1;
}
