#include "record/disclosure.h"

#include "law/ground.h"
#include "record/kind.h"

static const struct choice attribute_rows[] = { ATTRIBUTES(CHOICE_ROW) };
const struct choices disclosure_attributes = CHOICES(attribute_rows);

static const struct choice ground_rows[] = { GROUNDS(CHOICE_ROW) };
const struct choices disclosure_grounds = CHOICES(ground_rows);

static const struct choice decided_role_rows[] = {
	CHOICE("drafter", "拟稿人", "drafter"),
	CHOICE("reviewer", "审核人", "reviewer"),
	CHOICE("signer", "签发人", "signer"),
};
static const struct choices decided_roles = CHOICES(decided_role_rows);

const struct disclosure *disclosure_of(const void *record)
{
	return (const void *)((const char *)record + DISCLOSED_OFFSET);
}

static bool ground_applies(const void *record)
{
	int attribute = disclosure_of(record)->attribute;

	return attribute == ATTRIBUTE_ON_REQUEST || attribute == ATTRIBUTE_EXEMPT;
}

/* 条例 Art 16 says 可以: the choice has to be justified, and so has the harm of 14(三) and 15. */
static bool reason_applies(const void *record)
{
	const struct disclosure *disclosure = disclosure_of(record);
	const char *code = choice_code(&disclosure_grounds, disclosure->ground.code);
	const struct ground *ground = code ? ground_find(code) : NULL;

	if (!ground_applies(record))
		return false;
	return disclosure->attribute == ATTRIBUTE_ON_REQUEST ||
	       (ground && ground->needs_reason);
}

static const struct field ground_fields[] = {
	FIELD(struct disclosure_ground, code, CHOICE, "code", "法定事由", "ground",
	      .need = NEED_CONDITIONAL, .applies = ground_applies,
	      .when_zh = "不予公开或依申请公开", .when_en = "exempt or on request",
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &disclosure_grounds,
	      .law = "条例13—16、36(七)", .hint_zh = "国家秘密不得录入本系统。",
	      .hint_en = "State secrets must not be entered here at all."),
	FIELD(struct disclosure_ground, basis, STRING, "basis", "依据条款", "article",
	      .need = NEED_CONDITIONAL, .vis = VIS_PUBLIC, .applies = ground_applies,
	      .when_zh = "不予公开或依申请公开", .when_en = "exempt or on request",
	      .flags = FIELD_ASKED, .law = "常家镇2021年方案 三(一) 依据充分"),
	FIELD(struct disclosure_ground, reason, TEXT, "reason", "具体理由", "facts",
	      .need = NEED_CONDITIONAL, .applies = reason_applies,
	      .when_zh = "法律规定“可以”不公开、须说明危害或者依申请公开",
	      .when_en =
		      "where the law says 可以, harm must be shown, or it is on request",
	      .flags = FIELD_ASKED, .law = "条例16",
	      .hint_zh = "写明事实，不少于10个字，不对外公开。",
	      .hint_en = "The facts, at least ten characters; never disclosed."),
};
static const struct fields ground_table = FIELDS(ground_fields, struct disclosure_ground);

static const struct field decided_fields[] = {
	FIELD(struct decided, name, STRING, "name", "姓名", "name",
	      .need = NEED_REQUIRED),
	FIELD(struct decided, role, CHOICE, "role", "身份", "role",
	      .choices = &decided_roles),
	FIELD(struct decided, date, DATE, "date", "日期", "date", .flags = FIELD_PAST),
};
static const struct fields decided_table = FIELDS(decided_fields, struct decided);

static const struct field disclosure_rows[] = {
	FIELD(struct disclosure, attribute, CHOICE, "attribute", "公开属性", "disclosure",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &disclosure_attributes,
	      .law = "条例13；镇政务公开工作措施 五(一)；常家镇2021年方案 三(一)",
	      .hint_zh = "拟稿时即确定；以公开为常态、不公开为例外。",
	      .hint_en = "Decided when drafted; disclosure is the rule."),
	FIELD_SUB(struct disclosure, ground, &ground_table, "ground", "不公开事由",
		  "ground for not disclosing", .need = NEED_CONDITIONAL,
		  .vis = VIS_PUBLIC, .applies = ground_applies,
		  .when_zh = "不予公开或依申请公开", .when_en = "exempt or on request",
		  .flags = FIELD_SHORTHAND | FIELD_ASKED, .law = "条例13—16、36(七)"),
	FIELD(struct disclosure, by, LIST, "by", "属性确定人", "decided by",
	      .need = NEED_DERIVED, .sub = &decided_table, .flags = FIELD_SHORTHAND,
	      .law = "常家镇2021年方案 源头认定",
	      .hint_zh = "不填时以审查记录中的拟稿、审核、签发人为准。",
	      .hint_en = "Where absent, the persons of the clearance."),
};
const struct fields disclosure_fields = FIELDS(disclosure_rows, struct disclosure);
