#include <string.h>

#include "cmd/acting.h"
#include "cmd/commands.h"
#include "cmd/input.h"
#include "work/set.h"

/* What stands before the first = of each operand; ids have none. */
static enum exit_status split(struct app *app, int argc, char **argv, struct strings *ids,
			      struct assignment *list, size_t *count)
{
	for (int i = 0; i < argc; i++) {
		const char *equals = strchr(argv[i], '=');

		if (!equals && *count > 0)
			return complain_usage(app, tr("'%s' is not FIELD=VALUE"),
					      argv[i]);
		if (!equals) {
			strings_add(&app->arena, ids, argv[i]);
			continue;
		}
		if (equals == argv[i])
			return complain_usage(app, tr("'%s' is not FIELD=VALUE"),
					      argv[i]);
		list[(*count)++] = (struct assignment){
			.field = arena_strndup(&app->arena, argv[i],
					       (size_t)(equals - argv[i])),
			.value = equals + 1,
		};
	}
	if (ids->count == 0)
		return complain_usage(app, "%s", tr("name the record"));
	if (*count == 0)
		return complain_usage(app, "%s", tr("say what to set: FIELD=VALUE"));
	return EXIT_STATUS_OK;
}

/* A value that cannot be read is a wrong command line, whatever the record holds. */
static enum exit_status check_values(struct app *app, struct work *work, const char *id,
				     const struct assignment *list, size_t count)
{
	const struct read_options options = { .flags = READ_LABELS, .today = app->today };
	struct index_row row = { .path = NULL };
	struct error err = { 0 };
	struct record *record;

	if (work_find(work, NULL, id, &row, &err) < 0)
		return EXIT_STATUS_OK; /* work_set() says it */
	record = record_new(&app->arena, kind_set_find(&app->catalogue->kinds, row.kind));
	for (size_t i = 0; i < count; i++)
		if (*list[i].value && !record_assign(&app->arena, record, list[i].field,
						     list[i].value, &options))
			return input_complain(app, record,
					      arena_printf(&app->arena, "%s=%s",
							   list[i].field, list[i].value));
	return EXIT_STATUS_OK;
}

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	struct findings findings = FINDINGS(&app->arena);
	struct assignment *list =
		arena_array(&app->arena, struct assignment, (size_t)argc + 1);
	struct strings ids = { 0 };
	struct work_done done = { 0 };
	struct error err = { 0 };
	struct work work;
	struct change change;
	enum exit_status status;
	size_t count = 0;
	int outcome;

	(void)options;
	status = split(app, argc, argv, &ids, list, &count);
	if (status != EXIT_STATUS_OK)
		return status;
	if (acting_work(app, &work, &err) < 0)
		return complain_error(app, &err);
	for (size_t i = 0; status == EXIT_STATUS_OK && i < ids.count; i++)
		status = check_values(app, &work, ids.items[i], list, count);
	if (status != EXIT_STATUS_OK)
		return status;
	change = (struct change){
		.ids = ids.items, .id_count = ids.count, .list = list, .count = count
	};
	outcome = work_set(&work, &change, &findings, &done, &err);
	return tell(app, outcome, tr("changed"), &done, &findings, &err);
}

const struct command cmd_set = {
	.name = "set",
	.zh = "修改",
	.args = N_("[OPTION]... ID... FIELD=VALUE..."),
	.summary = N_("change fields of records that are there"),
	.examples = "  gk set mz-0003 公开频次=每季度\n"
		    "  gk set 2018-00112 summary='工作要点的主要内容' "
		    "keywords='政务公开;工作要点'\n"
		    "  gk set mz-0003 note=\n",
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_WRITE | NEED_CALENDAR,
	.run = run,
};
