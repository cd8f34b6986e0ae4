/*
 * The two trees of a site and the link that says which one readers see.
 *
 *	public -> .public-a
 *	.public-a    what readers see
 *	.public-b    there only while the next site is being built
 *
 * The link changes by one rename(2), so that a reader, and gk after being killed at
 * any moment, finds the old site or the new one.
 *
 * Layer: site.
 */
#ifndef GK_SITE_TREES_H
#define GK_SITE_TREES_H

#include "base/arena.h"
#include "base/error.h"

struct trees {
	const char *link;
	const char *current; /* path of the tree that the link names, or NULL */
	const char *next;    /* path of the other one */
	const char *temp;    /* path of the link before it is renamed */
};

/**
 * See what stands at `out`.  ERR_DENIED when it, or what stands where the next tree
 * goes, is not of gk's making.  Changes nothing.
 */
int trees_find(struct arena *arena, const char *out, struct trees *trees,
	       struct error *err) gk_must_use;
/** Remove what a killed build left and make the folder of the next tree. */
int trees_prepare(const struct trees *trees, struct error *err) gk_must_use;
/** Make the link name the next tree. */
int trees_switch(const struct trees *trees, struct error *err) gk_must_use;
/** Remove the tree that the link named before. */
int trees_remove_old(const struct trees *trees, struct error *err) gk_must_use;

#endif
