#include "record/choices.h"

static const struct choice yes_no_rows[] = { YES_NO(CHOICE_ROW) };
const struct choices yes_no = CHOICES(yes_no_rows);

static const struct choice stage_rows[] = { STAGES(CHOICE_ROW) };
const struct choices disclosure_stages = CHOICES(stage_rows);

static const struct choice frequency_rows[] = { FREQUENCIES(CHOICE_ROW) };
const struct choices frequencies = CHOICES(frequency_rows);

static const struct choice day_count_rows[] = { DAY_COUNTS(CHOICE_ROW) };
const struct choices day_counts = CHOICES(day_count_rows);

static const struct field supervision_rows[] = {
	FIELD(struct supervision, phone, STRING, "phone", "监督电话",
	      "complaints telephone", .need = NEED_REQUIRED, .vis = VIS_PUBLIC,
	      .flags = FIELD_CONTACT),
	FIELD(struct supervision, address, STRING, "address", "监督地址",
	      "address for complaints", .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
	FIELD(struct supervision, mail, STRING, "mail", "监督邮箱", "mail for complaints",
	      .vis = VIS_PUBLIC, .flags = FIELD_CONTACT),
};
const struct fields supervision_fields = FIELDS(supervision_rows, struct supervision);
