import t from 'tap'
import { throttle } from '../src/data/throttle.ts'

/** A clock that the test moves, and work that ends when it says so. */
function opened(every: number) {
  const time = { now: 0 }
  const done: number[] = []
  let ends: (() => void)[] = []
  let due: { at: number; run: () => void }[] = []
  const renewed = throttle(
    () => {
      done.push(time.now)
      return new Promise<void>(end => ends.push(end))
    },
    every,
    {
      now: () => time.now,
      later: (run, ms) => {
        due.push({ at: time.now + ms, run })
        return due.length as never
      },
      stop: () => {
        due = []
      }
    }
  )
  const to = (at: number) => {
    time.now = at
    const over = due.filter(one => one.at <= at)
    due = due.filter(one => one.at > at)
    for (const { run } of over) run()
  }
  const answer = async () => {
    for (const end of ends) end()
    ends = []
    await new Promise(setImmediate)
  }
  return { renewed, done, to, answer }
}

t.test('what is asked for all the time', async t => {
  t.test('is done at once, and then again and again, however many ask', async t => {
    const { renewed, done, to, answer } = opened(1_500)
    for (let at = 0; at <= 6_000; at += 100) {
      renewed.ask()
      to(at)
      await answer()
    }
    t.same(done, [0, 1_500, 3_000, 4_500, 6_000])
  })

  t.test('is done once more for what was asked last', async t => {
    const { renewed, done, to, answer } = opened(1_500)
    renewed.ask()
    to(0)
    await answer()
    renewed.ask()
    to(1_500)
    await answer()
    to(9_000)
    t.same(done, [0, 1_500])
  })

  t.test('never goes on twice at once, and waits for a slow answer no longer than that takes', async t => {
    const { renewed, done, to, answer } = opened(1_500)
    renewed.ask()
    to(0)
    renewed.ask()
    to(2_000)
    t.same(done, [0])
    await answer()
    to(2_000)
    t.same(done, [0, 2_000])
  })

  t.test('is done no more after its end', async t => {
    const { renewed, done, to } = opened(1_500)
    renewed.ask()
    renewed.end()
    to(9_000)
    t.same(done, [])
  })
})
