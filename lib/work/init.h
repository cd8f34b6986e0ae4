/*
 * A new catalogue: a repository, catalogue.yaml, the office itself, its first channels, and a
 * second repository for what holds people's data.
 *
 * Layer: work.
 */
#ifndef GK_WORK_INIT_H
#define GK_WORK_INIT_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/list.h"

struct init_options {
	const char *dir;
	const char *name;
	const char *short_name;
	const char *code;
	int level; /* enum office_level */
	bool private_store;
	bool dry_run;
	struct date today;
	const char *author; /* NULL: from git's configuration */
	int64_t time;
	int zone;
};

struct init_result {
	struct strings paths; /* made, from `dir` */
};

/**
 * Make it.  A directory that holds a catalogue already, or lies inside one, is refused; other files in it
 * stay as they are.  Inside a repository the catalogue becomes a folder of that repository.
 */
int init_catalogue(struct arena *arena, const struct init_options *options,
		   struct init_result *result, struct error *err) gk_must_use;

#endif
