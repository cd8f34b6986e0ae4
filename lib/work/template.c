#include "work/template.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/pick.h"
#include "format/json_read.h"
#include "record/category.h"
#include "record/channel.h"
#include "record/item.h"

enum { ROWS_LIMIT = 4 << 20 };

#define OWN_ROWS "templates/rows.json"
#define ROWS     "data/standard-rows.json"

/* ---- reading ---- */

static int read_rows(struct work *work, const char *data_dir, struct buf *out,
		     const char **name, struct error *err)
{
	struct source_entry entry;
	struct error absent = { 0 };
	auto_buf path = BUF_INIT;

	*name = OWN_ROWS;
	if (source_find(work->catalogue->source, work->arena, OWN_ROWS, &entry,
			&absent) == 0)
		return source_read(work->catalogue->source, &entry, out, err);
	path_join(&path, data_dir, ROWS);
	*name = buf_dup(&path, work->arena);
	return file_read(path.s, ROWS_LIMIT, out, err);
}

static const char *text_at(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *node = yaml_get(map, key);

	return node && node->type == YAML_SCALAR ? node->value : "";
}

/* ---- what the catalogue has ---- */

static void set_category(struct work *work, const char *field, struct item *item)
{
	struct index_row *rows;
	struct error absent;
	size_t count;

	if (index_resolve(work->index, work->arena, category_kind.name, field, &rows,
			  &count, &absent) == 0 &&
	    count == 1 && item->categories.count == 0)
		strings_add(work->arena, &item->categories, rows[0].id);
}

struct channel_search {
	struct work *work;
	struct item *item;
};

static int note_channel(void *payload, const struct index_row *row)
{
	struct channel_search *search = payload;

	strings_add(search->work->arena, &search->item->channels,
		    arena_strdup(search->work->arena, row->id));
	return 1;
}

/* The first channel here of each kind; what there is none of is left out. */
static int set_channels(struct work *work, const struct yaml_node *kinds,
			struct item *item, struct error *err)
{
	struct channel_search search = { .work = work, .item = item };

	for (size_t i = 0; kinds && kinds->type == YAML_SEQUENCE && i < kinds->count;
	     i++) {
		const struct index_filter filter = { .field = "kind",
						     .value = kinds->items[i]->value };
		const struct index_query query = { .kind = channel_kind.name,
						   .filters = &filter,
						   .filter_count = 1 };

		if (kinds->items[i]->type == YAML_SCALAR &&
		    index_each(work->index, &query, note_channel, &search, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- rows ---- */

static int add_row(struct work *work, const struct yaml_node *node, const char *name,
		   struct template_rows *out, struct error *err)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = work->today };
	const struct yaml_node *record = NULL;
	struct template_row row = { .field = "" };

	if (node->type == YAML_MAPPING)
		record = yaml_get(node, "record");
	if (record && record->type == YAML_MAPPING)
		row = (struct template_row){
			.field = text_at(node, "field"),
			.from = text_at(node, "from"),
			.record = record_from_node(work->arena, &item_kind, "", record,
						   &options),
		};
	if (!row.record || !*row.field || row.record->problem_count > 0)
		return error_set(err, ERR_SYNTAX, tr("%s: row %zu cannot be read"), name,
				 out->count + 1);
	set_category(work, row.field, RECORD(row.record, struct item));
	if (set_channels(work, yaml_get(node, "channels"),
			 RECORD(row.record, struct item), err) < 0)
		return -1;
	out->items =
		array_grow(work->arena, out->items, out->count, &out->room, sizeof(row));
	out->items[out->count++] = row;
	return 0;
}

int work_templates(struct work *work, const char *data_dir, struct template_rows *out,
		   struct error *err)
{
	const struct yaml_node *rows = NULL;
	struct yaml_node *root;
	auto_buf bytes = BUF_INIT;
	const char *name;

	*out = (struct template_rows){ .count = 0 };
	if (read_rows(work, data_dir, &bytes, &name, err) < 0)
		return -1;
	if (json_parse(work->arena, buf_dup(&bytes, work->arena), bytes.len, &root, err) <
	    0)
		return error_wrap(err, "%s", name);
	if (root->type == YAML_MAPPING)
		rows = yaml_get(root, "rows");
	if (!rows || rows->type != YAML_SEQUENCE)
		return error_set(err, ERR_SYNTAX, tr("%s: there is no list 'rows'"),
				 name);
	for (size_t i = 0; i < rows->count; i++)
		if (add_row(work, rows->items[i], name, out, err) < 0)
			return -1;
	return 0;
}

/* ---- finding ---- */

static const char *name_of(const struct template_row *row, size_t part)
{
	const struct item *item = RECORD(row->record, struct item);

	return part == 0 ? row->field : part == 1 ? item->group : item->title;
}

size_t work_template_find(const struct template_rows *rows, struct arena *arena,
			  const char *name, size_t *out)
{
	size_t *found = arena_array(arena, size_t, rows->count);
	size_t count = 0;

	/* A field is meant rather than a group of the name, a group rather than a row. */
	for (size_t part = 0; part < 3 && count == 0; part++) {
		struct picks picks = { 0 };

		for (size_t i = 0; i < rows->count; i++)
			(void)picks_add(arena, &picks, "",
					name_of(&rows->items[i], part)
						? name_of(&rows->items[i], part)
						: "");
		count = picks_find(&picks, name, found);
	}
	memcpy(out, found, count * sizeof(*out));
	return count;
}
