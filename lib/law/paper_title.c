/*
 * The title (GB/T 9704-2012 7.3.1) among the lines above a text, and who is named above it.
 */
#include <string.h>

#include "law/paper_private.h"

enum {
	TITLE_LINES = 8,
	ISSUING_MIN = 4, /* characters */
};

struct group {
	size_t start;
	size_t end;
};

static bool is_letterhead(const char *text)
{
	return line_ends(text, "文件") && !strstr(text, "关于");
}

/* How much a run of lines looks like a title; among equals the later one is. */
static int likeness(const struct head *head, const struct group *group)
{
	const struct sheet *sheet = head->sheet;
	const char *last;
	auto_buf text = BUF_INIT;
	bool organs = true;
	int score = 0;

	for (size_t i = group->start; i < group->end; i++) {
		const struct line *line = &sheet->lines[i];
		const char *closed = line_close_up(sheet->arena, line->text);

		buf_adds(&text, closed);
		organs = organs && (line_is_organ(closed) || is_letterhead(closed));
		if (i == group->start && line_is_centred(line))
			score += 2;
		if (i == group->start && line->from->size >= PAPER_TITLE_SIZE)
			score += 1;
	}
	last = text.s;
	if (line_form(last))
		score += 4;
	if (strstr(last, "关于"))
		score += 4;
	if (organs)
		score -= 6;
	/* 东园镇政务信息　第12期: what is numbered is a bulletin, its title comes after that. */
	if (group->end < head->issue)
		score -= 4;
	return score;
}

/* The next run of lines that nothing took. */
static bool next_group(const struct head *head, size_t from, struct group *out)
{
	while (from < head->end && head->marks[from] != MARK_REST)
		from++;
	out->start = out->end = from;
	while (out->end < head->end && head->marks[out->end] == MARK_REST)
		out->end++;
	return out->start < out->end;
}

/* Web pages name the organ as publisher and as drafter. */
static void add_letterhead(struct sheet *sheet, const char *text)
{
	const char *known = sheet->paper->parts[PAPER_LETTERHEAD];

	if (*text && !(known && strstr(known, text)))
		paper_add_part(sheet, PAPER_LETTERHEAD, text, "；");
}

static void take_letterhead(struct head *head, const struct group *group)
{
	struct sheet *sheet = head->sheet;

	for (size_t i = group->start; i < group->end; i++) {
		const char *text = line_close_up(sheet->arena, sheet->lines[i].text);
		size_t len = strlen(text);

		sheet->lines[i].taken = true;
		if (is_letterhead(text))
			len -= strlen("文件");
		add_letterhead(sheet, arena_strndup(sheet->arena, text, len));
	}
}

/* A title that begins with a letterhead: 东园镇人民政府文件 above it without a number between. */
static void cut_letterhead(struct head *head, struct group *title)
{
	struct group above = *title;

	above.end = above.start;
	while (above.end + 1 < title->end &&
	       is_letterhead(line_close_up(head->sheet->arena,
					   head->sheet->lines[above.end].text)))
		above.end++;
	take_letterhead(head, &above);
	title->start = above.end;
}

/* 中共东园镇委员会, not the 办公室 of the organ before it. */
static bool is_issuing(const char *word)
{
	static const char *const ends[] = { "人民政府", "委员会", "办公室", "办公厅",
					    "局",       "部",     "法院",   "检察院",
					    "联合会",   "党委",   "指挥部", "总工会" };

	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (line_ends(word, ends[i]))
			return line_count(word) > ISSUING_MIN && line_is_organ(word);
	return false;
}

/* The names of two organs that issue a paper together keep a blank between them. */
static const char *title_of(struct arena *arena, const char *text)
{
	const char *about = strstr(text, "关于");
	auto_buf out = BUF_INIT;
	bool issuing = false;

	while (about && text < about) {
		size_t next;
		size_t len = line_word(text, &next);
		const char *word;

		if (text + len > about)
			break;
		word = arena_strndup(arena, text, len);
		if (issuing && is_issuing(word))
			buf_addc(&out, ' ');
		issuing = is_issuing(word);
		buf_adds(&out, word);
		text += next;
	}
	buf_adds(&out, line_close_up(arena, text));
	return buf_dup(&out, arena);
}

static void join_title(struct head *head, struct group *title)
{
	struct sheet *sheet = head->sheet;
	struct paper *paper = sheet->paper;
	auto_buf text = BUF_INIT;

	cut_letterhead(head, title);
	for (size_t i = title->start; i < title->end; i++) {
		buf_adds(&text, sheet->lines[i].text);
		sheet->lines[i].taken = true;
		if (i > title->start && !line_is_centred(&sheet->lines[i]) &&
		    !sheet->lines[i].joined)
			paper->doubts[PAPER_TITLE_JOINED] = true;
		buf_addc(&text, ' ');
	}
	if (paper->parts[PAPER_TITLE])
		paper_add_part(sheet, PAPER_LEFT_OUT, paper->parts[PAPER_TITLE], "；");
	paper->parts[PAPER_TITLE] = title_of(sheet->arena, text.s);
}

/*
 * Without a line that sets it apart, the title ends with the first line that ends as titles
 * do, where what follows would be one again.
 */
static size_t end_of_title(const struct head *head, const struct group *title)
{
	const struct sheet *sheet = head->sheet;
	size_t i = title->start;

	while (i < title->end && i < title->start + TITLE_LINES) {
		const struct line *line = &sheet->lines[i++];

		if (i < title->end && line_form(line->text) &&
		    line_count(line->text) > 4 && !line_is_centred(&sheet->lines[i]))
			break;
	}
	return i;
}

static struct group best_group(const struct head *head, int *score)
{
	struct group best = { 0, 0 };
	struct group group;

	for (size_t at = 0; next_group(head, at, &group); at = group.end) {
		int like = likeness(head, &group);

		if (best.end == 0 || like >= *score) {
			best = group;
			*score = like;
		}
	}
	return best;
}

/* What stands before the title is the head of the paper, what follows is its text. */
void paper_find_title(struct head *head)
{
	int score = 0;
	struct group title = best_group(head, &score);
	struct group group;

	if (title.end == 0)
		return;
	/* A head without a title. */
	if (score < 0)
		title = (struct group){ head->end, head->end };
	title.end = end_of_title(head, &title);
	for (size_t at = 0; next_group(head, at, &group) && group.start < title.start;
	     at = group.end)
		take_letterhead(head, &group);
	if (title.start < title.end)
		join_title(head, &title);
}
