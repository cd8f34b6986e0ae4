#include <string.h>

#include "check/form_private.h"
#include "check/frame.h"

#define INDENT_PERSON  "      "
#define INDENT_PROGRAM "    "

static const char *color_of(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return "\033[31m";
	case SEVERITY_WARNING:
		return "\033[33m";
	case SEVERITY_INFO:
		return "\033[34m";
	case SEVERITY_OFF:
		break;
	}
	return "";
}

static const char *severity_text(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return tr("error");
	case SEVERITY_WARNING:
		return tr("warning");
	case SEVERITY_INFO:
		return tr("note");
	case SEVERITY_OFF:
		break;
	}
	return "";
}

static void add_line(struct buf *out, const char *before, finding_fn write,
		     const struct finding *f)
{
	size_t start = out->len;

	buf_adds(out, before);
	write(f, out);
	if (out->len == start + strlen(before)) {
		buf_truncate(out, start);
		return;
	}
	text_in_one_line(out, start);
	buf_addc(out, '\n');
}

static void add_name(const struct finding *f, struct buf *out)
{
	const char *label = finding_label(f);

	buf_addf(out, "%s%s%s", f->title && *f->title ? f->title : f->path,
		 *label ? " · " : "", label);
}

static void add_place(const struct finding *f, struct buf *out)
{
	buf_addf(out, "%s:%u:%u [%s]", f->path, f->place.line, f->place.column,
		 rules[f->rule].slug);
}

/* For a person: what the record and the field are called, what to do, and last where it stands. */
static void add_for_person(const struct finding *f, struct frames *frames,
			   struct buf *out)
{
	buf_addf(out, "%s%s%s", frames->mark_on, severity_text(f->severity),
		 frames->mark_off);
	add_line(out, "  ", add_name, f);
	add_line(out, INDENT_PERSON, finding_text, f);
	add_line(out, INDENT_PERSON "→ ", finding_hint, f);
	add_line(out, INDENT_PERSON, add_place, f);
	frames_add(frames, f, out);
}

/* For a log and for editors: path:line:column first. */
static void add_for_program(const struct finding *f, struct frames *frames,
			    struct buf *out)
{
	buf_adds(out, frames->mark_on);
	finding_line(f, out);
	buf_addf(out, "%s\n", frames->mark_off);
	add_line(out, INDENT_PROGRAM, finding_hint, f);
	frames_add(frames, f, out);
}

void form_text_list(const struct told *told, const struct finding *const *list,
		    size_t count, struct buf *out)
{
	struct frames frames = { .result = told->result,
				 .columns = told->columns,
				 .indent = told->person ? INDENT_PERSON : INDENT_PROGRAM,
				 .bytes = BUF_INIT };

	for (size_t i = 0; i < count; i++) {
		frames.mark_on = told->color ? color_of(list[i]->severity) : "";
		frames.mark_off = told->color ? "\033[0m" : "";
		if (told->person)
			add_for_person(list[i], &frames, out);
		else
			add_for_program(list[i], &frames, out);
	}
	frames_release(&frames);
}

void form_text(const struct told *told, struct buf *out)
{
	form_text_list(told, told->worst_first, told->result->findings.count, out);
}

void form_short(const struct told *told, struct buf *out)
{
	for (size_t i = 0; i < told->result->findings.count; i++) {
		const struct finding *f = told->worst_first[i];

		buf_adds(out, told->color ? color_of(f->severity) : "");
		finding_line(f, out);
		buf_addf(out, "%s\n", told->color ? "\033[0m" : "");
	}
}
