#include "exchange/names.h"

const struct char_row names_regions[] = {
    W("北京"),   W("天津"), W("上海"),   W("重庆"),   W("河北"), W("山西"),     W("辽宁"),     W("吉林"),
    W("黑龙江"), W("江苏"), W("浙江"),   W("安徽"),   W("福建"), W("江西"),     W("山东"),     W("河南"),
    W("湖北"),   W("湖南"), W("广东"),   W("海南"),   W("四川"), W("贵州"),     W("云南"),     W("陕西"),
    W("甘肃"),   W("青海"), W("台湾"),   W("内蒙古"), W("广西"), W("西藏"),     W("宁夏"),     W("新疆"),
    W("香港"),   W("澳门"), W("石家庄"), W("太原"),   W("沈阳"), W("大连"),     W("长春"),     W("哈尔滨"),
    W("南京"),   W("苏州"), W("无锡"),   W("杭州"),   W("宁波"), W("温州"),     W("合肥"),     W("芜湖"),
    W("福州"),   W("厦门"), W("泉州"),   W("南昌"),   W("济南"), W("青岛"),     W("烟台"),     W("郑州"),
    W("洛阳"),   W("武汉"), W("长沙"),   W("广州"),   W("深圳"), W("珠海"),     W("东莞"),     W("佛山"),
    W("海口"),   W("三亚"), W("成都"),   W("绵阳"),   W("贵阳"), W("昆明"),     W("西安"),     W("兰州"),
    W("西宁"),   W("南宁"), W("桂林"),   W("拉萨"),   W("银川"), W("乌鲁木齐"), W("呼和浩特"), W("雄安"),
    W("乌镇"),   W("南沙"), W("浦东"),   W("横琴"),   W("徐州"), W("常州"),     W("南通"),     W("扬州"),
    W("嘉兴"),   W("绍兴"), W("金华"),   W("台州"),   W("唐山"), W("保定"),     W("邯郸"),     W("大庆"),
    W("包头"),   W("鞍山"), W("赣州"),   W("九江"),   W("潍坊"), W("淄博"),     W("临沂"),     W("开封"),
    W("宜昌"),   W("襄阳"), W("株洲"),   W("岳阳"),   W("惠州"), W("中山"),     W("江门"),     W("汕头"),
    W("柳州"),   W("遵义"), W("大理"),   W("丽江"),   W("宝鸡"), W("咸阳"),     W("延安"),     WORDS_END};

/* Names of bodies that hold a 和, or end unusually; they are longer than a row of other tables has room for.
 */
enum { BODY_LONGEST = 17 };
struct body {
    uint16_t length;
    uint16_t word[BODY_LONGEST];
};
#define BODY(text)                                                                                           \
    { sizeof(u##text) / sizeof(uint16_t) - 1, u##text }

static const struct body bodies[] = {BODY("工业和信息化部"),
                                     BODY("国家发展和改革委员会"),
                                     BODY("国家发展改革委"),
                                     BODY("国家卫生健康委"),
                                     BODY("国家卫生和计划生育委员会"),
                                     BODY("人力资源和社会保障部"),
                                     BODY("住房和城乡建设部"),
                                     BODY("文化和旅游部"),
                                     BODY("经济和信息化厅"),
                                     BODY("经济和信息化局"),
                                     BODY("经济和信息化委员会"),
                                     BODY("经济及科技发展局"),
                                     BODY("工业和信息化厅"),
                                     BODY("工业和信息化局"),
                                     BODY("人力资源和社会保障厅"),
                                     BODY("人力资源和社会保障局"),
                                     BODY("住房和城乡建设厅"),
                                     BODY("住房和城乡建设局"),
                                     BODY("文化和旅游厅"),
                                     BODY("文化和旅游局"),
                                     BODY("发展和改革委员会"),
                                     BODY("卫生健康委"),
                                     BODY("中央宣传部"),
                                     BODY("中央网信办"),
                                     BODY("国家网信办"),
                                     BODY("中央网络安全和信息化委员会办公室"),
                                     BODY("中央网络安全和信息化委员会"),
                                     BODY("网络安全和信息化委员会办公室"),
                                     BODY("网络安全和信息化委员会"),
                                     BODY("公安部"),
                                     BODY("教育部"),
                                     BODY("国家安全部"),
                                     BODY("国家广电总局"),
                                     BODY("国家广播电视总局"),
                                     BODY("中国人民银行"),
                                     BODY("人民银行"),
                                     BODY("国家金融监督管理总局"),
                                     BODY("全国总工会"),
                                     BODY("共青团中央"),
                                     BODY("全国妇联"),
                                     BODY("科技部"),
                                     BODY("司法部"),
                                     BODY("财政部"),
                                     BODY("民政部"),
                                     BODY("交通运输部"),
                                     BODY("商务部"),
                                     BODY("国家密码管理局"),
                                     BODY("国家保密局"),
                                     BODY("国家数据局"),
                                     BODY("市场监管总局"),
                                     BODY("国家市场监督管理总局"),
                                     BODY("中国证监会"),
                                     BODY("国务院国资委"),
                                     BODY("最高人民法院"),
                                     BODY("最高人民检察院"),
                                     BODY("退役军人事务部"),
                                     BODY("应急管理部"),
                                     BODY("水利部"),
                                     BODY("农业农村部"),
                                     BODY("国家能源局"),
                                     BODY("国家互联网信息办公室"),
                                     BODY("文化广电和旅游局"),
                                     BODY("文化广电和旅游厅"),
                                     BODY("文化广电和旅游委员会"),
                                     BODY("自然资源和规划局"),
                                     BODY("自然资源和规划厅"),
                                     BODY("教育和体育局"),
                                     BODY("教育和科学技术局"),
                                     BODY("科技和信息化局"),
                                     BODY("经济和信息化委"),
                                     BODY("工业和信息化委员会"),
                                     BODY("工业和科技局"),
                                     BODY("商务和投资促进局"),
                                     BODY("投资促进和商务局"),
                                     BODY("城市管理和综合执法局"),
                                     BODY("民族和宗教事务局"),
                                     BODY("发展和改革局"),
                                     BODY("卫生和健康局"),
                                     BODY("国有资产监督管理委员会"),
                                     BODY("医疗保障局"),
                                     BODY("党史和地方志研究室"),
                                     BODY("大数据和政务服务局"),
                                     BODY("政务服务和大数据局"),
                                     BODY("政务服务和数据管理局"),
                                     BODY("政务服务和数据局"),
                                     BODY("数据和政务服务局"),
                                     BODY("退役军人事务局"),
                                     BODY("网络安全和信息化办公室"),
                                     BODY("农业农村和水利局"),
                                     BODY("人力资源和社会保障部门"),
                                     BODY("建设和交通局"),
                                     BODY("住房和建设局"),
                                     BODY("住房和城乡建设委员会"),
                                     BODY("林业和草原局"),
                                     BODY("科学技术和工业信息化局"),
                                     BODY("信访和投诉受理中心"),
                                     BODY("网络与信息中心"),
                                     BODY("信息与网络中心"),
                                     BODY("网络与信息安全中心"),
                                     BODY("网络和信息中心"),
                                     BODY("信息化与网络中心"),
                                     BODY("网络与信息安全处"),
                                     BODY("安全与法治处"),
                                     BODY("网络和数据安全")};

const struct char_row names_body_ends[] = {
    W("部"),       W("委"),       W("办"),       W("局"),       W("厅"),         W("署"),
    W("院"),       W("处"),       W("公司"),     W("司"),       W("基金"),       W("社"),
    W("中心"),     W("集团"),     W("大学"),     W("联盟"),     W("政府"),       W("小组"),
    W("委员会"),   W("协会"),     W("学会"),     W("联合会"),   W("工会"),       W("基金会"),
    W("商会"),     W("理事会"),   W("学生会"),   W("红十字会"), W("促进会"),     W("研究会"),
    W("总会"),     W("分会"),     W("居委会"),   W("村委会"),   W("研究所"),     W("银行"),
    W("妇联"),     W("残联"),     W("文联"),     W("团中央"),   W("办公室"),     W("学校"),
    W("中学"),     W("小学"),     W("实验室"),   W("总队"),     W("支队"),       W("大队"),
    W("指挥部"),   W("党组"),     W("电视台"),   W("总台"),     W("日报"),       W("工商联"),
    W("科协"),     W("团委"),     W("专班"),     W("图书馆"),   W("博物馆"),     W("科技馆"),
    W("分行"),     W("支行"),     W("党校"),     W("幼儿园"),   W("派出所"),     W("服务队"),
    W("协调组"),   W("工作组"),   W("专委会"),   W("工委"),     W("管委会"),     W("事务所"),
    W("俱乐部"),   W("孵化器"),   W("教研组"),   W("检查组"),   W("团区委"),     W("团市委"),
    W("团省委"),   W("机构"),     W("文化馆"),   W("书店"),     W("科学技术馆"), W("纪念馆"),
    W("档案馆"),   W("美术馆"),   W("医院"),     W("组委会"),   W("网安办"),     W("保密办"),
    W("研究中心"), W("合作组织"), W("观察组织"), W("卫生组织"), W("贸易组织"),   W("标准化组织"),
    W("公益组织"), WORDS_END};

const struct char_row names_not_bodies[] = {
    W("一部"),     W("两部"),     W("三部"),       W("四部"),         W("五部"),     W("六部"),
    W("七部"),     W("八部"),     W("九部"),       W("十部"),         W("全部"),     W("内部"),
    W("干部"),     W("各部"),     W("外部"),       W("局部"),         W("西部"),     W("东部"),
    W("中部"),     W("南部"),     W("北部"),       W("顶部"),         W("底部"),     W("高中部"),
    W("初中部"),   W("格局"),     W("布局"),       W("新局"),         W("大局"),     W("全局"),
    W("结局"),     W("开局"),     W("举办"),       W("主办"),         W("承办"),     W("协办"),
    W("创办"),     W("开办"),     W("督办"),       W("交办"),         W("经办"),     W("筹办"),
    W("操办"),     W("合办"),     W("兴办"),       W("申办"),         W("代办"),     W("补办"),
    W("常委"),     W("编委"),     W("客厅"),       W("餐厅"),         W("报告厅"),   W("宴会厅"),
    W("演播厅"),   W("会议厅"),   W("大厅"),       W("部署"),         W("签署"),     W("好处"),
    W("用处"),     W("到处"),     W("各处"),       W("深处"),         W("何处"),     W("多处"),
    W("余处"),     W("会展中心"), W("会议中心"),   W("市中心"),       W("为中心"),   W("剧院"),
    W("电影院"),   W("学院院"),   W("旅行社"),     W("各级党委"),     W("各级政府"), W("多机构"),
    W("等机构"),   W("相关机构"), W("有关机构"),   W("专业机构"),     W("科研机构"), W("企业机构"),
    W("研究机构"), W("港澳机构"), W("市行政中心"), W("文化活动中心"), W("各中小学"), W("中小学"),
    W("所中学"),   W("所小学"),   W("所学校"),     W("所大学"),       W("各学校"),   W("组织部署"),
    W("评估机构"), W("运营机构"), W("监管机构"),   W("测评机构"),     W("培训机构"), W("服务机构"),
    W("合作机构"),

    W("社会机构"), W("金融机构"), WORDS_END};

const struct char_row names_place_ends[] = {
    W("省"),     W("市"),     W("区"),     W("县"),     W("州"),     W("镇"),     W("乡"),     W("村"),
    W("中心"),   W("馆"),     W("大学"),   W("学院"),   W("酒店"),   W("广场"),   W("剧院"),   W("礼堂"),
    W("大厦"),   W("园区"),   W("基地"),   W("校区"),   W("学校"),   W("中学"),   W("小学"),   W("公园"),
    W("街道"),   W("社区"),   W("体育场"), W("会堂"),   W("大会堂"), W("宾馆"),   W("饭店"),   W("影院"),
    W("剧场"),   W("书店"),   W("车站"),   W("高铁站"), W("机场"),   W("商场"),   W("报告厅"), W("会议室"),
    W("会议厅"), W("演播厅"), W("图书馆"), W("文化宫"), W("少年宫"), W("码头"),   W("园"),     W("城"),
    W("湾"),     W("院"),     W("楼"),     W("步行街"), W("街区"),   W("会展城"), W("实验室"), WORDS_END};

const struct char_row names_not_places[] = {W("资本市场"), W("国际市场"), W("国内市场"), W("数据市场"),
                                            W("人才市场"), W("金融市场"), W("技术市场"), W("要素市场"),
                                            W("海外市场"), W("消费市场"), W("全球市场"), WORDS_END};

const struct char_row names_event_ends[] = {
    W("宣传周"),     W("网安周"), W("论坛"),   W("分论坛"), W("主论坛"),   W("大会"),   W("会议"),
    W("博览会"),     W("发布会"), W("座谈会"), W("研讨会"), W("开幕式"),   W("闭幕式"), W("启动仪式"),
    W("仪式"),       W("活动"),   W("大赛"),   W("竞赛"),   W("比赛"),     W("决赛"),   W("初赛"),
    W("复赛"),       W("演练"),   W("培训班"), W("提升班"), W("研修班"),   W("训练营"), W("洽谈会"),
    W("供需洽谈会"), W("展会"),   W("展览"),   W("展"),     W("峰会"),     W("年会"),   W("活动周"),
    W("主题日"),     W("宣传月"), W("讲座"),   W("课堂"),   W("公开课"),   W("专场"),   W("沙龙"),
    W("行动"),       W("推进会"), W("交流会"), W("报告会"), W("现场会"),   W("杯"),     W("赛"),
    W("知识竞答"),   W("班会"),   W("巡展"),   W("周"),     W("发布活动"), W("挑战赛"), W("邀请赛"),
    W("总决赛"),     WORDS_END};

const struct char_row names_post_ends[] = {
    W("主任"),     W("部长"),   W("省长"),   W("市长"),   W("区长"),     W("县长"),     W("局长"),
    W("厅长"),     W("处长"),   W("司长"),   W("署长"),   W("院长"),     W("校长"),     W("会长"),
    W("社长"),     W("行长"),   W("所长"),   W("站长"),   W("科长"),     W("队长"),     W("秘书长"),
    W("理事长"),   W("董事长"), W("总裁"),   W("经理"),   W("书记"),     W("常委"),     W("委员"),
    W("成员"),     W("院士"),   W("教授"),   W("研究员"), W("工程师"),   W("专家"),     W("专员"),
    W("主席"),     W("组长"),   W("总编"),   W("台长"),   W("馆长"),     W("园长"),     W("团长"),
    W("负责人"),   W("总监"),   W("创始人"), W("特首"),   W("行政长官"), W("司令员"),   W("政委"),
    W("总理"),     W("代表"),   W("律师"),   W("医生"),   W("老师"),     W("民警"),     W("记者"),
    W("讲师"),     W("学者"),   W("巡视员"), W("调研员"), W("检察长"),   W("检察官"),   W("法官"),
    W("总干事"),   W("发言人"), W("合伙人"), W("镇长"),   W("乡长"),     W("村长"),     W("辅导员"),
    W("总会计师"), W("顾问"),   W("编辑"),   W("网格员"), W("安全员"),   W("分析师"),   W("架构师"),
    W("裁判长"),   W("召集人"), W("主持人"), W("制片人"), W("村支书"),   W("楼长"),     W("科学家"),
    W("教练"),     W("导演"),   W("庭长"),   W("军长"),   W("师长"),     W("团支书"),   W("教师"),
    W("大使"),     W("信息官"), W("执行官"), W("技术官"), W("安全官"),   W("数据官"),   W("警长"),
    W("警官"),     W("撰稿人"), W("评论员"), W("观察员"), W("培训师"),   W("咨询师"),   W("设计师"),
    W("讲解员"),   W("宣传员"), W("管理员"), W("主管"),   W("店长"),     W("摊主"),     W("店主"),
    W("审判员"),   W("助理"),   W("联络员"), W("传承人"), W("秘书"),     W("股长"),     W("教导员"),
    W("指导员"),   W("主编"),   W("董事"),   W("监事"),   W("干警"),     W("指挥员"),   W("训练师"),
    W("规划师"),   W("经纪人"), W("参事"),   W("馆员"),   W("辅警"),     W("站员"),     W("班长"),
    W("学习委员"), W("CEO"),    W("CTO"),    W("CSO"),    W("CIO"),      W("博士"),     W("导师"),
    W("助教"),     W("技师"),   W("技术员"), W("程序员"), W("宣讲员"),   W("宣讲人"),   W("主讲人"),
    W("讲述人"),   W("带头人"), W("支书"),   W("专干"),   W("船长"),     W("列车长"),   W("排长"),
    W("机长"),     W("舰长"),   W("关长"),   W("审判长"), W("体验官"),   W("总经济师"), W("参谋长"),
    W("参谋"),     W("会计师"), W("审计师"), W("志愿者"), W("领队"),     W("裁判"),     W("评委"),
    W("编剧"),     W("演员"),   W("作家"),   W("画家"),   W("歌手"),     WORDS_END};

const struct char_row names_measures[] = {
    W("个百分点"), W("平方公里"), W("平方千米"), W("平方米"), W("万亿元"),   W("立方米"),   W("人次"),
    W("个月"),     W("个工作日"), W("个小时"),   W("户次"),   W("场次"),     W("车次"),     W("班次"),
    W("通"),       W("集"),       W("卷"),       W("席"),     W("班"),       W("株"),       W("亩"),
    W("千米"),     W("公里"),     W("公斤"),     W("千克"),   W("亿元"),     W("万元"),     W("美元"),
    W("欧元"),     W("港元"),     W("小时"),     W("分钟"),   W("部门"),     W("单位"),     W("省份"),
    W("城市"),     W("毫秒"),     W("千瓦"),     W("余个"),   W("个"),       W("人"),       W("家"),
    W("名"),       W("位"),       W("条"),       W("项"),     W("件"),       W("场"),       W("支"),
    W("所"),       W("种"),       W("类"),       W("次"),     W("批"),       W("部"),       W("款"),
    W("座"),       W("台"),       W("套"),       W("辆"),     W("户"),       W("天"),       W("元"),
    W("米"),       W("吨"),       W("页"),       W("篇"),     W("册"),       W("门"),       W("道"),
    W("例"),       W("起"),       W("宗"),       W("笔"),     W("组"),       W("队"),       W("倍"),
    W("份"),       W("处"),       W("片"),       W("只"),     W("张"),       W("本"),       W("幅"),
    W("堂"),       W("节"),       W("秒"),       W("岁"),     W("股"),       W("轮"),       W("线"),
    W("GB"),       W("课时"),     W("学时"),     W("学分"),   W("TB"),       W("PB"),       W("MB"),
    W("EB"),       W("Gbps"),     W("Tbps"),     W("Mbps"),   W("kW"),       W("MW"),       W("EFLOPS"),
    W("章"),       W("校"),       W("站"),       W("间"),     W("期"),       W("声"),       W("周"),
    W("分"),       W("字"),       W("封"),       W("颗"),     W("枚"),       W("艘"),       W("架"),
    W("顶"),       W("块"),       W("公顷"),     W("度"),     W("层"),       W("周岁"),     W("首"),
    W("题"),       W("克"),       W("毫克"),     W("升"),     W("毫升"),     W("厘米"),     W("毫米"),
    W("海里"),     W("英里"),     W("棵"),       W("根"),     W("盏"),       W("串"),       W("包"),
    W("盒"),       W("瓶"),       W("杯"),       W("桌"),     W("步"),       W("句"),       W("匹"),
    W("双"),       W("副"),       W("把"),       W("束"),     W("滴"),       W("兆"),       W("比特"),
    W("字节"),     W("瓦"),       W("千瓦时"),   W("字符"),   W("床"),       W("票"),       W("番"),
    W("格"),       W("圈"),       W("桩"),       W("个多月"), W("日元"),     W("英镑"),     W("卢布"),
    W("韩元"),     W("个半月"),   W("个多小时"), W("个星期"), W("个半小时"), W("元人民币"), W("万美元"),
    W("亿美元"),   W("万欧元"),   W("亿欧元"),   W("万港元"), W("亿港元"),   W("万人"),     W("车位"),
    W("席位"),     W("展位"),     W("秒钟"),     W("段"),     WORDS_END};

/* In the order of their codes, for half of them to be passed over at a time. */
static const uint32_t surnames[] =
    U"丁万丛严乔乜习于云亓亢仇仉付仝仰仲任伊伍伏何佘余佟佴侯俞倪傅储党全兰关冀冉农冯况冷凌刁刘劳勾包匡华卓单卜卞卢卫危厉古史叶司吉向吕吴周和哈唐商"
    U"喻堵墨夏夔姚姜姬娄孔孙孟季宁安宋宓宗宣宦宫宰容宿寇寿封尚尤尹屈屠岑岳崔嵇巢左巩巫巴帅师席常幸庄应庞康庹庾廖弓弘张彭徐怀惠慎慕戈戎成戚戴房扈扶"
    U"揣揭敖文方於施时易晁晋晏景暨曲曹曾朱李杜束杨杭林柏柯柳柴栗栾桂桑桓梁梅楚楼樊檀欧步武殳段殷毕毛汝江池汤汪汲沃沈沙洪浦涂温游湛滑滕漆潘濮焦熊燕"
    U"牛牟牧狄王班璩甄甘田申白盛瞿矫石祁祖祝禄禤禹秦程穆窦章童竺符笪简管籍米粟糜纪缑缪罗翁翟耿聂肖胡胥臧舒艾芦芮花苍苏苑苗苟范茅茆茹荀荆荣莘莫萧葛"
    U"董蒋蒙蒯蒲蓝蓟蔚蔡蔺薄薛虞融衡袁裘裴褚覃解訾詹许诸谈谢谭谯谷贝贡贲费贺贾赵路车辛边连逄逯邓邝邢邬邰邱邴邵邹郁郄郇郈郎郏郑郗郜郝郦郭鄂金钟钭钮"
    U"钱闫闵闻阎阙阚阮阳阴陆陈陶隆隋隗雍雷霍靳鞠韦韩韶项顾颜饶马骆高魏鱼鲁鲍麦麻黄黎齐龙龚";

static const struct char_row double_surnames[] = {
    W("欧阳"), W("上官"), W("司马"), W("诸葛"), W("皇甫"), W("司徒"), W("东方"),
    W("尉迟"), W("令狐"), W("闻人"), W("慕容"), W("司空"), W("宇文"), W("端木"),
    W("公孙"), W("夏侯"), W("长孙"), W("轩辕"), W("南宫"), W("独孤"), WORDS_END};

uint32_t names_surname_at(const uint32_t *at) {
    uint32_t two = char_words_at(at, double_surnames);
    if (two) return two;
    uint32_t low = 0, high = sizeof surnames / sizeof surnames[0] - 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (surnames[middle] < *at)
            low = middle + 1;
        else
            high = middle;
    }
    return surnames[low] == *at && *at != 0;
}

bool names_has_region(const uint32_t *begin, const uint32_t *end) {
    for (; begin < end; begin++)
        if (char_words_at(begin, names_regions)) return true;
    return false;
}

enum { BODIES = sizeof bodies / sizeof bodies[0] };

static bool is_word(const uint32_t *at, const struct body *body) {
    for (uint32_t i = 0; i < body->length; i++)
        if (at[i] != body->word[i]) return false;
    return true;
}

static bool is_known(const uint32_t *begin, uint32_t length) {
    for (uint32_t i = 0; i < BODIES; i++)
        if (bodies[i].length == length && is_word(begin, &bodies[i])) return true;
    return false;
}

/* Does one that begins here go on behind `length` characters? */
static bool is_known_around(const uint32_t *begin, size_t length) {
    for (uint32_t i = 0; i < BODIES; i++)
        if (bodies[i].length > length && is_word(begin, &bodies[i])) return true;
    return false;
}

static bool is_inside_body(const uint32_t *begin, const uint32_t *at) {
    enum { LONGEST = 20 };
    for (const uint32_t *from = at; from > begin && at - from < LONGEST;) {
        from--;
        if (is_known_around(from, (size_t)(at - from))) return true;
    }
    return false;
}

/* A link that is no part of a known name parts two names. */
static bool holds_link(const uint32_t *begin, const uint32_t *end) {
    for (const uint32_t *at = begin; at < end; at++)
        if ((*at == U'和' || *at == U'与' || *at == U'及' || *at == U'暨') && !is_inside_body(begin, at))
            return true;
    return false;
}

/* The last characters of names_body_ends and bodies, which say no at once to most. */
bool names_may_end_body(uint32_t code) {
    switch (code) {
    case U'部':
    case U'委':
    case U'办':
    case U'局':
    case U'厅':
    case U'署':
    case U'院':
    case U'处':
    case U'司':
    case U'金':
    case U'社':
    case U'心':
    case U'团':
    case U'织':
    case U'学':
    case U'盟':
    case U'府':
    case U'组':
    case U'会':
    case U'所':
    case U'行':
    case U'妇':
    case U'残':
    case U'文':
    case U'联':
    case U'央':
    case U'室':
    case U'校':
    case U'队':
    case U'台':
    case U'报':
    case U'协':
    case U'班':
    case U'馆':
    case U'园':
    case U'务':
    case U'乐':
    case U'器':
    case U'构':
    case U'关':
    case U'革':
    case U'康':
    case U'化':
    case U'数':
    case U'据':
    case U'导':
        return true;
    default:
        return code == U'店';
    }
}

/* 各县区党委, 两所大学: which ones is not said. */
static bool is_vague(const uint32_t *begin, uint32_t length) {
    static const struct char_row leads[] = {W("各"),   W("有关"), W("相关"), W("其他"), W("其它"), W("上述"),
                                            W("部分"), W("所在"), W("当地"), W("广大"), W("参会"), W("参赛"),
                                            W("参展"), W("外国"), W("国外"), W("一些"), W("每"),   W("这些"),
                                            W("那些"), W("所属"), W("多家"), W("多所"), W("多个"), W("几家"),
                                            W("几所"), W("全市"), W("全省"), W("全县"), W("全区"), W("一批"),
                                            W("众多"), W("不少"), W("许多"), W("基层"), W("我们"), WORDS_END},
                                 measures[] = {W("所"), W("家"), W("个"), W("支"), WORDS_END};
    static const struct char_row kinds[] = {W("支队"),   W("总队"),   W("大队"),   W("分局"),   W("办公室"),
                                            W("中心"),   W("小组"),   W("学校"),   W("医院"),   W("银行"),
                                            W("大学"),   W("中学"),   W("小学"),   W("公司"),   W("集团"),
                                            W("协会"),   W("学会"),   W("书店"),   W("机构"),   W("组织"),
                                            W("幼儿园"), W("图书馆"), W("博物馆"), W("俱乐部"), WORDS_END};
    if (char_words_at(begin, kinds) == length) return true;
    bool is_number = char_is_numeral(*begin) && char_words_at(begin + 1, measures);
    return is_number || char_words_at(begin, leads) > 0;
}

bool names_is_body(const uint32_t *begin, const uint32_t *end) {
    enum { SHORTEST = 2, LONGEST = 40 };
    uint32_t length = (uint32_t)(end - begin);
    if (end - begin < SHORTEST || end - begin > LONGEST || !names_may_end_body(end[-1])) return false;
    if (is_known(begin, length)) return true;
    bool ends_well = char_ends_in(begin, end, names_body_ends) && !char_ends_in(begin, end, names_not_bodies);
    return ends_well && !is_vague(begin, length) && !holds_link(begin, end);
}

bool names_is_place(const uint32_t *begin, const uint32_t *end) {
    if (end - begin == 1) return *begin == U'京' || *begin == U'沪' || *begin == U'穗' || *begin == U'渝';
    return end - begin > 1 && (names_has_region(begin, end) || char_ends_in(begin, end, names_place_ends));
}

/* The last characters of names_event_ends, for the same purpose. */
static bool may_end_event(uint32_t code) {
    switch (code) {
    case U'周':
    case U'坛':
    case U'会':
    case U'议':
    case U'式':
    case U'动':
    case U'赛':
    case U'练':
    case U'班':
    case U'营':
    case U'展':
    case U'览':
    case U'日':
    case U'月':
    case U'座':
    case U'堂':
    case U'课':
    case U'场':
    case U'龙':
    case U'杯':
    case U'答':
        return true;
    default:
        return false;
    }
}

bool names_is_event(const uint32_t *begin, const uint32_t *end) {
    static const struct char_row generic[] = {
        W("分论坛"),   W("主论坛"),     W("开幕式"),   W("闭幕式"),   W("座谈会"),   W("发布会"),
        W("研讨会"),   W("本论坛"),     W("高峰论坛"), W("主题日"),   W("系列活动"), W("重要活动"),
        W("启动仪式"), W("主题日活动"), W("专题活动"), W("交流会"),   W("推进会"),   W("展览"),
        W("星期日"),   W("工作日"),     W("节假日"),   W("互动环节"), W("讨论环节"), W("主题活动"),
        W("专项行动"), WORDS_END};
    uint32_t length = (uint32_t)(end - begin);
    return end - begin > 2 && may_end_event(end[-1]) && char_ends_in(begin, end, names_event_ends) &&
           char_words_at(begin, generic) != length;
}
