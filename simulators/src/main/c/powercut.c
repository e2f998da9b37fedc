/*
 * A power cut for one process, by LD_PRELOAD.
 *
 * Everything that the process writes below one folder reaches the file at once, as it reaches the
 * page cache; but what stood there before is kept until a sync came back. At the chosen call the
 * power is cut: all that was not synced is undone, and of each file nothing, what was written first,
 * or some 512-byte sectors of it in any order are put back. Then the process is gone (status 137).
 *
 * Modelled: writes, sizes (truncate, allocate), files and folders that are made, removed and
 * renamed. A name lasts after a sync of its folder; a sync of the file does not make it last, as
 * fsync(2) warns. Names last in the order in which they were changed.
 * Not modelled: what an earlier process left unsynced (each start finds all on the disk), sectors
 * that are half written or change by themselves, disks that lie about a sync, rights and times of
 * files, folders that are renamed. Shared memory (-shm) is nothing that lasts, and passes.
 * What this shim does not see (a shared writable mapping, a stream of stdio) it reports, so that
 * nobody takes it for safe. No real sync is done: what lasts is decided here.
 *
 *   MENFANG_POWERCUT_FOLDER  the folder, without links or dots in its path
 *   MENFANG_POWERCUT_EXCEPT  a folder in it that is left alone (that of a broker)
 *   MENFANG_POWERCUT_GRAVES  a folder beside it, on the same disk, for what is removed
 *   MENFANG_POWERCUT_REPORT  a file to which one line is added for each thing to tell
 *   MENFANG_POWERCUT_CALL    the number of the call at which the power is cut; 0 for never
 *   MENFANG_POWERCUT_ONLY    counts only calls on files whose path has this in it; empty for all
 *   MENFANG_POWERCUT_SEED    what chance is drawn from
 *   MENFANG_POWERCUT_FATE    any, drop, prefix, torn, keep (as kill -9 does)
 */
#define _GNU_SOURCE
#include "unsynced.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#if !defined(__LP64__)
#error "offsets are passed in one register: 64-bit machines only"
#endif

enum { DESCRIPTORS_MAX = 65536, CUT_STATUS = 137 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct file *descriptors[DESCRIPTORS_MAX];
static char folder[PATH_MAX], except[PATH_MAX], report[PATH_MAX], only[PATH_MAX];
static unsigned long calls, cut_at;
static enum fate fate = FATE_ANY;

static void tell(const char *format, ...) {
    char line[PATH_MAX + 256];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    int fd = (int)syscall(SYS_openat, AT_FDCWD, report, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC,
                          0600);
    if (fd >= 0) {
        (void)syscall(SYS_write, fd, line, (size_t)length);
        syscall(SYS_close, fd);
    }
}

static void setting(const char *name, char *value) {
    const char *given = getenv(name);
    snprintf(value, PATH_MAX, "%s", given == NULL ? "" : given);
}

static enum fate fate_named(const char *name) {
    static const char *const NAMES[] = {"any", "drop", "prefix", "torn", "keep"};
    for (int i = 0; i < 5; i++)
        if (strcmp(name, NAMES[i]) == 0)
            return (enum fate)i;
    return FATE_ANY;
}

__attribute__((constructor)) static void begin(void) {
    char text[PATH_MAX];
    setting("MENFANG_POWERCUT_GRAVES", text);
    char seed[PATH_MAX];
    setting("MENFANG_POWERCUT_SEED", seed);
    unsynced_begin(strtoull(seed, NULL, 10), text);
    setting("MENFANG_POWERCUT_REPORT", report);
    setting("MENFANG_POWERCUT_EXCEPT", except);
    setting("MENFANG_POWERCUT_ONLY", only);
    setting("MENFANG_POWERCUT_CALL", text);
    cut_at = strtoul(text, NULL, 10);
    setting("MENFANG_POWERCUT_FATE", text);
    fate = fate_named(text);
    setting("MENFANG_POWERCUT_FOLDER", folder);
    unsetenv("LD_PRELOAD"); /* its children are not cut */
    tell("begun\n");
}

__attribute__((destructor)) static void end(void) { tell("ended calls=%lu\n", calls); }

/* Another call that the power could be cut at. */
static void step(const char *call, const char *path) {
    if (strstr(path, only) == NULL || ++calls != cut_at)
        return;
    struct cut_result result = cut_power(fate);
    tell("cut call=%lu at=%s path=%s files=%zu changes=%zu bytes=%zu lost=%zu names=%zu\n", calls,
         call, path, result.files, result.changes, result.bytes, result.lost, result.names_undone);
    _exit(CUT_STATUS);
}

static bool starts_with(const char *path, const char *prefix) {
    size_t length = strlen(prefix);
    return length > 0 && strncmp(path, prefix, length) == 0
        && (path[length] == '/' || path[length] == '\0');
}

static bool is_watched(const char *path) {
    size_t length = strlen(path);
    bool is_shared_memory = length > 4 && strcmp(path + length - 4, "-shm") == 0;
    return starts_with(path, folder) && !starts_with(path, except) && !is_shared_memory;
}

/* The whole path of a name; false if it cannot lie in the folder. */
static bool whole(int at, const char *name, char *path) {
    if (folder[0] == '\0' || name == NULL)
        return false;
    if (name[0] == '/') {
        snprintf(path, PATH_MAX, "%s", name);
        return is_watched(path);
    }
    char base[PATH_MAX / 2] = "";
    if (at == AT_FDCWD) {
        if (getcwd(base, sizeof base) == NULL)
            return false;
    } else {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        ssize_t length = readlink(link, base, sizeof base - 1);
        base[length < 0 ? 0 : length] = '\0';
    }
    snprintf(path, PATH_MAX, "%s/%.*s", base, PATH_MAX / 2 - 2, name);
    return is_watched(path);
}

static struct file *watched(int fd) {
    return fd >= 0 && fd < DESCRIPTORS_MAX ? descriptors[fd] : NULL;
}

static void empty(struct file *file) {
    struct before before = look_before(file, 0, (size_t)file_size(file));
    note_size(file, before, 0);
}

static int open_watched(int at, const char *name, const char *path, int flags, mode_t mode) {
    pthread_mutex_lock(&lock);
    struct stat status;
    bool was_there = lstat(path, &status) == 0;
    int fd = (int)syscall(SYS_openat, at, name, flags & ~O_TRUNC, mode);
    if (fd >= 0 && fd < DESCRIPTORS_MAX) {
        struct file *file = descriptors[fd] = file_of(fd, path);
        if (file != NULL && !was_there) {
            note_created(path);
            step("create", path);
        }
        if (file != NULL && was_there && (flags & O_TRUNC) != 0) {
            empty(file);
            (void)syscall(SYS_ftruncate, fd, 0L);
            step("truncate", path);
        }
    }
    int error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return fd;
}

static int open_any(int at, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    if (whole(at, name, path))
        return open_watched(at, name, path, flags, mode);
    return (int)syscall(SYS_openat, at, name, flags, mode);
}

#define MODE_OF(last)                                                                              \
    mode_t mode = 0;                                                                               \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0) {                                                    \
        va_list arguments;                                                                         \
        va_start(arguments, last);                                                                 \
        mode = va_arg(arguments, mode_t);                                                          \
        va_end(arguments);                                                                         \
    }

int open(const char *name, int flags, ...) {
    MODE_OF(flags)
    return open_any(AT_FDCWD, name, flags, mode);
}

int open64(const char *name, int flags, ...) {
    MODE_OF(flags)
    return open_any(AT_FDCWD, name, flags, mode);
}

int openat(int at, const char *name, int flags, ...) {
    MODE_OF(flags)
    return open_any(at, name, flags, mode);
}

int openat64(int at, const char *name, int flags, ...) {
    MODE_OF(flags)
    return open_any(at, name, flags, mode);
}

int creat(const char *name, mode_t mode) {
    return open_any(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int creat64(const char *name, mode_t mode) { return creat(name, mode); }

int close(int fd) {
    pthread_mutex_lock(&lock);
    if (watched(fd) != NULL)
        descriptors[fd] = NULL;
    pthread_mutex_unlock(&lock);
    return (int)syscall(SYS_close, fd);
}

static int follow(int from, int to) {
    if (to >= 0 && to < DESCRIPTORS_MAX) {
        pthread_mutex_lock(&lock);
        descriptors[to] = watched(from);
        pthread_mutex_unlock(&lock);
    }
    return to;
}

int dup(int fd) { return follow(fd, (int)syscall(SYS_dup, fd)); }

int dup2(int fd, int to) {
    return fd == to ? to : follow(fd, (int)syscall(SYS_dup3, fd, to, 0));
}

int dup3(int fd, int to, int flags) { return follow(fd, (int)syscall(SYS_dup3, fd, to, flags)); }

/* Writes, at an offset or (-1) where the descriptor stands, and notes what was there before. */
static ssize_t write_noted(int fd, struct file *file, const void *bytes, size_t length,
                           off_t given) {
    int flags = (int)syscall(SYS_fcntl, fd, F_GETFL, 0);
    off_t offset = (flags & O_APPEND) != 0 ? file_size(file)
        : given >= 0                       ? given
                                           : (off_t)syscall(SYS_lseek, fd, 0L, SEEK_CUR);
    struct before before = look_before(file, offset, length);
    ssize_t written = given >= 0 ? syscall(SYS_pwrite64, fd, bytes, length, given)
                                 : syscall(SYS_write, fd, bytes, length);
    int error = errno;
    note_write(file, before, bytes, written < 0 ? 0 : (size_t)written);
    step("write", file_path(file));
    if ((flags & O_DSYNC) != 0)
        note_synced(file);
    errno = error;
    return written;
}

ssize_t write(int fd, const void *bytes, size_t length) {
    if (watched(fd) == NULL)
        return syscall(SYS_write, fd, bytes, length);
    pthread_mutex_lock(&lock);
    struct file *file = watched(fd);
    ssize_t written = file == NULL ? syscall(SYS_write, fd, bytes, length)
                                   : write_noted(fd, file, bytes, length, -1);
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
    pthread_mutex_lock(&lock);
    struct file *file = watched(fd);
    ssize_t written = file == NULL ? syscall(SYS_pwrite64, fd, bytes, length, offset)
                                   : write_noted(fd, file, bytes, length, offset);
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) {
    return pwrite(fd, bytes, length, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (watched(fd) == NULL)
        return syscall(SYS_writev, fd, parts, count);
    ssize_t all = 0;
    for (int i = 0; i < count; i++) {
        ssize_t written = write(fd, parts[i].iov_base, parts[i].iov_len);
        if (written < 0)
            return all > 0 ? all : written;
        all += written;
        if ((size_t)written < parts[i].iov_len)
            break;
    }
    return all;
}

int ftruncate(int fd, off_t size) {
    pthread_mutex_lock(&lock);
    struct file *file = watched(fd);
    struct before before = {0, 0, 0, NULL};
    if (file != NULL) {
        off_t there = file_size(file);
        before = look_before(file, size, there > size ? (size_t)(there - size) : 0);
    }
    int result = (int)syscall(SYS_ftruncate, fd, size);
    int error = errno;
    if (file != NULL) {
        note_size(file, before, result == 0 ? size : before.size);
        step("truncate", file_path(file));
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}

int ftruncate64(int fd, off_t size) { return ftruncate(fd, size); }

int posix_fallocate(int fd, off_t offset, off_t length) {
    struct stat status;
    if (fstat(fd, &status) != 0)
        return errno;
    return offset + length <= status.st_size || ftruncate(fd, offset + length) == 0 ? 0 : errno;
}

int posix_fallocate64(int fd, off_t offset, off_t length) {
    return posix_fallocate(fd, offset, length);
}

static int sync_noted(int fd, long call) {
    pthread_mutex_lock(&lock);
    struct file *file = watched(fd);
    if (file != NULL) {
        step("sync", file_path(file)); /* in its middle nothing is certain yet */
        note_synced(file);
    }
    pthread_mutex_unlock(&lock);
    return file != NULL ? 0 : (int)syscall(call, fd);
}

int fsync(int fd) { return sync_noted(fd, SYS_fsync); }

int fdatasync(int fd) { return sync_noted(fd, SYS_fdatasync); }

void sync(void) {
    pthread_mutex_lock(&lock);
    note_all_synced();
    pthread_mutex_unlock(&lock);
}

static int remove_name(int at, const char *name, int flags) {
    char path[PATH_MAX], saved[PATH_MAX] = "";
    if (!whole(at, name, path))
        return (int)syscall(SYS_unlinkat, at, name, flags);
    pthread_mutex_lock(&lock);
    if (flags == 0)
        save_name(path, saved, sizeof saved);
    int result = (int)syscall(SYS_unlinkat, at, name, flags);
    int error = errno;
    if (result == 0) {
        if (flags == 0)
            note_removed(path, saved);
        else
            note_folder_removed(path);
        step("remove", path);
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}

int unlink(const char *name) { return remove_name(AT_FDCWD, name, 0); }

int unlinkat(int at, const char *name, int flags) { return remove_name(at, name, flags); }

int rmdir(const char *name) { return remove_name(AT_FDCWD, name, AT_REMOVEDIR); }

int remove(const char *name) {
    int result = unlink(name);
    return result != 0 && errno == EISDIR ? rmdir(name) : result;
}

int renameat(int from_at, const char *from_name, int to_at, const char *to_name) {
    char from[PATH_MAX], to[PATH_MAX], saved[PATH_MAX] = "";
    bool from_here = whole(from_at, from_name, from), to_here = whole(to_at, to_name, to);
    if (!from_here && !to_here)
        return (int)syscall(SYS_renameat2, from_at, from_name, to_at, to_name, 0);
    pthread_mutex_lock(&lock);
    if (from_here != to_here)
        tell("unmodelled rename %s %s\n", from_name, to_name);
    else
        save_name(to, saved, sizeof saved);
    int result = (int)syscall(SYS_renameat2, from_at, from_name, to_at, to_name, 0);
    int error = errno;
    if (result == 0 && from_here && to_here) {
        note_renamed(from, to, saved);
        step("rename", to);
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}

int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

static int made(int result, const char *path, void (*note)(const char *)) {
    int error = errno;
    pthread_mutex_lock(&lock);
    if (result == 0) {
        note(path);
        step("make", path);
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}

int mkdir(const char *name, mode_t mode) {
    char path[PATH_MAX];
    int result = (int)syscall(SYS_mkdirat, AT_FDCWD, name, mode);
    return whole(AT_FDCWD, name, path) ? made(result, path, note_folder_made) : result;
}

int link(const char *from, const char *to) {
    char path[PATH_MAX];
    int result = (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
    return whole(AT_FDCWD, to, path) ? made(result, path, note_created) : result;
}

/* Those who copy inside the kernel are sent back to read and write. */
ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    if (watched(out) == NULL)
        return syscall(SYS_sendfile, out, in, offset, count);
    errno = EINVAL;
    return -1;
}

ssize_t sendfile64(int out, int in, off_t *offset, size_t count) {
    return sendfile(out, in, offset, count);
}

ssize_t copy_file_range(int in, off_t *in_offset, int out, off_t *out_offset, size_t length,
                        unsigned flags) {
    if (watched(out) == NULL)
        return syscall(SYS_copy_file_range, in, in_offset, out, out_offset, length, flags);
    errno = EINVAL;
    return -1;
}

void *mmap(void *address, size_t length, int protection, int flags, int fd, off_t offset) {
    struct file *file = watched(fd);
    if (file != NULL && (flags & MAP_SHARED) != 0 && (protection & PROT_WRITE) != 0)
        tell("unmodelled mapping %s\n", file_path(file));
    return (void *)syscall(SYS_mmap, address, length, protection, flags, fd, offset);
}

void *mmap64(void *address, size_t length, int protection, int flags, int fd, off_t offset) {
    return mmap(address, length, protection, flags, fd, offset);
}

static FILE *open_stream(const char *call, const char *name, const char *mode) {
    char path[PATH_MAX];
    if (strpbrk(mode, "wa+") != NULL && whole(AT_FDCWD, name, path))
        tell("unmodelled stream %s\n", path);
    FILE *(*real)(const char *, const char *) =
        (FILE * (*)(const char *, const char *)) dlsym(RTLD_NEXT, call);
    return real(name, mode);
}

FILE *fopen(const char *name, const char *mode) { return open_stream("fopen", name, mode); }

FILE *fopen64(const char *name, const char *mode) { return open_stream("fopen64", name, mode); }
