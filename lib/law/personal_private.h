/*
 * What the files of personal data share: numbers as they are written, and what stands
 * around them.
 *
 * All functions look at a bounded number of bytes around the place they are given, so
 * that a search stays linear in the length of the text.
 *
 * Layer: law, inside.
 */
#ifndef GK_LAW_PERSONAL_PRIVATE_H
#define GK_LAW_PERSONAL_PRIVATE_H

#include "base/base.h"

struct personal_text {
	const char *s;
	size_t len;
};

struct personal_span {
	size_t start;
	size_t end;
	size_t name; /* of an address: the end of what tells no door */
};

/* ---- characters ---- */

/** Bytes of the digit at `at`, full-width too, and the digit as ASCII; 0 when none is there. */
size_t personal_digit(struct personal_text text, size_t at, char *digit);
/** The same for a letter; given as a capital. */
size_t personal_letter(struct personal_text text, size_t at, char *letter);
/** Where the character before `at` begins; `at` itself at the start of the text. */
size_t personal_before(struct personal_text text, size_t at);
/** The place behind at most `max` blanks (no line breaks), of any width and of none. */
size_t personal_skip_blanks(struct personal_text text, size_t at, unsigned int max);
/** The place behind one hyphen or dot of any sort; `at` when none is there. */
size_t personal_skip_sign(struct personal_text text, size_t at);
/** Bytes of the longest of the words that stands at `at`; 0 when none does. */
size_t personal_word_at(struct personal_text text, size_t at, const char *const *words,
			size_t count);
/** Likewise of the one that ends at `at`. */
size_t personal_word_before(struct personal_text text, size_t at,
			    const char *const *words, size_t count);

/** Whether the character at `at` is one of `chars`, all of which have three bytes. */
bool personal_is_one_of(struct personal_text text, size_t at, const char *chars);

/* ---- numbers ---- */

enum {
	PERSONAL_GROUPS = 20, /* of one number: at most one a digit */
	PERSONAL_DIGITS = 20, /* the longest is the certificate of the disabled */
};

/* What stands between two groups of digits of one number. */
enum personal_joint { JOINT_BLANK, JOINT_SIGN, JOINT_LINE };

/* Groups of digits that may be one number, from one place on. */
struct personal_number {
	struct personal_text text;
	struct personal_group {
		size_t start;
		size_t end;
		size_t digits;             /* in this group */
		size_t total;              /* up to its end */
		enum personal_joint joint; /* before it; of no meaning in the first */
	} groups[PERSONAL_GROUPS];
	size_t count;
	char digits[PERSONAL_DIGITS + 1]; /* ASCII, of all groups */
	bool follows; /* behind a hyphen or dot that itself follows a digit */
};

/**
 * The groups from the digit at `at` on, as far as they can belong to one number; the
 * first may have more digits than `digits` holds, and is then the only one.
 */
void personal_number_read(struct personal_text text, size_t at,
			  struct personal_number *out);
/** The first groups that have `total` digits together: how many; 0 when there are none. */
size_t personal_number_of(const struct personal_number *number, size_t total);
/** Whether one sort of joint stands between the first `count` groups. */
bool personal_number_is_even(const struct personal_number *number, size_t count);
/** Whether a hyphen or dot ties more digits to the first `count` groups, on either side. */
bool personal_number_is_part(const struct personal_number *number, size_t count);

/* ---- chains of numbers: 三组12号 ---- */

enum personal_part {
	PART_NONE = 0,
	PART_GROUP = 1 << 0,    /* 三组, 5队, 2巷 */
	PART_DOOR = 1 << 1,     /* 12号 */
	PART_BUILDING = 1 << 2, /* 3号楼 */
	PART_UNIT = 1 << 3,     /* 2单元 */
	PART_FLOOR = 1 << 4,    /* 5层 */
	PART_ROOM = 1 << 5,     /* 501室 */
};

struct personal_chain {
	size_t start;
	size_t end;
	unsigned int parts;
	size_t links;
	bool numbered_through; /* 3-2-501 */
};

/** A cheap look before: the number at `at` counts something, or goes on. */
bool personal_may_be_address(struct personal_text text, size_t at);
/** The chain around the number at `at`, nothing of it before `from`; without links when there is none. */
struct personal_chain personal_chain_read(struct personal_text text, size_t at,
					  size_t from);

/* ---- what stands before and behind ---- */

/** Whether one of the words stands in the clause before `at`, within `reach` bytes. */
bool personal_said_before(struct personal_text text, size_t at, size_t reach,
			  const char *const *words, size_t count);
/** Whether one of the words stands in the clause behind `at`, within `reach` bytes. */
bool personal_said_behind(struct personal_text text, size_t at, size_t reach,
			  const char *const *words, size_t count);
/** Whether the place lies inside a web address. */
bool personal_is_in_url(struct personal_text text, size_t at);
/** Whether what stands before says that this is the number of a thing or an affair. */
bool personal_is_code(struct personal_text text, size_t at);
/** Whether it says that, or that this is a sum, a measure, an account of an office. */
bool personal_is_figure(struct personal_text text, size_t at);

#define WORD_AT(text, at, words) personal_word_at((text), (at), (words), ARRAY_LEN(words))
#define WORD_BEFORE(text, at, words) \
	personal_word_before((text), (at), (words), ARRAY_LEN(words))
#define SAID_BEFORE(text, at, reach, words) \
	personal_said_before((text), (at), (reach), (words), ARRAY_LEN(words))
#define SAID_BEHIND(text, at, reach, words) \
	personal_said_behind((text), (at), (reach), (words), ARRAY_LEN(words))

/* ---- one noun a file ---- */

/** The number that begins with the first group is one of these: where it lies. */
bool personal_identity(const struct personal_number *number, struct personal_span *out);
bool personal_phone(const struct personal_number *number, struct personal_span *out);
bool personal_card(const struct personal_number *number, struct personal_span *out);

/** Whether these eleven digits are a mobile number; these eighteen an identity number. */
bool personal_is_mobile(const char digits[11]);
bool personal_is_identity(const char digits[18]);

/** The plate around the digit at `at`. */
bool personal_plate(struct personal_text text, size_t at, struct personal_span *out);
/** The address around the @ at `at`, nothing of which lies before `from`. */
bool personal_mail(struct personal_text text, size_t at, size_t from,
		   struct personal_span *out);
/** The home address whose door is numbered around `at`, nothing of it before `from`. */
bool personal_address(struct personal_text text, size_t at, size_t from,
		      struct personal_span *out);

#endif
