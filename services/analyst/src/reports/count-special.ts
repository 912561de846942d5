import { dayInShanghai } from '@huiyin/domain/day.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { type Counting, factsOfIncident, factsOfTicket } from '@huiyin/domain/reports/facts.ts'
import type { FigureCode } from '@huiyin/domain/reports/figures.ts'
import { openTally, type Tally } from '@huiyin/domain/reports/fold.ts'
import type { Incident } from '@huiyin/schemas/incident.ts'
import { membersOf } from './incidents.ts'
import type { ReportPorts } from './ports.ts'

const AT_ONCE = 200
/** What is counted of an incident by its members, their tickets and itself; of everything else nothing is known. */
const NOT_OF_ONE: ReadonlySet<FigureCode> = new Set([
  ...(['own-comments', 'posts', 'reads', 'likes', 'reposts', 'topic-comments'] as const)
])
export const isOfOne = ({ figure }: { figure: string }): boolean => !(NOT_OF_ONE as ReadonlySet<string>).has(figure)

/** The figures of one incident: its members, and the tickets of those who wrote them. */
export async function countSpecial(
  ports: Pick<ReportPorts, 'records' | 'tickets'>,
  incident: Incident,
  { counting, minimumSample }: { counting: Counting; minimumSample: number }
): Promise<Tally> {
  const tally = openTally({
    minimumSample,
    by: ['label', 'sentiment', 'level', 'platform', 'account', 'kind', 'incident']
  })
  tally.add(factsOfIncident(incident, counting))
  const met = new Set<string>()
  let waiting: string[] = []
  const take = async () => {
    const found = await ports.tickets.getMany(waiting)
    waiting = []
    for (const one of found) if (one) tally.add(factsOfTicket(one.document, counting))
    for (const one of found) if (one?.document.mergedInto !== undefined) await meet(one.document.mergedInto)
  }
  for await (const { platform, account, sentiment, level, publishedAt, ticket } of membersOf(ports, incident.id)) {
    tally.count('comments', 1)
    const by = {
      platform,
      account: accountId({ platform, id: account }),
      sentiment,
      level,
      day: dayInShanghai(publishedAt)
    }
    for (const [name, key] of Object.entries(by)) tally.count('comments', 1, { by: name as keyof typeof by, key })
    await meet(ticket)
  }
  while (waiting.length > 0) await take()
  return tally

  /** Each ticket once; what a merged one still owes, its elder does. */
  async function meet(ticket: string): Promise<void> {
    if (met.has(ticket)) return
    met.add(ticket)
    waiting.push(ticket)
    if (waiting.length >= AT_ONCE) await take()
  }
}
