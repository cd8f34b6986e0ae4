#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/backup_private.h"
#include "store/beneath.h"
#include "store/durable.h"
#include "store/git_program.h"

/* A store on its way back. */
struct returning {
	const char *target;  /* where it is to be, absolute; NULL: there is none */
	const char *scratch; /* a folder of our own on the same disk */
	const char *repo;    /* in there, until all is well */
	const char *head;
	const char *from; /* what its references begin with in the bundle */
	const char
		*detached; /* the one that keeps the commit at which HEAD stands itself */
	bool placed;
};

struct restore {
	struct arena *arena;
	const struct restore_options *options;
	struct restore_result *out;
	const char *file; /* absolute */
	struct list refs; /* struct bundle_ref */
	const char *all;  /* a bare repository with everything */
	struct backup_note note;
	struct returning catalogue;
	struct returning private_store;
};

static const char *join(struct restore *r, const char *dir, const char *name)
{
	auto_buf path = BUF_INIT;

	path_join(&path, dir, name);
	return buf_dup(&path, r->arena);
}

/* ---- the places ---- */

static int in_the_way(const char *dir, struct error *err)
{
	return error_set(err, ERR_DENIED, tr("'%s' is there already: name a new folder"),
			 dir);
}

/* Nothing, or an empty folder. */
static int check_free(const char *dir, struct error *err)
{
	struct stat st;

	if (lstat(dir, &st) < 0)
		return errno == ENOENT ? 0 : error_errno(err, "%s", dir);
	if (!S_ISDIR(st.st_mode))
		return in_the_way(dir, err);
	if (rmdir(dir) < 0)
		return errno == ENOTEMPTY || errno == EEXIST
			       ? in_the_way(dir, err)
			       : error_errno(err, "%s", dir);
	return 0;
}

/* An absolute path without . and .., of what need not be there yet. */
static const char *settle(struct restore *r, const char *path)
{
	auto_buf out = BUF_INIT;

	for (const char *part = path; *part;) {
		size_t len = strcspn(part, "/");

		if (len == 2 && strncmp(part, "..", 2) == 0) {
			const char *last = strrchr(out.s, '/');

			buf_truncate(&out, last ? (size_t)(last - out.s) : 0);
		} else if (len > 0 && !(len == 1 && *part == '.')) {
			buf_addf(&out, "/%.*s", (int)len, part);
		}
		part += len + (part[len] == '/');
	}
	return out.len ? buf_dup(&out, r->arena) : "/";
}

static int find_target(struct restore *r, struct error *err)
{
	const char *dir = r->options->dir;
	char *here = *dir == '/' ? NULL : beneath_real(".");

	if (*dir != '/' && !here)
		return error_errno(err, "%s", dir);
	r->catalogue.target = settle(r, here ? join(r, here, dir) : dir);
	free(here);
	return 0;
}

static const char *parent_of(struct restore *r, const char *path)
{
	return arena_strndup(r->arena, path, (size_t)(path_base(path) - path));
}

static int prepare(struct restore *r, struct returning *store, const char *beside,
		   struct error *err)
{
	if (check_free(store->target, err) < 0)
		return store == &r->private_store && err->code == ERR_DENIED
			       ? error_set(
					 err, ERR_DENIED,
					 tr("'%s', where the private store of the backup "
					    "belongs, is there already: restore into a "
					    "new folder at another place"),
					 store->target)
			       : -1;
	if (file_make_dirs(parent_of(r, beside), err) < 0 ||
	    backup_scratch(beside, r->arena, &store->scratch, err) < 0)
		return -1;
	store->repo = join(r, store->scratch, "store");
	return file_make_dirs(store->repo, err);
}

static bool lies_in(const char *path, const char *dir)
{
	size_t len = strlen(dir);

	return strncmp(path, dir, len) == 0 && path[len] == '/';
}

static int prepare_private(struct restore *r, struct error *err)
{
	struct returning *store = &r->private_store;
	const char *root = join(r, r->catalogue.target, r->note.folder);
	const char *path = r->note.private_path;

	if (!path)
		return 0;
	store->target = settle(r, *path == '/' ? path : join(r, root, path));
	store->head = r->note.private_head;
	store->from = BACKUP_PRIVATE;
	store->detached = BACKUP_PRIVATE_HEAD;
	if (strcmp(store->target, r->catalogue.target) == 0)
		return in_the_way(store->target, err);
	/* One kept inside the catalogue's folder gets its place when that has its own. */
	return prepare(r, store,
		       lies_in(store->target, r->catalogue.target) ? r->catalogue.target
								   : store->target,
		       err);
}

/* ---- a store ---- */

static bool is_of(const struct returning *store, const char *name)
{
	bool own = strncmp(name, BACKUP_PRIVATE, strlen(BACKUP_PRIVATE)) == 0;

	if (strcmp(store->from, BACKUP_PRIVATE) == 0)
		return own;
	return !own && strncmp(name, BACKUP_OWN, strlen(BACKUP_OWN)) != 0 &&
	       strncmp(name, "refs/", 5) == 0;
}

/* Through the bare repository, so that neither store gets objects of the other. */
static int fetch(const struct restore *r, const struct returning *store,
		 struct error *err)
{
	const bool whole = strcmp(store->from, BACKUP_PRIVATE) != 0;
	const char *const refs[2][3] = {
		{ "+" BACKUP_PRIVATE "*:refs/*", NULL, NULL },
		{ "+refs/*:refs/*", "^" BACKUP_OWN "*", "^" BACKUP_PRIVATE "*" },
	};
	/* No log: it would tell of a folder that is gone. */
	const char *const args[] = { "-C",
				     store->repo,
				     "-c",
				     "core.logAllRefUpdates=false",
				     "fetch",
				     "--quiet",
				     "--update-head-ok",
				     "--no-write-fetch-head",
				     "--no-tags",
				     r->all,
				     refs[whole][0],
				     refs[whole][1],
				     refs[whole][2],
				     NULL };

	return git_program(args, err);
}

static int set_head(const struct restore *r, const struct returning *store,
		    git_repository *repo, struct error *err)
{
	const char *const args[] = { "-C",
				     store->repo,
				     "fetch",
				     "--quiet",
				     "--no-write-fetch-head",
				     "--no-tags",
				     r->all,
				     store->detached,
				     NULL };
	git_oid id;

	if (strncmp(store->head, "refs/", 5) == 0)
		return git_repository_set_head(repo, store->head) < 0
			       ? error_git(err, "HEAD")
			       : 0;
	if (git_program(args, err) < 0)
		return -1;
	if (git_oid_fromstr(&id, store->head) < 0 ||
	    git_repository_set_head_detached(repo, &id) < 0)
		return error_git(err, "HEAD");
	return 0;
}

/* Every reference of the backup stands where it stood. */
static int compare(const struct restore *r, const struct returning *store,
		   git_repository *repo, size_t *count, struct error *err)
{
	*count = 0;
	for (size_t i = 0; i < r->refs.count; i++) {
		const struct bundle_ref *ref = list_at(&r->refs, struct bundle_ref, i);
		auto_buf name = BUF_INIT;
		char hex[OID_HEX_SIZE];
		git_oid id;

		if (!is_of(store, ref->name))
			continue;
		buf_addf(&name, "refs/%s", ref->name + strlen(store->from));
		if (git_reference_name_to_id(&id, repo, name.s) < 0 ||
		    strcmp(git_oid_tostr(hex, sizeof(hex), &id), ref->oid) != 0)
			return error_set(err, ERR_EXTERNAL, tr("%s is not as it was"),
					 name.s);
		(*count)++;
	}
	return 0;
}

static int fill(struct restore *r, struct returning *store, size_t *count,
		struct error *err)
{
	const char *const checkout[] = { "-C",      store->repo, "reset",
					 "--quiet", "--hard",    NULL };
	auto_repository *repo = NULL;
	bool any = false;

	if (git_repository_init(&repo, store->repo, /* is_bare */ 0) < 0)
		return error_git(err, "%s", store->target);
	for (size_t i = 0; i < r->refs.count && !any; i++)
		any = is_of(store, list_at(&r->refs, struct bundle_ref, i)->name);
	if ((any && fetch(r, store, err) < 0) || set_head(r, store, repo, err) < 0)
		return -1;
	if (git_repository_head_unborn(repo) == 0 && git_program(checkout, err) < 0)
		return -1;
	return compare(r, store, repo, count, err);
}

/* ---- the catalogue ---- */

static int check_catalogue(struct restore *r, struct error *err)
{
	const char *root = join(r, r->catalogue.repo, r->note.folder);
	const struct source_options where = { .dir = root };
	struct catalogue *catalogue = NULL;

	if (!file_exists(join(r, root, "catalogue.yaml")))
		return error_set(err, ERR_SYNTAX, tr("%s holds no catalogue.yaml"),
				 r->options->file);
	if (catalogue_open(&where, &catalogue, err) < 0)
		return -1;
	r->out->private_missing = catalogue->config->private_ && !r->note.private_path;
	catalogue_free(catalogue);
	return 0;
}

static int read_note(struct restore *r, struct error *err)
{
	const char *oid = bundle_find(&r->refs, BACKUP_NOTE);
	auto_repository *all = NULL;

	if (git_repository_open_bare(&all, r->all) < 0)
		return error_git(err, "%s", r->all);
	return note_read(all, oid, r->arena, &r->note, err);
}

static int read_drafts(struct restore *r, struct error *err)
{
	struct backup_drafts drafts = { .folder = join(r, r->catalogue.repo,
						       ".git/gk/drafts") };
	auto_repository *all = NULL;

	if (git_repository_open_bare(&all, r->all) < 0)
		return error_git(err, "%s", r->all);
	if (note_read_drafts(all, bundle_find(&r->refs, BACKUP_NOTE), &drafts, err) < 0)
		return -1;
	r->out->drafts = drafts.count;
	return 0;
}

/* ---- in place ---- */

static int place(struct restore *r, struct returning *store, struct error *err)
{
	if (!store->target)
		return 0;
	if (file_make_dirs(parent_of(r, store->target), err) < 0)
		return -1;
	if (rename(store->repo, store->target) < 0)
		return error_errno(err, tr("cannot write '%s'"), store->target);
	store->placed = true;
	return durable_dir(parent_of(r, store->target), FILE_SYNC, err);
}

/* It goes with the scratch folder. */
static void take_back(const struct returning *store)
{
	if (store->placed)
		(void)rename(store->target, store->repo);
}

/* Into the catalogue's folder, before that gets its place. */
static int place_inside(struct restore *r, struct error *err)
{
	const char *rest = r->private_store.target + strlen(r->catalogue.target) + 1;
	struct returning inside = r->private_store;

	inside.target = join(r, r->catalogue.repo, rest);
	return place(r, &inside, err);
}

/* The catalogue last: where it stands, all is there, whatever stops this. */
static int place_both(struct restore *r, struct error *err)
{
	struct returning *other = &r->private_store;

	bool inside = other->target && lies_in(other->target, r->catalogue.target);

	if ((inside ? place_inside(r, err) : place(r, other, err)) == 0 &&
	    place(r, &r->catalogue, err) == 0)
		return 0;
	/* All or nothing. */
	take_back(&r->catalogue);
	take_back(other);
	return -1;
}

static int bring_back(struct restore *r, struct error *err)
{
	r->all = join(r, r->catalogue.scratch, "all.git");
	if (bare_make(r->all, err) < 0 ||
	    bare_fetch(r->all, r->file, r->options->file, &r->refs, err) < 0 ||
	    read_note(r, err) < 0)
		return -1;
	r->catalogue.head = r->note.head;
	r->catalogue.from = "refs/";
	r->catalogue.detached = BACKUP_HEAD;
	if (prepare_private(r, err) < 0 ||
	    fill(r, &r->catalogue, &r->out->refs, err) < 0 ||
	    check_catalogue(r, err) < 0 || read_drafts(r, err) < 0)
		return -1;
	if (r->private_store.target &&
	    fill(r, &r->private_store, &r->out->private_refs, err) < 0)
		return -1;
	return place_both(r, err);
}

static int read_file(struct restore *r, struct error *err)
{
	char *real;

	if (bundle_refs(r->options->file, r->arena, &r->refs, err) < 0)
		return -1;
	if (!bundle_find(&r->refs, BACKUP_NOTE))
		return error_set(err, ERR_SYNTAX,
				 tr("%s was not made by gk backup: git clone reads it"),
				 r->options->file);
	real = beneath_real(r->options->file);
	if (!real)
		return error_errno(err, tr("cannot read '%s'"), r->options->file);
	r->file = arena_strdup(r->arena, real);
	free(real);
	return 0;
}

static int run(struct restore *r, struct error *err)
{
	int rc;

	if (read_file(r, err) < 0 || find_target(r, err) < 0)
		return -1;
	rc = prepare(r, &r->catalogue, r->catalogue.target, err);
	if (rc == 0)
		rc = bring_back(r, err);
	if (r->catalogue.scratch)
		rc = backup_sweep(r->catalogue.scratch, rc, err);
	return r->private_store.scratch ? backup_sweep(r->private_store.scratch, rc, err)
					: rc;
}

int backup_restore(const struct restore_options *options, struct arena *arena,
		   struct restore_result *out, struct error *err)
{
	struct restore r = { .arena = arena, .options = options, .out = out };
	int rc;

	*out = (struct restore_result){ 0 };
	git_start();
	rc = run(&r, err);
	git_stop();
	if (rc < 0)
		return -1;
	out->root = *r.note.folder ? join(&r, r.catalogue.target, r.note.folder)
				   : r.catalogue.target;
	out->private_root = r.private_store.target;
	out->made = r.note.made;
	out->hook = r.note.hook;
	return 0;
}
