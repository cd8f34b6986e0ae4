#include "cmd/papers.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cmd/acting.h"
#include "cmd/convert.h"
#include "record/describe.h"
#include "record/document.h"

static const char *const endings[] = { ".docx", ".docm", ".doc",  ".wps", ".rtf",
				       ".odt",  ".ofd",  ".dotx", ".wpt" };

bool papers_is_name(const char *name)
{
	size_t len = strlen(name);

	/* What Word and LibreOffice leave beside a file that is open. */
	if (strncmp(name, "~$", 2) == 0 || *name == '.')
		return false;
	for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
		size_t n = strlen(endings[i]);
		size_t k = 0;

		while (len > n && k < n &&
		       (name[len - n + k] | 0x20) == (endings[i][k] | 0x20))
			k++;
		if (k == n)
			return true;
	}
	return false;
}

enum exit_status papers_begin(struct app *app, enum exit_status line, struct work *work)
{
	struct error err = { 0 };

	if (line != EXIT_STATUS_OK)
		return line;
	return acting_work(app, work, &err) < 0 ? complain_error(app, &err)
						: EXIT_STATUS_OK;
}

int papers_open(struct app *app, struct work *work, const char *path,
		struct work_paper *out, struct error *err)
{
	auto_buf bytes = BUF_INIT;
	auto_buf converted = BUF_INIT;
	struct paper_file file = { .path = path, .bytes = &bytes };
	const char *ending;

	if (file_read(path, ATTACH_LIMIT, &bytes, err) < 0)
		return -1;
	if (bytes.len == 0)
		return error_set(err, ERR_SYNTAX, tr("%s is empty"), path);
	ending = convert_ending(bytes.s, bytes.len);
	if (ending && convert_to_docx(ending, &bytes, &converted, err) < 0)
		return error_wrap(err, "%s", path);
	file.as_docx = ending ? &converted : NULL;
	return work_paper_read(work, app->inspector, &file, out, err);
}

enum exit_status papers_complain(struct app *app, const struct error *err)
{
	enum exit_status status = complain_error(app, err);

	return err->code == ERR_SYNTAX || err->code == ERR_DENIED ? EXIT_STATUS_FINDINGS
								  : status;
}

/* ---- telling ---- */

static void tell_body(const struct app *app, const char *body)
{
	size_t tables = 0;
	size_t headings = 0;

	for (const char *p = body; p && *p;
	     p = strchr(p, '\n') ? strchr(p, '\n') + 1 : "") {
		headings += *p == '#';
		tables += strncmp(p, "| ---", 5) == 0;
	}
	(void)fprintf(app->err,
		      "  %s: ", i18n_language() == LANGUAGE_ZH ? "正文" : "body");
	(void)fprintf(app->err,
		      trn("%zu character, headings: %zu, tables: %zu\n",
			  "%zu characters, headings: %zu, tables: %zu\n",
			  body ? utf8_count(body, strlen(body)) : 0),
		      body ? utf8_count(body, strlen(body)) : 0, headings, tables);
}

/* The body is long: its size is told, and where it stands. */
void papers_tell(struct app *app, struct work *work, const struct work_paper *paper)
{
	struct document *document = RECORD(paper->record, struct document);
	const char *body = document->body;
	struct strings remarks = { 0 };
	auto_buf text = BUF_INIT;

	document->body = NULL;
	record_describe(paper->record, i18n_language(), &text);
	document->body = body;
	(void)fprintf(app->err, tr("%s: read as\n"), paper->original.from);
	for (const char *p = text.s; *p;) {
		size_t len = strcspn(p, "\n");

		(void)fprintf(app->err, "  %.*s\n", (int)len, p);
		p += len + (p[len] ? 1 : 0);
	}
	tell_body(app, body);
	work_paper_remarks(work, paper, &remarks);
	for (size_t i = 0; i < remarks.count; i++)
		(void)fprintf(app->err, "  ? %s\n", remarks.items[i]);
}
