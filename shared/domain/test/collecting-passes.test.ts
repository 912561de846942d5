import fc from 'fast-check'
import t from 'tap'
import { afterPass, type Missing, nextPassAfter } from '../src/collecting/passes.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOON = Date.UTC(2026, 10, 21, 4)

const held = (...ids: string[]) => ids.map(id => ({ id, publishedAt: NOON - DAY, firstObservedAt: NOON - HOUR }))
const pass = (startedAt: number, seen: string[], of = held('a', 'b', 'c')) => ({
  startedAt,
  seen: new Set(seen),
  held: of
})

t.test('a comment is gone', async t => {
  t.test('when two complete passes at least 10 minutes apart did not meet it', async t => {
    const first = afterPass({}, pass(NOON, ['a', 'b']))
    t.strictSame(first, { missing: { c: NOON }, gone: [] })
    t.strictSame(afterPass(first.missing, pass(NOON + 10 * MINUTE - 1, ['a', 'b'])), first)
    t.strictSame(afterPass(first.missing, pass(NOON + 10 * MINUTE, ['a', 'b'])), { missing: {}, gone: ['c'] })
  })

  t.test('not when a pass in between met it', async t => {
    const first = afterPass({}, pass(NOON, ['a', 'b']))
    const second = afterPass(first.missing, pass(NOON + 15 * MINUTE, ['a', 'b', 'c']))
    t.strictSame(second, { missing: {}, gone: [] })
    const third = afterPass(second.missing, pass(NOON + 30 * MINUTE, ['a', 'b']))
    t.strictSame(third, { missing: { c: NOON + 30 * MINUTE }, gone: [] })
  })

  t.test('not when it came while the pass was under way', async t => {
    const late = { id: 'new', publishedAt: NOON + 1, firstObservedAt: NOON }
    t.strictSame(afterPass({}, pass(NOON, [], [late])), { missing: {}, gone: [] })
  })

  t.test('not by passes that were cut short: most is missing, and the platform counts it all the same', async t => {
    const all = held(...Array.from({ length: 60 }, (_, i) => `c${i}`))
    const shown = ['c0', 'c1', 'c2']
    const cut = (at: number) => ({ ...pass(at, shown, all), total: 60 })
    const first = afterPass({}, cut(NOON))
    t.strictSame(afterPass(first.missing, cut(NOON + 20 * MINUTE)), { missing: {}, gone: [] })
    const swept = (at: number) => ({ ...pass(at, shown, all), total: 3 }) // they really are gone
    const second = afterPass({}, swept(NOON))
    t.equal(afterPass(second.missing, swept(NOON + 20 * MINUTE)).gone.length, 57)
  })

  t.test('not by a pass that began before the first one that missed it', async t => {
    t.strictSame(afterPass({ a: NOON }, pass(NOON - HOUR + 1, [], held('a'))), { missing: { a: NOON }, gone: [] })
  })

  t.test('not when its id is one that every object knows', async t => {
    t.strictSame(afterPass({}, pass(NOON, [], held('constructor'))).gone, [])
  })
})

t.test('what is not held as visible any more is forgotten', async t => {
  t.strictSame(afterPass({ z: NOON - DAY }, pass(NOON, [])).missing, { a: NOON, b: NOON, c: NOON })
})

t.test('of more than 2,000 missing those first missed are kept, and in the end all are found gone', async t => {
  const many = held(...Array.from({ length: 5_000 }, (_, n) => `c${n}`))
  let missing: Missing = {}
  const gone = new Set<string>()
  for (let n = 0; n < 7; n++) {
    const left = many.filter(({ id }) => !gone.has(id))
    const after = afterPass(missing, pass(NOON + n * 10 * MINUTE, [], left))
    missing = after.missing
    for (const id of after.gone) gone.add(id)
    t.ok(Object.keys(missing).length <= 2_000)
  }
  t.equal(gone.size, 5_000)
})

t.test('whatever the passes see, only what two of them 10 minutes apart missed is gone', async () => {
  const ids = ['a', 'b', 'c', 'd']
  const passes = fc.array(fc.record({ after: fc.integer({ min: 1, max: 25 }), seen: fc.subarray(ids) }), {
    maxLength: 12
  })
  fc.assert(
    fc.property(passes, passes => {
      let missing: Missing = {}
      let at = NOON
      const missedSince = new Map<string, number>()
      const gone = new Set<string>()
      for (const { after, seen } of passes) {
        at += after * MINUTE
        const visible = ids.filter(id => !gone.has(id))
        const result = afterPass(missing, pass(at, seen, held(...visible)))
        missing = result.missing
        for (const id of visible) {
          if (seen.includes(id)) missedSince.delete(id)
          else if (!missedSince.has(id)) missedSince.set(id, at)
          const since = missedSince.get(id)
          if (result.gone.includes(id) !== (since !== undefined && at - since >= 10 * MINUTE)) return false
        }
        for (const id of result.gone) gone.add(id)
      }
      return true
    }),
    { numRuns: 300 }
  )
})

t.test('complete passes come ever more rarely as a post falls silent, and end after 90 days', async t => {
  const every: [number, number][] = [
    [0, 15 * MINUTE],
    [6 * HOUR, 15 * MINUTE],
    [6 * HOUR + 1, HOUR],
    [72 * HOUR + 1, 6 * HOUR],
    [7 * DAY + 1, DAY],
    [30 * DAY + 1, 7 * DAY],
    [90 * DAY, 7 * DAY],
    [90 * DAY + 1, Infinity]
  ]
  for (const [age, expected] of every) t.equal(nextPassAfter(age), expected, `at ${age} ms`)
})
