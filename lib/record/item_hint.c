#include "record/item.h"

#include <string.h>

static const struct element_hint basis_hint = {
	.zh = "公开该信息的法律、文件依据，写明名称、条款或文号。",
	.en = "The law or document that requires this to be disclosed, with article or "
	      "number.",
};

static const struct element_hint duty_hint = {
	.zh = "哪个科室负责制作、审查、更新。",
	.en = "Which office makes, reviews and updates it.",
};

static const struct element_hint discipline_hint = {
	.zh = "保密、个人信息保护和廉洁要求，并写监督电话；可用科室统一文本。",
	.en = "Secrecy, personal data, integrity, and the complaints telephone; the "
	      "unit's text will do.",
};

static const struct element_hint service_conditions = {
	.zh = "申请条件：什么人、具备什么条件可以办理。",
	.en = "Who may apply, and on what conditions.",
};

static const struct element_hint list_conditions = {
	.zh = "纳入名单或享受待遇的条件。",
	.en = "The conditions for being listed or receiving the benefit.",
};

static const struct element_hint other_conditions = {
	.zh = "什么情况下产生或更新本信息。",
	.en = "When this information comes about or is updated.",
};

static const struct element_hint service_procedure = {
	.zh = "办理流程：每个环节、办理单位和时限。",
	.en = "The steps of the service, with the office and the time of each.",
};

static const struct element_hint other_procedure = {
	.zh = "拟制、审查、签发、公开、更新的各个环节。",
	.en = "Drafting, review, signing, disclosure and updating.",
};

static const struct element_hint service_result = {
	.zh = "结果文书：申请人拿到什么，在哪里查询。",
	.en = "What the applicant receives, and where it is shown.",
};

static const struct element_hint other_result = {
	.zh = "公开后的载体、查询办法和反馈渠道。",
	.en = "Where it appears, how it is looked up, and how to respond.",
};

static const struct element_hint *conditions_hint(enum item_nature nature)
{
	if (nature == NATURE_SERVICE)
		return &service_conditions;
	return nature == NATURE_LIST ? &list_conditions : &other_conditions;
}

const struct element_hint *element_hint(const char *element, enum item_nature nature)
{
	if (!strcmp(element, "basis"))
		return &basis_hint;
	if (!strcmp(element, "duty"))
		return &duty_hint;
	if (!strcmp(element, "conditions"))
		return conditions_hint(nature);
	if (!strcmp(element, "procedure"))
		return nature == NATURE_SERVICE ? &service_procedure : &other_procedure;
	if (!strcmp(element, "discipline"))
		return &discipline_hint;
	if (!strcmp(element, "result"))
		return nature == NATURE_SERVICE ? &service_result : &other_result;
	return NULL;
}
