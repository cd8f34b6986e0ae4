#include "check/check_private.h"

bool is_read(const struct record *record)
{
	if (!record->tree.bytes)
		return true;
	return record->tree.root && record->tree.root->type == YAML_MAPPING;
}

/* Of a record that was read and is no stub. */
static void (*const checks[])(const struct within *) = {
	check_elements, check_disclosure, check_publication, check_timing,
	check_files,    check_links,      check_review,      check_figures,
	check_bases,    check_numbers,    check_normative,   check_service,
	check_words,    check_privacy,    check_cited,
};

void check_within(const struct within *w)
{
	(void)finding_about(w->out, w->record);
	w->claims->about = w->out->about;
	check_shape(w);
	if (!is_read(w->record))
		return;
	check_needs(w);
	check_waivers(w);
	check_secrecy(w);
	if (is_stub(w->record))
		return;
	for (size_t i = 0; i < ARRAY_LEN(checks); i++)
		checks[i](w);
}

void check_record(struct findings *out, const struct record *record,
		  const struct catalogue_config *config)
{
	static const struct catalogue_config defaults;
	struct findings claims = FINDINGS(out->arena);
	const struct within within = { .record = record,
				       .config = config ? config : &defaults,
				       .out = out,
				       .claims = &claims };

	check_within(&within);
}

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
