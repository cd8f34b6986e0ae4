#include "cmd/filter.h"

#include <string.h>

#include "base/buf.h"
#include "cmd/listed.h"
#include "record/describe.h"
#include "record/path.h"
#include "record/state.h"

enum exit_status filter_read(struct app *app, const struct kind *kind, const char *text,
			     struct index_filter *out)
{
	const char *equals = strchr(text, '=');
	const char *path;
	const struct field *field;
	struct field_path way;
	auto_buf key = BUF_INIT;
	int value;

	if (!equals)
		return complain_usage(app, tr("--where: '%s' is not FIELD=VALUE"), text);
	path = arena_strndup(&app->arena, text, (size_t)(equals - text));
	*out = (struct index_filter){ .field = path, .value = equals + 1 };
	if (!kind)
		return EXIT_STATUS_OK;
	if (!field_path_find(kind, path, true, &way))
		return complain_usage(app, tr("--where: the kind %s has no field '%s'"),
				      kind_label(kind, i18n_language()), path);
	field = way.steps[way.count - 1];
	field_path_text(&way, &key);
	out->field = buf_dup(&key, &app->arena);
	if (field->choices) {
		value = choice_find(field->choices, equals + 1, true);
		if (!value)
			return complain_usage(app, tr("--where: '%s' is no value of %s"),
					      equals + 1, path);
		out->value = choice_code(field->choices, value);
	} else if (field->ref && (field->flags & FIELD_ALIAS)) {
		struct index_row *rows;
		struct error err;
		size_t count;

		if (index_resolve(app->index, &app->arena, field->ref, equals + 1, &rows,
				  &count, &err) == 0 &&
		    count == 1)
			out->value = rows[0].id;
	}
	return EXIT_STATUS_OK;
}

enum exit_status filter_state(struct app *app, const char *state,
			      struct index_query *query)
{
	int value = state ? choice_find(&record_states, state, true) : 0;

	if (!state)
		return EXIT_STATUS_OK;
	if (!value)
		return complain_usage(app,
				      tr("--state: there is no state '%s'; one of: %s"),
				      state, choices_listed(app, &record_states));
	query->state = choice_code(&record_states, value);
	return EXIT_STATUS_OK;
}
