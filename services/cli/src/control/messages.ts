import type { ErrorCode } from '@huiyin/domain/errors.ts'
import type { SealedKind } from '@huiyin/ports/sealed.ts'
import { Account } from '@huiyin/schemas/account.ts'
import { Calendar } from '@huiyin/schemas/calendar.ts'
import { Observation } from '@huiyin/schemas/comment.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { SettingName } from '@huiyin/schemas/setting.ts'
import { AccountState } from '@huiyin/schemas/stored-account.ts'
import { UserBody } from '@huiyin/schemas/user.ts'
import { type Static, Type } from 'typebox'
import { APPRAISAL_QUESTIONS, type AppraisalQuestion } from '../appraisals/questions.ts'
import { ARCHIVE_QUESTIONS, type ArchiveQuestion } from '../archives/questions.ts'
import { BackedUp } from '../backup/tell.ts'
import { ERASURE_QUESTIONS, type ErasureQuestion } from '../erasures/questions.ts'
import { REPORT_QUESTIONS, type ReportQuestion } from '../reports/questions.ts'

const key = { platform: Type.String(), id: Type.String() }

/** Where a walk over what is sealed goes on. */
const Place = Type.Object({
  kind: Type.Unsafe<SealedKind>(Type.String()),
  after: Type.Optional(Type.String())
})

/** What the trail is asked for; `of` is the one argument that AuditDesk's function of this name takes. */
export const AuditQuestion = Type.Union([
  Type.Literal('heads'),
  Type.Literal('links'),
  Type.Literal('at'),
  Type.Literal('range'),
  Type.Literal('between'),
  Type.Literal('anchors'),
  Type.Literal('key'),
  Type.Literal('anchor'),
  Type.Literal('kept'),
  Type.Literal('keep'),
  Type.Literal('exporting')
])
export type AuditQuestion = Static<typeof AuditQuestion>

/** What a rebuild is asked for; `of` is the one argument that Rebuilds' function of this name takes. */
export const RebuildQuestion = Type.Union([
  Type.Literal('status'),
  Type.Literal('start'),
  Type.Literal('work'),
  Type.Literal('stop'),
  Type.Literal('drop')
])
export type RebuildQuestion = Static<typeof RebuildQuestion>

/**
 * What is said between `huiyin` and the process that owns the folder: one JSON object per line.
 * An import is observations, each lot answered by `taken` (so many so far), then `drain`, answered once all are stored.
 * `corrections` answers the next of them, until none is left.
 */
export const Ask = Type.Union([
  Type.Object({ observation: Observation }),
  Type.Object({ ask: Type.Literal('drain') }),
  Type.Object({
    ask: Type.Literal('parked.list'),
    atMost: Type.Integer({ minimum: 1, maximum: 1000 }),
    after: Type.Optional(Type.String())
  }),
  Type.Object({ ask: Type.Literal('corrections') }),
  Type.Object({ ask: Type.Literal('rules') }),
  Type.Object({ ask: Type.Literal('adopt') }),
  Type.Object({ ask: Type.Union([Type.Literal('calendar.newest'), Type.Literal('calendar.next')]), id: Type.String() }),
  Type.Object({ ask: Type.Literal('calendar.add'), calendar: Calendar, by: Type.String() }),
  Type.Object({ ask: Type.Literal('account.list') }),
  Type.Object({ ask: Type.Literal('account.add'), account: Account, by: Type.String() }),
  Type.Object({ ask: Type.Literal('account.state'), ...key, state: AccountState, by: Type.String() }),
  Type.Object({ ask: Type.Literal('account.check'), ...key }),
  Type.Object({ ask: Type.Literal('keys.show') }),
  Type.Object({ ask: Type.Literal('keys.add') }),
  Type.Object({ ask: Type.Literal('keys.reseal'), place: Type.Optional(Place) }),
  Type.Object({ ask: Type.Literal('keys.prune') }),
  Type.Object({
    ask: Type.Literal('backfill.start'),
    ...key,
    days: Type.Integer({ minimum: 1, maximum: 31 }),
    history: Type.Boolean(),
    by: Type.String()
  }),
  Type.Object({ ask: Type.Literal('backfill.status'), of: Type.Optional(Type.Object(key)) }),
  Type.Object({
    ask: Type.Literal('backfill.state'),
    ...key,
    state: Type.Union([Type.Literal('running'), Type.Literal('paused')])
  }),
  Type.Object({ ask: Type.Literal('piece.put'), text: Type.String() }),
  Type.Object({ ask: Type.Literal('piece.get') }),
  Type.Object({ ask: Type.Literal('settings.departments') }),
  Type.Object({
    ask: Type.Literal('settings.export'),
    what: Type.Optional(Type.Array(SettingName)),
    by: Type.String()
  }),
  Type.Object({ ask: Type.Literal('settings.import'), digest: Type.Optional(Type.String()), by: Type.String() }),
  Type.Object({ ask: Type.Literal('settings.history'), what: SettingName, id: Type.String(), by: Type.String() }),
  Type.Object({ ask: Type.Literal('audit'), what: AuditQuestion, of: Type.Optional(Type.Unknown()) }),
  Type.Object({
    ask: Type.Literal('appraisal'),
    what: Type.Unsafe<AppraisalQuestion>(Type.Union(APPRAISAL_QUESTIONS.map(one => Type.Literal(one)))),
    of: Type.Unknown()
  }),
  Type.Object({
    ask: Type.Literal('report'),
    what: Type.Unsafe<ReportQuestion>(Type.Union(REPORT_QUESTIONS.map(one => Type.Literal(one)))),
    of: Type.Unknown()
  }),
  Type.Object({
    ask: Type.Literal('archive'),
    what: Type.Unsafe<ArchiveQuestion>(Type.Union(ARCHIVE_QUESTIONS.map(one => Type.Literal(one)))),
    of: Type.Optional(Type.Unknown())
  }),
  Type.Object({
    ask: Type.Literal('erasure'),
    what: Type.Unsafe<ErasureQuestion>(Type.Union(ERASURE_QUESTIONS.map(one => Type.Literal(one)))),
    of: Type.Optional(Type.Unknown())
  }),
  Type.Object({ ask: Type.Literal('rebuild'), what: RebuildQuestion, of: Type.Optional(Type.Unknown()) }),
  Type.Object({ ask: Type.Literal('backup.taken'), of: BackedUp }),
  Type.Object({ ask: Type.Literal('retention.status') }),
  Type.Object({ ask: Type.Literal('retention.apply'), by: Type.String(), after: Type.Optional(Type.String()) }),
  Type.Object({ ask: Type.Literal('user.list') }),
  Type.Object({ ask: Type.Literal('user.add'), user: UserBody, by: Type.String() }),
  Type.Object({ ask: Type.Literal('user.reset'), id: Type.String(), secondFactor: Type.Boolean(), by: Type.String() }),
  Type.Object({ ask: Type.Literal('user.suspend'), id: Type.String(), why: Type.String(), by: Type.String() }),
  Type.Object({ ask: Type.Literal('user.resume'), id: Type.String(), by: Type.String() }),
  Type.Object({ ask: Type.Union([Type.Literal('parked.show'), Type.Literal('parked.replay')]), id: Type.String() })
])
export type Ask = Static<typeof Ask>

export type Question = Exclude<Ask, { observation: Observation }>

export const parseAsk = parser(Ask, 'message')

export type Failure = { error: { code: ErrorCode; message: string } }
export type Answer = { taken: number } | { answer: unknown } | Failure

export const line = (message: Ask | Answer) => `${JSON.stringify(message)}\n`
