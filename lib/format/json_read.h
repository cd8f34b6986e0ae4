/*
 * Reading JSON into the same tree as YAML, so that what reads a record reads both.
 *
 * Numbers become plain scalars, true and false too; null becomes an empty plain
 * scalar "null".  Integers go to 64 bits.  Places are those of the whole text where jansson gives none (1:1).
 *
 * Layer: format.  The one file that uses jansson is json_read.c.
 */
#ifndef GK_FORMAT_JSON_READ_H
#define GK_FORMAT_JSON_READ_H

#include "base/arena.h"
#include "base/error.h"
#include "format/yaml.h"

enum { JSON_READ_MAX_BYTES = 64 << 20, JSON_READ_MAX_DEPTH = 64 };

/**
 * Strict JSON, duplicate keys refused.  ERR_SYNTAX says line and column; ERR_LIMIT
 * is a text that is too long or nests too deep.
 */
int json_parse(struct arena *arena, const char *bytes, size_t len, struct yaml_node **out,
	       struct error *err) gk_must_use;

#endif
