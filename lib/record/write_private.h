/*
 * What the internal and the public form of a record have in common.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_WRITE_PRIVATE_H
#define GK_RECORD_WRITE_PRIVATE_H

#include "format/json.h"
#include "record/kind.h"

/** One JSON object: id, the kind's fields, the common ones, x- keys and, when wanted, events. */
void common_json(const struct kind *kind, const struct common *common, bool events,
		 struct json *json);

/** Whether two structs of one table hold the same. */
bool fields_equal(const struct fields *fields, const void *a, const void *b);

/** One entry of a list as a flow mapping on one line. */
void entry_write(const struct field *field, const void *entry, struct buf *out);

/** Key and value of a set field as record_write() has them, from the key to the end of the line. */
void member_write(const struct field *field, const void *owner, unsigned int indent,
		  struct buf *out);

#endif
