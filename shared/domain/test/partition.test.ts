import t from 'tap'
import { partitionOf } from '../src/partition.ts'

t.test('the partition of a ticket', async t => {
  t.test('is the same for ever', async t => {
    t.same(
      ['weibo/1001/p1/c1/by/u1', 'wechat/gh_1/p9/c2/by/oX', ''].map(id => partitionOf(id, 16)),
      [7, 9, 2]
    )
  })

  t.test('spreads tickets evenly', async t => {
    const counts = Array.from({ length: 16 }, () => 0)
    for (let n = 0; n < 16_000; n++) counts[partitionOf(`weibo/1001/p${n % 97}/c${n}/by/u${n}`, 16)]! += 1
    t.ok(Math.min(...counts) > 850 && Math.max(...counts) < 1150, String(counts))
  })
})
