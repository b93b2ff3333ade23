#ifndef ANZHI_TESTS_STORE_TAPE_H
#define ANZHI_TESTS_STORE_TAPE_H

#include <assert.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file system for SQLite that passes everything on to the real one and keeps a tape of it: what was written
   where, and what was synced when. From the tape a disk can be made as a power cut could have left it. It can
   also refuse: the k-th operation that may fail fails. */

enum tape_kind { TAPE_WRITE, TAPE_CUT, TAPE_SYNC, TAPE_DELETE, TAPE_MARK };
enum { TAPE_FILES = 8, TAPE_SECTOR = 512, TAPE_PATH = 256 };

struct tape_op {
    enum tape_kind kind;
    int file;
    sqlite3_int64 at; /* offset, or the size that is left, or the number of the mark */
    int len;
    char *bytes;
};

struct tape {
    char names[TAPE_FILES][TAPE_PATH];
    int file_count;
    struct tape_op *ops;
    int count, room;
    bool recording;
    int refuse_at, operations, refusal; /* the operation that fails, counted from 1; 0: none; SQLite's code */
    bool refuse_on;                     /* and all that follow */
};

static struct tape tape;
static sqlite3_vfs *tape_below;

struct tape_file {
    sqlite3_file base;
    int file;
    sqlite3_file *below;
};

static int tape_number(const char *name) {
    for (int i = 0; i < tape.file_count; i++)
        if (strcmp(tape.names[i], name) == 0) return i;
    assert(tape.file_count < TAPE_FILES);
    snprintf(tape.names[tape.file_count], TAPE_PATH, "%s", name);
    return tape.file_count++;
}

static void tape_add(struct tape_op op) {
    if (!tape.recording) return;
    if (tape.count == tape.room) {
        tape.room = tape.room ? 2 * tape.room : 1024;
        tape.ops = realloc(tape.ops, (size_t)tape.room * sizeof *tape.ops);
    }
    tape.ops[tape.count++] = op;
}

/* Somebody was told something now. */
static inline void tape_mark(sqlite3_int64 number) {
    tape_add((struct tape_op){.kind = TAPE_MARK, .at = number});
}

static inline void tape_clear(void) {
    for (int i = 0; i < tape.count; i++) free(tape.ops[i].bytes);
    free(tape.ops);
    tape = (struct tape){0};
}

static bool tape_refuses(void) {
    tape.operations++;
    if (!tape.refuse_at) return false;
    return tape.refuse_on ? tape.operations >= tape.refuse_at : tape.operations == tape.refuse_at;
}

#define BELOW(file) (((struct tape_file *)(file))->below)
#define NUMBER(f) (((struct tape_file *)(f))->file)

static int tape_close(sqlite3_file *file) {
    int code = BELOW(file)->pMethods ? BELOW(file)->pMethods->xClose(BELOW(file)) : SQLITE_OK;
    free(BELOW(file));
    return code;
}

static int tape_read(sqlite3_file *file, void *to, int len, sqlite3_int64 at) {
    return BELOW(file)->pMethods->xRead(BELOW(file), to, len, at);
}

static int tape_write(sqlite3_file *file, const void *from, int len, sqlite3_int64 at) {
    if (tape_refuses()) return tape.refusal;
    struct tape_op op = {TAPE_WRITE, NUMBER(file), at, len, NULL};
    if (tape.recording) {
        op.bytes = malloc((size_t)len);
        memcpy(op.bytes, from, (size_t)len);
    }
    tape_add(op);
    return BELOW(file)->pMethods->xWrite(BELOW(file), from, len, at);
}

static int tape_truncate(sqlite3_file *file, sqlite3_int64 size) {
    if (tape_refuses()) return tape.refusal == SQLITE_FULL ? SQLITE_IOERR_TRUNCATE : tape.refusal;
    tape_add((struct tape_op){TAPE_CUT, NUMBER(file), size, 0, NULL});
    return BELOW(file)->pMethods->xTruncate(BELOW(file), size);
}

static int tape_sync(sqlite3_file *file, int flags) {
    if (tape_refuses()) return SQLITE_IOERR_FSYNC;
    tape_add((struct tape_op){TAPE_SYNC, NUMBER(file), 0, 0, NULL});
    (void)flags; /* the real one need not wait */
    return SQLITE_OK;
}

static int tape_size(sqlite3_file *file, sqlite3_int64 *size) {
    return BELOW(file)->pMethods->xFileSize(BELOW(file), size);
}
static int tape_lock(sqlite3_file *file, int kind) {
    return BELOW(file)->pMethods->xLock(BELOW(file), kind);
}
static int tape_unlock(sqlite3_file *file, int kind) {
    return BELOW(file)->pMethods->xUnlock(BELOW(file), kind);
}
static int tape_is_locked(sqlite3_file *file, int *out) {
    return BELOW(file)->pMethods->xCheckReservedLock(BELOW(file), out);
}
static int tape_control(sqlite3_file *file, int op, void *argument) {
    return BELOW(file)->pMethods->xFileControl(BELOW(file), op, argument);
}
/* A careful disk: nothing is said of atomic or ordered writes. */
static int tape_sector(sqlite3_file *file) {
    (void)file;
    return TAPE_SECTOR;
}
static int tape_promises(sqlite3_file *file) {
    (void)file;
    return 0;
}
static int tape_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out) {
    return BELOW(file)->pMethods->xShmMap(BELOW(file), page, size, extend, out);
}
static int tape_shm_lock(sqlite3_file *file, int offset, int n, int flags) {
    return BELOW(file)->pMethods->xShmLock(BELOW(file), offset, n, flags);
}
static void tape_shm_barrier(sqlite3_file *file) {
    BELOW(file)->pMethods->xShmBarrier(BELOW(file));
}
static int tape_shm_unmap(sqlite3_file *file, int remove) {
    return BELOW(file)->pMethods->xShmUnmap(BELOW(file), remove);
}

static const sqlite3_io_methods tape_methods = {2,
                                                tape_close,
                                                tape_read,
                                                tape_write,
                                                tape_truncate,
                                                tape_sync,
                                                tape_size,
                                                tape_lock,
                                                tape_unlock,
                                                tape_is_locked,
                                                tape_control,
                                                tape_sector,
                                                tape_promises,
                                                tape_shm_map,
                                                tape_shm_lock,
                                                tape_shm_barrier,
                                                tape_shm_unmap,
                                                NULL,
                                                NULL};

static int tape_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out) {
    struct tape_file *own = (struct tape_file *)file;
    (void)vfs;
    if (tape_refuses()) return SQLITE_CANTOPEN; /* no descriptor left */
    own->below = calloc(1, (size_t)tape_below->szOsFile);
    own->file = tape_number(name ? name : "/nameless");
    int code = tape_below->xOpen(tape_below, name, own->below, flags, out);
    own->base.pMethods = own->below->pMethods ? &tape_methods : NULL;
    if (!own->base.pMethods) free(own->below);
    return code;
}

static int tape_delete(sqlite3_vfs *vfs, const char *name, int sync) {
    (void)vfs;
    tape_add((struct tape_op){TAPE_DELETE, tape_number(name), 0, sync, NULL}); /* of the folder, too */
    return tape_below->xDelete(tape_below, name, sync);
}

/* From now on SQLite works on it. */
static inline void tape_insert(void) {
    static sqlite3_vfs vfs;
    tape_below = sqlite3_vfs_find(NULL);
    vfs = *tape_below;
    vfs.zName = "tape";
    vfs.szOsFile = sizeof(struct tape_file);
    vfs.xOpen = tape_open;
    vfs.xDelete = tape_delete;
    sqlite3_vfs_register(&vfs, 1);
}

/* The disk after a power cut */

struct tape_disk {
    char *bytes[TAPE_FILES];
    sqlite3_int64 size[TAPE_FILES], room[TAPE_FILES];
    bool there[TAPE_FILES];
};

static void tape_grow(struct tape_disk *disk, int file, sqlite3_int64 size) {
    disk->there[file] = true;
    if (size <= disk->size[file]) return;
    if (size > disk->room[file]) {
        disk->room[file] = 2 * size;
        disk->bytes[file] = realloc(disk->bytes[file], (size_t)disk->room[file]);
    }
    memset(disk->bytes[file] + disk->size[file], 0, (size_t)(size - disk->size[file]));
    disk->size[file] = size;
}

/* Not yet synced: each sector got there or did not. */
static void tape_apply(struct tape_disk *disk, const struct tape_op *op, bool surely, unsigned *chance) {
    if (op->kind == TAPE_DELETE && (surely || op->len || rand_r(chance) % 2)) {
        disk->there[op->file] = false;
        disk->size[op->file] = 0;
    }
    if (op->kind == TAPE_CUT && (surely || rand_r(chance) % 2)) {
        disk->there[op->file] = true;
        if (op->at < disk->size[op->file]) disk->size[op->file] = op->at;
    }
    if (op->kind != TAPE_WRITE) return;
    for (int done = 0; done < op->len;) {
        int room = TAPE_SECTOR - (int)((op->at + done) % TAPE_SECTOR), part = op->len - done;
        if (part > room) part = room;
        if (surely || rand_r(chance) % 2) {
            tape_grow(disk, op->file, op->at + done + part);
            memcpy(disk->bytes[op->file] + op->at + done, op->bytes + done, (size_t)part);
        }
        done += part;
    }
}

/* The last sync of its file before the cut; what was done before it is surely there. */
static int tape_last_sync(int file, int cut) {
    for (int i = cut - 1; i >= 0; i--)
        if (tape.ops[i].kind == TAPE_SYNC && tape.ops[i].file == file) return i;
    return -1;
}

static inline void tape_cut(int cut, unsigned *chance, struct tape_disk *disk) {
    int synced[TAPE_FILES];
    *disk = (struct tape_disk){0};
    for (int i = 0; i < tape.file_count; i++) synced[i] = tape_last_sync(i, cut);
    for (int i = 0; i < cut; i++)
        if (tape.ops[i].kind != TAPE_MARK && tape.ops[i].kind != TAPE_SYNC)
            tape_apply(disk, &tape.ops[i], i < synced[tape.ops[i].file], chance);
}

static inline void tape_disk_finish(struct tape_disk *disk) {
    for (int i = 0; i < TAPE_FILES; i++) free(disk->bytes[i]);
}

#endif
