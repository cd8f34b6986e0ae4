#include <string.h>

#include "base/utf8.h"
#include "cmd/form_private.h"
#include "record/describe.h"

/* What a unit or a category is called is known; a new one is another record. */
static void say_how_to_add(const struct asking *asking, const struct kind *kind)
{
	(void)fprintf(asking->app->err,
		      tr("  leave it open for now; gk add %s makes a new one\n"),
		      kind_label(kind, i18n_language()));
}

static void say_none(struct asking *asking, const struct kind *kind, const char *typed)
{
	(void)fprintf(asking->app->err, tr("  '%s' is not known; there are:\n"), typed);
	form_print_picks(asking, NULL, asking->picks.count);
	if (kind && strspn(typed, "0123456789") != strlen(typed))
		say_how_to_add(asking, kind);
}

static void say_several(struct asking *asking, const char *typed, const size_t *rows,
			size_t count)
{
	(void)fprintf(asking->app->err,
		      tr("  '%s' may be any of these; give the number:\n"), typed);
	form_print_picks(asking, rows, count);
}

/* Among what can be listed. */
static enum step pick_one(struct asking *asking, const struct kind *kind,
			  const char *typed, const char **out)
{
	size_t *rows = arena_array(&asking->app->arena, size_t, asking->picks.count);
	size_t count = picks_find(&asking->picks, typed, rows);

	if (count == 1) {
		const struct pick *pick = &asking->picks.items[rows[0]];

		*out = pick->code;
		if (strcmp(pick->label, typed) != 0)
			(void)fprintf(asking->app->err, "  = %s\n", pick->label);
		return STEP_NEXT;
	}
	if (count == 0)
		say_none(asking, kind, typed);
	else
		say_several(asking, typed, rows, count);
	return STEP_AGAIN;
}

/* Items and documents: too many to list; what was found last can be chosen by number. */
static enum step search_one(struct asking *asking, const struct kind *kind,
			    const char *typed, const char **out)
{
	struct arena *arena = &asking->app->arena;
	struct index_row *rows;
	struct error err = { 0 };
	size_t row;
	size_t count;

	if (asking->picks.count > 0 && strspn(typed, "0123456789") == strlen(typed) &&
	    picks_find(&asking->picks, typed, &row) == 1) {
		*out = asking->picks.items[row].code;
		return STEP_NEXT;
	}
	if (index_resolve(asking->work.index, arena, kind->name, typed, &rows, &count,
			  &err) < 0) {
		(void)complain_error(asking->app, &err);
		return STEP_AGAIN;
	}
	if (count == 1) {
		*out = rows[0].id;
		(void)fprintf(asking->app->err, "  = %s %s\n", rows[0].id, rows[0].title);
		return STEP_NEXT;
	}
	asking->picks = (struct picks){ .count = 0 };
	for (size_t i = 0; i < count && i < FORM_PICKS; i++)
		(void)picks_add(arena, &asking->picks, rows[i].id,
				arena_printf(arena, "%s %s", rows[i].id, rows[i].title));
	if (count == 0)
		(void)fprintf(asking->app->err, tr("  no %s is called '%s'\n"),
			      kind_label(kind, i18n_language()), typed);
	else
		say_several(asking, typed, NULL, asking->picks.count);
	return STEP_AGAIN;
}

static enum step resolve_one(struct asking *asking, const struct question *q,
			     const char *typed, const char **out)
{
	const struct kind *kind = question_kind(asking, q);
	size_t *rows;

	*out = typed;
	if ((q->field->flags & FIELD_OPEN_REF) && asking->picks.count > 0) {
		rows = arena_array(&asking->app->arena, size_t, asking->picks.count);
		if (picks_find(&asking->picks, typed, rows) == 1)
			*out = asking->picks.items[rows[0]].code;
		return STEP_NEXT;
	}
	if (kind && kind->id_form == ID_CODE && asking->picks.count == 0 &&
	    !(q->field->flags & FIELD_OPEN_REF)) {
		(void)fprintf(asking->app->err, tr("  there is no %s yet\n"),
			      kind_label(kind, i18n_language()));
		say_how_to_add(asking, kind);
		return STEP_AGAIN;
	}
	if (q->field->choices || (kind && kind->id_form == ID_CODE))
		return asking->picks.count > 0 ? pick_one(asking, kind, typed, out)
					       : STEP_NEXT;
	return kind ? search_one(asking, kind, typed, out) : STEP_NEXT;
}

/* Bytes of the sign between two answers at `s`; between numbers a blank is one too. */
static size_t sign_at(const char *s, bool numbers)
{
	static const char *const signs[] = { ";", "；", "\n", ",", "，", "、" };

	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		if (strncmp(s, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return numbers && (*s == ' ' || *s == '\t') ? 1 : 0;
}

/* A list for a field that takes several; each part is looked up by itself. */
static enum step resolve_list(struct asking *asking, const struct question *q,
			      const char *typed, const char **out)
{
	struct arena *arena = &asking->app->arena;
	bool numbers = strspn(typed, "0123456789 \t") == strlen(typed);
	auto_buf codes = BUF_INIT;
	const char *p = typed;

	while (*p) {
		size_t len = 0;
		const char *part;
		const char *code;

		while (p[len] && sign_at(p + len, numbers) == 0)
			len++;
		part = utf8_trim(p, len, &len);
		p = part + len;
		p += strspn(p, " \t");
		p += *p ? sign_at(p, numbers) : 0;
		if (len == 0)
			continue;
		if (resolve_one(asking, q, arena_strndup(arena, part, len), &code) !=
		    STEP_NEXT)
			return STEP_AGAIN;
		buf_addf(&codes, "%s%s", codes.len ? ";" : "", code);
	}
	*out = buf_dup(&codes, arena);
	return STEP_NEXT;
}

enum step form_resolve(struct asking *asking, const struct question *q, const char *typed,
		       const char **out)
{
	auto_buf folded = BUF_INIT;
	const char *narrow;

	*out = typed;
	if (!q->field->choices && !question_kind(asking, q))
		return STEP_NEXT;
	utf8_fold_width(&folded, typed, strlen(typed));
	narrow = buf_dup(&folded, &asking->app->arena);
	if (q->field->type == FIELD_REFS || q->field->type == FIELD_CHOICES)
		return resolve_list(asking, q, narrow, out);
	return resolve_one(asking, q, narrow, out);
}
