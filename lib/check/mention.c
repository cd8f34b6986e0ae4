#include "check/mention.h"

int mention_keep(void *payload, const struct index_row *row, const struct fact *fact)
{
	struct mentions *list = payload;
	struct arena *arena = list->arena;
	struct mention *mention;

	list->items = array_grow(arena, list->items, list->count, &list->room,
				 sizeof(*list->items));
	mention = &list->items[list->count++];
	*mention = (struct mention){ .row = *row, .fact = *fact };
	mention->row.path = arena_strdup(arena, row->path);
	mention->row.id = arena_strdup(arena, row->id);
	mention->row.kind = arena_strdup(arena, row->kind);
	mention->row.title = arena_strdup(arena, row->title);
	mention->fact.field = arena_strdup(arena, fact->field);
	mention->fact.value = arena_strdup(arena, fact->value);
	mention->fact.ref = fact->ref ? arena_strdup(arena, fact->ref) : NULL;
	return 0;
}

int mentions_read(struct run *run, const char *kind, int64_t key, const char *field,
		  struct mentions *out, struct error *err)
{
	*out = (struct mentions){ .arena = run->arena };
	return index_each_fact(run->index, kind, key, field, mention_keep, out, err);
}

void mention_add(struct run *run, enum rule_id rule, const struct mention *mention,
		 const char *const *args)
{
	const struct kind *kind =
		kind_set_find(&run->catalogue->kinds, mention->row.kind);
	const struct field *field = kind ? label_field(kind, mention->fact.field) : NULL;
	struct finding finding = {
		.rule = rule,
		.severity = rules[rule].severity,
		.path = mention->row.path,
		.place = mention->fact.place,
		.field = mention->fact.field,
		.label_zh = field ? field->zh : "",
		.label_en = field ? field->en : "",
		.title = mention->row.title,
		.args = { "", "", "", "" },
		.about = run->record ? finding_about(run->out, run->record) : NULL,
	};

	if (!is_selected(run->options, finding.path))
		return;
	for (size_t i = 0; i < FINDING_ARGS && args[i]; i++)
		finding.args[i] = arena_strdup(run->arena, args[i]);
	findings_push(run->out, &finding);
}
