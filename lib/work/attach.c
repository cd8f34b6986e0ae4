#include "work/attach.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "check/check.h"
#include "work/act.h"

enum { NAME_MAX_BYTES = 40, ENDING_MAX_BYTES = 8 };

struct attaching {
	struct work *work;
	struct transaction *tx;
	const char *id;
	const struct record *record; /* that they are put beside */
	struct findings *findings;   /* in public ones; NULL: nobody asks */
	struct strings names;        /* given in this call */
};

/* ---- names ---- */

/* The part of a name from its last dot on, in lower case; "" when it has none. */
static const char *ending_of(struct arena *arena, const char *name)
{
	const char *dot = strrchr(name, '.');
	char *ending;

	if (!dot || dot == name || strlen(dot) > ENDING_MAX_BYTES)
		return "";
	ending = arena_strdup(arena, dot);
	for (char *p = ending; *p; p++) {
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
		if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '.'))
			return "";
	}
	return ending;
}

/* A short name that every file system takes, from one in plain letters; else from the role. */
static const char *stem_of(struct arena *arena, const struct attach_file *file,
			   const char *name, size_t len)
{
	const char *role = choice_code(&attachment_roles, file->role);
	char *stem = arena_strndup(arena, name, len);

	if (len == 0 || len > NAME_MAX_BYTES || stem[0] == '.' || stem[0] == '-')
		return role;
	for (char *p = stem; *p; p++) {
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
		if (*p == ' ')
			*p = '-';
		if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') ||
		      strchr("-_.", *p)))
			return role;
	}
	return stem;
}

static bool is_taken(struct attaching *a, const char *name)
{
	auto_buf path = BUF_INIT;
	auto_buf full = BUF_INIT;
	auto_buf bytes = BUF_INIT;
	struct error absent;

	buf_addf(&path, "attachments/%s/%s", a->id, name);
	path_join(&full, source_root(a->work->catalogue->source), path.s);
	return strings_has(&a->names, name) || file_exists(full.s) ||
	       transaction_head(a->tx, path.s, &bytes, &absent) == 0;
}

static const char *free_name(struct attaching *a, const struct attach_file *file)
{
	struct arena *arena = a->work->arena;
	const char *base = path_base(file->from);
	const char *ending = ending_of(arena, base);
	const char *stem = stem_of(arena, file, base, strlen(base) - strlen(ending));
	const char *name = arena_printf(arena, "%s%s", stem, ending);

	for (unsigned int n = 2; is_taken(a, name); n++)
		name = arena_printf(arena, "%s-%u%s", stem, n, ending);
	strings_add(arena, &a->names, name);
	return name;
}

static const char *title_of(struct arena *arena, const struct attach_file *file)
{
	const char *base = path_base(file->from);
	const char *dot = strrchr(base, '.');

	if (file->title && *file->title)
		return file->title;
	return arena_strndup(arena, base,
			     dot && dot != base ? (size_t)(dot - base) : strlen(base));
}

/* ---- bytes ---- */

static bool is_pointer(const struct buf *bytes)
{
	static const char head[] = "version https://git-lfs.github.com/spec/";

	return bytes->len < 1024 && bytes->len > sizeof(head) &&
	       memcmp(bytes->s, head, sizeof(head) - 1) == 0;
}

static int read_file(const struct attach_file *file, struct buf *bytes, struct error *err)
{
	const char *base = path_base(file->from);

	if (file_read(file->from, ATTACH_LIMIT, bytes, err) < 0)
		return err->code == ERR_LIMIT
			       ? error_set(
					 err, ERR_LIMIT,
					 tr("%s is larger than 50 MiB: git keeps every "
					    "version for ever; put it elsewhere and give "
					    "its address"),
					 file->from)
			       : -1;
	if (bytes->len == 0)
		return error_set(err, ERR_SYNTAX, tr("%s is empty"), file->from);
	if (is_pointer(bytes))
		return error_set(err, ERR_SYNTAX,
				 tr("%s is a pointer of git LFS and not the file itself: "
				    "run git lfs pull"),
				 file->from);
	if (utf8_valid_prefix(base, strlen(base)) != strlen(base) && !file->title)
		return error_set(err, ERR_SYNTAX,
				 tr("the name of %s is not UTF-8: say what it is called "
				    "with --title"),
				 file->from);
	return 0;
}

/* What is damaged, or tells more of people than it may, must not even come into git. */
static void look_into(struct attaching *a, const struct check_file *file)
{
	struct findings own = FINDINGS(a->work->arena);

	check_new_attachment(a->work->catalogue, a->record, file, &own);
	check_settle(a->work->catalogue, a->work->today, &own, NULL);
	for (size_t i = 0; i < own.count; i++)
		findings_push(a->findings, &own.items[i]);
}

static int put_file(struct attaching *a, struct attach_file *file,
		    struct attachment *entry, struct error *err)
{
	auto_buf bytes = BUF_INIT;
	auto_buf name = BUF_INIT;
	const char *path;

	if (read_file(file, &bytes, err) < 0)
		return -1;
	file->size = bytes.len;
	*entry = (struct attachment){ .file = free_name(a, file),
				      .title = title_of(a->work->arena, file),
				      .role = file->role,
				      .visibility = file->visibility };
	buf_addf(&name, "attachments/%s/%s", a->id, entry->file);
	path = buf_dup(&name, a->work->arena);
	if (a->findings && attachment_is_public(entry))
		look_into(a, &(struct check_file){ file->from, bytes.s, bytes.len });
	return transaction_put(a->tx, path, bytes.s, bytes.len, PUT_NEW, err);
}

/* ---- the record ---- */

/* The record with one attachment more. */
static int append(struct attaching *a, struct record **record,
		  const struct attachment *entry, struct error *err)
{
	auto_buf bytes = BUF_INIT;
	struct record *was = *record;

	if (record_append(was, "attachments", entry, &bytes, err) < 0)
		return -1;
	*record = record_parse(a->work->arena, was->kind, was->path,
			       buf_dup(&bytes, a->work->arena), bytes.len);
	return 0;
}

static int check_record_kind(const struct record *record, struct error *err)
{
	if (!kind_field(record->kind, "attachments", false))
		return error_set(err, ERR_DENIED,
				 tr("%s takes no files: attach them to a document"),
				 record->common->id);
	return work_check_live(record, err);
}

int work_put_files(struct work *work, struct transaction *tx, struct record *record,
		   struct attach_file *files, size_t count, struct error *err)
{
	const struct field *field = kind_field(record->kind, "attachments", false);
	struct attaching a = { .work = work, .tx = tx, .id = record->common->id };
	struct list *list;

	if (count == 0)
		return 0;
	if (check_record_kind(record, err) < 0)
		return -1;
	list = (struct list *)(void *)((char *)(void *)record->common + field->offset);
	for (size_t i = 0; i < count; i++) {
		struct attachment entry;

		if (put_file(&a, &files[i], &entry, err) < 0)
			return -1;
		*(struct attachment *)list_add(work->arena, list, sizeof(entry)) = entry;
	}
	return 0;
}

int work_attach(struct work *work, const struct attach_request *request,
		struct findings *findings, struct work_done *done, struct error *err)
{
	const struct transaction_options options = work_transaction(work);
	auto_transaction *tx = NULL;
	struct attaching a = { .work = work, .findings = findings };
	struct index_row row = { .path = NULL };
	struct record *record;

	if (work_find(work, NULL, request->id, &row, err) < 0 ||
	    transaction_begin(&options, &tx, err) < 0 ||
	    work_read_head(work, tx, row.path, &record, err) < 0 ||
	    check_record_kind(record, err) < 0)
		return WORK_FAILED;
	a.tx = tx;
	a.id = row.id;
	a.record = record;
	for (size_t i = 0; i < request->count; i++) {
		struct attachment entry;

		if (put_file(&a, &request->files[i], &entry, err) < 0 ||
		    append(&a, &record, &entry, err) < 0)
			return WORK_FAILED;
	}
	if (findings_worst(findings) == SEVERITY_ERROR)
		return WORK_REFUSED;
	if (transaction_put(tx, row.path, record->tree.bytes, record->tree.len,
			    PUT_EXPECT_HEAD, err) < 0)
		return WORK_FAILED;
	work_note(work, done, row.id, row.path);
	return work_commit(work, tx, "attach", done, err) < 0 ? WORK_FAILED : WORK_DONE;
}
