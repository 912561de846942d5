import { PRIVATE } from '@huiyin/domain/private-post.ts'
import { isObject } from './http.ts'
import { isGone, type MastodonCall, mastodonError } from './mastodon-call.ts'
import { type Place, readStatus, type Status, titleOf } from './mastodon-status.ts'

/**
 * Mastodon names only the parent. A conversation's first status is the post, whoever wrote it; the thread begins at
 * the first status on the way down that is not ours, or at the status itself where all above is ours. What was found
 * once is kept: a parent that is deleted later leaves its replies without any.
 */
const REMEMBERED = 20_000
/** No conversation is so deep; a loop of parents ends here. */
const DEEPEST = 5000

/** Of one status: the post, and the thread's first where a citizen stands on the way from the post to it. */
interface Node {
  post: string
  root?: string
  title?: string
}

export type Written = Pick<Status, 'account' | 'acct' | 'visibility'>

export type Kept = Record<string, readonly [post: string, root: string]>

export interface Threads {
  /** Where a status belongs; asks for what stands above it when that is not known. Rejects with PlatformError. */
  placeOf: (status: Status, signal?: AbortSignal) => Promise<Place>
  /** The same for what came along in one answer; no call is made. */
  note: (statuses: readonly Status[]) => void
  /** A conversation begins with it, as the caller knows. */
  begins: (post: string, ours: boolean) => void
  /** Whether the post is ours; undefined: not known. */
  isOurs: (post: string) => boolean | undefined
  /** Who wrote a status and who may see it, as far as it was met. */
  writtenBy: (id: string) => Written | undefined
  /** Takes up what an earlier process found. */
  recall: (kept: Kept) => void
}

export function mastodonThreads({ get }: Pick<MastodonCall, 'get'>, us: string): Threads {
  const nodes = new Map<string, Node>()
  const written = new Map<string, Written>()

  function remember<Value>(map: Map<string, Value>, id: string, value: Value): void {
    map.delete(id)
    map.set(id, value)
    if (map.size > REMEMBERED) map.delete(map.keys().next().value!)
  }

  const noteWriter = ({ id, account, acct, visibility }: Status) => remember(written, id, { account, acct, visibility })

  function below(above: Node | undefined, { id, account, text }: Status): Node {
    const root = above?.root ?? (account === us ? undefined : id)
    return { ...(above ?? { post: id, title: titleOf(text) }), ...(root !== undefined && { root }) }
  }

  /** Finds the node below what stands above; undefined when that is not known. */
  function nodeOf(status: Status): Node | undefined {
    const known = nodes.get(status.id)
    if (known) return known
    const above = status.parent === undefined ? undefined : nodes.get(status.parent)
    if (status.parent !== undefined && !above) return undefined
    const node = below(above, status)
    remember(nodes, status.id, node)
    return node
  }

  function note(statuses: readonly Status[]): void {
    for (const status of statuses) noteWriter(status)
    // Parents come before their replies, or after them: as long as one more finds its place.
    let waiting = statuses.filter(status => !nodeOf(status))
    for (let pass = 0; waiting.length > 0 && pass < DEEPEST; pass++) {
      const still = waiting.filter(status => !nodeOf(status))
      if (still.length === waiting.length) return
      waiting = still
    }
  }

  async function climb(status: Status, signal?: AbortSignal): Promise<Node | undefined> {
    const answer = await get(`/api/v1/statuses/${encodeURIComponent(status.id)}/context`, [], signal)
    if (!answer.ok && isGone(answer)) return undefined
    if (!answer.ok) throw mastodonError(answer, 'what stands above a status')
    const { json } = answer
    const rows: unknown[] = isObject(json) && Array.isArray(json.ancestors) ? json.ancestors : []
    const ancestors = rows.map(readStatus).filter(row => typeof row !== 'string')
    let above: Node | undefined
    for (const one of [...ancestors, status]) {
      noteWriter(one)
      // What is hidden from us in between is stepped over; the highest that we see stands for the post.
      if (!nodeOf(one) && (above || one !== status)) remember(nodes, one.id, below(above, one))
      above = nodes.get(one.id)
    }
    return nodeOf(status)
  }

  return {
    placeOf: async (status, signal) => {
      noteWriter(status)
      if (status.visibility === 'direct') return privatePlace(status, us)
      const node = nodeOf(status) ?? (await climb(status, signal)) ?? { post: status.parent ?? status.id }
      if (!nodes.has(status.id)) remember(nodes, status.id, { ...node, root: node.root ?? status.id })
      return { ...node, root: node.root ?? status.id }
    },
    note,
    begins: (post, ours) => {
      if (!nodes.has(post)) remember(nodes, post, { post, ...(!ours && { root: post }) })
    },
    isOurs: post => {
      const author = written.get(post)?.account
      return author === undefined ? undefined : author === us
    },
    writtenBy: id => written.get(id),
    recall: kept => {
      for (const [id, [post, root]] of Object.entries(kept)) if (!nodes.has(id)) remember(nodes, id, { post, root })
    }
  }
}

/** Between us and one citizen: theirs when they wrote it, else whom we answer or call first. */
const privatePlace = ({ account, parentAccount, mentions, id }: Status, us: string): Place => ({
  post: PRIVATE,
  root: account === us ? ([parentAccount, ...mentions].find(one => one !== undefined && one !== us) ?? id) : account
})
