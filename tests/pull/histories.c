/*
 * Two clones of one catalogue, at random: both add, edit, clear, publish, attach, make void, renumber and
 * refer to each other's records, in the private store too; then one pushes, the other pulls and
 * pushes, and the first pulls.  Afterwards both hold the same, every fact that was entered is
 * there once, every reference leads to what was meant, and the rules of history find nothing.
 *
 *	histories TEMPLATE FIRST-SEED COUNT     run by histories.sh
 *
 * TEMPLATE holds hub.git and the clones a and b.  gk and git are found in PATH.
 */
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"

extern char **environ;

enum { MATTERS_MAX = 64, FACTS_MAX = 16, NAME = 24, ARGS = 16, LIMIT = 1 << 20 };

/* Texts that must stand in the file of a record, each once. */
struct facts {
	char items[FACTS_MAX][NAME];
	size_t count;
};

struct matter {
	char title[NAME];
	bool is_document;
	bool is_private; /* stands in the private store, where no command of gk writes yet */
	bool here[2];    /* which clone has it */
	bool settled; /* void, or about to be renumbered on one side: left alone by the other */
	bool gone;
	char refers_to[NAME]; /* title of an item, or "" */
	char note[2][NAME];   /* as each clone has set it since both were the same */
	char last_note[NAME];
	struct facts facts; /* events and entries of lists */
	struct facts files; /* names of attachments */
};

struct history {
	uint32_t seed;
	uint32_t state;
	unsigned int tokens;
	struct matter matters[MATTERS_MAX];
	size_t count;
	const char *clones[2];
	bool failed;
};

static uint32_t next(struct history *h)
{
	uint32_t x = h->state;

	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return h->state = x;
}

static size_t below(struct history *h, size_t limit)
{
	return next(h) % limit;
}

static void fail(struct history *h, const char *what, const char *about)
{
	h->failed = true;
	(void)fprintf(stderr, "seed %u: %s: %s\n", (unsigned int)h->seed, what, about);
}

/* ---- programs ---- */

static int run(const char *dir, const char *const *args)
{
	posix_spawn_file_actions_t actions;
	char *argv[ARGS] = { NULL };
	int status = -1;
	pid_t child;

	for (size_t i = 0; args[i] && i + 1 < ARGS; i++)
		argv[i] = strdup(args[i]);
	if (chdir(dir) < 0 || posix_spawn_file_actions_init(&actions) != 0)
		return -1;
	(void)posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null",
					       O_RDONLY, 0);
	(void)posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "../log",
					       O_WRONLY | O_CREAT | O_APPEND, 0644);
	(void)posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
	if (posix_spawnp(&child, argv[0], &actions, NULL, argv, environ) == 0)
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			;
	(void)posix_spawn_file_actions_destroy(&actions);
	for (size_t i = 0; i < ARGS; i++)
		free(argv[i]);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#define RUN(dir, ...) run((dir), (const char *const[]){ __VA_ARGS__, NULL })

static void must(struct history *h, int status, const char *what, const char *about)
{
	if (status != 0)
		fail(h, what, about);
}

/* ---- files ---- */

static void read_text(const char *path, struct buf *out)
{
	struct error err;

	if (file_read(path, LIMIT, out, &err) < 0)
		buf_reset(out);
}

static bool has_line(const struct buf *text, const char *line)
{
	auto_buf wanted = BUF_INIT;

	buf_addf(&wanted, "\n%s\n", line);
	return strstr(text->s, wanted.s) != NULL;
}

/* The file of the record with this title in a clone; how many there are. */
static size_t find_file(const char *clone, const char *title, struct buf *path,
			struct buf *text)
{
	static const char *const patterns[] = { "items/*/*.yaml", "documents/*/*/*.yaml",
						"private/documents/*/*/*.yaml" };
	auto_buf line = BUF_INIT;
	size_t found = 0;

	buf_addf(&line, "title: %s", title);
	if (chdir(clone) < 0)
		return 0;
	for (size_t p = 0; p < ARRAY_LEN(patterns); p++) {
		glob_t files;

		/* NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread */
		if (glob(patterns[p], 0, NULL, &files) != 0)
			continue;
		for (size_t i = 0; i < files.gl_pathc; i++) {
			auto_buf bytes = BUF_INIT;

			read_text(files.gl_pathv[i], &bytes);
			if (!has_line(&bytes, line.s))
				continue;
			found++;
			buf_reset(path);
			buf_adds(path, files.gl_pathv[i]);
			buf_reset(text);
			buf_add(text, bytes.s, bytes.len);
		}
		globfree(&files);
	}
	return found;
}

static void id_of(const struct buf *path, char id[NAME])
{
	const char *base = path_base(path->s);
	size_t len = strlen(base) - strlen(".yaml");

	(void)snprintf(id, NAME, "%.*s", (int)len, base);
}

/* The id of a matter in a clone; false when it has none there. */
static bool find_id(struct history *h, size_t clone, const struct matter *matter,
		    char id[NAME])
{
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;

	if (find_file(h->clones[clone], matter->title, &path, &text) != 1) {
		fail(h, "not one file before it was changed", matter->title);
		return false;
	}
	id_of(&path, id);
	return true;
}

/* ---- what clerks do ---- */

static void token(struct history *h, const char *prefix, char out[NAME])
{
	(void)snprintf(out, NAME, "%s%u", prefix, ++h->tokens);
}

static void add_fact(struct facts *facts, const char *text)
{
	if (facts->count < FACTS_MAX)
		(void)snprintf(facts->items[facts->count++], NAME, "%s", text);
}

static struct matter *new_matter(struct history *h, size_t clone, bool is_document)
{
	struct matter *matter = &h->matters[h->count++];

	*matter = (struct matter){ .is_document = is_document };
	matter->here[clone] = true;
	token(h, is_document ? "doc" : "item", matter->title);
	return matter;
}

static struct matter *pick(struct history *h, size_t clone, bool items_only)
{
	for (size_t tries = 0; tries < 20 && h->count; tries++) {
		struct matter *matter = &h->matters[below(h, h->count)];

		if (matter->here[clone] && !matter->settled && !matter->gone &&
		    !matter->is_private && !(items_only && matter->is_document))
			return matter;
	}
	return NULL;
}

static void add_item(struct history *h, size_t clone)
{
	struct matter *matter = new_matter(h, clone, false);
	auto_buf title = BUF_INIT;

	buf_addf(&title, "title=%s", matter->title);
	must(h,
	     RUN(h->clones[clone], "gk", "add", "item", "-q", "--from", "../item.yaml",
		 "--set", title.s),
	     "gk add item", matter->title);
}

static void add_document(struct history *h, size_t clone)
{
	const struct matter *item = pick(h, clone, true);
	struct matter *matter;
	char id[NAME];
	auto_buf title = BUF_INIT;
	auto_buf items = BUF_INIT;

	if (!item || !find_id(h, clone, item, id))
		return;
	matter = new_matter(h, clone, true);
	(void)snprintf(matter->refers_to, NAME, "%s", item->title);
	buf_addf(&title, "title=%s", matter->title);
	buf_addf(&items, "items=%s", id);
	must(h,
	     RUN(h->clones[clone], "gk", "add", "document", "-q", "--set", title.s,
		 "--set", items.s, "--set", "unit=dz"),
	     "gk add document", matter->title);
}

/* Both give the next number of the one year, which is the same where both do. */
static void add_private(struct history *h, size_t clone)
{
	static const char write[] =
		"cd private && mkdir -p documents/2017/00 && "
		"n=$(ls documents/2017/00 | tail -n 1 | cut -c 6-10) && "
		"id=2017-$(printf %05d $((1${n:-00000} - 99999))) && "
		"printf 'id: %s\\ntitle: %s\\nitems: [%s]\\nunit: dz\\n' $id $1 $2 "
		">documents/2017/00/$id.yaml && git add -A && git commit -q -m \"add "
		"$id\"";
	const struct matter *item = pick(h, clone, true);
	struct matter *matter;
	char id[NAME];

	if (!item || !find_id(h, clone, item, id))
		return;
	matter = new_matter(h, clone, true);
	matter->is_private = true;
	(void)snprintf(matter->refers_to, NAME, "%s", item->title);
	must(h, RUN(h->clones[clone], "sh", "-c", write, "sh", matter->title, id),
	     "private store", matter->title);
}

static void set_note(struct history *h, size_t clone, struct matter *matter,
		     const char *id)
{
	auto_buf set = BUF_INIT;

	token(h, "note", matter->note[clone]);
	buf_addf(&set, "note=%s", matter->note[clone]);
	must(h, RUN(h->clones[clone], "gk", "set", "-q", id, set.s), "gk set",
	     matter->title);
}

/* One more text in the list that stands on one line of the file. */
static void add_text(struct history *h, size_t clone, struct matter *matter,
		     const char *id)
{
	const char *key = matter->is_document ? "keywords" : "content";
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;
	auto_buf set = BUF_INIT;
	auto_buf line = BUF_INIT;
	char word[NAME];
	const char *at;

	(void)find_file(h->clones[clone], matter->title, &path, &text);
	buf_addf(&line, "\n%s: [", key);
	buf_addf(&set, "%s=", key);
	at = strstr(text.s, line.s);
	if (at) {
		at += line.len;
		for (; *at && *at != ']' && *at != '\n'; at++)
			buf_adds(&set, *at == ',' ? ";" : (const char[]){ *at, '\0' });
		buf_addc(&set, ';');
	}
	token(h, "word", word);
	buf_adds(&set, word);
	add_fact(&matter->facts, word);
	must(h, RUN(h->clones[clone], "gk", "set", "-q", id, set.s), "gk set list",
	     matter->title);
}

static void record_event(struct history *h, size_t clone, struct matter *matter,
			 const char *id)
{
	char word[NAME];
	auto_buf url = BUF_INIT;
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;

	token(h, "event", word);
	buf_addf(&url, "https://www.example.gov.cn/%s", word);
	if (matter->is_document)
		must(h,
		     RUN(h->clones[clone], "gk", "clear", "-q", id, "--step", "first",
			 "--by", "李某", "--proof", "paper", "--opinion", word),
		     "gk clear", matter->title);
	else
		must(h,
		     RUN(h->clones[clone], "gk", "publish", "-q", id, "--url", url.s,
			 "-o", "../site"),
		     "gk publish", matter->title);
	/* What stands published as it is, is not published once more. */
	(void)find_file(h->clones[clone], matter->title, &path, &text);
	if (matter->is_document || strstr(text.s, word))
		add_fact(&matter->facts, word);
}

static void attach(struct history *h, size_t clone, struct matter *matter, const char *id)
{
	char word[NAME];
	auto_buf name = BUF_INIT;
	auto_buf path = BUF_INIT;
	struct error err;

	if (!matter->is_document)
		return;
	token(h, "file", word);
	buf_addf(&name, "%s.csv", word);
	buf_addf(&path, "../%s", name.s);
	if (chdir(h->clones[clone]) < 0 ||
	    file_write(path.s, word, strlen(word), FILE_FAST, &err) < 0)
		fail(h, "cannot write", path.s);
	must(h,
	     RUN(h->clones[clone], "gk", "attach", "-q", id, path.s, "--role", "table"),
	     "gk attach", matter->title);
	add_fact(&matter->files, name.s);
}

/* Refused where others refer to it. */
static void make_void(struct history *h, size_t clone, struct matter *matter,
		      const char *id)
{
	if (RUN(h->clones[clone], "gk", "void", "-q", id, "--reason", "重复") == 0)
		matter->gone = matter->settled = true;
}

static void renumber(struct history *h, size_t clone, struct matter *matter,
		     const char *id)
{
	for (size_t i = 0; i < 2; i++)
		if (matter->note[i][0] && i != clone)
			return;
	must(h, RUN(h->clones[clone], "gk", "renumber", "-q", id), "gk renumber",
	     matter->title);
}

static void act(struct history *h, size_t clone)
{
	static void (*const acts[])(struct history * h, size_t clone,
				    struct matter * matter, const char *id) = {
		set_note, set_note, add_text, add_text,  record_event, record_event,
		attach,   attach,   add_text, make_void, renumber,
	};
	size_t which = below(h, 17);
	struct matter *matter;
	char id[NAME];

	if (h->count + 1 >= MATTERS_MAX)
		return;
	if (which < 3) {
		add_item(h, clone);
		return;
	}
	if (which < 5) {
		add_document(h, clone);
		return;
	}
	if (which == 5) {
		add_private(h, clone);
		return;
	}
	matter = pick(h, clone, false);
	if (!matter || !find_id(h, clone, matter, id))
		return;
	/* A number that one side changes is given once. */
	if (acts[which - 6] == renumber && (matter->here[1 - clone] || below(h, 2))) {
		renumber(h, clone, matter, id);
		matter->here[1 - clone] = false;
		return;
	}
	acts[which - 6](h, clone, matter, id);
}

/* ---- what must come of it ---- */

static size_t count_of(const struct buf *text, const char *word)
{
	size_t count = 0;
	size_t len = strlen(word);

	for (const char *at = text->s; (at = strstr(at, word)) != NULL; at += len)
		if (at[len] < '0' || at[len] > '9')
			count++;
	return count;
}

/* Where an id leads, over the numbers that it has left. */
static void follow(const char *clone, char id[NAME])
{
	for (size_t hops = 0; hops < 8; hops++) {
		auto_buf path = BUF_INIT;
		auto_buf text = BUF_INIT;
		const char *at;

		buf_addf(&path, "%s/items/%.*s/%s.yaml", clone, (int)strcspn(id, "-"), id,
			 id);
		read_text(path.s, &text);
		at = strstr(text.s, "\nmoved-to: ");
		if (!at)
			return;
		at += strlen("\nmoved-to: ");
		(void)snprintf(id, NAME, "%.*s", (int)strcspn(at, "\n"), at);
	}
}

static const struct matter *by_title(const struct history *h, const char *title)
{
	for (size_t i = 0; i < h->count; i++)
		if (strcmp(h->matters[i].title, title) == 0)
			return &h->matters[i];
	return NULL;
}

static void check_reference(struct history *h, const struct matter *matter,
			    const struct buf *text)
{
	const struct matter *item = by_title(h, matter->refers_to);
	const char *at = strstr(text->s, "\nitems: [");
	auto_buf path = BUF_INIT;
	auto_buf other = BUF_INIT;
	char said[NAME];
	char id[NAME];

	if (!item || item->gone)
		return;
	if (!at || find_file(h->clones[0], item->title, &path, &other) != 1) {
		fail(h, "the reference is gone", matter->title);
		return;
	}
	at += strlen("\nitems: [");
	(void)snprintf(said, NAME, "%.*s", (int)strcspn(at, "]"), at);
	follow(h->clones[0], said);
	id_of(&path, id);
	if (strcmp(id, said) != 0)
		fail(h, "refers to another record", matter->title);
}

static void check_files(struct history *h, const struct matter *matter,
			const struct buf *path, const struct buf *text)
{
	char id[NAME];

	id_of(path, id);
	for (size_t i = 0; i < matter->files.count; i++) {
		const char *name = matter->files.items[i];
		auto_buf file = BUF_INIT;
		auto_buf bytes = BUF_INIT;

		buf_addf(&file, "%s/attachments/%s/%s", h->clones[0], id, name);
		read_text(file.s, &bytes);
		if (count_of(text, name) == 0 || strncmp(bytes.s, name, bytes.len) != 0 ||
		    !bytes.len)
			fail(h, "an attachment is not there", name);
	}
}

static void check_matter(struct history *h, const struct matter *matter)
{
	auto_buf path = BUF_INIT;
	auto_buf text = BUF_INIT;
	auto_buf note = BUF_INIT;

	if (matter->gone)
		return;
	if (find_file(h->clones[0], matter->title, &path, &text) != 1) {
		fail(h, "not there, or more than once", matter->title);
		return;
	}
	for (size_t i = 0; i < matter->facts.count; i++)
		if (count_of(&text, matter->facts.items[i]) != 1)
			fail(h, matter->title, matter->facts.items[i]);
	buf_addf(&note, "note: %s", matter->last_note);
	if (matter->last_note[0] && !has_line(&text, note.s))
		fail(h, "the note is another", note.s);
	if (matter->refers_to[0])
		check_reference(h, matter, &text);
	check_files(h, matter, &path, &text);
}

/* What the clone that pulls prefers holds where both wrote. */
static void settle(struct history *h, size_t puller, bool ours)
{
	for (size_t i = 0; i < h->count; i++) {
		struct matter *matter = &h->matters[i];
		size_t first = ours ? puller : 1 - puller;
		const char *note = matter->note[first][0] ? matter->note[first]
							  : matter->note[1 - first];

		if (note[0])
			memcpy(matter->last_note, note, NAME);
		memset(matter->note, 0, sizeof(matter->note));
		matter->here[0] = matter->here[1] = true;
		matter->settled = matter->gone;
	}
}

static void check_catalogues(struct history *h)
{
	must(h, RUN(h->clones[0], "sh", "-c", "test -z \"$(git status --porcelain)\""),
	     "not clean", h->clones[0]);
	must(h, RUN(h->clones[1], "sh", "-c", "test -z \"$(git status --porcelain)\""),
	     "not clean", h->clones[1]);
	must(h,
	     RUN(h->clones[0], "sh", "-c",
		 "test $(git rev-parse HEAD) = $(git -C ../b rev-parse HEAD)"),
	     "the clones", "differ");
}

static void check_same(struct history *h)
{
	check_catalogues(h);
	must(h,
	     RUN(h->clones[0], "sh", "-c",
		 "test -z \"$(git -C private status --porcelain; git -C ../b/private "
		 "status "
		 "--porcelain; git -C private diff origin/main..HEAD)\" && "
		 "test $(git -C private rev-parse HEAD^{tree}) = "
		 "$(git -C ../b/private rev-parse HEAD^{tree})"),
	     "the private stores", "differ");
	for (size_t i = 0; i < h->count; i++)
		check_matter(h, &h->matters[i]);
}

static void push(struct history *h, size_t clone)
{
	must(h, RUN(h->clones[clone], "git", "push", "-q"), "git push", "catalogue");
	must(h, RUN(h->clones[clone], "git", "-C", "private", "push", "-q"), "git push",
	     "private store");
}

static void round_of(struct history *h)
{
	size_t puller = below(h, 2);
	bool ours = below(h, 2) == 0;
	const char *prefer = ours ? "ours" : "theirs";

	for (size_t clone = 0; clone < 2; clone++) {
		/* Both give a number first, and it is the same. */
		if (!h->count || below(h, 2))
			add_item(h, clone);
		for (size_t n = 1 + below(h, 3); n > 0; n--)
			act(h, clone);
	}
	if (h->failed)
		return;
	push(h, 1 - puller);
	must(h, RUN(h->clones[puller], "gk", "pull", "-q", "--prefer", prefer), "gk pull",
	     h->clones[puller]);
	push(h, puller);
	must(h, RUN(h->clones[1 - puller], "gk", "pull", "-q"), "gk pull", "forward");
	check_catalogues(h);
	/*
	 * A number that came may stand in the private store of who pulled last, which is set right
	 * there in a commit: private stores, and they alone, may need one exchange more.
	 */
	push(h, 1 - puller);
	must(h, RUN(h->clones[puller], "gk", "pull", "-q"), "gk pull", "back");
	settle(h, puller, ours);
	check_same(h);
}

static bool run_history(const char *dir, uint32_t seed)
{
	struct history *h = calloc(1, sizeof(*h));
	auto_buf a = BUF_INIT;
	auto_buf b = BUF_INIT;
	bool failed;

	if (!h)
		return false;
	buf_addf(&a, "%s/a", dir);
	buf_addf(&b, "%s/b", dir);
	h->seed = seed;
	h->state = seed * 2654435761U + 1;
	h->clones[0] = a.s;
	h->clones[1] = b.s;
	for (size_t rounds = 1 + below(h, 2); rounds > 0 && !h->failed; rounds--)
		round_of(h);
	/* One may have given up what the other refers to since: no rule of history. */
	if (!h->failed)
		must(h,
		     RUN(a.s, "sh", "-c",
			 "gk validate --range start..HEAD -f short --allow-empty "
			 ">../found; "
			 "[ $? -lt 2 ] && ! grep ': error' ../found | grep -v "
			 "'reference-void'"),
		     "gk validate", "--range");
	failed = h->failed;
	free(h);
	return !failed;
}

int main(int argc, char **argv)
{
	uint32_t first, count;
	size_t bad = 0;

	if (argc != 4)
		return 2;
	first = (uint32_t)strtoul(argv[2], NULL, 10);
	count = (uint32_t)strtoul(argv[3], NULL, 10);
	for (uint32_t seed = first; seed < first + count; seed++) {
		auto_buf dir = BUF_INIT;

		buf_addf(&dir, "%s/../h%u", argv[1], (unsigned int)seed);
		if (RUN("/", "cp", "-R", argv[1], dir.s) != 0)
			return 2;
		if (!run_history(dir.s, seed))
			bad++;
		else
			(void)RUN("/", "rm", "-rf", dir.s);
	}
	(void)printf("%u histories from seed %u: %zu bad\n", (unsigned int)count,
		     (unsigned int)first, bad);
	return bad ? 1 : 0;
}
