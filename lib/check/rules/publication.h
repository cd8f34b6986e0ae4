/*
 * What was published, whether it was cleared, and in time.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_PUBLICATION_H
#define GK_CHECK_RULES_PUBLICATION_H

#define RULES_PUBLICATION(RULE)                                                          \
	RULE(PUBLISHED_WITHHELD, "published-withheld", ERROR, PUBLICATION, RULE_LOCKED,  \
	     N_("a record that is not disclosed proactively has been published"),        \
	     N_("withdraw the publication, or review the attribute first"),              \
	     N_("What is withheld must not stand on the site."),                         \
	     "条例第十四条至第十六条")                                                   \
	RULE(PUBLISHED_UNCLEARED, "published-uncleared", ERROR, PUBLICATION,             \
	     RULE_LOCKED | RULE_TIME, N_("published on %1 without clearance"),           \
	     N_("record the clearance that took place (gk clear --date), with its "      \
		"proof"),                                                                \
	     N_("Review comes before disclosure, item by item."),                        \
	     "条例第十七条；保守国家秘密法实施条例第四十二条")                           \
	RULE(PUBLISHED_LATE, "published-late", WARNING, PUBLICATION, RULE_TIME,          \
	     N_("published on %1; the limit ended on %2 (%4)"),                          \
	     N_("nothing can mend it; publish the next one in time"),                    \
	     N_("Late disclosure is counted by inspectors."), "条例第二十六条")          \
	RULE(CLEARANCE_VOID, "clearance-void", WARNING, PUBLICATION, 0,                  \
	     N_("it was changed after the clearance of %1"),                             \
	     N_("clear it again, or record the change as an erratum"),                   \
	     N_("A clearance holds for the text it was given for."), "")                 \
	RULE(CHANGED_SINCE, "changed-since-published", WARNING, PUBLICATION, 0,          \
	     N_("it was changed after the publication of %1"),                           \
	     N_("gk publish brings the site up to date"),                                \
	     N_("The site shows something else than the record."), "")                   \
	/* %2 last day, %3 id, %4 the limit and whose it is */                           \
	RULE(PUBLISHED_OVERDUE, "publication-overdue", WARNING, PUBLICATION, RULE_TIME,  \
	     N_("it is not published, and the limit ended on %2 (%4)"),                  \
	     N_("have it cleared and published: gk clear %3, gk publish %3"),            \
	     N_("What is to be disclosed appears within 20 working days of being "       \
		"formed, "                                                               \
		"or within the limit of its matter."),                                   \
	     "条例第二十六条")                                                           \
	/* %1 item, %2 its channels */                                                   \
	RULE(CHANNEL_SHORT, "channel-short", WARNING, PUBLICATION, RULE_TIME,            \
	     N_("it appeared on none of the channels of %1: %2"),                        \
	     N_("put it there and record it as a posting, or correct the channels of "   \
		"%1"),                                                                   \
	     N_("The catalogue names the channels, and at least one of them is used: a " \
		"village board reaches people whom the portal does not."),               \
	     "条例第二十三条至第二十五条")                                               \
	/* %1 published on, %2 last day, %3 id */                                        \
	RULE(INTERPRETATION_MISSING, "interpretation-missing", WARNING, PUBLICATION,     \
	     RULE_TIME, N_("its interpretation is missing; it was due on %2"),           \
	     N_("publish one and name it under interpretation.by, or an upper level's "  \
		"with "                                                                  \
		"title and address; interpretation.needed: no where none is needed"),    \
	     N_("A normative document is explained when it is published."),              \
	     "国办发〔2016〕80号")                                                       \
	/* %1 published on, %2 last day, %3 what it interprets */                        \
	RULE(INTERPRETATION_LATE, "interpretation-late", WARNING, PUBLICATION,           \
	     RULE_TIME, N_("published on %1; the interpretation of %3 was due on %2"),   \
	     N_("nothing can mend it; prepare the next one together with its document"), \
	     N_("An interpretation that comes later is read by nobody."),                \
	     "国办发〔2016〕80号")                                                       \
	/* %1 the other */                                                               \
	RULE(INTERPRETATION_ONE_WAY, "interpretation-one-way", WARNING, PUBLICATION, 0,  \
	     N_("%1 does not name this document in turn"),                               \
	     N_("name each in the other: interpretation.by in the document, interprets " \
		"in "                                                                    \
		"the interpretation"),                                                   \
	     N_("Inspectors follow the link from either side."), "检查指标")             \
	/* %1 last day, %2 id */                                                         \
	RULE(SHOW_OVER, "posting-still-up", WARNING, PUBLICATION, 0,                     \
	     N_("its time on show ended on %1, and it is still up"),                     \
	     N_("take it down, and record it: an event take-down for each channel"),     \
	     N_("A posting that names people serves until its last day; after it the "   \
		"names "                                                                 \
		"are only a harm to them."),                                             \
	     "个人信息保护法第十九条、第四十七条")                                       \
	/* %1 days on show, %2 days asked, %3 of which sort */                           \
	RULE(SHOW_SHORT, "posting-too-short", WARNING, PUBLICATION, 0,                   \
	     N_("it is on show for %1 %3, and %2 are asked"),                            \
	     N_("correct notice.from and notice.to, or post it anew for the whole "      \
		"time"),                                                                 \
	     N_("An objection within the time that was promised must still be heard."),  \
	     "")

#endif
