#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/cmd.h"

enum { NAME_COLUMNS = 26, COMMAND_COLUMNS = 15, CHINESE_COLUMNS = 12, LINE_COLUMNS = 80 };

static void add_option_name(struct buf *out, const struct opt *o)
{
	if (o->key)
		buf_addf(out, "-%c, ", o->key);
	buf_addf(out, "--%s", o->name);
	if (o->choices)
		buf_addf(out, "=%s", o->choices);
	else if (o->arg)
		buf_addf(out, "=%s", tr(o->arg));
}

/* The rest of a line that begins at `indent`, further lines under it. */
static void print_wrapped(const char *text, size_t indent, FILE *out)
{
	while (*text) {
		size_t len = utf8_fit_line(text, LINE_COLUMNS - indent);

		(void)fprintf(out, "%.*s\n", (int)len, text);
		text += len;
		text += strspn(text, " ");
		if (*text)
			(void)fprintf(out, "%*s", (int)indent, "");
	}
}

static void print_options(const struct opt *opts, FILE *out)
{
	for (const struct opt *o = opts; o && o->name; o++) {
		auto_buf line = BUF_INIT;

		add_option_name(&line, o);
		if (utf8_width(line.s) > NAME_COLUMNS)
			(void)fprintf(out, "  %s\n  %*s  ", line.s, NAME_COLUMNS, "");
		else
			(void)fprintf(out, "  %s%*s  ", line.s,
				      (int)(NAME_COLUMNS - utf8_width(line.s)), "");
		print_wrapped(tr(o->help), NAME_COLUMNS + 4, out);
	}
}

/* Calls fn for each table of options that the command takes, its own first. */
static void each_table(const struct command *cmd,
		       void (*fn)(const struct opt *opts, FILE *out), FILE *out)
{
	if (cmd->opts)
		fn(cmd->opts, out);
	if (cmd->needs & NEED_WRITE)
		fn(write_opts, out);
	if (cmd->needs & NEED_REV)
		fn(rev_opts, out);
	fn(global_opts, out);
}

void usage_print(const struct command *cmd, FILE *out)
{
	(void)fprintf(out, tr("usage: gk %s %s\n"), cmd->name, tr(cmd->args));
	(void)fprintf(out, tr("   or: gk %s ...\n\n"), cmd->zh);
	(void)fprintf(out, "%s\n\n", tr(cmd->summary));
	(void)fputs(tr("Options:\n"), out);
	each_table(cmd, print_options, out);
	if (cmd->examples)
		(void)fprintf(out, "\n%s\n%s", tr("Examples:"), cmd->examples);
}

void usage_overview(const struct app *app, FILE *out)
{
	size_t count;
	const struct command *const *all = commands(&count);

	(void)app;
	(void)fputs(tr("usage: gk COMMAND [OPTION]... [ARGUMENT]...\n\n"), out);
	for (size_t i = 0; i < count; i++) {
		auto_buf line = BUF_INIT;

		utf8_add_fitted(&line, all[i]->name, COMMAND_COLUMNS, true);
		buf_addc(&line, ' ');
		utf8_add_fitted(&line, all[i]->zh, CHINESE_COLUMNS, true);
		(void)fprintf(out, "  %s %s\n", line.s, tr(all[i]->summary));
	}
	(void)fputs(tr("\ngk help COMMAND tells more; gk help exit-codes lists the exit "
		       "statuses.\n"),
		    out);
}

static void add_escaped(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("_*\\<>", *text))
			buf_addc(out, '\\');
		buf_addc(out, *text);
	}
}

static void manual_options(const struct opt *opts, FILE *out)
{
	for (const struct opt *o = opts; o && o->name; o++) {
		auto_buf name = BUF_INIT;
		auto_buf help = BUF_INIT;

		add_option_name(&name, o);
		add_escaped(&help, tr(o->help));
		(void)fprintf(out, "*%s*\n\t%c%s.\n\n", name.s, help.s[0],
			      help.s + (help.len ? 1 : 0));
	}
}

void usage_manual(const struct command *cmd, FILE *out)
{
	auto_buf args = BUF_INIT;

	add_escaped(&args, tr(cmd->args));
	(void)fprintf(out, "# SYNOPSIS\n\n*gk %s* %s++\n*gk %s* %s\n\n# OPTIONS\n\n",
		      cmd->name, args.s, cmd->zh, args.s);
	each_table(cmd, manual_options, out);
}
