#include "check/frame.h"

#include <string.h>

#include "base/utf8.h"
#include "format/charset.h"

enum {
	TAB_COLUMNS = 8,
	LEAST_COLUMNS = 20, /* of text, however narrow the window */
	LONG_NUMBER = 11,   /* digits: a mobile number, and all longer ones */
	SHOWN_DIGITS = 3,
	REPLACEMENT = 0xFFFD,
	CONTROL_PICTURES = 0x2400,
	DELETE = 0x7F,
	DELETE_PICTURE = 0x2421,
};

/* Not the one character …, which some terminals draw wide: the mark must stand right. */
static const char cut[] = "...";

void frames_release(struct frames *frames)
{
	buf_release(&frames->bytes);
}

/* ---- finding the place ---- */

/* A byte-order mark is in no column, and shows as nothing. */
static size_t first_line(const struct frames *frames)
{
	static const char mark[] = "\xEF\xBB\xBF";
	size_t len = sizeof(mark) - 1;

	return frames->bytes.len >= len && memcmp(frames->bytes.s, mark, len) == 0 ? len
										   : 0;
}

/*
 * A file in another encoding is shown as its own programs show it, or not at all.  The place
 * is that of the first byte that is no UTF-8: what stands before it keeps its columns.
 */
static bool decode(struct buf *bytes, const char *encoding)
{
	auto_buf text = BUF_INIT;

	if (strcmp(encoding, "GBK") != 0 ||
	    !charset_decode("GB18030", bytes->s, bytes->len, &text))
		return false;
	buf_reset(bytes);
	buf_add(bytes, text.s, text.len);
	return true;
}

static void open_path(struct frames *frames, const struct finding *finding)
{
	const struct check_result *result = frames->result;
	const char *path = finding->path;

	if (frames->path && strcmp(frames->path, path) == 0)
		return;
	buf_reset(&frames->bytes);
	frames->path = path;
	frames->place = (struct yaml_place){ .line = 1, .column = 1 };
	frames->readable =
		result->text && result->text(result->text_payload, path, &frames->bytes);
	if (frames->readable && finding->rule == RULE_ENCODING && finding->args[0][0])
		frames->readable = decode(&frames->bytes, finding->args[0]);
	frames->line = first_line(frames);
	frames->at = frames->line;
}

static size_t line_end(const struct frames *frames)
{
	const char *from = frames->bytes.s + frames->line;
	const char *lf = memchr(from, '\n', frames->bytes.len - frames->line);
	size_t end = lf ? (size_t)(lf - frames->bytes.s) : frames->bytes.len;

	return end > frames->line && frames->bytes.s[end - 1] == '\r' ? end - 1 : end;
}

/* Goes on from where the last finding was; false when the file has no such line. */
static bool seek_line(struct frames *frames, uint32_t line)
{
	if (line < frames->place.line) {
		frames->place.line = 1;
		frames->line = first_line(frames);
	} else if (line == frames->place.line) {
		return true;
	}
	while (frames->place.line < line) {
		const char *from = frames->bytes.s + frames->line;
		const char *lf = memchr(from, '\n', frames->bytes.len - frames->line);

		if (!lf)
			return false;
		frames->line = (size_t)(lf - frames->bytes.s) + 1;
		frames->place.line++;
	}
	frames->place.column = 1;
	frames->at = frames->line;
	return true;
}

static bool seek(struct frames *frames, struct yaml_place place)
{
	size_t end;

	if (!seek_line(frames, place.line))
		return false;
	if (place.column < frames->place.column) {
		frames->place.column = 1;
		frames->at = frames->line;
	}
	end = line_end(frames);
	while (frames->place.column < place.column && frames->at < end) {
		size_t used;

		(void)utf8_decode(frames->bytes.s + frames->at, end - frames->at, &used);
		frames->at += used;
		frames->place.column++;
	}
	return end > frames->line;
}

/* ---- what is shown of a line ---- */

struct shown {
	struct buf text;
	size_t mark; /* where in the text the place is */
	bool cut_before;
	bool cut_behind;
};

static bool is_digit(uint32_t code)
{
	return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

/* Blanks and hyphens between the digits of a number. */
static bool is_between(uint32_t code)
{
	return code == ' ' || code == '-';
}

/* Bytes of a day, 2018-07-04, at `s`; 0 where there is none. */
static size_t day_length(const char *s, size_t size)
{
	static const char form[] = "dddd-dd-dd";
	size_t i = 0;

	while (i < size && form[i] &&
	       (form[i] == 'd' ? s[i] >= '0' && s[i] <= '9' : s[i] == form[i]))
		i++;
	return form[i] || (i < size && s[i] >= '0' && s[i] <= '9') ? 0 : i;
}

/* Whether the text at `s` goes on, after it, with digits enough for a long number; *len gets its bytes. */
static bool is_long_number(const char *s, size_t size, size_t *len)
{
	size_t digits = 0;
	size_t used;

	*len = day_length(s, size);
	if (*len > 0)
		return false;
	for (size_t at = 0; at < size; at += used) {
		uint32_t code = utf8_decode(s + at, size - at, &used);

		if (is_digit(code)) {
			digits++;
			*len = at + used;
		} else if (!is_between(code)) {
			break;
		}
	}
	return digits >= LONG_NUMBER;
}

static void add_tab(struct buf *text)
{
	size_t columns = utf8_width(text->s);

	do
		buf_addc(text, ' ');
	while (++columns % TAB_COLUMNS != 0);
}

/* Marks of direction turn the rest of the line around; C1 controls are commands to a terminal. */
static bool is_harmful(uint32_t code)
{
	return (code >= 0x80 && code < 0xA0) || (code >= 0x200E && code <= 0x200F) ||
	       (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
	       code == 0xFEFF;
}

static void add_code(struct buf *text, uint32_t code)
{
	if (code == '\t')
		add_tab(text);
	else if (code < ' ')
		utf8_add(text, CONTROL_PICTURES + code);
	else if (code == DELETE)
		utf8_add(text, DELETE_PICTURE);
	else
		utf8_add(text, is_harmful(code) ? REPLACEMENT : code);
}

/* A hidden digit is as wide as the digit. */
static uint32_t hide(uint32_t code, size_t *digits)
{
	if (!is_digit(code) || ++*digits <= SHOWN_DIGITS)
		return code;
	return code < DELETE ? '*' : 0xFF0A;
}

/* Bytes [from, end) of the file, with the place at `at`. */
static void show(struct shown *out, const char *bytes, size_t from, size_t at, size_t end)
{
	size_t number_end = from;
	bool is_long = false;
	size_t digits = 0;
	size_t used;

	for (size_t i = from; i < end; i += used) {
		uint32_t code = utf8_decode(bytes + i, end - i, &used);
		size_t len;

		if (i == at)
			out->mark = out->text.len;
		if (i >= number_end && is_digit(code)) {
			is_long = is_long_number(bytes + i, end - i, &len);
			number_end = i + len;
			digits = 0;
		}
		if (i < number_end && is_long)
			code = hide(code, &digits);
		add_code(&out->text, code);
	}
	if (at >= end)
		out->mark = out->text.len;
}

const char *frame_text(struct arena *arena, const char *text)
{
	struct shown shown = { .text = BUF_INIT };
	const char *out;

	show(&shown, text, 0, 0, strlen(text));
	out = buf_dup(&shown.text, arena);
	buf_release(&shown.text);
	return out;
}

/* Start of the character that lies `count` characters before `at`, not before `from`. */
static size_t step_back(const char *bytes, size_t from, size_t at, size_t count)
{
	while (at > from && count > 0) {
		at--;
		while (at > from && ((unsigned char)bytes[at] & 0xC0) == 0x80)
			at--;
		count--;
	}
	return at;
}

static size_t step_on(const char *bytes, size_t at, size_t end, size_t count)
{
	size_t used;

	for (; at < end && count > 0; at += used, count--)
		(void)utf8_decode(bytes + at, end - at, &used);
	return at;
}

/* Cut what does not fit: first before the mark, until it stands in the middle, then behind. */
static void fit(struct shown *shown, size_t columns)
{
	size_t before = utf8_width_n(shown->text.s, shown->mark);

	if (before + strlen(cut) >= columns) {
		size_t drop = utf8_fit(shown->text.s, before - columns / 2);

		buf_splice(&shown->text, 0, drop, "", 0);
		shown->mark -= drop;
		shown->cut_before = true;
	}
	if (shown->cut_before)
		columns -= strlen(cut);
	if (shown->cut_behind || utf8_width(shown->text.s) > columns) {
		buf_truncate(&shown->text,
			     utf8_fit(shown->text.s, columns - strlen(cut)));
		shown->cut_behind = true;
	}
}

static size_t number_columns(uint32_t line)
{
	size_t columns = 1;

	for (; line >= 10; line /= 10)
		columns++;
	return columns;
}

static void add_lines(const struct frames *frames, const struct shown *shown,
		      struct buf *out)
{
	size_t gutter = number_columns(frames->place.line);
	size_t before = utf8_width_n(shown->text.s, shown->mark);

	buf_addf(out, "%s%u | %s%s%s\n", frames->indent, frames->place.line,
		 shown->cut_before ? cut : "", shown->text.s,
		 shown->cut_behind ? cut : "");
	buf_addf(out, "%s%*s | %*s%s^%s\n", frames->indent, (int)gutter, "",
		 (int)(before + (shown->cut_before ? strlen(cut) : 0)), "",
		 frames->mark_on, frames->mark_off);
}

/* The law on secrets and on persons holds for a log of CI too: what is hidden there stays hidden. */
static bool is_confidential(const struct rule *rule)
{
	return rule->group == GROUP_PRIVACY ||
	       (rule->group == GROUP_DISCLOSURE && (rule->flags & RULE_LOCKED));
}

void frames_add(struct frames *frames, const struct finding *finding, struct buf *out)
{
	struct shown shown = { .text = BUF_INIT };
	size_t taken = strlen(frames->indent) + number_columns(finding->place.line) + 3;
	size_t columns = frames->columns > taken + LEAST_COLUMNS ? frames->columns - taken
								 : LEAST_COLUMNS;
	size_t from;
	size_t end;

	if (is_confidential(&rules[finding->rule]) ||
	    (finding->place.line == 1 && finding->place.column == 1))
		return;
	open_path(frames, finding);
	if (!frames->readable || !seek(frames, finding->place))
		return;
	/* Of a line without end only what may fit is looked at. */
	from = step_back(frames->bytes.s, frames->line, frames->at, 2 * columns);
	end = step_on(frames->bytes.s, frames->at, line_end(frames), 2 * columns);
	shown.cut_before = from > frames->line;
	shown.cut_behind = end < line_end(frames);
	show(&shown, frames->bytes.s, from, frames->at, end);
	fit(&shown, columns);
	add_lines(frames, &shown, out);
	buf_release(&shown.text);
}
