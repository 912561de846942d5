import type { Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import { furnished } from './furnished.ts'
import { asked } from './http.ts'
import { mastodonCall } from './mastodon-call.ts'
import { mastodonCheck } from './mastodon-check.ts'
import { mastodonInbox } from './mastodon-inbox.ts'
import { FOR_THE_NAME, mastodonInstance } from './mastodon-instance.ts'
import { mastodonComments, mastodonPosts } from './mastodon-posts.ts'
import { mastodonDelete, mastodonLookUp, mastodonReadBack, mastodonReply } from './mastodon-reply.ts'
import { mastodonSelf } from './mastodon-self.ts'
import { lengthOf } from './mastodon-text.ts'
import { mastodonThreads, type Threads } from './mastodon-threads.ts'
import type { PlatformDeps } from './platform-deps.ts'

const QUOTAS: readonly Quota[] = [{ scope: 'account', calls: 300, per: '5-minutes' }]

/**
 * An account at a Mastodon server. `api` is the address of the server; `credentials.accessToken` is what a person
 * authorised with read:notifications, read:statuses, read:accounts and write:statuses; it does not end by itself.
 * Throws TypeError, in words for the person who configures.
 */
export function mastodonPlatform(account: Account, deps: PlatformDeps): Platform {
  const { clock, http, meter } = furnished(deps)
  const { id: entered, api, credentials } = account
  const { accessToken } = credentials
  if (!api)
    throw new TypeError(`Mastodon account "${entered}": api must be the address of its server, such as https://…`)
  if (!accessToken)
    throw new TypeError(`Mastodon account "${entered}": credentials.accessToken must be the access token`)
  const host = account.options?.host
  const call = mastodonCall({ api: addressOf(api), ...(host && { host }), token: accessToken, http, clock, meter })
  const self = mastodonSelf(call, entered, clock)
  const instance = mastodonInstance(call, clock)
  const known = new Map<string, Threads>()

  async function open(signal?: AbortSignal) {
    const us = await self(signal)
    const threads = known.get(us) ?? mastodonThreads(call, us)
    known.set(us, threads)
    return { call, threads, us, clock, startedAt: account.since }
  }

  const writtenBy = (id: string) =>
    known
      .values()
      .map(threads => threads.writtenBy(id))
      .find(one => one !== undefined)

  return {
    get capabilities() {
      return { ...CAPABILITIES, replyLimit: instance.limit() - FOR_THE_NAME }
    },
    quotas: account.quotas ?? QUOTAS,
    replyLength: text => lengthOf(text, instance.perUrl()),
    inbox: (cursor, signal) => asked(async () => mastodonInbox(await open(signal), cursor, signal)),
    posts: (cursor, signal) =>
      asked(async () => {
        const reading = await open(signal)
        await instance.learn(signal)
        return mastodonPosts(reading, cursor, signal)
      }),
    comments: (post, _cursor, _known, signal) => asked(async () => mastodonComments(await open(signal), post, signal)),
    lookUp: (targets, signal) =>
      asked(async () => {
        const us = await self(signal)
        return Promise.all(targets.map(target => mastodonLookUp(call, target, us, signal)))
      }),
    reply: (target, text, key) => mastodonReply({ call, writtenBy }, target, text, key),
    readBack: (target, sent) => asked(async () => mastodonReadBack(call, target, sent, await self())),
    deleteReply: (_target, native) => mastodonDelete(call, native),
    check: () => mastodonCheck(call, instance, entered)
  }
}

/** As people copy it out of a browser: the page of the account, or of the api, is none. */
const addressOf = (api: string) => api.replace(/(?<!\/)\/+(?:(?:@[^/]*|api(?:\/v\d+)?)\/*)?$/, '')

const CAPABILITIES = {
  inbox: true,
  inboxPartial: true,
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
