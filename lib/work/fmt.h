/*
 * gk fmt: files in canonical form, comments kept.
 *
 * Layer: work.
 */
#ifndef GK_WORK_FMT_H
#define GK_WORK_FMT_H

#include "work/work.h"

enum fmt_outcome { FMT_SAME, FMT_CHANGED, FMT_LEFT };

/* Told of each file that is not as it should be; `why` of FMT_LEFT. */
typedef void (*fmt_fn)(void *payload, const char *path, enum fmt_outcome outcome,
		       const struct error *why);

struct fmt_counts {
	size_t files;
	size_t changed;
	size_t left; /* with faults, or in a form that cannot be changed safely */
};

struct fmt_request {
	const struct strings *paths; /* files or folders below the root; none: all */
	bool check;                  /* write nothing */
	fmt_fn fn;
	void *payload;
};

/**
 * Bring the files of records into canonical form.  Files are replaced one by one and nothing
 * is committed: what they say does not change.
 */
int work_fmt(struct work *work, const struct fmt_request *request, struct fmt_counts *out,
	     struct error *err) gk_must_use;

#endif
