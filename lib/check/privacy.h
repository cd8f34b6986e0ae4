/*
 * Personal data: what of it a record or the catalogue says is meant to be public, for the
 * texts of records and for attachments alike.
 *
 * Layer: check.
 */
#ifndef GK_CHECK_PRIVACY_H
#define GK_CHECK_PRIVACY_H

#include "check/rule.h"
#include "law/personal.h"
#include "record/catalogue.h"
#include "record/record.h"

/**
 * The kinds of personal data, as bits 1 << kind, that the record's `persons` says are
 * lawfully public.  duty: telephone and mail of who is on duty.  punishment (惩戒公示) and
 * mandatory (强制性信息披露): address and plate, as the law that orders it names them.
 * consent (本人单独同意): these, and telephone and mail.  Names need none of them; identity
 * numbers and bank cards are lifted by nothing (个人信息保护法 Arts 6, 28).
 */
unsigned int privacy_lifted(const struct record *record);

/** Numbers and addresses of the office itself: `allow`, its contact, the remedies'. */
struct strings privacy_allowed(struct arena *arena,
			       const struct catalogue_config *config);

/** The rule that says what kind of personal data stands there. */
enum rule_id privacy_rule(enum personal_kind kind);

/** The rule for a column of personal data; RULE_COUNT for one that is harmless by its head alone. */
enum rule_id privacy_column_rule(enum personal_column column);

/** Whether what stands in a cell of such a column is personal data and not masked. */
bool privacy_cell_is_bare(enum personal_column column, const char *cell, size_t len);

#endif
