import type { Answer, Question } from '../answer.ts'
import { fieldsOf } from './fields.ts'
import type { DouyinTokens } from './tokens.ts'
import { DOUYIN_EVENTS } from './webhooks.ts'

type Switch = { event: string; status: number }

const isSwitch = (one: unknown): one is Switch =>
  typeof one === 'object' && one !== null && 'event' in one && typeof one.event === 'string' && 'status' in one

/** Which events each app is subscribed to; all until it is told otherwise. */
export function subscriptions() {
  const off = new Map<string, Set<string>>()
  const offOf = (app: string) => off.get(app) ?? new Set()
  return {
    subscribed: (app: string, event: string) => !offOf(app).has(event),
    list: (app: string): Switch[] =>
      DOUYIN_EVENTS.filter(event => event !== 'verify_webhook').map(event => ({
        event,
        status: offOf(app).has(event) ? 0 : 1
      })),
    update: (app: string, switches: readonly Switch[]) => {
      const now = new Set(offOf(app))
      for (const { event, status } of switches) {
        if (Number(status) === 1) now.delete(event)
        else now.add(event)
      }
      off.set(app, now)
    }
  }
}

export type Subscriptions = ReturnType<typeof subscriptions>

/** GET /event/status/list/ and POST /event/status/update/, with a client_token. */
export function answerEvents(
  question: Question,
  {
    tokens,
    events,
    tell,
    refuse
  }: {
    tokens: DouyinTokens
    events: Subscriptions
    tell: (data: object) => Answer
    refuse: (code: number) => Answer
  }
): Answer {
  const holder = tokens.clientOf(question.headers['access-token'] ?? question.query.access_token ?? '')
  if (!holder) return refuse(2190002)
  if (holder.state === 'expired') return refuse(2190008)
  const route = `${question.method} ${question.path}`
  if (route === 'GET /event/status/list/') return tell({ list: events.list(holder.account) })
  if (route !== 'POST /event/status/update/') return refuse(28001017)
  const list = fieldsOf(question)?.list
  if (!Array.isArray(list) || !list.every(isSwitch)) return refuse(2100005)
  events.update(holder.account, list)
  return tell({})
}
