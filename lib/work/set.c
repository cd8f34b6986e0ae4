#include "work/set.h"

#include <string.h>

#include "base/i18n.h"
#include "record/id.h"
#include "record/path.h"
#include "record/state.h"
#include "work/act.h"

/* What is to be done to each of the records. */
struct setting {
	struct work *work;
	struct transaction *tx;
	const struct change *change;
	struct findings *findings;
	struct work_done *done;
};

static bool is_extra(const char *field)
{
	return strncmp(field, "x-", 2) == 0 && field[2];
}

/* As people know it: the label in Chinese, the key in English. */
static const char *name_of(const char *key)
{
	const struct field *field = fields_find(&common_fields, key, false);

	return field && i18n_language() == LANGUAGE_ZH ? field->zh : key;
}

int work_check_field(const char *key, struct error *err)
{
	static const struct {
		const char *key;
		const char *instead;
	} kept[] = {
		{ "id", N_("gk void gives a number up") },
		{ "events", N_("gk clear, gk publish and gk review-exempt record what "
			       "happened") },
		{ "voided", N_("gk void does it") },
		{ "moved-to", N_("it is written when a record gets another number") },
	};

	for (size_t i = 0; i < ARRAY_LEN(kept); i++)
		if (strcmp(key, kept[i].key) == 0)
			return error_set(err, ERR_DENIED, tr("'%s' cannot be set: %s"),
					 name_of(key), tr(kept[i].instead));
	return 0;
}

/* The canonical path of a field as it was typed. */
static int canonical(struct setting *s, const struct record *record, const char *typed,
		     const char **out, struct error *err)
{
	struct field_path way;
	auto_buf path = BUF_INIT;

	*out = typed;
	if (is_extra(typed))
		return 0;
	if (!field_path_find(record->kind, typed, /* labels */ true, &way))
		return error_set(err, ERR_NOT_FOUND, tr("there is no field '%s'"), typed);
	if (work_check_field(way.steps[0]->key, err) < 0)
		return -1;
	field_path_text(&way, &path);
	*out = buf_dup(&path, s->work->arena);
	return 0;
}

/* The record as it shall be, by value; *paths gets which fields that are. */
static int assign(struct setting *s, struct record *changed, const char **paths,
		  struct error *err)
{
	const struct read_options options = { .flags = READ_LABELS,
					      .today = s->work->today };
	size_t before = changed->problem_count;

	for (size_t i = 0; i < s->change->count; i++) {
		const struct assignment *one = &s->change->list[i];

		if (canonical(s, changed, one->field, &paths[i], err) < 0)
			return WORK_FAILED;
		if (!*one->value) {
			record_copy_field(s->work->arena, changed, NULL, paths[i]);
		} else if (!record_assign(s->work->arena, changed, paths[i], one->value,
					  &options)) {
			changed->problems += before;
			changed->problem_count -= before;
			check_reading(s->findings, changed);
			return WORK_REFUSED;
		}
	}
	return WORK_DONE;
}

int work_check_change(struct work *work, const struct record *record,
		      const struct buf *bytes, struct findings *findings,
		      struct error *err)
{
	const char *copy = buf_dup(bytes, work->arena);
	struct findings own = FINDINGS(work->arena);
	const struct record *again =
		record_parse(work->arena, record->kind, record->path, copy, bytes->len);

	if (check_one(work->catalogue, work->index, again, &own, err) < 0)
		return WORK_FAILED;
	check_settle(work->catalogue, work->today, &own, NULL);
	for (size_t i = 0; i < own.count; i++)
		findings_push(findings, &own.items[i]);
	/* Of what the public can see nothing may be missing, as gk save has it too. */
	return work_refuses(&own, record_state(again->common) == STATE_PUBLISHED)
		       ? WORK_REFUSED
		       : WORK_DONE;
}

static int change_one(struct setting *s, const char *id, struct error *err)
{
	struct arena *arena = s->work->arena;
	const char **paths = arena_array(arena, const char *, s->change->count);
	struct index_row row = { .path = NULL };
	auto_buf bytes = BUF_INIT;
	struct record *record, *changed;
	int r;

	if (work_find(s->work, NULL, id, &row, err) < 0 ||
	    work_read_head(s->work, s->tx, row.path, &record, err) < 0)
		return WORK_FAILED;
	if (work_check_live(record, err) < 0)
		return WORK_FAILED;
	changed = record_parse(arena, record->kind, record->path, record->tree.bytes,
			       record->tree.len);
	r = assign(s, changed, paths, err);
	if (r != WORK_DONE)
		return r;
	if (work_resolve_names(s->work, changed, err) < 0 ||
	    record_change(record, changed, paths, s->change->count, &bytes, err) < 0)
		return WORK_FAILED;
	r = work_check_change(s->work, record, &bytes, s->findings, err);
	if (r != WORK_DONE)
		return r;
	work_note(s->work, s->done, record->common->id, row.path);
	return transaction_put(s->tx, row.path, bytes.s, bytes.len, PUT_EXPECT_HEAD, err);
}

int work_set(struct work *work, const struct change *change, struct findings *findings,
	     struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	struct setting setting = {
		.work = work, .change = change, .findings = findings, .done = done
	};
	int worst = WORK_DONE;

	if (transaction_begin(&options, &tx, err) < 0)
		return WORK_FAILED;
	setting.tx = tx;
	for (size_t i = 0; i < change->id_count; i++) {
		int r = change_one(&setting, change->ids[i], err);

		if (r == WORK_FAILED)
			return WORK_FAILED;
		if (r == WORK_REFUSED)
			worst = WORK_REFUSED;
	}
	findings_sort(findings);
	if (worst == WORK_REFUSED)
		return WORK_REFUSED;
	work_soften(findings);
	return work_commit(work, tx, "set", done, err) < 0 ? WORK_FAILED : WORK_DONE;
}
