#include <stdlib.h>
#include <string.h>

#include "check/form_private.h"

/*
 * SARIF 2.1.0.  A rule has no helpUri: that is an absolute address, and its page lies in
 * docs/reference/rules wherever gk is installed; its help is here in full, in both languages.
 */
#define SCHEMA                                                                \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/" \
	"sarif-schema-2.1.0.json"
#define ROOT        "%SRCROOT%"
#define FINGERPRINT "gkFinding/v1"

/* What results refer to by number. */
struct tables {
	size_t rule[RULE_COUNT]; /* 1 and up for those in use */
	size_t rule_count;
	const char **paths;
	size_t path_count;
};

static int by_text(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void collect(struct tables *tables, const struct findings *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct finding *f = &list->items[i];

		if (!tables->rule[f->rule])
			tables->rule[f->rule] = ++tables->rule_count;
		tables->paths[tables->path_count++] = f->path;
	}
}

static void make_tables(struct tables *tables, struct arena *arena,
			const struct check_result *result)
{
	size_t kept = 0;

	tables->paths = arena_array(arena, const char *,
				    result->findings.count + result->waived.count +
					    result->known.count + 1);
	collect(tables, &result->findings);
	collect(tables, &result->known);
	collect(tables, &result->waived);
	qsort(tables->paths, tables->path_count, sizeof(const char *), by_text);
	for (size_t i = 0; i < tables->path_count; i++)
		if (kept == 0 || strcmp(tables->paths[kept - 1], tables->paths[i]) != 0)
			tables->paths[kept++] = tables->paths[i];
	tables->path_count = kept;
}

static size_t path_index(const struct tables *tables, const char *path)
{
	const char **found = bsearch(&path, tables->paths, tables->path_count,
				     sizeof(const char *), by_text);

	return (size_t)(found - tables->paths);
}

static const char *level_of(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return "error";
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_INFO:
		return "note";
	case SEVERITY_OFF:
		break;
	}
	return "none";
}

/* {"text": …} of a text of a rule. */
static void add_message(struct json *json, const char *key, const char *text,
			const char *law)
{
	auto_buf filled = BUF_INIT;

	rule_fill(text, &filled);
	/* The law in the brackets of the text's own language, whose last sign tells it. */
	if (*law && filled.len > 0 && (unsigned char)filled.s[filled.len - 1] >= 0x80)
		buf_addf(&filled, "（%s）", law);
	else if (*law)
		buf_addf(&filled, " (%s)", law);
	json_key(json, key);
	json_open_object(json);
	json_member(json, "text", filled.s);
	json_close(json);
}

static void add_rule_words(struct json *json, const struct rule *rule,
			   const struct rule_words *words)
{
	json_member(json, "id", rule->slug);
	add_message(json, "shortDescription", words->text, "");
	add_message(json, "fullDescription", words->why, rule->law);
	add_message(json, "help", words->hint, "");
}

static void add_rule(struct json *json, const struct rule *rule)
{
	json_key(json, "defaultConfiguration");
	json_open_object(json);
	json_member(json, "level", level_of(rule->severity));
	json_close(json);
	json_key(json, "properties");
	json_open_object(json);
	json_key(json, "tags");
	json_open_array(json);
	json_string(json, group_name(rule->group));
	json_close(json);
	json_close(json);
}

/* The rules in use, in the order of their numbers. */
static void add_rules(struct json *json, const struct tables *tables,
		      const struct rule_words *words, bool is_whole)
{
	enum rule_id order[RULE_COUNT];

	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		if (tables->rule[id])
			order[tables->rule[id] - 1] = id;
	json_key(json, "rules");
	json_open_array(json);
	for (size_t i = 0; i < tables->rule_count; i++) {
		json_open_object(json);
		add_rule_words(json, &rules[order[i]], &words[order[i]]);
		if (is_whole)
			add_rule(json, &rules[order[i]]);
		json_close(json);
	}
	json_close(json);
}

static const char *language_tag(enum language language)
{
	return language == LANGUAGE_ZH ? "zh-CN" : "en";
}

static void add_tool(struct json *json, const struct told *told,
		     const struct tables *tables)
{
	enum language language = i18n_language();
	enum language other = language == LANGUAGE_ZH ? LANGUAGE_EN : LANGUAGE_ZH;

	json_key(json, "tool");
	json_open_object(json);
	json_key(json, "driver");
	json_open_object(json);
	json_member(json, "name", "gk");
	json_member(json, "semanticVersion", told->version);
	json_member(json, "language", language_tag(language));
	add_rules(json, tables, told->words[language], /* is_whole */ true);
	json_close(json);
	json_close(json);
	json_member(json, "language", language_tag(language));
	json_key(json, "translations");
	json_open_array(json);
	json_open_object(json);
	json_member(json, "name", "gk");
	json_member(json, "language", language_tag(other));
	add_rules(json, tables, told->words[other], /* is_whole */ false);
	json_close(json);
	json_close(json);
}

/* RFC 3986: what is no unreserved character is written by its bytes. */
static void add_uri(struct buf *out, const char *path)
{
	static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstu"
					 "vwxyz0123456789-._~/";

	for (; *path; path++) {
		if (strchr(unreserved, *path))
			buf_addc(out, *path);
		else
			buf_addf(out, "%%%02X", (unsigned int)(unsigned char)*path);
	}
}

/* `index` SIZE_MAX: in the table of them itself. */
static void add_artifact(struct json *json, const char *key, const struct told *told,
			 const char *path, size_t index)
{
	auto_buf uri = BUF_INIT;

	add_uri(&uri, told->prefix);
	add_uri(&uri, path);
	json_key(json, key);
	json_open_object(json);
	json_member(json, "uri", uri.s);
	json_member(json, "uriBaseId", ROOT);
	if (index != SIZE_MAX)
		json_number(json, "index", index);
	json_close(json);
}

static void add_artifacts(struct json *json, const struct told *told,
			  const struct tables *tables)
{
	json_key(json, "originalUriBaseIds");
	json_open_object(json);
	json_key(json, ROOT);
	json_open_object(json);
	add_message(json, "description", tr("the top of the repository"), "");
	json_close(json);
	json_close(json);
	json_key(json, "artifacts");
	json_open_array(json);
	for (size_t i = 0; i < tables->path_count; i++) {
		json_open_object(json);
		add_artifact(json, "location", told, tables->paths[i], SIZE_MAX);
		json_close(json);
	}
	json_close(json);
}

static void add_location(struct json *json, const struct told *told,
			 const struct tables *tables, const struct finding *f)
{
	json_key(json, "locations");
	json_open_array(json);
	json_open_object(json);
	json_key(json, "physicalLocation");
	json_open_object(json);
	add_artifact(json, "artifactLocation", told, f->path,
		     path_index(tables, f->path));
	json_key(json, "region");
	json_open_object(json);
	json_number(json, "startLine", f->place.line);
	json_number(json, "startColumn", f->place.column);
	json_close(json);
	json_close(json);
	if (*f->field) {
		json_key(json, "logicalLocations");
		json_open_array(json);
		json_open_object(json);
		json_member(json, "name", finding_label(f));
		json_member(json, "fullyQualifiedName", f->field);
		json_close(json);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

static void add_text(const struct finding *f, struct buf *out)
{
	auto_buf hint = BUF_INIT;

	finding_text(f, out);
	finding_hint(f, &hint);
	if (hint.len > 0)
		buf_addf(out, "\n→ %s", hint.s);
}

static void add_suppression(struct json *json, const struct waiver *waiver)
{
	auto_buf text = BUF_INIT;

	waiver_text(waiver, &text);
	json_key(json, "suppressions");
	json_open_array(json);
	json_open_object(json);
	json_member(json, "kind", "inSource");
	json_member(json, "status", "accepted");
	json_member(json, "justification", text.s);
	json_close(json);
	json_close(json);
}

static void add_result(struct json *json, const struct told *told,
		       const struct tables *tables, const struct finding *f,
		       const char *name)
{
	json_open_object(json);
	json_member(json, "ruleId", rules[f->rule].slug);
	json_number(json, "ruleIndex", tables->rule[f->rule] - 1);
	json_member(json, "level", level_of(f->severity));
	json_key(json, "message");
	json_open_object(json);
	json_finding_text(json, "text", add_text, f);
	json_close(json);
	add_location(json, told, tables, f);
	json_key(json, "partialFingerprints");
	json_open_object(json);
	json_member(json, FINGERPRINT, name);
	json_close(json);
	if (f->waiver)
		add_suppression(json, f->waiver);
}

static void add_results(struct json *json, const struct told *told,
			const struct tables *tables)
{
	const struct check_result *result = told->result;
	const char *new_state = result->has_baseline ? "new" : NULL;
	const char *old_state = result->has_baseline ? "unchanged" : NULL;

	json_key(json, "results");
	json_open_array(json);
	for (size_t i = 0; i < result->findings.count; i++) {
		const struct finding *f = told->worst_first[i];

		add_result(json, told, tables, f,
			   told->names[f - result->findings.items]);
		json_member(json, "baselineState", new_state);
		json_close(json);
	}
	for (size_t i = 0; i < result->known.count; i++) {
		add_result(json, told, tables, &result->known.items[i], told->known[i]);
		json_member(json, "baselineState", old_state);
		json_close(json);
	}
	/* A baseline is compared with what counts: what is waived never did. */
	for (size_t i = 0; i < result->waived.count; i++) {
		add_result(json, told, tables, &result->waived.items[i], told->waived[i]);
		json_member(json, "baselineState", old_state);
		json_close(json);
	}
	json_close(json);
}

void form_sarif(const struct told *told, struct buf *out)
{
	struct arena arena = ARENA_INIT;
	struct tables tables = { 0 };
	struct json json;

	make_tables(&tables, &arena, told->result);
	json_init(&json, out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "$schema", SCHEMA);
	json_member(&json, "version", "2.1.0");
	json_key(&json, "runs");
	json_open_array(&json);
	json_open_object(&json);
	add_tool(&json, told, &tables);
	json_member(&json, "columnKind", "unicodeCodePoints");
	add_artifacts(&json, told, &tables);
	add_results(&json, told, &tables);
	json_close(&json);
	json_close(&json);
	json_close(&json);
	arena_clear(&arena);
}
