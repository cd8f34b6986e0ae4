#include <stdint.h>

#include "base/i18n.h"
#include "report/annual_private.h"

static const char *column_label(size_t column)
{
	if (column == REPORT_TOTAL)
		return annual_label("总计", "total");
	return annual_label(by_applicant_fields.items[column].zh,
			    by_applicant_fields.items[column].en);
}

static const char *column_zh(const struct annual *annual, const char *what, size_t column)
{
	return arena_printf(
		annual->arena, "%s：%s", what,
		column == REPORT_TOTAL ? "总计" : by_applicant_fields.items[column].zh);
}

/* What the form prints below its corner: rows one and two equal rows three and four. */
static void check_columns(struct annual *annual)
{
	for (size_t c = 0; c < REPORT_COLUMNS; c++) {
		int64_t received = table3_sum(annual, TABLE3_NEW, TABLE3_CARRIED, c);
		int64_t settled =
			table3_sum(annual, TABLE3_DISCLOSED, TABLE3_CARRY_ON, c);

		if (received != settled)
			annual_fault(annual, column_zh(annual, "表三勾稽关系不成立", c),
				     tr("table three, column '%s': rows one and two make "
					"%jd, rows three and four %jd (T3-ID)"),
				     column_label(c), (intmax_t)received,
				     (intmax_t)settled);
	}
}

/* Of the year before: what its report carried on, or the opening figures; NULL when not known. */
static const struct by_applicant *carried_before(const struct annual *annual)
{
	static const struct by_applicant none;
	const struct opening *opening = &annual->config->opening;

	if (annual->last && annual->last->table3.count > 0) {
		const struct list *rows = &annual->last->table3;

		for (size_t i = 0; i < rows->count; i++) {
			const struct table3_figures *row =
				list_at(rows, struct table3_figures, i);

			if (row->row == TABLE3_CARRY_ON)
				return &row->counts;
		}
		return &none;
	}
	if (opening->year.set && opening->year.n == annual->year - 1)
		return &opening->carry_over;
	return NULL;
}

/* X-CARRY: row two is last year's row four, by column. */
static void check_carry(struct annual *annual)
{
	const struct by_applicant *before = carried_before(annual);

	for (size_t c = 0; before && c < REPORT_TOTAL; c++) {
		struct number carried =
			field_number(&by_applicant_fields.items[c], before);
		int64_t n = carried.set ? carried.n : 0;

		if (annual->table3[TABLE3_CARRIED][c] != n)
			annual_fault(
				annual, column_zh(annual, "上年结转与上年年报不符", c),
				tr("table three, column '%s': %jd were carried over, "
				   "but the year before left %jd (X-CARRY)"),
				column_label(c),
				(intmax_t)annual->table3[TABLE3_CARRIED][c], (intmax_t)n);
	}
}

/* X-STOCK: in force = in force a year ago + made − repealed. */
static void check_stock(struct annual *annual, const char *label,
			const struct rules_count *now, const struct rules_made *before)
{
	int64_t expected;

	if (!now->made.set || !now->repealed.set || !now->in_force.set ||
	    !before->in_force.set)
		return;
	expected = before->in_force.n + now->made.n - now->repealed.n;
	if (now->in_force.n != expected)
		annual_fault(
			annual,
			arena_printf(annual->arena, "%s现行有效件数与上年不衔接", label),
			tr("table two, %s: %jd were in force a year before, %jd made, "
			   "%jd repealed: that makes %jd, not %jd (X-STOCK)"),
			label, (intmax_t)before->in_force.n, (intmax_t)now->made.n,
			(intmax_t)now->repealed.n, (intmax_t)expected,
			(intmax_t)now->in_force.n);
}

static void check_form(struct annual *annual)
{
	int said = annual->report->form;

	if (said != REPORT_FORM_UNSET && said != (int)annual->form->code)
		annual_fault(annual, "格式版本与年度不符",
			     tr("%s: the form is said to be '%s', but that of %d is "
				"'%s'"),
			     annual->path, choice_code(&report_forms, said), annual->year,
			     choice_code(&report_forms, (int)annual->form->code));
}

void identities_check(struct annual *annual)
{
	check_form(annual);
	if (annual->has_table3) {
		check_columns(annual);
		check_carry(annual);
	}
	if (!annual->last)
		return;
	check_stock(annual, "规章", &annual->regulation,
		    &annual->last->table2.regulation);
	check_stock(annual, "行政规范性文件", &annual->normative,
		    &annual->last->table2.normative);
}
