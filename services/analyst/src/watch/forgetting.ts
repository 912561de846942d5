import { DAY, HOUR } from '@huiyin/domain/calendar/dates.ts'
import { accountsOf, writtenTo } from './judging.ts'
import { MOST, WINDOW_MS } from './limits.ts'
import type { Account, Rhythm } from './rhythm.ts'
import { dropMember, type Member, removeMember, type Subject, sizeOf } from './subject.ts'
import type { Vocabulary } from './vocabulary.ts'

/** From day to day what was usual counts less: half after two weeks. */
const FADES = 0.5 ** (1 / 14)
const HABIT = 4
/** A subject that nobody spoke of for 72 h is kept while it was usual. */
const WORTH_KEEPING = 2
/** Members are taken off the front of a list when so many are forgotten. */
const COMPACT = 256

interface Held {
  comments: Map<string, Member>
  subjects: Set<Subject>
  accounts: Map<string, Account>
  threads: Map<string, Subject>
  vocabulary: Vocabulary
  rhythm: Rhythm
  mostComments: number
}

const isOfRise = ({ told, roseAt, calmSince }: Subject, at: number): boolean =>
  roseAt > 0 && at >= roseAt && (told !== undefined || at <= calmSince)

/** Of a rise no more becomes usual than so far beyond what was: a burst is no habit, what comes daily is one soon. */
function endDay({ usual }: Subject): void {
  const daily = usual.days > 0 ? usual.worth / usual.days : 0
  usual.worth = usual.worth * FADES + usual.today + Math.min(usual.risen, 2 * daily + HABIT)
  usual.days = usual.days * FADES + 1
  usual.written *= FADES
  if (usual.hours) for (let hour = 0; hour < 24; hour++) usual.hours[hour]! *= FADES
  usual.today = 0
  usual.risen = 0
}

/** Forgets what is older than 72 h; what it brought becomes what is usual. Keeps all that is held within its bounds. */
export function forgetting(held: Held): (now: number) => void {
  const { comments, subjects, accounts, threads, vocabulary, rhythm, mostComments } = held
  let last: number | undefined
  let wordsAt = 0
  let dayAt = 0

  function age(subject: Subject, cut: number, from: number): void {
    const { members, usual } = subject
    if (subject.since < cut && from < cut)
      usual.written += writtenTo(accountsOf(subject), Math.max(from, subject.since), cut, 0)
    while (subject.head < members.length && members[subject.head]!.at <= cut) {
      const member = members[subject.head++]!
      if (isOfRise(subject, member.at)) usual.risen += member.worth
      else usual.today += member.worth
      usual.hours ??= new Float32Array(24)
      usual.hours[rhythm.hourOfDay(member.at)]! += member.worth
      dropMember(subject, member)
    }
    if (subject.head >= COMPACT || subject.head === members.length) {
      subject.members = members.slice(subject.head)
      subject.head = 0
    }
  }

  function end(subject: Subject): void {
    for (let i = subject.head; i < subject.members.length; i++) subject.members[i]!.subject = undefined
    subject.gone = true
    subject.members = []
    subjects.delete(subject)
  }

  function holdBounds(): void {
    for (const [id, member] of comments) {
      if (comments.size <= mostComments) break
      if (member.subject) removeMember(member.subject, member)
      comments.delete(id)
    }
    if (subjects.size > MOST.subjects) {
      const lightest = [...subjects]
        .filter(({ told }) => !told)
        .sort((a, b) => sizeOf(a) + a.usual.worth - sizeOf(b) - b.usual.worth || a.since - b.since)
      for (const subject of lightest.slice(0, subjects.size - MOST.subjects * 0.9)) end(subject)
    }
    for (const key of threads.keys()) {
      if (threads.size <= MOST.threads) break
      threads.delete(key)
    }
    for (const key of accounts.keys()) {
      if (accounts.size <= MOST.accounts) break
      accounts.delete(key)
    }
  }

  return now => {
    const cut = now - WINDOW_MS
    const from = last === undefined ? cut : last - WINDOW_MS
    for (const account of accounts.values()) rhythm.follow(account, now)
    const isNextDay = now - dayAt >= DAY
    for (const subject of subjects) {
      age(subject, cut, from)
      if (isNextDay && subject.since < cut) endDay(subject)
      if (sizeOf(subject) === 0 && !subject.told && subject.usual.worth < WORTH_KEEPING) end(subject)
    }
    for (const [id, { at }] of comments) {
      if (at <= cut) comments.delete(id)
      else if (!isNextDay) break // nearly all come in order; the others go once a day
    }
    if (isNextDay) dayAt = now
    for (const [key, subject] of threads) if ((subject.into ?? subject).gone) threads.delete(key)
    holdBounds()
    if (now - wordsAt >= 6 * HOUR) {
      wordsAt = now
      vocabulary.sweep(cut, MOST.words)
    }
    last = now
  }
}
