import { mkdir, open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Refusal } from './rows.ts'

const SHOWN = 20

/** What became of the lines of a file. */
export interface Tally {
  read: number
  taken: number
  history: number
  refused: number
  /** The first refusals, for the screen. */
  first: Refusal[]
}

export const emptyTally = (): Tally => ({ read: 0, taken: 0, history: 0, refused: 0, first: [] })

export interface RefusedFile {
  add: (refused: readonly Refusal[]) => Promise<void>
  /** The path when anything was refused. */
  close: () => Promise<string | undefined>
}

/** All refusals of one import, one JSON object per line, in a file that is made with the first of them. */
export function refusedFile(folder: string, source: string, now: number): RefusedFile {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '')
  const path = join(folder, `${stamp}-${basename(source)}.refused.jsonl`)
  let handle: Awaited<ReturnType<typeof open>> | undefined
  return {
    async add(refused) {
      if (refused.length === 0) return
      if (!handle) {
        await mkdir(folder, { recursive: true })
        handle = await open(path, 'w', 0o600)
      }
      await handle.write(refused.map(line => `${JSON.stringify(line)}\n`).join(''))
    },
    async close() {
      await handle?.close()
      return handle && path
    }
  }
}

export function count(tally: Tally, taken: readonly { history: boolean }[], refused: readonly Refusal[]): void {
  tally.taken += taken.length
  tally.history += taken.filter(({ history }) => history).length
  tally.refused += refused.length
  tally.first.push(...refused.slice(0, SHOWN - tally.first.length))
}

const figure = (n: number) => n.toLocaleString('en-US').padStart(12)

/** What the person reads at the end. */
export function tallyText({ read, taken, history, refused, first }: Tally, file: string | undefined): string {
  const live = taken - history
  const lines = [
    `read    ${figure(read)}`,
    `taken   ${figure(taken)}   ${history.toLocaleString('en-US')} as history, ${live.toLocaleString('en-US')} live`,
    `refused ${figure(refused)}`,
    ...first.map(({ line, reason }) => `  line ${line} ${reason}`),
    ...(refused > first.length ? [`  and ${refused - first.length} more`] : []),
    ...(file ? [`All refused lines are in ${file}`] : [])
  ]
  return `${lines.join('\n')}\n`
}
