import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryRecords } from '@huiyin/adapters/memory/records.ts'
import { memoryTopic } from '@huiyin/adapters/memory/topic.ts'
import { httpClient } from '@huiyin/adapters/platforms/http.ts'
import { openPlatform } from '@huiyin/adapters/platforms/platforms.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { Observation } from '@huiyin/schemas/comment.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { OFFICES, startSimulator } from '@huiyin/simulator/simulator.ts'
import { type CollectorPorts, collector } from '../src/run.ts'

/** 5 January 2026, 14:00 in Beijing. */
export const START = Date.parse('2026-01-05T14:00:00+08:00')
export const MINUTE = 60_000
export const DAY = 86_400_000
export const EVERY = MINUTE

/** A simulated WeChat and a simulated Weibo with one post each, and all that a collector works with. */
export async function openHouse() {
  let at = START
  const clock = {
    now: () => at,
    pass: (ms: number) => {
      at += ms
    }
  }
  const simulator = await startSimulator({ clock })
  const { control } = simulator
  const topic = memoryTopic()
  const records = memoryRecords(false)
  const accounts = OFFICES.map(({ platform, id, name, secret }): Account => {
    const post = control.publishPost({ platform, account: id, title: '通告', publishedAt: START - 30 * DAY })
    return {
      platform,
      id,
      name,
      api: simulator.url,
      credentials: { secret, accessToken: secret },
      posts: platform === 'wechat' ? [post.id] : [],
      since: START - DAY
    }
  })
  const [wechat, weibo] = accounts as [Account, Account]
  const newLog = () => memoryEventLog({ parse: parser(Observation, 'Observation'), topic })

  /** A process: its clients and what it has published are its own, the log and the records are shared. */
  function open(changed: Partial<CollectorPorts> = {}) {
    const http = httpClient(2000)
    const clients = new Map(
      accounts.map(account => [`${account.platform}/${account.id}`, openPlatform(account, { clock, http })])
    )
    return collector({
      accounts,
      platform: ({ platform, account }) => clients.get(`${platform}/${account}`),
      comments: newLog(),
      records,
      clock,
      logger: silent,
      every: () => EVERY,
      random: () => 0,
      ...changed
    })
  }

  const write = (account: Account, text: string, more: { publishedAt?: number } = {}) => {
    const { id } = account
    const platform = account.platform === 'wechat' ? 'wechat' : 'weibo'
    const post = control.posts({ platform, account: id })[0]!.id
    return control.postComment({ platform, account: id, post, text, ...more })
  }

  const published = () => topic.partitions.flat().map(value => JSON.parse(value) as Observation)
  const texts = () => published().map(({ text }) => text)
  return { clock, simulator, control, records, accounts, wechat, weibo, newLog, open, write, published, texts }
}
