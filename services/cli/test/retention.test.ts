import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { comment, puts } from '@huiyin/ports/contracts/fixtures.ts'
import { system } from '@huiyin/schemas/actor.ts'
import t, { type Test } from 'tap'
import { retentionCommand } from '../src/retention-command.ts'
import { allComments, type Office, office } from './house.ts'
import { serve } from './server.ts'

const DAY = 86_400_000

const citizens = (n: number, publishedAt: number) =>
  comment({
    id: `c${n}`,
    root: `c${n}`,
    comment: `c${n}`,
    author: { id: `u${n}` },
    publishedAt,
    ours: false,
    text: `words ${n}`
  })

/** An old comment that opened a ticket, an old one that did not, and a new one. */
async function filled(t: Test): Promise<Office> {
  const here = await office(t)
  const now = Date.now()
  const [asked, praised, fresh] = [
    citizens(1, now - 800 * DAY),
    citizens(2, now - 800 * DAY + 1),
    citizens(3, now - DAY)
  ]
  await here.look(async ({ store, logs, clock, rulebook }) => {
    await store.comments.putEach(puts(asked, praised, fresh))
    const desk = openDesk({ tickets: store.tickets, events: logs.events, clock, rules: rulebook.rules })
    const { firstText: _, firstObservedAt: __, state: ___, classification, ...observation } = asked
    const judged = { ...classification!, label: 'complaint' as const, confidence: 0.99 }
    await act(desk, ticketId(asked), commentArrived(system('desk'), { ...observation, history: false }, judged))
  })
  const imports = join(here.settings.data, 'imports')
  mkdirSync(imports)
  for (const [name, age] of [
    ['old', 40],
    ['new', 1]
  ] as const) {
    const path = join(imports, `${name}.refused.jsonl`)
    writeFileSync(path, '{}')
    utimesSync(path, (now - age * DAY) / 1000, (now - age * DAY) / 1000)
  }
  return here
}

const states = async (here: Office) =>
  Object.fromEntries(
    (await here.look(allComments)).rows.map(({ comment, state, text }) => [comment, `${state} ${text}`.trim()])
  )

const { signal: SIGNAL } = new AbortController()

const retention = async (here: Office, days: string, of: { apply?: boolean } = {}) => {
  Object.assign(process.env, { HUIYIN_DATA: here.settings.data, HUIYIN_COMMENT_DAYS: days })
  return retentionCommand(of, SIGNAL)
}

const apply = { apply: true }

t.test('huiyin retention', async t => {
  t.test('shows what is kept how long and changes nothing', async t => {
    const here = await filled(t)
    const stdout = await retention(here, '365')
    t.match(stdout, /log +30 days/)
    t.match(stdout, /comments +365 days, unless they opened a ticket +3 +2/)
    t.match(stdout, /replies 30 years/)
    t.match(stdout, /logs of the process +190 days/)
    t.match(stdout, /backups +30 days/)
    t.match(stdout, /lines that imports refused +29 days +2 files +1/)
    t.match(stdout, /Nothing was changed/)
    t.match(Object.values(await states(here)), [/words 1/, /words 2/, /words 3/])
  })

  t.test('applied, leaves a stub of what asked for nothing and is old, and of nothing else', async t => {
    const here = await filled(t)
    const stdout = await retention(here, '365', apply)
    t.match(stdout, /lines that imports refused: 1\ncomments of no ticket, stubs now: 1/)
    t.same(await states(here), { c1: 'visible words 1', c2: 'erased', c3: 'visible words 3' })
    t.notOk(existsSync(join(here.settings.data, 'imports', 'old.refused.jsonl')))
    t.ok(existsSync(join(here.settings.data, 'imports', 'new.refused.jsonl')))
    t.match(await retention(here, '365', apply), /Nothing was over its time/)
  })

  t.test('keeps comments for ever unless somebody says otherwise', async t => {
    const here = await filled(t)
    t.match(await retention(here, '0'), /comments +for ever/)
    await retention(here, '0', apply)
    t.equal((await states(here)).c2, 'visible words 2')
  })

  t.test('asks the house that runs', async t => {
    const here = await filled(t)
    await serve(t, here)
    t.match(await retention(here, '0', apply), /lines that imports refused: 1/)
  })
})
