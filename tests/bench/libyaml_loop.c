/*
 * The floor that validate is measured against: the same walk, the same files, every
 * event of libyaml looked at and forgotten, in as many threads as are named.
 *
 * usage: libyaml_loop DIRECTORY [THREADS]
 */
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

struct files {
	char **paths;
	size_t count;
	size_t room;
	atomic_size_t next;
	atomic_size_t events;
};

static void add(struct files *files, const char *path)
{
	if (files->count == files->room) {
		files->room = files->room ? files->room * 2 : 1024;
		files->paths = realloc(files->paths, files->room * sizeof(char *));
	}
	files->paths[files->count++] = strdup(path);
}

static void walk(struct files *files, const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *entry;

	while (d && (entry = readdir(d))) {
		char path[4096];
		struct stat st;
		size_t len = strlen(entry->d_name);

		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", dir, entry->d_name);
		if (lstat(path, &st) < 0)
			continue;
		if (S_ISDIR(st.st_mode))
			walk(files, path);
		else if (len > 5 && strcmp(entry->d_name + len - 5, ".yaml") == 0)
			add(files, path);
	}
	if (d)
		closedir(d);
}

static size_t events_of(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	unsigned char *bytes;
	ssize_t len;
	yaml_parser_t parser;
	yaml_event_t event;
	size_t count = 0;
	int last = 0;

	if (fd < 0 || fstat(fd, &st) < 0)
		return 0;
	bytes = malloc((size_t)st.st_size + 1);
	len = read(fd, bytes, (size_t)st.st_size);
	close(fd);
	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(&parser, bytes, len > 0 ? (size_t)len : 0);
	while (!last && yaml_parser_parse(&parser, &event)) {
		last = event.type == YAML_STREAM_END_EVENT;
		count++;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	free(bytes);
	return count;
}

static void *work(void *arg)
{
	struct files *files = arg;
	size_t i;

	while ((i = atomic_fetch_add(&files->next, 1)) < files->count)
		atomic_fetch_add(&files->events, events_of(files->paths[i]));
	return NULL;
}

int main(int argc, char **argv)
{
	struct files files = { 0 };
	pthread_t threads[16];
	int count = argc > 2 ? atoi(argv[2]) : 1;

	if (argc < 2)
		return 2;
	walk(&files, argv[1]);
	for (int i = 0; i < count && i < 16; i++)
		pthread_create(&threads[i], NULL, work, &files);
	for (int i = 0; i < count && i < 16; i++)
		pthread_join(threads[i], NULL);
	printf("%zu files, %zu events\n", files.count, files.events);
	return 0;
}
