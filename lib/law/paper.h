/*
 * Official papers (公文) as GB/T 9704-2012 lays them out: which of their lines are the title,
 * the number, the addressee …, and what is the text.
 *
 * Layouts are guessed from what lines say, and from how they look where that is known: papers
 * come from Word, from web pages and from plain text.  No line is lost: it is in one of the
 * parts or in the body.
 *
 *	struct paper paper;
 *	paper_read(&arena, lines, count, &paper);
 *	blocks_to_markdown(&paper.body, &text);
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_PAPER_H
#define GK_LAW_PAPER_H

#include "base/date.h"
#include "base/list.h"
#include "format/blocks.h"

enum paper_place {
	PAPER_IN_TEXT,
	PAPER_IN_MARGIN, /* head or foot of each page */
	PAPER_IN_NOTE,   /* at the foot of a page, or the end */
};

/* A paragraph.  Texts are never NULL. */
struct paper_line {
	const char *text;  /* \n for a break within it */
	const char *label; /* its automatic number as printed: 一、; "" for none */
	enum paper_place place;
	enum block_align align;
	int outline;  /* of a heading, from 1; 0 for text, or where nothing says */
	int size;     /* of its characters, in half points; 0 where nothing says */
	bool bold;    /* all of it */
	bool page;    /* begins a page */
	size_t note;  /* number of the note */
	size_t table; /* number of its table, from 1; 0 outside */
	uint32_t row; /* from 1 */
	uint32_t column;
	uint32_t span;  /* columns of its cell */
	bool continued; /* in a cell that continues the one above it */
	bool head;      /* its row is repeated on each page */
};

/* What a paper says of itself. */
enum paper_part {
	PAPER_TITLE,
	PAPER_NUMBER,     /* 发文字号, with the brackets of the standard */
	PAPER_INDEX,      /* 索引号, of web pages */
	PAPER_ISSUE,      /* 第5期 */
	PAPER_LETTERHEAD, /* 发文机关标志, without 文件 */
	PAPER_UNIT,       /* 责任部门, of web pages */
	PAPER_FORCE,      /* 有效, likewise */
	PAPER_SOURCE,     /* 来源, likewise */
	PAPER_PUBLISHED,  /* 发布时间, likewise */
	PAPER_ADDRESSEE,  /* 主送机关; stays in the body */
	PAPER_ANNEXES,    /* 附件说明; stays in the body */
	PAPER_SIGNATURE,  /* 发文机关署名 with the date; stays in the body */
	PAPER_CONTACT,    /* stays in the body */
	PAPER_MARK,       /* 此件公开发布, in the words of 公开属性标注 */
	PAPER_COPIES,     /* 抄送, and how many were printed */
	PAPER_PRINTED,    /* 印发机关和印发日期 */
	PAPER_KEYWORDS,   /* 主题词 */
	PAPER_SIGNER,     /* 签发人 */
	PAPER_URGENCY,    /* 特急 */
	PAPER_SERIAL,     /* 份号 */
	PAPER_MARGIN,     /* heads and feet of pages that are not page numbers */
	PAPER_LEFT_OUT, /* of a web page, and no part of the paper: 字号：大 中 小 */
	PAPER_PART_COUNT
};

/* Why somebody should look. */
enum paper_doubt {
	PAPER_NO_TITLE,
	PAPER_TITLE_JOINED, /* from lines that nothing but their place joins */
	PAPER_TITLE_ODD,    /* it ends in no form that papers have */
	PAPER_NUMBER_MENDED,
	PAPER_NUMBERS_DIFFER,
	PAPER_NO_DATE,
	PAPER_DATE_OF_PRINT, /* the day is that of printing */
	PAPER_DATE_OF_HEAD,  /* the day stands above the text */
	PAPER_DATES_DIFFER,
	PAPER_NO_ISSUER,
	PAPER_ISSUER_OF_HEAD, /* no signature names it */
	PAPER_NO_MARK,
	PAPER_MARK_WANTS_GROUND, /* it is not for release: only with a ground in law */
	PAPER_TABLE_TOO_LARGE,   /* it came out as paragraphs */
	PAPER_DOUBT_COUNT
};

struct paper {
	const char *parts[PAPER_PART_COUNT]; /* NULL where it has none */
	struct strings
		issuers; /* those that signed, the leading one first; else of the head */
	struct date formed;  /* 成文日期 */
	const char *secrecy; /* 机密★10年; NULL for none */
	const char *form;    /* 公文种类 that the title ends in: 通知; NULL */
	struct blocks body;
	bool doubts[PAPER_DOUBT_COUNT];
};

/** Read a paper; all of it lives in the arena. */
void paper_read(struct arena *arena, const struct paper_line *lines, size_t count,
		struct paper *out);

#endif
