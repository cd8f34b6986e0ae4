#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "report/annual_private.h"

enum {
	LABEL_COLUMNS = 3, /* of table three: section, group, row */
	TABLE2_COLUMNS = 1 + LINE_FIGURES,
	TABLE3_COLUMNS = LABEL_COLUMNS + REPORT_COLUMNS,
	TABLE4_COLUMNS = REMEDIES * REMEDY_RESULTS,
	SHEET_COLUMNS = 3,
};

/* What stands where a figure is unavailable. */
static const char unavailable[] = "—";

static struct cell *add_cell(struct blocks *doc, struct row *row, const char *text,
			     unsigned int rows, unsigned int columns)
{
	struct cell *cell = blocks_cell(doc, row, text);

	cell->rows = rows;
	cell->columns = columns;
	cell->align = ALIGN_CENTRE;
	return cell;
}

static void add_head(struct blocks *doc, struct row *row, const char *text,
		     unsigned int rows, unsigned int columns)
{
	add_cell(doc, row, text, rows, columns)->head = true;
}

static void add_number(struct blocks *doc, struct row *row, bool known, int64_t n)
{
	const char *text = known ? arena_printf(doc->arena, "%" PRId64, n) : unavailable;

	(void)add_cell(doc, row, text, 1, 1);
}

/* ---- table two ---- */

static size_t figures_of(const struct form_block *block)
{
	size_t count = 0;

	while (count < LINE_FIGURES && block->columns[count])
		count++;
	return count;
}

/* The last figure fills the line. */
static unsigned int width_of(size_t column, size_t count)
{
	return column + 1 == count ? (unsigned int)(LINE_FIGURES - column) : 1;
}

static void add_block(const struct annual *annual, const struct form_block *block,
		      struct block *table, struct blocks *doc)
{
	size_t count = figures_of(block);
	struct row *row = blocks_row(doc, table);

	add_head(doc, row, block->article, 1, TABLE2_COLUMNS);
	row = blocks_row(doc, table);
	add_head(doc, row, "信息内容", 1, 1);
	for (size_t c = 0; c < count; c++)
		add_head(doc, row, block->columns[c], 1, width_of(c, count));
	for (size_t i = 0; i < ARRAY_LEN(block->lines) && block->lines[i].label; i++) {
		row = blocks_row(doc, table);
		add_head(doc, row, block->lines[i].label, 1, 1);
		for (size_t c = 0; c < count; c++) {
			const char *text =
				figure_text(annual, block, &block->lines[i], c);

			(void)add_cell(doc, row, text ? text : unavailable, 1,
				       width_of(c, count));
		}
	}
}

void table2_build(const struct annual *annual, struct blocks *doc)
{
	struct block *table = blocks_table(doc, TABLE2_COLUMNS, 0, NULL);

	for (size_t i = 0; i < annual->form->block_count; i++)
		add_block(annual, &annual->form->table2[i], table, doc);
}

void table2_examine(struct annual *annual)
{
	for (size_t i = 0; i < annual->form->block_count; i++) {
		const struct form_block *block = &annual->form->table2[i];

		for (size_t l = 0; l < ARRAY_LEN(block->lines); l++) {
			const struct form_line *line = &block->lines[l];

			for (size_t c = 0; line->label && c < figures_of(block); c++)
				if (!figure_text(annual, block, line, c))
					annual_open(annual,
						    arena_printf(annual->arena,
								 "表二 %s %s",
								 line->label,
								 block->columns[c]),
						    tr("%s: table two, '%s', '%s': no "
						       "figure"),
						    annual->path, line->label,
						    block->columns[c]);
		}
	}
}

/* ---- table three ---- */

static void add_table3_heads(struct blocks *doc, struct block *table)
{
	struct row *row = blocks_row(doc, table);

	add_head(doc, row,
		 "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
		 3, LABEL_COLUMNS);
	add_head(doc, row, "申请人情况", 1, REPORT_COLUMNS);
	row = blocks_row(doc, table);
	add_head(doc, row, "自然人", 2, 1);
	add_head(doc, row, "法人或其他组织", 1, REPORT_TOTAL - 1);
	add_head(doc, row, "总计", 2, 1);
	row = blocks_row(doc, table);
	add_head(doc, row, "商业企业", 1, 1);
	add_head(doc, row, "科研机构", 1, 1);
	add_head(doc, row, "社会公益组织", 1, 1);
	add_head(doc, row, "法律服务机构", 1, 1);
	add_head(doc, row, "其他", 1, 1);
}

static bool same(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* How many lines from `i` share the section (or the group); 0 when a line before has the cell. */
static unsigned int lines_shared(const struct form *form, size_t i, bool groups)
{
	const struct form_row *rows = form->table3;
	const char *mine = groups ? rows[i].group : rows[i].section;
	unsigned int count = 0;

	if (!mine)
		return 0;
	if (i > 0 && same(mine, groups ? rows[i - 1].group : rows[i - 1].section))
		return 0;
	while (i + count < form->row_count &&
	       same(mine, groups ? rows[i + count].group : rows[i + count].section))
		count++;
	return count;
}

static void add_labels(const struct form *form, size_t i, struct row *row,
		       struct blocks *doc)
{
	const struct form_row *line = &form->table3[i];
	unsigned int section = lines_shared(form, i, /* groups */ false);
	unsigned int group = lines_shared(form, i, /* groups */ true);
	unsigned int width =
		LABEL_COLUMNS - (line->section ? 1U : 0U) - (line->group ? 1U : 0U);
	struct cell *cell;

	if (section)
		add_head(doc, row, line->section, section, 1);
	if (group)
		add_head(doc, row, line->group, group, 1);
	add_head(doc, row, line->label, 1, width);
	cell = &row->cells[row->count - 1];
	cell->align = ALIGN_LEFT;
}

void table3_build(const struct annual *annual, struct blocks *doc)
{
	const struct form *form = annual->form;
	struct block *table = blocks_table(doc, TABLE3_COLUMNS, 3, NULL);

	add_table3_heads(doc, table);
	for (size_t i = 0; i < form->row_count; i++) {
		const struct form_row *line = &form->table3[i];
		struct row *row = blocks_row(doc, table);

		add_labels(form, i, row, doc);
		for (size_t c = 0; c < REPORT_COLUMNS; c++)
			add_number(doc, row, annual->has_table3,
				   table3_sum(annual, line->from, line->to, c));
	}
}

void table3_examine(struct annual *annual)
{
	if (!annual->has_table3)
		annual_open(annual, "申请情况各项数字",
			    tr("%s: table three: no register of requests and nothing "
			       "stated (table3)"),
			    annual->path);
}

/* ---- table four ---- */

static const char *const remedy_labels[REMEDIES] = { "行政复议", "未经复议直接起诉",
						     "复议后起诉" };
static const char *const result_labels[REMEDY_RESULTS] = { "结果维持", "结果纠正",
							   "其他结果", "尚未审结",
							   "总计" };

void table4_build(const struct annual *annual, struct blocks *doc)
{
	struct block *table = blocks_table(doc, TABLE4_COLUMNS, 3, NULL);
	struct row *row = blocks_row(doc, table);

	add_head(doc, row, remedy_labels[0], 1, REMEDY_RESULTS);
	add_head(doc, row, "行政诉讼", 1, 2 * REMEDY_RESULTS);
	row = blocks_row(doc, table);
	for (size_t r = 0; r < REMEDY_RESULTS; r++)
		add_head(doc, row, result_labels[r], 2, 1);
	for (size_t i = 1; i < REMEDIES; i++)
		add_head(doc, row, remedy_labels[i], 1, REMEDY_RESULTS);
	row = blocks_row(doc, table);
	for (size_t i = 1; i < REMEDIES; i++)
		for (size_t r = 0; r < REMEDY_RESULTS; r++)
			add_head(doc, row, result_labels[r], 1, 1);
	row = blocks_row(doc, table);
	for (size_t i = 0; i < REMEDIES; i++)
		for (size_t r = 0; r < REMEDY_RESULTS; r++)
			add_number(doc, row, annual->has_remedy[i],
				   annual->remedies[i][r]);
}

void table4_examine(struct annual *annual)
{
	for (size_t i = 0; i < REMEDIES; i++)
		if (!annual->has_remedy[i])
			annual_open(annual,
				    arena_printf(annual->arena, "%s各项数字",
						 remedy_labels[i]),
				    tr("%s: table four, '%s': no figures"), annual->path,
				    remedy_labels[i]);
}

/* ---- the sheet of reports before 2019 ---- */

static void add_line(struct blocks *doc, struct block *table, const char *name,
		     const char *unit, const char *value)
{
	struct row *row = blocks_row(doc, table);

	add_head(doc, row, name, 1, 1);
	row->cells[row->count - 1].align = ALIGN_LEFT;
	(void)add_cell(doc, row, unit ? unit : "", 1, 1);
	(void)add_cell(doc, row, value ? value : unavailable, 1, 1);
}

static void add_count(struct blocks *doc, struct block *table, const char *name,
		      const char *unit, bool known, int64_t n)
{
	add_line(doc, table, name, unit,
		 known ? arena_printf(doc->arena, "%" PRId64, n) : NULL);
}

static void add_requests(const struct annual *annual, struct block *table,
			 struct blocks *doc)
{
	bool known = annual->has_table3;

	add_count(doc, table, "收到政府信息公开申请数", "件", known,
		  table3_sum(annual, TABLE3_NEW, TABLE3_NEW, REPORT_TOTAL));
	add_count(doc, table, "申请办结数", "件", known,
		  table3_sum(annual, TABLE3_DISCLOSED, TABLE3_OTHER, REPORT_TOTAL));
	add_count(doc, table, "行政复议数", "件", annual->has_remedy[0],
		  annual->remedies[0][REMEDY_RESULTS - 1]);
	add_count(doc, table, "行政诉讼数", "件",
		  annual->has_remedy[1] && annual->has_remedy[2],
		  annual->remedies[1][REMEDY_RESULTS - 1] +
			  annual->remedies[2][REMEDY_RESULTS - 1]);
}

void sheet_build(const struct annual *annual, struct blocks *doc)
{
	const struct report *report = annual->report;
	struct block *table = blocks_table(doc, SHEET_COLUMNS, 1, NULL);
	struct row *row = blocks_row(doc, table);

	add_head(doc, row, "统计指标", 1, 1);
	add_head(doc, row, "单位", 1, 1);
	add_head(doc, row, "统计数", 1, 1);
	for (size_t i = 0; i < report->figures.count; i++) {
		const struct stated_figure *figure =
			list_at(&report->figures, struct stated_figure, i);

		add_line(doc, table, figure->name ? figure->name : unavailable,
			 figure->unit, figure->value);
	}
	if (annual->counted)
		add_count(doc, table, "本目录登记公开的政府信息数", "条", true,
			  annual->counts.published);
	add_requests(annual, table, doc);
}
