import { DAY, HOUR } from '@huiyin/domain/calendar/dates.ts'
import { SPANS, WINDOW_MS } from './limits.ts'
import { type Account, volumeOf } from './rhythm.ts'
import { firstSince, type Subject, sizeOf } from './subject.ts'
import { surprise } from './surprise.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Rise {
  /** Length of the span that was judged (ms), and when it began. */
  span: number
  from: number
  observed: number
  expected: number
  /** The subject's usual share of what is written. */
  share: number
}

export interface Judging {
  /** −log10 of a probability. */
  surprising: number
  fewest: number
  vocabulary: Vocabulary
  /** 0–23 of an instant. */
  hourOfDay: (at: number) => number
}

/** Share of members that are against something or in need; and of those that want or report something, not in tone alone. */
const SERIOUS = 0.5
const WANTED = 0.25
/** Where most only ask, so many times as many must ask; where they are angry and want nothing, so many times. */
const ONLY_ASKED = { share: 0.6, times: 6 } as const
const ONLY_ANGRY = 20
const AT_ONCE = 6 * HOUR
/** What one knows of a new subject's share: half a comment among so many. */
const PRIOR_WORTH = 0.5
const PRIOR_WRITTEN = { least: 50, most: 2_500, ofSeen: 0.25 } as const
/** Even what is well known swings so much from day to day: variance = mean + mean²/20. */
const STEADIEST = 20
/** An account with fewer of the members is not counted among the subject's own. */
const OF_ACCOUNT = 0.1
/** Words that so many of the members have are what they agree in. */
const AGREED = 0.5
/** In a wave of new talk anything that is said may take this share by chance; and what is asked about it, or felt, this. */
const NEW_TALK = 0.02
const OF_TALK = 0.15
const SAME_TIME_MS = 6 * HOUR

/** Accounts that a subject is of. */
export const accountsOf = (subject: Subject): Account[] => {
  const least = OF_ACCOUNT * sizeOf(subject)
  const own: Account[] = []
  for (const [account, count] of subject.accounts) if (count >= least) own.push(account)
  return own
}

/** What is expected to be written to the accounts, or was, whichever is more, without what the subject itself brought. */
export function writtenTo(accounts: readonly Account[], from: number, to: number, own: number): number {
  let [usual, came] = [0, 0]
  for (const account of accounts) {
    const [expected, written] = volumeOf(account, from, to)
    usual += expected
    came += written
  }
  return Math.max(usual, came - own)
}

interface Sums {
  worth: number
  count: number
  serious: number
  asking: number
  wanting: number
}

const sumsOf = ({ members }: Subject, from: number, to: number): Sums => {
  const sums = { worth: 0, count: 0, serious: 0, asking: 0, wanting: 0 }
  for (let i = from; i < to; i++) {
    const { worth, isSerious, isAsking, level, urgent } = members[i]!
    sums.worth += worth
    sums.count++
    if (isSerious) sums.serious++
    else if (isAsking) sums.asking++
    if (isAsking || urgent || level !== 'blue') sums.wanting++
  }
  return sums
}

/**
 * How many times the fewest it takes: praise and chat are never out of the ordinary, people ask more in some weeks, and a
 * tone alone is easily misheard (太燃了) or the echo of what others speak of.
 */
function leastOf({ count, serious, asking, wanting }: Sums, span: number): number {
  const isSerious = serious >= SERIOUS * count
  if (isSerious && wanting >= WANTED * count) return 1
  if (span > AT_ONCE) return Number.POSITIVE_INFINITY
  if (isSerious) return ONLY_ANGRY
  return serious + asking >= ONLY_ASKED.share * count ? ONLY_ASKED.times : Number.POSITIVE_INFINITY
}

/**
 * Whether more people speak of a subject than its accounts' rhythm and its own past explain, in any span that ends at
 * its newest member. What is usual is taken from before the span, so that a rise does not explain itself.
 */
export function riseOf(subject: Subject, judging: Judging): Rise | undefined {
  const { surprising, fewest, hourOfDay } = judging
  if (sizeOf(subject) < fewest) return undefined
  const { members } = subject
  const to = members.at(-1)!.at + 1
  const accounts = accountsOf(subject)
  const since = Math.min(...accounts.map(account => account.since))
  const start = firstSince(subject, to - WINDOW_MS)
  const all = sumsOf(subject, start, members.length)
  if (all.worth < fewest) return undefined
  const words = wordsBefore(subject, judging.vocabulary)
  for (const span of SPANS) {
    const from = Math.max(to - span, subject.calmSince)
    if (to - span - since < span) break // what has always been so cannot be told from what is new
    const first = firstSince(subject, from)
    const sums = first === start ? all : sumsOf(subject, first, members.length)
    const least = leastOf(sums, span)
    if (sums.worth < least * fewest) continue
    const before = all.worth - sums.worth
    const written = writtenTo(accounts, from, to, sums.count)
    const share = shareOf(subject, accounts, { before, beforeCount: all.count - sums.count, from, to })
    const each = sums.worth / sums.count
    const expected =
      (least > 1 ? OF_TALK : NEW_TALK) * idleTalk(accounts, from, to) * each +
      Math.max(
        share.mean * written,
        words.share * written * each,
        sameTimeBefore(subject, from, to),
        atThisHour(subject, from, to, hourOfDay)
      )
    const shape = Math.min(STEADIEST, Math.max(share.worth, words.count * each))
    const by = Math.max(1, each) // by chance comes a person, however much their need weighs
    if (surprise(sums.worth / by, expected / by, shape / by) < surprising) continue
    return { span, from, observed: sums.count, expected, share: share.mean }
  }
  return undefined
}

/**
 * How usual the words are in which nearly all of a subject's members agree: of those with others beside them the rarest.
 * So a subject that is new, of words that are not, rises no sooner than these.
 */
function wordsBefore({ words, places, mass }: Subject, { shareOf }: Vocabulary): { share: number; count: number } {
  let [share, count] = [1, 0]
  let common = 0
  for (const most of [AGREED, 0]) {
    for (const [word, members] of [...places, ...words]) {
      if (word.kind === 'character' || members < most * mass || (most === 0 && members < common)) continue
      const before = shareOf(word, members)
      if (most === 0 && members > common) share = 1
      common = Math.max(common, members)
      if (before.share < share) ({ share, count } = before)
    }
    if (share < 1) break
  }
  return { share: share < 1 ? share : 0, count }
}

/** What was written beyond what is usual by people who are not against anything: a post that many like, a holiday. */
function idleTalk(accounts: readonly Account[], from: number, to: number): number {
  let talk = 0
  for (const account of accounts) {
    const [expected, , idle] = volumeOf(account, from, to)
    talk += Math.max(0, idle - expected)
  }
  return talk
}

interface Before {
  before: number
  beforeCount: number
  from: number
  to: number
}

function shareOf(
  { usual }: Subject,
  accounts: readonly Account[],
  { before, beforeCount, from, to }: Before
): { mean: number; worth: number } {
  const seen = accounts.reduce((sum, { total }) => sum + total, 0)
  const { least, most, ofSeen } = PRIOR_WRITTEN
  const prior = Math.min(most, Math.max(least, seen * ofSeen))
  const written = writtenTo(accounts, to - WINDOW_MS, from, beforeCount) + usual.written + prior
  const worth = before + usual.worth + PRIOR_WORTH
  return { mean: worth / written, worth }
}

/** What comes each day at this time is no rise. */
function sameTimeBefore(subject: Subject, from: number, to: number): number {
  if (to - from > SAME_TIME_MS) return 0
  let most = 0
  for (const days of [1, 2]) {
    const [first, last] = [firstSince(subject, from - days * DAY), firstSince(subject, to - days * DAY)]
    most = Math.max(most, sumsOf(subject, first, last).worth)
  }
  return most
}

/** What has its hour of the day, such as a programme's, is expected in it. */
function atThisHour({ usual }: Subject, from: number, to: number, hourOfDay: Judging['hourOfDay']): number {
  const { hours, worth, days } = usual
  if (!hours || to - from > SAME_TIME_MS || days < 1) return 0
  let [inside, all] = [0, 0]
  for (const hour of hours) all += hour
  for (let at = from; at < to; at += HOUR) inside += hours[hourOfDay(at)]!
  return all > 0 ? (worth / days) * (inside / all) : 0
}

/** Whether nothing out of the ordinary has come to a subject that rose, in the time before `now`. */
export function isCalm(subject: Subject, now: number, { fewest }: Judging, calmAfterMs: number): boolean {
  const { told, members } = subject
  if (!told || now - told.since < calmAfterMs) return false
  const first = firstSince(subject, now - calmAfterMs)
  const { worth, count } = sumsOf(subject, first, members.length)
  const expected = told.share * writtenTo(accountsOf(subject), now - calmAfterMs, now, count)
  return worth <= Math.max(fewest / 2, 2 * expected)
}
