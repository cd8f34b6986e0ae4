#include <string.h>

#include "cmd/cmd.h"
#include "cmd/commands.h"

static const struct command *const all[] = {
	&cmd_init,          &cmd_add,        &cmd_import,  &cmd_edit,
	&cmd_set,           &cmd_attach,     &cmd_fmt,     &cmd_save,
	&cmd_show,          &cmd_list,       &cmd_search,  &cmd_log,
	&cmd_validate,      &cmd_clear,      &cmd_publish, &cmd_review_exempt,
	&cmd_annual_report, &cmd_export,     &cmd_undo,    &cmd_void,
	&cmd_renumber,      &cmd_pull,       &cmd_backup,  &cmd_restore,
	&cmd_workday,       &cmd_explain,    &cmd_rules,   &cmd_schema,
	&cmd_hook,          &cmd_completion, &cmd_help,    &cmd_version,
};

const struct command *const *commands(size_t *count)
{
	*count = ARRAY_LEN(all);
	return all;
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(all); i++)
		if (strcmp(all[i]->name, name) == 0 || strcmp(all[i]->zh, name) == 0)
			return all[i];
	return NULL;
}
