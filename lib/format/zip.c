#include "format/zip.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/arena.h"

enum {
	CHUNK = 32 << 10,
	END_SIZE = 22, /* of the end record, without its comment */
	COMMENT_MAX = 65535,
	LOCATOR_SIZE = 20,
	COUNT_AT = 10, /* where the end record says how many entries there are, */
	SIZE_AT = 12,  /* and how long their directory is */
	MAX_DIRECTORY = 4 << 20,
};

struct zip_reader {
	zip_t *zip;
	size_t count;
	size_t inflated;
};

/* ---- before libzip sees it ---- */

static size_t little(const unsigned char *p, size_t bytes)
{
	size_t n = 0;

	while (bytes-- > 0)
		n = n << 8 | p[bytes];
	return n;
}

/*
 * libzip makes room for as many entries as the end record says before it looks at one,
 * goes on behind them while the directory does, and takes the best of several end
 * records: so none may say too much.  The form for more
 * than 65535 entries or 4 GiB is needed by no file that gk reads.
 */
static int check_ends(const unsigned char *bytes, size_t len, struct error *err)
{
	size_t reach = END_SIZE + COMMENT_MAX + LOCATOR_SIZE;
	size_t from = len > reach ? len - reach : 0;

	if (len < END_SIZE)
		return error_set(err, ERR_SYNTAX, "too short for an archive");
	for (size_t i = from; i + LOCATOR_SIZE <= len; i++) {
		if (memcmp(bytes + i, "PK\6\7", 4) == 0)
			return error_set(err, ERR_LIMIT, "an archive of the 64-bit form");
		if (memcmp(bytes + i, "PK\5\6", 4) == 0 &&
		    (little(bytes + i + COUNT_AT, 2) > ZIP_READ_MAX_ENTRIES ||
		     little(bytes + i + SIZE_AT, 4) > MAX_DIRECTORY))
			return error_set(err, ERR_LIMIT, "too many entries");
	}
	return 0;
}

static int open_zip(struct zip_reader *reader, const void *bytes, size_t len,
		    struct error *err)
{
	zip_error_t why;
	zip_source_t *source;

	zip_error_init(&why);
	source = zip_source_buffer_create(bytes, len, 0, &why);
	if (source)
		reader->zip = zip_open_from_source(source, ZIP_RDONLY, &why);
	if (!reader->zip) {
		zip_source_free(source);
		(void)error_set(err, ERR_SYNTAX, "%s", zip_error_strerror(&why));
	}
	zip_error_fini(&why);
	return reader->zip ? 0 : -1;
}

/* ---- names ---- */

/* Whether a part between slashes is "..", in either direction of slashes. */
static bool climbs(const char *name)
{
	while (*name) {
		size_t len = strcspn(name, "/\\");

		if (len == 2 && memcmp(name, "..", 2) == 0)
			return true;
		name += len;
		name += *name != '\0';
	}
	return false;
}

static int check_names(const struct zip_reader *reader, struct error *err)
{
	for (size_t i = 0; i < reader->count; i++) {
		const char *name = zip_reader_name(reader, i);

		if (name[0] == '/' || name[0] == '\\' || climbs(name))
			return error_set(err, ERR_DENIED,
					 "an entry whose name leaves the archive");
	}
	return 0;
}

int zip_reader_open(const void *bytes, size_t len, struct zip_reader **out,
		    struct error *err)
{
	struct zip_reader *reader;
	zip_int64_t count;

	if (check_ends(bytes, len, err) < 0)
		return -1;
	reader = calloc(1, sizeof(*reader));
	if (!reader)
		out_of_memory();
	if (open_zip(reader, bytes, len, err) < 0) {
		zip_reader_free(reader);
		return -1;
	}
	count = zip_get_num_entries(reader->zip, 0);
	reader->count = count > 0 ? (size_t)count : 0;
	if (check_names(reader, err) < 0) {
		zip_reader_free(reader);
		return -1;
	}
	*out = reader;
	return 0;
}

void zip_reader_free(struct zip_reader *reader)
{
	if (!reader)
		return;
	if (reader->zip)
		zip_discard(reader->zip);
	free(reader);
}

size_t zip_reader_count(const struct zip_reader *reader)
{
	return reader->count;
}

const char *zip_reader_name(const struct zip_reader *reader, size_t entry)
{
	const char *name = zip_get_name(reader->zip, entry, ZIP_FL_ENC_GUESS);

	return name ? name : "";
}

size_t zip_reader_find(const struct zip_reader *reader, const char *name)
{
	zip_int64_t found = zip_name_locate(reader->zip, name, ZIP_FL_NOCASE);

	return found < 0 ? reader->count : (size_t)found;
}

/* ---- content ---- */

/* Packed sizes are what the archive says: a lie makes the ratio worse, not better. */
static int check_growth(const struct zip_reader *reader, zip_uint64_t packed, size_t now,
			struct error *err)
{
	if (reader->inflated > ZIP_READ_MAX_TOTAL)
		return error_set(err, ERR_LIMIT, "more than %d MiB when unpacked",
				 ZIP_READ_MAX_TOTAL >> 20);
	if (now > ZIP_READ_FREE && now / ZIP_READ_MAX_RATIO > packed)
		return error_set(err, ERR_LIMIT, "an entry that grows more than %d times",
				 ZIP_READ_MAX_RATIO);
	return 0;
}

static int read_all(struct zip_reader *reader, zip_file_t *file, zip_uint64_t packed,
		    zip_bytes_fn fn, void *payload, struct error *err)
{
	char *chunk = malloc(CHUNK);
	size_t now = 0;
	zip_int64_t got;
	int done = 0;

	if (!chunk)
		out_of_memory();
	while (done == 0 && (got = zip_fread(file, chunk, CHUNK)) != 0) {
		if (got < 0) {
			done = error_set(err, ERR_SYNTAX, "%s",
					 zip_error_strerror(zip_file_get_error(file)));
			break;
		}
		now += (size_t)got;
		reader->inflated += (size_t)got;
		done = check_growth(reader, packed, now, err);
		if (done == 0)
			done = fn(payload, chunk, (size_t)got, err);
	}
	free(chunk);
	return done;
}

/* NOLINTNEXTLINE(readability-function-size): a question and a callback */
int zip_reader_read(struct zip_reader *reader, size_t entry, zip_bytes_fn fn,
		    void *payload, struct error *err)
{
	zip_stat_t stat;
	zip_file_t *file;
	int done;

	zip_stat_init(&stat);
	if (zip_stat_index(reader->zip, entry, 0, &stat) < 0)
		return error_set(err, ERR_SYNTAX, "%s", zip_strerror(reader->zip));
	if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
	    stat.encryption_method != ZIP_EM_NONE)
		return error_set(err, ERR_DENIED, "it is encrypted");
	file = zip_fopen_index(reader->zip, entry, 0);
	if (!file)
		return error_set(err, ERR_SYNTAX, "%s", zip_strerror(reader->zip));
	done = read_all(reader, file, stat.comp_size, fn, payload, err);
	(void)zip_fclose(file);
	return done;
}
