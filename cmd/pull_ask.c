#include <string.h>

#include "base/utf8.h"
#include "cmd/pull.h"

enum { LINE_ROOM = 4096, SHOWN_LINES = 6 };

enum merge_side pull_side(const char *word)
{
	static const struct {
		const char *word;
		enum merge_side side;
	} words[] = { { "ours", MERGE_OURS },
		      { "theirs", MERGE_THEIRS },
		      { "base", MERGE_BASE } };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].side;
	return MERGE_NONE;
}

const char *pull_name(const struct pull_place *at)
{
	return at->id ? at->id : at->path;
}

/* ---- what the command line says ---- */

static enum merge_side find_taken(const struct pull_answers *answers,
				  const struct pull_place *at,
				  const struct collision *collision)
{
	auto_buf what = BUF_INIT;

	buf_adds(&what, pull_name(at));
	if (*collision->field)
		buf_addf(&what, ".%s", collision->field);
	for (size_t i = 0; i < answers->take.count; i++) {
		const char *take = answers->take.items[i];
		const char *equals = strrchr(take, '=');

		if (equals && (size_t)(equals - take) == what.len &&
		    strncmp(take, what.s, what.len) == 0)
			return pull_side(equals + 1);
	}
	return answers->prefer ? pull_side(answers->prefer) : MERGE_NONE;
}

/* ---- what is asked ---- */

/* Bytes of the lines that all three begin with; what is not there has none. */
static size_t same_lines(const struct collision *c)
{
	size_t same = 0;

	if (!c->ours || !c->theirs)
		return 0;
	for (size_t i = 0; c->ours[i] && c->ours[i] == c->theirs[i]; i++) {
		if (c->base && c->base[i] != c->ours[i])
			break;
		if (c->ours[i] == '\n')
			same = i + 1;
	}
	return same;
}

/* A long text is shown by some lines, from where the three differ. */
static void print_value(FILE *out, const char *name, const char *value, size_t same)
{
	static const char indent[] = "        ";
	size_t lines = 0;

	(void)fprintf(out, "    %s  ", name);
	if (!value) {
		(void)fprintf(out, "%s\n", tr("(nothing)"));
		return;
	}
	if (same)
		(void)fprintf(out, "…\n%s", indent);
	value += same;
	for (;;) {
		size_t len = strcspn(value, "\n");

		(void)fprintf(out, "%.*s\n", (int)len, value);
		value += len;
		if (!value[0] || !value[1])
			return;
		(void)fprintf(out, "%s", indent);
		if (++lines == SHOWN_LINES) {
			(void)fprintf(out, "…\n");
			return;
		}
		value++;
	}
}

void pull_print_collision(struct app *app, const struct collision *collision)
{
	const size_t same = same_lines(collision);

	(void)fprintf(app->err, "  %s\n", collision->label);
	if (collision->base)
		print_value(app->err, tr("before"), collision->base, same);
	print_value(app->err, tr("ours  "), collision->ours, same);
	print_value(app->err, tr("theirs"), collision->theirs, same);
}

static bool read_line(struct pull_answers *answers, const char *prompt, char *line)
{
	(void)fprintf(answers->app->err, "%s", prompt);
	(void)fflush(answers->app->err);
	if (!fgets(line, LINE_ROOM, stdin)) {
		(void)fputc('\n', answers->app->err);
		answers->left = true;
		return false;
	}
	line[strcspn(line, "\r\n")] = '\0';
	return true;
}

static enum merge_side read_choice(const char *line, bool may_own)
{
	/* １ is typed where the input method stands at full width. */
	static const struct {
		const char *text;
		enum merge_side side;
	} choices[] = {
		{ "1", MERGE_OURS },    { "１", MERGE_OURS }, { "2", MERGE_THEIRS },
		{ "２", MERGE_THEIRS }, { "3", MERGE_OWN },   { "３", MERGE_OWN },
	};

	for (size_t i = 0; i < ARRAY_LEN(choices); i++)
		if (strcmp(choices[i].text, line) == 0)
			return choices[i].side == MERGE_OWN && !may_own ? MERGE_NONE
									: choices[i].side;
	return MERGE_NONE;
}

static enum merge_side ask(struct pull_answers *answers, const struct pull_place *at,
			   const struct collision *collision, const char **own)
{
	struct app *app = answers->app;
	const char *prompt =
		collision->may_own
			? tr("  1 ours, 2 theirs, 3 another value, Enter to leave all "
			     "as it was: ")
			: tr("  1 ours, 2 theirs, Enter to leave all as it was: ");
	char line[LINE_ROOM];
	enum merge_side side = MERGE_NONE;

	if (!answers->last_id || strcmp(answers->last_id, pull_name(at)) != 0)
		(void)fprintf(app->err, "%s %s\n", at->id ? at->id : "", at->title);
	answers->last_id = pull_name(at);
	pull_print_collision(app, collision);
	while (side == MERGE_NONE) {
		if (!read_line(answers, prompt, line))
			return MERGE_NONE;
		if (!line[0]) {
			answers->left = true;
			return MERGE_NONE;
		}
		side = read_choice(line, collision->may_own);
	}
	if (side != MERGE_OWN)
		return side;
	if (!read_line(answers, tr("  the value that holds: "), line) || !line[0])
		return MERGE_NONE;
	*own = arena_strdup(&app->arena, line);
	return MERGE_OWN;
}

enum merge_side pull_answer(void *payload, const struct pull_place *at,
			    const struct collision *collision, const char **own)
{
	struct pull_answers *answers = payload;
	enum merge_side side = find_taken(answers, at, collision);

	if (side != MERGE_NONE || !answers->app->interactive || answers->left)
		return side;
	return ask(answers, at, collision, own);
}
