#include <stdarg.h>

#include "cmd/cmd.h"

enum exit_status complain_usage(struct app *app, const char *fmt, ...)
{
	va_list ap;

	(void)fprintf(app->err, "gk %s: ", app->command ? app->command->name : "");
	va_start(ap, fmt);
	(void)vfprintf(app->err, fmt, ap);
	va_end(ap);
	(void)fputc('\n', app->err);
	return EXIT_STATUS_USAGE;
}

enum exit_status complain_error(struct app *app, const struct error *err)
{
	(void)fprintf(app->err, "gk: %s\n", err->text);
	return EXIT_STATUS_FAILED;
}

void say(const struct app *app, const char *fmt, ...)
{
	va_list ap;

	if (app->quiet)
		return;
	/* Where both go to one place, what was said before stands before. */
	(void)fflush(app->out);
	va_start(ap, fmt);
	(void)vfprintf(app->err, fmt, ap);
	va_end(ap);
	(void)fputc('\n', app->err);
}
