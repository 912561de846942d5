import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openHouse } from '@huiyin/adapters/house.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { seeded } from '@huiyin/simulator/random.ts'
import { startSimulator } from '@huiyin/simulator/simulator.ts'
import t from 'tap'
import { generate } from '../bench/generate.ts'
import { answerSome } from './answers.ts'
import { citizens } from './citizens.ts'
import { allPassed, becameOf, collectedRows, type Differences, differences } from './collected.ts'
import { type Processes, startProcesses } from './collectors.ts'
import { openGate } from './gates.ts'
import { figures, killOften, lastOf, seconds, until } from './kills.ts'
import { accountsAt, officesOf } from './offices.ts'

// `npm run faults:suites` takes all of it.
const LONG = process.env.FAULTS === 'long'
const COMMENTS = LONG ? 5_000 : 300
const OVER = LONG ? 300_000 : 15_000
const KILLS = LONG ? 100 : 10
const REPLIES = LONG ? 200 : 20
const OFFICES_EACH = 3
const POSTS_EACH = LONG ? 3 : 2
/** How long a comment may stand unseen on average, in ms. */
const DELAY = 1_500
/** Of the kills so many come while citizens write, the others while posts are read through again. */
const WHILE_WRITING = 0.8
/**
 * Complete passes are 15 minutes apart and two of them tell a deletion; that a reply never reached its platform is
 * believed after 10. So the clock is moved on, by so many quarters of an hour with kills, and one without.
 */
const QUARTERS = 2
const QUARTER = 16 * 60_000
/** The kills of a quarter come within so long, in ms. */
const PER_QUARTER = LONG ? 30_000 : 3_000

t.setTimeout(LONG ? 900_000 : 300_000)

const { brokers, elasticsearch, missing, stop } = await engines()
if (stop) t.teardown(stop)

const name = `${COMMENTS} comments and ${REPLIES} replies while three collectors and two responders are killed ${KILLS} times`
t.test(name, { skip: missing ?? false }, async t => {
  const begun = Date.now()
  let processes: Processes | undefined
  const clock = { now: () => Date.now() + (processes?.ahead() ?? 0) }
  const simulator = await startSimulator({ clock, offices: officesOf(OFFICES_EACH) })
  t.teardown(simulator.close)
  const posts = simulator.world.offices.flatMap(({ platform, id: account }) =>
    Array.from({ length: POSTS_EACH }, (_, n) =>
      simulator.control.publishPost({ platform, account, title: `便民通告第${n + 1}期` })
    )
  )
  const folder = t.testdir({})
  const key = randomBytes(32).toString('base64')
  const environmentAt = async (name: string, api: string) => {
    const file = join(folder, `${name}.json`)
    await writeFile(file, JSON.stringify({ accounts: accountsAt(simulator, api, { now: begun, delay: DELAY }) }))
    return {
      HUIYIN_LOG: `kafka://${brokers}`,
      HUIYIN_STORE: elasticsearch!,
      HUIYIN_PREFIX: `collectors-${process.pid}`,
      HUIYIN_CONFIG: file,
      HUIYIN_DATA: folder,
      HUIYIN_KEY: key,
      HUIYIN_LOG_LEVEL: 'error'
    }
  }
  const direct = await environmentAt('direct', simulator.url)
  const house = await openHouse({ settings: await readSettings(direct), folder, logger: silent, clock })
  t.teardown(() => house.close())
  await Promise.all([house.rulebook.refresh(), house.accounts.refresh()])
  const mortal = ['collector', 'collector', 'collector', 'responder', 'responder'].map(async (service, n) => {
    const gate = await openGate(simulator.url)
    t.teardown(gate.close)
    return { service, gate, environment: await environmentAt(`${service}-${n}`, gate.url) }
  })
  const others = ['classifier', 'desk'].map(service => ({ service, environment: direct }))
  processes = startProcesses([...(await Promise.all(mortal)), ...others])
  t.teardown(processes.stop)
  await until('the first passes', () => allPassed(house, 1), processes)

  const random = seeded(5)
  const texts = Array.from(generate(COMMENTS, { seed: 5, repeats: false }), ({ text }) => text)
  const collected = async () => new Set((await collectedRows(house)).map(({ id }) => id))
  const { written, live } = citizens(simulator, posts, { texts, over: OVER, random, collected })
  const from = Date.now()
  const mayAnswer = (ids: readonly string[]) =>
    ids.every(id => written().some(one => one.id === id && one.fate === 'stays'))
  const due = () => Math.ceil((REPLIES * (Date.now() - from)) / OVER)
  const whileWriting = Math.round(KILLS * WHILE_WRITING)
  const [approved] = await Promise.all([
    answerSome(house, { count: REPLIES, due, mayAnswer }),
    live(),
    killOften(processes, whileWriting, OVER)
  ])
  t.comment(`all is written and approved after ${seconds(begun)} s`)
  for (let quarter = 1; quarter <= QUARTERS + 1; quarter++) {
    const since = clock.now() + QUARTER // taken before: whoever hears of it first begins before the last has heard
    await processes.pass(QUARTER)
    if (quarter <= QUARTERS) await killOften(processes, (KILLS - whileWriting) / QUARTERS, PER_QUARTER)
    await until('complete passes', () => allPassed(house, since), processes)
    t.comment(`quarter ${quarter} has passed after ${seconds(begun)} s`)
  }
  const lastKill = Date.now()
  const state = async () => ({
    found: differences(await collectedRows(house), written()),
    replies: await becameOf(house, simulator.world, approved)
  })
  const { found, replies } = await lastOf(
    state,
    ({ found, replies }) => isNone(found) && replies.every(({ state }) => state === 'confirmed')
  )
  t.comment(figures(processes.kills()))
  t.comment(`all in its place ${seconds(lastKill)} s after the last kill; ${seconds(begun)} s in all`)

  t.test('leave every comment once in the store, with its words', async t => {
    t.equal(written().length, COMMENTS)
    const { missing, twice, unknown, otherWords } = found
    t.same({ missing, twice, unknown, otherWords }, { missing: [], twice: [], unknown: [], otherWords: [] })
  })
  t.test('have every edit and every deletion noticed, and nothing that was not', async t => {
    const count = (fate: string) => written().filter(one => one.fate === fate).length
    t.comment(`${count('edited')} edited, ${count('deleted')} deleted`)
    t.ok(count('edited') > 0 && count('deleted') > 0)
    const { editsUnseen, deletionsUnseen, deletedByMistake } = found
    t.same(
      { editsUnseen, deletionsUnseen, deletedByMistake },
      { editsUnseen: [], deletionsUnseen: [], deletedByMistake: [] }
    )
  })
  t.test('bring every reply to its platform once, and confirm it in its ticket', async t => {
    t.equal(replies.length, REPLIES)
    t.same(
      replies.filter(({ times, state }) => times !== 1 || state !== 'confirmed'),
      []
    )
  })
  t.test('end by nothing else', async t => t.same(processes.fallen(), []))
  t.test('are killed in the middle of requests', async t => {
    t.equal(processes.kills().length, KILLS)
    t.ok(processes.kills().some(({ moment }) => moment))
  })
})

const isNone = (found: Differences) => Object.values(found).every(({ length }) => length === 0)
