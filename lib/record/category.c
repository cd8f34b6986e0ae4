#include "record/category.h"

static const struct choice scheme_rows[] = { SCHEMES(CHOICE_ROW) };
const struct choices category_schemes = CHOICES(scheme_rows);

static const struct choice column_type_rows[] = { COLUMN_TYPES(CHOICE_ROW) };
const struct choices column_types = CHOICES(column_type_rows);

static const struct choice requirement_rows[] = { REQUIREMENTS(CHOICE_ROW) };
const struct choices category_requirements = CHOICES(requirement_rows);

static const struct field column_fields[] = {
	FIELD(struct column, name, STRING, "name", "栏目名称", "name",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .flags = FIELD_INDEXED),
	FIELD(struct column, url, URL, "url", "栏目网址", "address", .vis = VIS_PUBLIC),
	FIELD(struct column, type, CHOICE, "type", "栏目类型", "type", .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED, .choices = &column_types,
	      .law = "国办秘函〔2019〕19号", .hint_zh = "更新阈值按类型计算。",
	      .hint_en = "Decides how long it may stand still."),
};
static const struct fields column_table = FIELDS(column_fields, struct column);

static const struct field category_fields[] = {
	FIELD(struct category, name, STRING, "name", "名称", "name",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 100,
	      .flags = FIELD_TITLE | FIELD_NAME | FIELD_INDEXED | FIELD_SEARCHED |
		       FIELD_ASKED),
	FIELD(struct category, parent, REF, "parent", "上级分类", "parent",
	      .vis = VIS_PUBLIC, .ref = "category", .flags = FIELD_ALIAS | FIELD_INDEXED),
	FIELD(struct category, scheme, CHOICE, "scheme", "分类依据", "scheme",
	      .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &category_schemes,
	      .law = "条例20、21"),
	FIELD(struct category, article, STRING, "article", "对应条款", "article",
	      .vis = VIS_PUBLIC, .flags = FIELD_INDEXED, .hint_zh = "如 20(七)。",
	      .hint_en = "As 20(七)."),
	FIELD_SUB(struct category, column, &column_table, "column", "网站栏目",
		  "column of the portal", .vis = VIS_PUBLIC, .flags = FIELD_SHORTHAND,
		  .law = "国办秘函〔2019〕19号"),
	FIELD(struct category, frequency, CHOICE, "frequency", "更新频次", "update cycle",
	      .vis = VIS_PUBLIC, .flags = FIELD_INDEXED, .choices = &frequencies),
	FIELD(struct category, keeper, REF, "keeper", "维护单位", "keeper",
	      .need = NEED_REQUIRED, .ref = "unit",
	      .flags = FIELD_ALIAS | FIELD_INDEXED | FIELD_ASKED,
	      .law = "常家镇2021年方案 二(二)"),
	FIELD(struct category, required, CHOICE, "required", "是否必设",
	      "must have content", .need = NEED_REQUIRED,
	      .flags = FIELD_INDEXED | FIELD_ASKED, .choices = &category_requirements,
	      .law = "国办秘函〔2019〕19号 空白栏目"),
};

const struct kind category_kind = {
	.name = "category",
	.zh = "分类",
	.en = "category",
	.dir = "categories",
	.id_form = ID_CODE,
	.store = STORE_PUBLIC,
	.fields = FIELDS(category_fields, struct category),
};
