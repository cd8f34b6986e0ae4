#include <string.h>

#include "base/utf8.h"
#include "check/check_private.h"
#include "law/lawbook.h"
#include "record/document.h"
#include "record/item.h"
#include "record/unit.h"
#include "store/legal.h"

/* A text that names what something rests on. */
struct basis {
	const char *text;
	const void *member;
	struct date day; /* of the decision that rests on it; no date: it holds today */
	bool is_element; /* 办事依据: it should name the article, and say something */
};

static const char *number_text(const struct within *w, int n)
{
	return arena_printf(w->out->arena, "%d", n);
}

/* How a law is named in a finding: titles in 《》. */
static const char *quoted(const struct within *w, const struct law *law)
{
	return law->title ? arena_printf(w->out->arena, "《%s》", law->title)
			  : law->number;
}

/* ---- numbers of documents ---- */

/* GB/T 9704 wants 〔〕; in bases that were copied, other brackets are everywhere. */
static void check_brackets(const struct within *w, const struct basis *basis)
{
	struct docnumber number;
	size_t from = 0;
	size_t start;
	size_t end;

	while (docnumber_find(w->out->arena, basis->text, from, &start, &end, &number)) {
		if (!number.canonical)
			FIND(w->out, RULE_NUMBER_FORM, w->record, basis->member,
			     arena_strndup(w->out->arena, basis->text + start,
					   end - start),
			     docnumber_text(w->out->arena, &number));
		from = end;
	}
}

/* ---- laws ---- */

/* Whether the decision is older than what the lawbook says of the law. */
static bool is_older(const struct basis *basis, struct date day)
{
	return date_is_set(basis->day) &&
	       (!date_is_set(day) || date_compare(basis->day, day) < 0);
}

static void judge_dead(const struct within *w, const struct basis *basis,
		       const struct law *law)
{
	const struct law *next = lawbook_successor(legal_laws(w->legal), law);
	struct date ended = law->ended;

	if (!date_is_set(ended) && next)
		ended = next->in_force;
	if (is_older(basis, ended))
		return;
	FIND(w->out, RULE_BASIS_DEAD, w->record, basis->member,
	     date_is_set(law->ended) && next && next->title && law->number &&
			     strcmp(next->title, law_name(law)) == 0
		     ? arena_printf(w->out->arena, "%s（%s）", quoted(w, law),
				    law->number)
		     : quoted(w, law),
	     next               ? quoted(w, next)
	     : law->replaced_by ? law->replaced_by
				: "");
}

static void judge_law(const struct within *w, const struct basis *basis,
		      const struct law *law, int article)
{
	if (law_is_dead(law)) {
		if (basis->is_element || !law->number || !strstr(law->number, "第492号"))
			judge_dead(w, basis, law);
	} else if (law->articles && article > law->articles &&
		   !is_older(basis, law->in_force)) {
		FIND(w->out, RULE_ARTICLE_MISSING, w->record, basis->member,
		     quoted(w, law), number_text(w, article),
		     number_text(w, law->articles));
	}
}

static bool ends_with(const char *text, const char *end)
{
	size_t len = strlen(text);

	return len >= strlen(end) && strcmp(text + len - strlen(end), end) == 0;
}

/* Of laws and regulations the article is wanted; papers are short and cited as a whole. */
static bool wants_article(const char *title, const struct law *law)
{
	if (law)
		return law->articles && !law_is_dead(law);
	return ends_with(title, "条例") ||
	       (ends_with(title, "法") && !ends_with(title, "办法"));
}

/* 第…条 in any form, as 第十、十一条. */
static bool names_article(const char *text)
{
	const char *from = strstr(text, "第");

	return from && strstr(from, "条");
}

static void judge_citation(const struct within *w, const struct basis *basis,
			   const struct citation *citation, const char *text)
{
	const struct law *law = lawbook_find(legal_laws(w->legal), citation, text);

	if (law)
		judge_law(w, basis, law, citation->last_article);
	if (basis->is_element && citation->title && !names_article(text) &&
	    wants_article(citation->title, law))
		FIND(w->out, RULE_ARTICLE_UNNAMED, w->record, basis->member,
		     arena_printf(w->out->arena, "《%s》", citation->title));
}

/* 条例第十六条, without 《》: the name that stands before the article. */
static bool judge_bare(const struct within *w, const struct basis *basis)
{
	const char *from = strstr(basis->text, "第");
	const struct law *law;
	struct citation citation;

	if (!from)
		return false;
	law = lawbook_before(legal_laws(w->legal), basis->text,
			     (size_t)(from - basis->text));
	if (!law)
		return false;
	/* Read as a citation is, with a title in its place. */
	if (citation_parse(w->out->arena, arena_printf(w->out->arena, "《-》%s", from),
			   &citation))
		judge_law(w, basis, law, citation.last_article);
	return true;
}

static bool is_vague(const char *text)
{
	static const char *const words[] = {
		"相关政策", "有关政策", "相关规定", "有关规定", "相关法律",
		"有关法律", "法律法规", "政策法规", "相关文件", "有关文件",
		"上级文件", "上级要求", "上级规定", "公开规定", "国家规定",
	};
	enum { LONGEST = 20 }; /* characters; what is longer says something besides */

	if (utf8_count(text, strlen(text)) > LONGEST)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strstr(text, words[i]))
			return true;
	return false;
}

static void check_one_basis(const struct within *w, const struct basis *basis)
{
	struct citation citation;
	size_t start = 0;
	size_t at = 0;
	bool any = false;

	if (!basis->text)
		return;
	check_brackets(w, basis);
	while (citation_next(w->out->arena, basis->text, &at, &citation)) {
		judge_citation(
			w, basis, &citation,
			arena_strndup(w->out->arena, basis->text + start, at - start));
		start = at;
		any = true;
	}
	if (!any && !judge_bare(w, basis) && basis->is_element && is_vague(basis->text))
		FIND(w->out, RULE_BASIS_VAGUE, w->record, basis->member, basis->text);
}

/* ---- where they stand ---- */

static void check_item(const struct within *w, const struct item *item)
{
	const struct strings *elements = &item->elements.basis;
	struct basis basis = { .text = item->disclosure.ground.basis,
			       .member = &item->disclosure.ground.basis };

	check_one_basis(w, &basis);
	basis = (struct basis){ .text = item->service.fee_basis,
				.member = &item->service.fee_basis };
	check_one_basis(w, &basis);
	for (size_t i = 0; i < item->discretion.count; i++) {
		const struct discretion *one =
			list_at(&item->discretion, struct discretion, i);

		basis = (struct basis){ .text = one->basis, .member = &one->basis };
		check_one_basis(w, &basis);
	}
	for (size_t i = 0; i < elements->count; i++) {
		basis = (struct basis){ .text = elements->items[i],
					.member = &elements->items[i],
					.is_element = true };
		check_one_basis(w, &basis);
	}
}

/* Arts 10 and 54: governments and departments disclose by office, others where a law says so. */
static bool needs_law(const struct unit *unit)
{
	switch ((enum unit_kind_value)unit->kind) {
	case UNIT_INNER:
	case UNIT_INSTITUTION:
	case UNIT_SERVICE_CENTRE:
	case UNIT_BRANCH:
	case UNIT_PARTY:
		return unit->subject.value == ANSWER_YES;
	case UNIT_OFFICE:
	case UNIT_VILLAGE:
	case UNIT_DEPARTMENT:
	case UNIT_ENTERPRISE:
	case UNIT_UNSET:
		return false;
	}
	return false;
}

static void check_unit(const struct within *w, const struct unit *unit)
{
	const struct basis basis = { .text = unit->subject.law,
				     .member = &unit->subject.law };

	check_one_basis(w, &basis);
	if (needs_law(unit) && !unit->subject.law)
		FIND0(w->out, RULE_SUBJECT_UNPROVEN, w->record, &unit->subject.value);
}

void check_bases(const struct within *w)
{
	if (w->record->kind == &item_kind) {
		check_item(w, RECORD(w->record, struct item));
	} else if (w->record->kind == &document_kind) {
		const struct document *document = RECORD(w->record, struct document);
		const struct basis basis = { .text = document->disclosure.ground.basis,
					     .member = &document->disclosure.ground.basis,
					     .day = document->formed };

		check_one_basis(w, &basis);
	} else if (w->record->kind == &unit_kind) {
		check_unit(w, RECORD(w->record, struct unit));
	}
}
