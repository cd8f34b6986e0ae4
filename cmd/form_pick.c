#include "cmd/form_private.h"

#include <string.h>

#include "base/utf8.h"
#include "record/choices.h"
#include "record/describe.h"

enum { SHOWN = 24 };

/* ---- what there is ---- */

static void add_aliases(struct arena *arena, const char *aliases, struct strings *names)
{
	for (const char *p = aliases; p && *p; p += *p == '|') {
		size_t len = strcspn(p, "|");

		strings_add(arena, names, arena_strndup(arena, p, len));
		p += len;
	}
}

static void picks_of_choices(struct asking *asking, const struct choices *choices)
{
	struct arena *arena = &asking->app->arena;
	bool chinese = i18n_language() == LANGUAGE_ZH;

	for (size_t i = 0; i < choices->count; i++) {
		const struct choice *choice = &choices->items[i];
		struct pick *pick = picks_add(arena, &asking->picks, choice->code,
					      choice_label(choice, i18n_language()));

		strings_add(arena, &pick->names, chinese ? choice->en : choice->zh);
		add_aliases(arena, choice->aliases, &pick->names);
		if (choices == &yes_no)
			strings_add(arena, &pick->names, i == 0 ? "y" : "n");
	}
}

static int note_row(void *payload, const struct index_row *row)
{
	struct asking *asking = payload;
	struct arena *arena = &asking->app->arena;

	(void)picks_add(arena, &asking->picks, arena_strdup(arena, row->id),
			arena_strdup(arena, row->title));
	return asking->picks.count >= FORM_PICKS;
}

static int note_name(void *payload, const struct index_row *row, const struct fact *fact)
{
	struct asking *asking = payload;
	struct arena *arena = &asking->app->arena;

	for (size_t i = 0; i < asking->picks.count; i++)
		if (strcmp(asking->picks.items[i].code, row->id) == 0)
			strings_add(arena, &asking->picks.items[i].names,
				    arena_strdup(arena, fact->value));
	return 0;
}

/* Units, categories, channels: few, and known by their names. */
static int picks_of_kind(struct asking *asking, const struct kind *kind,
			 struct error *err)
{
	const struct index_query query = { .kind = kind->name };

	if (index_each(asking->work.index, &query, note_row, asking, err) < 0)
		return -1;
	for (size_t i = 0; i < kind->fields.count; i++) {
		const struct field *field = &kind->fields.items[i];
		bool names =
			(field->flags & FIELD_NAME) ||
			((field->flags & FIELD_ALIAS) && field->type == FIELD_STRINGS);

		if (names && (field->flags & FIELD_INDEXED) &&
		    index_each_fact(asking->work.index, kind->name, 0, field->key,
				    note_name, asking, err) < 0)
			return -1;
	}
	return 0;
}

static int note_numbered(void *payload, const struct index_row *row)
{
	struct asking *asking = payload;
	struct arena *arena = &asking->app->arena;

	(void)picks_add(arena, &asking->picks, arena_strdup(arena, row->id),
			arena_printf(arena, "%s %s", row->id, row->title));
	return asking->picks.count >= FORM_PICKS;
}

/* Items: those of the unit that the record names, as a list to begin with. */
static int picks_of_unit(struct asking *asking, const struct kind *kind,
			 struct error *err)
{
	const struct field *field = kind_field(asking->record->kind, "unit", false);
	struct index_filter filter = { .field = "unit" };
	const struct index_query query = { .kind = kind->name,
					   .filters = &filter,
					   .filter_count = 1 };

	if (field && field->type == FIELD_REF)
		filter.value = field_text(field, asking->record->common);
	if (!filter.value)
		return 0;
	return index_each(asking->work.index, &query, note_numbered, asking, err) < 0 ? -1
										      : 0;
}

const struct kind *question_kind(const struct asking *asking, const struct question *q)
{
	if (q->field->type != FIELD_REF && q->field->type != FIELD_REFS)
		return NULL;
	return q->field->ref
		       ? kind_set_find(&asking->app->catalogue->kinds, q->field->ref)
		       : asking->record->kind;
}

int form_picks(struct asking *asking, const struct question *q, struct error *err)
{
	const struct kind *kind = question_kind(asking, q);

	asking->picks = (struct picks){ .count = 0 };
	if (q->field->choices)
		picks_of_choices(asking, q->field->choices);
	if (kind && kind->id_form == ID_CODE)
		return picks_of_kind(asking, kind, err);
	return kind && kind->id_form == ID_UNIT ? picks_of_unit(asking, kind, err) : 0;
}

void form_print_picks(const struct asking *asking, const size_t *rows, size_t count)
{
	FILE *err = asking->app->err;
	auto_buf line = BUF_INIT;

	for (size_t i = 0; i < count && i < SHOWN; i++) {
		size_t row = rows ? rows[i] : i;
		auto_buf one = BUF_INIT;

		buf_addf(&one, "%zu %s", row + 1, asking->picks.items[row].label);
		if (line.len > 0 &&
		    utf8_width(line.s) + utf8_width(one.s) + 4 > asking->app->columns) {
			(void)fprintf(err, "  %s\n", line.s);
			buf_reset(&line);
		}
		buf_addf(&line, "%s%s", line.len ? "  " : "", one.s);
	}
	(void)fprintf(err, "  %s\n", line.s);
	if (count > SHOWN)
		(void)fprintf(err, tr("  … %zu in all: type a part of the name\n"),
			      count);
}
