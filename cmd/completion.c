#include <string.h>

#include "base/buf.h"
#include "cmd/commands.h"
#include "cmd/completion.h"

void completion_options(struct buf *out, const struct command *cmd, completion_fn fn)
{
	const struct opt *const tables[] = { cmd->opts,
					     cmd->needs & NEED_WRITE ? write_opts : NULL,
					     cmd->needs & NEED_REV ? rev_opts : NULL,
					     global_opts };

	for (size_t i = 0; i < ARRAY_LEN(tables); i++)
		for (const struct opt *o = tables[i]; o && o->name; o++)
			fn(out, cmd, o);
}

/* Text inside single quotes of a shell. */
static void add_quoted(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			buf_adds(out, "'\\''");
		else
			buf_addc(out, *text);
	}
}

void completion_choices(struct buf *out, const char *choices)
{
	for (; *choices; choices++) {
		if (*choices == '|')
			buf_addc(out, ' ');
		else
			buf_addc(out, *choices);
	}
}

const char *completion_words(const char *arg)
{
#define KINDS "gk schema --list 2>/dev/null"
	static const struct {
		const char *arg;
		const char *words;
	} known[] = {
		{ "GROUP", "gk rules --format=groups 2>/dev/null" },
		{ "KIND", KINDS },
		{ "[OPTION]... KIND", KINDS },
		{ "[OPTION]... [KIND]", KINDS },
		{ "bash|zsh|fish", "echo bash zsh fish" },
		{ "[OPTION]... install|uninstall|run HOOK",
		  "echo install uninstall run" },
	};
#undef KINDS

	if (!arg)
		return NULL;
	if (strncmp(arg, "RULE", strlen("RULE")) == 0)
		return "gk rules --format=names 2>/dev/null";
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (strcmp(arg, known[i].arg) == 0)
			return known[i].words;
	return NULL;
}

static void zsh_opt(struct buf *out, const struct command *cmd, const struct opt *o)
{
	(void)cmd;
	buf_addf(out, "\t\t\t'--%s%s[", o->name, o->type == OPT_FLAG ? "" : "=");
	add_quoted(out, tr(o->help));
	buf_adds(out, "]");
	if (o->choices) {
		buf_adds(out, ":value:(");
		completion_choices(out, o->choices);
		buf_adds(out, ")");
	} else if (completion_words(o->arg)) {
		buf_addf(out, ":value:{compadd -- $(%s)}", completion_words(o->arg));
	} else if (o->type != OPT_FLAG) {
		buf_adds(out, ":value:_files");
	}
	buf_adds(out, "' \\\n");
}

static void zsh(struct buf *out)
{
	size_t count;
	const struct command *const *all = commands(&count);

	buf_adds(out, "#compdef gk\n_gk() {\n\tlocal -a names\n\tnames=(\n");
	for (size_t i = 0; i < count; i++) {
		buf_addf(out, "\t\t'%s:", all[i]->name);
		add_quoted(out, tr(all[i]->summary));
		buf_addf(out, "' '%s:", all[i]->zh);
		add_quoted(out, tr(all[i]->summary));
		buf_adds(out, "'\n");
	}
	buf_adds(out, "\t)\n\tif (( CURRENT == 2 )); then\n\t\t_describe command "
		      "names\n\t\treturn\n\tfi\n"
		      "\tcase $words[2] in\n");
	for (size_t i = 0; i < count; i++) {
		buf_addf(out, "\t%s|%s)\n\t\t_arguments \\\n", all[i]->name, all[i]->zh);
		completion_options(out, all[i], zsh_opt);
		if (completion_words(all[i]->args))
			buf_addf(out, "\t\t\t'1:operand:{compadd -- $(%s)}' ;;\n",
				 completion_words(all[i]->args));
		else
			buf_adds(out, "\t\t\t'*:operand:_files' ;;\n");
	}
	buf_adds(out, "\tesac\n}\n_gk \"$@\"\n");
}

static void fish_opt(struct buf *out, const struct command *cmd, const struct opt *o)
{
	buf_addf(out, "complete -c gk -n '__fish_seen_subcommand_from %s %s' -l %s",
		 cmd->name, cmd->zh, o->name);
	if (o->key)
		buf_addf(out, " -s %c", o->key);
	if (o->choices) {
		buf_adds(out, " -x -a '");
		completion_choices(out, o->choices);
		buf_adds(out, "'");
	} else if (completion_words(o->arg)) {
		buf_addf(out, " -x -a '(%s)'", completion_words(o->arg));
	} else if (o->type != OPT_FLAG) {
		buf_adds(out, " -r");
	}
	buf_adds(out, " -d '");
	add_quoted(out, tr(o->help));
	buf_adds(out, "'\n");
}

static void fish(struct buf *out)
{
	size_t count;
	const struct command *const *all = commands(&count);

	buf_adds(out, "# fish completion for gk\n");
	for (size_t i = 0; i < count; i++) {
		buf_addf(out,
			 "complete -c gk -n __fish_use_subcommand -f -a '%s %s' -d '",
			 all[i]->name, all[i]->zh);
		add_quoted(out, tr(all[i]->summary));
		buf_adds(out, "'\n");
		if (completion_words(all[i]->args))
			buf_addf(out,
				 "complete -c gk -n '__fish_seen_subcommand_from %s %s' "
				 "-a '(%s)'\n",
				 all[i]->name, all[i]->zh,
				 completion_words(all[i]->args));
		completion_options(out, all[i], fish_opt);
	}
}

static const struct shell {
	const char *name;
	void (*print)(struct buf *out);
} shells[] = { { "bash", completion_bash }, { "zsh", zsh }, { "fish", fish } };

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	auto_buf out = BUF_INIT;

	(void)options;
	for (size_t i = 0; argc == 1 && i < ARRAY_LEN(shells); i++) {
		if (strcmp(shells[i].name, argv[0]) != 0)
			continue;
		shells[i].print(&out);
		(void)fwrite(out.s, 1, out.len, app->out);
		return EXIT_STATUS_OK;
	}
	return complain_usage(app, "%s", tr("name one shell: bash, zsh or fish"));
}

const struct command cmd_completion = {
	.name = "completion",
	.zh = "补全",
	.args = N_("bash|zsh|fish"),
	.summary = N_("print the completion script of a shell"),
	.examples =
		"  gk completion bash >~/.local/share/bash-completion/completions/gk\n",
	.run = run,
};
