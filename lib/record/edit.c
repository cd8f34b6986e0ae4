#include <string.h>

#include "base/i18n.h"
#include "format/splice.h"
#include "record/path.h"
#include "record/record.h"
#include "record/write_private.h"

/* The next bytes of a file while it is being changed; scratch memory beside them. */
struct edit {
	struct arena arena;
	struct buf bytes;
};

static void edit_release(struct edit *edit)
{
	arena_clear(&edit->arena);
	buf_release(&edit->bytes);
}

#define auto_edit gk_cleanup(edit_release) struct edit
#define EDIT_INIT ((struct edit){ .arena = ARENA_INIT, .bytes = BUF_INIT })

/* A record that holds what `record` does and can be given other members. */
static struct record *copy_of(struct arena *arena, const struct record *record)
{
	struct record *copy = record_new(arena, record->kind);

	memcpy(copy->common, record->common, record->kind->fields.size);
	return copy;
}

/* The new bytes must read as what was meant, with no fault that was not there before. */
static int check_result(struct edit *edit, const struct record *before,
			const struct record *meant, struct error *err)
{
	const struct record *after = record_parse(
		&edit->arena, before->kind, before->path, edit->bytes.s, edit->bytes.len);

	if (record_equal(after, meant) && after->problem_count <= before->problem_count)
		return 0;
	return error_set(err, ERR_SYNTAX,
			 tr("the file cannot be changed safely; edit it by hand"));
}

/* The list with one entry more; the old one stays as it is. */
static struct list longer_list(struct arena *arena, const struct field *field,
			       const struct list *old, const void *entry)
{
	size_t size = field->sub->size;
	struct list list = { 0 };

	for (size_t i = 0; i < old->count; i++)
		memcpy(list_add(arena, &list, size), field_entry(field, old, i), size);
	memcpy(list_add(arena, &list, size), entry, size);
	return list;
}

int record_append(const struct record *record, const char *key, const void *entry,
		  struct buf *out, struct error *err)
{
	auto_edit edit = EDIT_INIT;
	auto_buf text = BUF_INIT;
	struct record *meant = copy_of(&edit.arena, record);
	const struct field *field = kind_field(record->kind, key, false);

	if (!field || field->type != FIELD_LIST)
		return error_set(err, ERR_NOT_FOUND, tr("there is no field '%s'"), key);
	entry_write(field, entry, &text);
	if (splice_append(&record->tree, key, text.s, &edit.bytes, err) < 0)
		return -1;
	*(struct list *)(void *)((char *)(void *)meant->common + field->offset) =
		longer_list(&edit.arena, field, field_list(field, record->common), entry);
	if (check_result(&edit, record, meant, err) < 0)
		return -1;
	buf_add(out, edit.bytes.s, edit.bytes.len);
	return 0;
}

int record_append_event(const struct record *record, const struct event *event,
			struct buf *out, struct error *err)
{
	return record_append(record, "events", event, out, err);
}

/* ---- setting fields ---- */

/* Shorten the way to the first part that the file says in short: it is then written whole. */
static void widen(const struct yaml_tree *tree, struct field_path *way)
{
	const struct yaml_node *node = tree->root;

	for (size_t i = 0; node && i + 1 < way->count; i++) {
		node = yaml_get(node, way->steps[i]->key);
		if (node && node->type == YAML_SCALAR && node->len > 0) {
			way->count = i + 1;
			return;
		}
	}
}

static const struct yaml_node *node_at(const struct yaml_tree *tree,
				       const struct field_path *way)
{
	const struct yaml_node *node = tree->root;

	for (size_t i = 0; node && i < way->count; i++)
		node = node->type == YAML_MAPPING ? yaml_get(node, way->steps[i]->key)
						  : NULL;
	return node;
}

static void write_value(const struct field *field, const void *owner, struct buf *out)
{
	if (field->type == FIELD_TEXT && strchr(field_text(field, owner), '\n'))
		yaml_write_literal(out, field_text(field, owner), 0);
	else
		field_write_flow(field, owner, out);
}

/* Set or remove one field in edit->bytes. */
static int change_field(struct edit *edit, struct field_path *way,
			const struct record *meant, struct error *err)
{
	struct yaml_tree tree;
	auto_buf value = BUF_INIT;
	auto_buf path = BUF_INIT;
	auto_buf next = BUF_INIT;
	int status = 0;

	yaml_parse(&edit->arena, edit->bytes.s, edit->bytes.len, &tree);
	widen(&tree, way);
	const struct field *field = way->steps[way->count - 1];
	const void *owner = field_path_owner(way, meant->common);

	field_path_text(way, &path);
	if (field_is_set(field, owner)) {
		write_value(field, owner, &value);
		status = splice_set(&tree, path.s, value.s, &next, err);
	} else if (node_at(&tree, way)) {
		status = splice_remove(&tree, path.s, &next, err);
	} else {
		return 0;
	}
	if (status < 0)
		return -1;
	/* The tree of this round points into the bytes: they are replaced only now. */
	buf_reset(&edit->bytes);
	buf_add(&edit->bytes, next.s, next.len);
	return 0;
}

/* ---- own keys ---- */

static const struct extra *find_extra(const struct record *record, const char *key)
{
	const struct list *list = &record->common->extra;

	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list_at(list, struct extra, i)->key, key) == 0)
			return list_at(list, struct extra, i);
	return NULL;
}

/* The list of own keys with one of them as it shall be; the old list stays as it is. */
static void mean_extra(struct edit *edit, struct record *meant, const char *key,
		       const struct extra *wanted)
{
	struct list old = meant->common->extra;
	struct list list = { 0 };
	bool placed = !wanted;

	for (size_t i = 0; i < old.count; i++) {
		const struct extra *extra = list_at(&old, struct extra, i);
		bool same = strcmp(extra->key, key) == 0;

		if (same && !wanted)
			continue;
		*(struct extra *)list_add(&edit->arena, &list, sizeof(*extra)) =
			same ? *wanted : *extra;
		placed = placed || same;
	}
	if (!placed)
		*(struct extra *)list_add(&edit->arena, &list, sizeof(*wanted)) = *wanted;
	meant->common->extra = list;
}

static int change_extra(struct edit *edit, const char *key, const struct extra *wanted,
			struct record *meant, struct error *err)
{
	struct yaml_tree tree;
	auto_buf next = BUF_INIT;

	mean_extra(edit, meant, key, wanted);
	yaml_parse(&edit->arena, edit->bytes.s, edit->bytes.len, &tree);
	if (wanted) {
		if (splice_set(&tree, key, wanted->yaml, &next, err) < 0)
			return -1;
	} else if (!tree.root || !yaml_get(tree.root, key)) {
		return 0;
	} else if (splice_remove(&tree, key, &next, err) < 0) {
		return -1;
	}
	buf_reset(&edit->bytes);
	buf_add(&edit->bytes, next.s, next.len);
	return 0;
}

static void copy_member(const struct field_path *way, const struct record *from,
			struct record *to)
{
	const struct field *field = way->steps[way->count - 1];
	const char *src = field_path_owner(way, from->common);
	size_t at = (size_t)(src - (const char *)from->common) + field->offset;

	memcpy((char *)(void *)to->common + at, (const char *)from->common + at,
	       field_size(field));
}

int record_change(const struct record *record, const struct record *changed,
		  const char *const *paths, size_t count, struct buf *out,
		  struct error *err)
{
	auto_edit edit = EDIT_INIT;
	struct record *meant = copy_of(&edit.arena, record);

	buf_add(&edit.bytes, record->tree.bytes, record->tree.len);
	for (size_t i = 0; i < count; i++) {
		struct field_path way;

		if (strncmp(paths[i], "x-", 2) == 0) {
			if (change_extra(&edit, paths[i], find_extra(changed, paths[i]),
					 meant, err) < 0)
				return -1;
			continue;
		}
		if (!field_path_find(record->kind, paths[i], /* labels */ false, &way) ||
		    !field_path_owner(&way, record->common))
			return error_set(err, ERR_NOT_FOUND, tr("there is no field '%s'"),
					 paths[i]);
		if (way.steps[way.count - 1]->sub == &event_fields)
			return error_set(err, ERR_SYNTAX,
					 tr("events are appended, never set"));
		copy_member(&way, changed, meant);
		if (change_field(&edit, &way, meant, err) < 0)
			return -1;
	}
	if (check_result(&edit, record, meant, err) < 0)
		return -1;
	buf_add(out, edit.bytes.s, edit.bytes.len);
	return 0;
}
