#include "cmd/form_private.h"

#include <string.h>

#include "record/id.h"
#include "record/state.h"
#include "work/act.h"

/* A number that no record has yet: the one to come is not known before it is written. */
enum { PROVISIONAL = 99999 };

static const char *severity_label(enum severity severity)
{
	return severity == SEVERITY_ERROR     ? tr("error")
	       : severity == SEVERITY_WARNING ? tr("warning")
					      : tr("note");
}

static void say_finding(struct asking *asking, const struct finding *f)
{
	auto_buf text = BUF_INIT;
	auto_buf hint = BUF_INIT;

	finding_text(f, &text);
	finding_hint(f, &hint);
	(void)fprintf(asking->app->err, "  %s: %s\n", severity_label(f->severity),
		      text.s);
	if (hint.len > 0)
		(void)fprintf(asking->app->err, "    → %s\n", hint.s);
}

void form_complain(struct asking *asking)
{
	struct findings findings = FINDINGS(&asking->app->arena);

	check_reading(&findings, asking->record);
	if (findings.count > 0)
		say_finding(asking, &findings.items[findings.count - 1]);
	asking->record->problem_count = 0;
}

/* The path that the record has, or one as it will have. */
static const char *path_of(struct asking *asking, struct record *record)
{
	const struct kind *kind = record->kind;
	struct arena *arena = &asking->app->arena;
	auto_buf id = BUF_INIT;
	auto_buf path = BUF_INIT;
	const struct field *unit = kind_field(kind, "unit", false);
	const char *of =
		unit && unit->type == FIELD_REF ? field_text(unit, record->common) : NULL;

	if (!record->common->id &&
	    (kind->id_form == ID_UNIT || kind->id_form == ID_SERIAL)) {
		id_format(kind, of && unit_code_is_valid(of) ? of : "xx",
			  asking->app->today.year, PROVISIONAL, &id);
		record->common->id = buf_dup(&id, arena);
	}
	if (!record->common->id || !id_fits(kind, record->common->id))
		return "";
	id_path(kind, record->common->id, &path);
	return buf_dup(&path, arena);
}

/* What validate would say of the record if it were written now. */
static bool examine(struct asking *asking, struct findings *out)
{
	struct arena *arena = &asking->app->arena;
	struct record *copy = record_new(arena, asking->record->kind);
	struct error err = { 0 };
	auto_buf bytes = BUF_INIT;
	const char *path;

	memcpy(copy->common, asking->record->common, copy->kind->fields.size);
	if (work_resolve_names(&asking->work, copy, &err) < 0 ||
	    (!asking->before && work_defaults(&asking->work, copy, &err) < 0)) {
		(void)complain_error(asking->app, &err);
		return false;
	}
	path = path_of(asking, copy);
	record_write(copy, &bytes);
	copy = record_parse(arena, copy->kind, path, buf_dup(&bytes, arena), bytes.len);
	if (check_one(asking->work.catalogue, asking->work.index, copy, out, &err) < 0) {
		(void)complain_error(asking->app, &err);
		return false;
	}
	check_settle(asking->work.catalogue, asking->app->today, out, NULL);
	return true;
}

/* A draft may miss things: only what would refuse it stands in the way. */
static bool is_in_the_way(const struct finding *f)
{
	struct finding copy = *f;
	const struct findings one = { .items = &copy, .count = 1 };

	return work_refuses(&one, false);
}

/* Of the field itself, or of a part of it: elements.procedure[1].step. */
static bool is_at(const struct finding *f, const char *path)
{
	size_t len = strlen(path);

	return strncmp(f->field, path, len) == 0 &&
	       (f->field[len] == '\0' || f->field[len] == '.' || f->field[len] == '[');
}

bool form_check_field(struct asking *asking, const struct question *q)
{
	struct findings findings = FINDINGS(&asking->app->arena);
	bool refused = false;

	if (!examine(asking, &findings))
		return false;
	for (size_t i = 0; i < findings.count; i++) {
		const struct finding *f = &findings.items[i];

		if (!is_at(f, q->path))
			continue;
		say_finding(asking, f);
		refused = refused || is_in_the_way(f);
	}
	return refused;
}

static void say_place(struct asking *asking, const struct finding *f)
{
	size_t number = 0;

	for (size_t i = 0; i < asking->count && number == 0; i++)
		if (is_at(f, asking->questions[i].path))
			number = form_review_number(asking, &asking->questions[i]);
	if (number > 0)
		(void)fprintf(asking->app->err, "%3zu ", number);
	(void)fprintf(asking->app->err, "%s\n",
		      i18n_language() == LANGUAGE_ZH ? f->label_zh : f->label_en);
}

size_t form_check_all(struct asking *asking)
{
	struct findings findings = FINDINGS(&asking->app->arena);
	size_t count = 0;

	if (!examine(asking, &findings))
		return 0;
	for (size_t i = 0; i < findings.count; i++) {
		const struct finding *f = &findings.items[i];

		if (!is_in_the_way(f))
			continue;
		if (count == 0)
			(void)fputc('\n', asking->app->err);
		say_place(asking, f);
		say_finding(asking, f);
		count++;
	}
	return count;
}

void form_note_public(struct asking *asking)
{
	enum record_state state;
	char was[SHA256_HEX_SIZE];
	char is[SHA256_HEX_SIZE];

	if (!asking->before)
		return;
	state = record_state(asking->before->common);
	work_digest(&asking->work, asking->before, was);
	work_digest(&asking->work, asking->record, is);
	if (strcmp(was, is) == 0)
		return;
	if (state == STATE_PUBLISHED)
		(void)fprintf(
			asking->app->err, "\n%s\n",
			tr("This is published: what changes has to be cleared again "
			   "and goes out with the next gk publish"));
	else if (state == STATE_CLEARED || state == STATE_CLEARING)
		(void)fprintf(asking->app->err, "\n%s\n",
			      tr("This was cleared: what changes has to be cleared "
				 "again"));
}
