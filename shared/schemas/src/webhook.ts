import { type Static, Type } from 'typebox'
import { EventType } from './event.ts'
import { Instant } from './names.ts'
import { OF_TICKETS } from './webhook-events.ts'

/** Where others are told what happens to tickets, as it happens. */

/** What is told: events of tickets, never of people, sessions and settings. */
export const WebhookType = Type.Unsafe<EventType>(Type.Union(EventType.anyOf.filter(one => OF_TICKETS.test(one.const))))

export const isForWebhooks = (type: EventType): boolean => OF_TICKETS.test(type)

const Filter = {
  /** Absent: all of them. */
  types: Type.Optional(Type.Array(WebhookType, { minItems: 1, maxItems: 100, uniqueItems: true })),
  /** accountId()s: only what is of these accounts. */
  accounts: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 50, uniqueItems: true })
  ),
  /** Only what was dispatched to one of these, or is theirs by its subject. */
  departments: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 50, uniqueItems: true })
  )
}

const Url = Type.String({ minLength: 8, maxLength: 2000, description: 'https://…, of a public host' })
const Name = Type.String({ minLength: 1, maxLength: 100 })

/** `paused` by a person; `disabled` by itself, after a day without an answer. */
export const WebhookState = Type.Union([Type.Literal('active'), Type.Literal('paused'), Type.Literal('disabled')])
export type WebhookState = Static<typeof WebhookState>

/** As it is kept; its secret stands sealed in `sealed`. */
export const StoredWebhook = Type.Object({
  id: Type.String(),
  name: Name,
  url: Type.String(),
  ...Filter,
  sealed: Type.String(),
  state: WebhookState,
  createdAt: Instant,
  by: Type.String(),
  changedAt: Instant,
  changedBy: Type.String(),
  /** What happened before is not told. */
  from: Instant,
  /** Grows when it begins anew elsewhere in the log. */
  generation: Type.Integer({ minimum: 1 }),
  /** Digest of what its Idempotency-Key stood for when it was made. */
  asked: Type.Optional(Type.String()),
  /** Since when it is active. */
  activeAt: Instant,
  disabled: Type.Optional(Type.Object({ at: Instant, why: Type.String() }))
})
export type StoredWebhook = Static<typeof StoredWebhook>

const closed = { additionalProperties: false }

export const WebhookBody = Type.Object({ name: Name, url: Url, ...Filter }, closed)
export type WebhookBody = Static<typeof WebhookBody>

/** The whole anew; without `url` that stays as it is. */
export const WebhookChange = Type.Object(
  {
    name: Name,
    url: Type.Optional(Url),
    ...Filter,
    state: Type.Union([Type.Literal('active'), Type.Literal('paused')]),
    skip: Type.Optional(Type.Boolean({ description: 'What has not been told until now never is' })),
    newSecret: Type.Optional(Type.Boolean({ description: 'Answers another secret, once; the old one ends' }))
  },
  closed
)
export type WebhookChange = Static<typeof WebhookChange>

/** Its address without what follows the question mark, where secrets stand. */
export const WebhookRow = Type.Object({
  ...Type.Omit(StoredWebhook, ['sealed', 'generation', 'asked']).properties,
  failing: Type.Optional(Type.Object({ since: Instant, why: Type.String(), nextAt: Instant }))
})
export type WebhookRow = Static<typeof WebhookRow>

export const WebhookList = Type.Object({ rows: Type.Array(WebhookRow), now: Instant })
/** The secret is shown once. */
export const WebhookMade = Type.Object({ row: WebhookRow, secret: Type.String() })
export const WebhookChanged = Type.Object({ row: WebhookRow, secret: Type.Optional(Type.String()) })

export const WebhookReplay = Type.Object({ from: Instant }, closed)

export const WebhookTried = Type.Object({
  ok: Type.Boolean(),
  /** What the other side answered; absent when it did not. */
  status: Type.Optional(Type.Integer()),
  why: Type.Optional(Type.String())
})
export type WebhookTried = Static<typeof WebhookTried>

export const WebhookDelivery = Type.Object({
  /** The id that the event has for others. */
  event: Type.String(),
  type: EventType,
  ticket: Type.String({ description: 'Its number' }),
  at: Instant,
  state: Type.Union([Type.Literal('delivered'), Type.Literal('waiting')]),
  attempts: Type.Integer({ minimum: 1 }),
  status: Type.Optional(Type.Integer()),
  why: Type.Optional(Type.String()),
  triedAt: Instant,
  nextAt: Type.Optional(Instant)
})
export type WebhookDelivery = Static<typeof WebhookDelivery>

export const WebhookDeliveries = Type.Object({ rows: Type.Array(WebhookDelivery), now: Instant })
