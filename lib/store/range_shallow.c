/*
 * Commits of a range in a shallow clone.  libgit2 1.5 does not know where such a clone
 * ends; what is needed may be there all the same, as in CI that fetches few commits.
 */
#include <string.h>

#include "store/range_private.h"

struct walk {
	struct source *source;
	struct arena *arena;
	struct strings hidden; /* ids that the other side has */
	struct strings taken;
};

static int lookup(struct source *source, const char *id, git_commit **out)
{
	git_oid oid;

	return git_oid_fromstr(&oid, id) < 0 ||
			       git_commit_lookup(out, source->repo, &oid) < 0
		       ? -1
		       : 0;
}

static void add_parents(struct walk *walk, const git_commit *commit, struct strings *open)
{
	char hex[OID_HEX_SIZE];

	for (unsigned int i = 0; i < git_commit_parentcount(commit); i++)
		strings_add(walk->arena, open,
			    arena_strdup(walk->arena,
					 git_oid_tostr(hex, sizeof(hex),
						       git_commit_parent_id(commit, i))));
}

/* All that can be reached from what is open; where the clone ends, it ends. */
static void hide_all(struct walk *walk, struct strings *open)
{
	for (size_t i = 0; i < open->count; i++) {
		auto_commit *commit = NULL;

		if (strings_has(&walk->hidden, open->items[i]))
			continue;
		strings_add(walk->arena, &walk->hidden, open->items[i]);
		if (lookup(walk->source, open->items[i], &commit) == 0)
			add_parents(walk, commit, open);
	}
}

/* Whether all parents are taken or hidden; those that are not are put on top. */
static bool is_ready(struct walk *walk, const git_commit *commit, struct strings *stack)
{
	struct strings parents = { 0 };
	size_t before = stack->count;

	add_parents(walk, commit, &parents);
	for (size_t i = 0; i < parents.count; i++)
		if (!strings_has(&walk->hidden, parents.items[i]) &&
		    !strings_has(&walk->taken, parents.items[i]))
			strings_add(walk->arena, stack, parents.items[i]);
	return stack->count == before;
}

/* Parents first. */
static int take_all(struct walk *walk, const char *to, struct range *out,
		    struct error *err)
{
	struct strings stack = { 0 };
	size_t room = 0;

	strings_add(walk->arena, &stack, to);
	while (stack.count > 0) {
		const char *id = stack.items[stack.count - 1];
		auto_commit *commit = NULL;

		if (strings_has(&walk->hidden, id) || strings_has(&walk->taken, id)) {
			stack.count--;
			continue;
		}
		if (lookup(walk->source, id, &commit) < 0)
			return range_cut_off(walk->source, to, err);
		if (!is_ready(walk, commit, &stack))
			continue;
		stack.count--;
		strings_add(walk->arena, &walk->taken, id);
		out->items = array_grow(walk->arena, out->items, out->count, &room,
					sizeof(*out->items));
		range_describe(walk->arena, commit, &out->items[out->count++]);
	}
	return 0;
}

int range_read_shallow(struct source *source, struct arena *arena,
		       const struct strings *hidden, struct range *out, struct error *err)
{
	struct walk walk = { .source = source, .arena = arena };
	struct strings open = { 0 };

	for (size_t i = 0; i < hidden->count; i++)
		strings_add(arena, &open, hidden->items[i]);
	hide_all(&walk, &open);
	return take_all(&walk, out->to, out, err);
}

bool range_is_before(struct source *source, struct arena *arena, const char *a,
		     const char *b)
{
	struct walk walk = { .source = source, .arena = arena };
	struct strings open = { 0 };

	strings_add(arena, &open, b);
	hide_all(&walk, &open);
	return strings_has(&walk.hidden, a);
}
