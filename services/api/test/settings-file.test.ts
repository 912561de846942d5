import { DEFAULT_REPLY_LISTS } from '@huiyin/domain/reply-check/default-lists.ts'
import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { SettingsFile } from '@huiyin/schemas/api-settings.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { Compile } from 'typebox/compile'
import { readYaml, writeYaml } from '../src/settings/yaml.ts'
import { enter, HOUR, type House, openHouse, type Person } from './house.ts'

const BOSS = { id: 'boss', name: '钱主任', role: 'administrator' }
const YAML = { 'content-type': 'text/yaml', 'sec-fetch-site': 'same-origin' }

async function openOffice(t: Test) {
  const house = await openHouse(t)
  return { house, boss: await enter(house, BOSS) }
}

const exported = async ({ get }: Person, query = '') => (await get(`/api/settings/export.yaml${query}`)).body

const imported = ({ app }: House, { cookie }: Person, text: string, query = 'dryRun=true') =>
  app.inject({ method: 'POST', url: `/api/settings/import?${query}`, headers: { ...YAML, cookie }, payload: text })

/** As a person does: first the dry run, then with its digest. */
async function taken(house: House, boss: Person, text: string) {
  const dry = await imported(house, boss, text)
  return imported(house, boss, text, `digest=${dry.json().digest}`)
}

const outcomes = (answer: { json: () => { items: { what: string; id: string; outcome: string }[] } }) =>
  answer.json().items.map(({ what, id, outcome }) => `${what} ${id}: ${outcome}`)

/** One of everything that a house keeps. */
async function furnished(t: Test) {
  const { house, boss } = await openOffice(t)
  const { now } = house.time
  const ok = async (answer: ReturnType<Person['put']>) => {
    const { statusCode, body } = await answer
    if (statusCode !== 200) throw new Error(body)
  }
  const places = [{ name: '云溪县' }, { name: '城关镇', within: '云溪县', aliases: ['城关', '- 关: #'] }]
  await ok(boss.put('/api/settings/places', { places }))
  await ok(boss.put('/api/settings/departments', { departments: [{ name: '城关镇政府', places: ['城关镇'] }] }))
  const contacts = [{ channel: 'wecom', address: 'lijing' }]
  await ok(boss.put('/api/people/li', { leave: [], contacts, name: '李静', id: 'li' }))
  const weekly = [{ days: [1, 2], from: '08:00', to: '18:00', people: ['li'] }]
  await ok(
    boss.put('/api/rosters/day', { id: 'day', name: '白班', zone: 'Asia/Shanghai', weekly, dated: [], handOver: 0 })
  )
  await ok(boss.put('/api/duties/城关镇政府', { department: '城关镇政府', head: 'li', roster: 'day', contacts: [] }))
  const quiet = [{ days: [1, 2, 3, 4, 5], from: '22:00', to: '07:00' }]
  await ok(boss.put('/api/quiet-hours', { version: 'q1', zone: 'Asia/Shanghai', weekly: quiet }))
  await ok(boss.post('/api/calendars', { ...DEFAULT_RULES.calendars.at(-1)!, version: '7', effectiveFrom: now - HOUR }))
  await ok(boss.post('/api/policies', { ...DEFAULT_POLICY, version: 'p-1', effectiveFrom: now }))
  await ok(boss.post('/api/policies', { ...DEFAULT_POLICY, version: 'p-2', effectiveFrom: now, reviewBelow: 0.5 }))
  const rungs = [{ after: 0, to: [{ kind: 'channel', channel: 'wecom' }], by: ['wecom'], untilAcknowledged: true }]
  const ladder = {
    id: 'urgent',
    version: '1',
    effectiveFrom: now,
    for: ['breached'],
    urgent: true,
    keepsQuietHours: false
  }
  await ok(boss.put('/api/ladders/urgent', { ...ladder, rungs }))
  const sensitive = [{ word: '保证', severity: 'warn' as const }]
  await ok(boss.put('/api/reply-lists', { ...DEFAULT_REPLY_LISTS, sensitive }))
  const template = { version: 1, name: '感谢', kind: 'interim', text: '收到，\n谢谢。 ', effectiveFrom: now }
  await ok(boss.put('/api/templates/thanks', template))
  await ok(boss.put('/api/templates/thanks', { ...template, version: 2, text: '{{citizen}}，您好' }))
  const account = {
    platform: 'weibo',
    id: '10011',
    name: '云溪',
    since: 0,
    credentials: { accessToken: 'S'.repeat(32) }
  }
  await house.book.add({ ...account, platform: 'weibo' }, { by: BOSS })
  return { house, boss }
}

t.test('the file of settings', async t => {
  t.test('holds all that the house keeps and no secret, and the log has who took it', async t => {
    const { boss, house } = await furnished(t)
    const told: unknown[] = []
    const { append } = house.events
    house.events.append = events => {
      told.push(...events.map(({ type, ticket, actor }) => ({ type, ticket, actor: actor.id })))
      return append(events)
    }
    const answer = await boss.get('/api/settings/export.yaml')
    t.match(answer.headers, { 'content-type': /^text\/yaml/, 'content-disposition': /attachment/ })
    t.match(readYaml(answer.body).value, {
      'huiyin-settings': 1,
      departments: [{ name: '城关镇政府' }],
      people: [{ id: 'li', contacts: [{ address: 'lijing' }] }],
      policies: [{ version: 'p-1' }, { version: 'p-2' }],
      templates: [{ id: 'thanks', version: 1 }, { version: 2 }],
      accounts: [{ platform: 'weibo', id: '10011' }]
    })
    t.notMatch(answer.body, /SSSS|accessToken|credentials|sealed/)
    t.same(told, [{ type: 'exported', ticket: 'export/settings', actor: 'boss' }])
    t.equal(
      await exported(boss, '?what=quiet-hours'),
      writeYaml({
        'huiyin-settings': 1,
        'quiet-hours': {
          version: 'q1',
          weekly: [{ from: '22:00', to: '07:00', days: [1, 2, 3, 4, 5] }],
          zone: 'Asia/Shanghai'
        }
      })
    )
  })

  t.test('of a full house, taken into an empty one, comes out of it as the same text', async t => {
    const text = await exported((await furnished(t)).boss)
    const { house, boss } = await openOffice(t)
    const dry = await imported(house, boss, text)
    t.ok(
      outcomes(dry).every(outcome => outcome.endsWith(': new')),
      dry.body.slice(0, 2000)
    )
    t.equal(await exported(boss), writeYaml({ 'huiyin-settings': 1 }), 'a dry run changes nothing')
    t.same(await house.store.records.list('setting', { atMost: 10 }), [])

    const real = await imported(house, boss, text, `digest=${dry.json().digest}`)
    t.same([real.statusCode, real.json().dryRun, outcomes(real)], [200, false, outcomes(dry)], real.body.slice(0, 2000))
    t.equal(await exported(boss), text)
    t.ok(outcomes(await imported(house, boss, text)).every(outcome => outcome.endsWith(': unchanged')))
    t.match((await boss.get('/api/settings/people/li/revisions')).json().rows, [
      { n: 1, how: 'imported', by: { id: 'boss' } }
    ])
  })

  t.test('makes accounts that are paused until they have credentials', async t => {
    const text = await exported((await furnished(t)).boss, '?what=accounts')
    const { house, boss } = await openOffice(t)
    await taken(house, boss, text)
    t.match(house.book.rows(), [{ state: 'paused', credentials: [] }])
    t.match((await boss.post('/api/accounts/weibo/10011/resume')).json(), { status: 422, code: 'ACCOUNT_INVALID' })
    const [{ tag, account }] = (await boss.get('/api/accounts')).json().rows
    const { platform: _, id: __, paused: ___, ...rest } = account
    const filled = { ...rest, credentials: { accessToken: 'T'.repeat(32) } }
    t.equal((await boss.put('/api/accounts/weibo/10011', filled, { 'if-match': tag })).statusCode, 200)
    t.match((await boss.post('/api/accounts/weibo/10011/resume')).json(), { state: 'active' })
  })

  t.test('is taken in only as it was in the dry run', async t => {
    const { house, boss } = await furnished(t)
    const text = (await exported(boss)).replace('李静', '李静静')
    t.match((await imported(house, boss, text, '')).json(), { status: 428, code: 'SEEN_MISSING' })
    const dry = await imported(house, boss, text)
    const changed = dry.json().items.filter(({ outcome }: { outcome: string }) => outcome !== 'unchanged')
    t.match(changed, [
      { what: 'people', id: 'li', outcome: 'changed', changes: [{ path: 'name', from: '李静', to: '李静静' }] }
    ])
    const [{ tag }] = (await boss.get('/api/people')).json().rows
    await boss.put('/api/people/li', { id: 'li', name: '李', contacts: [], leave: [] }, { 'if-match': tag })
    const late = await imported(house, boss, text, `digest=${dry.json().digest}`)
    t.match(late.json(), { status: 409, code: 'SOMEBODY_WAS_FASTER' })
    t.match((await boss.get('/api/people')).json().rows, [{ name: '李' }])
  })

  t.test('is taken item by item: what is refused says why and on which line, the others are saved', async t => {
    const { house, boss } = await furnished(t)
    const text = [
      'huiyin-settings: 1',
      'people:',
      '  - {id: wu, name: 吴, contacts: [], leave: []}',
      'rosters:',
      '  - id: night',
      '    name: 夜班',
      '    zone: Asia/Shanghai',
      '    weekly: [{days: [1], from: "22:00", to: "06:00", people: [nobody]}]',
      '    dated: []',
      '    handOver: 0',
      'templates:',
      '  - {id: thanks, version: 2, name: 感谢, kind: interim, text: 别的, effectiveFrom: 0}'
    ].join('\n')
    const real = await taken(house, boss, text)
    t.same(outcomes(real), ['people wu: new', 'rosters night: refused', 'templates thanks@2: refused'], real.body)
    t.match(real.json().items, [
      { line: 3 },
      { line: 5, code: 'RULES_INVALID', problems: [{ refuses: true }] },
      { line: 12, code: 'VERSION_EXISTS' }
    ])
    t.match((await boss.get('/api/people')).json().rows, [{ id: 'li' }, { id: 'wu' }])
  })

  t.test('lets versions begin in the past only where the house has none of its own', async t => {
    const { house, boss } = await furnished(t)
    const early = writeYaml({
      'huiyin-settings': 1,
      policies: [{ ...DEFAULT_POLICY, version: 'old', effectiveFrom: 1 }]
    })
    t.match((await taken(house, boss, early)).json().items, [
      { outcome: 'refused', problems: [{ code: 'EFFECTIVE_IN_THE_PAST' }] }
    ])
    const empty = await openOffice(t)
    t.match((await taken(empty.house, empty.boss, early)).json().items, [{ outcome: 'new' }])
  })
})

t.test('what is no such file', async t => {
  const { house, boss } = await openOffice(t)
  const same = async () =>
    JSON.stringify([await exported(boss), await house.store.records.list('setting', { atMost: 10 })])
  const before = await same()

  t.test('is refused with the lines of what is wrong', async t => {
    for (const [text, at] of [
      ['', 'body'],
      ['just text', 'line 1'],
      ['- a list', 'line 1'],
      ['huiyin-settings: 1\npeople:\n  - id: li\n    contacts: []\n    name: 1\n    leave: []\n', 'line 5'],
      ['huiyin-settings: 1\n\nsecrets: [1]\n', 'line 3'],
      [
        'huiyin-settings: 1\naccounts:\n  - platform: weibo\n    id: "1"\n    name: x\n    since: 0\n    credentials: {}\n',
        'line 7'
      ],
      ['huiyin-settings: 2\n', 'line 1'],
      ['huiyin-settings: 1\nplaces: &a [{name: x}]\n', 'line 2'],
      ['huiyin-settings: 1\nplaces: *a\n', 'line 2'],
      ['huiyin-settings: 1\nplaces: !!js/function "x"\n', 'line 2'],
      ['huiyin-settings: 1\nhuiyin-settings: 1\n', 'line 2'],
      ['huiyin-settings: 1\n---\nhuiyin-settings: 1\n', 'body'],
      ['huiyin-settings: 1\nplaces: [{name: "\\ud800"}]\n', 'line 2'],
      ['huiyin-settings: 1\n"__proto__": {places: []}\n', 'line 2'],
      [
        'huiyin-settings: 1\npeople:\n  - {id: a, name: a, contacts: [], leave: []}\n  - {id: a, name: b, contacts: [], leave: []}\n',
        'line 4'
      ],
      ['huiyin-settings: 1\nplaces: [\n', 'line 3']
    ] as const) {
      const answer = await imported(house, boss, text)
      t.equal(answer.statusCode, 400, text)
      if (at !== 'body') t.equal(answer.json().at, at, `${text}\n${answer.body}`)
    }
    t.equal(await same(), before)
  })

  t.test('is refused in no time, however it nests and multiplies', async t => {
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${Array(9).fill(i === 0 ? 'x' : `*a${i - 1}`)}]`)
    for (const text of [
      '['.repeat(500_000),
      '- '.repeat(300_000),
      '{a: '.repeat(200_000),
      '"'.repeat(500_000),
      bomb.join('\n')
    ])
      t.equal((await imported(house, boss, text)).statusCode, 400)
    t.equal((await imported(house, boss, `a: ${'x'.repeat(1024 * 1024)}`)).statusCode, 413)
    t.equal(await same(), before)
  })

  t.test('changes nothing, whatever it says', async t => {
    const token = fc.constantFrom(
      ...'huiyin-settings: 1\n|people:\n|  - |id: a\n|&a |*a |!!x |{|}|[|]|"|\'|: |# |null|\t|- |\n|places|%YAML 1.2\n|---\n|"\\u0000"'.split(
        '|'
      )
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.array(token, { minLength: 1, maxLength: 30 }).map(parts => parts.join(''))
    )
    const isFile = Compile(SettingsFile)
    await fc.assert(
      fc.asyncProperty(text, async text => {
        const answer = await imported(house, boss, text)
        if (answer.statusCode === 200) return isFile.Check(readYaml(text).value)
        return answer.statusCode === 400 && typeof answer.json().detail === 'string'
      }),
      { numRuns: 300, seed: 20261122, endOnFailure: true }
    )
    t.equal(await same(), before)
  })
})

t.test('whatever a value says, its text says the same when it is read', async t => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => text !== '__proto__')
  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
    fc.boolean()
  )
  const { value } = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true })
    )
  }))
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(
        fc.record({ value }),
        whole => JSON.stringify(readYaml(writeYaml(whole)).value) === JSON.stringify(whole)
      ),
      { numRuns: 1000, seed: 20261122 }
    )
  )
})
