import { accountId } from '@huiyin/domain/ids.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { IncidentRow } from '@huiyin/schemas/incident.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { World } from '../../services/api/test/house.ts'
import { fillStore } from '../year/fill.ts'
import { generateYear } from '../year/generate.ts'
import { ACCOUNTS } from '../year/people.ts'
import type { Story } from '../year/story.ts'
import type { Documents } from './plain.ts'

/** Noon of 21 November 2026, a Saturday. */
export const NOON = Date.parse('2026-11-21T12:00:00+08:00')
const PLACES = ['东城街道', '江北镇', '开发区']
const DAY = 86_400_000

export interface Town {
  documents: { -readonly [Name in keyof Documents]: Documents[Name][number][] }
  /** What happens only once the house has counted. */
  later: Story[]
}

/** Half a year of an office, with two accounts of one native id, two rounds of National Day, and some incidents. */
export async function plantTown({ store }: World, comments = 1_500): Promise<Town> {
  const year = generateYear({ seed: 9, comments, from: Date.parse('2026-05-10T00:00:00+08:00'), to: NOON })
  const stories = [...year.stories()].map(placed)
  const [now, later] = [stories.slice(0, -25), stories.slice(-25)]
  const documents: Town['documents'] = { comments: [], tickets: [], posts: [...year.posts], incidents: incidents() }
  await fillStore(store, { ...year, stories: () => now.values() as Generator<Story> }, of => meet(documents, of))
  await store.records.createEach(
    'incident-row',
    documents.incidents.map(value => ({
      id: `${String(99_999_999_999_999 - value.bornAt).padStart(14, '0')}/${value.id}`,
      value
    }))
  )
  await store.records.refresh()
  return { documents, later }
}

export function meet(
  { comments, tickets }: Town['documents'],
  of: { comments: readonly StoredComment[]; tickets: readonly Ticket[] }
): void {
  comments.push(...of.comments)
  tickets.push(...of.tickets)
}

/** Every third comment tells where it was written. */
function placed({ comments, ticket }: Story, n: number): Story {
  const place = n % 3 === 0 ? { place: PLACES[(n / 3) % PLACES.length]! } : {}
  return {
    comments: comments.map(comment => (comment.ours ? comment : { ...comment, ...place })),
    ...(ticket && { ticket })
  }
}

function incidents(): IncidentRow[] {
  const states = ['open', 'closed', 'dismissed', 'merged', 'open'] as const
  return Array.from({ length: 40 }, (_, i): IncidentRow => {
    const bornAt = NOON - i * 2 * DAY - (i % 2) * (NOON % DAY)
    const of = ACCOUNTS[i % ACCOUNTS.length]!
    return {
      ...{ id: `i${i}`, number: `I-${i}`, state: states[i % states.length]!, title: `第${i}起`, nature: 'service' },
      ...{ scale: 'small', trend: 'steady', impact: 'local', level: 'yellow', procedure: 'general' },
      ...{ since: bornAt, bornAt, lastAt: bornAt, comments: 10, people: 8, negative: 5, urgent: 0, late: 0 },
      departments: i % 2 === 0 ? ['住建局'] : ['交通局'],
      accounts: [accountId(of)]
    }
  })
}
