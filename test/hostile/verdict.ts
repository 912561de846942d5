import type { Findings } from './everything.ts'
import { judgeComments } from './verdict-comments.ts'
import { judgeReplies } from './verdict-replies.ts'

/** What is not as it truly was, in words. */
export function mismatchesOf(found: Findings): string[] {
  return [judgeComments, judgeReplies, judgeQuotas, judgeParked, judgeItems].flatMap(judge => judge(found))
}

function judgeQuotas({ quotas }: Findings): string[] {
  return quotas
    .filter(({ refused }) => refused > 0)
    .map(
      ({ platform, account, calls, refused }) => `${platform} ${account}: ${refused} of ${calls} calls were too often`
    )
}

const judgeParked = ({ kept }: Findings): string[] =>
  kept.parked.map(
    ({ topic, reason, raw }) => `parked from ${topic}, though it can be read: ${reason}: ${raw.slice(0, 200)}`
  )

/** All that was taken away has been given back: nobody has to do anything for an account any more. */
const judgeItems = ({ kept }: Findings): string[] =>
  kept.items
    .filter(({ kind, resolvedAt }) => kind.startsWith('account.') && resolvedAt === undefined)
    .map(
      ({ kind, platform, account, facts }) =>
        `${kind} still waits for a person: ${platform} ${account} ${facts.message}`
    )
