#include <stdlib.h>
#include <string.h>

#include "check/check_private.h"

/*
 * One line each, parts with tabs between:
 *
 *	= draft, formed, then rule, reason, by, date, until of each waiver
 *	! rule, line, column, field, arguments      a finding
 *	? rule, line, column, field, arguments      a claim
 *
 * Rules are numbers: the text is of one version of the rules (examiner.version).
 */

static void add_part(struct buf *out, const char *text)
{
	buf_addc(out, '\t');
	for (; *text; text++) {
		if (*text == '\t' || *text == '\n' || *text == '\\')
			buf_addc(out, '\\');
		if (*text == '\t')
			buf_addc(out, 't');
		else if (*text == '\n')
			buf_addc(out, 'n');
		else
			buf_addc(out, *text);
	}
}

static void pack_about(const struct finding_about *about, struct buf *out)
{
	char iso[DATE_ISO_SIZE];

	buf_adds(out, about->draft ? "=1" : "=0");
	add_part(out, date_iso(about->formed, iso));
	for (size_t i = 0; i < about->waive.count; i++) {
		const struct waiver *waiver = list_at(&about->waive, struct waiver, i);

		add_part(out, waiver->rule);
		add_part(out, waiver->reason);
		add_part(out, waiver->by);
		add_part(out, date_iso(waiver->date, iso));
		add_part(out, date_iso(waiver->until, iso));
	}
	buf_addc(out, '\n');
}

static void pack_list(const struct findings *list, char mark, struct buf *out)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct finding *f = &list->items[i];

		buf_addc(out, mark);
		buf_add_number(out, (uint32_t)f->rule, 1);
		buf_addc(out, '\t');
		buf_add_number(out, f->place.line, 1);
		buf_addc(out, '\t');
		buf_add_number(out, f->place.column, 1);
		add_part(out, f->field);
		for (size_t n = 0; n < FINDING_ARGS; n++)
			add_part(out, f->args[n]);
		buf_addc(out, '\n');
	}
}

void findings_pack(const struct findings *findings, const struct findings *claims,
		   struct buf *out)
{
	const struct finding_about *about =
		findings->about ? findings->about : claims->about;

	if (!about ||
	    (findings->count == 0 && claims->count == 0 && about->waive.count == 0))
		return;
	pack_about(about, out);
	pack_list(findings, '!', out);
	pack_list(claims, '?', out);
}

/* ---- reading ---- */

/* Cut the next part off, in place; "" at the end of the line. */
static char *next_part(char **rest)
{
	char *start = *rest;
	char *to = start;
	char *s = start;

	for (; *s && *s != '\t'; s++) {
		if (*s == '\\' && s[1]) {
			s++;
			*to++ = *s;
			if (*s == 't')
				to[-1] = '\t';
			else if (*s == 'n')
				to[-1] = '\n';
			continue;
		}
		*to++ = *s;
	}
	*rest = *s ? s + 1 : s;
	*to = '\0';
	return start;
}

static struct date next_date(char **rest)
{
	struct date day;

	return date_parse_iso(next_part(rest), &day) ? day : (struct date){ 0 };
}

static uint32_t next_number(char **rest)
{
	return (uint32_t)strtoul(next_part(rest), NULL, 10);
}

static const struct finding_about *unpack_about(struct arena *arena, const char *path,
						char *rest)
{
	struct finding_about *about = arena_new(arena, struct finding_about);

	about->path = path;
	about->draft = next_number(&rest) != 0;
	about->formed = next_date(&rest);
	while (*rest) {
		struct waiver *waiver = list_add(arena, &about->waive, sizeof(*waiver));

		waiver->rule = next_part(&rest);
		waiver->reason = next_part(&rest);
		waiver->by = next_part(&rest);
		waiver->date = next_date(&rest);
		waiver->until = next_date(&rest);
	}
	return about;
}

static void unpack_finding(struct findings *out, char *rest)
{
	uint32_t rule = next_number(&rest);
	struct finding finding = { .rule = (enum rule_id)rule,
				   .path = out->about->path,
				   .title = "",
				   .label_zh = "",
				   .label_en = "",
				   .about = out->about };

	if (rule >= RULE_COUNT)
		return;
	finding.severity = rules[rule].severity;
	finding.place.line = next_number(&rest);
	finding.place.column = next_number(&rest);
	finding.field = next_part(&rest);
	for (size_t i = 0; i < FINDING_ARGS; i++)
		finding.args[i] = next_part(&rest);
	findings_push(out, &finding);
}

void findings_unpack(struct findings *findings, struct findings *claims, const char *path,
		     const char *packed)
{
	char *line = arena_strndup(findings->arena, packed, strlen(packed));

	path = arena_strndup(findings->arena, path, strlen(path));
	while (*line) {
		size_t len = strcspn(line, "\n");
		char *next = line + len + (line[len] == '\n');

		line[len] = '\0';
		if (line[0] == '=')
			findings->about = claims->about =
				unpack_about(findings->arena, path, line + 1);
		else if (findings->about && line[0] == '!')
			unpack_finding(findings, line + 1);
		else if (findings->about && line[0] == '?')
			unpack_finding(claims, line + 1);
		line = next;
	}
}

/* ---- looking without reading ---- */

const char *packed_arg(const char *claim, size_t arg)
{
	enum { BEFORE_ARGS = 4 };

	for (size_t i = 0; i < BEFORE_ARGS + arg; i++) {
		/* The parts are short: strcspn() costs more than it saves. */
		while (*claim && *claim != '\t' && *claim != '\n')
			claim++;
		claim += *claim == '\t';
	}
	return claim;
}

/* The number of the rule with which a claim begins. */
static unsigned int packed_rule(const char *claim)
{
	unsigned int rule = 0;

	for (; *claim >= '0' && *claim <= '9' && rule < RULE_COUNT; claim++)
		rule = rule * 10 + (unsigned int)(*claim - '0');
	return rule;
}

static size_t line_length(const char *line)
{
	const char *end = strchr(line, '\n');

	return end ? (size_t)(end - line) : strlen(line);
}

/* The number that so many digits say, -1 when they are none. */
static int digits_at(const char *text, size_t count)
{
	int n = 0;

	for (size_t i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		n = n * 10 + (text[i] - '0');
	}
	return n;
}

/* What was packed as a day is one: its parts need not be tried against a calendar again. */
struct date packed_day(const char *claim, size_t arg)
{
	const char *text = packed_arg(claim, arg);
	int year = digits_at(text, 4);
	int month, day;

	if (year < 0 || text[4] != '-')
		return (struct date){ 0 };
	month = digits_at(text + 5, 2);
	if (month < 1 || text[7] != '-')
		return (struct date){ 0 };
	day = digits_at(text + 8, 2);
	if (day < 1)
		return (struct date){ 0 };
	return (struct date){ .year = (int16_t)year,
			      .month = (int8_t)month,
			      .day = (int8_t)day };
}

const char *packed_claim(const char *packed, enum rule_id rule)
{
	while (*packed) {
		if (packed[0] == '?' && packed_rule(packed + 1) == (unsigned int)rule)
			return packed + 1;
		packed += line_length(packed);
		packed += *packed == '\n';
	}
	return NULL;
}

/* Whether so few days lie between them that no limit is over. */
static bool is_soon(struct date from, struct date to, const struct idle_by *by)
{
	return date_is_set(from) && date_is_set(to) &&
	       date_to_days(to) - date_to_days(from) <= by->shortest;
}

/* Whether it is known that the claim does not hold. */
static bool is_idle(const char *line, const struct idle_by *by)
{
	const unsigned int rule = packed_rule(line);

	if (rule == RULE_DATE_FUTURE)
		return date_compare(packed_day(line, 0), by->today) <= 0;
	if (rule == RULE_PUBLISHED_LATE)
		return is_soon(packed_day(line, 2), packed_day(line, 0), by);
	if (rule == RULE_PUBLISHED_OVERDUE)
		return date_compare(packed_day(line, 0), by->since) < 0 ||
		       is_soon(packed_day(line, 0), by->today, by);
	if (rule == RULE_SHOW_OVER || rule == RULE_VALIDITY_OVER ||
	    rule == RULE_FORCE_PENDING)
		return date_compare(by->today, packed_day(line, 0)) <= 0;
	return rule == RULE_CHANNEL_SHORT && by->is_shown;
}

bool packed_is_idle(const char *packed, const struct idle_by *by)
{
	while (*packed) {
		size_t len = line_length(packed);

		/* "=0 TAB day" and no waivers, or a claim that does not hold. */
		if (packed[0] == '=' ? len > DATE_ISO_SIZE + 2
				     : packed[0] != '?' || !is_idle(packed + 1, by))
			return false;
		packed += len + (packed[len] == '\n');
	}
	return true;
}
