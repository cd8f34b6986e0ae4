#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "check/check_private.h"
#include "record/document.h"
#include "record/report.h"
#include "record/state.h"

static bool ends_with(const char *text, size_t len, const char *end)
{
	size_t n = strlen(end);

	return len >= n && memcmp(text + len - n, end, n) == 0;
}

/* 关于印发《…工作方案（试行）》的通知 → …工作方案: bytes of the title that are left. */
static size_t core_length(const char *title)
{
	static const char *const tails[] = {
		"的通知", "》",       "”",      "（试行）",   "(试行)",        "（暂行）",
		"(暂行)", "（修订）", "(修订)", "（修订稿）", "（征求意见稿）"
	};
	size_t len;
	bool cut = true;

	(void)utf8_trim(title, strlen(title), &len);
	while (cut) {
		cut = false;
		for (size_t i = 0; i < ARRAY_LEN(tails); i++) {
			if (!ends_with(title, len, tails[i]))
				continue;
			len -= strlen(tails[i]);
			cut = true;
		}
	}
	return len;
}

/* What in the title says that it binds nobody outside, or nobody again and again; NULL: nothing. */
static const char *telling_word(const char *title)
{
	static const char *const anywhere[] = { "转发", "任免", "任职", "免职",
						"任命", "表彰", "召开", "领导小组",
						"放假", "值班" };
	static const char *const at_end[] = { "要点", "方案", "计划", "总结", "批复",
					      "请示", "通报", "纪要", "会议", "报告" };
	size_t len = core_length(title);

	for (size_t i = 0; i < ARRAY_LEN(anywhere); i++)
		if (strstr(title, anywhere[i]))
			return anywhere[i];
	for (size_t i = 0; i < ARRAY_LEN(at_end); i++)
		if (ends_with(title, len, at_end[i]))
			return at_end[i];
	return NULL;
}

static bool is_unfit_form(int form)
{
	return form == FORM_APPROVAL || form == FORM_PETITION || form == FORM_REPORT ||
	       form == FORM_LETTER || form == FORM_MINUTES || form == FORM_CIRCULAR ||
	       form == FORM_BILL;
}

/* 国办发〔2018〕37号: what is normative, and what is not by its nature. */
static void check_title(const struct within *w, const struct document *document)
{
	const struct choice *form = choice_of(&official_forms, document->form);
	const char *word = document->title ? telling_word(document->title) : NULL;

	if (word)
		FIND(w->out, RULE_NORMATIVE_TITLE, w->record, &document->normative.is,
		     word);
	else if (is_unfit_form(document->form))
		FIND(w->out, RULE_NORMATIVE_TITLE, w->record, &document->normative.is,
		     arg_label(w->out->arena, form->zh, form->en));
}

static void check_proof(const struct within *w, const struct document *document)
{
	static const char *const keys[] = { "registration", "legal-review" };
	const struct field *table = kind_field(&document_kind, "normative", false);

	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		const struct field *field = fields_find(table->sub, keys[i], false);

		if (field_is_set(field, &document->normative))
			continue;
		FIND(w->out, RULE_NORMATIVE_UNPROVEN, w->record, &document->normative.is,
		     arg_label(w->out->arena, field->zh, field->en), field->key);
	}
}

/* Whether it still holds depends on the day. */
static void claim_force(const struct within *w, const struct document *document)
{
	char iso[DATE_ISO_SIZE];

	if (document->force == FORCE_IN_FORCE &&
	    date_is_set(document->normative.valid_until))
		FIND(w->claims, RULE_VALIDITY_OVER, w->record, &document->force,
		     date_iso(document->normative.valid_until, iso));
	if (document->force == FORCE_NOT_YET && date_is_set(document->effective))
		FIND(w->claims, RULE_FORCE_PENDING, w->record, &document->force,
		     date_iso(document->effective, iso));
}

static void check_document(const struct within *w, const struct document *document)
{
	if (document->normative.is == ANSWER_YES) {
		check_title(w, document);
		check_proof(w, document);
	}
	claim_force(w, document);
	if (document->force == FORCE_REPEALED &&
	    !last_event(&document->common, ACT_REPEAL))
		FIND0(w->out, RULE_REPEAL_MISSING, w->record, &document->force);
}

/* ---- 规章 ---- */

static bool may_make_regulations(int level)
{
	return level != OFFICE_TOWNSHIP && level != OFFICE_STREET &&
	       level != OFFICE_COUNTY;
}

/* 立法法 Arts 91 and 93: below the city with districts nobody makes 规章. */
static void check_regulations(const struct within *w, const struct report *report)
{
	const struct rules_made *regulation = &report->table2.regulation;
	const struct number *figures[] = { &regulation->made, &regulation->repealed,
					   &regulation->in_force };

	if (may_make_regulations(w->config->level))
		return;
	for (size_t i = 0; i < ARRAY_LEN(figures); i++)
		if (figures[i]->set && figures[i]->n != 0)
			FIND(w->out, RULE_REGULATION_UNFIT, w->record, figures[i],
			     arena_printf(w->out->arena, "%" PRId64, figures[i]->n));
}

void check_normative(const struct within *w)
{
	if (w->record->kind == &document_kind)
		check_document(w, RECORD(w->record, struct document));
	else if (w->record->kind == &report_kind)
		check_regulations(w, RECORD(w->record, struct report));
}
