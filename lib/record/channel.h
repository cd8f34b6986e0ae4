/*
 * 渠道: where information appears.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_CHANNEL_H
#define GK_RECORD_CHANNEL_H

#include "record/choices.h"
#include "record/kind.h"

/* The thirteen boxes of the standard catalogue, in its order. */
#define CHANNEL_KINDS(ROW)                                                               \
	ROW(CHANNEL_WEBSITE, "website", "政府网站", "government website", NULL)          \
	ROW(CHANNEL_GAZETTE, "gazette", "政府公报", "gazette", NULL)                     \
	ROW(CHANNEL_NEW_MEDIA, "new-media", "两微一端", "new media", "一微一端")         \
	ROW(CHANNEL_PRESS, "press", "发布会/听证会", "press conference, hearing", NULL)  \
	ROW(CHANNEL_BROADCAST, "broadcast", "广播电视", "radio, television", "广播电台") \
	ROW(CHANNEL_PRINT, "print", "纸质媒体", "print", NULL)                           \
	ROW(CHANNEL_READING, "reading", "公开查阅点", "reading place", NULL)             \
	ROW(CHANNEL_SERVICE_HALL, "service-hall", "政务服务中心", "service hall",        \
	    "政府服务中心|行政服务中心")                                                 \
	ROW(CHANNEL_SERVICE_STATION, "service-station", "便民服务站", "service station", \
	    "基层公共服务平台")                                                          \
	ROW(CHANNEL_HOME, "home", "入户/现场", "at home, on site", NULL)                 \
	ROW(CHANNEL_BOARD, "board", "社区/企事业单位/村公示栏（电子屏）",                \
	    "notice board", "村公示栏|镇村公示公开栏|公示栏")                            \
	ROW(CHANNEL_PUSH, "push", "精准推送", "push", NULL)                              \
	ROW(CHANNEL_OTHER, "other", "其他", "other", NULL)

enum channel_kind_value { CHANNEL_UNSET, CHANNEL_KINDS(CHOICE_ID) };
extern const struct choices channel_kinds;

#define CHANNEL_FORMS(ROW)                                                              \
	ROW(CHANNEL_FORM_PORTAL_COLUMN, "portal-column", "门户网站栏目",                \
	    "portal column", NULL)                                                      \
	ROW(CHANNEL_FORM_WECHAT, "wechat", "微信公众号", "WeChat account", "微信")      \
	ROW(CHANNEL_FORM_WEIBO, "weibo", "微博", "Weibo", NULL)                         \
	ROW(CHANNEL_FORM_VIDEO, "video", "抖音/视频号", "video account", "抖音|视频号") \
	ROW(CHANNEL_FORM_APP, "app", "客户端", "app", NULL)                             \
	ROW(CHANNEL_FORM_SMS, "sms", "短信", "text message", NULL)                      \
	ROW(CHANNEL_FORM_DTV, "dtv", "数字电视", "digital television", NULL)            \
	ROW(CHANNEL_FORM_RADIO, "radio", "广播", "radio", NULL)                         \
	ROW(CHANNEL_FORM_LOUDSPEAKER, "loudspeaker", "村村响（大喇叭）", "loudspeaker", \
	    "村村响|大喇叭")                                                            \
	ROW(CHANNEL_FORM_E_SCREEN, "e-screen", "电子屏", "screen", "电子显示屏")        \
	ROW(CHANNEL_FORM_OUTER_WALL, "outer-wall", "外墙公开栏",                        \
	    "board on the outer wall", NULL)                                            \
	ROW(CHANNEL_FORM_HALL, "hall", "大厅公开栏", "board in the hall", NULL)         \
	ROW(CHANNEL_FORM_INNER_BOARD, "inner-board", "对内公开栏", "board for staff",   \
	    NULL)                                                                       \
	ROW(CHANNEL_FORM_VILLAGE_BOARD, "village-board", "村务公开栏", "village board", \
	    NULL)                                                                       \
	ROW(CHANNEL_FORM_MEETING, "meeting", "会议", "meeting", NULL)                   \
	ROW(CHANNEL_FORM_BRIEFING, "briefing", "吹风会", "briefing", NULL)              \
	ROW(CHANNEL_FORM_LEAFLET, "leaflet", "宣传手册（明白纸）", "leaflet",           \
	    "宣传手册|明白纸")                                                          \
	ROW(CHANNEL_FORM_VEHICLE, "vehicle", "宣传车", "loudspeaker van", NULL)         \
	ROW(CHANNEL_FORM_SHOW, "show", "文艺宣传", "stage show", NULL)                  \
	ROW(CHANNEL_FORM_GROUP, "group", "微信群", "chat group", NULL)                  \
	ROW(CHANNEL_FORM_ARCHIVE, "archive", "档案馆", "archive", NULL)                 \
	ROW(CHANNEL_FORM_LIBRARY, "library", "图书馆", "library", NULL)

enum channel_form { CHANNEL_FORM_UNSET, CHANNEL_FORMS(CHOICE_ID) };
extern const struct choices channel_forms;

#define CHANNEL_STATES(ROW)                                       \
	ROW(CHANNEL_ACTIVE, "active", "运行", "active", NULL)     \
	ROW(CHANNEL_MERGED, "merged", "已整合", "merged", "整合") \
	ROW(CHANNEL_CLOSED, "closed", "已注销", "closed", "注销")

enum channel_state { CHANNEL_STATE_UNSET, CHANNEL_STATES(CHOICE_ID) };
extern const struct choices channel_states;

struct filed {
	const char *number;
	struct date date;
};

struct channel {
	struct common common;
	const char *name;
	int kind;      /* enum channel_kind_value */
	int form;      /* enum channel_form */
	int statutory; /* enum answer: what is printed; channel_is_statutory decides */
	const char *place;
	const char *url;
	const char *account;
	struct filed filed;
	const char *owner;
	const char *admin;
	const char *reviewer;
	struct number max_silence; /* days */
	int state;                 /* enum channel_state */
};

extern const struct kind channel_kind;

/**
 * Whether what appears there discharges the duty of 条例 Arts 23 to 25: a leaflet, a van,
 * a show, a chat group and the board for staff do not.
 */
bool channel_is_statutory(const struct channel *channel);

#endif
