import { readCalendar } from '@huiyin/domain/calendar/check-calendar.ts'
import { defaultLadders } from '@huiyin/domain/escalation/default-ladders.ts'
import type { House } from '@huiyin/domain/escalation/recipients.ts'
import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import { Ladder, QuietHours } from '@huiyin/schemas/ladder.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { DepartmentDuty, Person } from '@huiyin/schemas/person.ts'
import { type Policy, parsePolicy, type Rules } from '@huiyin/schemas/policy.ts'
import { DutyRoster } from '@huiyin/schemas/roster.ts'
import { byAge } from './calendars.ts'
import { type Change, type KeepingPorts, keeping } from './keeping.ts'
import { type Logger, silent } from './logger.ts'
import type { Records } from './records.ts'
import { entriesOf, RULE_KINDS, tagOf } from './rule-records.ts'
import { type RulebookSaves, rulebookSaves, type SaveOptions } from './rulebook-saves.ts'

/** Whom alerts reach, and how they climb. */
export type People = House & { ladders: readonly Ladder[]; quietHours?: QuietHours }

/**
 * The office's rules and people: what Records hold over what is shipped. Read from memory; `refresh` reads the records
 * anew, and whoever decides by them calls it every few seconds (`keepFresh`).
 */
export interface Rulebook extends RulebookSaves {
  /**
   * Every version of policies and calendars, the eldest first. While one person alone can sign in, every policy lets
   * them review what they wrote themselves.
   */
  rules: () => Rules
  /** The same as they are kept, whoever can sign in. */
  keptRules: () => Rules
  /** The ladders of the office before the shipped ones, which serve where it has none in force. */
  people: () => People
  /** Saves in somebody's name; without it, it is the house's own. Each leaves a revision. */
  by: (change: Change, options?: SaveOptions) => RulebookSaves
  refresh: () => Promise<void>
}

export interface RulebookOptions extends KeepingPorts {
  /** Names of the channels that are configured. */
  channels?: readonly string[]
  logger?: Logger
}

const BY_THE_HOUSE: Change = { by: system('house') }

/** Kind of the records of those who can sign in. */
const SIGNERS = 'person'

type Kept = {
  policies: Policy[]
  calendars: Calendar[]
  ladders: Ladder[]
  persons: Person[]
  departments: DepartmentDuty[]
  rosters: DutyRoster[]
  quietHours: QuietHours[]
  /** One person can sign in, and no other. */
  alone: boolean
}

const NOTHING: Kept = {
  policies: [],
  calendars: [],
  ladders: [],
  persons: [],
  departments: [],
  rosters: [],
  quietHours: [],
  alone: false
}

const parseLadder = parser(Ladder, 'ladder')
const parsePerson = parser(Person, 'person')
const parseDuty = parser(DepartmentDuty, 'duty')
const parseRoster = parser(DutyRoster, 'roster')
const parseQuietHours = parser(QuietHours, 'quiet hours')

/** Knows what is shipped until the first `refresh`. */
export function openRulebook(records: Records, options: RulebookOptions): Rulebook {
  const { channels = [], logger = silent } = options
  const read = reader(records, logger)
  const shipped = defaultLadders(channels)
  let keptRules = rulesOf(NOTHING)
  let rules = keptRules
  let people = peopleOf(NOTHING, channels, shipped)
  let reading = Promise.resolve()

  async function readAll(): Promise<void> {
    const kept = await keptBy(read, records)
    keptRules = rulesOf(kept)
    rules = kept.alone ? forOne(keptRules) : keptRules
    people = peopleOf(kept, channels, shipped)
  }

  /** One after the other: an older answer never replaces a newer one. */
  const refresh = () => {
    const next = reading.then(readAll)
    reading = next.catch(() => {}) // told to whoever asked for it
    return next
  }

  const around = { clock: options.clock, refresh, rules: () => keptRules, people: () => people }
  const by = (change: Change, saving?: SaveOptions) =>
    rulebookSaves(keeping(records, options, change), { ...around, ...saving })
  return { rules: () => rules, keptRules: () => keptRules, people: () => people, refresh, by, ...by(BY_THE_HOUSE) }
}

async function keptBy(read: Read, records: Records): Promise<Kept> {
  const [policies, calendars, ladders, persons, departments, rosters, quietHours, alone] = await Promise.all([
    read(RULE_KINDS.policy, parsePolicy),
    read(RULE_KINDS.calendar, readCalendar),
    read(RULE_KINDS.ladder, parseLadder),
    read(RULE_KINDS.person, parsePerson),
    read(RULE_KINDS.duty, parseDuty),
    read(RULE_KINDS.roster, parseRoster),
    read(RULE_KINDS.quietHours, parseQuietHours),
    isAlone(records)
  ])
  return { policies, calendars, ladders, persons, departments, rosters, quietHours, alone }
}

/** Who is proposed, suspended or gone cannot sign in. */
async function isAlone(records: Records): Promise<boolean> {
  let can = 0
  for await (const { value } of entriesOf<{ state?: string }>(records, SIGNERS)) {
    if ((value.state ?? 'active') === 'active') can += 1
    if (can > 1) return false
  }
  return can === 1
}

const rulesOf = ({ policies, calendars }: Kept): Rules => ({
  policies: [...DEFAULT_RULES.policies, ...policies.toSorted(byAge)],
  calendars: [...DEFAULT_RULES.calendars, ...calendars.toSorted(byAge)]
})

/** Four eyes need two persons: an office of one reviews what it wrote itself, and every such reply says so. */
const forOne = ({ policies, calendars }: Rules): Rules => ({
  policies: policies.map(policy => (policy.selfReview ? policy : { ...policy, selfReview: true })),
  calendars
})

/** Shipped ladders count from ever: a need older than the office's first ladder goes on climbing the shipped one. */
function peopleOf(kept: Kept, channels: readonly string[], shipped: readonly Ladder[]): People {
  const { persons, departments, rosters, ladders } = kept
  const [quietHours] = kept.quietHours
  const all = [...ladders.toSorted(byAge), ...shipped]
  return { persons, departments, rosters, channels, ladders: all, ...(quietHours && { quietHours }) }
}

type Read = <V>(kind: string, parse: (value: unknown) => V) => Promise<V[]>

/**
 * Reads all of a kind. What has not changed stays the same object, for what is kept beside it by identity. What cannot
 * be read, from a later version perhaps, is left out and told once.
 */
function reader(records: Records, logger: Logger): Read {
  const known = new Map<string, { tag: string; value: unknown }>()
  return async <V>(kind: string, parse: (value: unknown) => V) => {
    const values: V[] = []
    for await (const { id, value } of entriesOf(records, kind)) {
      const [name, tag] = [`${kind} ${id}`, tagOf(value)]
      let found = known.get(name)
      if (found?.tag !== tag) {
        found = { tag, value: attempt(parse, value, error => logger.error({ kind, id, error }, 'a rule is left out')) }
        known.set(name, found)
      }
      if (found.value !== undefined) values.push(found.value as V)
    }
    return values
  }
}

function attempt<V>(parse: (value: unknown) => V, value: unknown, refused: (message: string) => void): V | undefined {
  try {
    return parse(value)
  } catch (error) {
    refused((error as Error).message)
    return undefined
  }
}
