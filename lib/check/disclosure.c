#include <string.h>

#include "base/utf8.h"
#include "check/check_private.h"
#include "law/citation.h"
#include "law/ground.h"
#include "law/limit.h"
#include "record/disclosure.h"
#include "record/document.h"
#include "record/item.h"

/* The facts behind a ground, in characters (fields: 不少于10个字). */
enum { REASON_LEAST = 10 };

/* The revised regulation (国务院令第711号) is in force from this day; 492 was the one of 2007. */
static const struct date revision = { .year = 2019, .month = 5, .day = 15 };
enum { DECREE_2007 = 492 };
#define DECREE_IN_FORCE "国务院令第711号"

static const char *choice_label(const struct within *w, const struct choices *choices,
				int value)
{
	const struct choice *choice = choice_of(choices, value);

	return choice ? arg_label(w->out->arena, choice->zh, choice->en) : "";
}

static const char *attribute_label(const struct within *w, const struct disclosure *d)
{
	return choice_label(w, &disclosure_attributes, d->attribute);
}

static bool wants_ground(const struct disclosure *d)
{
	return d->attribute == ATTRIBUTE_EXEMPT || d->attribute == ATTRIBUTE_ON_REQUEST;
}

/* Whether it says where in a law: an article, or the number of a document. */
static bool names_article(const struct within *w, const char *basis)
{
	struct citation citation;
	const char *from = strstr(basis, "第");

	if (citation_parse(w->out->arena, basis, &citation) &&
	    (citation.article > 0 || citation.has_number))
		return true;
	/* 条例第十六条: a short name is as good here as one in 《》. */
	return from && strstr(from, "条");
}

static void check_reason(const struct within *w, const struct disclosure *d,
			 const struct ground *ground)
{
	const char *reason = d->ground.reason;

	if (!ground->needs_reason && d->attribute != ATTRIBUTE_ON_REQUEST)
		return;
	if (is_misread(w->record, "disclosure.ground.reason"))
		return;
	if (!reason || utf8_count(reason, strlen(reason)) < REASON_LEAST)
		FIND0(w->out, RULE_GROUND_REASON, w->record, &d->ground.reason);
}

/* The day from which the decision not to disclose is looked at; items are of today. */
static bool is_after_revision(const struct within *w)
{
	struct date formed;

	if (w->record->kind != &document_kind)
		return true;
	formed = RECORD(w->record, struct document)->formed;
	return date_compare(formed, revision) >= 0;
}

static void check_basis(const struct within *w, const struct disclosure *d)
{
	const char *basis = d->ground.basis;
	struct citation citation;

	if (is_misread(w->record, "disclosure.ground.basis"))
		return;
	if (!basis || !names_article(w, basis))
		FIND0(w->out, RULE_GROUND_BASIS, w->record, &d->ground.basis);
	if (basis && is_after_revision(w) &&
	    citation_parse(w->out->arena, basis, &citation) &&
	    citation.decree == DECREE_2007)
		FIND(w->out, RULE_GROUND_OLD, w->record, &d->ground.basis, basis,
		     DECREE_IN_FORCE);
}

static void check_ground(const struct within *w, const struct disclosure *d)
{
	const char *code = choice_code(&disclosure_grounds, d->ground.code);
	const struct ground *ground = code ? ground_find(code) : NULL;
	unsigned int use =
		d->attribute == ATTRIBUTE_EXEMPT ? GROUND_EXEMPT : GROUND_ON_REQUEST;

	if (!ground) {
		if (!is_misread(w->record, "disclosure.ground.code"))
			FIND(w->out, RULE_GROUND_MISSING, w->record, &d->ground.code,
			     attribute_label(w, d));
		return;
	}
	if (!(ground->use & use))
		FIND(w->out, RULE_GROUND_UNFIT, w->record, &d->ground.code, ground->code,
		     attribute_label(w, d));
	check_basis(w, d);
	check_reason(w, d, ground);
}

/* What was left out of a paper that is released in part has its ground. */
static bool is_partial(const struct within *w)
{
	return w->record->kind == &document_kind &&
	       RECORD(w->record, struct document)->mark == MARK_PARTIAL;
}

static void check_attribute(const struct within *w, const struct disclosure *d)
{
	if (d->attribute == ATTRIBUTE_UNSET) {
		if (!is_misread(w->record, "disclosure.attribute"))
			FIND0(w->out, RULE_ATTRIBUTE_MISSING, w->record, &d->attribute);
		return;
	}
	if (wants_ground(d))
		check_ground(w, d);
	else if (d->attribute == ATTRIBUTE_PROACTIVE && d->ground.code != GROUND_UNSET &&
		 !is_partial(w))
		FIND0(w->out, RULE_GROUND_USELESS, w->record, &d->ground.code);
}

/* A third party that agrees leaves nothing to withhold on its account. */
static void check_agreement(const struct within *w, const struct document *document)
{
	if (document->third_party.reply == THIRD_PARTY_AGREES)
		FIND0(w->out, RULE_THIRD_PARTY_AGREES, w->record,
		      &document->third_party.reply);
}

/* Arts 15 and 32: the third party is asked before its interest is the ground. */
static void check_third_party(const struct within *w, const struct document *document)
{
	const char *code =
		choice_code(&disclosure_grounds, document->disclosure.ground.code);
	const struct ground *ground = code ? ground_find(code) : NULL;

	if (!ground || !ground->third_party || !wants_ground(&document->disclosure) ||
	    is_misread(w->record, "third-party"))
		return;
	if (!date_is_set(document->third_party.asked) &&
	    !document->third_party.public_interest)
		FIND0(w->out, RULE_THIRD_PARTY, w->record, &document->third_party.asked);
	check_agreement(w, document);
}

/* Which attribute a mark stands for; one released in part fits those that are given out. */
static bool mark_fits(int mark, int attribute)
{
	switch ((enum mark)mark) {
	case MARK_RELEASE:
		return attribute == ATTRIBUTE_PROACTIVE;
	case MARK_ON_REQUEST:
		return attribute == ATTRIBUTE_ON_REQUEST;
	case MARK_WITHHOLD:
		return attribute == ATTRIBUTE_EXEMPT || attribute == ATTRIBUTE_STAFF_ONLY;
	case MARK_PARTIAL:
	case MARK_UNMARKED:
	case MARK_UNSET:
		return true;
	}
	return true;
}

/*
 * The mark that the text itself bears: a line of its own, as （此件公开发布）.  Where a sentence
 * speaks of marks it is none.
 */
static int printed_mark(const struct within *w, const char *body)
{
	static const char word[] = "此件";
	const char *at = body;

	while (at && (at = strstr(at, word)) != NULL) {
		const char *line = at;
		const char *end = at + strcspn(at, "\r\n");
		const char *start;
		size_t len;
		int mark;

		while (line > body && line[-1] != '\n')
			line--;
		start = utf8_trim(line, (size_t)(end - line), &len);
		if (len > 2 * strlen("（") && strncmp(start, "（", strlen("（")) == 0) {
			start += strlen("（");
			len -= strlen("（") + strlen("）");
		}
		mark = choice_find(&document_marks,
				   arena_strndup(w->out->arena, start, len), true);
		if (mark != MARK_UNSET)
			return mark;
		at = end;
	}
	return MARK_UNSET;
}

static void check_mark(const struct within *w, const struct document *document)
{
	const struct disclosure *d = &document->disclosure;
	int printed = printed_mark(w, document->body);

	if (d->attribute != ATTRIBUTE_UNSET && !mark_fits(printed, d->attribute))
		FIND(w->out, RULE_MARK_ATTRIBUTE, w->record, &document->body,
		     choice_label(w, &document_marks, printed), attribute_label(w, d));

	if (d->attribute != ATTRIBUTE_UNSET && !mark_fits(document->mark, d->attribute))
		FIND(w->out, RULE_MARK_ATTRIBUTE, w->record, &document->mark,
		     choice_label(w, &document_marks, document->mark),
		     attribute_label(w, d));
}

static void check_limit(const struct within *w, const struct item *item)
{
	struct limit limit;

	if (!item->limit)
		return;
	limit = limit_parse(w->out->arena, item->limit);
	if (limit.kind == LIMIT_UNREADABLE)
		FIND(w->out, RULE_LIMIT_UNREADABLE, w->record, &item->limit, item->limit);
	else if (!limit_is_lawful(&limit))
		FIND(w->out, RULE_LIMIT_LONG, w->record, &item->limit, item->limit);
}

void check_disclosure(const struct within *w)
{
	if (!has_disclosure(w->record->kind))
		return;
	check_attribute(w, disclosure_of(w->record->common));
	if (w->record->kind == &document_kind) {
		check_third_party(w, RECORD(w->record, struct document));
		check_mark(w, RECORD(w->record, struct document));
	} else if (w->record->kind == &item_kind) {
		check_limit(w, RECORD(w->record, struct item));
	}
}
