#include <string.h>

#include "check/check_private.h"
#include "check/words.h"

static enum severity severity_of_level(int level, enum severity otherwise)
{
	switch ((enum rule_level)level) {
	case LEVEL_ERROR:
		return SEVERITY_ERROR;
	case LEVEL_WARNING:
		return SEVERITY_WARNING;
	case LEVEL_INFO:
		return SEVERITY_INFO;
	case LEVEL_OFF:
		return SEVERITY_OFF;
	case LEVEL_UNSET:
		break;
	}
	return otherwise;
}

/* What catalogue.yaml says of the rule; the last entry holds, and a locked rule is never lowered. */
static enum severity configured(const struct catalogue_config *config,
				const struct rule *rule, enum severity severity)
{
	enum severity out = severity;

	for (size_t i = 0; i < config->severities.count; i++) {
		const struct severity_of *said =
			list_at(&config->severities, struct severity_of, i);

		if (said->rule && strcmp(said->rule, rule->slug) == 0)
			out = severity_of_level(said->level, out);
	}
	return (rule->flags & RULE_LOCKED) && out < severity ? severity : out;
}

/* A note: of what a draft misses, and of what came too late before gk was in use. */
static bool is_note(const struct catalogue_config *config, const struct rule *rule,
		    const struct finding_about *about)
{
	if (!about)
		return false;
	if ((rule->flags & RULE_DRAFT) && about->draft)
		return true;
	return (rule->flags & RULE_TIME) && date_is_set(about->formed) &&
	       date_compare(about->formed, config->since) < 0;
}

void check_settle(const struct catalogue *catalogue, struct date today,
		  struct findings *findings, struct findings *waived)
{
	size_t kept = 0;

	for (size_t i = 0; i < findings->count; i++) {
		struct finding finding = findings->items[i];
		const struct rule *rule = &rules[finding.rule];

		if (finding.severity == SEVERITY_OFF)
			continue;
		finding.severity = configured(catalogue->config, rule,
					      word_severity(&finding, rule->severity));
		if (finding.severity > SEVERITY_INFO &&
		    is_note(catalogue->config, rule, finding.about))
			finding.severity = SEVERITY_INFO;
		if (finding.severity == SEVERITY_OFF)
			continue;
		finding.waiver = waiver_of(&finding, today);
		if (!finding.waiver)
			findings->items[kept++] = finding;
		else if (waived)
			findings_push(waived, &finding);
	}
	findings->count = kept;
}
