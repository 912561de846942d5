import { setImmediate } from 'node:timers/promises'
import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import fc from 'fast-check'
import t from 'tap'
import { type OpenApi, type Operation, operationsOf, requestsFor } from './fuzz/operations.ts'
import { send } from './fuzz/send.ts'
import { gapsIn, wrongIn, wrongWith } from './fuzz/sound.ts'
import { openTown, type Town, ticketsOf } from './fuzz/town.ts'
import { MARK } from './fuzz/values.ts'
import { HOUR } from './house.ts'

/** Requests for each operation in one round; FUZZ_ROUNDS and FUZZ_SEED look further. */
const REQUESTS = 8
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 5)
const SEED = Number(process.env.FUZZ_SEED ?? 20261121)

/** A stream never ends, and the session of a person is needed again. */
const LEFT_OUT = ['GET /api/events', 'DELETE /api/session', 'DELETE /api/me/sessions']
/** A password takes 45 ms to judge. */
const COSTLY = [
  'POST /api/session',
  'POST /api/me/password',
  'POST /api/me/second-factor',
  'POST /api/me/second-factor/remove',
  'POST /api/users/{id}/approve',
  'POST /api/users/{id}/reset'
]

const ROUND_ROBIN = { name: '轮流', order: 1, when: {}, to: ['li', 'wang'], capacity: 9, enabled: true }

/** What a schema alone seldom makes: rules that hold together. */
const MODELS: Record<string, object> = {
  'POST /api/policies': { ...DEFAULT_RULES.policies[0]!, version: '§fresh:0', effectiveFrom: '§now:0' },
  'POST /api/policies/preview': { ...DEFAULT_RULES.policies[0]!, version: '§fresh:0', effectiveFrom: '§now:0' },
  'POST /api/calendars': { ...DEFAULT_RULES.calendars[0]!, version: '§fresh:0', effectiveFrom: '§now:0' },
  'PUT /api/people/{id}': { id: '§id:0', name: '陈工', contacts: [{ channel: 'wecom', address: '1' }], leave: [] },
  'PUT /api/settings/departments': { departments: [{ name: '水务局', words: ['积水'] }] },
  'PUT /api/settings/places': { places: [{ name: '云溪县' }, { name: '城关镇', within: '云溪县' }] },
  'POST /api/users': { id: '§fresh:0', name: '陈工', roles: ['editor'] },
  'POST /api/webhooks': { name: '县融媒', url: 'https://media.example.gov.cn/hook' },
  'PUT /api/webhooks/{id}': { name: '县融媒', state: 'active' },
  'POST /api/boards/subscriptions': { name: '每日', view: 'overview', place: 'span=week', every: 'daily', at: '08:00' },
  'POST /api/tokens': { name: '报表', actions: ['ticket.read'], days: 30 },
  'POST /api/tickets/{id}/undo': { of: '§undo:0' },
  'POST /api/tickets/{id}/assign': { to: 'li' },
  'POST /api/tickets/{id}/unassign': { from: 'li' },
  'POST /api/tickets/{id}/notes': { text: '请先回电', mentions: ['li'], shared: true },
  'PUT /api/share-rules/{id}': { ...ROUND_ROBIN, id: '§id:0' },
  'POST /api/jobs': { act: { type: 'tag', add: ['暴雨'] }, on: { ids: ['§id:0', '§with:1'] } },
  'PUT /api/macros/{macro}': { name: '积水', steps: [{ type: 'tag', add: ['暴雨'] }, { type: 'acknowledge' }] },
  'POST /api/tickets/{id}/macro': { macro: '§macro:0' },
  'POST /api/tickets/{id}/attested': { text: '已抽排', postedAt: '§now:0', evidence: '截图' }
}

const nameOf = ({ method, path }: Operation) => `${method} ${path}`

t.test('whatever is asked of the api, it refuses in words or does it, and every ticket stays sound', async t => {
  const town = await openTown(t)
  const { house, people, events } = town
  const document: OpenApi = (await house.app.inject('/api/openapi.json')).json()
  const operations = operationsOf(document).filter(one => !LEFT_OUT.includes(nameOf(one)))
  const versions = new Map<string, string>()
  const outcomes = new Map<string, Set<number>>()

  const check = async (operation: Operation, request: Parameters<typeof send>[2]) => {
    const { sent, answer } = await send(town, operation, request)
    outcomes.set(nameOf(operation), (outcomes.get(nameOf(operation)) ?? new Set()).add(answer.statusCode))
    const wrong = [...wrongIn(answer), ...(await changedAndUnsound(town, versions)), ...leaksIn(town)]
    if (answer.statusCode === 401 && answer.json().code === 'NOT_SIGNED_IN')
      await town.comesBack(request.who % people.length)
    if (wrong.length > 0) throw new Error(`${JSON.stringify(sent).slice(0, 3_000)}\n${wrong.join('\n')}`)
  }

  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, operation] of operations.entries()) {
      const numRuns = COSTLY.includes(nameOf(operation)) ? 2 : REQUESTS
      const property = fc.asyncProperty(requestsFor(operation, MODELS[nameOf(operation)]), request =>
        check(operation, request)
      )
      await fc.assert(property, { numRuns, seed: SEED + round * 1000 + i, endOnFailure: true })
    }
    await town.posts()
    await town.opens()
    await town.saysMore(round)
    await town.takeRules()
    house.time.now += HOUR
  }

  await setImmediate()
  for (const { document } of await ticketsOf(town)) t.same(gapsIn(document, events), [], document.number)
  const done = [...outcomes].filter(([, seen]) => [...seen].some(status => status < 300))
  t.comment([...outcomes].map(([name, seen]) => `${[...seen].sort().join(' ')}  ${name}`).join('\n'))
  t.ok(done.length > operations.length / 2, `${done.length} of ${operations.length} operations were done at least once`)
})

/** What is wrong with the tickets that are not as they were when they were looked at last. */
async function changedAndUnsound(town: Town, versions: Map<string, string>): Promise<string[]> {
  if (!town.hasPut()) return []
  const changed = (await ticketsOf(town)).filter(({ document, version }) => versions.get(document.id) !== version)
  return changed.flatMap(({ document, version }) => {
    versions.set(document.id, version)
    return wrongWith(document).map(what => `ticket ${document.number} (${document.status}): ${what}`)
  })
}

/** Nothing of a citizen, of a text or of a session goes into the log. */
function leaksIn({ lines, ids, people }: Town): string[] {
  const secrets = [MARK, ...ids, ...ids.map(encodeURIComponent), ...people.map(({ cookie }) => cookie.split('=')[1]!)]
  return lines
    .splice(0)
    .filter(line => secrets.some(secret => line.includes(secret)))
    .map(line => `the log says ${line}`)
}
