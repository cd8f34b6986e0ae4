#include <inttypes.h>

#include "check/check_private.h"
#include "record/report.h"

/* The sum of one column over the rows that have the same side of the identity. */
static int64_t sum_of(const struct report *report, const struct field *column, bool left)
{
	int64_t sum = 0;

	for (size_t i = 0; i < report->table3.count; i++) {
		const struct table3_figures *row =
			list_at(&report->table3, struct table3_figures, i);
		struct number n = field_number(column, &row->counts);

		if (n.set && row->row != TABLE3_UNSET &&
		    (row->row == TABLE3_NEW || row->row == TABLE3_CARRIED) == left)
			sum += n.n;
	}
	return sum;
}

static void check_column(const struct within *w, const struct field *column)
{
	const struct report *report = RECORD(w->record, struct report);
	struct arena *arena = w->out->arena;
	int64_t received = sum_of(report, column, /* left */ true);
	int64_t settled = sum_of(report, column, /* left */ false);

	if (received == settled)
		return;
	FIND(w->out, RULE_TABLE_IDENTITY, w->record, &report->table3,
	     arg_label(arena, column->zh, column->en),
	     arena_printf(arena, "%" PRId64, received),
	     arena_printf(arena, "%" PRId64, settled));
}

/*
 * The identity printed on the form (国办公开办函〔2021〕30号): in each column rows one
 * and two together equal rows three and four.  The sums of the rows are not stated, so
 * that nothing else can disagree.
 */
void check_figures(const struct within *w)
{
	if (w->record->kind != &report_kind)
		return;
	if (RECORD(w->record, struct report)->table3.count == 0)
		return;
	for (size_t i = 0; i < by_applicant_fields.count; i++)
		check_column(w, &by_applicant_fields.items[i]);
}
