#include "record/attachment.h"

static const struct choice role_rows[] = { ATTACHMENT_ROLES(CHOICE_ROW) };
const struct choices attachment_roles = CHOICES(role_rows);

static const struct choice openness_rows[] = { OPENNESS(CHOICE_ROW) };
static const struct choices openness = CHOICES(openness_rows);

static const struct choice method_rows[] = {
	CHOICE("opened", "打开查看", "opened and read"),
	CHOICE("ocr", "文字识别", "text recognition"),
};
static const struct choices check_methods = CHOICES(method_rows);

static bool role_is_public(int role)
{
	return role != ATTACHMENT_UNSET && role != ATTACHMENT_ORIGINAL &&
	       role != ATTACHMENT_APPROVAL && role != ATTACHMENT_PROOF &&
	       role != ATTACHMENT_CONSENT;
}

bool attachment_is_public(const struct attachment *attachment)
{
	if (attachment->role == ATTACHMENT_UNSET ||
	    attachment->role == ATTACHMENT_APPROVAL)
		return false;
	if (attachment->visibility == OPEN_UNSET)
		return role_is_public(attachment->role);
	return attachment->visibility == OPEN_PUBLIC;
}

static bool entry_is_public(const void *entry)
{
	return attachment_is_public(entry);
}

static const struct field checked_fields[] = {
	FIELD(struct checked, by, STRING, "by", "核查人", "by", .need = NEED_REQUIRED),
	FIELD(struct checked, date, DATE, "date", "核查日期", "date",
	      .need = NEED_REQUIRED, .flags = FIELD_PAST),
	FIELD(struct checked, method, CHOICE, "method", "核查方式", "method",
	      .need = NEED_REQUIRED, .choices = &check_methods),
};
static const struct fields checked_table = FIELDS(checked_fields, struct checked);

static const struct field attachment_rows[] = {
	FIELD(struct attachment, file, STRING, "file", "文件", "file",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 100, .flags = FIELD_FILE,
	      .hint_zh = "存放在 attachments/编号/ 下的短文件名。",
	      .hint_en = "The short name under attachments/<id>/."),
	FIELD(struct attachment, title, STRING, "title", "附件标题", "title",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 200,
	      .flags = FIELD_SEARCHED),
	FIELD(struct attachment, role, CHOICE, "role", "附件用途", "role",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .choices = &attachment_roles,
	      .hint_zh = "审批单任何时候都不对外。",
	      .hint_en = "An approval slip never leaves the office."),
	FIELD(struct attachment, visibility, CHOICE, "visibility", "是否对外",
	      "visibility", .need = NEED_DERIVED, .choices = &openness,
	      .hint_zh = "不填时按用途：审批单、佐证、第三方意见、原文件不对外。",
	      .hint_en = "By role where absent: approvals, proofs, opinions and "
			 "originals stay inside."),
	FIELD(struct attachment, pages, INT, "pages", "页数", "pages", .vis = VIS_PUBLIC),
	FIELD(struct attachment, sha256, STRING, "sha256", "文件校验值", "hash",
	      .need = NEED_DERIVED, .vis = VIS_PUBLIC, .max = 64),
	FIELD_SUB(struct attachment, checked, &checked_table, "checked", "人工核查",
		  "checked by eye", .hint_zh = "扫描件、旧格式文件和视频须由人打开看过。",
		  .hint_en =
			  "Scans, old formats and videos must be looked at by a person."),
};
const struct fields attachment_table = {
	.items = attachment_rows,
	.count = ARRAY_LEN(attachment_rows),
	.size = sizeof(struct attachment),
	.entry_is_public = entry_is_public,
};
