#include "record/catalogue.h"
#include "record/category.h"
#include "record/channel.h"
#include "record/document.h"
#include "record/item.h"
#include "record/kind.h"
#include "record/report.h"
#include "record/unit.h"

static const struct kind *const all_kinds[] = {
	&item_kind,     &document_kind, &catalogue_kind, &unit_kind,
	&category_kind, &channel_kind,  &report_kind,
};

const struct kind *const *kinds(size_t *count)
{
	*count = ARRAY_LEN(all_kinds);
	return all_kinds;
}
