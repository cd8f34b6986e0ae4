/*
 * What a subcommand is, and what the program gives it.
 *
 * Each cmd/NAME.c defines one `const struct command cmd_NAME`, and cmd/main.c lists
 * them.  Usage, help, the OPTIONS of the manual pages and the shell completions
 * are printed from these tables.
 *
 * Layer: cmd.  May include everything; nothing includes it.
 */
#ifndef GK_CMD_CMD_H
#define GK_CMD_CMD_H

#include <stdio.h>

#include "base/arena.h"
#include "base/base.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/list.h"

enum exit_status {
	EXIT_STATUS_OK = 0,
	EXIT_STATUS_FINDINGS = 1, /* gk did its work and found faults in the records */
	EXIT_STATUS_USAGE = 2,    /* the command line is wrong */
	EXIT_STATUS_FAILED = 3,   /* gk could not do its work */
};

enum opt_type {
	OPT_FLAG,   /* bool */
	OPT_STRING, /* const char * */
	OPT_LIST,   /* struct strings: may be given again */
	OPT_DATE,   /* struct date, in every form a clerk types */
	OPT_CHOICE, /* const char *, one of `choices` ("text|json") */
	OPT_COUNT,  /* struct number: a whole number of 0 or more */
};

struct opt {
	const char *name; /* the long form, without dashes */
	char key;         /* the short form, or 0 */
	enum opt_type type;
	size_t offset; /* of the member in the command's options */
	const char
		*arg; /* N_("FILE"); NULL for OPT_FLAG and OPT_CHOICE; [NAME] may be left
				out at the end of the line and is then "" */
	const char *choices; /* of OPT_CHOICE, separated by | */
	const char *help;    /* N_() */
};

#define OPT_END   \
	{         \
		0 \
	}

/* What a command needs to be open before it runs. */
enum needs {
	NEED_NOTHING = 0,
	NEED_CATALOGUE = 1 << 0, /* app->catalogue */
	NEED_INDEX = 1 << 1,     /* app->index, up to date (implies the catalogue) */
	NEED_WRITE = 1 << 2, /* a work tree in git; takes --dry-run, --as, --no-verify */
	NEED_REV = 1 << 3,   /* takes --rev */
	NEED_CALENDAR = 1 << 4, /* app->calendar */
	NEED_IF_ANY = 1 << 5,   /* no catalogue around is fine: then none of the above */
};

struct catalogue;
struct index;
struct calendar;

/* The program's state for one run; members that `needs` do not ask for are NULL. */
struct app {
	struct arena arena;
	const struct command *command;
	FILE *out;
	FILE *err;
	const char *program;            /* argv[0] of the whole */
	const char *data_dir;           /* …/share/gk */
	const struct source_home *home; /* NULL: git is told of another place */
	const char *inspector; /* …/libexec/gk/gk-inspect; NULL when it is not there */
	struct date today;
	int64_t time; /* seconds since 1970, for commits */
	int zone;     /* minutes east of UTC */
	bool color_out;
	bool color_err;
	bool terminal_out;
	bool terminal_err;
	bool interactive; /* stdin and stderr are terminals: prompts are allowed */
	size_t columns;   /* of the terminal, 80 when unknown */
	/* the global options */
	const char *dir;
	const char *rev;
	const char *as_of;
	const char *as;
	const char *color; /* auto, always, never */
	const char *lang;
	bool help;
	bool quiet;
	bool dry_run;
	bool no_verify;
	bool no_cache;
	bool fast; /* GK_FSYNC=0: for benchmarks and tests */
	/* what was opened */
	struct catalogue *catalogue;
	struct index *index;
	struct calendar *calendar;
};

struct command {
	const char *name;
	const char *zh;         /* its Chinese name: gk 校验 */
	const char *args;       /* N_("[OPTION]... KIND"), after the name */
	const char *summary;    /* N_(), one line, no full stop */
	const char *examples;   /* lines of the shell, or NULL */
	const struct opt *opts; /* ended by OPT_END, or NULL for none */
	size_t options_size;    /* of the struct that `opts` fill */
	unsigned int needs;
	/* `options` is a zeroed struct of options_size, filled; argv holds the operands only. */
	enum exit_status (*run)(struct app *app, const void *options, int argc,
				char **argv);
};

/** All commands in the order of help; *count gets how many. */
const struct command *const *commands(size_t *count);
/** By name or Chinese name, or NULL. */
const struct command *command_find(const char *name);

/* ---- opt.c ---- */

/** The options that every command has, and those its needs bring; ended by OPT_END; offsets into struct app. */
extern const struct opt global_opts[];
extern const struct opt write_opts[];
extern const struct opt rev_opts[];

/**
 * Fill `options` and `app` from argv (without the command's name) and move the operands to
 * the front of argv.  Returns their count, -1 after saying on app->err what is wrong, or -2 when
 * --help was asked for.
 */
int opt_parse(struct app *app, const struct command *cmd, int argc, char **argv,
	      void *options) gk_must_use;

/* ---- usage.c ---- */

void usage_print(const struct command *cmd, FILE *out); /* the whole help of a command */
void usage_overview(const struct app *app, FILE *out);  /* gk without arguments */
void usage_manual(const struct command *cmd,
		  FILE *out); /* SYNOPSIS and OPTIONS in scdoc */

/* ---- complain.c: one line on app->err, and the exit status to return ---- */

/** "gk COMMAND: TEXT"; EXIT_STATUS_USAGE. */
enum exit_status complain_usage(struct app *app, const char *fmt, ...) gk_printf(2, 3);
/** "gk: TEXT" of the error; EXIT_STATUS_FAILED. */
enum exit_status complain_error(struct app *app, const struct error *err);
/** A line on app->err unless --quiet. */
void say(const struct app *app, const char *fmt, ...) gk_printf(2, 3);

/* ---- app.c ---- */

/** Open what the command needs; EXIT_STATUS_OK, or the status after complaining. */
enum exit_status app_open(struct app *app);
/** The same for a command that learns from its options what it needs. */
enum exit_status app_open_for(struct app *app, unsigned int needs);
/** The catalogue at app->dir and app->rev, without complaining. */
int app_catalogue(struct app *app, struct error *err) gk_must_use;
/** The index of app->catalogue, which is open. */
enum exit_status app_open_index(struct app *app);
void app_close(struct app *app);

/* ---- terminal.c ---- */

enum style {
	STYLE_NONE,
	STYLE_BOLD,
	STYLE_RED,
	STYLE_YELLOW,
	STYLE_BLUE,
	STYLE_GREEN,
	STYLE_DIM
};
/** The text in a style where `color` says so; text is printed as one piece. */
void print_styled(FILE *out, bool color, enum style style, const char *text);

#endif
