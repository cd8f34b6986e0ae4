#include "record/link.h"

#include <string.h>

bool link_leads_out(const char *target, size_t len)
{
	const char *colon = memchr(target, ':', len);
	const char *slash = memchr(target, '/', len);

	return len == 0 || target[0] == '#' ||
	       (len > 1 && strncmp(target, "//", 2) == 0) ||
	       (colon && (!slash || colon < slash));
}

void link_path(const char *dir, const char *target, size_t len, struct buf *out)
{
	static const char *const up[] = { "../", "./", "/" };
	const char *part = memchr(target, '#', len);
	bool climbed = false;

	if (part)
		len = (size_t)(part - target);
	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < ARRAY_LEN(up); i++) {
			size_t n = strlen(up[i]);

			if (len < n || strncmp(target, up[i], n) != 0)
				continue;
			target += n;
			len -= n;
			climbed = climbed || i != 1;
			more = true;
		}
	}
	if (!climbed)
		buf_addf(out, "%s/", dir);
	buf_add(out, target, len);
}
