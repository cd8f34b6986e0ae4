/*
 * The rules: RULE(id, slug, severity, group, flags, text, hint, why, law).
 *
 * In texts and hints %1 to %4 are the finding's arguments in the order given at the
 * rule.  Included by rule.h alone.
 */
#ifndef GK_CHECK_RULES_H
#define GK_CHECK_RULES_H

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
	RULE(DATE_INVALID, "date-invalid", ERROR, SHAPE, 0, N_("'%1' is no day"),        \
	     N_("write it as 2018-07-04"), N_("Every clock starts at a date."), "")      \
	/* %1 text, %2 values */                                                         \
	RULE(CHOICE_INVALID, "choice-invalid", ERROR, SHAPE, 0,                          \
	     N_("'%1' is none of the values of this field"), N_("one of: %2"),           \
	     N_("Only listed values can be counted."), "")                               \
	RULE(NUMBER_INVALID, "number-invalid", ERROR, SHAPE, 0,                          \
	     N_("'%1' is no number of this field"),                                      \
	     N_("write digits only, a decimal point where the field takes one"),         \
	     N_("Figures go into tables that must add up."), "")                         \
	/* %1 text, %2 kind */                                                           \
	RULE(REF_INVALID, "reference-invalid", ERROR, SHAPE, 0,                          \
	     N_("'%1' cannot be the id of a %2"), N_("gk list %2 shows them"),           \
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
	/* %1 date */                                                                    \
	RULE(DATE_FUTURE, "date-future", ERROR, SHAPE, 0, N_("%1 lies in the future"),   \
	     N_("write the day on which it happened"),                                   \
	     N_("What has not happened is not recorded."), "")                           \
	RULE(ID_DOUBLE, "id-double", ERROR, SHAPE, RULE_LOCKED,                          \
	     N_("the id '%1' is also that of %2"),                                       \
	     N_("gk void one of them, and add it anew"), N_("An id is given once."), "")

#define RULES_ELEMENTS(RULE)                                                             \
	/* %1 label */                                                                   \
	RULE(ELEMENT_MISSING, "element-missing", ERROR, ELEMENTS, 0,                     \
	     N_("the element %1 is missing"), N_("%2"),                                  \
	     N_("A disclosed matter has six elements: basis, duty, conditions, "         \
		"procedure, discipline, result. Without one of them nobody can act on "  \
		"it."),                                                                  \
	     "政务公开“六个要素”")                                                       \
	RULE(ELEMENT_EMPTY, "element-empty", ERROR, ELEMENTS, 0,                         \
	     N_("the element %1 is empty"), N_("%2"),                                    \
	     N_("An empty element says as little as a missing one."),                    \
	     "政务公开“六个要素”")                                                       \
	/* %1 label, %2 text, %3 hint */                                                 \
	RULE(ELEMENT_PLACEHOLDER, "element-placeholder", ERROR, ELEMENTS, 0,             \
	     N_("the element %1 says only '%2'"), N_("%3"),                              \
	     N_("无, 略, 待定, 同上 tell nobody anything."), "政务公开“六个要素”")       \
	/* %1 label, %2 other label */                                                   \
	RULE(ELEMENT_REPEATED, "element-repeated", WARNING, ELEMENTS, 0,                 \
	     N_("the element %1 has the same text as %2"),                               \
	     N_("say here what belongs to %1"),                                          \
	     N_("Copied text is a sign that one of the two was not thought about."), "") \
	/* %1 label */                                                                   \
	RULE(ELEMENT_DEFAULT, "element-default", ERROR, ELEMENTS, 0,                     \
	     N_("the element %1 refers to the unit's text, and the unit '%2' has none"), \
	     N_("write defaults: in the unit's file, or the text here"),                 \
	     N_("{default: unit} saves a hundred equal texts, if there is one."), "")    \
	/* %1 label */                                                                   \
	RULE(FIELD_MISSING, "field-missing", ERROR, ELEMENTS, RULE_DRAFT,                \
	     N_("%1 is missing"), N_("add %2:"),                                         \
	     N_("The field is needed for the record to be complete."), "")               \
	/* %1 label, %2 key, %3 condition */                                             \
	RULE(FIELD_NEEDED, "field-needed", ERROR, ELEMENTS, RULE_DRAFT,                  \
	     N_("%1 is missing; it is needed here: %3"), N_("add %2:"),                  \
	     N_("The law or the form asks for it in this case."), "")

#define RULES_REFERENCES(RULE)                                                        \
	/* %1 id, %2 label of the kind, %3 its name */                                \
	RULE(REF_MISSING, "reference-missing", ERROR, REFERENCES, 0,                  \
	     N_("there is no %2 '%1'"), N_("gk list %3 shows those there are"),       \
	     N_("A reference to nothing leads the reader nowhere."), "")              \
	/* %1 file */                                                                 \
	RULE(ATTACHMENT_MISSING, "attachment-missing", ERROR, REFERENCES, 0,          \
	     N_("the attachment '%1' is not there"),                                  \
	     N_("put the file into attachments/%2/"),                                 \
	     N_("Inspectors open every attachment."), "检查指标")                     \
	/* %1 id */                                                                   \
	RULE(REPLACED_ONE_WAY, "replaced-one-way", WARNING, REFERENCES, 0,            \
	     N_("%1 is named as the replacement, but is itself not in force"),        \
	     N_("name the document in force"),                                        \
	     N_("Who finds a repealed paper must find the one in force."), "")        \
	/* %1 path of the other */                                                    \
	RULE(DOUBLE, "double", WARNING, REFERENCES, 0,                                \
	     N_("%1 says the same (unit, first-level matter and title, or title and " \
		"number)"),                                                           \
	     N_("keep one; gk void takes the other away"),                            \
	     N_("Two rows for one matter drift apart."), "")                          \
	RULE(UNIT_CLOSED, "unit-closed", WARNING, REFERENCES, 0,                      \
	     N_("the unit '%1' was dissolved on %2"), N_("name its successor %3"),    \
	     N_("Somebody must answer for the matter."), "")

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
	RULE(LIMIT_UNREADABLE, "limit-unreadable", WARNING, DISCLOSURE, 0,                  \
	     N_("the limit '%1' cannot be read"),                                           \
	     N_("write it as 信息形成或者变更之日起20个工作日内"),                          \
	     N_("gk counts the days from it."), "条例第二十六条")                           \
	RULE(LIMIT_LONG, "limit-too-long", ERROR, DISCLOSURE, 0,                            \
	     N_("the limit '%1' is longer than the law allows"),                            \
	     N_("at most 20 working days; budgets and accounts 20 calendar days after "     \
		"approval"),                                                                \
	     N_("Information is disclosed within 20 working days of being formed or "       \
		"changed, unless a law says otherwise."),                                   \
	     "条例第二十六条；预算法第十四条")                                              \
	RULE(NO_CHANNEL, "channel-missing", ERROR, DISCLOSURE, 0,                           \
	     N_("no channel of the regulation is named"),                                   \
	     N_("add a website, gazette, board, archive … to channels"),                    \
	     N_("Chat groups, leaflets and boards for staff do not discharge the "          \
		"duty."),                                                                   \
	     "条例第二十三条至第二十五条")

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

#define RULES_GATE(RULE)                                                             \
	/* %1 attribute label */                                                     \
	RULE(GATE_ATTRIBUTE, "gate-attribute", ERROR, PUBLICATION,                   \
	     RULE_LOCKED | RULE_GATE, N_("%1 is not published"),                     \
	     N_("only what is proactive goes out; gk review-exempt changes it"),     \
	     N_("What is withheld or given on request must not stand on the site."), \
	     "条例第十三条至第十六条")                                               \
	/* %1 step label, %2 step code, %3 id */                                     \
	RULE(GATE_CLEARANCE, "gate-clearance", ERROR, PUBLICATION,                   \
	     RULE_LOCKED | RULE_GATE, N_("the step %1 is missing"),                  \
	     N_("gk clear %3 --step %2 --by NAME --proof paper"),                    \
	     N_("Review comes before disclosure, item by item."),                    \
	     "条例第十七条；保守国家秘密法实施条例第四十二条")                       \
	/* %1 state label */                                                         \
	RULE(GATE_STATE, "gate-state", ERROR, PUBLICATION, RULE_LOCKED | RULE_GATE,  \
	     N_("it is %1"), N_("only what is in use goes out"),                     \
	     N_("A matter that was cancelled or a record that was withdrawn is not " \
		"published anew."),                                                  \
	     "")

#define RULES_REVIEW(RULE)                                                   \
	RULE(REVIEW_OVERDUE, "review-overdue", WARNING, REVIEW, 0,           \
	     N_("the assessment of what is withheld was due on %1"),         \
	     N_("gk review-exempt %2 --decide keep|disclose|…"),             \
	     N_("What is withheld is assessed regularly and disclosed when " \
		"circumstances allow."),                                     \
	     "条例第十八条")

#define RULES_REPORT(RULE)                                                            \
	RULE(TABLE_IDENTITY, "report-identity", ERROR, REPORT, 0, N_("%1: %2 ≠ %3"),  \
	     N_("correct the figures of this column"),                                \
	     N_("The form prints the identity: rows one and two together equal rows " \
		"three and four."),                                                   \
	     "国办公开办函〔2021〕30号")

#define RULES(RULE)             \
	RULES_SHAPE(RULE)       \
	RULES_ELEMENTS(RULE)    \
	RULES_REFERENCES(RULE)  \
	RULES_DISCLOSURE(RULE)  \
	RULES_PUBLICATION(RULE) \
	RULES_GATE(RULE)        \
	RULES_REVIEW(RULE)      \
	RULES_REPORT(RULE)

#endif
