#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/near.h"
#include "base/utf8.h"
#include "check/check_private.h"
#include "law/ground.h"
#include "record/disclosure.h"
#include "record/document.h"
#include "record/id.h"

/* The rule of each fault, and from which of the problem's arguments on the rule's are. */
static const struct {
	enum rule_id rule;
	size_t first;
} of_fault[RECORD_FAULT_COUNT] = {
	[RECORD_FAULT_YAML] = { RULE_SYNTAX, 0 },
	[RECORD_FAULT_NOT_MAPPING] = { RULE_NOT_MAPPING, 0 },
	[RECORD_FAULT_UNKNOWN_KEY] = { RULE_FIELD_UNKNOWN, 0 },
	[RECORD_FAULT_TYPE] = { RULE_FIELD_TYPE, 1 },
	[RECORD_FAULT_NOT_TEXT] = { RULE_NOT_TEXT, 1 },
	[RECORD_FAULT_DATE] = { RULE_DATE_INVALID, 1 },
	[RECORD_FAULT_CHOICE] = { RULE_CHOICE_INVALID, 1 },
	[RECORD_FAULT_NUMBER] = { RULE_NUMBER_INVALID, 1 },
	[RECORD_FAULT_REF] = { RULE_REF_INVALID, 1 },
	[RECORD_FAULT_TOO_LONG] = { RULE_TEXT_LONG, 1 },
	[RECORD_FAULT_LINES] = { RULE_LINE_BREAK, 1 },
	[RECORD_FAULT_ID] = { RULE_ID_PATH, 0 },
	[RECORD_FAULT_EVENT] = { RULE_EVENT_INVALID, 1 },
};

static const enum rule_id of_yaml[YAML_FAULT_COUNT] = {
	[YAML_FAULT_SYNTAX] = RULE_SYNTAX,
	[YAML_FAULT_TAB] = RULE_TAB,
	[YAML_FAULT_FULL_WIDTH] = RULE_FULL_WIDTH,
	[YAML_FAULT_CONFLICT] = RULE_CONFLICT_MARKER,
	[YAML_FAULT_ENCODING] = RULE_ENCODING,
	[YAML_FAULT_CONTROL] = RULE_CONTROL_CHARACTER,
	[YAML_FAULT_CRLF] = RULE_CRLF,
	[YAML_FAULT_BOM] = RULE_BOM,
	[YAML_FAULT_DUPLICATE] = RULE_DUPLICATE_KEY,
	[YAML_FAULT_ALIAS] = RULE_ALIAS,
	[YAML_FAULT_TAG] = RULE_TAG,
	[YAML_FAULT_DOCUMENTS] = RULE_DOCUMENTS,
	[YAML_FAULT_KEY] = RULE_KEY_NOT_TEXT,
	[YAML_FAULT_DEPTH] = RULE_TOO_DEEP,
	[YAML_FAULT_SIZE] = RULE_TOO_LARGE,
	[YAML_FAULT_EMPTY] = RULE_EMPTY_FILE,
};

/* Whether a path is that of the member `outer` or of something in it. */
static bool is_inside(const char *path, const char *outer)
{
	size_t len = strlen(outer);

	return len > 0 && strncmp(path, outer, len) == 0 &&
	       (path[len] == '\0' || path[len] == '.' || path[len] == '[');
}

/* Whether an unknown key was meant for the field of the path: titel for title. */
static bool is_meant(const struct record_problem *problem, const char *path)
{
	size_t parent = strlen(problem->field);

	if (strncmp(path, problem->field, parent) != 0)
		return false;
	path += parent;
	path += parent > 0 && path[0] == '.';
	return problem->args[1][0] && strcmp(path, problem->args[1]) == 0;
}

bool is_misread(const struct record *record, const char *path)
{
	for (size_t i = 0; i < record->problem_count; i++) {
		const struct record_problem *problem = &record->problems[i];

		if (problem->fault == RECORD_FAULT_UNKNOWN_KEY) {
			if (is_meant(problem, path))
				return true;
		} else if (problem->fault != RECORD_FAULT_NOT_TEXT &&
			   problem->fault != RECORD_FAULT_YAML &&
			   (is_inside(problem->field, path) ||
			    is_inside(path, problem->field))) {
			return true;
		}
	}
	return false;
}

bool is_written(const struct record *record, const struct field *field,
		const void *member)
{
	for (size_t i = 0; i < record->place_count; i++)
		if (record->places[i].member == member &&
		    record->places[i].field == field)
			return true;
	return false;
}

bool is_stub(const struct record *record)
{
	const struct common *common = record->common;

	return common->moved_to || date_is_set(common->voided.date) ||
	       common->voided.by || common->voided.reason;
}

static void add_problem(const struct within *w, enum rule_id rule,
			const struct record_problem *problem, const char *const *args)
{
	const struct finding_at at = {
		.place = problem->place,
		.path = problem->field,
		.field = label_field(w->record->kind, problem->field),
	};

	finding_add_at(w->out, rule, w->record, &at, args);
}

bool has_disclosure(const struct kind *kind)
{
	for (size_t i = 0; i < kind->fields.count; i++)
		if (kind->fields.items[i].sub == &disclosure_fields)
			return true;
	return false;
}

/*
 * A ground that is none: a state secret, which must not be here, or one of the
 * regulation of 2007.
 */
static bool tell_ground(const struct within *w, const struct record_problem *problem)
{
	const struct field *field = label_field(w->record->kind, problem->field);
	const char *text = problem->args[1];
	const struct ground *ground;

	while (field && field->type == FIELD_GROUP && (field->flags & FIELD_SHORTHAND))
		field = &field->sub->items[0];
	if (problem->fault != RECORD_FAULT_CHOICE || !field ||
	    field->choices != &disclosure_grounds || !has_disclosure(w->record->kind))
		return false;
	ground = ground_find(text);
	if (!ground)
		ground = ground_of_2007(text);
	if (!ground)
		return false;
	if (!ground->in_catalogue)
		add_problem(w, RULE_GROUND_SECRET, problem,
			    (const char *const[]){ NULL });
	else
		add_problem(w, RULE_GROUND_OLD, problem,
			    (const char *const[]){ text, ground->code, NULL });
	return true;
}

/* A day as spreadsheets count it, and show it once a cell has lost its format: 43285. */
static bool parse_serial(const char *text, struct date *out)
{
	enum { DIGITS = 5, SERIAL_OF_1970 = 25569, SERIAL_OF_2000 = 36526 };
	long serial = strtol(text, NULL, 10);

	if (strlen(text) != DIGITS || strspn(text, "0123456789") != DIGITS ||
	    serial < SERIAL_OF_2000)
		return false;
	*out = date_from_days((int32_t)(serial - SERIAL_OF_1970));
	return true;
}

/* %2 why 2018-02-30 is no day; %3 the day that 2018.7.4 means, else how a day is written. */
static void explain_date(const struct within *w, const char **args)
{
	enum { MONTH = 5, MONTHS = 12 };
	const char *text = args[0] ? args[0] : "";
	char iso[DATE_ISO_SIZE];
	struct date day;
	long month = 0;

	args[1] = "";
	args[2] = ARG_MESSAGE N_("year-month-day, like 2018-07-04");
	if (date_parse_any(text, (struct date){ 0 }, &day) || parse_serial(text, &day)) {
		args[2] = arena_strdup(w->out->arena, date_iso(day, iso));
		return;
	}
	if (strlen(text) + 1 != DATE_ISO_SIZE || text[MONTH - 1] != '-' ||
	    text[MONTH + 2] != '-' || strspn(text, "0123456789-") + 1 != DATE_ISO_SIZE)
		return;
	month = strtol(text + MONTH, NULL, 10);
	args[1] = month >= 1 && month <= MONTHS
			  ? ARG_MESSAGE N_("the month has no such day")
			  : ARG_MESSAGE N_("the year has twelve months");
}

/* The value that was meant: written in Chinese, or misspelt by little. */
static const char *meant_choice(const struct within *w,
				const struct record_problem *problem)
{
	const struct field *field = label_field(w->record->kind, problem->field);
	const char *text = problem->args[1];
	const struct choice *meant = NULL;
	size_t best = near_limit(text);

	while (field && field->type == FIELD_GROUP && (field->flags & FIELD_SHORTHAND))
		field = &field->sub->items[0];
	if (!field || !field->choices)
		return "";
	meant = choice_of(field->choices, choice_find(field->choices, text, true));
	for (size_t i = 0; i < field->choices->count && !meant; i++)
		if (near_distance(field->choices->items[i].code, text) <= best)
			meant = &field->choices->items[i];
	return meant ? meant->code : "";
}

/*
 * A list written with the signs of Chinese text is one value to YAML: [ny-0001，ny-0002].
 * No id and no code has such a sign in it.
 */
static bool tell_full_width(const struct within *w, const struct record_problem *problem)
{
	static const char *const signs[] = { "，", "、", "；" };
	struct record_problem at = *problem;

	if (problem->fault != RECORD_FAULT_REF && problem->fault != RECORD_FAULT_CHOICE)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		const char *sign = strstr(problem->args[1], signs[i]);

		if (!sign)
			continue;
		at.place.column += (uint32_t)utf8_count(
			problem->args[1], (size_t)(sign - problem->args[1]));
		add_problem(w, RULE_FULL_WIDTH, &at,
			    (const char *const[]){ signs[i], NULL });
		return true;
	}
	return false;
}

/* %2 what the id should be of, for people; %3 for gk list. */
static void explain_ref(const struct within *w, const char **args)
{
	const struct kind *kind = kind_find(args[1]);

	args[2] = args[1];
	if (kind)
		args[1] = arg_label(w->out->arena, kind->zh, kind->en);
}

/* What the problem says, as arguments of its rule. */
static void tell_problem(const struct within *w, const struct record_problem *problem)
{
	enum rule_id rule = of_fault[problem->fault].rule;
	const char *args[FINDING_ARGS + 1] = { NULL };
	size_t first = of_fault[problem->fault].first;
	const char *cause;

	if (problem->fault == RECORD_FAULT_YAML)
		rule = of_yaml[problem->yaml];
	for (size_t i = 0; first + i < ARRAY_LEN(problem->args); i++)
		args[i] = problem->args[first + i];
	if (rule == RULE_SYNTAX && (cause = syntax_cause(w->record, problem)) != NULL)
		args[0] = arena_printf(w->out->arena, ARG_MESSAGE "%s", cause);
	if (rule == RULE_DATE_INVALID)
		explain_date(w, args);
	if (rule == RULE_REF_INVALID)
		explain_ref(w, args);
	if (rule == RULE_CHOICE_INVALID)
		args[2] = meant_choice(w, problem);
	if (rule == RULE_FIELD_TYPE)
		args[0] = arena_printf(w->out->arena, ARG_MESSAGE "%s", args[0]);
	add_problem(w, rule, problem, args);
}

/* An id that stands at another path may be that of a record: then both cannot have it. */
static void claim_double(const struct within *w, const struct record_problem *problem)
{
	const struct record *record = w->record;
	auto_buf path = BUF_INIT;

	if (!problem->args[0][0] || !id_fits(record->kind, problem->args[0]))
		return;
	id_path(record->kind, problem->args[0], &path);
	if (strcmp(path.s, record->path) != 0)
		FIND(w->claims, RULE_ID_DOUBLE, record, &record->common->id,
		     problem->args[0], path.s);
}

/* The last of the days on which something is said to have happened. */
static const struct date *last_day(const struct record *record)
{
	const struct date *last = NULL;

	for (size_t i = 0; i < record->place_count; i++) {
		const struct record_place *place = &record->places[i];
		const struct date *day = place->member;

		if (place->field && (place->field->flags & FIELD_PAST) &&
		    date_is_set(*day) && (!last || date_compare(*last, *day) < 0))
			last = day;
	}
	return last;
}

static void claim_future(const struct within *w)
{
	const struct date *last = last_day(w->record);
	char iso[DATE_ISO_SIZE];

	if (last)
		FIND(w->claims, RULE_DATE_FUTURE, w->record, last, date_iso(*last, iso));
}

static void check_rule_name(const struct within *w, const char *const *rule)
{
	enum rule_id id = *rule ? rule_find(*rule) : RULE_COUNT;

	if (*rule && id == RULE_COUNT)
		FIND(w->out, RULE_UNKNOWN_RULE, w->record, rule, *rule);
	else if (*rule && (rules[id].flags & RULE_LOCKED))
		FIND(w->out, RULE_NOT_LOWERED, w->record, rule, *rule);
}

/* Whoever lowers or waives a rule must name one that can be. */
static void check_rule_names(const struct within *w)
{
	const struct list *waive = &w->record->common->waive;

	for (size_t i = 0; i < waive->count; i++)
		check_rule_name(w, &list_at(waive, struct waiver, i)->rule);
	if (w->record->kind != &catalogue_kind)
		return;
	const struct list *severities =
		&RECORD(w->record, struct catalogue_config)->severities;

	for (size_t i = 0; i < severities->count; i++) {
		const struct severity_of *said =
			list_at(severities, struct severity_of, i);

		if (said->level != LEVEL_ERROR)
			check_rule_name(w, &said->rule);
	}
}

void check_shape(const struct within *w)
{
	for (size_t i = 0; i < w->record->problem_count; i++) {
		const struct record_problem *problem = &w->record->problems[i];

		if (!tell_ground(w, problem) && !tell_full_width(w, problem))
			tell_problem(w, problem);
		if (problem->fault == RECORD_FAULT_ID)
			claim_double(w, problem);
	}
	check_rule_names(w);
	check_slips(w);
	claim_future(w);
}

void check_unknown_path(const struct kind_set *kinds, const char *path,
			struct findings *out)
{
	const char *base = path_base(path);
	const char *dot = strrchr(base, '.');
	const char *id = arena_strndup(out->arena, base, (size_t)(dot - base));
	struct finding_about *about = arena_new(out->arena, struct finding_about);
	auto_buf place = BUF_INIT;

	about->path = path;
	out->about = about;
	for (size_t i = 0; i < kinds->count && place.len == 0; i++) {
		const struct kind *kind = kinds->items[i];

		if (kind->id_form != ID_CODE && id_fits(kind, id))
			id_path(kind, id, &place);
	}
	findings_push(out, &(struct finding){
				   .rule = RULE_PATH_UNKNOWN,
				   .severity = rules[RULE_PATH_UNKNOWN].severity,
				   .path = path,
				   .place = { .line = 1, .column = 1 },
				   .field = "",
				   .label_zh = "",
				   .label_en = "",
				   .title = "",
				   .args = { buf_dup(&place, out->arena), "", "", "" },
				   .about = about,
			   });
}
