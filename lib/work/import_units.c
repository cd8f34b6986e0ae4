#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "record/category.h"
#include "record/item.h"
#include "record/unit.h"
#include "work/import_private.h"

/* ---- units and categories ---- */

/* What a unit is for the one question here: may it be the disclosing body (条例 Art 10)? */
enum standing { STANDING_UNKNOWN, STANDING_BODY, STANDING_WITHIN };

static enum standing standing_read(struct importing *in, const char *id)
{
	struct record *record;
	const struct unit *unit;
	struct error absent;

	if (catalogue_read_id(in->work->catalogue, in->arena, &unit_kind, id, &record,
			      &absent) < 0)
		return STANDING_UNKNOWN;
	unit = RECORD(record, struct unit);
	if (unit->subject.value == ANSWER_YES)
		return STANDING_BODY;
	if (unit->kind == UNIT_INNER || unit->kind == UNIT_INSTITUTION ||
	    unit->kind == UNIT_SERVICE_CENTRE)
		return STANDING_WITHIN;
	return STANDING_BODY;
}

/* An office of the house is no disclosing body. */
static bool is_inner(struct importing *in, const char *id)
{
	const char *key = arena_printf(in->arena, "inner\x1f%s", id);
	const size_t *known = import_map_find(&in->names, key);
	bool inner;

	if (known)
		return in->found.items[*known - 1] != NULL;
	inner = standing_read(in, id) == STANDING_WITHIN;
	strings_add(in->arena, &in->found, inner ? id : NULL);
	*import_map_at(&in->names, key) = in->found.count;
	return inner;
}

static bool has_use(const struct import_table *table, enum import_use use)
{
	for (size_t i = 0; i < table->columns.count; i++)
		if (list_at(&table->columns, struct import_column, i)->use == (int)use)
			return true;
	return false;
}

/* ---- names in a cell ---- */

/* The place of the house, in bytes of its name: 清源县柳河镇 of 清源县柳河镇人民政府. */
static size_t place_len(const char *office)
{
	static const char *const closers[] = { "人民政府", "办事处" };
	size_t len = strlen(office);

	for (size_t i = 0; i < ARRAY_LEN(closers); i++) {
		size_t n = strlen(closers[i]);

		if (len > n && strcmp(office + len - n, closers[i]) == 0)
			return len - n;
	}
	return len;
}

/* How much of a text is the place or the house itself: 柳河镇, 镇政府 before 民政办. */
static size_t house_len(const struct importing *in, const char *text)
{
	static const char *const words[] = { "人民政府",   "办事处", "政府", "镇政府",
					     "镇人民政府", "乡政府", "镇",   "乡人民政府",
					     "街道办事处", "乡",     "街道", "本镇",
					     "我镇",       "本乡",   "我乡" };
	const char *office = in->office_name ? in->office_name : "";
	size_t place = place_len(office);
	size_t best = 0;
	size_t behind = 0;

	/* Short or in full: 柳河镇, 清源县柳河镇. */
	for (size_t at = 0; at + strlen("某镇") <= place; at++)
		if (place - at > best && strncmp(text, office + at, place - at) == 0)
			best = place - at;
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		size_t n = strlen(words[i]);

		if (n > behind && strncmp(text + best, words[i], n) == 0)
			behind = n;
	}
	return best + behind;
}

static const char *unit_named(struct importing *in, const char *name)
{
	const char *id = import_name(in, unit_kind.name, name);
	size_t skip = id ? 0 : house_len(in, name);

	if (!id && skip > 0 && strlen(name + skip) >= strlen("某站"))
		id = import_name(in, unit_kind.name, name + skip);
	return id;
}

/* 镇人民政府（民政办）, 镇人民政府/民政办: the parts, besides what stands between 、. */
static void parts_of(const struct import_taking *taking, struct strings *out)
{
	static const char *const between[] = { "（", "）", "(",  ")", "/",  "／", "—",
					       " ",  "\n", "＋", "+", "：", ":" };
	struct arena *arena = taking->in->arena;
	auto_buf cut = BUF_INIT;
	struct import_taking parts = *taking;

	for (const char *p = taking->text; *p;) {
		size_t len = 0;

		for (size_t i = 0; i < ARRAY_LEN(between) && len == 0; i++)
			if (strncmp(p, between[i], strlen(between[i])) == 0)
				len = strlen(between[i]);
		if (len > 0)
			buf_adds(&cut, "、");
		else
			buf_addc(&cut, *p);
		p += len ? len : 1;
	}
	parts.text = buf_dup(&cut, arena);
	import_names_of(&parts, out);
}

/* ---- units ---- */

void import_take_unit(const struct import_taking *taking)
{
	struct importing *in = taking->in;
	struct strings names = { 0 };
	const char *whole = import_one_line(in->arena, taking->text);
	const char *id = unit_named(in, whole);

	if (!id)
		parts_of(taking, &names);
	/* Of 镇人民政府（民政办） the office within is the responsible one. */
	for (size_t i = 0; i < names.count && !id; i++) {
		id = unit_named(in, names.items[i]);
		if (id && !is_inner(in, id))
			id = NULL;
	}
	for (size_t i = 0; i < names.count && !id; i++)
		id = unit_named(in, names.items[i]);
	if (!id) {
		import_remark(in, taking->row, IMPORT_FAULT, taking->cell,
			      taking->column->head,
			      arena_printf(in->arena,
					   tr("no unit is called '%s': gk list unit "
					      "shows them; add it, or this name to the "
					      "aliases of one"),
					   whole));
		return;
	}
	(void)import_assign(in, taking->row, "unit", id);
	if (names.count > 1)
		import_keep_why(taking, "x-责任科室", whole, tr("a record has one unit"));
	import_went(taking, "unit");
}

/* The responsible unit that a cell of the disclosing body names, where no column is for it. */
static void add_unit(const struct import_taking *taking, const char *name, const char *id)
{
	struct importing *in = taking->in;

	(void)import_assign(in, taking->row, "unit", id);
	import_guess(taking, arena_printf(in->arena,
					  tr("'%s' is an office of the house: taken as "
					     "responsible unit"),
					  name));
}

/* The body that a name means; an office of the house is no body, *within gets its id. */
static const char *subject_named(const struct import_taking *taking, const char *name,
				 const char **within)
{
	struct importing *in = taking->in;
	const char *id = import_is_office(name) ? in->office : unit_named(in, name);

	*within = NULL;
	if (!id || !is_inner(in, id))
		return id;
	*within = id;
	return has_use(taking->table, USE_UNIT) ? NULL : in->office;
}

void import_take_subject(const struct import_taking *taking)
{
	struct importing *in = taking->in;
	struct strings names = { 0 };
	const char *whole = import_one_line(in->arena, taking->text);
	const char *within;
	const char *unit = NULL;
	const char *unit_name = whole;
	const char *id = subject_named(taking, whole, &within);
	size_t taken = 0;

	unit = within;
	if (!id)
		parts_of(taking, &names);
	for (size_t i = 0; i < names.count; i++) {
		const char *one = subject_named(taking, names.items[i], &within);

		taken += one && (!id || (within && !unit));
		if (within && !unit) {
			unit = within;
			unit_name = names.items[i];
		}
		id = id ? id : one;
	}
	if (id && unit && !has_use(taking->table, USE_UNIT))
		add_unit(taking, unit_name, unit);
	if (id)
		(void)import_assign(in, taking->row, "subject", id);
	if (!id)
		import_keep_why(
			taking, "x-公开主体", whole,
			arena_printf(in->arena, tr("no unit is called '%s'"), whole));
	else if (names.count > taken)
		import_keep_why(taking, "x-公开主体", whole,
				tr("a record has one disclosing body"));
	import_went(taking, id ? "subject" : "x-公开主体");
}

/* ---- categories ---- */

static bool refer_category(const struct import_taking *taking, const char *name)
{
	struct importing *in = taking->in;
	const char *id = import_name(in, category_kind.name, name);

	if (!id)
		id = import_category_in(in, name);
	if (!id)
		return false;
	import_refer(in, taking->row, "categories", id);
	import_went(taking, "categories");
	return true;
}

void import_take_category(const struct import_taking *taking)
{
	struct importing *in = taking->in;
	const char *name = import_one_line(in->arena, taking->text);

	if (refer_category(taking, name))
		return;
	import_keep_why(taking, "x-领域", taking->text,
			arena_printf(in->arena, tr("no category is called '%s'"), name));
	import_went(taking, "x-领域");
}

/* Tables of one level call its headings so: 公开类别 before 公开事项. */
void import_take_class(const struct import_taking *taking)
{
	struct importing *in = taking->in;
	const char *name = import_one_line(in->arena, taking->text);

	for (size_t i = 0; i < taking->table->columns.count; i++) {
		const char *key =
			list_at(&taking->table->columns, struct import_column, i)->key;

		if (key && strcmp(key, "group") == 0) {
			import_take_category(taking);
			return;
		}
	}
	if (import_name(in, category_kind.name, name))
		(void)refer_category(taking, name);
	(void)import_assign(in, taking->row, "group", name);
	import_went(taking, "group");
}
