import t from 'tap'
import { runCrowd } from './run.ts'
import { figuresOf, wrongIn } from './verdict.ts'

t.test(
  'of twenty people on five tickets at once nobody loses an act, and who is too late is told who was first',
  async t => {
    const crowd = await runCrowd({ people: 20, tickets: 5, seconds: 8, atLeast: 200, rate: 200 })
    t.same(wrongIn(crowd).slice(0, 20), [])
    const { acts, taken, refused, poured } = figuresOf(crowd)
    t.ok(taken > 50, `${taken} of ${acts} acts were taken`)
    t.ok(refused > 0, `${refused} were refused`)
    t.ok(poured > 0, `${poured} comments came meanwhile`)
  }
)
