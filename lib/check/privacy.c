#include "check/privacy.h"

#include <string.h>

#include "check/check_private.h"
#include "record/document.h"

/*
 * Personal data in the public text of one record.  The file is looked through once as
 * it stands; only where something is found in it are its fields gone through.
 */

enum { LISTED = 20 }; /* of one kind in a record; the rest is counted */

enum rule_id privacy_rule(enum personal_kind kind)
{
	static const enum rule_id rule_of[PERSONAL_KIND_COUNT] = {
		[PERSONAL_IDENTITY] = RULE_PRIVACY_IDENTITY,
		[PERSONAL_MOBILE] = RULE_PRIVACY_MOBILE,
		[PERSONAL_BANK_CARD] = RULE_PRIVACY_BANK_CARD,
		[PERSONAL_ADDRESS] = RULE_PRIVACY_ADDRESS,
		[PERSONAL_MAIL] = RULE_PRIVACY_MAIL,
		[PERSONAL_PLATE] = RULE_PRIVACY_PLATE,
	};

	return rule_of[kind];
}

#define BIT(kind) (1U << (unsigned int)(kind))

/* What an office has of its own: telephones, mail, address. */
static const unsigned int contacts =
	BIT(PERSONAL_MOBILE) | BIT(PERSONAL_MAIL) | BIT(PERSONAL_ADDRESS);

struct hunt {
	const struct within *w;
	struct strings texts;            /* of the office */
	struct personal_allowed allowed; /* by them */
	unsigned int lifted;             /* kinds, by the record's persons: */
	size_t seen[PERSONAL_KIND_COUNT];
	struct finding_at more[PERSONAL_KIND_COUNT]; /* the first that is not listed */
};

/* ---- what is meant to be public ---- */

unsigned int privacy_lifted(const struct record *record)
{
	const struct persons *persons;

	if (record->kind != &document_kind)
		return 0;
	persons = &RECORD(record, struct document)->persons;
	if (persons->data != PERSONS_EXCEPTION)
		return 0;
	switch ((enum person_exception)persons->exception) {
	case EXCEPTION_DUTY:
		return BIT(PERSONAL_MOBILE) | BIT(PERSONAL_MAIL);
	case EXCEPTION_PUNISHMENT:
	case EXCEPTION_MANDATORY:
		return BIT(PERSONAL_ADDRESS) | BIT(PERSONAL_PLATE);
	case EXCEPTION_CONSENT:
		return contacts | BIT(PERSONAL_PLATE);
	case EXCEPTION_UNSET:
		break;
	}
	return 0;
}

static void add_text(struct arena *arena, struct strings *list, const char *text)
{
	if (text && text[0])
		strings_add(arena, list, text);
}

struct strings privacy_allowed(struct arena *arena, const struct catalogue_config *config)
{
	const struct office_contact *contact = &config->contact;
	struct strings list = { .count = 0 };

	for (size_t i = 0; i < config->allow.count; i++)
		add_text(arena, &list, config->allow.items[i]);
	add_text(arena, &list, contact->address);
	add_text(arena, &list, contact->phone);
	add_text(arena, &list, contact->fax);
	add_text(arena, &list, contact->mail);
	add_text(arena, &list, config->remedies.reconsideration.address);
	add_text(arena, &list, config->remedies.court.address);
	return list;
}

/* Whether the record stays in the office as a whole, whatever stands in it. */
static bool stays(const struct record *record)
{
	const struct kind *kind = record->kind;

	if (kind->store == STORE_PRIVATE)
		return true;
	return kind->is_public && !kind->is_public(record->common) &&
	       disclosure_of(record->common)->attribute != ATTRIBUTE_UNSET;
}

/* ---- one value ---- */

/* A value of the file: its bytes as they stand, or as they read where they are escaped. */
struct value {
	const struct yaml_node *node;
	const struct field *field; /* NULL: an x- key */
	const void *member;
	const char *s;
	size_t len;
	bool escaped;
};

static struct value value_of(const struct record *record, const struct yaml_node *node)
{
	struct value value = { .node = node,
			       .s = record->tree.bytes + node->start,
			       .len = node->end - node->start };

	if (node->style == YAML_DOUBLE && memchr(value.s, '\\', value.len)) {
		value.escaped = true;
		value.s = node->value;
		value.len = node->len;
	}
	return value;
}

static struct finding_at at_hit(const struct hunt *hunt, const struct value *value,
				size_t start)
{
	const struct record *record = hunt->w->record;
	struct finding_at at = { .place = value->node->place, .path = "" };

	if (!value->escaped)
		at.place = yaml_place_at(record->tree.bytes, record->tree.len,
					 value->node->start + start);
	if (value->member) {
		at.path = record_field_path(hunt->w->out->arena, record, value->member);
		at.field = value->field;
	}
	return at;
}

static void add_hit(struct hunt *hunt, const struct value *value,
		    const struct personal_hit *hit)
{
	size_t seen = hunt->seen[hit->kind]++;
	struct finding_at at;

	if (seen > LISTED)
		return;
	at = at_hit(hunt, value, hit->start);
	if (seen == LISTED)
		hunt->more[hit->kind] = at;
	else
		finding_add_at(hunt->w->out, privacy_rule(hit->kind), hunt->w->record,
			       &at, (const char *const[]){ hit->shown, NULL });
}

/* Whether the text of the field is written by somebody, and not an id or an address of the web. */
static bool is_written_text(const struct field *field)
{
	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_STRINGS:
	case FIELD_GROUP: /* a text that stands for its first member */
	case FIELD_LIST:
		return true;
	case FIELD_DATE:
	case FIELD_INT:
	case FIELD_DECIMAL:
	case FIELD_CHOICE:
	case FIELD_CHOICES:
	case FIELD_REF:
	case FIELD_REFS:
	case FIELD_URL:
	case FIELD_TYPE_COUNT:
		break;
	}
	return false;
}

static void look_into(struct hunt *hunt, const struct value *value)
{
	const struct within *w = hunt->w;
	unsigned int lifted = hunt->lifted;
	struct personal_hit hit;
	bool open = !value->member;

	if (value->field && value->field->flags & FIELD_CONTACT)
		lifted |= contacts;
	for (size_t pos = 0; personal_next(w->out->arena, value->s, value->len,
					   &hunt->allowed, &pos, &hit);) {
		if (lifted & BIT(hit.kind))
			continue;
		if (!open && !record_is_public_at(w->record, value->member))
			return;
		open = true;
		add_hit(hunt, value, &hit);
	}
}

static void look_into_fields(struct hunt *hunt)
{
	const struct record *record = hunt->w->record;
	const struct yaml_node *last = NULL;

	for (size_t i = 0; i < record->place_count; i++) {
		const struct record_place *place = &record->places[i];
		struct value value;

		/* One text that stands for a list has two places, and one beginning. */
		if (place->node->type != YAML_SCALAR || !is_written_text(place->field) ||
		    (last && last->start == place->node->start))
			continue;
		last = place->node;
		value = value_of(record, place->node);
		value.field = place->field;
		value.member = place->member;
		look_into(hunt, &value);
	}
}

static void look_into_extra(struct hunt *hunt)
{
	const struct within *w = hunt->w;
	const struct strings *open = &w->config->public_x;

	for (size_t i = 0; i < open->count; i++) {
		const struct yaml_node *node =
			yaml_get(w->record->tree.root, open->items[i]);
		struct value value;

		if (!node || strncmp(open->items[i], "x-", 2) != 0)
			continue;
		value = value_of(w->record, node);
		look_into(hunt, &value);
	}
}

static void add_rest(const struct hunt *hunt)
{
	struct findings *out = hunt->w->out;

	for (size_t kind = 0; kind < PERSONAL_KIND_COUNT; kind++)
		if (hunt->seen[kind] > LISTED)
			finding_add_at(out, RULE_PRIVACY_MORE, hunt->w->record,
				       &hunt->more[kind],
				       (const char *const[]){
					       arena_printf(out->arena, "%zu",
							    hunt->seen[kind] - LISTED),
					       NULL });
}

/* Whether anything in the file may be personal data; escapes may hide it. */
static bool may_hold(const struct within *w)
{
	const struct yaml_tree *tree = &w->record->tree;
	struct personal_hit hit;
	size_t pos = 0;

	return personal_next(w->out->arena, tree->bytes, tree->len, NULL, &pos, &hit) ||
	       memchr(tree->bytes, '\\', tree->len);
}

static void check_texts(const struct within *w)
{
	struct hunt hunt = { .w = w, .lifted = privacy_lifted(w->record) };

	hunt.texts = privacy_allowed(w->out->arena, w->config);
	hunt.allowed.texts = &hunt.texts;
	look_into_fields(&hunt);
	look_into_extra(&hunt);
	add_rest(&hunt);
}

void check_privacy(const struct within *w)
{
	if (!w->record->tree.bytes || stays(w->record))
		return;
	if (may_hold(w))
		check_texts(w);
	check_private_columns(w);
}
