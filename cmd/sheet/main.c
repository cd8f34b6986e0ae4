/*
 * gk-sheet FILE <ORDERS: write a workbook.
 *
 * gk starts one for each workbook that it exports; nobody else needs it.  Orders come as
 * format/sheet.h puts them; what went wrong is said in one line on standard output.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "format/xlsx_write.h"

enum { CHUNK = 256 << 10 };

/* Obeys all orders that are there as a whole, and forgets them. */
static int obey(struct xlsx_writer *writer, struct buf *bytes, struct error *err)
{
	struct sheet_order order;
	size_t done = 0;
	size_t used;

	do {
		if (sheet_take(bytes->s + done, bytes->len - done, &order, &used, err) <
		    0)
			return -1;
		if (used > 0 && xlsx_writer_do(writer, &order, err) < 0)
			return -1;
		done += used;
	} while (used > 0);
	buf_splice(bytes, 0, done, "", 0);
	return 0;
}

static int obey_all(struct xlsx_writer *writer, struct error *err)
{
	auto_buf bytes = BUF_INIT;

	for (;;) {
		ssize_t got;

		buf_reserve(&bytes, CHUNK);
		got = read(STDIN_FILENO, bytes.s + bytes.len, CHUNK);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return error_errno(err, "standard input");
		if (got == 0)
			break;
		bytes.len += (size_t)got;
		bytes.s[bytes.len] = '\0';
		if (obey(writer, &bytes, err) < 0)
			return -1;
	}
	return bytes.len > 0 ? error_set(err, ERR_SYNTAX, "the orders end too soon") : 0;
}

int main(int argc, char **argv)
{
	struct xlsx_writer *writer;
	struct error err = { 0 };
	struct error late = { 0 };
	int r;

	if (argc != 2) {
		(void)fprintf(stderr, "usage: gk-sheet FILE <ORDERS\n");
		return EXIT_FAILURE;
	}
	r = xlsx_writer_open(argv[1], &writer, &err);
	if (r == 0) {
		r = obey_all(writer, &err);
		if (xlsx_writer_close(writer, r == 0 ? &err : &late) < 0)
			r = -1;
	}
	if (r < 0)
		(void)printf("%s\n", err.text);
	return fflush(stdout) == 0 && r == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
