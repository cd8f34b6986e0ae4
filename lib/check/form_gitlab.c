#include "check/form_private.h"

/* What can be neither lowered nor waived is what GitLab calls a blocker. */
static const char *severity_of(const struct finding *f)
{
	switch (f->severity) {
	case SEVERITY_ERROR:
		return rules[f->rule].flags & RULE_LOCKED ? "blocker" : "major";
	case SEVERITY_WARNING:
		return "minor";
	case SEVERITY_INFO:
	case SEVERITY_OFF:
		break;
	}
	return "info";
}

static void add_description(const struct finding *f, struct buf *out)
{
	auto_buf hint = BUF_INIT;

	finding_text(f, out);
	finding_hint(f, &hint);
	if (hint.len > 0)
		buf_addf(out, " → %s", hint.s);
}

static void add_finding(const struct told *told, const struct finding *f,
			struct json *json)
{
	size_t at = (size_t)(f - told->result->findings.items);
	auto_buf path = BUF_INIT;

	buf_addf(&path, "%s%s", told->prefix, f->path);
	json_open_object(json);
	json_finding_text(json, "description", add_description, f);
	json_member(json, "check_name", rules[f->rule].slug);
	json_member(json, "fingerprint", told->names[at]);
	json_member(json, "severity", severity_of(f));
	json_key(json, "location");
	json_open_object(json);
	json_member(json, "path", path.s);
	json_key(json, "lines");
	json_open_object(json);
	json_number(json, "begin", f->place.line);
	json_close(json);
	json_close(json);
	json_close(json);
}

void form_gitlab(const struct told *told, struct buf *out)
{
	struct json json;

	json_init(&json, out, JSON_PRETTY);
	json_open_array(&json);
	for (size_t i = 0; i < told->result->findings.count; i++)
		add_finding(told, told->worst_first[i], &json);
	json_close(&json);
}
