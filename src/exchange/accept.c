#include "exchange/accept.h"

#include <string.h>

#include "content/catalog.h"
#include "exchange/compose.h"
#include "exchange/splice.h"
#include "exchange/topic.h"

/* One draft on its way: where its records go and what they are called. */
struct way {
    struct acceptance *acceptance;
    const struct inbox_document *document;
    const struct draft *draft;
    const struct pack *pack;
    struct accepted *out;
    struct buf record, file;
};

static bool read_again(struct acceptance *acceptance) {
    struct diags diags;
    content_finish(&acceptance->content);
    diags_init(&diags);
    bool sound = content_load(&acceptance->content, &acceptance->overlay.source, CONTENT_QUICK, &diags);
    diags_finish(&diags);
    return sound;
}

bool acceptance_begin(struct acceptance *acceptance, const struct content_source *below, struct inbox *inbox,
                      const char *today) {
    *acceptance = (struct acceptance){.inbox = inbox, .today = today};
    arena_init(&acceptance->arena);
    overlay_init(&acceptance->overlay, below);
    return read_again(acceptance);
}

void acceptance_finish(struct acceptance *acceptance) {
    content_finish(&acceptance->content);
    overlay_finish(&acceptance->overlay);
    arena_finish(&acceptance->arena);
}

static bool refuse(struct way *way, const char *refusal, const char *remedy) {
    way->out->refusal = refusal;
    way->out->remedy = remedy;
    return false;
}

/* ---- which file ---- */

static const struct content_file *file_of(const struct content *content, const char *path) {
    for (uint32_t i = 0; i < content->file_count; i++)
        if (strcmp(content->files[i].path, path) == 0) return &content->files[i];
    return NULL;
}

static const char *first_path(const struct content *content, const struct pack *pack) {
    for (uint32_t i = 0; i < content->file_count; i++)
        if (content->files[i].pack == pack) return content->files[i].path;
    return "";
}

/* "packs/wangan/" of packs/wangan/cards/01.json; a pack may also be the whole folder, or one file. */
static const char *path_in_pack(struct way *way, const char *name) {
    const char *path = first_path(&way->acceptance->content, way->pack);
    bool is_in_packs = strncmp(path, "packs/", 6) == 0;
    const char *slash = is_in_packs ? strchr(path + 6, '/') : NULL;
    bool is_single = is_in_packs ? !slash : way->acceptance->overlay.source.path_count == 1;
    if (is_single) return path;
    return arena_printf(&way->acceptance->arena, "%.*s%s", slash ? (int)(slash + 1 - path) : 0, path, name);
}

/* ---- ids ---- */

static bool is_taken(const struct content *content, const char *id) {
    struct str quoted = str_of(id);
    for (uint32_t i = 0; i < content->file_count; i++) {
        struct str text = content->files[i].index.file.text;
        for (size_t at; (at = str_find(text, quoted)) < text.len;
             text = str_cut(text, at + quoted.len, text.len))
            if (at + quoted.len < text.len && text.at[at + quoted.len] == '"') return true;
    }
    return false;
}

/* The next that stands nowhere in the content's text, not in a draft or a comment either. */
static const char *next_id(struct way *way, const char *letter) {
    for (uint32_t number = 1;; number++) {
        const char *id =
            arena_printf(&way->acceptance->arena, "%s-%s-%03u", way->pack->id, letter, (unsigned)number);
        if (!is_taken(&way->acceptance->content, id)) return id;
    }
}

/* ---- putting ---- */

static bool put(struct way *way, const char *name, const char *list) {
    const char *path = path_in_pack(way, name);
    const struct content_file *file = file_of(&way->acceptance->content, path);
    struct str text = file ? file->index.file.text : STR("{\n  \"format\": 1\n}\n");
    buf_clear(&way->file);
    if (!splice(text, list, buf_get(&way->record), &way->file))
        return refuse(way, arena_printf(&way->acceptance->arena, "%s 有错误，写不进去", path),
                      "先用 anzhi check 看看哪里错了，改好再来。");
    overlay_put(&way->acceptance->overlay, path, buf_get(&way->file));
    buf_clear(&way->record);
    if (read_again(way->acceptance)) return true;
    return refuse(way, "写进去以后题库读不出来", "请把这条草稿报告给写程序的人。");
}

/* Reading again made a new pack of it. */
static void find_pack(struct way *way) {
    const struct content *content = &way->acceptance->content;
    way->pack = NULL;
    for (uint32_t i = 0; i < content->pack_count; i++)
        if (strcmp(content->packs[i].id, way->document->into) == 0) way->pack = &content->packs[i];
}

static bool put_record(struct way *way, const char *name, const char *list) {
    bool fine = put(way, name, list);
    find_pack(way);
    return fine;
}

/* ---- sources ---- */

/* The page's title often has more than the article's: 「2024网安周 | 粤港澳携手共进」. */
static bool is_source(const struct source *source, const struct inbox_document *document) {
    if (*document->url && strcmp(source->url, document->url) == 0) return true;
    return *source->title && strcmp(source->date, document->date) == 0 &&
           str_has(str_of(document->title), str_of(source->title));
}

static const struct source *known_source(const struct way *way) {
    const struct content *content = &way->acceptance->content;
    if (way->acceptance->source) return content_source_of(content, way->acceptance->source);
    for (uint32_t i = 0; i < content->source_count; i++)
        if (is_source(&content->sources[i], way->document)) return &content->sources[i];
    return NULL;
}

static const char *copy(struct way *way, const char *text) {
    return arena_text(&way->acceptance->arena, text, strlen(text));
}

/* What the document does not say of itself, a person does. */
static bool is_source_told(struct way *way, const struct wishes *wishes) {
    const struct inbox_document *document = way->document;
    struct arena *arena = &way->acceptance->arena;
    if (*document->title_from && !wishes->decided)
        return refuse(
            way, arena_printf(arena, "文档没有写标题，暂时用%s：“%s”", document->title_from, document->title),
            "出处就叫这个，加 --decided；不是，用 --title 写明，例如 --title 宣传周今日开幕。");
    if (!*document->title)
        return refuse(way, "这份文档没有写标题，说不清出处",
                      "用 --title 写明，例如 --title 宣传周今日开幕。");
    if (!*document->date)
        return refuse(
            way, "这份文档没有写是哪天发布的，说不清出处",
            "用 --date 写明，例如 --date 2025-09-15；题库里已经有这个出处的，用 --source 写明编号。");
    return true;
}

static const char *source_id(struct way *way, const struct wishes *wishes) {
    const struct source *known = known_source(way);
    if (known) return copy(way, known->id);
    if (way->acceptance->source) {
        refuse(way, arena_printf(&way->acceptance->arena, "没有编号是 %s 的出处", way->acceptance->source),
               "改正 --source 后面的编号，或者先把出处写进 sources.json。");
        return NULL;
    }
    if (!is_source_told(way, wishes)) return NULL;
    const char *id = next_id(way, "s");
    compose_source(&way->record, id, way->document, way->acceptance->today);
    if (!put_record(way, "sources.json", "sources")) return NULL;
    uint32_t document = (uint32_t)(way->document - way->acceptance->inbox->documents);
    inbox_tell(way->acceptance->inbox, document, way->document->title, "");
    return id;
}

/* ---- what is disputed ---- */

static void add_disputed(struct way *way, struct str id, const char **values, uint32_t *count) {
    const struct inbox *inbox = way->acceptance->inbox;
    for (uint32_t i = 0; i < inbox->drafts.count; i++) {
        const struct draft *other = &inbox->drafts.list[i];
        if (!str_is(id, other->id) || other->is_list || !other->value_count) continue;
        if (inbox->decisions[i].fate != FATE_REJECTED) values[(*count)++] = other->values[0];
    }
}

/* Whoever is right, the other reading is no wrong option. */
static struct texts disputed(struct way *way) {
    enum { MOST = 12 };
    const char **values = ARENA_LIST(&way->acceptance->arena, const char *, MOST);
    uint32_t count = 0;
    struct str rest = str_of(way->draft->conflict_with), id;
    while (count < MOST && !way->draft->is_list && inbox_next_id(&rest, &id))
        add_disputed(way, id, values, &count);
    return (struct texts){values, count};
}

/* ---- the records ---- */

/* That of the draft, when the packs have it; else the last record of the pack says at which topic its editor
   is. */
static const char *topic_of(struct way *way) {
    const struct content *content = &way->acceptance->content;
    const char *topic = "";
    if (*way->draft->topic && topic_is_known(content, way->draft->topic)) return way->draft->topic;
    for (uint32_t i = 0; i < content->fact_count; i++)
        if (content->facts[i].record.pack == way->pack) topic = content->facts[i].record.topic;
    return copy(way, topic);
}

static struct trail trail_of(struct way *way, const char *source) {
    return (struct trail){.document = way->document,
                          .draft = way->draft,
                          .source = source,
                          .topic = topic_of(way),
                          .disputed = disputed(way)};
}

/* What was proposed points into content that has been read anew since. */
static void propose_again(struct way *way, const struct wishes *wishes) {
    proposal_make(&way->acceptance->content, way->acceptance->inbox,
                  (uint32_t)(way->draft - way->acceptance->inbox->drafts.list), wishes,
                  &way->acceptance->arena, &way->out->proposal);
}

static bool put_subject(struct way *way, const struct trail *trail) {
    const struct proposal *proposal = &way->out->proposal;
    if (proposal->subject) return true;
    way->out->id = next_id(way, "e");
    compose_entity(&way->record, way->out->id, proposal, trail);
    way->out->made = way->out->id;
    way->out->edition = proposal->edition;
    way->out->series = proposal->series;
    way->out->wants_edition = proposal->wants_edition;
    return put_record(way, "facts.json", "entities");
}

static bool put_attribute(struct way *way) {
    const struct proposal *proposal = &way->out->proposal;
    if (proposal->kind != PROPOSAL_FACT || proposal->phrasing.attribute) return true;
    compose_attribute(&way->record, next_id(way, "a"), &proposal->phrasing);
    return put_record(way, "facts.json", "attributes");
}

static bool put_claim(struct way *way, const struct trail *trail) {
    const struct proposal *proposal = &way->out->proposal;
    if (proposal->kind == PROPOSAL_ENTITY) return true;
    way->out->id = next_id(way, proposal->kind == PROPOSAL_SET ? "set" : "f");
    if (proposal->kind == PROPOSAL_SET)
        compose_set(&way->record, way->out->id, proposal, trail);
    else
        compose_fact(&way->record, way->out->id, proposal->subject->record.id,
                     proposal->phrasing.attribute->record.id, proposal, trail);
    return put_record(way, "facts.json", proposal->kind == PROPOSAL_SET ? "sets" : "facts");
}

static bool refuse_unsound(struct way *way) {
    return refuse(way, "写成的事实没有通过检查",
                  "改好这条草稿的说法再来，或者用 --subject、--attribute、--value 写明。");
}

/* A set stands alone; a new subject is made for a fact. */
static bool put_all(struct way *way, const struct wishes *wishes) {
    const char *source = source_id(way, wishes);
    if (!source) return false;
    struct trail trail = trail_of(way, source);
    propose_again(way, wishes);
    if (way->out->proposal.kind != PROPOSAL_SET && !put_subject(way, &trail)) return false;
    if (way->out->proposal.kind == PROPOSAL_ENTITY) return true;
    propose_again(way, wishes);
    if (!put_attribute(way)) return false;
    propose_again(way, wishes);
    const struct proposal *proposal = &way->out->proposal;
    bool is_whole = proposal->kind == PROPOSAL_SET || (proposal->subject && proposal->phrasing.attribute);
    return is_whole ? put_claim(way, &trail) : refuse_unsound(way);
}

static bool is_there(const struct content *content, const char *id) {
    const struct id_entry *entry = ids_find(&content->catalog->ids, str_of(id));
    return entry && entry->record;
}

static bool take(struct way *way, const struct wishes *wishes) {
    if (*way->out->proposal.refusal)
        return refuse(way, way->out->proposal.refusal, way->out->proposal.remedy);
    find_pack(way);
    if (!way->pack)
        return refuse(way, arena_printf(&way->acceptance->arena, "没有“%s”这个包", way->document->into),
                      "先建好包，或者导入时用 --into 换一个包。");
    if (!put_all(way, wishes)) return false;
    if (is_there(&way->acceptance->content, way->out->id)) return true;
    return refuse_unsound(way);
}

/* ---- going back ---- */

/* The overlay's texts are never overwritten, so that how it was is a copy of its list. */
struct before {
    struct overlay_file *files;
    uint32_t count;
    const char *const *paths;
    uint32_t path_count;
};

static struct before remember(struct acceptance *acceptance) {
    const struct overlay *overlay = &acceptance->overlay;
    struct before before = {.count = overlay->file_count,
                            .paths = overlay->source.paths,
                            .path_count = overlay->source.path_count};
    before.files = ARENA_LIST(&acceptance->arena, struct overlay_file, before.count + 1);
    if (before.count) memcpy(before.files, overlay->files, before.count * sizeof *before.files);
    return before;
}

static void go_back(struct acceptance *acceptance, const struct before *before) {
    struct overlay *overlay = &acceptance->overlay;
    if (before->count) memcpy(overlay->files, before->files, before->count * sizeof *before->files);
    overlay->file_count = before->count;
    overlay->source.paths = before->paths;
    overlay->source.path_count = before->path_count;
    read_again(acceptance);
}

bool acceptance_take(struct acceptance *acceptance, uint32_t draft, const struct wishes *wishes,
                     struct accepted *out) {
    *out = (struct accepted){.id = "", .refusal = "", .remedy = ""};
    const struct inbox *inbox = acceptance->inbox;
    struct way way = {.acceptance = acceptance,
                      .document = &inbox->documents[inbox->decisions[draft].document],
                      .draft = &inbox->drafts.list[draft],
                      .out = out};
    struct before before = remember(acceptance);
    buf_init(&way.record);
    buf_init(&way.file);
    propose_again(&way, wishes);
    bool taken = take(&way, wishes);
    if (taken)
        inbox_decide(acceptance->inbox, draft, FATE_ACCEPTED, out->id, "");
    else
        go_back(acceptance, &before);
    buf_finish(&way.record);
    buf_finish(&way.file);
    return taken;
}
