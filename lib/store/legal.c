#include "store/legal.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "law/lawbook.h"
#include "law/words.h"
#include "store/source.h"

enum { LEGAL_FILE_MAX = 4 << 20 };

#define OWN_LAWS  "laws.json"
#define OWN_WORDS "words"

/* A file as it was read. */
struct legal_file {
	const char *name;
	const char *bytes;
	size_t len;
	bool own; /* the catalogue's */
};

struct legal {
	struct arena arena;
	struct list
		laws; /* struct legal_file: the catalogue's first, so that it is found first */
	struct list lists; /* struct legal_file: likewise */
	char version[GIT_BLOB_HEX_SIZE];
	pthread_mutex_t lock; /* of what is made when first asked for */
	atomic_bool is_parsed;
	struct lawbook book;
	struct words *words;
	struct list word_problems; /* struct legal_problem */
	struct list law_problems;
};

/* ---- reading ---- */

static void add_file(struct legal *legal, struct list *files, const char *name, bool own,
		     const struct buf *bytes)
{
	struct legal_file *file = list_add(&legal->arena, files, sizeof(*file));

	file->name = arena_strdup(&legal->arena, name);
	file->bytes = buf_dup(bytes, &legal->arena);
	file->len = bytes->len;
	file->own = own;
}

/* A file that gk brings; where it is missing gk knows less and works. */
static int read_brought(struct legal *legal, const char *data_dir, const char *name,
			struct list *files, struct error *err)
{
	struct error absent = { .code = ERR_NONE };
	auto_buf path = BUF_INIT;
	auto_buf bytes = BUF_INIT;

	if (!data_dir)
		return 0;
	path_join(&path, data_dir, name);
	if (file_read(path.s, LEGAL_FILE_MAX, &bytes, &absent) < 0) {
		if (absent.code == ERR_NOT_FOUND)
			return 0;
		*err = absent;
		return -1;
	}
	add_file(legal, files, path_base(name), /* own */ false, &bytes);
	return 0;
}

static void add_problem(struct legal *legal, struct list *problems, const char *file,
			unsigned int line, const char *text)
{
	struct legal_problem *problem =
		list_add(&legal->arena, problems, sizeof(*problem));

	*problem = (struct legal_problem){ .file = arena_strdup(&legal->arena, file),
					   .line = line,
					   .text = arena_strdup(&legal->arena, text) };
}

/* A file of the catalogue; *found tells whether it is there. */
static int read_own(struct legal *legal, struct source *source, const char *path,
		    struct list *files, bool *found, struct error *err)
{
	struct error absent = { .code = ERR_NONE };
	struct source_entry entry;
	auto_buf bytes = BUF_INIT;

	*found = source_find(source, &legal->arena, path, &entry, &absent) == 0;
	if (!*found && absent.code != ERR_NOT_FOUND) {
		*err = absent;
		return -1;
	}
	if (!*found || entry.type != SOURCE_FILE) {
		*found = false;
		return 0;
	}
	if (source_read(source, &entry, &bytes, err) < 0)
		return -1;
	add_file(legal, files, path, /* own */ true, &bytes);
	return 0;
}

/* words/own.tsv may be named own.tsv or own as well. */
static void list_path(const char *name, struct buf *out)
{
	if (strncmp(name, OWN_WORDS "/", strlen(OWN_WORDS "/")) != 0)
		buf_adds(out, OWN_WORDS "/");
	buf_adds(out, name);
	if (!strchr(path_base(name), '.'))
		buf_adds(out, ".tsv");
}

static int read_named(struct legal *legal, const struct legal_options *options,
		      struct error *err)
{
	for (size_t i = 0; i < options->words->count; i++) {
		auto_buf path = BUF_INIT;
		bool found;

		list_path(options->words->items[i], &path);
		if (read_own(legal, options->source, path.s, &legal->lists, &found, err) <
		    0)
			return -1;
		if (!found)
			add_problem(legal, &legal->word_problems, path.s, 1,
				    N_("catalogue.yaml names it, and it is not there"));
	}
	return 0;
}

static bool is_list(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot && strcmp(dot, ".tsv") == 0;
}

static int read_all(struct legal *legal, struct source *source, struct error *err)
{
	struct source_entry *entries;
	size_t count;

	if (source_list_folder(source, &legal->arena, OWN_WORDS, &entries, &count, err) <
	    0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		bool found;

		if (is_list(entries[i].path) && read_own(legal, source, entries[i].path,
							 &legal->lists, &found, err) < 0)
			return -1;
	}
	return 0;
}

static int read_files(struct legal *legal, const struct legal_options *options,
		      struct error *err)
{
	bool found;

	if (options->source &&
	    (read_own(legal, options->source, OWN_LAWS, &legal->laws, &found, err) < 0 ||
	     (options->words && options->words->count > 0
		      ? read_named(legal, options, err)
		      : read_all(legal, options->source, err)) < 0))
		return -1;
	if (read_brought(legal, options->data_dir, "data/laws.json", &legal->laws, err) <
	    0)
		return -1;
	return read_brought(legal, options->data_dir, "data/words.tsv", &legal->lists,
			    err);
}

static void add_hashes(const struct list *files, struct buf *out)
{
	char hex[GIT_BLOB_HEX_SIZE];

	for (size_t i = 0; i < files->count; i++) {
		const struct legal_file *file = list_at(files, struct legal_file, i);

		git_blob_hex(file->bytes, file->len, hex);
		buf_addf(out, "%s %s\n", hex, file->own ? file->name : "");
	}
}

int legal_open(const struct legal_options *options, struct legal **out, struct error *err)
{
	struct legal *legal = calloc(1, sizeof(*legal));
	auto_buf hashes = BUF_INIT;

	if (!legal || pthread_mutex_init(&legal->lock, NULL) != 0)
		out_of_memory();
	if (read_files(legal, options, err) < 0) {
		legal_free(legal);
		return -1;
	}
	add_hashes(&legal->laws, &hashes);
	buf_addc(&hashes, '\n');
	add_hashes(&legal->lists, &hashes);
	git_blob_hex(hashes.s, hashes.len, legal->version);
	*out = legal;
	return 0;
}

void legal_free(struct legal *legal)
{
	if (!legal)
		return;
	(void)pthread_mutex_destroy(&legal->lock);
	arena_clear(&legal->arena);
	free(legal);
}

static bool has_own(const struct list *files)
{
	for (size_t i = 0; i < files->count; i++)
		if (list_at(files, struct legal_file, i)->own)
			return true;
	return false;
}

const char *legal_version(const struct legal *legal)
{
	return legal ? legal->version : "";
}

bool legal_has_own(const struct legal *legal)
{
	if (!legal)
		return false;
	return legal->word_problems.count > 0 || has_own(&legal->laws) ||
	       has_own(&legal->lists);
}

/* ---- parsing ---- */

static void parse_laws(struct legal *legal)
{
	legal->book.arena = &legal->arena;
	for (size_t i = 0; i < legal->laws.count; i++) {
		const struct legal_file *file =
			list_at(&legal->laws, struct legal_file, i);
		struct error err = { .code = ERR_NONE };

		if (lawbook_read(&legal->book, file->bytes, file->len, &err) < 0)
			add_problem(legal, &legal->law_problems, file->name, 1, err.text);
	}
	lawbook_sort(&legal->book);
}

static void parse_words(struct legal *legal)
{
	if (legal->lists.count == 0)
		return;
	legal->words = arena_new(&legal->arena, struct words);
	legal->words->arena = &legal->arena;
	/* What is read last is looked at first: the catalogue's own come last. */
	for (size_t i = legal->lists.count; i-- > 0;) {
		const struct legal_file *file =
			list_at(&legal->lists, struct legal_file, i);

		words_read(legal->words, file->name, file->own, file->bytes, file->len);
	}
	for (size_t i = 0; i < legal->words->problems.count; i++) {
		const struct word_problem *problem =
			list_at(&legal->words->problems, struct word_problem, i);

		add_problem(legal, &legal->word_problems, problem->file, problem->line,
			    problem->text);
	}
}

static void parse(struct legal *legal)
{
	if (atomic_load_explicit(&legal->is_parsed, memory_order_acquire))
		return;
	(void)pthread_mutex_lock(&legal->lock);
	if (!atomic_load_explicit(&legal->is_parsed, memory_order_relaxed)) {
		parse_laws(legal);
		parse_words(legal);
		atomic_store_explicit(&legal->is_parsed, true, memory_order_release);
	}
	(void)pthread_mutex_unlock(&legal->lock);
}

const struct lawbook *legal_laws(struct legal *legal)
{
	static const struct lawbook none;

	if (!legal)
		return &none;
	parse(legal);
	return &legal->book;
}

const struct words *legal_words(struct legal *legal)
{
	if (!legal)
		return NULL;
	parse(legal);
	return legal->words;
}

static const struct list *problems_of(struct legal *legal, const struct list *problems)
{
	static const struct list none;

	if (!legal)
		return &none;
	parse(legal);
	return problems;
}

const struct list *legal_word_problems(struct legal *legal)
{
	return problems_of(legal, legal ? &legal->word_problems : NULL);
}

const struct list *legal_law_problems(struct legal *legal)
{
	return problems_of(legal, legal ? &legal->law_problems : NULL);
}
