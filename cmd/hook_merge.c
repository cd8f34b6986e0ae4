/*
 * What git calls for a record that both sides of a merge have changed.  What collides is told
 * field by field and stands between markers in the file, which gk validate finds and the
 * hook before a commit refuses.
 */
#include <string.h>

#include "base/file.h"
#include "cmd/hooks.h"
#include "cmd/pull.h"
#include "record/id.h"
#include "store/merge_driver.h"
#include "store/threeway.h"

enum { FILE_LIMIT = 64 << 20 };

/* ---- installing ---- */

static const char *directory(const struct app *app)
{
	return app->dir ? app->dir : ".";
}

/* Where gk is gone or fails, git's own merge leaves both sides to be seen. */
static void write_command(struct app *app, const char *folder, struct buf *out)
{
	auto_buf call = BUF_INIT;

	hook_find_program(app, &call);
	buf_adds(&call, "; gk hook run merge");
	hook_add_folder(app, folder, &call);
	for (const char *p = call.s; *p; p++) {
		if (*p == '%')
			buf_addc(out, '%');
		buf_addc(out, *p);
	}
	buf_adds(out, " -- %O %A %B %P; case $? in 0) ;; 1) exit 1 ;; *) git merge-file "
		      "-L ours -L base -L theirs %A %O %B; exit 1 ;; esac");
}

enum exit_status hook_install_merge(struct app *app, const char *folder)
{
	struct error err = { 0 };
	auto_buf command = BUF_INIT;

	write_command(app, folder, &command);
	if (merge_driver_install(directory(app), folder, command.s, &err) < 0)
		return complain_error(app, &err);
	say(app, "%s",
	    tr("gk: records are merged by their fields from now on (git merge, git "
	       "pull)"));
	return EXIT_STATUS_OK;
}

enum exit_status hook_uninstall_merge(struct app *app)
{
	struct error err = { 0 };

	return merge_driver_uninstall(directory(app), &err) < 0
		       ? complain_error(app, &err)
		       : EXIT_STATUS_OK;
}

/* ---- merging ---- */

enum { BASE, OURS, THEIRS, PATH_IN_TREE, FILES = PATH_IN_TREE };

struct driver {
	struct app *app;
	struct buf bytes[FILES];
	const char *result; /* where git wants it */
	const char *path;
	const struct kind *kind; /* NULL: no record */
	const char *record_path; /* below the catalogue's root */
};

/* The catalogue may be a folder of the repository: what follows it names a record. */
static void find_kind(struct driver *d)
{
	struct kind_set set = { 0 };
	char id[ID_MAX];

	set.items = kinds(&set.count);
	for (const char *p = d->path; p; p = strchr(p, '/')) {
		p += *p == '/';
		d->kind = id_of_path(&set, p, id);
		d->record_path = p;
		if (d->kind)
			return;
	}
}

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

static enum merge_side choose_one(void *payload, const struct collision *collision,
				  const char **own)
{
	(void)collision;
	(void)own;
	return *(const enum merge_side *)payload;
}

static const struct record *parse(struct driver *d, size_t side)
{
	const struct buf *bytes = &d->bytes[side];

	return record_parse(&d->app->arena, d->kind, d->record_path, bytes->s,
			    bytes->len);
}

static struct merged merge(struct driver *d, enum merge_side favour)
{
	const struct merge_sides sides = {
		.base = d->bytes[BASE].len ? parse(d, BASE) : NULL,
		.ours = parse(d, OURS),
		.theirs = parse(d, THEIRS),
	};
	const struct merge_options options = { .language = i18n_language(),
					       .lines = merge_lines,
					       .choose = favour == MERGE_NONE
								 ? NULL
								 : choose_one,
					       .payload = &favour,
					       .today = d->app->today };
	struct merged merged;

	record_merge(&d->app->arena, &sides, &options, &merged);
	return merged;
}

static enum exit_status give(struct driver *d, const char *bytes, size_t len,
			     enum exit_status status)
{
	struct error err = { 0 };

	return file_write(d->result, bytes, len, FILE_FAST, &err) < 0
		       ? complain_error(d->app, &err)
		       : status;
}

/* The file of our side, of theirs, and as it was, each with all that does not collide. */
static enum exit_status mark_fields(struct driver *d, const struct merged *open)
{
	const struct merged base = merge(d, MERGE_BASE);
	const struct merged theirs = merge(d, MERGE_THEIRS);
	const struct threeway_text texts[] = { { base.bytes, base.len },
					       { open->bytes, open->len },
					       { theirs.bytes, theirs.len } };
	auto_buf out = BUF_INIT;

	(void)fprintf(d->app->err, tr("gk: %s: both sides changed:\n"), d->path);
	for (size_t i = 0; i < open->collisions.count; i++)
		pull_print_collision(d->app,
				     list_at(&open->collisions, struct collision, i));
	if (!base.bytes || !theirs.bytes)
		return EXIT_STATUS_FAILED;
	threeway_mark(&texts[0], &texts[1], &texts[2], &out);
	return give(d, out.s, out.len, EXIT_STATUS_FINDINGS);
}

static void add_file(struct buf *out, const struct buf *bytes)
{
	buf_add(out, bytes->s, bytes->len);
	if (bytes->len && bytes->s[bytes->len - 1] != '\n')
		buf_addc(out, '\n');
}

/* Two files that are no states of one record: nothing of one may get into the other. */
static enum exit_status mark_whole(struct driver *d, const char *why)
{
	auto_buf out = BUF_INIT;

	(void)fprintf(d->app->err, "gk: %s: %s\n", d->path, why);
	buf_adds(&out, "<<<<<<< ours\n");
	add_file(&out, &d->bytes[OURS]);
	buf_adds(&out, "=======\n");
	add_file(&out, &d->bytes[THEIRS]);
	buf_adds(&out, ">>>>>>> theirs\n");
	return give(d, out.s, out.len, EXIT_STATUS_FINDINGS);
}

static enum exit_status merge_record(struct driver *d)
{
	const struct merged merged = merge(d, MERGE_NONE);

	if (merged.outcome == MERGE_REFUSED)
		return mark_whole(d, merged.why);
	if (merged.ending == MERGE_MOVED)
		return mark_whole(
			d, tr("one side gave it another number and the other changed "
			      "it; git merge --abort, then gk pull, takes the "
			      "change along"));
	if (merged.outcome == MERGE_COLLIDES)
		return mark_fields(d, &merged);
	if (merged.ending == MERGE_VOIDED)
		say(d->app,
		    tr("gk: %s: one side made it void; what the other changed is past"),
		    d->path);
	return give(d, merged.bytes, merged.len, EXIT_STATUS_OK);
}

/* As git itself would. */
static enum exit_status merge_text(struct driver *d)
{
	const struct threeway_text base = { d->bytes[BASE].s, d->bytes[BASE].len };
	const struct threeway_text ours = { d->bytes[OURS].s, d->bytes[OURS].len };
	const struct threeway_text theirs = { d->bytes[THEIRS].s, d->bytes[THEIRS].len };
	auto_buf out = BUF_INIT;

	if (threeway_merge(&base, &ours, &theirs, FAVOUR_NONE, &out))
		return give(d, out.s, out.len, EXIT_STATUS_OK);
	buf_reset(&out);
	threeway_mark(&base, &ours, &theirs, &out);
	return give(d, out.s, out.len, EXIT_STATUS_FINDINGS);
}

enum exit_status hook_merge(struct app *app, char **files)
{
	struct driver d = { .app = app,
			    .result = files[OURS],
			    .path = files[PATH_IN_TREE] };
	enum exit_status status = EXIT_STATUS_OK;
	struct error err = { 0 };

	for (size_t i = 0; i < FILES; i++) {
		d.bytes[i] = BUF_INIT;
		if (status == EXIT_STATUS_OK &&
		    file_read(files[i], FILE_LIMIT, &d.bytes[i], &err) < 0)
			status = complain_error(app, &err);
	}
	find_kind(&d);
	if (status == EXIT_STATUS_OK)
		status = d.kind ? merge_record(&d) : merge_text(&d);
	for (size_t i = 0; i < FILES; i++)
		buf_release(&d.bytes[i]);
	return status;
}
