#include <stdlib.h>
#include <string.h>

#include "record/category.h"
#include "record/channel.h"
#include "record/unit.h"
#include "report/export_private.h"
#include "store/catalogue.h"

/* The 26 pilot fields in the order of the national set (国办发〔2019〕54号), and names they had before or have now. */
static const char *const fields[] = {
	"重大建设项目",
	"公共资源交易",
	"义务教育",
	"户籍管理",
	"社会救助",
	"养老服务",
	"公共法律服务",
	"财政预决算",
	"就业|就业创业",
	"社会保险",
	"城乡规划|国土空间规划",
	"征地补偿|农村集体土地征收",
	"环境保护|生态环境",
	"国有土地上房屋征收与补偿",
	"保障性住房|住房保障",
	"农村危房改造",
	"城市综合执法",
	"市政服务",
	"涉农补贴",
	"公共文化服务",
	"医疗卫生|卫生健康",
	"安全生产",
	"救灾",
	"税收管理",
	"食品药品监管",
	"扶贫",
};

struct named {
	const char *id;
	const char *name;
	int kind;                /* of channels */
	struct strings channels; /* of units */
	struct export_category category;
	bool shared; /* another one of the kind is called the same */
};

struct export_names {
	struct list units, categories, channels; /* struct named, by id */
};

static bool is_one_of(const char *names, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = names; at; at = strchr(at, '|')) {
		at += *at == '|';
		if (strncmp(at, name, len) == 0 && (at[len] == '\0' || at[len] == '|'))
			return true;
	}
	return false;
}

static size_t national_field(const char *name)
{
	for (size_t i = 0; name && *name && i < ARRAY_LEN(fields); i++)
		if (is_one_of(fields[i], name))
			return i + 1;
	return 0;
}

static struct list *list_of(struct export_names *names, const char *kind)
{
	if (strcmp(kind, unit_kind.name) == 0)
		return &names->units;
	if (strcmp(kind, category_kind.name) == 0)
		return &names->categories;
	return strcmp(kind, channel_kind.name) == 0 ? &names->channels : NULL;
}

static const char *keep(struct arena *arena, const char *text)
{
	return text ? arena_strdup(arena, text) : NULL;
}

static void take_unit(struct arena *arena, const struct public_record *pub,
		      struct named *named)
{
	const struct unit *unit = PUBLIC(pub, struct unit);

	named->name = keep(arena, unit->name);
	for (size_t i = 0; i < unit->defaults.channels.count; i++)
		strings_add(arena, &named->channels,
			    arena_strdup(arena, unit->defaults.channels.items[i]));
}

static void take_category(struct arena *arena, const struct public_record *pub,
			  struct named *named)
{
	const struct category *category = PUBLIC(pub, struct category);

	named->name = keep(arena, category->name);
	named->category = (struct export_category){
		.id = named->id,
		.name = named->name ? named->name : named->id,
		.pilot = category->scheme == SCHEME_PILOT,
		.field = category->scheme == SCHEME_PILOT ? national_field(named->name)
							  : 0,
	};
}

static void take_channel(struct arena *arena, const struct public_record *pub,
			 struct named *named)
{
	const struct channel *channel = PUBLIC(pub, struct channel);

	named->name = keep(arena, channel->name);
	named->kind = channel->kind;
}

static int take(void *payload, const struct export_view *view, struct error *err)
{
	struct export *run = payload;
	struct list *list = list_of(run->names, view->kind->name);
	struct named *named;

	(void)err;
	if (!view->common->id)
		return 0;
	named = list_add(run->arena, list, sizeof(*named));
	named->id = arena_strdup(run->arena, view->common->id);
	if (view->kind == &unit_kind)
		take_unit(run->arena, view->pub, named);
	else if (view->kind == &category_kind)
		take_category(run->arena, view->pub, named);
	else
		take_channel(run->arena, view->pub, named);
	return 0;
}

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->id, ((const struct named *)b)->id);
}

/* Names that two have mean neither of them. */
static void mark_shared(struct list *list)
{
	for (size_t i = 0; i < list->count; i++)
		for (size_t k = i + 1; k < list->count; k++) {
			struct named *a = list_at(list, struct named, i);
			struct named *b = list_at(list, struct named, k);

			if (a->name && b->name && strcmp(a->name, b->name) == 0)
				a->shared = b->shared = true;
		}
}

int export_names_read(struct export *run, struct error *err)
{
	static const struct kind *const small[] = { &unit_kind, &category_kind,
						    &channel_kind };
	/* Names alone are of use, so that they are public ones whatever the records are. */
	const struct export_options all = { .query = { .kind = NULL } };
	struct export_result ignored;
	struct export own = *run;

	own.options = &all;
	own.result = &ignored;
	own.names = run->names = arena_new(run->arena, struct export_names);
	for (size_t i = 0; i < ARRAY_LEN(small); i++) {
		struct list *list = list_of(run->names, small[i]->name);

		ignored = (struct export_result){ .records = 0 };
		if (export_each(&own, small[i], take, &own, err) < 0)
			return -1;
		if (list->count > 1)
			qsort(list->items, list->count, sizeof(struct named), by_id);
		mark_shared(list);
	}
	return 0;
}

static const struct named *find(const struct list *list, const char *id)
{
	const struct named wanted = { .id = id };

	return id && list->count > 0
		       ? bsearch(&wanted, list->items, list->count, sizeof(wanted), by_id)
		       : NULL;
}

const char *export_name(void *names, const char *kind, const char *id)
{
	const struct list *list = list_of(names, kind);
	const struct named *named = list ? find(list, id) : NULL;

	return named && !named->shared ? named->name : NULL;
}

const struct export_category *export_category(const struct export_names *names,
					      const char *id)
{
	const struct named *named = find(&names->categories, id);

	return named ? &named->category : NULL;
}

int export_channel_kind(const struct export_names *names, const char *id)
{
	const struct named *named = find(&names->channels, id);

	return named ? named->kind : 0;
}

const struct strings *export_unit_channels(const struct export_names *names,
					   const char *id)
{
	const struct named *named = find(&names->units, id);

	return named ? &named->channels : NULL;
}
