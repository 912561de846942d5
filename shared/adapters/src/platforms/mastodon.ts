import type { Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import { asked, httpClient } from './http.ts'
import { mastodonCall } from './mastodon-call.ts'
import { mastodonCheck } from './mastodon-check.ts'
import { mastodonInbox } from './mastodon-inbox.ts'
import { FOR_THE_NAME, mastodonInstance } from './mastodon-instance.ts'
import { mastodonComments, mastodonPosts } from './mastodon-posts.ts'
import { mastodonDelete, mastodonLookUp, mastodonReadBack, mastodonReply } from './mastodon-reply.ts'
import { lengthOf } from './mastodon-text.ts'
import { mastodonThreads } from './mastodon-threads.ts'
import { NO_METER, type PlatformDeps } from './platform-deps.ts'

const QUOTAS: readonly Quota[] = [{ scope: 'account', calls: 300, per: '5-minutes' }]

/**
 * An account at a Mastodon server. `api` is the address of the server; `credentials.accessToken` is what a person
 * authorised with read:notifications, read:statuses, read:accounts and write:statuses; it does not end by itself.
 * Throws TypeError, in words for the person who configures.
 */
export function mastodonPlatform(
  account: Account,
  { clock, http = httpClient(), meter = NO_METER }: PlatformDeps
): Platform {
  const { id: us, api, credentials } = account
  const { accessToken } = credentials
  if (!api) throw new TypeError(`Mastodon account "${us}": api must be the address of its server, such as https://…`)
  if (!accessToken) throw new TypeError(`Mastodon account "${us}": credentials.accessToken must be the access token`)
  const call = mastodonCall({ api: api.replace(/\/+$/, ''), token: accessToken, http, clock, meter })
  const threads = mastodonThreads(call, us)
  const instance = mastodonInstance(call, clock)
  const reading = { call, threads, us, clock, startedAt: account.since }

  return {
    get capabilities() {
      return { ...CAPABILITIES, replyLimit: instance.limit() - FOR_THE_NAME }
    },
    quotas: account.quotas ?? QUOTAS,
    replyLength: text => lengthOf(text, instance.perUrl()),
    inbox: (cursor, signal) => asked(() => mastodonInbox(reading, cursor, signal)),
    posts: (cursor, signal) =>
      asked(async () => {
        await instance.learn(signal)
        return mastodonPosts(reading, cursor, signal)
      }),
    comments: (post, _cursor, _known, signal) => asked(() => mastodonComments(reading, post, signal)),
    lookUp: (targets, signal) =>
      asked(() => Promise.all(targets.map(target => mastodonLookUp(call, target, us, signal)))),
    reply: (target, text, key) => mastodonReply(reading, target, text, key),
    readBack: (target, sent) => asked(() => mastodonReadBack(call, target, sent, us)),
    deleteReply: (_target, native) => mastodonDelete(call, native),
    check: () => mastodonCheck(call, instance, us)
  }
}

const CAPABILITIES = {
  inbox: true,
  comments: true,
  posts: true,
  counts: true,
  lookUp: 1,
  followUp: true,
  reply: true,
  replyAgain: true,
  replace: false,
  deleteReply: true,
  deleteComment: false,
  elect: false,
  readBack: true
} as const
