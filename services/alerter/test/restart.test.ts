import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { acknowledge } from '@huiyin/domain/commands.ts'
import t, { type Test } from 'tap'
import { BUSY, DUE, HOUR, kinds, LI, MINUTE, NINE, type OfficeOptions, office } from './office.ts'

type Run = ReturnType<typeof office>

/** Runs an office on the store in a folder, and ends it; each run is another process. */
async function run(folder: string, of: OfficeOptions, work: (office: Run) => Promise<void>): Promise<Run> {
  const { store, close } = await openSqlite({ folder })
  const one = office({ ...of, store })
  try {
    await work(one)
  } finally {
    await one.desk.publisher.idle()
    await close()
  }
  return one
}

/** Two runs over one folder: what the first did, then what the second told. */
async function restarted(t: Test, of: OfficeOptions, before: (office: Run) => Promise<void>, ...then: number[]) {
  const folder = t.testdir({})
  const first = await run(folder, of, before)
  const second = await run(folder, { ...of, answers: [] }, async ({ at }) => {
    for (const instant of then) await at(instant)
  })
  return { first, second }
}

const rungs = (told: Run['told']) => told.map(({ alert: { kind, rung, repeat } }) => `${kind} ${rung}/${repeat}`)

t.test('after a restart in the middle (R35)', async t => {
  t.test('what waited for its channel leaves when its time comes, once', async t => {
    const busy = async ({ arrives, at }: Run) => {
      await arrives(1)
      await at(DUE)
    }
    const { first, second } = await restarted(t, { answers: [BUSY] }, busy, DUE + HOUR - 1, DUE + HOUR, DUE + HOUR + 1)
    t.same([kinds(first.told), kinds(second.told)], [['breach'], ['breach']])
    t.match(second.told, [{ alert: { id: first.told[0]?.alert.id }, perhapsRepeated: false }])
  })

  t.test('the ladder goes on at the rung where it stood, and tells none twice', async t => {
    const breached = async ({ arrives, at }: Run) => {
      await arrives(1)
      await at(DUE)
    }
    const { first, second } = await restarted(t, {}, breached, DUE + HOUR, DUE + 2 * HOUR, DUE + 24 * HOUR)
    t.same(rungs(first.told), ['breach 0/0'])
    t.same(rungs(second.told), ['breach 1/0', 'breach 2/0'])
  })

  t.test('an acknowledgement that runs out is still noticed', async t => {
    const owned = async ({ arrives, at, acts, setNow }: Run) => {
      const id = await arrives(1, { urgent: true })
      await at(NINE)
      setNow(NINE + 5 * MINUTE)
      await acts(id, acknowledge({ actor: LI, id: 'k' }))
    }
    const { second } = await restarted(t, {}, owned, NINE + 19 * MINUTE, NINE + 20 * MINUTE)
    t.same(rungs(second.told), ['urgent 0/1'])
  })

  t.test('what quiet hours had gathered is told at the opening, in one digest', async t => {
    const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '08:00' }]
    const quietHours = { version: '1', zone: 'Asia/Shanghai', weekly } as const
    const morning = Date.parse('2026-11-24T08:00:00+08:00')
    const night = async ({ arrives, at }: Run) => {
      for (const n of [1, 2]) await arrives(n, { publishedAt: NINE - 10 * HOUR })
      for (const hour of [0, 2, 10, 13, 14]) await at(NINE + hour * HOUR)
    }
    const { first, second } = await restarted(t, { quietHours: { ...quietHours } }, night, morning - 1, morning)
    t.same(first.digests, [])
    t.match(second.digests, [{ of: { why: 'quiet-hours' } }])
    t.same([...new Set(second.digests[0]!.notices.map(({ alert }) => alert.ticket))].length, 2)
  })

  t.test('a warning that stood in the ledger only is told, and the next ones come as before', async t => {
    const mute = async ({ arrives, at, ports }: Run) => {
      ports.mayAlert = async () => false
      await arrives(1)
      await at(NINE + 12 * HOUR)
    }
    const { first, second } = await restarted(t, {}, mute, NINE + 12 * HOUR + 1000, NINE + 20 * HOUR, NINE + 23 * HOUR)
    t.same(first.told, [])
    t.same(kinds(second.told), ['warn 12', 'warn 4', 'warn 1'])
  })
})
