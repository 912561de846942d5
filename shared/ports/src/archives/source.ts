import type { PackTable } from '@huiyin/domain/archives/table.ts'
import type { Cell } from '@huiyin/domain/csv.ts'
import { dayInShanghai } from '@huiyin/domain/day.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { Pack, PackFile } from '@huiyin/schemas/archive.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { Comments } from '../comments.ts'
import type { Files } from '../files.ts'
import type { Records } from '../records.ts'
import type { Tickets } from '../tickets.ts'

/** What packs are made from. */
export interface SourcePorts {
  records: Records
  tickets: Tickets
  comments: Comments
  files: Files
  /** Name of an account of the office, as people know it. */
  nameOf: (of: { platform: string; id: string }) => string
  /** The office's accounts; `since`: from when on it has been theirs; `until`: when it was retired. */
  accounts: () => readonly { platform: PlatformName; id: string; since?: number; until?: number }[]
}

/** A page of what goes into a pack; `rows` by the table's name. */
export interface SourcePage {
  rows: Record<string, Cell[][]>
  /** Files that go with them and are kept already. */
  files?: PackFile[]
  /** Added to what was counted before. */
  counts?: Record<string, number>
  /** Absent when there is no more. */
  after?: string
  /** Share of the source that is done by then, 0–1. */
  done?: number
}

export type Source = (pack: Pack, after: string | undefined) => Promise<SourcePage>

/** What a pack is made of: its tables, and what fills them, one after the other. */
export interface Recipe {
  tables: readonly PackTable[]
  sources: readonly Source[]
}

const EAST_8 = 8 * 3_600_000

/** As `2026-11-21 09:00:00`, in Asia/Shanghai. */
export const timeOf = (at: number | undefined): string =>
  at === undefined ? '' : `${dayInShanghai(at)} ${new Date(at + EAST_8).toISOString().slice(11, 19)}`

export const masked = (text: string | undefined): string => (text === undefined ? '' : maskPersonal(text))

/** Whether it happened in the pack's stretch of time, and to one of its accounts. */
export const isWithin = ({ from, to }: Pick<Pack, 'from' | 'to'>, at: number | undefined): at is number =>
  at !== undefined && at >= from && at < to

const UNSAFE = /[^\p{L}\p{N}._-]+/gu

/** Where a file lies in the folder: told apart by its checksum, named as people called it. */
export const filePath = (sha256: string, name: string): string =>
  `files/${sha256.slice(0, 12)}-${maskPersonal(name).replace(UNSAFE, '_').slice(-80)}`
