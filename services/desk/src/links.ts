import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { LinkNews } from '@huiyin/domain/links/commands.ts'
import { absorbedNews, partedNews, relatedNews, repliedNews } from '@huiyin/domain/links/news.ts'
import { act, type Desk } from '@huiyin/ports/act.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import type { EventType, HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { DESK } from './run.ts'

/**
 * What one ticket has to tell another: the younger, who waits on it, to its elder; the elder, what it replied, to those
 * who joined it. It is told by how the tickets stand now, so that it may be told twice, late or in another order.
 */
export interface LinkPorts {
  events: EventLog<HouseEvent>
  desk: Desk
  logger: Logger
}

type TellPorts = Omit<LinkPorts, 'events'>

/** By these a merged ticket may owe something else than it told its elder. */
const MOVES_OWED: ReadonlySet<EventType> = new Set<EventType>([
  'ticket.merged',
  'ticket.absorbed',
  'ticket.parted',
  'ticket.scored',
  'ticket.corrected',
  'turn.citizen',
  'turn.office',
  'comment.deleted',
  'reply.confirmed',
  'reply.failed'
])
const RELATES: ReadonlySet<EventType> = new Set<EventType>(['ticket.related', 'ticket.unrelated'])

/** Two events open a ticket; nothing is linked before. */
const OPENING = 2

const concernsLinks = ({ type, n }: HouseEvent) =>
  n > OPENING && (MOVES_OWED.has(type) || RELATES.has(type) || type === 'ticket.split')

/** Reads what happened, and tells it along the links before it commits. */
export async function runLinks({ events, desk, logger }: LinkPorts, signal: AbortSignal): Promise<void> {
  for await (const batch of events.read({ group: 'links', atMost: 500, linger: 300, signal })) {
    await patiently('store', { logger, signal }, () => tellLinks({ desk, logger }, batch.events))
    await batch.commit()
  }
}

/** Tells along the links what follows from these events; told again it changes nothing. */
export async function tellLinks({ desk, logger }: TellPorts, events: readonly HouseEvent[]): Promise<void> {
  const relevant = events.filter(concernsLinks)
  const ids = [...new Set(relevant.map(({ ticket }) => ticket))]
  if (ids.length === 0) return
  const found = await desk.tickets.getMany(ids)
  const tickets = new Map(found.flatMap(one => (one ? [[one.document.id, one.document]] : [])))
  const told = new Set<string>()
  for (const event of relevant) {
    const ticket = tickets.get(event.ticket)
    if (!ticket) continue
    await tellOfEvent({ desk, logger }, event, ticket)
    if (told.has(ticket.id) || !MOVES_OWED.has(event.type)) continue
    await tellElder({ desk, logger }, ticket)
    told.add(ticket.id)
  }
}

async function tellOfEvent(ports: TellPorts, event: HouseEvent, ticket: Ticket): Promise<void> {
  const { type, data } = event
  if (type === 'ticket.split') await tell(ports, String(data.from), partedNews(event, DESK))
  else if (RELATES.has(type) && typeof data.other === 'string')
    await tell(ports, data.other, relatedNews(ticket, data.other, DESK))
  else if (type === 'reply.confirmed') await passDown(ports, ticket, String(data.reply))
}

async function tellElder(ports: TellPorts, ticket: Ticket): Promise<void> {
  if (ticket.status === 'merged' && ticket.mergedInto !== undefined)
    await tell(ports, ticket.mergedInto, absorbedNews(ticket, DESK))
}

/** The reply goes to those who joined, and to those who had joined them. */
async function passDown(ports: TellPorts, elder: Ticket, id: string): Promise<void> {
  const reply = elder.replies.find(reply => reply.id === id)
  if (reply?.confirmedAt === undefined || reply.repeats !== undefined) return
  const news = repliedNews(elder, reply, DESK)
  const line = [...(elder.absorbed ?? [])]
  for (const younger of line) {
    const told = await tell(ports, younger, news)
    if (told?.status === 'merged') line.push(...(told.absorbed ?? []))
  }
}

/** Delivers to the other ticket; one that is not there is said in the log, and holds nothing up. */
async function tell({ desk, logger }: TellPorts, to: string, news: LinkNews): Promise<Ticket | undefined> {
  try {
    return await act(desk, to, news)
  } catch (error) {
    if (!(error instanceof HuiyinError) || (error.code !== 'TICKET_NOT_FOUND' && error.code !== 'STORE_REFUSED'))
      throw error
    logger.error({ news: news.type, code: error.code }, 'a ticket could not be told of its link')
    return undefined
  }
}
