import type { Control } from './control.ts'
import type { Office, SimPost } from './things.ts'

const HOUR = 3_600_000

const WECHAT_TITLES = [
  '关于城区部分道路夜间施工的通告',
  '一图读懂：今年民生实事项目清单',
  '便民服务中心延时服务时间安排'
]

const WEIBO_TITLES = [
  '【今日青禾】环湖步道二期开放，周末约起来',
  '【公告】下周三城南片区停水检修，请提前储水',
  '【在线问政】您关心的入学问题，我们来答',
  '【天气】未来三天有强降雨，请注意防范',
  '【好人好事】公交司机雨中背老人下车',
  '【招聘】县属事业单位公开招聘工作人员'
]

/** The posts that every office begins with, from yesterday on; those that stand already are kept. */
export function firstPosts(control: Control, { platform, id: account }: Office, now: number): SimPost[] {
  const standing = control.posts({ platform, account })
  if (standing.length > 0) return standing
  const titles = platform === 'wechat' ? WECHAT_TITLES : WEIBO_TITLES.slice(0, 3)
  const ages = [26 * HOUR, 9 * HOUR, 3 * HOUR]
  return titles.map((title, i) => control.publishPost({ platform, account, title, publishedAt: now - ages[i]! }))
}

/** What a Weibo account posts as the day goes on: `n` counts its posts. */
export const nextTitle = (n: number) => WEIBO_TITLES[n % WEIBO_TITLES.length]!
