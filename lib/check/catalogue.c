#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "check/attachments.h"
#include "check/frame.h"
#include "check/shown.h"
#include "check/words.h"
#include "record/id.h"

/* ---- which paths ---- */

/* Whether the path is the one chosen or lies below it; "." and "" choose all. */
static bool is_chosen(const char *path, const char *chosen)
{
	size_t len;

	while (strncmp(chosen, "./", 2) == 0)
		chosen += 2;
	len = strlen(chosen);
	while (len > 0 && chosen[len - 1] == '/')
		len--;
	if (len == 0 || (len == 1 && chosen[0] == '.'))
		return true;
	return strncmp(path, chosen, len) == 0 && (path[len] == '\0' || path[len] == '/');
}

static int by_text(const void *path, const void *file)
{
	return strcmp(path, *(const char *const *)file);
}

bool is_selected(const struct check_options *options, const char *path)
{
	if (options && options->files &&
	    (options->files->count == 0 ||
	     !bsearch(path, options->files->items, options->files->count,
		      sizeof(*options->files->items), by_text)))
		return false;
	if (!options || options->path_count == 0)
		return true;
	for (size_t i = 0; i < options->path_count; i++)
		if (is_chosen(path, options->paths[i]))
			return true;
	return false;
}

/* Where only a few records are in the index, the others are looked up. */
bool has_path(struct run *run, const char *path)
{
	struct source_entry entry;
	struct error absent;

	if (index_has_path(run->index, path))
		return true;
	return run->options && run->options->few &&
	       source_find(run->catalogue->source, run->arena, path, &entry, &absent) ==
		       0;
}

/* ---- what each record says of itself ---- */

struct known {
	const struct finding_about *about;
};

struct abouts {
	struct known *items; /* in order of path */
	size_t count;
	size_t room;
};

struct reading {
	struct run *run;
	struct abouts abouts; /* of records with waivers */
	struct idle_by idle;
	struct error *err;
};

static void remember(struct reading *reading, const struct finding_about *about)
{
	struct abouts *abouts = &reading->abouts;

	abouts->items = array_grow(reading->run->arena, abouts->items, abouts->count,
				   &abouts->room, sizeof(*abouts->items));
	abouts->items[abouts->count++] = (struct known){ about };
}

/* What is not asked for itself may be what another record is judged by. */
static int take_unselected(struct reading *reading, const char *path, const char *packed)
{
	struct findings found = FINDINGS(reading->run->arena);
	struct findings claims = FINDINGS(reading->run->arena);

	if (attachments_of_others(reading->run, path, packed, reading->err) < 0)
		return -1;
	if (!packed_claim(packed, RULE_INTERPRETATION_MISSING))
		return 0;
	findings_unpack(&found, &claims, path, packed);
	for (size_t i = 0; i < claims.count; i++)
		if (claims.items[i].rule == RULE_INTERPRETATION_MISSING &&
		    interpretation_keep(reading->run, &claims.items[i], reading->err) < 0)
			return -1;
	return 0;
}

static int take_findings(void *payload, const char *path, const char *packed)
{
	struct reading *reading = payload;
	struct run *run = reading->run;
	struct findings claims = FINDINGS(run->arena);
	const char *shown = packed_claim(packed, RULE_CHANNEL_SHORT);

	if (is_attachment(path)) {
		attachments_keep(run, path, packed);
		return 0;
	}
	reading->idle.is_shown = shown && shown_take(run, shown);
	if (!is_selected(run->options, path))
		return take_unselected(reading, path, packed);
	if (packed_is_idle(packed, &reading->idle))
		return 0;
	run->out->about = NULL;
	findings_unpack(run->out, &claims, path, packed);
	if (run->out->about && run->out->about->waive.count > 0)
		remember(reading, run->out->about);
	return claims_decide(run, &claims, reading->err);
}

/*
 * Whether take_findings() would do nothing at all.  What a record says of where it
 * appeared is never idle here, since `is_shown` is not set yet.
 */
static bool is_settled(const void *payload, const char *path, const char *packed)
{
	const struct reading *reading = payload;

	return !is_attachment(path) && packed_is_idle(packed, &reading->idle);
}

/* ---- what is known of those that only the index told of ---- */

static int by_path(const void *path, const void *known)
{
	return strcmp(path, ((const struct known *)known)->about->path);
}

static void add_abouts(struct findings *findings, const struct abouts *abouts)
{
	for (size_t i = 0; abouts->count > 0 && i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		const struct known *found;

		if (finding->about)
			continue;
		found = bsearch(finding->path, abouts->items, abouts->count,
				sizeof(*abouts->items), by_path);
		if (found)
			finding->about = found->about;
	}
}

/* The title of the record at a path, "" when it has none. */
static int find_title(struct run *run, const char *id, const char **out,
		      struct error *err)
{
	struct index_row row;
	bool found;

	if (index_by_id(run->index, run->arena, id, &row, &found, err) < 0)
		return -1;
	*out = found ? row.title : "";
	return 0;
}

/* Whether findings from `i` on, of one path, say that what stands there must not be seen. */
static bool is_secret(const struct findings *findings, size_t i)
{
	const char *path = findings->items[i].path;

	for (; i < findings->count && strcmp(findings->items[i].path, path) == 0; i++)
		if (findings->items[i].rule == RULE_SECRET_MARK ||
		    findings->items[i].rule == RULE_GROUND_SECRET)
			return true;
	return false;
}

/* What the index does not keep with findings: labels of fields, and titles of records. */
static int add_names(struct run *run, struct findings *findings, struct error *err)
{
	const struct kind *kind = NULL;
	const char *path = "";
	const char *title = "";
	char id[ID_MAX];

	for (size_t i = 0; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		const struct field *field;

		if (strcmp(finding->path, path) != 0) {
			path = finding->path;
			title = "";
			kind = id_of_path(&run->catalogue->kinds, path, id);
			if ((kind || attachment_owner(path, id)) &&
			    find_title(run, id, &title, err) < 0)
				return -1;
			title = is_secret(findings, i) ? ""
						       : frame_text(run->arena, title);
		}
		finding->title = title;
		field = kind ? label_field(kind, finding->field) : NULL;
		if (field) {
			finding->label_zh = field->zh;
			finding->label_en = field->en;
		}
	}
	return 0;
}

/* ---- the whole ---- */

struct count {
	const struct check_options *options;
	size_t rows;
};

static int count_row(void *payload, const struct index_row *row)
{
	struct count *count = payload;

	count->rows +=
		!is_attachment(row->path) && is_selected(count->options, row->path);
	return 0;
}

static int count_records(struct run *run, size_t *out, struct error *err)
{
	struct count count = { .options = run->options };
	const struct index_query all = { 0 };

	*out = index_counts(run->index).files -
	       index_count_below(run->index, ATTACHMENTS_FOLDER);
	if (run->options->path_count == 0 && !run->options->files)
		return 0;
	if (index_each(run->index, &all, count_row, &count, err) < 0)
		return -1;
	*out = count.rows;
	if (count.rows == 0 && run->out->count == 0 && !run->options->files &&
	    !attachments_are_chosen(run))
		return error_set(err, ERR_NOT_FOUND, tr("no record lies at '%s'"),
				 run->options->paths[0]);
	return 0;
}

/* Which waivers waive nothing is known once everything else is. */
static void settle(const struct run *run, struct check_result *result)
{
	struct findings unused = FINDINGS(run->arena);

	check_settle(run->catalogue, run->options->today, &result->findings,
		     &result->waived);
	findings_sort(&result->waived);
	waivers_unused(run->waivers, &result->waived, &unused);
	check_settle(run->catalogue, run->options->today, &unused, NULL);
	for (size_t i = 0; i < unused.count; i++)
		findings_push(&result->findings, &unused.items[i]);
	findings_sort(&result->findings);
}

int check_catalogue(struct catalogue *catalogue, struct index *index,
		    const struct check_options *options, struct check_result *out,
		    struct arena *arena, struct error *err)
{
	struct check_result result = { .findings = FINDINGS(arena),
				       .waived = FINDINGS(arena) };
	struct findings waivers = FINDINGS(arena);
	struct findings interpretations = FINDINGS(arena);
	struct run run = { .catalogue = catalogue,
			   .index = index,
			   .options = options,
			   .arena = arena,
			   .out = &result.findings,
			   .waivers = &waivers,
			   .interpretations = &interpretations };
	struct reading reading = { .run = &run,
				   .idle = { .today = options->today,
					     .since = catalogue->config->since },
				   .err = err };
	/* What is not chosen may be what a chosen one is judged by. */
	const bool chooses = options->files || options->path_count > 0;

	if (claims_shortest_limit(&run, &reading.idle.shortest, err) < 0 ||
	    shown_load(&run, err) < 0 ||
	    index_each_finding_but(index, chooses ? NULL : is_settled, take_findings,
				   &reading, err) < 0)
		return -1;
	attachments_unseen(&run);
	check_legal_lists(&run);
	/* Those who publish and explain may be others than the few. */
	if (!options->few) {
		check_inspection(&run);
		check_interpretations(&run);
	}
	if (check_references(&run, err) < 0 ||
	    count_records(&run, &result.records, err) < 0)
		return -1;
	add_abouts(&result.findings, &reading.abouts);
	settle(&run, &result);
	if (add_names(&run, &result.findings, err) < 0 ||
	    add_names(&run, &result.waived, err) < 0)
		return -1;
	*out = result;
	return 0;
}

static int check_own(struct run *run, struct error *err)
{
	struct findings claims = FINDINGS(run->arena);
	const struct within within = { .record = run->record,
				       .config = run->catalogue->config,
				       .out = run->out,
				       .claims = &claims,
				       .legal = run->catalogue->legal };

	check_within(&within);
	if (claims_decide(run, &claims, err) < 0)
		return -1;
	return is_stub(run->record) ? 0 : check_own_references(run, err);
}

int check_each(struct catalogue *catalogue, struct index *index,
	       const struct record *const *records, size_t count, struct findings *out,
	       struct error *err)
{
	struct run run = {
		.catalogue = catalogue, .index = index, .arena = out->arena, .out = out
	};

	for (size_t i = 0; i < count; i++) {
		run.record = records[i];
		if (check_own(&run, err) < 0)
			return -1;
	}
	return 0;
}

int check_one(struct catalogue *catalogue, struct index *index,
	      const struct record *record, struct findings *out, struct error *err)
{
	return check_each(catalogue, index, &record, 1, out, err);
}
