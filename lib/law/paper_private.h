/*
 * What the readers of papers share.
 *
 * Layer: law.
 */
#ifndef GK_LAW_PAPER_PRIVATE_H
#define GK_LAW_PAPER_PRIVATE_H

#include "law/paper.h"

/* One line of text: a paragraph, or what a break makes of one. */
struct line {
	const char *text; /* with its label, without blanks around; never empty */
	const struct paper_line *from;
	size_t table;  /* 0 where it only stood in a table for its layout */
	bool joined;   /* a break stands before it, no end of a paragraph */
	bool indented; /* blanks stood before it */
	bool page;     /* the first of a page */
	bool taken;    /* it is a part that the body does not repeat */
	bool merged;   /* taken, and its text went to the line before */
	bool annex;    /* an entry of the note of annexes */
};

struct sheet {
	struct arena *arena;
	struct line *lines;
	size_t count;
	bool layout; /* some line is centred: what is not centred is no title */
	bool signed_by_date;
	struct date printed;
	struct paper *paper;
};

/* ---- paper_line.c: what a line says by itself ---- */

size_t line_count(const char *text); /* characters */
/** Whether it is centred on its page. */
bool line_is_centred(const struct line *line);
bool line_starts(const char *text, const char *word);
bool line_ends(const char *text, const char *word);
/** The text without the brackets and blanks around it, or itself. */
const char *line_unbracket(struct arena *arena, const char *text);
/** Bytes up to a blank; *next those up to the word after it. */
size_t line_word(const char *text, size_t *next);
/** Without blanks between Chinese characters. */
const char *line_close_up(struct arena *arena, const char *text);

/** Whether it can be the name of an organ. */
bool line_is_organ(const char *text);
/** The form that a title ends in, as 公文种类; "" for another word that titles end in; NULL. */
const char *line_form(const char *title);
/** A whole line that is a date, in brackets or not. */
bool line_is_date(struct arena *arena, const char *text, struct date *out);
/** A line that ends in a date; *len gets the bytes before it, blanks left out. */
bool line_ends_in_date(struct arena *arena, const char *text, size_t *len,
		       struct date *out);
bool line_is_addressee(const char *text);
/** The words of 公开属性标注 that a line contains, NULL; *whole: it says nothing else. */
const char *line_mark(struct arena *arena, const char *text, bool *whole);
/** The number of a paper that a line is, in the form of the standard; NULL.  *after: what follows it. */
const char *line_number(struct arena *arena, const char *text, bool *mended,
			const char **after);
/** 绝密, 机密, 秘密 as they stand above a paper; with a star wherever they stand in the line. */
bool line_is_secrecy(struct arena *arena, const char *text);
/** 第五条 and its text. */
bool line_is_article(const char *text);
/** 。 and what else ends one, or an entry of a list. */
bool line_ends_sentence(const char *text);
/** What follows a word and a colon at the start of a line; NULL. */
const char *line_after(struct arena *arena, const char *text, const char *word);

/** The level of a number: 1 一、 2 （一） 3 1. 4 （1）; 第一章 is 1, 第一节 2; 0 for none.  *len: its bytes. */
int line_level(const char *text, size_t *len);
/** Only a number, as pages have: — 3 —. */
bool line_is_page_number(const char *text);

/** The part that a word before a colon names in the heads of web pages; false for none. */
bool line_is_label(struct arena *arena, const char *text);
/** 特急, 000012, 第5期, 签发人：张某, a mark of secrecy: what only stands above a title. */
bool line_is_of_head(struct arena *arena, const char *text);

/* ---- paper_head.c ---- */

/** Fill the parts of the head, and mark the lines that they were. */
void paper_read_head(struct sheet *sheet);

/* ---- paper_wrap.c ---- */

/** Where the text is cut into printed lines, they become its paragraphs. */
void paper_join_printed(struct sheet *sheet);

/* ---- paper_title.c ---- */

enum {
	PAPER_HEAD_LINES = 40,
	PAPER_TITLE_SIZE = 36 /* half points: the standard has 44 */
};

enum mark {
	MARK_REST, /* may be of the title */
	MARK_TAKEN,
	MARK_NUMBER,
	MARK_TEXT, /* below the title, and stays in the text */
};

struct head {
	struct sheet *sheet;
	size_t end;
	enum mark marks[PAPER_HEAD_LINES];
	struct date date; /* named above the text */
	size_t issue;     /* the line behind that of a number of minutes or a bulletin */
};

/** The title becomes a part, and the lines before it the organs that issue the paper. */
void paper_find_title(struct head *head);

/* ---- paper_tail.c: what stands below a text, wherever that is ---- */

/** Read the line where it is such a part, and mark it where the body does not repeat it. */
void paper_read_tail(struct sheet *sheet, size_t i);
/** Whether the line is a date below a text; then who signed above it is read too. */
bool paper_read_signature(struct sheet *sheet, size_t i);
/** 抄送：…, 东园镇党政办公室 2018年7月4日印发 */
bool line_is_of_print(struct arena *arena, const char *text);
/** Who to ask, with a telephone. */
bool line_is_contact(struct arena *arena, const char *text);

/* ---- paper_annex.c ---- */

/* 附件2：任务分工表 */
struct annex {
	const char *head;  /* 附件2 */
	const char *title; /* "" where it stands alone */
	bool numbered;
};

/** Whether a line names an annex; 附件所列 does not. */
bool line_annex(struct arena *arena, const char *text, struct annex *out);
/** 附件1 on a line of its own. */
bool line_is_annex(struct arena *arena, const char *text);
/** Note the annexes where the line is the first of their note; an entry becomes one line. */
void paper_note_annexes(struct sheet *sheet, size_t i);
/** Where an annex begins: on a page of its own, or behind what names it. */
bool paper_begins_annex(const struct sheet *sheet, size_t i, struct annex *out);

/* ---- paper_body.c ---- */

void paper_read_body(struct sheet *sheet);

/* ---- paper_table.c ---- */

/** Append the table that begins at line `i`; returns the line after it. */
size_t paper_read_table(struct sheet *sheet, size_t i);
/** Tables that only place what they hold become lines. */
void paper_flatten_tables(struct sheet *sheet);

/** Append to a part, behind what it holds. */
void paper_add_part(struct sheet *sheet, enum paper_part part, const char *text,
		    const char *between);

#endif
