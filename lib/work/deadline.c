#include "work/deadline.h"

#include "base/i18n.h"
#include "record/document.h"
#include "record/item.h"
#include "record/state.h"

enum { ARTICLE_26_DAYS = 20 };

static void start_clock(struct work *work, struct date start,
			const struct limit_term *term, struct clock *out)
{
	const struct clock_term clock = {
		.start = start,
		.unit = term ? term->unit : DAYS_WORKING,
		.count = term ? term->count : ARTICLE_26_DAYS,
		.why = term ? term->trigger_text : tr("formed or changed"),
		.law = term && term->unit == DAYS_CALENDAR ? "预算法第十四条"
							   : "条例第二十六条",
	};

	clock_init(out, work->arena, work->calendar, &clock);
}

/* A stricter limit of one of the document's items takes the place of what is there. */
static void consider(struct work *work, const char *id, struct date start,
		     struct deadline *out)
{
	struct record *record;
	struct error absent;
	const struct limit_term *term;
	struct limit limit;
	struct clock clock;

	if (catalogue_read_id(work->catalogue, work->arena, &item_kind, id, &record,
			      &absent) < 0 ||
	    !RECORD(record, struct item)->limit)
		return;
	limit = limit_parse(work->arena, RECORD(record, struct item)->limit);
	term = limit.kind == LIMIT_TERM ? limit_main_term(&limit) : NULL;
	if (!term)
		return;
	start_clock(work, start, term, &clock);
	if (out->limit && date_compare(clock.due, out->clock.due) >= 0)
		return;
	out->clock = clock;
	out->limit = RECORD(record, struct item)->limit;
	out->item = record->common->id;
}

bool deadline_of(struct work *work, const struct record *record, struct deadline *out)
{
	const struct document *document;
	const struct event *published = last_event(record->common, ACT_PUBLISH);
	struct date start;

	if (record->kind != &document_kind)
		return false;
	document = RECORD(record, struct document);
	start = date_is_set(document->obtained) ? document->obtained : document->formed;
	if (document->disclosure.attribute != ATTRIBUTE_PROACTIVE || !date_is_set(start))
		return false;
	*out = (struct deadline){ .published = published ? published->date
							 : (struct date){ 0 } };
	start_clock(work, start, NULL, &out->clock);
	for (size_t i = 0; i < document->items.count; i++)
		consider(work, document->items.items[i], start, out);
	return true;
}
