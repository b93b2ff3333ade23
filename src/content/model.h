#ifndef ANZHI_CONTENT_MODEL_H
#define ANZHI_CONTENT_MODEL_H

#include <stdbool.h>
#include <stdint.h>

/* What content is once it has been read and checked: plain const data in one arena. Ids are unique in the
   whole content folder; in the files a reference to an entity is written "@id". Everything here passed
   validation, is never checked again, and is never changed. Texts are terminated UTF-8, never NULL unless
   said; a text that was not given is "". Days are numbers yyyymmdd, 0 when not given. */

struct texts {
    const char *const *list;
    uint32_t count;
};

struct pack {
    const char *id, *title, *edition, *version, *language, *editor, *licence;
    uint32_t order;
    uint64_t fingerprint; /* of all its files' bytes */
    bool is_played;       /* kiosk.json may name the packs of this site */
};

struct source {
    const char *id, *title, *publisher, *date, *url, *checked, *checked_by;
    const struct pack *pack;
};

enum status { STATUS_READY, STATUS_DRAFT, STATUS_RETIRED };

/* What every record that can be asked has in common. */
struct record {
    const char *id, *topic, *note, *edition;
    const struct pack *pack;
    const struct source *source; /* NULL only for entities and attributes */
    const char *quote;           /* what the source says, for the source strip */
    const char *image;           /* the path of a picture, or the name of a drawing of our own; or "" */
    enum status status;
    uint32_t valid_from, valid_to; /* days */
    uint32_t rev, weight;          /* weight 1 … 3 */
    bool political;                /* never falsified: no false 判断, no altered wording (C30) */
};

enum entity_kind {
    ENTITY_ORG,
    ENTITY_PERSON,
    ENTITY_PLACE,
    ENTITY_EVENT,
    ENTITY_DOCUMENT,
    ENTITY_PRINCIPLE,
    ENTITY_SLOGAN,
    ENTITY_TERM,
    ENTITY_OTHER,
    ENTITY_KINDS
};

struct entity {
    struct record record;
    enum entity_kind kind;
    const char *name;
    struct texts aliases; /* other names of the same thing, old names and misprints too: never an option */
    const struct entity *within; /* a place inside a place, an office inside an office; or NULL */
    const char *series;          /* "wangan": entities of one series are compared by edition */
    const char *meaning;         /* a definition that does not contain the name, or "" */
    const char *gloss;           /* five characters or so, for diagrams, or "" */
};

enum value_type { VALUE_TEXT, VALUE_ENTITY, VALUE_DAYS, VALUE_NUMBER };
enum hedge {
    HEDGE_NONE,
    HEDGE_ABOUT,
    HEDGE_OVER,
    HEDGE_AT_MOST,
    HEDGE_AT_LEAST
}; /* 约近 / 余多超过突破逾 / 不超过最高至多 / 至少不少于 */

/* A value is written in Chinese ("9月9日至15日", "约800人", "@guangzhou"); what it means is read from the
 * text. */
struct value {
    enum value_type type;
    const char *show;             /* as it is displayed */
    const struct entity *entity;  /* VALUE_ENTITY */
    uint32_t first_day, last_day; /* VALUE_DAYS: yyyymmdd, yyyy = 0000 when the text has no year */
    enum hedge hedge;             /* VALUE_NUMBER */
    int64_t thousandths;          /* the number × 1000, 万 and 亿 multiplied out */
    const char *unit;             /* 「人」「亿元」→「元」; 余 and 多 are hedges, not units */
    const char *before, *after;   /* the show text around the digits: "约" "人" */
};

/* What can be asked of a subject, and in which words. {S} is the subject, {V} the value. */
struct attribute {
    struct record record;
    const char *name;       /* 举办城市 */
    const char *class_name; /* the semantic class: wrong options come only from the same class */
    bool single;            /* functional: one subject has exactly one value, so any other is false */
    bool dated;             /* the stem must say when: {D} is the fact's as_of */
    struct texts stems;     /* at least three, each asks for {V} */
    struct texts reverse;   /* each asks for {S} given {V}; may be empty */
    struct texts
        statements;       /* each is a sentence with {S} and {V}, for 判断 and explanations; at least one */
    struct texts compare; /* asks which edition has {V} ({N}: the series), for the comparison of editions; may
                             be empty */
    const char *brief;    /* the statement in a few words, to be one of several in a sentence; may be "" */
};

struct also_true {
    const char *value;
    struct texts unless_stem_has;
};

struct fact {
    struct record record;
    const struct entity *subject;
    const struct attribute *attribute;
    struct value value;
    const char *as_of;              /* "2024年9月", for {D} */
    const char *why;                /* one sentence more than the statement, or "" */
    struct texts stems, statements; /* instead of the attribute's; may be empty */
    struct texts lures; /* wrong values a person vouches for: same class, false for this subject */
    const struct also_true *also_true;
    uint32_t also_true_count;
    struct texts never; /* must never be an option: half true, disputed, misleading */
};

struct member {
    const char *show;
    const struct entity *entity; /* or NULL */
};

struct set {
    struct record record;
    const char *name; /* 「联合举办2024年国家网络安全宣传周的部门」: stems are built around it */
    const char *class_name;
    const char *unit; /* 「个部门」, for how many; "" means the count is never asked */
    bool closed;      /* these and no others: only then may something be said not to belong */
    bool ordered;     /* the order is stated by the source */
    const struct member *members;
    uint32_t member_count;
    const struct member *lures; /* of the same class, surely not members */
    uint32_t lure_count;
    struct texts never;
    const char *must_say; /* words that every stem about this set carries, or "" */
    const char *why;
    struct texts stems_in, stems_out, stems_all, stems_order; /* instead of the built-in ones; may be empty */
};

struct pairing {
    struct record record;
    const char *name, *left, *right; /* 「人物」「当时的职务」 */
    const struct member *lefts, *rights;
    uint32_t count;
    const char *why;
    struct texts stems;
};

struct scenario {
    struct record record;
    const char *text;
    const struct entity *answer;
    const struct set *set;      /* where the wrong options come from */
    const struct member *avoid; /* members that a thoughtful visitor could also pick */
    uint32_t avoid_count;
    const char *why;
    struct texts stems; /* instead of the built-in ones */
};

/* A slogan, title or phrase for 选字填空. A blank is written 【网络】 in the file's text. */
struct phrase {
    struct record record;
    const char *name;  /* 「2024年宣传周的主题」 */
    const char *text;  /* without the marks */
    const char *blank; /* the characters to be filled in, 2 … 6 of them */
    uint32_t blank_at; /* byte offset in text */
    const char *lures; /* extra characters */
    const char *why;
};

enum form { FORM_SINGLE, FORM_MULTIPLE, FORM_JUDGE, FORM_ORDER, FORM_MATCH, FORM_FILL, FORMS };

enum { WRITTEN_OPTIONS = 8 };

/* A question written by hand. It stays in its file until it is asked for (content_question). */
struct written {
    struct record record;
    enum form form;                            /* single, multiple, judge or order */
    const char *stem, *explanation, *emphasis; /* emphasis: the words to stress, "" for none */
    const struct fact *fact;                   /* the fact it tests, or NULL */
    const char *options[WRITTEN_OPTIONS];
    uint32_t option_count;
    uint32_t answer;         /* bit i: option i is right; for order the options stand in the right order */
    uint32_t level;          /* 1 … 5 */
    bool pinned_last;        /* the last option stays last (以上都对) */
    const char *image, *alt; /* as in struct record; what it shows */
};

struct card {
    struct record record;
    const char *title, *lead, *body, *remember, *image, *alt;
    const char *todo;      /* one thing to do today, or "" */
    const char *diagram;   /* "", or one of: five, timeline, ring, rows, numbers */
    const struct set *set; /* what the diagram shows, or NULL */
    uint32_t topic;        /* index in the content's topics */
};

enum { THEME_COLORS = 40, THEME_FACES = 3, THEME_FACE_FILES = 4 };

/* A theme of the site's own, as its file has it. */
struct site_theme {
    const char *id, *title;
    const char *base;                /* of the built-in ones; "" when it is not said, or wrongly */
    int32_t colors[THEME_COLORS];    /* 0xRRGGBB, by row of RECORD_COLORS; -1: as the base has it */
    struct texts faces[THEME_FACES]; /* names of files, by row of RECORD_FACES */
    const char *path, *text;         /* of the file, for who finds fault with it later */
    bool sound;                      /* else its base is shown instead */
};

enum mode { MODE_KIOSK, MODE_CLASS, MODE_TRAINING, MODES };

/* Of a day, in minutes; `to` may lie before `from`: over midnight. Both 0: never. */
struct hours {
    uint16_t from, to;
};

struct settings {
    enum mode mode;
    const char *theme;  /* a built-in one, or the id of one of the site's */
    const char *topic;  /* of a lesson; "" none */
    struct texts packs; /* what is played; empty: all */
    uint32_t questions; /* in a round; 0: as the mode has it */
    uint32_t daily_goal;
    uint32_t keep_days;                                   /* of scores; 0: for ever */
    uint32_t question_idle_s, result_idle_s, card_idle_s; /* 0: as the design has it */
    bool reduced_motion, large, show_rank, duo;
    bool board;         /* the best of the day, under call-signs */
    struct hours quiet; /* no sound */
};

#endif
