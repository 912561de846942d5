import { accountId, postId } from '@huiyin/domain/ids.ts'
import { nextLookAt, sameLink } from '@huiyin/domain/incidents/publication.ts'
import { actOnIncident, type IncidentDesk } from '@huiyin/ports/incidents.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Incident, Publication } from '@huiyin/schemas/incident.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import { ANALYST, type IncidentPorts } from './ports.ts'

/** Kind of the records in which the collector keeps what the office published. */
const POST = 'post'
const AT_MOST = 500

/** Looks for the posts of statements that were published by hand: what the collector has met is confirmed. */
export async function lookForPosts(
  { records }: IncidentPorts,
  desk: IncidentDesk,
  { id, statements }: Incident,
  now: number
): Promise<void> {
  for (const { id: statement, state, published, lookAt } of statements) {
    if (state !== 'published' || !published || lookAt === undefined || lookAt > now) continue
    const post = await postOf(records, published)
    const next = nextLookAt(published.at, now)
    if (post) {
      const at = post.publishedAt ?? post.foundAt
      const link = post.link === undefined ? {} : { link: post.link }
      await actOnIncident(desk, id, { type: 'post.seen', actor: ANALYST, statement, at, ...link })
    } else {
      const again = next === undefined ? {} : { lookAt: next }
      await actOnIncident(desk, id, { type: 'post.missing', actor: ANALYST, statement, ...again })
    }
  }
}

/** By the platform's own id where it is known, else by the link. */
async function postOf(records: Pick<Records, 'get' | 'list'>, published: Publication): Promise<Post | undefined> {
  const account = { platform: published.platform, id: published.account }
  if (published.post !== undefined) {
    const found = (await records.get<Post>(POST, postId(account, published.post)))?.document.value
    if (found && !found.gone) return found
  }
  const prefix = `${accountId(account)}/`
  for (let after: string | undefined; ; ) {
    const page = await records.list<Post>(POST, { prefix, atMost: AT_MOST, ...(after !== undefined && { after }) })
    const found = page.find(
      ({ value }) => !value.gone && value.link !== undefined && sameLink(value.link, published.link)
    )
    if (found) return found.value
    if (page.length < AT_MOST) return undefined
    after = page.at(-1)!.id
  }
}
