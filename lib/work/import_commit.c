#include <string.h>

#include "base/i18n.h"
#include "record/cell.h"
#include "record/describe.h"
#include "record/id.h"
#include "record/item.h"
#include "work/attach.h"
#include "work/import_private.h"

/* Rows are done so many at a time: what judged them is let go of before the next. */
enum { LOT = 256 };

/* One import while it is done. */
struct doing {
	struct work *work;
	const struct import_options *options;
	struct import *import;
	struct transaction *tx;
	struct work_adding adding;
	struct findings *findings;
	struct work_done *done;
	struct list files;  /* struct file */
	struct arena lot;   /* of the rows that are being done */
	struct list judged; /* struct judged: theirs */
};

/* What is to be written. */
struct file {
	struct import_row *row;
	const char *bytes;
	size_t len;
};

/* A file as it will be read, and what the rules say of it. */
struct judged {
	struct import_row *row;
	const struct record *record;
	struct findings own;
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

/* Of a field that the sheet has no column for: how all rows get it at once. */
static void add_help(const struct import_row *row, const struct finding *finding,
		     struct buf *text)
{
	const char *label = label_of(finding);

	if (finding->field && finding->field[0] && label[0] && !row->was_there &&
	    !strings_has(&row->fields, finding->field))
		buf_addf(text, tr(" (a column '%s', or --set '%s=…' for all)"), label,
			 label);
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
			add_help(row, finding, &text);
			add_fault(doing, row, label_of(finding),
				  buf_dup(&text, work->arena));
		} else {
			findings_keep(doing->findings, finding);
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
	struct file *file = list_add(doing->work->arena, &doing->files, sizeof(*file));
	struct judged *judged = list_add(&doing->lot, &doing->judged, sizeof(*judged));

	*file = (struct file){ .row = row,
			       .bytes = record->tree.bytes,
			       .len = record->tree.len };
	*judged = (struct judged){ .row = row,
				   .record = record,
				   .own = FINDINGS(&doing->lot) };
	row->action = action;
	row->was_there = action == IMPORT_CHANGE;
}

/* What gk add fills in as well: told, since the sheet says nothing of it. */
static void note_defaults(struct doing *doing, struct import_row *row)
{
	static const char *const paths[] = { "subject",   "source",
					     "audience",  "disclosure.attribute",
					     "frequency", "level" };
	struct arena *arena = doing->work->arena;
	const struct record *record = row->record;

	row->defaults = (struct strings){ 0 }; /* a row may be planned twice */
	for (size_t i = 0; record->kind == &item_kind && i < ARRAY_LEN(paths); i++) {
		struct cell_column column;
		auto_buf value = BUF_INIT;

		if (strings_has(&row->fields, paths[i]) ||
		    !field_path_find(record->kind, paths[i], false, &column.way))
			continue;
		cell_text(&column, record->common, NULL, &value);
		if (value.len > 0)
			strings_add(arena, &row->defaults,
				    arena_printf(arena, "%s: %s",
						 field_label(cell_field(&column),
							     i18n_language()),
						 value.s));
	}
}

static int add(struct doing *doing, struct import_row *row, struct error *err)
{
	const struct addition addition = { .record = row->record };
	const struct record *file;

	if (work_make_new(&doing->adding, &addition, &file, err) < 0)
		return fail(doing, row, err);
	row->id = row->record->common->id;
	row->path = row->record->path;
	note_defaults(doing, row);
	plan(doing, row, IMPORT_ADD, file);
	return 0;
}

static bool is_gone(struct doing *doing, struct import_row *row, const struct record *was)
{
	struct arena *arena = doing->work->arena;
	const char *now = was->common->moved_to;

	if (now)
		add_fault(doing, row, "",
			  arena_printf(arena, tr("%s is %s now: put that into the sheet"),
				       row->id, now));
	else if (date_is_set(was->common->voided.date))
		add_fault(
			doing, row, "",
			arena_printf(arena,
				     tr("%s is void: nothing more is recorded about it"),
				     row->id));
	else
		return false;
	return true;
}

static int change(struct doing *doing, struct import_row *row, struct error *err)
{
	struct work *work = doing->work;
	struct work brief = *work;
	struct record *was;
	auto_buf bytes = BUF_INIT;
	int outcome;

	brief.arena = &doing->lot;
	if (work_resolve_names(work, row->record, err) < 0 ||
	    work_read_head(&brief, doing->tx, row->path, &was, err) < 0)
		return fail(doing, row, err);
	if (is_gone(doing, row, was))
		return 0;
	row->action = IMPORT_SAME;
	outcome = import_change(work, &doing->lot, was, row, &bytes, err);
	if (outcome < 0)
		return fail(doing, row, err);
	if (outcome > 0)
		plan(doing, row, IMPORT_CHANGE,
		     record_parse(&doing->lot, was->kind, row->path,
				  buf_dup(&bytes, work->arena), bytes.len));
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

/* What the rules say, of all files of the lot at once, given back to each. */
static int check_lot(struct doing *doing, struct error *err)
{
	struct list *judged = &doing->judged;
	const struct record **records =
		arena_array(&doing->lot, const struct record *, judged->count);
	struct import_map by_path = { .keys.arena = &doing->lot };
	struct findings all = FINDINGS(&doing->lot);

	for (size_t i = 0; i < judged->count; i++) {
		records[i] = list_at(judged, struct judged, i)->record;
		*import_map_at(&by_path, records[i]->path) = i;
	}
	if (check_each(doing->work->catalogue, doing->work->index, records, judged->count,
		       &all, err) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		const size_t *of = import_map_find(&by_path, all.items[i].path);

		if (of)
			findings_push(&list_at(judged, struct judged, *of)->own,
				      &all.items[i]);
		else
			findings_keep(doing->findings, &all.items[i]);
	}
	for (size_t i = 0; i < judged->count; i++)
		judge(doing, list_at(judged, struct judged, i)->row,
		      &list_at(judged, struct judged, i)->own);
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
		if (transaction_put(doing->tx, row->path, file->bytes, file->len, flags,
				    err) < 0)
			return -1;
	}
	return 0;
}

/* Forget what was planned for rows, but for their faults: numbers are then given without gaps. */
static void forget_plans(struct doing *doing)
{
	struct work_adding fresh = { .work = doing->work,
				     .tx = doing->tx,
				     .files = &doing->lot,
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

static int plan_lot(struct doing *doing, size_t from, size_t to, struct error *err)
{
	const struct list *rows = &doing->import->rows;

	doing->judged = (struct list){ 0 };
	arena_reset(&doing->lot);
	for (size_t i = from; i < to; i++)
		if (do_row(doing, list_at(rows, struct import_row, i), err) < 0)
			return -1;
	return check_lot(doing, err);
}

static int plan_all(struct doing *doing, struct error *err)
{
	size_t count = doing->import->rows.count;

	for (size_t from = 0; from < count; from += LOT)
		if (plan_lot(doing, from, from + LOT < count ? from + LOT : count, err) <
		    0)
			return -1;
	return 0;
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

static int do_all(struct doing *doing, struct error *err)
{
	struct import *import = doing->import;
	auto_buf what = BUF_INIT;

	if (judge_all(doing, err) < 0)
		return WORK_FAILED;
	for (size_t i = 0; i < import->rows.count; i++)
		import->counts[list_at(&import->rows, struct import_row, i)->action]++;
	findings_sort(doing->findings);
	if (import->counts[IMPORT_FAULTY] > 0 && !doing->options->partial)
		return WORK_REFUSED;
	if (write_files(doing, err) < 0)
		return WORK_FAILED;
	if (doing->done->ids.count == 0)
		return WORK_DONE;
	buf_addf(&what, "%s: import", doing->options->kind->name);
	return work_commit(doing->work, doing->tx, what.s, doing->done, err) < 0
		       ? WORK_FAILED
		       : WORK_DONE;
}

int import_commit(struct work *work, const struct import_options *options,
		  struct import *import, struct findings *findings,
		  struct work_done *done, struct error *err)
{
	const struct transaction_options settings = work_transaction(work);
	auto_transaction *tx = NULL;
	struct doing doing = { .work = work,
			       .options = options,
			       .import = import,
			       .lot = ARENA_INIT,
			       .findings = findings,
			       .done = done };
	int outcome;

	if (transaction_begin(&settings, &tx, err) < 0)
		return WORK_FAILED;
	doing.tx = tx;
	doing.adding = (struct work_adding){
		.work = work, .tx = tx, .files = &doing.lot, .given.arena = work->arena
	};
	outcome = do_all(&doing, err);
	arena_clear(&doing.lot);
	return outcome;
}
