#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/inbox.h"

/* Drafts keep what was decided of them, whatever happens to their document. */

static struct inbox inbox;
static struct diags diags;
static struct buf out;

static int begin(void **state) {
    (void)state;
    inbox_init(&inbox);
    diags_init(&diags);
    buf_init(&out);
    return 0;
}

static int end(void **state) {
    (void)state;
    inbox_finish(&inbox);
    diags_finish(&diags);
    buf_finish(&out);
    return 0;
}

static const struct inbox_document document = {.name = "001_kaimu",
                                               .file = "001_kaimu.txt",
                                               .path = "/tmp/001_kaimu.txt",
                                               .title = "开幕“\\”",
                                               .publisher = "某社",
                                               .date = "2024-09-09",
                                               .url = "",
                                               .hash = 0x123456789abcdef0,
                                               .into = "wangan"};

static const char *const days[] = {"9月9日至15日"}, *const bodies[] = {"甲委", "乙局"},
                         *const city[] = {"广州"};

static struct draft draft_of(const char *surface, const char *const *values, uint32_t count, uint32_t line) {
    return (struct draft){.id = "",
                          .confident = true,
                          .pattern = count > 1 ? "P4" : "P2",
                          .doc = "001_kaimu.txt",
                          .line = line,
                          .from = 3,
                          .to = 9,
                          .quote = "宣传周于9月9日至15日由甲委、乙局在广州举办。",
                          .type = count > 1 ? DRAFT_ORGANIZATION_SET : DRAFT_DATE_RANGE,
                          .topic = "宣传周",
                          .subject = "2024年宣传周",
                          .attribute = "举办时间",
                          .values = values,
                          .value_count = count,
                          .is_list = count > 1,
                          .open = count > 1,
                          .year = {2024, YEAR_TITLE},
                          .warns = {"名单后面有“等”"},
                          .warn_count = count > 1,
                          .dup_of = "",
                          .conflict_with = "",
                          .decision = "",
                          .editor = "",
                          .statement = "",
                          .surface = surface,
                          .normal = "",
                          .reason = "前面有“于”"};
}

static void take(const struct draft *found, uint32_t count) {
    inbox_take(&inbox, &document, found, count);
}

static void take_two(uint32_t line) {
    struct draft found[] = {draft_of("9月9日至15日", days, 1, line), draft_of("甲委、乙局", bodies, 2, line)};
    take(found, 2);
}

static bool read_text(struct inbox *into, const char *text) {
    return inbox_read(into, "001_kaimu", (struct diag_file){"inbox/001_kaimu.drafts.json", str_of(text)},
                      &diags);
}

static void new_drafts_are_numbered_and_open(void **state) {
    (void)state;
    take_two(17);
    assert_int_equal(inbox.drafts.count, 2);
    assert_string_equal(inbox.drafts.list[0].id, "D0001");
    assert_string_equal(inbox.drafts.list[1].id, "D0002");
    assert_int_equal(inbox.decisions[1].fate, FATE_OPEN);
    assert_true(inbox.documents[0].is_changed);
    assert_int_equal(inbox_find(&inbox, "D0002"), 1);
    assert_int_equal(inbox_find(&inbox, "D0003"), INBOX_NONE);
}

static void what_is_written_is_read_as_it_was(void **state) {
    (void)state;
    take_two(17);
    inbox_decide(&inbox, 0, FATE_ACCEPTED, "wangan-f-001", "");
    inbox_decide(&inbox, 1, FATE_REJECTED, "", "说得不准");
    inbox_print(&inbox, 0, &out);
    struct inbox again;
    inbox_init(&again);
    assert_true(read_text(&again, out.at));
    assert_int_equal(diags.errors, 0);
    struct buf second;
    buf_init(&second);
    inbox_print(&again, 0, &second);
    assert_string_equal(second.at, out.at);
    assert_int_equal(again.decisions[0].fate, FATE_ACCEPTED);
    assert_int_equal(inbox_find_fact(&again, "wangan-f-001"), 0);
    assert_int_equal(inbox_find_fact(&again, ""), INBOX_NONE);
    assert_string_equal(again.documents[0].title, "开幕“\\”");
    assert_string_equal(again.drafts.list[1].values[1], "乙局");
    assert_true(again.drafts.list[1].open);
    assert_int_equal(again.drafts.list[1].year.from, YEAR_TITLE);
    assert_false(again.documents[0].is_changed);
    buf_finish(&second);
    inbox_finish(&again);
}

static void a_document_that_is_imported_twice_changes_nothing(void **state) {
    (void)state;
    take_two(17);
    inbox_decide(&inbox, 1, FATE_REJECTED, "", "说得不准");
    inbox_print(&inbox, 0, &out);
    take_two(17);
    struct buf second;
    buf_init(&second);
    inbox_print(&inbox, 0, &second);
    assert_string_equal(second.at, out.at);
    buf_finish(&second);
}

static void a_draft_that_moved_keeps_its_decision_and_learns_its_line(void **state) {
    (void)state;
    take_two(17);
    inbox_decide(&inbox, 0, FATE_ACCEPTED, "wangan-f-001", "");
    struct draft found[] = {draft_of("广州", city, 1, 15), draft_of("9月9日至15日", days, 1, 19),
                            draft_of("甲委、乙局", bodies, 2, 19)};
    take(found, 3);
    assert_int_equal(inbox.drafts.count, 3);
    assert_string_equal(inbox.drafts.list[0].id, "D0001");
    assert_int_equal(inbox.drafts.list[0].line, 19);
    assert_int_equal(inbox.decisions[0].fate, FATE_ACCEPTED);
    assert_string_equal(inbox.drafts.list[2].id, "D0003");
    assert_string_equal(inbox.drafts.list[2].surface, "广州");
}

static void what_a_person_edited_stays(void **state) {
    (void)state;
    take_two(17);
    inbox.drafts.list[0].subject = "2024年国家网络安全宣传周";
    struct draft found[] = {draft_of("9月9日至15日", days, 1, 17), draft_of("甲委、乙局", bodies, 2, 17)};
    found[0].subject = found[1].subject = "本届宣传周"; /* the program has learnt something since */
    take(found, 2);
    assert_string_equal(inbox.drafts.list[0].subject, "2024年国家网络安全宣传周");
    assert_string_equal(inbox.drafts.list[1].subject, "本届宣传周");
}

static void what_is_gone_is_dropped_unless_it_was_decided(void **state) {
    (void)state;
    take_two(17);
    inbox_decide(&inbox, 0, FATE_ACCEPTED, "wangan-f-001", "");
    take(NULL, 0);
    assert_int_equal(inbox.drafts.count, 1);
    assert_string_equal(inbox.drafts.list[0].id, "D0001");
    assert_false(inbox.decisions[0].is_found);
}

static void what_was_accepted_means_what_it_meant_then(void **state) {
    (void)state;
    take_two(17);
    inbox_decide(&inbox, 0, FATE_ACCEPTED, "wangan-f-001", "");
    struct draft found = draft_of("9月9日至15日", days, 1, 17);
    found.subject = "本届宣传周";
    take(&found, 1);
    assert_string_equal(inbox.drafts.list[0].subject, "2024年宣传周");
}

static void a_decision_belongs_to_its_sentence(void **state) {
    (void)state;
    struct draft found[] = {draft_of("9月9日至15日", days, 1, 17), draft_of("9月9日至15日", days, 1, 40)};
    found[1].quote = "9月9日至15日还有博览会。";
    take(found, 2);
    inbox_decide(&inbox, 1, FATE_REJECTED, "", "");
    take(&found[1], 1);
    assert_int_equal(inbox.drafts.count, 1);
    assert_string_equal(inbox.drafts.list[0].id, "D0002");
    assert_int_equal(inbox.decisions[0].fate, FATE_REJECTED);
}

static void no_number_is_given_twice(void **state) {
    (void)state;
    take_two(17);
    take(NULL, 0);
    inbox_print(&inbox, 0, &out);
    struct inbox again;
    inbox_init(&again);
    assert_true(read_text(&again, out.at));
    struct draft found = draft_of("广州", city, 1, 15);
    inbox_take(&again, &document, &found, 1);
    assert_string_equal(again.drafts.list[0].id, "D0003");
    inbox_finish(&again);
}

static void the_same_words_twice_are_two_drafts(void **state) {
    (void)state;
    struct draft found[] = {draft_of("9月9日至15日", days, 1, 17), draft_of("9月9日至15日", days, 1, 40)};
    take(found, 2);
    inbox_decide(&inbox, 1, FATE_REJECTED, "", "");
    take(found, 2);
    assert_int_equal(inbox.drafts.count, 2);
    assert_int_equal(inbox.decisions[0].fate, FATE_OPEN);
    assert_int_equal(inbox.decisions[1].fate, FATE_REJECTED);
}

static void documents_do_not_mix(void **state) {
    (void)state;
    take_two(17);
    struct inbox_document other = document;
    other.name = "002_bimu";
    other.file = "002_bimu.txt";
    struct draft found = draft_of("9月9日至15日", days, 1, 5);
    inbox_take(&inbox, &other, &found, 1);
    assert_int_equal(inbox.drafts.count, 3);
    inbox_take(&inbox, &other, NULL, 0);
    assert_int_equal(inbox.drafts.count, 2);
    assert_int_equal(inbox.document_count, 2);
    inbox.decisions[0].is_found = false;
    inbox_take(&inbox, &other, NULL, 0);
    assert_int_equal(inbox.drafts.count, 2);
}

static void keys_of_a_persons_own_stay(void **state) {
    (void)state;
    assert_true(read_text(
        &inbox, "{\"document\": {\"file\": \"a.txt\"}, \"into\": \"wangan\", \"facts\": [\n"
                "{\"id\": \"D0007\", \"status\": \"draft\", \"value\": \"广州\", \"type\": \"place\","
                " \"x-note\": \"问过老李\"},]}"));
    assert_int_equal(inbox.last_id, 7);
    inbox_print(&inbox, 0, &out);
    assert_non_null(strstr(out.at, "\"x-note\": \"问过老李\""));
}

static void a_file_that_was_spoilt_is_named_and_left_alone(void **state) {
    (void)state;
    static const struct {
        const char *fact, *says;
    } spoilt[] = {
        {"{\"id\": \"D0007\", \"status\": \"fine\", \"value\": \"甲\", \"type\": \"place\"}",
         "rejected（弃）"},
        {"{\"id\": \"7\", \"status\": \"draft\", \"value\": \"甲\", \"type\": \"place\"}", "D0017"},
        {"{\"id\": \"D0007\", \"status\": \"draft\", \"value\": 7, \"type\": \"place\"}", "一段文字"},
        {"{\"id\": \"D0007\", \"status\": \"draft\", \"value\": [\"甲\", 7], \"type\": \"set\"}", "只写文字"},
        {"{\"id\": \"D0007\", \"status\": \"draft\", \"value\": \"甲\", \"type\": \"fish\"}", "没有这种类型"},
        {"{\"id\": \"D0001\", \"status\": \"draft\", \"value\": \"甲\", \"type\": \"place\"}",
         "已经有这个编号"},
        {"{\"id\": \"D0007\", \"status\": \"draft\" \"value\": \"甲\" \"type\" ", "S"},
        {"\"D0007\"", "写成 {"},
    };
    take_two(17);
    for (size_t i = 0; i < sizeof spoilt / sizeof spoilt[0]; i++) {
        char text[400];
        snprintf(text, sizeof text, "{\"document\": {\"file\": \"a.txt\"}, \"facts\": [\n%s\n]}",
                 spoilt[i].fact);
        diags_finish(&diags);
        diags_init(&diags);
        buf_clear(&out);
        assert_false(
            inbox_read(&inbox, "a", (struct diag_file){"inbox/a.drafts.json", str_of(text)}, &diags));
        diags_print_text(&diags, &out);
        assert_non_null(strstr(out.at, spoilt[i].says));
        assert_int_equal(inbox.drafts.count, 2);
        assert_int_equal(inbox.document_count, 1);
    }
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(new_drafts_are_numbered_and_open),
        TEST(what_is_written_is_read_as_it_was),
        TEST(a_document_that_is_imported_twice_changes_nothing),
        TEST(a_draft_that_moved_keeps_its_decision_and_learns_its_line),
        TEST(what_a_person_edited_stays),
        TEST(what_is_gone_is_dropped_unless_it_was_decided),
        TEST(what_was_accepted_means_what_it_meant_then),
        TEST(a_decision_belongs_to_its_sentence),
        TEST(no_number_is_given_twice),
        TEST(the_same_words_twice_are_two_drafts),
        TEST(documents_do_not_mix),
        TEST(keys_of_a_persons_own_stay),
        TEST(a_file_that_was_spoilt_is_named_and_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
