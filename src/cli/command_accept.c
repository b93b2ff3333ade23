#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/clock.h"
#include "cli/decide.h"
#include "cli/options.h"
#include "cli/questions_of.h"
#include "exchange/accept.h"
#include "exchange/clash.h"
#include "exchange/topic.h"

/* What a person decided: drafts become facts of their pack, after the same check that `anzhi check` makes. */

struct accept_options {
    const char *folder, *subject, *attribute, *value, *source, *title, *date, *edition;
    bool decided;
};

static bool has_edit(const struct accept_options *options) {
    return options->subject || options->attribute || options->value;
}

/* 2025-09-15 */
static bool is_day(const char *text) {
    static const char form[] = "dddd-dd-dd";
    for (size_t i = 0; i < sizeof form; i++) {
        bool fits = form[i] == 'd' ? text[i] >= '0' && text[i] <= '9' : text[i] == form[i];
        if (!fits) return false;
    }
    int month = (text[5] - '0') * 10 + text[6] - '0', day = (text[8] - '0') * 10 + text[9] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool read_options(int argc, char **argv, struct accept_options *out) {
    static const struct option options[] = {
        {"content", required_argument, NULL, 'c'}, {"decided", no_argument, NULL, 'd'},
        {"subject", required_argument, NULL, 's'}, {"attribute", required_argument, NULL, 'a'},
        {"value", required_argument, NULL, 'v'},   {"source", required_argument, NULL, 'q'},
        {"title", required_argument, NULL, 't'},   {"date", required_argument, NULL, 'y'},
        {"edition", required_argument, NULL, 'e'}, {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return false;
        if (found == 'c') out->folder = optarg;
        if (found == 'd') out->decided = true;
        if (found == 's') out->subject = optarg;
        if (found == 'a') out->attribute = optarg;
        if (found == 'v') out->value = optarg;
        if (found == 'q') out->source = optarg;
        if (found == 't') out->title = optarg;
        if (found == 'y') out->date = optarg;
        if (found == 'e') out->edition = optarg;
    }
    if (out->date && !is_day(out->date)) {
        fprintf(stderr, "anzhi: --date 后面要写成 2025-09-15 这样，不能是“%s”。\n", out->date);
        return false;
    }
    if (!has_edit(out) || argc - optind == 1) return true;
    fprintf(stderr, "anzhi: --subject、--attribute、--value 一次只改一条草稿，请只写一个编号。\n");
    return false;
}

/* ---- which drafts ---- */

struct chosen {
    uint32_t *places;
    uint32_t count;
};

/* Those whose status a person changed in the file. */
static void choose_marked(struct desk *desk, struct chosen *chosen) {
    const struct inbox *inbox = &desk->files.inbox;
    for (uint32_t i = 0; i < inbox->drafts.count; i++) {
        const struct decision *decision = &inbox->decisions[i];
        if (decision->fate == FATE_ACCEPTED && !*decision->fact) chosen->places[chosen->count++] = i;
    }
    if (!chosen->count)
        fprintf(stderr,
                "anzhi: 请写出要收的草稿，例如 anzhi accept D0003。草稿文件里也没有标成 accepted 的。\n");
}

static bool choose(struct desk *desk, char **words, int count, struct chosen *out) {
    uint32_t room = desk->files.inbox.drafts.count + (uint32_t)count + 1;
    *out = (struct chosen){ARENA_LIST(&desk->arena, uint32_t, room), (uint32_t)count};
    if (count) return desk_find(desk, words, count, out->places);
    choose_marked(desk, out);
    return out->count > 0;
}

/* ---- edits ---- */

/* 「甲、乙、丙」 of a list, 「甲」 of anything else. */
static void edit_value(struct desk *desk, struct draft *draft, const char *value) {
    struct str rest = str_of(value);
    uint32_t count = 0;
    const char **values = ARENA_LIST(&desk->files.inbox.drafts.arena, const char *, rest.len / 3 + 2);
    while (draft->is_list && str_has(rest, STR("、"))) {
        size_t end = str_find(rest, STR("、"));
        values[count++] = arena_text(&desk->files.inbox.drafts.arena, rest.at, end);
        rest = str_cut(rest, end + 3, rest.len);
    }
    values[count++] = arena_text(&desk->files.inbox.drafts.arena, rest.at, rest.len);
    draft->values = values;
    draft->value_count = count;
    draft->normal = ""; /* was of the old one */
}

static void edit(struct desk *desk, uint32_t place, const struct accept_options *options) {
    struct draft *draft = &desk->files.inbox.drafts.list[place];
    if (options->subject) draft->subject = options->subject;
    if (options->attribute) draft->attribute = options->attribute;
    if (options->value) edit_value(desk, draft, options->value);
}

/* Of all documents that the drafts are from. */
static void tell_documents(struct desk *desk, const struct chosen *chosen,
                           const struct accept_options *options) {
    struct inbox *inbox = &desk->files.inbox;
    for (uint32_t i = 0; i < chosen->count && (options->title || options->date); i++)
        inbox_tell(inbox, inbox->decisions[chosen->places[i]].document, options->title ? options->title : "",
                   options->date ? options->date : "");
}

/* ---- the check ---- */

static void check(const struct content_source *source, struct diags *diags) {
    enum { ALL = 100000 };
    struct content content;
    diags_init(diags);
    diags->limit = ALL;
    content_load(&content, source, CONTENT_CHECKED, diags);
    content_finish(&content);
    diags_sort(diags);
}

static bool is_same(const struct diag *a, const struct diag *b) {
    const char *x = a->subject ? a->subject : "", *y = b->subject ? b->subject : "";
    const char *p = a->remark ? a->remark : "", *q = b->remark ? b->remark : "";
    return a->kind == b->kind && strcmp(a->file, b->file) == 0 && strcmp(x, y) == 0 && strcmp(p, q) == 0;
}

static bool was_there(const struct diags *before, const struct diag *diag) {
    for (uint32_t i = 0; i < before->count; i++)
        if (is_same(&before->list[i], diag)) return true;
    return false;
}

/* Only what comes of these drafts is told; the rest is for `anzhi check`. False: some of it is an error. */
static bool tell_new(const struct diags *before, struct diags *after) {
    struct diags fresh = *after;
    fresh.list = ARENA_LIST(&after->arena, struct diag, after->count + 1);
    fresh.count = fresh.errors = fresh.warnings = 0;
    for (uint32_t i = 0; i < after->count; i++) {
        if (was_there(before, &after->list[i])) continue;
        fresh.list[fresh.count++] = after->list[i];
        *(after->list[i].kind->level == DIAG_ERROR ? &fresh.errors : &fresh.warnings) += 1;
    }
    if (fresh.count) {
        struct buf out;
        buf_init(&out);
        diags_print_text(&fresh, &out);
        fwrite(out.at, 1, out.len, stderr);
        buf_finish(&out);
    }
    return fresh.errors == 0;
}

static bool is_sound(const struct content_source *before, const struct content_source *after) {
    struct diags old, fresh;
    check(before, &old);
    check(after, &fresh);
    bool sound = tell_new(&old, &fresh);
    if (!sound) fprintf(stderr, "anzhi: 写进去会有错误，所以什么都没有写。\n");
    diags_finish(&old);
    diags_finish(&fresh);
    return sound;
}

/* ---- writing ---- */

static bool write_everything(struct desk *desk, const struct acceptance *acceptance) {
    struct rewrite *drafts;
    uint32_t packs = acceptance->overlay.file_count, count = inbox_files_changes(&desk->files, &drafts);
    struct rewrite *list = ARENA_LIST(&desk->arena, struct rewrite, packs + count + 1);
    for (uint32_t i = 0; i < packs; i++) {
        const struct overlay_file *file = &acceptance->overlay.files[i];
        list[i] = (struct rewrite){.path = arena_printf(&desk->arena, "%s/%s", desk->folder.root, file->path),
                                   .before = file->before,
                                   .after = file->after,
                                   .keeps_old = true};
    }
    for (uint32_t i = 0; i < count; i++) list[packs + i] = drafts[i];
    return rewrite_all(list, packs + count);
}

/* ---- what is said ---- */

static void say_refused(const struct draft *draft, const struct accepted *refused) {
    fprintf(stderr, "anzhi: %s 没有收：%s。%s%s\n", draft->id, refused->refusal,
            *refused->remedy ? "改法：" : "", refused->remedy);
}

/* How it would be asked, in one wording of each kind. */
static uint32_t show_questions(const struct content *content, const char *id, struct arena *arena) {
    struct pool pool;
    struct question question;
    uint32_t at = 0, count = 0;
    pool_build(&pool, content, 0);
    while (questions_of_next(content, &pool, id, &at, arena, &question)) {
        printf("    %s　%s\n", quiz_kind_title(question.kind), question.stem);
        count++;
    }
    pool_finish(&pool);
    return count;
}

static bool is_played(const struct content *content, const char *into) {
    for (uint32_t i = 0; i < content->pack_count; i++)
        if (strcmp(content->packs[i].id, into) == 0) return content->packs[i].is_played;
    return false;
}

/* A thing that is new: which one of its series the next editor would look for. */
static void show_made(const struct accepted *accepted) {
    if (!accepted->made) return;
    printf("    新建了 @%s", accepted->made);
    if (*accepted->edition) printf("，记作 %s 这一届", accepted->edition);
    if (*accepted->series) printf("，和同一系列的往届放在一起");
    printf(accepted->wants_edition ? "；一届一届办的，请在它那一条里加上 \"edition\"。\n" : "。\n");
}

static void show_accepted(const struct acceptance *acceptance, uint32_t place,
                          const struct accepted *accepted) {
    const struct inbox *inbox = acceptance->inbox;
    const char *into = inbox->documents[inbox->decisions[place].document].into;
    struct arena arena;
    arena_init(&arena);
    printf("%s → %s　%s\n", inbox->drafts.list[place].id, accepted->id, accepted->proposal.statement);
    show_made(accepted);
    bool played = is_played(&acceptance->content, into);
    uint32_t count = played ? show_questions(&acceptance->content, accepted->id, &arena) : 0;
    if (!played)
        printf("    kiosk.json 的 packs 里没有 %s，加上它才会播放。\n", into);
    else if (!count && accepted->proposal.kind != PROPOSAL_ENTITY)
        printf("    还出不了题：同类的值不够作错误选项。在这条里加 \"lures\"，写上几个肯定不对的值。\n");
    arena_finish(&arena);
}

static void show_files(const struct acceptance *acceptance) {
    for (uint32_t i = 0; i < acceptance->overlay.file_count; i++) {
        const struct overlay_file *file = &acceptance->overlay.files[i];
        fprintf(stderr, file->before.at ? "已改 %s；原文件留作 %s.bak。\n" : "新建 %s。\n", file->path,
                file->path);
    }
}

/* ---- the whole ---- */

/* All of them or none: a person who is told that one of five was refused should not have to find out which.
 */
static bool take_all(struct acceptance *acceptance, const struct chosen *chosen, const struct wishes *wishes,
                     struct accepted *accepted) {
    bool fine = true;
    for (uint32_t i = 0; i < chosen->count; i++) {
        if (acceptance_take(acceptance, chosen->places[i], wishes, &accepted[i])) continue;
        say_refused(&acceptance->inbox->drafts.list[chosen->places[i]], &accepted[i]);
        fine = false;
    }
    if (!fine && chosen->count > 1) fprintf(stderr, "anzhi: 有草稿收不了，所以这一次一条都没有写。\n");
    return fine;
}

static void today_words(char *out, size_t room) {
    uint32_t today = clock_today();
    snprintf(out, room, "%04u-%02u-%02u", today / 10000, today / 100 % 100, today % 100);
}

static int accept_chosen(struct desk *desk, const struct chosen *chosen,
                         const struct accept_options *options) {
    struct acceptance acceptance;
    struct wishes wishes = {.decided = options->decided, .edition = options->edition};
    struct accepted *accepted = ARENA_LIST(&desk->arena, struct accepted, chosen->count);
    char today[16];
    today_words(today, sizeof today);
    bool fine = acceptance_begin(&acceptance, &desk->folder.source, &desk->files.inbox, today);
    if (!fine) fprintf(stderr, "anzhi: 没有可以用的题库，先用 anzhi check 看看。\n");
    acceptance.source = options->source;
    if (fine) clash_find(&desk->files.inbox.drafts, &acceptance.content);
    if (fine) topic_find(&desk->files.inbox.drafts, &acceptance.content);
    fine = fine && take_all(&acceptance, chosen, &wishes, accepted) &&
           is_sound(&desk->folder.source, &acceptance.overlay.source) && write_everything(desk, &acceptance);
    for (uint32_t i = 0; fine && i < chosen->count; i++)
        show_accepted(&acceptance, chosen->places[i], &accepted[i]);
    if (fine) show_files(&acceptance);
    acceptance_finish(&acceptance);
    return fine ? EXIT_FINE : EXIT_FAILED;
}

int command_accept(int argc, char **argv) {
    struct accept_options options = {0};
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct desk desk;
    struct chosen chosen;
    int status = EXIT_FAILED;
    if (desk_open(&desk, options.folder) && choose(&desk, argv + optind, argc - optind, &chosen)) {
        if (has_edit(&options)) edit(&desk, chosen.places[0], &options);
        tell_documents(&desk, &chosen, &options);
        status = accept_chosen(&desk, &chosen, &options);
    }
    desk_close(&desk);
    return status;
}
