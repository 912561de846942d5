import { readFile, writeFile } from 'node:fs/promises'
import { ACTIONS, type Action, rowOf, type Scope } from '@huiyin/domain/roles/table.ts'
import type { Role } from '@huiyin/schemas/role.ts'
import Fastify from 'fastify'
import t from 'tap'
import { guard } from '../src/sign-in/guard.ts'
import { hashPassword } from '../src/sign-in/password.ts'
import { type OpenApi, type Operation, operationsOf } from './fuzz/operations.ts'
import { enter, type House, openHouse } from './house.ts'
import { declared } from './walk/declared.ts'
import { isAboutOne, nameOf, requestAbout } from './walk/requests.ts'
import { rolesPage } from './walk/roles-page.ts'
import { CALLED, FOREIGN, OWN, openTown, personOf, sideOf } from './walk/town.ts'

/** The whole api is walked: every route, in every role, about what is one's own and about what is not. */

const OPEN = [
  'POST /api/session',
  'GET /api/session/ways',
  'GET /api/oidc/start',
  'GET /api/oidc/callback',
  'GET /api/healthz',
  'GET /api/readyz',
  'POST /api/intake/{account}'
]
const PAGE = new URL('../../../docs/roles.md', import.meta.url)
const STREAM = 'GET /api/events' // it never ends for those who may follow it

const operationsIn = async ({ app }: House): Promise<Operation[]> =>
  operationsOf((await app.inject('/api/openapi.json')).json<OpenApi>())

/** Read from the table alone: what a role is granted. */
function grantedTo(role: string, action: Action): Scope[] {
  const { may } = rowOf(action)
  const roles = role === 'operator' ? ['editor', 'collector', 'reviewer'] : [role]
  return [may.everybody, ...roles.map(one => may[one as Role])].filter(scope => scope !== undefined)
}

const isRefused = (granted: readonly Scope[], foreign: boolean) =>
  granted.length === 0 || (foreign && granted.every(scope => scope === 'accounts' || scope === 'department'))

t.test('every route in every role answers as the table says, on one’s own and not', async t => {
  const house = await openTown(t)
  const configs = declared(house)
  const operations = (await operationsIn(house)).filter(
    one => !configs.get(nameOf(one))?.open && !configs.get(nameOf(one))?.signed
  )
  const password = await hashPassword('none knows it')
  const standing = new Map([
    [OWN, await sideOf(house, OWN)],
    [FOREIGN, await sideOf(house, FOREIGN)]
  ])
  const signed = async (role: string, id: string) => {
    const actor = personOf(role, id)
    await house.store.records.create('person', { id, value: { actor, password } })
    return enter(house, actor)
  }
  let walked = 0
  for (const role of CALLED) {
    const usual = await signed(role, role)
    for (const operation of operations) {
      const name = nameOf(operation)
      const { action } = configs.get(name)!
      const granted = grantedTo(role, action!)
      const changesThemselves = action === 'session.own' || action === 'token.own'
      for (const place of isAboutOne(operation) ? [OWN, FOREIGN] : [OWN]) {
        const refused = isRefused(granted, place === FOREIGN)
        if (name === STREAM && !refused) continue
        const changes = !refused && isAboutOne(operation) && operation.method !== 'GET'
        const about = requestAbout(operation, changes ? await sideOf(house, place) : standing.get(place)!)
        const { cookie } = changesThemselves ? await signed(role, `${role}-${walked}`) : usual
        const answer = await house.app.inject({ ...about, headers: { ...about.headers, cookie } })
        const { code } = answer.statusCode >= 400 ? answer.json() : { code: undefined }
        const said = `${role}: ${name} (${action}) on ${place === OWN ? 'own' : 'foreign'}: ${answer.statusCode} ${code ?? ''}`
        walked += 1
        const namesRole = !refused || (code === 'NOT_ALLOWED' && answer.json().detail.includes(`"${role}"`))
        if (
          (answer.statusCode === 403) !== refused ||
          !namesRole ||
          code === 'NOT_SIGNED_IN' ||
          answer.statusCode >= 500
        )
          t.fail(said, { expected: refused ? 403 : 'another answer', body: answer.body.slice(0, 500) })
        else if (!refused && isAboutOne(operation) && [400, 428].includes(answer.statusCode))
          t.fail(`${said}: the request does not reach what it is about`, { body: answer.body.slice(0, 500) })
      }
    }
  }
  t.comment(`${walked} requests of ${operations.length} routes in ${CALLED.length} roles`)
  t.ok(walked > operations.length * CALLED.length)
})

t.test('without sign-in nothing answers but what is open', async t => {
  const house = await openHouse(t)
  const configs = declared(house)
  for (const operation of await operationsIn(house)) {
    const name = nameOf(operation)
    const { open, signed } = configs.get(name)!
    t.equal(Boolean(open || signed), OPEN.includes(name), name)
    const side = { ...OWN, ticket: 'x', other: 'y', comment: 'z', item: 'i', incident: 'j' }
    const { headers, ...about } = requestAbout(operation, side)
    const answer = await house.app.inject({ ...about, headers: { ...headers, cookie: 'huiyin=guessed' } })
    if (!OPEN.includes(name)) t.match(answer.json(), { status: 401, code: 'NOT_SIGNED_IN' }, name)
  }
})

t.test('every route of the server, told of in the document or not, is guarded or says why it is not', async t => {
  const house = await openHouse(t)
  const configs = declared(house)
  await house.app.ready()
  const unguarded = [...configs].filter(([, { action, open, signed }]) => !action && !open && !signed)
  const outside = unguarded.map(([name]) => name).filter(name => !/^(GET|HEAD) \/api\/(docs|openapi\.json)/.test(name))
  t.same(outside.toSorted(), [
    'GET /ack/{token}',
    'GET /d/{token}',
    'GET /d/{token}/files/{attachment}',
    'GET /n/{token}',
    'HEAD /ack/{token}',
    'HEAD /d/{token}',
    'HEAD /d/{token}/files/{attachment}',
    'HEAD /n/{token}',
    'POST /ack/{token}',
    'POST /d/{token}/{act}',
    'POST /n/{token}'
  ])
  const signed = [...configs]
    .flatMap(([name, { signed }]) => (signed ? [name] : []))
    .filter(name => !name.startsWith('HEAD'))
  t.same(signed.toSorted(), [
    'GET /api/callbacks/{platform}/{account}',
    'POST /api/callbacks/{platform}/{account}',
    'POST /api/intake/{account}'
  ])
})

t.test('no route that changes something is granted with the right to read', async t => {
  const house = await openHouse(t)
  const configs = declared(house)
  await house.app.ready()
  const changing = [...configs].filter(([name, { action }]) => action && !/^(GET|HEAD) /.test(name))
  t.ok(changing.length > 50)
  for (const [name, { action }] of changing) t.notMatch(action, /\.read$/, name)
})

t.test('every action of the table is what some route, or something behind one, is for', async t => {
  const house = await openHouse(t)
  const configs = declared(house)
  await house.app.ready()
  const used = new Set([...configs.values()].map(({ action }) => action))
  const inside = ['template.approve'] // a choice within what a route takes
  t.same(
    ACTIONS.filter(action => !used.has(action) && !inside.includes(action)),
    []
  )
})

t.test('a route that names no action lets nothing start', async t => {
  for (const [config, starts] of [
    [{}, false],
    [{ action: 'ticket.read' }, true],
    [{ open: true }, true]
  ] as const) {
    const app = Fastify()
    t.teardown(() => app.close())
    app.decorateRequest('asking', null)
    app.register(async scope => {
      await scope.register(guard, {})
      scope.get('/anything', { config }, async () => 'x')
    })
    const began = Promise.resolve(app.ready()).then(() => true)
    if (starts) t.ok(await began)
    else await t.rejects(began, { message: /GET \/anything names no action/ })
  }
})

t.test('the page of the docs says what the table and the routes say', async t => {
  const house = await openHouse(t)
  const configs = declared(house)
  await house.app.ready()
  const page = rolesPage(configs)
  if (process.env.HUIYIN_WRITE_DOCS) await writeFile(PAGE, page)
  t.equal(await readFile(PAGE, 'utf8'), page, 'npm run roles writes it anew')
})
