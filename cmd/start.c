#include "cmd/start.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "format/yaml.h"
#include "store/source.h"

enum { DEFAULT_COLUMNS = 80, CONFIG_LIMIT = 1 << 20 };

/* What a variable says; NULL when it is unset or empty. */
static const char *variable(const char *name)
{
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): nothing here sets variables */
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

/* The directory of the program itself, so that an installed tree can be moved. */
static const char *program_dir(struct app *app)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	char *slash;

	if (n <= 0)
		return "/usr/bin";
	path[n] = '\0';
	slash = strrchr(path, '/');
	return arena_strndup(&app->arena, path, slash ? (size_t)(slash - path) : 0);
}

static void find_data(struct app *app, struct buf *locale)
{
	const char *dir = program_dir(app);
	auto_buf data = BUF_INIT;
	auto_buf inspector = BUF_INIT;

	buf_addf(&data, "%s/../share/gk", dir);
	buf_addf(&inspector, "%s/../libexec/gk/gk-inspect", dir);
	if (access(inspector.s, X_OK) == 0)
		app->inspector = buf_dup(&inspector, &app->arena);
	buf_addf(locale, "%s/../share/locale", dir);
	app->data_dir = buf_dup(&data, &app->arena);
}

/* Where git's configuration is, unless variables name another repository than the one here. */
static void find_home(struct app *app)
{
	static const char *const others[] = { "GIT_DIR", "GIT_WORK_TREE",
					      "GIT_COMMON_DIR", "GIT_NAMESPACE",
					      "GIT_CEILING_DIRECTORIES" };
	const char *home = variable("HOME");
	const char *config = variable("XDG_CONFIG_HOME");
	struct source_home *known;

	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (variable(others[i]))
			return;
	if (!home)
		return;
	known = arena_new(&app->arena, struct source_home);
	known->home = arena_strdup(&app->arena, home);
	known->config = config ? arena_strdup(&app->arena, config)
			       : arena_printf(&app->arena, "%s/.config", home);
	app->home = known;
}

/* zh, en, or NULL where the text of a locale says nothing (C, POSIX, C.UTF-8). */
static const char *language_of(const char *locale)
{
	if (strcmp(locale, "POSIX") == 0)
		return NULL;
	if (locale[0] == 'C' && (!locale[1] || locale[1] == '.'))
		return NULL;
	return strncmp(locale, "zh", 2) == 0 ? "zh" : "en";
}

static const char *language_of_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *value = variable(names[i]);

		if (value)
			return language_of(value);
	}
	return NULL;
}

/* `language:` of a catalogue.yaml, or NULL. */
static const char *language_in(const char *path)
{
	auto_buf bytes = BUF_INIT;
	struct arena arena = ARENA_INIT;
	struct error err;
	struct yaml_tree tree;
	const struct yaml_node *node;
	const char *language = NULL;

	if (file_read(path, CONFIG_LIMIT, &bytes, &err) < 0)
		return NULL;
	yaml_parse(&arena, bytes.s, bytes.len, &tree);
	node = tree.root && tree.root->type == YAML_MAPPING
		       ? yaml_get(tree.root, "language")
		       : NULL;
	if (node && node->type == YAML_SCALAR)
		language = strncmp(node->value, "zh", 2) == 0 ? "zh" : "en";
	arena_clear(&arena);
	return language;
}

/* The language of the catalogue around `dir`, for a locale that says nothing. */
static const char *language_of_catalogue(const char *dir)
{
	char *real = realpath(dir, NULL);
	const char *language = NULL;

	while (real && *real && !language) {
		auto_buf path = BUF_INIT;
		char *slash = strrchr(real, '/');

		path_join(&path, real, "catalogue.yaml");
		language = language_in(path.s);
		if (!slash)
			break;
		*slash = '\0';
	}
	free(real);
	return language;
}

static const char *argument(int argc, char **argv, const char *name)
{
	size_t len = strlen(name);

	for (int i = 1; i < argc && argv[i] && strcmp(argv[i], "--") != 0; i++) {
		if (strncmp(argv[i], name, len) != 0)
			continue;
		if (argv[i][len] == '=')
			return argv[i] + len + 1;
		if (!argv[i][len] && i + 1 < argc)
			return argv[i + 1];
		if (argv[i][1] != '-' && argv[i][len])
			return argv[i] + len;
	}
	return NULL;
}

static enum language choose_language(int argc, char **argv)
{
	const char *language = argument(argc, argv, "--lang");
	const char *dir = argument(argc, argv, "-C");

	if (!dir)
		dir = argument(argc, argv, "--directory");
	if (!language)
		language = language_of_environment();
	if (!language)
		language = language_of_catalogue(dir ? dir : ".");
	return language && strcmp(language, "zh") == 0 ? LANGUAGE_ZH : LANGUAGE_EN;
}

/* Minutes since 1970 of a broken-down time, whatever its zone. */
static int minutes_of(const struct tm *tm)
{
	const struct date day = { .year = (int16_t)(tm->tm_year + 1900),
				  .month = (int8_t)(tm->tm_mon + 1),
				  .day = (int8_t)tm->tm_mday };

	return date_to_days(day) * 24 * 60 + tm->tm_hour * 60 + tm->tm_min;
}

static void read_clock(struct app *app)
{
	time_t now = time(NULL);
	struct tm local;
	struct tm utc;
	const char *epoch = variable("SOURCE_DATE_EPOCH");

	if (epoch)
		now = (time_t)strtoll(epoch, NULL, 10);
	app->time = now;
	if (!localtime_r(&now, &local) || !gmtime_r(&now, &utc))
		return;
	app->zone = minutes_of(&local) - minutes_of(&utc);
	app->today = (struct date){ .year = (int16_t)(local.tm_year + 1900),
				    .month = (int8_t)(local.tm_mon + 1),
				    .day = (int8_t)local.tm_mday };
}

static size_t terminal_columns(void)
{
	const char *columns = variable("COLUMNS");
	struct winsize size;

	if (columns && strtol(columns, NULL, 10) > 0)
		return (size_t)strtol(columns, NULL, 10);
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return DEFAULT_COLUMNS;
}

enum exit_status start(struct app *app, int argc, char **argv)
{
	auto_buf locale = BUF_INIT;
	const char *today = variable("GK_TODAY");
	const char *sync = variable("GK_FSYNC");

	find_data(app, &locale);
	find_home(app);
	i18n_init(locale.s, choose_language(argc, argv));
	read_clock(app);
	app->fast = sync && strcmp(sync, "0") == 0;
	app->columns = terminal_columns();
	app->terminal_out = isatty(STDOUT_FILENO);
	app->terminal_err = isatty(STDERR_FILENO);
	app->interactive = isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
	if (today && !date_parse_any(today, app->today, &app->today)) {
		(void)fprintf(app->err,
			      tr("gk: GK_TODAY '%s' is no day; write it as 2026-07-04\n"),
			      today);
		return EXIT_STATUS_USAGE;
	}
	return EXIT_STATUS_OK;
}

void start_color(struct app *app)
{
	const char *term = variable("TERM");
	const char *no_color = variable("NO_COLOR");
	bool dumb = (term && strcmp(term, "dumb") == 0) || no_color;
	bool always = app->color && strcmp(app->color, "always") == 0;
	bool never = app->color && strcmp(app->color, "never") == 0;

	app->color_out = always || (!never && !dumb && isatty(STDOUT_FILENO));
	app->color_err = always || (!never && !dumb && isatty(STDERR_FILENO));
}
