/*
 * Where a document or item stands, read off its events: nobody types it.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_STATE_H
#define GK_RECORD_STATE_H

#include "record/kind.h"

/* 办理状态 of fields.md section 0. */
enum record_state {
	STATE_DRAFT = 1,
	STATE_CLEARING,
	STATE_RETURNED,
	STATE_CLEARED,
	STATE_REFER,
	STATE_PUBLISHED,
	STATE_WITHDRAWN,
	STATE_ARCHIVED,
	STATE_VOID /* only its number is left */
};
extern const struct choices record_states;

/** The last event of an act, or NULL. */
const struct event *last_event(const struct common *common, enum act act);
/** The state that the events tell (clearance steps still missing are lib/work's to know: passed steps count as clearing until a final one
 * passes).  Published while it can be seen anywhere; archived when taken down everywhere, or when the final verdict was not to disclose. */
enum record_state record_state(const struct common *common);

#endif
