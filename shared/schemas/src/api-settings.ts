import { type Static, type TOptional, type TSchema, Type } from 'typebox'
import { Account } from './account.ts'
import { TemplateBody } from './api-templates.ts'
import { Calendar } from './calendar.ts'
import { Department, DepartmentList, Place, PlaceList } from './departments.ts'
import { HOUSE_SETTINGS } from './house-setting.ts'
import { Ladder, QuietHours } from './ladder.ts'
import { Instant } from './names.ts'
import { DepartmentDuty, Person } from './person.ts'
import { Policy } from './policy.ts'
import { ReplyLists } from './reply-check.ts'
import { DutyRoster } from './roster.ts'
import { RuleProblem } from './rule-problem.ts'
import { SettingChange, SettingHow, SettingName } from './setting.ts'
import { Template } from './template.ts'

/** What the api says of settings: what they are, what they were, what a change would do, and the file of all of them. */

const closed = { additionalProperties: false }
const Tag = Type.String({ description: 'Goes into If-Match when this is changed' })

/** Who changed it last. */
export const SettingLast = Type.Object({
  n: Type.Integer(),
  at: Instant,
  by: Type.Object({ id: Type.String(), name: Type.String() }),
  how: SettingHow,
  /** The revision that was restored. */
  of: Type.Optional(Type.Integer())
})
export type SettingLast = Static<typeof SettingLast>

export const SettingOverview = Type.Object({
  rows: Type.Array(
    Type.Object({
      what: SettingName,
      /** How many the house keeps of its own. */
      kept: Type.Integer(),
      last: Type.Optional(Type.Object({ id: Type.String(), ...SettingLast.properties }))
    })
  )
})
export type SettingOverview = Static<typeof SettingOverview>

export const SettingList = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      /** The house has it of its own now; else it was taken away. */
      kept: Type.Boolean(),
      last: Type.Optional(SettingLast)
    })
  )
})
export type SettingList = Static<typeof SettingList>

/** The newest first, up to 50; `before` asks for the ones before. */
export const RevisionList = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...SettingLast.properties,
      /** What is other than in the revision before, up to 200 things; of the first there is nothing to say. */
      changes: Type.Array(SettingChange),
      /** How many more there are. */
      more: Type.Integer()
    })
  ),
  before: Type.Optional(Type.Integer())
})
export type RevisionList = Static<typeof RevisionList>

export const RevisionView = Type.Object({ ...SettingLast.properties, value: Type.Unknown() })

export const RestoreBody = Type.Object({ n: Type.Integer({ minimum: 1, maximum: 99_999_999 }) }, closed)

const part = {
  /** `settings`: the settings file counts, nothing was saved in the house or it was taken away. */
  origin: Type.Union([Type.Literal('kept'), Type.Literal('settings')]),
  tag: Type.Optional(Tag)
}
export const DepartmentsBody = Type.Object({ departments: DepartmentList }, closed)
export const DepartmentsView = Type.Object({
  departments: Type.Array(Department),
  ...part,
  /** Sentences that a person should know. */
  warnings: Type.Array(Type.String())
})
export type DepartmentsView = Static<typeof DepartmentsView>

export const PlacesBody = Type.Object({ places: PlaceList }, closed)
export const PlacesView = Type.Object({ places: Type.Array(Place), ...part })
export type PlacesView = Static<typeof PlacesView>

/** A ticket or comment that would be read otherwise, up to 20 of them. */
const Example = Type.Object({
  ticket: Type.Optional(Type.String()),
  number: Type.Optional(Type.String()),
  comment: Type.Optional(Type.String()),
  was: Type.Array(Type.String()),
  would: Type.Array(Type.String())
})

/** What another map would have said of the last 7 days. */
export const MapPreview = Type.Object({
  problems: Type.Array(RuleProblem),
  /** Open tickets, or comments, that were looked at. */
  looked: Type.Integer(),
  /** Of those: what stored words could be read again, without what a person has said. */
  judged: Type.Integer(),
  other: Type.Integer(),
  examples: Type.Array(Example),
  /** False when there were more than were looked at. */
  complete: Type.Boolean()
})
export type MapPreview = Static<typeof MapPreview>

/** Whom other reply lists would refuse, and did not. */
export const ListsPreview = Type.Object({
  templates: Type.Array(Type.Object({ id: Type.String(), version: Type.Integer(), words: Type.Array(Type.String()) })),
  drafts: Type.Array(
    Type.Object({
      ticket: Type.String(),
      number: Type.String(),
      reply: Type.String(),
      words: Type.Array(Type.String())
    })
  ),
  looked: Type.Object({ templates: Type.Integer(), drafts: Type.Integer() }),
  complete: Type.Boolean()
})
export type ListsPreview = Static<typeof ListsPreview>

const { credentials: _, paused: __, demo: ___, ...account } = Account.properties
const { approve: ____, ...written } = TemplateBody.properties

export const AccountInFile = Type.Object({ ...account, retired: Type.Optional(Type.Literal(true)) }, closed)
export type AccountInFile = Static<typeof AccountInFile>

export const TemplateInFile = Type.Object({ id: Template.properties.id, ...written }, closed)
export type TemplateInFile = Static<typeof TemplateInFile>

const listOf = <S extends Parameters<typeof Type.Array>[0]>(item: S) =>
  Type.Optional(Type.Array(item, { maxItems: 2000 }))

type Optionals<P extends Record<string, TSchema>> = { [N in keyof P]: TOptional<P[N]> }

const optional = <P extends Record<string, TSchema>>(parts: P) =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Type.Optional(part)])) as Optionals<P>

/** Everything that the house keeps of its settings; secrets and approvals do not travel. */
export const SettingsFile = Type.Object(
  {
    'huiyin-settings': Type.Literal(1),
    places: Type.Optional(PlaceList),
    departments: Type.Optional(DepartmentList),
    people: listOf(Person),
    rosters: listOf(DutyRoster),
    duties: listOf(DepartmentDuty),
    'quiet-hours': Type.Optional(QuietHours),
    calendars: listOf(Calendar),
    policies: listOf(Policy),
    ladders: listOf(Ladder),
    'reply-lists': Type.Optional(ReplyLists),
    templates: listOf(TemplateInFile),
    ...optional(HOUSE_SETTINGS),
    accounts: listOf(AccountInFile)
  },
  closed
)
export type SettingsFile = Static<typeof SettingsFile>

export const ImportOutcome = Type.Union([
  Type.Literal('unchanged'),
  Type.Literal('new'),
  Type.Literal('changed'),
  Type.Literal('refused')
])

export const ImportItem = Type.Object({
  what: SettingName,
  /** Of a version made once `id@version`. */
  id: Type.String(),
  /** Where it begins in the file, from 1. */
  line: Type.Integer(),
  outcome: ImportOutcome,
  changes: Type.Optional(Type.Array(SettingChange)),
  more: Type.Optional(Type.Integer()),
  /** Why it is refused. */
  code: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String()),
  problems: Type.Optional(Type.Array(RuleProblem))
})
export type ImportItem = Static<typeof ImportItem>

/** `digest` names the file and what it met: a real run names that of the dry run before it. */
export const ImportReport = Type.Object({
  dryRun: Type.Boolean(),
  digest: Type.String(),
  items: Type.Array(ImportItem)
})
export type ImportReport = Static<typeof ImportReport>

/** A setting of which the house has one, with where it comes from; `tag` is absent of the shipped one. */
export const houseSettingView = <S extends TSchema>(value: S) =>
  Type.Object({
    value,
    origin: Type.Union([Type.Literal('kept'), Type.Literal('shipped')]),
    tag: Type.Optional(Tag)
  })

/** What is wrong with another value, and what would become other, up to 200 things. */
export const HouseSettingPreview = Type.Object({
  problems: Type.Array(RuleProblem),
  changes: Type.Array(SettingChange),
  more: Type.Integer()
})
export type HouseSettingPreview = Static<typeof HouseSettingPreview>
