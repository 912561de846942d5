import type { SimComment } from '@huiyin/simulator/things.ts'
import type { Findings } from './everything.ts'
import type { Let } from './people.ts'
import { allOf } from './verdict-comments.ts'

/** Every reply stands at its platform once, and its ticket says so. */
export function judgeReplies({ simulator, kept, replies }: Findings): string[] {
  const ours = Map.groupBy(
    allOf(simulator).filter(({ author }) => !author),
    ({ text }) => /（(r\d+)）/.exec(text)?.[1] ?? text
  )
  const known = new Set(replies.map(keyOf))
  const wrong = [...ours.keys()].filter(key => !known.has(key)).map(key => `${key} was posted, and nobody let it go`)
  for (const one of replies) {
    const ticket = kept.tickets.get(one.ticket)
    const reply = ticket?.replies.find(({ id }) => id === one.reply)
    const why = wrongWith(reply, ours.get(keyOf(one)) ?? [])
    const facts = reply?.failure ?? reply?.waits
    if (why)
      wrong.push(
        `${one.platform} ${one.account} ${keyOf(one)} of ${ticket?.number}: ${why} ${facts ? JSON.stringify(facts) : ''}`
      )
  }
  return wrong
}

const keyOf = ({ text }: Let) => /（(r\d+)）/.exec(text)![1]!

function wrongWith(reply: { state: string } | undefined, posted: readonly SimComment[]): string | undefined {
  const standing = posted.filter(({ deleted }) => !deleted).length
  if (reply?.state === 'replaced')
    return posted.length === 1 && standing === 0 ? undefined : `replaced, and ${standing} of ${posted.length} stand`
  if (reply?.state !== 'confirmed') return `it is ${reply?.state}, and ${standing} of ${posted.length} stand there`
  return posted.length === 1 && standing === 1
    ? undefined
    : `confirmed, and ${standing} of ${posted.length} stand there`
}
