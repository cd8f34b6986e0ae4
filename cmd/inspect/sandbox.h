/*
 * The walls around a program that parses what strangers made.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_INSPECT_SANDBOX_H
#define GK_CMD_INSPECT_SANDBOX_H

#include "base/base.h"

enum {
	SANDBOX_SECONDS = 20,       /* of processor time */
	SANDBOX_MEMORY = 256 << 20, /* bytes that can be written */
	SANDBOX_SPACE = 1 << 30,    /* bytes of addresses, libraries included */
};

/**
 * Give up for good whatever the kernel lets us give up: time, memory, writing and opening
 * files, starting programs, the network.  What a kernel does not know is left out; what it
 * knows and refuses ends the process.  `readable` is the one folder whose files may still be
 * read, where the kernel can tell folders apart; elsewhere nothing can be opened.
 */
void sandbox_close(const char *readable);

#endif
