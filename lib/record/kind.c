#include "record/kind.h"

#include <string.h>

#include "base/utf8.h"
#include "record/path.h"

static const struct field waiver_items[] = {
	FIELD(struct waiver, rule, STRING, "rule", "规则", "rule", .need = NEED_REQUIRED,
	      .max = 60),
	FIELD(struct waiver, reason, TEXT, "reason", "理由", "reason",
	      .need = NEED_REQUIRED),
	FIELD(struct waiver, by, STRING, "by", "批准人", "approved by",
	      .need = NEED_REQUIRED, .max = 50),
	FIELD(struct waiver, date, DATE, "date", "日期", "date", .need = NEED_REQUIRED,
	      .flags = FIELD_PAST),
	FIELD(struct waiver, until, DATE, "until", "截止", "until"),
};
static const struct fields waiver_fields = FIELDS(waiver_items, struct waiver);

static const struct field voided_items[] = {
	FIELD(struct voided, date, DATE, "date", "作废日期", "voided on",
	      .need = NEED_REQUIRED, .flags = FIELD_PAST | FIELD_INDEXED),
	FIELD(struct voided, by, STRING, "by", "作废人", "voided by",
	      .need = NEED_REQUIRED, .max = 50),
	FIELD(struct voided, reason, TEXT, "reason", "作废理由", "reason",
	      .need = NEED_REQUIRED),
};
static const struct fields voided_fields = FIELDS(voided_items, struct voided);

static const struct field common_items[] = {
	FIELD(struct common, id, STRING, "id", "编号", "id", .need = NEED_REQUIRED,
	      .vis = VIS_PUBLIC, .max = 63, .hint_zh = "由 gk 给出，与文件路径一致。",
	      .hint_en = "Given by gk; the path follows from it."),
	FIELD(struct common, created, DATE, "created", "登记日期", "registered on",
	      .need = NEED_DERIVED, .flags = FIELD_PAST | FIELD_INDEXED, .law = "条例45"),
	FIELD(struct common, entered_by, STRING, "entered-by", "录入人", "entered by",
	      .need = NEED_DERIVED, .max = 50, .hint_zh = "录入的人，不是审批的人。",
	      .hint_en = "Who typed it, not who approved it."),
	FIELD(struct common, note, TEXT, "note", "备注", "note"),
	FIELD(struct common, tags, REFS, "tags", "专题", "special topics",
	      .vis = VIS_PUBLIC, .ref = "category", .flags = FIELD_ALIAS | FIELD_INDEXED,
	      .law = "国办发〔2017〕47号 专题专栏"),
	FIELD(struct common, waive, LIST, "waive", "豁免校验", "waivers",
	      .sub = &waiver_fields, .flags = FIELD_OWN_RULE),
	FIELD_SUB(struct common, voided, &voided_fields, "voided", "作废", "voided"),
	FIELD(struct common, moved_to, REF, "moved-to", "改编为", "moved to"),
	FIELD(struct common, events, LIST, "events", "办理记录", "events",
	      .need = NEED_DERIVED, .vis = VIS_PUBLIC, .sub = &event_fields,
	      .law = "条例45", .hint_zh = "由 gk 追加，不手工改动。",
	      .hint_en = "Appended by gk, never changed by hand."),
};
const struct fields common_fields = FIELDS(common_items, struct common);

/* 事项 for 公开事项: the one kind whose Chinese name holds the text. */
static const struct kind *only_holding(const struct kind_set *set, const char *text)
{
	const struct kind *found = NULL;

	if (utf8_count(text, strlen(text)) < 2)
		return NULL;
	for (size_t i = 0; i < set->count; i++) {
		if (!strstr(set->items[i]->zh, text))
			continue;
		if (found)
			return NULL;
		found = set->items[i];
	}
	return found;
}

const struct kind *kind_set_find(const struct kind_set *set, const char *name)
{
	for (size_t i = 0; i < set->count; i++) {
		const struct kind *kind = set->items[i];

		if (strcmp(kind->name, name) == 0 || strcmp(kind->zh, name) == 0 ||
		    strcmp(kind->dir, name) == 0)
			return kind;
	}
	return only_holding(set, name);
}

const struct kind *kind_find(const char *name)
{
	struct kind_set set = { 0 };

	set.items = kinds(&set.count);
	return kind_set_find(&set, name);
}

const struct kind *kind_of_ref(const struct kind *own, const char *ref)
{
	return !ref || strcmp(ref, own->name) == 0 ? own : kind_find(ref);
}

const struct field *kind_field(const struct kind *kind, const char *path, bool labels)
{
	struct field_path way;

	return field_path_find(kind, path, labels, &way) ? way.steps[way.count - 1]
							 : NULL;
}

bool kind_has_act(const struct kind *kind, enum act act)
{
	for (const enum act *a = kind->acts; a && *a != ACT_NONE; a++)
		if (*a == act)
			return true;
	return false;
}
