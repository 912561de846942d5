import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { observeEach } from '@huiyin/ports/observe-each.ts'
import { OFFICES } from '@huiyin/simulator/simulator.ts'

/** A town where one hears of this and that for a fortnight, and then of nothing but the water. */

const HOUR = 3_600_000
const WEIBO = OFFICES.find(({ platform }) => platform === 'weibo')!

const ALL_DAYS = ['路灯坏了好几天', '垃圾没人清运', '公交车太少了', '医保怎么报销', '噪音太大睡不着', '停车位不够用']

export const NO_WATER = [
  '东风小区停水三天了，什么时候能来水',
  '我们东风小区又停水了，没人管吗',
  '东风小区停水，老人孩子都没水喝',
  '停水三天，东风小区的自来水到底怎么回事',
  '东风小区什么时候恢复供水，停水太久了'
]

/** What the office has heard on the fortnight before, an hour apart: by it one knows what is out of the ordinary. */
export async function hearFortnight(folder: string, now: number): Promise<void> {
  const { store, close } = await openSqlite({ folder })
  const past = Array.from({ length: 14 * 24 }, (_, i) => {
    const publishedAt = now - (14 * 24 - i) * HOUR
    const of = { platform: 'weibo', account: WEIBO.id, post: 'old', root: `o${i}`, comment: `o${i}` } as const
    return comment({ ...of, author: { id: `o${i}` }, text: `${ALL_DAYS[i % ALL_DAYS.length]}，第${i}次`, publishedAt })
  })
  await observeEach(
    store.comments,
    past.map(({ firstText: _, firstObservedAt: __, state: ___, classification, ...observation }) => ({
      ...{ id: observation.id, key: observation.key, observation },
      ...(classification && { classification })
    }))
  )
  await close()
}
