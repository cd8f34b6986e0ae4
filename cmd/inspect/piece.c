#include "cmd/inspect/piece.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const kinds[] = {
	[PIECE_TEXT] = "text",         [PIECE_CELL] = "cell",
	[PIECE_HIDDEN] = "hidden",     [PIECE_COMMENT] = "comment",
	[PIECE_TRACKED] = "tracked",   [PIECE_AUTHOR] = "author",
	[PIECE_POSITION] = "position", [PIECE_UNREADABLE] = "unreadable",
	[PIECE_DAMAGED] = "damaged",   [PIECE_LIMIT] = "limit",
};

static void add_number(struct json *json, const char *key, uint32_t n)
{
	if (n == 0)
		return;
	json_key(json, key);
	json_int(json, n);
}

/* JSON could say that there is a NUL, but nobody searches behind it. */
void piece_text(struct json *json, const char *text, size_t len)
{
	struct buf copy = BUF_INIT;

	if (!memchr(text, '\0', len)) {
		json_string_n(json, text, len);
		return;
	}
	buf_add(&copy, text, len);
	for (size_t i = 0; i < len; i++)
		if (!copy.s[i])
			copy.s[i] = ' ';
	json_string_n(json, copy.s, len);
	buf_release(&copy);
}

static void write_piece(const struct piece *piece, struct buf *line)
{
	struct json json;
	size_t len = piece->len < PIECE_MAX_TEXT ? piece->len : PIECE_MAX_TEXT;

	json_init(&json, line, JSON_COMPACT);
	json_open_object(&json);
	json_member(&json, "kind", kinds[piece->kind]);
	json_member(&json, "where", piece->where);
	add_number(&json, "table", piece->table);
	add_number(&json, "row", piece->row);
	add_number(&json, "column", piece->column);
	json_member(&json, "author", piece->author);
	json_key(&json, "text");
	piece_text(&json, piece->text ? piece->text : "", len);
	json_close(&json);
	buf_addc(line, '\n');
}

static void put(const struct buf *line)
{
	if (fwrite(line->s, 1, line->len, stdout) != line->len)
		/* NOLINTNEXTLINE(concurrency-mt-unsafe): this program has one thread */
		exit(EXIT_FAILURE);
}

void piece_put(const struct buf *line)
{
	static size_t printed; /* this program prints the lines of one file */
	const struct piece full = { .kind = PIECE_LIMIT };
	struct buf last = BUF_INIT;

	printed += line->len;
	if (printed <= PIECES_MAX_BYTES) {
		put(line);
		return;
	}
	write_piece(&full, &last);
	put(&last);
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): this program has one thread */
	exit(fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

void piece_print(const struct piece *piece)
{
	struct buf line = BUF_INIT;

	write_piece(piece, &line);
	piece_put(&line);
	buf_release(&line);
}

void piece_say(enum piece_kind kind, const char *where, const char *text)
{
	piece_print(&(struct piece){
		.kind = kind, .where = where, .text = text, .len = strlen(text) });
}

void piece_failure(const struct error *err)
{
	enum piece_kind kind = err->code == ERR_LIMIT ? PIECE_LIMIT : PIECE_DAMAGED;

	if (err->code == ERR_DENIED && strstr(err->text, "encrypted"))
		piece_say(PIECE_UNREADABLE, NULL, "encrypted");
	else
		piece_say(kind, NULL, err->text);
}
