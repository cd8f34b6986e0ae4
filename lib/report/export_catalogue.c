#include <string.h>

#include "base/i18n.h"
#include "report/export_private.h"

enum {
	ROW_TITLE,
	ROW_OVER,
	ROW_HEAD,
	ROW_FIRST, /* of items */
	HUNDRED = 100,
	TITLE_LINES = 3,
	HEAD_LINES = 2,
	MOST_LINES = 32, /* XLSX has no row higher than 409 points */
	PART_LINES = 8, /* of a row where an item has several: a page ends between rows */
	MOST_MERGES = 60000, /* the library counts them in 16 bits */
};

/* A sheet that is being written. */
struct sheet {
	struct export *run;
	struct sheet_pipe *pipe;
	struct form form;
	const struct plan_sheet *plan;
	size_t row;   /* next one */
	size_t group; /* row at which the first-level matter began */
	size_t merges;
	const char *group_name; /* NULL before the first */
	size_t number;
	const char *field;
};

static void merge(struct sheet *s, size_t row, size_t column, size_t last_row,
		  size_t last_column)
{
	if (row == last_row && column == last_column)
		return;
	s->merges++;
	sheet_tell(s->pipe, &(struct sheet_order){ .op = SHEET_MERGE,
						   .n = { (uint32_t)row, (uint32_t)column,
							  (uint32_t)last_row,
							  (uint32_t)last_column } });
}

static enum sheet_style style_of(enum form_column column)
{
	return form_heads[column].centred ? SHEET_CENTRE : SHEET_TEXT;
}

/* ---- head ---- */

static bool same_over(const struct form *form, size_t a, size_t b)
{
	const char *over = form_heads[form->columns[a]].over;

	return over && b < form->count && form_heads[form->columns[b]].over == over;
}

static void head_cells(struct sheet *s)
{
	const struct form *form = &s->form;

	for (size_t i = 0; i < form->count; i++) {
		const struct form_head *head = &form_heads[form->columns[i]];
		bool first = i == 0 || !same_over(form, i - 1, i);
		const char *text = head->over ? head->over : head->title;

		sheet_cell(s->pipe, ROW_OVER, i, SHEET_HEAD, first ? text : "");
	}
	sheet_height(s->pipe, ROW_HEAD, HEAD_LINES, MOST_LINES);
	for (size_t i = 0; i < form->count; i++) {
		const struct form_head *head = &form_heads[form->columns[i]];

		sheet_cell(s->pipe, ROW_HEAD, i, SHEET_HEAD,
			   head->over ? head->title : "");
	}
}

static void head_merges(struct sheet *s)
{
	const struct form *form = &s->form;

	merge(s, ROW_TITLE, 0, ROW_TITLE, form->count - 1);
	for (size_t i = 0; i < form->count; i++) {
		size_t last = i;

		if (!form_heads[form->columns[i]].over) {
			merge(s, ROW_OVER, i, ROW_HEAD, i);
			continue;
		}
		while (same_over(form, i, last + 1))
			last++;
		merge(s, ROW_OVER, i, ROW_OVER, last);
		i = last;
	}
}

static const char *title(const struct sheet *s, bool one)
{
	const struct catalogue_config *office = s->run->office;
	const char *name = office->short_ ? office->short_ : office->name;

	return arena_printf(s->run->arena, "%s%s%s基层政务公开标准目录", name ? name : "",
			    one ? "" : s->plan->name,
			    !one && s->plan->pilot ? "领域" : "");
}

static const char *foot(const struct sheet *s)
{
	const char *name = s->run->office->name;
	auto_buf text = BUF_INIT;

	buf_adds(&text, "&L&9");
	/* & is what the foot's own signs begin with. */
	for (const char *c = name ? name : ""; *c; c++)
		buf_adds(&text, *c == '&' ? "&&" : (char[]){ *c, '\0' });
	buf_adds(&text, "&C&9第 &P 页，共 &N 页");
	return buf_dup(&text, s->run->arena);
}

static void begin(struct sheet *s, const char *name, bool one)
{
	const struct form *form = &s->form;

	sheet_tell_text(s->pipe, (struct sheet_order){ .op = SHEET_NEW }, name);
	for (size_t i = 0; i < form->count; i++)
		sheet_tell(s->pipe,
			   &(struct sheet_order){
				   .op = SHEET_WIDTH,
				   .n = { (uint32_t)i, (uint32_t)i,
					  form_heads[form->columns[i]].width * HUNDRED,
					  SHEET_PLAIN } });
	sheet_tell_text(s->pipe,
			(struct sheet_order){ .op = SHEET_PAGE,
					      .n = { SHEET_LANDSCAPE | SHEET_FITTED,
						     ROW_OVER, ROW_HEAD, ROW_FIRST } },
			foot(s));
	sheet_height(s->pipe, ROW_TITLE, TITLE_LINES, MOST_LINES);
	for (size_t i = 0; i < form->count; i++)
		sheet_cell(s->pipe, ROW_TITLE, i, SHEET_TITLE, i ? "" : title(s, one));
	head_cells(s);
	head_merges(s);
	s->row = ROW_FIRST;
	s->group = ROW_FIRST;
}

/* ---- items ---- */

static size_t column_of(const struct form *form, enum form_column column)
{
	size_t i = 0;

	while (form->columns[i] != column)
		i++;
	return i;
}

/* The rows of a first-level matter have its cell together. */
static void end_group(struct sheet *s)
{
	size_t column = column_of(&s->form, FORM_GROUP);

	if (s->row > s->group + 1 && s->merges < MOST_MERGES)
		merge(s, s->group, column, s->row - 1, column);
	s->group = s->row;
}

static bool is_repeated(const struct sheet *s, enum form_column column)
{
	return column == FORM_GROUP && s->row > s->group && s->merges < MOST_MERGES;
}

/*
 * How many rows of the sheet an item takes: one that is longer than a row can be high has
 * several, all of its cells merged over them, so that nothing of it is cut off on paper.
 */
static size_t rows_for(const struct sheet *s, size_t lines)
{
	if (lines <= MOST_LINES || s->merges + s->form.count > MOST_MERGES)
		return 1;
	return (lines + PART_LINES - 1) / PART_LINES;
}

static void put_item(struct sheet *s, const char *const *cells, size_t lines)
{
	size_t rows = rows_for(s, lines);
	size_t first = s->row;

	for (; s->row < first + rows; s->row++) {
		sheet_height(s->pipe, s->row, (lines + rows - 1) / rows, MOST_LINES);
		for (size_t i = 0; i < s->form.count; i++) {
			enum form_column column = s->form.columns[i];
			bool empty = s->row > first || is_repeated(s, column);

			sheet_cell(s->pipe, s->row, i, style_of(column),
				   empty ? "" : cells[column]);
		}
	}
	for (size_t i = 0; i < s->form.count; i++)
		if (s->form.columns[i] != FORM_GROUP)
			merge(s, first, i, s->row - 1, i);
}

static int add_item(void *payload, const struct export_view *view, struct error *err)
{
	struct sheet *s = payload;
	struct arena arena = ARENA_INIT;
	const char *cells[FORM_COLUMN_COUNT];
	size_t most = 1;
	int done = 0;

	form_cells(&arena, s->run, view->pub, cells);
	if (!s->group_name || strcmp(s->group_name, cells[FORM_GROUP]) != 0) {
		end_group(s);
		s->group_name = arena_strdup(s->run->arena, cells[FORM_GROUP]);
	}
	cells[FORM_FIELD] = s->field;
	cells[FORM_NUMBER] = arena_printf(&arena, "%zu", ++s->number);
	for (size_t i = 0; done == 0 && i < s->form.count; i++) {
		const struct form_head *head = &form_heads[s->form.columns[i]];
		const char *text = cells[s->form.columns[i]];
		size_t lines = sheet_lines(text, head->width);

		done = sheet_fits(view->common->id, head->title, text, err);
		most = lines > most ? lines : most;
	}
	if (done == 0 && s->row + rows_for(s, most) > SHEET_MAX_ROWS)
		done = error_set(err, ERR_LIMIT,
				 tr("a sheet takes %d rows: choose with --where, or "
				    "export to .csv"),
				 SHEET_MAX_ROWS);
	if (done == 0)
		put_item(s, cells, most);
	arena_clear(&arena);
	return done;
}

static int add_items(struct sheet *s, const struct plan *plan,
		     const struct plan_sheet *sheet, struct error *err)
{
	struct strings paths;

	s->field = sheet->name;
	end_group(s);
	s->group_name = NULL;
	export_plan_paths(s->run, plan, sheet, &paths);
	return export_paths(s->run, &paths, add_item, s, err);
}

static int all_on_one(struct export *run, struct sheet_pipe *pipe,
		      const struct plan *plan, struct error *err)
{
	struct sheet s = { .run = run, .pipe = pipe };
	unsigned int levels = 0;
	bool subgroup = false;

	for (size_t i = 0; i < plan->sheet_count; i++) {
		levels |= plan->sheets[i].levels;
		subgroup = subgroup || plan->sheets[i].subgroup;
	}
	form_choose(&s.form, plan->sheet_count > 0, levels, subgroup);
	begin(&s, "标准目录", true);
	for (size_t i = 0; i < plan->sheet_count; i++)
		if (add_items(&s, plan, &plan->sheets[i], err) < 0)
			return -1;
	end_group(&s);
	run->result->sheets = 1;
	return 0;
}

static int a_sheet_each(struct export *run, struct sheet_pipe *pipe,
			const struct plan *plan, struct error *err)
{
	struct strings used = { 0 };

	for (size_t i = 0; i < plan->sheet_count; i++) {
		const struct plan_sheet *sheet = &plan->sheets[i];
		struct sheet s = { .run = run, .pipe = pipe, .plan = sheet };
		const char *name = sheet_name(run->arena, sheet->name, &used);

		strings_add(run->arena, &used, name);
		form_choose(&s.form, false, sheet->levels, sheet->subgroup);
		begin(&s, name, false);
		if (add_items(&s, plan, sheet, err) < 0)
			return -1;
		end_group(&s);
	}
	run->result->sheets = plan->sheet_count;
	return 0;
}

int export_catalogue_xlsx(struct export *run, const char *path, struct error *err)
{
	struct sheet_pipe pipe;
	struct plan plan;
	int done;

	if (export_plan(run, &plan, err) < 0 || sheet_start(&pipe, run, path, err) < 0)
		return -1;
	sheet_about(&pipe, run, "基层政务公开标准目录");
	/* A workbook has at least one sheet. */
	done = run->options->one_sheet || plan.sheet_count == 0
		       ? all_on_one(run, &pipe, &plan, err)
		       : a_sheet_each(run, &pipe, &plan, err);
	return sheet_end(&pipe, done == 0, err);
}
