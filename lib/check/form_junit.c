#include "check/form_private.h"
#include "format/xml_write.h"

/*
 * A finding is a test case.  An error is a failure, a waived one is skipped; what does not
 * fail the run passes and says itself in system-out.  Nothing found is one case that passes.
 */

static void open_case(struct xml_writer *x, const struct finding *f)
{
	auto_buf name = BUF_INIT;

	buf_addf(&name, "%s %u:%u", rules[f->rule].slug, f->place.line, f->place.column);
	xml_open(x, "testcase");
	xml_attr(x, "name", name.s);
	xml_attr(x, "classname", f->path);
	xml_attr(x, "time", "0");
}

static void add_body(const struct finding *f, struct buf *out)
{
	finding_line(f, out);
	buf_addc(out, '\n');
	finding_hint(f, out);
}

static void add_finding(struct xml_writer *x, const struct finding *f)
{
	auto_buf text = BUF_INIT;
	auto_buf body = BUF_INIT;

	finding_text(f, &text);
	add_body(f, &body);
	open_case(x, f);
	if (f->severity == SEVERITY_ERROR) {
		xml_open(x, "failure");
		xml_attr(x, "message", text.s);
		xml_attr(x, "type", rules[f->rule].slug);
	} else {
		xml_open(x, "system-out");
	}
	xml_text(x, body.s);
	xml_close(x);
	xml_close(x);
}

static void add_waived(struct xml_writer *x, const struct finding *f)
{
	auto_buf text = BUF_INIT;

	waiver_text(f->waiver, &text);
	open_case(x, f);
	xml_open(x, "skipped");
	xml_attr(x, "message", text.s);
	xml_close(x);
	xml_close(x);
}

static void add_totals(struct xml_writer *x, const struct check_result *result,
		       size_t cases)
{
	xml_attr(x, "name", "gk validate");
	xml_attr_number(x, "tests", cases);
	xml_attr_number(x, "failures", findings_count(&result->findings, SEVERITY_ERROR));
	xml_attr(x, "errors", "0");
	xml_attr_number(x, "skipped", result->waived.count);
	xml_attr(x, "time", "0");
}

void form_junit(const struct told *told, struct buf *out)
{
	const struct check_result *result = told->result;
	size_t found = result->findings.count + result->waived.count;
	struct xml_writer x;

	xml_init(&x, out);
	xml_open(&x, "testsuites");
	add_totals(&x, result, found > 0 ? found : 1);
	xml_open(&x, "testsuite");
	add_totals(&x, result, found > 0 ? found : 1);
	for (size_t i = 0; i < result->findings.count; i++)
		add_finding(&x, told->worst_first[i]);
	for (size_t i = 0; i < result->waived.count; i++)
		add_waived(&x, &result->waived.items[i]);
	if (found == 0) {
		xml_open(&x, "testcase");
		xml_attr(&x, "name", "gk validate");
		xml_attr(&x, "classname", "catalogue");
		xml_attr(&x, "time", "0");
		xml_close(&x);
	}
	xml_close(&x);
	xml_close(&x);
}
