#include <string.h>

#include "cmd/commands.h"
#include "cmd/completion.h"

static void bash_opt(struct buf *out, const struct command *cmd, const struct opt *o)
{
	(void)cmd;
	buf_addf(out, " --%s%s", o->name, o->type == OPT_FLAG ? "" : "=");
}

/* The words behind --NAME=; bash takes = for a word of its own. */
static void bash_values(struct buf *out, const struct command *cmd, const struct opt *o)
{
	const char *words = completion_words(o->arg);

	if (!o->choices && !words)
		return;
	buf_addf(out, "\t%s:--%s | %s:--%s) words=", cmd->name, o->name, cmd->zh,
		 o->name);
	if (o->choices) {
		buf_addc(out, '\'');
		completion_choices(out, o->choices);
		buf_addc(out, '\'');
	} else {
		buf_addf(out, "$(%s)", words);
	}
	buf_adds(out, " ;;\n");
}

static void bash_each(struct buf *out, void (*fn)(struct buf *, const struct command *))
{
	size_t count;
	const struct command *const *all = commands(&count);

	for (size_t i = 0; i < count; i++)
		fn(out, all[i]);
}

static void bash_names(struct buf *out, const struct command *cmd)
{
	buf_addf(out, " %s %s", cmd->name, cmd->zh);
}

static void bash_operands(struct buf *out, const struct command *cmd)
{
	const char *words = completion_words(cmd->args);

	if (strcmp(cmd->name, "help") == 0) {
		buf_addf(out, "\t%s | %s) words='", cmd->name, cmd->zh);
		bash_each(out, bash_names);
		buf_adds(out, " exit-codes' alone=1 ;;\n");
	}
	if (!words)
		return;
	buf_addf(out, "\t%s | %s) words=$(%s)", cmd->name, cmd->zh, words);
	/* What is explained may be a record as well; a kind, a shell and a hook are nothing else. */
	buf_adds(out, strcmp(cmd->name, "explain") == 0 ? " ;;\n" : " alone=1 ;;\n");
}

static void bash_options(struct buf *out, const struct command *cmd)
{
	buf_addf(out, "\t%s | %s) words='", cmd->name, cmd->zh);
	completion_options(out, cmd, bash_opt);
	buf_adds(out, "' ;;\n");
}

static void bash_option_values(struct buf *out, const struct command *cmd)
{
	completion_options(out, cmd, bash_values);
}

void completion_bash(struct buf *out)
{
	buf_adds(out, "# bash completion for gk\n_gk()\n{\n"
		      "\tlocal cur=${COMP_WORDS[COMP_CWORD]} words= alone=\n"
		      "\tlocal prev=${COMP_WORDS[COMP_CWORD > 0 ? COMP_CWORD - 1 : 0]}\n"
		      "\tif [ \"$cur\" = = ]; then\n\t\tcur=\n"
		      "\telif [ \"$prev\" = = ]; then\n"
		      "\t\tprev=${COMP_WORDS[COMP_CWORD - 2]}\n\tfi\n"
		      "\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\twords='");
	bash_each(out, bash_names);
	buf_adds(out, "'\n\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- "
		      "\"$cur\")\n\t\treturn\n\tfi\n"
		      "\tcase ${COMP_WORDS[1]}:$prev in\n");
	bash_each(out, bash_option_values);
	buf_adds(out, "\tesac\n"
		      "\tif [ \"$words\" ]; then\n"
		      "\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
		      "\t\treturn\n\tfi\n"
		      "\tif [[ $cur == -* ]]; then\n"
		      "\tcase ${COMP_WORDS[1]} in\n");
	bash_each(out, bash_options);
	buf_adds(out, "\tesac\n"
		      "\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
		      "\t\t[[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace\n"
		      "\telse\n"
		      "\tcase ${COMP_WORDS[1]} in\n");
	bash_each(out, bash_operands);
	buf_adds(out, "\tesac\n"
		      "\t\tif [ \"$alone\" ]; then\n"
		      "\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
		      "\t\treturn\n\t\tfi\n"
		      "\t\tmapfile -t COMPREPLY < <(compgen -W \"$words $(gk list "
		      "--format=ids 2>/dev/null)\" -- \"$cur\"; compgen -f -- \"$cur\")\n"
		      "\tfi\n}\ncomplete -F _gk gk\n");
}
