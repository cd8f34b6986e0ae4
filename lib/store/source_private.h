/*
 * What the parts of a source share: its struct, the list that is made, and the three
 * places that files come from.
 *
 * Layer: store; private to it.
 */
#ifndef GK_STORE_SOURCE_PRIVATE_H
#define GK_STORE_SOURCE_PRIVATE_H

#include "store/git_private.h"
#include "store/source.h"

struct folders;

struct listing {
	struct arena *arena;
	struct source_entry *items;
	size_t count;
	size_t room;
};

struct source {
	struct arena arena; /* of the texts */
	enum source_place place;
	git_repository *repo; /* NULL for a plain folder, and until source_repository() */
	git_odb *odb;         /* NULL likewise */
	git_tree *tree;       /* SOURCE_REVISION: of the catalogue's folder */
	git_index *index;     /* SOURCE_INDEX */
	int root_fd;          /* SOURCE_WORK_TREE; -1 elsewhere */
	const char *root;     /* NULL in a bare repository */
	const char *gitdir;   /* NULL for a plain folder */
	const char *
		top; /* of the work tree of a repository that plain_open() knows, else NULL */
	const char *config; /* likewise, of the user */
	bool started;       /* libgit2 */
	bool is_private;    /* as in struct source_options */
	const char *prefix;
	const char *commit; /* NULL when there is none, or it was not asked for */
	bool narrow;        /* only these are listed: */
	struct listing few;
	struct folders *folders; /* what they held before, for lists of all; else NULL */
	const char *overlay;     /* path whose file is another one; NULL: none */
	const char *overlay_bytes;
	size_t overlay_len;
};

/** A new last entry; `path` lives in the arena. */
struct source_entry *listing_add(struct listing *list, const char *path,
				 enum source_entry_type type);

enum { SOURCE_DEPTH_MAX = 32 }; /* folders in one another; a catalogue has four */

/** Whether an entry of this name is no part of a catalogue: .git, output, our temporary files. */
bool source_skips(const char *name, bool at_root);
/** Whether the name is one that records have. */
bool source_is_record_name(const char *name);
/** ERR_NOT_FOUND for a path. */
int source_no_file(const char *path, struct error *err);

/** The entry of the file that was laid over the source's own. */
void overlay_find(const struct source *source, struct arena *arena,
		  struct source_entry *out);

/** The repository, opened when it is not yet; NULL when there is none, or it has gone bad. */
git_repository *source_repository(struct source *source);

/** Fill in `commit` from HEAD. */
void source_note_head(struct source *source);

/** Know the usual repository around `dir`; false when only libgit2 can tell. */
bool plain_open(struct source *source, const char *dir, const struct source_home *home);
/** The folder of `dir` in its work tree, "" or "catalogue/"; NULL when it is not in it. */
const char *plain_folder(struct source *source, const char *dir);

/** All below a folder: "" or "words/". */
int worktree_list(struct source *source, const char *folder, struct listing *list,
		  struct error *err) gk_must_use;
int worktree_find(struct source *source, struct arena *arena, const char *path,
		  struct source_entry *out, struct error *err) gk_must_use;

int staged_list(struct source *source, struct listing *list,
		struct error *err) gk_must_use;
int staged_find(struct source *source, struct arena *arena, const char *path,
		struct source_entry *out, struct error *err) gk_must_use;

int revision_list(struct source *source, struct listing *list,
		  struct error *err) gk_must_use;
int revision_list_folder(struct source *source, struct listing *list, const char *folder,
			 struct error *err) gk_must_use;
int revision_find(struct source *source, struct arena *arena, const char *path,
		  struct source_entry *out, struct error *err) gk_must_use;

#endif
