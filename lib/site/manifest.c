#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "format/json_read.h"
#include "site/stage.h"

static const struct yaml_node *read_manifest(struct arena *arena, const char *tree)
{
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;
	struct yaml_node *root = NULL;
	struct error unread;

	path_join(&path, tree, MANIFEST_NAME);
	if (file_read(path.s, JSON_READ_MAX_BYTES, &text, &unread) < 0 ||
	    json_parse(arena, text.s, text.len, &root, &unread) < 0)
		return NULL;
	return root;
}

static bool is_manifest(const struct yaml_node *root)
{
	const struct yaml_node *maker;
	const struct yaml_node *files;

	if (!root || root->type != YAML_MAPPING)
		return false;
	maker = yaml_get(root, "made-by");
	files = yaml_get(root, "files");
	return maker && maker->type == YAML_SCALAR &&
	       strcmp(maker->value, MANIFEST_MAKER) == 0 && files &&
	       files->type == YAML_SEQUENCE;
}

bool manifest_is_ours(const char *tree)
{
	struct arena arena = ARENA_INIT;
	bool ours = is_manifest(read_manifest(&arena, tree));

	arena_clear(&arena);
	return ours;
}

struct strings manifest_pages(struct arena *arena, const char *tree)
{
	const struct yaml_node *root = read_manifest(arena, tree);
	const struct yaml_node *files;
	struct strings pages = { 0 };

	if (!is_manifest(root))
		return pages;
	files = yaml_get(root, "files");
	for (size_t i = 0; i < files->count; i++) {
		const struct yaml_node *file = files->items[i];
		const struct yaml_node *path =
			file->type == YAML_MAPPING ? yaml_get(file, "path") : NULL;

		if (path && path->type == YAML_SCALAR && staged_is_page(path->value))
			strings_add(arena, &pages, path->value);
	}
	return pages;
}
