import { type Counting, openCounting } from '@huiyin/domain/appraisal/counting.ts'
import { appraisalId, periodOf } from '@huiyin/domain/appraisal/period.ts'
import type { Appraised } from '@huiyin/domain/appraisal/subjects.ts'
import { ofAccounts, ofDepartments, ofPersons } from '@huiyin/domain/appraisal/subjects.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { PublicAccount } from '@huiyin/schemas/account.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Appraisal, Period } from '@huiyin/schemas/appraisal.ts'
import type { AppraisalRules, SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { StoredUser } from '@huiyin/schemas/user.ts'
import type { Clock } from '../clock.ts'
import { walkTickets } from '../count-figures.ts'
import { houseSetting } from '../house-settings.ts'
import type { Records } from '../records.ts'
import { allEntries } from '../register/entries.ts'
import { entriesOf } from '../rule-records.ts'
import type { Tell } from '../tell.ts'
import type { Tickets } from '../tickets.ts'
import { allRatings, appraisalOf } from './records.ts'
import { writeAppraisal } from './writing.ts'

export interface MakingPorts {
  records: Records
  tickets: Pick<Tickets, 'count' | 'search' | 'refresh'>
  clock: Clock
  tell: Tell
  /** The office's accounts that were in use at or after an instant (UTC in ms), and the names of its departments. */
  accounts: (from: number) => readonly PublicAccount[]
  departments: () => readonly string[]
}

/** What somebody asks for. */
export interface Making {
  year: number
  quarter?: number
  kinds: readonly SubjectKind[]
  /** Ids of the subjects; absent: all there are, or those that the revision before was made for. */
  only?: readonly string[]
  by: Actor
  /** Why it is made again. */
  why?: string
}

export type Progress = { done: number; of: number }

const DAY = 86_400_000
/** Between two looks at whether somebody else has to go first. */
const LOT = 500

/**
 * Appraises all subjects in one pass over the ratings, posts, the register and the tickets, telling now and then how far
 * it came. Nothing stands until it has ended; a second time it is a revision. Throws INVALID_REQUEST for a period that
 * is not over, for ids that nobody has, and without `why` when it was made before.
 */
export async function* makeAppraisals(ports: MakingPorts, making: Making): AsyncGenerator<Progress, Appraisal[]> {
  const { records, tickets, clock } = ports
  const period = periodOf(making.year, making.quarter)
  const now = clock.now()
  checkOver(period, now)
  const rules = await houseSetting(records, 'appraisal-rules')
  await Promise.all([records.refresh(), tickets.refresh()])
  const asOf = Math.min(now, period.to + rules.settleDays * DAY)
  const subjects = await subjectsOf(ports, period, making)
  const all = [...subjects.values()].flatMap(one => one.appraised)
  const counting = openCounting(all, period, asOf)
  yield* readRecords(records, counting)
  for await (const { rows, done, of } of walkTickets({ tickets }, period.to)) {
    for (const ticket of rows) counting.ticket(ticket)
    yield { done, of }
  }
  const made: Appraisal[] = []
  for (const [kind, { appraised, only }] of subjects) {
    made.push(await writeAppraisal(ports, { kind, period, asOf, rules, making, appraised, only, counting }))
    yield { done: made.length, of: subjects.size }
  }
  return made
}

function checkOver({ year, quarter, to }: Period, now: number): void {
  if (now >= to) return
  const name = quarter === undefined ? `The year ${year}` : `Quarter ${quarter} of ${year}`
  throw new HuiyinError(
    'INVALID_REQUEST',
    `${name} is not over; it can be appraised from ${new Date(to).toISOString()}`
  )
}

/** Ratings come before the posts that they are of. */
async function* readRecords(records: Records, counting: Counting): AsyncGenerator<Progress> {
  let done = 0
  for await (const rating of allRatings(records)) {
    counting.rating(rating)
    if (++done % LOT === 0) yield { done, of: 0 }
  }
  for await (const { value } of entriesOf<Post>(records, 'post')) {
    counting.post(value)
    if (++done % LOT === 0) yield { done, of: 0 }
  }
  for await (const entry of allEntries(records)) {
    counting.entry(entry)
    if (++done % LOT === 0) yield { done, of: 0 }
  }
}

type OfKind = { appraised: Appraised[]; only: readonly string[] | undefined }

/** By kind: those who are asked for, or who were before; all where nobody named any. */
async function subjectsOf(ports: MakingPorts, period: Period, making: Making): Promise<Map<SubjectKind, OfKind>> {
  const accounts = ports.accounts(period.from).filter(({ since }) => since < period.to)
  const there: Record<SubjectKind, () => Promise<Appraised[]> | Appraised[]> = {
    account: () => ofAccounts(accounts),
    department: () => ofDepartments(ports.departments()),
    person: async () => ofPersons(await usersOf(ports.records), accounts, period.from)
  }
  const found = new Map<SubjectKind, OfKind>()
  for (const kind of making.kinds) {
    const all = await there[kind]()
    const before = await earlierOf(ports.records, appraisalId(period, kind))
    if (before && making.why === undefined)
      throw new HuiyinError('INVALID_REQUEST', `Appraisal ${before.id} was made already; say why it is made again`)
    const only = making.only?.filter(id => all.some(({ subject }) => subject.id === id)) ?? before?.only
    found.set(kind, { appraised: all.filter(({ subject }) => !only || only.includes(subject.id)), only })
  }
  const named = new Set([...found.values()].flatMap(({ appraised }) => appraised.map(({ subject }) => subject.id)))
  const unknown = making.only?.find(id => !named.has(id))
  if (unknown !== undefined)
    throw new HuiyinError(
      'INVALID_REQUEST',
      `There is no "${unknown}" among the subjects; name the ids that lists show`
    )
  return found
}

const earlierOf = (records: Records, id: string): Promise<Appraisal | undefined> =>
  appraisalOf(records, id).catch(error => {
    if (error instanceof HuiyinError && error.code === 'APPRAISAL_NOT_FOUND') return undefined
    throw error
  })

async function usersOf(records: Records): Promise<StoredUser[]> {
  return (await Array.fromAsync(entriesOf<StoredUser>(records, 'person'))).map(({ value }) => value)
}

/** What a page of counting is made with; the rules are frozen in what comes out. */
export type Writing = {
  kind: SubjectKind
  period: Period
  asOf: number
  rules: AppraisalRules
  making: Making
  appraised: readonly Appraised[]
  only: readonly string[] | undefined
  counting: Counting
}
