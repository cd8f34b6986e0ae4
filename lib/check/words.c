#include "check/words.h"

#include <string.h>

#include "check/check_private.h"
#include "law/words.h"
#include "store/legal.h"

/* Of one record; a text of nothing but wrong words is told of in so many lines. */
enum { HITS_MAX = 100 };

/* Names, file names and addresses are what they are. */
static bool is_prose(const struct field *field)
{
	if (field->flags & (FIELD_NAME | FIELD_FILE | FIELD_ALIAS))
		return false;
	return field->type == FIELD_STRING || field->type == FIELD_TEXT ||
	       field->type == FIELD_STRINGS;
}

static const char *level_code(enum word_level level)
{
	switch (level) {
	case WORD_ERROR:
		return "error";
	case WORD_WARNING:
		return "warning";
	case WORD_INFO:
		return "info";
	case WORD_LEVEL_NONE:
		break;
	}
	return "";
}

enum severity word_severity(const struct finding *finding, enum severity otherwise)
{
	if (finding->rule != RULE_WORD_SENSITIVE)
		return otherwise;
	for (enum severity level = SEVERITY_INFO; level <= SEVERITY_ERROR; level++)
		if (strcmp(finding->args[3], severity_name(level)) == 0)
			return level;
	return otherwise;
}

/* Whether it is the office's own that should not be used, not one that is written wrong. */
static bool is_sensitive(const struct word *word)
{
	return word->own && (!word->right[0] || word->level != WORD_LEVEL_NONE);
}

static bool add_hit(const struct within *w, const struct word_hit *hit)
{
	const struct yaml_tree *tree = &w->record->tree;
	const struct record_place *place = record_place_at(w->record, hit->start);
	const struct word *word = hit->word;
	struct finding_at at;

	if (!place || place->node->type != YAML_SCALAR || !place->field ||
	    !is_prose(place->field) || hit->end > place->node->end)
		return false;
	at = (struct finding_at){
		.place = yaml_place_at(tree->bytes, tree->len, hit->start),
		.path = record_field_path(w->out->arena, w->record, place->member),
		.field = place->field,
	};
	if (is_sensitive(word))
		finding_add_at(w->out, RULE_WORD_SENSITIVE, w->record, &at,
			       (const char *const[]){ word->wrong, word->right,
						      word->reason,
						      level_code(word->level), NULL });
	else
		finding_add_at(w->out, RULE_WORD_WRONG, w->record, &at,
			       (const char *const[]){ word->wrong, word->right,
						      word->reason, NULL });
	return true;
}

/* Over the bytes of the file, as they stand there: a word that is escaped is not found. */
void check_words(const struct within *w)
{
	const struct yaml_tree *tree = &w->record->tree;
	const struct words *words = tree->bytes ? legal_words(w->legal) : NULL;
	struct word_hit hit;
	size_t found = 0;
	size_t at = 0;

	while (words && found < HITS_MAX &&
	       words_next(words, tree->bytes, tree->len, &at, &hit))
		found += add_hit(w, &hit);
}

/* ---- the office's own lists ---- */

static void add_problems(struct run *run, enum rule_id rule, const struct list *problems)
{
	for (size_t i = 0; i < problems->count; i++) {
		const struct legal_problem *problem =
			list_at(problems, struct legal_problem, i);
		struct finding finding = {
			.rule = rule,
			.severity = rules[rule].severity,
			.path = arena_strdup(run->arena, problem->file),
			.place = { .line = problem->line, .column = 1 },
			.field = "",
			.label_zh = "",
			.label_en = "",
			.title = "",
			.args = { arena_printf(run->arena, ARG_MESSAGE "%s",
					       problem->text),
				  "", "", "" },
		};

		if (is_selected(run->options, finding.path))
			findings_push(run->out, &finding);
	}
}

void check_legal_lists(struct run *run)
{
	struct legal *legal = run->catalogue->legal;

	if (!legal_has_own(legal))
		return;
	add_problems(run, RULE_WORD_LIST_BROKEN, legal_word_problems(legal));
	add_problems(run, RULE_LAW_LIST_BROKEN, legal_law_problems(legal));
}
