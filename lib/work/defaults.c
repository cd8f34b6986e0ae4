#include <string.h>

#include "base/utf8.h"
#include "law/docnumber.h"
#include "record/document.h"
#include "record/item.h"
#include "record/unit.h"
#include "work/act.h"

enum { SUMMARY_CHARACTERS = 100 };

/* Units as they were when first asked for: of many records each has one of the same few. */
struct known_units {
	const char *office; /* "": there is none; NULL: not asked for yet */
	struct list items;  /* struct known_unit */
};

struct known_unit {
	const char *id;
	const struct unit *unit; /* NULL: it is not there */
};

static struct known_units *known_units(struct work *work)
{
	if (!work->units)
		work->units = arena_new(work->arena, struct known_units);
	return work->units;
}

/* The id of the first unit that is the government itself: the disclosing body of its items. */
static int note_office(void *payload, const struct index_row *row)
{
	struct buf *out = payload;

	buf_adds(out, row->id);
	return 1;
}

static const char *office(struct work *work, struct error *err)
{
	const struct index_filter filter = { .field = "kind", .value = "office" };
	const struct index_query query = {
		.kind = unit_kind.name, .filters = &filter, .filter_count = 1, .limit = 1
	};
	struct known_units *known = known_units(work);
	auto_buf id = BUF_INIT;

	if (!known->office) {
		if (index_each(work->index, &query, note_office, &id, err) < 0)
			return NULL;
		known->office = buf_dup(&id, work->arena);
	}
	return known->office[0] ? known->office : NULL;
}

/* The unit of a record; NULL when it names none or one that is not there: check says so. */
static const struct unit *unit_of(struct work *work, const char *id)
{
	struct known_units *known = known_units(work);
	struct known_unit *new;
	struct record *record;
	struct error absent;

	if (!id)
		return NULL;
	for (size_t i = 0; i < known->items.count; i++)
		if (strcmp(list_at(&known->items, struct known_unit, i)->id, id) == 0)
			return list_at(&known->items, struct known_unit, i)->unit;
	new = list_add(work->arena, &known->items, sizeof(*new));
	new->id = arena_strdup(work->arena, id);
	if (catalogue_read_id(work->catalogue, work->arena, &unit_kind, id, &record,
			      &absent) == 0)
		new->unit = RECORD(record, struct unit);
	return new->unit;
}

static void default_choice(int *member, int value)
{
	if (!*member)
		*member = value;
}

static void default_element(struct element *element, const char *text_of_unit)
{
	if (!element->text && !element->default_ && text_of_unit)
		element->default_ = DEFAULT_UNIT;
}

static void default_item(struct work *work, struct record *record, struct error *err)
{
	struct item *item = RECORD(record, struct item);
	const struct unit *unit = unit_of(work, item->unit);

	if (!item->subject)
		item->subject = office(work, err);
	default_choice(&item->source, SOURCE_LOCAL);
	default_choice(&item->audience, AUDIENCE_ALL);
	default_choice(&item->frequency, FREQUENCY_ON_CHANGE);
	default_choice(&item->retain.until, RETAIN_UNTIL_REPLACED);
	default_choice(&item->state.value, ITEM_IN_USE);
	default_choice(&item->disclosure.attribute, ATTRIBUTE_PROACTIVE);
	if (item->level.count == 0)
		strings_add(work->arena, &item->level,
			    choice_code(&item_levels, ITEM_LEVEL_TOWNSHIP));
	if (!unit)
		return;
	default_element(&item->elements.duty, unit->defaults.duty);
	default_element(&item->elements.discipline, unit->defaults.discipline);
	for (size_t i = 0; item->channels.count == 0 && i < unit->defaults.channels.count;
	     i++)
		strings_add(work->arena, &item->channels,
			    unit->defaults.channels.items[i]);
}

/* The first paragraph that is no heading, cut to what the directory prints. */
static const char *first_paragraph(struct arena *arena, const char *body)
{
	const char *p = body;
	size_t len;
	size_t bytes = 0;

	while (*p == '\n' || *p == '#' || *p == '|' || *p == '>')
		p += strcspn(p, "\n") + (*p == '\n' ? 0 : 1);
	len = strcspn(p, "\n");
	for (size_t i = 0; i < SUMMARY_CHARACTERS && bytes < len; i++) {
		size_t used;

		(void)utf8_decode(p + bytes, len - bytes, &used);
		bytes += used;
	}
	return bytes ? arena_strndup(arena, p, bytes) : NULL;
}

/* GB/T 9704 7.2.5: 东政发[2018]112号 is stored as 东政发〔2018〕112号. */
static const char *canonical_number(struct arena *arena, const char *text)
{
	struct docnumber number;

	return docnumber_parse(arena, text, &number) ? docnumber_text(arena, &number)
						     : text;
}

static void default_document(struct work *work, struct record *record, struct error *err)
{
	struct document *document = RECORD(record, struct document);

	if (!document->issuer)
		document->issuer = office(work, err);
	default_choice(&document->origin, ORIGIN_MADE);
	default_choice(&document->force, FORCE_IN_FORCE);
	default_choice(&document->form, document->number ? FORM_UNSET : FORM_NO_OFFICIAL);
	default_choice(&document->normative.is, ANSWER_NO);
	if (document->number)
		document->number = canonical_number(work->arena, document->number);
	if (!document->summary && document->body)
		document->summary = first_paragraph(work->arena, document->body);
}

/* What a kind fills beyond the common members; a kind without a row needs nothing. */
static const struct {
	const struct kind *kind;
	void (*fill)(struct work *work, struct record *record, struct error *err);
} defaults[] = {
	{ &item_kind, default_item },
	{ &document_kind, default_document },
};

int work_defaults(struct work *work, struct record *record, struct error *err)
{
	struct error failed = { 0 };

	if (!date_is_set(record->common->created))
		record->common->created = work->today;
	if (!record->common->entered_by)
		record->common->entered_by = work->typist;
	for (size_t i = 0; i < ARRAY_LEN(defaults); i++)
		if (defaults[i].kind == record->kind)
			defaults[i].fill(work, record, &failed);
	if (failed.code != ERR_NONE) {
		*err = failed;
		return -1;
	}
	return 0;
}
