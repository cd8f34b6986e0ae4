/*
 * What the fields of a record are.
 *
 * A kind of record is one constant table over one C struct.  Reading, writing,
 * checking, prompting, JSON Schema, the field reference, index columns and the
 * public view walk that table and nothing else, so that a field is added in one
 * place.
 *
 *	struct item { struct common common; const char *title; … };
 *	static const struct field item_fields[] = {
 *		FIELD(struct item, title, STRING, "title", "事项名称", "name of the matter",
 *		      .need = NEED_REQUIRED, .vis = VIS_PUBLIC, .max = 100, .law = "目录 二级事项"),
 *	};
 *
 * FIELD does not compile when the member's C type is not the one that the field
 * type stands for.
 *
 * Layer: record.
 */
#ifndef GK_RECORD_FIELD_H
#define GK_RECORD_FIELD_H

#include "base/base.h"
#include "base/date.h"
#include "base/list.h"

/* A whole number that may be absent. */
struct number {
	bool set;
	int64_t n;
};

enum field_type {
	FIELD_STRING,  /* const char *: one line */
	FIELD_TEXT,    /* const char *: Markdown, lines allowed */
	FIELD_DATE,    /* struct date: ISO */
	FIELD_INT,     /* struct number */
	FIELD_DECIMAL, /* const char *: decimal text as 7730.28, never a float */
	FIELD_CHOICE,  /* int: 0 absent, else 1 + the row in `choices` */
	FIELD_REF,     /* const char *: the id of a record of kind `ref` */
	FIELD_URL,     /* const char * */
	FIELD_STRINGS, /* struct strings: list of texts */
	FIELD_REFS,    /* struct strings: list of ids of kind `ref` */
	FIELD_CHOICES, /* struct strings: list of codes out of `choices` */
	FIELD_GROUP,   /* an embedded struct with the fields of `sub` */
	FIELD_LIST,    /* struct list of structs with the fields of `sub` */
	FIELD_TYPE_COUNT,
};

/* R, C, O, D of the field reference.  Required is for a record to be complete, not for a draft to be saved. */
enum need { NEED_OPTIONAL, NEED_REQUIRED, NEED_CONDITIONAL, NEED_DERIVED };

/* Zero is internal: what a table does not say does not leave the office. */
enum visibility { VIS_INTERNAL, VIS_PUBLIC, VIS_PERSONAL };

enum field_flags {
	FIELD_ONE_AS_LIST = 1 << 0, /* STRINGS: a scalar is read as a list of one */
	FIELD_SHORTHAND =
		1 << 1, /* GROUP, LIST: a scalar is read into the first field of `sub` */
	FIELD_TITLE = 1 << 2, /* names the record in lists */
	FIELD_INDEXED =
		1 << 3, /* a column of the index: list, filter, cross-record checks */
	FIELD_SEARCHED = 1 << 4, /* its text is found by gk search */
	FIELD_ASKED = 1 << 5,    /* gk add asks for it */
	FIELD_CONTACT =
		1
		<< 11, /* telephone, mail or address of an office: no person's, whatever it looks like */
	FIELD_ALIAS =
		1
		<< 6, /* REF(S): input may be a name or alias of the record meant; STRINGS: other names of the record */
	FIELD_NAME =
		1
		<< 7, /* a name by which the record can be found exactly (number, index, short name) */
	FIELD_OPEN_REF =
		1
		<< 8, /* REF: may also be plain text or an address that is no id (issuer) */
	FIELD_FILE =
		1
		<< 9, /* STRING: stored name of an attachment; its bytes count for the digest when it is public */
	FIELD_PAST = 1 << 12, /* DATE: a day on which something happened */
	FIELD_OWN_RULE =
		1
		<< 10, /* what it must hold is told by rules of its own, which can say more than that it is missing */
};

/* One value of a choice. */
struct choice {
	const char *code; /* "proactive" */
	const char *zh;   /* 主动公开 */
	const char *en;
	const char *aliases; /* other texts read as it, separated by |; or NULL */
};

struct choices {
	const struct choice *items;
	size_t count;
};

struct field;
struct fields;

/* For a list whose entries have fields of their own each, as the acts of events have. */
struct variants {
	const struct field *tag; /* the CHOICE that decides; it is in every table */
	const struct fields
		*items; /* in the order of the tag's choices, all over one struct */
	size_t count;
};

struct fields {
	const struct field *items;
	size_t count;
	size_t size; /* of the struct they lie in */
	/* Whether a list entry may leave the office; NULL: as the field's `vis` says. */
	bool (*entry_is_public)(const void *entry);
	/* NULL where all entries have the fields `items`; else those hold for an entry without a tag. */
	const struct variants *variants;
};

struct field {
	const char *key; /* English, lower case, hyphens: what stands in the file */
	const char *zh;
	const char *en;
	enum field_type type;
	enum need need;
	enum visibility vis;
	unsigned int flags;
	size_t offset;
	const struct choices *choices;
	const struct fields *sub;
	const char *ref; /* name of the kind referred to; NULL: the record's own kind */
	const char *law; /* article or source behind it, or NULL */
	const char *hint_zh; /* one sentence for the form and the reference, or NULL */
	const char *hint_en;
	uint32_t max; /* characters, 0 for the general limit */
	/* NEED_CONDITIONAL: whether this record needs it. `record` is the kind's whole struct. */
	bool (*applies)(const void *record);
	const char *when_zh; /* the condition in words, for the reference */
	const char *when_en;
};

#define FIELD_CTYPE_STRING  const char *
#define FIELD_CTYPE_TEXT    const char *
#define FIELD_CTYPE_DATE    struct date
#define FIELD_CTYPE_INT     struct number
#define FIELD_CTYPE_DECIMAL const char *
#define FIELD_CTYPE_CHOICE  int
#define FIELD_CTYPE_REF     const char *
#define FIELD_CTYPE_URL     const char *
#define FIELD_CTYPE_STRINGS struct strings
#define FIELD_CTYPE_REFS    struct strings
#define FIELD_CTYPE_CHOICES struct strings
#define FIELD_CTYPE_LIST    struct list

/*
 * FIELD(owner, member, TYPE, key, zh, en, .designated = initialisers …); the English
 * label opens __VA_ARGS__ because C17 wants at least one argument there.
 */
#define FIELD(owner, member, kind_of, key_, zh_, ...)                                   \
	{                                                                               \
		.key = (key_), .zh = (zh_), .type = FIELD_##kind_of,                    \
		.offset = offsetof(owner, member) +                                     \
			  _Generic(&((owner *)0)->member, FIELD_CTYPE_##kind_of * : 0), \
		.en = __VA_ARGS__                                                       \
	}

/* An embedded struct with fields of its own: FIELD_SUB(owner, member, &table, key, zh, en, …). */
#define FIELD_SUB(owner, member, sub_, key_, zh_, ...)                              \
	{                                                                           \
		.key = (key_), .zh = (zh_), .type = FIELD_GROUP,                    \
		.offset = offsetof(owner, member), .sub = (sub_), .en = __VA_ARGS__ \
	}

#define FIELDS(array, owner)                                                       \
	{                                                                          \
		.items = (array), .count = ARRAY_LEN(array), .size = sizeof(owner) \
	}
#define CHOICES(array)                                      \
	{                                                   \
		.items = (array), .count = ARRAY_LEN(array) \
	}

/** The field called `key` (or, with `labels`, by its Chinese label), or NULL. */
const struct field *fields_find(const struct fields *fields, const char *key,
				bool labels);
/**
 * The field whose key or label is nearest to `key`, for "did you mean"; NULL when none is near.
 * Where a `group` of members stands there, a group whose label has the word comes first.
 */
const struct field *fields_nearest(const struct fields *fields, const char *key,
				   bool group);

/** 1 + row of the code; with `labels` also by label or alias. 0 when there is none. */
int choice_find(const struct choices *choices, const char *text, bool labels);
/** The row of a value; NULL for 0. */
const struct choice *choice_of(const struct choices *choices, int value);
const char *choice_code(const struct choices *choices, int value);

/** The member of a field inside its struct. */
static inline const void *field_at(const struct field *field, const void *owner)
{
	return (const char *)owner + field->offset;
}

/* Members as what their type holds; the caller knows the type of the field. */
static inline const char *field_text(const struct field *field, const void *owner)
{
	return *(const char *const *)field_at(field, owner);
}
static inline struct date field_date(const struct field *field, const void *owner)
{
	return *(const struct date *)field_at(field, owner);
}
static inline struct number field_number(const struct field *field, const void *owner)
{
	return *(const struct number *)field_at(field, owner);
}
static inline int field_choice(const struct field *field, const void *owner)
{
	return *(const int *)field_at(field, owner);
}
static inline const struct strings *field_strings(const struct field *field,
						  const void *owner)
{
	return field_at(field, owner);
}
static inline const struct list *field_list(const struct field *field, const void *owner)
{
	return field_at(field, owner);
}
/** Entry `i` of a LIST. */
static inline const void *field_entry(const struct field *field, const struct list *list,
				      size_t i)
{
	return (const char *)list->items + i * field->sub->size;
}
/** The fields of one entry of a list of `sub`: those of its variant, or `sub`. */
const struct fields *fields_of_entry(const struct fields *sub, const void *entry);

/** Bytes of the member of a field. */
size_t field_size(const struct field *field);
/** Characters that a text of the field may have: its `max`, or the limit of its type. */
size_t field_limit(const struct field *field);
/** Whether its members are texts: STRING, TEXT, DECIMAL, REF, URL. */
bool field_is_text(const struct field *field);
/** Whether it is a list of texts: STRINGS, REFS, CHOICES. */
bool field_is_strings(const struct field *field);

/** Whether the member holds anything (a group: whether any of its members does). */
bool field_is_set(const struct field *field, const void *owner);

#endif
