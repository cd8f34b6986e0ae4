#include "cmd/commands.h"
#include "cmd/filter.h"
#include "cmd/listed.h"
#include "cmd/rows.h"
#include "store/catalogue.h"

struct list_options {
	const char *format;
	const char *state;
	struct strings where;
	struct number limit;
};

static const struct opt opts[] = {
	{ "format", 'f', OPT_CHOICE, offsetof(struct list_options, format), NULL,
	  "text|json|tsv|ids", N_("how to print the rows") },
	{ "where", 'w', OPT_LIST, offsetof(struct list_options, where), N_("FIELD=VALUE"),
	  NULL,
	  N_("only records whose field has this value; keys and values in English or "
	     "Chinese") },
	{ "state", 0, OPT_STRING, offsetof(struct list_options, state), N_("STATE"), NULL,
	  N_("only records in this state: draft, cleared, published, …") },
	{ "limit", 0, OPT_COUNT, offsetof(struct list_options, limit), N_("N"), NULL,
	  N_("at most N rows") },
	OPT_END,
};

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct list_options *o = options;
	const struct kind *kind = NULL;
	struct index_query query = { .limit = o->limit.set ? (size_t)o->limit.n : 0 };
	struct index_filter *filters =
		arena_array(&app->arena, struct index_filter, o->where.count + 1);
	struct error err = { 0 };
	enum exit_status status;
	size_t count;

	if (argc > 1)
		return complain_usage(app, "%s", tr("name one kind of record"));
	if (argc == 1) {
		kind = kind_set_find(&app->catalogue->kinds, argv[0]);
		if (!kind)
			return complain_kind(app, argv[0]);
		query.kind = kind->name;
	}
	status = filter_state(app, o->state, &query);
	for (size_t i = 0; status == EXIT_STATUS_OK && i < o->where.count; i++)
		status = filter_read(app, kind, o->where.items[i], &filters[i]);
	if (status != EXIT_STATUS_OK)
		return status;
	query.filters = filters;
	query.filter_count = o->where.count;
	if (print_rows(app, &query, o->format, &count, &err) < 0)
		return complain_error(app, &err);
	return EXIT_STATUS_OK;
}

const struct command cmd_list = {
	.name = "list",
	.zh = "列表",
	.args = N_("[OPTION]... [KIND]"),
	.summary = N_("list records"),
	.examples = "  gk list item\n  gk list 公开事项 --where 责任科室=民政办\n  gk "
		    "list document --state published --format=tsv\n",
	.opts = opts,
	.options_size = sizeof(struct list_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_REV,
	.run = run,
};
