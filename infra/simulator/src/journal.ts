import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { SimComment, SimPost } from './things.ts'

/** What stands on the platforms, line by line: a post, a comment, or a comment as it has become. */
export type Entry = { post: SimPost } | { comment: SimComment }

export interface Journal {
  entries: Entry[]
  write: (entry: Entry) => void
}

/** Comments older than this are forgotten at a restart. */
const KEPT = 3 * 86_400_000

const keyOf = ({ platform, account, post, id }: SimComment) => `${platform}/${account}/${post}/${id}`

/** Reads what an earlier run left, drops what is old, and goes on behind it. */
export function openJournal(path: string, now: number): Journal {
  const posts: Entry[] = []
  const comments = new Map<string, SimComment>()
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const entry = parse(line)
    if (!entry) continue
    if ('post' in entry) posts.push(entry)
    else if (now - entry.comment.publishedAt < KEPT) comments.set(keyOf(entry.comment), entry.comment)
  }
  const entries = [...posts, ...Array.from(comments.values(), comment => ({ comment }))]
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
