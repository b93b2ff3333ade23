#include "rows.h"

/* Each recogniser on sentences of our own; those of numbers are in test_find_number.c. */

#define TITLE "---\ntitle: 2025年云汀网络安全周\ndate: 2025-09-16\n---\n\n"

static const struct row found[] = {
    {"云汀印发《湖区数据办法（试行）》。", "title|《湖区数据办法（试行）》"},
    {"云汀发布了《湖区框架》2.0版。", "version|2.0版"},
    {"标准为GB/T 22239—2019。", "version|GB/T 22239—2019"},
    {"依据《湖区办法》（云汀发〔2025〕3号）。", "version|云汀发〔2025〕3号"},
    {TITLE "9月9日至15日，云汀开展活动。", "date-range|9月9日至15日"},
    {"2025年12月30日至2026年1月2日放假。", "date-range|2025年12月30日至2026年1月2日"},
    {"2025年9月9—15日开展活动。", "date-range|2025年9月9—15日"},
    {"体验中心计划2025年3月建成。", "B:date|2025年3月"},
    {"拍摄计划：2025年10月8日开机。", "date|2025年10月8日"},
    {"二〇二五年七月四日", "date|二〇二五年七月四日"},
    {TITLE "九月十五日，云汀开会。", "date|九月十五日"},
    {"会议将于2027年在努瓦举行。", "date|2027年"},
    {"知晓率比2022年提高21个百分点。", "date|2022年"},
    {"2024年环湖区域共发生事件86次。", "B:date|2024年"},
    {"项目在2026年第二季度落地。", "B:date|2026年第二季度"},
    {"会议时间\u30002026年4月18日至19日\n\n4月19日　闭幕。", "date|4月19日"},
    {"2025 湖区论坛侧记\n\n11月3日，论坛召开。", "date|11月3日"},
    {TITLE "今年7月，云汀开会。", "B:date|7月"},
    {TITLE "比2023年多，9月9日开会。", "B:date|9月9日"},
    {"活动9月9日举行。", "B:date|9月9日"},
    {"今年1至2月案件下降。", "B:date-range|1至2月"},
    {"云汀科技有限公司成立于2009年。", "B:outcome|云汀科技有限公司"},
    {"前情：2009年成立。\n\n2025年9月1日开幕。2025年10月1日闭幕。\n\n9月9日开会。", "B:date|9月9日"},
    {"本届以“先想再点”为主题。", "slogan|先想再点"},
    {"主题暂定为“先想再点”。", "B:slogan|先想再点"},
    {"会议围绕“先想再点”这个主题展开。", "slogan|先想再点"},
    {"主题正式确定为“先想再点”。", "slogan|先想再点"},
    {"大家喊出“先想再点”的口号。", "slogan|先想再点"},
    {"“先想再点”的口号传遍湖边。", "slogan|先想再点"},
    {"紧扣今年宣传周“先想再点”主题，湖边热闹起来。", "slogan|先想再点"},
    {"以『先想再点』为本届宣传周主题。", "slogan|先想再点"},
    {"湖边。\n主　题：先想再点　慢一点　地点：湖边", "slogan|先想再点 慢一点"},
    {"湖边。\n一、活动主题\n先想再点", "slogan|先想再点"},
    {"湖边。\n讲座主题：先想再点", "B:slogan|先想再点"},
    {"湖边。\n二、活动主题\n“先想再点”。请围绕它创作。", "slogan|先想再点"},
    {"今年的主题是先想清楚再点。", "B:slogan|先想清楚再点"},
    {"今年的主题，叫做“先想再点”。", "slogan|先想再点"},
    {"由云汀市教育局、云汀市公安局等八部门联合主办。", "organization-set|云汀市教育局,云汀市公安局…"},
    {"由云汀市工业和信息化局和云汀大学主办。", "organization-set|云汀市工业和信息化局,云汀大学"},
    {"由云汀市教育局主办，云汀大学承办。", "organization|云汀大学"},
    {"云汀区教育研究院今年5月做过问卷。", "B:organization|云汀区教育研究院"},
    {"世界海洋通信观察组织的报告显示，海缆会断。", "B:organization|世界海洋通信观察组织"},
    {"论坛由环湖数字合作组织发起。", "organization|环湖数字合作组织"},
    {"云汀市网信办发布了《湖区框架》。", "organization|云汀市网信办"},
    {"由云汀市教育局、云汀市公安局、云汀市科技局五部门主办。",
     "B:organization-set|云汀市教育局,云汀市公安局,云汀市科技局"},
    {"指导单位：云汀市教育局", "organization|云汀市教育局"},
    {"湖边。\n主　办：云汀市教育局　云汀大学\n慢慢来。", "organization-set|云汀市教育局,云汀大学"},
    {"湖边。\n主办：云汀市教育局　承办：云汀大学", "organization|云汀大学"},
    {"湖边。\n协办单位：\n云汀市教育局\n云汀大学\n慢慢来，快。", "organization-set|云汀市教育局,云汀大学"},
    {"湖边。\n协办单位：\n云汀市教育局\n云汀大学\n云汀在线网", "B:organization-set|云汀市教育局,云汀大学"},
    {"责任单位：云汀市教育局、各街镇", "B:organization-set|云汀市教育局,各街镇"},
    {"云汀市教育局会同云汀大学、云汀市公安局排了一出戏。",
     "organization-set|云汀市教育局,云汀大学,云汀市公安局"},
    {"云汀市教育局联合云汀大学编写了《手册》。", "organization-set|云汀市教育局,云汀大学"},
    {"在云汀市教育局的大力支持下，活动开场。", "organization|云汀市教育局"},
    {"活动得到云汀市教育局支持。", "organization|云汀市教育局"},
    {"活动由云汀市教育局、澜云科技承办。", "B:organization-set|云汀市教育局,澜云科技"},
    {"云汀市教育局、云汀市文化广电和旅游局联合主办。",
     "organization-set|云汀市教育局,云汀市文化广电和旅游局"},
    {"云汀市教育局、云汀大学、澜云科技到场。", "B:organization-set|云汀市教育局,云汀大学"},
    {"云汀市教育局与云汀大学去年编写了它。", "B:organization-set|云汀市教育局,云汀大学"},
    {"云汀市教育局与云汀大学联合编写了它。", "organization-set|云汀市教育局,云汀大学"},
    {"费用由云汀市财政局统筹安排。", "organization|云汀市财政局"},
    {"云汀市公安局负责安全。", "B:organization|云汀市公安局"},
    {"展览由云汀市教育局操办。", "B:organization|云汀市教育局"},
    {"轮值单位依次为云汀大学、云汀市教育局。", "organization-set|云汀大学,云汀市教育局"},
    {"湖边。\n主办单位｜云汀大学　云汀市教育局", "organization-set|云汀大学,云汀市教育局"},
    {"经云汀市教育局批准，活动开场。", "B:organization|云汀市教育局"},
    {"据云汀市公安局统计，案件少了。", "B:organization|云汀市公安局"},
    {"它被云汀市教育局评为样板。", "B:organization|云汀市教育局"},
    {"随后云汀市教育局发布了《手册》。", "organization|云汀市教育局"},
    {"开幕式结束后云汀市教育局发布了《手册》。", "organization|云汀市教育局"},
    {"云汀市教育局联合澜云科技举办活动。", "B:organization|云汀市教育局"},
    {"湖边。\n主论坛 云汀大学主办", "B:organization|云汀大学"},
    {"湖边。\n支持媒体\n云汀日报、湖区观察\n慢慢来。", "B:organization-set|云汀日报,湖区观察"},
    {"项目得到云汀移动公司、云汀大学支持。", "organization-set|云汀移动公司,云汀大学"},
    {"湖边。\n主办：云汀市教育局　承办：云汀大学", "organization|云汀市教育局"},
    {"湖边。\n牵头：云汀市教育局　配合：云汀大学", "organization|云汀市教育局"},
    {"湖边。\n配合单位　云汀大学", "organization|云汀大学"},
    {"云汀市教育局（甲方）与云汀大学（乙方）联合印发了它。", "organization-set|云汀市教育局,云汀大学"},
    {"云汀市教育局（甲方）、云汀大学（乙方）到场。", "organization-set|云汀市教育局,云汀大学"},
    {"云汀市教育局（甲方）、云汀大学（乙方）、云汀市公安局（丙方）到场。",
     "organization-set|云汀市教育局,云汀大学,云汀市公安局"},
    {"按照云汀市教育局统一部署，活动开场。", "B:organization|云汀市教育局"},
    {"嘉宾来自云汀市教育局、云汀大学等八家单位。", "organization-set|云汀市教育局,云汀大学…"},
    {"费用由云汀新华书店提供。", "organization|云汀新华书店"},
    {"云汀市教育局今年出台了《湖区办法》。", "organization|云汀市教育局"},
    {"由环湖数字合作组织发起。", "organization|环湖数字合作组织"},
    {"由云汀市公安局具体组织的演练开始了。", "B:organization|云汀市公安局"},
    {"环湖通信观察组织的报告显示，案件少了。", "B:organization|环湖通信观察组织"},
    {"云汀市公安局组织开展演练。", "organization|云汀市公安局"},
    {"湖边。\n破案单位\n云汀市公安局\n慢慢来，快。", "organization|云汀市公安局"},
    {"有异议的，向云汀市教育局反映。", "B:organization|云汀市教育局"},
    {"云汀市公安局担任安全顾问。", "organization|云汀市公安局"},
    {"云汀市教育局举行活动。", "B:organization|云汀市教育局"},
    {"云汀网络安全联盟18日在湖边揭牌。", "organization|云汀网络安全联盟"},
    {"云汀大学任秘书处单位。", "organization|云汀大学"},
    {"云汀市教育局推出短剧《慢一点》。", "organization|云汀市教育局"},
    {"活动在四川成都举行。", "place|四川成都"},
    {"会议在京组织召开。", "place|京"},
    {"活动在云汀大剧院隆重举行。", "place|云汀大剧院"},
    {"话剧在滨江大剧院上演。", "place|滨江大剧院"},
    {"分会场：云汀科技馆、湖区大学城体育馆", "place|湖区大学城体育馆"},
    {"营地：云汀市青少年活动中心", "place|云汀市青少年活动中心"},
    {"| 启动仪式 | 2025年9月15日上午 | 湖区文化广场 | 约500人 |", "place|湖区文化广场"},
    {"会议地点\u3000云汀大剧院（湖滨路1号）", "place|云汀大剧院"},
    {"第二课：9月24日19:00，云汀区少年宫小剧场，欢迎参加。", "place|云汀区少年宫小剧场"},
    {"09:00—11:30\u3000二层多功能厅\u3000圆桌对话", "place|二层多功能厅"},
    {"他在城东农贸市场卖豆腐。", "B:place|城东农贸市场"},
    {"来宾参观湖区海底光缆登陆站。", "B:place|湖区海底光缆登陆站"},
    {"操场上摆出了13个摊位。", "B:place|操场"},
    {"昨天，在金水街道梧桐社区，他教大爷认短信。", "B:place|金水街道梧桐社区"},
    {"9月17日晚，云汀区图书馆报告厅的灯亮着。", "B:place|云汀区图书馆报告厅"},
    {"宣传周在学校举行。", "B:place|学校"},
    {"云汀市副市长柏向阳出席活动。", "role|云汀市副市长"},
    {"云汀市委常委、宣传部部长欧阳远主持会议。", "role|云汀市委常委、宣传部部长"},
    {"一是看得见；二是管得住；三是用得好。", "ordered-list|看得见,管得住,用得好"},
    {"一是看得见。\n\n二是管得住。\n\n三是用得好。", "ordered-list|看得见,管得住,用得好"},
    {"（一）看得见。（二）管得住。", "ordered-list|看得见,管得住"},
    {"坚持先想，再点。慢一点。坚持先看，再转。坚持先问，再给。", "ordered-list|坚持先想,坚持先看,坚持先问"},
    {"首先，看得见；其次，管得住；最后，用得好。", "ordered-list|看得见,管得住,用得好"},
    {"首先要看得见，其次要管得住。", "B:ordered-list|看得见,管得住"},
    {"一要看得见，二要管得住。", "ordered-list|看得见,管得住"},
    {"其一，看得见；其二，管得住。", "ordered-list|看得见,管得住"},
    {"第一步：看得见\n\n慢慢来。\n\n第二步：管得住", "ordered-list|看得见,管得住"},
    {"⑴看得见；⑵管得住。", "ordered-list|看得见,管得住"},
    {"1、看得见；2、管得住。", "ordered-list|看得见,管得住"},
    {"要点\n1. 看得见，快\n2. 管得住，稳", "B:ordered-list|看得见,管得住"},
    {"湖边。\n两点要求：\n1. 看得见，快\n2. 管得住，稳", "ordered-list|看得见,管得住"},
    {"湖边。\n（一）看得见（7月）\n慢慢来。\n（二）管得住（8月）", "B:ordered-list|看得见,管得住"},
    {"两项要求：一是看得见；二是管得住；三是用得好。", "B:ordered-list|看得见,管得住,用得好"},
    {"湖边。\n两个亮点：\n亮点①：看得见\n慢慢来。\n亮点②：管得住", "ordered-list|看得见,管得住"},
    {"湖边。\n骗局一：看得见\n慢慢来。\n骗局二：管得住", "B:ordered-list|看得见,管得住"},
    {"一抓看得见，快；二抓管得住；三抓用得好。", "ordered-list|抓看得见,抓管得住,抓用得好"},
    {"讲了三句话：要看得见，快；要管得住；要用得好。", "ordered-list|看得见,管得住,用得好"},
    {"湖边。\n设两个模块：\n——看得见。快。\n——管得住。", "B:ordered-list|看得见,管得住"},
    {"湖边。\n提出两个到位：\n看得见\n管得住", "B:ordered-list|看得见,管得住"},
    {"湖边。\n一看：看来源\n二问：问家人\n三拨：拨电话", "B:ordered-list|看,问,拨"},
    {"湖边。\n步骤有三。\n1 看得见，快\n2 管得住，稳\n3 用得好，慢", "B:ordered-list|看得见,管得住,用得好"},
    {"湖边。\n怎么走？\nStep1 看得见\nStep2 管得住", "B:ordered-list|看得见,管得住"},
    {"湖边。\n三样新品：\n◆ 云镜平台，慢慢地看，慢慢地管，快\n◆ 云盾防火墙，看\n◆ 云梯系统，学",
     "B:ordered-list|云镜平台,云盾防火墙,云梯系统"},
    {"归纳成两句话：看得见才放心；管得住才用，慢。", "B:ordered-list|看得见才放心,管得住才用"},
    {"做到三个再：认识再提高，措施再细化，配合再加强。", "B:ordered-list|认识再提高,措施再细化,配合再加强"},
    {"首先是看得见，好；再就是管得住，好；最后是用得好。", "ordered-list|看得见,管得住,用得好"},
    {"先看来源，再问家人，最后拨电话。", "B:ordered-list|看来源,问家人,拨电话"},
    {"首先，看得见；其次，管得住；最后，用得好。\n\n请讲。\n\n第一，慢。第二，稳。第三，快。",
     "ordered-list|看得见,管得住,用得好"},
    {"湖边。\n两个字：\n一、看得见\n慢慢来。\n二、管得住\n慢。", "B:ordered-list|看得见,管得住"},
    {"一则看得见，二则管得住。", "B:ordered-list|看得见,管得住"},
    {"（1）看得见；（2）管得住。", "ordered-list|看得见,管得住"},
    {"①看得见；②管得住。", "ordered-list|看得见,管得住"},
    {"❶看得见；❷管得住。", "ordered-list|看得见,管得住"},
    {"⒈看得见；⒉管得住。", "ordered-list|看得见,管得住"},
    {"第一，看得见；第二，管得住。", "ordered-list|看得见,管得住"},
    {"第一件是看得见。第二件是管得住。", "ordered-list|看得见,管得住"},
    {"第1步：看得见；第2步：管得住。", "ordered-list|看得见,管得住"},
    {"一级为看得见；二级为管得住；三级为用得好。", "B:ordered-list|看得见,管得住,用得好"},
    {"做到“两有”：有看的，展板进站；有听的，广播进家。", "B:ordered-list|有看的,有听的"},
    {"湖边。\n镜头一：讲“三核”：核号码，核地址，核金额。\n慢。\n镜头二：看",
     "B:ordered-list|核号码,核地址,核金额"},
    {"湖边。\n第一件小事：看得见。慢。\n第二件小事：管得住。", "B:ordered-list|看得见,管得住"},
    {"湖边。\n第一名\n云汀大学队\n第二名\n湖区大学队", "B:ordered-list|云汀大学队,湖区大学队"},
    {"议题：一、看得见；二、管得住。", "ordered-list|看得见,管得住"},
    {"先看来源，再问家人，接着拨电话，最后睡觉。", "B:ordered-list|看来源,问家人,拨电话,睡觉"},
    {"她没有马上转，而是先看来源，再问家人，最后拨电话。", "B:ordered-list|看来源,问家人,拨电话"},
    {"评选按照推荐、初审、公示的程序进行。", "B:ordered-list|推荐,初审,公示"},
    {"经过推荐、初审、公示等三个环节，名单出炉。", "B:ordered-list|推荐,初审,公示"},
    {"《湖区数据办法》（以下简称“办法”）施行。", "alias|办法"},
    {"平台由云汀数据集团有限公司（下称“云数”）开发。", "alias|云数"},
    {"论坛由环湖合作组织（Lake Cooperation，英文缩写LCO）发起。", "alias|LCO"},
    {"社区用的是1.0版，字很大。", "version|1.0版"},
    {"影响云汀办公系统 V6.2.0及以上。", "version|V6.2.0"},
    {"《湖区数据办法》（2025年修订版）印发。", "version|2025年修订版"},
    {"[4] 等级保护，是对信息系统按照重要程度分级实施保护的制度。",
     "B:definition|对信息系统按照重要程度分级实施保护的制度"},
    {"答：钓鱼网站就是假装成真网站、骗你填写密码的网页。", "B:definition|假装成真网站、骗你填写密码的网页"},
    {"最终通过的《湖区声明》有4页。", "B:outcome|《湖区声明》"},
    {"会议宣布成立“湖缆基金”。", "B:outcome|湖缆基金"},
    {"网络欺凌是指在网上伤害他人的行为。", "B:definition|在网上伤害他人的行为"},
    {"云汀网络安全联盟正式成立。", "outcome|云汀网络安全联盟"},
    {"现有完整性、保密性和可用性。", "B:set|完整性,保密性,可用性"},
    {"要完善机制、强化措施、补齐短板。", "B:set|完善机制,强化措施,补齐短板"},
    {"（来源：云汀日报）", "metadata|云汀日报"},
};

/* A post and the person who holds it: "post|person". */
static const struct row posts[] = {
    {"云汀学院教师韩望舒带着学生来了。", "云汀学院教师|韩望舒"},
    {"云汀研究院院长郑和鸣这样评价。", "云汀研究院院长|郑和鸣"},
    {"云汀市公安局民警鲍青来给同学们讲课。", "云汀市公安局民警|鲍青"},
    {"云汀市国资委主任狄云深说，首席安全官有用。", "云汀市国资委主任|狄云深"},
    {"云汀市国资委主任狄云深入学校。", "云汀市国资委主任|狄云"},
    {"云汀大学教授李方正说，很好。", "云汀大学教授|李方正"},
    {"云汀大学教授李方正在上课。", "云汀大学教授|李方"},
    {"云汀大学教授李方说，很好。", "云汀大学教授|李方"},
    {"网格员盛夏发现群里有人传谣言。", "网格员|盛夏"},
    {"指导教师：姬小米、石敢当", "B:指导教师|石敢当"},
    {"云汀科技创始人兼CEO贡子期捐赠图书。", "云汀科技创始人兼CEO|贡子期"},
    {"卡兰德数字事务部部长阿米娜·拉希德（Amina Rashid）的开场白很短。", "卡兰德数字事务部部长|阿米娜·拉希德"},
    {"塞尔玛网络大使若昂·佩雷拉从她手中接过会旗。", "塞尔玛网络大使|若昂·佩雷拉"},
    {"主持人：季安澜（云汀市数据局局长）", "云汀市数据局局长|季安澜"},
    {"09:00　季安澜　云汀市数据局局长", "云汀市数据局局长|季安澜"},
    {"季安澜，云汀市数据局局长，主持会议。", "B:云汀市数据局局长|季安澜"},
    {"会议决定由季安澜担任工作组组长。", "B:工作组组长|季安澜"},
    {"云汀市公安局副局长张三顺、李四平出席。", "B:云汀市公安局副局长|李四平"},
    {"队长由退役军人、电信公司工程师卓立名担任。", "B:电信公司工程师|卓立名"},
    {"云汀市公安局局长张三顺、云汀大学教授李四平出席。", "云汀大学教授|李四平"},
    {"日前专访了云汀市网信办主任荣自明。", "云汀市网信办主任|荣自明"},
};

static const struct row no_posts[] = {
    {"老师和学生，都来了。", "老师|和学生"},
    {"教师应知道，密码要长。", "教师|应知道"},
    {"云汀市专家高度，不同。", "云汀市专家|高度"},
    {"守好账号·四道门，主任来了。", "账号|四道门"},
    {"云汀市公安局副局长张三顺、安全专家李四平出席。", "B:云汀市公安局副局长|安全专"},
    {"于是，办公室主任，来了。", "B:办公室主任|于是"},
    {"由区委副书记任组长，定期开会。", "区委副书记|任组长"},
    {"记者：荣主任，您好！", "B:记者|荣主任"},
    {"云汀学院院长谈话，大家都听。", "云汀学院院长|谈话"},
    {"负责人：和学生，都来了。", "B:负责人|和学生"},
    {"市委书记提出要求，请主任：方案，预算都要有。", "B:请主任|方案"},
    {"高度重视，市数据局局长，来了。", "B:市数据局局长|高度重视"},
    {"他们选举产生，任命为组长。", "B:组长|他们选举产生"},
};

static const struct row left_alone[] = {
    {"在每年九月的第三周举行。", "B:place|九月第三周"},
    {"2024年国家网络安全周开幕。", "date|2024年"},
    {"在2024年国家网络安全周期间完成86次。", "B:date|2024年"},
    {"2025年版已经印出。", "date|2025年"},
    {"2025年度报告发布。", "date|2025年"},
    {"二〇二五年七月四日", "date|七月四日"},
    {"全年七月最热。", "date|七月"},
    {"每年6月开展。", "date|6月"},
    {"《2025年9月9日的信》出版。", "date|2025年9月9日"},
    {"会议期间，在国内举行。", "place|国内"},
    {"在本乡镇举行。", "place|本乡镇"},
    {"领导小组办公室设在云汀市教育局法治处。", "B:place|云汀市教育局法治处"},
    {"他们现在图书馆开放。", "B:place|图书馆"},
    {"在部分社区，他教大爷认短信。", "B:place|部分社区"},
    {"在十里八村传开。", "B:place|十里八村"},
    {"走进农村社区。", "B:place|农村社区"},
    {"有人在短视频平台发布谣言。", "B:place|短视频平台"},
    {"目的地：北京市一位市民这样说，他去过很多地方。", "place|北京市一位市民这样说"},
    {"他说自己走过的每一处营地：云汀活动中心都在其中。", "place|云汀活动中心都在其中"},
    {"a | 湖区文化广场 | 2025年9月15日上午 |", "place|湖区文化广场"},
    {"宣传走进图书馆。", "B:place|图书馆"},
    {"数据正在资本市场发挥作用。", "B:place|资本市场"},
    {"在要素市场开展交易。", "B:place|要素市场"},
    {"第二步，建设图书馆，办好展览。", "place|建设图书馆"},
    {"网民在各类书店扫码。", "B:place|各类书店"},
    {"居民在社区中负责收集线索、开展提醒。", "B:place|社区中负责收集线索、"},
    {"建设文化中心，惠及居民。", "place|建设文化中心"},
    {"社会各界共同主办。", "organization|社会各界"},
    {"相关部门联合主办。", "organization|相关部门"},
    {"这个部的报告很长。", "B:organization|这个部"},
    {"有关专业机构今年做过。", "B:organization|有关专业机构"},
    {"他看完云汀大学的报告。", "B:organization|他看完云汀大学"},
    {"由辖区承办。", "organization|辖区"},
    {"云汀银行分行组织28家银行业机构、15家保险机构走进社区。",
     "organization-set|云汀银行分行组织28家银行业机构,15家保险机构"},
    {"云汀市教育局　云汀大学联合举办。", "organization|云汀市教育局 云汀大学"},
    {"云汀市教育局会同云汀大学编写。", "organization|云汀市教育局"},
    {"学校举行活动。", "B:organization|学校"},
    {"首先看来源，再问家人，最后拨电话。", "B:ordered-list|看来源,问家人,拨电话"},
    {"通过网站、客户端的程序。", "B:ordered-list|网站,客户端"},
    {"湖边。\n参会须知\n1. 看得见，快\n2. 管得住，稳", "B:ordered-list|看得见,管得住"},
    {"湖边。\n案例一：看得见\n慢慢来。\n案例二：管得住", "B:ordered-list|看得见,管得住"},
    {"对象是学校、医院、银行和商场。", "organization-set|学校,医院,银行"},
    {"到场的有云汀大学、云汀市教育局和澜云科技。", "organization-set|云汀大学,云汀市教育局"},
    {"湖边。\n1.指导单位：云汀市教育局\n2.主办单位：云汀大学", "B:ordered-list|指导单位,主办单位"},
    {"三个要点：先看来源，再问家人，最后拨电话。", "B:ordered-list|先看来源,再问家人,最后拨电话"},
    {"由地铁3号线云汀中心站操办。", "B:organization|地铁3号线云汀中心"},
    {" 分三个阶段\n\n① 看得见\n\n② 管得住\n\n③ 用得好\n", "B:set|①看得见,②管得住,③用得好"},
    {"云汀农村信用社联合社到场。", "organization|云汀农村信用社"},
    {"湖边。\n图一：看得见\n慢。\n图二：管得住", "B:ordered-list|看得见,管得住"},
    {"湖边。\n三个议题：\n议题一：看得见\n议题二：管得住\n议题三：用得好",
     "B:ordered-list|议题一,议题二,议题三"},
    {"先看来源。\n再问家人。\n最后拨电话。", "B:ordered-list|看来源,问家人,拨电话"},
    {"“先想再点”主题鲜明。", "slogan|先想再点"},
    {"围绕“先想再点”主题活动展开。", "slogan|先想再点"},
    {" 预告\n\n本期主题：先想再点\n\n主讲嘉宾来自湖边\n\n慢\n", "B:slogan|主讲嘉宾来自湖边"},
    {"项目得到云汀移动公司、云汀大学支持。", "organization-set|项目得到云汀移动公司,云汀大学"},
    {"第一条　看得见，快。\n第二条　管得住，快。", "ordered-list|条 看得见,条 管得住"},
    {"三项活动：周二，看；周三，管；周五，用。", "B:ordered-list|周二,周三,周五"},
    {"先进的看，再次看，最后看。", "B:ordered-list|进的看,次看,看"},
    {"由云汀主管部门操办。", "B:organization|云汀主管部"},
    {"由云汀市教育局局长张三讲课。", "B:organization|云汀市教育局"},
    {"云汀市教育局联合澜云科技举办活动。", "organization|云汀市教育局"},
    {"支撑单位有云汀大学、云汀市教育局。", "organization-set|支撑单位有云汀大学,云汀市教育局"},
    {"理由云汀大学讲了。", "B:organization|云汀大学"},
    {"两句话：看得见，快。", "B:ordered-list|看得见,快"},
    {"奖项给了云汀农村信用社联合社。", "organization|云汀农村信用社"},
    {"云汀大学、两所外国大学联合举办。", "organization-set|云汀大学,两所外国大学"},
    {"各县区党委、人民政府联合举办。", "organization-set|各县区党委,人民政府"},
    {"湖边。\n3人到场。\n1人缺席。\n2人迟到。\n3人早退。", "B:ordered-list|人缺席,人迟到,人早退"},
    {"云汀大学任教多年。", "organization|云汀大学"},
    {"由专家指导。", "B:organization|专家"},
    {"他的代表高度关注。", "role|他的代表"},
    {"平台由云汀数据集团有限公司（下称重）开发。", "B:alias|平台由云汀数据集团有限公司"},
    {"平台（下面缩写）见后文。", "B:alias|见后文"},
    {"这是1.5版面的报道。", "version|1.5版"},
    {"其中2.0版权归云汀所有。", "version|2.0版"},
    {"指数为1.5，版本不变。", "version|1.5"},
    {"TLS V1.2已经过时。", "version|V1.2"},
    {"云汀市教育局成立活动领导小组。", "outcome|活动领导小组"},
    {"他说，是对信息系统分级实施保护的制度。", "B:definition|对信息系统分级实施保护的制度"},
    {"他的目标就是让全市人都记住的口号。", "B:definition|让全市人都记住的口号"},
    {"回应关切、回应热点，是网络安全周办好的应有之义。", "B:definition|网络安全周办好的应有之义"},
    {"刚发布的《湖区报告》显示如下。", "B:outcome|《湖区报告》"},
    {"要启动“看得见、管得住”的工作。", "B:outcome|看得见、管得住"},
    {"会议成立“一”组。", "B:outcome|一"},
    {"一是看得见。", "ordered-list|看得见"},
    {"一、总体要求", "B:set|一,总体要求"},
    {"附件：1.看得见\n2.管得住", "B:ordered-list|看得见,管得住"},
    {"用1.5亿元，2.5亿元", "ordered-list|5亿元,5亿元"},
    {"1. 什么是数据？\n2. 谁来管？", "B:ordered-list|什么是数据,谁来管"},
    {"一等奖是奖杯，二等奖是奖状，三等奖是奖品。", "ordered-list|等奖是奖杯,等奖是奖状,等奖是奖品"},
    {"标准统一是看得见，二是管得住。", "ordered-list|看得见,管得住"},
    {"湖边。\n一、看得见\n慢慢来。\n二、管得住\n慢。", "ordered-list|看得见,管得住"},
    {"开展“先想再点”主题活动。", "slogan|先想再点"},
    {"围绕数据，“先想再点”深入人心。", "slogan|先想再点"},
    {"湖边。\n宣传标语\n1. 先想再点", "slogan|1.先想再点"},
    {"展板24块、册子30本。", "B:set|展板24块,册子30本"},
};

static void each_finds_what_it_looks_for(void **state) {
    (void)state;
    expect_rows(found, sizeof found / sizeof found[0], true);
}

static void each_leaves_the_rest_alone(void **state) {
    (void)state;
    expect_rows(left_alone, sizeof left_alone / sizeof left_alone[0], false);
}

static bool names_person(const struct drafts *drafts, const char *row) {
    struct buf out;
    bool is_named = false;
    buf_init(&out);
    for (uint32_t i = 0; i < drafts->count && !is_named; i++) {
        const struct draft *draft = &drafts->list[i];
        if (draft->type != DRAFT_ROLE) continue;
        buf_clear(&out);
        buf_printf(&out, "%s%s|%s", draft->confident ? "" : "B:", draft->values[0], draft->subject);
        is_named = strcmp(out.at, row) == 0;
    }
    buf_finish(&out);
    return is_named;
}

static void expect_posts(const struct row *rows, uint32_t count, bool wanted) {
    for (uint32_t i = 0; i < count; i++) {
        struct drafts drafts;
        import_text(&drafts, rows[i].text);
        if (names_person(&drafts, rows[i].row) != wanted) print_all(&drafts, rows[i].text, rows[i].row);
        assert_true(names_person(&drafts, rows[i].row) == wanted);
        drafts_finish(&drafts);
    }
}

static void a_post_is_found_with_its_person(void **state) {
    (void)state;
    expect_posts(posts, sizeof posts / sizeof posts[0], true);
    expect_posts(no_posts, sizeof no_posts / sizeof no_posts[0], false);
}

static const struct draft *first_of(const struct drafts *drafts, enum draft_type type) {
    for (uint32_t i = 0; i < drafts->count; i++)
        if (drafts->list[i].type == type) return &drafts->list[i];
    fail();
    return NULL;
}

struct dated {
    const char *text;
    uint32_t year;
    const char *from;
    bool confident;
};

static const struct dated dates[] = {
    {TITLE "9月9日开会。", 2025, "title", true},
    {"---\ntitle: 云汀开会\ndate: 2025-09-16\n---\n\n9月9日开会。", 2025, "page", true},
    {"---\ntitle: 云汀开会\ndate: 2026-01-05\n---\n\n12月30日开会。", 2026, "guess", false},
    {"2024年9月9日上课，10月18日讲座。", 2024, "value", true},
    {"---\ntitle: 2024年总结\ndate: 2025-01-05\n---\n\n3月5日开会。", 2024, "guess", false},
    {TITLE "去年7月开会。", 2024, "guess", false},
    {"9月9日开会。", 0, "", false},
};

static void a_year_is_claimed_only_where_the_text_makes_it_sure(void **state) {
    (void)state;
    for (uint32_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        struct drafts drafts;
        import_text(&drafts, dates[i].text);
        const struct draft *draft = first_of(&drafts, DRAFT_DATE);
        if (draft->year.value != dates[i].year) print_error("%s\n", dates[i].text);
        assert_int_equal(draft->year.value, dates[i].year);
        assert_string_equal(year_from_words[draft->year.from], dates[i].from);
        assert_true(draft->confident == dates[i].confident);
        drafts_finish(&drafts);
    }
}

/* Of the last date. */
static const struct dated later_dates[] = {
    {"2024年9月9日，上第一课。10月18日，开讲座。", 2024, "text", true},
    {"会议2026年4月18日至19日召开。\n\n4月19日闭幕。", 2026, "text", true},
    {"会议2026年4月18日至19日召开。\n\n5月19日总结。", 2026, "guess", false},
    {"---\ntitle: 云汀上线\ndate: 2025-09-16\n---\n\n云汀2023年4月试点，9月15日上线。", 2023, "guess", false},
    {"比2022年提高。4月9日开会。", 2022, "guess", false},
    {"2020年有过。2024年5月得奖；同年9月9日受聘。", 2024, "guess", false},
    {"2020年有过。今年9月9日，2025年云汀周开幕。", 2025, "guess", false},
    {"2024年，大家都忙。", 2024, "value", false},
};

static void what_is_left_out_comes_from_the_date_before(void **state) {
    (void)state;
    for (uint32_t i = 0; i < sizeof later_dates / sizeof later_dates[0]; i++) {
        struct drafts drafts;
        import_text(&drafts, later_dates[i].text);
        uint32_t last = drafts.count;
        while (last > 0 && drafts.list[last - 1].type != DRAFT_DATE) last--;
        assert_true(last > 0);
        const struct draft *draft = &drafts.list[last - 1];
        if (draft->year.value != later_dates[i].year) print_error("%s\n", later_dates[i].text);
        assert_int_equal(draft->year.value, later_dates[i].year);
        assert_string_equal(year_from_words[draft->year.from], later_dates[i].from);
        assert_true(draft->confident == later_dates[i].confident);
        drafts_finish(&drafts);
    }
}

static void the_year_of_a_slide_is_never_believed(void **state) {
    (void)state;
    struct drafts drafts;
    import_text(&drafts, " 2025年云汀周信息\n\n举办时间\n\n9月11日至17日在全市统一举行\n");
    const struct draft *draft = first_of(&drafts, DRAFT_DATE_RANGE);
    assert_int_equal(draft->year.from, YEAR_NONE);
    assert_false(draft->confident);
    assert_string_equal(draft->subject, "2025年云汀周");
    assert_string_equal(draft->attribute, "举办时间");
    drafts_finish(&drafts);
}

static void a_find_says_where_it_stood(void **state) {
    (void)state;
    struct drafts drafts;
    import_text(&drafts, "湖边。\n\n到场**约800人**。\n");
    const struct draft *draft = first_of(&drafts, DRAFT_NUMBER);
    assert_int_equal(draft->line, 3);
    assert_int_equal(draft->from, 4);
    assert_int_equal(draft->to, 9);
    assert_string_equal(draft->quote, "到场约800人。");
    assert_string_equal(draft->pattern, "P8");
    drafts_finish(&drafts);
}

static void a_text_without_marks_is_quoted_in_part(void **state) {
    (void)state;
    enum { TIMES = 400 };
    struct drafts drafts;
    struct buf text;
    buf_init(&text);
    for (int i = 0; i < TIMES; i++) buf_text(&text, "到场约800人，");
    buf_char(&text, '\0');
    import_text(&drafts, text.at);
    assert_int_equal(drafts.count, TIMES);
    for (uint32_t i = 0; i < drafts.count; i++) {
        assert_non_null(strstr(drafts.list[i].quote, "约800人"));
        assert_true(strlen(drafts.list[i].quote) < text.len / 2);
    }
    buf_finish(&text);
    drafts_finish(&drafts);
}

static void who_and_what_are_linked(void **state) {
    (void)state;
    struct drafts drafts;
    import_text(&drafts, "2025年9月9日，2025年云汀网络安全周在云汀大剧院举行，云汀市副市长柏向阳致辞。");
    assert_string_equal(first_of(&drafts, DRAFT_DATE)->subject, "2025年云汀网络安全周");
    assert_string_equal(first_of(&drafts, DRAFT_DATE)->attribute, "举办时间");
    assert_string_equal(first_of(&drafts, DRAFT_PLACE)->subject, "2025年云汀网络安全周");
    assert_string_equal(first_of(&drafts, DRAFT_ROLE)->subject, "柏向阳");
    drafts_finish(&drafts);
    import_text(&drafts, "平台由云汀数据集团有限公司（下称“云数”）开发。");
    assert_string_equal(first_of(&drafts, DRAFT_ALIAS)->subject, "云汀数据集团有限公司");
    drafts_finish(&drafts);
}

static void a_label_ends_where_the_next_one_begins(void **state) {
    (void)state;
    struct drafts drafts;
    import_text(&drafts, "湖边。\n牵头：云汀市教育局　配合：云汀大学");
    assert_string_equal(first_of(&drafts, DRAFT_ORGANIZATION)->attribute, "牵头");
    drafts_finish(&drafts);
}

static void a_line_of_json_has_every_field(void **state) {
    (void)state;
    static const char *const fields[] = {
        "draft",         "class",      "pattern",    "doc",       "line",    "span",   "quote", "type",
        "topic",         "subj_guess", "attr_guess", "value",     "open",    "year",   "warn",  "dup_of",
        "conflict_with", "decision",   "editor",     "statement", "surface", "normal", "reason"};
    struct drafts drafts;
    struct buf out;
    import_text(&drafts, "由云汀市教育局、云汀市公安局等八部门联合主办。");
    buf_init(&out);
    drafts_write_one(&drafts.list[0], &out);
    const char *at = out.at;
    for (uint32_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        char key[24];
        snprintf(key, sizeof key, "\"%s\":", fields[i]);
        at = strstr(at, key);
        assert_non_null(at);
    }
    buf_finish(&out);
    drafts_finish(&drafts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_finds_what_it_looks_for),
        cmocka_unit_test(each_leaves_the_rest_alone),
        cmocka_unit_test(a_post_is_found_with_its_person),
        cmocka_unit_test(a_year_is_claimed_only_where_the_text_makes_it_sure),
        cmocka_unit_test(what_is_left_out_comes_from_the_date_before),
        cmocka_unit_test(the_year_of_a_slide_is_never_believed),
        cmocka_unit_test(a_find_says_where_it_stood),
        cmocka_unit_test(a_text_without_marks_is_quoted_in_part),
        cmocka_unit_test(who_and_what_are_linked),
        cmocka_unit_test(a_label_ends_where_the_next_one_begins),
        cmocka_unit_test(a_line_of_json_has_every_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
