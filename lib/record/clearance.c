#include "record/clearance.h"

#include <string.h>

#include "record/document.h"

static unsigned int bit(int step)
{
	return step > 0 && step < 32 ? 1U << (unsigned int)step : 0;
}

static unsigned int steps_bits(const struct strings *codes)
{
	unsigned int bits = 0;

	for (size_t i = 0; i < codes->count; i++)
		bits |= bit(choice_find(&clear_steps, codes->items[i], false));
	return bits;
}

static unsigned int default_steps(int type)
{
	unsigned int bits = bit(STEP_FIRST) | bit(STEP_FINAL);

	if (type != DOCUMENT_NEWS)
		bits |= bit(STEP_SECOND) | bit(STEP_SECRECY);
	return bits;
}

/* The entry that gives the steps of a type; NULL where the defaults hold. */
static const struct clearance_rule *rule_of(const struct catalogue_config *config,
					    int type)
{
	const char *code = choice_code(&document_types, type);

	for (size_t i = 0; i < config->clearance_steps.count; i++) {
		const struct clearance_rule *rule =
			list_at(&config->clearance_steps, struct clearance_rule, i);

		if (rule->normative == ANSWER_YES)
			continue;
		if (rule->type.count == 0 || (code && strings_has(&rule->type, code)))
			return rule;
	}
	return NULL;
}

unsigned int clearance_steps_of(const struct catalogue_config *config, int type,
				bool normative)
{
	const struct clearance_rule *rule = rule_of(config, type);
	unsigned int bits = rule ? steps_bits(&rule->steps) : default_steps(type);

	if (!normative)
		return bits;
	/* 国办发〔2018〕37号: no normative document without a legality review. */
	bits |= bit(STEP_LEGAL);
	for (size_t i = 0; i < config->clearance_steps.count; i++) {
		const struct clearance_rule *more =
			list_at(&config->clearance_steps, struct clearance_rule, i);

		if (more->normative != ANSWER_YES)
			continue;
		bits |= steps_bits(&more->steps);
	}
	return bits;
}

/* "final+secrecy" names both steps, in either order. */
static bool pair_names(const char *pair, const char *a, const char *b)
{
	size_t len = strlen(a);

	return strncmp(pair, a, len) == 0 && pair[len] == '+' &&
	       strcmp(pair + len + 1, b) == 0;
}

bool clearance_same_person(const struct catalogue_config *config, int type, int a, int b)
{
	const struct clearance_rule *rule = rule_of(config, type);
	const char *first = choice_code(&clear_steps, a);
	const char *second = choice_code(&clear_steps, b);

	if (!first || !second)
		return false;
	if (!rule || rule->same_person.count == 0)
		return (a == STEP_FINAL && b == STEP_SECRECY) ||
		       (a == STEP_SECRECY && b == STEP_FINAL);
	for (size_t i = 0; i < rule->same_person.count; i++) {
		const char *pair = rule->same_person.items[i];

		if (pair_names(pair, first, second) || pair_names(pair, second, first))
			return true;
	}
	return false;
}

bool clearance_holds(const struct common *common, const struct event *cleared,
		     const char *digest)
{
	bool holds;

	if (!cleared->digest)
		return false;
	holds = strcmp(cleared->digest, digest) == 0;
	/* Events stand in the order of their days. */
	for (size_t i = 0; i < common->events.count; i++) {
		const struct event *event = list_at(&common->events, struct event, i);

		if (event->act != ACT_ERRATUM ||
		    date_compare(event->date, cleared->date) < 0)
			continue;
		if (event->erratum_kind == ERRATUM_FACT)
			return strcmp(cleared->digest, digest) == 0;
		holds = holds || (event->digest && strcmp(event->digest, digest) == 0);
	}
	return holds;
}
