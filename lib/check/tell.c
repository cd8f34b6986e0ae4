#include "base/i18n.h"
#include "check/finding.h"

static const char *in_language(const char *zh, const char *en)
{
	return i18n_language() == LANGUAGE_ZH ? zh : en;
}

void finding_line(const struct finding *finding, struct buf *out)
{
	buf_addf(out, "%s:%u:%u: %s: ", finding->path, finding->place.line,
		 finding->place.column, severity_name(finding->severity));
	finding_text(finding, out);
	buf_addf(out, " [%s]", rules[finding->rule].slug);
}

static void json_text(struct json *json, const char *key,
		      void (*write)(const struct finding *, struct buf *),
		      const struct finding *finding)
{
	auto_buf text = BUF_INIT;

	write(finding, &text);
	json_key(json, key);
	json_string_n(json, text.s, text.len);
}

static void json_number(struct json *json, const char *key, size_t n)
{
	json_key(json, key);
	json_int(json, (int64_t)n);
}

static void json_finding(const struct finding *finding, struct json *json)
{
	const struct rule *rule = &rules[finding->rule];

	json_open_object(json);
	json_member(json, "rule", rule->slug);
	json_member(json, "group", group_name(rule->group));
	json_member(json, "severity", severity_name(finding->severity));
	json_member(json, "path", finding->path);
	json_number(json, "line", finding->place.line);
	json_number(json, "column", finding->place.column);
	json_member(json, "field", finding->field);
	json_member(json, "label", in_language(finding->label_zh, finding->label_en));
	json_member(json, "title", finding->title);
	json_text(json, "text", finding_text, finding);
	json_text(json, "hint", finding_hint, finding);
	json_member(json, "law", rule->law);
	json_close(json);
}

void findings_json(const struct findings *findings, size_t records, struct json *json)
{
	static const enum severity told[] = { SEVERITY_ERROR, SEVERITY_WARNING,
					      SEVERITY_INFO };

	json_open_object(json);
	json_member(json, "schema", "gk.validate/1");
	json_key(json, "counts");
	json_open_object(json);
	json_number(json, "records", records);
	for (size_t i = 0; i < ARRAY_LEN(told); i++)
		json_number(json, severity_name(told[i]),
			    findings_count(findings, told[i]));
	json_close(json);
	json_key(json, "findings");
	json_open_array(json);
	for (size_t i = 0; i < findings->count; i++)
		json_finding(&findings->items[i], json);
	json_close(json);
	json_close(json);
}
