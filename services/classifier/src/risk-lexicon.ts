import type { RiskReason } from '@huiyin/schemas/classification.ts'
import { listed } from './phrases.ts'

/**
 * What the risk score listens for. `a…b` means: a, then b within ten characters of the same sentence.
 * Phrases stand as normalise() leaves them: lower case, digits as 0.
 */
export interface RiskTopic {
  /** Stable code, as it stands in a classification's reasons. */
  code: string
  kind: RiskReason['kind']
  points: number
  /** Points when it is not said to happen now, but feared, remembered, quoted or practised; a topic without it drops such. */
  feared?: number
  phrases: readonly string[]
}

const now = (code: string, feared: number, phrases: readonly string[]): RiskTopic => ({
  code,
  kind: 'danger-now',
  points: 60,
  feared,
  phrases
})
const content = (code: string, points: number, phrases: readonly string[]): RiskTopic => ({
  code,
  kind: 'content',
  points,
  phrases
})

export const RISK_TOPICS: readonly RiskTopic[] = [
  now(
    'fire',
    15,
    listed(`
    着火、起火、失火、火灾、大火…烧、发生大火、起大火、着大火、冒黑烟了、冒浓烟、浓烟滚滚、烧起来了
    烧着了、火势、自燃、house is on fire、building is on fire、building on fire、caught fire
  `)
  ),
  now(
    'gas-leak',
    15,
    listed(`
    燃气泄漏、煤气泄漏、天然气泄漏、燃气漏、煤气漏、天然气漏、漏燃气、漏煤气、漏气了、燃气味、煤气味
    天然气味、瓦斯味、闻到…煤气、闻到…燃气、氯气泄漏、氨气泄漏、气体泄漏、毒气、煤气中毒、一氧化碳中毒
    gas leak、smell gas
  `)
  ),
  now('explosion', 15, listed('爆炸、炸了…伤、巨响…冒烟、explosion、exploded')),
  now(
    'collapse',
    20,
    listed(`
    坍塌、倒塌、垮塌、塌方、塌陷、塌了、楼塌、桥塌、墙塌、塌下来、山体滑坡、泥石流、掉下来砸、砸到人
    砸到了人、砸伤、压到人、压在下面、埋在下面、被埋、要掉下来…人、collapsed
  `)
  ),
  now(
    'trapped',
    15,
    listed(`
    被困、困在、困住、里面困着、关在电梯、出不来、卡在车里、卡在里面、卡在电梯、关在里面、被关在…出不
    求救、喊救命、快救命、呼救、救救老人、救救孩子、救救我们、快来人、快来救、快派人、trapped in
    help us、save us
  `)
  ),
  now(
    'flood',
    15,
    listed(`
    决堤、溃坝、山洪、洪水…淹、水淹到、淹到…楼、淹进…屋、被水冲走、被冲走、水漫过、水涨到、水位…涨
  `)
  ),
  now(
    'drowning',
    15,
    listed(`
    溺水、落水、掉河里、掉进河、掉水里、掉进水、掉湖里、沉下去了、掉到井里、掉进井、跳河、跳江
    drowning
  `)
  ),
  now(
    'electric-shock',
    20,
    listed('触电、漏电、电倒、电到人、被电击、被电到、被电了、电线掉、电线断、电死、电线…垂到')
  ),
  now(
    'self-harm',
    20,
    listed(`
    不想活、活不下去、自杀、轻生、跳楼、割腕、自残、自焚、喝农药、遗书、结束生命、结束自己、了结自己
    死给你、死在你们、一死了之、同归于尽、跳下去、站在天台、在天台、想去死、不如死了、活着没意思
    活着没意义、撑不下去了、吃安眠药、kill myself、want to die、suicide、end my life
  `)
  ),
  now(
    'missing-person',
    15,
    listed(`
    孩子…走丢、孩子…走失、孩子…失踪、孩子…不见了、孩子…没回家、女儿…没回家、儿子…没回家、弟弟…没回家
    妹妹…没回家、娃…不见了、娃…走丢、女儿…失踪、儿子…失踪、女儿…不见了、儿子…不见了、小孩…走丢
    小孩…走失、小孩…不见了、老人…走失、老人…走丢、老人…失踪、奶奶…走丢、爷爷…走丢、学生…失踪、失联了
    失联…天、孩子…失联、老人…失联、被拐、抢孩子、拐孩子、missing child、child is missing
    kid is missing
  `)
  ),
  now('poisoning', 20, listed('食物中毒、中毒、上吐下泻、集体腹泻、农药…喝、误食、吃错药、poisoned')),
  now(
    'medical-emergency',
    15,
    listed(`
    昏迷、叫不醒、没有呼吸、没呼吸、没了呼吸、大出血、心脏骤停、休克、快不行了、晕倒、晕过去
    流了好多血、抽搐、生命危险、危在旦夕、快要死了
  `)
  ),
  now(
    'violence',
    20,
    listed(`
    砍人、持刀、拿刀、捅人、捅伤、打死人、要打死、绑架、枪声、开枪、家暴、又在打、正在打人、打群架
    聚众斗殴、劫持、挟持、性侵、强奸、传销窝、非法拘禁、被囚禁
  `)
  ),
  now(
    'accident',
    15,
    listed(`
    连环撞、翻车、撞死、撞飞、出车祸、发生车祸、车祸了、车祸现场、坠落、坠楼、脱轨、侧翻、掉进坑
  `)
  ),
  now(
    'minors-in-danger',
    25,
    listed(`
    堵在厕所、孩子…被打、孩子…被扎、打我女儿、打我儿子、打我孩子、围殴、猥亵、虐待儿童、虐童、虐待孩子
  `)
  ),

  content(
    'public-safety',
    18,
    listed(`
    安全隐患、隐患、危房、井盖…没、没井盖、井盖丢、井盖坏、护栏…坏、没有护栏、消防通道…堵、堵…消防通道
    消防通道…占、电梯…坏、电梯…故障、出人命、要出事、早晚出事、迟早出事、承重墙、裂缝、墙裂、高空抛物
    飞线充电、超载、疯狗、恶犬、狗咬
  `)
  ),
  content(
    'mass-incident',
    30,
    listed(`
    罢工、罢课、罢运、游行、静坐、拉横幅、堵路、堵门、堵政府、围堵、聚集、集体维权、集体上访、几百人
    上百人、几千人、群体事件、组织起来、一起去政府
  `)
  ),
  content(
    'petition-threat',
    18,
    listed(`
    上访、进京、去北京、去省里、去中央、国务院、中纪委、巡视组、督导组、找媒体、找记者、曝光、焦点访谈
    告到、起诉、打官司、发抖音、发到网上、全网
  `)
  ),
  content(
    'misconduct',
    22,
    listed(`
    贪污、受贿、行贿、贪官、腐败、保护伞、官商勾结、吃拿卡要、吃回扣、回扣、以权谋私、优亲厚友、关系户
    走后门、黑社会、通风报信、打击报复、挪用、冒领、套取、克扣、暗箱操作、内定、选择性执法、暴力执法
    暴力拆迁、强拆、贿选、送礼、低保…亲戚、城管…打、不作为、乱作为
  `)
  ),
  content(
    'environment',
    15,
    listed(`
    偷排、直排、排污、污水…河、污染、毒水、臭气、臭味、刺鼻、黑烟、扬尘、噪音扰民、鱼死、死鱼、重金属
    辐射
  `)
  ),
  content(
    'food-and-drugs',
    18,
    listed(`
    过期…卖、过期食品、过期面包、过期牛奶、假药、假酒、地沟油、毒奶、发霉、变质、饭…虫、菜…虫、有虫
    拉肚子、老鼠、假疫苗、过期疫苗、黑诊所、非法行医、毒疫苗
  `)
  ),
  content(
    'minors',
    20,
    listed(`
    校园霸凌、校园欺凌、霸凌、欺凌、体罚、老师打、老师…打孩子、打孩子、殴打学生、辱骂学生、骂学生
    童工、留守儿童、未成年
  `)
  ),
  content(
    'livelihood',
    12,
    listed(`
    欠薪、拖欠工资、欠…工资、工资…没给、工资…没发、拖欠、不发工资、血汗钱、救命钱、养老钱、跑路、烂尾
    延期交房、停水、停电、停气、拆迁款、补偿款、低保、没地方住、没饭吃
  `)
  ),
  content('fraud', 12, listed('诈骗、被骗、骗子、非法集资、刷单、传销、套路贷')),
  content('epidemic', 12, listed('疫情…瞒、瞒报、隐瞒疫情、阳性…没人管、传染、瘟疫、鼠疫、霍乱')),
  content(
    'rumour-signs',
    8,
    listed(`
    网传、听说、据说、内部消息、知情人、朋友圈都在传、都在传、群里说、有人说、小道消息、是不是真的
    是真的吗、快转、速转、扩散、赶紧转
  `)
  ),
  {
    code: 'insult',
    kind: 'tone',
    points: 8,
    phrases: listed(`
      傻逼、傻b、sb、煞笔、狗官、狗日、操你、草泥马、cnm、nmsl、tmd、他妈的、妈的、畜生、王八蛋、混蛋
      废物、饭桶、狗东西、去死、不要脸、人渣、败类、垃圾政府、吃干饭
    `)
  },
  {
    code: 'urgency',
    kind: 'tone',
    points: 6,
    phrases: listed(`
      马上、立刻、立即、赶紧、赶快、紧急、十万火急、急急急、急!、快点、求助、救救、火速、urgent、asap
    `)
  },
  {
    code: 'unheard',
    kind: 'tone',
    points: 8,
    phrases: listed(`
      没人管、无人管、没人理、无人理、打不通、没人接、踢皮球、推诿、投诉无门、石沉大海、多次反映
      反映…没、投诉…没、举报…没、报警…没、报警了…没、几年了、没有回复、不回复、没人给、装死
    `)
  }
]

/** What holds a dangerous word and means none: the words inside it are not heard. */
export const HARMLESS: readonly string[] = listed(`
  到爆炸、瞬间爆炸、全家爆炸、要爆炸、爆炸场景、我晕倒、想砍人、冒着生命危险、好像中毒、简直中毒
  音乐中毒、跳楼价、跳楼大甩卖、跳楼机、自杀式、气炸、炸鸡、爆炸头、信息爆炸、知识爆炸、大爆炸理论
  爆炸好、爆炸性、火灾险、电脑中毒、手机中毒、中毒太深、剧毒、要自燃、快自燃、热得自燃、原地自燃
  大火了、大火的、火灾自动、防火灾、火灾隐患、火灾演练、消防演练、火灾逃生演练、应急演练、触电般
  救命恩人、救命之恩、笑到缺氧、救命哈、救命好、救命太、救命这、被电视、被电影、被电动、被电信、被电话
  被电商、漏电保护、漏电开关、家暴龙、跳楼梯、笑到昏迷、昏迷的爱、被困难、困在家、困在一线、走失的爱
  美食中毒、坠落人间、一声巨响、持刀具、心塌了、天塌了、人设塌、塌房、房子塌房、开枪毙、撞死胡同
  热到休克、笑晕倒、进京赶考、进京有序、有序进京、送礼物、送礼包、全网最、聚集地、产业聚集、人才聚集
  不聚集、少聚集、勿聚集、聚集性、辐射带、辐射周边、防辐射、上吐下泻药、停水通知、停电通知、垃圾桶
  米老鼠、仓老鼠
`)
