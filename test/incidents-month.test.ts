import t from 'tap'
import { MONTH } from './bench/incidents-month/options.ts'
import { play } from './bench/incidents-run.ts'

// A fortnight of a small office: 18,000 comments, six bursts of 20 to 150 comments, praise, spam and a daily programme.
t.test('in a generated fortnight', async t => {
  const result = play({ ...MONTH, seed: 5, comments: 18_000, days: 14, bursts: 8, smallest: 20, largest: 100 })
  const found = result.noticed.filter(({ after }) => after !== undefined)

  t.test('nearly all planted bursts are noticed', async t => {
    const missed = result.noticed.filter(({ after }) => after === undefined).map(({ burst }) => burst.story)
    t.ok(found.length >= result.noticed.length - 1, `missed ${missed}`)
  })

  t.test('half of them within 30 comments', async t => {
    const early = found.filter(({ after }) => after! <= 30)
    t.ok(early.length * 2 >= result.noticed.length, `${found.map(({ after }) => after)}`)
  })

  t.test('and hardly anything else is taken for one', async t => {
    const wrong = result.wrong.map(({ phrase }) => phrase)
    t.ok(wrong.length <= 2, `${wrong}`)
    t.ok(result.rises - wrong.length <= found.length + 2, `${result.rises} rises for ${found.length} bursts`)
  })

  t.test('what is held does not grow', async t => {
    const [early, late] = [result.memory[5]!, result.memory.at(-1)!]
    t.ok(late.comments < 1.5 * early.comments, `${early.comments} comments on day 5, ${late.comments} at the end`)
    t.ok(late.words < 2 * early.words, `${early.words} words on day 5, ${late.words} at the end`)
  })
})
