#include <stdlib.h>

#include "check/check_private.h"
#include "law/creditcode.h"
#include "law/docnumber.h"
#include "law/indexnumber.h"
#include "record/document.h"
#include "record/id.h"

static const char *year_text(const struct within *w, int year)
{
	return arena_printf(w->out->arena, "%d", year);
}

/* Orders, proclamations and minutes have numbers of their own: 第3号, 2018年第5号. */
static bool may_number_otherwise(int form)
{
	switch ((enum official_form)form) {
	case FORM_RESOLUTION:
	case FORM_DECISION:
	case FORM_ORDER:
	case FORM_COMMUNIQUE:
	case FORM_PROCLAMATION:
	case FORM_PUBLIC_NOTICE:
	case FORM_BILL:
	case FORM_MINUTES:
	case FORM_NO_OFFICIAL:
	case FORM_UNSET:
		return true;
	case FORM_OPINION:
	case FORM_NOTICE:
	case FORM_CIRCULAR:
	case FORM_REPORT:
	case FORM_PETITION:
	case FORM_APPROVAL:
	case FORM_LETTER:
		return false;
	}
	return true;
}

/* What was numbered in December and signed in the first days of January is nobody's fault. */
static bool is_year_of(int year, struct date formed)
{
	return year == formed.year || (formed.month == 1 && year == formed.year - 1);
}

static void check_number(const struct within *w, const struct document *document)
{
	struct docnumber number;

	if (!document->number)
		return;
	if (!docnumber_parse(w->out->arena, document->number, &number)) {
		if (!may_number_otherwise(document->form))
			FIND(w->out, RULE_NUMBER_FORM, w->record, &document->number,
			     document->number);
		return;
	}
	if (!number.canonical)
		FIND(w->out, RULE_NUMBER_FORM, w->record, &document->number,
		     document->number, docnumber_text(w->out->arena, &number));
	if (date_is_set(document->formed) && !is_year_of(number.year, document->formed))
		FIND(w->out, RULE_NUMBER_YEAR, w->record, &document->number,
		     docnumber_text(w->out->arena, &number),
		     year_text(w, document->formed.year));
}

/* The year in which it was registered, 0 where the id does not say. */
static int registered_in(const struct document *document)
{
	const char *id = document->common.id;

	return id && id_fits(&document_kind, id) ? (int)strtol(id, NULL, 10) : 0;
}

static void check_index(const struct within *w, const struct document *document)
{
	struct indexnumber index;

	if (!document->index)
		return;
	index = indexnumber_parse(w->out->arena, document->index);
	if (index.form == INDEX_UNREADABLE || index.form == INDEX_CODE_MISSING)
		FIND(w->out, RULE_INDEX_FORM, w->record, &document->index,
		     document->index);
	/* Local forms have a year too, or a number that looks like one. */
	if (index.form == INDEX_COMMON && date_is_set(document->formed) &&
	    !is_year_of(index.year, document->formed) &&
	    index.year != registered_in(document))
		FIND(w->out, RULE_INDEX_YEAR, w->record, &document->index,
		     document->index, year_text(w, document->formed.year));
}

void check_numbers(const struct within *w)
{
	if (w->record->kind == &document_kind) {
		check_number(w, RECORD(w->record, struct document));
		check_index(w, RECORD(w->record, struct document));
	} else if (w->record->kind == &catalogue_kind) {
		const struct catalogue_config *config =
			RECORD(w->record, struct catalogue_config);

		if (config->credit_code && !credit_code_is_valid(config->credit_code))
			FIND(w->out, RULE_CREDIT_CODE, w->record, &config->credit_code,
			     config->credit_code);
	}
}
