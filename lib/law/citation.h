/*
 * Citations of a basis (办事依据, 公开依据): 《社会救助暂行办法》第十一条第二款,
 * 《…条例》(国务院令第711号), 建村〔2017〕192号, or words without either.
 *
 * Layer: law.  Pure.
 */
#ifndef GK_LAW_CITATION_H
#define GK_LAW_CITATION_H

#include "base/arena.h"
#include "law/docnumber.h"

struct citation {
	const char *title; /* without 《》, or NULL */
	int article;       /* 0 when none is named */
	int last_article;  /* the largest that is named: 第三条至第九条 */
	int paragraph;     /* 款 */
	int item;          /* 项 */
	bool has_number;
	struct docnumber number; /* of the document, when has_number */
	int decree;              /* 国务院令第711号, or 0 */
};

/** Read one basis text.  False when it names neither a title nor a document number. */
bool citation_parse(struct arena *arena, const char *text,
		    struct citation *out) gk_must_use;

/**
 * The next citation of a text that may name several, from *at on, which is moved behind it: each
 * 《title》 with what follows it up to the next.  False when there is none.
 */
bool citation_next(struct arena *arena, const char *text, size_t *at,
		   struct citation *out) gk_must_use;

#endif
