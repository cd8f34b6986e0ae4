#include "work/init.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "record/channel.h"
#include "record/id.h"
#include "record/schema.h"
#include "record/unit.h"
#include "store/catalogue.h"
#include "store/transaction.h"

enum { LOCK_SECONDS = 10 };

/* What the output of gk publish is called; not part of the catalogue. */
static const char ignore_text[] = "/public\n/.public-*\n.gk-tmp-*\n";

struct making {
	struct arena *arena;
	const struct init_options *options;
	struct init_result *result;
	const char *root;
	const char *top;        /* of the repository around it, or `root` */
	struct transaction *tx; /* NULL in a dry run */
};

static int put(struct making *m, const char *path, const char *bytes, size_t len,
	       struct error *err)
{
	strings_add(m->arena, &m->result->paths, arena_strdup(m->arena, path));
	return m->tx ? transaction_put(m->tx, path, bytes, len, PUT_NEW, err) : 0;
}

static int put_record(struct making *m, const struct record *record, struct error *err)
{
	auto_buf bytes = BUF_INIT;
	auto_buf path = BUF_INIT;

	id_path(record->kind, record->common->id ? record->common->id : "", &path);
	schema_modeline(record->kind, path.s, &bytes);
	record_write(record, &bytes);
	return put(m, path.s, bytes.s, bytes.len, err);
}

/* Beside the repository, never inside it: `../NAME-private` from the catalogue. */
static void private_path(const struct making *m, struct buf *out)
{
	buf_adds(out, "../");
	for (const char *p = m->root + strlen(m->top); *p; p++)
		if (*p == '/')
			buf_adds(out, "../");
	buf_addf(out, "%s-private", path_base(m->top));
}

static int put_config(struct making *m, struct error *err)
{
	struct record *record = record_new(m->arena, &catalogue_kind);
	struct catalogue_config *config = RECORD(record, struct catalogue_config);
	auto_buf private_store = BUF_INIT;

	config->format = (struct number){ .set = true, .n = CATALOGUE_FORMAT };
	config->name = m->options->name;
	config->short_ = m->options->short_name;
	config->code = m->options->code;
	config->level = m->options->level;
	config->language = CATALOGUE_ZH_CN;
	config->since = m->options->today;
	config->site.mode = SITE_PORTAL;
	if (m->options->private_store) {
		private_path(m, &private_store);
		config->private_ = buf_dup(&private_store, m->arena);
	}
	return put_record(m, record, err);
}

/* The government itself: the disclosing body of its items. */
static int put_office(struct making *m, struct error *err)
{
	struct record *record = record_new(m->arena, &unit_kind);
	struct unit *unit = RECORD(record, struct unit);

	record->common->id = "zf";
	unit->name = m->options->name ? m->options->name : "本级人民政府";
	unit->short_ = m->options->short_name;
	unit->kind = UNIT_OFFICE;
	unit->subject.value = ANSWER_YES;
	unit->subject.law = "条例第十条";
	return put_record(m, record, err);
}

static int put_channel(struct making *m, const char *id, const char *name, int kind,
		       int form, struct error *err)
{
	struct record *record = record_new(m->arena, &channel_kind);
	struct channel *channel = RECORD(record, struct channel);

	record->common->id = id;
	channel->name = name;
	channel->kind = kind;
	channel->form = form;
	channel->state = CHANNEL_ACTIVE;
	return put_record(m, record, err);
}

/* What editors check and complete records by: a copy, so that it goes wherever the catalogue goes. */
static int put_schemas(struct making *m, struct error *err)
{
	size_t count;
	const struct kind *const *all = kinds(&count);

	for (size_t i = 0; i < count; i++) {
		auto_buf path = BUF_INIT;
		auto_buf text = BUF_INIT;

		schema_path(all[i], &path);
		schema_json(all[i], LANGUAGE_ZH, &text);
		if (put(m, path.s, text.s, text.len, err) < 0)
			return -1;
	}
	return 0;
}

static int put_all(struct making *m, struct error *err)
{
	if (put_config(m, err) < 0 || put_office(m, err) < 0 ||
	    put_channel(m, "website", "政府门户网站信息公开栏目", CHANNEL_WEBSITE,
			CHANNEL_FORM_PORTAL_COLUMN, err) < 0 ||
	    put_channel(m, "board", "政务公开栏", CHANNEL_BOARD, CHANNEL_FORM_OUTER_WALL,
			err) < 0)
		return -1;
	if (put_schemas(m, err) < 0)
		return -1;
	return put(m, ".gitignore", ignore_text, sizeof(ignore_text) - 1, err);
}

static int make_private(struct making *m, struct error *err)
{
	auto_buf dir = BUF_INIT;

	if (!m->options->private_store)
		return 0;
	buf_addf(&dir, "%s-private", m->top);
	strings_add(m->arena, &m->result->paths, buf_dup(&dir, m->arena));
	if (!m->tx)
		return 0;
	if (file_make_dirs(dir.s, err) < 0)
		return -1;
	return repository_init(dir.s, err);
}

/* Nothing must be there already, neither here nor above. */
static int check_free(const char *root, struct error *err)
{
	const struct source_options options = { .dir = root };
	struct source *source = NULL;
	struct error absent = { 0 };

	if (source_open(&options, &source, &absent) == 0) {
		const char *there = source_root(source);
		int r = error_set(err, ERR_CONFLICT,
				  tr("there is a catalogue already: %s"),
				  there ? there : root);

		source_free(source);
		return r;
	}
	return 0;
}

static struct transaction_options transaction_of(const struct making *m)
{
	return (struct transaction_options){ .root = m->root,
					     .author = m->options->author,
					     .time = m->options->time,
					     .zone = m->options->zone,
					     .wait = LOCK_SECONDS };
}

/* What an init that was stopped has put there is none yet: it is taken back first. */
static int recover(struct making *m, struct error *err)
{
	const struct transaction_options options = transaction_of(m);
	struct transaction *tx = NULL;
	auto_buf gitdir = BUF_INIT;
	const char *top;
	struct error none;

	if (m->options->dry_run || repository_top(m->root, m->arena, &top, &none) < 0)
		return 0;
	path_join(&gitdir, top, ".git");
	if (!transaction_is_pending(gitdir.s))
		return 0;
	if (transaction_begin(&options, &tx, err) < 0)
		return -1;
	transaction_free(tx);
	return 0;
}

static int commit(struct making *m, struct error *err)
{
	const struct transaction_options options = transaction_of(m);
	char id[OID_HEX_SIZE];
	int r;

	if (transaction_begin(&options, &m->tx, err) < 0)
		return -1;
	r = put_all(m, err);
	if (r == 0)
		r = make_private(m, err);
	if (r == 0)
		r = transaction_commit(m->tx, "catalogue: start\n", id, err);
	transaction_free(m->tx);
	return r;
}

int init_catalogue(struct arena *arena, const struct init_options *options,
		   struct init_result *result, struct error *err)
{
	struct making m = { .arena = arena, .options = options, .result = result };
	char *real;

	if (!options->dry_run && file_make_dirs(options->dir, err) < 0)
		return -1;
	real = realpath(options->dir, NULL);
	m.root = arena_strdup(arena, real ? real : options->dir);
	free(real);
	if (recover(&m, err) < 0 || check_free(m.root, err) < 0)
		return -1;
	m.top = m.root;
	if (options->dry_run)
		return put_all(&m, err) < 0 ? -1 : make_private(&m, err);
	if (repository_init(m.root, err) < 0 ||
	    repository_top(m.root, arena, &m.top, err) < 0)
		return -1;
	return commit(&m, err);
}
