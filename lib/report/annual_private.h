/*
 * What the files of lib/report share: the figures of a year, and the tables of a form.
 *
 * Layer: report.
 */
#ifndef GK_REPORT_ANNUAL_PRIVATE_H
#define GK_REPORT_ANNUAL_PRIVATE_H

#include "record/document.h"
#include "record/report.h"
#include "report/annual.h"

enum {
	REPORT_COLUMNS = 7, /* of table three, the last is 总计 */
	REPORT_TOTAL = REPORT_COLUMNS - 1,
	REMEDIES = 3,       /* 行政复议, 未经复议直接起诉, 复议后起诉 */
	REMEDY_RESULTS = 5, /* the last is 总计 */
};

/* ---- counted from the records ---- */

/* So many of what a unit or a channel is called by. */
struct tally {
	const char *id; /* NULL: not said */
	const char *name;
	int64_t n;
};

struct counts {
	int64_t published; /* documents that appeared in the year, however often */
	int64_t by_type[DOCUMENT_OTHER + 1];
	struct list by_channel; /* struct tally, in order of id */
	struct list by_unit;    /* struct tally, in order of id */
	struct list
		elsewhere; /* struct tally: what the office counted on channels itself */
	int64_t reviews;   /* of what is not disclosed (条例 Art 18) */
	int64_t disclosed_by_review;
	int64_t normative_made;
	int64_t normative_ended;
	int64_t normative_shown; /* of them published in the year */
	/* From the first year counted to the end of this one. */
	int64_t normative_made_since;
	int64_t normative_ended_since;
};

/* ---- figures ---- */

/* Cells of table two. */
enum figure {
	FIGURE_STATED, /* by no table of today: report.figures under "row/column" */
	FIGURE_REGULATION_MADE,
	FIGURE_REGULATION_REPEALED,
	FIGURE_REGULATION_IN_FORCE,
	FIGURE_REGULATION_SHOWN,
	FIGURE_NORMATIVE_MADE,
	FIGURE_NORMATIVE_REPEALED,
	FIGURE_NORMATIVE_IN_FORCE,
	FIGURE_NORMATIVE_SHOWN,
	FIGURE_PERMITS,
	FIGURE_PENALTIES,
	FIGURE_COERCION,
	FIGURE_FEES,
	FIGURE_COUNT
};

struct rules_count {
	struct number made;
	struct number repealed;
	struct number in_force;
};

/* ---- forms ---- */

enum { LINE_FIGURES = 3 };

struct form_line {
	const char *label;
	enum figure cells[LINE_FIGURES];
};

/* One article's part of table two: its own heads, then its lines. */
struct form_block {
	const char *article;
	const char *columns[LINE_FIGURES]; /* NULL: fewer, the last is wider */
	struct form_line lines[2];         /* label NULL: one line */
};

/* A line of table three; lines that follow one another with the same section or group share a cell. */
struct form_row {
	const char *section;
	const char *group;
	const char *label;
	/* It shows the sum of these rows of the record. */
	enum table3_row from;
	enum table3_row to;
};

enum piece_type {
	PIECE_HEADING,
	PIECE_TEXT,  /* what the office wrote: a TEXT member of struct report */
	PIECE_BUILT, /* sentences and tables made of figures */
};

enum asked {
	ASKED_OF_NONE,
	ASKED_OF_GOVERNMENTS, /* 条例 Art 50(4): of governments, not of departments */
	ASKED_OF_ALL,
};

struct piece {
	enum piece_type type;
	unsigned int level;  /* of a heading */
	const char *heading; /* of PIECE_HEADING */
	size_t member;       /* of PIECE_TEXT: offset in struct report */
	enum asked asked;    /* of PIECE_TEXT */
	/* PIECE_BUILT: says what is missing or wrong; may be NULL. */
	void (*examine)(struct annual *annual);
	void (*build)(const struct annual *annual, struct blocks *doc);
};

struct form {
	enum report_form code;
	int first;        /* year */
	const char *rule; /* the notice that sets the form, or NULL */
	const struct piece *pieces;
	size_t piece_count;
	const struct form_block *table2;
	size_t block_count;
	const struct form_row *table3;
	size_t row_count;
};

/** The form of a year. */
const struct form *form_of_year(int year);

/* ---- the report ---- */

struct annual {
	struct arena *arena;
	const struct catalogue_config *config;
	int year;
	struct date today;
	const struct form *form;
	const char *path;            /* of the year's record */
	const struct record *record; /* an empty one when there is none */
	const struct report *report; /* its struct */
	const struct report *last;   /* of the year before, or NULL */
	bool counted;                /* gk was in use for the year */
	struct counts counts;
	const char *figures[FIGURE_COUNT]; /* as printed; NULL: unavailable */
	struct rules_count regulation;
	struct rules_count normative;
	bool has_table3;
	int64_t table3[TABLE3_CARRY_ON + 1][REPORT_TOTAL]; /* by enum table3_row */
	bool has_remedy[REMEDIES];
	int64_t remedies[REMEDIES][REMEDY_RESULTS];
	struct strings open_points;
	struct strings faults;
	struct strings open_zh; /* the same, as the draft lists them */
	struct strings faults_zh;
};

/**
 * Note an open point, or a fault: in a few words for the draft, whose text is Chinese
 * whatever the language in use, and in a sentence (translated) for who makes it.
 */
void annual_open(struct annual *annual, const char *zh, const char *fmt, ...)
	gk_printf(3, 4);
void annual_fault(struct annual *annual, const char *zh, const char *fmt, ...)
	gk_printf(3, 4);
/** Whether a report without this text is not complete. */
bool annual_asks(const struct annual *annual, const struct piece *piece);
/** The text of a PIECE_TEXT, or NULL, and its field. */
const char *annual_text(const struct annual *annual, const struct piece *piece,
			const struct field **field);
/** One of two labels, in the language in use. */
const char *annual_label(const char *zh, const char *en);

/* ---- count.c ---- */

/**
 * Count the documents; the first year counted is `from`.  What keeps one out of the
 * count is an open point.
 */
int count_records(struct annual *annual, struct catalogue *catalogue, struct index *index,
		  int from, struct error *err) gk_must_use;
/** A record that does not read, as an error that names file and line. */
int refuse_broken(const struct record *record, struct error *err) gk_must_use;

/* ---- figures.c ---- */

/** Bring together what was counted and what the record states. */
void figures_collect(struct annual *annual, int from);
/** A cell of table three over a range of rows; column REPORT_TOTAL is the sum. */
int64_t table3_sum(const struct annual *annual, enum table3_row from, enum table3_row to,
		   size_t column);
/** The text of a cell of table two, or NULL. */
const char *figure_text(const struct annual *annual, const struct form_block *block,
			const struct form_line *line, size_t column);
const struct stated_figure *stated_figure_find(const struct report *report,
					       const char *name);

/* ---- identity.c ---- */

/** The identities that the form prints, and those with last year's report. */
void identities_check(struct annual *annual);

/* ---- tables.c ---- */

void table2_examine(struct annual *annual);
void table2_build(const struct annual *annual, struct blocks *doc);
void table3_examine(struct annual *annual);
void table3_build(const struct annual *annual, struct blocks *doc);
void table4_examine(struct annual *annual);
void table4_build(const struct annual *annual, struct blocks *doc);
/** 政府信息公开情况统计表, as reports before 2019 had it. */
void sheet_build(const struct annual *annual, struct blocks *doc);

/* ---- sentences.c ---- */

void published_build(const struct annual *annual, struct blocks *doc);
void requests_examine(struct annual *annual);
void requests_build(const struct annual *annual, struct blocks *doc);
void management_build(const struct annual *annual, struct blocks *doc);
void enquiries_examine(struct annual *annual);
void enquiries_build(const struct annual *annual, struct blocks *doc);
void remedies_build(const struct annual *annual, struct blocks *doc);
void preamble_examine(struct annual *annual);
void preamble_build(const struct annual *annual, struct blocks *doc);

#endif
