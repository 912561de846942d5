import type { Cell } from '@huiyin/domain/csv.ts'
import { accountId, postId } from '@huiyin/domain/ids.ts'
import { factsOfTicket, standingOf } from '@huiyin/domain/reports/facts.ts'
import type { Pack, PackFile } from '@huiyin/schemas/archive.ts'
import { REMOVAL_GROUNDS } from '@huiyin/schemas/moderation.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import { entriesOf } from '../rule-records.ts'
import { walkPage } from '../ticket-walk.ts'
import {
  ACCOUNTS,
  DEFINED,
  DEFINITIONS,
  PROMISES,
  PROOFS,
  REMOVED,
  SILENCE,
  SILENT_AFTER,
  UNANSWERED
} from './inspection-tables.ts'
import { isOf, repliedAt, replyCells } from './replies.ts'
import {
  filePath,
  isWithin,
  masked,
  type Recipe,
  type Source,
  type SourcePage,
  type SourcePorts,
  timeOf
} from './source.ts'

const DAY = 86_400_000
const COUNTED = ['cases', 'owed', 'answered', 'answered-on-time', 'unanswered'] as const
const OUTCOMES = { 'on-time': '按时回复', late: '超时回复', missing: '未回复' } as const

const countKey = (account: string, figure: string) => `${figure}|${account}`

/** The pack for an inspection of 互动回应, of some accounts or all. */
export function inspectionRecipe(ports: SourcePorts): Recipe {
  const { tickets, records, comments, nameOf } = ports

  const fromTickets: Source = async (pack, from) => {
    const { tickets: all, after, done } = await walkPage(tickets, pack.to, from)
    const found = all.filter(ticket => isOf(pack, ticket))
    const promises = found.flatMap(ticket => promisesOf(pack, ticket))
    const { rows: proofs, files } = await proofsOf(pack, found)
    const rows = {
      promises: promises.map(({ cells }) => cells),
      unanswered: promises.flatMap(({ cells, standing }) => (standing === 'missing' ? [cells] : [])),
      removed: found.flatMap(ticket => removedOf(pack, ticket)),
      proofs
    }
    return { rows, files, counts: countsOf(pack, found), done, ...(after !== undefined && { after }) }
  }

  const countsOf = (pack: Pack, found: readonly Ticket[]): Record<string, number> => {
    const counts: Record<string, number> = {}
    const add = (key: string, value: number) => {
      counts[key] = (counts[key] ?? 0) + value
    }
    for (const ticket of found) {
      const account = accountId({ platform: ticket.platform, id: ticket.account })
      for (const { figure, value } of factsOfTicket(ticket, { from: pack.from, to: pack.to, asOf: pack.askedAt }))
        if ((COUNTED as readonly string[]).includes(figure)) add(countKey(account, figure), value)
      add(countKey(account, 'removed'), removedOf(pack, ticket).length)
    }
    return counts
  }

  const headOf = ({ platform, account, number }: Ticket) => [platform, nameOf({ platform, id: account }), number]

  function promisesOf(pack: Pack, ticket: Ticket) {
    const isPromise = ({ kind, dueAt }: Clock) => (kind === 'first' || kind === 'next') && isWithin(pack, dueAt)
    return ticket.clocks.filter(isPromise).flatMap(clock => {
      const standing = standingOf(clock, pack.askedAt)
      if (standing === undefined || standing === 'void') return []
      const { startedAt, dueAt, stoppedAt } = clock
      const asked = ticket.turns.find(({ by }) => by === 'citizen')?.excerpt
      const cells: Cell[] = [
        ...headOf(ticket),
        ...[masked(asked), ticket.urgent ? '是' : '否', timeOf(startedAt), timeOf(dueAt)],
        ...[timeOf(stoppedAt), OUTCOMES[standing]]
      ]
      return [{ standing, cells }]
    })
  }

  const removedOf = (pack: Pack, ticket: Ticket): Cell[][] =>
    (ticket.moderation ?? [])
      .filter(({ kind, state, doneAt }) => kind === 'remove' && state === 'done' && isWithin(pack, doneAt))
      .map(({ ground, text, by, decided, doneAt }) => [
        ...headOf(ticket),
        ground ? REMOVAL_GROUNDS[ground].zh : '',
        ...[masked(text), by.name, decided?.by.name, timeOf(decided?.at), timeOf(doneAt)]
      ])

  async function proofsOf(pack: Pack, found: readonly Ticket[]) {
    const replies = found.flatMap(ticket =>
      ticket.replies.filter(reply => isWithin(pack, repliedAt(reply))).map(reply => ({ ticket, reply }))
    )
    const ids = [...new Set(replies.map(({ reply }) => reply.to.comment))]
    const pictures = await records.getMany<{ type: string; sha256?: string }>('screenshot', ids)
    const fileOf = new Map<string, PackFile>()
    for (const [i, found] of pictures.entries()) {
      const { type = '', sha256 } = found?.document.value ?? {}
      if (sha256 === undefined) continue
      const bytes = await sizeOf(sha256)
      fileOf.set(ids[i]!, { path: filePath(sha256, `screenshot.${type.split('/')[1]}`), sha256, bytes })
    }
    const rows = replies.map(({ ticket, reply }) => [
      ...replyCells(ports, ticket, reply),
      fileOf.get(reply.to.comment)?.path
    ])
    return { rows, files: [...fileOf.values()] }
  }

  async function sizeOf(sha256: string): Promise<number> {
    const { bytes, content } = await ports.files.open(sha256)
    content.destroy()
    return bytes
  }

  const accountsOf = (pack: Pack) =>
    ports
      .accounts()
      .filter(({ platform, id }) => isOf(pack, { platform, account: id }))
      .toSorted((a, b) => (accountId(a) < accountId(b) ? -1 : 1))

  const fromAccounts: Source = async (pack, from = '0') => {
    const all = accountsOf(pack)
    const at = Number(from)
    const account = all[at]
    if (!account) return NOTHING
    const { platform, id, since = 0, until = pack.to } = account
    const posted = await postedIn(pack, account)
    const end = Math.min(pack.to, pack.askedAt, until)
    const gaps = gapsOf([Math.max(pack.from, since), ...posted, end])
    const silent = gaps.filter(({ from, to }) => to - from > SILENT_AFTER)
    const within = { publishedFrom: pack.from, publishedTo: pack.to }
    const heard = await comments.count('account', { ...within, platform: [platform], account: [id], ours: false })
    const key = accountId(account)
    return {
      rows: {
        silence: silent.map(({ from, to }) => [platform, nameOf(account), timeOf(from), timeOf(to), daysIn(from, to)])
      },
      counts: {
        [countKey(key, 'posts')]: posted.length,
        [countKey(key, 'silent')]: silent.length,
        [countKey(key, 'longest')]: Math.max(0, ...gaps.map(({ from, to }) => daysIn(from, to))),
        [countKey(key, 'comments')]: heard[id] ?? 0
      },
      done: (at + 1) / all.length,
      ...(at + 1 < all.length && { after: String(at + 1) })
    }
  }

  /** When an account published in the pack's time, in order. */
  async function postedIn(pack: Pack, account: { platform: string; id: string }): Promise<number[]> {
    const posted: number[] = []
    const prefix = postId(account, '')
    for await (const { value } of entriesOf<Post>(records, 'post', prefix)) {
      const at = value.publishedAt ?? value.foundAt
      if (isWithin(pack, at)) posted.push(at)
    }
    return posted.sort((a, b) => a - b)
  }

  const figures: Source = async pack => {
    const rows = accountsOf(pack).map(account => {
      const of = (figure: string) => pack.counts[countKey(accountId(account), figure)] ?? 0
      const share = (part: number, whole: number) => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)}%`)
      return [
        ...[account.platform, nameOf(account), of('posts'), of('longest'), of('silent'), of('comments')],
        ...[of('cases'), of('owed'), of('answered'), of('answered-on-time'), of('unanswered')],
        ...[share(of('answered'), of('owed')), share(of('answered-on-time'), of('owed')), of('removed')]
      ]
    })
    return { rows: { accounts: rows, definitions: DEFINED.map(row => [...row]) } }
  }

  return {
    tables: [ACCOUNTS, DEFINITIONS, UNANSWERED, PROMISES, SILENCE, REMOVED, PROOFS],
    sources: [fromTickets, fromAccounts, figures]
  }
}

const NOTHING: SourcePage = { rows: {} }

const daysIn = (from: number, to: number) => Math.floor(Math.max(0, to - from) / DAY)

const gapsOf = (instants: readonly number[]) =>
  instants.slice(1).map((to, i) => ({ from: instants[i]!, to: Math.max(to, instants[i]!) }))
