#include "base/near.h"

#include <string.h>

#include "base/utf8.h"

/* Code points of `s`; NEAR_MAX + 1 when there are more than NEAR_MAX. */
static size_t decode(const char *s, uint32_t out[NEAR_MAX])
{
	size_t len = strlen(s);
	size_t count = 0;

	while (len > 0) {
		size_t used;

		if (count == NEAR_MAX)
			return NEAR_MAX + 1;
		out[count++] = utf8_decode(s, len, &used);
		s += used;
		len -= used;
	}
	return count;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* Levenshtein's distance. */
size_t near_distance(const char *a, const char *b)
{
	uint32_t left[NEAR_MAX];
	uint32_t right[NEAR_MAX];
	size_t row[NEAR_MAX + 1];
	size_t n = decode(a, left);
	size_t m = decode(b, right);

	if (n > NEAR_MAX || m > NEAR_MAX)
		return NEAR_MAX + 1;
	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t above = row[j];

			row[j] = smallest(above + 1, row[j - 1] + 1,
					  diagonal + (left[i - 1] != right[j - 1]));
			diagonal = above;
		}
	}
	return row[m];
}

size_t near_limit(const char *typed)
{
	size_t count = utf8_count(typed, strlen(typed));

	/* A third of the characters may be wrong, one in any word of two or more. */
	if (count < 2)
		return 0;
	return count < 5 ? 1 : (count + 1) / 3;
}
