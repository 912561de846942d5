import { parseArgs } from 'node:util'
import { explain } from '@huiyin/adapters/process.ts'
import { figure, machine, table, verdict } from '../bench/machine.ts'
import { runCrowd } from './run.ts'
import { figuresOf, wrongIn } from './verdict.ts'

// `npm run crowd [-- --people 50 --tickets 20 --seconds 60 --rate 2000 --engines]`

const GOAL = 1_000 // ms within which an act is answered in the 99th percentile

try {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '50' },
      tickets: { type: 'string', default: '20' },
      seconds: { type: 'string', default: '60' },
      rate: { type: 'string', default: '2000' },
      engines: { type: 'boolean', default: false }
    }
  })
  const [people, tickets, seconds, rate] = [values.people, values.tickets, values.seconds, values.rate].map(Number) as [
    number,
    number,
    number,
    number
  ]
  const { engines } = values
  process.stdout.write(`${engines ? 'Kafka and Elasticsearch' : 'SQLite'}\n${machine()}\n`)
  const crowd = await runCrowd({ people, tickets, seconds, rate, engines })
  const wrong = wrongIn(crowd)
  const { acts, taken, refused, p50, p99, max, poured, mostBehind } = figuresOf(crowd)
  const rows = [
    [`${people} people on ${tickets} tickets for ${seconds} s`, ''],
    ['acts', figure(acts)],
    ['taken', figure(taken)],
    ['refused, with the name of who was first', figure(refused)],
    ['answered, median ms', figure(p50)],
    [`answered, 99th percentile ms (goal ${figure(GOAL)}: ${verdict(p99 < GOAL)})`, figure(p99)],
    ['answered, slowest ms', figure(max)],
    ['comments that came meanwhile', figure(poured)],
    ['of which waited at most', figure(mostBehind)],
    ['wrong', figure(wrong.length)]
  ]
  process.stdout.write(`${table(rows)}\n${wrong.slice(0, 50).join('\n')}\n`)
  process.exitCode = wrong.length > 0 ? 1 : 0
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
