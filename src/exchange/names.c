#include "exchange/names.h"

const char_word names_regions[] = {
    U"北京", U"天津", U"上海", U"重庆", U"河北",   U"山西", U"辽宁", U"吉林",     U"黑龙江",   U"江苏",
    U"浙江", U"安徽", U"福建", U"江西", U"山东",   U"河南", U"湖北", U"湖南",     U"广东",     U"海南",
    U"四川", U"贵州", U"云南", U"陕西", U"甘肃",   U"青海", U"台湾", U"内蒙古",   U"广西",     U"西藏",
    U"宁夏", U"新疆", U"香港", U"澳门", U"石家庄", U"太原", U"沈阳", U"大连",     U"长春",     U"哈尔滨",
    U"南京", U"苏州", U"无锡", U"杭州", U"宁波",   U"温州", U"合肥", U"芜湖",     U"福州",     U"厦门",
    U"泉州", U"南昌", U"济南", U"青岛", U"烟台",   U"郑州", U"洛阳", U"武汉",     U"长沙",     U"广州",
    U"深圳", U"珠海", U"东莞", U"佛山", U"海口",   U"三亚", U"成都", U"绵阳",     U"贵阳",     U"昆明",
    U"西安", U"兰州", U"西宁", U"南宁", U"桂林",   U"拉萨", U"银川", U"乌鲁木齐", U"呼和浩特", U"雄安",
    U"乌镇", U"南沙", U"浦东", U"横琴", U"徐州",   U"常州", U"南通", U"扬州",     U"嘉兴",     U"绍兴",
    U"金华", U"台州", U"唐山", U"保定", U"邯郸",   U"大庆", U"包头", U"鞍山",     U"赣州",     U"九江",
    U"潍坊", U"淄博", U"临沂", U"开封", U"宜昌",   U"襄阳", U"株洲", U"岳阳",     U"惠州",     U"中山",
    U"江门", U"汕头", U"柳州", U"遵义", U"大理",   U"丽江", U"宝鸡", U"咸阳",     U"延安",     NULL};

const char_word names_bodies[] = {U"工业和信息化部",
                                  U"国家发展和改革委员会",
                                  U"国家发展改革委",
                                  U"国家卫生健康委",
                                  U"国家卫生和计划生育委员会",
                                  U"人力资源和社会保障部",
                                  U"住房和城乡建设部",
                                  U"文化和旅游部",
                                  U"经济和信息化厅",
                                  U"经济和信息化局",
                                  U"经济和信息化委员会",
                                  U"经济及科技发展局",
                                  U"工业和信息化厅",
                                  U"工业和信息化局",
                                  U"人力资源和社会保障厅",
                                  U"人力资源和社会保障局",
                                  U"住房和城乡建设厅",
                                  U"住房和城乡建设局",
                                  U"文化和旅游厅",
                                  U"文化和旅游局",
                                  U"发展和改革委员会",
                                  U"卫生健康委",
                                  U"中央宣传部",
                                  U"中央网信办",
                                  U"国家网信办",
                                  U"中央网络安全和信息化委员会办公室",
                                  U"中央网络安全和信息化委员会",
                                  U"网络安全和信息化委员会办公室",
                                  U"网络安全和信息化委员会",
                                  U"公安部",
                                  U"教育部",
                                  U"国家安全部",
                                  U"国家广电总局",
                                  U"国家广播电视总局",
                                  U"中国人民银行",
                                  U"人民银行",
                                  U"国家金融监督管理总局",
                                  U"全国总工会",
                                  U"共青团中央",
                                  U"全国妇联",
                                  U"科技部",
                                  U"司法部",
                                  U"财政部",
                                  U"民政部",
                                  U"交通运输部",
                                  U"商务部",
                                  U"国家密码管理局",
                                  U"国家保密局",
                                  U"国家数据局",
                                  U"市场监管总局",
                                  U"国家市场监督管理总局",
                                  U"中国证监会",
                                  U"国务院国资委",
                                  U"最高人民法院",
                                  U"最高人民检察院",
                                  U"退役军人事务部",
                                  U"应急管理部",
                                  U"水利部",
                                  U"农业农村部",
                                  U"国家能源局",
                                  U"国家互联网信息办公室",
                                  U"网络和数据安全",
                                  NULL};

const char_word names_body_ends[] = {
    U"部",       U"委",     U"办",       U"局",     U"厅",     U"署",     U"院",     U"处",     U"公司",
    U"司",       U"基金",   U"社",       U"中心",   U"集团",   U"大学",   U"联盟",   U"政府",   U"小组",
    U"委员会",   U"协会",   U"学会",     U"联合会", U"工会",   U"基金会", U"商会",   U"理事会", U"学生会",
    U"红十字会", U"促进会", U"研究会",   U"总会",   U"分会",   U"居委会", U"村委会", U"研究所", U"银行",
    U"妇联",     U"残联",   U"文联",     U"团中央", U"办公室", U"学校",   U"中学",   U"小学",   U"实验室",
    U"总队",     U"支队",   U"大队",     U"指挥部", U"党组",   U"电视台", U"总台",   U"日报",   U"工商联",
    U"科协",     U"团委",   U"专班",     U"图书馆", U"博物馆", U"科技馆", U"分行",   U"支行",   U"党校",
    U"幼儿园",   U"派出所", U"服务队",   U"协调组", U"工作组", U"专委会", U"工委",   U"管委会", U"事务所",
    U"俱乐部",   U"孵化器", U"教研组",   U"检查组", U"团区委", U"团市委", U"团省委", U"机构",   U"组委会",
    U"网安办",   U"保密办", U"研究中心", NULL};

const char_word names_not_bodies[] = {
    U"一部",     U"两部",     U"三部",     U"四部",       U"五部",         U"六部",     U"七部",
    U"八部",     U"九部",     U"十部",     U"全部",       U"内部",         U"干部",     U"各部",
    U"外部",     U"局部",     U"西部",     U"东部",       U"中部",         U"南部",     U"北部",
    U"顶部",     U"底部",     U"高中部",   U"初中部",     U"格局",         U"布局",     U"新局",
    U"大局",     U"全局",     U"结局",     U"开局",       U"举办",         U"主办",     U"承办",
    U"协办",     U"创办",     U"开办",     U"督办",       U"交办",         U"经办",     U"筹办",
    U"常委",     U"编委",     U"客厅",     U"餐厅",       U"报告厅",       U"宴会厅",   U"演播厅",
    U"会议厅",   U"大厅",     U"部署",     U"签署",       U"好处",         U"用处",     U"到处",
    U"各处",     U"深处",     U"何处",     U"多处",       U"余处",         U"会展中心", U"会议中心",
    U"市中心",   U"为中心",   U"剧院",     U"电影院",     U"学院院",       U"旅行社",   U"各级党委",
    U"各级政府", U"多机构",   U"等机构",   U"相关机构",   U"有关机构",     U"专业机构", U"科研机构",
    U"企业机构", U"研究机构", U"港澳机构", U"市行政中心", U"文化活动中心", U"各中小学", U"中小学",
    U"所中学",   U"所小学",   U"所学校",   U"所大学",     U"各学校",       U"组织部署", U"评估机构",
    U"社会机构", U"金融机构", NULL};

const char_word names_place_ends[] = {
    U"省",     U"市",     U"区",     U"县",     U"州",     U"镇",     U"乡",     U"村",
    U"中心",   U"馆",     U"大学",   U"学院",   U"酒店",   U"广场",   U"剧院",   U"礼堂",
    U"大厦",   U"园区",   U"基地",   U"校区",   U"学校",   U"中学",   U"小学",   U"公园",
    U"街道",   U"社区",   U"体育场", U"会堂",   U"大会堂", U"宾馆",   U"饭店",   U"影院",
    U"剧场",   U"书店",   U"车站",   U"高铁站", U"机场",   U"商场",   U"报告厅", U"会议室",
    U"会议厅", U"演播厅", U"图书馆", U"文化宫", U"少年宫", U"码头",   U"园",     U"城",
    U"湾",     U"院",     U"楼",     U"步行街", U"街区",   U"会展城", U"实验室", NULL};

const char_word names_event_ends[] = {
    U"宣传周", U"网安周", U"论坛",       U"分论坛", U"主论坛",   U"大会",     U"会议",   U"博览会",
    U"发布会", U"座谈会", U"研讨会",     U"开幕式", U"闭幕式",   U"启动仪式", U"仪式",   U"活动",
    U"大赛",   U"竞赛",   U"比赛",       U"决赛",   U"初赛",     U"复赛",     U"演练",   U"培训班",
    U"训练营", U"洽谈会", U"供需洽谈会", U"展会",   U"展览",     U"展",       U"峰会",   U"年会",
    U"活动周", U"主题日", U"宣传月",     U"讲座",   U"课堂",     U"公开课",   U"专场",   U"沙龙",
    U"行动",   U"推进会", U"交流会",     U"报告会", U"现场会",   U"杯",       U"赛",     U"知识竞答",
    U"班会",   U"巡展",   U"日",         U"周",     U"发布活动", U"训练",     U"挑战赛", U"邀请赛",
    U"总决赛", U"节",     NULL};

const char_word names_post_ends[] = {
    U"主任",       U"副主任",     U"部长",       U"副部长",     U"省长",       U"副省长",     U"市长",
    U"副市长",     U"区长",       U"副区长",     U"县长",       U"副县长",     U"局长",       U"副局长",
    U"厅长",       U"副厅长",     U"处长",       U"副处长",     U"司长",       U"副司长",     U"署长",
    U"副署长",     U"院长",       U"副院长",     U"校长",       U"副校长",     U"会长",       U"副会长",
    U"社长",       U"副社长",     U"行长",       U"副行长",     U"所长",       U"副所长",     U"站长",
    U"科长",       U"副科长",     U"队长",       U"副队长",     U"支队长",     U"总队长",     U"大队长",
    U"秘书长",     U"副秘书长",   U"理事长",     U"副理事长",   U"董事长",     U"副董事长",   U"总经理",
    U"副总经理",   U"总裁",       U"副总裁",     U"经理",       U"书记",       U"副书记",     U"常委",
    U"委员",       U"成员",       U"院士",       U"教授",       U"副教授",     U"研究员",     U"副研究员",
    U"工程师",     U"总工程师",   U"副总工程师", U"首席科学家", U"首席专家",   U"专家",       U"专员",
    U"主席",       U"副主席",     U"组长",       U"副组长",     U"总编辑",     U"副总编辑",   U"总编",
    U"台长",       U"副台长",     U"馆长",       U"副馆长",     U"园长",       U"团长",       U"负责人",
    U"总监",       U"创始人",     U"首席执行官", U"首席技术官", U"首席安全官", U"特首",       U"行政长官",
    U"司令员",     U"政委",       U"总理",       U"副总理",     U"代表",       U"律师",       U"医生",
    U"老师",       U"民警",       U"记者",       U"讲师",       U"学者",       U"巡视员",     U"副巡视员",
    U"一级巡视员", U"二级巡视员", U"调研员",     U"检察长",     U"检察官",     U"法官",       U"总干事",
    U"发言人",     U"合伙人",     U"镇长",       U"乡长",       U"村长",       U"街道办主任", U"班主任",
    U"辅导员",     U"总会计师",   U"顾问",       NULL};

const char_word names_measures[] = {
    U"个百分点", U"平方公里", U"平方千米", U"平方米", U"万亿元", U"立方米", U"人次", U"千米", U"公里",
    U"公斤",     U"千克",     U"亿元",     U"万元",   U"美元",   U"欧元",   U"港元", U"小时", U"分钟",
    U"部门",     U"单位",     U"省份",     U"城市",   U"毫秒",   U"千瓦",   U"余个", U"个",   U"人",
    U"家",       U"名",       U"位",       U"条",     U"项",     U"件",     U"场",   U"支",   U"所",
    U"种",       U"类",       U"次",       U"批",     U"部",     U"款",     U"座",   U"台",   U"套",
    U"辆",       U"户",       U"天",       U"元",     U"米",     U"吨",     U"页",   U"篇",   U"册",
    U"门",       U"道",       U"例",       U"起",     U"宗",     U"笔",     U"组",   U"队",   U"倍",
    U"份",       U"处",       U"片",       U"只",     U"张",     U"本",     U"幅",   U"堂",   U"节",
    U"秒",       U"岁",       U"股",       U"轮",     U"线",     U"GB",     U"课时", U"学时", U"学分",
    U"TB",       U"PB",       U"MB",       U"EB",     U"Gbps",   U"Tbps",   U"Mbps", U"kW",   U"MW",
    U"EFLOPS",   U"章",       U"校",       U"站",     U"间",     U"期",     U"声",   U"周",   U"分",
    U"字",       U"封",       U"颗",       U"枚",     U"艘",     U"架",     U"顶",   U"块",   U"亩",
    U"公顷",     U"度",       U"层",       NULL};

static const uint32_t surnames[] =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    U"贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟"
    U"殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳"
    U"时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖";

static const char_word double_surnames[] = {U"欧阳", U"上官", U"司马", U"诸葛", U"皇甫", U"司徒", U"东方",
                                            U"尉迟", U"令狐", U"闻人", U"慕容", U"司空", U"宇文", U"端木",
                                            U"公孙", U"夏侯", U"长孙", U"轩辕", U"南宫", U"独孤", NULL};

uint32_t names_surname_at(const uint32_t *at) {
    uint32_t two = char_words_at(at, double_surnames);
    if (two) return two;
    for (const uint32_t *surname = surnames; *surname; surname++)
        if (*surname == *at) return 1;
    return 0;
}

bool names_has_region(const uint32_t *begin, const uint32_t *end) {
    for (; begin < end; begin++)
        if (char_words_at(begin, names_regions)) return true;
    return false;
}

/* A link that is no part of a known name parts two names. */
static bool holds_link(const uint32_t *begin, const uint32_t *end) {
    static const char_word links[] = {U"和", U"与", U"及", NULL};
    for (const uint32_t *at = begin; at < end; at++) {
        uint32_t known = char_words_at(at, names_bodies);
        if (known) at += known - 1;
        if (!known && char_words_at(at, links)) return true;
    }
    return false;
}

bool names_is_body(const uint32_t *begin, const uint32_t *end) {
    enum { SHORTEST = 2, LONGEST = 40 };
    uint32_t length = (uint32_t)(end - begin);
    if (end - begin < SHORTEST || end - begin > LONGEST) return false;
    if (char_words_before(begin, end, names_bodies) == length) return true;
    bool ends_well =
        char_words_before(begin, end, names_body_ends) && !char_words_before(begin, end, names_not_bodies);
    return ends_well && !holds_link(begin, end);
}

bool names_is_place(const uint32_t *begin, const uint32_t *end) {
    if (end - begin == 1) return *begin == U'京' || *begin == U'沪' || *begin == U'穗' || *begin == U'渝';
    return end - begin > 1 &&
           (names_has_region(begin, end) || char_words_before(begin, end, names_place_ends));
}

bool names_is_event(const uint32_t *begin, const uint32_t *end) {
    static const char_word generic[] = {
        U"分论坛",   U"主论坛", U"开幕式",   U"闭幕式",   U"座谈会",   U"发布会",     U"研讨会",   U"本论坛",
        U"高峰论坛", U"主题日", U"系列活动", U"重要活动", U"启动仪式", U"主题日活动", U"专题活动", U"交流会",
        U"推进会",   U"展览",   U"星期日",   U"工作日",   U"节假日",   U"主题活动",   U"专项行动", NULL};
    uint32_t length = (uint32_t)(end - begin);
    return end - begin > 2 && char_words_before(begin, end, names_event_ends) &&
           char_words_at(begin, generic) != length;
}
