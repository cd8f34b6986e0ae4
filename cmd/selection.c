#include "cmd/selection.h"

#include "cmd/operand.h"

enum exit_status selection_check(struct app *app, const struct selection *selection,
				 struct check_result *out)
{
	struct strings paths = { 0 };
	struct check_options check = { .today = app->today, .calendar = app->calendar };
	struct error err = { 0 };

	for (size_t i = 0; i < selection->operands.count; i++) {
		const char *typed = selection->operands.items[i];
		const char *path = operand_path(app, typed);

		if (!path)
			return complain_usage(app, tr("'%s' lies outside the catalogue"),
					      typed);
		strings_add(&app->arena, &paths, path);
	}
	check.paths = paths.items;
	check.path_count = paths.count;
	if (check_catalogue(app->catalogue, app->index, &check, out, &app->arena, &err) <
	    0) {
		(void)complain_error(app, &err);
		return err.code == ERR_NOT_FOUND ? EXIT_STATUS_USAGE : EXIT_STATUS_FAILED;
	}
	return EXIT_STATUS_OK;
}
