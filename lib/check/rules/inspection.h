/*
 * What inspectors look at (检查指标, 国办秘函〔2019〕19号).
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_INSPECTION_H
#define GK_CHECK_RULES_INSPECTION_H

#define RULES_INSPECTION(RULE)                                                           \
	/* %1 name */                                                                    \
	RULE(COLUMN_BLANK, "column-blank", WARNING, INSPECTION, 0,                       \
	     N_("nothing has been published in the column %1"),                          \
	     N_("publish what belongs there, or say in an item of it that the period "   \
		"had "                                                                   \
		"nothing (none-this-period)"),                                           \
	     N_("Five blank columns fail the inspection of a site."),                    \
	     "国办秘函〔2019〕19号")                                                     \
	/* %1 name, %2 last publication, %3 day by which the next was due */             \
	RULE(COLUMN_STALE, "column-stale", WARNING, INSPECTION, 0,                       \
	     N_("the column %1 stands still since %2; it was due on %3"),                \
	     N_("publish what belongs there, or say in an item of it that the period "   \
		"had "                                                                   \
		"nothing (none-this-period)"),                                           \
	     N_("Inspectors count columns that stand still: news after two weeks, "      \
		"notices "                                                               \
		"and policies after six months (thresholds in catalogue.yaml)."),        \
	     "国办秘函〔2019〕19号")                                                     \
	/* %1 frequency, %2 last publication, %3 id */                                   \
	RULE(ITEM_STALE, "item-stale", WARNING, INSPECTION, 0,                           \
	     N_("%1 is promised, and nothing has been published since %2"),              \
	     N_("publish what is due under %3, or say that the period had nothing "      \
		"(none-this-period)"),                                                   \
	     N_("The catalogue promises how often; a whole period passed without "       \
		"anything."),                                                            \
	     "国办秘函〔2019〕19号")                                                     \
	/* %1 text */                                                                    \
	RULE(PERIOD_INVALID, "period-invalid", WARNING, INSPECTION, 0,                   \
	     N_("'%1' is no period, and what it says of it is not counted"),             \
	     N_("write it as 2018, 2018-H1, 2018-Q2 or 2018-07"),                        \
	     N_("A statement that a period had nothing keeps a column from being taken " \
		"for "                                                                   \
		"neglected."),                                                           \
	     "")                                                                         \
	/* %1 name, %2 last post, %3 day by which the next was due */                    \
	RULE(MEDIA_SILENT, "media-silent", WARNING, INSPECTION, 0,                       \
	     N_("%1 is silent since %2; a post was due on %3"),                          \
	     N_("post there and record it, or close the account; where its posts are "   \
		"not "                                                                   \
		"recorded in gk, waive this rule in the channel's record"),              \
	     N_("An account without posts for two weeks fails its inspection."),         \
	     "国办秘函〔2019〕19号")                                                     \
	/* %1 address */                                                                 \
	RULE(LINK_DEAD, "link-dead", ERROR, INSPECTION, 0,                               \
	     N_("the link '%1' leads to nothing in the catalogue"),                      \
	     N_("the page of a record is ../documents/ID.html, a file "                  \
		"../attachments/ID/NAME"),                                               \
	     N_("Inspectors follow every link."), "国办秘函〔2019〕19号")                \
	/* %1 label, %2 key */                                                           \
	RULE(GUIDE_CONTACT, "guide-contact", WARNING, INSPECTION, 0,                     \
	     N_("the guide does not say its %1"), N_("add %2:"),                         \
	     N_("Who wants to ask must know whom, where and when: the guide to "         \
		"disclosure "                                                            \
		"names office, address, hours and telephone."),                          \
	     "条例第十二条；国办秘函〔2019〕19号")

#endif
