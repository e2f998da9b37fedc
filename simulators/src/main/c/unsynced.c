/* See unsynced.h. Real calls go by syscall(), so that nothing here meets our own interposition. */
#define _GNU_SOURCE
#include "unsynced.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { SECTOR_BYTES = 512, GRAVE_NAME_MAX = 32 };

struct change {
    bool is_size;
    struct before before;
    off_t size_after; /* of a change of size */
    size_t length;    /* of a write */
    unsigned char *bytes;
};

struct file {
    dev_t device;
    ino_t inode;
    int own; /* a descriptor of ours; closing it would drop the locks that SQLite holds */
    bool is_folder;
    struct change *changes;
    size_t count, room;
    struct file *next;
    char path[PATH_MAX];
};

enum name_act { CREATED, FOLDER_MADE, FOLDER_REMOVED, REMOVED, RENAMED };

struct name_change {
    enum name_act act;
    char *path;
    char *to;
    char *saved;
};

static struct file *files;
static struct name_change *names;
static size_t names_count, names_room, graves_count;
static char graves[PATH_MAX];
static uint64_t state;

static void die(const char *why) {
    dprintf(STDERR_FILENO, "powercut: %s\n", why);
    abort();
}

static void *room_for(void *items, size_t count, size_t *room, size_t item) {
    if (count < *room)
        return items;
    *room = *room == 0 ? 64 : *room * 2;
    void *more = realloc(items, *room * item);
    if (more == NULL)
        die("out of memory");
    return more;
}

static unsigned char *copy_of(const void *bytes, size_t length) {
    unsigned char *copy = malloc(length == 0 ? 1 : length);
    if (copy == NULL)
        die("out of memory");
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

/* SplitMix64. */
static uint64_t chance(void) {
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static bool percent(unsigned of_hundred) { return chance() % 100 < of_hundred; }

void unsynced_begin(uint64_t seed, const char *folder_of_graves) {
    state = seed;
    snprintf(graves, sizeof graves, "%s", folder_of_graves);
}

struct file *file_of(int fd, const char *path) {
    struct stat status;
    if (fstat(fd, &status) != 0 || (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)))
        return NULL;
    for (struct file *known = files; known != NULL; known = known->next)
        if (known->inode == status.st_ino && known->device == status.st_dev)
            return known;
    struct file *file = calloc(1, sizeof *file);
    if (file == NULL)
        die("out of memory");
    file->device = status.st_dev;
    file->inode = status.st_ino;
    file->is_folder = S_ISDIR(status.st_mode);
    file->own = -1;
    if (!file->is_folder) {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        file->own = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDWR | O_CLOEXEC, 0);
        if (file->own < 0) {
            free(file);
            return NULL; /* nobody can write it, so it has nothing to lose */
        }
    }
    snprintf(file->path, sizeof file->path, "%s", path);
    file->next = files;
    files = file;
    return file;
}

const char *file_path(const struct file *file) { return file->path; }

off_t file_size(const struct file *file) {
    struct stat status;
    if (fstat(file->own, &status) != 0)
        die("a file lost its size");
    return status.st_size;
}

struct before look_before(const struct file *file, off_t offset, size_t length) {
    struct before before = {file_size(file), offset, 0, NULL};
    if (offset < before.size) {
        size_t there = (size_t)(before.size - offset);
        before.length = length < there ? length : there;
    }
    before.bytes = copy_of(NULL, 0);
    if (before.length == 0)
        return before;
    free(before.bytes);
    before.bytes = malloc(before.length);
    if (before.bytes == NULL
        || syscall(SYS_pread64, file->own, before.bytes, before.length, offset)
            != (long)before.length)
        die("what is written over cannot be read");
    return before;
}

static struct change *add_change(struct file *file) {
    file->changes = room_for(file->changes, file->count, &file->room, sizeof *file->changes);
    struct change *change = &file->changes[file->count++];
    memset(change, 0, sizeof *change);
    return change;
}

void note_write(struct file *file, struct before before, const void *bytes, size_t written) {
    struct change *change = add_change(file);
    change->before = before;
    if (written < before.length)
        change->before.length = written;
    change->length = written;
    change->bytes = copy_of(bytes, written);
}

void note_size(struct file *file, struct before before, off_t size) {
    struct change *change = add_change(file);
    change->is_size = true;
    change->before = before;
    change->size_after = size;
}

static void forget_changes(struct file *file) {
    for (size_t i = 0; i < file->count; i++) {
        free(file->changes[i].before.bytes);
        free(file->changes[i].bytes);
    }
    file->count = 0;
}

static void write_at(const struct file *file, const unsigned char *bytes, size_t length,
                     off_t offset) {
    if (length > 0 && syscall(SYS_pwrite64, file->own, bytes, length, offset) != (long)length)
        die("a change cannot be written back");
}

static void resize(const struct file *file, off_t size) {
    if (syscall(SYS_ftruncate, file->own, size) != 0)
        die("a size cannot be set back");
}

static void undo(const struct file *file, const struct change *change) {
    resize(file, change->before.size);
    write_at(file, change->before.bytes, change->before.length, change->before.offset);
}

/* Writes the sectors of a change that chance is kind to; answers with the bytes that it is not. */
static size_t tear(const struct file *file, const struct change *change, unsigned survives) {
    size_t lost = 0;
    for (size_t done = 0; done < change->length;) {
        off_t at = change->before.offset + (off_t)done;
        size_t sector = SECTOR_BYTES - (size_t)(at % SECTOR_BYTES);
        size_t length = sector < change->length - done ? sector : change->length - done;
        if (percent(survives))
            write_at(file, change->bytes + done, length, at);
        else
            lost += length;
        done += length;
    }
    return lost;
}

static size_t redo(const struct file *file, const struct change *change, unsigned survives) {
    if (change->is_size) {
        if (percent(survives))
            resize(file, change->size_after);
        return 0;
    }
    return tear(file, change, survives);
}

static enum fate fate_of_file(enum fate fate) {
    if (fate != FATE_ANY)
        return fate;
    unsigned drawn = (unsigned)(chance() % 10);
    return drawn < 2 ? FATE_DROP : drawn < 5 ? FATE_PREFIX : FATE_TORN;
}

static void cut_file(struct file *file, enum fate fate, struct cut_result *result) {
    static const unsigned KINDNESS[] = {10, 50, 90};
    enum fate own_fate = fate_of_file(fate);
    size_t stay = own_fate == FATE_DROP ? 0 : file->count;
    if (own_fate == FATE_PREFIX)
        stay = (size_t)(chance() % (file->count + 1));
    unsigned survives = own_fate == FATE_TORN ? KINDNESS[chance() % 3] : 100;
    off_t grown = file_size(file);
    for (size_t i = file->count; i-- > 0;)
        undo(file, &file->changes[i]);
    for (size_t i = 0; i < file->count; i++) {
        const struct change *change = &file->changes[i];
        result->bytes += change->length;
        result->lost += i < stay ? redo(file, change, survives) : change->length;
    }
    /* The size can reach the disk before the bytes: there are zeros then. */
    if (own_fate == FATE_TORN && grown > file_size(file) && percent(50))
        resize(file, grown);
    result->files++;
    result->changes += file->count;
    forget_changes(file);
}

bool save_name(const char *path, char *saved, size_t saved_max) {
    struct stat status;
    if (lstat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    snprintf(saved, saved_max, "%.*s/%zu", (int)(saved_max - GRAVE_NAME_MAX), graves,
             graves_count++);
    if (syscall(SYS_linkat, AT_FDCWD, path, AT_FDCWD, saved, 0) != 0)
        die("a name cannot be kept; graves and folder lie on one disk");
    return true;
}

static void add_name(enum name_act act, const char *path, const char *to, const char *saved) {
    names = room_for(names, names_count, &names_room, sizeof *names);
    names[names_count++] = (struct name_change){
        act,
        strdup(path),
        to == NULL ? NULL : strdup(to),
        saved == NULL || *saved == '\0' ? NULL : strdup(saved)};
}

void note_created(const char *path) { add_name(CREATED, path, NULL, NULL); }

void note_folder_made(const char *path) { add_name(FOLDER_MADE, path, NULL, NULL); }

void note_folder_removed(const char *path) { add_name(FOLDER_REMOVED, path, NULL, NULL); }

void note_removed(const char *path, const char *saved) { add_name(REMOVED, path, NULL, saved); }

void note_renamed(const char *from, const char *to, const char *saved) {
    add_name(RENAMED, from, to, saved);
}

static void undo_name(const struct name_change *change) {
    long failed = 0;
    switch (change->act) {
    case CREATED:
        failed = syscall(SYS_unlinkat, AT_FDCWD, change->path, 0);
        break;
    case FOLDER_MADE:
        failed = syscall(SYS_unlinkat, AT_FDCWD, change->path, AT_REMOVEDIR);
        break;
    case FOLDER_REMOVED:
        failed = syscall(SYS_mkdirat, AT_FDCWD, change->path, 0700);
        break;
    case REMOVED:
        failed = change->saved == NULL
            ? 0
            : syscall(SYS_renameat2, AT_FDCWD, change->saved, AT_FDCWD, change->path, 0);
        break;
    case RENAMED:
        failed = syscall(SYS_renameat2, AT_FDCWD, change->to, AT_FDCWD, change->path, 0);
        if (failed == 0 && change->saved != NULL)
            failed = syscall(SYS_renameat2, AT_FDCWD, change->saved, AT_FDCWD, change->to, 0);
        break;
    }
    if (failed != 0)
        die("a name cannot be set back");
}

static bool lies_in(const char *path, const char *folder) {
    size_t length = strlen(folder);
    return path != NULL && strncmp(path, folder, length) == 0 && path[length] == '/'
        && strchr(path + length + 1, '/') == NULL;
}

/* Names last in the order in which they were changed, as in the log of a file system. */
static void forget_names(size_t first_left) {
    for (size_t i = 0; i < first_left; i++) {
        if (names[i].saved != NULL)
            syscall(SYS_unlinkat, AT_FDCWD, names[i].saved, 0);
        free(names[i].path);
        free(names[i].to);
        free(names[i].saved);
    }
    names_count -= first_left;
    memmove(names, names + first_left, names_count * sizeof *names);
}

void note_synced(struct file *file) {
    forget_changes(file);
    if (!file->is_folder)
        return;
    for (size_t i = names_count; i-- > 0;)
        if (lies_in(names[i].path, file->path) || lies_in(names[i].to, file->path)) {
            forget_names(i + 1);
            return;
        }
}

void note_all_synced(void) {
    for (struct file *file = files; file != NULL; file = file->next)
        forget_changes(file);
    forget_names(names_count);
}

struct cut_result cut_power(enum fate fate) {
    struct cut_result result = {0, 0, 0, 0, 0};
    for (struct file *file = files; file != NULL; file = file->next)
        if (file->count > 0)
            cut_file(file, fate, &result);
    size_t stay = fate == FATE_KEEP ? names_count
        : fate == FATE_DROP         ? 0
                                    : (size_t)(chance() % (names_count + 1));
    result.names_undone = names_count - stay;
    for (size_t i = names_count; i-- > stay;)
        undo_name(&names[i]);
    forget_names(stay);
    return result;
}
