#include "exchange/mend.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "exchange/char.h"
#include "exchange/label.h"

struct mending {
    struct document *document;
    const char *at, *end;
    uint32_t line, column;
    bool broken; /* what follows does not stand beside what was added last */
    bool is_row; /* of a table, with | between its cells */
};

static void add_piece(struct mending *mending) {
    struct document *document = mending->document;
    if (document->piece_count == document->piece_room) {
        document->piece_room = document->piece_room ? document->piece_room * 2 : 256;
        document->pieces = memory_resize(document->pieces, document->piece_room, sizeof *document->pieces);
    }
    document->pieces[document->piece_count++] =
        (struct piece){document->count, mending->line, mending->column};
    mending->broken = false;
}

void mend_add(struct document *document, uint32_t code) {
    if (document->count + 1 >= document->room) {
        document->room = document->room ? document->room * 2 : 4096;
        document->text = memory_resize(document->text, document->room, sizeof *document->text);
    }
    document->text[document->count++] = code;
}

static void add_code(struct mending *mending, uint32_t code) {
    if (mending->broken) add_piece(mending);
    mend_add(mending->document, code);
}

static uint32_t last_code(const struct mending *mending) {
    const struct document *document = mending->document;
    return document->count ? document->text[document->count - 1] : 0;
}

static bool is_chinese(uint32_t code) {
    return utf8_is_han(code) || (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFFEF) ||
           code == 0x201C || code == 0x201D;
}

static bool is_invisible(uint32_t code) {
    return (code < ' ' && code != '\t') || code == 0x7F || code == 0xFEFF ||
           (code >= 0x200B && code <= 0x200F) || code == 0xAD || code == '\r' || code == '\f' ||
           (code >= 0x202A && code <= 0x202E) || code == 0x2060 || code == 0xFE0F;
}

/* Digits, letters and % of full width, and the other pairs of quotation marks. */
static uint32_t plain(uint32_t code) {
    bool is_wide = (code >= 0xFF10 && code <= 0xFF19) || (code >= 0xFF21 && code <= 0xFF3A) ||
                   (code >= 0xFF41 && code <= 0xFF5A) || code == 0xFF05 || code == 0xFF0E || code == 0xFF0F;
    if (is_wide) return code - 0xFEE0;
    if (code == 0x300C || code == 0x300E) return U'“';
    if (code == 0x300D || code == 0x300F) return U'”';
    if (code == 0xFF1B) return U'；';
    return code;
}

/* Half-width marks after Chinese were meant to be full-width. */
static uint32_t wide(uint32_t code, uint32_t before, uint32_t after) {
    static const uint32_t half[] = U",;:()!?", full[] = U"，；：（）！？";
    bool opens = code == '(' && (is_chinese(before) || is_chinese(after));
    bool stands = code != '(' && (is_chinese(before) || (code == ')' && is_chinese(after)));
    if (!opens && !stands) return code;
    for (uint32_t i = 0; half[i]; i++)
        if (half[i] == code) return full[i];
    return code;
}

static uint32_t peek(const struct mending *mending) {
    const char *at = mending->at;
    return at < mending->end ? utf8_next(&at, mending->end) : 0;
}

static uint32_t take(struct mending *mending) {
    mending->column++;
    return utf8_next(&mending->at, mending->end);
}

static struct str left_of(const struct mending *mending) {
    return (struct str){mending->at, (size_t)(mending->end - mending->at)};
}

static void skip(struct mending *mending, size_t bytes) {
    const char *stop = mending->at + bytes;
    while (mending->at < stop) take(mending);
    mending->broken = true;
}

/* The end of what begins here and is no text: a mark for bold, a tag, the address of a link. */
static size_t markup_length(struct str text, bool in_link) {
    enum { LONGEST_TAG = 60, LONGEST_ADDRESS = 2000 };
    if (str_starts(text, STR("**"))) return 2;
    if (str_starts(text, STR("&nbsp;"))) return 6;
    bool is_tag =
        text.len > 2 && text.at[0] == '<' && (text.at[1] == '/' || char_is_letter((unsigned char)text.at[1]));
    bool is_address = in_link && str_starts(text, STR("]("));
    if (!is_tag && !is_address) return 0;
    size_t most = is_tag ? LONGEST_TAG : LONGEST_ADDRESS;
    struct str near = str_cut(text, 0, text.len < most ? text.len : most);
    size_t end = str_find(near, is_tag ? STR(">") : STR(")"));
    return end < near.len ? end + 1 : 0;
}

/* Blanks between a number and its unit, and at the edges of marks, were put there by a typesetter. */
static bool keeps_blank(uint32_t before, uint32_t after) {
    if (!before || !after || char_is_blank(after)) return false;
    bool han_before = utf8_is_han(before), han_after = utf8_is_han(after);
    if (han_before && han_after) return true;
    if (char_is_digit(before) && han_after) return false;
    if (han_before && char_is_digit(after)) return false;
    return !is_chinese(before) && !is_chinese(after) ? true : char_is_letter(before) || char_is_letter(after);
}

/* 地　点：, 主 持 人：, where the blanks only make the label as wide as its neighbours. */
static bool spreads_label(const struct mending *mending) {
    enum { MOST = 3 };
    const char *at = mending->at;
    uint32_t letters = 0;
    while (at < mending->end && letters <= MOST) {
        uint32_t code = utf8_next(&at, mending->end);
        if (char_is_blank(code)) continue;
        if (code == U'：' || code == ':') return letters > 0;
        const char *next = at;
        uint32_t after = at < mending->end ? utf8_next(&next, mending->end) : 0;
        bool stands_apart = char_is_blank(after) || after == U'：' || after == ':';
        if (!utf8_is_han(code) || !stands_apart) return false;
        letters++;
    }
    return false;
}

static void add_at(struct mending *mending, uint32_t column, uint32_t code) {
    uint32_t after = mending->column;
    mending->column = column; /* a new piece begins at the character itself */
    add_code(mending, code);
    mending->column = after;
}

static void mend_code(struct mending *mending) {
    uint32_t column = mending->column, taken = take(mending), before = last_code(mending);
    if (utf8_is_han(taken)) { /* most are, and stay as they are */
        add_at(mending, column, taken);
        return;
    }
    uint32_t code = mending->is_row && taken == '|' ? 0x3000 : plain(taken);
    bool keeps = char_is_blank(code)
                     ? !spreads_label(mending) && (code == 0x3000 || keeps_blank(before, peek(mending)))
                     : !is_invisible(code);
    if (!keeps) {
        mending->broken = true;
        return;
    }
    add_at(mending, column, char_is_blank(code) ? ' ' : wide(code, before, peek(mending)));
}

/* 主　　办　海螺实验室 is 主办：海螺实验室. */
static void mend_label(struct mending *mending) {
    struct label label = label_of(left_of(mending));
    const char *end = mending->at + label.length;
    while (mending->at < end) {
        bool is_gap = char_is_blank(peek(mending));
        if (is_gap) {
            take(mending);
            mending->broken = true;
        } else {
            mend_code(mending);
        }
    }
    if (label.is_known) add_code(mending, U'：');
    if (label.blanks) skip(mending, label.blanks);
}

void mend_line(struct document *document, const struct line *line) {
    struct mending mending = {.document = document,
                              .at = line->text.at,
                              .end = line->text.at + line->text.len,
                              .line = line->number,
                              .column = line->column,
                              .broken = true,
                              .is_row = str_starts(line->text, STR("|")) && str_ends(line->text, STR("|"))};
    bool has_link = str_has(line->text, STR("]("));
    if (!document->is_slides) mend_label(&mending);
    while (mending.at < mending.end) {
        char lead = *mending.at;
        bool is_special = lead == '*' || lead == '<' || lead == '&' || (lead == ']' && has_link);
        size_t markup = is_special ? markup_length(left_of(&mending), has_link) : 0;
        bool opens_link = has_link && lead == '[' && !markup;
        if (markup || opens_link) {
            skip(&mending, markup ? markup : 1);
        } else {
            mend_code(&mending);
        }
    }
}

/* ---- what kind of text it is ---- */

/* Characters that simplified Chinese does not have. */
static const uint32_t traditional[] =
    U"與專業東絲兩嚴個豐臨為麗舉義習書買亂爭於雲產親億僅從倉價們會傳傷倫偽體餘傾償優兒內冊寫軍農馮衝決況凍淨劃劉則剛創動勞勢華協單賣"
    U"衛廠廳歷壓厭縣參雙發變嘆號國圖圓團園場塊堅壇處備復夠頭奪獎實寶審憲對導將爾層屬歲島嶺廣應開關張彈強歸當錄態懷惡總戰戶擊據換損擔擁擇掃搶護報揚"
    U"數斷無時曉樹機權條來極構槍樓標樣橋檢歡歐殺氣漢湯溝滿漸濟灣熱燈爺獨獲現環瑪畢電畫療盡監眾確碼禮離種積稱窮節築簽類級約紀純紙組細終結給絡絕統經綜"
    U"綠維網緊線練緩編緣縮績續羅聖聞聯聰職聽腦腳臉舊藝蘇藥虛蟲補裝製見規視覺覽觀計訂認討讓訓議記講許論設訪證評識訴診詞試詩誠話該詳語誤說請諸課調談謀謝"
    U"譜負財責敗貨質販貪貧購貫貴貸費資賓賞賴贈贏趕趙跡踐車軌軟輕載輔輛輸轉輪辦達遷過運還這進遠違連遲適選遺鄧鄭醫釋針釣鐘鋼錢鐵銀銷鎖錯鍵鏡長門閉問間閃"
    U"閱隊陽陰陣階際陸陳隨險隱難霧靜頂項順須預領頻題額顏願顧風飛飯飲飾館馬馳駐駕驗騙魚鮮鳥鳴麥黃點齊齒龍龜";

/* One bit for each character of the plane, of which a word takes 32. */
enum { PLANE_FROM = 0x4E00, PLANE_WORDS = (0xA000 - 0x4E00) / 32 };

static void mark_traditional(uint32_t marks[PLANE_WORDS]) {
    for (const uint32_t *at = traditional; *at; at++)
        marks[(*at - PLANE_FROM) / 32] |= 1u << (*at - PLANE_FROM) % 32;
}

/* Letters of no Chinese text: Greek and Cyrillic, Kana, Hangul, private use, and bytes that were decoded
 * wrongly. */
static bool is_foreign(uint32_t code) {
    return (code >= 0x80 && code < 0x2000 && code != 0xB7 && code != 0xA0 && code != 0xB0 && code != 0xD7) ||
           (code >= 0x3040 && code <= 0x30FA) || (code >= 0xAC00 && code <= 0xD7A3) ||
           (code >= 0xE000 && code <= 0xF8FF) || code == 0xFFFD;
}

/* 字(zì) or 字（zi）: the bracket holds letters alone, tones among them. */
static bool is_reading(const struct document *document, uint32_t at) {
    enum { LONGEST = 7 };
    const uint32_t *text = document->text;
    if (at == 0 || !utf8_is_han(text[at - 1]) || (text[at] != '(' && text[at] != U'（')) return false;
    uint32_t n = 1;
    while (n <= LONGEST &&
           ((text[at + n] >= 'a' && text[at + n] <= 'z') || (text[at + n] >= 0xDF && text[at + n] < 0x200)))
        n++;
    return n > 1 && (text[at + n] == ')' || text[at + n] == U'）');
}

struct alphabet mend_alphabet(const struct document *document) {
    struct alphabet alphabet = {0};
    uint32_t marks[PLANE_WORDS] = {0};
    mark_traditional(marks);
    for (uint32_t i = 0; i < document->count; i++) {
        uint32_t code = document->text[i], place = code - PLANE_FROM;
        if (code < 0x80 && code != '(') continue;
        if (place / 32 < PLANE_WORDS) {
            alphabet.han++;
            alphabet.traditional += marks[place / 32] >> place % 32 & 1;
        } else {
            alphabet.foreign += is_foreign(code);
            alphabet.readings += is_reading(document, i);
        }
    }
    return alphabet;
}
