import type { Verdict } from './compare.ts'
import type { Simulated } from './run.ts'

const padded = (rows: readonly (readonly [string, string])[]) => {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)
}

const listed = (counts: Record<string, number>) =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ')

/** The figures of a run, as a person reads them. */
export function table(run: Simulated, { clocks, alerts, told, mismatches }: Verdict, seconds: number): string {
  const { comments, tickets, deaths, restarts, journal, refusals } = run
  const refused = Object.fromEntries(refusals)
  return padded([
    ['comments', String(comments)],
    ['tickets', String(tickets.length)],
    ...Object.entries(clocks).map(([kind, outcomes]) => [`clocks ${kind}`, listed(outcomes)] as const),
    ['alerts', listed(alerts)],
    ['messages', listed(told)],
    ['killed processes', `${deaths}, restarts of all ${restarts}, sleeps of the machine ${journal.outages.length}`],
    ['refused acts', listed(refused) || 'none'],
    ['mismatches', String(mismatches.length)],
    ['seconds', seconds.toFixed(0)]
  ]).join('\n')
}
