import fc from 'fast-check'
import t from 'tap'
import { type History, history, live } from './model/life.ts'
import { type Fault, KINDS } from './model/platform.ts'

const RUNS = Number(process.env.HUIYIN_MODEL_RUNS ?? 2)
/** HUIYIN_MODEL_SEED repeats a run, HUIYIN_MODEL_SHRINK makes its history small. */
const options = {
  endOnFailure: process.env.HUIYIN_MODEL_SHRINK === undefined,
  ...(process.env.HUIYIN_MODEL_SEED && { seed: Number(process.env.HUIYIN_MODEL_SEED) })
}

t.test('the collector against a model platform', async t => {
  for (const kind of KINDS) {
    t.test(`holds what a platform of the kind "${kind}" shows, whatever happened`, async t => {
      const property = fc.asyncProperty(history, async history => {
        const { wrong } = await live(kind, history as History)
        if (wrong.length > 0) throw new Error(wrong.slice(0, 12).join('\n'))
      })
      await t.resolves(fc.assert(property, { numRuns: RUNS, ...options }))
    })

    t.test(`holds all but one post of the kind "${kind}" when that one cannot be read`, async t => {
      const curse = fc.constantFrom<Fault>('retry', 'later', 'bug', 'stop', 'absent', 'crude', 'gone', 'endless')
      const property = fc.asyncProperty(history, curse, async (history, cursed) => {
        const { wrong } = await live(kind, history as History, cursed)
        if (wrong.length > 0) throw new Error(`${cursed}: ${wrong.slice(0, 12).join('\n')}`)
      })
      await t.resolves(fc.assert(property, { numRuns: Math.ceil(RUNS / 3), ...options }))
    })
  }
})
