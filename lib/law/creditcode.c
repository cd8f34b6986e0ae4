#include "law/creditcode.h"

#include <string.h>

/* Digits and letters without I, O, S, V, Z; the value of each is its place. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
enum { BASE = 31 };

bool credit_code_is_valid(const char *text)
{
	int sum = 0;
	int weight = 1;

	if (strlen(text) != CREDIT_CODE_SIZE)
		return false;
	for (size_t i = 0; i < CREDIT_CODE_SIZE; i++) {
		const char *sign = strchr(alphabet, text[i]);

		if (!sign)
			return false;
		/* The check digit makes the weighted sum a multiple of 31. */
		sum += (int)(sign - alphabet) * (i + 1 < CREDIT_CODE_SIZE ? weight : 1);
		weight = weight * 3 % BASE;
	}
	return sum % BASE == 0;
}
