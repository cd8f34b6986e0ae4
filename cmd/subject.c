#include "cmd/subject.h"

#include <string.h>

#include "base/buf.h"
#include "cmd/commands.h"
#include "record/describe.h"
#include "record/event.h"
#include "work/act.h"

/* What stands before a blank of `*rest`, which then begins behind it. */
static const char *next_word(struct arena *arena, const char **rest)
{
	size_t len = strcspn(*rest, " ");
	const char *word = arena_strndup(arena, *rest, len);

	*rest += len;
	*rest += strspn(*rest, " ");
	return word;
}

/* The Chinese name of a command; NULL when there is none of the name. */
static const char *name_of(const char *verb)
{
	size_t count;
	const struct command *const *all = commands(&count);

	if (strcmp(verb, "review") == 0)
		verb = "review-exempt";
	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i]->name, verb) == 0)
			return all[i]->zh;
	return NULL;
}

/* "mz-0001", "53 records" or "mz-0001 to mz-0014". */
static void add_what(struct buf *out, const char *what)
{
	size_t digits = strspn(what, "0123456789");
	const char *to = strstr(what, " to ");

	if (digits > 0 && strcmp(what + digits, " records") == 0)
		buf_addf(out, tr("%.*s records"), (int)digits, what);
	else if (to)
		buf_addf(out, "%.*s → %s", (int)(to - what), what, to + strlen(" to "));
	else
		buf_adds(out, what);
}

/* Lines that name no record; of a pull the branch stands behind it. */
static bool add_fixed(struct buf *out, const char *line)
{
	static const char *const fixed[] = { N_("catalogue: start"),
					     N_("pull: renumber what was given twice"),
					     N_("pull: merge ") };

	for (size_t i = 0; i < ARRAY_LEN(fixed); i++) {
		size_t len = strlen(fixed[i]);

		if (strncmp(line, fixed[i], len) != 0 ||
		    (line[len] && fixed[i][len - 1] != ' '))
			continue;
		buf_addf(out, "%s%s", tr(fixed[i]), line + len);
		return true;
	}
	return false;
}

/* "item: add mz-0004", "clear final 2018-00112": false when it is of no such form. */
static bool add_act(struct app *app, const char *line, struct buf *out)
{
	enum language language = i18n_language();
	struct arena *arena = &app->arena;
	const char *word = next_word(arena, &line);
	size_t len = strlen(word);
	const struct kind *kind = NULL;
	const struct choice *step = NULL;

	if (len > 0 && word[len - 1] == ':') {
		kind = kind_set_find(&app->catalogue->kinds,
				     arena_strndup(arena, word, len - 1));
		word = kind ? next_word(arena, &line) : "";
	}
	if (strcmp(word, "clear") == 0)
		step = choice_of(
			&clear_steps,
			choice_find(&clear_steps, next_word(arena, &line), false));
	if (!name_of(word) || (!step && strcmp(word, "clear") == 0))
		return false;
	buf_addf(out, "%s ", name_of(word));
	if (kind)
		buf_addf(out, "%s ", kind_label(kind, language));
	if (step)
		buf_addf(out, "%s ", choice_label(step, language));
	add_what(out, line);
	return true;
}

const char *subject_shown(struct app *app, const char *message)
{
	struct arena *arena = &app->arena;
	const char *line = arena_strndup(arena, message, strcspn(message, "\n"));
	auto_buf out = BUF_INIT;

	if (i18n_language() == LANGUAGE_EN)
		return line;
	if (!add_fixed(&out, line) && strstr(message, WORK_TRAILER))
		(void)add_act(app, line, &out);
	return out.len > 0 ? buf_dup(&out, arena) : line;
}
