import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { OfMap, ReadMap } from '@huiyin/ports/office-map.ts'
import type { MapPreview } from '@huiyin/schemas/api-settings.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Department, Place } from '@huiyin/schemas/departments.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from '../ports.ts'

const DAY = 86_400_000
const LOOK_BACK = 7 * DAY
/** Tickets or comments looked at, at most. */
const LOOKED_AT = 500
const PAGE = 100
const MOST_SHOWN = 20

type Looked = Omit<MapPreview, 'problems'>
type Example = MapPreview['examples'][number]

const NOTHING: Looked = { looked: 0, judged: 0, other: 0, examples: [], complete: true }

/** What other departments would have answered for the open tickets of the last 7 days; what persons said stays. */
export async function previewDepartments(ports: ApiPorts, departments: readonly Department[]): Promise<MapPreview> {
  return previewed(ports, { ...ports.map.now(), departments }, async (before, after) => {
    const { found, complete } = await openTickets(ports)
    const heard = await firstWords(ports, found)
    const judged = found.flatMap((ticket, i) => {
      const comment = heard[i]
      if (!comment?.classification || ticket.corrected?.department !== undefined) return []
      return [
        {
          ticket: ticket.id,
          number: ticket.number,
          was: [officeBy(before, comment)],
          would: [officeBy(after, comment)]
        }
      ]
    })
    return { ...told(judged), looked: found.length, complete }
  })
}

/** What other places the comments of the last 7 days would name. */
export async function previewPlaces(ports: ApiPorts, places: readonly Place[]): Promise<MapPreview> {
  return previewed(ports, { ...ports.map.now(), places }, async (before, after) => {
    const { found, complete } = await newestComments(ports)
    const judged = found.flatMap(({ id, text, state }) =>
      state === 'erased' ? [] : [{ comment: id, was: before(text, []).places, would: after(text, []).places }]
    )
    return { ...told(judged), looked: found.length, complete }
  })
}

async function previewed(
  { map }: ApiPorts,
  wanted: OfMap,
  look: (before: ReadMap, after: ReadMap) => Promise<Looked>
): Promise<MapPreview> {
  const problems = problemsOf(() => map.check(wanted))
  if (problems.length > 0 || !map.reading) return { problems, ...NOTHING }
  return { problems, ...(await look(map.reading(map.now()), map.reading(wanted))) }
}

function problemsOf(check: () => void): RuleProblem[] {
  try {
    check()
    return []
  } catch (error) {
    if (!(error instanceof HuiyinError)) throw error
    return [{ code: error.code, refuses: true, zh: '地名或部门有误，不能这样保存。', en: error.message }]
  }
}

function told(judged: readonly Example[]): Pick<Looked, 'judged' | 'other' | 'examples'> {
  const other = judged.filter(({ was, would }) => was.join('\n') !== would.join('\n'))
  return { judged: judged.length, other: other.length, examples: other.slice(0, MOST_SHOWN) }
}

/** As a ticket gets its department: the office's own, else the likeliest class. */
function officeBy(read: ReadMap, { text, classification }: StoredComment): string {
  const departments = classification?.departments ?? []
  return read(text, departments).office ?? departments[0]?.name ?? ''
}

async function openTickets({ tickets, clock }: ApiPorts) {
  const openedFrom = clock.now() - LOOK_BACK
  const status = ['open', 'handling'] as const
  return paged<Ticket>(after =>
    tickets.search({ sort: 'newest', openedFrom, status, atMost: PAGE, ...(after && { after }) })
  )
}

const newestComments = ({ comments, clock }: ApiPorts) =>
  paged<StoredComment>(after =>
    comments.search({
      ...{ sort: 'newest', ours: false, publishedFrom: clock.now() - LOOK_BACK, atMost: PAGE },
      ...(after && { after })
    })
  )

async function paged<V>(page: (after?: string) => Promise<{ rows: V[]; after?: string }>) {
  const found: V[] = []
  for (let after: string | undefined; ; ) {
    const next = await page(after)
    found.push(...next.rows)
    after = next.after
    if (after === undefined || found.length >= LOOKED_AT) return { found, complete: after === undefined }
  }
}

/** What a citizen said first of all that the ticket still keeps. */
async function firstWords({ comments }: ApiPorts, tickets: readonly Ticket[]) {
  const refs = tickets.map(({ turns }) => {
    const first = turns.find(({ by, comment }) => by === 'citizen' && comment !== undefined)
    return first && { id: first.comment!, publishedAt: first.at }
  })
  const known = refs.flatMap(ref => ref ?? [])
  const found = new Map((await comments.getMany(known)).map((one, i) => [known[i]!.id, one?.document]))
  return refs.map(ref => ref && found.get(ref.id))
}
