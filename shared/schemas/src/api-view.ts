import { type Static, Type } from 'typebox'
import { DueExplanation, Pause } from './calendar.ts'
import { TriggerKind } from './ladder.ts'
import { Instant, RiskLevel } from './names.ts'
import { Ask, Clock, Dispatch, Moderation, Reply, Supervision, Trouble } from './ticket.ts'

/** The parts of a ticket as a browser sees them: each with the acts that who asks may do on it now. */

/** What people may do on a ticket. The domain's judgement counts; this one says which buttons are shown. */
export const ActName = Type.Union([
  Type.Literal('acknowledge'),
  Type.Literal('correct'),
  Type.Literal('dismiss'),
  Type.Literal('waive'),
  Type.Literal('reopen'),
  Type.Literal('pause'),
  Type.Literal('resume'),
  Type.Literal('reply.draft'),
  Type.Literal('reply.review'),
  Type.Literal('reply.return'),
  Type.Literal('reply.approve'),
  Type.Literal('reply.withdraw'),
  Type.Literal('reply.edit'),
  Type.Literal('reply.attest'),
  Type.Literal('reply.confirm-attested'),
  Type.Literal('reply.release'),
  Type.Literal('comment.remove.ask'),
  Type.Literal('comment.remove.grant'),
  Type.Literal('comment.remove.refuse'),
  Type.Literal('comment.elect'),
  Type.Literal('dispatch'),
  Type.Literal('dispatch.sign'),
  Type.Literal('dispatch.return'),
  Type.Literal('dispatch.bounce'),
  Type.Literal('dispatch.withdraw'),
  Type.Literal('dispatch.rule'),
  Type.Literal('dispatch.link'),
  Type.Literal('attach'),
  Type.Literal('transfer'),
  Type.Literal('supervise'),
  Type.Literal('supervise.instruct'),
  Type.Literal('supervise.end'),
  Type.Literal('ask.extend'),
  Type.Literal('ask.lower'),
  Type.Literal('ask.close-without-result'),
  Type.Literal('ask.decide'),
  Type.Literal('rate'),
  Type.Literal('merge'),
  Type.Literal('split'),
  Type.Literal('relate'),
  Type.Literal('unrelate'),
  Type.Literal('assign'),
  Type.Literal('unassign'),
  Type.Literal('tag'),
  Type.Literal('note')
])
export type ActName = Static<typeof ActName>

const may = Type.Array(ActName)

/** Why a clock is due when it is (R16); `zh` and `en` say it in a sentence. */
export const ClockWhy = Type.Object({ explanation: DueExplanation, zh: Type.String(), en: Type.String() })
export type ClockWhy = Static<typeof ClockWhy>

export const ClockView = Type.Object({
  ...Clock.properties,
  /** Absent when the calendar that it was made under is not there any more. */
  why: Type.Optional(ClockWhy),
  /** The pause that it stands in now. */
  paused: Type.Optional(Pause),
  /** Of a LEG: the department that has to act. */
  department: Type.Optional(Type.String()),
  may
})
export type ClockView = Static<typeof ClockView>

/** What stands in the way, in words, and what the platform itself says; `until`: it leaves by itself then. */
export const TroubleView = Type.Object({
  why: Trouble,
  zh: Type.String(),
  en: Type.String(),
  code: Type.String(),
  message: Type.String(),
  until: Type.Optional(Instant)
})
export type TroubleView = Static<typeof TroubleView>

/** `replaces`: id of the reply that stands there and goes when this one is sent. */
export const ReplyView = Type.Object({
  ...Type.Omit(Reply, ['claim', 'watch']).properties,
  trouble: Type.Optional(TroubleView),
  /** The ticket was reported upward: it waits until a head releases it. */
  heldBack: Type.Boolean(),
  /**
   * How one that stands there is put right: another takes its place, or is written beside it; or at the platform itself,
   * where nothing can be done from outside. `by` is the act to begin with, where who asks may do it.
   */
  correction: Type.Optional(
    Type.Object({
      how: Type.Union([Type.Literal('replace'), Type.Literal('further'), Type.Literal('by-hand')]),
      by: Type.Optional(ActName)
    })
  ),
  may
})
export type ReplyView = Static<typeof ReplyView>

export const ModerationView = Type.Object({
  ...Type.Omit(Moderation, ['claim', 'trouble']).properties,
  /** The legal ground in words. */
  words: Type.Optional(Type.Object({ zh: Type.String(), en: Type.String() })),
  trouble: Type.Optional(Type.Object({ ...Type.Omit(TroubleView, ['until']).properties, at: Instant })),
  may
})
export type ModerationView = Static<typeof ModerationView>

export const DispatchView = Type.Object({
  ...Dispatch.properties,
  /** Until when the department may send it back. */
  bounceUntil: Type.Optional(Instant),
  may
})
export type DispatchView = Static<typeof DispatchView>

export const AskView = Type.Object({ ...Ask.properties, may })
export type AskView = Static<typeof AskView>

export const SupervisionView = Type.Object({ ...Supervision.properties, may })
export type SupervisionView = Static<typeof SupervisionView>

/** Reported upward, and why: a level, or `official`. */
export const LockView = Type.Object({
  since: Instant,
  why: Type.String(),
  released: Type.Optional(Type.Object({ by: Type.String(), at: Instant })),
  /** The one person who may answer on it: id, and name where they can still sign in. */
  spokesperson: Type.Optional(Type.Object({ id: Type.String(), name: Type.Optional(Type.String()) }))
})
export type LockView = Static<typeof LockView>

export const TicketLink = Type.Object({ id: Type.String(), number: Type.String() })
export type TicketLink = Static<typeof TicketLink>

export const LinksView = Type.Object({
  /** The elder in which it goes on. */
  mergedInto: Type.Optional(TicketLink),
  /** Younger ones that joined it. */
  absorbed: Type.Array(TicketLink),
  related: Type.Array(TicketLink)
})
export type LinksView = Static<typeof LinksView>

/** Something that people are told about until it is over. */
export const NeedView = Type.Object({
  kind: TriggerKind,
  subject: Type.String(),
  at: Instant,
  urgent: Type.Boolean(),
  level: RiskLevel
})
export type NeedView = Static<typeof NeedView>
