#include "base/i18n.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#define DOMAIN "gk"

/* The one mutable object of lib: gettext's own choice is the process's too. */
static enum language chosen = LANGUAGE_EN;

const char *tr(const char *text)
{
	/* The empty text is the key of the catalogue's header. */
	return *text ? dgettext(DOMAIN, text) : text;
}

const char *trn(const char *one, const char *many, unsigned long n)
{
	return dngettext(DOMAIN, one, many, n);
}

void i18n_init(const char *locale_dir, enum language language)
{
	static const char *const names[] = {
		[LANGUAGE_EN] = "en", [LANGUAGE_ZH] = "zh_CN"
	};

	/*
	 * gettext translates only in a locale that is not C; which language then is
	 * read from LANGUAGE.  C.UTF-8 is there where no zh_CN locale is generated.
	 * Numbers keep the form of the C locale.
	 */
	/* NOLINTBEGIN(concurrency-mt-unsafe): no thread runs yet */
	(void)setenv("LANGUAGE", names[language], 1);
	(void)setlocale(LC_CTYPE, "C.UTF-8");
	(void)setlocale(LC_MESSAGES, "C.UTF-8");
	/* NOLINTEND(concurrency-mt-unsafe) */
	(void)bindtextdomain(DOMAIN, locale_dir);
	(void)bind_textdomain_codeset(DOMAIN, "UTF-8");
	/* Makes gettext forget what it answered before in another language. */
	(void)textdomain(DOMAIN);
	chosen = language;
}

enum language i18n_language(void)
{
	return chosen;
}
