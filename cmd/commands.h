/*
 * The subcommands, one a file.  Layer: cmd.
 */
#ifndef GK_CMD_COMMANDS_H
#define GK_CMD_COMMANDS_H

#include "cmd/cmd.h"

extern const struct command cmd_init;
extern const struct command cmd_add;
extern const struct command cmd_import;
extern const struct command cmd_edit;
extern const struct command cmd_set;
extern const struct command cmd_fmt;
extern const struct command cmd_attach;
extern const struct command cmd_log;
extern const struct command cmd_save;
extern const struct command cmd_show;
extern const struct command cmd_list;
extern const struct command cmd_search;
extern const struct command cmd_validate;
extern const struct command cmd_clear;
extern const struct command cmd_publish;
extern const struct command cmd_review_exempt;
extern const struct command cmd_annual_report;
extern const struct command cmd_pull;
extern const struct command cmd_undo;
extern const struct command cmd_void;
extern const struct command cmd_renumber;
extern const struct command cmd_backup;
extern const struct command cmd_restore;
extern const struct command cmd_workday;
extern const struct command cmd_explain;
extern const struct command cmd_export;
extern const struct command cmd_rules;
extern const struct command cmd_schema;
extern const struct command cmd_completion;
extern const struct command cmd_hook;
extern const struct command cmd_help;
extern const struct command cmd_version;

#endif
