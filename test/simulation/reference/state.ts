import type { RefClock, Waiting } from './clock.ts'
import type { ClockKind, Fact, Judged } from './facts.ts'

export type NeedKind = 'urgent' | 'risk-rose' | 'reopened-often' | 'reported-upward' | 'supervised' | 'dispatched'

/** Something beside the clocks that people have to be told, again and again until it ends. */
export interface RefNeed {
  kind: NeedKind
  subject: string
  at: number
  urgent: boolean
  fromRung: number
  grave: boolean
  worsened: number[]
  endedAt?: number
}

export type Reply = {
  as: 'holding' | 'interim' | 'final'
  answers: string[]
  shown: boolean
  promisedAt?: number
  /** The comment under which it stands. */
  under?: string
  /** When it was accepted, whom it answered in fact, and the clock that it stopped. */
  acceptedAt?: number
  answered?: Waiting[]
  stopped?: RefClock
  takenDown?: boolean
}

/** A reply that is with the platform, or was posted by hand: no breach is told for a while. */
export type Way = { reply: string; from: number; to: number }

export type How = 'answered' | 'dismissed' | 'deleted'

/** A citizen's case as it ought to stand. */
export interface State {
  exists: boolean
  /** When the house had the case first. */
  bornAt: number
  status: 'open' | 'handling' | 'answered' | 'dismissed'
  label: Judged['label']
  labelSet: boolean
  mood: Judged['mood']
  review?: 'unsure' | 'sample'
  /** It is urgent now, and whether anything grave was ever said. */
  urgent: boolean
  grave: boolean
  waiting: Waiting[]
  /** Who waited when it was dismissed, and who was answered last. */
  putAside: Waiting[]
  answeredLast: Waiting[]
  turns: Set<string>
  /** Comments that are not there any more: nobody is owed an answer to them. */
  gone: Set<string>
  earlier: Said[]
  cycle: number
  cycleOpenedAt: number
  caseFrom: number
  officeSpoke: boolean
  closedAt?: number
  how?: How
  answeredOutside: number
  replies: Map<string, Reply>
  ways: Way[]
  dispatchedInCycle: boolean
  returnedAt?: number
  lock?: { since: number; released: boolean }
  clocks: RefClock[]
  needs: RefNeed[]
  acknowledged: { at: number; until: number }[]
  awakeBy: (at: number) => number
}

export type Said = Extract<Fact, { kind: 'said' | 'said-otherwise' }>

export const nothingYet = (awakeBy: State['awakeBy']): State => ({
  exists: false,
  bornAt: 0,
  status: 'open',
  label: 'other',
  labelSet: false,
  mood: 'neutral',
  urgent: false,
  grave: false,
  waiting: [],
  putAside: [],
  answeredLast: [],
  turns: new Set(),
  gone: new Set(),
  earlier: [],
  cycle: 1,
  cycleOpenedAt: 0,
  caseFrom: 1,
  officeSpoke: false,
  answeredOutside: -1,
  replies: new Map(),
  ways: [],
  dispatchedInCycle: false,
  clocks: [],
  needs: [],
  acknowledged: [],
  awakeBy
})

export const wants = ({ label, urgent }: Judged): boolean => label !== 'other' || urgent

/** What is suggested or complained of is acted on, and its result told. */
export const wantsResult = ({ label }: State): boolean => label === 'suggestion' || label === 'complaint'

export const runningOf = ({ clocks }: State, ...kinds: ClockKind[]): RefClock | undefined =>
  clocks.find(({ kind, stoppedAt }) => stoppedAt === undefined && kinds.includes(kind))

export const answerClock = (of: State): RefClock | undefined => runningOf(of, 'first', 'next')
export const resultClock = (of: State): RefClock | undefined => runningOf(of, 'close')
