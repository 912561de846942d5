import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import type { SettingName } from '@huiyin/schemas/setting.ts'
import type { ComponentType } from 'react'
import type { Tone } from '../marks/tone.tsx'
import type { Word } from '../words.ts'
import type { Shape, Source } from './shape/shape.ts'

/** One thing that is kept, or one version of one. */
export type Kept = {
  /** Names it in the address bar. */
  id: string
  title: string
  value: unknown
  /** Of what was seen: goes into If-Match. */
  tag?: string | undefined
  marks?: readonly { tone: Tone; words: string }[]
  /** A line below its name. */
  note?: string
  /** Its id among the revisions, where that is another. */
  revised?: string
  problems?: readonly RuleProblem[]
  isInForce?: boolean
  /** There is nothing of the house's own that could be removed. */
  stays?: boolean
  /** An older version: read, and taken up again from the revisions. */
  isPast?: boolean
}

type Cell = { words: string; href?: string; title?: string; tone?: Tone }

/** What would become of it: sentences, and what they stand on. */
export type Effect = {
  problems?: readonly RuleProblem[]
  lines?: readonly string[]
  /** Worked through, one sentence each. */
  examples?: readonly { words: string; title: string }[]
  table?: { head: readonly string[]; rows: readonly (readonly Cell[])[] }
}

export type BesideProps = { kept: Kept; now: number; may: boolean }

/** A kind of setting: how it looks, where it is read, and how it is saved. */
export interface Kind {
  /** Its name among the revisions; absent: none are kept of it. */
  what?: SettingName
  /** What of a value a file and the revisions have: the part of this name. */
  part?: string
  /** In the revisions the value is the part of this name. */
  kept?: string
  /** The actions without which it is not read, or not changed. */
  read: string
  configure: string
  shape: Shape
  known?: readonly Source[]
  /** The house has one of it. */
  isOne?: boolean
  /** The version in force is shown where none is chosen. */
  leads?: boolean
  list: (now: number) => Promise<readonly Kept[]>
  /** What something new begins as; absent: none is added here. */
  blank?: (all: readonly Kept[], now: number) => unknown
  /** What is edited of one, where that is another: the version that comes next. */
  begin?: (kept: Kept, all: readonly Kept[], now: number) => unknown
  save: (value: unknown, before: Kept | undefined) => Promise<unknown>
  preview?: (value: unknown, before: Kept | undefined) => Promise<Effect>
  remove?: (kept: Kept) => Promise<unknown>
  /** What removing is called, where it only gives way to something else. */
  removing?: Word
  /** What else can be done with one. */
  Beside?: ComponentType<BesideProps>
}

/** Of what is kept in the fields of the api with a tag. */
export const untagged = <V extends { tag: string }>({ tag: _, ...value }: V) => value

export const seen = (before: Kept | undefined) => ({
  header: before?.tag === undefined ? {} : { 'if-match': before.tag }
})
