/*
 * 分类（栏目): a heading of one of the schemes under which items are found.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_CATEGORY_H
#define GK_RECORD_CATEGORY_H

#include "record/choices.h"
#include "record/kind.h"

#define SCHEMES(ROW)                                                                   \
	ROW(SCHEME_ART20, "art20", "条例第二十条", "Article 20", NULL)                 \
	ROW(SCHEME_ART21, "art21", "条例第二十一条", "Article 21", NULL)               \
	ROW(SCHEME_SEVEN, "seven", "七类主动公开", "the seven groups", "七类")         \
	ROW(SCHEME_PILOT, "pilot", "试点领域", "pilot fields", NULL)                   \
	ROW(SCHEME_WELFARE, "welfare", "社会公益七领域", "fields of public welfare",   \
	    NULL)                                                                      \
	ROW(SCHEME_PROJECT, "project", "重大项目八类", "kinds of project information", \
	    NULL)                                                                      \
	ROW(SCHEME_GENRE, "genre", "体裁", "genre", NULL)                              \
	ROW(SCHEME_TOPIC, "topic", "专题", "campaign", NULL)                           \
	ROW(SCHEME_LOCAL, "local", "本地", "local", NULL)

enum scheme { SCHEME_UNSET, SCHEMES(CHOICE_ID) };
extern const struct choices category_schemes;

/* Kind of portal column: the inspectors' thresholds go by it. */
#define COLUMN_TYPES(ROW)                                          \
	ROW(COLUMN_DYNAMIC, "dynamic", "动态要闻", "news", NULL)   \
	ROW(COLUMN_NOTICE, "notice", "通知公告", "notices", NULL)  \
	ROW(COLUMN_POLICY, "policy", "政策文件", "policies", NULL) \
	ROW(COLUMN_STATIC, "static", "概况信息", "standing information", NULL)

enum column_type { COLUMN_UNSET, COLUMN_TYPES(CHOICE_ID) };
extern const struct choices column_types;

/* 是否必设 */
#define REQUIREMENTS(ROW)                                                         \
	ROW(REQUIREMENT_YES, "yes", "必须有内容", "must have content", "是|必设") \
	ROW(REQUIREMENT_IF_ANY, "if-any", "有则公开", "where there is any", NULL)

enum requirement { REQUIREMENT_UNSET, REQUIREMENTS(CHOICE_ID) };
extern const struct choices category_requirements;

struct column {
	const char *name;
	const char *url;
	int type; /* enum column_type */
};

struct category {
	struct common common;
	const char *name;
	const char *parent; /* category id */
	int scheme;         /* enum scheme */
	const char *article;
	struct column column;
	int frequency;      /* enum frequency */
	const char *keeper; /* unit id */
	int required;       /* enum requirement */
};

extern const struct kind category_kind;

#endif
