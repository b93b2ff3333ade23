#include "exchange/clash_about.h"

#include <string.h>

#include "base/utf8.h"
#include "exchange/char.h"

static bool has(const char *text, const char *part) {
    return strstr(text, part) != NULL;
}

bool about_leading(const char *attribute) {
    return has(attribute, "牵头");
}

static bool about_of_attribute(const char *attribute, enum about *about) {
    bool is_time = has(attribute, "时间") || has(attribute, "日期");
    bool is_held = has(attribute, "举办") || has(attribute, "举行") || has(attribute, "召开") ||
                   has(attribute, "起止") || has(attribute, "开幕");
    bool is_place = has(attribute, "地点") || has(attribute, "举办地") || has(attribute, "城市");
    if (is_time && is_held) return *about = ABOUT_TIME, true;
    if (is_place) return *about = ABOUT_PLACE, true;
    if (has(attribute, "主题") && !has(attribute, "副")) return *about = ABOUT_THEME, true;
    if (has(attribute, "主办") || has(attribute, "举办方")) return *about = ABOUT_HOSTS, true;
    if (has(attribute, "组织召开") || about_leading(attribute)) return *about = ABOUT_CALLERS, true;
    if (has(attribute, "签署") && !is_time) return *about = ABOUT_SIGNERS, true;
    return false;
}

/* 发布日期, 撤展时间: what was done then; NULL when that is not said. */
const char *about_deed(const char *attribute) {
    static const char *const deeds[] = {"发布", "公布", "印发", "签署", "成立", "启动",
                                        "施行", "实施", "揭牌", "授牌", "截止", "报名",
                                        "报到", "搭建", "布展", "开展", "撤展"};
    if (!has(attribute, "时间") && !has(attribute, "日期")) return NULL;
    for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++)
        if (has(attribute, deeds[i])) return deeds[i];
    return NULL;
}

const char *about_counted(const char *attribute) {
    static const char *const guests[] = {"参加人数", "参与人数", "参会人数", "出席人数", "到场人数"};
    for (size_t i = 0; i < sizeof guests / sizeof guests[0]; i++)
        if (strcmp(attribute, guests[i]) == 0) return guests[0];
    return attribute;
}

/* On which days it was held, or something else done. */
static bool about_days(const char *attribute, enum about *about) {
    if (about_of_attribute(attribute, about)) return *about == ABOUT_TIME;
    return *about = ABOUT_DEED, about_deed(attribute) != NULL;
}

/* 五特性, 四大特点: a name that says how many there are is one of a whole; 第三届 is none. */
static bool names_group(const char *name) {
    const char *end = name + strlen(name);
    uint32_t before = 0;
    for (const char *at = name; at < end;) {
        uint32_t code = utf8_next(&at, end);
        if (char_is_numeral(code) && code != U'一' && before != U'第') return true;
        before = code;
    }
    return false;
}

/* On a slide the heading may be what is said of the list, not whose it is. */
const char *about_group(const struct draft *draft) {
    return names_group(draft->attribute) ? draft->attribute : draft->subject;
}

bool about_of_draft(const struct draft *draft, enum about *about) {
    switch (draft->type) {
    case DRAFT_ROLE:
        return *about = ABOUT_POST, true;
    case DRAFT_VERSION:
        return *about = ABOUT_VERSION, *draft->subject != '\0';
    case DRAFT_ALIAS:
        return *about = ABOUT_LONG_NAME, true;
    case DRAFT_DEFINITION:
        return *about = ABOUT_MEANING, true;
    case DRAFT_NUMBER:
    case DRAFT_PERCENT:
        return *about = ABOUT_NUMBER, *draft->attribute != '\0';
    case DRAFT_DATE:
    case DRAFT_DATE_RANGE:
        return about_days(draft->attribute, about);
    case DRAFT_PLACE:
        return *about = ABOUT_PLACE, true;
    case DRAFT_SLOGAN:
        return *about = ABOUT_THEME, true;
    case DRAFT_ORGANIZATION:
    case DRAFT_ORGANIZATION_SET:
        return about_of_attribute(draft->attribute, about) && *about >= ABOUT_HOSTS;
    case DRAFT_SET:
    case DRAFT_ORDERED_LIST:
        return *about = ABOUT_MEMBERS, names_group(about_group(draft));
    case DRAFT_TITLE:
    case DRAFT_OUTCOME:
        return *about = ABOUT_ITSELF, true;
    default:
        return false;
    }
}

static bool about_body(const char *attribute, enum about *about) {
    if (has(attribute, "签署方")) return *about = ABOUT_SIGNERS, true;
    return about_of_attribute(attribute, about) && (*about == ABOUT_HOSTS || *about == ABOUT_CALLERS);
}

static bool about_words(const char *attribute, enum about *about) {
    if (has(attribute, "职务")) return *about = ABOUT_POST, true;
    if (strcmp(attribute, "版本") == 0) return *about = ABOUT_VERSION, true;
    bool is_such = about_of_attribute(attribute, about);
    return is_such && (*about == ABOUT_PLACE || *about == ABOUT_THEME);
}

/* Where one subject has several values another one contradicts none. */
bool about_of_fact(const struct fact *fact, enum about *about) {
    if (!fact->subject || !fact->attribute->single) return false;
    const char *attribute = fact->attribute->name;
    switch (fact->value.type) {
    case VALUE_DAYS:
        return about_days(attribute, about);
    case VALUE_ENTITY:
    case VALUE_TEXT:
        return about_words(attribute, about) || about_body(attribute, about);
    default:
        if (about_words(attribute, about) && *about == ABOUT_VERSION) return true; /* 1.0版 */
        return *about = ABOUT_NUMBER, true;
    }
}
