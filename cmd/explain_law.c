#include "cmd/explain_law.h"

#include <string.h>

#include "law/lawbook.h"
#include "store/catalogue.h"
#include "store/legal.h"

static const char *day_text(struct app *app, struct date day)
{
	char iso[DATE_ISO_SIZE];

	return arena_strdup(&app->arena, date_iso(day, iso));
}

static const char *name_text(struct app *app, const struct law *law)
{
	return law->title ? arena_printf(&app->arena, "《%s》", law->title) : law->number;
}

static void print_end(struct app *app, const struct lawbook *book, const struct law *law)
{
	const struct law *next = lawbook_successor(book, law);

	if (!law_is_dead(law))
		return;
	if (date_is_set(law->ended))
		(void)fprintf(app->out, tr("Out of force since: %s\n"),
			      day_text(app, law->ended));
	else
		(void)fputs(tr("Out of force.\n"), app->out);
	if (next || law->replaced_by)
		(void)fprintf(app->out, tr("Replaced by: %s\n"),
			      next ? name_text(app, next) : law->replaced_by);
}

static void print_article(struct app *app, const struct law *law, int article)
{
	if (article == 0 || law->articles == 0)
		return;
	if (article <= law->articles)
		(void)fprintf(app->out, tr("Article %d is there.\n"), article);
	else
		(void)fprintf(app->out, tr("There is no Article %d.\n"), article);
}

static void print_law(struct app *app, const struct lawbook *book, const struct law *law,
		      int article)
{
	(void)fprintf(app->out, "%s\n", name_text(app, law));
	if (law->title && law->number)
		(void)fprintf(app->out, tr("Number: %s\n"), law->number);
	if (date_is_set(law->issued))
		(void)fprintf(app->out, tr("Issued: %s\n"), day_text(app, law->issued));
	if (date_is_set(law->in_force))
		(void)fprintf(app->out, tr("In force since: %s\n"),
			      day_text(app, law->in_force));
	if (law->articles)
		(void)fprintf(app->out, tr("Articles: %d\n"), law->articles);
	print_end(app, book, law);
	print_article(app, law, article);
}

/* By citation, title, short title or number; and which article, 0 when none is named. */
static const struct law *find(struct app *app, const struct lawbook *book,
			      const char *text, int *article)
{
	const char *from = strstr(text, "第");
	struct citation citation;
	const struct law *law;

	*article = 0;
	if (citation_parse(&app->arena, text, &citation)) {
		*article = citation.last_article;
		return lawbook_find(book, &citation, text);
	}
	law = lawbook_by_title(book, text);
	if (!law)
		law = lawbook_by_number(book, text);
	if (law || !from)
		return law;
	/* 预算法第十四条: read as a citation is, with a title in its place. */
	if (citation_parse(&app->arena, arena_printf(&app->arena, "《-》%s", from),
			   &citation))
		*article = citation.last_article;
	return lawbook_before(book, text, (size_t)(from - text));
}

bool explain_law(struct app *app, const char *text)
{
	const struct legal_options options = { .data_dir = app->data_dir };
	struct legal *legal = app->catalogue ? app->catalogue->legal : NULL;
	struct legal *brought = NULL;
	struct error err = { .code = ERR_NONE };
	const struct lawbook *book;
	const struct law *law;
	int article;

	if (!legal && legal_open(&options, &brought, &err) == 0)
		legal = brought;
	book = legal_laws(legal);
	law = find(app, book, text, &article);
	if (law)
		print_law(app, book, law, article);
	legal_free(brought);
	return law != NULL;
}
