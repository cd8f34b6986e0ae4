/*
 * Run a program and let a system call of it go wrong.
 *
 *	fault list COMMAND…           print number and kind of every system call that changes
 *	                              something, or must be known to have
 *	fault kill N COMMAND…         SIGKILL instead of the N-th
 *	fault ERRNO N COMMAND…        let the N-th fail: ENOSPC, EIO,
 *	                              EROFS, EDQUOT
 *
 * Calls are counted from the program's start over all its threads and children.  By
 * ptrace(2), because it sees every call, also those that libraries make inside.
 *
 * Exit status: that of the command; 0 when it was killed here; 125 for wrong use.
 */
/* NOLINTNEXTLINE(bugprone-reserved-identifier): the name is the C library's */
#define _GNU_SOURCE

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WRONG_USE = 125, SYSCALL_STOP = SIGTRAP | 0x80 };

enum action { ACTION_LIST, ACTION_KILL, ACTION_FAIL };

struct plan {
	enum action action;
	int reason; /* of ACTION_FAIL: errno */
	long at;    /* which call, from 1 */
	pid_t child;
	long count;    /* calls so far */
	pid_t failing; /* thread whose call is being failed, 0 for none */
};

static const struct {
	const char *name;
	int reason;
} reasons[] = {
	{ "ENOSPC", ENOSPC }, { "EIO", EIO }, { "EROFS", EROFS }, { "EDQUOT", EDQUOT }
};

static const struct {
	const char *name;
	long nr;
} writing[] = {
	{ "write", SYS_write },        { "write", SYS_pwrite64 },
	{ "write", SYS_writev },       { "rename", SYS_renameat },
	{ "rename", SYS_renameat2 },   { "link", SYS_linkat },
	{ "unlink", SYS_unlinkat },    { "mkdir", SYS_mkdirat },
	{ "truncate", SYS_ftruncate }, { "chmod", SYS_fchmod },
	{ "chmod", SYS_fchmodat },     { "fsync", SYS_fsync },
	{ "fsync", SYS_fdatasync },    { "utime", SYS_utimensat },
	{ "link", SYS_symlinkat },     { "allocate", SYS_fallocate },
	{ "write", SYS_sendfile },     { "write", SYS_copy_file_range },
#ifdef SYS_rename
	{ "rename", SYS_rename },      { "link", SYS_link },
	{ "link", SYS_symlink },       { "unlink", SYS_unlink },
	{ "unlink", SYS_rmdir },       { "mkdir", SYS_mkdir },
	{ "chmod", SYS_chmod },        { "create", SYS_creat },
	{ "utime", SYS_utimes },
#endif
};

/* What goes to another process changes nothing that stays, and no disk fails there. */
static bool is_to_a_pipe(pid_t pid, long nr, long fd)
{
	char name[64];
	char target[8];
	ssize_t len;

	if (nr != SYS_write && nr != SYS_writev)
		return false;
	(void)snprintf(name, sizeof(name), "/proc/%ld/fd/%ld", (long)pid, fd);
	len = readlink(name, target, sizeof(target));
	return len >= 5 &&
	       (memcmp(target, "pipe:", 5) == 0 || memcmp(target, "socke", 5) == 0);
}

/* What kind of change a call is; NULL for none. */
static const char *kind_of_writing(pid_t pid, const struct __ptrace_syscall_info *info)
{
	const long nr = (long)info->entry.nr;

	for (size_t i = 0; i < sizeof(writing) / sizeof(writing[0]); i++)
		if (nr == writing[i].nr)
			return is_to_a_pipe(pid, nr, (long)info->entry.args[0])
				       ? NULL
				       : writing[i].name;
#ifdef SYS_open
	if (nr == SYS_open && (info->entry.args[1] & (O_CREAT | O_TRUNC)))
		return "create";
#endif
	if (nr == SYS_openat && (info->entry.args[2] & (O_CREAT | O_TRUNC)))
		return "create";
	return NULL;
}

#if defined(__x86_64__)
static bool change_registers(pid_t pid, const long *call, const long *result)
{
	struct user_regs_struct regs;
	struct iovec iov = { .iov_base = &regs, .iov_len = sizeof(regs) };

	if (ptrace(PTRACE_GETREGSET, pid, NT_PRSTATUS, &iov) < 0)
		return false;
	if (call)
		regs.orig_rax = (unsigned long long)*call;
	if (result)
		regs.rax = (unsigned long long)*result;
	return ptrace(PTRACE_SETREGSET, pid, NT_PRSTATUS, &iov) == 0;
}
#else
static bool change_registers(pid_t pid, const long *call, const long *result)
{
	(void)pid;
	(void)call;
	(void)result;
	return false;
}
#endif

/* Waits for the end of what was killed; it comes after that of its threads, which are traced too. */
static void bury(pid_t child)
{
	int status;
	pid_t pid;

	do
		pid = waitpid(-1, &status, __WALL);
	while (pid > 0 && (pid != child || WIFSTOPPED(status)));
}

static void at_entry(struct plan *plan, pid_t pid,
		     const struct __ptrace_syscall_info *info)
{
	const long none = -1;
	const char *kind = kind_of_writing(pid, info);

	if (!kind)
		return;
	plan->count++;
	if (plan->action == ACTION_LIST)
		(void)fprintf(stderr, "%ld %s\n", plan->count, kind);
	if (plan->count != plan->at)
		return;
	if (plan->action == ACTION_KILL) {
		(void)kill(plan->child, SIGKILL);
		bury(plan->child);
		_exit(0); /* the kernel kills whatever it has started (EXITKILL) */
	}
	if (plan->action == ACTION_FAIL && change_registers(pid, &none, NULL))
		plan->failing = pid;
}

static void at_exit_of_call(struct plan *plan, pid_t pid)
{
	const long result = -plan->reason;

	if (plan->failing == pid && change_registers(pid, NULL, &result))
		plan->failing = 0;
}

static void at_syscall(struct plan *plan, pid_t pid)
{
	struct __ptrace_syscall_info info = { 0 };

	if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof(info), &info) < 0)
		return;
	if (info.op == PTRACE_SYSCALL_INFO_ENTRY)
		at_entry(plan, pid, &info);
	else if (info.op == PTRACE_SYSCALL_INFO_EXIT)
		at_exit_of_call(plan, pid);
}

/* The signal to pass on to a thread that has stopped. */
static long at_stop(struct plan *plan, pid_t pid, int status)
{
	const int signal = WSTOPSIG(status);

	if (signal == SYSCALL_STOP) {
		at_syscall(plan, pid);
		return 0;
	}
	return signal == SIGTRAP || signal == SIGSTOP ? 0 : signal;
}

static int run(struct plan *plan)
{
	int result = WRONG_USE;

	for (;;) {
		int status;
		pid_t pid = waitpid(-1, &status, __WALL);

		if (pid < 0)
			return result;
		if (WIFSTOPPED(status)) {
			(void)ptrace(PTRACE_SYSCALL, pid, NULL,
				     at_stop(plan, pid, status));
		} else if (pid == plan->child) {
			result = WIFEXITED(status) ? WEXITSTATUS(status)
						   : 128 + WTERMSIG(status);
		}
	}
}

static int start(struct plan *plan, char **argv)
{
	const long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL |
			     PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK |
			     PTRACE_O_TRACEVFORK | PTRACE_O_TRACEEXEC;

	plan->child = fork();
	if (plan->child == 0) {
		(void)ptrace(PTRACE_TRACEME, 0, NULL, NULL);
		(void)raise(SIGSTOP);
		(void)execvp(argv[0], argv);
		_exit(WRONG_USE);
	}
	if (plan->child < 0 || waitpid(plan->child, NULL, 0) < 0 ||
	    ptrace(PTRACE_SETOPTIONS, plan->child, NULL, options) < 0 ||
	    ptrace(PTRACE_SYSCALL, plan->child, NULL, 0L) < 0) {
		perror("fault");
		return WRONG_USE;
	}
	return run(plan);
}

static bool read_plan(struct plan *plan, const char *verb)
{
	plan->action = ACTION_FAIL;
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (strcmp(verb, reasons[i].name) == 0) {
			plan->reason = reasons[i].reason;
			return true;
		}
	plan->action = ACTION_KILL;
	return strcmp(verb, "kill") == 0;
}

int main(int argc, char **argv)
{
	struct plan plan = { 0 };

	if (argc > 2 && strcmp(argv[1], "list") == 0)
		return start(&plan, argv + 2);
	if (argc < 4 || !read_plan(&plan, argv[1]))
		return WRONG_USE;
	plan.at = strtol(argv[2], NULL, 10);
	return plan.at > 0 ? start(&plan, argv + 3) : WRONG_USE;
}
