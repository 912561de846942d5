import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Planned, SimComment, SimPost } from './things.ts'

/**
 * What stands on the platforms, line by line: a post or a comment as it has become, a comment that will be written,
 * or the id of such a one that was.
 */
export type Entry = { post: SimPost } | { comment: SimComment } | { planned: Planned } | { written: string }

export interface Journal {
  entries: Entry[]
  write: (entry: Entry) => void
}

/**
 * Comments older than this are forgotten at a restart, but for the last of the citizens and of the office under each
 * post: no id is given twice.
 */
const KEPT = 3 * 86_400_000

const postKey = ({ platform, account, id }: SimPost) => `${platform}/${account}/${id}`
const keyOf = ({ platform, account, post, id }: SimComment) => `${platform}/${account}/${post}/${id}`

/** Reads what an earlier run left, drops what is old, and goes on behind it. */
export function openJournal(path: string, now: number): Journal {
  const posts = new Map<string, SimPost>()
  const comments = new Map<string, SimComment>()
  const plans = new Map<string, Planned>()
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const entry = parse(line)
    if (!entry) continue
    if ('post' in entry) posts.set(postKey(entry.post), entry.post)
    else if ('comment' in entry) comments.set(keyOf(entry.comment), entry.comment)
    else if ('planned' in entry) plans.set(entry.planned.plan, entry.planned)
    else plans.delete(entry.written)
  }
  const writtenBy = ({ platform, account, post, author }: SimComment) => `${platform}/${account}/${post}/${!!author}`
  const last = new Map(Array.from(comments.values(), comment => [writtenBy(comment), comment]))
  const kept = [...comments.values()].filter(
    comment => now - comment.publishedAt < KEPT || last.get(writtenBy(comment)) === comment
  )
  const entries: Entry[] = [
    ...Array.from(posts.values(), post => ({ post })),
    ...kept.map(comment => ({ comment })),
    ...Array.from(plans.values(), planned => ({ planned }))
  ]
  writeFileSync(`${path}.new`, entries.map(entry => `${JSON.stringify(entry)}\n`).join(''))
  renameSync(`${path}.new`, path)
  return { entries, write: entry => appendFileSync(path, `${JSON.stringify(entry)}\n`) }
}

/** The last line may have been cut by a crash. */
function parse(line: string): Entry | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as Entry)
  } catch {
    return undefined
  }
}
