#include <string.h>

#include "base/text_set.h"
#include "check/mention.h"
#include "record/channel.h"
#include "record/disclosure.h"
#include "record/document.h"
#include "record/id.h"
#include "record/item.h"
#include "record/unit.h"

/* What the index tells of a unit. */
struct unit_row {
	const char *id;
	const char *name;
	int kind;    /* enum unit_kind_value */
	int subject; /* enum answer */
	struct date to;
	const char *successor;
};

/* What references are judged by. */
struct ties {
	struct unit_row *units;
	size_t count;
	size_t room;
	bool any_closed;
	struct strings
		idle; /* channels that do not discharge the duty of Arts 23 to 25 */
	struct text_set found; /* ids that single records refer to and that are there */
};

/* ---- reading ---- */

/* The value of a field of one row, "" when it has none. */
static int value_of(struct run *run, const struct index_row *row, const char *field,
		    const char **out, struct error *err)
{
	struct mentions list;

	if (mentions_read(run, NULL, row->key, field, &list, err) < 0)
		return -1;
	*out = list.count > 0 ? list.items[0].fact.value : "";
	return 0;
}

static void add_unit_fact(struct unit_row *unit, const struct fact *fact)
{
	if (strcmp(fact->field, "kind") == 0)
		unit->kind = choice_find(&unit_kinds, fact->value, false);
	else if (strcmp(fact->field, "subject.value") == 0)
		unit->subject = choice_find(&yes_no, fact->value, false);
	else if (strcmp(fact->field, "successor") == 0)
		unit->successor = fact->value;
	else if (strcmp(fact->field, "to") == 0 &&
		 !date_parse_iso(fact->value, &unit->to))
		unit->to = (struct date){ 0 };
}

static int read_units(struct run *run, struct ties *ties, struct error *err)
{
	struct mentions list;

	if (mentions_read(run, "unit", 0, NULL, &list, err) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++) {
		const struct mention *mention = &list.items[i];

		if (i == 0 || mention->row.key != list.items[i - 1].row.key) {
			ties->units = array_grow(run->arena, ties->units, ties->count,
						 &ties->room, sizeof(*ties->units));
			ties->units[ties->count++] =
				(struct unit_row){ .id = mention->row.id,
						   .name = mention->row.title,
						   .successor = "" };
		}
		add_unit_fact(&ties->units[ties->count - 1], &mention->fact);
	}
	for (size_t i = 0; i < ties->count; i++)
		ties->any_closed = ties->any_closed || date_is_set(ties->units[i].to);
	return 0;
}

static int read_channels(struct run *run, struct ties *ties, struct error *err)
{
	struct mentions list;

	if (mentions_read(run, "channel", 0, "form", &list, err) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++) {
		const struct channel channel = {
			.form = choice_find(&channel_forms, list.items[i].fact.value,
					    false)
		};

		if (channel.form != CHANNEL_FORM_UNSET && !channel_is_statutory(&channel))
			strings_add(run->arena, &ties->idle, list.items[i].row.id);
	}
	return 0;
}

static const struct unit_row *find_unit(const struct ties *ties, const char *id)
{
	for (size_t i = 0; i < ties->count; i++)
		if (strcmp(ties->units[i].id, id) == 0)
			return &ties->units[i];
	return NULL;
}

/* ---- judging ---- */

static void judge_missing(struct run *run, const struct mention *mention)
{
	const struct kind *kind =
		kind_set_find(&run->catalogue->kinds, mention->fact.ref);

	/* What can be no id at all was said when the record was read. */
	if (kind && id_fits(kind, mention->fact.value))
		MENTION_ADD(run, RULE_REF_MISSING, mention, mention->fact.value,
			    arg_label(run->arena, kind->zh, kind->en), kind->name);
}

/* Art 10: an inner office acts in the name of its government. */
static bool is_unfit(const struct unit_row *unit)
{
	if (!unit || unit->subject == ANSWER_YES)
		return false;
	return unit->subject == ANSWER_NO || unit->kind == UNIT_INNER ||
	       unit->kind == UNIT_PARTY || unit->kind == UNIT_SERVICE_CENTRE;
}

static void judge_subject(struct run *run, const struct ties *ties,
			  const struct mention *mention)
{
	const struct unit_row *unit = find_unit(ties, mention->fact.value);

	if (is_unfit(unit))
		MENTION_ADD(run, RULE_SUBJECT_UNFIT, mention, unit->name);
}

static int judge_closed(struct run *run, const struct ties *ties,
			const struct mention *mention, struct error *err)
{
	const struct unit_row *unit = find_unit(ties, mention->fact.value);
	char iso[DATE_ISO_SIZE];
	const char *state;

	if (!unit || !date_is_set(unit->to) || !run->options ||
	    date_compare(run->options->today, unit->to) < 0)
		return 0;
	if (value_of(run, &mention->row, "state.value", &state, err) < 0)
		return -1;
	if (choice_find(&item_states, state, false) != ITEM_CANCELLED)
		MENTION_ADD(run, RULE_UNIT_CLOSED, mention, unit->name,
			    date_iso(unit->to, iso), unit->successor);
	return 0;
}

/* `count` channels of one item. */
static int judge_channels(struct run *run, const struct ties *ties,
			  const struct mention *channels, size_t count, struct error *err)
{
	const char *attribute;

	for (size_t i = 0; i < count; i++)
		if (!strings_has(&ties->idle, channels[i].fact.value))
			return 0;
	if (run->record)
		attribute = choice_code(&disclosure_attributes,
					disclosure_of(run->record->common)->attribute);
	else if (value_of(run, &channels[0].row, "disclosure.attribute", &attribute,
			  err) < 0)
		return -1;
	if (attribute &&
	    choice_find(&disclosure_attributes, attribute, false) == ATTRIBUTE_PROACTIVE)
		MENTION_ADD(run, RULE_NO_CHANNEL, &channels[0], NULL);
	return 0;
}

/* Who finds a repealed paper must find the one in force. */
static int judge_replacement(struct run *run, const struct mention *mention,
			     struct error *err)
{
	struct index_row row;
	bool found;
	const char *force;
	int value;

	if (index_by_id(run->index, run->arena, mention->fact.value, &row, &found, err) <
	    0)
		return -1;
	if (!found)
		return 0;
	if (value_of(run, &row, "force", &force, err) < 0)
		return -1;
	value = choice_find(&document_forces, force, false);
	if (value == FORCE_REPEALED || value == FORCE_EXPIRED)
		MENTION_ADD(run, RULE_REPLACED_ONE_WAY, mention, mention->fact.value);
	return 0;
}

/* ---- doubles ---- */

static int keep_double(void *payload, const struct index_row *row)
{
	const struct fact whole = { .field = "",
				    .value = "",
				    .place = { .line = 1, .column = 1 } };

	return mention_keep(payload, row, &whole);
}

/* Rows that differ in the third level are matters of their own; cancelled ones are over. */
static int read_subgroup(struct run *run, const struct index_row *row, const char **out,
			 struct error *err)
{
	struct record *record;
	const struct item *item;

	*out = NULL;
	if (catalogue_read(run->catalogue, run->arena, row->path, &record, err) < 0)
		return -1;
	if (record->kind != &item_kind) {
		*out = "";
		return 0;
	}
	item = RECORD(record, struct item);
	if (item->state.value != ITEM_CANCELLED)
		*out = item->subgroup ? item->subgroup : "";
	return 0;
}

static int judge_double(struct run *run, struct mention *mention,
			const struct mention *first, struct error *err)
{
	static const char title[] = "title";
	struct mentions titles;
	const char *a;
	const char *b;

	if (read_subgroup(run, &first->row, &a, err) < 0 ||
	    read_subgroup(run, &mention->row, &b, err) < 0 ||
	    mentions_read(run, NULL, mention->row.key, title, &titles, err) < 0)
		return -1;
	if (!a || !b || strcmp(a, b) != 0)
		return 0;
	if (titles.count > 0)
		mention->fact = titles.items[0].fact;
	MENTION_ADD(run, RULE_DOUBLE, mention, first->row.path);
	return 0;
}

static int check_doubles(struct run *run, const char *kind, const char *const *fields,
			 size_t count, struct error *err)
{
	struct mentions rows = { .arena = run->arena };
	size_t first = 0;

	if (index_each_double(run->index, kind, fields, count, keep_double, &rows, err) <
	    0)
		return -1;
	for (size_t i = 1; i < rows.count; i++) {
		if (rows.items[i].row.group != rows.items[first].row.group)
			first = i;
		else if (judge_double(run, &rows.items[i], &rows.items[first], err) < 0)
			return -1;
	}
	return 0;
}

/* ---- all of the catalogue ---- */

static int check_dangling(struct run *run, struct error *err)
{
	struct mentions list = { .arena = run->arena };

	if (index_each_dangling(run->index, mention_keep, &list, err) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++)
		judge_missing(run, &list.items[i]);
	return 0;
}

struct subjects {
	const struct ties *ties;
	struct mentions unfit;
};

/* Nearly all are fit: only the others are copied. */
static int keep_unfit(void *payload, const struct index_row *row, const struct fact *fact)
{
	struct subjects *subjects = payload;

	return is_unfit(find_unit(subjects->ties, fact->value))
		       ? mention_keep(&subjects->unfit, row, fact)
		       : 0;
}

static int check_subjects(struct run *run, const struct ties *ties, struct error *err)
{
	struct subjects subjects = { .ties = ties, .unfit = { .arena = run->arena } };

	if (index_each_fact(run->index, "item", 0, "subject", keep_unfit, &subjects,
			    err) < 0)
		return -1;
	for (size_t i = 0; i < subjects.unfit.count; i++)
		judge_subject(run, ties, &subjects.unfit.items[i]);
	return 0;
}

static int check_closed(struct run *run, const struct ties *ties, struct error *err)
{
	struct mentions list;

	if (!ties->any_closed)
		return 0;
	if (mentions_read(run, "item", 0, "unit", &list, err) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++)
		if (judge_closed(run, ties, &list.items[i], err) < 0)
			return -1;
	return 0;
}

static int check_channels(struct run *run, const struct ties *ties, struct error *err)
{
	struct mentions list;

	if (ties->idle.count == 0)
		return 0;
	if (mentions_read(run, "item", 0, "channels", &list, err) < 0)
		return -1;
	for (size_t from = 0, to; from < list.count; from = to) {
		for (to = from + 1; to < list.count; to++)
			if (list.items[to].row.key != list.items[from].row.key)
				break;
		if (judge_channels(run, ties, &list.items[from], to - from, err) < 0)
			return -1;
	}
	return 0;
}

static int check_replacements(struct run *run, struct error *err)
{
	struct mentions list;

	if (mentions_read(run, "document", 0, "events.replaced-by", &list, err) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++)
		if (judge_replacement(run, &list.items[i], err) < 0)
			return -1;
	return 0;
}

int check_references(struct run *run, struct error *err)
{
	static const char *const of_item[] = { "unit", "group", "title" };
	static const char *const of_document[] = { "title", "number" };
	struct ties ties = { .units = NULL };

	if (read_units(run, &ties, err) < 0 || read_channels(run, &ties, err) < 0 ||
	    check_dangling(run, err) < 0 || check_subjects(run, &ties, err) < 0 ||
	    check_closed(run, &ties, err) < 0 || check_channels(run, &ties, err) < 0 ||
	    check_replacements(run, err) < 0 || check_referents(run, err) < 0)
		return -1;
	return check_doubles(run, "item", of_item, ARRAY_LEN(of_item), err) < 0 ||
			       check_doubles(run, "document", of_document,
					     ARRAY_LEN(of_document), err) < 0
		       ? -1
		       : 0;
}

/* ---- one record ---- */

static int is_there(struct run *run, struct ties *ties, const char *id, bool *out,
		    struct error *err)
{
	struct index_row row;

	*out = text_set_find(&ties->found, id) != TEXT_ABSENT;
	if (*out)
		return 0;
	if (index_by_id(run->index, run->arena, id, &row, out, err) < 0)
		return -1;
	if (*out)
		(void)text_set_add(&ties->found, id);
	return 0;
}

static int judge_own(struct run *run, const struct mention *mention, struct error *err)
{
	const struct fact *fact = &mention->fact;
	bool found;

	if (is_there(run, run->ties, fact->value, &found, err) < 0)
		return -1;
	if (!found && strcmp(fact->value, mention->row.id) != 0)
		judge_missing(run, mention);
	if (run->record->kind == &item_kind && strcmp(fact->field, "subject") == 0)
		judge_subject(run, run->ties, mention);
	return 0;
}

/* Read once for all records that are looked at by themselves. */
static int find_ties(struct run *run, struct error *err)
{
	struct ties *ties;

	if (run->ties)
		return 0;
	ties = arena_new(run->arena, struct ties);
	ties->found.arena = run->arena;
	if (read_units(run, ties, err) < 0 || read_channels(run, ties, err) < 0)
		return -1;
	run->ties = ties;
	return 0;
}

int check_own_references(struct run *run, struct error *err)
{
	const struct facts facts = record_facts(run->arena, run->record);
	const struct index_row row = { .path = run->record->path,
				       .id = facts.id,
				       .kind = facts.kind,
				       .title = facts.title };
	struct mentions channels = { .arena = run->arena };

	if (find_ties(run, err) < 0)
		return -1;
	for (size_t i = 0; i < facts.count; i++) {
		const struct mention mention = { .row = row, .fact = facts.items[i] };

		if (facts.items[i].ref && judge_own(run, &mention, err) < 0)
			return -1;
		if (strcmp(facts.items[i].field, "channels") == 0)
			(void)mention_keep(&channels, &row, &facts.items[i]);
	}
	if (run->record->kind != &item_kind || channels.count == 0)
		return 0;
	return judge_channels(run, run->ties, channels.items, channels.count, err);
}
