/*
 * Articles that the text of a document names: one that the law has not is a slip of the pen,
 * which readers find.  Only what is sure is told: the text of a paper that was issued is not
 * changed lightly, and others' papers are not ours to mend.
 */
#include <string.h>

#include "base/utf8.h"
#include "check/check_private.h"
#include "law/lawbook.h"
#include "record/document.h"
#include "store/legal.h"

enum {
	TITLE_BYTES = 200,
	BRACKET_BYTES = 120,
	SHORT_TITLE = 2, /* characters: 《条例》 is what the text says it is */
};

/* 《title》（words in brackets）第…条, as it stands in the text. */
struct cited {
	const char *open; /* of its 《 */
	const char *title;
	size_t title_len;
	const char *bracket; /* NULL for none */
	size_t bracket_len;
	const char *article; /* from 第 on */
	size_t len;          /* of all */
};

static bool starts(const char *text, const char *word)
{
	return strncmp(text, word, strlen(word)) == 0;
}

static bool ends_before(const char *text, const char *at, const char *word)
{
	size_t len = strlen(word);

	return (size_t)(at - text) >= len && memcmp(at - len, word, len) == 0;
}

/* The 《 that belongs to a 》; titles name others: 《关于印发〈…〉的通知》, 《…〈…》 too. */
static const char *opening(const char *text, const char *close)
{
	const char *least = close - text > TITLE_BYTES ? close - TITLE_BYTES : text;
	int depth = 1;

	for (const char *p = close; p-- > least;) {
		if (*p == '\n')
			return NULL;
		if (starts(p, "》"))
			depth++;
		else if (starts(p, "《") && --depth == 0)
			return p;
	}
	return NULL;
}

/* 第三十条、第三十一条第二款至第四十条 */
static size_t articles_len(const char *text)
{
	static const char *const words[] = { "第", "条", "款", "项", "、", "至",
					     "和", "之", "零", "〇", "一", "二",
					     "三", "四", "五", "六", "七", "八",
					     "九", "十", "百", "千", "两" };
	size_t len = 0;

	for (;;) {
		size_t i = 0;

		while (i < ARRAY_LEN(words) && !starts(text + len, words[i]))
			i++;
		if (i < ARRAY_LEN(words))
			len += strlen(words[i]);
		else if (text[len] >= '0' && text[len] <= '9')
			len++;
		else
			return len;
	}
}

static bool read_cited(const char *text, const char *close, struct cited *out)
{
	const char *p = close + strlen("》");

	*out = (struct cited){ .open = opening(text, close) };
	if (!out->open)
		return false;
	out->title = out->open + strlen("《");
	out->title_len = (size_t)(close - out->title);
	if (starts(p, "（")) {
		const char *end = strstr(p, "）");

		if (!end || end - p > BRACKET_BYTES)
			return false;
		out->bracket = p;
		p = end + strlen("）");
		out->bracket_len = (size_t)(p - out->bracket);
	}
	out->article = p;
	out->len = (size_t)(p - out->open) + articles_len(p);
	return starts(p, "第");
}

/* 原《…法》第九十九条, 修订前的《…》: the words say that another edition is meant. */
static bool is_former(const char *text, const char *open)
{
	static const char *const words[] = { "原", "旧",     "修订前的", "修正前的",
					     "前", "废止的", "失效的",   "当时的" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (ends_before(text, open, words[i]))
			return true;
	return false;
}

/* （国务院令第711号） of the edition that is known, （以下简称《条例》）; （2007年公布） is another one. */
static bool is_other_edition(const char *bracket, const struct law *law)
{
	if (strstr(bracket, "以下简称") || strstr(bracket, "以下称"))
		return false;
	return !law->number || !strstr(bracket, law->number);
}

static const struct law *law_of(const struct within *w, const struct cited *cited,
				struct citation *citation)
{
	struct arena *arena = w->out->arena;
	const char *title = arena_strndup(arena, cited->title, cited->title_len);
	const struct law *law;

	if (utf8_count(title, cited->title_len) <= SHORT_TITLE ||
	    !citation_parse(arena,
			    arena_printf(arena, "《%s》%.*s", title,
					 (int)(cited->open + cited->len - cited->article),
					 cited->article),
			    citation))
		return NULL;
	law = lawbook_by_title(legal_laws(w->legal), title);
	if (law && cited->bracket &&
	    is_other_edition(arena_strndup(arena, cited->bracket, cited->bracket_len),
			     law))
		return NULL;
	return law;
}

/* Where it stands in the file; of a body in quotes, which may have escapes, where that begins. */
static struct yaml_place place_of(const struct within *w, const struct record_place *body,
				  const struct cited *cited, size_t *from)
{
	const char *bytes = w->record->tree.bytes;

	for (size_t at = *from; at + cited->len <= body->node->end; at++) {
		if (memcmp(bytes + at, cited->open, cited->len) != 0)
			continue;
		*from = at + cited->len;
		return yaml_place_at(bytes, w->record->tree.len, at);
	}
	return body->node->place;
}

static const struct record_place *find_body(const struct within *w,
					    const struct document *document)
{
	for (size_t i = 0; i < w->record->place_count; i++)
		if (w->record->places[i].member == &document->body &&
		    w->record->places[i].field)
			return &w->record->places[i];
	return NULL;
}

/* An edition that was in force later than the paper is not the one that it names. */
static bool lacks(const struct law *law, int article, struct date formed)
{
	return law && !law_is_dead(law) && law->articles && article > law->articles &&
	       date_is_set(law->in_force) && date_compare(formed, law->in_force) >= 0;
}

void check_cited(const struct within *w)
{
	const struct document *document;
	const struct record_place *body;
	struct citation citation = { .title = NULL };
	struct cited cited;
	size_t from;

	if (w->record->kind != &document_kind)
		return;
	document = RECORD(w->record, struct document);
	if (!document->body || !date_is_set(document->formed) ||
	    (document->origin != ORIGIN_UNSET && document->origin != ORIGIN_MADE &&
	     document->origin != ORIGIN_JOINT))
		return;
	body = find_body(w, document);
	from = body ? body->node->start : 0;
	for (const char *p = document->body; body && (p = strstr(p, "》")) != NULL; p++) {
		const struct law *law;
		struct finding_at where = { .path = body->field->key,
					    .field = body->field };

		if (!read_cited(document->body, p, &cited) ||
		    is_former(document->body, cited.open))
			continue;
		law = law_of(w, &cited, &citation);
		if (!lacks(law, citation.last_article, document->formed))
			continue;
		where.place = place_of(w, body, &cited, &from);
		finding_add_at(
			w->out, RULE_CITED_ARTICLE_MISSING, w->record, &where,
			(const char *const[]){
				arena_printf(w->out->arena, "《%s》", law_name(law)),
				arena_printf(w->out->arena, "%d", citation.last_article),
				arena_printf(w->out->arena, "%d", law->articles), NULL });
	}
}
