import t from 'tap'
import { tableOf } from './table.ts'
import { inOneFolder } from './world-embedded.ts'

// A short selection; `npm run faults -- --world embedded` tries all kinds, and some of them again.
const KINDS: ReadonlySet<string> = new Set([
  'kill -9 of npm start',
  'torn tail of the write-ahead log',
  'orderly restart',
  'SIGSTOP of npm start',
  'clock jump',
  'machine asleep',
  'disk full',
  'corrupt file: a head that is none'
])
const SEED = 3

process.once('SIGTERM', () => process.exit(143)) // the small disk goes with it

t.test('a town whose office is one folder is struck by each fault once, and nothing is lost or told twice', async t => {
  const { journal, verdict, error } = await inOneFolder({
    ...{ seed: SEED, faults: KINDS.size, within: 120_000 },
    ...{ isWanted: name => KINDS.has(name), progress: text => t.comment(text) }
  })
  t.comment(tableOf(journal))
  if (!verdict) throw error
  const { counts, wrong } = verdict
  t.ok(counts.comments > 20 && counts.tickets > 5 && counts.replies > 0 && counts.alerts > 0, JSON.stringify(counts))
  for (const [what, all] of Object.entries(wrong)) t.same(all, [], `${what} are as they should be`)
})
