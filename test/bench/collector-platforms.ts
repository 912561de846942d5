import { demoAccounts } from '@huiyin/simulator/demo.ts'
import { ALL_OFFICES } from '@huiyin/simulator/offices.ts'
import { startSimulator } from '@huiyin/simulator/simulator.ts'
import type { Office } from '@huiyin/simulator/things.ts'

// The platforms of the collector's bench in a process of their own: `node collector-platforms.ts EACH POSTS COMMENTS`,
// so many offices at each of four platforms, posts of each office, and comments in all. Tells the accounts by a message.

const KINDS = new Set(['wechat', 'weibo', 'douyin', 'mastodon'])
const HOUR = 3_600_000
/** Nothing is refused for want of quota, and none is left out. */
const CALLS = 1_000_000_000

const [each = 1, posts = 1, comments = 0] = process.argv.slice(2).map(Number)
const begun = Date.now()
const offices = ALL_OFFICES.filter(({ platform }) => KINDS.has(platform)).flatMap(office =>
  Array.from({ length: each }, (_, n): Office => {
    const of = String(1_000 + n)
    return {
      ...office,
      id: `${office.id.slice(0, -4)}${of}`,
      secret: `${office.secret}${of}`,
      ...(office.refresh !== undefined && { refresh: `${office.refresh}${of}` })
    }
  })
)
const simulator = await startSimulator({ clock: { now: Date.now }, offices, citizens: { count: 5_000 } })
const { control } = simulator
const published = Array.from({ length: posts }, (_, n) =>
  offices.map(({ platform, id: account }) =>
    control.publishPost({ platform, account, title: `第${n + 1}期`, publishedAt: begun - 24 * HOUR + n * 60_000 })
  )
).flat()
for (let i = 0; i < comments; i++) {
  const { platform, account, id: post } = published[i % published.length]!
  const publishedAt = begun - 20 * HOUR + Math.floor((19 * HOUR * i) / comments)
  control.postComment({ platform, account, post, text: `第${i}条：请问小区的路灯什么时候能修好？`, publishedAt })
}
const accounts = demoAccounts(simulator, begun).map(({ demo: _, delay: __, ...account }) => ({
  ...account,
  quotas: [{ scope: 'account', calls: CALLS, per: 'day' }]
}))
process.send!({ accounts })
process.once('disconnect', () => simulator.close())
