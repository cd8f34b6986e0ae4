#include "cmd/input.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "check/check.h"
#include "cmd/listed.h"
#include "format/json_read.h"
#include "record/path.h"

enum { INPUT_LIMIT = 64 << 20 };

void input_add(struct app *app, struct input *input, struct record *record)
{
	input->records = array_grow(&app->arena, input->records, input->count,
				    &input->room, sizeof(struct record *));
	input->records[input->count++] = record;
}

static int read_bytes(const char *file, struct buf *out, struct error *err)
{
	char chunk[16384];
	size_t n;

	if (strcmp(file, "-") != 0)
		return file_read(file, INPUT_LIMIT, out, err);
	while ((n = fread(chunk, 1, sizeof(chunk), stdin)) > 0) {
		if (out->len + n > INPUT_LIMIT)
			return error_set(err, ERR_LIMIT, "%s",
					 tr("standard input is larger than 64 MiB"));
		buf_add(out, chunk, n);
	}
	if (ferror(stdin))
		return error_errno(err, "%s", tr("read standard input"));
	return 0;
}

static bool looks_like_json(const struct buf *bytes)
{
	const char *p = bytes->s;

	while (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')
		p++;
	return *p == '{' || *p == '[';
}

/* Faults of the text itself, told through a record that holds nothing else. */
static const struct yaml_node *parse(struct app *app, const struct kind *kind,
				     const char *file, const struct buf *bytes,
				     struct findings *findings)
{
	const char *copy = buf_dup(bytes, &app->arena);
	struct yaml_node *json;
	struct yaml_tree tree;
	struct record *holder;
	struct error err;

	if (looks_like_json(bytes) &&
	    json_parse(&app->arena, copy, bytes->len, &json, &err) == 0)
		return json;
	yaml_parse(&app->arena, copy, bytes->len, &tree);
	if (!tree.root || tree.root->type == YAML_SCALAR) {
		holder = record_parse(&app->arena, kind, file, copy, bytes->len);
		check_reading(findings, holder);
		return NULL;
	}
	return tree.root;
}

static void read_one(struct app *app, const struct kind *kind, const char *file,
		     const struct yaml_node *node, struct input *input,
		     struct findings *findings)
{
	const struct read_options options = { .flags = READ_LABELS, .today = app->today };
	struct record *record = record_from_node(&app->arena, kind, "", node, &options);

	/* No path while it is read: an id is given later. */
	record->path = file;
	check_reading(findings, record);
	input_add(app, input, record);
}

enum exit_status input_read(struct app *app, const struct kind *kind, const char *file,
			    struct input *input)
{
	struct findings findings = FINDINGS(&app->arena);
	const char *name = strcmp(file, "-") == 0 ? "<stdin>" : file;
	auto_buf bytes = BUF_INIT;
	const struct yaml_node *root;
	struct error err = { 0 };

	if (read_bytes(file, &bytes, &err) < 0)
		return complain_error(app, &err);
	root = parse(app, kind, name, &bytes, &findings);
	for (size_t i = 0; root && root->type == YAML_SEQUENCE && i < root->count; i++)
		read_one(app, kind, name, root->items[i], input, &findings);
	if (root && root->type == YAML_MAPPING)
		read_one(app, kind, name, root, input, &findings);
	for (size_t i = 0; i < findings.count; i++) {
		auto_buf line = BUF_INIT;

		finding_line(&findings.items[i], &line);
		(void)fprintf(app->err, "%s\n", line.s);
	}
	if (findings_worst(&findings) == SEVERITY_ERROR || !root) {
		say(app, "%s", tr("gk: nothing was written"));
		return EXIT_STATUS_FINDINGS;
	}
	return EXIT_STATUS_OK;
}

/* Files hold keys and codes; at the command line people type labels, and are told those. */
static void put_labels(struct app *app, const struct kind *kind, struct finding *finding)
{
	struct arena *arena = &app->arena;
	bool is_key = finding->rule == RULE_FIELD_UNKNOWN;
	const char *path = is_key ? finding->args[1] : finding->field;
	const struct field *field;
	const struct choice *meant;
	struct field_path way;

	if ((!is_key && finding->rule != RULE_CHOICE_INVALID) ||
	    !field_path_find(kind, path, false, &way))
		return;
	field = way.steps[way.count - 1];
	if (is_key) {
		finding->args[1] = arg_label(arena, field->zh, field->key);
		return;
	}
	while (field->type == FIELD_GROUP && (field->flags & FIELD_SHORTHAND))
		field = &field->sub->items[0];
	if (!field->choices)
		return;
	meant = choice_of(field->choices,
			  choice_find(field->choices, finding->args[2], false));
	finding->args[1] =
		arg_label(arena, choices_listed(app, field->choices), finding->args[1]);
	if (meant)
		finding->args[2] = arg_label(arena, meant->zh, meant->code);
}

enum exit_status input_complain(struct app *app, const struct record *record,
				const char *what)
{
	struct findings findings = FINDINGS(&app->arena);
	struct finding *last;
	auto_buf text = BUF_INIT;
	auto_buf hint = BUF_INIT;

	check_reading(&findings, record);
	if (findings.count == 0)
		return complain_usage(app, tr("%s: it cannot be read"), what);
	last = &findings.items[findings.count - 1];
	put_labels(app, record->kind, last);
	finding_text(last, &text);
	finding_hint(last, &hint);
	if (!hint.len)
		return complain_usage(app, tr("%s: %s"), what, text.s);
	return complain_usage(app, tr("%s: %s; %s"), what, text.s, hint.s);
}

enum exit_status input_assign(struct app *app, struct record *record, const char *text)
{
	const struct read_options options = { .flags = READ_LABELS, .today = app->today };
	const char *equals = strchr(text, '=');
	const char *path;

	if (!equals || equals == text)
		return complain_usage(app, tr("--set: '%s' is not FIELD=VALUE"), text);
	path = arena_strndup(&app->arena, text, (size_t)(equals - text));
	if (record_assign(&app->arena, record, path, equals + 1, &options))
		return EXIT_STATUS_OK;
	return input_complain(app, record, arena_printf(&app->arena, "--set %s", text));
}

void input_print(const struct app *app, const struct record *record)
{
	auto_buf out = BUF_INIT;

	record_write(record, &out);
	(void)fprintf(app->out, "# %s\n%s", record->path, out.s);
}
