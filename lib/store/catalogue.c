#include "store/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "record/id.h"
#include "store/legal.h"

static int read_record(struct source *source, struct arena *arena,
		       const struct kind *kind, const char *path, struct record **out,
		       struct error *err)
{
	struct source_entry entry;
	auto_buf bytes = BUF_INIT;

	if (source_find(source, arena, path, &entry, err) < 0 ||
	    source_read(source, &entry, &bytes, err) < 0)
		return -1;
	*out = record_parse(arena, kind, entry.path, buf_dup(&bytes, arena), bytes.len);
	return 0;
}

static int check_format(const struct catalogue_config *config, struct error *err)
{
	if (!config->format.set || config->format.n <= CATALOGUE_FORMAT)
		return 0;
	return error_set(
		err, ERR_LIMIT,
		tr("the catalogue has format %lld, and this gk knows formats up to "
		   "%d: use a newer gk"),
		(long long)config->format.n, (int)CATALOGUE_FORMAT);
}

int catalogue_open(const struct source_options *options, struct catalogue **out,
		   struct error *err)
{
	struct catalogue *catalogue = calloc(1, sizeof(*catalogue));

	if (!catalogue)
		out_of_memory();
	catalogue->kinds.items = kinds(&catalogue->kinds.count);
	if (source_open(options, &catalogue->source, err) < 0 ||
	    read_record(catalogue->source, &catalogue->arena, &catalogue_kind,
			catalogue_kind.dir, &catalogue->record, err) < 0 ||
	    check_format(RECORD(catalogue->record, struct catalogue_config), err) < 0) {
		catalogue_free(catalogue);
		return -1;
	}
	catalogue->config = RECORD(catalogue->record, struct catalogue_config);
	*out = catalogue;
	return 0;
}

void catalogue_free(struct catalogue *catalogue)
{
	if (!catalogue)
		return;
	if (!catalogue->is_private)
		legal_free(catalogue->legal);
	source_free(catalogue->source);
	arena_clear(&catalogue->arena);
	free(catalogue);
}

int catalogue_open_legal(struct catalogue *catalogue, const char *data_dir,
			 struct error *err)
{
	const struct legal_options options = { .data_dir = data_dir,
					       .source = catalogue->source,
					       .words = &catalogue->config->words };

	return legal_open(&options, &catalogue->legal, err);
}

int catalogue_read(struct catalogue *catalogue, struct arena *arena, const char *path,
		   struct record **out, struct error *err)
{
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&catalogue->kinds, path, id);

	if (!kind)
		return error_set(err, ERR_NOT_FOUND, tr("'%s' is no record's path"),
				 path);
	return read_record(catalogue->source, arena, kind, path, out, err);
}

int catalogue_read_id(struct catalogue *catalogue, struct arena *arena,
		      const struct kind *kind, const char *id, struct record **out,
		      struct error *err)
{
	auto_buf path = BUF_INIT;
	struct error absent;

	if (!id_fits(kind, id))
		return error_set(err, ERR_NOT_FOUND, tr("there is no record '%s'"), id);
	id_path(kind, id, &path);
	if (read_record(catalogue->source, arena, kind, path.s, out, &absent) == 0)
		return 0;
	if (absent.code == ERR_NOT_FOUND)
		return error_set(err, ERR_NOT_FOUND, tr("there is no record '%s'"), id);
	*err = absent;
	return -1;
}

const char *catalogue_private_root(struct catalogue *catalogue)
{
	const char *root = source_root(catalogue->source);
	const char *path = catalogue->config->private_;
	auto_buf full = BUF_INIT;

	if (!root || !path || !*path)
		return NULL;
	if (path[0] == '/')
		buf_adds(&full, path);
	else
		path_join(&full, root, path);
	return file_is_dir(full.s) ? buf_dup(&full, &catalogue->arena) : NULL;
}

/* A folder of a repository goes along with what that holds. */
static bool is_own_repository(const struct source *source)
{
	return source_gitdir(source) && !*source_prefix(source);
}

int catalogue_open_private(struct catalogue *of, struct catalogue **out,
			   struct error *err)
{
	const struct source_options where = { .dir = catalogue_private_root(of),
					      .is_private = true };
	struct catalogue *store;
	struct source *source;

	*out = NULL;
	if (!where.dir)
		return 0;
	if (source_open(&where, &source, err) < 0)
		return -1;
	if (!is_own_repository(source)) {
		source_free(source);
		return 0;
	}
	store = calloc(1, sizeof(*store));
	if (!store)
		out_of_memory();
	*store = *of;
	store->arena = ARENA_INIT;
	store->source = source;
	store->is_private = true;
	*out = store;
	return 0;
}

bool catalogue_attachment_hash(void *payload, const char *file, char out[SHA256_HEX_SIZE])
{
	const struct attachment_of *of = payload;
	struct arena arena = ARENA_INIT;
	struct source_entry entry;
	struct error unread;
	auto_buf path = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	bool found;

	buf_addf(&path, "attachments/%s/%s", of->id, file);
	found = source_find(of->catalogue->source, &arena, path.s, &entry, &unread) ==
			0 &&
		source_read(of->catalogue->source, &entry, &bytes, &unread) == 0;
	if (found)
		sha256_hex(bytes.s, bytes.len, out);
	arena_clear(&arena);
	return found;
}
