#include "check/finding.h"

#include <stdlib.h>
#include <string.h>

#include "check/check_private.h"
#include "record/disclosure.h"
#include "record/document.h"
#include "record/state.h"

const char *arg_label(struct arena *arena, const char *zh, const char *en)
{
	return arena_printf(arena, "%s" ARG_LABEL "%s", zh, en);
}

/*
 * Whether what the record misses may still come: it is not published yet, or it is one of
 * those that are filled in over time and never published by themselves (the office, units,
 * channels, categories, a yearly report in the making).
 */
static bool is_draft(const struct record *record)
{
	enum record_state state;

	if (!record->kind->acts)
		return true;
	state = record_state(record->common);
	return state != STATE_PUBLISHED && state != STATE_WITHDRAWN &&
	       state != STATE_ARCHIVED && state != STATE_VOID;
}

const struct finding_about *finding_about(struct findings *out,
					  const struct record *record)
{
	struct finding_about *about;

	if (out->about && strcmp(out->about->path, record->path) == 0)
		return out->about;
	about = arena_new(out->arena, struct finding_about);
	about->path = record->path;
	about->draft = is_draft(record);
	if (record->kind == &document_kind)
		about->formed = RECORD(record, struct document)->formed;
	about->waive = waivers_that_hold(out->arena, record);
	out->about = about;
	return about;
}

void findings_push(struct findings *out, const struct finding *finding)
{
	out->items = array_grow(out->arena, out->items, out->count, &out->room,
				sizeof(*out->items));
	out->items[out->count++] = *finding;
}

void findings_keep(struct findings *out, const struct finding *finding)
{
	struct finding kept = *finding;

	kept.path = arena_strdup(out->arena, finding->path);
	kept.field = arena_strdup(out->arena, finding->field);
	kept.title = arena_strdup(out->arena, finding->title);
	for (size_t i = 0; i < FINDING_ARGS; i++)
		kept.args[i] = arena_strdup(out->arena, finding->args[i]);
	kept.about = NULL;
	kept.waiver = NULL;
	findings_push(out, &kept);
}

void finding_add_at(struct findings *out, enum rule_id rule, const struct record *record,
		    const struct finding_at *at, const char *const *args)
{
	struct finding finding = {
		.rule = rule,
		.severity = rules[rule].severity,
		.path = record->path,
		.place = at->place,
		.field = at->path,
		.label_zh = at->field ? at->field->zh : "",
		.label_en = at->field ? at->field->en : "",
		.title = record_title(record),
		.args = { "", "", "", "" },
		.about = finding_about(out, record),
	};

	for (size_t i = 0; i < FINDING_ARGS && args[i]; i++)
		finding.args[i] = arena_strndup(out->arena, args[i], strlen(args[i]));
	findings_push(out, &finding);
}

void finding_add(struct findings *out, enum rule_id rule, const struct record *record,
		 const void *member, const char *const *args)
{
	struct finding_at at = { .place = { .line = 1, .column = 1 }, .path = "" };

	if (member)
		at = (struct finding_at){
			.place = record_place(record, member),
			.path = record_field_path(out->arena, record, member),
			.field = record_field(record, member),
		};
	finding_add_at(out, rule, record, &at, args);
}

static int compare_args(const struct finding *a, const struct finding *b)
{
	int order = strcmp(a->field, b->field);

	for (size_t i = 0; i < FINDING_ARGS && order == 0; i++)
		order = strcmp(a->args[i], b->args[i]);
	return order;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare(const void *left, const void *right)
{
	const struct finding *a = left;
	const struct finding *b = right;
	int order = strcmp(a->path, b->path);

	if (order == 0)
		order = compare_numbers(a->place.line, b->place.line);
	if (order == 0)
		order = compare_numbers(a->place.column, b->place.column);
	if (order == 0)
		order = compare_numbers((uint32_t)a->rule, (uint32_t)b->rule);
	return order != 0 ? order : compare_args(a, b);
}

void findings_sort(struct findings *findings)
{
	size_t kept = 0;

	if (findings->count == 0)
		return;
	qsort(findings->items, findings->count, sizeof(*findings->items), compare);
	for (size_t i = 0; i < findings->count; i++)
		if (kept == 0 ||
		    compare(&findings->items[kept - 1], &findings->items[i]) != 0)
			findings->items[kept++] = findings->items[i];
	findings->count = kept;
}

enum severity findings_worst(const struct findings *findings)
{
	enum severity worst = SEVERITY_OFF;

	for (size_t i = 0; i < findings->count; i++)
		if (findings->items[i].severity > worst)
			worst = findings->items[i].severity;
	return worst;
}

size_t findings_count(const struct findings *findings, enum severity severity)
{
	size_t count = 0;

	for (size_t i = 0; i < findings->count; i++)
		count += findings->items[i].severity == severity;
	return count;
}
