/*
 * How open a record is, on what ground it is not, and who answers for it.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_DISCLOSURE_H
#define GK_CHECK_RULES_DISCLOSURE_H

#define RULES_DISCLOSURE(RULE)                                                              \
	RULE(ATTRIBUTE_MISSING, "attribute-missing", ERROR, DISCLOSURE, RULE_DRAFT,         \
	     N_("nobody has decided how this is disclosed"),                                \
	     N_("add disclosure: {attribute: proactive}, or on-request or exempt with "     \
		"its ground"),                                                              \
	     N_("Disclosure is the rule; whether it holds is decided when a paper is "      \
		"drafted."),                                                                \
	     "条例第五条、第十三条")                                                        \
	/* %1 attribute label */                                                            \
	RULE(GROUND_MISSING, "ground-missing", ERROR, DISCLOSURE, 0,                        \
	     N_("%1 needs its ground"),                                                     \
	     N_("add disclosure.ground: {code: 16-2, basis: …, reason: …}; gk explain " \
		"grounds lists them"),                                                      \
	     N_("What is not disclosed on the office's own motion must say by which "       \
		"article."),                                                                \
	     "条例第十三条至第十六条、第三十六条")                                          \
	RULE(GROUND_UNFIT, "ground-unfit", ERROR, DISCLOSURE, 0,                            \
	     N_("the ground %1 does not fit %2"),                                           \
	     N_("grounds 14 to 16 withhold; 13-R and 36-7 are for disclosure on "           \
		"request"),                                                                 \
	     N_("Disclosure on request is no withholding."), "条例第十三条、第三十六条")    \
	RULE(GROUND_SECRET, "ground-secret", ERROR, DISCLOSURE, RULE_LOCKED,                \
	     N_("a classified matter must not be in gk"),                                   \
	     N_("take the record out of the repository and tell the secrecy office; "       \
		"only counts are kept (secret-review)"),                                    \
	     N_("State secrets may not be stored or processed on machines outside the "     \
		"classified network, title and number included."),                          \
	     "保守国家秘密法第三十一条")                                                    \
	RULE(GROUND_OLD, "ground-2007", WARNING, DISCLOSURE, 0,                             \
	     N_("'%1' is a ground of the regulation of 2007"), N_("in force is %2"),        \
	     N_("The revision of 2019 has other grounds; a refusal on an old one is "       \
		"lost in court."),                                                          \
	     "条例第十四条至第十六条")                                                      \
	RULE(GROUND_BASIS, "ground-basis", WARNING, DISCLOSURE, 0,                          \
	     N_("the ground names no article"),                                             \
	     N_("add disclosure.ground.basis, as 条例第十六条第二款"),                      \
	     N_("The negative list must be well founded."), "")                             \
	RULE(GROUND_REASON, "ground-reason", ERROR, DISCLOSURE, 0,                          \
	     N_("the ground needs the facts behind it"),                                    \
	     N_("add disclosure.ground.reason, at least 10 characters"),                    \
	     N_("Where the law says 可以, the office decides and must be able to say "    \
		"why."),                                                                    \
	     "条例第十六条")                                                                \
	RULE(GROUND_USELESS, "ground-useless", WARNING, DISCLOSURE, 0,                      \
	     N_("what is disclosed has no ground for withholding"),                         \
	     N_("take disclosure.ground away, or change the attribute"),                    \
	     N_("Attribute and ground contradict each other."), "")                         \
	RULE(THIRD_PARTY, "third-party", ERROR, DISCLOSURE, RULE_DRAFT,                     \
	     N_("a third party's interest is the ground, and its opinion is not "           \
		"recorded"),                                                                \
	     N_("add third-party: {asked: DATE, reply: refuse|silent, …} or "             \
		"public-interest"),                                                         \
	     N_("The third party is asked; if it is silent the office decides."),           \
	     "条例第十五条、第三十二条")                                                    \
	RULE(THIRD_PARTY_AGREES, "third-party-agrees", WARNING, DISCLOSURE, 0,              \
	     N_("the third party agrees to disclosure, and its interest is the ground"),    \
	     N_("disclose it, or name the ground that remains"),                            \
	     N_("Who is to be protected has given it free."),                               \
	     "条例第十五条、第三十二条")                                                    \
	RULE(MARK_ATTRIBUTE, "mark-attribute", ERROR, DISCLOSURE, 0,                        \
	     N_("the paper is marked %1, the record says %2"),                              \
	     N_("correct the one that is wrong"),                                           \
	     N_("The mark follows from the attribute fixed at drafting."), "")              \
	RULE(SECRET_MARK, "secret-mark", ERROR, DISCLOSURE, RULE_LOCKED,                    \
	     N_("a mark of secrecy stands here: %1"),                                       \
	     N_("take the record out and tell the secrecy office"),                         \
	     N_("Classified papers do not exist in gk, title and number included."),        \
	     "保守国家秘密法第三十一条")                                                    \
	RULE(SUBJECT_UNFIT, "subject-unfit", ERROR, DISCLOSURE, 0,                          \
	     N_("%1 is no organ and cannot be the disclosing body"),                        \
	     N_("the disclosing body is the government or a body the law empowers; the "    \
		"inner office goes to unit:"),                                              \
	     N_("An inner office acts in the name of its government."), "条例第十条")       \
	RULE(NO_CHANNEL, "channel-missing", ERROR, DISCLOSURE, 0,                           \
	     N_("no channel of the regulation is named"),                                   \
	     N_("add a website, gazette, board, archive … to channels"),                    \
	     N_("Chat groups, leaflets and boards for staff do not discharge the "          \
		"duty."),                                                                   \
	     "条例第二十三条至第二十五条")

#endif
