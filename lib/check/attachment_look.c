#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "check/attachments.h"
#include "check/inspect.h"
#include "check/privacy.h"
#include "record/document.h"

enum {
	HEAD_ROWS = 5,      /* heads of columns stand in the first rows of a table */
	HEAD_MAX = 120,     /* bytes of a head; what is longer is none */
	MAX_COLUMNS = 256,  /* of a table, whose heads are known */
	SHOWN_MAX = 60,     /* characters of a text from a file in a finding */
	MAX_FINDINGS = 200, /* of one file; no clerk reads more */
};

/* The first of its kind in a table or outside, and how many there are. */
struct personal_first {
	struct finding_at at;
	const char *shown;
	size_t count;
};

struct column {
	char head[HEAD_MAX + 1]; /* "" for none */
	uint32_t row;            /* of the head */
	enum personal_column kind;
	struct finding_at at; /* of the head, where the kind is not harmless */
	size_t filled;        /* cells below it that say something, and are not masked */
};

struct looking {
	const struct attachment_file *file;
	struct record *record; /* that stands for the file in findings */
	struct findings *out;
	struct personal_first first[PERSONAL_KIND_COUNT];
	struct column columns[MAX_COLUMNS];
	uint32_t table; /* that `columns` are of */
	uint32_t row;   /* of the cell seen last, and how many of it */
	uint32_t row_cells;
	uint32_t last_column;
	size_t column_count;
	bool commented; /* once is enough; so below */
	bool tracked;
	struct strings authors;
};

/* ---- findings ---- */

/* Text of strangers goes to a terminal: without control characters, and not too long. */
static const char *clean(struct arena *arena, const char *text)
{
	auto_buf out = BUF_INIT;
	size_t left = strlen(text);
	size_t used;

	for (size_t i = 0; left > 0 && i < SHOWN_MAX; i++) {
		uint32_t code = utf8_decode(text, left, &used);
		bool control = code < 0x20 || (code >= 0x7f && code < 0xa0) ||
			       (code >= 0x202a && code <= 0x202e) ||
			       (code >= 0x2066 && code <= 0x2069);

		utf8_add(&out, control ? ' ' : code);
		text += used;
		left -= used;
	}
	if (left > 0)
		buf_adds(&out, "…");
	return buf_dup(&out, arena);
}

static struct finding_at at_of(const struct looking *looking,
			       const struct inspect_piece *piece)
{
	return (struct finding_at){
		.place = { .line = piece->row ? piece->row : 1,
			   .column = piece->column ? piece->column : 1 },
		.path = clean(looking->out->arena, piece->where),
	};
}

static void add(const struct looking *looking, enum rule_id rule,
		const struct finding_at *at, const char *first, const char *second)
{
	if (looking->out->count < MAX_FINDINGS)
		finding_add_at(looking->out, rule, looking->record, at,
			       (const char *const[]){ first, second, NULL });
}

/* ---- personal data ---- */

static void search(struct looking *looking, const struct inspect_piece *piece,
		   const char *text, size_t from)
{
	struct arena *arena = looking->out->arena;
	struct personal_hit hit;
	size_t pos = from;

	while (personal_next(arena, text, strlen(text), looking->file->allowed, &pos,
			     &hit)) {
		struct personal_first *first = &looking->first[hit.kind];

		if (first->count++ == 0) {
			first->at = at_of(looking, piece);
			first->shown = hit.shown;
		}
	}
}

/* ---- tables ---- */

static void end_table(struct looking *looking);

/* Titles over a table stand alone in their row: they are heads of nothing. */
static void start_row(struct looking *looking, uint32_t row)
{
	if (looking->row_cells == 1 && looking->last_column <= MAX_COLUMNS &&
	    looking->last_column > 0) {
		struct column *column = &looking->columns[looking->last_column - 1];

		if (column->row == looking->row && column->kind == COLUMN_HARMLESS)
			column->head[0] = '\0';
	}
	looking->row = row;
	looking->row_cells = 0;
}

static bool has_many_digits(const char *text)
{
	enum { FEW = 6 };
	size_t run = 0;

	for (; *text && run < FEW; text++)
		run = *text >= '0' && *text <= '9' ? run + 1 : 0;
	return run >= FEW;
}

/* Whether the cell is the head of its column; then it is no entry. */
static bool take_head(struct looking *looking, struct column *column,
		      const struct inspect_piece *piece)
{
	size_t len = strlen(piece->text);
	enum personal_column kind;

	if (piece->row > HEAD_ROWS || len > HEAD_MAX || has_many_digits(piece->text))
		return false;
	kind = personal_column_of(piece->text);
	if (column->kind != COLUMN_HARMLESS ||
	    (column->head[0] && kind == COLUMN_HARMLESS))
		return false;
	memcpy(column->head, piece->text, len + 1);
	column->row = piece->row;
	column->kind = kind;
	column->filled = 0;
	if (kind != COLUMN_HARMLESS)
		column->at = at_of(looking, piece);
	return true;
}

/* A number is judged by what stands before it: in a table that is the head of its column. */
static void search_cell(struct looking *looking, const struct column *column,
			const struct inspect_piece *piece)
{
	auto_buf text = BUF_INIT;
	size_t from = 0;

	if (column && column->head[0]) {
		buf_addf(&text, "%s：", column->head);
		from = text.len;
	}
	buf_adds(&text, piece->text);
	search(looking, piece, text.s, from);
}

static void take_cell(struct looking *looking, const struct inspect_piece *piece)
{
	struct column *column = NULL;

	if (piece->table != looking->table) {
		end_table(looking);
		looking->table = piece->table;
	}
	if (piece->row != looking->row)
		start_row(looking, piece->row);
	looking->row_cells++;
	looking->last_column = piece->column;
	if (piece->column > 0 && piece->column <= MAX_COLUMNS) {
		column = &looking->columns[piece->column - 1];
		if (looking->column_count < piece->column)
			looking->column_count = piece->column;
	}
	if (column && take_head(looking, column, piece)) {
		search(looking, piece, piece->text, 0);
		return;
	}
	if (column)
		column->filled += privacy_cell_is_bare(column->kind, piece->text,
						       strlen(piece->text));
	search_cell(looking, column, piece);
}

/* What the head of a column says is in it, whatever its cells look like. */
static void tell_column(const struct looking *looking, const struct column *column)
{
	if (column->filled > 0)
		add(looking, privacy_column_rule(column->kind), &column->at,
		    clean(looking->out->arena, column->head), NULL);
}

static void end_table(struct looking *looking)
{
	for (size_t i = 0; i < looking->column_count; i++) {
		tell_column(looking, &looking->columns[i]);
		looking->columns[i] = (struct column){ .kind = COLUMN_HARMLESS };
	}
	looking->column_count = 0;
	looking->row = looking->row_cells = looking->last_column = 0;
}

/* ---- what is not seen ---- */

struct word {
	const char *word; /* as the helper says it */
	const char *text;
};

static const char *text_of(const struct word *words, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].text;
	return words[count - 1].text;
}

static const struct word hidden_words[] = {
	{ "sheet", ARG_MESSAGE N_("a sheet") },
	{ "row", ARG_MESSAGE N_("a row") },
	{ "column", ARG_MESSAGE N_("a column") },
	{ "text", ARG_MESSAGE N_("a text") },
	{ "", ARG_MESSAGE N_("a file inside it, or a copy of its data") },
};

static const struct word unreadable_words[] = {
	{ "scan", ARG_MESSAGE N_("a scan") },
	{ "picture", ARG_MESSAGE N_("a picture") },
	{ "old", ARG_MESSAGE N_("an old format, like .doc, .xls or .wps") },
	{ "video", ARG_MESSAGE N_("a video") },
	{ "sound", ARG_MESSAGE N_("a sound recording") },
	{ "archive", ARG_MESSAGE N_("a compressed archive") },
	{ "encrypted", ARG_MESSAGE N_("it wants a password") },
	{ "encoding", ARG_MESSAGE N_("a text in an unknown encoding") },
	{ "unknown", ARG_MESSAGE N_("an unknown format") },
};

#define TEXT_OF(words, word) text_of((words), ARRAY_LEN(words), (word))

static void take_hidden(struct looking *looking, const struct inspect_piece *piece)
{
	struct finding_at at = at_of(looking, piece);

	add(looking, RULE_ATTACHMENT_HIDDEN, &at, TEXT_OF(hidden_words, piece->text),
	    NULL);
}

/* One comment stands for all of them. */
static void take_trace(struct looking *looking, const struct inspect_piece *piece,
		       bool *said, const char *text)
{
	struct finding_at at = at_of(looking, piece);

	search(looking, piece, piece->text, 0);
	if (!*said)
		add(looking, RULE_ATTACHMENT_TRACES, &at, text,
		    clean(looking->out->arena, piece->author));
	*said = true;
}

/* Users of computers are called 微软用户, lenovo, 党政办: only 李某 is a person. */
static bool is_person(const char *name)
{
	static const char *const others[] = {
		"户",   "员", "室", "办", "局", "镇", "乡", "府", "站", "所",
		"中心", "院", "会", "科", "股", "部", "司", "厅", "委", "处",
		"队",   "机", "本", "脑", "村", "区", "校", "者"
	};
	size_t len = strlen(name);
	size_t count = utf8_count(name, len);
	size_t used;

	for (size_t at = 0; at < len; at += used)
		if (!utf8_is_han(utf8_decode(name + at, len - at, &used)))
			return false;
	for (size_t i = 0; i < ARRAY_LEN(others); i++) {
		size_t n = strlen(others[i]);

		if (len >= n && strcmp(name + len - n, others[i]) == 0)
			return false;
	}
	return count >= 2 && count <= 4;
}

static void take_author(struct looking *looking, const struct inspect_piece *piece)
{
	struct finding_at at = at_of(looking, piece);

	if (!is_person(piece->text) || strings_has(&looking->authors, piece->text))
		return;
	strings_add(looking->out->arena, &looking->authors,
		    arena_strdup(looking->out->arena, piece->text));
	add(looking, RULE_ATTACHMENT_TRACES, &at,
	    ARG_MESSAGE N_("a name in its properties"), piece->text);
}

static void add_plain(const struct looking *looking, const struct inspect_piece *piece,
		      enum rule_id rule, const char *first, const char *second)
{
	struct finding_at at = at_of(looking, piece);

	add(looking, rule, &at, first, second);
}

static void take_piece(void *payload, const struct inspect_piece *piece)
{
	struct looking *looking = payload;
	struct arena *arena = looking->out->arena;
	const char *name = path_base(looking->file->path);

	switch (piece->kind) {
	case INSPECT_TEXT:
		search(looking, piece, piece->text, 0);
		break;
	case INSPECT_CELL:
		take_cell(looking, piece);
		break;
	case INSPECT_HIDDEN:
		take_hidden(looking, piece);
		break;
	case INSPECT_COMMENT:
		take_trace(looking, piece, &looking->commented,
			   ARG_MESSAGE N_("a comment"));
		break;
	case INSPECT_TRACKED:
		take_trace(looking, piece, &looking->tracked,
			   ARG_MESSAGE N_("a change that was not accepted"));
		break;
	case INSPECT_AUTHOR:
		take_author(looking, piece);
		break;
	case INSPECT_POSITION:
		add_plain(looking, piece, RULE_PICTURE_POSITION, NULL, NULL);
		break;
	case INSPECT_UNREADABLE:
		add_plain(looking, piece, RULE_ATTACHMENT_UNCHECKED, name,
			  TEXT_OF(unreadable_words, piece->text));
		break;
	case INSPECT_DAMAGED:
		add_plain(looking, piece, RULE_ATTACHMENT_DAMAGED,
			  clean(arena, piece->text), NULL);
		break;
	case INSPECT_LIMIT:
		add_plain(looking, piece, RULE_ATTACHMENT_TOO_LARGE,
			  clean(arena, piece->text), NULL);
		break;
	case INSPECT_KIND_COUNT:
		break;
	}
}

/* ---- the whole ---- */

/* A list of thousands is one mistake: where it begins, and how many there are. */
static void tell_personal(const struct looking *looking)
{
	for (enum personal_kind kind = 0; kind < PERSONAL_KIND_COUNT; kind++) {
		const struct personal_first *first = &looking->first[kind];
		const char *const args[] = {
			first->shown, "", "",
			arena_printf(looking->out->arena, "%zu", first->count), NULL
		};

		if (first->count > 0)
			finding_add_at(looking->out, privacy_rule(kind), looking->record,
				       &first->at, args);
	}
}

bool attachment_examine(const struct attachment_file *file, struct findings *out)
{
	const struct inspect_file asked = { .name = path_base(file->path),
					    .bytes = file->bytes,
					    .len = file->len };
	struct looking *looking = arena_new(out->arena, struct looking);
	const struct inspect_piece whole = { .where = "" };
	struct error err;
	int done;

	looking->file = file;
	looking->out = out;
	looking->record = record_new(out->arena, &document_kind);
	looking->record->path = file->path;
	done = inspect_run(file->inspector, &asked, take_piece, looking, &err);
	if (done < 0 && err.code == ERR_SYSTEM)
		return false;
	end_table(looking);
	tell_personal(looking);
	if (done < 0)
		add_plain(looking, &whole, RULE_ATTACHMENT_TOO_LARGE, err.text, NULL);
	return true;
}
