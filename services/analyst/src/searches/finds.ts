import { setImmediate as breath } from 'node:timers/promises'
import { ofAccount, ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { type Belonging, mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Action } from '@huiyin/domain/roles/table.ts'
import { type Findable, findableComment, findableTicket } from '@huiyin/domain/search/findable.ts'
import { matcher } from '@huiyin/domain/search/matches.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { noteFinds, periodOf } from '@huiyin/ports/saved-searches.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Classified, Observation, StoredComment } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Find } from '@huiyin/schemas/saved-search.ts'
import type { Asked } from './searches.ts'

/** So many documents are looked at before others may run. */
const AT_ONCE = 10

export interface FindPorts {
  records: Pick<Records, 'createEach'>
  tickets: Pick<Tickets, 'getMany'>
  asked: (now: number) => Promise<readonly Asked[]>
}

/** What saved searches find of comments as they come; what was imported for the record is news to nobody. */
export async function findComments(ports: FindPorts, batch: readonly Classified[], now: number): Promise<void> {
  const asked = (await ports.asked(now)).filter(({ search }) => search.what === 'comments')
  const live = asked.length > 0 ? batch.filter(({ observation }) => isNews(observation)) : []
  const finds: Noted[] = []
  for (const [i, one] of live.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await breath()
    const own = foundOf(asked, 'comment.read', ofAccount(one.observation), findableComment(storedOf(one)))
    finds.push(...own.map(search => noted(search, one.id, now)))
  }
  await noteFinds(ports.records, finds)
}

const isNews = ({ history, ours, deleted }: Observation) => !history && !ours && !deleted

/** The same of tickets, as they are opened. */
export async function findTickets(ports: FindPorts, events: readonly HouseEvent[], now: number): Promise<void> {
  const asked = (await ports.asked(now)).filter(({ search }) => search.what === 'tickets')
  const opened = asked.length > 0 ? events.filter(({ type }) => type === 'ticket.opened') : []
  if (opened.length === 0) return
  const ids = [...new Set(opened.map(({ ticket }) => ticket))]
  const finds: Noted[] = []
  for (const [i, found] of (await ports.tickets.getMany(ids)).entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await breath()
    if (!found) continue
    const { document: ticket } = found
    const searches = foundOf(asked, 'ticket.read', ofTicket(ticket), findableTicket(ticket))
    finds.push(...searches.map(search => noted(search, ticket.id, now)))
  }
  await noteFinds(ports.records, finds)
}

type Noted = { find: Find; tellAt: number }

/** The searches that find a document, of owners who may read it. */
function foundOf(asked: readonly Asked[], action: Action, belongs: Belonging, findable: Findable): Asked['search'][] {
  const finds = matcher(findable)
  return asked.filter(({ owner, query }) => finds(query) && mayDo(owner, action, belongs)).map(({ search }) => search)
}

const noted = ({ id, tell }: Asked['search'], of: string, at: number): Noted => ({
  find: { search: id, of, at },
  tellAt: periodOf(tell, at).tellAt
})

const storedOf = ({ observation, classification }: Classified): StoredComment => ({
  ...observation,
  firstText: observation.text,
  firstObservedAt: observation.observedAt,
  state: observation.deleted ? 'deleted' : 'visible',
  ...(classification && { classification })
})
