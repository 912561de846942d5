import { closeClock, runningClock, runningClocks } from '@huiyin/domain/clocks/running.ts'
import type { Command } from '@huiyin/domain/commands.ts'
import { cycleOf } from '@huiyin/domain/current-cycle.ts'
import { decide } from '@huiyin/domain/decide.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { ofTicket as belongingOf } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ActName } from '@huiyin/schemas/api.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { Ask, Clock, Dispatch, Moderation, Reply, Supervision, Ticket } from '@huiyin/schemas/ticket.ts'
import { ACT_ACTIONS } from './act-actions.ts'
import { ASKING_KEY } from './asking-key.ts'

/**
 * What a person may do now, on the ticket and on its parts by their ids. It asks the table of roles and the domain
 * itself: an act may be done when it is granted, `decide` would not refuse it, and something would happen. What it says
 * is as old as the ticket that was read.
 */
export type May = {
  /** Of the ticket, or of any part of it. */
  all: ActName[]
  of: (id: string) => ActName[]
}

type Asker = {
  actor: Actor
  rules: Rules
  now: number
  /** What the account's platform can do; nothing where it cannot be asked. */
  can?: Partial<Capabilities>
}

type Probe = readonly [name: ActName, command: Command | readonly Command[]]
type By = { actor: Actor; id: string; seen: number }

const SOME = '-'

/**
 * Every act is tried on the ticket and nothing of it kept: whoever sees a button is not refused by what stands there.
 * `only`: these acts, all when absent.
 */
export function mayOn(ticket: Ticket, { actor, rules, now, can = {} }: Asker, only?: readonly ActName[]): May {
  const by: By = { actor, id: ASKING_KEY, seen: ticket.lastTurn }
  const allows = (command: Command) => {
    try {
      return decide(ticket, command, { id: ticket.id, now, rules, asking: true }).events.length > 0
    } catch (error) {
      if (error instanceof HuiyinError) return false
      throw error
    }
  }
  const on = belongingOf(ticket)
  const allowed = (probes: readonly Probe[]) =>
    probes
      .filter(([name]) => !only || only.includes(name))
      .filter(([name, command]) => mayDo(actor, ACT_ACTIONS[name], on) && [command].flat().some(allows))
      .map(([name]) => name)
  const parts = new Map(partsOf(ticket, by, now).map(([id, probes]) => [id, allowed(probes)]))
  const own = allowed([
    ...ofTicket(ticket, by),
    ...ofCase(ticket, by, now),
    ...ofLinks(ticket, by),
    ...ofWork(ticket, by),
    ...ofComments(ticket, by, can)
  ])
  return {
    all: [...new Set([...own, ...[...parts.values()].flat()])],
    of: id => parts.get(id) ?? []
  }
}

const goesOn = ({ status }: Ticket) => status === 'open' || status === 'handling'

function ofTicket(ticket: Ticket, by: By): Probe[] {
  const reason = SOME
  return [
    ['acknowledge', { type: 'acknowledge', ...by }],
    ['correct', { type: 'correct', ...by, sentiment: ticket.sentiment }],
    ...(goesOn(ticket) ? ([['dismiss', { type: 'dismiss', ...by, reason }]] as const) : []),
    ...(runningClock(ticket)?.kind === 'next' ? ([['waive', { type: 'waive', ...by, reason }]] as const) : []),
    ['reopen', { type: 'reopen', ...by, reason }],
    ['reply.draft', { type: 'reply.draft', ...by, text: SOME }],
    ['reply.release', { type: 'reply.release', ...by }]
  ]
}

function ofCase(ticket: Ticket, by: By, now: number): Probe[] {
  const until = (closeClock(ticket)?.dueAt ?? now) + 1
  const watch = { type: 'supervise', ...by, text: SOME, owner: SOME, dueAt: now + 1 } as const
  const ask = { type: 'ask', ...by, reason: SOME } as const
  const score = cycleOf(ticket).satisfaction?.score === 1 ? 2 : 1
  return [
    ['reply.attest', { type: 'reply.attest', ...by, text: SOME, postedAt: now, evidence: SOME }],
    ['dispatch', { type: 'dispatch', ...by, department: SOME, request: SOME }],
    ['dispatch.rule', { type: 'dispatch.rule', ...by, department: SOME, grounds: SOME }],
    ['transfer', { type: 'transfer', ...by, department: SOME, reason: SOME }],
    ['supervise', { ...watch, instruction: false }],
    ['supervise.instruct', { ...watch, instruction: true }],
    ['ask.extend', { ...ask, kind: 'extend', until }],
    ['ask.lower', { ...ask, kind: 'lower' }],
    ['ask.close-without-result', { ...ask, kind: 'close-without-result' }],
    ['rate', { type: 'rate', ...by, score }],
    ['attach', { type: 'attach', ...by, attachment: { id: ASKING_KEY, bytes: 1 } }]
  ]
}

/** An elder of any ticket: which of two is the younger is seen when the other is named. */
const SOME_ELDER = { id: '', key: '', number: '', bornAt: -1 }

const ofLinks = ({ related = [] }: Ticket, by: By): Probe[] => [
  ['merge', { type: 'merge', ...by, into: SOME_ELDER }],
  ['split', { type: 'split', ...by, reason: SOME }],
  ['relate', { type: 'relate', ...by, other: SOME_ELDER }],
  ...related.slice(0, 1).map((other): Probe => ['unrelate', { type: 'unrelate', ...by, other }])
]

const ANYBODY = { id: ASKING_KEY, name: SOME }

function ofWork({ assigned, tags = [] }: Ticket, by: By): Probe[] {
  const from = assigned && { from: assigned.to.id }
  return [
    ['assign', { type: 'assign', ...by, to: ANYBODY, ...from }],
    ...(from ? ([['unassign', { type: 'unassign', ...by, ...from }]] as const) : []),
    ['tag', { type: 'tag', ...by, add: [SOME], remove: tags }],
    ['note', { type: 'note', ...by, note: ASKING_KEY, mentions: [] }]
  ]
}

function ofComments({ turns }: Ticket, by: By, { deleteComment, elect }: Partial<Capabilities>): Probe[] {
  const said = turns.flatMap(({ by, comment, deleted }) => (by === 'citizen' && !deleted && comment ? [comment] : []))
  const each = <C extends Command>(of: (comment: string) => C) => said.map(of)
  const remove = { type: 'comment.remove.ask', ...by, native: SOME, ground: 'other-law', text: SOME } as const
  return [
    ...(deleteComment ? ([['comment.remove.ask', each(comment => ({ ...remove, comment }))]] as const) : []),
    ...(elect
      ? ([
          ['comment.elect', each(comment => ({ type: 'comment.elect', ...by, native: SOME, comment, elected: true }))]
        ] as const)
      : [])
  ]
}

type Part = readonly [id: string, probes: Probe[]]

const partsOf = (ticket: Ticket, by: By, now: number): Part[] => [
  ...ticket.replies.filter(isOpen).map((reply): Part => [reply.id, ofReply(reply, by, now)]),
  ...ticket.dispatches.filter(({ endedAt }) => endedAt === undefined).map((one): Part => [one.id, ofDispatch(one, by)]),
  ...(ticket.asks ?? []).filter(({ decided }) => !decided).map((one): Part => [one.id, ofAsk(one, by)]),
  ...(ticket.supervised ?? [])
    .filter(({ endedAt }) => endedAt === undefined)
    .map((one): Part => [one.id, ofSupervision(one, by)]),
  ...(ticket.moderation ?? [])
    .filter(({ state }) => state === 'asked')
    .map((one): Part => [one.id, ofModeration(one, by)]),
  ...runningClocks(ticket).map((clock): Part => [clock.id, ofClock(clock, by)])
]

const DONE: readonly Reply['state'][] = ['sending', 'sent', 'confirmed', 'superseded', 'replaced']
const isOpen = ({ state }: Reply) => !DONE.includes(state)

function ofReply({ id: reply, hash }: Reply, by: By, now: number): Probe[] {
  return [
    ['reply.review', { type: 'reply.review', ...by, reply, hash }],
    ['reply.return', { type: 'reply.return', ...by, reply, reason: SOME }],
    ['reply.approve', { type: 'reply.approve', ...by, reply, hash }],
    ['reply.withdraw', { type: 'reply.withdraw', ...by, reply }],
    ['reply.edit', { type: 'reply.draft', ...by, text: SOME, edits: reply }],
    ['reply.attest', { type: 'reply.attest', ...by, reply, postedAt: now, evidence: SOME }],
    ['reply.confirm-attested', { type: 'reply.confirm-attested', ...by, reply }]
  ]
}

const ofDispatch = ({ id: dispatch }: Dispatch, by: By): Probe[] => [
  ['dispatch.sign', { type: 'dispatch.sign', ...by, dispatch }],
  ['dispatch.return', { type: 'dispatch.return', ...by, dispatch, text: SOME }],
  ['dispatch.bounce', { type: 'dispatch.bounce', ...by, dispatch, grounds: SOME, proposes: SOME }],
  ['dispatch.withdraw', { type: 'dispatch.withdraw', ...by, dispatch, reason: SOME }],
  ['dispatch.link', { type: 'dispatch.link', ...by, dispatch, link: { id: ASKING_KEY, to: SOME } }]
]

const ofAsk = ({ id: ask }: Ask, by: By): Probe[] => [
  ['ask.decide', [true, false].map(granted => ({ type: 'ask.decide', ...by, ask, granted }) as const)]
]

const ofSupervision = ({ id: supervision }: Supervision, by: By): Probe[] => [
  ['supervise.end', { type: 'supervise.end', ...by, supervision }]
]

const ofModeration = ({ id: moderation }: Moderation, by: By): Probe[] => [
  ['comment.remove.grant', { type: 'comment.remove.grant', ...by, moderation }],
  ['comment.remove.refuse', { type: 'comment.remove.refuse', ...by, moderation, reason: SOME }]
]

const ofClock = ({ id: clock }: Clock, by: By): Probe[] => [
  ['pause', { type: 'pause', ...by, clock, reason: 'platform_outage' }],
  ['resume', { type: 'resume', ...by, clock }]
]
