/*
 * What a process wrote and did not sync, for every file below one folder, and what becomes of it
 * when the power is cut. The caller holds one lock around every call.
 */
#ifndef MENFANG_UNSYNCED_H
#define MENFANG_UNSYNCED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* What becomes of what was not synced. */
enum fate {
    FATE_ANY,    /* one of the next three for each file, by chance */
    FATE_DROP,   /* nothing of it is on the disk */
    FATE_PREFIX, /* what was written first is on the disk, what came later is not */
    FATE_TORN,   /* each sector of each write is on the disk or not, whatever its order */
    FATE_KEEP    /* all of it is on the disk: the process dies, the machine does not */
};

struct file;

/* The file or folder behind a descriptor; NULL for what is neither. It is known from now on. */
struct file *file_of(int fd, const char *path);
const char *file_path(const struct file *file);
off_t file_size(const struct file *file);

/* What stands in a file before it is written over. Freed by note_write or note_size. */
struct before {
    off_t size;
    off_t offset;
    size_t length;
    unsigned char *bytes;
};

struct before look_before(const struct file *file, off_t offset, size_t length);
void note_write(struct file *file, struct before before, const void *bytes, size_t written);
void note_size(struct file *file, struct before before, off_t size);

/* The names in folders. A name that goes is kept as a hard link in the folder of graves. */
bool save_name(const char *path, char *saved, size_t saved_max);
void note_created(const char *path);
void note_folder_made(const char *path);
void note_folder_removed(const char *path);
void note_removed(const char *path, const char *saved);
void note_renamed(const char *from, const char *to, const char *saved);

/* A sync came back: what was written to this file, or named in this folder, lasts. */
void note_synced(struct file *file);
void note_all_synced(void);

/* Leaves on the disk what a power cut would. */
struct cut_result {
    size_t files;     /* that had something unsynced */
    size_t changes;   /* writes and changes of size that were not synced */
    size_t bytes;     /* written and not synced */
    size_t lost;      /* of these, how many are not on the disk */
    size_t names_undone;
};

void unsynced_begin(uint64_t seed, const char *graves);
struct cut_result cut_power(enum fate fate);

#endif
