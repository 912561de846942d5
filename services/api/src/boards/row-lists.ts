import { isNow } from '@huiyin/domain/boards/figures.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { FactCode } from '@huiyin/domain/reports/figures.ts'
import { fieldKey } from '@huiyin/domain/search/findable.ts'
import type { CommentFilter } from '@huiyin/ports/comments.ts'
import type { Versioned } from '@huiyin/ports/documents.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { BoardBy, BoardRow } from '@huiyin/schemas/api-boards.ts'
import type { Label, PlatformName, RiskLevel, SentimentName } from '@huiyin/schemas/names.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { commentRows, commentTold } from '../comment-routes.ts'
import { invalidRequest } from '../errors.ts'
import { toldOf } from '../masking.ts'
import type { ApiPorts } from '../ports.ts'
import { accountNamed } from '../scope.ts'
import { ticketRow } from '../views.ts'
import { type Asked, both, commentsOf, says } from './asking.ts'
import type { Board } from './board.ts'
import { NUMBERED } from './columns.ts'
import { followed, type Listed, standing } from './listed.ts'
import { nowFilter } from './now.ts'
import { incidentsIn, postsIn, timeOfPost } from './records.ts'
import { isWithin, type RowFilter } from './tally.ts'
import { ASKING } from './topics.ts'

export interface RowsAsk {
  figure: string
  by?: BoardBy
  key?: string
  /** Of a point of a series: where its hour or day begins. */
  at?: number
}

export function commentList({ ports }: Board, actor: Actor, asked: Asked, ask: RowsAsk): Listed {
  const { comments } = ports
  const base = commentsOf(asked, asked.time.now)
  const filter = {
    ...partOfComments(ports, base, ask),
    ...(ask.figure === 'topic-comments' && { label: ASKING })
  }
  const told = commentTold(actor)
  return followed(of => comments.search({ ...filter, sort: 'newest', ...of }), {
    nameOf: ({ id, publishedAt }) => ({ id, publishedAt }),
    keyOf: ({ id }) => id,
    read: async refs => there(await comments.getMany(refs)),
    tell: async some =>
      (await commentRows(ports, some)).map((comment, i) => ({
        ...{ at: comment.publishedAt, comment: told(comment) },
        ...(some[i]!.firstObservedAt > asked.asOf && { late: true as const })
      }))
  })
}

/** What is still there, of what was read by id. */
const there = <D>(found: readonly (Versioned<D> | undefined)[]): D[] =>
  found.flatMap(one => (one ? [one.document] : []))

function partOfComments(ports: Pick<ApiPorts, 'book'>, base: CommentFilter, { by, key }: RowsAsk): CommentFilter {
  if (by === undefined || key === undefined) return base
  const where = base.where
  const is = (field: 'department' | 'place', value: string): CommentFilter => ({
    ...base,
    where: both(where, { type: 'is', field, values: [value] })
  })
  const narrowed: Record<BoardBy, () => CommentFilter> = {
    label: () => ({ ...base, label: [key as Label] }),
    level: () => ({ ...base, level: [key as RiskLevel] }),
    sentiment: () => ({ ...base, sentiment: [key as SentimentName] }),
    platform: () => ({ ...base, platform: [key as PlatformName] }),
    account: () => {
      const one = accountNamed(ports, key)
      const theirs = base.of?.filter(of => of.platform === one?.platform && of.account === one.account)
      return { ...base, of: theirs ?? (one ? [one] : []) }
    },
    department: () => is('department', key),
    place: () => is('place', fieldKey(key)),
    topic: () => ({ ...base, where: both(where, says(key)) }),
    word: () => ({ ...base, where: both(where, says(key)) })
  }
  return narrowed[by]()
}

const notSo = ({ by, figure }: RowsAsk) => invalidRequest('query/by', `"${figure}" is not told apart by ${by}`)

export async function postList({ ports, posts }: Board, asked: Asked, ask: RowsAsk): Promise<Listed> {
  const { by, key } = ask
  if (by !== undefined && by !== 'account' && by !== 'platform') throw notSo(ask)
  const all = (await postsIn(posts, asked.rows, asked.time.now)).filter(
    ({ platform, account }) =>
      by === undefined || key === (by === 'platform' ? platform : accountId({ platform, id: account }))
  )
  const told = (post: Post): BoardRow => {
    const { id, platform, account, title, link } = post
    const accountName = ports.accounts(platform, account)?.name ?? account
    const more = { ...(title !== undefined && { title }), ...(link !== undefined && { link }) }
    return { at: timeOfPost(post), post: { id, platform, account, accountName, ...more } }
  }
  return standing(
    all,
    post => ({ by: [-timeOfPost(post)], id: post.id }),
    some => some.map(told)
  )
}

export async function incidentList({ ports }: Board, asked: Asked, ask: RowsAsk): Promise<Listed> {
  const { by, key } = ask
  const all = (await incidentsIn(ports.records, asked.rows, asked.time.now)).filter(row => {
    if (by === undefined) return true
    if (by === 'level') return row.level === key
    if (by === 'account') return row.accounts.includes(key!)
    if (by === 'department') return row.departments.includes(key!)
    throw notSo(ask)
  })
  return standing(
    all,
    ({ bornAt, id }) => ({ by: [-bornAt], id }),
    some =>
      some.map(({ bornAt, id, number, title, level, state }): BoardRow => {
        return { at: bornAt, incident: { id, number, title: maskPersonal(title), level, state } }
      })
  )
}

export function waitingList({ ports }: Board, actor: Actor, asked: Asked, ask: RowsAsk): Listed {
  const { figure, by, key } = ask
  if (!isNow(figure) || (by !== undefined && by !== 'department')) throw notSo(ask)
  const filter = { ...nowFilter(figure, asked), ...(by === 'department' && { department: [key!] }) }
  const told = telling(ports, actor)
  return followed(of => ports.tickets.search({ ...filter, sort: 'due', ...of }), {
    nameOf: ({ id }) => id,
    keyOf: ({ id }) => id,
    read: async ids => there(await ports.tickets.getMany(ids)),
    tell: some => some.map(ticket => ({ at: ticket.openedAt, ticket: told(ticket) }))
  })
}

const telling =
  ({ accounts, clock }: ApiPorts, actor: Actor) =>
  (ticket: Ticket) =>
    toldOf(ticketRow(ticket, accounts(ticket.platform, ticket.account), clock.now()), ticket, actor)

type Fact = { at: number; value: number; ticket: string }

/** Times and scores the smallest first, all else the newest first. */
export function factList({ ports, ledger }: Board, actor: Actor, asked: Asked, ask: RowsAsk): Listed {
  const figure = ask.figure as FactCode
  const numbered = NUMBERED.has(figure)
  const { row, scan } = ledger.columns
  const chosen = chosenBy(ask)
  const all: Fact[] = []
  const filter: RowFilter = asked.rows
  scan(asked.time.now, i => {
    if (!row.has(i, figure) || !isWithin(ledger.columns, filter, i)) return
    if (chosen && !chosen(name => row[name](i))) return
    all.push({ at: row.at(i), value: row.value(i), ticket: row.ticket(i) })
  })
  const told = telling(ports, actor)
  return standing(
    all,
    ({ at, value, ticket }) => ({ by: [numbered ? value : 0, -at], id: ticket }),
    async some => {
      const found = there(await ports.tickets.getMany([...new Set(some.map(({ ticket }) => ticket))]))
      const byId = new Map(found.map(one => [one.id, one]))
      return some.map(({ at, value, ticket }): BoardRow => {
        const document = byId.get(ticket)
        return { at, ...(numbered && { value }), ...(document && { ticket: told(document) }) }
      })
    }
  )
}

type Of = 'account' | 'department' | 'label' | 'level' | 'sentiment'

function chosenBy(ask: RowsAsk): ((of: (name: Of) => string) => boolean) | undefined {
  const { by, key } = ask
  if (by === undefined) return
  if (by === 'platform') return of => of('account').startsWith(`${key}/`)
  if (by === 'place' || by === 'topic' || by === 'word') throw notSo(ask)
  return of => of(by) === key
}
