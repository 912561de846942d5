import t from 'tap'
import type { Findings } from './everything.ts'
import { hostileHour } from './run.ts'
import { SHORT } from './scale.ts'
import { mismatchesOf } from './verdict.ts'

t.test('an hour in which every platform fails in every way', async t => {
  const found = await hostileHour(SHORT)
  const { kept, simulator, changes, weather } = found

  t.test('ends with every comment, change and reply as it truly was, within the quotas', async t => {
    t.same(mismatchesOf(found), [])
  })

  t.test('has seen what can go wrong', async t => {
    t.ok(weather.faults > 80)
    t.equal(found.deaths, 2)
    t.ok(changes.deleted.size > 5)
    t.ok(changes.edited.size > 3)
    t.ok(found.replies.length > SHORT.replies / 2)
    t.ok(simulator.posts.some(({ gone }) => gone))
  })

  t.test(
    'would tell of a comment lost, changed, doubled, or taken for deleted, and of a reply posted twice',
    async t => {
      const [first, ...others] = kept.comments.filter(
        ({ ours, state, platform }) => !ours && state === 'visible' && platform === 'weibo'
      )
      const without = kept.comments.filter(one => one !== first)
      const withComments = (comments: Findings['kept']['comments']) => count({ ...found, kept: { ...kept, comments } })
      t.equal(withComments(without), 1)
      t.equal(withComments([...without, { ...first!, text: '别的话' }]), 1)
      t.equal(withComments([...without, { ...first!, state: 'deleted' }]), 1)
      t.equal(withComments([...kept.comments, { ...others[0]!, id: 'weibo/another' }]), 2)
      const again = found.replies.find(({ platform }) => platform === 'weibo')!
      t.equal(count({ ...found, replies: found.replies.filter(one => one !== again) }), 1)
      t.equal(count({ ...found, replies: [...found.replies, { ...again, reply: 'unknown' }] }), 1)
      t.equal(count({ ...found, quotas: found.quotas.map((one, i) => ({ ...one, refused: i === 0 ? 1 : 0 })) }), 1)
    }
  )
})

const count = (found: Findings) => mismatchesOf(found).length
