#include "law/lawbook.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "format/json_read.h"

/* Articles of the longest law there is (民法典, 1260), and room. */
enum { ARTICLES_MAX = 2000 };

#define REPUBLIC "中华人民共和国"

/* A name by which a law is found: folded, without REPUBLIC. */
struct law_name {
	const char *text;
	size_t len;
	size_t law; /* its place in the list */
	bool dead;
};

bool law_is_dead(const struct law *law)
{
	return law->replaced_by || date_is_set(law->ended);
}

const char *law_name(const struct law *law)
{
	return law->title ? law->title : law->number;
}

/* ---- names ---- */

/* As titles are compared: ASCII signs, no blanks, 〈〉 as 《》, and without REPUBLIC. */
static void fold_title(struct buf *out, const char *title, size_t len)
{
	static const char *const signs[][2] = {
		{ "〈", "<" }, { "〉", ">" }, { "《", "<" }, { "》", ">" }
	};
	auto_buf folded = BUF_INIT;

	utf8_fold_width(&folded, title, len);
	for (size_t at = 0; at < folded.len;) {
		const char *s = folded.s + at;
		size_t used = 1;

		for (size_t i = 0; i < ARRAY_LEN(signs) && used == 1; i++) {
			if (strncmp(s, signs[i][0], strlen(signs[i][0])) != 0)
				continue;
			buf_adds(out, signs[i][1]);
			used = strlen(signs[i][0]);
		}
		if (used == 1 && *s != ' ' && *s != '\t')
			buf_addc(out, *s);
		at += used;
	}
	if (out->len > strlen(REPUBLIC) && !strncmp(out->s, REPUBLIC, strlen(REPUBLIC)))
		buf_splice(out, 0, strlen(REPUBLIC), "", 0);
}

static void add_name(struct lawbook *book, const char *text, size_t law)
{
	auto_buf folded = BUF_INIT;

	fold_title(&folded, text, strlen(text));
	book->names = array_grow(book->arena, book->names, book->name_count,
				 &book->name_room, sizeof(*book->names));
	book->names[book->name_count++] = (struct law_name){
		.text = buf_dup(&folded, book->arena),
		.len = folded.len,
		.law = law,
		.dead = law_is_dead(list_at(&book->laws, struct law, law)),
	};
}

/* By text; those in force before the dead, then in the order in which they were added. */
static int compare_names(const void *left, const void *right)
{
	const struct law_name *a = left;
	const struct law_name *b = right;
	int order = strcmp(a->text, b->text);

	if (order == 0)
		order = (int)a->dead - (int)b->dead;
	return order != 0 ? order : (a->law > b->law) - (a->law < b->law);
}

void lawbook_sort(struct lawbook *book)
{
	book->name_count = 0;
	for (size_t i = 0; i < book->laws.count; i++) {
		const struct law *law = list_at(&book->laws, struct law, i);

		if (law->title)
			add_name(book, law->title, i);
		for (size_t n = 0; n < law->shorts.count; n++)
			add_name(book, law->shorts.items[n], i);
	}
	if (book->name_count > 0)
		qsort(book->names, book->name_count, sizeof(*book->names), compare_names);
}

/* ---- reading ---- */

static int bad_member(struct error *err, size_t i, const char *key)
{
	return error_set(err, ERR_SYNTAX, tr("law %zu: '%s' is not as it should be"),
			 i + 1, key);
}

static const char *read_text(struct lawbook *book, const struct yaml_node *node)
{
	return node->type == YAML_SCALAR && node->len > 0
		       ? arena_strdup(book->arena, node->value)
		       : NULL;
}

static bool read_texts(struct lawbook *book, const struct yaml_node *node,
		       struct strings *out)
{
	if (node->type != YAML_SEQUENCE)
		return false;
	for (size_t i = 0; i < node->count; i++) {
		const char *text = read_text(book, node->items[i]);

		if (!text)
			return false;
		strings_add(book->arena, out, text);
	}
	return true;
}

static bool read_articles(const struct yaml_node *node, int *out)
{
	char *end;
	long n;

	if (node->type != YAML_SCALAR)
		return false;
	n = strtol(node->value, &end, 10);
	*out = (int)n;
	return !*end && n > 0 && n <= ARTICLES_MAX;
}

static bool read_day(const struct yaml_node *node, struct date *out)
{
	return node->type == YAML_SCALAR && date_parse_iso(node->value, out);
}

/* One member of a law; false when it is none or cannot be read. */
static bool read_member(struct lawbook *book, const char *key,
			const struct yaml_node *node, struct law *law)
{
	if (!strcmp(key, "title"))
		return (law->title = read_text(book, node)) != NULL;
	if (!strcmp(key, "number"))
		return (law->number = read_text(book, node)) != NULL;
	if (!strcmp(key, "replaced-by"))
		return (law->replaced_by = read_text(book, node)) != NULL;
	if (!strcmp(key, "short"))
		return read_texts(book, node, &law->shorts);
	if (!strcmp(key, "replaces"))
		return read_texts(book, node, &law->replaces);
	if (!strcmp(key, "articles"))
		return read_articles(node, &law->articles);
	if (!strcmp(key, "issued"))
		return read_day(node, &law->issued);
	if (!strcmp(key, "in-force"))
		return read_day(node, &law->in_force);
	return !strcmp(key, "ended") && read_day(node, &law->ended);
}

static int read_law(struct lawbook *book, const struct yaml_node *node, size_t i,
		    struct law *law, struct error *err)
{
	if (node->type != YAML_MAPPING)
		return bad_member(err, i, "laws");
	for (size_t n = 0; n < node->count; n++)
		if (!read_member(book, node->keys[n]->value, node->items[n], law))
			return bad_member(err, i, node->keys[n]->value);
	return law->title || law->number ? 0 : bad_member(err, i, "title");
}

int lawbook_read(struct lawbook *book, const char *bytes, size_t len, struct error *err)
{
	struct yaml_node *root;
	const struct yaml_node *laws;
	size_t before = book->laws.count;

	if (json_parse(book->arena, bytes, len, &root, err) < 0)
		return -1;
	laws = yaml_get(root, "laws");
	if (!laws || laws->type != YAML_SEQUENCE)
		return error_set(err, ERR_SYNTAX, "%s", tr("there is no list 'laws'"));
	for (size_t i = 0; i < laws->count; i++) {
		struct law *law = list_add(book->arena, &book->laws, sizeof(*law));

		if (read_law(book, laws->items[i], i, law, err) < 0) {
			book->laws.count = before;
			return -1;
		}
	}
	return 0;
}

/* ---- finding ---- */

static const struct law *law_at(const struct lawbook *book, size_t i)
{
	return list_at(&book->laws, struct law, i);
}

/* The first of the names that are this text; book->name_count when none is. */
static size_t first_name(const struct lawbook *book, const char *text, size_t len)
{
	size_t low = 0;
	size_t high = book->name_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct law_name *name = &book->names[mid];
		size_t common = name->len < len ? name->len : len;
		int order = memcmp(name->text, text, common);

		if (order < 0 || (order == 0 && name->len < len))
			low = mid + 1;
		else
			high = mid;
	}
	if (low < book->name_count && book->names[low].len == len &&
	    !memcmp(book->names[low].text, text, len))
		return low;
	return book->name_count;
}

const struct law *lawbook_by_title(const struct lawbook *book, const char *title)
{
	auto_buf folded = BUF_INIT;
	size_t i;

	fold_title(&folded, title, strlen(title));
	i = first_name(book, folded.s, folded.len);
	return i < book->name_count ? law_at(book, book->names[i].law) : NULL;
}

const struct law *lawbook_by_number(const struct lawbook *book, const char *number)
{
	for (size_t i = 0; i < book->laws.count; i++) {
		const struct law *law = law_at(book, i);

		if (law->number && !strcmp(law->number, number))
			return law;
	}
	return NULL;
}

/* Of the editions that share a title, the one whose number stands in the text, else the first. */
static const struct law *edition_of(const struct lawbook *book, const char *title,
				    const char *text, const char *number)
{
	const struct law *first = NULL;
	auto_buf folded = BUF_INIT;

	fold_title(&folded, title, strlen(title));
	for (size_t i = first_name(book, folded.s, folded.len); i < book->name_count;
	     i++) {
		const struct law *law = law_at(book, book->names[i].law);

		if (strcmp(book->names[i].text, folded.s) != 0)
			break;
		if (!first)
			first = law;
		if (law->number &&
		    (strstr(text, law->number) || !strcmp(law->number, number)))
			return law;
	}
	return first;
}

const struct law *lawbook_find(const struct lawbook *book,
			       const struct citation *citation, const char *text)
{
	auto_buf number = BUF_INIT;

	if (citation->has_number)
		buf_addf(&number, "%s〔%d〕%d号", citation->number.prefix,
			 citation->number.year, citation->number.serial);
	else if (citation->decree)
		buf_addf(&number, "国务院令第%d号", citation->decree);
	if (citation->title)
		return edition_of(book, citation->title, text, number.s);
	return number.len ? lawbook_by_number(book, number.s) : NULL;
}

/* Where a character begins in front of `at`. */
static size_t previous(const char *text, size_t at)
{
	while (at > 0 && ((unsigned char)text[--at] & 0xC0U) == 0x80U)
		;
	return at;
}

/* Whether a name may begin at `at`: at the start, behind a sign, or behind a word that leads to a basis. */
static bool may_begin(const char *text, size_t at)
{
	static const char *const leading[] = { "根据", "依据", "依照", "按照", "违反" };
	size_t used;

	if (at == 0 || !utf8_is_word(utf8_decode(text + previous(text, at),
						 at - previous(text, at), &used)))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(leading); i++) {
		size_t len = strlen(leading[i]);

		if (at >= len && !memcmp(text + at - len, leading[i], len))
			return true;
	}
	return false;
}

const struct law *lawbook_before(const struct lawbook *book, const char *text, size_t at)
{
	enum { REACH = 40 }; /* characters of a title */
	size_t start = at;

	for (size_t n = 0; n < REACH && start > 0; n++) {
		auto_buf folded = BUF_INIT;
		size_t i;

		start = previous(text, start);
		if (!may_begin(text, start))
			continue;
		fold_title(&folded, text + start, at - start);
		i = first_name(book, folded.s, folded.len);
		if (i < book->name_count)
			return law_at(book, book->names[i].law);
	}
	return NULL;
}

const struct law *lawbook_successor(const struct lawbook *book, const struct law *law)
{
	const struct law *next;

	if (!law->replaced_by)
		return NULL;
	next = lawbook_by_number(book, law->replaced_by);
	if (!next)
		next = lawbook_by_title(book, law->replaced_by);
	return next && next != law ? next : NULL;
}
