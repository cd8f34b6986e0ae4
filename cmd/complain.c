#include <stdarg.h>

#include "base/buf.h"
#include "cmd/cmd.h"

/* In one piece: standard error has no buffer, and half a line is nothing to read. */
static void print_line(const struct app *app, struct buf *line)
{
	buf_addc(line, '\n');
	(void)fwrite(line->s, 1, line->len, app->err);
}

enum exit_status complain_usage(struct app *app, const char *fmt, ...)
{
	auto_buf line = BUF_INIT;
	va_list ap;

	buf_addf(&line, "gk %s: ", app->command ? app->command->name : "");
	va_start(ap, fmt);
	buf_vaddf(&line, fmt, ap);
	va_end(ap);
	print_line(app, &line);
	return EXIT_STATUS_USAGE;
}

enum exit_status complain_error(struct app *app, const struct error *err)
{
	(void)fprintf(app->err, "gk: %s\n", err->text);
	return EXIT_STATUS_FAILED;
}

void say(const struct app *app, const char *fmt, ...)
{
	auto_buf line = BUF_INIT;
	va_list ap;

	if (app->quiet)
		return;
	/* Where both go to one place, what was said before stands before. */
	(void)fflush(app->out);
	va_start(ap, fmt);
	buf_vaddf(&line, fmt, ap);
	va_end(ap);
	print_line(app, &line);
}
