import { accountId } from '@huiyin/domain/ids.ts'
import { type Day, type Fact, factsIn, proposalId, proposalsOf, silentOn } from '@huiyin/domain/register/proposals.ts'
import type { PublicAccount } from '@huiyin/schemas/account.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { houseSetting } from '../house-settings.ts'
import { entriesOf } from '../rule-records.ts'
import type { TicketFilter, Tickets } from '../tickets.ts'
import { actOnEntry, REGISTER, type RegisterPorts } from './entries.ts'

export interface ProposingPorts extends RegisterPorts {
  tickets: Pick<Tickets, 'count' | 'search' | 'refresh'>
  /** Those in use at or after an instant. */
  accounts: (from: number) => readonly PublicAccount[]
}

const PROGRESS = 'register-progress'
const THE_ONE = 'proposed'
const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000
/** So many days are made up for after the house stood still; what is older nobody remembers rightly. */
const MADE_UP = 31

const startOfDay = (at: number) => Math.floor((at + SHANGHAI) / DAY) * DAY - SHANGHAI

/** Days that are over and were not looked at, the oldest first; at the very first run yesterday. */
async function daysOwed({ records }: ProposingPorts, now: number): Promise<Day[]> {
  const today = startOfDay(now)
  const done = (await records.get<{ to: number }>(PROGRESS, THE_ONE))?.document.value.to ?? today - DAY
  const from = Math.max(done, today - MADE_UP * DAY)
  return Array.from({ length: Math.max(0, Math.round((today - from) / DAY)) }, (_, i) => ({
    from: from + i * DAY,
    to: from + (i + 1) * DAY
  }))
}

/**
 * Looks through the days that are over for what the rules call a violation, and proposes it; who looks twice proposes
 * once. Answers how many were new. To be called by one at a time.
 */
export async function propose(ports: ProposingPorts, now: number): Promise<number> {
  const days = await daysOwed(ports, now)
  if (days.length === 0) return 0
  const { records, tickets } = ports
  await Promise.all([records.refresh(), tickets.refresh()])
  const { proposes } = await houseSetting(records, 'appraisal-rules')
  const facts: Fact[] = []
  for await (const ticket of ticketsOf(tickets, days[0]!.from)) {
    facts.push(...days.flatMap(day => factsIn(ticket, day, proposes)))
  }
  for (const account of await accountsOf(ports, now)) {
    facts.push(...days.flatMap(day => silentOn({ ...account, lastAt: account.lastBefore(day.to) }, day, proposes)))
  }
  let made = 0
  for (const { fact, ...proposal } of proposalsOf(facts)) {
    const id = proposalId(fact)
    if (await records.get(REGISTER, id)) continue
    await actOnEntry(ports, id, { type: 'enter', actor: system('register'), key: fact, fact, ...proposal })
    made += 1
  }
  await records.put(PROGRESS, { id: THE_ONE, value: { to: days.at(-1)!.to } })
  if (made > 0) await records.refresh()
  return made
}

const PAGE = 500
/** So long, in ms, a case that is over may still have been one of a day. */
const RECENT = 92 * DAY

/** Those that are open, however old, and those that are over and were opened not long before. */
async function* ticketsOf(tickets: ProposingPorts['tickets'], from: number): AsyncGenerator<Ticket> {
  const filters: TicketFilter[] = [
    { status: ['open', 'handling'] },
    { status: ['answered', 'dismissed', 'merged'], openedFrom: from - RECENT }
  ]
  for (const filter of filters) {
    for (let after: string | undefined; ; ) {
      const page = await tickets.search({
        ...filter,
        sort: 'newest',
        atMost: PAGE,
        ...(after !== undefined && { after })
      })
      yield* page.rows
      after = page.after
      if (after === undefined) break
    }
  }
}

/** The accounts that are read, each with when it had published last by an instant, or since when we keep it. */
async function accountsOf({ records, accounts }: ProposingPorts, now: number) {
  const times = new Map<string, number[]>()
  for await (const { value } of entriesOf<Post>(records, 'post')) {
    const { platform, account, publishedAt } = value
    if (publishedAt === undefined) continue
    const id = accountId({ platform, id: account })
    const own = times.get(id) ?? []
    own.push(publishedAt)
    times.set(id, own)
  }
  return accounts(now)
    .filter(({ paused }) => !paused)
    .map(account => {
      const id = accountId(account)
      const own = times.get(id) ?? []
      const lastBefore = (instant: number) =>
        own.reduce((last, at) => (at < instant && at > last ? at : last), account.since)
      return { id, name: account.name, lastBefore }
    })
}
