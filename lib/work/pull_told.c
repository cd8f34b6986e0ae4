#include "record/id.h"
#include "work/pull_private.h"

static bool is_stub(const struct record *record)
{
	return date_is_set(record->common->voided.date) || record->common->moved_to;
}

/* What refers to it in the private store goes along with who renumbered it. */
static void note_moved(struct pull *p, const struct threeway_file *file,
		       const struct record *theirs)
{
	char id[ID_MAX];

	if (!theirs->common->moved_to || !pull_kind(p, file->path, id))
		return;
	*(struct renumbered *)list_add(p->work->arena, &p->moved,
				       sizeof(struct renumbered)) = (struct renumbered){
		.from = arena_strdup(p->work->arena, id),
		.to = arena_strdup(p->work->arena, theirs->common->moved_to),
	};
}

void pull_numbers(struct pull *p, struct list *out)
{
	const struct list *lists[] = { &p->report->numbers.numbers, &p->moved };

	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		for (size_t k = 0; k < lists[i]->count; k++)
			*(struct renumbered *)list_add(p->work->arena, out,
						       sizeof(struct renumbered)) =
				*list_at(lists[i], struct renumbered, k);
}

/* A stub has no title: that of the record before is told. */
static int tell_record(struct pull *p, struct arena *scratch,
		       const struct threeway_file *file, struct error *err)
{
	struct pull_news news = { .change = PULL_CHANGED };
	struct record *base, *theirs;

	if (pull_read(p, scratch, file, &file->base, &base, err) < 0 ||
	    pull_read(p, scratch, file, &file->theirs, &theirs, err) < 0)
		return -1;
	if (theirs)
		note_moved(p, file, theirs);
	if (!theirs || is_stub(theirs))
		news.change = PULL_ENDED;
	else if (!base)
		news.change = PULL_ADDED;
	news.at = pull_place(p, file->path,
			     base && news.change == PULL_ENDED ? base : theirs);
	*(struct pull_news *)list_add(p->work->arena, &p->report->news,
				      sizeof(struct pull_news)) = news;
	return 0;
}

int pull_news(struct pull *p, struct error *err)
{
	struct arena scratch = ARENA_INIT;
	char id[ID_MAX];
	int rc = 0;

	for (size_t i = 0; i < p->files.count && rc == 0; i++) {
		const struct threeway_file *file =
			list_at(&p->files, struct threeway_file, i);

		if (pull_same(&file->ours, &file->theirs))
			continue;
		if (!pull_kind(p, file->path, id)) {
			p->report->files++;
			continue;
		}
		rc = tell_record(p, &scratch, file, err);
		arena_reset(&scratch);
	}
	arena_clear(&scratch);
	return rc;
}
