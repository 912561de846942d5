import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type House, openHouse } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { freePorts } from '@huiyin/engines/free-ports.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { seeded } from '@huiyin/simulator/random.ts'
import { type Simulator, startSimulator } from '@huiyin/simulator/simulator.ts'
import { accountsAt, officesOf } from '../offices.ts'
import { type Receivers, startReceivers } from '../receivers.ts'
import { type Citizens, openCitizens } from '../town/citizens.ts'
import { type Operators, openOperators } from '../town/operators.ts'
import { hire } from '../town/people.ts'
import { saveRules } from '../town/rules.ts'
import { textsOf } from '../town/texts.ts'
import { type EmbeddedHouse, embeddedHouse } from './house.ts'

const DELAY = 1_000
const PER_SECOND = 1.5
const BETWEEN_ANSWERS = 1_000
/** Those who are told take so long to answer as a robot across a network. */
const THINKS = 200

/** A town whose office is one process over one folder. */
export interface EmbeddedTown {
  simulator: Simulator
  receivers: Receivers
  citizens: Citizens
  operators: Operators
  office: EmbeddedHouse
  /** The folder that it owns. */
  folder: string
  path: string
  /** For copies of it. */
  spare: string
  now: () => number
  /** The machine sleeps for so long, in ms. */
  sleep: (ms: number) => Promise<void>
  /** The same house in this process, while the other does not run. */
  inside: <T>(work: (house: House) => Promise<T>) => Promise<T>
  rest: () => Promise<void>
  close: () => Promise<void>
}

export interface EmbeddedOptions {
  folder: string
  spare: string
  seed: number
  /** What the house says. */
  onLine?: (line: string) => void
}

export async function openEmbeddedTown(options: EmbeddedOptions): Promise<EmbeddedTown> {
  const { folder, spare, seed, onLine } = options
  const begun = Date.now()
  let slept = 0
  const clock = { now: () => Date.now() + slept }
  const receivers = await startReceivers(THINKS)
  const simulator = await startSimulator({ clock, offices: officesOf(1), seed, citizens: { count: 300 } })
  const posts = simulator.world.offices.flatMap(({ platform, id: account }) =>
    ['一', '二'].map(n => simulator.control.publishPost({ platform, account, title: `便民通告第${n}期` }))
  )
  const accounts = accountsAt(simulator, simulator.url, { now: begun, delay: DELAY })
  const file = join(folder, 'config.json')
  await mkdir(folder, { recursive: true })
  await writeFile(file, JSON.stringify({ accounts, channels: receivers.channelsOf(0) }))
  const environment = {
    HUIYIN_CONFIG: file,
    HUIYIN_DATA: join(folder, 'data'),
    HUIYIN_KEY: randomBytes(32).toString('base64'),
    HUIYIN_ALLOW_PRIVATE: '127.0.0.1',
    HUIYIN_DEMO: 'off',
    HUIYIN_LOG_LEVEL: 'warn'
  }
  const office = join(folder, 'data/office')
  const inside: EmbeddedTown['inside'] = async work => {
    const house = await openHouse({ settings: await readSettings(environment), folder: office, logger: silent, clock })
    try {
      await Promise.all([house.rulebook.refresh(), house.accounts.refresh()])
      return await work(house)
    } finally {
      await house.close()
    }
  }
  await inside(async house => {
    await saveRules(house, begun)
    await hire(house)
  })
  const [port] = await freePorts(1)
  const running = embeddedHouse(environment, port!, onLine)
  await running.start()
  const resting = new AbortController()
  const operators = openOperators([running.url], { random: seeded(seed + 1), signal: resting.signal })
  const citizens = openCitizens(simulator, posts, { texts: textsOf(seed), random: seeded(seed + 2) })
  const busy = [citizens.live(PER_SECOND, resting.signal), operators.work(BETWEEN_ANSWERS)]

  return {
    ...{ simulator, receivers, citizens, operators, inside, office: running, folder: office, spare, now: clock.now },
    path: join(office, 'huiyin.db'),
    async sleep(ms) {
      slept += ms
      await running.tell({ slept })
    },
    async rest() {
      resting.abort()
      await Promise.all(busy)
    },
    async close() {
      resting.abort()
      await Promise.allSettled(busy)
      await running.end('SIGKILL')
      await Promise.all([simulator.close(), receivers.close()])
    }
  }
}
