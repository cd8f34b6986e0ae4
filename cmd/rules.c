#include <string.h>

#include "base/buf.h"
#include "check/rule_page.h"
#include "cmd/commands.h"
#include "cmd/selection.h"
#include "format/json.h"

enum { SEVERITY_COLUMNS = 8 };

struct rules_options {
	const char *group;
	const char *format;
	bool reference;
};

static const struct opt opts[] = {
	{ "group", 'g', OPT_STRING, offsetof(struct rules_options, group), N_("GROUP"),
	  NULL, N_("only the rules of one group") },
	{ "format", 'f', OPT_CHOICE, offsetof(struct rules_options, format), NULL,
	  "text|json|names|groups", N_("how to print them") },
	{ "reference", 0, OPT_FLAG, offsetof(struct rules_options, reference), NULL, NULL,
	  N_("print the pages of the reference in Markdown instead") },
	OPT_END,
};

static int slug_columns(void)
{
	size_t columns = 0;

	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		if (strlen(rules[id].slug) > columns)
			columns = strlen(rules[id].slug);
	return (int)columns;
}

static void text_rule(const struct rule *rule, struct buf *out)
{
	buf_addf(out, "  %-*s %-*s", slug_columns(), rule->slug, SEVERITY_COLUMNS,
		 severity_name(rule->severity));
	rule_what(rule, out);
	buf_addc(out, '\n');
}

static void print_text(enum rule_group only, struct buf *out)
{
	for (enum rule_group group = 0; group < GROUP_COUNT; group++) {
		bool has_title = false;

		for (enum rule_id id = 0; id < RULE_COUNT; id++) {
			if (rules[id].group != group ||
			    (only != GROUP_COUNT && only != group))
				continue;
			if (!has_title)
				buf_addf(out, "%s: %s\n", group_name(group),
					 group_title(group));
			has_title = true;
			text_rule(&rules[id], out);
		}
	}
}

static void json_text(struct json *json, const char *key,
		      void (*write)(const struct rule *rule, struct buf *out),
		      const struct rule *rule)
{
	auto_buf text = BUF_INIT;

	write(rule, &text);
	json_member(json, key, text.s);
}

static void json_flag(struct json *json, const char *key, const struct rule *rule,
		      unsigned int flag)
{
	json_key(json, key);
	json_bool(json, rule->flags & flag);
}

static void json_rule(const struct rule *rule, struct json *json)
{
	json_open_object(json);
	json_member(json, "rule", rule->slug);
	json_member(json, "group", group_name(rule->group));
	json_member(json, "severity", severity_name(rule->severity));
	json_flag(json, "locked", rule, RULE_LOCKED);
	json_flag(json, "draft", rule, RULE_DRAFT);
	json_flag(json, "time", rule, RULE_TIME);
	json_text(json, "text", rule_what, rule);
	json_text(json, "hint", rule_mending, rule);
	json_member(json, "why", tr(rule->why));
	json_member(json, "law", rule->law);
	json_close(json);
}

static void print_json(enum rule_group only, struct buf *out)
{
	struct json json;

	json_init(&json, out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "schema", "gk.rules/1");
	json_key(&json, "rules");
	json_open_array(&json);
	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		if (only == GROUP_COUNT || rules[id].group == only)
			json_rule(&rules[id], &json);
	json_close(&json);
	json_close(&json);
}

static void print_names(enum rule_group only, struct buf *out)
{
	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		if (only == GROUP_COUNT || rules[id].group == only)
			buf_addf(out, "%s\n", rules[id].slug);
}

static void print_groups(enum rule_group only, struct buf *out)
{
	for (enum rule_group group = 0; group < GROUP_COUNT; group++)
		if (only == GROUP_COUNT || group == only)
			buf_addf(out, "%s\n", group_name(group));
}

static void print_reference(enum rule_group only, struct buf *out)
{
	if (only == GROUP_COUNT)
		rule_index(out);
	for (enum rule_id id = 0; id < RULE_COUNT; id++)
		if (only == GROUP_COUNT || rules[id].group == only)
			rule_page(&rules[id], out);
}

typedef void (*printer)(enum rule_group only, struct buf *out);

static printer printer_of(const char *format)
{
	static const struct {
		const char *name;
		printer print;
	} all[] = { { "text", print_text },
		    { "json", print_json },
		    { "names", print_names },
		    { "groups", print_groups } };

	for (size_t i = 0; format && i < ARRAY_LEN(all); i++)
		if (strcmp(all[i].name, format) == 0)
			return all[i].print;
	return print_text;
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct rules_options *o = options;
	enum rule_group only = o->group ? group_find(o->group) : GROUP_COUNT;
	auto_buf out = BUF_INIT;

	if (argc != 0)
		return complain_usage(
			app, tr("'%s' is too much; gk explain tells of one rule"),
			argv[0]);
	if (o->group && only == GROUP_COUNT)
		return complain_group(app, o->group);
	if (o->reference)
		print_reference(only, &out);
	else
		printer_of(o->format)(only, &out);
	(void)fwrite(out.s, 1, out.len, app->out);
	return EXIT_STATUS_OK;
}

const struct command cmd_rules = {
	.name = "rules",
	.zh = "规则",
	.args = N_("[OPTION]..."),
	.summary = N_("list the rules that records are checked by"),
	.examples = "  gk rules\n  gk rules --group privacy\n  gk rules --format=json\n",
	.opts = opts,
	.options_size = sizeof(struct rules_options),
	.run = run,
};
