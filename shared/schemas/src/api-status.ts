import { type Static, Type } from 'typebox'
import { Instant } from './names.ts'

/** `wrong`: somebody has to act now; `watch`: soon; `well`: nothing is to be done. */
export const Gravity = Type.Union([Type.Literal('well'), Type.Literal('watch'), Type.Literal('wrong')])
export type Gravity = Static<typeof Gravity>

export const TroubleKind = Type.Union([
  Type.Literal('store-away'),
  Type.Literal('log-away'),
  Type.Literal('service-missing'),
  Type.Literal('service-silent'),
  Type.Literal('service-unready'),
  Type.Literal('reader-behind'),
  Type.Literal('alerts-late'),
  Type.Literal('alerts-unaudited'),
  Type.Literal('alerts-mute'),
  Type.Literal('alerts-undelivered'),
  Type.Literal('heartbeat-unheard'),
  Type.Literal('unpublished'),
  Type.Literal('parked'),
  Type.Literal('disk-full'),
  Type.Literal('backup-old'),
  Type.Literal('backup-none')
])
export type TroubleKind = Static<typeof TroubleKind>

/** Something that is not well. `of`: a service, a group of readers, a host; `count`, `ms`, `share`: how much. */
export const Trouble = Type.Object({
  kind: TroubleKind,
  gravity: Type.Union([Type.Literal('watch'), Type.Literal('wrong')]),
  of: Type.Optional(Type.String()),
  count: Type.Optional(Type.Number()),
  ms: Type.Optional(Type.Number()),
  /** 0 … 1. */
  share: Type.Optional(Type.Number()),
  /** The checks that do not hold, for who mends it. */
  detail: Type.Optional(Type.String())
})
export type Trouble = Static<typeof Trouble>

const Check = Type.Object({ name: Type.String(), ok: Type.Boolean(), detail: Type.String() })

/** A process of the house as it was seen last. */
export const ProcessRow = Type.Object({
  service: Type.String(),
  host: Type.String(),
  version: Type.String(),
  startedAt: Instant,
  seenAt: Instant,
  /** What it lacks to do its work. */
  lacks: Type.Array(Check),
  disk: Type.Optional(Type.Object({ free: Type.Number(), size: Type.Number() })),
  /** The last comments that it brought into the store: when, and how long the slowest had been on its way, in ms. */
  stored: Type.Optional(Type.Object({ at: Instant, delay: Type.Number() }))
})
export type ProcessRow = Static<typeof ProcessRow>

/** How the house stands: what is wrong first, and what it was judged by. */
export const HouseStatus = Type.Object({
  now: Instant,
  gravity: Gravity,
  /** The gravest first. */
  troubles: Type.Array(Trouble),
  engines: Type.Array(Check),
  processes: Type.Array(ProcessRow),
  /** What each group of readers has still to read; empty while the log is away. */
  readers: Type.Array(Type.Object({ group: Type.String(), waiting: Type.Number() })),
  alerts: Type.Object({
    /** Alerts that are on their way to somebody, 1,000 at most, and since when the oldest is, in ms. */
    waiting: Type.Integer(),
    oldest: Type.Optional(Type.Number()),
    auditedAt: Type.Optional(Instant)
  }),
  backupAt: Type.Optional(Instant)
})
export type HouseStatus = Static<typeof HouseStatus>
