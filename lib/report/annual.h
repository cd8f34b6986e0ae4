/*
 * The yearly report (政府信息公开工作年度报告): figures from records, a form by year, blocks.
 *
 * A form is a table of parts and cells, chosen by the year: until 2018 the six chapters in
 * use then, 2019 and 2020 国办公开办函〔2019〕60号, from 2021 国办公开办函〔2021〕30号.  A figure that gk
 * cannot know (no private store, nothing recorded) is unavailable, not zero.
 *
 * Layer: report.
 */
#ifndef GK_REPORT_ANNUAL_H
#define GK_REPORT_ANNUAL_H

#include "format/blocks.h"
#include "store/catalogue.h"
#include "store/index.h"

struct annual;

/** Collect the figures of a year.  A record that does not read is an error that names the file: no report is made from half. */
int annual_collect(struct arena *arena, struct catalogue *catalogue, struct index *index,
		   int year, struct date today, struct annual **out,
		   struct error *err) gk_must_use;

/** What is still missing or contradicts itself, one line each (translated): open points of the draft. */
const struct strings *annual_open_points(const struct annual *annual);
/** Identities that do not hold (T3-SUM …), one line each; a report with one is no report. */
const struct strings *annual_faults(const struct annual *annual);

/** 某镇人民政府2026年政府信息公开工作年度报告 */
void annual_title(const struct annual *annual, struct buf *out);
/** The whole report. `draft` marks it and prints open points where they belong. */
void annual_blocks(const struct annual *annual, bool draft, struct blocks *doc);
/** The same as a page that stands alone and prints on A4. */
void annual_html(const struct annual *annual, bool draft, struct buf *out);

#endif
