#include <string.h>

#include "base/i18n.h"
#include "record/read_private.h"

static struct yaml_node scalar_of(const char *text)
{
	return (struct yaml_node){ .type = YAML_SCALAR,
				   .style = YAML_DOUBLE,
				   .value = text,
				   .len = strlen(text) };
}

/* Typed text for a list or a group may be YAML itself: [{file: a.pdf, role: annex}]. */
static const struct yaml_node *node_of(struct arena *arena, const struct field *field,
				       const struct yaml_node *typed)
{
	struct yaml_tree tree;

	if (!field->sub && !field_is_strings(field))
		return typed;
	if (typed->value[0] != '[' && typed->value[0] != '{')
		return typed;
	yaml_parse(arena, typed->value, typed->len, &tree);
	return tree.root && tree.problem_count == 0 ? tree.root : typed;
}

static bool assign_extra(struct reader *r, const char *key, const struct yaml_node *typed)
{
	struct list *list = &r->record->common->extra;
	struct extra *extra = NULL;
	auto_buf text = BUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list_at(list, struct extra, i)->key, key) == 0)
			extra = list_at(list, struct extra, i);
	if (!extra)
		extra = list_add(r->arena, list, sizeof(*extra));
	extra_write(typed, &text);
	*extra = (struct extra){ .key = arena_strndup(r->arena, key, strlen(key)),
				 .yaml = buf_dup(&text, r->arena) };
	return true;
}

static bool report_unknown(struct reader *r, const char *path,
			   const struct yaml_node *typed)
{
	const struct kind *kind = r->record->kind;
	const struct field *nearest = fields_nearest(&kind->fields, path, false);

	if (!nearest)
		nearest = fields_nearest(&common_fields, path, false);
	read_problem(r, &(struct record_problem){
				.fault = RECORD_FAULT_UNKNOWN_KEY,
				.place = typed->place,
				.field = "",
				.args = { arena_strndup(r->arena, path, strlen(path)),
					  nearest ? nearest->key : "", "" },
			});
	return false;
}

/* Read into the member; what it held stays when the text is faulty. */
static bool assign_member(struct reader *r, const struct field *field, void *member,
			  const struct yaml_node *node)
{
	size_t before = r->record->problem_count;
	size_t size = field_size(field);
	void *old = arena_alloc(r->arena, 1, size);

	memcpy(old, member, size);
	memset(member, 0, size);
	read_value(r, field, member, node);
	if (r->record->problem_count == before)
		return true;
	memcpy(member, old, size);
	return false;
}

bool record_assign(struct arena *arena, struct record *record, const char *path,
		   const char *value, const struct read_options *options)
{
	struct reader r = { .arena = arena,
			    .record = record,
			    .flags = options->flags | READ_LABELS,
			    .today = options->today };
	struct yaml_node typed = scalar_of(arena_strndup(arena, value, strlen(value)));
	char *owner = (char *)(void *)record->common;
	struct field_path way;

	if (strncmp(path, "x-", 2) == 0 && path[2])
		return assign_extra(&r, path, &typed);
	if (!field_path_find(record->kind, path, /* labels */ true, &way))
		return report_unknown(&r, path, &typed);
	for (size_t i = 0; i < way.count; i++) {
		read_step_in(&r, way.steps[i]->key, 0);
		owner += way.steps[i]->offset;
	}
	const struct field *field = way.steps[way.count - 1];

	/* One entry of a list has no name, and events are appended, never set. */
	if (!field_path_owner(&way, record->common) ||
	    (field->sub && field->sub->variants)) {
		read_fault(&r, RECORD_FAULT_TYPE, &typed,
			   N_("a field of the record itself"), "");
		return false;
	}
	return assign_member(&r, field, owner, node_of(arena, field, &typed));
}

/* ---- values of another record ---- */

static const struct extra *extra_of(const struct record *record, const char *key)
{
	const struct list *list = record ? &record->common->extra : NULL;

	for (size_t i = 0; list && i < list->count; i++)
		if (strcmp(list_at(list, struct extra, i)->key, key) == 0)
			return list_at(list, struct extra, i);
	return NULL;
}

static void copy_extra(struct arena *arena, struct record *to, const struct record *from,
		       const char *key)
{
	const struct extra *value = extra_of(from, key);
	struct list *list = &to->common->extra;
	size_t kept = 0;
	bool replaced = false;

	for (size_t i = 0; i < list->count; i++) {
		struct extra *extra = list_at(list, struct extra, i);

		if (strcmp(extra->key, key) != 0) {
			*list_at(list, struct extra, kept++) = *extra;
		} else if (value && !replaced) {
			*list_at(list, struct extra, kept++) = *value;
			replaced = true;
		}
	}
	list->count = kept;
	if (value && !replaced)
		*(struct extra *)list_add(arena, list, sizeof(*value)) = *value;
}

void record_copy_field(struct arena *arena, struct record *to, const struct record *from,
		       const char *path)
{
	struct field_path way;
	size_t at = 0;
	size_t size;

	if (strncmp(path, "x-", 2) == 0) {
		copy_extra(arena, to, from, path);
		return;
	}
	if (!field_path_find(to->kind, path, /* labels */ false, &way))
		return;
	for (size_t i = 0; i < way.count; i++)
		at += way.steps[i]->offset;
	size = field_size(way.steps[way.count - 1]);
	if (from)
		memcpy((char *)(void *)to->common + at,
		       (const char *)(const void *)from->common + at, size);
	else
		memset((char *)(void *)to->common + at, 0, size);
}
