#include <string.h>

#include "base/buf.h"
#include "store/index_private.h"

static void add_text(struct buf *out, const char *text)
{
	if (text)
		buf_adds(out, text);
	buf_addc(out, '\0');
}

static struct segment_column empty_column(void)
{
	return (struct segment_column){ .cells = BUF_INIT };
}

void segment_init(struct segment_builder *builder)
{
	*builder = (struct segment_builder){
		.arena = ARENA_INIT,
		.path = BUF_INIT,
		.head = BUF_INIT,
		.stat = BUF_INIT,
		.oid = BUF_INIT,
		.findings = empty_column(),
		.target_cells = empty_column(),
	};
	builder->fields.arena = &builder->arena;
	builder->kinds.arena = &builder->arena;
	builder->targets.arena = &builder->arena;
}

void segment_release(struct segment_builder *builder)
{
	for (size_t i = 0; i < builder->fields.count; i++)
		buf_release(&builder->columns[i].cells);
	buf_release(&builder->path);
	buf_release(&builder->head);
	buf_release(&builder->stat);
	buf_release(&builder->oid);
	buf_release(&builder->findings.cells);
	buf_release(&builder->target_cells.cells);
	arena_clear(&builder->arena);
}

static void add_target(struct segment_builder *builder, const struct cell *cell)
{
	auto_buf text = BUF_INIT;
	size_t known = builder->targets.count;

	target_text(&text, cell->ref, cell->value);
	if (text_set_add(&builder->targets, text.s) == known)
		cell_add(&builder->target_cells.cells, &builder->target_cells.last_slot,
			 cell);
}

static struct segment_column *column_of(struct segment_builder *builder, const char *path)
{
	size_t known = builder->fields.count;
	size_t i = text_set_add(&builder->fields, path);

	if (i == known) {
		builder->columns =
			array_grow(&builder->arena, builder->columns, known,
				   &builder->column_room, sizeof(builder->columns[0]));
		builder->columns[i] = empty_column();
	}
	return &builder->columns[i];
}

static void add_fact(struct segment_builder *builder, const struct fact *fact,
		     size_t ordinal)
{
	struct segment_column *column = column_of(builder, fact->field);
	struct cell cell = {
		.slot = (uint32_t)builder->count,
		.ordinal = (uint32_t)ordinal,
		.place = fact->place,
		.ref = fact->ref ? fact->ref : "",
		.value = fact->value,
	};

	cell_add(&column->cells, &column->last_slot, &cell);
	if (fact->ref) {
		column->refers = true;
		add_target(builder, &cell);
	}
}

void segment_add(struct segment_builder *builder, const struct source_entry *entry,
		 const struct facts *facts, const char *findings)
{
	(void)text_set_add(&builder->kinds, facts->kind ? facts->kind : "");
	add_text(&builder->path, entry->path);
	add_text(&builder->oid, entry->oid);
	add_text(&builder->head, facts->id);
	add_text(&builder->head, facts->kind);
	add_text(&builder->head, facts->title);
	add_text(&builder->head, facts->state);
	buf_add(&builder->stat, &entry->stat, sizeof(entry->stat));
	for (size_t i = 0; i < facts->count; i++)
		add_fact(builder, &facts->items[i], i);
	if (*findings) {
		struct cell cell = {
			.slot = (uint32_t)builder->count,
			.ref = "",
			.value = findings,
		};

		cell_add(&builder->findings.cells, &builder->findings.last_slot, &cell);
	}
	builder->count++;
}

int64_t field_sum(int64_t id, const char *path, bool refers)
{
	return database_sum((uint64_t)id * 2 + refers, path, strlen(path));
}

static int mark_field(struct index *index, int64_t id, const char *path, bool refers,
		      struct error *err)
{
	sqlite3_stmt *statement =
		database_statement(&index->database, SQL_MARK_FIELD, err);

	if (!statement)
		return -1;
	(void)sqlite3_bind_int64(statement, 1, id);
	(void)sqlite3_bind_int64(statement, 2, refers);
	(void)sqlite3_bind_int64(statement, 3, field_sum(id, path, refers));
	return database_step(&index->database, statement, err);
}

/* The number of a field in the database, which it gets if it has none. */
static int number_of_field(struct index *index, const char *path, bool refers,
			   int64_t *out, struct error *err)
{
	static const enum sql steps[] = { SQL_ADD_FIELD, SQL_FIELD };
	struct database *database = &index->database;
	sqlite3_stmt *statement = NULL;
	bool marked;
	int64_t sum;
	int found = 0;

	for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
		statement = database_statement(database, steps[i], err);
		if (!statement)
			return -1;
		(void)sqlite3_bind_text(statement, 1, path, -1, SQLITE_STATIC);
		found = database_step(database, statement, err);
		if (found < 0)
			return -1;
	}
	if (!found)
		return database_damage(database, err);
	*out = sqlite3_column_int64(statement, 0);
	marked = sqlite3_column_int64(statement, 1) != 0;
	sum = sqlite3_column_int64(statement, 2);
	(void)sqlite3_reset(statement);
	/* 0 until it is marked for the first time. */
	if (sum && sum != field_sum(*out, path, marked))
		return database_damage(database, err);
	return sum && (marked || !refers) ? 0
					  : mark_field(index, *out, path, refers, err);
}

/* A column as it is written. */
struct written {
	int64_t column;
	const struct buf *bytes;
};

/* Columns that the segment has besides those that each has. */
static int list_columns(struct index *index, const struct segment_builder *builder,
			struct written *out, size_t *count, struct error *err)
{
	*count = 0;
	if (builder->findings.cells.len)
		out[(*count)++] =
			(struct written){ COLUMN_FINDING, &builder->findings.cells };
	if (builder->target_cells.cells.len)
		out[(*count)++] =
			(struct written){ COLUMN_TARGET, &builder->target_cells.cells };
	for (size_t i = 0; i < builder->fields.count; i++) {
		const struct segment_column *column = &builder->columns[i];

		if (number_of_field(index, builder->fields.items[i], column->refers,
				    &out[*count].column, err) < 0)
			return -1;
		out[(*count)++].bytes = &column->cells;
	}
	return 0;
}

int64_t segment_sum(size_t rows, const struct buf *columns, const struct buf *kinds)
{
	uint64_t sum = (uint64_t)database_sum(rows, columns->s, columns->len);

	return database_sum(sum, kinds->s, kinds->len);
}

static int write_head(struct index *index, const struct segment_builder *builder,
		      const struct written *columns, size_t count, struct error *err)
{
	struct database *database = &index->database;
	sqlite3_stmt *statement = database_statement(database, SQL_ADD_SEGMENT, err);
	auto_buf ids = BUF_INIT;
	auto_buf kinds = BUF_INIT;

	if (!statement)
		return -1;
	for (size_t i = 0; i < count; i++)
		buf_add(&ids, &columns[i].column, sizeof(columns[i].column));
	for (size_t i = 0; i < builder->kinds.count; i++)
		add_text(&kinds, builder->kinds.items[i]);
	(void)sqlite3_bind_int64(statement, 1, (int64_t)builder->count);
	(void)sqlite3_bind_int64(statement, 2, segment_sum(builder->count, &ids, &kinds));
	(void)sqlite3_bind_blob64(statement, 3, ids.s, ids.len, SQLITE_TRANSIENT);
	(void)sqlite3_bind_blob64(statement, 4, kinds.s, kinds.len, SQLITE_TRANSIENT);
	return database_step(database, statement, err);
}

static int write_columns(struct index *index, int64_t segment,
			 const struct written *columns, size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		if (database_put_column(&index->database, segment, columns[i].column,
					columns[i].bytes, err) < 0)
			return -1;
	}
	return 0;
}

static int write_all(struct index *index, const struct segment_builder *builder,
		     struct written *columns, int64_t *out, struct error *err)
{
	const struct written own[] = {
		{ COLUMN_PATH, &builder->path },
		{ COLUMN_HEAD, &builder->head },
		{ COLUMN_STAT, &builder->stat },
		{ COLUMN_OID, &builder->oid },
	};
	size_t count;

	if (list_columns(index, builder, columns, &count, err) < 0 ||
	    write_head(index, builder, columns, count, err) < 0)
		return -1;
	*out = sqlite3_last_insert_rowid(index->database.db);
	if (write_columns(index, *out, own, ARRAY_LEN(own), err) < 0)
		return -1;
	return write_columns(index, *out, columns, count, err);
}

int segment_write(struct index *index, const struct segment_builder *builder,
		  int64_t *out, struct error *err)
{
	struct arena arena = ARENA_INIT;
	struct written *columns =
		arena_array(&arena, struct written, builder->fields.count + 2);
	int done = database_run(&index->database, SQL_BEGIN_WRITE, err);

	if (done == 0)
		done = write_all(index, builder, columns, out, err);
	if (done == 0)
		done = database_run(&index->database, SQL_COMMIT, err);
	arena_clear(&arena);
	return done;
}

bool segment_has(const struct segment *segment, int64_t column)
{
	if (column >= COLUMN_OID && column <= COLUMN_PATH)
		return true;
	for (size_t i = 0; i < segment->column_count; i++) {
		if (segment->columns[i] == column)
			return true;
	}
	return false;
}

int segment_read(struct index *index, const struct segment *segment, int64_t column,
		 struct buf *out, struct error *err)
{
	int found;

	buf_reset(out);
	if (!segment_has(segment, column))
		return 0;
	found = database_column(&index->database, segment->id, column, out, err);
	if (found == 0)
		(void)database_damage(&index->database, err);
	return found == 1 ? 0 : -1;
}

int segment_drop(struct index *index, int64_t segment, struct error *err)
{
	static const enum sql steps[] = { SQL_DROP_COLUMNS, SQL_DROP_SEGMENT };

	for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
		sqlite3_stmt *statement =
			database_statement(&index->database, steps[i], err);

		if (!statement)
			return -1;
		(void)sqlite3_bind_int64(statement, 1, segment);
		if (database_step(&index->database, statement, err) < 0)
			return -1;
	}
	return 0;
}
