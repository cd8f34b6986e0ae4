#include <string.h>

#include "record/document.h"
#include "work/paper.h"

static bool same_text(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* The same original, or the same title with the same number, else the same day. */
static bool agree(const struct work_paper *a, const struct work_paper *b)
{
	const struct document *x = RECORD(a->record, struct document);
	const struct document *y = RECORD(b->record, struct document);

	if (strcmp(a->sha256, b->sha256) == 0)
		return true;
	if (!same_text(x->title, y->title))
		return false;
	if (x->number || y->number)
		return same_text(x->number, y->number);
	return date_is_set(x->formed) && date_compare(x->formed, y->formed) == 0;
}

static int settle_fates(struct work *work, struct folder_paper *papers, size_t count,
			struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct folder_paper *one = &papers[i];

		if (one->fate != PAPER_IS_NEW)
			continue;
		if (work_paper_find(work, &one->paper, err) < 0)
			return -1;
		if (one->paper.known)
			one->fate = PAPER_IS_KNOWN;
		for (size_t k = 0; one->fate == PAPER_IS_NEW && k < i; k++) {
			if (papers[k].fate != PAPER_IS_NEW ||
			    !agree(&papers[k].paper, &one->paper))
				continue;
			one->fate = PAPER_IS_DOUBLE;
			one->same = k;
		}
	}
	return 0;
}

static size_t gather(struct folder_paper *papers, size_t count, struct addition *out)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		if (papers[i].fate == PAPER_IS_NEW)
			out[found++] = (struct addition){
				.record = papers[i].paper.record,
				.files = &papers[i].paper.original,
				.file_count = 1,
			};
	return found;
}

static bool is_faulty(const struct findings *findings, const char *path)
{
	for (size_t i = 0; i < findings->count; i++)
		if (findings->items[i].severity == SEVERITY_ERROR &&
		    strcmp(findings->items[i].path, path) == 0)
			return true;
	return false;
}

/* The number of a record that was refused goes to another one: its file is named. */
static void keep_findings(const struct findings *findings, const char *path,
			  const char *file, struct findings *out)
{
	for (size_t i = 0; i < findings->count; i++) {
		struct finding finding = findings->items[i];

		if (strcmp(finding.path, path) != 0)
			continue;
		finding.path = file;
		finding.place = (struct yaml_place){ .line = 0 };
		findings_push(out, &finding);
	}
}

/* Whether some were refused for faults of their own; the others get their numbers anew. */
static bool drop_faulty(struct folder_paper *papers, size_t count,
			const struct findings *findings, struct findings *kept)
{
	bool dropped = false;

	for (size_t i = 0; i < count; i++) {
		struct record *record = papers[i].paper.record;

		if (papers[i].fate != PAPER_IS_NEW)
			continue;
		if (is_faulty(findings, record->path)) {
			papers[i].fate = PAPER_IS_REFUSED;
			dropped = true;
			keep_findings(findings, record->path,
				      papers[i].paper.original.from, kept);
		} else {
			record->common->id = NULL;
			RECORD(record, struct document)->attachments =
				(struct list){ .items = NULL };
		}
	}
	return dropped;
}

int work_add_folder(struct work *work, struct folder_paper *papers, size_t count,
		    struct findings *findings, struct work_done *done, struct error *err)
{
	struct addition *additions = arena_array(work->arena, struct addition, count);
	struct findings found = FINDINGS(work->arena);
	struct findings refused = FINDINGS(work->arena);
	size_t fresh;
	int outcome;

	if (settle_fates(work, papers, count, err) < 0)
		return WORK_FAILED;
	fresh = gather(papers, count, additions);
	outcome = work_add_with(work, additions, fresh, &found, done, err);
	if (outcome == WORK_REFUSED && drop_faulty(papers, count, &found, &refused)) {
		*done = (struct work_done){ .ids = { .items = NULL } };
		found.count = 0;
		fresh = gather(papers, count, additions);
		outcome = work_add_with(work, additions, fresh, &found, done, err);
	}
	for (size_t i = 0; i < refused.count; i++)
		findings_push(findings, &refused.items[i]);
	for (size_t i = 0; i < found.count; i++)
		findings_push(findings, &found.items[i]);
	return outcome;
}
