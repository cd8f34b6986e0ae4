#include <stdlib.h>
#include <string.h>

#include "check/mention.h"
#include "record/channel.h"
#include "record/document.h"
#include "record/id.h"
#include "record/item.h"

/* ---- void, renumbered ---- */

struct gone {
	struct run *run;
	const struct mention *stub;
	enum rule_id rule;
	struct mentions referrers;
};

/* What is void itself refers to nothing any more, and what happened stands as it was. */
static int keep_referrer(void *payload, const struct index_row *row,
			 const struct fact *fact)
{
	static const char events[] = "events.";
	struct gone *gone = payload;

	if (strcmp(fact->field, "moved-to") == 0 ||
	    strncmp(fact->field, events, strlen(events)) == 0)
		return 0;
	return mention_keep(&gone->referrers, row, fact);
}

static int check_gone(struct run *run, const char *field, enum rule_id rule,
		      struct error *err)
{
	struct mentions stubs;

	if (mentions_read(run, NULL, 0, field, &stubs, err) < 0)
		return -1;
	for (size_t i = 0; i < stubs.count; i++) {
		const struct mention *stub = &stubs.items[i];
		struct gone gone = { .run = run,
				     .stub = stub,
				     .referrers = { .arena = run->arena } };

		if (index_each_referrer(run->index, stub->row.id, keep_referrer, &gone,
					err) < 0)
			return -1;
		for (size_t n = 0; n < gone.referrers.count; n++)
			MENTION_ADD(run, rule, &gone.referrers.items[n], stub->row.id,
				    stub->fact.value);
	}
	return 0;
}

/* ---- closed channels ---- */

static int check_channels_closed(struct run *run, struct error *err)
{
	struct mentions states;
	struct mentions named;

	if (mentions_read(run, "channel", 0, "state", &states, err) < 0)
		return -1;
	for (size_t i = 0; i < states.count; i++) {
		const struct mention *channel = &states.items[i];
		int state = choice_find(&channel_states, channel->fact.value, false);
		const struct choice *label = choice_of(&channel_states, state);

		if (state == CHANNEL_ACTIVE || !label)
			continue;
		named = (struct mentions){ .arena = run->arena };
		if (index_each_referrer(run->index, channel->row.id, mention_keep, &named,
					err) < 0)
			return -1;
		for (size_t n = 0; n < named.count; n++)
			if (strcmp(named.items[n].row.kind, item_kind.name) == 0 &&
			    strcmp(named.items[n].fact.field, "channels") == 0)
				MENTION_ADD(run, RULE_CHANNEL_CLOSED, &named.items[n],
					    channel->row.title,
					    arg_label(run->arena, label->zh, label->en));
	}
	return 0;
}

/* ---- interpretations ---- */

static int by_pair(const void *left, const void *right)
{
	const struct mention *a = left;
	const struct mention *b = right;
	int order = strcmp(a->row.id, b->row.id);

	return order != 0 ? order : strcmp(a->fact.value, b->fact.value);
}

/* Each of `from` that has no counterpart in `back`; what is not there was told as missing. */
static void judge_one_way(struct run *run, const struct mentions *from,
			  const struct mentions *back)
{
	for (size_t i = 0; i < from->count; i++) {
		const struct mention *one = &from->items[i];
		struct mention key = { .row.id = one->fact.value,
				       .fact.value = one->row.id };
		auto_buf path = BUF_INIT;

		if (back->count > 0 &&
		    bsearch(&key, back->items, back->count, sizeof(key), by_pair))
			continue;
		if (!id_fits(&document_kind, one->fact.value))
			continue;
		id_path(&document_kind, one->fact.value, &path);
		if (has_path(run, path.s))
			MENTION_ADD(run, RULE_INTERPRETATION_ONE_WAY, one,
				    one->fact.value);
	}
}

static int check_both_ways(struct run *run, struct error *err)
{
	struct mentions explained;
	struct mentions explaining;

	if (mentions_read(run, "document", 0, "interpretation.by.id", &explained, err) <
		    0 ||
	    mentions_read(run, "document", 0, "interprets.id", &explaining, err) < 0)
		return -1;
	if (explained.count > 0)
		qsort(explained.items, explained.count, sizeof(struct mention), by_pair);
	if (explaining.count > 0)
		qsort(explaining.items, explaining.count, sizeof(struct mention),
		      by_pair);
	judge_one_way(run, &explained, &explaining);
	judge_one_way(run, &explaining, &explained);
	return 0;
}

int check_referents(struct run *run, struct error *err)
{
	if (check_gone(run, "voided.date", RULE_REF_VOID, err) < 0 ||
	    check_gone(run, "moved-to", RULE_REF_MOVED, err) < 0 ||
	    check_channels_closed(run, err) < 0)
		return -1;
	return check_both_ways(run, err);
}
