#include <stdio.h>

#include "base/fold.h"
#include "bench.h"
#include "exchange/import.h"

/* How much text a second becomes drafts: documents of one, four and sixteen megabytes, so that it can be seen
   to be linear. Reference: folding the same text for comparison, which looks at every character once. */

static const char *const paragraphs[] = {
    "9月15日上午，2025年青澜市网络安全宣传周开幕式在望湖体育馆举行。东岚省委网信办副主任贺文柏出席并致辞，青澜市副市长邵"
    "启程主持开幕式。\n\n",
    "本届宣传周以“数智青澜，安全同行”为主题，为期七天，由青澜市委宣传部、青澜市教育局、青澜市公安局等八部门联合主办，青澜"
    "广播电视台承办。\n\n",
    "人们谈起网络，往往先想到便利，然后才想到风险。其实两件事从来分不开，就像门和锁：门开得越大，锁就要越结实。老师在课上讲"
    "了一个故事，孩子们听得很认真，回家以后又讲给家里的老人听，老人也记住了，再有陌生电话打来就直接挂掉。\n\n",
    "青澜市公安局网络安全保卫支队支队长骆向阳提醒大家，密码不要一处泄露处处失守，验证码谁也不能给，转账以前先打一个电话问清"
    "楚。遇到要求共享屏幕的客服，多半是骗子；遇到说内部渠道的理财，几乎都是陷阱。\n\n",
    "截至2025年8月底，全市建成教育基地14个，培训志愿者1200余名，接待参观群众突破9万人次，宣传入户率达到96.5%。\n\n",
    "有人问，为什么要把道理讲得这样细。答案很简单：网络里的坏人也在学习，他们的话术天天翻新，昨天还管用的提醒，今天可能就不"
    "够了。所以要常讲，要换着法子讲，要讲到每一个人都能说给别人听。\n\n",
    "会议要求，一是压实主体责任，把安全摆上重要位置；二是补齐短板弱项，提升基层防护能力；三是讲好身边故事，让群众听得懂、学得"
    "会、用得上。\n\n",
};
enum { PARAGRAPHS = sizeof paragraphs / sizeof paragraphs[0], RUNS = 3 };

static void write_text(struct buf *out, size_t bytes) {
    buf_text(out, "2025年青澜市网络安全宣传周开幕\n\n");
    for (uint32_t i = 0; out->len < bytes; i++) buf_text(out, paragraphs[i % PARAGRAPHS]);
}

static double import_seconds(struct str text, uint32_t *count) {
    double took[RUNS];
    for (int i = 0; i < RUNS; i++) {
        double start = processor_seconds();
        struct document document;
        struct drafts drafts;
        drafts_init(&drafts);
        document_read(&document, text, "bench.txt");
        import_document(&drafts, &document);
        *count = drafts.count;
        drafts_finish(&drafts);
        document_finish(&document);
        took[i] = processor_seconds() - start;
    }
    return median(took, RUNS);
}

static double fold_seconds(struct str text) {
    struct buf out;
    buf_init(&out);
    double start = processor_seconds();
    fold_text(text, &out);
    double took = processor_seconds() - start;
    buf_finish(&out);
    return took;
}

void bench_documents(void) {
    puts("Documents: from bytes to drafts, on one core. Reference: folding the same text.\n");
    puts("| MB | drafts | MB/s | MB/s folded | drafts per 1000 characters |");
    puts("|---|---|---|---|---|");
    for (size_t bytes = 1 << 20; bytes <= 16u << 20; bytes *= 4) {
        struct buf text;
        uint32_t count = 0;
        buf_init(&text);
        write_text(&text, bytes);
        double megabytes = (double)text.len / 1e6, seconds = import_seconds(buf_get(&text), &count);
        printf("| %.1f | %u | %.1f | %.1f | %.1f |\n", megabytes, count, megabytes / seconds,
               megabytes / fold_seconds(buf_get(&text)), count * 3000.0 / (double)text.len);
        buf_finish(&text);
    }
    puts("");
}
