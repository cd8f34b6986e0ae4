/*
 * Which steps of clearance a document must pass: what catalogue.yaml says under
 * clearance-steps, read.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_CLEARANCE_H
#define GK_RECORD_CLEARANCE_H

#include "record/catalogue.h"

/**
 * The steps that a document of this type (enum document_type) must pass, as bits
 * 1u << enum clear_step.  Without clearance-steps: news first and final; others first,
 * second, final and secrecy.  Normative ones always legal besides.
 */
unsigned int clearance_steps_of(const struct catalogue_config *config, int type,
				bool normative);

/**
 * Whether a clearance holds for the digest that the record has now: it was given for it, or
 * nothing but typing and layout was corrected since, as the errata say with theirs.
 */
bool clearance_holds(const struct common *common, const struct event *cleared,
		     const char *digest);

/** Whether one person may sign both steps (enum clear_step); by default final and secrecy. */
bool clearance_same_person(const struct catalogue_config *config, int type, int a, int b);

#endif
