#include <string.h>

#include "law/personal_private.h"

enum { LOCAL_MAX = 64, DOMAIN_MAX = 64 };

/* Where private people have their mail; an office of its own has gov.cn or its domain. */
static const char *const providers[] = {
	"qq.com",         "foxmail.com",    "163.com",     "126.com",
	"yeah.net",       "188.com",        "163.net",     "sina.com",
	"sina.cn",        "sina.com.cn",    "sohu.com",    "tom.com",
	"21cn.com",       "21cn.net",       "139.com",     "189.cn",
	"wo.cn",          "wo.com.cn",      "aliyun.com",  "263.net",
	"eyou.com",       "gmail.com",      "hotmail.com", "outlook.com",
	"live.com",       "live.cn",        "msn.com",     "msn.cn",
	"yahoo.com",      "yahoo.com.cn",   "yahoo.cn",    "icloud.com",
	"me.com",         "mail.com",       "proton.me",   "protonmail.com",
	"googlemail.com", "hotmail.com.cn", "outlook.cn",  "2980.com",
	"51.com",         "chinaren.com",   "sogou.com",   "citiz.net",
};

static const char full_stop[] = "。"; /* typed for a dot, before a letter */

/* A box whose name says that it is an office's, or serves one: 举报邮箱, 镇人民政府电子邮箱. */
static const char *const boxes[] = { "邮箱",   "电子邮箱", "电子信箱", "信箱",
				     "E-mail", "电子邮件", "邮箱地址", "邮箱账号" };
static const char *const owners[] = {
	"单位", "办公", "政务", "公务",   "公开", "官方",   "举报", "监督",
	"投诉", "受理", "信访", "部门",   "政府", "局",     "所",   "办公室",
	"镇",   "乡",   "中心", "委员会", "纪委", "服务站", "队",   "村委会",
	"征集", "意见", "建议", "报名",   "投标", "公司",   "办"
};

static size_t local_char(struct personal_text text, size_t at, char *out)
{
	size_t used = personal_digit(text, at, out);

	if (!used)
		used = personal_letter(text, at, out);
	if (used)
		return used;
	if (at < text.len && strchr("._%+-", text.s[at]) && text.s[at]) {
		*out = text.s[at];
		return 1;
	}
	return 0;
}

static size_t local_start(struct personal_text text, size_t at, size_t from)
{
	char c;

	for (int i = 0; i < LOCAL_MAX && at > from; i++) {
		size_t before = personal_before(text, at);

		if (before < from || before + local_char(text, before, &c) != at)
			break;
		at = before;
	}
	return at;
}

/* Bytes of a dot in a domain: a full stop is one before a letter, which begins what is behind it. */
static size_t dot_at(struct personal_text text, size_t at)
{
	static const char *const dots[] = { "．", full_stop };
	const size_t used = WORD_AT(text, at, dots);
	char letter;

	if (used && memcmp(text.s + at, full_stop, used) == 0 &&
	    !personal_letter(text, at + used, &letter))
		return 0;
	return used;
}

/* The domain in lower case and ASCII, without a full stop behind it; where it ends. */
static size_t read_domain(struct personal_text text, size_t at, char out[DOMAIN_MAX + 1])
{
	size_t end = at;
	size_t kept = 0;
	size_t used;
	char c;

	for (size_t len = 0; len < DOMAIN_MAX; at += used) {
		used = local_char(text, at, &c);
		if (!used) {
			used = dot_at(text, at);
			c = '.';
		}
		if (!used)
			break;
		out[len++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
		if (strchr("._%+-", c))
			continue;
		kept = len;
		end = at + used;
	}
	out[kept] = '\0';
	return end;
}

/* Whether the domain is that of a provider, or below it. */
static bool is_private(const char *domain)
{
	for (const char *part = domain; part; part = strchr(part, '.')) {
		part += *part == '.';
		for (size_t i = 0; i < ARRAY_LEN(providers); i++)
			if (strcmp(part, providers[i]) == 0)
				return true;
	}
	return false;
}

/* Whether the part before the @ is itself a person's number. */
static bool is_own_number(struct personal_text text, size_t start, size_t end)
{
	char digits[18];
	size_t count = 0;

	while (start < end && count < sizeof(digits)) {
		char digit;
		size_t used = personal_digit(text, start, &digit);

		if (!used && count == 17 && personal_letter(text, start, &digit))
			used = personal_letter(text, start, &digit);
		if (!used)
			return false;
		digits[count++] = digit;
		start += used;
	}
	if (start != end)
		return false;
	return (count == 11 && personal_is_mobile(digits)) ||
	       (count == 18 && personal_is_identity(digits));
}

/* Whether the words right before the box at `at` say that it is an office's. */
static bool is_of_office(struct personal_text text, size_t at)
{
	enum { BLANKS_MAX = 2 };
	static const char *const links[] = { "：", ":", "为", "是", "（", "(" };

	for (int i = 0; i < BLANKS_MAX && at > 0 && text.s[at - 1] == ' '; i++)
		at--;
	at -= WORD_BEFORE(text, at, links);
	for (int i = 0; i < BLANKS_MAX && at > 0 && text.s[at - 1] == ' '; i++)
		at--;
	const size_t box = WORD_BEFORE(text, at, boxes);

	return box && WORD_BEFORE(text, at - box, owners);
}

bool personal_mail(struct personal_text text, size_t at, size_t from,
		   struct personal_span *out)
{
	char domain[DOMAIN_MAX + 1];
	size_t used = text.s[at] == '@' ? 1 : strlen("＠");
	size_t local = at;
	size_t start;

	if (local > from && text.s[local - 1] == ' ')
		local--;
	start = local_start(text, local, from);
	/* z***1@qq.com is masked. */
	if (start == local || (start > 0 && text.s[start - 1] == '*'))
		return false;
	out->start = start;
	out->end = read_domain(text, personal_skip_blanks(text, at + used, 1), domain);
	if (strchr(domain, '.') && is_own_number(text, start, local))
		return true;
	return is_private(domain) && !is_of_office(text, start);
}
