#include <string.h>

#include "base/buf.h"
#include "cmd/commands.h"
#include "cmd/listed.h"
#include "cmd/rows.h"
#include "store/catalogue.h"

struct search_options {
	const char *format;
	const char *kind;
	struct number limit;
};

static const struct opt opts[] = {
	{ "format", 'f', OPT_CHOICE, offsetof(struct search_options, format), NULL,
	  "text|json|tsv|ids", N_("how to print the rows") },
	{ "kind", 'k', OPT_STRING, offsetof(struct search_options, kind), N_("KIND"),
	  NULL, N_("only records of this kind") },
	{ "limit", 0, OPT_COUNT, offsetof(struct search_options, limit), N_("N"), NULL,
	  N_("at most N rows") },
	OPT_END,
};

static enum exit_status run(struct app *app, const void *options, int argc, char **argv)
{
	const struct search_options *o = options;
	struct index_query query = { .limit = o->limit.set ? (size_t)o->limit.n : 0 };
	auto_buf text = BUF_INIT;
	struct error err = { 0 };
	size_t count;

	for (int i = 0; i < argc; i++)
		buf_addf(&text, "%s%s", i ? " " : "", argv[i]);
	if (text.len == 0)
		return complain_usage(app, "%s", tr("say what to search for"));
	query.text = text.s;
	if (o->kind) {
		const struct kind *kind = kind_set_find(&app->catalogue->kinds, o->kind);

		if (!kind)
			return complain_kind(app, o->kind);
		query.kind = kind->name;
	}
	if (print_rows(app, &query, o->format, &count, &err) < 0)
		return complain_error(app, &err);
	if (count == 0) {
		say(app, tr("gk: nothing was found for '%s'"), text.s);
		return EXIT_STATUS_FINDINGS;
	}
	return EXIT_STATUS_OK;
}

const struct command cmd_search = {
	.name = "search",
	.zh = "搜索",
	.args = N_("[OPTION]... TEXT..."),
	.summary = N_("find records by any words in them"),
	.examples = "  gk search 低保\n  gk search --kind document 工作要点\n",
	.opts = opts,
	.options_size = sizeof(struct search_options),
	.needs = NEED_CATALOGUE | NEED_INDEX | NEED_REV,
	.run = run,
};
