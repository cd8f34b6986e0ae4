#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/token.h"
#include "base/utf8.h"
#include "law/docnumber.h"
#include "store/index_private.h"

/* How well a record fits what was typed; the best class alone is meant. */
enum fit {
	FIT_NONE,
	FIT_TITLE_PART,
	FIT_NAME,
	FIT_NUMBER,
	FIT_ID,
};

/* What was typed, as values are compared with it. */
struct typed {
	const char *text;   /* narrow, without blanks around */
	const char *number; /* a whole document number in its standard form; or NULL */
	bool tail;          /* the end of one: 112号 */
};

struct candidates_of {
	struct index_row *items;
	size_t count;
	size_t room;
	enum fit fit;
};

struct resolver {
	struct index *index;
	struct arena *arena; /* of the result */
	const char *kind;    /* or NULL */
	struct typed typed;
	int64_t *columns;   /* fields by which some kind is found */
	const char **paths; /* of the columns */
	size_t column_count;
	struct candidates_of best;
};

static const char *narrow(struct arena *arena, const char *text)
{
	auto_buf folded = BUF_INIT;
	const char *trimmed;
	size_t len;

	utf8_fold_width(&folded, text, strlen(text));
	trimmed = utf8_trim(folded.s, folded.len, &len);
	return arena_strndup(arena, trimmed, len);
}

static const char *standard_number(struct arena *arena, const char *text)
{
	struct docnumber number;

	return docnumber_parse(arena, text, &number) ? docnumber_text(arena, &number)
						     : NULL;
}

static bool ends_with(const char *s, const char *end)
{
	size_t len = strlen(s);
	size_t end_len = strlen(end);

	return len >= end_len && strcmp(s + len - end_len, end) == 0;
}

static struct typed read_typed(struct arena *arena, const char *text)
{
	struct typed typed = { .text = narrow(arena, text) };

	typed.number = standard_number(arena, typed.text);
	typed.tail = !typed.number && strpbrk(typed.text, "0123456789") &&
		     ends_with(typed.text, "号");
	return typed;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* 112号 is the end of 东政发〔2018〕112号 and not of 东政发〔2018〕2112号. */
static bool has_tail(const char *value, const char *tail)
{
	size_t before = strlen(value);

	if (!ends_with(value, tail))
		return false;
	before -= strlen(tail);
	return before == 0 || !is_digit(*tail) || !is_digit(value[before - 1]);
}

/* Whether narrow() would leave it as it is: nearly all values are so, and cost nothing. */
static bool is_narrow(const char *value)
{
	size_t len = strlen(value);

	/* U+FF01 to U+FFEE begin with EF; U+3000 is E3 80 80. */
	return len && value[0] != ' ' && value[len - 1] != ' ' &&
	       !strpbrk(value, "\xEF\t\xC2") && !strstr(value, "\xE3\x80\x80");
}

static bool text_fits(const struct typed *typed, const char *value)
{
	struct arena arena = ARENA_INIT;
	bool fits;

	if (strcmp(value, typed->text) == 0)
		return true;
	if (is_narrow(value))
		return false;
	fits = strcmp(narrow(&arena, value), typed->text) == 0;
	arena_clear(&arena);
	return fits;
}

static bool number_fits(const struct typed *typed, const char *value)
{
	struct arena arena = ARENA_INIT;
	const char *standard = NULL;
	bool fits;

	if ((!typed->number && !typed->tail) || !strstr(value, "号"))
		return text_fits(typed, value);
	standard = standard_number(&arena, value);
	if (!standard)
		fits = text_fits(typed, value);
	else if (typed->tail)
		fits = has_tail(standard, typed->text);
	else
		fits = strcmp(standard, typed->number) == 0;
	arena_clear(&arena);
	return fits;
}

/* As what a field names its record. */
static enum fit fit_of_field(const struct field *field)
{
	if (!field)
		return FIT_NONE;
	if (field->flags & FIELD_NAME)
		return FIT_NUMBER;
	/* Of a reference the flag means what may be typed for it. */
	if ((field->flags & FIELD_ALIAS) && field->type == FIELD_STRINGS)
		return FIT_NAME;
	return FIT_NONE;
}

static struct kind_set kinds_of(const struct index *index)
{
	struct kind_set set = index->examiner.kinds;

	if (!set.items)
		set.items = kinds(&set.count);
	return set;
}

static const struct kind *kind_named(const struct kind_set *set, const char *name)
{
	for (size_t i = 0; i < set->count; i++)
		if (strcmp(set->items[i]->name, name) == 0)
			return set->items[i];
	return NULL;
}

static enum fit fit_of_path(const struct kind_set *set, const char *path)
{
	enum fit fit = FIT_NONE;

	for (size_t i = 0; fit == FIT_NONE && i < set->count; i++)
		fit = fit_of_field(kind_field(set->items[i], path, false));
	return fit;
}

/* Read the fields by which records of some kind are found. */
static void add_fields(struct scan *scan)
{
	const struct index *index = scan->index;
	const struct kind_set set = kinds_of(index);

	for (size_t i = 0; i < index->field_count; i++) {
		if (fit_of_path(&set, index->fields[i].path) != FIT_NONE)
			scan_add_field(scan, index->fields[i].path);
	}
}

static enum fit fit_of_column(const struct resolver *resolver, struct scan *scan,
			      size_t column)
{
	const struct cell *cell = scan_cell(scan, column);
	const struct kind_set set = kinds_of(resolver->index);
	const struct kind *kind = cell ? kind_named(&set, scan->row.kind) : NULL;
	enum fit fit = FIT_NONE;

	if (kind)
		fit = fit_of_field(kind_field(kind, scan->columns[column].path, false));
	for (; fit != FIT_NONE && cell; cell = scan_cell(scan, column)) {
		bool fits = fit == FIT_NUMBER ? number_fits(&resolver->typed, cell->value)
					      : text_fits(&resolver->typed, cell->value);

		if (fits)
			return fit;
	}
	return FIT_NONE;
}

static enum fit exact_fit(const struct resolver *resolver, struct scan *scan)
{
	enum fit best = FIT_NONE;

	if (strcmp(scan->row.id, resolver->typed.text) == 0)
		return FIT_ID;
	for (size_t i = 0; i < scan->column_count; i++) {
		enum fit fit = fit_of_column(resolver, scan, i);

		if (fit > best)
			best = fit;
	}
	if (best == FIT_NONE && text_fits(&resolver->typed, scan->row.title))
		best = FIT_NAME;
	return best;
}

static bool has_token(const char *tokens, const char *token, size_t len)
{
	for (const char *p = tokens; *p;) {
		size_t at = strcspn(p, " ");

		if (at == len && memcmp(p, token, len) == 0)
			return true;
		p += at + (p[at] == ' ');
	}
	return false;
}

static bool has_all_tokens(const char *tokens, const char *wanted)
{
	for (const char *p = wanted; *p;) {
		size_t len = strcspn(p, " ");

		if (!has_token(tokens, p, len))
			return false;
		p += len + (p[len] == ' ');
	}
	return *wanted != '\0';
}

static void consider(struct resolver *resolver, const struct scan *scan, enum fit fit)
{
	struct candidates_of *best = &resolver->best;

	if (fit == FIT_NONE || fit < best->fit)
		return;
	if (fit > best->fit)
		best->count = 0;
	best->fit = fit;
	best->items = array_grow(resolver->arena, best->items, best->count, &best->room,
				 sizeof(best->items[0]));
	best->items[best->count++] = scan_row(scan, resolver->arena);
}

static int resolve_exactly(struct resolver *resolver, struct error *err)
{
	auto_scan scan = { .segments = NULL };
	int found;

	scan_init(&scan, resolver->index);
	scan_add_kind(&scan, resolver->kind);
	scan.with_oid = true;
	add_fields(&scan);
	while ((found = scan_next(&scan, err)) == 1)
		consider(resolver, &scan, exact_fit(resolver, &scan));
	return found;
}

static int resolve_by_title(struct resolver *resolver, struct error *err)
{
	auto_buf wanted = BUF_INIT;
	auto_buf tokens = BUF_INIT;
	auto_scan scan = { .segments = NULL };
	int found;

	token_query(&wanted, resolver->typed.text);
	scan_init(&scan, resolver->index);
	scan_add_kind(&scan, resolver->kind);
	scan.with_oid = true;
	while (wanted.len && (found = scan_next(&scan, err)) != 0) {
		if (found < 0)
			return -1;
		buf_reset(&tokens);
		token_index(&tokens, scan.row.title);
		if (has_all_tokens(tokens.s, wanted.s))
			consider(resolver, &scan, FIT_TITLE_PART);
	}
	return 0;
}

/* NOLINTNEXTLINE(readability-function-size): a list and its count */
int index_resolve(struct index *index, struct arena *arena, const char *kind,
		  const char *text, struct index_row **out, size_t *count,
		  struct error *err)
{
	struct resolver resolver = {
		.index = index,
		.arena = arena,
		.kind = kind,
		.typed = read_typed(arena, text),
	};

	*out = NULL;
	*count = 0;
	if (!*resolver.typed.text)
		return 0;
	if (resolve_exactly(&resolver, err) < 0)
		return -1;
	if (resolver.best.fit == FIT_NONE && resolve_by_title(&resolver, err) < 0)
		return -1;
	*out = resolver.best.items;
	*count = resolver.best.count;
	if (*count)
		index_sort_rows(*out, *count);
	return 0;
}
