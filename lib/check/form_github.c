#include "check/form_private.h"

/*
 * Workflow commands of GitHub Actions.  Of one step ten errors, ten warnings and ten notices
 * become annotations and the rest nothing at all: the worst come first, and where some
 * are left out a last notice says how many.
 */
enum { ANNOTATIONS = 10 };

/* % first of all; in a property also what ends it. */
static void add_escaped(struct buf *out, const char *text, const char *also)
{
	for (; *text; text++) {
		bool is_end = *text == '\r' || *text == '\n' || *text == '%';

		for (const char *p = also; *p && !is_end; p++)
			is_end = *text == *p;
		if (is_end)
			buf_addf(out, "%%%02X", (unsigned int)(unsigned char)*text);
		else
			buf_addc(out, *text);
	}
}

static void add_property(struct buf *out, const char *name, const char *value)
{
	buf_addf(out, "%s=", name);
	add_escaped(out, value, ":,");
}

static const char *command_of(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return "error";
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_INFO:
	case SEVERITY_OFF:
		break;
	}
	return "notice";
}

static void add_title(const struct finding *f, struct buf *out)
{
	const char *label = finding_label(f);

	buf_addf(out, "%s%s%s [%s]", f->title && *f->title ? f->title : f->path,
		 *label ? " · " : "", label, rules[f->rule].slug);
}

static void add_annotation(const struct told *told, const struct finding *f,
			   struct buf *out)
{
	auto_buf path = BUF_INIT;
	auto_buf title = BUF_INIT;
	auto_buf message = BUF_INIT;
	auto_buf hint = BUF_INIT;

	buf_addf(&path, "%s%s", told->prefix, f->path);
	add_title(f, &title);
	finding_text(f, &message);
	finding_hint(f, &hint);
	if (hint.len > 0)
		buf_addf(&message, "\n%s", hint.s);
	buf_addf(out, "::%s ", command_of(f->severity));
	add_property(out, "file", path.s);
	buf_addf(out, ",line=%u,col=%u,", f->place.line, f->place.column);
	add_property(out, "title", title.s);
	buf_adds(out, "::");
	add_escaped(out, message.s, "");
	buf_addc(out, '\n');
}

void form_github(const struct told *told, struct buf *out)
{
	const struct findings *findings = &told->result->findings;
	size_t shown[SEVERITY_ERROR + 1] = { 0 };
	size_t room[SEVERITY_ERROR + 1] = { 0 };
	bool is_full = false;
	size_t left_out = 0;

	for (enum severity s = SEVERITY_INFO; s <= SEVERITY_ERROR; s++) {
		room[s] = ANNOTATIONS;
		is_full = is_full || findings_count(findings, s) > ANNOTATIONS;
	}
	/* The last notice is one of the ten. */
	room[SEVERITY_INFO] -= is_full;
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *f = told->worst_first[i];

		if (shown[f->severity] == room[f->severity]) {
			left_out++;
			continue;
		}
		shown[f->severity]++;
		add_annotation(told, f, out);
	}
	if (left_out > 0)
		buf_addf(out,
			 trn("::notice::%zu more finding is left out here; gk validate "
			     "prints all\n",
			     "::notice::%zu more findings are left out here; gk validate "
			     "prints all\n",
			     left_out),
			 left_out);
}
