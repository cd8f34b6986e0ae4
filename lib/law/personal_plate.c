#include <string.h>

#include "law/personal_private.h"

/*
 * Plates, GA 36: the province, the letter of the place, five letters and digits without I
 * and O, or four and a word; six for cars on new energy, a letter first or last.
 */
enum { TAIL = 5, TAIL_ENERGY = 6, LETTERS_MAX = 3, DIGITS_MIN = 3, LABEL_REACH = 45 };

static const char provinces[] =
	"京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
enum { PROVINCE_SIZE = 3 }; /* bytes */
static const char *const suffixes[] = { "挂", "学", "警", "港", "澳", "领", "使", "试" };
static const char *const labels[] = { "车", "牌", "号" };

/* Words that end as a province is called in short. */
static const char *const words[] = { "更新", "最新", "创新", "高新", "全新", "重新",
				     "革新", "建新", "城新", "银川", "四川", "中川",
				     "汶川", "里云", "讯云", "为云", "动云", "翼云",
				     "务云", "长青", "年青", "名贵", "珍贵", "南宁",
				     "西宁", "安宁", "北京", "南京", "东京", "天津",
				     "江苏", "复苏", "安吉", "漆黑", "沙湘" };

/* Where the letters before `at` begin, at most `max`. */
static size_t letters_start(struct personal_text text, size_t at, int max)
{
	char letter;

	for (; max > 0 && at > 0; max--) {
		size_t before = personal_before(text, at);

		if (before + personal_letter(text, before, &letter) != at)
			break;
		at = before;
	}
	return at;
}

static bool follows_province(struct personal_text text, size_t at)
{
	return at >= PROVINCE_SIZE &&
	       personal_is_one_of(text, at - PROVINCE_SIZE, provinces);
}

/* Where the province stands for the tail whose first digit is at `at`; `at` when nowhere. */
static size_t province_before(struct personal_text text, size_t at)
{
	size_t start = letters_start(text, at, LETTERS_MAX + 1);
	size_t sign;

	if (start < at && follows_province(text, start))
		return start - PROVINCE_SIZE;
	/* 宁E·12345: a dot, a hyphen or a blank behind the letter of the place. */
	if (!start)
		return at;
	sign = personal_before(text, start);
	if (personal_skip_sign(text, sign) != start &&
	    personal_skip_blanks(text, sign, 1) != start)
		return at;
	start = letters_start(text, sign, 1);
	return start < sign && follows_province(text, start) ? start - PROVINCE_SIZE : at;
}

struct tail {
	size_t end;
	size_t count;
	size_t digits;
	bool letter_at_edge;
};

static struct tail read_tail(struct personal_text text, size_t at)
{
	struct tail tail = { .end = at };

	while (tail.count <= TAIL_ENERGY) {
		char c;
		size_t used = personal_digit(text, tail.end, &c);

		if (used) {
			tail.digits++;
			tail.letter_at_edge = false;
		} else {
			used = personal_letter(text, tail.end, &c);
			if (!used || c == 'I' || c == 'O')
				break;
			tail.letter_at_edge = true;
		}
		tail.count++;
		tail.end += used;
	}
	return tail;
}

static bool is_tail(struct personal_text text, size_t at, struct tail *tail)
{
	bool first;
	char c;

	*tail = read_tail(text, at);
	first = personal_letter(text, at, &c) > 0;
	if (tail->count == TAIL - 1 && tail->digits >= DIGITS_MIN) {
		size_t len = WORD_AT(text, tail->end, suffixes);

		tail->end += len;
		return len > 0;
	}
	if (tail->count == TAIL_ENERGY)
		return tail->digits >= TAIL_ENERGY - 2 && (first || tail->letter_at_edge);
	return tail->count == TAIL && tail->digits >= DIGITS_MIN;
}

bool personal_plate(struct personal_text text, size_t at, struct personal_span *out)
{
	size_t start = province_before(text, at);
	struct tail tail;
	size_t from;
	char c;

	if (start == at)
		return false;
	from = start + PROVINCE_SIZE;
	from += personal_letter(text, from, &c);
	if (c == 'I')
		return false;
	from = personal_skip_sign(text, personal_skip_blanks(text, from, 1));
	from = personal_skip_blanks(text, from, 1);
	if (!is_tail(text, from, &tail) || personal_letter(text, tail.end, &c) ||
	    personal_digit(text, tail.end, &c))
		return false;
	*out = (struct personal_span){ .start = start, .end = tail.end };
	/* 粤B2-20090191 is a licence; a code goes on behind its hyphen. */
	if (personal_digit(text, personal_skip_sign(text, tail.end), &c))
		return false;
	return !WORD_BEFORE(text, start + PROVINCE_SIZE, words) ||
	       SAID_BEFORE(text, start, LABEL_REACH, labels);
}
