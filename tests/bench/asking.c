#include <stdio.h>

#include "bench.h"
#include "cli/folder.h"
#include "content/content.h"
#include "quiz/round.h"

/* How many questions a second are made from the shipped facts, in each mode. Reference: cJSON's tree is no
   measure here, so it is writing the very text that came out as JSON. */

enum { ROUNDS = 400 };

struct made {
    uint32_t questions;
    double seconds;
};

static struct made make_rounds(struct quiz *quiz, enum mode mode, struct buf *text) {
    struct made made = {0};
    struct round round;
    uint32_t place = 0;
    double start = seconds_now();
    for (uint32_t i = 0; i < ROUNDS; i++) {
        round_begin(&round, mode, 7, place);
        while (round_advance(&round, quiz)) {
            const struct question *question = round_question(&round, round.count - 1u, quiz);
            if (text->len < 1000000) buf_text(text, question->stem);
            round_answer(&round, &round_current(&round)->key, 0);
            made.questions++;
        }
        place = round.next;
    }
    made.seconds = seconds_now() - start;
    return made;
}

static double copy_speed(const struct buf *text) {
    struct buf out;
    buf_init(&out);
    double start = seconds_now();
    for (int i = 0; i < 20; i++) {
        buf_clear(&out);
        buf_json(&out, buf_get(text));
    }
    double took = seconds_now() - start;
    buf_finish(&out);
    return (double)text->len * 20 / took;
}

static void print_mode(struct quiz *quiz, enum mode mode, const char *name) {
    struct buf text;
    buf_init(&text);
    struct made made = make_rounds(quiz, mode, &text);
    double each = made.seconds / made.questions;
    printf("| %s | %u | %.0f | %.1f | %.1f |\n", name, made.questions, 1 / each, each * 1e6,
           each * copy_speed(&text) / 1000);
    buf_finish(&text);
}

void bench_asking(void) {
    struct folder folder;
    struct content content;
    struct diags diags;
    struct quiz quiz;
    diags_init(&diags);
    if (!folder_open(&folder, SOURCE_DIR "/content")) return;
    content_load(&content, &folder.source, CONTENT_QUICK, &diags);
    quiz_init(&quiz, &content, 0);
    puts(
        "Asking: rounds drawn, questions made and made again for the screen. Reference: KB of text that could be written as\n"
        "JSON in the time of one question.\n");
    puts("| mode | questions | a second | µs each | KB of JSON |");
    puts("|---|---|---|---|---|");
    print_mode(&quiz, MODE_KIOSK, "kiosk");
    print_mode(&quiz, MODE_CLASS, "class");
    print_mode(&quiz, MODE_TRAINING, "training");
    puts("");
    quiz_finish(&quiz);
    content_finish(&content);
    diags_finish(&diags);
    folder_close(&folder);
}
