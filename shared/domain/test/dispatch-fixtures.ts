import { DEFAULT_POLICY, type Policy } from '@huiyin/schemas/policy.ts'
import type { Clock, ReplyKind, Ticket } from '@huiyin/schemas/ticket.ts'
import { ask, type CaseAct, decideAsk } from '../src/cases/commands.ts'
import { legClock } from '../src/clocks/running.ts'
import type { Command } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { after, arrived, decideOn, ID, judged, LI, MINUTE, NINE, said, URGENT } from './fixtures.ts'
import { confirmed } from './replies-fixtures.ts'

export const DAY = 24 * 60 * MINUTE
/** Wall time in Shanghai on a day of November 2026; the 23rd is a Monday. */
export const on = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}:00+08:00`)
export const TEN = on(23, '10:00')

export const HOUSING = '住建局'
export const WATER = '水务局'
export const ROADS = '交通局'

export const CHEN = { id: 'chen', name: '陈工', role: 'handler', department: HOUSING }
export const SUN = { id: 'sun', name: '孙工', role: 'handler', department: WATER }
export const WU = { id: 'wu', name: '吴工', role: 'handler', department: ROADS }
export const ZHOU = { id: 'zhou', name: '周主任', role: 'head' }
export const HAN = { id: 'han', name: '韩县长', role: 'leader' }

const COMPLAINT = judged({ label: 'complaint', departments: [{ name: HOUSING, confidence: 0.9 }] })

/** A complaint under a post, of nine o'clock; it is the housing office's by its words. */
export const complaint = (of = COMPLAINT) => after([arrived(said('小区的路灯坏了半个月', NINE), of), NINE + MINUTE])
export const inquiry = () => complaint(judged({ departments: [{ name: HOUSING, confidence: 0.9 }] }))
export const urgentComplaint = () => complaint(URGENT)

let made = 0
/** A key of its own for an act. */
export const by = (actor: typeof CHEN | typeof LI) => ({ actor, id: `act-${++made}` })

/** The ticket after acts, each at its instant. */
export const acted = (ticket: Ticket, ...steps: readonly (readonly [act: CaseAct, now: number])[]): Ticket =>
  steps.reduce((ticket, [act, now]) => decideOn(ticket, act, now).ticket!, ticket)

export const refusedAs = (code: string) => ({ name: 'HuiyinError', code })

/** A public reply, drafted, reviewed, sent and read back: the platform took it at an instant. */
export const told = (ticket: Ticket, at: number, kind: ReplyKind = 'interim') =>
  confirmed(ticket, at, { kind, text: `正在办理，${at}` })

/** Closed without a result, as Li asked and Zhou granted; nobody waits for an answer. */
export function closed(ticket: Ticket, at: number): Ticket {
  const asked = acted(ticket, [ask({ ...by(LI), kind: 'close-without-result', reason: '反映人已撤回' }), at])
  return acted(asked, [decideAsk({ ...by(ZHOU), ask: asked.asks!.at(-1)!.id, granted: true }), at])
}

/** The citizen writes again. */
export const cameBack = (ticket: Ticket, at: number) =>
  decideOn(ticket, arrived(said('还是没有修', at, { comment: `${at}` }), COMPLAINT), at).ticket!

export const legs = ({ clocks }: Ticket): Clock[] => clocks.filter(({ kind }) => kind === 'leg')
export const runningLeg = (ticket: Ticket) => legClock(ticket)
export const citizenClocks = ({ clocks }: Ticket): Clock[] => clocks.filter(({ kind }) => kind !== 'leg')

/** The decision under a policy that differs from the shipped one. */
export const decideUnder = (of: Partial<Policy>, ticket: Ticket, command: Command, now: number) =>
  decide(ticket, command, {
    id: ID,
    now,
    rules: { ...DEFAULT_RULES, policies: [{ ...DEFAULT_POLICY, version: 'own', ...of }] }
  })
