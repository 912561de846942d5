import type { Control } from './control.ts'
import type { Office, PlatformKind, SimPost } from './things.ts'

const HOUR = 3_600_000

/** What an office posts, and the classes of office that it is about; none: everything. */
const POSTS: Record<PlatformKind, readonly { title: string; topics: readonly string[] }[]> = {
  wechat: [
    { title: '关于城区部分道路夜间施工、公交临时改线的通告', topics: ['交通运输', '城乡建设'] },
    { title: '一图读懂：今年民生实事项目清单', topics: [] },
    { title: '便民服务中心延时服务：社保、医保、户籍周六也能办', topics: ['劳动和社会保障', '卫生计生', '公安政法'] }
  ],
  weibo: [
    { title: '【今日青禾】环湖步道二期开放，周末约起来', topics: ['环境保护', '商贸旅游'] },
    { title: '【公告】下周三城南片区停水检修，请提前储水', topics: ['城乡建设'] },
    { title: '【在线问政】您关心的入学问题，我们来答', topics: ['教育文体'] },
    { title: '【好人好事】公交司机雨中背老人下车', topics: ['交通运输'] },
    { title: '【健康青禾】流感疫苗到货，各接种点时间看这里', topics: ['卫生计生'] },
    { title: '【招聘】县属事业单位公开招聘工作人员', topics: ['劳动和社会保障'] },
    { title: '【平安青禾】夏季治安巡查本周启动', topics: ['公安政法'] },
    { title: '【消费提醒】集贸市场计量器具集中检定', topics: ['商贸旅游'] },
    { title: '【天气】未来三天有强降雨，请注意防范', topics: ['城乡建设', '交通运输'] },
    { title: '【环保】城东污水处理厂提标改造完工', topics: ['环境保护'] }
  ],
  douyin: [
    { title: '一分钟看懂：城东新桥怎么走', topics: ['交通运输', '城乡建设'] },
    { title: '跟着镜头逛青禾早市', topics: ['商贸旅游'] },
    { title: '暑期防溺水，这几处水域别去', topics: ['公安政法', '教育文体'] },
    { title: '医保码怎么激活？手把手教你', topics: ['卫生计生', '劳动和社会保障'] }
  ],
  kuaishou: [
    { title: '乡村路灯亮起来了', topics: ['城乡建设'] },
    { title: '麦收时节，农机手凌晨出发', topics: [] },
    { title: '河道清淤现场，看看变化有多大', topics: ['环境保护'] },
    { title: '校门口早高峰，交警这样守护', topics: ['公安政法', '教育文体', '交通运输'] }
  ],
  mastodon: [
    { title: '图书馆延长开放到晚上九点', topics: ['教育文体'] },
    { title: '本周末城北公园举办音乐会，周边道路限行', topics: ['交通运输', '教育文体'] },
    { title: '垃圾分类投放点调整，请看新地图', topics: ['环境保护', '城乡建设'] },
    { title: '县医院开通夜间门诊', topics: ['卫生计生'] }
  ]
}

const TOPICS = new Map(
  Object.values(POSTS).flatMap(posts => posts.map(({ title, topics }) => [title, topics] as const))
)

/** The classes of office that a post is about; none: everything. */
export const topicsOf = ({ title }: Pick<SimPost, 'title'>): readonly string[] => TOPICS.get(title) ?? []

/** The posts that every office begins with, from yesterday on; those that stand already are kept. */
export function firstPosts(control: Control, { platform, id: account }: Office, now: number): SimPost[] {
  const standing = control.posts({ platform, account })
  if (standing.length > 0) return standing
  const ages = [26 * HOUR, 11 * HOUR, 3 * HOUR]
  return ages.map((age, i) =>
    control.publishPost({ platform, account, title: POSTS[platform][i]!.title, publishedAt: now - age })
  )
}

/** What an account posts as the day goes on: `n` counts its posts. */
export const nextTitle = (platform: PlatformKind, n: number) => POSTS[platform][n % POSTS[platform].length]!.title
