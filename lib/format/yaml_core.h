/*
 * What a plain scalar means: to us (core schema of YAML 1.2) and to the many
 * programs that still read YAML 1.1.
 *
 * Layer: format.
 */
#ifndef GK_FORMAT_YAML_CORE_H
#define GK_FORMAT_YAML_CORE_H

#include "format/yaml.h"

/** The core schema's reading of a plain text. */
enum yaml_core yaml_core_resolve(const char *text, size_t len);

/**
 * True when YAML 1.1 reads a plain text as something else than text.  A date
 * alone (2018-07-04) is not counted: records write it plain on purpose.
 */
bool yaml_core_1_1_differs(const char *text, size_t len);

#endif
