#include <string.h>

#include "format/markdown.h"
#include "report/annual_private.h"

/* Where a text is still to come; the draft alone shows it. */
static void add_gap(struct blocks *doc, const char *label)
{
	struct block *paragraph = blocks_add(doc, NULL, BLOCK_PARAGRAPH);

	(void)blocks_run(doc, paragraph, arena_printf(doc->arena, "【待补：%s】", label),
			 RUN_STRONG);
}

static void add_text(const struct annual *annual, const struct piece *piece,
		     unsigned int level, struct blocks *doc)
{
	const struct field *field;
	const char *text = annual_text(annual, piece, &field);
	struct error err;

	/* annual_collect() has parsed it once: it does not fail here. */
	if (text && markdown_parse(text, strlen(text), level, doc, &err) == 0)
		return;
	if (annual_asks(annual, piece))
		add_gap(doc, field->zh);
}

/* A heading stands unless all that it heads is texts that are not there and not asked for. */
static bool is_headed(const struct annual *annual, size_t i)
{
	const struct form *form = annual->form;
	const struct field *field;

	for (size_t k = i + 1; k < form->piece_count; k++) {
		const struct piece *piece = &form->pieces[k];

		if (piece->type == PIECE_HEADING)
			return piece->level > form->pieces[i].level;
		if (piece->type == PIECE_BUILT || annual_asks(annual, piece) ||
		    annual_text(annual, piece, &field))
			return true;
	}
	return false;
}

static void add_piece(const struct annual *annual, size_t i, unsigned int level,
		      struct blocks *doc)
{
	const struct piece *piece = &annual->form->pieces[i];

	switch (piece->type) {
	case PIECE_HEADING:
		if (is_headed(annual, i))
			(void)blocks_heading(doc, piece->level, piece->heading);
		break;
	case PIECE_TEXT:
		add_text(annual, piece, level, doc);
		break;
	case PIECE_BUILT:
		piece->build(annual, doc);
		break;
	}
}

static void add_list(struct blocks *doc, struct block *parent, const char *intro,
		     const struct strings *lines)
{
	struct block *paragraph = blocks_add(doc, parent, BLOCK_PARAGRAPH);
	struct block *list;

	(void)blocks_run(doc, paragraph, intro, RUN_STRONG);
	list = blocks_add(doc, parent, BLOCK_LIST);
	for (size_t i = 0; i < lines->count; i++) {
		struct block *item = blocks_add(doc, list, BLOCK_ITEM);
		struct block *text = blocks_add(doc, item, BLOCK_PARAGRAPH);

		(void)blocks_run(doc, text, lines->items[i], 0);
	}
}

static void add_draft_mark(const struct annual *annual, struct blocks *doc)
{
	struct block *quote = blocks_add(doc, NULL, BLOCK_QUOTE);
	struct block *mark = blocks_add(doc, quote, BLOCK_PARAGRAPH);

	(void)blocks_run(doc, mark, "草稿，未定稿，不得报送和公布。", RUN_STRONG);
	if (annual->faults.count > 0)
		add_list(doc, quote,
			 arena_printf(doc->arena, "数据矛盾（%zu处）：",
				      annual->faults.count),
			 &annual->faults_zh);
	if (annual->open_points.count > 0)
		add_list(doc, quote,
			 arena_printf(doc->arena, "待补事项（%zu项）：",
				      annual->open_points.count),
			 &annual->open_zh);
}

void annual_title(const struct annual *annual, struct buf *out)
{
	buf_addf(out, "%s%d年政府信息公开工作年度报告",
		 annual->config->name ? annual->config->name : "", annual->year);
}

void annual_blocks(const struct annual *annual, bool draft, struct blocks *doc)
{
	unsigned int level = 0;
	auto_buf title = BUF_INIT;

	annual_title(annual, &title);
	(void)blocks_title(doc, buf_dup(&title, doc->arena));
	if (draft)
		add_draft_mark(annual, doc);
	for (size_t i = 0; i < annual->form->piece_count; i++) {
		const struct piece *piece = &annual->form->pieces[i];

		if (piece->type == PIECE_HEADING)
			level = piece->level;
		add_piece(annual, i, level, doc);
	}
}
