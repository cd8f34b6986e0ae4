/*
 * Taking records along: the standard catalogue as a sheet, tables, JSON, SQLite.
 *
 * What leaves the office is made from struct public_record; what is internal is written
 * only when it is asked for.  The same commit and options give the same bytes.  Records are
 * read and written one at a time.
 *
 * Layer: report.
 */
#ifndef GK_REPORT_EXPORT_H
#define GK_REPORT_EXPORT_H

#include "base/date.h"
#include "base/file.h"
#include "record/kind.h"
#include "store/index.h"

struct catalogue;

enum export_format {
	EXPORT_XLSX,
	EXPORT_CSV,
	EXPORT_JSON,
	EXPORT_NDJSON,
	EXPORT_SQLITE,
	EXPORT_FORMAT_COUNT
};

struct export_options {
	enum export_format format;
	const struct kind *const *kinds; /* XLSX, CSV: one */
	size_t kind_count;
	struct index_query query; /* state, filters; its kind is not looked at */
	bool internal;            /* all fields of all records */
	bool edit;      /* XLSX, CSV: a table to be changed and read back; internal */
	bool one_sheet; /* the standard catalogue: not a sheet a field */
	bool all;       /* items that are suspended or cancelled too */
	const char
		*encoding; /* CSV: "GBK", "GB18030"; NULL: UTF-8 with a byte order mark */
	struct date day;   /* of the commit; stands in the file */
	const char *commit; /* id; NULL without git */
	const char *helper; /* program that writes XLSX */
	enum file_sync sync;
};

/* Where it goes: to a file, whole or not at all; or, without a path, piece by piece to a function. */
struct export_target {
	const char *path;
	int (*write)(void *payload, const char *bytes, size_t len, struct error *err);
	void *payload;
};

struct export_result {
	size_t records;
	size_t sheets;      /* of XLSX */
	size_t unpublished; /* of the records that can be published */
	size_t withheld;    /* left out because they may not leave the office */
	size_t dormant;     /* left out because they are suspended or cancelled */
	size_t faulty;      /* what could not be read of them is not in the file */
};

/** Whether a format can go to a function. */
bool export_can_stream(enum export_format format);

/** ERR_LIMIT and ERR_SYNTAX name the record and the field that the format cannot hold. */
int export_run(struct catalogue *catalogue, struct index *index,
	       const struct export_options *options, const struct export_target *target,
	       struct export_result *result, struct error *err) gk_must_use;

#endif
