#include "bench.h"

static const char *const places[] = {"办公室", "教室",   "图书馆", "车站",   "医院",   "商场",
                                     "宿舍",   "实验室", "机房",   "会议室", "咖啡店", "小区"};
static const char *const things[] = {"陌生短信", "公共无线网络",   "来历不明的二维码", "弱口令",
                                     "钓鱼邮件", "冒充客服的来电", "旧手机里的照片",   "共享文档的链接"};
static const char *const deeds[] = {"先核对发件人和网址再决定是否打开",   "马上把个人信息填进去领取奖品",
                                    "转发到好几个聊天群里提醒大家注意",   "把验证码告诉对方以便尽快办理",
                                    "关闭手机的锁屏密码方便以后使用",     "向单位的网络安全管理人员报告情况",
                                    "不再使用这个网络传输重要的工作文件", "照对方的要求安装远程控制软件"};

#define PICK(list, n) list[(n) % (sizeof list / sizeof *list)]

static void add_question(uint32_t i, struct buf *out) {
    buf_printf(out, "  {\n    \"id\": \"q-%06u\",\n    \"topic\": \"情景\",\n    \"source\": \"s1\",\n", i);
    buf_printf(out, "    \"stem\": \"第%u号练习：小李在%s遇到%s，下面哪种做法最稳妥？\",\n", i + 1,
               PICK(places, i), PICK(things, i / 5));
    buf_text(out, "    \"options\": [\n");
    for (uint32_t k = 0; k < 4; k++)
        buf_printf(out, "      \"%s\"%s\n", PICK(deeds, i / 3 + k), k < 3 ? "," : "");
    buf_printf(out, "    ],\n    \"answer\": \"%c\",\n", "ABCD"[(i * 7 + i / 11) % 4]);
    buf_printf(out, "    \"explanation\": \"先停一停，核实清楚再动手。%s里常有这样的事。\",\n",
               PICK(places, i / 7));
    buf_printf(out, "    \"level\": %u\n  }", i % 5 + 1);
}

void bench_pack(uint32_t questions, struct buf *out) {
    buf_text(
        out,
        "{\n\"format\": 1,\n\"pack\": {\"id\": \"bench\", \"title\": \"测速题库\", \"version\": \"1\"},\n"
        "\"sources\": [{\"id\": \"s1\", \"title\": \"测速\", \"publisher\": \"测速\", \"date\": \"2024-09-09\"}],\n"
        "\"questions\": [\n");
    for (uint32_t i = 0; i < questions; i++) {
        add_question(i, out);
        buf_text(out, i + 1 < questions ? ",\n" : "\n");
    }
    buf_text(out, "]\n}\n");
}
