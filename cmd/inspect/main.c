/*
 * gk-inspect [NAME [VIEW]] <FILE: what is in a file, as lines of JSON.
 *
 * gk starts one for each attachment that it does not know yet, and for each file that it
 * takes records from; nobody else needs it.  It never writes a file and talks to nobody: the
 * file comes on standard input.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "cmd/inspect/look.h"
#include "cmd/inspect/piece.h"
#include "cmd/inspect/sandbox.h"

/* As much as gk reads of any file. */
enum { MAX_FILE = 64 << 20, CHUNK = 256 << 10 };

/* Tables of characters for PDF files that do not bring their own. */
static const char poppler_tables[] = "/usr/share/poppler";

static bool read_input(struct buf *out)
{
	ssize_t got;

	do {
		buf_reserve(out, CHUNK);
		got = read(STDIN_FILENO, out->s + out->len, CHUNK);
		if (got > 0)
			out->len += (size_t)got;
	} while ((got > 0 || (got < 0 && errno == EINTR)) && out->len <= MAX_FILE);
	out->s[out->len] = '\0';
	return got >= 0;
}

int main(int argc, char **argv)
{
	auto_buf bytes = BUF_INIT;
	struct looked_at file = { .name = argc > 1 ? argv[1] : "" };
	const struct look_view *view = look_view(argc > 2 ? argv[2] : "pieces");

	if (!view || !read_input(&bytes))
		return EXIT_FAILURE;
	look_prepare();
	sandbox_close(poppler_tables);
	file.bytes = bytes.s;
	file.len = bytes.len;
	if (file.len > MAX_FILE)
		piece_say(PIECE_LIMIT, NULL, "the file itself");
	else if (file.len > 0)
		view->look(&file);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
