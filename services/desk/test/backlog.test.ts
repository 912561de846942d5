import t from 'tap'
import { openBacklog } from '../src/backlog.ts'

t.test('the office is behind from many comments on, and until there are few', async t => {
  const told: boolean[] = []
  let waiting = 0
  const look = openBacklog({ waiting: async () => waiting, tell: async isBehind => void told.push(isBehind) })
  for (waiting of [0, 3_000, 3_001, 600, 500, 3_000]) await look()
  t.strictSame(told, [false, false, true, true, false, false])
})
