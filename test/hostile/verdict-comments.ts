import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { KINDS } from '@huiyin/simulator/control.ts'
import type { SimComment } from '@huiyin/simulator/things.ts'
import { idOfComment } from './citizens.ts'
import type { Findings } from './everything.ts'

/** Every comment once, in its place and with its words; deletions noticed, none invented. */
export function judgeComments({ simulator, kept, changes }: Findings): string[] {
  const held = new Map(kept.comments.map(comment => [comment.id, comment]))
  const natives = new Map<string, string>()
  const wrong: string[] = []
  for (const { id, platform, account, post, comment } of kept.comments) {
    const native = [platform, account, post, comment].join(' ')
    const other = natives.get(native)
    if (other) wrong.push(`${id} stands twice in the store, also as ${other}`)
    natives.set(native, id)
  }
  for (const truth of allOf(simulator)) {
    const id = idOfComment(truth)
    const gone = simulator.post(truth.platform, truth.account, truth.post)?.gone === true
    const stored = held.get(id)
    held.delete(id)
    const why = stored ? differs(truth, stored, { gone }) : missing(truth, { gone, changed: changes.deleted.has(id) })
    if (why) wrong.push(`${id}, published ${instant(truth.publishedAt)}: ${why}`)
  }
  for (const id of held.keys()) wrong.push(`${id} was never written`)
  return wrong
}

export const allOf = ({ offices, under }: Findings['simulator']): SimComment[] =>
  KINDS.flatMap(kind => offices.filter(({ platform }) => platform === kind).flatMap(({ id }) => [...under(kind, id)]))

const instant = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 19)

/** What was taken down with its post, or replaced before anybody looked, nobody can find any more. */
function missing({ author, deleted }: SimComment, { gone, changed }: { gone: boolean; changed: boolean }) {
  if (gone || (!author && deleted)) return undefined
  return changed ? 'it was known, and is not in the store' : 'it is not in the store'
}

function differs(truth: SimComment, stored: StoredComment, { gone }: { gone: boolean }): string | undefined {
  const first = truth.earlier?.[0]?.text ?? truth.text
  const told = (text: string) => (truth.platform === 'mastodon' ? text.replace(/^(?:@\S+ )+/, '') : text)
  if (stored.root !== truth.root) return `its root is ${truth.root}, not ${stored.root}`
  if (stored.parent !== truth.parent) return `it answers ${truth.parent}, not ${stored.parent}`
  if (stored.ours !== (truth.author === undefined)) return `ours: ${stored.ours}`
  if (gone) return undefined
  if (told(stored.text) !== told(truth.text)) return `its text is "${truth.text}", not "${stored.text}"`
  if (
    truth.author &&
    told(stored.firstText) !== told(first) &&
    !truth.earlier?.some(({ text }) => told(text) === told(stored.firstText))
  )
    return `its first text was "${first}", not "${stored.firstText}"`
  if (truth.deleted && stored.state !== 'deleted') return 'it was deleted, which nobody noticed'
  if (!truth.deleted && stored.state !== 'visible') return `it stands there, and is ${stored.state} here`
  return undefined
}
