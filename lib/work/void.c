#include "base/i18n.h"
#include "work/act.h"

/* Nothing of the record stays but its id: who, when and why. */
static void write_stub(struct work *work, const struct record *record, const char *reason,
		       struct buf *out)
{
	struct record *stub = record_new(work->arena, record->kind);

	stub->common->id = record->common->id;
	stub->common->voided = (struct voided){ .date = work->today,
						.by = work->typist,
						.reason = reason };
	record_write(stub, out);
}

int work_void(struct work *work, const char *id, const char *reason,
	      struct findings *findings, struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	auto_buf bytes = BUF_INIT;
	struct record *record;
	struct index_row row;

	(void)findings;
	if (work_find(work, NULL, id, &row, err) < 0 ||
	    transaction_begin(&options, &tx, err) < 0 ||
	    work_read_head(work, tx, row.path, &record, err) < 0)
		return WORK_FAILED;
	if (record->kind->id_form != ID_UNIT && record->kind->id_form != ID_SERIAL)
		return error_set(err, ERR_DENIED,
				 tr("%s has no number; delete its file and run gk save"),
				 id);
	if (date_is_set(record->common->voided.date))
		return error_set(err, ERR_DENIED, tr("%s is void already"), row.id);
	if (work_check_live(record, err) < 0)
		return WORK_FAILED;
	write_stub(work, record, reason, &bytes);
	if (transaction_put(tx, row.path, bytes.s, bytes.len, PUT_EXPECT_HEAD, err) < 0)
		return WORK_FAILED;
	work_note(work, done, row.id, row.path);
	return work_commit(work, tx, "void", done, err) < 0 ? WORK_FAILED : WORK_DONE;
}
