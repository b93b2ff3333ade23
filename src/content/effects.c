#include "content/effects.h"

#include <stdlib.h>

/* No text of ours begins with this byte. */
#define MARK '\1'

struct effect {
    const char *dropped, *kept;
};

static const struct effect effects[] = {
    [RECORD_PACK] = {"写错的项按没有写处理，内容包照常使用。", "内容包照常使用。"},
    [RECORD_SOURCE] = {"这条来源暂不使用", "这条来源照常使用。"},
    [RECORD_ENTITY] = {"这个事物暂不使用", "这个事物照常使用。"},
    [RECORD_ATTRIBUTE] = {"这个属性暂不使用", "这个属性照常使用。"},
    [RECORD_FACT] = {"这条事实暂不出题", "这条事实照常出题。"},
    [RECORD_ALSO_TRUE] = {"这条事实暂不出题", "这条事实照常出题。"},
    [RECORD_SET] = {"这个集合暂不出题", "这个集合照常出题。"},
    [RECORD_PAIRING] = {"这组配对暂不出题", "这组配对照常出题。"},
    [RECORD_SCENARIO] = {"这个情景暂不出题", "这个情景照常出题。"},
    [RECORD_PHRASE] = {"这个填字句暂不出题", "这个填字句照常出题。"},
    [RECORD_QUESTION] = {"本题暂不出现", "本题照常出现。"},
    [RECORD_CARD] = {"这张卡片暂不出现", "这张卡片照常出现。"},
    [RECORD_KIOSK] = {"写错的项按默认值处理。", "其余设置照常生效。"},
    [RECORD_THEME] = {"这套配色暂不使用，先用 base 写的自带配色。", "这套配色照常使用。"},
    [RECORD_COLORS] = {"这套配色暂不使用，先用 base 写的自带配色。", "这套配色照常使用。"},
    [RECORD_FACES] = {"这套配色暂不使用，先用 base 写的自带配色。", "这套配色照常使用。"},
    [RECORD_FILE] = {"这个文件暂不使用，其他文件照常使用。", "文件里的其他内容照常使用。"},
};
_Static_assert(sizeof effects / sizeof effects[0] == RECORD_KINDS, "an effect for every kind");

const char *effect_words(struct diags *diags, enum record_kind kind, enum diag_level level, uint32_t tally) {
    if (level == DIAG_WARNING) return effects[kind].kept;
    if (tally == TALLY_NONE) return effects[kind].dropped;
    return diag_text(diags, "%c%u", MARK, (unsigned)tally);
}

static const char *settled(struct diags *diags, const struct tally *tally) {
    const char *dropped = effects[tally->kind].dropped;
    uint32_t others = tally->total - tally->bad;
    if (others == 0) return diag_text(diags, "%s。", dropped);
    const char *measure = record_kind_measure(tally->kind), *title = record_kind_title(tally->kind);
    if (tally->kind == RECORD_QUESTION) title = "题";
    return diag_text(diags, "%s；这个文件里其余 %u %s%s照常使用。", dropped, (unsigned)others, measure,
                     title);
}

void effects_settle(struct diags *diags, const struct tally *tallies) {
    for (uint32_t i = 0; i < diags->count; i++) {
        struct diag *diag = &diags->list[i];
        if (!diag->effect || diag->effect[0] != MARK) continue;
        diag->effect = settled(diags, &tallies[strtoul(diag->effect + 1, NULL, 10)]);
    }
}
