#include "check/rule_page.h"

#include <string.h>

#include "base/i18n.h"
#include "check/form.h"
#include "format/blocks.h"

void rule_what(const struct rule *rule, struct buf *out)
{
	rule_fill(tr(rule->text), out);
}

void rule_mending(const struct rule *rule, struct buf *out)
{
	size_t start = out->len;

	rule_fill(tr(rule->hint), out);
	if (strcmp(out->s + start, "…") == 0)
		buf_truncate(out, start);
}

void rule_standing(const struct rule *rule, struct buf *out)
{
	if (rule->flags & RULE_DRAFT)
		buf_addf(out, "%s\n",
			 tr("While the record is a draft it is a note: what is missing "
			    "may "
			    "still come."));
	if (rule->flags & RULE_TIME)
		buf_addf(out, "%s\n",
			 tr("For records formed before `since` of catalogue.yaml it is a "
			    "note."));
	if (rule->flags & RULE_GATE)
		buf_addf(out, "%s\n", tr("Only gk publish asks for it."));
	if (rule->flags & RULE_STEP)
		buf_addf(out, "%s\n",
			 tr("It is found between a commit and its parents: with --range, "
			    "and by the hook of a server."));
	if (rule->flags & RULE_LOCKED)
		buf_addf(out, "%s\n", tr("It can be neither lowered nor waived."));
	else
		buf_addf(out, "%s\n",
			 tr("catalogue.yaml may change its severity, and a record may "
			    "waive "
			    "it with reason, name and date."));
}

static const char *suffix(void)
{
	return i18n_language() == LANGUAGE_ZH ? ".zh.md" : ".md";
}

static void add_fact(struct blocks *doc, struct block *table, const char *name,
		     const char *value)
{
	struct row *row = blocks_row(doc, table);

	(void)blocks_cell(doc, row, name);
	(void)blocks_cell(doc, row, value);
}

static void add_section(struct blocks *doc, const char *title, const char *text)
{
	if (!*text)
		return;
	(void)blocks_heading(doc, 1, title);
	(void)blocks_paragraph(doc, text);
}

static void add_standing(struct blocks *doc, const struct rule *rule)
{
	auto_buf lines = BUF_INIT;
	size_t len;

	rule_standing(rule, &lines);
	(void)blocks_heading(doc, 1, tr("Severity"));
	for (const char *line = lines.s; *line; line += len + 1) {
		len = strcspn(line, "\n");
		(void)blocks_paragraph(doc, arena_strndup(doc->arena, line, len));
	}
}

static void add_facts(struct blocks *doc, const struct rule *rule)
{
	struct block *table = blocks_table(doc, 2, 1, NULL);

	add_fact(doc, table, tr("rule"), rule->slug);
	add_fact(doc, table, tr("severity"), severity_name(rule->severity));
	add_fact(doc, table, tr("group"),
		 arena_printf(doc->arena, "%s: %s", group_name(rule->group),
			      group_title(rule->group)));
	if (*rule->law)
		add_fact(doc, table, tr("law"), rule->law);
}

void rule_page(const struct rule *rule, struct buf *out)
{
	struct arena arena = ARENA_INIT;
	struct blocks doc;
	struct block *back;
	auto_buf what = BUF_INIT;
	auto_buf mending = BUF_INIT;

	blocks_init(&doc, &arena);
	rule_what(rule, &what);
	rule_mending(rule, &mending);
	(void)blocks_title(&doc, rule->slug);
	(void)blocks_paragraph(&doc, what.s);
	add_facts(&doc, rule);
	add_section(&doc, tr("Why"), tr(rule->why));
	add_section(&doc, tr("How to mend it"), mending.s);
	add_standing(&doc, rule);
	(void)blocks_paragraph(&doc, arena_printf(&arena, "@bad %s@", tr("Wrong")));
	(void)blocks_paragraph(&doc, arena_printf(&arena, "@good %s@", tr("Right")));
	back = blocks_add(&doc, NULL, BLOCK_PARAGRAPH);
	blocks_run(&doc, back, tr("all rules"), 0)->href =
		arena_printf(&arena, "README%s", suffix());
	blocks_to_markdown(&doc, out);
	arena_clear(&arena);
}

static void add_rule(struct blocks *doc, struct block *table, const struct rule *rule)
{
	struct row *row = blocks_row(doc, table);
	struct cell *cell = blocks_cell(doc, row, rule->slug);
	auto_buf what = BUF_INIT;

	cell->runs->href = arena_printf(doc->arena, "%s%s", rule->slug, suffix());
	(void)blocks_cell(doc, row, severity_name(rule->severity));
	rule_what(rule, &what);
	(void)blocks_cell(doc, row, arena_strdup(doc->arena, what.s));
}

static struct block *group_table(struct blocks *doc, enum rule_group group)
{
	struct block *table;
	struct row *head;

	(void)blocks_heading(doc, 1,
			     arena_printf(doc->arena, "%s: %s", group_name(group),
					  group_title(group)));
	table = blocks_table(doc, 3, 1, NULL);
	head = blocks_row(doc, table);
	(void)blocks_cell(doc, head, tr("rule"));
	(void)blocks_cell(doc, head, tr("severity"));
	(void)blocks_cell(doc, head, tr("what it finds"));
	return table;
}

static void add_group(struct blocks *doc, enum rule_group group)
{
	struct block *table = NULL;

	for (enum rule_id id = 0; id < RULE_COUNT; id++) {
		if (rules[id].group != group)
			continue;
		if (!table)
			table = group_table(doc, group);
		add_rule(doc, table, &rules[id]);
	}
}

void rule_index(struct buf *out)
{
	struct arena arena = ARENA_INIT;
	struct blocks doc;

	blocks_init(&doc, &arena);
	(void)blocks_title(&doc, tr("Rules"));
	(void)blocks_paragraph(
		&doc, tr("What gk validate finds, by group. Generated from the list of "
			 "rules and its fixtures by ./dev generate."));
	(void)blocks_paragraph(
		&doc,
		tr("In the examples of a page path: says where the file stands, and "
		   "expect: what is found in it, at which line and column."));
	for (enum rule_group group = 0; group < GROUP_COUNT; group++)
		add_group(&doc, group);
	blocks_to_markdown(&doc, out);
	arena_clear(&arena);
}
