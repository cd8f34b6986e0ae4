#include <stdarg.h>
#include <string.h>

#include "base/i18n.h"
#include "format/markdown.h"
#include "record/id.h"
#include "report/annual_private.h"

static const char *line_of(struct arena *arena, const char *fmt, va_list ap)
	gk_printf(2, 0);

static const char *line_of(struct arena *arena, const char *fmt, va_list ap)
{
	auto_buf line = BUF_INIT;

	buf_vaddf(&line, fmt, ap);
	return buf_dup(&line, arena);
}

void annual_open(struct annual *annual, const char *zh, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strings_add(annual->arena, &annual->open_points, line_of(annual->arena, fmt, ap));
	va_end(ap);
	strings_add(annual->arena, &annual->open_zh, zh);
}

void annual_fault(struct annual *annual, const char *zh, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strings_add(annual->arena, &annual->faults, line_of(annual->arena, fmt, ap));
	va_end(ap);
	strings_add(annual->arena, &annual->faults_zh, zh);
}

const char *annual_label(const char *zh, const char *en)
{
	return i18n_language() == LANGUAGE_ZH ? zh : en;
}

const struct strings *annual_open_points(const struct annual *annual)
{
	return &annual->open_points;
}

const struct strings *annual_faults(const struct annual *annual)
{
	return &annual->faults;
}

/* The record of a year; *out stays NULL when there is none. */
static int read_year(struct annual *annual, struct catalogue *catalogue, int year,
		     struct record **out, struct error *err)
{
	struct error absent = { .code = ERR_NONE };
	const char *id = arena_printf(annual->arena, "%d", year);

	if (catalogue_read_id(catalogue, annual->arena, &report_kind, id, out, &absent) ==
	    0)
		return refuse_broken(*out, err);
	*out = NULL;
	if (absent.code == ERR_NOT_FOUND)
		return 0;
	*err = absent;
	return -1;
}

static int read_reports(struct annual *annual, struct catalogue *catalogue,
			struct error *err)
{
	struct record *now;
	struct record *last;

	if (read_year(annual, catalogue, annual->year, &now, err) < 0 ||
	    read_year(annual, catalogue, annual->year - 1, &last, err) < 0)
		return -1;
	if (!now) {
		now = record_new(annual->arena, &report_kind);
		annual_open(annual, "年度报告记录",
			    tr("%s is missing: it holds what only the office knows"),
			    annual->path);
	}
	annual->record = now;
	annual->report = RECORD(now, struct report);
	annual->last = last ? RECORD(last, struct report) : NULL;
	return 0;
}

/* The first year whose figures can be had from the records. */
static int first_counted(const struct catalogue_config *config)
{
	if (config->opening.year.set && config->opening.year.n < INT16_MAX)
		return (int)config->opening.year.n + 1;
	return config->since.year;
}

bool annual_asks(const struct annual *annual, const struct piece *piece)
{
	switch (piece->asked) {
	case ASKED_OF_NONE:
		return false;
	case ASKED_OF_GOVERNMENTS:
		return annual->config->level != OFFICE_DEPARTMENT;
	case ASKED_OF_ALL:
		return true;
	}
	return false;
}

const char *annual_text(const struct annual *annual, const struct piece *piece,
			const struct field **field)
{
	const void *member = (const char *)annual->report + piece->member;

	*field = record_field(annual->record, member);
	return field_text(*field, (const char *)member - (*field)->offset);
}

/* What the office wrote is there, and can be printed. */
static int examine_text(struct annual *annual, const struct piece *piece,
			struct error *err)
{
	const void *member = (const char *)annual->report + piece->member;
	const struct field *field;
	const char *text = annual_text(annual, piece, &field);
	struct blocks scratch;

	if (text) {
		blocks_init(&scratch, annual->arena);
		if (markdown_parse(text, strlen(text), BLOCKS_MAX_LEVEL, &scratch, err) <
		    0)
			return error_wrap(err, "%s: %s", annual->path, field->key);
	} else if (annual_asks(annual, piece)) {
		annual_open(annual, field->zh, tr("%s: '%s' is not written yet (%s)"),
			    annual->path, annual_label(field->zh, field->en),
			    record_field_path(annual->arena, annual->record, member));
	}
	return 0;
}

static int examine_pieces(struct annual *annual, struct error *err)
{
	for (size_t i = 0; i < annual->form->piece_count; i++) {
		const struct piece *piece = &annual->form->pieces[i];

		if (piece->type == PIECE_TEXT && examine_text(annual, piece, err) < 0)
			return -1;
		if (piece->type == PIECE_BUILT && piece->examine)
			piece->examine(annual);
	}
	return 0;
}

static void examine_year(struct annual *annual)
{
	char iso[DATE_ISO_SIZE];

	if (annual->today.year <= annual->year)
		annual_open(annual, "年度尚未结束", tr("the year %d is not over on %s"),
			    annual->year, date_iso(annual->today, iso));
}

int annual_collect(/* NOLINT(readability-function-size): the contract of the layer */
		   struct arena *arena, struct catalogue *catalogue, struct index *index,
		   int year, struct date today, struct annual **out, struct error *err)
{
	struct annual *annual = arena_new(arena, struct annual);
	int from = first_counted(catalogue->config);
	auto_buf path = BUF_INIT;

	*annual = (struct annual){ .arena = arena,
				   .config = catalogue->config,
				   .year = year,
				   .today = today,
				   .form = form_of_year(year) };
	id_path(&report_kind, arena_printf(arena, "%d", year), &path);
	annual->path = buf_dup(&path, arena);
	examine_year(annual);
	if (read_reports(annual, catalogue, err) < 0 ||
	    count_records(annual, catalogue, index, from, err) < 0)
		return -1;
	figures_collect(annual, from);
	identities_check(annual);
	if (examine_pieces(annual, err) < 0)
		return -1;
	*out = annual;
	return 0;
}
