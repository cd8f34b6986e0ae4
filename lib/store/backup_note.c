#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/i18n.h"
#include "format/yaml.h"
#include "store/backup_private.h"

enum { NOTE_LIMIT = 1 << 16, DRAFT_LIMIT = 1 << 20 };

static const char note_name[] = "backup.yaml";
static const char drafts_name[] = "drafts";

static inline void drop_builder(git_treebuilder **p)
{
	git_treebuilder_free(*p);
}
#define auto_builder gk_cleanup(drop_builder) git_treebuilder

static inline void drop_dir(DIR **p)
{
	if (*p)
		(void)closedir(*p);
}
#define auto_dir gk_cleanup(drop_dir) DIR

/* ---- writing ---- */

static void add_line(struct buf *out, const char *key, const char *value)
{
	buf_addf(out, "%s: ", key);
	yaml_write_scalar(out, value, false);
	buf_addc(out, '\n');
}

static void format_note(const struct backup_note *note, struct buf *out)
{
	buf_addf(out, "format: %d\n", note->format);
	add_line(out, "made", note->made);
	if (*note->folder)
		add_line(out, "folder", note->folder);
	add_line(out, "head", note->head);
	if (note->hook)
		buf_adds(out, "hook: true\n");
	if (!note->private_path)
		return;
	add_line(out, "private-path", note->private_path);
	add_line(out, "private-head", note->private_head);
}

static int add_blob(git_repository *repo, git_treebuilder *tree, const char *name,
		    const struct buf *bytes, struct error *err)
{
	git_oid blob;

	if (git_blob_create_from_buffer(&blob, repo, bytes->s, bytes->len) < 0 ||
	    git_treebuilder_insert(NULL, tree, name, &blob, GIT_FILEMODE_BLOB) < 0)
		return error_git(err, "%s", name);
	return 0;
}

static int add_drafts(git_repository *repo, git_treebuilder *tree,
		      struct backup_drafts *drafts, struct error *err)
{
	auto_dir *dir = opendir(drafts->folder);
	const struct dirent *entry;

	/* NOLINTNEXTLINE(concurrency-mt-unsafe): nobody else reads this stream */
	while (dir && (entry = readdir(dir)) != NULL) {
		auto_buf path = BUF_INIT;
		auto_buf bytes = BUF_INIT;
		struct stat st;

		path_join(&path, drafts->folder, entry->d_name);
		if (entry->d_name[0] == '.' || lstat(path.s, &st) < 0 ||
		    !S_ISREG(st.st_mode))
			continue;
		if (file_read(path.s, DRAFT_LIMIT, &bytes, err) < 0 ||
		    add_blob(repo, tree, entry->d_name, &bytes, err) < 0)
			return -1;
		drafts->count++;
	}
	return 0;
}

static int write_tree(git_repository *repo, const struct buf *text,
		      struct backup_drafts *drafts, git_oid *out, struct error *err)
{
	auto_builder *root = NULL;
	auto_builder *below = NULL;
	git_oid tree;

	if (git_treebuilder_new(&root, repo, NULL) < 0 ||
	    git_treebuilder_new(&below, repo, NULL) < 0)
		return error_git(err, "%s", note_name);
	if (add_blob(repo, root, note_name, text, err) < 0 ||
	    add_drafts(repo, below, drafts, err) < 0)
		return -1;
	if (drafts->count > 0 && (git_treebuilder_write(&tree, below) < 0 ||
				  git_treebuilder_insert(NULL, root, drafts_name, &tree,
							 GIT_FILEMODE_TREE) < 0))
		return error_git(err, "%s", drafts_name);
	return git_treebuilder_write(out, root) < 0 ? error_git(err, "%s", note_name) : 0;
}

int note_write(git_repository *repo, const struct backup_note *note, int64_t time,
	       struct backup_drafts *drafts, git_oid *out, struct error *err)
{
	auto_buf text = BUF_INIT;
	auto_signature *who = NULL;
	auto_tree *tree = NULL;
	git_oid id;

	drafts->count = 0;
	format_note(note, &text);
	if (write_tree(repo, &text, drafts, &id, err) < 0)
		return -1;
	if (git_signature_new(&who, "gk", "gk@localhost", (git_time_t)time, 0) < 0 ||
	    git_tree_lookup(&tree, repo, &id) < 0 ||
	    git_commit_create(out, repo, BACKUP_NOTE, who, who, NULL, "gk backup\n", tree,
			      0, NULL) < 0)
		return error_git(err, "%s", note_name);
	return 0;
}

/* ---- reading ---- */

static const char *text_of(const struct yaml_tree *tree, struct arena *arena,
			   const char *key)
{
	const struct yaml_node *node = tree->root && tree->root->type == YAML_MAPPING
					       ? yaml_get(tree->root, key)
					       : NULL;

	return node && node->type == YAML_SCALAR && node->len > 0
		       ? arena_strdup(arena, node->value)
		       : NULL;
}

/* 0 when it is no number of a format. */
static int format_of(const char *text)
{
	int format = 0;

	if (!text || !*text || strlen(text) > 6 ||
	    strspn(text, "0123456789") != strlen(text))
		return 0;
	for (; *text; text++)
		format = format * 10 + (*text - '0');
	return format;
}

/* What comes from a file may lead nowhere but below the folder that is asked for. */
static bool is_folder(const char *folder)
{
	return folder[0] != '/' && strcmp(folder, "..") != 0 &&
	       strncmp(folder, "../", 3) != 0 && !strstr(folder, "/../") &&
	       (strlen(folder) < 3 || strcmp(folder + strlen(folder) - 3, "/..") != 0);
}

static int find_entry(git_repository *repo, const char *oid, const char *name,
		      git_tree_entry **out, struct error *err)
{
	auto_commit *commit = NULL;
	auto_tree *tree = NULL;
	git_oid id;

	if (git_oid_fromstr(&id, oid) < 0 || git_commit_lookup(&commit, repo, &id) < 0 ||
	    git_commit_tree(&tree, commit) < 0)
		return error_git(err, "%s", note_name);
	if (git_tree_entry_bypath(out, tree, name) < 0)
		*out = NULL;
	return 0;
}

static int read_entry(git_repository *repo, const git_tree_entry *entry, struct buf *out,
		      struct error *err)
{
	auto_odb *odb = NULL;

	if (git_repository_odb(&odb, repo) < 0)
		return error_git(err, "%s", git_tree_entry_name(entry));
	return git_read_blob(odb, git_tree_entry_id(entry), git_tree_entry_name(entry),
			     out, err);
}

int note_read(git_repository *repo, const char *oid, struct arena *arena,
	      struct backup_note *out, struct error *err)
{
	auto_tree_entry *entry = NULL;
	auto_buf bytes = BUF_INIT;
	struct yaml_tree tree;
	const char *text;

	if (find_entry(repo, oid, note_name, &entry, err) < 0 ||
	    (entry && read_entry(repo, entry, &bytes, err) < 0))
		return -1;
	text = buf_dup(&bytes, arena);
	yaml_parse(arena, text, bytes.len < NOTE_LIMIT ? bytes.len : 0, &tree);
	*out = (struct backup_note){
		.format = format_of(text_of(&tree, arena, "format")),
		.made = text_of(&tree, arena, "made"),
		.folder = text_of(&tree, arena, "folder"),
		.head = text_of(&tree, arena, "head"),
		.hook = text_of(&tree, arena, "hook") != NULL,
		.private_path = text_of(&tree, arena, "private-path"),
		.private_head = text_of(&tree, arena, "private-head"),
	};
	if (!out->folder)
		out->folder = "";
	if (out->format > BACKUP_FORMAT)
		return error_set(err, ERR_LIMIT,
				 tr("the backup has format %d, and this gk knows formats "
				    "up to %d: use a newer gk"),
				 out->format, (int)BACKUP_FORMAT);
	if (out->format < 1 || !out->made || !out->head || !is_folder(out->folder) ||
	    (out->private_path && !out->private_head))
		return error_set(err, ERR_SYNTAX, "%s",
				 tr("what the backup says of itself cannot be read"));
	return 0;
}

static int write_draft(git_repository *repo, const git_tree_entry *entry,
		       const char *folder, struct error *err)
{
	auto_buf bytes = BUF_INIT;
	auto_buf path = BUF_INIT;

	path_join(&path, folder, git_tree_entry_name(entry));
	if (read_entry(repo, entry, &bytes, err) < 0)
		return -1;
	return file_write(path.s, bytes.s, bytes.len, FILE_SYNC, err);
}

int note_read_drafts(git_repository *repo, const char *oid, struct backup_drafts *drafts,
		     struct error *err)
{
	auto_tree_entry *entry = NULL;
	auto_tree *tree = NULL;

	drafts->count = 0;
	if (find_entry(repo, oid, drafts_name, &entry, err) < 0)
		return -1;
	if (!entry)
		return 0;
	if (git_tree_lookup(&tree, repo, git_tree_entry_id(entry)) < 0)
		return error_git(err, "%s", drafts_name);
	for (size_t i = 0; i < git_tree_entrycount(tree); i++) {
		const git_tree_entry *one = git_tree_entry_byindex(tree, i);

		if (git_tree_entry_type(one) != GIT_OBJECT_BLOB)
			continue;
		if (write_draft(repo, one, drafts->folder, err) < 0)
			return -1;
		drafts->count++;
	}
	return 0;
}
