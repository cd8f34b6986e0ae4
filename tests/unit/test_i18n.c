#include "unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

/*
 * A message catalogue as GNU gettext's manual describes it ("The Format of GNU MO
 * Files"): a header of seven words, two tables of length and place, the texts.
 */
struct message {
	const char *key;
	size_t key_len; /* singular, NUL, plural */
	const char *text;
};

#define MESSAGE(k, t)                                             \
	{                                                         \
		.key = (k), .key_len = sizeof(k) - 1, .text = (t) \
	}

/* Sorted by key, as gettext expects. */
static const struct message messages[] = {
	MESSAGE("", "Content-Type: text/plain; charset=UTF-8\n"
		    "Plural-Forms: nplurals=1; plural=0;\n"),
	MESSAGE("%lu item\0%lu items", "%lu 项"),
	MESSAGE("No such file or directory", "没有这个文件或目录"),
	MESSAGE("cannot read '%s'", "无法读取“%s”"),
	MESSAGE("the item", "事项"),
};

static void add_word(struct buf *out, size_t n)
{
	const uint32_t word = (uint32_t)n;

	buf_add(out, &word, sizeof(word));
}

static void add_catalogue(struct buf *out)
{
	const size_t count = ARRAY_LEN(messages);
	const size_t header = 28;
	const size_t start = header + count * 16;
	auto_buf texts = BUF_INIT;

	add_word(out, 0x950412de);
	add_word(out, 0);
	add_word(out, count);
	add_word(out, header);
	add_word(out, header + count * 8);
	add_word(out, 0);
	add_word(out, start);
	for (size_t i = 0; i < count; i++) {
		add_word(out, messages[i].key_len);
		add_word(out, start + texts.len);
		buf_add(&texts, messages[i].key, messages[i].key_len + 1);
	}
	for (size_t i = 0; i < count; i++) {
		add_word(out, strlen(messages[i].text));
		add_word(out, start + texts.len);
		buf_add(&texts, messages[i].text, strlen(messages[i].text) + 1);
	}
	buf_add(out, texts.s, texts.len);
}

static void before_a_language_is_chosen_the_text_is_english(void **state)
{
	(void)state;
	assert_string_equal(tr("the item"), "the item");
	assert_int_equal(i18n_language(), LANGUAGE_EN);
}

static void chinese_is_read_from_the_catalogue(void **state)
{
	i18n_init(*state, LANGUAGE_ZH);
	assert_int_equal(i18n_language(), LANGUAGE_ZH);
	assert_string_equal(tr("the item"), "事项");
	assert_string_equal(trn("%lu item", "%lu items", 1), "%lu 项");
	assert_string_equal(trn("%lu item", "%lu items", 2), "%lu 项");
}

static void what_has_no_translation_stays(void **state)
{
	i18n_init(*state, LANGUAGE_ZH);
	assert_string_equal(tr("no such message"), "no such message");
	assert_string_equal(trn("%lu page", "%lu pages", 2), "%lu pages");
}

static void the_empty_text_is_not_the_header(void **state)
{
	i18n_init(*state, LANGUAGE_ZH);
	assert_string_equal(tr(""), "");
}

static void errors_are_in_the_chosen_language(void **state)
{
	auto_buf got = BUF_INIT;
	struct error err;

	i18n_init(*state, LANGUAGE_ZH);
	assert_int_equal(file_read("/absent", 1, &got, &err), -1);
	assert_string_equal(err.text, "无法读取“/absent”: 没有这个文件或目录");
}

static void english_is_the_text_itself(void **state)
{
	i18n_init(*state, LANGUAGE_EN);
	assert_int_equal(i18n_language(), LANGUAGE_EN);
	assert_string_equal(tr("the item"), "the item");
	assert_string_equal(trn("%lu item", "%lu items", 1), "%lu item");
	assert_string_equal(trn("%lu item", "%lu items", 2), "%lu items");
}

static void a_directory_without_messages_gives_english(void **state)
{
	(void)state;
	i18n_init("/absent", LANGUAGE_ZH);
	assert_int_equal(i18n_language(), LANGUAGE_ZH);
	assert_string_equal(tr("the item"), "the item");
}

static void numbers_keep_the_form_of_the_c_locale(void **state)
{
	char text[16];

	i18n_init(*state, LANGUAGE_ZH);
	(void)snprintf(text, sizeof(text), "%.1f", 1.5);
	assert_string_equal(text, "1.5");
}

static int setup(void **state)
{
	static char dir[] = "/tmp/gk-test-i18n-XXXXXX";
	auto_buf catalogue = BUF_INIT;
	auto_buf path = BUF_INIT;
	struct error err;

	if (!mkdtemp(dir))
		return -1;
	*state = dir;
	add_catalogue(&catalogue);
	path_join(&path, dir, "zh_CN/LC_MESSAGES/gk.mo");
	return file_write(path.s, catalogue.s, catalogue.len, FILE_FAST, &err);
}

static int teardown(void **state)
{
	struct error err;

	return file_remove_tree(*state, &err);
}

int main(void)
{
	/* The choice is the process's: the order of the first is part of the test. */
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_a_language_is_chosen_the_text_is_english),
		cmocka_unit_test(chinese_is_read_from_the_catalogue),
		cmocka_unit_test(what_has_no_translation_stays),
		cmocka_unit_test(the_empty_text_is_not_the_header),
		cmocka_unit_test(errors_are_in_the_chosen_language),
		cmocka_unit_test(english_is_the_text_itself),
		cmocka_unit_test(numbers_keep_the_form_of_the_c_locale),
		cmocka_unit_test(a_directory_without_messages_gives_english),
	};

	return cmocka_run_group_tests_name("i18n", tests, setup, teardown);
}
