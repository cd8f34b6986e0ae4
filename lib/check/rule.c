#include "check/rule.h"

#include <string.h>

#include "base/i18n.h"
#include "base/near.h"

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

const struct rule *rule_nearest(const char *typed)
{
	size_t best = near_limit(typed);
	const struct rule *nearest = NULL;

	for (enum rule_id id = 0; id < RULE_COUNT; id++) {
		size_t distance = near_distance(rules[id].slug, typed);

		/* Of equally near ones the first wins. */
		if (distance < best || (distance == best && !nearest)) {
			best = distance;
			nearest = &rules[id];
		}
	}
	return nearest;
}

const char *severity_name(enum severity severity)
{
	static const char *const names[] = { [SEVERITY_OFF] = "off",
					     [SEVERITY_INFO] = "info",
					     [SEVERITY_WARNING] = "warning",
					     [SEVERITY_ERROR] = "error" };

	return names[severity];
}

static const struct {
	const char *name;
	const char *zh;
} groups[GROUP_COUNT] = {
	[GROUP_SHAPE] = { "shape", "格式" },
	[GROUP_ELEMENTS] = { "elements", "要素" },
	[GROUP_REFERENCES] = { "references", "引用" },
	[GROUP_DISCLOSURE] = { "disclosure", "公开属性" },
	[GROUP_LAW] = { "law", "法规" },
	[GROUP_PRIVACY] = { "privacy", "隐私" },
	[GROUP_WORDS] = { "words", "错敏词" },
	[GROUP_PUBLICATION] = { "publication", "发布" },
	[GROUP_INSPECTION] = { "inspection", "检查指标" },
	[GROUP_REVIEW] = { "review", "评估审查" },
	[GROUP_REPORT] = { "report", "年度报告" },
	[GROUP_HISTORY] = { "history", "历史记录" },
};

const char *group_name(enum rule_group group)
{
	return group < GROUP_COUNT ? groups[group].name : "";
}

const char *group_zh(enum rule_group group)
{
	return group < GROUP_COUNT ? groups[group].zh : "";
}

enum rule_group group_find(const char *name)
{
	enum rule_group group = 0;

	while (group < GROUP_COUNT && strcmp(groups[group].name, name) != 0 &&
	       strcmp(groups[group].zh, name) != 0)
		group++;
	return group;
}

const char *group_title(enum rule_group group)
{
	static const char *const titles[] = {
		[GROUP_SHAPE] = N_("the shape of files and fields"),
		[GROUP_ELEMENTS] = N_("the six elements"),
		[GROUP_REFERENCES] = N_("references between records"),
		[GROUP_DISCLOSURE] = N_("what is disclosed and what is withheld"),
		[GROUP_LAW] = N_("limits, numbers, bases and subjects by law"),
		[GROUP_PRIVACY] = N_("personal information"),
		[GROUP_WORDS] = N_("wrong words"),
		[GROUP_PUBLICATION] = N_("clearance and publication"),
		[GROUP_INSPECTION] = N_("what inspections look at"),
		[GROUP_REVIEW] = N_("reviews of what is withheld"),
		[GROUP_REPORT] = N_("the yearly report"),
		[GROUP_HISTORY] = N_("what may not happen from commit to commit"),
	};

	return group < GROUP_COUNT ? tr(titles[group]) : "";
}
