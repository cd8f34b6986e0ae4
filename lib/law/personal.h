/*
 * Personal data in a text: identity numbers, telephones, bank cards, addresses, private
 * mail, plates; and the columns of a list that hold such data.
 *
 * Sources: GB 11643 (identity number and its check digit), GB/T 2659 and ISO/IEC 7812 (cards,
 * Luhn), GA 36 (plates), 个人信息保护法 Art 28 (what is sensitive), practice for addresses.
 * Full-width digits, blanks and hyphens inside numbers are folded before they are judged.
 *
 * Layer: law.  Pure: no files, no allocation but from the arena given.
 */
#ifndef GK_LAW_PERSONAL_H
#define GK_LAW_PERSONAL_H

#include "base/arena.h"
#include "base/list.h"

enum personal_kind {
	PERSONAL_IDENTITY,  /* 身份证号, 18 digits with check digit, or 15 */
	PERSONAL_MOBILE,    /* 手机号 */
	PERSONAL_BANK_CARD, /* 银行卡号, Luhn */
	PERSONAL_ADDRESS,   /* 住址 to the door */
	PERSONAL_MAIL,      /* private e-mail */
	PERSONAL_PLATE,     /* 车牌号 */
	PERSONAL_KIND_COUNT
};

struct personal_hit {
	enum personal_kind kind;
	size_t start; /* byte offsets into the text */
	size_t end;
	const char
		*shown; /* masked, for printing: never the whole number; in the arena */
};

/* What belongs to the office and is meant to be public: numbers and addresses as written, any spacing. */
struct personal_allowed {
	const struct strings *texts; /* NULL: none */
	bool contacts; /* telephones and mail are contacts on duty (persons: duty) */
};

/**
 * The first hit at or behind *pos, which moves behind it; false at the end of the text.
 * Linear in the length of the text.
 */
bool personal_next(struct arena *arena, const char *text, size_t len,
		   const struct personal_allowed *allowed, size_t *pos,
		   struct personal_hit *out) gk_must_use;

enum personal_column {
	COLUMN_HARMLESS,
	COLUMN_IDENTITY, /* 身份证(号码), 证件号 */
	COLUMN_PHONE,    /* 电话, 手机, 联系方式 */
	COLUMN_CARD,     /* 卡号, 账号, 一卡通号 */
	COLUMN_BIRTH,    /* 出生(年月), 生日 */
	COLUMN_ADDRESS,  /* 住址, 家庭住址, 门牌号 */
	COLUMN_HEALTH,   /* 病种, 残疾(类别), 患病 */
	COLUMN_MINOR,    /* 未成年人, 儿童姓名, 学生姓名 */
	PERSONAL_COLUMN_COUNT
};

/** What a column with this head holds. */
enum personal_column personal_column_of(const char *head);

#endif
