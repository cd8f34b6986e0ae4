#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "report/annual_private.h"

/* Beyond this a figure is a slip, and sums stay far from the end of an int64_t. */
#define FIGURE_MAX INT64_C(1000000000000)

static const char *text_of(struct arena *arena, struct number number)
{
	return number.set ? arena_printf(arena, "%" PRId64, number.n) : NULL;
}

/* A figure that is stated: used unless it cannot be one. */
static struct number stated(struct annual *annual, const char *what, struct number number)
{
	if (!number.set || (number.n >= 0 && number.n <= FIGURE_MAX))
		return number;
	annual_fault(annual, what, tr("%s: %s: %jd is no count"), annual->path, what,
		     (intmax_t)number.n);
	return (struct number){ .set = false };
}

/* What was counted holds; a figure stated beside it must not say another. */
static struct number settle(struct annual *annual, const char *what,
			    struct number counted, struct number said)
{
	struct number n = stated(annual, what, said);

	if (!counted.set)
		return n;
	if (n.set && n.n != counted.n)
		annual_fault(annual, what,
			     tr("%s: %s: %jd is stated, but the records make %jd"),
			     annual->path, what, (intmax_t)n.n, (intmax_t)counted.n);
	return counted;
}

static struct number number_of(int64_t n)
{
	return (struct number){ .set = true, .n = n };
}

/* ---- table two ---- */

/* 规章 are made by ministries, provinces and cities with districts (立法法 Arts 91, 93), by no township. */
static void collect_regulation(struct annual *annual)
{
	const struct rules_made *said = &annual->report->table2.regulation;
	bool cannot = annual->config->level == OFFICE_TOWNSHIP ||
		      annual->config->level == OFFICE_STREET;
	struct number none = { .set = cannot };

	annual->regulation = (struct rules_count){
		.made = settle(annual, "规章 本年制发件数", none, said->made),
		.repealed = settle(annual, "规章 本年废止件数", none, said->repealed),
		.in_force = settle(annual, "规章 现行有效件数", none, said->in_force),
	};
}

/* In force at the end of the year: what the records and the figures before them make. */
static struct number in_force_counted(const struct annual *annual)
{
	const struct opening *opening = &annual->config->opening;
	const struct counts *counts = &annual->counts;
	struct number before = { .set = false };

	if (opening->year.set && opening->normative.set) {
		before = number_of(opening->normative.n + counts->normative_made_since -
				   counts->normative_ended_since);
	} else if (annual->last && annual->last->table2.normative.in_force.set) {
		before = number_of(annual->last->table2.normative.in_force.n +
				   counts->normative_made - counts->normative_ended);
	}
	return before;
}

static void collect_normative(struct annual *annual)
{
	const struct rules_made *said = &annual->report->table2.normative;
	struct rules_count counted = { .made = { .set = false } };

	if (annual->counted) {
		counted.made = number_of(annual->counts.normative_made);
		counted.repealed = number_of(annual->counts.normative_ended);
		counted.in_force = in_force_counted(annual);
	}
	annual->normative = (struct rules_count){
		.made = settle(annual, "行政规范性文件 本年制发件数", counted.made,
			       said->made),
		.repealed = settle(annual, "行政规范性文件 本年废止件数",
				   counted.repealed, said->repealed),
		.in_force = settle(annual, "行政规范性文件 现行有效件数",
				   counted.in_force, said->in_force),
	};
}

/* 7730.28: digits, perhaps a point and digits. */
static bool is_amount(const char *text)
{
	const char *digits = "0123456789";
	size_t whole = strspn(text, digits);
	size_t rest;

	if (whole == 0 || text[whole] == '\0')
		return whole > 0;
	rest = strspn(text + whole + 1, digits);
	return text[whole] == '.' && rest > 0 && text[whole + 1 + rest] == '\0';
}

static const char *collect_fees(struct annual *annual)
{
	const char *amount = annual->report->table2.fees.amount;

	if (!amount || is_amount(amount))
		return amount;
	annual_fault(annual, "行政事业性收费", tr("%s: %s: '%s' is no amount"),
		     annual->path, "行政事业性收费", amount);
	return NULL;
}

static void collect_table2(struct annual *annual)
{
	const struct report_table2 *said = &annual->report->table2;
	struct arena *arena = annual->arena;
	const char **f = annual->figures;

	collect_regulation(annual);
	collect_normative(annual);
	f[FIGURE_REGULATION_MADE] = text_of(arena, annual->regulation.made);
	f[FIGURE_REGULATION_REPEALED] = text_of(arena, annual->regulation.repealed);
	f[FIGURE_REGULATION_IN_FORCE] = text_of(arena, annual->regulation.in_force);
	if (annual->config->level == OFFICE_TOWNSHIP ||
	    annual->config->level == OFFICE_STREET)
		f[FIGURE_REGULATION_SHOWN] = "0";
	f[FIGURE_NORMATIVE_MADE] = text_of(arena, annual->normative.made);
	f[FIGURE_NORMATIVE_REPEALED] = text_of(arena, annual->normative.repealed);
	f[FIGURE_NORMATIVE_IN_FORCE] = text_of(arena, annual->normative.in_force);
	if (annual->counted)
		f[FIGURE_NORMATIVE_SHOWN] =
			text_of(arena, number_of(annual->counts.normative_shown));
	f[FIGURE_PERMITS] =
		text_of(arena, stated(annual, "行政许可", said->permits.count));
	f[FIGURE_PENALTIES] =
		text_of(arena, stated(annual, "行政处罚", said->penalties.count));
	f[FIGURE_COERCION] =
		text_of(arena, stated(annual, "行政强制", said->coercion.count));
	f[FIGURE_FEES] = collect_fees(annual);
}

const struct stated_figure *stated_figure_find(const struct report *report,
					       const char *name)
{
	for (size_t i = 0; i < report->figures.count; i++) {
		const struct stated_figure *figure =
			list_at(&report->figures, struct stated_figure, i);

		if (figure->name && strcmp(figure->name, name) == 0)
			return figure;
	}
	return NULL;
}

const char *figure_text(const struct annual *annual, const struct form_block *block,
			const struct form_line *line, size_t column)
{
	const char *known = annual->figures[line->cells[column]];
	const struct stated_figure *figure;
	auto_buf name = BUF_INIT;

	if (known)
		return known;
	buf_addf(&name, "%s/%s", line->label, block->columns[column]);
	figure = stated_figure_find(annual->report, name.s);
	if (!figure || !figure->value)
		return NULL;
	return figure->unit
		       ? arena_printf(annual->arena, "%s%s", figure->value, figure->unit)
		       : figure->value;
}

/* ---- table three ---- */

static void collect_row(struct annual *annual, const struct table3_figures *row)
{
	const char *label = choice_of(&table3_rows, row->row)->zh;

	for (size_t c = 0; c < REPORT_TOTAL; c++) {
		const struct field *column = &by_applicant_fields.items[c];
		struct number n = stated(
			annual, arena_printf(annual->arena, "%s %s", label, column->zh),
			field_number(column, &row->counts));

		annual->table3[row->row][c] = n.set ? n.n : 0;
	}
}

/* A row that the record does not list is zero, once it lists any. */
static void collect_table3(struct annual *annual)
{
	const struct list *rows = &annual->report->table3;
	bool seen[TABLE3_CARRY_ON + 1] = { false };

	annual->has_table3 = rows->count > 0;
	for (size_t i = 0; i < rows->count; i++) {
		const struct table3_figures *row =
			list_at(rows, struct table3_figures, i);

		if (row->row == TABLE3_UNSET)
			continue;
		if (seen[row->row])
			annual_fault(annual, "表三同一行填报两次",
				     tr("%s: table three states '%s' twice"),
				     annual->path, choice_of(&table3_rows, row->row)->zh);
		seen[row->row] = true;
		collect_row(annual, row);
	}
}

int64_t table3_sum(const struct annual *annual, enum table3_row from, enum table3_row to,
		   size_t column)
{
	size_t first = column == REPORT_TOTAL ? 0 : column;
	size_t last = column == REPORT_TOTAL ? REPORT_TOTAL - 1 : column;
	int64_t sum = 0;

	for (int row = (int)from; row <= (int)to; row++)
		for (size_t c = first; c <= last; c++)
			sum += annual->table3[row][c];
	return sum;
}

/* ---- table four ---- */

static void collect_remedy(struct annual *annual, size_t which, const char *label,
			   const struct remedy_results *said)
{
	const struct number results[] = { said->upheld, said->corrected, said->other,
					  said->pending };
	int64_t *out = annual->remedies[which];

	for (size_t i = 0; i < ARRAY_LEN(results); i++) {
		struct number n = stated(annual, label, results[i]);

		annual->has_remedy[which] |= results[i].set;
		out[i] = n.set ? n.n : 0;
		out[REMEDY_RESULTS - 1] += out[i];
	}
}

void figures_collect(struct annual *annual, int from)
{
	const struct report_table4 *table4 = &annual->report->table4;

	annual->counted = annual->year >= from;
	collect_table2(annual);
	collect_table3(annual);
	collect_remedy(annual, 0, "行政复议", &table4->reconsideration);
	collect_remedy(annual, 1, "未经复议直接起诉", &table4->suit_direct);
	collect_remedy(annual, 2, "复议后起诉", &table4->suit_after);
}
