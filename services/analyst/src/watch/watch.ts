import { MINUTE } from '@huiyin/domain/calendar/dates.ts'
import { officeCalendar } from '@huiyin/domain/calendar/office-calendar.ts'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Classified, Observation } from '@huiyin/schemas/comment.ts'
import { adoptInto } from './adopting.ts'
import { forgetting } from './forgetting.ts'
import { areOne, findSubject, maybePart, sameAsRisen } from './joining.ts'
import { accountsOf, isCalm, type Judging, riseOf, writtenTo } from './judging.ts'
import { isTelling } from './likeness.ts'
import { MOST, WINDOW_MS } from './limits.ts'
import { merge } from './merging.ts'
import { type Reading, read, worthOf } from './reading.ts'
import { type Account, openRhythm } from './rhythm.ts'
import { openSketches } from './sketch.ts'
import { addMember, addReading, type Member, newSubject, removeMember, type Subject, sizeOf } from './subject.ts'
import { risen, signalOf } from './telling.ts'
import { topicsOf } from './topics.ts'
import type { Watch, WatchOptions } from './types.ts'
import { hashOf, openVocabulary, pointTo } from './vocabulary.ts'

const SURPRISING = { low: 8, medium: 6, high: 4.5 } as const
const FEWEST = { low: 9, medium: 6, high: 4 } as const
const CALM_AFTER = 24 * 60 * MINUTE
const SWEEP_EACH = 60 * MINUTE
/** A platform's clock may be so far ahead; beyond it a comment counts as of now. */
const AHEAD = 5 * MINUTE
const SPREADS_FROM = 3
const JUDGED_EACH = 0.03

/**
 * Watches what is said. A comment joins the subject whose words and places are its own, or begins one; subjects that
 * one comment fits grow together. A subject rises when more people speak of it than the rhythm of its accounts and its
 * own past explain, grows at steps and to other accounts, and calms down.
 */
export function openWatch(options: WatchOptions): Watch {
  const sensitivity = options.sensitivity ?? 'medium'
  const rhythm = openRhythm(options.calendar ?? officeCalendar())
  const vocabulary = openVocabulary()
  const judging: Judging = {
    surprising: SURPRISING[sensitivity],
    fewest: options.fewest ?? FEWEST[sensitivity],
    vocabulary,
    hourOfDay: at => rhythm.hourOfDay(at)
  }
  const { cut, calmAfterMs = CALM_AFTER, mostComments = MOST.comments } = options
  const steps = options.steps ?? [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000]
  const sketches = openSketches(MOST.bands)
  const comments = new Map<string, Member>()
  const subjects = new Set<Subject>()
  const told = new Set<Subject>()
  const accounts = new Map<string, Account>()
  const threads = new Map<string, Subject>()
  /** Those that were told lately and are calm. */
  const calmed = new Set<Subject>()
  const toTell = { vocabulary, cut }
  const forget = forgetting({ comments, subjects, accounts, threads, vocabulary, rhythm, mostComments })
  let swept = 0

  function accountOf({ platform, account }: Observation, at: number): Account {
    const key = `${platform} ${account}`
    let known = accounts.get(key)
    if (!known) {
      known = rhythm.open(platform, account, at)
      accounts.set(key, known)
    }
    return known
  }

  function takeOne({ id, key, observation, classification }: Classified, now: number): Subject | undefined {
    if (observation.ours || observation.history || !classification) return undefined
    const at = observation.publishedAt > now + AHEAD ? now : observation.publishedAt
    if (at <= now - WINDOW_MS) return undefined
    const before = comments.get(id)
    const hash = hashOf(observation.text)
    if (before) {
      if (observation.observedAt <= before.observedAt) return undefined
      before.observedAt = observation.observedAt
      if (observation.deleted) {
        if (before.subject) removeMember(before.subject, before)
        return undefined
      }
      if (hash === before.hash) return undefined
      if (before.subject) removeMember(before.subject, before)
    }
    const account = before?.account ?? accountOf(observation, at)
    const worth = worthOf(observation, classification)
    if (!before) rhythm.count(account, at, worth.isSerious)
    const member = before ?? newMember(observation, classification, account, at)
    comments.set(id, member)
    if (observation.deleted) return undefined
    Object.assign(member, { hash, ...worth, isAsking: classification.label !== 'other', isNew: true })
    const reading = read(vocabulary, observation, classification)
    if (!before) vocabulary.count([...reading.words, ...reading.places], at)
    return join(member, reading, key, now)
  }

  function join(member: Member, reading: Reading, thread: string, now: number): Subject | undefined {
    const { at, account } = member
    const known = threads.get(thread)
    const ofThread = known && (known.into ?? known)
    const copied = reading.sketch.length > 0 ? sketches.find(reading.sketch) : undefined
    const fits = copied !== undefined && reading.places.every(place => copied.places.has(place))
    const found = fits
      ? { subject: copied, next: undefined }
      : findSubject(reading, { vocabulary, account, at, ofThread, risen: told })
    let subject = found?.subject
    if (!subject) {
      if (!isTelling(vocabulary, reading)) return undefined
      subject = newSubject(`s-${hashOf(member.ref.id).toString(36)}-${member.ref.publishedAt.toString(36)}`, at)
      subjects.add(subject)
    }
    const isOwn = isTelling(vocabulary, reading)
    addMember(subject, member)
    if (isOwn) {
      member.words = reading.words
      member.places = reading.places
      member.department = reading.department
      addReading(subject, reading)
      for (const word of reading.words) if (word.kind === 'word') pointTo(word, subject)
      for (const place of reading.places) pointTo(place, subject)
      for (const pair of reading.pairs) pointTo(pair, subject)
      sketches.add(reading.sketch, subject)
    }
    subject.unjudged++
    if (found?.next && areOne(vocabulary, subject, found.next)) subject = joinSubjects(subject, found.next)
    threads.delete(thread)
    threads.set(thread, subject)
    for (const one of accountsOf(subject)) rhythm.follow(one, now)
    return subject
  }

  /** The one that was told goes on, else the greater, else the elder. */
  function joinSubjects(one: Subject, other: Subject): Subject {
    const [kept, gone] = [one, other].sort(
      (a, b) => rankOf(b) - rankOf(a) || b.mass - a.mass || a.since - b.since || (a.id < b.id ? -1 : 1)
    ) as [Subject, Subject]
    merge(kept, gone)
    subjects.delete(gone)
    return kept
  }

  function newsOf(subject: Subject, now: number): Signal | undefined {
    if (subject.gone || sizeOf(subject) === 0) return undefined
    if (subject.told) return growthOf(subject)
    if (subject.unjudged < Math.max(1, sizeOf(subject) * JUDGED_EACH)) return undefined
    subject.unjudged = 0
    const rise = riseOf(subject, judging)
    if (!rise) return undefined
    const same = sameAsRisen(vocabulary, subject, [...told, ...calmed])
    if (same) return newsOf(joinSubjects(subject, same), now)
    if (maybePart(subject, told)) return undefined
    const since = subject.usual.worth < 1 && subject.calmSince === 0 ? subject.since : rise.from
    subject.told = { since, at: now, members: 0, accounts: new Set(), share: rise.share }
    subject.roseAt = since
    told.add(subject)
    return tell(subject, 'rise', { windowMs: rise.span, observed: rise.observed, expected: rise.expected })
  }

  function growthOf(subject: Subject): Signal | undefined {
    const state = subject.told!
    const members = risen(subject)
    if (members.length === 0) return undefined
    const step = steps.findLast(one => one <= members.length) ?? 0
    const hasGrown = step > state.members
    const hasSpread = subject.accounts.size > state.accounts.size && newAccounts(members, state.accounts)
    if (!hasGrown && !hasSpread) return undefined
    const windowMs = members.at(-1)!.at - state.since
    return tell(subject, 'growth', { windowMs, observed: members.length, expected: usualIn(subject, windowMs) })
  }

  function usualIn(subject: Subject, windowMs: number): number {
    const to = subject.members.at(-1)!.at + 1
    return subject.told!.share * writtenTo(accountsOf(subject), to - Math.min(windowMs, WINDOW_MS), to, sizeOf(subject))
  }

  function tell(
    subject: Subject,
    type: Signal['type'],
    seen: Pick<Signal, 'windowMs' | 'observed' | 'expected'>
  ): Signal {
    const state = subject.told!
    const at = subject.members.at(-1)?.at ?? state.at
    const signal = signalOf(toTell, subject, { type, at, ...seen })
    const counts = countsOf(risen(subject))
    for (const [account, count] of counts) if (count >= SPREADS_FROM) state.accounts.add(account)
    state.members = signal.total
    state.at = at
    return signal
  }

  return {
    take(classified, now) {
      const touched = new Set<Subject>()
      for (const one of classified) {
        const subject = takeOne(one, now)
        if (subject) touched.add(subject)
      }
      return [...touched].flatMap(subject => newsOf(subject, now) ?? [])
    },
    tick(now) {
      if (now - swept >= SWEEP_EACH) {
        swept = now
        forget(now)
      }
      for (const subject of calmed) if (subject.gone || now - subject.calmSince > WINDOW_MS) calmed.delete(subject)
      const signals: Signal[] = []
      for (const subject of told) {
        if (subject.gone) {
          told.delete(subject)
          continue
        }
        for (const account of subject.accounts.keys()) rhythm.follow(account, now)
        if (!isCalm(subject, now, judging, calmAfterMs)) continue
        const { share } = subject.told!
        const members = risen(subject)
        const observed = members.filter(({ at }) => at > now - calmAfterMs).length
        const expected = share * writtenTo(accountsOf(subject), now - calmAfterMs, now, observed)
        signals.push(signalOf(toTell, subject, { type: 'calm', at: now, windowMs: calmAfterMs, observed, expected }))
        subject.calmSince = now
        calmed.add(subject)
        subject.told = undefined
        told.delete(subject)
      }
      return signals
    },
    similarTo(commentId) {
      const member = comments.get(commentId)
      const subject = member?.subject
      if (!subject) return undefined
      const people = subject.authors.size > 0 ? subject.authors.size : sizeOf(subject)
      return Math.max(0, Math.round(people - 1 - usualNow(subject)))
    },
    subjectOf: commentId => comments.get(commentId)?.subject?.id,
    topics: query => topicsOf(toTell, subjects, query),
    standing: () =>
      [...told].flatMap(subject => {
        const members = risen(subject)
        if (subject.gone || members.length === 0) return []
        for (const member of members) member.isNew = true
        const windowMs = members.at(-1)!.at - subject.told!.since
        return tell(subject, 'rise', { windowMs, observed: members.length, expected: usualIn(subject, windowMs) })
      }),
    adopt: known => adoptInto(known, { comments, told }),
    size: () => ({
      comments: comments.size,
      subjects: subjects.size,
      words: vocabulary.size(),
      accounts: accounts.size
    })
  }
}

const rankOf = ({ told, calmSince }: Subject) => (told ? 2 : calmSince > 0 ? 1 : 0)

/** People who speak of it within 72 h on an ordinary day. */
const usualNow = ({ usual, members }: Subject): number => {
  if (usual.written <= 0) return 0
  const newest = members.at(-1)
  if (!newest) return 0
  return (usual.worth / usual.written) * newest.account.total
}

const newMember = (
  { id, publishedAt, observedAt, author }: Observation,
  { sentiment, risk, urgent }: Classification,
  account: Account,
  at: number
): Member => ({
  ref: { id, publishedAt },
  at,
  observedAt,
  hash: 0,
  subject: undefined,
  author: author.id,
  account,
  worth: 0,
  isSerious: false,
  isAsking: false,
  sentiment: sentiment.name,
  level: risk.level,
  urgent,
  isNew: true,
  words: [],
  places: [],
  department: undefined
})

function countsOf(members: readonly Member[]): Map<Account, number> {
  const counts = new Map<Account, number>()
  for (const { account } of members) counts.set(account, (counts.get(account) ?? 0) + 1)
  return counts
}

const newAccounts = (members: readonly Member[], known: ReadonlySet<Account>): boolean =>
  [...countsOf(members)].some(([account, count]) => count >= SPREADS_FROM && !known.has(account))
