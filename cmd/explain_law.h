/*
 * What gk knows of a law: for gk explain.
 *
 * Layer: cmd.
 */
#ifndef GK_CMD_EXPLAIN_LAW_H
#define GK_CMD_EXPLAIN_LAW_H

#include "cmd/cmd.h"

/**
 * Explain a law or document that is named by title, number or citation (《预算法》第十四条).
 * False, and nothing is said, when the text names none that gk knows.
 */
bool explain_law(struct app *app, const char *text);

#endif
