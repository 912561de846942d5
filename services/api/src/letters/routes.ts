import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError, letterNotFound } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import {
  deliveriesOf,
  getLetter,
  LETTERS,
  letterSubject,
  lettersOfPerson,
  makeLetterDeliveries,
  newestLetters,
  receiveLetter,
  recipientRef
} from '@huiyin/ports/letters.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { LetterList, LetterReceived, LetterView, OwnLetterList, ResendBody } from '@huiyin/schemas/api-letters.ts'
import { type Letter, LetterAbout } from '@huiyin/schemas/letter.ts'
import { Type } from 'typebox'
import { invalidRequest } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf } from '../sign-in/guard.ts'
import { letterRow, letterView, ownRow } from './letter-view.ts'

const tags = ['letters']
const PAGE = 50

const OfLetter = Type.Object({ id: Type.String({ minLength: 1, maxLength: 500 }) })
const After = Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: '`after` of the page before' }))
const ListQuery = Type.Object(
  { about: Type.Optional(LetterAbout), of: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })), after: After },
  { additionalProperties: false }
)
const OwnQuery = Type.Object({ after: After }, { additionalProperties: false })

/** What the house told people that is no ticket's alert: to whom it went, who received it, and sent again. */
export const letterRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, events, clock } = ports
  const tell = teller(events, clock)

  const existing = async (id: string, actor: Actor): Promise<Letter> => {
    const letter = await getLetter(records, id)
    if (!letter || !isFor(letter, actor)) throw letterNotFound(id)
    return letter
  }
  const lettersAbout = async (
    { about, of }: Pick<Letter, 'about' | 'of'>,
    page: { atMost: number; after?: string }
  ) => {
    const rows = await records.list<Letter>(LETTERS, { ...page, prefix: `${idOf(about, of)}/` })
    const letters = rows.map(({ value }) => value)
    return { letters, ...(rows.length === PAGE && { after: rows.at(-1)!.id }) }
  }
  const viewOf = async (letter: Letter) => letterView(letter, await deliveriesOf(records, letter), clock.now())

  app.get(
    '/letters',
    {
      config: { action: 'letter.read' },
      schema: {
        tags,
        summary: 'List what people were sent, the newest first; of one thing by their ids',
        querystring: ListQuery,
        response: { 200: LetterList, ...REFUSALS }
      }
    },
    async request => {
      const { about, of, after } = request.query
      if (of !== undefined && about === undefined) throw invalidRequest('query/about', 'query/of needs query/about')
      await records.refresh()
      const page = { atMost: PAGE, ...(after !== undefined && { after }) }
      const found =
        about !== undefined && of !== undefined
          ? await lettersAbout({ about, of }, page)
          : await newestLetters(records, { ...page, ...(about && { about }) })
      const now = clock.now()
      const rows = await Promise.all(
        found.letters
          .filter(letter => isFor(letter, actorOf(request)))
          .map(async letter => letterRow(letter, await deliveriesOf(records, letter), now))
      )
      return { rows, ...(found.after !== undefined && { after: found.after }) }
    }
  )

  app.get(
    '/me/letters',
    {
      config: { action: 'letter.receive' },
      schema: {
        tags,
        summary: 'List what one was sent, the newest first',
        querystring: OwnQuery,
        response: { 200: OwnLetterList, ...REFUSALS }
      }
    },
    async request => {
      const { id: person } = actorOf(request)
      const { after } = request.query
      await records.refresh()
      const found = await lettersOfPerson(records, person, { atMost: PAGE, ...(after !== undefined && { after }) })
      const rows = await Promise.all(found.map(async ({ letter }) => ownRow(letter, await own(letter, person))))
      return { rows, ...(found.length === PAGE && { after: found.at(-1)!.key }) }
    }
  )

  app.get(
    '/letters/:id',
    {
      config: { action: 'letter.read' },
      schema: {
        tags,
        summary: 'Read a letter, to whom it went and who received it',
        params: OfLetter,
        response: { 200: LetterView, ...REFUSALS }
      }
    },
    async request => viewOf(await existing(request.params.id, actorOf(request)))
  )

  app.post(
    '/letters/:id/resend',
    {
      config: { action: 'letter.resend' },
      schema: {
        tags,
        summary: 'Send a letter again, to all or to some of those to whom it went',
        params: OfLetter,
        body: ResendBody,
        response: { 200: LetterView, ...REFUSALS }
      }
    },
    async request => {
      const { n, to: refs } = request.body
      const letter = await existing(request.params.id, actorOf(request))
      const delivered = await deliveriesOf(records, letter)
      const made = letterView(letter, delivered, clock.now()).n
      if (n < made - 1 || n > made || made === 0) throw sentMeanwhile(made)
      const unknown = refs?.filter(ref => !letter.to.some(one => recipientRef(one) === ref)) ?? []
      if (unknown.length > 0) throw invalidRequest('body/to', `body/to names "${unknown[0]}", to whom it did not go`)
      const there = new Set(delivered.flatMap(({ delivery }) => (delivery.n === n ? [recipientRef(delivery.to)] : [])))
      const wanted = refs ? letter.to.filter(one => refs.includes(recipientRef(one))) : letter.to
      const to = wanted.filter(one => !there.has(recipientRef(one))) // those of the same request before, whose answer was lost
      if (to.length > 0) {
        const data = { letter: letter.id, n, to: to.length }
        await tell(letterSubject(letter.id), { type: 'letter.resent', by: actorOf(request), data })
        await makeLetterDeliveries(records, letter, { to, n, now: clock.now() })
      }
      return viewOf(letter)
    }
  )

  app.post(
    '/letters/:id/receive',
    {
      config: { action: 'letter.receive' },
      schema: {
        tags,
        summary: 'Say that one has received a letter',
        params: OfLetter,
        response: { 200: LetterReceived, ...REFUSALS }
      }
    },
    async request => {
      const actor = actorOf(request)
      const letter = await existing(request.params.id, actor)
      const mine = await own(letter, actor.id)
      if (mine.length === 0) throw letterNotFound(letter.id)
      const isReceived = mine.some(({ received }) => received !== undefined)
      const deliveries = mine.map(({ delivery }) => delivery)
      if (!isReceived)
        await receiveLetter({ records, tell }, letter, deliveries.slice(-1), { by: actor, at: clock.now() })
      return { received: true as const }
    }
  )

  async function own(letter: Letter, person: string) {
    return (await deliveriesOf(records, letter)).filter(({ delivery }) => delivery.to.person === person)
  }
}

/** What somebody searches for, or reads on the dashboards, is of what they may see; nobody else is told of it. */
const OWN: ReadonlySet<LetterAbout> = new Set<LetterAbout>(['search', 'board'])

const isFor = ({ about, to }: Letter, { id }: Actor): boolean =>
  !OWN.has(about) || to.some(({ person }) => person === id)

const sentMeanwhile = (made: number) =>
  new HuiyinError(
    'SOMEBODY_WAS_FASTER',
    `The letter was sent ${made} times by now; look who has it, and name n: ${made} to send it again`
  )
