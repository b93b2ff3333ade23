#include <stdio.h>

#include "cli/cli.h"
#include "cli/loaded.h"
#include "cli/options.h"

static void json_field(struct buf *out, const char *name, const char *value) {
    buf_printf(out, "%s\"%s\":", out->at[out->len - 1] == '{' ? "" : ",", name);
    buf_json(out, str_of(value));
}

static void card_json(const struct card *card, struct buf *out) {
    const struct source *source = card->record.source;
    buf_char(out, '{');
    json_field(out, "id", card->record.id);
    json_field(out, "pack", card->record.pack->id);
    json_field(out, "topic", card->record.topic);
    json_field(out, "title", card->title);
    json_field(out, "lead", card->lead);
    json_field(out, "body", card->body);
    json_field(out, "remember", card->remember);
    json_field(out, "diagram", card->diagram);
    buf_text(out, ",\"source\":{");
    json_field(out, "title", source->title);
    json_field(out, "publisher", source->publisher);
    json_field(out, "date", source->date);
    buf_text(out, "}}\n");
}

static void card_line(struct buf *out, const char *label, const char *text) {
    if (*text) buf_printf(out, "%s%s\n", label, text);
}

static void card_text(const struct card *card, struct buf *out) {
    const struct source *source = card->record.source;
    buf_printf(out, "%s　%s\n", card->record.id, card->title);
    card_line(out, "  ", card->lead);
    card_line(out, "  ", card->body);
    card_line(out, "  记一记　", card->remember);
    buf_printf(out, "  出处　%s", source->title);
    if (*source->publisher) buf_printf(out, "　%s", source->publisher);
    if (*source->date) buf_printf(out, "　%s", source->date);
    buf_text(out, "\n\n");
}

static void print_cards(const struct content *content, bool json) {
    struct buf out;
    buf_init(&out);
    for (uint32_t i = 0; i < content->card_count; i++) {
        const struct card *card = &content->cards[i];
        if (!record_is_playable(&card->record, 0)) continue;
        if (json)
            card_json(card, &out);
        else
            card_text(card, &out);
    }
    fwrite(out.at, 1, out.len, stdout);
    buf_finish(&out);
}

int command_cards(int argc, char **argv) {
    static const char *const formats[] = {"text", "jsonl"};
    static const struct option options[] = {
        {"content", required_argument, NULL, 'c'}, {"format", required_argument, NULL, 'f'}, {0}};
    const char *folder = NULL;
    int format = 0;
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return EXIT_FAILED;
        if (found == 'c') folder = optarg;
        if (found == 'f' && (format = option_choice("--format", optarg, formats, 2)) < 0) return EXIT_FAILED;
    }
    if (!options_end(argc, argv, 0)) return EXIT_FAILED;
    struct loaded loaded;
    bool fine = loaded_open(&loaded, folder, CONTENT_QUICK);
    if (fine) print_cards(&loaded.content, format == 1);
    loaded_close(&loaded);
    return fine ? EXIT_FINE : EXIT_FAILED;
}
