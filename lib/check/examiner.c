#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "check/attachments.h"
#include "check/privacy.h"
#include "check/rules_version.h"
#include "record/document.h"
#include "record/id.h"
#include "store/legal.h"

/* What the examiner knows besides the bytes; all of it is in its version. */
struct examination {
	struct kind_set kinds;
	const struct catalogue_config *config;
	const char *inspector; /* NULL: attachments are not looked into */
	struct strings texts;  /* of the office, in what is public */
	struct personal_allowed allowed;
	struct legal *legal;
};

/* Folders beside those of records; their files are no records. */
static const char *const other_folders[] = { "attachments", "calendar", "pages",
					     "templates",   "words",    "public" };

static bool is_yaml(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static bool is_hidden(const char *path)
{
	return path[0] == '.' || strstr(path, "/.");
}

static bool is_below(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	return strncmp(path, folder, len) == 0 && path[len] == '/';
}

/* All YAML but what has its own place: a record in a folder misspelt is looked at too. */
static bool wants(void *payload, const char *path)
{
	const struct examination *examination = payload;

	if (is_hidden(path))
		return false;
	if (is_attachment(path))
		return examination->inspector != NULL;
	if (!is_yaml(path))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(other_folders); i++)
		if (is_below(path, other_folders[i]))
			return false;
	return true;
}

static struct facts no_facts(void)
{
	return (struct facts){ .id = "", .kind = "", .title = "", .state = "" };
}

/* NOLINTNEXTLINE(readability-function-size): struct examiner has these parameters */
static void examine(void *payload, struct arena *arena, const char *path,
		    const char *bytes, size_t len, struct facts *facts, struct buf *out)
{
	const struct examination *examination = payload;
	struct findings found = FINDINGS(arena);
	struct findings claims = FINDINGS(arena);
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&examination->kinds, path, id);
	struct within within = { .config = examination->config,
				 .legal = examination->legal,
				 .out = &found,
				 .claims = &claims };

	if (is_attachment(path)) {
		const struct attachment_file file = {
			.path = path,
			.bytes = bytes,
			.len = len,
			.inspector = examination->inspector,
			.allowed = &examination->allowed,
		};

		*facts = no_facts();
		facts->passing = !attachment_examine(&file, &found);
	} else if (kind) {
		within.record = record_parse(arena, kind, path, bytes, len);
		*facts = record_facts(arena, within.record);
		/* One that cannot be read is there all the same: what refers to it is right. */
		if (!facts->id[0])
			facts->id = arena_strdup(arena, id);
		check_within(&within);
	} else {
		*facts = no_facts();
		check_unknown_path(&examination->kinds, path, &found);
	}
	findings_pack(&found, &claims, out);
}

static const char *terms(void *payload, struct arena *arena, const char *path,
			 const char *bytes, size_t len)
{
	const struct examination *examination = payload;
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&examination->kinds, path, id);

	return kind ? record_terms(arena, record_parse(arena, kind, path, bytes, len))
		    : "";
}

/* Why it is no readable file. */
static const char *refusal(const struct source_entry *entry, struct error *why)
{
	switch (entry->type) {
	case SOURCE_LINK:
		return ARG_MESSAGE N_("a link");
	case SOURCE_SPECIAL:
		return ARG_MESSAGE N_("a folder, a device or a pipe");
	case SOURCE_CLOSED:
	case SOURCE_FILE:
		break;
	}
	if (!entry->sys)
		return ARG_MESSAGE N_("it cannot be read");
	errno = entry->sys;
	(void)error_errno(why, "%s", tr("it cannot be read"));
	return why->text;
}

static void refuse(void *payload, struct arena *arena, const struct source_entry *entry,
		   struct buf *out)
{
	const struct examination *examination = payload;
	struct findings found = FINDINGS(arena);
	struct findings claims = FINDINGS(arena);
	struct error why = { 0 };
	char id[ID_MAX];
	const struct kind *kind = id_of_path(&examination->kinds, entry->path, id);
	struct record *record = record_new(arena, kind ? kind : &document_kind);

	record->path = entry->path;
	if (entry->sys == EFBIG && is_attachment(entry->path))
		FIND(&found, RULE_ATTACHMENT_TOO_LARGE, record, NULL,
		     ARG_MESSAGE N_("more than 64 MiB"));
	else if (entry->sys == EFBIG)
		FIND0(&found, RULE_TOO_LARGE, record, NULL);
	else
		FIND(&found, RULE_NOT_A_FILE, record, NULL, refusal(entry, &why));
	findings_pack(&found, &claims, out);
}

/* The rules as they were built, what of catalogue.yaml decides within one record, and the legal data. */
static const char *version(struct arena *arena, const struct catalogue *catalogue)
{
	static const char *const paths[] = { "public-x", "clearance-steps", "level",
					     "allow",    "contact",         "remedies" };
	char hex[SHA256_HEX_SIZE];
	auto_buf text = BUF_INIT;

	for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
		const struct field *field = kind_field(&catalogue_kind, paths[i], false);

		if (field_is_set(field, catalogue->config))
			field_write_flow(field, catalogue->config, &text);
		buf_addc(&text, '\n');
	}
	for (size_t i = 0; i < catalogue->kinds.count; i++)
		buf_addf(&text, "%s\n", catalogue->kinds.items[i]->name);
	buf_addf(&text, "%s\n", legal_version(catalogue->legal));
	sha256_hex(text.s, text.len, hex);
	return arena_printf(arena, "%s %s", GK_RULES_VERSION, hex);
}

const struct examiner *check_examiner(struct arena *arena, struct catalogue *catalogue)
{
	struct examiner *examiner = arena_new(arena, struct examiner);
	struct examination *examination = arena_new(arena, struct examination);

	*examination = (struct examination){ .kinds = catalogue->kinds,
					     .config = catalogue->config,
					     .inspector = catalogue->inspector,
					     .legal = catalogue->legal };
	examination->texts = privacy_allowed(arena, catalogue->config);
	examination->allowed.texts = &examination->texts;
	*examiner = (struct examiner){ .version = version(arena, catalogue),
				       .examine = examine,
				       .terms = terms,
				       .payload = examination,
				       .refuse = refuse,
				       .wants = wants,
				       .kinds = catalogue->kinds };
	return examiner;
}
