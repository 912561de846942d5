import type { CommentRef } from '@huiyin/schemas/comment.ts'
import type { Incident } from '@huiyin/schemas/incident.ts'
import type { CitedComment, ReportFigures, ReportPeriod } from '@huiyin/schemas/report.ts'
import type { Writer } from './say.ts'

/** What many speak of: the phrase, which is the key of its figure, and the comments that show it. */
export type ReportTopic = { phrase: string; cited: readonly CommentRef[] }

/** An incident with the comments that show it. */
export type ReportIncident = { incident: Incident; cited: readonly CommentRef[] }

/** All that a report is written from. */
export interface Material {
  period: ReportPeriod
  asOf: number
  issuer: string
  mark: string
  minimumSample: number
  figures: ReportFigures
  /** Of accounts, incidents and whatever else figures are told apart by, by nameKey(). */
  names: Readonly<Record<string, string>>
  topics: readonly ReportTopic[]
  incidents: readonly ReportIncident[]
  /** Suggestions worth a look. */
  suggestions: readonly CommentRef[]
  /** All comments that are cited, masked. */
  comments: readonly CitedComment[]
}

export type Of = { material: Material; w: Writer }
