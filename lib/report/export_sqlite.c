#include <string.h>

#include "report/export_private.h"
#include "store/table_file.h"

/*
 * A member and its column; `at` is where it lies in the struct that the table's rows are made
 * from.  What different acts call the same is one column: an entry has one of them at most.
 */
struct member {
	const struct field *field;
	size_t at;
	size_t column;
};

/* A kind, or a list inside one: a row an entry. */
struct table {
	const char *name;
	size_t depth; /* numbers that say which entry it is, behind the record's id */
	const struct field *list; /* NULL for a kind */
	size_t at;                /* of the list in the struct around it */
	struct list members;      /* struct member */
	struct list children;     /* struct child */
	size_t number;
	size_t width; /* columns */
};

struct child {
	struct table *table;
};

struct writing {
	struct export *run;
	struct table_file *file;
	size_t about;         /* number of the table of the file itself */
	size_t fields;        /* of that of the columns */
	struct arena scratch; /* of one record */
};

/* A table that is being laid out. */
struct layout {
	struct writing *w;
	const struct kind *kind;
	struct table *table;
	struct list columns; /* struct table_column */
};

static int make_table(struct layout *l, const struct fields *fields, struct error *err);

static const char *sql_name(struct arena *arena, const char *before, const char *key)
{
	char *name = *before ? arena_printf(arena, "%s_%s", before, key)
			     : arena_strdup(arena, key);

	for (char *c = name; *c; c++)
		if (*c == '-')
			*c = '_';
	return name;
}

/* Entries of different acts lie in one struct, so that they have members in common. */
static bool is_laid_out(const struct table *table, size_t at)
{
	for (size_t i = 0; i < table->members.count; i++)
		if (list_at(&table->members, struct member, i)->at == at)
			return true;
	for (size_t i = 0; i < table->children.count; i++)
		if (list_at(&table->children, struct child, i)->table->at == at)
			return true;
	return false;
}

static void add_column(struct layout *l, struct table_column column)
{
	*(struct table_column *)list_add(l->w->run->arena, &l->columns, sizeof(column)) =
		column;
}

/* What a column is called in the record, for who reads the tables. */
static int describe(struct writing *w, const char *table, const char *column,
		    const struct field *field, struct error *err)
{
	const struct table_value values[] = {
		{ .text = table },
		{ .text = column },
		{ .text = field->zh },
		{ .text = field->en },
	};

	if (table_file_row(w->file, w->fields, values, err) < 0)
		return error_wrap(err, "%s.%s", table, column);
	return 0;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static int add_child(struct layout *l, const struct field *field, size_t at,
		     const char *name, struct error *err)
{
	struct arena *arena = l->w->run->arena;
	struct table *child = arena_new(arena, struct table);

	child->name = sql_name(arena, l->table->name, name);
	child->depth = l->table->depth + 1;
	child->list = field;
	child->at = at;
	((struct child *)list_add(arena, &l->table->children, sizeof(struct child)))
		->table = child;
	struct layout below = { .w = l->w, .kind = l->kind, .table = child };

	return make_table(&below, field->sub, err);
}

/* The column called so, or the number of columns. */
static size_t find_column(const struct layout *l, const char *name)
{
	size_t i = 0;

	while (i < l->columns.count &&
	       strcmp(list_at(&l->columns, struct table_column, i)->name, name) != 0)
		i++;
	return i;
}

static int add_member(struct layout *l, const struct field *field, size_t at,
		      const char *name, struct error *err)
{
	size_t column = find_column(l, name);
	struct member *member =
		list_add(l->w->run->arena, &l->table->members, sizeof(*member));

	*member = (struct member){ .field = field, .at = at, .column = column };
	if (column < l->columns.count)
		return 0;
	add_column(l, (struct table_column){ .name = name,
					     .number = field->type == FIELD_INT });
	return describe(l->w, l->table->name, name, field, err);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static int add_fields(struct layout *l, const struct fields *fields, size_t base,
		      const char *before, struct error *err)
{
	for (size_t i = 0; i < fields->count; i++) {
		const struct field *field = &fields->items[i];
		const char *name = sql_name(l->w->run->arena, before, field->key);
		size_t at = base + field->offset;
		int done = 0;

		if ((!l->w->run->options->internal && field->vis != VIS_PUBLIC) ||
		    (field->sub == &event_fields && !l->kind->acts))
			continue;
		if (field->type == FIELD_GROUP)
			done = add_fields(l, field->sub, at, name, err);
		else if (is_laid_out(l->table, at) || field == &common_fields.items[0])
			continue; /* the id is the key */
		else if (field->type == FIELD_LIST || field_is_strings(field))
			done = add_child(l, field, at, name, err);
		else
			done = add_member(l, field, at, name, err);
		if (done < 0)
			return -1;
	}
	return 0;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static int add_own_fields(struct layout *l, const struct fields *fields,
			  struct error *err)
{
	const struct variants *variants = fields->variants;

	if (add_fields(l, fields, 0, "", err) < 0)
		return -1;
	for (size_t i = 0; variants && i < variants->count; i++)
		if (add_fields(l, &variants->items[i], 0, "", err) < 0)
			return -1;
	return 0;
}

/* `fields` NULL: a list of texts. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static int make_table(struct layout *l, const struct fields *fields, struct error *err)
{
	struct arena *arena = l->w->run->arena;
	struct table *table = l->table;

	add_column(l, (struct table_column){ .name = table->list ? "record" : "id",
					     .key = true });
	for (size_t i = 0; i < table->depth; i++)
		add_column(l, (struct table_column){
				      .name = i == 0 ? "entry"
						     : arena_printf(arena, "entry_%zu",
								    i + 1),
				      .number = true,
				      .key = true });
	if (fields && add_own_fields(l, fields, err) < 0)
		return -1;
	if (!table->list && add_fields(l, &common_fields, 0, "", err) < 0)
		return -1;
	if (!fields) {
		add_column(l, (struct table_column){ .name = "value" });
		if (describe(l->w, table->name, "value", table->list, err) < 0)
			return -1;
	}
	table->width = l->columns.count;
	return table_file_add(l->w->file, table->name, l->columns.items, l->columns.count,
			      &table->number, err);
}

/* ---- rows ---- */

/* Where a row stands: the record, and which entry of which entry. */
struct position {
	const char *id;
	size_t entries[FIELD_DEPTH_MAX];
};

static struct table_value value_of(struct arena *arena, const struct field *field,
				   const void *owner)
{
	char iso[DATE_ISO_SIZE];

	if (field->type == FIELD_INT)
		return (struct table_value){ .n = field_number(field, owner).n,
					     .is_number = true };
	if (field->type == FIELD_DATE)
		return (struct table_value){
			.text = arena_strdup(arena,
					     date_iso(field_date(field, owner), iso))
		};
	if (field->type == FIELD_CHOICE)
		return (struct table_value){
			.text = choice_code(field->choices, field_choice(field, owner))
		};
	return (struct table_value){ .text = field_text(field, owner) };
}

static struct table_value *start_row(struct arena *arena, const struct table *table,
				     const struct position *position)
{
	struct table_value *values = arena_array(arena, struct table_value,
						 table->members.count + table->depth + 2);

	values[0].text = position->id;
	for (size_t i = 0; i < table->depth; i++)
		values[i + 1] =
			(struct table_value){ .n = (int64_t)position->entries[i] + 1,
					      .is_number = true };
	return values;
}

static int write_strings(struct writing *w, const struct table *table,
			 struct position *position, const struct strings *list,
			 struct error *err)
{
	for (size_t i = 0; i < list->count; i++) {
		struct table_value *values;

		position->entries[table->depth - 1] = i;
		values = start_row(&w->scratch, table, position);
		values[table->depth + 1].text = list->items[i];
		if (table_file_row(w->file, table->number, values, err) < 0)
			return -1;
	}
	return 0;
}

/* The member of a field that lies at `at` in the struct, as field_at() wants it. */
static const void *owner_of(const struct field *field, size_t at, const void *entry)
{
	return (const char *)entry + at - field->offset;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the constant tables nest */
static int write_entry(struct writing *w, const struct table *table,
		       struct position *position, const void *entry, struct error *err)
{
	struct table_value *values = start_row(&w->scratch, table, position);

	for (size_t i = 0; i < table->members.count; i++) {
		const struct member *member = list_at(&table->members, struct member, i);
		const void *owner = owner_of(member->field, member->at, entry);

		if (field_is_set(member->field, owner))
			values[member->column] =
				value_of(&w->scratch, member->field, owner);
	}
	if (table_file_row(w->file, table->number, values, err) < 0)
		return -1;
	for (size_t i = 0; i < table->children.count; i++) {
		const struct table *child =
			list_at(&table->children, struct child, i)->table;
		const struct field *field = child->list;
		const void *owner = owner_of(field, child->at, entry);
		const struct list *list = field_list(field, owner);

		if (field_is_strings(field)) {
			if (write_strings(w, child, position, field_strings(field, owner),
					  err) < 0)
				return -1;
			continue;
		}
		for (size_t n = 0; n < list->count; n++) {
			position->entries[child->depth - 1] = n;
			if (write_entry(w, child, position, field_entry(field, list, n),
					err) < 0)
				return -1;
		}
	}
	return 0;
}

struct kind_rows {
	struct writing *w;
	const struct table *table;
	size_t extra; /* number of the table of x- keys */
};

static int write_extra(struct kind_rows *rows, const struct common *common,
		       const char *id, struct error *err)
{
	for (size_t i = 0; i < common->extra.count; i++) {
		const struct extra *extra = list_at(&common->extra, struct extra, i);
		const struct table_value values[] = {
			{ .text = id },
			{ .text = extra->key },
			{ .text = extra->yaml },
		};

		if (table_file_row(rows->w->file, rows->extra, values, err) < 0)
			return -1;
	}
	return 0;
}

static int add_record(void *payload, const struct export_view *view, struct error *err)
{
	struct kind_rows *rows = payload;
	struct position position = { .id = view->common->id ? view->common->id
							    : view->kind->name };

	arena_reset(&rows->w->scratch);
	if (write_entry(rows->w, rows->table, &position, view->common, err) < 0)
		return error_wrap(err, "%s", position.id);
	return write_extra(rows, view->common, position.id, err);
}

static int add_kind(struct writing *w, const struct kind *kind, struct error *err)
{
	struct table *table = arena_new(w->run->arena, struct table);
	struct layout layout = { .w = w, .kind = kind, .table = table };
	struct kind_rows rows = { .w = w, .table = table };
	const struct table_column extra[] = {
		{ .name = "record", .key = true },
		{ .name = "key", .key = true },
		{ .name = "value" },
	};

	table->name = kind->name;
	if (make_table(&layout, &kind->fields, err) < 0 ||
	    table_file_add(w->file, sql_name(w->run->arena, kind->name, "x"), extra,
			   ARRAY_LEN(extra), &rows.extra, err) < 0)
		return -1;
	return export_each(w->run, kind, add_record, &rows, err);
}

/* ---- the file itself ---- */

static int add_about(struct writing *w, struct error *err)
{
	const struct export_options *options = w->run->options;
	char iso[DATE_ISO_SIZE];
	const struct {
		const char *name;
		const char *value;
	} lines[] = {
		{ "schema", "gk.export-tables/1" },
		{ "office", w->run->office->name },
		{ "day", date_iso(options->day, iso) },
		{ "commit", options->commit },
		{ "internal", options->internal ? "yes" : "no" },
	};

	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		const struct table_value values[] = { { .text = lines[i].name },
						      { .text = lines[i].value } };

		if (table_file_row(w->file, w->about, values, err) < 0)
			return -1;
	}
	return 0;
}

static int write_all(struct writing *w, struct error *err)
{
	static const struct table_column about[] = { { .name = "name", .key = true },
						     { .name = "value" } };
	static const struct table_column fields[] = {
		{ .name = "in_table", .key = true },
		{ .name = "in_column", .key = true },
		{ .name = "zh" },
		{ .name = "en" },
	};
	const struct export_options *options = w->run->options;

	if (table_file_add(w->file, "gk_about", about, ARRAY_LEN(about), &w->about, err) <
		    0 ||
	    table_file_add(w->file, "gk_field", fields, ARRAY_LEN(fields), &w->fields,
			   err) < 0 ||
	    add_about(w, err) < 0)
		return -1;
	for (size_t i = 0; i < options->kind_count; i++)
		if (add_kind(w, options->kinds[i], err) < 0)
			return -1;
	return 0;
}

int export_sqlite(struct export *run, const char *path, struct error *err)
{
	struct writing w = { .run = run, .scratch = ARENA_INIT };
	struct error late;
	int done;

	if (table_file_open(path, &w.file, err) < 0)
		return -1;
	done = write_all(&w, err);
	if (table_file_close(w.file, done == 0 ? err : &late) < 0)
		done = -1;
	arena_clear(&w.scratch);
	return done;
}
