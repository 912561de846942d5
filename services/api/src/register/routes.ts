import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { RegisterCommand } from '@huiyin/domain/register/commands.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { actOnEntry, allEntries, entryIdOf, entryOf } from '@huiyin/ports/register/entries.ts'
import { tellAnswered } from '@huiyin/ports/register/letters.ts'
import { teller } from '@huiyin/ports/tell.ts'
import {
  AnswerBody,
  AppealBody,
  EntryBody,
  EntryList,
  EntryQuery,
  EntryView,
  EvidenceBody,
  RuleBody,
  WhyBody
} from '@huiyin/schemas/api-register.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { by, bySeen, KeyAndSeen, KeyOnly } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { DEFAULT_PAGE, PageQuery } from '../queries.ts'
import { actionOf, actorOf } from '../sign-in/guard.ts'
import { checkEntry, mayOnEntry } from './belonging.ts'
import { subjectNamed } from './subject.ts'
import { tellingPorts } from './telling.ts'
import { entryView } from './view.ts'

const tags = ['register']
const ByEntry = Type.Object({ entry: Type.String({ minLength: 1, maxLength: 200 }) })
const ListQuery = Type.Object({ ...EntryQuery, ...PageQuery.properties }, { additionalProperties: false })
const response = { 200: EntryView, ...REFUSALS }

/** One register of violations, incidents, rewards and trainings; nothing in it is ever deleted. */
export const registerRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock, events, rulebook } = ports
  const register = { records, clock, tell: teller(events, clock), rules: rulebook.rules }

  const acted = async (request: FastifyRequest, id: string, command: RegisterCommand) => {
    const entry = await actOnEntry(register, id, command)
    await records.refresh()
    return entryView(entry, actorOf(request), clock.now())
  }
  /** The entry, where the route's action is granted on it. */
  const entryFor = async (request: FastifyRequest, id: string): Promise<RegisterEntry> => {
    const entry = await entryOf(records, id)
    checkEntry(ports, entry, actorOf(request), actionOf(request))
    return entry
  }

  app.get(
    '/register',
    {
      config: { action: 'register.read' },
      schema: {
        tags,
        summary:
          'List the register, the newest first; one’s own and those of one’s department where one reads no others',
        querystring: ListQuery,
        response: { 200: EntryList, ...REFUSALS }
      }
    },
    async request => {
      const { atMost = DEFAULT_PAGE, after, ...asked } = request.query
      const actor = actorOf(request)
      await records.refresh()
      const all = await Array.fromAsync(allEntries(records))
      const seen = all.filter(entry => matches(entry, asked) && mayOnEntry(ports, entry, actor, 'register.read'))
      const placed = seen.map(entry => ({ entry, place: placeOf(entry) })).sort((a, b) => (a.place < b.place ? 1 : -1))
      const rest = after === undefined ? placed : placed.filter(({ place }) => place < after)
      const page = rest.slice(0, atMost)
      const last = page.at(-1)
      return {
        rows: page.map(({ entry }) => entryView(entry, actor, clock.now())),
        total: seen.length,
        ...(last && rest.length > atMost && { after: last.place }),
        now: clock.now()
      }
    }
  )

  app.post(
    '/register',
    {
      config: { action: 'register.write' },
      schema: {
        tags,
        summary: 'Propose an entry; a second person decides it',
        headers: KeyOnly,
        body: EntryBody,
        response
      }
    },
    async request => {
      const { subject, evidence = [], ...said } = request.body
      const { actor, id: key } = by(request)
      const named = await subjectNamed(ports, subject)
      return acted(request, entryIdOf(actor.id, key), { type: 'enter', actor, key, ...said, subject: named, evidence })
    }
  )

  app.get(
    '/register/:entry',
    {
      config: { action: 'register.read' },
      schema: { tags, summary: 'Read an entry with its evidence, decision and appeals', params: ByEntry, response }
    },
    async request => entryView(await entryFor(request, request.params.entry), actorOf(request), clock.now())
  )

  app.post(
    '/register/:entry/evidence',
    {
      config: { action: 'register.evidence' },
      schema: {
        tags,
        summary: 'Add evidence, as long as somebody has to decide',
        params: ByEntry,
        headers: KeyOnly,
        body: EvidenceBody,
        response
      }
    },
    async request => {
      const { entry: id } = request.params
      await entryFor(request, id)
      const { actor, id: key } = by(request)
      return acted(request, id, { type: 'add', actor, key, evidence: request.body.evidence, files: [] })
    }
  )

  app.post(
    '/register/:entry/drop',
    {
      config: { action: 'register.write' },
      schema: {
        tags,
        summary: 'Take back what one proposed, or refuse a proposal; it stays in the register as withdrawn',
        params: ByEntry,
        headers: KeyAndSeen,
        body: WhyBody,
        response
      }
    },
    async request => {
      const { entry: id } = request.params
      const { why } = request.body
      const entry = await entryFor(request, id)
      const { actor, id: key, seen } = bySeen(request)
      if (entry.by.id !== actor.id && !mayDo(actorOf(request), 'register.decide')) throw notYours()
      return acted(request, id, { type: 'drop', actor, key, seen, why })
    }
  )

  app.post(
    '/register/:entry/rule',
    {
      config: { action: 'register.decide' },
      schema: {
        tags,
        summary: 'Decide a proposal; the how manieth it is and what follows the rules say',
        params: ByEntry,
        headers: KeyAndSeen,
        body: RuleBody,
        response
      }
    },
    async request => {
      const { entry: id } = request.params
      await entryFor(request, id)
      const { actor, id: key, seen } = bySeen(request)
      return acted(request, id, { type: 'rule', actor, key, seen, ...request.body, after: [] })
    }
  )

  app.post(
    '/register/:entry/appeal',
    {
      config: { action: 'register.appeal' },
      schema: {
        tags,
        summary: 'Appeal against a decision, until its deadline',
        params: ByEntry,
        headers: KeyOnly,
        body: AppealBody,
        response
      }
    },
    async request => {
      const { entry: id } = request.params
      await entryFor(request, id)
      const { actor, id: key } = by(request)
      return acted(request, id, { type: 'appeal', actor, key, ...request.body })
    }
  )

  app.post(
    '/register/:entry/answer',
    {
      config: { action: 'register.decide' },
      schema: {
        tags,
        summary: 'Answer an appeal; nobody answers who entered, decided or appealed',
        params: ByEntry,
        headers: KeyAndSeen,
        body: AnswerBody,
        response
      }
    },
    async request => {
      const { entry: id } = request.params
      await entryFor(request, id)
      const { actor, id: key, seen } = bySeen(request)
      const view = await acted(request, id, { type: 'answer', actor, key, seen, ...request.body })
      await tellAnswered(tellingPorts(ports), await entryOf(records, id)) // asked again it completes what was left
      return view
    }
  )
}

const notYours = () =>
  new HuiyinError('NOT_ALLOWED', 'Only who proposed an entry, or who decides the register, takes it back')

type Asked = Omit<Static<typeof ListQuery>, 'atMost' | 'after'>

const matches = ({ kind, state, subject, at }: RegisterEntry, asked: Asked): boolean =>
  (asked.kind === undefined || kind === asked.kind) &&
  (asked.state === undefined || state === asked.state) &&
  (asked.subjectKind === undefined || subject.kind === asked.subjectKind) &&
  (asked.subject === undefined || subject.id === asked.subject) &&
  at >= (asked.from ?? 0) &&
  at < (asked.to ?? Number.POSITIVE_INFINITY)

const placeOf = ({ enteredAt, id }: RegisterEntry) => `${String(enteredAt).padStart(15, '0')}/${id}`
