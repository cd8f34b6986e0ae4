#include "check/steps.h"

#include <string.h>

#include "check/history_private.h"
#include "record/id.h"

/* Commits are named as git does in short. */
enum { COMMIT_SHOWN = 7 };
/* More records than this that come in one step are not looked through for one that left. */
enum { ARRIVALS_MAX = 4096 };

struct steps {
	struct catalogue *catalogue;
	const struct check_steps *what;
	struct arena *arena; /* of what is found */
	struct findings *out;
	struct strings broken; /* paths that could not be read in between */
};

/* From one parent to a commit. */
struct step {
	struct steps *all;
	const struct range_commit *commit;
	const char *parent;
	struct arena arena; /* of what lives as long as the step */
	struct arena scratch;
	struct history_step history;
};

/* ---- reading ---- */

static int read_blob(struct steps *all, struct arena *arena, const char *path,
		     const char *oid, struct record **out, struct error *err)
{
	const struct source_entry entry = { .path = path, .oid = oid };
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&all->catalogue->kinds, path, id);
	auto_buf bytes = BUF_INIT;

	*out = NULL;
	if (!oid || !kind)
		return 0;
	if (source_read(all->catalogue->source, &entry, &bytes, err) < 0)
		return -1;
	*out = record_parse(arena, kind, arena_strdup(arena, path),
			    buf_dup(&bytes, arena), bytes.len);
	return 0;
}

/* In a commit; in NULL: what the source has. */
static int read_in(struct steps *all, struct arena *arena, const char *commit,
		   const char *path, struct record **out, struct error *err)
{
	struct source *source = all->catalogue->source;
	const char *oid = NULL;

	*out = NULL;
	if (commit) {
		if (range_find(source, arena, commit, path, &oid, err) < 0)
			return -1;
	} else {
		struct source_entry entry;
		struct error absent;

		if (source_find(source, arena, path, &entry, &absent) == 0)
			oid = entry.type == SOURCE_FILE ? entry.oid : NULL;
	}
	return read_blob(all, arena, path, oid, out, err);
}

static int read_side(void *payload, bool after, const char *path, struct record **out,
		     struct error *err)
{
	struct step *step = payload;

	return read_in(step->all, &step->scratch, after ? step->commit->id : step->parent,
		       path, out, err);
}

/* ---- whether a record was there before the range began ---- */

static size_t commit_at(const struct check_steps *what, const char *id)
{
	size_t i = 0;

	while (i < what->count && !(what->commits[i].id && id == what->commits[i].id) &&
	       !(what->commits[i].id && strcmp(what->commits[i].id, id) == 0))
		i++;
	return i;
}

static int is_in_any(struct step *step, const struct strings *commits, const char *path,
		     bool *out, struct error *err)
{
	const char *oid = NULL;

	for (size_t i = 0; i < commits->count && !oid; i++)
		if (range_find(step->all->catalogue->source, &step->scratch,
			       commits->items[i], path, &oid, err) < 0)
			return -1;
	*out = oid != NULL;
	return 0;
}

/* Commits outside of the range that the step's parent comes from: whether one has the path. */
static int was_upstream(void *payload, const char *path, bool *out, struct error *err)
{
	struct step *step = payload;
	const struct check_steps *what = step->all->what;
	struct source *source = step->all->catalogue->source;
	bool *reached = arena_array(&step->scratch, bool, what->count + 1);
	struct strings open = { 0 };

	if (what->shared)
		return is_in_any(step, what->shared, path, out, err);
	*out = false;
	strings_add(&step->scratch, &open, step->parent);
	for (size_t i = 0; i < open.count && !*out; i++) {
		size_t at = commit_at(what, open.items[i]);
		const char *oid;

		if (at == what->count) {
			if (range_find(source, &step->scratch, open.items[i], path, &oid,
				       err) < 0)
				return -1;
			*out = oid != NULL;
		} else if (!reached[at]) {
			reached[at] = true;
			for (size_t k = 0; k < what->commits[at].parents.count; k++)
				strings_add(&step->scratch, &open,
					    what->commits[at].parents.items[k]);
		}
	}
	return 0;
}

/* ---- findings that outlive the step ---- */

static void keep(struct findings *out, const struct findings *found)
{
	struct arena *arena = out->arena;

	for (size_t i = 0; i < found->count; i++) {
		struct finding finding = found->items[i];
		struct finding_about *about = arena_new(arena, struct finding_about);

		finding.path = arena_strdup(arena, finding.path);
		finding.field = arena_strdup(arena, finding.field);
		finding.title = arena_strdup(arena, finding.title);
		for (size_t k = 0; k < FINDING_ARGS; k++)
			finding.args[k] = arena_strdup(arena, finding.args[k]);
		if (finding.about) {
			/* Rules of history are never waived. */
			about->path = finding.path;
			about->draft = finding.about->draft;
			about->formed = finding.about->formed;
			finding.about = about;
		}
		findings_push(out, &finding);
	}
}

/* ---- one change ---- */

static bool is_record(const struct steps *all, const char *path)
{
	char id[ID_MAX];

	return id_of_path(&all->catalogue->kinds, path, id) != NULL;
}

/* What the other parents of a merge have at the path. */
static int read_others(struct step *step, const char *path, struct history_change *change,
		       struct error *err)
{
	const struct strings *parents = &step->commit->parents;
	const struct record **others =
		arena_array(&step->scratch, const struct record *, parents->count + 1);

	for (size_t i = 0; i < parents->count; i++) {
		struct record *other;

		if (strcmp(parents->items[i], step->parent) == 0)
			continue;
		if (read_in(step->all, &step->scratch, parents->items[i], path, &other,
			    err) < 0)
			return -1;
		if (other && is_read(other))
			others[change->other_count++] = other;
	}
	change->others = others;
	return 0;
}

static int judge(struct step *step, const struct range_change *change, struct error *err)
{
	struct steps *all = step->all;
	struct findings found = FINDINGS(&step->scratch);
	struct history_change one = { .step = &step->history };
	struct record *was;
	struct record *is;
	int rc = -1;

	if (read_blob(all, &step->scratch, change->path, change->was, &was, err) == 0 &&
	    read_blob(all, &step->scratch, change->path, change->is, &is, err) == 0 &&
	    read_others(step, change->path, &one, err) == 0) {
		one.was = was;
		one.is = is;
		if (is && !is_read(is))
			strings_add(all->arena, &all->broken,
				    arena_strdup(all->arena, change->path));
		rc = was || is ? history_check(&found, &one, err) : 0;
	}
	keep(all->out, &found);
	arena_reset(&step->scratch);
	return rc;
}

/* ---- one step ---- */

/* Whether the record at the path moves away with this step: it is gone, or says where it went. */
static int leaves(struct step *step, const struct range_change *change, bool *out,
		  struct error *err)
{
	const struct source_entry entry = { .path = change->path, .oid = change->is };
	auto_buf bytes = BUF_INIT;

	*out = change->was && !change->is;
	if (!change->was || !change->is)
		return 0;
	if (source_read(step->all->catalogue->source, &entry, &bytes, err) < 0)
		return -1;
	*out = strstr(bytes.s, "moved-to") != NULL;
	return 0;
}

/* Records that leave a place in this step, and if any do, those that come to one. */
static int find_moves(struct step *step, const struct range_changes *changes,
		      struct error *err)
{
	const struct record **moves =
		arena_array(&step->arena, const struct record *, changes->count + 1);
	size_t arrivals = 0;
	size_t count = 0;

	for (size_t i = 0; i < changes->count; i++)
		arrivals += !changes->items[i].was && changes->items[i].is;
	for (size_t i = 0; arrivals > 0 && i < changes->count; i++) {
		const struct range_change *change = &changes->items[i];
		struct record *record;
		bool moves_away;

		if (!is_record(step->all, change->path))
			continue;
		if (leaves(step, change, &moves_away, err) < 0)
			return -1;
		if (!moves_away && (change->was || arrivals > ARRIVALS_MAX))
			continue;
		if (read_blob(step->all, &step->arena, change->path,
			      change->was ? change->was : change->is, &record, err) < 0)
			return -1;
		if (record && is_read(record))
			moves[count++] = record;
	}
	step->history.moves = moves;
	step->history.move_count = count;
	return 0;
}

static int run_step(struct step *step, struct error *err)
{
	struct steps *all = step->all;
	struct range_changes changes;
	int rc = -1;

	step->history = (struct history_step){
		.commit = step->commit->id ? arena_strndup(&step->arena, step->commit->id,
							   COMMIT_SHOWN)
					   : NULL,
		.date = step->commit->date,
		.payload = step,
		.read = read_side,
		.was_upstream = was_upstream,
		.kinds = &all->catalogue->kinds,
	};
	if (range_changes(all->catalogue->source, &step->arena, step->parent,
			  step->commit->id, &changes, err) == 0 &&
	    find_moves(step, &changes, err) == 0)
		rc = 0;
	for (size_t i = 0; rc == 0 && i < changes.count; i++) {
		if (is_record(all, changes.items[i].path))
			rc = judge(step, &changes.items[i], err);
	}
	return rc;
}

static int run_commit(struct steps *all, const struct range_commit *commit,
		      struct error *err)
{
	for (size_t i = 0; i < commit->parents.count; i++) {
		struct step step = { .all = all,
				     .commit = commit,
				     .parent = commit->parents.items[i] };
		int rc = run_step(&step, err);

		arena_clear(&step.arena);
		arena_clear(&step.scratch);
		if (rc < 0)
			return -1;
	}
	return 0;
}

/*
 * What could not be read for a while is compared from the first to the last, so that no
 * event is lost by way of a broken file.
 */
static int run_broken(struct steps *all, struct error *err)
{
	const struct range_commit end = { .id = all->what->end };
	struct step step = { .all = all, .commit = &end, .parent = all->what->base };
	size_t count = all->broken.count; /* what is broken at the end is added again */
	int rc = 0;

	if (!all->what->base)
		return 0;
	step.history = (struct history_step){ .payload = &step,
					      .read = read_side,
					      .kinds = &all->catalogue->kinds };
	for (size_t i = 0; rc == 0 && i < count; i++) {
		struct range_change change = { .path = all->broken.items[i] };
		struct source *source = all->catalogue->source;

		rc = range_find(source, &step.arena, step.parent, change.path,
				&change.was, err);
		if (rc == 0 && end.id)
			rc = range_find(source, &step.arena, end.id, change.path,
					&change.is, err);
		if (rc == 0 && change.was && change.is)
			rc = judge(&step, &change, err);
	}
	arena_clear(&step.arena);
	arena_clear(&step.scratch);
	return rc;
}

int check_steps(struct catalogue *catalogue, const struct check_steps *steps,
		const struct check_options *options, struct check_result *out,
		struct arena *arena, struct error *err)
{
	struct findings found = FINDINGS(arena);
	struct steps all = {
		.catalogue = catalogue, .what = steps, .arena = arena, .out = &found
	};
	struct range_changes changes;

	for (size_t i = 0; i < steps->count; i++) {
		if (run_commit(&all, &steps->commits[i], err) < 0)
			return -1;
	}
	if (run_broken(&all, err) < 0 ||
	    range_changes(catalogue->source, arena, steps->base, steps->end, &changes,
			  err) < 0 ||
	    check_few(catalogue, &changes, options, out, arena, err) < 0)
		return -1;
	check_settle(catalogue, options->today, &found, NULL);
	for (size_t i = 0; i < found.count; i++)
		if (is_selected(options, found.items[i].path))
			findings_push(&out->findings, &found.items[i]);
	findings_sort(&out->findings);
	return 0;
}
