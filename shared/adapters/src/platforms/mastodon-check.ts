import type { CheckFinding } from '@huiyin/ports/platform.ts'
import { NoAnswer } from './http.ts'
import { type MastodonAnswer, type MastodonCall, mastodonError } from './mastodon-call.ts'
import type { Instance } from './mastodon-instance.ts'
import { CREDENTIALS, isMeant, otherAccount, ownerOf } from './mastodon-self.ts'

type What = CheckFinding['what']

/** Whose token it is, and what it may do. Writes nothing. */
export async function mastodonCheck(call: MastodonCall, instance: Instance, entered: string): Promise<CheckFinding[]> {
  let us = entered
  const signIn = await found('sign-in', call.get(CREDENTIALS), 'whose token it is', json => {
    us = ownerOf(json)?.id ?? entered
    return judgeAccount(json, entered)
  })
  if (!signIn.ok && signIn.code !== 'OTHER_ACCOUNT') return [signIn]
  await instance.learn()
  const account = `/api/v1/accounts/${encodeURIComponent(us)}/statuses`
  return [
    signIn,
    await found('comments', call.get('/api/v1/notifications', [['limit', '1']]), 'notifications', () =>
      well('comments', 'Mentions can be read')
    ),
    await found('posts', call.get(account, [['limit', '1']]), "the account's statuses", () =>
      well('posts', "The account's own statuses can be read")
    ),
    await writing(call, instance)
  ]
}

const well = (what: What, message: string): CheckFinding => ({ what, ok: true, message })
const ill = (what: What, code: string, message: string): CheckFinding => ({ what, ok: false, code, message })

async function found(
  what: What,
  asking: Promise<MastodonAnswer>,
  wanted: string,
  judge: (json: unknown) => CheckFinding
): Promise<CheckFinding> {
  const answer = await asking.catch(noAnswer)
  if (answer instanceof NoAnswer) return ill(what, 'NO_ANSWER', answer.message)
  if (answer.ok) return judge(answer.json)
  const { code, message } = mastodonError(answer, wanted)
  return ill(what, code, message)
}

function noAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error
  throw error
}

function judgeAccount(json: unknown, entered: string): CheckFinding {
  const owner = ownerOf(json)
  if (owner === undefined) return ill('sign-in', 'UNREADABLE', 'The server did not say whose token it is')
  if (isMeant(owner, entered)) return well('sign-in', `Signed in as @${owner.username}, whose id is ${owner.id}`)
  return ill('sign-in', 'OTHER_ACCOUNT', otherAccount(owner, entered))
}

/** A change of a status that cannot exist: the server looks at the scope before it looks for the status. */
async function writing({ send }: MastodonCall, instance: Instance): Promise<CheckFinding> {
  const answer = await send('PUT', '/api/v1/statuses/0', { status: '' }).catch(noAnswer)
  if (answer instanceof NoAnswer) return ill('reply', 'NO_ANSWER', answer.message)
  if (!answer.ok && [401, 403, 429].includes(answer.status)) {
    const { code, message } = mastodonError(answer, 'writing (scope write:statuses)')
    return ill('reply', code, message)
  }
  return well('reply', `Replies may have ${instance.limit()} characters, the name of whom we answer included`)
}
