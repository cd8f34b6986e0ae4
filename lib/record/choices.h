/*
 * Choices whose rows code asks for by name, and those that more than one kind has.
 *
 * One list of rows makes both the enum and the table, so that the number in a
 * struct and the row it stands for cannot come apart:
 *
 *	#define COLOURS(ROW) ROW(COLOUR_RED, "red", "红", "red", NULL) …
 *	enum colour { COLOUR_UNSET, COLOURS(CHOICE_ID) };
 *	static const struct choice colour_rows[] = { COLOURS(CHOICE_ROW) };
 *
 * Layer: record.
 */
#ifndef GK_RECORD_CHOICES_H
#define GK_RECORD_CHOICES_H

#include "record/field.h"

#define CHOICE_ID(id, code_, zh_, en_, aliases_) id,
#define CHOICE_ROW(id, code_, zh_, en_, aliases_) \
	{ .code = (code_), .zh = (zh_), .en = (en_), .aliases = (aliases_) },
/* A row that no code asks for by name. */
#define CHOICE(code_, zh_, en_)                           \
	{                                                 \
		.code = (code_), .zh = (zh_), .en = (en_) \
	}

#define YES_NO(ROW)                               \
	ROW(ANSWER_YES, "yes", "是", "yes", NULL) \
	ROW(ANSWER_NO, "no", "否", "no", NULL)

enum answer { ANSWER_UNSET, YES_NO(CHOICE_ID) };
extern const struct choices yes_no;

/* 五公开 */
#define STAGES(ROW)                                                           \
	ROW(STAGE_DECISION, "decision", "决策公开", "decision", "决策")       \
	ROW(STAGE_EXECUTION, "execution", "执行公开", "execution", "执行")    \
	ROW(STAGE_MANAGEMENT, "management", "管理公开", "management", "管理") \
	ROW(STAGE_SERVICE, "service", "服务公开", "service", "服务")          \
	ROW(STAGE_RESULT, "result", "结果公开", "result", "结果")

enum stage { STAGE_UNSET, STAGES(CHOICE_ID) };
extern const struct choices disclosure_stages;

/* 公开频次, and the update cycle of a category. */
#define FREQUENCIES(ROW)                                                                \
	ROW(FREQUENCY_PERMANENT, "permanent", "长期公开", "permanent", "长期|永久公开") \
	ROW(FREQUENCY_WEEKLY, "weekly", "每周", "weekly", "按周")                       \
	ROW(FREQUENCY_MONTHLY, "monthly", "每月", "monthly", "按月|按月公开")           \
	ROW(FREQUENCY_QUARTERLY, "quarterly", "每季度", "quarterly",                    \
	    "按季度|按季度公开")                                                        \
	ROW(FREQUENCY_HALF_YEARLY, "half-yearly", "每半年", "half-yearly", "半年")      \
	ROW(FREQUENCY_YEARLY, "yearly", "每年", "yearly", "按年|按年公开")              \
	ROW(FREQUENCY_ON_CHANGE, "on-change", "变更时", "on change", NULL)              \
	ROW(FREQUENCY_ON_EVENT, "on-event", "随时（发生时）", "as it happens",          \
	    "随时|发生时")

enum frequency { FREQUENCY_UNSET, FREQUENCIES(CHOICE_ID) };
extern const struct choices frequencies;

/* Whether a count of days skips those on which offices are closed. */
#define DAY_COUNTS(ROW)                                                         \
	ROW(DAY_COUNT_CALENDAR, "calendar", "日", "calendar days", "天|自然日") \
	ROW(DAY_COUNT_WORKING, "working", "工作日", "working days", "个工作日")

enum day_count { DAY_COUNT_UNSET, DAY_COUNTS(CHOICE_ID) };
extern const struct choices day_counts;

/* Where complaints go (监督渠道): of an item, or of a unit for all its items. */
struct supervision {
	const char *phone;
	const char *address;
	const char *mail;
};
extern const struct fields supervision_fields;

#endif
