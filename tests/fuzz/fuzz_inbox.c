#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/decode.h"
#include "content/content.h"
#include "exchange/proposal.h"

/* Any bytes at all as a file of drafts: it is refused with a message, or read; what was read is written so
   that it is read the same again, and every draft has a proposal. */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool read(struct inbox *inbox, struct str text, struct diags *diags) {
    inbox_init(inbox);
    return inbox_read(inbox, "a", (struct diag_file){"inbox/a.drafts.json", text}, diags);
}

static void propose_all(const struct inbox *inbox) {
    static const struct wishes wishes = {.decided = true};
    static const struct content content = {0};
    struct arena arena;
    arena_init(&arena);
    for (uint32_t i = 0; i < inbox->drafts.count; i++) {
        struct proposal proposal;
        proposal_make(&content, inbox, i, &wishes, &arena, &proposal);
        assert(proposal.refusal && proposal.remedy && proposal.statement);
    }
    arena_finish(&arena);
}

static void write_again(const struct inbox *inbox, struct diags *diags) {
    struct buf first, second;
    struct inbox again;
    buf_init(&first);
    buf_init(&second);
    inbox_print(inbox, 0, &first);
    bool sound = read(&again, buf_get(&first), diags);
    assert(sound);
    inbox_print(&again, 0, &second);
    assert(str_equal(buf_get(&first), buf_get(&second)));
    inbox_finish(&again);
    buf_finish(&first);
    buf_finish(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct buf storage;
    struct diags diags;
    struct inbox inbox;
    buf_init(&storage);
    diags_init(&diags);
    struct decoded decoded = decode_bytes((struct str){(const char *)data, size}, &storage);
    bool sound = read(&inbox, decoded.text, &diags);
    assert(sound || inbox.drafts.count == 0);
    if (sound) {
        propose_all(&inbox);
        write_again(&inbox, &diags);
    }
    inbox_finish(&inbox);
    diags_finish(&diags);
    buf_finish(&storage);
    return 0;
}
