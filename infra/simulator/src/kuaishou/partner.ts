import { type Answer, ok, type Question } from '../answer.ts'
import { bentPage, bentSpan } from '../bent.ts'
import type { Office, SimComment, SimPost } from '../things.ts'
import type { Usage } from '../usage.ts'
import { createWindows } from '../windows.ts'
import type { World } from '../world.ts'
import type { KuaishouLimits } from './limits.ts'
import type { KuaishouQuirks } from './quirks.ts'

const MINUTE = 60_000
const MOST = 100
const LONGEST = 500

const WORDS: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  404: 'not_found',
  405: 'method_not_allowed',
  429: 'too_many_requests',
  500: 'internal'
}

/** What the partner refuses: an HTTP status as the web means it. */
export const partnerError = (status: number, _path: string, message = ''): Answer => ({
  status,
  body: { error: WORDS[status] ?? 'error', message },
  ...(status === 429 && { headers: { 'retry-after': '60' } })
})

/** `partner-comments/v1`: a protocol of our own for an office that has a partner who hands comments on. */
export interface Partner {
  answer: (question: Question) => Answer
  tellError: typeof partnerError
  /** The bearer token of an account. */
  token: (account: string) => string
  /** Accounts whose token is taken no more. */
  expired: Set<string>
}

export function createPartner(
  world: World,
  limits: { kuaishou: KuaishouLimits },
  usage: Usage,
  quirks: Pick<KuaishouQuirks, 'brokenRow'>
): Partner {
  const expired = new Set<string>()
  const windows = createWindows()
  const made = new Map<string, string>()
  const token = (account: string) => `partner-${account}`

  function holder(authorization = ''): Office | undefined {
    const office = world.offices.find(
      ({ platform, id }) => platform === 'kuaishou' && authorization === `Bearer ${token(id)}`
    )
    return office && expired.has(office.id) ? undefined : office
  }

  /** The ms to wait when there were too many. */
  function spend({ id }: Office): number {
    const now = world.clock.now()
    const endsAt = (Math.floor(now / MINUTE) + 1) * MINUTE
    if (windows.used(id, now) >= limits.kuaishou.partnerPerMinute) return endsAt - now
    windows.count(id, now, endsAt)
    return 0
  }

  function reply(post: SimPost, comment: SimComment | undefined, { path, raw }: Question): Answer {
    const { text, clientToken } = parse(raw)
    if (typeof text !== 'string' || text.trim() === '' || [...text].length > LONGEST) {
      return partnerError(400, path, `text must have 1 to ${LONGEST} characters`)
    }
    if (typeof clientToken !== 'string' || clientToken === '') return partnerError(400, path, 'clientToken is missing')
    const key = `${post.account}/${clientToken}`
    const earlier = made.get(key)
    if (earlier !== undefined) return { status: 201, body: { commentId: earlier } }
    if (!comment || comment.deleted) return partnerError(404, path, 'There is no such comment')
    const { id } = world.add({ platform: 'kuaishou', account: post.account, post: post.id, parent: comment.id, text })
    made.set(key, id)
    return { status: 201, body: { commentId: id } }
  }

  function answer(question: Question): Answer {
    const { path, method, headers } = question
    const office = holder(headers.authorization)
    if (!office) return partnerError(401, path, 'The bearer token is not taken')
    usage.called('kuaishou', office.id, '/partner/v1/works')
    const wait = spend(office)
    if (wait > 0) {
      usage.refused('kuaishou', office.id)
      return { ...partnerError(429, path), headers: { 'retry-after': String(Math.ceil(wait / 1000)) } }
    }
    const [, work, comment] =
      /^\/partner\/v1\/works\/([^/]+)\/comments(?:\/([^/]+)\/replies)?$/.exec(path)?.map(decodeURIComponent) ?? []
    const post = work === undefined ? undefined : world.post('kuaishou', office.id, work)
    if (!post || post.gone) return partnerError(404, path, 'There is no such work')
    const replying = path.endsWith('/replies')
    if (method !== (replying ? 'POST' : 'GET')) return partnerError(405, path)
    if (!replying) return list(world, post, question, quirks.brokenRow)
    return reply(post, world.comment('kuaishou', office.id, post.id, comment ?? ''), question)
  }

  return { answer, tellError: partnerError, token, expired }
}

/** Comments of both levels in one list, newest first behind those that are pinned; the cursor is the last one's id. */
function list(world: World, post: SimPost, { path, query, bend }: Question, brokenRow: boolean): Answer {
  const limit = Number(query.limit ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    return partnerError(400, path, `limit must be 1 to ${MOST}`)
  const all = [...world.under('kuaishou', post.account, post.id)]
    .reverse()
    .sort((a, b) => Number(b.pinned === true) - Number(a.pinned === true) || b.publishedAt - a.publishedAt)
  const at = query.cursor ? all.findIndex(({ id }) => id === query.cursor) : -1
  if (query.cursor && at < 0) return partnerError(400, path, 'The cursor is unknown')
  const shown = (one: SimComment) => !one.deleted && !one.hidden
  const rows = all.filter(shown)
  const from = all.slice(0, at + 1).filter(shown).length
  const page = bentPage(rows, from, limit, bend)
  const { more } = bentSpan(rows.length, from, limit, bend)
  const standing = bend?.endless === 'standing' && from + limit >= rows.length && query.cursor
  const nextCursor = more ? standing || (page.at(-1)?.id ?? null) : null
  const items = page.map(comment => item(world, comment))
  return ok({ items: brokenRow ? [...items, ...items.slice(0, 1).map(withoutId)] : items, nextCursor })
}

function item(world: World, comment: SimComment) {
  const { author, account } = comment
  return {
    commentId: comment.id,
    parentId: comment.parent ?? null,
    rootId: comment.parent === undefined ? null : comment.root,
    authorId: author?.id ?? account,
    authorName: author?.name ?? world.office('kuaishou', account)?.name ?? '',
    text: comment.text,
    createdAtMs: comment.publishedAt,
    likeCount: comment.likes,
    replyCount: world.repliesTo(comment).filter(({ deleted }) => !deleted).length,
    pinned: comment.pinned === true
  }
}

const withoutId = ({ commentId: _, ...rest }: ReturnType<typeof item>) => rest

function parse(raw: string): { text?: unknown; clientToken?: unknown } {
  try {
    const body: unknown = JSON.parse(raw)
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {} // refused for what is missing
  }
}
