import type { CheckFinding } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { finding } from './finding.ts'
import { listArticles, newestDay } from './wechat-articles.ts'
import { type Listed, listPage } from './wechat-list.ts'
import { WALK_FROM_START } from './wechat-pages.ts'

const CALLBACK_KEY = /^[A-Za-z0-9]{43}$/

/** Signs in, reads a day of the statistics and a page of comments; says what is missing. */
export async function checkWechat(of: Listed, { posts = [], credentials }: Account): Promise<CheckFinding[]> {
  let article = posts.at(-1)

  async function statistics(): Promise<string> {
    const page = await listArticles(of, newestDay(of.clock.now()))
    article ??= page.posts[0]?.id
    return `The statistics can be read: ${page.posts.length} articles on the newest day`
  }
  async function comments(): Promise<string> {
    if (article === undefined) return 'No article is known yet: name one, or wait for the statistics of the next day'
    const { rows } = await listPage(of, article, WALK_FROM_START)
    return `Comments can be read: ${rows.length} on the first page of article ${article}`
  }

  const signedIn = await finding('sign-in', async () => {
    await of.call.signIn()
    return 'WeChat knows the app and its secret, and takes calls from here'
  })
  const read = signedIn.ok ? [await finding('posts', statistics), await finding('comments', comments)] : []
  return [signedIn, ...read, callbackOf(credentials)]
}

function callbackOf({ callbackToken, callbackKey }: Account['credentials']): CheckFinding {
  const what = 'callback'
  if (!callbackToken) {
    const message = 'Private messages do not come in: no token of the message callback is set'
    return { what, ok: true, code: 'NO_CALLBACK', message }
  }
  if (callbackKey && !CALLBACK_KEY.test(callbackKey)) {
    const message = 'EncodingAESKey must have 43 letters and digits'
    return { what, ok: false, code: 'CALLBACK_KEY', message }
  }
  return { what, ok: true, message: 'Private messages are checked with the token of the message callback' }
}
