#include "record/unit.h"

static const struct choice unit_kind_rows[] = { UNIT_KINDS(CHOICE_ROW) };
const struct choices unit_kinds = CHOICES(unit_kind_rows);

static const struct field subject_fields[] = {
	FIELD(struct unit_subject, value, CHOICE, "value", "能否作公开主体",
	      "may be the subject", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED, .choices = &yes_no),
	FIELD(struct unit_subject, law, STRING, "law", "主体依据", "by which law",
	      .vis = VIS_PUBLIC),
};
static const struct fields subject_table = FIELDS(subject_fields, struct unit_subject);

static const struct field defaults_fields[] = {
	FIELD(struct unit_defaults, duty, TEXT, "duty", "统一办事职责", "duty",
	      .vis = VIS_PUBLIC),
	FIELD(struct unit_defaults, discipline, TEXT, "discipline", "统一办事纪律",
	      "discipline", .vis = VIS_PUBLIC),
	FIELD_SUB(struct unit_defaults, supervision, &supervision_fields, "supervision",
		  "统一监督渠道", "complaints", .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND),
	FIELD(struct unit_defaults, channels, REFS, "channels", "常用公开渠道",
	      "usual channels", .vis = VIS_PUBLIC, .ref = "channel",
	      .flags = FIELD_ONE_AS_LIST | FIELD_ALIAS | FIELD_INDEXED),
};
static const struct fields defaults_table = FIELDS(defaults_fields, struct unit_defaults);

static const struct field unit_fields[] = {
	FIELD(struct unit, name, STRING, "name", "名称", "name", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC, .max = 100,
	      .flags = FIELD_TITLE | FIELD_NAME | FIELD_INDEXED | FIELD_SEARCHED |
		       FIELD_ASKED,
	      .law = "条例20(二)"),
	FIELD(struct unit, short_, STRING, "short", "简称", "short name",
	      .vis = VIS_PUBLIC, .flags = FIELD_NAME | FIELD_INDEXED | FIELD_SEARCHED),
	FIELD(struct unit, aliases, STRINGS, "aliases", "别称", "other names",
	      .vis = VIS_PUBLIC,
	      .flags = FIELD_ONE_AS_LIST | FIELD_ALIAS | FIELD_INDEXED | FIELD_SEARCHED,
	      .law = "东政发〔2018〕112号 括号内责任单位",
	      .hint_zh = "文件里用过的其他叫法，录入时都能识别。",
	      .hint_en = "Other names found in papers; all of them are understood on "
			 "input."),
	FIELD(struct unit, kind, CHOICE, "kind", "类别", "kind of unit",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &unit_kinds,
	      .law = "条例10、55；区政务公开工作计划 十六"),
	FIELD_SUB(struct unit, subject, &subject_table, "subject", "公开主体资格",
		  "disclosing body", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
		  .flags = FIELD_SHORTHAND | FIELD_ASKED, .law = "条例10",
		  .hint_zh = "行政机关以及法律授权的组织才能作公开主体。",
		  .hint_en = "Only an organ, or a body that a law empowers, may be one."),
	FIELD(struct unit, head, STRING, "head", "负责人", "head", .need = NEED_REQUIRED,
	      .law = "条例20(二)"),
	FIELD(struct unit, clerk, STRING, "clerk", "信息员", "disclosure clerk",
	      .need = NEED_REQUIRED),
	FIELD(struct unit, leader, STRING, "leader", "分管领导", "leader in charge"),
	FIELD(struct unit, phone, STRING, "phone", "电话", "telephone", .vis = VIS_PUBLIC,
	      .flags = FIELD_CONTACT, .law = "条例20(二)"),
	FIELD(struct unit, place, STRING, "place", "地点", "place", .vis = VIS_PUBLIC,
	      .flags = FIELD_CONTACT, .law = "条例20(二)"),
	FIELD(struct unit, hours, STRING, "hours", "办公时间", "hours", .vis = VIS_PUBLIC,
	      .law = "条例20(二)"),
	FIELD_SUB(struct unit, defaults, &defaults_table, "defaults", "事项默认内容",
		  "defaults of its items", .vis = VIS_PUBLIC,
		  .hint_zh = "事项写 {default: unit} 或者不填时采用。",
		  .hint_en = "Taken by items that say {default: unit} or nothing."),
	FIELD(struct unit, columns, REFS, "columns", "维护栏目", "columns kept",
	      .ref = "category", .flags = FIELD_ONE_AS_LIST | FIELD_ALIAS | FIELD_INDEXED,
	      .law = "常家镇2021年方案 二(二)"),
	FIELD(struct unit, from, DATE, "from", "设立日期", "since"),
	FIELD(struct unit, to, DATE, "to", "撤销日期", "until", .flags = FIELD_INDEXED),
	FIELD(struct unit, successor, REF, "successor", "职能承接单位", "successor",
	      .ref = "unit", .flags = FIELD_ALIAS | FIELD_INDEXED),
};

const struct kind unit_kind = {
	.name = "unit",
	.zh = "单位",
	.en = "unit",
	.dir = "units",
	.id_form = ID_CODE,
	.store = STORE_PUBLIC,
	.fields = FIELDS(unit_fields, struct unit),
};
