#include "check/rule.h"

#include <string.h>

#include "base/i18n.h"

const struct rule rules[RULE_COUNT] = {
#define RULE(id, slug_, severity_, group_, flags_, text_, hint_, why_, law_) \
	[RULE_##id] = { .slug = (slug_),                                     \
			.severity = SEVERITY_##severity_,                    \
			.group = GROUP_##group_,                             \
			.flags = (flags_),                                   \
			.text = (text_),                                     \
			.hint = (hint_),                                     \
			.why = (why_),                                       \
			.law = (law_) },
	RULES(RULE)
#undef RULE
};

enum rule_id rule_find(const char *slug)
{
	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		if (strcmp(rules[id].slug, slug) == 0)
			return id;
	return RULE_COUNT;
}

const char *severity_name(enum severity severity)
{
	static const char *const names[] = { [SEVERITY_OFF] = "off",
					     [SEVERITY_INFO] = "info",
					     [SEVERITY_WARNING] = "warning",
					     [SEVERITY_ERROR] = "error" };

	return names[severity];
}

const char *group_name(enum rule_group group)
{
	static const char *const names[] = {
		[GROUP_SHAPE] = "shape",
		[GROUP_ELEMENTS] = "elements",
		[GROUP_REFERENCES] = "references",
		[GROUP_DISCLOSURE] = "disclosure",
		[GROUP_LAW] = "law",
		[GROUP_PRIVACY] = "privacy",
		[GROUP_WORDS] = "words",
		[GROUP_PUBLICATION] = "publication",
		[GROUP_INSPECTION] = "inspection",
		[GROUP_REVIEW] = "review",
		[GROUP_REPORT] = "report",
		[GROUP_HISTORY] = "history",
	};

	return group < GROUP_COUNT ? names[group] : "";
}
