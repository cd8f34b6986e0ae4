#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "cmd/cmd.h"
#include "record/field.h"

#define APP(member) offsetof(struct app, member)

const struct opt global_opts[] = {
	{ "directory", 'C', OPT_STRING, APP(dir), N_("DIR"), NULL,
	  N_("use the catalogue in DIR or above it") },
	{ "today", 0, OPT_DATE, APP(today), N_("DATE"), NULL,
	  N_("take DATE for today (GK_TODAY does the same)") },
	{ "quiet", 'q', OPT_FLAG, APP(quiet), NULL, NULL,
	  N_("say nothing but results and errors") },
	{ "color", 0, OPT_CHOICE, APP(color), NULL, "auto|always|never",
	  N_("colour the output (NO_COLOR turns it off)") },
	{ "lang", 0, OPT_CHOICE, APP(lang), NULL, "zh|en", N_("speak this language") },
	{ "no-cache", 0, OPT_FLAG, APP(no_cache), NULL, NULL,
	  N_("read every record anew, without the index on disk") },
	{ "help", 'h', OPT_FLAG, APP(help), NULL, NULL, N_("show this help") },
	OPT_END,
};

const struct opt write_opts[] = {
	{ "dry-run", 'n', OPT_FLAG, APP(dry_run), NULL, NULL,
	  N_("show what would be done, and do nothing") },
	{ "as", 0, OPT_STRING, APP(as), N_("NAME"), NULL,
	  N_("who types, on a computer that several people share") },
	{ "no-verify", 0, OPT_FLAG, APP(no_verify), NULL, NULL,
	  N_("do not run git's hooks") },
	OPT_END,
};

const struct opt rev_opts[] = {
	{ "rev", 0, OPT_STRING, APP(rev), N_("REV"), NULL,
	  N_("read the catalogue as of a git revision") },
	{ "as-of", 0, OPT_STRING, APP(as_of), N_("DATE|REV"), NULL,
	  N_("read the catalogue as it was at the end of that day, or as of a "
	     "revision") },
	OPT_END,
};

/* Where an option was found, and the struct that its offset counts from. */
struct hit {
	const struct opt *opt;
	void *into;
};

static struct hit find_in(const struct opt *opts, void *into, const char *name,
			  size_t len, char key)
{
	for (const struct opt *o = opts; o && o->name; o++)
		if (key ? o->key == key
			: strlen(o->name) == len && memcmp(o->name, name, len) == 0)
			return (struct hit){ .opt = o, .into = into };
	return (struct hit){ 0 };
}

static struct hit find(struct app *app, const struct command *cmd, void *options,
		       const char *name, size_t len, char key)
{
	struct hit hit = find_in(cmd->opts, options, name, len, key);

	if (!hit.opt)
		hit = find_in(global_opts, app, name, len, key);
	if (!hit.opt && (cmd->needs & NEED_WRITE))
		hit = find_in(write_opts, app, name, len, key);
	if (!hit.opt && (cmd->needs & NEED_REV))
		hit = find_in(rev_opts, app, name, len, key);
	return hit;
}

static bool is_choice(const char *choices, const char *value)
{
	size_t len = strlen(value);

	for (const char *p = choices; p; p = strchr(p, '|') ? strchr(p, '|') + 1 : NULL)
		if (strcspn(p, "|") == len && memcmp(p, value, len) == 0)
			return true;
	return false;
}

static int store_count(struct app *app, const char *name, const char *value, void *at)
{
	struct buf folded = BUF_INIT;
	char *end;
	long n;

	utf8_fold_width(&folded, value, strlen(value));
	errno = 0;
	n = strtol(folded.s, &end, 10);
	if (errno || end == folded.s || *end || n < 0) {
		buf_release(&folded);
		(void)complain_usage(app, tr("--%s: '%s' is no whole number"), name,
				     value);
		return -1;
	}
	buf_release(&folded);
	*(struct number *)at = (struct number){ .set = true, .n = n };
	return 0;
}

/* Returns 0, or -1 after complaining. */
static int store(struct app *app, struct hit hit, const char *value)
{
	const struct opt *o = hit.opt;
	void *at = (char *)hit.into + o->offset;

	switch (o->type) {
	case OPT_FLAG:
		*(bool *)at = true;
		return 0;
	case OPT_CHOICE:
		if (!is_choice(o->choices, value)) {
			(void)complain_usage(app, tr("--%s: '%s' is none of %s"), o->name,
					     value, o->choices);
			return -1;
		}
		*(const char **)at = value;
		return 0;
	case OPT_STRING:
		*(const char **)at = value;
		return 0;
	case OPT_LIST:
		strings_add(&app->arena, at, value);
		return 0;
	case OPT_DATE:
		if (!date_parse_any(value, app->today, at)) {
			(void)complain_usage(
				app, tr("--%s: '%s' is no day; write it as 2026-07-04"),
				o->name, value);
			return -1;
		}
		return 0;
	case OPT_COUNT:
		return store_count(app, o->name, value, at);
	}
	return -1;
}

/* [NAME]: the value may be left out where nothing follows. */
static bool is_optional(const struct opt *opt)
{
	return opt->arg && opt->arg[0] == '[';
}

/* One argument that begins with a dash.  *i moves when the value is the next one. */
static int take(struct app *app, const struct command *cmd, void *options, int argc,
		char **argv, int *i)
{
	const char *arg = argv[*i];
	bool is_long = arg[1] == '-';
	const char *name = arg + (is_long ? 2 : 1);
	size_t len = is_long ? strcspn(name, "=") : 1;
	const char *value = name[len] ? name + len + (is_long ? 1 : 0) : NULL;
	char key = '\0';
	struct hit hit;

	if (!is_long)
		key = name[0];
	hit = find(app, cmd, options, name, len, key);
	if (!hit.opt) {
		(void)complain_usage(app,
				     tr("there is no option '%s'; gk help %s lists them"),
				     arg, cmd->name);
		return -1;
	}
	if (hit.opt->type == OPT_FLAG && value) {
		/* -qn is -q -n */
		if (!is_long) {
			argv[*i] += 1;
			argv[*i][0] = '-';
			*i -= 1;
			return store(app, hit, NULL);
		}
		(void)complain_usage(app, tr("--%s takes no value"), hit.opt->name);
		return -1;
	}
	if (is_optional(hit.opt) && !value && *i + 1 >= argc)
		value = "";
	if (hit.opt->type != OPT_FLAG && !value) {
		if (*i + 1 >= argc) {
			(void)complain_usage(app, tr("--%s needs a value"),
					     hit.opt->name);
			return -1;
		}
		value = argv[++*i];
	}
	return store(app, hit, value);
}

/* -5 is an operand: no option is a digit. */
static bool is_number(const char *s)
{
	return *s && !s[strspn(s, "0123456789")];
}

int opt_parse(struct app *app, const struct command *cmd, int argc, char **argv,
	      void *options)
{
	int operands = 0;
	bool only_operands = false;

	for (int i = 0; i < argc; i++) {
		const char *arg = argv[i];

		if (only_operands || arg[0] != '-' || !arg[1] || is_number(arg + 1)) {
			argv[operands++] = argv[i];
			continue;
		}
		if (strcmp(arg, "--") == 0) {
			only_operands = true;
			continue;
		}
		if (take(app, cmd, options, argc, argv, &i) < 0)
			return -1;
	}
	return app->help ? -2 : operands;
}
