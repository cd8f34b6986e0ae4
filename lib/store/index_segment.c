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
		.file = BUF_INIT,
		.head = BUF_INIT,
		.stat = BUF_INIT,
		.findings = empty_column(),
		.target_cells = empty_column(),
	};
	builder->fields.arena = &builder->arena;
	builder->targets.arena = &builder->arena;
}

void segment_release(struct segment_builder *builder)
{
	for (size_t i = 0; i < builder->fields.count; i++)
		buf_release(&builder->columns[i].cells);
	buf_release(&builder->file);
	buf_release(&builder->head);
	buf_release(&builder->stat);
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
	add_text(&builder->file, entry->path);
	add_text(&builder->file, entry->oid);
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

static int mark_refers(struct index *index, int64_t field, struct error *err)
{
	sqlite3_stmt *statement =
		database_statement(&index->database, SQL_FIELD_REFERS, err);

	if (!statement)
		return -1;
	(void)sqlite3_bind_int64(statement, 1, field);
	return database_step(&index->database, statement, err);
}

/* The number of a field in the database, which it gets if it has none. */
static int number_of_field(struct index *index, const char *path, bool refers,
			   int64_t *out, struct error *err)
{
	static const enum sql steps[] = { SQL_ADD_FIELD, SQL_FIELD };
	sqlite3_stmt *statement = NULL;
	bool marked;
	int found = 0;

	for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
		statement = database_statement(&index->database, steps[i], err);
		if (!statement)
			return -1;
		(void)sqlite3_bind_text(statement, 1, path, -1, SQLITE_STATIC);
		found = database_step(&index->database, statement, err);
		if (found < 0)
			return -1;
	}
	if (!found)
		return database_damage(&index->database, err);
	*out = sqlite3_column_int64(statement, 0);
	marked = sqlite3_column_int64(statement, 1) != 0;
	(void)sqlite3_reset(statement);
	return refers && !marked ? mark_refers(index, *out, err) : 0;
}

static int write_field(struct index *index, const struct segment_builder *builder,
		       size_t i, int64_t segment, struct error *err)
{
	const struct segment_column *column = &builder->columns[i];
	int64_t field;

	if (number_of_field(index, builder->fields.items[i], column->refers, &field,
			    err) < 0)
		return -1;
	return database_put_column(&index->database, segment, field, &column->cells, err);
}

static int write_columns(struct index *index, const struct segment_builder *builder,
			 int64_t segment, struct error *err)
{
	const struct {
		enum column column;
		const struct buf *bytes;
	} own[] = {
		{ COLUMN_FILE, &builder->file },
		{ COLUMN_HEAD, &builder->head },
		{ COLUMN_STAT, &builder->stat },
		{ COLUMN_FINDING, &builder->findings.cells },
		{ COLUMN_TARGET, &builder->target_cells.cells },
	};

	for (size_t i = 0; i < ARRAY_LEN(own); i++) {
		if (own[i].bytes->len &&
		    database_put_column(&index->database, segment, own[i].column,
					own[i].bytes, err) < 0)
			return -1;
	}
	for (size_t i = 0; i < builder->fields.count; i++) {
		if (write_field(index, builder, i, segment, err) < 0)
			return -1;
	}
	return 0;
}

int segment_write(struct index *index, const struct segment_builder *builder,
		  int64_t *out, struct error *err)
{
	struct database *database = &index->database;
	sqlite3_stmt *statement;

	if (database_run(database, SQL_BEGIN_WRITE, err) < 0)
		return -1;
	statement = database_statement(database, SQL_ADD_SEGMENT, err);
	if (!statement)
		return -1;
	(void)sqlite3_bind_int64(statement, 1, (int64_t)builder->count);
	if (database_step(database, statement, err) < 0)
		return -1;
	*out = sqlite3_last_insert_rowid(database->db);
	if (write_columns(index, builder, *out, err) < 0)
		return -1;
	return database_run(database, SQL_COMMIT, err);
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
