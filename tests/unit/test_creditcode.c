#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "law/creditcode.h"

/* Of organs, as public pages print them in index numbers, and the example of the standard. */
static const char *const right[] = { "91350100M000100Y43", "11341702486344515H",
				     "12620600MB0523338C", "11330782322980056Q" };

static void a_code_is_right_by_its_last_character(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(right); i++)
		assert_true(credit_code_is_valid(right[i]));
}

static void any_other_character_in_one_place_is_wrong(void **state)
{
	static const char signs[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	char code[CREDIT_CODE_SIZE + 1];

	(void)state;
	for (size_t at = 0; at < CREDIT_CODE_SIZE; at++) {
		for (const char *sign = signs; *sign; sign++) {
			(void)snprintf(code, sizeof(code), "%s", right[0]);
			if (code[at] == *sign)
				continue;
			code[at] = *sign;
			assert_false(credit_code_is_valid(code));
		}
	}
}

static void what_has_another_form_is_wrong(void **state)
{
	static const char *const wrong[] = { "",
					     "9135",
					     "91350100M000100Y4",
					     "91350100M000100Y433",
					     "91350100m000100y43",
					     "91350100M0001O0Y43",
					     "91350100M000100Y4 ",
					     "９1350100M000100" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		assert_false(credit_code_is_valid(wrong[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_is_right_by_its_last_character),
		cmocka_unit_test(any_other_character_in_one_place_is_wrong),
		cmocka_unit_test(what_has_another_form_is_wrong),
	};

	return cmocka_run_group_tests_name("creditcode", tests, NULL, NULL);
}
