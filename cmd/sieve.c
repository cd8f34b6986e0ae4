#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "check/baseline.h"
#include "cmd/selection.h"

enum { BASELINE_LIMIT = 64 << 20 };

enum exit_status complain_group(struct app *app, const char *typed)
{
	const bool zh = i18n_language() == LANGUAGE_ZH;
	auto_buf names = BUF_INIT;

	for (enum rule_group group = 0; group < GROUP_COUNT; group++) {
		buf_addf(&names, "%s%s", group ? "|" : "", group_name(group));
		if (zh)
			buf_addf(&names, " %s", group_zh(group));
	}
	return complain_usage(app, tr("--%s: '%s' is none of %s"), "group", typed,
			      names.s);
}

enum exit_status sieve_check(struct app *app, const struct selection *selection)
{
	for (size_t i = 0; i < selection->rules.count; i++) {
		const char *slug = selection->rules.items[i];
		const struct rule *near;

		if (rule_find(slug) != RULE_COUNT)
			continue;
		near = rule_nearest(slug);
		if (near)
			return complain_usage(
				app,
				tr("--rule: no rule is called '%s'; did you mean '%s'?"),
				slug, near->slug);
		return complain_usage(app, tr("--rule: no rule is called '%s'"), slug);
	}
	for (size_t i = 0; i < selection->groups.count; i++)
		if (group_find(selection->groups.items[i]) == GROUP_COUNT)
			return complain_group(app, selection->groups.items[i]);
	return EXIT_STATUS_OK;
}

/* ---- what is asked for ---- */

static enum severity least_severity(const char *name)
{
	static const enum severity all[] = { SEVERITY_ERROR, SEVERITY_WARNING };

	for (size_t i = 0; name && i < ARRAY_LEN(all); i++)
		if (strcmp(severity_name(all[i]), name) == 0)
			return all[i];
	return SEVERITY_INFO;
}

static bool has_group(const struct strings *typed, enum rule_group group)
{
	for (size_t i = 0; i < typed->count; i++)
		if (group_find(typed->items[i]) == group)
			return true;
	return false;
}

static bool is_wanted(const struct selection *selection, enum severity least,
		      const struct finding *finding)
{
	const struct rule *rule = &rules[finding->rule];
	bool any = selection->rules.count == 0 && selection->groups.count == 0;

	return finding->severity >= least &&
	       (any || strings_has(&selection->rules, rule->slug) ||
		has_group(&selection->groups, rule->group));
}

static void sift(const struct selection *selection, struct findings *findings)
{
	const enum severity least = least_severity(selection->severity);
	size_t kept = 0;

	for (size_t i = 0; i < findings->count; i++)
		if (is_wanted(selection, least, &findings->items[i]))
			findings->items[kept++] = findings->items[i];
	findings->count = kept;
}

/* ---- what is known ---- */

/* Whether all that a baseline may speak of was looked at. */
static bool is_whole(const struct selection *selection)
{
	return selection->operands.count == 0 && !selection->range && !selection->since &&
	       selection->rules.count == 0 && selection->groups.count == 0 &&
	       !selection->severity;
}

static int apply(struct app *app, const struct selection *selection,
		 struct check_result *result, struct error *err)
{
	auto_buf text = BUF_INIT;
	size_t gone;

	if (!selection->baseline)
		return 0;
	if (file_read(selection->baseline, BASELINE_LIMIT, &text, err) < 0)
		return -1;
	if (baseline_apply(&app->arena, text.s, result, &gone, err) < 0)
		return error_wrap(err, "%s", selection->baseline);
	if (gone > 0 && is_whole(selection))
		say(app,
		    trn("gk: %zu finding of the baseline is gone: gk validate "
			"--write-baseline %s",
			"gk: %zu findings of the baseline are gone: gk validate "
			"--write-baseline %s",
			gone),
		    gone, selection->baseline);
	return 0;
}

static int write(struct app *app, const struct selection *selection,
		 struct check_result *result, struct error *err)
{
	auto_buf text = BUF_INIT;
	size_t gone;

	if (!selection->write_baseline)
		return 0;
	baseline_write(&app->arena, result, &text);
	if (file_write(selection->write_baseline, text.s, text.len, FILE_FAST, err) < 0)
		return -1;
	return baseline_apply(&app->arena, text.s, result, &gone, err);
}

enum exit_status sieve_apply(struct app *app, const struct selection *selection,
			     struct check_result *result)
{
	struct error err = { 0 };

	sift(selection, &result->findings);
	sift(selection, &result->waived);
	if (apply(app, selection, result, &err) < 0 ||
	    write(app, selection, result, &err) < 0)
		return complain_error(app, &err);
	return EXIT_STATUS_OK;
}
