import type { Clock } from '@huiyin/ports/clock.ts'
import { type CheckFinding, PlatformError } from '@huiyin/ports/platform.ts'
import { finding } from './finding.ts'
import { isObject } from './http.ts'
import type { WeiboCall } from './weibo-call.ts'
import { listPosts, type Reading } from './weibo-posts.ts'

const DAY = 86_400_000
/** So long before its end somebody should authorise again. */
const SOON = 3 * DAY

interface Token {
  uid: string
  until: number | undefined
}

async function tokenOf({ call, clock }: { call: WeiboCall; clock: Clock }): Promise<Token> {
  const answer = await call.tokenInfo()
  if (!answer.ok) throw await call.explain(answer.code, 'inbox')
  const { uid, expire_in, expires_in } = isObject(answer.json) ? answer.json : {}
  const seconds = Number(expire_in ?? expires_in ?? Number.NaN)
  return { uid: String(uid ?? ''), until: Number.isFinite(seconds) ? clock.now() + seconds * 1000 : undefined }
}

/** When the authorisation ends that only a person can renew; Weibo tells the seconds left. */
export const authorisedUntil = async (of: { call: WeiboCall; clock: Clock }): Promise<number | undefined> =>
  (await tokenOf(of)).until

/** Asks for the token, a comment, the posts and the quota: two calls of the day's hundred. */
export async function checkWeibo(of: Reading & { clock: Clock }): Promise<CheckFinding[]> {
  const { call, clock, uid } = of
  let until: number | undefined

  const signedIn = await finding('sign-in', async () => {
    const token = await tokenOf(of)
    until = token.until
    if (token.uid !== '' && token.uid !== uid) {
      const words = `The access token is that of account ${token.uid}, not of ${uid}: authorise with the right account`
      throw new PlatformError('OTHER_ACCOUNT', words, 'reauthorise')
    }
    return 'Weibo knows the access token'
  })
  if (!signedIn.ok) return [signedIn]

  const token = await finding('token', async () => {
    if (until === undefined) return 'Weibo does not tell when the authorisation ends'
    const days = Math.floor((until - clock.now()) / DAY)
    if (until - clock.now() > SOON) return `The authorisation holds ${days} days more`
    const words = `The authorisation ends in ${days} days: the person in charge has to authorise the app again`
    throw new PlatformError('ENDS_SOON', words, 'reauthorise')
  })
  const comments = await finding('comments', async () => {
    await call.rows('/2/comments/to_me.json', { count: 1 }, 'inbox')
    return 'Comments to the account can be read'
  })
  const posts = await finding('posts', async () => {
    const { length } = (await listPosts(of)).posts
    return `The account's posts can be read: ${length} of at most 5 that Weibo gives`
  })
  const quota = await finding('quota', async () => {
    const left = await call.left()
    return left?.remaining === undefined
      ? 'Weibo does not tell how many calls are left'
      : `${left.remaining} calls are left, for ${Math.ceil(left.resetIn / 60_000)} minutes`
  })
  return [signedIn, token, comments, posts, quota]
}
