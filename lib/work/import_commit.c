#include <string.h>

#include "base/i18n.h"
#include "record/id.h"
#include "work/attach.h"
#include "work/import_private.h"

/* One import while it is done. */
struct doing {
	struct work *work;
	const struct import_options *options;
	struct import *import;
	struct transaction *tx;
	struct work_adding adding;
	struct findings *findings;
	struct work_done *done;
	/* what is to be written: files as they will be, and the rows they are of */
	struct list files; /* struct file */
};

struct file {
	struct import_row *row;
	const struct record *record;
	struct findings own; /* about it */
};

/* ---- what the rules say of a row ---- */

static void add_fault(struct doing *doing, struct import_row *row, const char *label,
		      const char *text)
{
	struct import_remark *remark =
		list_add(doing->work->arena, &row->remarks, sizeof(*remark));

	*remark = (struct import_remark){
		.kind = IMPORT_FAULT, .cell = "", .label = label, .text = text
	};
	row->action = IMPORT_FAULTY;
}

static const char *label_of(const struct finding *finding)
{
	return i18n_language() == LANGUAGE_ZH ? finding->label_zh : finding->label_en;
}

static bool is_missing(const struct finding *finding)
{
	return rules[finding->rule].group == GROUP_ELEMENTS;
}

/* Errors are faults of the row, what is missing is still to be done, the rest is told. */
static void judge(struct doing *doing, struct import_row *row, struct findings *own)
{
	struct work *work = doing->work;
	bool refused;

	check_settle(work->catalogue, work->today, own, NULL);
	findings_sort(own);
	refused = work_refuses(own, false);
	for (size_t i = 0; i < own->count; i++) {
		const struct finding *finding = &own->items[i];
		auto_buf text = BUF_INIT;

		if (is_missing(finding)) {
			strings_add(work->arena, &row->missing, label_of(finding));
		} else if (refused && finding->severity == SEVERITY_ERROR) {
			finding_text(finding, &text);
			add_fault(doing, row, label_of(finding),
				  buf_dup(&text, work->arena));
		} else {
			findings_push(doing->findings, finding);
		}
	}
}

/* ---- rows ---- */

/* What a person got wrong is a fault of the row; what keeps gk from working is not. */
static int fail(struct doing *doing, struct import_row *row, const struct error *err)
{
	if (err->code != ERR_NOT_FOUND && err->code != ERR_AMBIGUOUS &&
	    err->code != ERR_SYNTAX && err->code != ERR_CONFLICT &&
	    err->code != ERR_DENIED)
		return -1;
	add_fault(doing, row, "", arena_strdup(doing->work->arena, err->text));
	return 0;
}

static void plan(struct doing *doing, struct import_row *row, enum import_action action,
		 const struct record *record)
{
	struct arena *arena = doing->work->arena;
	struct file *file = list_add(arena, &doing->files, sizeof(*file));

	*file = (struct file){ .row = row, .record = record, .own = FINDINGS(arena) };
	row->action = action;
	row->was_there = action == IMPORT_CHANGE;
}

static int add(struct doing *doing, struct import_row *row, struct error *err)
{
	const struct addition addition = { .record = row->record };
	const struct record *file;

	if (work_make_new(&doing->adding, &addition, &file, err) < 0)
		return fail(doing, row, err);
	row->id = row->record->common->id;
	row->path = row->record->path;
	plan(doing, row, IMPORT_ADD, file);
	return 0;
}

struct differing {
	struct arena *arena;
	struct import_row *row;
	size_t that_count; /* but for the numbers of rows on paper */
};

static void note_difference(void *payload, const struct difference *difference)
{
	struct differing *differing = payload;
	struct difference *kept =
		list_add(differing->arena, &differing->row->differences, sizeof(*kept));

	*kept = *difference;
	differing->that_count += strcmp(difference->field, IMPORT_SERIAL) != 0;
}

/* Boxes have no order: the same ones in another one are no change. */
static bool same_ones(const struct strings *left, const struct strings *right)
{
	for (size_t i = 0; i < left->count; i++)
		if (!strings_has(right, left->items[i]))
			return false;
	return left->count == right->count;
}

/* A cell has no end of its last line. */
static bool same_text(const char *old, const char *new)
{
	size_t len = old ? strlen(old) : 0;

	while (len > 0 && old[len - 1] == '\n')
		len--;
	return old && new &&strlen(new) == len &&memcmp(old, new, len) == 0;
}

/* A body that the record calls by its name, where a cell's name was found to be that unit. */
static bool same_referent(struct doing *doing, const struct field *field, const char *old,
			  const char *new)
{
	struct index_row *rows;
	struct error unknown;
	size_t count;

	return old && new && (field->flags & FIELD_OPEN_REF) &&
	       index_resolve(doing->work->index, doing->work->arena, field->ref, old,
			     &rows, &count, &unknown) == 0 &&
	       count == 1 && strcmp(rows[0].id, new) == 0;
}

/* Whether a field says the same in both, so far as a sheet can tell. */
static bool is_same(struct doing *doing, const struct record *old,
		    const struct record *new, const char *path)
{
	struct field_path way;
	size_t at = 0;
	const struct field *field;
	const void *left;
	const void *right;

	if (!field_path_find(old->kind, path, false, &way))
		return false;
	for (size_t i = 0; i < way.count; i++)
		at += way.steps[i]->offset;
	field = way.steps[way.count - 1];
	left = (const char *)(const void *)old->common + at;
	right = (const char *)(const void *)new->common + at;
	if (field->type == FIELD_TEXT)
		return same_text(*(const char *const *)left, *(const char *const *)right);
	if (field->type == FIELD_REF)
		return same_referent(doing, field, *(const char *const *)left,
				     *(const char *const *)right);
	return (field->type == FIELD_REFS || field->type == FIELD_CHOICES) &&
	       same_ones(left, right);
}

/* The record as it would be; *paths gets the fields that the row speaks of. */
static struct record *changed_record(struct doing *doing, const struct import_row *row,
				     const struct record *was, struct strings *paths)
{
	struct arena *arena = doing->work->arena;
	struct record *changed =
		record_parse(arena, was->kind, was->path, was->tree.bytes, was->tree.len);

	for (size_t i = 0; i < row->fields.count; i++) {
		if (is_same(doing, was, row->record, row->fields.items[i]))
			continue;
		record_copy_field(arena, changed, row->record, row->fields.items[i]);
		strings_add(arena, paths, row->fields.items[i]);
	}
	for (size_t i = 0; i < row->emptied.count; i++) {
		record_copy_field(arena, changed, NULL, row->emptied.items[i]);
		strings_add(arena, paths, row->emptied.items[i]);
	}
	return changed;
}

/* Only those of the paths where the two differ: the rest of the file stays byte for byte. */
static void keep_differing(const struct import_row *row, struct strings *paths)
{
	size_t kept = 0;

	for (size_t i = 0; i < paths->count; i++)
		for (size_t k = 0; k < row->differences.count; k++) {
			const char *field =
				list_at(&row->differences, struct difference, k)->field;
			size_t len = strlen(paths->items[i]);

			if (strncmp(field, paths->items[i], len) == 0 &&
			    (field[len] == '\0' || field[len] == '.' ||
			     field[len] == '[')) {
				paths->items[kept++] = paths->items[i];
				break;
			}
		}
	paths->count = kept;
}

static int change(struct doing *doing, struct import_row *row, struct error *err)
{
	struct work *work = doing->work;
	struct differing differing = { .arena = work->arena, .row = row };
	struct strings paths = { 0 };
	struct record *was;
	struct record *changed;
	auto_buf bytes = BUF_INIT;

	if (work_resolve_names(work, row->record, err) < 0 ||
	    work_read_head(work, doing->tx, row->path, &was, err) < 0)
		return fail(doing, row, err);
	if (date_is_set(was->common->voided.date) || was->common->moved_to) {
		add_fault(
			doing, row, "",
			arena_printf(work->arena,
				     tr("%s is void: nothing more is recorded about it"),
				     row->id));
		return 0;
	}
	changed = changed_record(doing, row, was, &paths);
	record_diff(work->arena, was, changed, i18n_language(), note_difference,
		    &differing);
	row->action = IMPORT_SAME;
	if (differing.that_count == 0) {
		row->differences.count = 0;
		return 0;
	}
	keep_differing(row, &paths);
	if (record_change(was, changed, paths.items, paths.count, &bytes, err) < 0)
		return fail(doing, row, err);
	plan(doing, row, IMPORT_CHANGE,
	     record_parse(work->arena, was->kind, was->path, buf_dup(&bytes, work->arena),
			  bytes.len));
	return 0;
}

static int do_row(struct doing *doing, struct import_row *row, struct error *err)
{
	if (row->action == IMPORT_FAULTY)
		return 0;
	if (row->path ? doing->options->new_only : doing->options->update_only) {
		row->action = IMPORT_LEAVE;
		return 0;
	}
	return row->path ? change(doing, row, err) : add(doing, row, err);
}

/* ---- all of them ---- */

/* What the rules say, of all files at once, given back to each. */
static int check_files(struct doing *doing, struct error *err)
{
	struct arena *arena = doing->work->arena;
	struct list *files = &doing->files;
	const struct record **records =
		arena_array(arena, const struct record *, files->count);
	struct import_map by_path = { .keys.arena = arena };
	struct findings all = FINDINGS(arena);

	for (size_t i = 0; i < files->count; i++) {
		records[i] = list_at(files, struct file, i)->record;
		*import_map_at(&by_path, records[i]->path) = i;
	}
	if (check_each(doing->work->catalogue, doing->work->index, records, files->count,
		       &all, err) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		const size_t *file = import_map_find(&by_path, all.items[i].path);

		findings_push(file ? &list_at(files, struct file, *file)->own
				   : doing->findings,
			      &all.items[i]);
	}
	for (size_t i = 0; i < files->count; i++)
		judge(doing, list_at(files, struct file, i)->row,
		      &list_at(files, struct file, i)->own);
	return 0;
}

static int write_files(struct doing *doing, struct error *err)
{
	for (size_t i = 0; i < doing->files.count; i++) {
		const struct file *file = list_at(&doing->files, struct file, i);
		const struct import_row *row = file->row;
		unsigned int flags =
			row->action == IMPORT_ADD ? PUT_NEW : PUT_EXPECT_HEAD;

		if (row->action == IMPORT_FAULTY)
			continue;
		work_note(doing->work, doing->done, row->id, row->path);
		if (transaction_put(doing->tx, row->path, file->record->tree.bytes,
				    file->record->tree.len, flags, err) < 0)
			return -1;
	}
	return 0;
}

/* Forget what was planned for rows, but for their faults: numbers are then given without gaps. */
static void forget_plans(struct doing *doing)
{
	struct work_adding fresh = { .work = doing->work,
				     .tx = doing->tx,
				     .given.arena = doing->work->arena };

	for (size_t i = 0; i < doing->files.count; i++) {
		struct import_row *row = list_at(&doing->files, struct file, i)->row;
		bool numbered = row->record->kind->id_form == ID_UNIT ||
				row->record->kind->id_form == ID_SERIAL;

		row->missing.count = 0;
		row->differences.count = 0;
		if (row->action == IMPORT_ADD)
			row->path = NULL;
		if (row->action == IMPORT_ADD && numbered)
			row->id = row->record->common->id = NULL;
	}
	doing->files.count = 0;
	doing->findings->count = 0;
	doing->adding = fresh;
}

static size_t faulty_files(const struct doing *doing)
{
	size_t count = 0;

	for (size_t i = 0; i < doing->files.count; i++)
		count += list_at(&doing->files, struct file, i)->row->action ==
			 IMPORT_FAULTY;
	return count;
}

static int plan_all(struct doing *doing, struct error *err)
{
	struct list *rows = &doing->import->rows;

	for (size_t i = 0; i < rows->count; i++)
		if (do_row(doing, list_at(rows, struct import_row, i), err) < 0)
			return -1;
	return check_files(doing, err);
}

/* Plan, check, and where rows are left out plan the others once more. */
static int judge_all(struct doing *doing, struct error *err)
{
	if (plan_all(doing, err) < 0)
		return -1;
	if (faulty_files(doing) == 0)
		return 0;
	for (size_t i = 0; i < doing->files.count; i++) {
		struct import_row *row = list_at(&doing->files, struct file, i)->row;

		/* A number that nobody gets is none. */
		if (row->action == IMPORT_FAULTY && !row->was_there)
			row->id = row->path = NULL;
	}
	if (!doing->options->partial)
		return 0;
	forget_plans(doing);
	return plan_all(doing, err);
}

int import_commit(struct work *work, const struct import_options *options,
		  struct import *import, struct findings *findings,
		  struct work_done *done, struct error *err)
{
	const struct transaction_options settings = work_transaction(work);
	auto_transaction *tx = NULL;
	auto_buf what = BUF_INIT;
	struct doing doing = { .work = work,
			       .options = options,
			       .import = import,
			       .adding = { .work = work, .given.arena = work->arena },
			       .findings = findings,
			       .done = done };

	if (transaction_begin(&settings, &tx, err) < 0)
		return WORK_FAILED;
	doing.tx = tx;
	doing.adding.tx = tx;
	if (judge_all(&doing, err) < 0)
		return WORK_FAILED;
	for (size_t i = 0; i < import->rows.count; i++)
		import->counts[list_at(&import->rows, struct import_row, i)->action]++;
	findings_sort(findings);
	if (import->counts[IMPORT_FAULTY] > 0 && !options->partial)
		return WORK_REFUSED;
	if (write_files(&doing, err) < 0)
		return WORK_FAILED;
	if (done->ids.count == 0)
		return WORK_DONE;
	buf_addf(&what, "%s: import", options->kind->name);
	return work_commit(work, tx, what.s, done, err) < 0 ? WORK_FAILED : WORK_DONE;
}
