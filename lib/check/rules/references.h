/*
 * What records say of each other, and of files.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_REFERENCES_H
#define GK_CHECK_RULES_REFERENCES_H

#define RULES_REFERENCES(RULE)                                                          \
	/* %1 id, %2 label of the kind, %3 its name */                                  \
	RULE(REF_MISSING, "reference-missing", ERROR, REFERENCES, 0,                    \
	     N_("there is no %2 '%1'"), N_("gk list %3 shows those there are"),         \
	     N_("A reference to nothing leads the reader nowhere."), "")                \
	/* %1 file */                                                                   \
	RULE(ATTACHMENT_MISSING, "attachment-missing", ERROR, REFERENCES, 0,            \
	     N_("the attachment '%1' is not there"),                                    \
	     N_("put the file into attachments/%2/"),                                   \
	     N_("Inspectors open every attachment."), "检查指标")                       \
	/* %1 id */                                                                     \
	RULE(REPLACED_ONE_WAY, "replaced-one-way", WARNING, REFERENCES, 0,              \
	     N_("%1 is named as the replacement, but is itself not in force"),          \
	     N_("name the document in force"),                                          \
	     N_("Who finds a repealed paper must find the one in force."), "")          \
	/* %1 path of the other */                                                      \
	RULE(DOUBLE, "double", WARNING, REFERENCES, 0,                                  \
	     N_("%1 says the same (unit, first-level matter and title, or title and "   \
		"number)"),                                                             \
	     N_("keep one; gk void takes the other away"),                              \
	     N_("Two rows for one matter drift apart."), "")                            \
	RULE(UNIT_CLOSED, "unit-closed", WARNING, REFERENCES, 0,                        \
	     N_("the unit '%1' was dissolved on %2"), N_("name its successor %3"),      \
	     N_("Somebody must answer for the matter."), "")                            \
	/* %1 id, %2 day */                                                             \
	RULE(REF_VOID, "reference-void", ERROR, REFERENCES, 0,                          \
	     N_("%1 was voided on %2"),                                                 \
	     N_("name another record, or take the reference away"),                     \
	     N_("Of a voided record only its number is left."), "")                     \
	/* %1 old id, %2 new id */                                                      \
	RULE(REF_MOVED, "reference-moved", WARNING, REFERENCES, 0, N_("%1 is now %2"),  \
	     N_("write %2"), N_("A renumbered record is found under its new number."),  \
	     "")                                                                        \
	/* %1 name, %2 state */                                                         \
	RULE(CHANNEL_CLOSED, "channel-closed", WARNING, REFERENCES, 0,                  \
	     N_("the channel %1 is %2"), N_("name a channel that is in use"),           \
	     N_("The catalogue would send people where nothing appears any more."), "") \
	/* %1 what the record says, %2 what its events say */                           \
	RULE(FORCE_REPEAL, "force-repeal", WARNING, REFERENCES, 0,                      \
	     N_("a repeal is recorded, and the document is said to be %1"),             \
	     N_("force: repealed, or expired"),                                         \
	     N_("Who finds a repealed paper must see that it is."), "")

#endif
