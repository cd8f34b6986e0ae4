/*
 * What lies in attachments, besides personal data: what a reader does not see, and what no
 * machine sees.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_ATTACHMENTS_H
#define GK_CHECK_RULES_ATTACHMENTS_H

#define RULES_ATTACHMENTS(RULE)                                                          \
	/* %1 name */                                                                    \
	RULE(ATTACHMENT_NAME, "attachment-name", ERROR, SHAPE, 0,                        \
	     N_("'%1' cannot be the name of an attachment"),                             \
	     N_("give the file a plain name, without folders and slashes, and write "    \
		"that"),                                                                 \
	     N_("A name that leaves the folder of its record would publish another "     \
		"file."),                                                                \
	     "")                                                                         \
	/* %1 name, %2 why no machine reads it */                                        \
	RULE(ATTACHMENT_UNCHECKED, "attachment-unreadable-unchecked", WARNING, PRIVACY,  \
	     RULE_LOCKED,                                                                \
	     N_("no program can read '%1' (%2), and nobody has looked through it"),      \
	     N_("open it, look for personal data, and write checked: {by: name, date: "  \
		"day, method: opened}"),                                                 \
	     N_("What a program cannot search must be searched by a person before it "   \
		"is made public."),                                                      \
	     "个人信息保护法第二十五条")                                                 \
	/* %1 what the reader says */                                                    \
	RULE(ATTACHMENT_DAMAGED, "attachment-damaged", ERROR, PRIVACY, RULE_LOCKED,      \
	     N_("the attachment is damaged%[ (%1)%]"),                                   \
	     N_("open it in the program that made it, save it anew, and replace it"),    \
	     N_("Inspectors open every attachment, and what cannot be opened cannot "    \
		"be searched."),                                                         \
	     "检查指标")                                                                 \
	/* %1 what is too much */                                                        \
	RULE(ATTACHMENT_TOO_LARGE, "attachment-too-large", WARNING, PRIVACY,             \
	     RULE_LOCKED,                                                                \
	     N_("the attachment cannot be looked through to its end%[ (%1)%]"),          \
	     N_("make it smaller, or divide it; or have a person look through it and "   \
		"write checked: {by, date, method}"),                                    \
	     N_("What a program cannot search must be searched by a person before it "   \
		"is made public."),                                                      \
	     "个人信息保护法第二十五条")                                                 \
	/* %1 sheet, row, column … */                                                  \
	RULE(ATTACHMENT_HIDDEN, "attachment-hidden", WARNING, PRIVACY, RULE_LOCKED,      \
	     N_("the attachment hides something that everybody can show again: %1"),     \
	     N_("show it, look at it, and take out what is not meant for the public"),   \
	     N_("Lists of persons have leaked through hidden columns more often than "   \
		"through shown ones."),                                                  \
	     "条例第十五条")                                                             \
	/* %1 what is left, %2 whose */                                                  \
	RULE(ATTACHMENT_TRACES, "attachment-traces", WARNING, PRIVACY, 0,                \
	     N_("traces of work are left in it: %1%[ (%2)%]"),                           \
	     N_("accept or reject all changes, delete comments and properties, and "     \
		"save a copy for the public; or publish a PDF"),                         \
	     N_("Drafts, remarks and names of those who worked on a paper are no part "  \
		"of it."),                                                               \
	     "条例第十六条")                                                             \
	RULE(PICTURE_POSITION, "picture-position", WARNING, PRIVACY, RULE_LOCKED,        \
	     N_("the picture says at which place on earth it was taken"),                \
	     N_("save a copy without the properties of the photograph, and replace "     \
		"it"),                                                                   \
	     N_("The place of a photograph can be the home of a person."),               \
	     "个人信息保护法第二十八条")                                                 \
	/* %1 how many */                                                                \
	RULE(ATTACHMENTS_UNSEEN, "attachments-not-inspected", WARNING, PRIVACY,          \
	     RULE_LOCKED,                                                                \
	     N_("gk-inspect is not installed beside gk: %1 public attachments were not " \
		"looked into"),                                                          \
	     N_("install gk as a whole: gk-inspect belongs into libexec/gk"),            \
	     N_("What is in attachments is as public as what is in records."),           \
	     "条例第十五条")

#endif
