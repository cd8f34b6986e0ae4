#include "check/check_private.h"

void check_reading(struct findings *out, const struct record *record)
{
	static const struct catalogue_config defaults;
	struct findings claims = FINDINGS(out->arena);
	const struct within within = {
		.record = record, .config = &defaults, .out = out, .claims = &claims
	};

	(void)finding_about(out, record);
	check_shape(&within);
}
