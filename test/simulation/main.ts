import { parseArgs } from 'node:util'
import { compare } from './compare.ts'
import { simulate } from './run.ts'
import { table } from './table.ts'
import { showMismatch } from './verdict/mismatch.ts'

const PER_DAY = 50_000 / 90
/** Every put of an engine is on a disk and found only after a refresh. */
const PER_DAY_ON_ENGINES = 130
const SHOWN = 5

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '90' },
    seed: { type: 'string', default: '1' },
    comments: { type: 'string' },
    /** Kafka and Elasticsearch instead of SQLite. */
    engines: { type: 'boolean', default: false },
    show: { type: 'string', default: String(SHOWN) }
  }
})

const days = Number(values.days)
const seed = Number(values.seed)
const comments = Number(values.comments ?? Math.round(days * (values.engines ? PER_DAY_ON_ENGINES : PER_DAY)))
const began = performance.now()
const seconds = () => (performance.now() - began) / 1000
const progress = (text: string) => process.stderr.write(`${text}, ${Math.round(seconds())} s\n`)

const found = values.engines ? await (await import('./engines.ts')).findEngines() : undefined
const run = await simulate({ days, seed, comments, progress, ...(found && { engines: found }) })
await found?.stop()
const verdict = compare(run)
process.stdout.write(`${table(run, verdict, seconds())}\n`)
for (const mismatch of verdict.mismatches.slice(0, Number(values.show)))
  process.stdout.write(`\n${showMismatch(mismatch)}\n`)
process.exitCode = verdict.mismatches.length === 0 ? 0 : 1
