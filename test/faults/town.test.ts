import { engines } from '@huiyin/engines/engines.ts'
import t from 'tap'
import { lostFromStore, repeated } from './kinds/answers.ts'
import { readOnly } from './kinds/blocks.ts'
import { kill } from './kinds/kill.ts'
import { again, poison } from './kinds/messages.ts'
import { strike } from './run.ts'
import { tableOf } from './table.ts'
import { openTown } from './town/open.ts'
import { comeToRest, judge } from './town/verdict.ts'

// A short selection; `npm run faults` strikes over two hundred times, with engines of its own that it may kill.
const FAULTS = 6
const SEED = 4
const STAFF = { collector: 1, classifier: 1, desk: 2, responder: 1, alerter: 1, scribe: 1, api: 1 }

const { brokers, elasticsearch, missing, stop } = await engines()
if (stop) t.teardown(stop)

t.test(
  `a town whose office is struck by ${FAULTS} faults on Kafka and Elasticsearch`,
  { skip: process.env.FAULTS ? (missing ?? false) : 'set FAULTS=town to let it run' },
  async t => {
    const town = await openTown({
      ...{ brokers: brokers!, elasticsearch: elasticsearch!, prefix: `faults-${process.pid}` },
      ...{ folder: t.testdir({}), seed: SEED, staff: STAFF }
    })
    t.teardown(town.close)
    const kinds = [kill, lostFromStore, repeated, readOnly, again, poison]
    const limits = { faults: FAULTS, within: 60_000, heavy: 0 }
    const journal = await strike(town, { ...limits, kinds, seed: SEED, progress: text => t.comment(text) })
    await comeToRest(town)
    const { counts, wrong } = await judge(town)
    t.comment(tableOf(journal))
    t.ok(counts.comments > 20 && counts.tickets > 5 && counts.replies > 0, JSON.stringify(counts))
    for (const [what, all] of Object.entries(wrong)) t.same(all, [], `${what} are as they should be`)
  }
)
