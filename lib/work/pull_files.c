#include <string.h>

#include "base/i18n.h"
#include "record/id.h"
#include "work/pull_private.h"

const struct kind *pull_kind(const struct pull *p, const char *path, char id[ID_MAX])
{
	size_t skip = strlen(p->prefix);

	return strncmp(path, p->prefix, skip) == 0
		       ? id_of_path(&p->work->catalogue->kinds, path + skip, id)
		       : NULL;
}

int pull_read(struct pull *p, struct arena *arena, const struct threeway_file *file,
	      const struct threeway_side *side, struct record **out, struct error *err)
{
	char id[ID_MAX];
	const struct kind *kind = pull_kind(p, file->path, id);
	auto_buf bytes = BUF_INIT;

	*out = NULL;
	if (!side->oid || !kind)
		return 0;
	if (threeway_read(p->threeway, file->path, side, &bytes, err) < 0)
		return -1;
	*out = record_parse(arena, kind,
			    arena_strdup(arena, file->path + strlen(p->prefix)),
			    buf_dup(&bytes, arena), bytes.len);
	return 0;
}

bool pull_same(const struct threeway_side *a, const struct threeway_side *b)
{
	if (!a->oid || !b->oid)
		return a->oid == b->oid;
	return a->mode == b->mode && strcmp(a->oid, b->oid) == 0;
}

struct pull_place pull_place(struct pull *p, const char *path,
			     const struct record *record)
{
	struct arena *arena = p->work->arena;
	struct pull_place at = { .path = arena_strdup(arena, path) };
	char id[ID_MAX];

	at.title = at.path;
	if (!record || !pull_kind(p, path, id))
		return at;
	at.id = arena_strdup(arena, id);
	/* Titles of what people asked for are their own business. */
	at.title = p->work->catalogue->is_private
			   ? ""
			   : arena_strdup(arena, record_title(record));
	return at;
}

/* ---- values that collide ---- */

/* What a collision is asked about. */
struct asking {
	struct pull *p;
	const struct pull_place *at;
};

static const char *keep(struct pull *p, const char *text)
{
	return text ? arena_strdup(p->work->arena, text) : NULL;
}

static void note_open(struct pull *p, const struct pull_place *at,
		      const struct collision *c)
{
	struct pull_collision *open =
		list_add(p->work->arena, &p->report->open, sizeof(struct pull_collision));

	*open = (struct pull_collision){ .at = *at,
					 .value = { .field = keep(p, c->field),
						    .label = keep(p, c->label),
						    .base = keep(p, c->base),
						    .ours = keep(p, c->ours),
						    .theirs = keep(p, c->theirs),
						    .may_own = c->may_own } };
}

static enum merge_side ask(struct pull *p, const struct pull_place *at,
			   const struct collision *collision, const char **own)
{
	enum merge_side side = MERGE_NONE;

	if (p->options->choose)
		side = p->options->choose(p->options->payload, at, collision, own);
	if (side == MERGE_NONE)
		note_open(p, at, collision);
	return side;
}

static enum merge_side choose(void *payload, const struct collision *collision,
			      const char **own)
{
	const struct asking *asking = payload;

	return ask(asking->p, asking->at, collision, own);
}

static void refuse(struct pull *p, const struct pull_place *at, const char *why)
{
	*(struct pull_refusal *)list_add(p->work->arena, &p->report->refused,
					 sizeof(struct pull_refusal)) =
		(struct pull_refusal){ .at = *at,
				       .why = arena_strdup(p->work->arena, why) };
}

/* ---- texts ---- */

static bool merge_lines(const char *base, const char *ours, const char *theirs,
			enum merge_side favour, struct buf *out)
{
	const struct threeway_text texts[] = { { base, strlen(base) },
					       { ours, strlen(ours) },
					       { theirs, strlen(theirs) } };

	return threeway_merge(&texts[0], &texts[1], &texts[2],
			      favour == MERGE_OURS     ? FAVOUR_OURS
			      : favour == MERGE_THEIRS ? FAVOUR_THEIRS
						       : FAVOUR_NONE,
			      out);
}

void pull_merge(struct pull *p, const struct pull_place *at,
		const struct merge_sides *sides, struct merged *out)
{
	struct asking asking = { .p = p, .at = at };
	const struct merge_options options = { .language = i18n_language(),
					       .lines = merge_lines,
					       .choose = choose,
					       .payload = &asking,
					       .today = p->work->today };

	record_merge(p->work->arena, sides, &options, out);
	if (out->outcome == MERGE_REFUSED)
		refuse(p, at, out->why);
}

/* ---- one file ---- */

static int take(struct pull *p, const struct threeway_file *file, struct error *err)
{
	return transaction_take(p->tx, file->path, file->theirs.oid, file->theirs.mode,
				err);
}

static int put(struct pull *p, const struct threeway_file *file, const char *bytes,
	       size_t len, struct error *err)
{
	return transaction_put(p->tx, file->path, bytes, len, PUT_FROM_TOP, err);
}

/* A file of which one side as a whole must be chosen. */
static int choose_file(struct pull *p, const struct threeway_file *file,
		       const struct record *record, struct error *err)
{
	const struct pull_place at = pull_place(p, file->path, record);
	const char *states[] = { tr("deleted"), tr("changed") };
	const struct collision collision = {
		.field = "",
		.label = tr("the file"),
		.ours = states[file->ours.oid != NULL],
		.theirs = states[file->theirs.oid != NULL],
	};
	const char *own = NULL;

	return ask(p, &at, &collision, &own) == MERGE_THEIRS ? take(p, file, err) : 0;
}

static void note_ending(struct pull *p, const struct pull_place *at,
			const struct merged *merged)
{
	*(struct pull_ending *)list_add(p->work->arena, &p->report->endings,
					sizeof(struct pull_ending)) =
		(struct pull_ending){ .at = *at, .by = merged->ended_by };
}

static int merge_record(struct pull *p, const struct threeway_file *file,
			struct error *err)
{
	struct arena *arena = p->work->arena;
	struct record *base, *ours, *theirs;
	struct merge_sides sides;
	struct pull_place at;
	struct merged merged;

	if (pull_read(p, arena, file, &file->base, &base, err) < 0 ||
	    pull_read(p, arena, file, &file->ours, &ours, err) < 0 ||
	    pull_read(p, arena, file, &file->theirs, &theirs, err) < 0)
		return -1;
	if (!ours || !theirs)
		return choose_file(p, file, base, err);
	if (pull_settle(p, &ours, &theirs, err) < 0)
		return -1;
	sides = (struct merge_sides){ .base = base, .ours = ours, .theirs = theirs };
	at = pull_place(p, file->path, base ? base : ours);
	pull_merge(p, &at, &sides, &merged);
	if (merged.ending == MERGE_VOIDED)
		note_ending(p, &at, &merged);
	return merged.bytes ? put(p, file, merged.bytes, merged.len, err) : 0;
}

static bool is_text(const struct buf *bytes)
{
	return !memchr(bytes->s, '\0', bytes->len);
}

static int read_side(struct pull *p, const struct threeway_file *file,
		     const struct threeway_side *side, struct buf *out, struct error *err)
{
	return side->oid ? threeway_read(p->threeway, file->path, side, out, err) : 0;
}

/* Pages, templates, lists of words: by lines, as git does. */
static int merge_text(struct pull *p, const struct threeway_file *file, struct error *err)
{
	auto_buf base = BUF_INIT;
	auto_buf ours = BUF_INIT;
	auto_buf theirs = BUF_INIT;
	auto_buf out = BUF_INIT;

	if (!file->ours.oid || !file->theirs.oid)
		return choose_file(p, file, NULL, err);
	if (read_side(p, file, &file->base, &base, err) < 0 ||
	    read_side(p, file, &file->ours, &ours, err) < 0 ||
	    read_side(p, file, &file->theirs, &theirs, err) < 0)
		return -1;
	if (!is_text(&base) || !is_text(&ours) || !is_text(&theirs) ||
	    !merge_lines(base.s, ours.s, theirs.s, MERGE_NONE, &out))
		return choose_file(p, file, NULL, err);
	return put(p, file, out.s, out.len, err);
}

static int merge_file(struct pull *p, const struct threeway_file *file, struct error *err)
{
	char id[ID_MAX];

	if (pull_same(&file->ours, &file->theirs) || strings_has(&p->handled, file->path))
		return 0;
	if (pull_same(&file->ours, &file->base))
		return take(p, file, err);
	return pull_kind(p, file->path, id) ? merge_record(p, file, err)
					    : merge_text(p, file, err);
}

int pull_files(struct pull *p, struct error *err)
{
	for (size_t i = 0; i < p->files.count; i++)
		if (merge_file(p, list_at(&p->files, struct threeway_file, i), err) < 0)
			return -1;
	return 0;
}
