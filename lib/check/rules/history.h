/*
 * What may not happen between a commit and its parents.
 *
 * The last argument of each is the commit, or "" where there is none yet.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_HISTORY_H
#define GK_CHECK_RULES_HISTORY_H

#define HISTORY_FLAGS (RULE_LOCKED | RULE_STEP)

#define RULES_HISTORY(RULE)                                                              \
	/* %1 id, %2 path, %3 commit */                                                  \
	RULE(RECORD_GONE, "record-gone", ERROR, HISTORY, HISTORY_FLAGS,                  \
	     N_("%1 was committed and is gone%3"),                                       \
	     N_("get it back (git checkout REVISION -- %2), then gk void %1 --reason "   \
		"TEXT"),                                                                 \
	     N_("What has a number is never deleted: who asks for it later must find "   \
		"why it is void.  Else the number could be given again."),               \
	     "")                                                                         \
	/* %1 id, %2 new id, %3 commit */                                                \
	RULE(ID_CHANGED, "id-changed", ERROR, HISTORY, HISTORY_FLAGS,                    \
	     N_("%1 became %2 and left nothing behind%3"),                               \
	     N_("leave {id: %1, moved-to: %2} where it stood"),                          \
	     N_("Letters, boards and reports name the old number; it must lead to the "  \
		"new one."),                                                             \
	     "")                                                                         \
	/* %1 id, %2 commit */                                                           \
	RULE(ID_REUSED, "id-reused", ERROR, HISTORY, HISTORY_FLAGS,                      \
	     N_("the number %1 was given a second time%2"),                              \
	     N_("put back what stood here, and let gk add give the new record a number " \
		"of its own"),                                                           \
	     N_("A number names one record for good, also one that was voided or "       \
		"renumbered."),                                                          \
	     "")                                                                         \
	/* %1 id, %2 commit */                                                           \
	RULE(STUB_ALTERED, "stub-altered", ERROR, HISTORY, HISTORY_FLAGS,                \
	     N_("what is left of %1 was altered%2"),                                     \
	     N_("put it back: when, by whom and why a number was voided stays as it "    \
		"was "                                                                   \
		"said"),                                                                 \
	     N_("The stub is the only proof of what happened to the number."), "")       \
	/* %1 new id, %2 commit */                                                       \
	RULE(MOVED_NOWHERE, "moved-nowhere", ERROR, HISTORY, HISTORY_FLAGS,              \
	     N_("it moved to %1, where no such record is%2"),                            \
	     N_("commit both ends of the move together, or put the record back"),        \
	     N_("A record that is renumbered goes on under its new number, with all "    \
		"that "                                                                  \
		"happened to it."),                                                      \
	     "")                                                                         \
	/* %1 date, %2 act label, %3 commit */                                           \
	RULE(EVENT_REWRITTEN, "event-rewritten", ERROR, HISTORY, HISTORY_FLAGS,          \
	     N_("the event of %1 (%2) is gone or was altered%3"),                        \
	     N_("put it back as it was; what has to be corrected is a new event"),       \
	     N_("Events are the proof of what was cleared, published and reviewed, and " \
		"when."),                                                                \
	     "")                                                                         \
	/* %1 date, %2 act label, %3 commit */                                           \
	RULE(EVENT_ORDER, "event-order", ERROR, HISTORY, HISTORY_FLAGS,                  \
	     N_("the event of %1 (%2) was put elsewhere%3"),                             \
	     N_("keep the order that the events had, or put all of them in order of "    \
		"date"),                                                                 \
	     N_("Events that change places cannot be merged, and nobody sees what was "  \
		"added."),                                                               \
	     "")                                                                         \
	/* %1 date, %2 day of the commit, %3 commit */                                   \
	RULE(EVENT_BACKDATED, "event-backdated", WARNING, HISTORY,                       \
	     HISTORY_FLAGS | RULE_TIME,                                                  \
	     N_("the event of %1 was entered on %2 and does not say so%3"),              \
	     N_("add recorded: {date: %2, by: NAME, proof: TEXT} to the event"),         \
	     N_("Dates are never forged: what is entered long afterwards says when, by " \
		"whom and on what proof.  Forged dates of publication are a single "     \
		"veto of "                                                               \
		"inspections."),                                                         \
	     "国办秘函〔2019〕19号")                                                     \
	/* %1 label before, %2 label now, %3 commit */                                   \
	RULE(ATTRIBUTE_UNREVIEWED, "attribute-unreviewed", ERROR, HISTORY,               \
	     HISTORY_FLAGS, N_("it was %1 and is %2 now, and nothing says why%3"),       \
	     N_("gk review-exempt records the decision; what is not disclosed any more " \
		"needs disclosure.ground.reason"),                                       \
	     N_("How open something is changes by a decision that somebody answers "     \
		"for."),                                                                 \
	     "条例第十七条、第十八条")                                                   \
	/* %1 year, %2 commit */                                                         \
	RULE(YEAR_LOCKED, "year-locked", ERROR, HISTORY, HISTORY_FLAGS,                  \
	     N_("the report of %1 was handed in, and this changes what it counted%2"),   \
	     N_("add an entry to corrections: in reports/%1.yaml in the same commit"),   \
	     N_("The figures of a report that was handed in and published must be "      \
		"those "                                                                 \
		"of the records, or say what was corrected."),                           \
	     "条例第四十九条、第五十条")

#endif
