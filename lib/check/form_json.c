#include "check/form_private.h"

void json_finding_text(struct json *json, const char *key, finding_fn write,
		       const struct finding *finding)
{
	auto_buf text = BUF_INIT;

	write(finding, &text);
	json_key(json, key);
	json_string_n(json, text.s, text.len);
}

void json_number(struct json *json, const char *key, size_t n)
{
	json_key(json, key);
	json_int(json, (int64_t)n);
}

static void add_day(struct json *json, const char *key, struct date day)
{
	char iso[DATE_ISO_SIZE];

	if (date_is_set(day))
		json_member(json, key, date_iso(day, iso));
}

static void add_waiver(struct json *json, const struct waiver *waiver)
{
	json_key(json, "waiver");
	json_open_object(json);
	json_member(json, "reason", waiver->reason);
	json_member(json, "by", waiver->by);
	add_day(json, "date", waiver->date);
	add_day(json, "until", waiver->until);
	json_close(json);
}

static void add_finding(struct json *json, const struct finding *finding,
			const char *name)
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
	json_member(json, "label", finding_label(finding));
	json_member(json, "title", finding->title ? finding->title : "");
	json_finding_text(json, "text", finding_text, finding);
	json_finding_text(json, "hint", finding_hint, finding);
	json_member(json, "law", rule->law);
	json_member(json, "fingerprint", name);
	if (finding->waiver)
		add_waiver(json, finding->waiver);
	json_close(json);
}

static void add_list(struct json *json, const char *key, const struct findings *list,
		     const char *const *names)
{
	json_key(json, key);
	json_open_array(json);
	for (size_t i = 0; i < list->count; i++)
		add_finding(json, &list->items[i], names[i]);
	json_close(json);
}

static void add_counts(struct json *json, const struct check_result *result)
{
	static const enum severity told[] = { SEVERITY_ERROR, SEVERITY_WARNING,
					      SEVERITY_INFO };

	json_key(json, "counts");
	json_open_object(json);
	json_number(json, "records", result->records);
	for (size_t i = 0; i < ARRAY_LEN(told); i++)
		json_number(json, severity_name(told[i]),
			    findings_count(&result->findings, told[i]));
	json_number(json, "waived", result->waived.count);
	if (result->has_baseline)
		json_number(json, "known", result->known.count);
	json_close(json);
}

static void add_selection(struct json *json, const struct told *told)
{
	json_key(json, "selection");
	json_open_object(json);
	json_key(json, "paths");
	json_open_array(json);
	for (size_t i = 0; told->paths && i < told->paths->count; i++)
		json_string(json, told->paths->items[i]);
	json_close(json);
	json_key(json, "options");
	json_open_array(json);
	for (size_t i = 0; i < told->option_count; i++) {
		json_open_object(json);
		json_member(json, "name", told->options[i].name);
		json_member(json, "value", told->options[i].value);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

void form_json(const struct told *told, struct buf *out)
{
	struct json json;

	json_init(&json, out, JSON_PRETTY);
	json_open_object(&json);
	json_member(&json, "schema", "gk.validate/1");
	add_selection(&json, told);
	add_counts(&json, told->result);
	add_list(&json, "findings", &told->result->findings, told->names);
	add_list(&json, "waived", &told->result->waived, told->waived);
	json_close(&json);
}
