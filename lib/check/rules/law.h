/*
 * What law and official form say of limits, numbers, bases and bodies.
 *
 * Included by check/rules.h alone.
 */
#ifndef GK_CHECK_RULES_LAW_H
#define GK_CHECK_RULES_LAW_H

#define RULES_LAW(RULE)                                                                             \
	RULE(LIMIT_UNREADABLE, "limit-unreadable", WARNING, LAW, 0,                                 \
	     N_("the limit '%1' cannot be read"),                                                   \
	     N_("write it as 信息形成或者变更之日起20个工作日内"),                                  \
	     N_("gk counts the days from it."), "条例第二十六条")                                   \
	RULE(LIMIT_LONG, "limit-too-long", ERROR, LAW, 0,                                           \
	     N_("the limit '%1' is longer than the law allows"),                                    \
	     N_("at most 20 working days; budgets and accounts 20 calendar days after "             \
		"approval"),                                                                        \
	     N_("Information is disclosed within 20 working days of being formed or "               \
		"changed, unless a law says otherwise."),                                           \
	     "条例第二十六条；预算法第十四条")                                                      \
	/* %1 limit */                                                                              \
	RULE(LIMIT_BUDGET, "limit-budget", WARNING, LAW, 0,                                         \
	     N_("'%1' counts working days; budgets and accounts have 20 calendar days"),            \
	     N_("write it as 本级人民代表大会或其常务委员会批准后20日内, of a " \
		"department "                                                                       \
		"批复后20日内"),                                                                    \
	     N_("Budgets, adjustments and final accounts are published within 20 days "             \
		"of "                                                                               \
		"approval, weekends counted."),                                                     \
	     "预算法第十四条")                                                                      \
	/* %1 promised, %2 statutory */                                                             \
	RULE(PROMISE_LONG, "promise-too-long", WARNING, LAW, 0,                                     \
	     N_("%1 is promised, and the law allows only %2"),                                      \
	     N_("promise at most the statutory time, or correct the one that is wrong"),            \
	     N_("A promise shortens the time of the law; it cannot lengthen it."), "")              \
	/* %1 text, %2 as the standard writes it or "" */                                           \
	RULE(NUMBER_FORM, "number-form", WARNING, LAW, 0,                                           \
	     N_("the document number '%1' is not written by the standard"),                         \
	     N_("%[write %2; %]it is 机关代字〔年份〕序号号 in six-angle brackets, "     \
		"without 第 "                                                                      \
		"and leading zeros"),                                                               \
	     N_("A number that is written in one way is found, compared and cited."),               \
	     "GB/T 9704—2012 7.2.5")                                                                \
	/* %1 number, %2 year of the paper */                                                       \
	RULE(NUMBER_YEAR, "number-year", WARNING, LAW, 0,                                           \
	     N_("the number %1 is not of %2, the year in which the paper was formed"),              \
	     N_("correct the year of the number, or formed:"),                                      \
	     N_("The year in a document number is that of its issue."),                             \
	     "GB/T 9704—2012 7.2.5")                                                                \
	/* %1 index number */                                                                       \
	RULE(INDEX_FORM, "index-form", WARNING, LAW, 0,                                             \
	     N_("'%1' is no index number: the code of the organ is missing or it "                  \
		"cannot be "                                                                        \
		"read"),                                                                            \
	     N_("write it as 640502017/2018-41187, or leave it out: then it is the "                \
		"catalogue's code and the id"),                                                     \
	     N_("The index number is one of the four facts that the catalogue must "                \
		"give of "                                                                          \
		"each piece."),                                                                     \
	     "条例第十二条")                                                                        \
	/* %1 index number, %2 year formed */                                                       \
	RULE(INDEX_YEAR, "index-year", WARNING, LAW, 0,                                             \
	     N_("the index number %1 is neither of %2, the year of the paper, nor of "              \
		"its "                                                                              \
		"registration"),                                                                    \
	     N_("correct the year of the index number, or formed:"),                                \
	     N_("The year in an index number is that in which the information was "                 \
		"formed "                                                                           \
		"or registered."),                                                                  \
	     "")                                                                                    \
	/* %1 law, %2 article, %3 articles it has */                                                \
	RULE(ARTICLE_MISSING, "article-missing", ERROR, LAW, 0,                                     \
	     N_("%1 has %3 articles, and no Article %2"),                                           \
	     N_("look the article up in the text in force; gk explain 《title》 says "            \
		"what gk "                                                                          \
		"knows of it"),                                                                     \
	     N_("A basis that does not exist is none."), "")                                        \
	/* %1 law, %2 article, %3 articles it has */                                                \
	RULE(CITED_ARTICLE_MISSING, "cited-article-missing", WARNING, LAW, 0,                       \
	     N_("the text names Article %2 of %1, which has %3"),                                   \
	     N_("compare it with the law and with the paper as issued; if the law was "             \
		"amended since, put its edition into laws.json"),                                   \
	     N_("Only papers made here are looked at, and only laws whose edition in "              \
		"force "                                                                            \
		"on the day of the paper is known; what is cited as an older edition "              \
		"is "                                                                               \
		"left alone."),                                                                     \
	     "")                                                                                    \
	/* %1 law */                                                                                \
	RULE(ARTICLE_UNNAMED, "article-unnamed", INFO, LAW, 0,                                      \
	     N_("no article of %1 is named"),                                                       \
	     N_("add it, as 《社会救助暂行办法》第十一条"),                                         \
	     N_("Who looks for the basis should not have to read the whole law."), "")              \
	/* %1 text */                                                                               \
	RULE(BASIS_VAGUE, "basis-vague", WARNING, LAW, 0,                                           \
	     N_("'%1' names no law and no document"),                                               \
	     N_("name it: the title in 《》 with its article, or the document number"),             \
	     N_("A basis that nobody can look up proves nothing."), "")                             \
	/* %1 law, %2 what took its place or "" */                                                  \
	RULE(BASIS_DEAD, "basis-out-of-force", WARNING, LAW, 0,                                     \
	     N_("%1 is no longer in force%[; %2 took its place%]"),                                 \
	     N_("cite what is in force%[: %2%], with its article"),                                 \
	     N_("What rests on a law that is out of force is lost when it is "                      \
		"challenged."),                                                                     \
	     "")                                                                                    \
	/* %1 word or form that tells */                                                            \
	RULE(NORMATIVE_TITLE, "normative-title", WARNING, LAW, 0,                                   \
	     N_("a paper of this sort (%1) is no administrative normative document"),               \
	     N_("write normative: {is: no}"),                                                       \
	     N_("Work plans, key points, internal rules, appointments, what is "                    \
		"forwarded, "                                                                       \
		"replies and notices of meetings do not count in table two."),                      \
	     "国办发〔2018〕37号")                                                                  \
	/* %1 label of what is missing, %2 key */                                                   \
	RULE(NORMATIVE_UNPROVEN, "normative-unproven", WARNING, LAW,                                \
	     RULE_DRAFT | RULE_TIME, N_("a normative document without %1"),                         \
	     N_("add normative.%2, or write normative: {is: no}"),                                  \
	     N_("Only what passed the review of legality and was registered counts as "             \
		"normative; the justice office confirms the figure."),                              \
	     "国办发〔2018〕115号")                                                                 \
	/* %1 day */                                                                                \
	RULE(VALIDITY_OVER, "validity-over", WARNING, LAW, 0,                                       \
	     N_("it was valid until %1 and is still said to be in force"),                          \
	     N_("write force: expired, or record the extension in "                                 \
		"normative.valid-until"),                                                           \
	     N_("Who reads it must see whether it holds."), "")                                     \
	/* %1 day */                                                                                \
	RULE(FORCE_PENDING, "force-pending", WARNING, LAW, 0,                                       \
	     N_("it is said not to be in force yet, and took effect on %1"),                        \
	     N_("write force: in-force, or correct effective:"),                                    \
	     N_("Who reads it must see whether it holds."), "")                                     \
	RULE(REPEAL_MISSING, "repeal-missing", WARNING, LAW, RULE_TIME,                             \
	     N_("it is repealed, and nothing says when and by what"),                               \
	     N_("add the event {date: …, act: repeal, document: …, reason: …}"),                    \
	     N_("A repeal is an act of its own, with a day and a paper."), "")                      \
	/* %1 code */                                                                               \
	RULE(CREDIT_CODE, "credit-code", ERROR, LAW, 0,                                             \
	     N_("'%1' is no unified social credit code"),                                           \
	     N_("copy the 18 characters from the certificate; the last one follows "                \
		"from the "                                                                         \
		"others"),                                                                          \
	     N_("A mistyped code names another body, or nobody."), "GB 32100—2015")                 \
	RULE(SUBJECT_UNPROVEN, "subject-unproven", WARNING, LAW, 0,                                 \
	     N_("it may be the disclosing body, and no law is named that says so"),                 \
	     N_("write subject: {value: yes, law: …} with the article, or subject: no"),            \
	     N_("A branch, an institution or an inner office discloses in its own name "            \
		"only "                                                                             \
		"where a law, regulation or rule says so."),                                        \
	     "条例第十条、第五十四条")                                                              \
	/* %1 figure */                                                                             \
	RULE(REGULATION_UNFIT, "regulation-unfit", ERROR, LAW, 0,                                   \
	     N_("%1 regulations (规章): an office of this level makes none"),                       \
	     N_("write 0; its papers are normative documents at most"),                             \
	     N_("Regulations are made by departments of the State Council and by "                  \
		"governments "                                                                      \
		"of provinces, cities with districts and autonomous prefectures."),                 \
	     "立法法第九十一条、第九十三条")                                                        \
	/* %1 what is wrong */                                                                      \
	RULE(LAW_LIST_BROKEN, "law-list-broken", WARNING, LAW, 0,                                   \
	     N_("the office's own list of laws cannot be read: %1"),                                \
	     N_("mend laws.json; schemas/data/README.md says what it holds"),                       \
	     N_("A list that cannot be read knows no law."), "")

#endif
