#include "record/channel.h"

static const struct choice channel_kind_rows[] = { CHANNEL_KINDS(CHOICE_ROW) };
const struct choices channel_kinds = CHOICES(channel_kind_rows);

static const struct choice channel_form_rows[] = { CHANNEL_FORMS(CHOICE_ROW) };
const struct choices channel_forms = CHOICES(channel_form_rows);

static const struct choice channel_state_rows[] = { CHANNEL_STATES(CHOICE_ROW) };
const struct choices channel_states = CHOICES(channel_state_rows);

/* What is asked of a channel by its form, and whether it counts for 条例 Arts 23 to 25. */
enum form_trait {
	NEEDS_PLACE = 1 << 0,
	NEEDS_URL = 1 << 1,
	NEEDS_ACCOUNT = 1 << 2,
	NOT_STATUTORY = 1 << 3,
};

static const unsigned char form_traits[] = {
	[CHANNEL_FORM_PORTAL_COLUMN] = NEEDS_URL,
	[CHANNEL_FORM_WECHAT] = NEEDS_ACCOUNT,
	[CHANNEL_FORM_WEIBO] = NEEDS_ACCOUNT,
	[CHANNEL_FORM_VIDEO] = NEEDS_ACCOUNT,
	[CHANNEL_FORM_APP] = NEEDS_ACCOUNT,
	[CHANNEL_FORM_E_SCREEN] = NEEDS_PLACE,
	[CHANNEL_FORM_OUTER_WALL] = NEEDS_PLACE,
	[CHANNEL_FORM_HALL] = NEEDS_PLACE,
	[CHANNEL_FORM_INNER_BOARD] = NEEDS_PLACE | NOT_STATUTORY,
	[CHANNEL_FORM_VILLAGE_BOARD] = NEEDS_PLACE,
	[CHANNEL_FORM_LEAFLET] = NOT_STATUTORY,
	[CHANNEL_FORM_VEHICLE] = NOT_STATUTORY,
	[CHANNEL_FORM_SHOW] = NOT_STATUTORY,
	[CHANNEL_FORM_GROUP] = NOT_STATUTORY,
	[CHANNEL_FORM_ARCHIVE] = NEEDS_PLACE,
	[CHANNEL_FORM_LIBRARY] = NEEDS_PLACE,
};

static bool form_is(const struct channel *channel, enum form_trait trait)
{
	size_t form = (size_t)channel->form;

	return form < ARRAY_LEN(form_traits) && (form_traits[form] & trait);
}

bool channel_is_statutory(const struct channel *channel)
{
	return channel->form != CHANNEL_FORM_UNSET && !form_is(channel, NOT_STATUTORY);
}

static bool place_applies(const void *record)
{
	return form_is(record, NEEDS_PLACE);
}

static bool url_applies(const void *record)
{
	return form_is(record, NEEDS_URL);
}

static bool account_applies(const void *record)
{
	return form_is(record, NEEDS_ACCOUNT);
}

static bool is_new_media(const void *record)
{
	return ((const struct channel *)record)->kind == CHANNEL_NEW_MEDIA;
}

static const struct field filed_fields[] = {
	FIELD(struct filed, number, STRING, "number", "备案编号", "number",
	      .need = NEED_REQUIRED),
	FIELD(struct filed, date, DATE, "date", "备案日期", "date", .flags = FIELD_PAST),
};
static const struct fields filed_table = FIELDS(filed_fields, struct filed);

static const struct field channel_fields[] = {
	FIELD(struct channel, name, STRING, "name", "名称", "name", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC, .max = 100,
	      .flags = FIELD_TITLE | FIELD_NAME | FIELD_INDEXED | FIELD_SEARCHED |
		       FIELD_ASKED),
	FIELD(struct channel, kind, CHOICE, "kind", "渠道类别", "kind of channel",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &channel_kinds,
	      .law = "标准目录 公开渠道和载体"),
	FIELD(struct channel, form, CHOICE, "form", "具体形式", "form",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &channel_forms,
	      .law = "镇政务公开工作措施 五；常家镇2021年方案；区政务公开工作计划 "
		     "三；东政发〔2018〕112号；下达河乡2018年年报 二"),
	FIELD(struct channel, statutory, CHOICE, "statutory", "是否法定渠道",
	      "counts for Articles 23 to 25", .need = NEED_DERIVED, .vis = VIS_PUBLIC,
	      .choices = &yes_no, .law = "条例23—25",
	      .hint_zh = "由具体形式决定：宣传册、宣传车、文艺宣传、微信群和对内公开栏不"
			 "算。",
	      .hint_en = "Follows from the form: leaflets, vans, shows, chat groups and "
			 "boards for staff do not count."),
	FIELD(struct channel, place, STRING, "place", "地点", "place",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = place_applies,
	      .when_zh = "公开栏、电子屏、档案馆、图书馆",
	      .when_en = "boards, screens, archives, libraries",
	      .flags = FIELD_CONTACT | FIELD_ASKED),
	FIELD(struct channel, url, URL, "url", "网址", "address",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = url_applies,
	      .when_zh = "门户网站栏目", .when_en = "portal columns",
	      .flags = FIELD_ASKED),
	FIELD(struct channel, account, STRING, "account", "账号", "account",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = account_applies,
	      .when_zh = "微信、微博、视频号、客户端",
	      .when_en = "WeChat, Weibo, video accounts, apps",
	      .flags = FIELD_CONTACT | FIELD_ASKED),
	FIELD_SUB(struct channel, filed, &filed_table, "filed", "备案", "filing",
		  .need = NEED_CONDITIONAL, .applies = is_new_media, .when_zh = "新媒体",
		  .when_en = "new media", .flags = FIELD_SHORTHAND,
		  .hint_zh = "政务新媒体未备案的要被通报。",
		  .hint_en = "Accounts that are not filed are criticised by name."),
	FIELD(struct channel, owner, STRING, "owner", "主办单位", "owner",
	      .need = NEED_REQUIRED, .law = "谁开设谁管理"),
	FIELD(struct channel, admin, STRING, "admin", "管理员", "administrator",
	      .need = NEED_REQUIRED),
	FIELD(struct channel, reviewer, STRING, "reviewer", "审核人", "reviewer",
	      .need = NEED_REQUIRED),
	FIELD(struct channel, max_silence, INT, "max-silence", "最长不更新天数",
	      "longest silence", .need = NEED_CONDITIONAL, .applies = is_new_media,
	      .when_zh = "新媒体", .when_en = "new media", .flags = FIELD_INDEXED,
	      .law = "国办秘函〔2019〕19号"),
	FIELD(struct channel, state, CHOICE, "state", "运行状态", "state of the channel",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED,
	      .choices = &channel_states),
};

const struct kind channel_kind = {
	.name = "channel",
	.zh = "渠道",
	.en = "channel",
	.dir = "channels",
	.id_form = ID_CODE,
	.store = STORE_PUBLIC,
	.fields = FIELDS(channel_fields, struct channel),
};
