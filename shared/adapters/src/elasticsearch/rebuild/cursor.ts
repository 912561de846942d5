import type { Copying } from '@huiyin/ports/rebuild.ts'

/** How far each shard was copied, and up to where this round goes. */
export interface Cursor {
  shards: { at: number; upTo: number }[]
  /** Documents of one page: as many as make some megabytes. */
  page: number
}

export const cursorOf = ({ cursor }: Copying): Cursor => JSON.parse(cursor)

/** From the change behind these on. */
export const cursorAt = (at: readonly number[]): string =>
  JSON.stringify({ shards: at.map(at => ({ at, upTo: at })), page: 500 } satisfies Cursor)
