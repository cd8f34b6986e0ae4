#include "cmd/inspect/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static void give_up(const char *what)
{
	(void)fprintf(stderr, "gk-inspect: %s\n", what);
	/* NOLINTNEXTLINE(concurrency-mt-unsafe): this program has one thread */
	exit(EXIT_FAILURE);
}

/* ---- limits: every system has them ---- */

static void limit(int resource, rlim_t most)
{
	const struct rlimit bound = { .rlim_cur = most, .rlim_max = most };

	if (setrlimit((__rlimit_resource_t)resource, &bound) < 0)
		give_up("setrlimit");
}

static void set_limits(void)
{
	enum { MOST_FILES = 16 };

	limit(RLIMIT_CPU, SANDBOX_SECONDS);
	limit(RLIMIT_DATA, SANDBOX_MEMORY);
	limit(RLIMIT_AS, SANDBOX_SPACE);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_NOFILE, MOST_FILES);
}

/* ---- Landlock: one folder, to be read ---- */

static int64_t call(long number, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d)
{
	return syscall(number, a, b, c, d);
}

static bool allow_folder(int rules, const char *folder)
{
	struct landlock_path_beneath_attr beneath = {
		.allowed_access =
			LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
	};
	bool allowed;

	beneath.parent_fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (beneath.parent_fd < 0)
		return errno == ENOENT; /* then there is nothing to allow */
	allowed = call(SYS_landlock_add_rule, (uintptr_t)rules,
		       LANDLOCK_RULE_PATH_BENEATH, (uintptr_t)&beneath, 0) == 0;
	(void)close(beneath.parent_fd);
	return allowed;
}

/* Whether the file system is closed but for the folder. */
static bool close_files(const char *folder)
{
	/* All that the first version knows: later ones know more, and seccomp forbids the calls. */
	const struct landlock_ruleset_attr attr = {
		.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1,
	};
	int rules = (int)call(SYS_landlock_create_ruleset, (uintptr_t)&attr, sizeof(attr),
			      0, 0);
	bool closed;

	if (rules < 0)
		return false;
	closed = allow_folder(rules, folder) &&
		 call(SYS_landlock_restrict_self, (uintptr_t)rules, 0, 0, 0) == 0;
	(void)close(rules);
	return closed;
}

/* ---- seccomp: the calls that are left ---- */

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#elif defined(__loongarch__) && defined(AUDIT_ARCH_LOONGARCH64)
#define OUR_ARCH AUDIT_ARCH_LOONGARCH64
#endif

#ifdef OUR_ARCH

/* Memory, what is open already, time, and the end. */
static const int calls[] = {
	SYS_read,           SYS_write,        SYS_writev,        SYS_close,
	SYS_lseek,          SYS_fstat,        SYS_mmap,          SYS_munmap,
	SYS_mremap,         SYS_mprotect,     SYS_madvise,       SYS_brk,
	SYS_futex,          SYS_getrandom,    SYS_clock_gettime, SYS_gettimeofday,
	SYS_getpid,         SYS_gettid,       SYS_tgkill,        SYS_rt_sigaction,
	SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_exit,          SYS_exit_group,
};

/* Of these only where Landlock says which files: and even then to read, as FSIZE is 0. */
static const int file_calls[] = {
#ifdef SYS_newfstatat
	SYS_newfstatat,
#endif
	SYS_statx,      SYS_openat, SYS_getdents64, SYS_readlinkat, SYS_faccessat,
#ifdef SYS_open
	SYS_open,       SYS_stat,   SYS_access,     SYS_readlink,
#endif
};

enum { LEAD = 4, MAX_RULES = 64 + LEAD + 2 };

static struct sock_filter load(uint32_t offset)
{
	return (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset);
}

static struct sock_filter answer(uint32_t what)
{
	return (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, what);
}

/* Each call that is let through jumps over those behind it to the last rule. */
static size_t add_calls(struct sock_filter *rules, size_t count, size_t end,
			const int *list, size_t list_count)
{
	for (size_t i = 0; i < list_count; i++, count++)
		rules[count] = (struct sock_filter)BPF_JUMP(
			BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)list[i],
			(uint8_t)(end - count - 1), 0);
	return count;
}

/*
 * What is not in the list fails with EPERM rather than ending the process: a library that
 * asks for more than it needs goes on without.
 */
static void close_calls(bool files)
{
	struct sock_filter rules[MAX_RULES];
	size_t file_count = files ? ARRAY_LEN(file_calls) : 0;
	size_t end = LEAD + ARRAY_LEN(calls) + file_count + 1; /* of the last rule */
	size_t count = 0;
	struct sock_fprog program = { .filter = rules };

	rules[count++] = load(offsetof(struct seccomp_data, arch));
	rules[count++] =
		(struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0);
	rules[count++] = answer(SECCOMP_RET_KILL_PROCESS);
	rules[count++] = load(offsetof(struct seccomp_data, nr));
	count = add_calls(rules, count, end, calls, ARRAY_LEN(calls));
	count = add_calls(rules, count, end, file_calls, file_count);
	rules[count++] = answer(SECCOMP_RET_ERRNO | EPERM);
	rules[count++] = answer(SECCOMP_RET_ALLOW);
	program.len = (unsigned short)count;
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) < 0 && errno != EINVAL)
		give_up("seccomp");
}

#else

static void close_calls(bool files)
{
	(void)files;
}

#endif

void sandbox_close(const char *readable)
{
	bool files;

	set_limits();
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		give_up("no_new_privs");
	files = close_files(readable);
	if (!files) /* then not one more, where there is no filter of calls either */
		limit(RLIMIT_NOFILE, 3);
	close_calls(files);
}
