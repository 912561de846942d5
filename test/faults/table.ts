import type { Outcome } from './outcome.ts'
import type { Entry } from './run.ts'
import { isGood, type Verdict } from './town/verdict.ts'

const SHOWN = 8

/** How often each kind of fault struck, and the longest time until all was well again. */
export function tableOf(journal: readonly Entry[]): string {
  const kinds = Map.groupBy(journal, ({ kind }) => kind)
  const rows = Array.from(kinds, ([kind, of]) => {
    const longest = Math.max(...of.map(({ recovery }) => recovery))
    return [kind, String(of.length), longest.toFixed(1)]
  })
  const all = [['kind of fault', 'times', 'longest recovery, s'], ...rows.toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1))]
  const widths = [0, 1, 2].map(column => Math.max(...all.map(row => row[column]!.length)))
  return all
    .map(
      ([kind, times, longest]) =>
        `  ${kind!.padEnd(widths[0]!)}  ${times!.padStart(widths[1]!)}  ${longest!.padStart(widths[2]!)}`
    )
    .join('\n')
}

/** What was compared, and what was wrong. */
function verdictOf({ counts, wrong }: Verdict): string {
  const { comments, tickets, replies, alerts, links } = counts
  const lines = Object.entries(wrong).map(([what, all]) =>
    all.length === 0
      ? `  ${what}: as they should be`
      : [`  ${what}: ${all.length} wrong`, ...all.slice(0, SHOWN).map(one => `    ${one}`)].join('\n')
  )
  return [
    `  ${comments} comments, ${tickets} tickets, ${replies} replies let go, ${alerts} alerts, ${links} links of the trail`,
    ...lines
  ].join('\n')
}

/** What struck when, so that it can be read beside the services' own words. */
const journalOf = (journal: readonly Entry[]): string =>
  journal
    .map(
      ({ n, at, kind, target, recovery }) =>
        `  ${n} at ${at.toFixed(1)} s: ${kind}, ${target}, recovered in ${recovery.toFixed(1)} s`
    )
    .join('\n')

type Circumstances = { world: string; minutes: number; seed: number }

/** A run as a person reads it; of one that failed also what struck when, and what ended by itself. */
export function told({ journal, verdict, error, falls }: Outcome, { world, minutes, seed }: Circumstances): string {
  const good = verdict !== undefined && isGood(verdict)
  const kinds = new Set(journal.map(({ kind }) => kind)).size
  const sum = `${world}: ${journal.length} faults of ${kinds} kinds, ${minutes.toFixed(1)} minutes since the beginning, seed ${seed}`
  return [
    tableOf(journal),
    ...(verdict ? [verdictOf(verdict)] : []),
    ...(error === undefined ? [] : [String((error as Error).stack ?? error)]),
    ...(good ? [] : [journalOf(journal), ...falls.map(fallOf)]),
    `${sum}: ${good ? 'nothing lost, nothing twice' : `NOT as it should be; again with --world ${world} --seed ${seed}`}`
  ].join('\n\n')
}

const fallOf = ({ name, code, words }: Outcome['falls'][number]) =>
  `  ${name} ended by itself with ${code}:\n    ${words.slice(-3).join('\n    ')}`
