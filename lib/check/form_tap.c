#include "check/form_private.h"

/*
 * TAP 13, which the readers of 14 read as well: a finding is a test point.  What does not fail the run is `not ok … # TODO`, which no
 * harness counts as a failure; a waived one is `# SKIP`.
 */

/* In a description # begins a directive and \ escapes. */
static void add_description(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '#' || *text == '\\')
			buf_addc(out, '\\');
		buf_addc(out, *text);
	}
}

/* A text in quotes is the same in JSON and in the YAML of TAP, once it has no control characters. */
static void add_member(struct buf *out, const char *key, const char *text)
{
	auto_buf line = BUF_INIT;
	struct json json;

	buf_adds(&line, text);
	text_in_one_line(&line, 0);
	buf_addf(out, "  %s: ", key);
	json_init(&json, out, JSON_COMPACT);
	json_string(&json, line.s);
	buf_addc(out, '\n');
}

static void add_block(const struct finding *f, struct buf *out)
{
	auto_buf text = BUF_INIT;
	auto_buf hint = BUF_INIT;

	finding_text(f, &text);
	finding_hint(f, &hint);
	buf_adds(out, "  ---\n");
	add_member(out, "severity", severity_name(f->severity));
	add_member(out, "rule", rules[f->rule].slug);
	add_member(out, "message", text.s);
	add_member(out, "hint", hint.s);
	add_member(out, "law", rules[f->rule].law);
	add_member(out, "file", f->path);
	buf_addf(out, "  line: %u\n  column: %u\n  ...\n", f->place.line,
		 f->place.column);
}

static void add_point(const struct finding *f, size_t number, struct buf *out)
{
	bool is_ok = f->waiver != NULL;
	auto_buf line = BUF_INIT;
	auto_buf waiver = BUF_INIT;

	finding_line(f, &line);
	buf_addf(out, "%s %zu - ", is_ok ? "ok" : "not ok", number);
	add_description(out, line.s);
	if (f->waiver) {
		waiver_text(f->waiver, &waiver);
		text_in_one_line(&waiver, 0);
		buf_addf(out, " # SKIP %s\n", waiver.s);
		return;
	}
	if (f->severity != SEVERITY_ERROR)
		buf_addf(out, " # TODO %s", severity_name(f->severity));
	buf_addc(out, '\n');
	add_block(f, out);
}

void form_tap(const struct told *told, struct buf *out)
{
	const struct check_result *result = told->result;
	size_t found = result->findings.count + result->waived.count;

	buf_addf(out, "TAP version 13\n1..%zu\n", found > 0 ? found : 1);
	for (size_t i = 0; i < result->findings.count; i++)
		add_point(told->worst_first[i], i + 1, out);
	for (size_t i = 0; i < result->waived.count; i++)
		add_point(&result->waived.items[i], result->findings.count + i + 1, out);
	if (found == 0)
		buf_addf(out,
			 trn("ok 1 - %zu record\n", "ok 1 - %zu records\n",
			     result->records),
			 result->records);
}
