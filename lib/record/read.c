#include "record/read_private.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "record/id.h"

/* ---- where the reader is ---- */

void read_step_in(struct reader *r, const char *key, size_t index)
{
	assert(r->depth < READ_STEPS);
	r->steps[r->depth++] = (struct read_step){ .key = key, .index = index };
}

void read_step_out(struct reader *r)
{
	assert(r->depth > 0);
	r->depth--;
}

const char *read_path(const struct reader *r)
{
	auto_buf path = BUF_INIT;

	for (size_t i = 0; i < r->depth; i++) {
		if (r->steps[i].key)
			buf_addf(&path, "%s%s", i > 0 ? "." : "", r->steps[i].key);
		else
			buf_addf(&path, "[%zu]", r->steps[i].index);
	}
	return buf_dup(&path, r->arena);
}

void read_place(struct reader *r, const void *member, const struct field *field,
		const struct yaml_node *node)
{
	struct record *record = r->record;

	record->places = array_grow(r->arena, record->places, record->place_count,
				    &record->place_room, sizeof(struct record_place));
	record->places[record->place_count++] =
		(struct record_place){ .member = member, .field = field, .node = node };
}

/* ---- what is wrong ---- */

void read_problem(struct reader *r, const struct record_problem *problem)
{
	struct record *record = r->record;

	record->problems =
		array_grow(r->arena, record->problems, record->problem_count,
			   &record->problem_room, sizeof(struct record_problem));
	record->problems[record->problem_count++] = *problem;
}

void read_fault(struct reader *r, enum record_fault fault, const struct yaml_node *node,
		const char *second, const char *third)
{
	const char *path = read_path(r);

	read_problem(r, &(struct record_problem){ .fault = fault,
						  .place = node->place,
						  .field = path,
						  .args = { path, second, third } });
}

static void report_unknown(struct reader *r, const struct yaml_node *key,
			   const struct field *nearest)
{
	read_problem(r, &(struct record_problem){
				.fault = RECORD_FAULT_UNKNOWN_KEY,
				.place = key->place,
				.field = read_path(r),
				.args = { key->value, nearest ? nearest->key : "", "" },
			});
}

/* ---- structs ---- */

const struct field *read_find(const struct fields *fields, const char *key,
			      size_t *cursor)
{
	size_t at = *cursor;

	for (size_t n = 0; n < fields->count; n++, at++) {
		if (at >= fields->count)
			at = 0;
		const char *have = fields->items[at].key;

		if (have[0] == key[0] && strcmp(have, key) == 0) {
			*cursor = at + 1;
			return &fields->items[at];
		}
	}
	return NULL;
}

void read_field(struct reader *r, const struct field *field, void *owner,
		const struct yaml_node *node)
{
	void *member = (char *)owner + field->offset;

	read_place(r, member, field, node);
	read_step_in(r, field->key, 0);
	read_value(r, field, member, node);
	read_step_out(r);
}

/* By key from the cursor; by label where labels are read. */
static const struct field *find_member(const struct reader *r,
				       const struct fields *fields, const char *key,
				       size_t *cursor)
{
	const struct field *field = read_find(fields, key, cursor);

	if (!field && (r->flags & READ_LABELS))
		field = fields_find(fields, key, true);
	return field;
}

void read_members(struct reader *r, const struct fields *fields, void *owner,
		  const struct yaml_node *map)
{
	size_t cursor = 0;

	for (size_t i = 0; i < map->count; i++) {
		const struct yaml_node *key = map->keys[i];
		const struct field *field = find_member(r, fields, key->value, &cursor);

		if (field)
			read_field(r, field, owner, map->items[i]);
		else
			report_unknown(
				r, key,
				fields_nearest(fields, key->value,
					       map->items[i]->type == YAML_MAPPING));
	}
}

/* ---- entries that differ by a tag: events ---- */

/* Whether the kind has the act; lists that are not events have no such limit. */
static bool tag_is_allowed(const struct reader *r, const struct field *field, int tag)
{
	return field->sub != &event_fields ||
	       kind_has_act(r->record->kind, (enum act)tag);
}

static const struct yaml_node *find_tag(const struct reader *r, const struct field *tag,
					const struct yaml_node *map)
{
	const struct yaml_node *node = yaml_get(map, tag->key);

	if (!node && (r->flags & READ_LABELS))
		node = yaml_get(map, tag->zh);
	return node;
}

/* The row of the entry's tag; 0 and a fault when it is missing, unknown or not the kind's. */
static int read_tag(struct reader *r, const struct field *field,
		    const struct yaml_node *map)
{
	const struct field *tag = field->sub->variants->tag;
	const struct yaml_node *node = find_tag(r, tag, map);
	bool scalar = node && node->type == YAML_SCALAR;
	int value = 0;

	if (scalar)
		value = choice_find(tag->choices, node->value,
				    (r->flags & READ_LABELS) != 0);
	if (value > 0 && tag_is_allowed(r, field, value))
		return value;
	read_step_in(r, tag->key, 0);
	read_fault(r, RECORD_FAULT_EVENT, node ? node : map, scalar ? node->value : "",
		   "");
	read_step_out(r);
	return value;
}

static void read_variant(struct reader *r, const struct field *field, void *owner,
			 const struct yaml_node *map)
{
	const struct variants *variants = field->sub->variants;
	int tag = read_tag(r, field, map);
	const struct fields *fields = tag > 0 ? &variants->items[tag - 1] : field->sub;
	size_t cursor = 0;

	*(int *)(void *)((char *)owner + variants->tag->offset) = tag;
	for (size_t i = 0; i < map->count; i++) {
		const struct yaml_node *key = map->keys[i];
		const struct field *member = find_member(r, fields, key->value, &cursor);

		if (member && member->offset == variants->tag->offset) {
			read_place(r, (char *)owner + member->offset, member,
				   map->items[i]);
		} else if (member) {
			read_field(r, member, owner, map->items[i]);
		} else if (tag > 0) {
			read_step_in(r, key->value, 0);
			read_fault(r, RECORD_FAULT_EVENT, key, key->value, "");
			read_step_out(r);
		}
	}
}

void read_struct(struct reader *r, const struct field *field, void *owner,
		 const struct yaml_node *node)
{
	const struct fields *sub = field->sub;

	if (node->type == YAML_MAPPING && sub->variants)
		read_variant(r, field, owner, node);
	else if (node->type == YAML_MAPPING)
		read_members(r, sub, owner, node);
	else if (node->type == YAML_SCALAR && (field->flags & FIELD_SHORTHAND))
		read_value(r, &sub->items[0], (char *)owner + sub->items[0].offset, node);
	else
		read_fault(r, RECORD_FAULT_TYPE, node, N_("keys and values"), "");
}

/* ---- the whole record ---- */

static void read_extra(struct reader *r, const struct yaml_node *key,
		       const struct yaml_node *value)
{
	auto_buf text = BUF_INIT;
	struct extra *extra;

	extra_write(value, &text);
	extra = list_add(r->arena, &r->record->common->extra, sizeof(*extra));
	*extra = (struct extra){ .key = key->value, .yaml = buf_dup(&text, r->arena) };
}

/* A label or a dotted path of a field inside the record's groups. */
static bool read_by_path(struct reader *r, const char *key, const struct yaml_node *value)
{
	struct field_path way;
	char *owner = (char *)(void *)r->record->common;
	size_t before = r->depth;

	if (!(r->flags & READ_LABELS) ||
	    !field_path_find(r->record->kind, key, /* labels */ true, &way) ||
	    !field_path_owner(&way, r->record->common))
		return false;
	for (size_t i = 0; i + 1 < way.count; i++) {
		owner += way.steps[i]->offset;
		read_step_in(r, way.steps[i]->key, 0);
	}
	read_field(r, way.steps[way.count - 1], owner, value);
	r->depth = before;
	return true;
}

static const struct field *nearest_of(const struct kind *kind, const char *key,
				      bool group)
{
	const struct field *field = fields_nearest(&kind->fields, key, group);

	return field ? field : fields_nearest(&common_fields, key, group);
}

static void read_record(struct reader *r, const struct yaml_node *root)
{
	const struct fields *own = &r->record->kind->fields;
	struct common *common = r->record->common;
	size_t cursors[2] = { 0, 0 };

	for (size_t i = 0; i < root->count; i++) {
		const struct yaml_node *key = root->keys[i];
		const struct field *field = read_find(own, key->value, &cursors[0]);

		if (!field)
			field = read_find(&common_fields, key->value, &cursors[1]);
		if (field)
			read_field(r, field, common, root->items[i]);
		else if (strncmp(key->value, "x-", 2) == 0 && key->value[2])
			read_extra(r, key, root->items[i]);
		else if (!read_by_path(r, key->value, root->items[i]))
			report_unknown(r, key,
				       nearest_of(r->record->kind, key->value,
						  root->items[i]->type == YAML_MAPPING));
	}
}

/* The id must be there, be one of the kind, and be the path's; where the path alone tells it, it may be missing. */
static void check_id(struct reader *r)
{
	struct record *record = r->record;
	const struct kind *kind = record->kind;
	const char *id = record->common->id;
	char expected[ID_MAX] = "";
	bool told = kind->id_form == ID_SINGLE || kind->id_form == ID_YEAR;
	bool placed = record->path[0] && id_at_path(kind, record->path, expected);

	if (!id && placed && told) {
		record->common->id = arena_strndup(r->arena, expected, strlen(expected));
		return;
	}
	if (!id && !record->path[0])
		return;
	if (id && (placed ? strcmp(id, expected) == 0 : id_fits(kind, id)))
		return;
	read_problem(
		r, &(struct record_problem){
			   .fault = RECORD_FAULT_ID,
			   .place = record_place(record, &record->common->id),
			   .field = "id",
			   .args = { id ? id : "",
				     arena_strndup(r->arena, expected, strlen(expected)),
				     "" },
		   });
}

static void read_root(struct reader *r, const struct yaml_node *root)
{
	struct record *record = r->record;

	if (root->type == YAML_MAPPING) {
		/* Most records nest little: room for all places at once. */
		record->place_room = 2 * root->count + 16;
		record->places =
			arena_array(r->arena, struct record_place, record->place_room);
		read_record(r, root);
		check_id(r);
		return;
	}
	read_problem(r, &(struct record_problem){ .fault = RECORD_FAULT_NOT_MAPPING,
						  .place = root->place,
						  .field = "",
						  .args = { "", "", "" } });
}

struct record *record_new(struct arena *arena, const struct kind *kind)
{
	struct record *record = arena_new(arena, struct record);

	record->kind = kind;
	record->path = "";
	record->common = arena_alloc(arena, 1, kind->fields.size);
	return record;
}

struct record *record_parse(struct arena *arena, const struct kind *kind,
			    const char *path, const char *bytes, size_t len)
{
	struct reader r = { .arena = arena, .record = record_new(arena, kind) };
	struct yaml_tree *tree = &r.record->tree;

	r.record->path = arena_strndup(arena, path, strlen(path));
	yaml_parse(arena, bytes, len, tree);
	for (size_t i = 0; i < tree->problem_count; i++)
		read_problem(&r, &(struct record_problem){
					 .fault = RECORD_FAULT_YAML,
					 .yaml = tree->problems[i].fault,
					 .place = tree->problems[i].place,
					 .field = "",
					 .args = { tree->problems[i].arg, "", "" },
				 });
	if (tree->root)
		read_root(&r, tree->root);
	return r.record;
}

struct record *record_from_node(struct arena *arena, const struct kind *kind,
				const char *path, const struct yaml_node *root,
				const struct read_options *options)
{
	struct reader r = { .arena = arena,
			    .record = record_new(arena, kind),
			    .flags = options->flags,
			    .today = options->today };

	r.record->path = arena_strndup(arena, path, strlen(path));
	read_root(&r, root);
	return r.record;
}
