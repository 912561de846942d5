import type { Clock } from '@huiyin/ports/clock.ts'
import type { Platform, ReadBack, ReplyOutcome, ReplyTarget } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { AxiosInstance } from 'axios'
import { asked, httpClient, postponed, unanswered } from './http.ts'
import { sameText } from './same-text.ts'
import { addressOf } from './wechat-articles.ts'
import { wechatCall } from './wechat-call.ts'
import { replyIn, rowId } from './wechat-comments.ts'
import { ALREADY_REPLIED, ARTICLE_GONE, REPLY_REFUSALS, SYSTEM_ERROR, wechatError } from './wechat-errors.ts'
import { nextPage, PAGE, WALK_FROM_START, type Walk } from './wechat-pages.ts'
import { pollWechat } from './wechat-poll.ts'

const API = 'https://api.weixin.qq.com'
export interface PlatformDeps {
  clock: Clock
  http?: AxiosInstance
}

/**
 * A WeChat official account. `credentials.secret` is its app secret, `posts` the articles to watch
 * besides those that the statistics name the day after. One process per account may hold it: every
 * token fetched elsewhere by `force_refresh` ends ours.
 */
export function wechatPlatform(account: Account, { clock, http = httpClient() }: PlatformDeps): Platform {
  const { secret } = account.credentials
  if (!secret) throw new TypeError(`WeChat account "${account.id}": credentials.secret must be the app secret`)
  const api = (account.api ?? API).replace(/\/+$/, '')
  const call = wechatCall({ api, appid: account.id, secret }, http, clock)
  const office = { id: account.id, name: account.name }
  const posts = account.posts ?? []

  /** The comment's row in its article, or why there is none. */
  async function rowOf({ post, comment }: ReplyTarget): Promise<{ row: unknown } | { gone: string }> {
    const address = addressOf(post)
    if (!address) return { gone: `"${post}" is no article of WeChat` }
    for (let walk: Walk | undefined = WALK_FROM_START; walk; ) {
      const answer = await call('/cgi-bin/comment/list', { ...address, begin: walk.begin, count: PAGE, type: 0 })
      if (answer.errcode === ARTICLE_GONE) return { gone: 'The article is not there any more' }
      if (answer.errcode !== 0) throw wechatError(answer.errcode, answer.errmsg, clock.now())
      const rows: unknown[] = Array.isArray(answer.comment) ? answer.comment : []
      const row = rows.find(row => String(rowId(row)) === comment)
      if (row) return { row }
      walk = nextPage(walk, rows)
    }
    return { gone: 'The comment is not there any more' }
  }

  async function readBack(target: ReplyTarget, { text }: { text: string }): Promise<ReadBack> {
    const found = await asked(() => rowOf(target))
    if ('gone' in found) return { outcome: 'gone', message: found.gone }
    const reply = replyIn(found.row)
    if (!reply) return { outcome: 'absent' }
    const { native, at: acceptedAt } = reply
    return sameText(reply.text, text)
      ? { outcome: 'same', native, acceptedAt }
      : { outcome: 'different', text: reply.text, native, acceptedAt }
  }

  async function reply(target: ReplyTarget, text: string): Promise<ReplyOutcome> {
    const address = addressOf(target.post)
    const user_comment_id = Number(target.comment)
    if (!address || !Number.isSafeInteger(user_comment_id)) {
      return {
        outcome: 'refused',
        code: 'ADDRESS',
        message: "WeChat can answer a citizen's comment under an article only"
      }
    }
    const answer = await call('/cgi-bin/comment/reply/add', { ...address, user_comment_id, content: text }).catch(
      unanswered
    )
    if (!('errcode' in answer)) return answer
    const { errcode, errmsg } = answer
    if (errcode === 0) return { outcome: 'sent' }
    if (errcode === ALREADY_REPLIED) return alreadyReplied(target, text)
    const refused = REPLY_REFUSALS[errcode]
    if (refused !== undefined) return { outcome: 'refused', code: String(errcode), message: refused }
    const error = wechatError(errcode, errmsg, clock.now())
    return errcode === SYSTEM_ERROR ? { outcome: 'unknown', message: error.message } : postponed(error)
  }

  /** One reply per comment: ours came through before, or another one stands there. */
  async function alreadyReplied(target: ReplyTarget, text: string): Promise<ReplyOutcome> {
    const code = String(ALREADY_REPLIED)
    const found = await readBack(target, { text }).catch(() => undefined)
    if (found?.outcome === 'same') return { outcome: 'sent', native: found.native!, acceptedAt: found.acceptedAt }
    if (found?.outcome === 'gone') return { outcome: 'refused', code, message: found.message }
    if (found?.outcome === 'different') {
      return { outcome: 'refused', code, message: 'Another reply stands under the comment already; WeChat allows one' }
    }
    return { outcome: 'unknown', message: 'WeChat says that the comment has a reply; which one could not be read' }
  }

  return {
    capabilities: { reply: true, replyAgain: false, deleteReply: true, replyLimit: 140, readBack: true },
    replyLength: text => [...text].length,
    poll: (cursor, signal) => asked(() => pollWechat({ call, office, posts, clock }, cursor, signal)),
    reply,
    readBack
  }
}
