import { createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { EMBEDDED_KINDS } from './embedded/kinds.ts'
import { KINDS } from './kinds/all.ts'
import type { Outcome } from './outcome.ts'
import { told } from './table.ts'
import { isGood } from './town/verdict.ts'
import { inOneFolder } from './world-embedded.ts'
import { onEngines } from './world-engines.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    /** On the engines; in one folder a tenth of it. */
    faults: { type: 'string', default: '210' },
    /** No more faults are begun after so long; in one folder after an eighth of it. */
    minutes: { type: 'string', default: '24' },
    /** `engines`, `embedded`, or both. */
    world: { type: 'string', default: 'both' },
    /** At most so many faults that take an engine down. */
    engines: { type: 'string', default: '8' },
    /** Names the kinds, and ends. */
    kinds: { type: 'boolean', default: false },
    /** Only kinds whose names contain one of these, separated by commas. */
    only: { type: 'string' },
    /** One process of most services only. */
    lean: { type: 'boolean', default: false },
    /** What the services say goes to this file. */
    keep: { type: 'string' }
  }
})

const only = values.only?.split(',')
const isWanted = (name: string) => only?.some(one => name.includes(one)) ?? true
const named = (kinds: readonly { name: string }[]) => kinds.map(({ name }) => `  ${name}\n`).join('')
if (values.kinds) {
  process.stdout.write(`on Kafka and Elasticsearch:\n${named(KINDS)}in one folder:\n${named(EMBEDDED_KINDS)}`)
  process.exit()
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const seed = Number(values.seed)
const faults = Number(values.faults)
const within = Number(values.minutes) * 60_000
const began = performance.now()
const progress = (text: string) => process.stderr.write(`${text}\n`)
progress(`seed ${seed}`)

const said = values.keep === undefined ? undefined : createWriteStream(values.keep)
const of = { seed, isWanted, progress, ...(said && { onLine: (line: string) => void said.write(`${line}\n`) }) }
const worlds: Record<string, () => Promise<Outcome>> = {
  embedded: () => inOneFolder({ ...of, faults: Math.ceil(faults / 10), within: within / 8 }),
  engines: () => onEngines({ ...of, faults, within, heavy: Number(values.engines), isLean: values.lean })
}

for (const [world, run] of Object.entries(worlds)) {
  if (values.world !== 'both' && values.world !== world) continue
  const outcome = await run()
  const minutes = (performance.now() - began) / 60_000
  process.stdout.write(`${told(outcome, { world, minutes, seed })}\n`)
  if (!outcome.verdict || !isGood(outcome.verdict)) process.exitCode = 1
}
said?.end()
