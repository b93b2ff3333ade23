#ifndef ANZHI_EXCHANGE_LINK_PARTS_H
#define ANZHI_EXCHANGE_LINK_PARTS_H

#include "exchange/char.h"
#include "exchange/find.h"

/* What the files that link finds to their subjects share. A span {0, 0} and the text "" say: not found. */

/* What was found at the head of a clause: the numbers of one clause all ask for it. */
struct head {
    uint32_t begin, rest;
    const char *owner; /* NULL: nothing kept here yet */
};
enum { LINK_HEADS = 8 };

struct linking {
    const struct document *document;
    struct finds *finds;
    struct span *events; /* every event that the text names, in its order */
    uint32_t event_count, event_room;
    const char *main;  /* the event the document is about, of a slide its page's; "" none */
    const char *whole; /* the document's, on slides too */
    struct head heads[LINK_HEADS];
    struct char_filter leads;
};

const char *link_kept(struct linking *linking, struct span span);
const struct sentence *link_sentence(const struct linking *linking, const struct find *find);
/* For the functions of exchange/phrase.h. */
struct reading link_reading(const struct linking *linking, uint32_t sentence);
bool link_has_word(const struct linking *linking, uint32_t from, uint32_t to, const struct char_row *words);

/* ---- events (exchange/link_event.c) ---- */

void link_collect_events(struct linking *linking);
void link_drop_events(struct linking *linking);
/* The last one that ends by `to`, the first one that begins at `from` or behind. */
struct span link_last_event(const struct linking *linking, uint32_t from, uint32_t to);
struct span link_first_event(const struct linking *linking, uint32_t from, uint32_t to);
/* 下届大赛将于…: another one than the text is about. */
struct span link_another(const struct linking *linking, uint32_t from, uint32_t to);
/* The one the document is about. */
struct span link_main_event(const struct linking *linking);
bool link_has_year(const struct document *document, struct span span);
/* 本次论坛, 会议: the length of words that point to the main event; 0 when none stand here. */
uint32_t link_pointer_at(const uint32_t *at);

/* ---- owners (exchange/link_owner.c) ---- */

/* Who or what the clause at `begin` begins with; `rest` is what follows the name. */
const char *link_head(struct linking *linking, const struct find *find, struct span clause, uint32_t *rest);
/* Whoever the clause in which `at` stands speaks of, or one before it in the sentence when it names nobody.
 */
const char *link_owner(struct linking *linking, const struct find *find, uint32_t at, uint32_t *rest);
const char *link_hosted(struct linking *linking, const struct find *find); /* whose organiser it is */

/* Behind words that only say when, or lead over from the clause before. */
uint32_t link_behind_leads(const struct linking *linking, uint32_t begin, uint32_t end);
struct char_filter link_leads(void); /* of such words */
/* Does a verb stand here of which whoever is spoken of is the subject: 抓获, 培训, 建成? */
uint32_t link_verb_at(const uint32_t *at);
/* The title of an official paper: 关于…的通知; empty when it is none. */
struct span link_paper(const struct document *document);

/* ---- kinds of finds ---- */

void link_number(struct linking *linking, struct find *find);
void link_date(struct linking *linking, struct find *find);
void link_body(struct linking *linking, struct find *find);
void link_outcome(struct linking *linking, struct find *find);
void link_version(struct linking *linking, struct find *find);

/* ---- slides (exchange/link_slide.c) ---- */

/* The heading that names an event, and the label right before the find: 举办时间. */
struct span link_slide_heading(const struct linking *linking, uint32_t paragraph);
const char *link_slide_label(struct linking *linking, uint32_t paragraph);
bool link_page_names_year(const struct document *document, uint32_t paragraph);

#endif
