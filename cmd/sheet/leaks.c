/*
 * For builds with a leak checker alone: libxlsxwriter 1.1.4 copies the formula of a list of
 * choices twice and releases one copy.
 */

/* NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming): the checker asks for it by this name */
const char *__lsan_default_suppressions(void);

/* NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming): the checker asks for it by this name */
const char *__lsan_default_suppressions(void)
{
	return "leak:libxlsxwriter";
}
