#include "store/backup.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/i18n.h"
#include "store/backup_private.h"
#include "store/beneath.h"
#include "store/durable.h"
#include "store/git_program.h"
#include "store/hook_place.h"

struct backup {
	struct arena *arena;
	struct catalogue *catalogue;
	const struct backup_options *options;
	struct backup_result *out;
	git_repository *repo;
	git_repository *private_repo; /* NULL: there is none */
	struct list refs; /* struct bundle_ref, as they are named in the bundle */
	struct backup_note note;
	const char *place; /* of options->file, absolute */
	const char *scratch;
	const char *bare; /* the repository that sees the objects of both */
	const char *file; /* the bundle before it gets its name */
};

static const char *join(struct backup *b, const char *dir, const char *name)
{
	auto_buf path = BUF_INIT;

	path_join(&path, dir, name);
	return buf_dup(&path, b->arena);
}

/* ---- what is to be backed up ---- */

static int check_whole(git_repository *repo, struct error *err)
{
	if (git_repository_is_shallow(repo) > 0)
		return error_set(err, ERR_DENIED, "%s",
				 tr("this clone is shallow, so a backup would lack what "
				    "was before: git fetch --unshallow"));
	return 0;
}

static void keep_ref(struct backup *b, const char *name, const char *oid)
{
	*(struct bundle_ref *)list_add(b->arena, &b->refs, sizeof(struct bundle_ref)) =
		(struct bundle_ref){ .name = name, .oid = oid };
}

/* HEAD as it is written: a reference, which may be unborn, or a commit, which is then kept by `name`. */
static int read_head(struct backup *b, git_repository *repo, const char *name,
		     const char **out, struct error *err)
{
	auto_reference *head = NULL;
	char hex[OID_HEX_SIZE];

	if (git_reference_lookup(&head, repo, "HEAD") < 0)
		return error_git(err, "HEAD");
	if (git_reference_type(head) == GIT_REFERENCE_SYMBOLIC) {
		*out = arena_strdup(b->arena, git_reference_symbolic_target(head));
		return 0;
	}
	*out = arena_strdup(b->arena,
			    git_oid_tostr(hex, sizeof(hex), git_reference_target(head)));
	keep_ref(b, name, *out);
	return 0;
}

struct naming {
	struct backup *b;
	git_repository *repo;
	const char *prefix; /* in place of refs/ */
	size_t count;
};

static int add_ref(const char *name, void *payload)
{
	struct naming *naming = payload;
	struct backup *b = naming->b;
	char hex[OID_HEX_SIZE];
	git_oid id;

	/* refs/gk… are names of the backup's own; one that leads nowhere has nothing to keep. */
	if (strncmp(name, BACKUP_OWN, strlen(BACKUP_OWN)) == 0 ||
	    strncmp(name, BACKUP_PRIVATE, strlen(BACKUP_PRIVATE)) == 0 ||
	    git_reference_name_to_id(&id, naming->repo, name) < 0)
		return 0;
	keep_ref(b,
		 arena_printf(b->arena, "%s%s", naming->prefix, name + strlen("refs/")),
		 arena_strdup(b->arena, git_oid_tostr(hex, sizeof(hex), &id)));
	naming->count++;
	return 0;
}

static int add_refs(struct backup *b, git_repository *repo, const char *prefix,
		    size_t *count, struct error *err)
{
	struct naming naming = { .b = b, .repo = repo, .prefix = prefix };

	if (git_reference_foreach_name(repo, add_ref, &naming) < 0)
		return error_git(err, "%s", git_repository_path(repo));
	*count = naming.count;
	return 0;
}

/* What differs from the last commit stays behind: it is told. */
static int find_dirty(struct backup *b, git_repository *repo, struct strings *out,
		      struct error *err)
{
	git_status_options options;
	git_status_list *list = NULL;

	if (git_repository_is_bare(repo))
		return 0;
	if (git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION) < 0)
		return error_git(err, tr("cannot compare with what git has"));
	options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED |
			GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS |
			GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
	if (git_status_list_new(&list, repo, &options) < 0)
		return error_git(err, tr("cannot compare with what git has"));
	for (size_t i = 0; i < git_status_list_entrycount(list); i++) {
		const git_status_entry *entry = git_status_byindex(list, i);
		const git_diff_delta *delta = entry->index_to_workdir
						      ? entry->index_to_workdir
						      : entry->head_to_index;

		if (delta)
			strings_add(b->arena, out,
				    arena_strdup(b->arena, delta->new_file.path));
	}
	git_status_list_free(list);
	return 0;
}

/* ---- the private store ---- */

static int open_private(struct backup *b, const char *root, struct error *err)
{
	char *real = beneath_real(root);
	auto_buf folder = BUF_INIT;
	int rc = git_open(root, GIT_OPEN_PLAIN, &b->private_repo, err);

	if (rc == 0 && real && git_folder(b->private_repo, real, &folder) && folder.len)
		rc = strcmp(git_repository_commondir(b->private_repo),
			    git_repository_commondir(b->repo)) == 0
			     ? 1
			     : error_set(err, ERR_DENIED,
					 tr("the private store %s is a folder of another "
					    "repository: it has to be one of its own"),
					 root);
	free(real);
	return rc;
}

static int find_private(struct backup *b, struct error *err)
{
	const char *said = b->catalogue->config->private_;
	const char *root = catalogue_private_root(b->catalogue);
	int rc;

	if (!said || !*said || b->options->without_private)
		return 0;
	if (!root)
		return error_set(err, ERR_NOT_FOUND,
				 tr("the private store %s is not here: bring it, or "
				    "--without-private"),
				 said);
	rc = open_private(b, root, err);
	if (rc < 0)
		return -1;
	if (rc > 0) {
		/* Kept inside, it goes along as part of the catalogue. */
		git_repository_free(b->private_repo);
		b->private_repo = NULL;
		return 0;
	}
	b->note.private_path = said;
	b->out->private_root = root;
	if (check_whole(b->private_repo, err) < 0 ||
	    read_head(b, b->private_repo, BACKUP_PRIVATE_HEAD, &b->note.private_head,
		      err) < 0 ||
	    find_dirty(b, b->private_repo, &b->out->private_dirty, err) < 0)
		return -1;
	return add_refs(b, b->private_repo, BACKUP_PRIVATE, &b->out->private_refs, err);
}

/* ---- the catalogue ---- */

static bool has_hook(struct backup *b)
{
	const char *dir = git_repository_workdir(b->repo);
	struct hook_place place;
	struct error unknown;
	auto_buf text = BUF_INIT;

	return dir && hook_place_find(dir, b->arena, &place, &unknown) == 0 &&
	       file_read(join(b, place.dir, "pre-commit"), 1 << 20, &text, &unknown) ==
		       0 &&
	       strstr(text.s, "gk hook run pre-commit");
}

static int check_committed(struct backup *b, struct error *err)
{
	const char *folder = source_prefix(b->catalogue->source);
	auto_object *head = NULL;
	auto_object *file = NULL;
	auto_buf path = BUF_INIT;

	buf_addf(&path, "%scatalogue.yaml", folder);
	if (git_revparse_single(&head, b->repo, "HEAD") < 0)
		return error_set(err, ERR_NOT_FOUND, "%s",
				 tr("nothing is committed yet: run gk save first"));
	if (git_object_lookup_bypath(&file, head, path.s, GIT_OBJECT_BLOB) < 0)
		return error_set(err, ERR_NOT_FOUND,
				 tr("%s is not committed yet: run gk save %s first"),
				 "catalogue.yaml", "catalogue.yaml");
	return 0;
}

static int find_catalogue(struct backup *b, struct error *err)
{
	const char *folder = source_prefix(b->catalogue->source);
	size_t len = strlen(folder);
	char iso[DATE_ISO_SIZE];

	if (check_whole(b->repo, err) < 0 || check_committed(b, err) < 0 ||
	    read_head(b, b->repo, BACKUP_HEAD, &b->note.head, err) < 0 ||
	    find_dirty(b, b->repo, &b->out->dirty, err) < 0)
		return -1;
	b->note.format = BACKUP_FORMAT;
	b->note.made = arena_strdup(b->arena, date_iso(b->options->date, iso));
	b->note.folder = arena_strndup(b->arena, folder, len ? len - 1 : 0);
	b->note.hook = has_hook(b);
	b->out->lfs = file_is_dir(join(b, git_repository_commondir(b->repo), "lfs"));
	return add_refs(b, b->repo, "refs/", &b->out->refs, err);
}

/* ---- where it goes ---- */

static bool lies_in(const char *path, const char *dir)
{
	char *real = dir ? beneath_real(dir) : NULL;
	size_t len = real ? strlen(real) : 0;
	bool inside = real && strncmp(path, real, len) == 0 && path[len] == '/';

	free(real);
	return inside;
}

static int check_outside(const struct backup *b, git_repository *repo, struct error *err)
{
	const char *path = b->place;

	if (!repo || (!lies_in(path, git_repository_workdir(repo)) &&
		      !lies_in(path, git_repository_path(repo)) &&
		      !lies_in(path, git_repository_commondir(repo))))
		return 0;
	return error_set(err, ERR_DENIED,
			 tr("'%s' lies in what is to be backed up: name a place outside, "
			    "best on another disk"),
			 b->options->file);
}

static int check_place(struct backup *b, struct error *err)
{
	const char *file = b->options->file;
	const char *base = path_base(file);
	const char *dir =
		base > file ? arena_strndup(b->arena, file, (size_t)(base - file)) : ".";
	char *real = beneath_real(dir);
	const char *path;

	if (!real)
		return error_set(err, ERR_NOT_FOUND, tr("there is no folder '%s'"), dir);
	path = join(b, real, base);
	free(real);
	if (!*base || file_is_dir(file))
		return error_set(err, ERR_DENIED, tr("'%s' is a folder: name a file"),
				 file);
	b->place = path;
	if (check_outside(b, b->repo, err) < 0)
		return -1;
	if (file_exists(file) && !b->options->force)
		return error_set(err, ERR_DENIED,
				 tr("'%s' is there already: another name, or --force"),
				 file);
	return 0;
}

/* ---- writing ---- */

static void add_alternate(git_repository *repo, struct buf *out)
{
	buf_addf(out, "%sobjects\n", git_repository_commondir(repo));
}

static int write_bare(struct backup *b, struct error *err)
{
	auto_buf alternates = BUF_INIT;
	auto_buf refs = BUF_INIT;
	auto_buf head = BUF_INIT;

	add_alternate(b->repo, &alternates);
	if (b->private_repo)
		add_alternate(b->private_repo, &alternates);
	for (size_t i = 0; i < b->refs.count; i++) {
		const struct bundle_ref *ref = list_at(&b->refs, struct bundle_ref, i);

		buf_addf(&refs, "%s %s\n", ref->oid, ref->name);
	}
	buf_addf(&head, "%s%s\n", strncmp(b->note.head, "refs/", 5) == 0 ? "ref: " : "",
		 b->note.head);
	if (bare_make(b->bare, err) < 0 ||
	    file_write(join(b, b->bare, "HEAD"), head.s, head.len, FILE_FAST, err) < 0 ||
	    file_write(join(b, b->bare, "packed-refs"), refs.s, refs.len, FILE_FAST,
		       err) < 0)
		return -1;
	return file_write(join(b, b->bare, "objects/info/alternates"), alternates.s,
			  alternates.len, FILE_FAST, err);
}

static int write_note(struct backup *b, struct error *err)
{
	struct backup_drafts drafts = { .folder = join(b, git_repository_path(b->repo),
						       "gk/drafts") };
	auto_repository *bare = NULL;
	char hex[OID_HEX_SIZE];
	git_oid id;

	if (git_repository_open_bare(&bare, b->bare) < 0)
		return error_git(err, "%s", b->bare);
	if (note_write(bare, &b->note, b->options->time, &drafts, &id, err) < 0)
		return -1;
	b->out->drafts = drafts.count;
	keep_ref(b, BACKUP_NOTE,
		 arena_strdup(b->arena, git_oid_tostr(hex, sizeof(hex), &id)));
	return 0;
}

static int write_bundle(struct backup *b, struct error *err)
{
	const char *const args[] = { "--git-dir", b->bare, "bundle", "create",
				     "--quiet",   b->file, "--all",  NULL };

	if (git_program(args, err) < 0)
		return error_wrap(err, "%s", b->options->file);
	return 0;
}

/* A backup that nobody has read back is none. */
static int read_back(struct backup *b, struct error *err)
{
	const char *check = join(b, b->scratch, "check.git");
	struct list refs = { 0 };

	if (bundle_refs(b->file, b->arena, &refs, err) < 0 || bare_make(check, err) < 0)
		return -1;
	return bare_fetch(check, b->file, b->options->file, &b->refs, err);
}

static int put_in_place(struct backup *b, struct error *err)
{
	auto_fd fd = open(b->file, O_RDONLY | O_CLOEXEC);
	struct stat st;

	if (fd < 0 || fchmod(fd, S_IRUSR | S_IWUSR) < 0 || fstat(fd, &st) < 0 ||
	    durable_fd(fd, FILE_SYNC) < 0)
		return error_errno(err, tr("cannot write '%s'"), b->options->file);
	b->out->bytes = st.st_size;
	return durable_move(b->file, b->options->file, FILE_SYNC, err);
}

static int write_all(struct backup *b, struct error *err)
{
	b->bare = join(b, b->scratch, "all.git");
	b->file = join(b, b->scratch, "bundle");
	if (write_bare(b, err) < 0 || write_note(b, err) < 0 ||
	    write_bundle(b, err) < 0 || read_back(b, err) < 0)
		return -1;
	return put_in_place(b, err);
}

static int run(struct backup *b, struct error *err)
{
	const char *gitdir = source_gitdir(b->catalogue->source);
	int rc;

	if (!gitdir)
		return error_set(err, ERR_NOT_FOUND,
				 tr("'%s' is not in a git repository"),
				 source_root(b->catalogue->source));
	if (git_open(gitdir, GIT_OPEN_PLAIN, &b->repo, err) < 0 ||
	    check_place(b, err) < 0 || find_catalogue(b, err) < 0 ||
	    find_private(b, err) < 0 || check_outside(b, b->private_repo, err) < 0 ||
	    backup_scratch(b->options->file, b->arena, &b->scratch, err) < 0)
		return -1;
	rc = write_all(b, err);
	return backup_sweep(b->scratch, rc, err);
}

int backup_write(struct catalogue *catalogue, const struct backup_options *options,
		 struct arena *arena, struct backup_result *out, struct error *err)
{
	struct backup b = {
		.arena = arena, .catalogue = catalogue, .options = options, .out = out
	};
	int rc;

	*out = (struct backup_result){ 0 };
	git_start();
	rc = run(&b, err);
	git_repository_free(b.repo);
	git_repository_free(b.private_repo);
	git_stop();
	return rc;
}
