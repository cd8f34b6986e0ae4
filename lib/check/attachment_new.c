#include "check/attachments.h"
#include "check/check.h"
#include "check/privacy.h"

/* What the record says may be public. */
static bool is_lifted(const struct record *record, enum rule_id rule)
{
	unsigned int lifted = privacy_lifted(record);

	for (enum personal_kind kind = 0; kind < PERSONAL_KIND_COUNT; kind++)
		if (privacy_rule(kind) == rule)
			return (lifted >> (unsigned int)kind & 1U) != 0;
	return false;
}

void check_new_attachment(const struct catalogue *catalogue, const struct record *record,
			  const struct check_file *file, struct findings *out)
{
	struct strings texts = privacy_allowed(out->arena, catalogue->config);
	const struct personal_allowed allowed = { .texts = &texts };
	const struct attachment_file asked = { .path = file->path,
					       .bytes = file->bytes,
					       .len = file->len,
					       .inspector = catalogue->inspector,
					       .allowed = &allowed };
	struct findings found = FINDINGS(out->arena);

	if (!asked.inspector || !attachment_examine(&asked, &found))
		return;
	for (size_t i = 0; i < found.count; i++) {
		struct finding finding = found.items[i];

		if (is_lifted(record, finding.rule))
			continue;
		finding.about = finding_about(out, record);
		findings_push(out, &finding);
	}
}
