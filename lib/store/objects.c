/*
 * What a transaction commits: the changes in order, the tree and the commit made of them.
 * New objects wait in quarantine.
 */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store/transaction_private.h"

enum { PARENTS_MAX = 2 };

/*
 * From so many new blobs on they are one pack, as git itself does with what it receives
 * (transfer.unpackLimit); larger ones stay files, whose bytes nobody copies twice.
 */
enum { PACK_FROM = 100, PACK_BLOB_MOST = 1 << 16 };

static bool is_change(const struct change *change)
{
	return change->before.mode != change->after.mode ||
	       !git_oid_equal(&change->before.oid, &change->after.oid);
}

static int compare_changes(const void *a, const void *b)
{
	const struct change *x = a;
	const struct change *y = b;

	return strcmp(x->path, y->path);
}

int objects_settle(struct transaction *tx, struct error *err)
{
	size_t left = 0;

	for (size_t i = 0; i < tx->count; i++)
		if (is_change(&tx->changes[i]))
			tx->changes[left++] = tx->changes[i];
	tx->count = left;
	if (left)
		qsort(tx->changes, left, sizeof(*tx->changes), compare_changes);
	for (size_t i = 1; i < left; i++)
		if (strcmp(tx->changes[i - 1].path, tx->changes[i].path) == 0)
			return error_set(err, ERR_CONFLICT,
					 tr("'%s' would be written twice at once"),
					 tx->changes[i].path);
	return 0;
}

/* Whether a blob goes into a pack when there are enough of them. */
static bool is_for_pack(const struct change *change)
{
	return change->bytes && !change->is_stored && change->len <= PACK_BLOB_MOST;
}

/* Chooses what fits into one pack; the rest is left to be files of their own. */
static size_t choose_blobs(struct transaction *tx, struct pack_blob *blobs)
{
	size_t count = 0;
	size_t bytes = 0;

	for (size_t i = 0; i < tx->count; i++) {
		struct change *change = &tx->changes[i];

		if (!is_for_pack(change) || bytes + change->len > PACK_MOST_BYTES)
			continue;
		change->is_stored = true;
		bytes += change->len;
		blobs[count] =
			(struct pack_blob){ .bytes = change->bytes, .len = change->len };
		memcpy(blobs[count++].oid, change->after.oid.id, SHA1_SIZE);
	}
	return count;
}

static int pack_blobs(struct transaction *tx, struct error *err)
{
	struct pack_blob *blobs;
	size_t count = 0;

	for (size_t i = 0; i < tx->count; i++)
		count += is_for_pack(&tx->changes[i]);
	if (count < PACK_FROM)
		return 0;
	blobs = arena_array(&tx->arena, struct pack_blob, count);
	return quarantine_pack(tx, blobs, choose_blobs(tx, blobs), err);
}

static int write_blob(struct transaction *tx, struct change *change, struct error *err)
{
	git_oid id;

	if (!change->bytes || change->is_stored)
		return 0;
	if (git_odb_write(&id, tx->odb, change->bytes, change->len, GIT_OBJECT_BLOB) < 0)
		return error_git(err, tr("cannot write '%s'"), change->path);
	change->is_stored = true;
	return 0;
}

int objects_tree(struct transaction *tx, git_oid *tree, struct error *err)
{
	git_tree_update *updates = arena_array(&tx->arena, git_tree_update, tx->count);

	if (pack_blobs(tx, err) < 0)
		return -1;
	for (size_t i = 0; i < tx->count; i++) {
		struct change *change = &tx->changes[i];

		if (write_blob(tx, change, err) < 0)
			return -1;
		updates[i] = (git_tree_update){
			.action = change->after.mode ? GIT_TREE_UPDATE_UPSERT
						     : GIT_TREE_UPDATE_REMOVE,
			.id = change->after.oid,
			.filemode = (git_filemode_t)change->after.mode,
			.path = change->path,
		};
	}
	if (git_tree_create_updated(tree, tx->repo, tx->head, tx->count, updates) < 0)
		return error_git(err, tr("cannot write the commit"));
	return 0;
}

static int tidy_message(struct buf *message, struct error *err)
{
	auto_git_buf tidy = { 0 };

	if (git_message_prettify(&tidy, message->s, /* strip_comments */ 0, 0) < 0)
		return error_git(err, tr("cannot write the commit"));
	if (!tidy.size)
		return error_set(err, ERR_SYNTAX,
				 tr("the message of the commit is empty"));
	buf_reset(message);
	buf_add(message, tidy.ptr, tidy.size);
	return 0;
}

static int find_commits(struct transaction *tx, git_commit *parents[PARENTS_MAX],
			size_t *count, struct error *err)
{
	const git_oid *ids[] = { git_oid_is_zero(&tx->stacked) ? &tx->before
							       : &tx->stacked,
				 &tx->joined };

	*count = 0;
	for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
		if (git_oid_is_zero(ids[i]))
			continue;
		if (git_commit_lookup(&parents[*count], tx->repo, ids[i]) < 0)
			return error_git(err, tr("cannot write the commit"));
		(*count)++;
	}
	return 0;
}

static int write_commit(struct transaction *tx, const git_oid *tree_id,
			const char *message, git_oid *out, struct error *err)
{
	git_commit *parents[PARENTS_MAX] = { NULL };
	const git_commit *kept[PARENTS_MAX];
	auto_tree *tree = NULL;
	size_t count;
	int rc = find_commits(tx, parents, &count, err);

	for (size_t i = 0; i < count; i++)
		kept[i] = parents[i];
	if (rc == 0 && (git_tree_lookup(&tree, tx->repo, tree_id) < 0 ||
			git_commit_create(out, tx->repo, NULL, tx->author, tx->committer,
					  NULL, message, tree, count, kept) < 0))
		rc = error_git(err, tr("cannot write the commit"));
	for (size_t i = 0; i < count; i++)
		git_commit_free(parents[i]);
	return rc;
}

int objects_commit(struct transaction *tx, struct buf *message, git_oid *commit,
		   struct error *err)
{
	char hex[OID_HEX_SIZE];
	git_oid tree;

	if (quarantine_open(tx, err) < 0 || objects_tree(tx, &tree, err) < 0)
		return -1;
	/* git writes what is to be committed before its hooks run, and hooks count on it. */
	if (hooks_exist(tx) && (quarantine_release(tx, err) < 0 ||
				hooks_before(tx, &tree, message, err) < 0))
		return -1;
	if (tidy_message(message, err) < 0)
		return -1;
	if (write_commit(tx, &tree, message->s, commit, err) < 0)
		return -1;
	if (!tx->judge)
		return 0;
	/* Who judges opens the repository anew, and does not look into our quarantine. */
	if (quarantine_release(tx, err) < 0)
		return -1;
	return tx->judge(tx->judge_payload, git_oid_tostr(hex, sizeof(hex), commit), err);
}

int objects_stack(struct transaction *tx, const char *message, struct error *err)
{
	auto_buf text = BUF_INIT;
	git_oid tree, commit;

	if (objects_settle(tx, err) < 0)
		return -1;
	tx->stacked_count = tx->count;
	if (!tx->count || tx->flags & TX_DRY)
		return 0;
	buf_adds(&text, message);
	if (quarantine_open(tx, err) < 0 || objects_tree(tx, &tree, err) < 0 ||
	    tidy_message(&text, err) < 0 ||
	    write_commit(tx, &tree, text.s, &commit, err) < 0 ||
	    quarantine_release(tx, err) < 0)
		return -1;
	git_oid_cpy(&tx->stacked, &commit);
	return 0;
}

int objects_equal(struct transaction *tx, const git_oid *commit_id, struct error *err)
{
	auto_commit *commit = NULL;
	git_oid tree;

	if (git_commit_lookup(&commit, tx->repo, commit_id) < 0)
		return error_git(err, tr("cannot read '%s'"), "HEAD");
	if (quarantine_open(tx, err) < 0 || objects_tree(tx, &tree, err) < 0)
		return -1;
	if (!git_oid_equal(&tree, git_commit_tree_id(commit)))
		return error_set(err, ERR_CONFLICT, "%s",
				 tr("the commit holds more than these files"));
	return 0;
}

/* HEAD's only parent, when its tree is the one that was put together. */
int objects_parent(struct transaction *tx, git_oid *out, struct error *err)
{
	auto_commit *head = NULL;

	if (!tx->head || git_commit_lookup(&head, tx->repo, &tx->before) < 0 ||
	    git_commit_parentcount(head) != 1)
		return error_set(
			err, ERR_CONFLICT, "%s",
			tr("the last commit has no single parent to go back to"));
	git_oid_cpy(out, git_commit_parent_id(head, 0));
	return objects_equal(tx, out, err);
}
