import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { collectedRows } from '../collected.ts'
import type { Judged } from './verdict.ts'

/** Every comment that a citizen wrote is in the store once, with its words, and nothing else is. */
export async function judgeComments(town: Judged): Promise<{ rows: StoredComment[]; wrong: string[] }> {
  const rows = await collectedRows(town.house)
  const here = Map.groupBy(rows, ({ id }) => id)
  const there = new Map(town.citizens.written.map(one => [one.id, one.comment]))
  const wrong: string[] = []
  for (const [id, comment] of there) {
    const found = here.get(id)
    if (!found) wrong.push(`${id} is not in the store, written ${new Date(comment.publishedAt).toISOString()}`)
    else if (found.length > 1) wrong.push(`${id} is in the store ${found.length} times`)
    else if (!hasWords(found[0]!, comment.text)) wrong.push(`${id} has other words`)
    else if (found[0]!.state !== 'visible') wrong.push(`${id} stands there, and is ${found[0]!.state} here`)
    else if (!found[0]!.classification) wrong.push(`${id} is not classified`)
  }
  for (const id of here.keys()) if (!there.has(id)) wrong.push(`${id} was never written`)
  return { rows, wrong }
}

/** At Mastodon a comment calls those whom it is for, in front of its words. */
const hasWords = ({ text }: StoredComment, written: string) =>
  text === written || (text.endsWith(written) && /^(?:@\S+\s+)+$/.test(text.slice(0, -written.length)))
