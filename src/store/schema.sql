-- 安知的成绩库。文件名 scores.db，用任何 SQLite 工具都能打开。
-- 每一行写下以后不再改动；到了 kiosk.json 里 keep_days 说的天数，整行清除。
-- 这里没有姓名、电话、地址，也没有谁写的文字：只有哪一题、选了什么、用了多久。
--
-- key     每行自己的编号（UUIDv7，32 位十六进制），合并几台机器的成绩时，同一行只算一次。
-- kiosk   哪一台机器写的；seq 是这台机器写的第几行。先后以 seq 为准，机器的钟可能不准。两行不同而 kiosk 和 seq
--         都相同，说明这台机器的硬盘被复制过，两边各写各的；anzhi verify 会报告。
-- at      写下时机器的钟，1970 年起的毫秒；day 是当地日期，如 20240909。

-- 写过这个库的机器。machine 是机器标识的散列：硬盘整个复制到另一台，那一台会得到新编号。
CREATE TABLE kiosk (
    id      TEXT PRIMARY KEY,
    machine TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- 一道题当时显示成什么样。同样的题面和选项只记一次，id 是这些内容的散列。
CREATE TABLE shown (
    id        INTEGER PRIMARY KEY,
    pack      TEXT NOT NULL,    -- 内容包
    pack_hash TEXT NOT NULL,    -- 题库指纹，16 位十六进制
    item      TEXT NOT NULL,    -- 题号，如 wangan-2024.city/where
    rev       INTEGER NOT NULL, -- 题目改过几版
    topic     TEXT NOT NULL,
    form      TEXT NOT NULL,    -- single multiple judge order match fill
    stem      TEXT NOT NULL,
    options   TEXT NOT NULL,    -- JSON：按显示顺序的选项
    answer    TEXT NOT NULL     -- JSON：正确选项的序号，从 0 起
) STRICT;

-- 每次作答一行。
CREATE TABLE answer (
    key     BLOB PRIMARY KEY,
    kiosk   TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    round   BLOB NOT NULL,      -- 属于哪一轮（round.key）
    place   INTEGER NOT NULL,   -- 这一轮的第几题，从 0 起
    mode    TEXT NOT NULL,      -- kiosk class training
    player  INTEGER NOT NULL,   -- 0 这块屏幕；双人时 1 左 2 右；课堂是小组
    shown   INTEGER NOT NULL,   -- shown.id
    choice  TEXT NOT NULL,      -- JSON：选了哪几项
    correct INTEGER NOT NULL,   -- 1 对 0 错
    again   INTEGER NOT NULL,   -- 1 错过以后的再来一次，不计分
    millis  INTEGER NOT NULL    -- 从看到题到作答
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_seq ON answer (kiosk, seq);
CREATE INDEX answer_day ON answer (day);

-- 每轮结束（或中途离开）一行。
CREATE TABLE round (
    key       BLOB PRIMARY KEY,
    kiosk     TEXT NOT NULL,
    seq       INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    day       INTEGER NOT NULL,
    mode      TEXT NOT NULL,
    player    INTEGER NOT NULL,
    code      TEXT NOT NULL,    -- 用它可以再出同样的题
    planned   INTEGER NOT NULL, -- 这一轮几题
    answered  INTEGER NOT NULL, -- 答了几题，不算再来一次
    correct   INTEGER NOT NULL, -- 第一次就答对几题
    score     INTEGER NOT NULL, -- 0 到 100
    millis    INTEGER NOT NULL, -- 这一轮各题用时之和
    abandoned INTEGER NOT NULL, -- 1 没有答完就离开
    open      INTEGER NOT NULL, -- 中途离开时开着的是哪一题（shown.id），没有就是 0
    sign      TEXT NOT NULL     -- 当日榜上的代号，不上榜就是空的
) STRICT, WITHOUT ROWID;
CREATE INDEX round_seq ON round (kiosk, seq);
CREATE INDEX round_day ON round (day);

-- 访客点了“这题有问题”。
CREATE TABLE flag (
    key   BLOB PRIMARY KEY,
    kiosk TEXT NOT NULL,
    seq   INTEGER NOT NULL,
    at    INTEGER NOT NULL,
    day   INTEGER NOT NULL,
    shown INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX flag_seq ON flag (kiosk, seq);

-- 工作人员停用（off = 1）或启用（off = 0）一道题；一道题以最后一行为准。
CREATE TABLE switch (
    key   BLOB PRIMARY KEY,
    kiosk TEXT NOT NULL,
    seq   INTEGER NOT NULL,
    at    INTEGER NOT NULL,
    day   INTEGER NOT NULL,
    item  TEXT NOT NULL,
    off   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX switch_seq ON switch (kiosk, seq);
