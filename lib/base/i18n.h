/*
 * Messages for people, in the language chosen at start.
 *
 * English stands in the source and is the key; lib/po/zh_CN.po holds the
 * Chinese.  Only cmd/ chooses the language (i18n_init); everything else asks.
 * N_() marks a text that stands in a table and is translated where it is used.
 *
 * Layer: base.  The one file that uses libintl is i18n.c.
 */
#ifndef GK_BASE_I18N_H
#define GK_BASE_I18N_H

#include "base/base.h"

enum language { LANGUAGE_EN, LANGUAGE_ZH };

#define N_(text) text

/** The text in the chosen language; `text` itself where there is no translation. */
const char *tr(const char *text) __attribute__((format_arg(1)));
/** Singular or plural for `n`. */
const char *trn(const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(1), format_arg(2)));

/**
 * Bind the messages below `locale_dir` and choose.  Called by cmd/ at start, and
 * again when the catalogue turns out to have another language; before any thread.
 */
void i18n_init(const char *locale_dir, enum language language);
/** What i18n_init() chose: which of the two labels of a table to show. */
enum language i18n_language(void);

#endif
