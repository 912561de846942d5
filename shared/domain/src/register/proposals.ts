import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import { type Evidence, REGISTER_LIMITS, type Subject } from '@huiyin/schemas/register.ts'
import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import { dayInShanghai } from '../day.ts'
import { textHash } from '../ids.ts'
import { standingOf } from '../reports/facts.ts'

/**
 * What the house itself proposes: a person decides. Each fact belongs to one day, for ever, and to one proposal: of what
 * a department left unanswered there is one a day, however many cases they are.
 */

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface Proposal {
  /** What it was made from; the same fact is proposed once. */
  fact: string
  kind: 'violation'
  subject: Subject
  at: number
  title: string
  text: string
  evidence: Evidence[]
  evidenceTotal: number
}

/** A fact of one day; those with the same `fact` are one proposal. */
export type Fact = Omit<Proposal, 'evidence' | 'evidenceTotal' | 'text'> & { evidence: Evidence; text: string }

/** From the first instant (inclusive) to the second (exclusive): a day of Asia/Shanghai. */
export type Day = { from: number; to: number }

export const proposalId = (fact: string): string => textHash(`fact/${fact}`).slice(0, 24)

const department = (name: string): Subject => ({ kind: 'department', id: name, name })

/** What a ticket says of one day: results that departments still owe so many hours later, and a case sent back again. */
export function factsIn(ticket: Ticket, day: Day, { unansweredHours, bounces }: AppraisalRules['proposes']): Fact[] {
  return [...unanswered(ticket, day, unansweredHours), ...bounced(ticket, day, bounces)]
}

function unanswered({ id, number, clocks, dispatches }: Ticket, { from, to }: Day, hours: number): Fact[] {
  return clocks.flatMap(clock => {
    const { kind, dueAt, dispatch } = clock
    const noticed = dueAt + hours * HOUR
    if (kind !== 'leg' || noticed < from || noticed >= to) return []
    const stopped = clock.stoppedAt ?? Number.POSITIVE_INFINITY
    const owner = dispatches.find(one => one.id === dispatch)?.department
    const stands = standingOf(clock, to)
    if (owner === undefined || stopped < noticed || stands === undefined || stands === 'void') return []
    return [
      {
        fact: `unanswered/${owner}/${dayInShanghai(from)}`,
        kind: 'violation' as const,
        subject: department(owner),
        at: dueAt,
        title: `${owner}：派单到期${hours}小时仍未签收或反馈`,
        text: `What ${owner} owed and had neither signed for nor answered ${hours} hours after it was due`,
        evidence: { kind: 'clock' as const, id: `${id}#${clock.id}`, at: dueAt, note: number }
      }
    ]
  })
}

function bounced({ id, number, dispatches }: Ticket, { from, to }: Day, limit: number): Fact[] {
  const back = dispatches.filter(has).sort((a, b) => a.bounce.at - b.bounce.at)
  const last = back[limit - 1]
  if (!last || last.bounce.at < from || last.bounce.at >= to) return []
  return [
    {
      fact: `bounces/${id}/${limit}`,
      kind: 'violation',
      subject: department(last.department),
      at: last.bounce.at,
      title: `工单 ${number} 第${limit}次被退回`,
      text: `Case ${number} was sent back for the ${limit}th time; ${last.department} sent it back last`,
      evidence: { kind: 'ticket', id, at: last.bounce.at, note: number }
    }
  ]
}

type Bounced = Dispatch & { bounce: NonNullable<Dispatch['bounce']> }
const has = (dispatch: Dispatch): dispatch is Bounced => dispatch.bounce !== undefined

/** An account that on this day has published nothing for so many days; `lastAt`: its last post, or since when we keep it. */
export function silentOn(
  { id, name, lastAt }: { id: string; name: string; lastAt: number },
  { from, to }: Day,
  { silentDays }: AppraisalRules['proposes']
): Fact[] {
  const noticed = lastAt + silentDays * DAY
  if (noticed < from || noticed >= to) return []
  return [
    {
      fact: `silent/${id}/${lastAt}`,
      kind: 'violation',
      subject: { kind: 'account', id, name },
      at: noticed,
      title: `${name}：连续${silentDays}天未更新`,
      text: `${name} has published nothing for ${silentDays} days`,
      evidence: { kind: 'account', id, at: lastAt }
    }
  ]
}

/** One proposal for each fact, with what stands behind it; the first of it where it is much. */
export function proposalsOf(facts: readonly Fact[]): Proposal[] {
  return [...Map.groupBy(facts, ({ fact }) => fact).values()].map(same => {
    const { evidence: _, ...first } = same[0]!
    const at = Math.min(...same.map(one => one.at))
    const evidence = same.map(one => one.evidence).sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1))
    return { ...first, at, evidence: evidence.slice(0, REGISTER_LIMITS.evidence), evidenceTotal: evidence.length }
  })
}
