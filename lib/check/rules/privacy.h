/*
 * Personal data in what is public (个人信息保护法; 条例 Art 15).
 *
 * None of them prints a number whole: %1 is masked.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_PRIVACY_H
#define GK_CHECK_RULES_PRIVACY_H

#define RULES_PRIVACY(RULE)                                                              \
	/* %1 masked number */                                                           \
	RULE(PRIVACY_IDENTITY, "privacy-identity", ERROR, PRIVACY, RULE_LOCKED,          \
	     N_("an identity number stands in what is public: %1"),                      \
	     N_("take it out, or put stars for the day of birth and what follows"),      \
	     N_("With an identity number anybody can pass for the person.  No posting "  \
		"needs it, and no exception lifts this: not punishment, not the "        \
		"person's "                                                              \
		"consent."),                                                             \
	     "个人信息保护法第二十五条、第二十八条")                                     \
	/* %1 masked number */                                                           \
	RULE(PRIVACY_MOBILE, "privacy-mobile", ERROR, PRIVACY, RULE_LOCKED,              \
	     N_("a mobile number stands in what is public: %1"),                         \
	     N_("take it out or mask it (138****1234); a contact on duty is declared "   \
		"with "                                                                  \
		"persons: {data: exception, exception: duty}, a number of the office "   \
		"with "                                                                  \
		"allow: in catalogue.yaml"),                                             \
	     N_("Lists that are posted bring the people in them calls from swindlers.  " \
		"A "                                                                     \
		"telephone on duty may stand, where the record says that it is one."),   \
	     "个人信息保护法第二十五条")                                                 \
	/* %1 masked number */                                                           \
	RULE(PRIVACY_BANK_CARD, "privacy-bank-card", ERROR, PRIVACY, RULE_LOCKED,        \
	     N_("a bank card number stands in what is public: %1"),                      \
	     N_("take it out; the list needs the name, the sum and the village"),        \
	     N_("Accounts are sensitive data.  No posting needs them, and no exception " \
		"lifts this."),                                                          \
	     "个人信息保护法第二十五条、第二十八条")                                     \
	/* %1 place without the door */                                                  \
	RULE(PRIVACY_ADDRESS, "privacy-address", WARNING, PRIVACY, RULE_LOCKED,          \
	     N_("a home address to the door stands in what is public: %1"),              \
	     N_("stop at the village or the group; an address of an office goes to "     \
		"allow: "                                                                \
		"in catalogue.yaml"),                                                    \
	     N_("Village and group are enough for neighbours to check a list.  Where "   \
		"the "                                                                   \
		"law orders the address, or it is consented to, persons: says so."),     \
	     "个人信息保护法第六条、第二十五条")                                         \
	/* %1 masked address */                                                          \
	RULE(PRIVACY_MAIL, "privacy-mail", WARNING, PRIVACY, RULE_LOCKED,                \
	     N_("a private mail address stands in what is public: %1"),                  \
	     N_("name the mail of the office; if this is it, add it to allow: in "       \
		"catalogue.yaml"),                                                       \
	     N_("A mail box at a public provider is mostly a person's."),                \
	     "个人信息保护法第二十五条")                                                 \
	/* %1 masked plate */                                                            \
	RULE(PRIVACY_PLATE, "privacy-plate", WARNING, PRIVACY, RULE_LOCKED,              \
	     N_("a plate number stands in what is public: %1"),                          \
	     N_("take it out; where a law orders the disclosure, say persons: {data: "   \
		"exception, exception: mandatory}; a car of the office goes to allow:"), \
	     N_("A plate leads to its owner."), "个人信息保护法第二十五条")              \
	/* %1 head of the column */                                                      \
	RULE(PRIVACY_COLUMN, "privacy-column", ERROR, PRIVACY, RULE_LOCKED,              \
	     N_("the table has a column of personal data: %1"),                          \
	     N_("leave the column out, or mask what stands in it"),                      \
	     N_("Dates of birth, addresses and numbers of papers tell more than a "      \
		"posting "                                                               \
		"needs: a name, the village, the ground and the sum."),                  \
	     "个人信息保护法第六条、第二十五条")                                         \
	/* %1 head of the column */                                                      \
	RULE(PRIVACY_HEALTH, "privacy-health", ERROR, PRIVACY, RULE_LOCKED,              \
	     N_("the table says who is ill or disabled: %1"),                            \
	     N_("leave the column out; the kind of help says enough"),                   \
	     N_("Health is sensitive data, and no posting of help needs the illness or " \
		"the degree of disability."),                                            \
	     "个人信息保护法第二十八条")                                                 \
	/* %1 head of the column */                                                      \
	RULE(PRIVACY_MINOR, "privacy-minor", WARNING, PRIVACY, RULE_LOCKED,              \
	     N_("the table names children: %1"),                                         \
	     N_("leave the names out, or name the guardian, or mask them (张某)"),       \
	     N_("All data of children under fourteen are sensitive, and minors have a "  \
		"right to be protected from being singled out."),                        \
	     "个人信息保护法第二十八条、第三十一条；未成年人保护法第四条")               \
	/* %1 count */                                                                   \
	RULE(PRIVACY_MORE, "privacy-more", INFO, PRIVACY, RULE_LOCKED,                   \
	     N_("and %1 more of the same kind in this record"),                          \
	     N_("mend them all; this is the first that is not listed by itself"),        \
	     N_("A list with thousands of numbers is one mistake: the first ones are "   \
		"shown, the rest is counted."),                                          \
	     "")

#endif
