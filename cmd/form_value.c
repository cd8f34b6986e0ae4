#include "cmd/form_private.h"

#include <inttypes.h>
#include <string.h>

#include "format/json.h"
#include "record/describe.h"
#include "record/diff.h"

/* How a value is told. */
enum manner { SHOWN, TYPED, LINES };

static void add_choice(const struct choice *choice, struct buf *out)
{
	buf_adds(out, choice ? choice_label(choice, i18n_language()) : "");
}

/* A record by its title where eyes are meant. */
static void add_ref(struct asking *asking, const char *id, enum manner manner,
		    struct buf *out)
{
	struct index_row row = { .title = NULL };
	struct error absent;
	bool found = false;

	if (manner == SHOWN && index_by_id(asking->work.index, &asking->app->arena, id,
					   &row, &found, &absent) < 0)
		found = false;
	/* Codes of units and channels are nothing to a reader, numbers of records are. */
	if (!found || !*row.title || strpbrk(id, "0123456789"))
		buf_adds(out, id);
	if (found && *row.title)
		buf_addf(out, "%s%s", strpbrk(id, "0123456789") ? " " : "", row.title);
}

static void add_between(enum manner manner, struct buf *out)
{
	if (manner == LINES)
		buf_addc(out, '\n');
	else
		buf_adds(out,
			 manner == SHOWN && i18n_language() == LANGUAGE_EN ? "; " : "；");
}

static void add_strings(struct asking *asking, const struct field *field,
			const struct strings *list, enum manner manner, struct buf *out)
{
	for (size_t i = 0; i < list->count; i++) {
		if (i > 0)
			add_between(manner, out);
		if (field->type == FIELD_CHOICES)
			add_choice(choice_of(field->choices,
					     choice_find(field->choices, list->items[i],
							 false)),
				   out);
		else if (field->type == FIELD_REFS)
			add_ref(asking, list->items[i], manner, out);
		else
			buf_adds(out, list->items[i]);
	}
}

/* Whether an entry is told by its first field alone. */
static bool is_short(const struct field *field, const void *entry)
{
	if (!(field->flags & FIELD_SHORTHAND) || !field_is_text(&field->sub->items[0]))
		return false;
	for (size_t i = 1; i < field->sub->count; i++)
		if (field_is_set(&field->sub->items[i], entry))
			return false;
	return field_is_set(&field->sub->items[0], entry);
}

static void add_list(const struct field *field, const void *owner, enum manner manner,
		     struct buf *out)
{
	const struct list *list = field_list(field, owner);
	bool plain = true;

	for (size_t i = 0; i < list->count; i++)
		plain = plain && is_short(field, field_entry(field, list, i));
	if (!plain && manner == SHOWN)
		field_tell(field, owner, i18n_language(), out);
	else if (!plain)
		field_write_flow(field, owner, out);
	for (size_t i = 0; plain && i < list->count; i++) {
		if (i > 0)
			add_between(manner, out);
		buf_adds(out,
			 field_text(&field->sub->items[0], field_entry(field, list, i)));
	}
}

static const char *value(struct asking *asking, const struct question *q,
			 const struct record *record, enum manner manner)
{
	const struct field *field = q->field;
	const void *owner = question_owner(q, record);
	auto_buf out = BUF_INIT;
	char iso[DATE_ISO_SIZE];

	if (!field_is_set(field, owner))
		return "";
	switch (field->type) {
	case FIELD_STRING:
	case FIELD_TEXT:
	case FIELD_DECIMAL:
	case FIELD_URL:
		buf_adds(&out, field_text(field, owner));
		break;
	case FIELD_REF:
		add_ref(asking, field_text(field, owner), manner, &out);
		break;
	case FIELD_DATE:
		buf_adds(&out, date_iso(field_date(field, owner), iso));
		break;
	case FIELD_INT:
		buf_addf(&out, "%" PRId64, field_number(field, owner).n);
		break;
	case FIELD_CHOICE:
		add_choice(choice_of(field->choices, field_choice(field, owner)), &out);
		break;
	case FIELD_STRINGS:
	case FIELD_REFS:
	case FIELD_CHOICES:
		add_strings(asking, field, field_strings(field, owner), manner, &out);
		break;
	case FIELD_LIST:
		add_list(field, owner, manner, &out);
		break;
	case FIELD_GROUP:
	case FIELD_TYPE_COUNT:
		break;
	}
	return buf_dup(&out, &asking->app->arena);
}

const char *value_shown(struct asking *asking, const struct question *q,
			const struct record *record)
{
	return value(asking, q, record, SHOWN);
}

const char *value_typed(struct asking *asking, const struct question *q,
			const struct record *record, bool lines)
{
	return value(asking, q, record, lines ? LINES : TYPED);
}

const char *value_of_lines(struct asking *asking, const char *text)
{
	auto_buf out = BUF_INIT;
	struct json json;

	json_init(&json, &out, JSON_COMPACT);
	json_open_array(&json);
	for (const char *p = text; *p; p += strspn(p, "\n")) {
		size_t len = strcspn(p, "\n");

		if (len > 0)
			json_string(&json, arena_strndup(&asking->app->arena, p, len));
		p += len;
	}
	json_close(&json);
	return buf_dup(&out, &asking->app->arena);
}
