import { randomUUID } from 'node:crypto'
import type { TicketList, TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import { type Client, until } from './house.ts'
import type { Office } from './office.ts'

export const HOUR = 3_600_000

const path = (id: string) => `/tickets/${encodeURIComponent(id)}`

export const list = async (client: Client): Promise<TicketRow[]> =>
  ((await client('GET', '/tickets?sort=newest&atMost=50')).body as TicketList).rows

export const view = async (client: Client, id: string): Promise<TicketView> => (await client('GET', path(id))).body

/** Waits for the ticket that a comment opens. */
export async function ticketFor(client: Client, text: string, at: string): Promise<TicketRow> {
  const about = (rows: readonly TicketRow[]) =>
    rows.find(({ excerpt, platform }) => platform === at && excerpt.includes(text.slice(0, 12)))
  const rows = await until(
    `a ticket for ${text}`,
    () => list(client),
    rows => about(rows) !== undefined
  )
  return about(rows)!
}

/** Waits until a ticket is as one expects it. */
export const ticketUntil = (client: Client, id: string, what: string, good: (ticket: TicketView) => boolean) =>
  until(what, () => view(client, id), good)

/** A person decides something, having seen the ticket as it stands. */
export async function does(client: Client, id: string, what: string, body?: object) {
  const { lastTurn } = await view(client, id)
  return client('POST', `${path(id)}/${what}`, body, {
    'if-match': String(lastTurn),
    'idempotency-key': randomUUID()
  })
}

export const clockOf = ({ clocks }: Pick<TicketView, 'clocks'>, kind: TicketView['clocks'][number]['kind']) =>
  clocks.find(clock => clock.kind === kind)

export const lastReply = ({ replies }: Pick<TicketView, 'replies'>) => replies.at(-1)!

/** Platforms tell whole seconds. */
export const wholeSecond = (at: number) => Math.floor(at / 1000) * 1000

type Told = { type: string; data: { number: string; urgent: boolean; point: number; rung: number; repeat: number } }

/** What the webhook was told of one ticket by itself, the first first. */
export const toldOf = ({ simulator }: Office, { number }: Pick<TicketRow, 'number'>): Told[] =>
  simulator.control
    .webhooks()
    .map(({ body }) => body as Told)
    .filter(({ data }) => data.number === number)
