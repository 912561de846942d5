import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { PARSERS, type Store } from '@huiyin/adapters/open.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import type { House } from '@huiyin/domain/escalation/recipients.ts'
import { commentId, threadKey, ticketId } from '@huiyin/domain/ids.ts'
import { SHIPPED_INCIDENT_RULES } from '@huiyin/domain/settings/shipped/incident-rules.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { INCIDENT } from '@huiyin/ports/incidents.ts'
import { LETTERS } from '@huiyin/ports/letters.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { observeEach } from '@huiyin/ports/observe-each.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Classified, Observation } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Incident } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import { type AnalystPorts, openSession } from '../src/session.ts'
import { openWatch } from '../src/watch/watch.ts'

/** A town whose citizens speak, with a store of its own, and analysts that come and go. */

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** Sunday noon in Shanghai. */
export const NOON = Date.UTC(2026, 10, 22, 4)

const GROUP: House = { persons: [], departments: [], rosters: [], channels: ['wecom'] }
const { cut } = segmenter()

export function townOn(
  store: Store,
  events: EventLog<HouseEvent> = memoryEventLog<HouseEvent>({ parse: PARSERS.events })
) {
  const classified = memoryEventLog<Classified>({ parse: PARSERS.classified })
  let now = NOON
  let rules: IncidentRules = SHIPPED_INCIDENT_RULES
  const clock = { now: () => now }
  const desk = openDesk({ tickets: store.tickets, events, clock })
  const ports: AnalystPorts = {
    ...{ classified, events, desk, clock, logger: silent },
    ...{ records: store.records, comments: store.comments, tickets: store.tickets },
    people: () => GROUP,
    rules: async () => rules,
    asked: async () => [],
    watch: ({ sensitivity }) => openWatch({ cut, sensitivity })
  }

  return {
    ports,
    desk,
    setTime: (at: number) => {
      now = at
    },
    setRules: (to: Partial<IncidentRules>) => {
      rules = { ...rules, ...to }
    },
    /** What was said before anybody listened: it stands in the store only. */
    async remember(past: readonly Classified[]) {
      await observeEach(store.comments, past)
      await store.comments.refresh()
    },
    /** Citizens have said this: it stands in the store, and on the log. */
    async say(said: readonly Classified[]) {
      await observeEach(store.comments, said)
      await store.comments.refresh()
      await classified.append(said)
    },
    /** The desk opens the ticket of each. */
    async open(said: readonly Classified[]) {
      for (const { observation, classification } of said)
        await act(desk, ticketId(observation), commentArrived(system('desk'), observation, classification))
      await desk.publisher.idle()
    },
    analyst: (signal: AbortSignal = new AbortController().signal) => openSession(ports, signal),
    async incidents(): Promise<Incident[]> {
      await desk.publisher.idle()
      await store.records.refresh()
      return (await Array.fromAsync(entriesOf<Incident>(store.records, INCIDENT))).map(({ value }) => value)
    },
    async letters(): Promise<Letter[]> {
      await store.records.refresh()
      return (await Array.fromAsync(entriesOf<Letter>(store.records, LETTERS))).map(({ value }) => value)
    }
  }
}

export type Town = ReturnType<typeof townOn>
type Session = Awaited<ReturnType<Town['analyst']>>

/** Reads all that is on the logs and ends. */
export async function readAll(town: Town, session: Session): Promise<void> {
  const { classified, events } = town.ports
  await until(session.watch, () => classified.lag('analyst'))
  await until(session.hear, () => events.lag('analyst-events'))
}

async function until(read: (signal: AbortSignal) => Promise<void>, lag: () => Promise<number>): Promise<void> {
  const ends = new AbortController()
  const reading = read(ends.signal)
  while ((await lag()) > 0) await Promise.race([reading, new Promise(resolve => setTimeout(resolve, 10))])
  ends.abort()
  await reading
}

type Words = Pick<Observation, 'text' | 'publishedAt'> & { author: string; account?: string; level?: 'blue' | 'orange' }

/** A comment as the classifier passes it on, a thread of its own. */
export function said({ text, publishedAt, author, account = 'city', level = 'blue' }: Words): Classified {
  const root = `${author}-${publishedAt}`
  const thread = { platform: 'weibo', account, post: 'p1', root } as const
  const observation: Observation = {
    id: commentId({ ...thread, comment: root }),
    key: threadKey(thread),
    ...thread,
    comment: root,
    author: { id: author },
    ours: false,
    text,
    publishedAt,
    observedAt: publishedAt + 1_000,
    term: 1,
    source: 'poll',
    history: false
  }
  const classification = {
    model: 'test',
    words: cut(text).join(' '),
    label: 'complaint',
    confidence: 0.9,
    sentiment: { name: 'negative', score: -0.6 },
    risk: { score: level === 'blue' ? 20 : 60, level, reasons: [] },
    urgent: false,
    departments: [{ name: '水务', confidence: 0.8 }]
  } as const
  return {
    id: observation.id,
    key: observation.key,
    observation,
    classification: structuredClone(classification) as never
  }
}

const NO_WATER = [
  '东风小区停水三天了，什么时候能来水',
  '我们东风小区又停水了，没人管吗',
  '东风小区停水，老人孩子都没水喝',
  '停水三天，东风小区的自来水到底怎么回事',
  '东风小区什么时候恢复供水，停水太久了',
  '水务局在干什么，东风小区一直停水'
]

/** So many citizens of one estate who have no water, one every half minute from `at` on. */
export const waterBurst = (count: number, at = NOON, from = 0): Classified[] =>
  Array.from({ length: count }, (_, i) =>
    said({
      text: `${NO_WATER[(from + i) % NO_WATER.length]}，${from + i}号楼`,
      publishedAt: at + i * 30_000,
      author: `c${from + i}`
    })
  )

const ALL_DAYS = [
  ...['路灯坏了好几天', '垃圾没人清运', '公交车太少了', '医保怎么报销', '孩子上学在哪报名', '噪音太大睡不着'],
  ...['公园什么时候开放', '社保卡怎么办理', '楼道小广告太多', '停车位不够用', '谢谢政府', '办事大厅几点下班']
]

/** What people say on all days: one comment an hour for a fortnight before noon. */
export const fortnight = (): Classified[] =>
  Array.from({ length: 14 * 24 }, (_, i) =>
    said({
      text: `${ALL_DAYS[(i * 7) % ALL_DAYS.length]}，第${i}次`,
      publishedAt: NOON - (14 * 24 - i) * HOUR,
      author: `p${i}`
    })
  )
