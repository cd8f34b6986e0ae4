#include "site/fact.h"
#include "site/lists.h"

/*
 * Only what is said of a public act: date and channel, and why something was changed or
 * taken back.  The public view holds nothing else of it.
 */
static const char *const event_keys[] = {
	"channel", "place", "column", "url",      "until",       "cause",
	"kind",    "from",  "to",     "document", "replaced-by", "reason",
};

static void put_event(struct page *page, const struct event *event)
{
	const struct act_row *act = act_row((enum act)event->act);
	struct html *h = &page->h;

	if (!act)
		return;
	html_open(h, EL_LI);
	html_open(h, EL_P);
	page_date(page, event->date);
	if (event->time) {
		html_text(h, " ");
		html_text(h, event->time);
	}
	html_text(h, " ");
	html_element(h, EL_STRONG, act->zh);
	html_close(h, EL_P);
	facts_open(page, "facts");
	facts_of(page, act->fields, event, event_keys, ARRAY_LEN(event_keys));
	facts_close(page);
	html_close(h, EL_LI);
}

void page_history(struct page *page, const struct common *common)
{
	struct html *h = &page->h;

	if (!common->events.count)
		return;
	page_section(page, "公开记录");
	html_open(h, EL_OL);
	html_attr(h, "class", "history");
	for (size_t i = 0; i < common->events.count; i++)
		put_event(page, list_at(&common->events, struct event, i));
	html_close(h, EL_OL);
	html_close(h, EL_SECTION);
}

struct publication publication_of(const struct common *common)
{
	struct publication found = { 0 };

	for (size_t i = 0; i < common->events.count; i++) {
		const struct event *event = list_at(&common->events, struct event, i);

		if (event->act != ACT_PUBLISH)
			continue;
		if (!found.first || date_compare(event->date, found.first->date) < 0)
			found.first = event;
		if (event->url)
			found.url = event->url;
	}
	return found;
}

const char *publication_date(const struct website *site,
			     const struct publication *publication)
{
	const struct event *first = publication->first;
	char iso[DATE_ISO_SIZE];

	if (!first)
		return NULL;
	return arena_printf(site->arena, "%s%s%s", date_iso(first->date, iso),
			    first->time ? " " : "", first->time ? first->time : "");
}
