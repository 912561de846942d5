/** What is asked and complained of on any day; `share` of all such comments, `at` the hours in which it comes. */
export interface Everyday {
  name: string
  share: number
  texts: readonly string[]
  /** It names a place of the town in so many cases. */
  placed: number
  /** Comes each worked day between these hours. */
  hours?: readonly [from: number, to: number]
}

const topic = (
  name: string,
  share: number,
  placed: number,
  texts: string,
  hours?: readonly [number, number]
): Everyday => ({
  name,
  share,
  placed,
  texts: texts.split('|'),
  ...(hours && { hours })
})

export const EVERYDAY: readonly Everyday[] = [
  topic(
    'social-card',
    9,
    0,
    '社保卡丢了怎么补办|社保卡在哪里激活|补办社保卡要带什么|社保卡几天能拿到|异地能办社保卡吗|社保卡密码忘了怎么办'
  ),
  topic(
    'medical',
    8,
    0,
    '医保断缴了怎么补|异地就医怎么备案|医保报销比例多少|城乡居民医保什么时候缴|新生儿医保怎么办|医保余额能给家人用吗'
  ),
  topic('pension', 6, 0, '养老金什么时候到账|退休手续怎么办|养老认证在哪里做|今年养老金涨多少|灵活就业养老保险交多少'),
  topic('fund', 6, 0, '公积金怎么提取|公积金贷款额度多少|异地公积金能用吗|公积金多久到账|离职了公积金怎么取'),
  topic(
    'school',
    7,
    0.4,
    '学区怎么划分|今年入学要什么材料|外地户口能上吗|转学怎么办理|入学报名什么时候开始|几岁能上一年级'
  ),
  topic('licence', 5, 0, '驾照到期怎么换|驾驶证体检在哪|科目二约不上|换证要多久|驾照扣分怎么查'),
  topic('residence', 5, 0, '落户需要什么条件|居住证怎么续|户口迁移要几天|身份证到期能异地换吗|新生儿上户口要什么'),
  topic('parking-everyday', 8, 0.6, '门口乱停车没人管|消防通道被车堵了|车位太少没地方停|人行道上停满了车|僵尸车占车位'),
  topic('noise-everyday', 6, 0.6, '广场舞太吵了|楼上装修噪音大|KTV半夜还在唱|商铺喇叭一直喊|摩托车半夜炸街'),
  topic('rubbish-everyday', 5, 0.6, '垃圾没人清|垃圾桶太少|有人高空抛物|建筑垃圾乱倒|绿化带里都是垃圾'),
  topic('road-everyday', 6, 0.6, '路灯不亮|路面坑坑洼洼|井盖松动|红绿灯时间太短|道路什么时候修好|斑马线都磨没了'),
  topic('water-everyday', 4, 0.6, '水压太低|自来水发黄|水费怎么突然多了|停水能不能提前通知|二次供水水箱多久洗一次'),
  topic('power-everyday', 3, 0.5, '电压不稳|停电通知在哪看|电费怎么算的|充电桩不够用|电线老化有隐患'),
  topic('property', 7, 0.6, '物业费太高|物业不作为|物业换人了没通知|业委会怎么成立|公共收益去哪了|监控坏了不修'),
  topic('gas', 3, 0.5, '天然气什么时候通|燃气开户多少钱|燃气表没电了|燃气公司电话打不通'),
  topic('dog-everyday', 3, 0.5, '遛狗不牵绳|狗屎没人捡|流浪猫太多|楼下狗叫一整夜'),
  topic('bus-everyday', 4, 0.3, '公交车等太久|公交卡在哪充值|老年卡怎么办|末班车几点|能不能加开一班公交'),
  topic('limit', 5, 0, '今天限行尾号多少|限行几点开始|外地车限行吗|限行区域有哪些|周五限什么号', [7, 9]),
  topic('jobs', 3, 0, '招聘会什么时候|失业金怎么领|创业补贴怎么申请|见习岗位还有吗'),
  topic('rent', 3, 0, '公租房怎么申请|廉租房条件是什么|房产证多久能办好|契税怎么交|过户要什么手续'),
  topic('tour', 3, 0, '景区门票多少钱|古镇停车方便吗|国庆景区开放吗|博物馆周一开吗|有什么好玩的'),
  topic('weather', 4, 0, '明天会下雨吗|台风来不来|什么时候降温|高温还要几天'),
  topic('vaccine-everyday', 2, 0.2, '流感疫苗哪里能打|九价疫苗怎么约|疫苗多少钱|接种门诊几点上班'),
  topic('tax', 2, 0, '个税怎么退|发票在哪查|营业执照怎么注销|个体户要报税吗')
]

export const COURTESY =
  '赞|👍|👍👍👍|支持|加油|辛苦了|+1|打卡|[鲜花]|[赞][赞]|好|不错|点赞|666|哈哈哈|早安|晚安|顶|路过|厉害|收到|谢谢|为你们点赞|期待|平安|🙏|❤️|可以|真好|关注|来了来了'.split(
    '|'
  )

export const TAILS = '||||||？|。|！|，谢谢|，急|，求回复|[疑问]|，有人知道吗|，麻烦解答一下|，在线等'.split('|')
export const HEADS = '||||||请问|你好，|想问下|领导好，|咨询一下|老师好，|麻烦问下'.split('|')

/** Waves that are no burst: praise under a popular post, selling, greetings of a holiday. */
export const PRAISE =
  '我们县的龙舟队太厉害了|龙舟夺冠，骄傲|恭喜龙舟健儿|划得真好，看哭了|家乡龙舟队加油|这才是我们的精气神|冠军！冠军！|为龙舟队点赞|太燃了，最后一百米|龙舟赛现场气氛真好|教练辛苦了，队员辛苦了|明年还要夺冠|在哪里能看龙舟回放|龙舟比赛明年还办吗'.split(
    '|'
  )
export const SPAM =
  '彩票内部资料，稳赚不赔，加微信xy8866领取|双色球中奖号码提前知道，加V：xy8866|日赚五百，在家兼职，加微信xy8866|扫码领红包，今天最后一天，加微信xy8866|内部开奖消息，中奖率百分之九十，加V xy8866'.split(
    '|'
  )
export const GREETINGS =
  '国庆快乐|祝祖国生日快乐|祝福祖国繁荣昌盛|国庆节快乐，祝大家幸福|我爱你中国|祖国万岁|节日快乐|阖家幸福，国庆快乐|愿祖国越来越好'.split(
    '|'
  )
