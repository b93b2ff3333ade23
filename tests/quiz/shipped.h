#ifndef ANZHI_TESTS_QUIZ_SHIPPED_H
#define ANZHI_TESTS_QUIZ_SHIPPED_H

#include "content/content.h"
#include "support/disk.h"

/* The content that ships, read and checked once for a test program. */

static struct disk disk;
static struct content content;

static bool shipped_open(void) {
    struct diags diags;
    diags_init(&diags);
    disk_open(&disk, SOURCE_DIR "/content");
    bool loaded = content_load(&content, &disk.source, CONTENT_CHECKED, &diags);
    diags_finish(&diags);
    return loaded;
}

static void shipped_close(void) {
    content_finish(&content);
    disk_close(&disk);
}

#endif
