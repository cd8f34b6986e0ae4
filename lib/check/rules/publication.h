/*
 * What was published, whether it was cleared, and in time.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_PUBLICATION_H
#define GK_CHECK_RULES_PUBLICATION_H

#define RULES_PUBLICATION(RULE)                                                         \
	RULE(PUBLISHED_WITHHELD, "published-withheld", ERROR, PUBLICATION, RULE_LOCKED, \
	     N_("a record that is not disclosed proactively has been published"),       \
	     N_("withdraw the publication, or review the attribute first"),             \
	     N_("What is withheld must not stand on the site."),                        \
	     "条例第十四条至第十六条")                                                  \
	RULE(PUBLISHED_UNCLEARED, "published-uncleared", ERROR, PUBLICATION,            \
	     RULE_LOCKED | RULE_TIME, N_("published on %1 without clearance"),          \
	     N_("record the clearance that took place (gk clear --date), with its "     \
		"proof"),                                                               \
	     N_("Review comes before disclosure, item by item."),                       \
	     "条例第十七条；保守国家秘密法实施条例第四十二条")                          \
	RULE(PUBLISHED_LATE, "published-late", WARNING, PUBLICATION, RULE_TIME,         \
	     N_("published on %1; the limit ended on %2"),                              \
	     N_("nothing can mend it; publish the next one in time"),                   \
	     N_("Late disclosure is counted by inspectors."), "条例第二十六条")         \
	RULE(CLEARANCE_VOID, "clearance-void", WARNING, PUBLICATION, 0,                 \
	     N_("it was changed after the clearance of %1"),                            \
	     N_("clear it again, or record the change as an erratum"),                  \
	     N_("A clearance holds for the text it was given for."), "")                \
	RULE(CHANGED_SINCE, "changed-since-published", WARNING, PUBLICATION, 0,         \
	     N_("it was changed after the publication of %1"),                          \
	     N_("gk publish brings the site up to date"),                               \
	     N_("The site shows something else than the record."), "")

#endif
