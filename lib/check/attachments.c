#include "check/attachments.h"

#include <stdlib.h>
#include <string.h>

#include "check/privacy.h"
static const char folder[] = ATTACHMENTS_FOLDER;

enum { NAME_MAX_BYTES = 255 };

bool is_attachment(const char *path)
{
	const char *slash;

	if (strncmp(path, folder, sizeof(folder) - 1) != 0)
		return false;
	slash = strchr(path + sizeof(folder) - 1, '/');
	return slash && slash[1] && !strchr(slash + 1, '/');
}

bool attachment_owner(const char *path, char id[ID_MAX])
{
	size_t len;

	if (!is_attachment(path))
		return false;
	path += sizeof(folder) - 1;
	len = strcspn(path, "/");
	if (len >= ID_MAX)
		return false;
	memcpy(id, path, len);
	id[len] = '\0';
	return true;
}

bool is_attachment_name(const char *name)
{
	size_t len = strlen(name);

	if (len == 0 || len > NAME_MAX_BYTES || name[0] == '.')
		return false;
	for (size_t i = 0; i < len; i++)
		if (name[i] == '/' || name[i] == '\\' || (unsigned char)name[i] < 0x20 ||
		    name[i] == 0x7f)
			return false;
	return true;
}

/* ---- what was found in files ---- */

struct held {
	const char *path;
	struct findings found;
};

struct run_attachments {
	struct held *items; /* in order of path */
	size_t count;
	size_t room;
	size_t unseen; /* public, and not looked into */
};

static struct run_attachments *of_run(struct run *run)
{
	if (!run->attachments)
		run->attachments = arena_new(run->arena, struct run_attachments);
	return run->attachments;
}

void attachments_keep(struct run *run, const char *path, const char *packed)
{
	struct run_attachments *all = of_run(run);
	struct findings claims = FINDINGS(run->arena);
	struct held *held;

	all->items = array_grow(run->arena, all->items, all->count, &all->room,
				sizeof(*all->items));
	held = &all->items[all->count++];
	*held = (struct held){ .path = arena_strdup(run->arena, path),
			       .found = FINDINGS(run->arena) };
	findings_unpack(&held->found, &claims, path, packed);
}

static int keep_one(void *payload, const char *path, const char *packed)
{
	if (is_attachment(path))
		attachments_keep(payload, path, packed);
	return 0;
}

/* A run over one record has not gone through the findings of the others. */
static int load(struct run *run, struct error *err)
{
	if (run->attachments || !run->record)
		return 0;
	(void)of_run(run);
	return index_each_finding(run->index, keep_one, run, err);
}

static int by_path(const void *path, const void *held)
{
	return strcmp(path, ((const struct held *)held)->path);
}

static const struct held *find(struct run *run, const char *path)
{
	const struct run_attachments *all = of_run(run);

	if (all->count == 0)
		return NULL;
	return bsearch(path, all->items, all->count, sizeof(*all->items), by_path);
}

/* ---- which of them hold ---- */

static bool says(const struct finding *claim, const char *word)
{
	return strcmp(claim->args[2], word) == 0;
}

/* What a person has seen for want of a program. */
static bool is_answered(const struct finding *claim, enum rule_id rule)
{
	return says(claim, ATTACHMENT_IS_CHECKED) &&
	       (rule == RULE_ATTACHMENT_UNCHECKED || rule == RULE_ATTACHMENT_TOO_LARGE);
}

/* Whether the record may make that public: contacts on duty, what a law orders. */
static bool is_lifted(const struct finding *claim, enum rule_id rule)
{
	unsigned long lifted = strtoul(claim->args[3], NULL, 10);

	for (enum personal_kind kind = 0; kind < PERSONAL_KIND_COUNT; kind++)
		if (privacy_rule(kind) == rule)
			return (lifted >> (unsigned int)kind & 1UL) != 0;
	return false;
}

static void add_found(struct run *run, const struct finding *claim,
		      const struct findings *found)
{
	for (size_t i = 0; i < found->count; i++) {
		struct finding finding = found->items[i];

		if (is_answered(claim, finding.rule) || is_lifted(claim, finding.rule))
			continue;
		/* It is mended in the record. */
		if (finding.rule == RULE_ATTACHMENT_UNCHECKED) {
			finding.path = claim->path;
			finding.place = claim->place;
			finding.field = claim->field;
		}
		finding.about = claim->about;
		findings_push(run->out, &finding);
	}
}

static void path_of(const struct finding *claim, struct buf *out)
{
	buf_addf(out, "%s%s/%s", folder, claim->args[1], claim->args[0]);
}

int attachment_decide(struct run *run, struct finding *claim, struct error *err)
{
	bool is_public =
		says(claim, ATTACHMENT_IS_PUBLIC) || says(claim, ATTACHMENT_IS_CHECKED);
	const struct held *held;
	auto_buf path = BUF_INIT;

	path_of(claim, &path);
	if (!has_path(run, path.s)) {
		claim->args[2] = claim->args[3] = "";
		return 1;
	}
	if (!is_public)
		return 0;
	if (load(run, err) < 0)
		return -1;
	if (!run->catalogue->inspector && !index_has_row(run->index, path.s))
		of_run(run)->unseen++;
	held = find(run, path.s);
	if (held)
		add_found(run, claim, &held->found);
	return 0;
}

/* Whether a path was chosen that lies among the attachments. */
static bool chooses_files(const struct check_options *options)
{
	for (size_t i = 0; options && i < options->path_count; i++)
		if (strncmp(options->paths[i], folder, sizeof(folder) - 2) == 0)
			return true;
	return false;
}

bool attachments_are_chosen(struct run *run)
{
	const struct check_options *options = run->options;

	for (size_t i = 0; options && i < options->path_count; i++) {
		const char *path = options->paths[i];
		size_t len = strlen(folder) - 1;

		/* unit is no part of units/; only attachments have no rows of their own. */
		if (strncmp(path, folder, len) == 0 &&
		    index_count_below(run->index, path) > 0)
			return true;
	}
	return false;
}

int attachments_of_others(struct run *run, const char *path, const char *packed,
			  struct error *err)
{
	struct findings found = FINDINGS(run->arena);
	struct findings claims = FINDINGS(run->arena);

	if (!chooses_files(run->options) ||
	    !packed_claim(packed, RULE_ATTACHMENT_MISSING))
		return 0;
	findings_unpack(&found, &claims, path, packed);
	for (size_t i = 0; i < claims.count; i++) {
		auto_buf file = BUF_INIT;

		path_of(&claims.items[i], &file);
		if (claims.items[i].rule == RULE_ATTACHMENT_MISSING &&
		    is_selected(run->options, file.s) &&
		    attachment_decide(run, &claims.items[i], err) < 0)
			return -1;
	}
	return 0;
}

void attachments_unseen(struct run *run)
{
	const struct run_attachments *all = of_run(run);
	struct record *record = record_new(run->arena, &catalogue_kind);
	const struct finding_at at = { .place = { .line = 1, .column = 1 }, .path = "" };

	if (all->unseen == 0)
		return;
	record->path = "catalogue.yaml";
	run->out->about = NULL;
	finding_add_at(run->out, RULE_ATTACHMENTS_UNSEEN, record, &at,
		       (const char *const[]){
			       arena_printf(run->arena, "%zu", all->unseen), NULL });
}
