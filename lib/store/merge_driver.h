/*
 * Who merges records when git does: a driver named gk in the configuration of the repository,
 * and the files that go to it in its info/attributes.  Both are this clone's alone: a driver
 * that a committed .gitattributes names would be missing everywhere else.
 *
 * Layer: store.
 */
#ifndef GK_STORE_MERGE_DRIVER_H
#define GK_STORE_MERGE_DRIVER_H

#include "base/error.h"

/** `command` is one of the shell with %O %A %B %P; `folder` the catalogue's, "" or "catalogue/". */
int merge_driver_install(const char *dir, const char *folder, const char *command,
			 struct error *err) gk_must_use;
/** Take it away; fine when it is not there. */
int merge_driver_uninstall(const char *dir, struct error *err) gk_must_use;

#endif
