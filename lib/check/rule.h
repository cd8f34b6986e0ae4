/*
 * What can be wrong with records: one list.
 *
 * A rule is a row here, a bad and a good fixture in tests/fixtures/rules/<slug>/, and
 * the code that finds it.  Slugs are stable: people put them into catalogue.yaml,
 * waivers and CI.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_RULE_H
#define GK_CHECK_RULE_H

#include "base/base.h"

enum severity { SEVERITY_OFF, SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_ERROR };

enum rule_group {
	GROUP_SHAPE,
	GROUP_ELEMENTS,
	GROUP_REFERENCES,
	GROUP_DISCLOSURE,
	GROUP_LAW,
	GROUP_PRIVACY,
	GROUP_WORDS,
	GROUP_PUBLICATION,
	GROUP_INSPECTION,
	GROUP_REVIEW,
	GROUP_REPORT,
	GROUP_HISTORY,
	GROUP_COUNT
};

enum rule_flags {
	RULE_LOCKED =
		1
		<< 0, /* privacy, secrecy, gate, history: can be neither lowered nor waived */
	RULE_DRAFT =
		1
		<< 1, /* a note while the record is a draft: what is missing may still come */
	RULE_GATE =
		1
		<< 3, /* raised by the gate of gk publish alone: what a draft lacks is no fault */
	RULE_TIME = 1 << 2, /* timeliness: a note for records formed before `since` */
	RULE_STEP =
		1
		<< 4, /* raised between a commit and its parents: no state alone breaks it */
};

struct rule {
	const char *slug; /* "field-missing" */
	enum severity severity;
	enum rule_group group;
	unsigned int flags;
	const char *
		text; /* N_(): what is wrong; %1 … %4 stand for the finding's arguments */
	const char *hint; /* N_(): how to mend it; %1 … likewise */
	const char
		*why; /* N_(): what the rule is for, in a sentence or two (gk explain) */
	const char *law; /* 条例第十二条, or "" where only gk-catalogue(5) asks for it */
};

#include "check/rules.h"

enum rule_id {
#define RULE(id, slug, severity, group, flags, text, hint, why, law) RULE_##id,
	RULES(RULE)
#undef RULE
		RULE_COUNT,
};

extern const struct rule rules[RULE_COUNT];

/** By slug; RULE_COUNT when there is none. */
enum rule_id rule_find(const char *slug);
/** The rule whose slug is nearest to what was typed, for "did you mean"; NULL when none is near. */
const struct rule *rule_nearest(const char *typed);
const char *severity_name(enum severity severity); /* "error": never translated */
const char *group_name(enum rule_group group);
const char *group_zh(enum rule_group group); /* "隐私", for who types Chinese */
/** By either name; GROUP_COUNT when there is none. */
enum rule_group group_find(const char *name);
/** What the rules of the group are about, in the language in use: a few words. */
const char *group_title(enum rule_group group);

#endif
