/*
 * Whether a file can be read as a record, and its fields as what they are.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_SHAPE_H
#define GK_CHECK_RULES_SHAPE_H

#define RULES_SHAPE(RULE)                                                                \
	/* %1 what the parser says */                                                    \
	RULE(SYNTAX, "syntax", ERROR, SHAPE, 0, N_("this is not YAML: %1"),              \
	     N_("look at this line and the one before it"),                              \
	     N_("A record that cannot be read counts nowhere: not on the site, not in "  \
		"the report."),                                                          \
	     "")                                                                         \
	RULE(TAB, "tab", ERROR, SHAPE, 0, N_("a tab indents this line"),                 \
	     N_("indent with blanks"), N_("YAML allows only blanks before a key."), "")  \
	/* %1 the sign */                                                                \
	RULE(FULL_WIDTH, "full-width-sign", ERROR, SHAPE, 0,                             \
	     N_("the full-width sign '%1' stands where YAML wants an ASCII one"),        \
	     N_("switch the input method to half width for : , [ ] { } and quotes"),     \
	     N_("Between key and value YAML knows only the ASCII colon with a blank "    \
		"behind it."),                                                           \
	     "")                                                                         \
	RULE(CONFLICT_MARKER, "conflict-marker", ERROR, SHAPE, RULE_LOCKED,              \
	     N_("a conflict of a merge was left in the file"),                           \
	     N_("keep one of the two versions and take the lines <<<<<<<, =======, "     \
		">>>>>>> away"),                                                         \
	     N_("Git writes both versions into the file when two people changed the "    \
		"same lines."),                                                          \
	     "")                                                                         \
	/* %1 GBK, UTF-16 or "" */                                                       \
	RULE(ENCODING, "encoding", ERROR, SHAPE, 0,                                      \
	     N_("the file is not UTF-8%[ but %1%]"),                                     \
	     N_("save it as UTF-8; for GBK: iconv -f GBK -t UTF-8"),                     \
	     N_("Records are UTF-8, so that every machine reads the same characters."),  \
	     "")                                                                         \
	/* %1 U+XXXX */                                                                  \
	RULE(CONTROL_CHARACTER, "control-character", ERROR, SHAPE, 0,                    \
	     N_("the control character %1 stands here"),                                 \
	     N_("delete it; it often comes from pasting"),                               \
	     N_("Control characters cannot be seen and break pages and tables."), "")    \
	RULE(CRLF, "crlf", WARNING, SHAPE, 0, N_("the lines end in CR LF"),              \
	     N_("save the file with Unix line ends (LF)"),                               \
	     N_("Mixed line ends make every line look changed."), "")                    \
	RULE(BOM, "bom", WARNING, SHAPE, 0,                                              \
	     N_("the file begins with a byte-order mark"),                               \
	     N_("save it as UTF-8 without BOM"), N_("UTF-8 needs none."), "")            \
	/* %1 the key */                                                                 \
	RULE(DUPLICATE_KEY, "duplicate-key", ERROR, SHAPE, 0,                            \
	     N_("'%1' stands here a second time"), N_("keep one of the two"),            \
	     N_("Of two values nobody can say which holds."), "")                        \
	RULE(ALIAS, "alias", ERROR, SHAPE, 0,                                            \
	     N_("the anchor or alias '%1' is not allowed"),                              \
	     N_("write the value out; begin a text with * or & inside quotes"),          \
	     N_("A record says all it says where it says it."), "")                      \
	RULE(TAG, "tag", ERROR, SHAPE, 0, N_("the YAML tag '%1' is not allowed"),        \
	     N_("take the tag away; begin a text with ! inside quotes"),                 \
	     N_("What a value is follows from its field."), "")                          \
	RULE(DOCUMENTS, "several-documents", ERROR, SHAPE, 0,                            \
	     N_("a second YAML document begins here"),                                   \
	     N_("one file is one record: take the line --- away"),                       \
	     N_("One record is one file."), "")                                          \
	RULE(KEY_NOT_TEXT, "key-not-text", ERROR, SHAPE, 0, N_("a key must be a text"),  \
	     N_("write key: value"), N_("Keys are names of fields."), "")                \
	RULE(TOO_DEEP, "too-deep", ERROR, SHAPE, 0,                                      \
	     N_("lists and groups are nested too deeply"),                               \
	     N_("no record needs more than a few levels"),                               \
	     N_("Deep nesting is an attack or a slip."), "")                             \
	RULE(TOO_LARGE, "too-large", ERROR, SHAPE, 0,                                    \
	     N_("the file is larger than a record may be"),                              \
	     N_("put long material into an attachment"),                                 \
	     N_("A record is at most 1 MiB."), "")                                       \
	RULE(EMPTY_FILE, "empty-file", ERROR, SHAPE, 0, N_("the file holds no record"),  \
	     N_("write the record, or delete the file if it was never committed"),       \
	     N_("An empty file is what a full disk or a slip leaves."), "")              \
	RULE(NOT_A_FILE, "not-a-file", ERROR, SHAPE, 0,                                  \
	     N_("this is no regular file: %1"),                                          \
	     N_("a record is a regular file; links are not followed"),                   \
	     N_("A link could lead out of the catalogue."), "")                          \
	RULE(NOT_MAPPING, "not-a-record", ERROR, SHAPE, 0,                               \
	     N_("a record is written as key: value"), N_("begin with id:"),              \
	     N_("A record is a list of fields."), "")                                    \
	/* %1 key, %2 nearest or "" */                                                   \
	RULE(FIELD_UNKNOWN, "field-unknown", ERROR, SHAPE, 0,                            \
	     N_("no field is called '%1'"),                                              \
	     N_("%[did you mean %2? %]a key of your own begins with x-"),                \
	     N_("A misspelt key would silently say nothing. Own keys begin with x-."),   \
	     "")                                                                         \
	/* %1 what it should be */                                                       \
	RULE(FIELD_TYPE, "field-type", ERROR, SHAPE, 0, N_("this should be %1"),         \
	     N_("write %1"),                                                             \
	     N_("Each field has one form, so that it can be counted and printed."), "")  \
	/* %1 text */                                                                    \
	RULE(NOT_TEXT, "not-text", WARNING, SHAPE, 0,                                    \
	     N_("YAML reads %1 as a number or a logical value, not as text"),            \
	     N_("put it in quotes: \"%1\""),                                             \
	     N_("Other programs would change it: 010 becomes 8, no becomes false."), "") \
	/* %1 the comment */                                                             \
	RULE(TEXT_CUT, "text-cut", INFO, SHAPE, 0,                                       \
	     N_("the text ends here: '%1' is a comment to YAML"),                        \
	     N_("put the whole text in quotes, if that belongs to it"),                  \
	     N_("Behind a blank, # begins a remark for who reads the file; it is not "   \
		"published."),                                                           \
	     "")                                                                         \
	/* %1 the entry, %2 as a list */                                                 \
	RULE(SEVERAL_IN_ONE, "several-in-one", INFO, SHAPE, 0, N_("'%1' is one entry"),  \
	     N_("write an entry for each: %2"),                                          \
	     N_("Search and the page's keywords go by entries; only an ASCII comma "     \
		"parts them."),                                                          \
	     "")                                                                         \
	RULE(DATE_INVALID, "date-invalid", ERROR, SHAPE, 0,                              \
	     N_("'%1' is no day%[: %2%]"), N_("write it as %3"),                         \
	     N_("Every clock starts at a date."), "")                                    \
	/* %1 text, %2 values */                                                         \
	RULE(CHOICE_INVALID, "choice-invalid", ERROR, SHAPE, 0,                          \
	     N_("'%1' is none of the values of this field"),                             \
	     N_("%[did you mean %3? %]one of: %2"),                                      \
	     N_("Only listed values can be counted."), "")                               \
	RULE(NUMBER_INVALID, "number-invalid", ERROR, SHAPE, 0,                          \
	     N_("'%1' is no number of this field"),                                      \
	     N_("write digits only, a decimal point where the field takes one"),         \
	     N_("Figures go into tables that must add up."), "")                         \
	/* %1 text, %2 label of the kind, %3 its name */                                 \
	RULE(REF_INVALID, "reference-invalid", ERROR, SHAPE, 0,                          \
	     N_("'%1' cannot be the id of a %2"),                                        \
	     N_("gk list %3 shows those there are"),                                     \
	     N_("References are ids, so that they can be checked."), "")                 \
	/* %1 characters, %2 limit */                                                    \
	RULE(TEXT_LONG, "text-too-long", ERROR, SHAPE, 0,                                \
	     N_("%1 characters are too many; %2 fit"),                                   \
	     N_("shorten it, or put the rest where it belongs (summary, body)"),         \
	     N_("Titles and summaries are printed in forms with room for so many."), "") \
	RULE(LINE_BREAK, "line-break", ERROR, SHAPE, 0,                                  \
	     N_("a line break where one line is meant"), N_("write it in one line"),     \
	     N_("The field is printed in one line of a form."), "")                      \
	/* %1 id, %2 id by the path */                                                   \
	RULE(ID_PATH, "id-path", ERROR, SHAPE, RULE_LOCKED,                              \
	     N_("%[the id '%1' does not belong at this path; %]id: %2 belongs here"),    \
	     N_("write id: %2, or move the file to where its id belongs"),               \
	     N_("The path follows from the id, so that an id can never stand for two "   \
		"records."),                                                             \
	     "")                                                                         \
	RULE(EVENT_INVALID, "event-invalid", ERROR, SHAPE, 0,                            \
	     N_("this does not belong to an event here: %1"),                            \
	     N_("events are written by gk clear, gk publish, gk review-exempt"),         \
	     N_("Events are the proof of what happened, each with its own fields."), "") \
	/* %1 path by its name or "" */                                                  \
	RULE(PATH_UNKNOWN, "path-unknown", WARNING, SHAPE, 0,                            \
	     N_("no record belongs at this path"),                                       \
	     N_("%[move it to %1; %]man gk-catalogue says where each kind lives"),       \
	     N_("A file that no rule knows is read by nobody."), "")                     \
	/* %1 rule */                                                                    \
	RULE(UNKNOWN_RULE, "rule-unknown", WARNING, SHAPE, 0,                            \
	     N_("there is no rule '%1'"),                                                \
	     N_("gk validate prints the names of rules in [ ]"),                         \
	     N_("A misspelt rule would silently lower nothing."), "")                    \
	/* %1 rule */                                                                    \
	RULE(NOT_LOWERED, "rule-locked", WARNING, SHAPE, 0,                              \
	     N_("the rule '%1' can be neither lowered nor waived"),                      \
	     N_("take this away"),                                                       \
	     N_("Privacy, secrecy, the gate and history hold in every catalogue."), "")  \
	/* %1 label of the member, %2 key */                                             \
	RULE(WAIVER_INCOMPLETE, "waiver-incomplete", WARNING, SHAPE, RULE_LOCKED,        \
	     N_("the waiver does not say its %1, and waives nothing"),                   \
	     N_("add %2:, or take the waiver away"),                                     \
	     N_("Who sets a rule aside says which one, why, on whose word and when."),   \
	     "")                                                                         \
	/* %1 rule, %2 last day */                                                       \
	RULE(WAIVER_EXPIRED, "waiver-expired", WARNING, SHAPE, RULE_LOCKED,              \
	     N_("the waiver of '%1' ended on %2"),                                       \
	     N_("mend what it waived and take it away, or have it approved anew"),       \
	     N_("A waiver is for a time; after it the rule holds again."), "")           \
	/* %1 rule */                                                                    \
	RULE(WAIVER_UNUSED, "waiver-unused", WARNING, SHAPE, RULE_LOCKED,                \
	     N_("the waiver of '%1' waives nothing"),                                    \
	     N_("take it away: what it was for is mended"),                              \
	     N_("A waiver that was forgotten would hide the next mistake."), "")         \
	/* %1 date */                                                                    \
	RULE(DATE_FUTURE, "date-future", ERROR, SHAPE, 0, N_("%1 lies in the future"),   \
	     N_("write the day on which it happened"),                                   \
	     N_("What has not happened is not recorded."), "")                           \
	RULE(ID_DOUBLE, "id-double", ERROR, SHAPE, RULE_LOCKED,                          \
	     N_("the id '%1' is also that of %2"),                                       \
	     N_("gk void one of them, and add it anew"), N_("An id is given once."), "")

#endif
