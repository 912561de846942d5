import { type Action, rowOf, type Scope } from '@huiyin/domain/roles/table.ts'
import { makeLetterDeliveries, sendLetter } from '@huiyin/ports/letters.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import { ROLES, type Role } from '@huiyin/schemas/role.ts'
import t from 'tap'
import { bodyOf, type OpenApi, type Operation, operationsOf } from '../../services/api/test/fuzz/operations.ts'
import { isAboutOne, nameOf, requestAbout } from '../../services/api/test/walk/requests.ts'
import { OWN, personOf, type Side, sideOf } from '../../services/api/test/walk/town.ts'
import { keepAppraised } from './appraised.ts'
import type { Json } from './client.ts'
import { foreignNames, foreignThings, MARK } from './foreign-things.ts'
import { besiege } from './siege.ts'

/**
 * Every route that takes an id is asked, by everybody whom the table of roles lets do it within limits only, about what
 * lies beyond them. Routes and roles are read from the table: a new one is attacked from the day it is there.
 */

const CAN: Capabilities = {
  ...{ inbox: false, comments: true, posts: true, counts: true, lookUp: 0, followUp: false },
  ...{ reply: true, replyAgain: false, replace: true, deleteReply: true, deleteComment: true, elect: true },
  ...{ replyLimit: 140, readBack: true }
}

const siege = await besiege(t, { accounts: () => ({ name: '云溪发布', replyLimit: 140, can: CAN }) })
const { house, routes, at, warned } = siege
const foreign = await foreignThings(siege)
const operations = operationsOf((await at('/api/openapi.json')).json() as OpenApi)

const limitsOf = (role: Role, action: Action | undefined): Scope[] => {
  if (!action) return []
  const { may } = rowOf(action)
  return [may.everybody, may[role]].filter(scope => scope !== undefined)
}
const isLimited = (scopes: readonly Scope[]) => scopes.length > 0 && !scopes.includes('all')
const actionOf = (operation: Operation) => routes.get(nameOf(operation))?.action
const limited = (operation: Operation) => ROLES.filter(role => isLimited(limitsOf(role, actionOf(operation))))

const cookies = new Map<string, string>()
for (const role of ROLES) cookies.set(role, await siege.cookieOf(personOf(role)))

/** A search says how it was read: that is what they wrote themselves. */
const OWN_WORDS = /"understood":\{[^}]*\}/

/** Asks as somebody of that role; what is refused to them tells nothing of what is foreign. */
async function attack(role: Role, { method, url, headers, payload }: ReturnType<typeof requestAbout>) {
  const answer = await at(url, {
    method,
    headers: { ...headers, cookie: cookies.get(role) },
    ...(payload && { body: payload })
  })
  return { ...answer, leaks: answer.body.replace(OWN_WORDS, '').includes(MARK) }
}

const documentsOf = async ({ ticket, other }: Side) =>
  JSON.stringify((await house.store.tickets.getMany([ticket, other])).map(found => found?.document))

t.test('what is of another account and another department', async t => {
  const before = await documentsOf(foreign)

  t.test('is refused by every route that names it, to everybody who is limited to their own', async t => {
    warned()
    const answers: string[] = []
    for (const operation of operations.filter(isAboutOne)) {
      for (const role of limited(operation)) {
        const { status, leaks, body } = await attack(role, requestAbout(operation, foreign))
        const refused = (status === 403 || status === 404) && !leaks
        answers.push(refused ? `${status}` : `${role}: ${nameOf(operation)}: ${body}`)
      }
    }
    t.same([...new Set(answers)].toSorted(), ['403'])
    t.ok(answers.length > 200, `${answers.length} requests`)
    t.equal(warned().length, answers.filter(one => one === '403').length, 'each is in the log')
  })

  t.test('is not reached through one’s own either, by no id in a path or a body', async t => {
    const answers: string[] = []
    const own = await sideOf(house, OWN)
    for (const operation of operations.filter(isAboutOne)) {
      const names = foreignNames(foreign, bodyOf(operation.described) ?? {})
      const parts = Array.from(operation.path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).slice(1)
      const unknown = parts.filter(name => name !== 'other' && !(name in (foreign.parts ?? {})))
      if (operation.path.startsWith('/api/tickets/') && unknown.length > 0)
        t.fail(`${nameOf(operation)}: say in foreign-things.ts how a ticket comes by one, and its id`)
      const within = operation.path.startsWith('/api/tickets/') && parts.some(name => name !== 'clock')
      const crossings = [
        ...(within ? [{}] : []),
        ...(operation.path.startsWith('/api/tickets/')
          ? Object.entries(names).map(([name, id]) => ({ [name]: id }))
          : [])
      ]
      for (const crossing of crossings) {
        for (const role of limited(operation)) {
          const side = { ...own, other: foreign.ticket, parts: foreign.parts ?? {} }
          const request = requestAbout(operation, side)
          const { lastTurn } = (await house.store.tickets.get(own.ticket))!.document
          const { 'if-match': seen, ...headers } = request.headers
          const answer = await attack(role, {
            ...request,
            headers: { ...headers, ...(seen && { 'if-match': `"${lastTurn}"` }) },
            ...(request.payload && { payload: { ...request.payload, ...crossing } })
          })
          const refused = answer.status >= 400 && answer.status < 500 && !answer.leaks
          const said = `${role}: ${nameOf(operation)} ${Object.keys(crossing)}: ${answer.status} ${answer.body}`
          answers.push(refused ? 'refused' : said)
        }
      }
    }
    t.same([...new Set(answers)], ['refused'])
    t.ok(answers.length > 60, `${answers.length} requests`)
  })

  t.test('stands in no list of theirs, whatever they search for', async t => {
    const answers: string[] = []
    const lists = operations.filter(one => one.method === 'GET' && !one.path.includes('{') && !/events$/.test(one.path))
    for (const operation of lists) {
      const searches = operation.described.parameters?.some(({ name }) => name === 'q')
      const queries = ['', ...(searches ? [`?q=${encodeURIComponent(MARK)}`] : [])]
      for (const role of limited(operation)) {
        for (const query of queries) {
          const { status, leaks } = await attack(role, {
            ...requestAbout(operation, foreign),
            url: operation.path + query
          })
          answers.push(leaks || status >= 500 ? `${role}: ${nameOf(operation)}${query}: ${status}` : 'not there')
        }
      }
    }
    t.same([...new Set(answers)], ['not there'])
    t.ok(answers.length > 50, `${answers.length} requests`)
  })

  t.equal(await documentsOf(foreign), before, 'and is as it was')
})

t.test('bulk work reaches nothing foreign, neither by ids nor by the list of somebody else', async t => {
  const before = await documentsOf(foreign)
  const asks = (cookie: string | undefined, key: string, body: object) =>
    siege.post('/api/jobs', { act: { type: 'dismiss', reason: '重复' }, ...body }, { cookie, 'idempotency-key': key })
  const chief = await siege.cookieOf({ id: 'chief', name: '钱', role: 'head' })
  const list = (await asks(chief, 'j1', { on: { ids: [foreign.ticket] }, dryRun: true })).json().dryRun
  t.match(list, { total: 1, changed: 1 })
  for (const role of ['editor', 'head']) {
    const cookie = cookies.get(role)
    const tried = await asks(cookie, `${role}-1`, { on: { ids: [foreign.ticket, foreign.other] }, dryRun: true })
    t.match(tried.json().dryRun, { changed: 0, refused: 2 }, role)
    t.notOk(tried.body.includes(MARK), role)
    t.ok((await asks(cookie, `${role}-2`, { on: { list: list.list } })).status >= 400, role)
  }
  t.equal(await documentsOf(foreign), before)
})

type Victim = (path: string, body?: object, method?: string) => Promise<Json>
/** Something that is somebody’s own: how they come by it, and how it shows to them. */
type Owned = {
  make: (victim: Victim) => Promise<string>
  shown: string
  perPerson?: true
  more?: Record<string, string>
}

const SEARCH: Owned = {
  make: async victim => {
    const body = { name: MARK, what: 'tickets', q: MARK, tell: 'never' }
    return (await victim('/api/searches/victims', body, 'PUT')).key
  },
  shown: '/api/searches',
  perPerson: true
}

const VIEW: Owned = {
  make: async victim => (await victim('/api/views/secret', { name: MARK, query: {} }, 'PUT')).id,
  shown: '/api/views',
  perPerson: true // everybody has names of their own: the same one is another view
}
/** A letter that only they were sent. */
const LETTER: Owned = {
  async make() {
    const { records } = house.store
    const to = [{ channel: 'smtp', address: 'victim@office.example', person: 'victim', name: '受' }]
    const letter: Letter = {
      ...{ id: 'search/secret/1', about: 'search', of: 'secret', title: MARK, lines: [MARK], urgent: false },
      ...{ receipt: true, to, by: { id: 'system:analyst', name: 'analyst', role: 'system' }, madeAt: house.time.now }
    }
    await sendLetter(records, letter)
    await makeLetterDeliveries(records, letter, { n: 0, now: house.time.now })
    return letter.id
  },
  shown: '/api/me/letters'
}
/** An entry of the register that is about them. */
const ENTRY: Owned = {
  make: async victim =>
    (
      await victim('/api/register', {
        ...{ kind: 'reward', subject: { kind: 'person', id: 'victim' }, at: house.time.now, title: MARK }
      })
    ).id,
  shown: '/api/register'
}
/** An appraisal that the head has confirmed, with a sheet of theirs: others read theirs in it, and nothing of this one. */
const APPRAISAL: Owned = {
  async make() {
    await keepAppraised(house.store.records, { id: 'victim', name: MARK })
    return '2025-person'
  },
  shown: '/api/appraisals',
  perPerson: true,
  more: { subject: 'victim' }
}
const BRIEF = { view: 'overview', place: 'span=week', every: 'daily', at: '08:00' }

const OWNED: Record<string, Owned> = {
  '/api/register/{entry}': ENTRY,
  '/api/appraisals/{appraisal}': APPRAISAL,
  '/api/letters/{id}': LETTER,
  '/api/me/sessions/{id}': {
    make: async victim => (await victim('/api/me/sessions')).rows[0].id,
    shown: '/api/me/sessions'
  },
  '/api/tokens/{id}': {
    make: async victim => (await victim('/api/tokens', { name: MARK, actions: ['account.read'], days: 1 })).row.id,
    shown: '/api/tokens'
  },
  '/api/jobs/{job}': {
    make: async victim =>
      (await victim('/api/jobs', { act: { type: 'dismiss', reason: MARK }, on: { ids: [foreign.ticket] } })).job.id,
    shown: '/api/jobs'
  },
  '/api/views/{view}': VIEW,
  '/api/boards/subscriptions/{id}': {
    make: async victim => (await victim('/api/boards/subscriptions', { ...BRIEF, name: MARK })).id,
    shown: '/api/boards/subscriptions'
  },
  '/api/searches/{search}': SEARCH
}

t.test('what is somebody else’s own', async t => {
  const asVictim =
    (cookie: string): Victim =>
    async (path, body, method = body ? 'POST' : 'GET') => {
      const headers = { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': 'victim' }
      const answer = await at(path, { method, headers, ...(body && { body }) })
      if (answer.status >= 300) throw new Error(`${path} was refused: ${answer.body}`)
      return answer.json()
    }

  const owned = operations.filter(one => {
    const action = actionOf(one)
    if (!action || !one.path.includes('{') || isAboutOne(one)) return false
    return ROLES.some(role => limitsOf(role, action).includes('own'))
  })
  t.ok(owned.length >= 5)
  for (const operation of owned) {
    t.test(`is not reached by ${nameOf(operation)}`, async t => {
      const one = Object.entries(OWNED).find(([prefix]) => operation.path.startsWith(prefix))?.[1]
      if (!one) return t.fail('it takes the id of something that is somebody’s own: say in OWNED how one comes by it')
      const victim = asVictim(await siege.cookieOf({ id: 'victim', name: '受', role: 'administrator' }))
      const id = await one.make(victim)
      const shown = async () => JSON.stringify((await victim(one.shown)).rows)
      const before = await shown()
      const [name = ''] = /(?<=\{)\w+/.exec(operation.path) ?? []
      const request = requestAbout(operation, { ...foreign, parts: { ...one.more, [name]: id } })
      const thief = ROLES.find(role => {
        const limits = limitsOf(role, actionOf(operation))
        return role !== 'administrator' && limits.includes('own') && !limits.includes('all')
      })
      const { status, body } = await attack(thief!, request)
      if (!one.perPerson) t.ok(status === 403 || status === 404, `${thief}: ${status} ${body}`)
      t.notOk(body.includes(MARK))
      t.equal(await shown(), before, 'its owner has it as it was')
    })
  }
})
