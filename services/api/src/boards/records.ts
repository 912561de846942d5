import { accountId } from '@huiyin/domain/ids.ts'
import { INCIDENT_ROW } from '@huiyin/ports/incidents.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { IncidentRow } from '@huiyin/schemas/incident.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { RowFilter } from './tally.ts'

type Stretch = { from: number; until: number }

export const timeOfPost = ({ publishedAt, foundAt }: Post): number => publishedAt ?? foundAt

/** Posts of a stretch, the newest first; an office publishes some thousands a year. */
export async function postsIn(
  posts: () => Promise<readonly Post[]>,
  { accounts }: RowFilter,
  { from, until }: Stretch
): Promise<Post[]> {
  const all = await posts()
  return all
    .filter(post => timeOfPost(post) >= from && timeOfPost(post) < until)
    .filter(({ platform, account }) => !accounts || accounts.has(accountId({ platform, id: account })))
    .sort((a, b) => timeOfPost(b) - timeOfPost(a) || (a.id < b.id ? -1 : 1))
}

const PAGE = 200

/** Incidents that were opened in a stretch and are no false alarms, the newest first; merged ones go with the elder. */
export async function incidentsIn(
  records: Pick<Records, 'list'>,
  { accounts, department }: RowFilter,
  { from, until }: Stretch
): Promise<IncidentRow[]> {
  const found: IncidentRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await records.list<IncidentRow>(INCIDENT_ROW, { atMost: PAGE, ...(after !== undefined && { after }) })
    for (const { value } of page) {
      if (value.bornAt < from) return found // the newest stand first
      if (value.bornAt >= until || value.state === 'dismissed' || value.state === 'merged') continue
      if (accounts && !value.accounts.some(one => accounts.has(one))) continue
      if (department !== undefined && !value.departments.includes(department)) continue
      found.push(value)
    }
    if (page.length < PAGE) return found
    after = page.at(-1)!.id
  }
}
